"""Cut-outs of faces. In come pictures and boxes, out come squares of pixels, steady over time.

Over the picture's border the edge is repeated, never filled with black: a black fill is read as a display (measured:
the expression network answers anger). Must not know: models, people, emotions.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.footage.reader import FrameReader
from core.records.face import Crop, FaceBox
from core.records.measurement import PersonTrack
from core.records.moment import Moment, Span
from core.records.video import Video


@dataclass(frozen=True, slots=True)
class CropRule:
    """How crops are cut and steadied."""

    margin: float = 1.6
    """Side of the square over the longer side of the face: hair line to below the chin, ears included."""
    steady_s: float = 0.3
    """Centre and size are a Gaussian mean over time with this standard deviation in seconds, before and after alike,
    so that the crop does not lag behind the face."""
    break_s: float = 0.6
    """After a gap longer than this, or a jump by more than the face's size, steadying begins anew."""
    jump_s: float = 4.0
    """Between wanted frames further apart than this, the file is sought in rather than read through."""

    @property
    def reach_s(self) -> float:
        """No box further away than this has a say in a steadied one: of an hour's track only so much is looked at."""
        return 4 * self.steady_s + self.break_s


_FINEST = 3
"""Source pixels for each pixel of a cut-out; of a larger face every second, third … pixel is taken."""


def square(box: FaceBox, *, margin: float) -> FaceBox:
    """The square around `box` with the same centre; its side is `margin` times the longer side of `box`."""
    side = margin * max(box.width, box.height)
    x, y = box.centre
    return FaceBox(x - side / 2, y - side / 2, side, side)


def cut_native(
    picture: NDArray[np.uint8], box: FaceBox, *, step: int = 1
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Every `step`-th pixel under `box`, grown to whole steps, at the picture's own scale.

    Returns the pixels, a view where the box lies inside the picture, and the (x, y) of their upper left corner. Over
    the border the nearest edge pixel is repeated; a box that lies outside altogether gives the nearest edge.
    """
    height, width = picture.shape[:2]
    left, top = step * math.floor(box.x / step), step * math.floor(box.y / step)
    right = max(step * math.ceil((box.x + box.width) / step), left + step)
    bottom = max(step * math.ceil((box.y + box.height) / step), top + step)
    rows, columns = (bottom - top) // step, (right - left) // step
    # The first and last of the wanted rows and columns that the picture has; at least one of each.
    first_row, last_row = max(0, min(-(top // step), rows - 1)), min(rows - 1, (height - 1 - top) // step)
    first_column, last_column = max(0, min(-(left // step), columns - 1)), min(columns - 1, (width - 1 - left) // step)
    last_row, last_column = max(last_row, 0), max(last_column, 0)
    y, x = min(max(top + first_row * step, 0), height - 1), min(max(left + first_column * step, 0), width - 1)
    inner = picture[y : max(top + last_row * step, y) + 1 : step, x : max(left + last_column * step, x) + 1 : step]
    origin = np.array((left, top), np.float32)
    if inner.shape[:2] == (rows, columns):
        return inner, origin
    # np.pad does the same ten times slower: it fills one side of one axis at a time for any number of axes.
    pixels = np.empty((rows, columns, 3), np.uint8)
    last_row, last_column = first_row + inner.shape[0], first_column + inner.shape[1]
    pixels[first_row:last_row, first_column:last_column] = inner
    pixels[first_row:last_row, :first_column] = inner[:, :1]
    pixels[first_row:last_row, last_column:] = inner[:, -1:]
    pixels[:first_row] = pixels[first_row]
    pixels[last_row:] = pixels[last_row - 1]
    return pixels, origin


def cut(picture: NDArray[np.uint8], box: FaceBox, *, size: int) -> NDArray[np.uint8]:
    """The pixels under a square `box`, resampled to (size, size, 3); fractions and borders are allowed."""
    step = max(1, int(box.width / (_FINEST * size)))
    pixels, origin = cut_native(picture, box, step=step)
    left, top = (box.x - float(origin[0])) / step, (box.y - float(origin[1])) / step
    right, bottom = left + box.width / step, top + box.height / step
    region = (left, top, min(right, pixels.shape[1]), min(bottom, pixels.shape[0]))
    image = Image.fromarray(pixels)
    return np.asarray(image.resize((size, size), Image.Resampling.BICUBIC, box=region, reducing_gap=2.0))


def steady_boxes(
    times_s: NDArray[np.float64], boxes: NDArray[np.float32], *, rule: CropRule | None = None
) -> NDArray[np.float32]:
    """(n, 4) squares around (n, 4) face boxes, steadied over time and with margin; may reach over the border."""
    rule = rule or CropRule()
    if len(boxes) == 0:
        return np.zeros((0, 4), np.float32)
    centres = boxes[:, :2] + boxes[:, 2:] / 2
    sizes = boxes[:, 2:].max(axis=1)
    raw = np.concatenate([centres, np.log(np.maximum(sizes, 1e-3))[:, None]], axis=1).astype(np.float64)
    jumps = np.hypot(*np.diff(centres, axis=0).T) > np.maximum(sizes[1:], sizes[:-1])
    breaks = np.flatnonzero((np.diff(times_s) > rule.break_s) | jumps) + 1
    steady = np.empty_like(raw)
    for rows in np.split(np.arange(len(raw)), breaks):
        times = times_s[rows]
        for row, time in zip(rows, times, strict=True):
            first, last = np.searchsorted(times, (time - 3 * rule.steady_s, time + 3 * rule.steady_s))
            # The same reach to both sides: at the ends of a run a one-sided mean would lag.
            reach = min(row - rows[0] - first, last - 1 - (row - rows[0]))
            near = slice(row - reach, row + reach + 1)
            weights = np.exp(-0.5 * ((times_s[near] - time) / rule.steady_s) ** 2)
            steady[row] = weights @ raw[near] / weights.sum()
    sides = np.exp(steady[:, 2]) * rule.margin
    corners = steady[:, :2] - sides[:, None] / 2
    return np.concatenate([corners, sides[:, None], sides[:, None]], axis=1).astype(np.float32)


def face_crops(
    video: Video, track: PersonTrack, *, span: Span, count: int, size: int, rule: CropRule | None = None
) -> Iterator[Crop]:
    """`crops_along` a person's measured boxes: each crop belongs to a measurement."""
    measured = track.measurements
    return crops_along(video, measured.times_s, measured.boxes, span=span, count=count, size=size, rule=rule)


def crops_along(
    video: Video,
    times: NDArray[np.float64],
    boxes: NDArray[np.float32],
    *,
    span: Span,
    count: int,
    size: int,
    rule: CropRule | None = None,
) -> Iterator[Crop]:
    """Up to `count` crops of `size` by `size` pixels, in order of time, spread evenly over the face's time in `span`.

    `times` (n,) in s and `boxes` (n, 4) are where the face is, also beyond the span: neighbours steady those inside.
    Taken at these times alone. None where the face is not seen. Closing the iterator closes the file. Raises
    `FootageError` when the recording cannot be opened any more, and `ValueError` for a count or size below one.
    """
    if count < 1 or size < 1:
        raise ValueError(f"crops need a count and a size of at least one, not {count} and {size}")
    rule = rule or CropRule()
    inside = np.flatnonzero((times >= span.start_s) & (times < span.end_s))
    if len(inside) == 0:
        return
    first, last = np.searchsorted(times, (times[inside[0]] - rule.reach_s, times[inside[-1]] + rule.reach_s))
    inside, times = inside - first, times[first:last]
    squares = steady_boxes(times, boxes[first:last], rule=rule)
    # The middle of each of `count` equal shares, so that one crop is the middle one.
    shares = (np.arange(min(count, len(inside))) + 0.5) / min(count, len(inside))
    chosen = inside[np.floor(shares * len(inside)).astype(np.intp)]
    with FrameReader(video) as reader:
        runs = np.split(chosen, np.flatnonzero(np.diff(times[chosen]) > rule.jump_s) + 1)
        for run in runs:
            yield from _crops_of_run(reader, times=times[run], squares=squares[run], size=size)


def _crops_of_run(
    reader: FrameReader, *, times: NDArray[np.float64], squares: NDArray[np.float32], size: int
) -> Iterator[Crop]:
    """Crops of frames that lie close together: read through once."""
    # A float second names the frame that gave it to within far less than a frame's length.
    wanted: Sequence[float] = (times - 1e-6).tolist()
    at = 0
    for frame in reader.frames(Moment.at(max(0.0, wanted[0])), None):
        if frame.moment.seconds < wanted[at]:
            continue
        x, y, width, height = (float(value) for value in squares[at])
        box = FaceBox(x, y, width, height)
        yield Crop(frame.moment, box, cut(frame.rgb(), box, size=size))
        at += 1
        if at == len(wanted):
            return
