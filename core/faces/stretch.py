"""One stretch of a recording, followed from its first frame to its last. In: a video and a span. Out: plain arrays.

The result depends on the recording, the span, the model and the rules alone, so stretches may be worked in any order
and on any number of workers. It can be kept as bytes to go on with later; they hold coarse colours and brightness
patterns and are to be thrown away once the whole is done. Must not know: people, threads.
"""

import io
import math
import zipfile
import zlib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, fields
from fractions import Fraction
from itertools import pairwise
from typing import cast

import numpy as np
from numpy.typing import NDArray

from core.faces.discovery import DiscoveryRule
from core.faces.follow import Follower, FollowRule, Sighting
from core.faces.landmarker import FaceModel
from core.faces.pose import FaceObserver, pose_degrees
from core.faces.surface import COLOUR_REGIONS, USED_CELLS, pattern_of
from core.footage.reader import FrameReader
from core.footage.shots import ShotMeter, ShotSignal, step_for
from core.progress import Progress, Stage
from core.records.measurement import BLENDSHAPES
from core.records.moment import Moment, Span
from core.records.video import Video

STAGE = "looking for faces"
_LENGTHS_S = (5, 10, 20, 30, 60)
_STRETCHES = 8
_SHOTS = "shots_"


@dataclass(frozen=True, slots=True)
class Sampling:
    """Which frames are looked at: the first of each cell of a regular grid of video time, or every frame."""

    rate_hz: float | None = 10.0
    """Cells per second, counted from the recording's first frame; None for every frame."""

    def cell(self, moment: Moment) -> int | None:
        """Number of the grid's cell that holds `moment`; None where every frame is taken."""
        if self.rate_hz is None:
            return None
        return math.floor(moment.exact * round(self.rate_hz * 1000) / 1000)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a recording that one worker follows at a time."""

    index: int
    span: Span


def plan(video: Video, *, span: Span | None = None) -> tuple[Stretch, ...]:
    """Cuts `span` (default: all of `video`) into stretches of 5 to 60 s; the number of workers plays no part.

    Long enough that searching all tiles anew and seeking cost little, short enough that two workers share a clip of
    ten seconds. A border moves to the nearest key frame within half a length, or reading a stretch would begin with
    decoding frames of the one before (up to ten seconds of them in H.264 as encoders are usually set).
    """
    start = span.start.exact if span is not None else Fraction(0)
    end = span.end.exact if span is not None else Moment.at(video.duration_s + 0.001).exact
    seconds = float(end - start)
    length = next((length for length in _LENGTHS_S if seconds <= length * _STRETCHES), _LENGTHS_S[-1])
    count = max(1, math.ceil((min(float(end), video.duration_s) - float(start)) / length))
    keys = [Moment(key, video.time_base) for key in video.key_frames]
    wanted = (Moment.at(start + length * number) for number in range(1, count))
    borders = dict.fromkeys(_nearest(border, keys, Fraction(length, 2)) for border in wanted)
    first, last = Moment.at(start), Moment.at(end)
    edges = [first, *(border for border in borders if first < border < last), last]
    return tuple(Stretch(number, Span(low, high)) for number, (low, high) in enumerate(pairwise(edges)))


def _nearest(border: Moment, keys: Sequence[Moment], farthest: Fraction) -> Moment:
    """The key frame nearest to `border`, or `border` itself where none is near."""
    place = bisect_left(keys, border)
    near = [key for key in keys[max(0, place - 1) : place + 1] if abs(key.exact - border.exact) <= farthest]
    return min(near, key=lambda key: abs(key.exact - border.exact), default=border)


@dataclass(frozen=True, slots=True, eq=False)
class StretchResult:
    """What following one stretch gave: n sightings of faces in m looked-at frames, in order of time, then track."""

    index: int
    start_s: float
    end_s: float
    broken_frames: int
    sampled_s: NDArray[np.float64]
    """(m,) seconds after the recording's first frame."""
    times_s: NDArray[np.float64]
    """(n,) seconds after the recording's first frame."""
    track: NDArray[np.int32]
    """(n,) number of the track within this stretch."""
    boxes: NDArray[np.float32]
    """(n, 4) x, y, width, height in pixels of the upright picture."""
    blendshapes: NDArray[np.float32]
    """(n, 52) in [0, 1]."""
    pose: NDArray[np.float32]
    """(n, 3) yaw, pitch, roll in degrees."""
    observed: NDArray[np.float32]
    """(n, k) the observers' columns."""
    observed_names: tuple[str, ...]
    pattern: NDArray[np.uint8]
    """(n, 52) brightness of the face's cells, see `core.faces.surface`."""
    brightness: NDArray[np.float32]
    """(n,) median brightness of the face, 0 to 255."""
    score: NDArray[np.float32]
    """(n,) the detector's, in [0, 1]."""
    sharpness: NDArray[np.float32]
    """(n,) without unit, see `core.faces.surface`."""
    colours: NDArray[np.float32]
    """(n, 4, 3), see `core.faces.surface`."""
    shots: ShotSignal
    """Of every decoded frame, looked at or not."""

    def to_bytes(self) -> bytes:
        """The result as bytes, to be kept until the whole recording is done."""
        stream = io.BytesIO()
        np.savez_compressed(stream, allow_pickle=False, **_plain(self), **_plain(self.shots))
        return stream.getvalue()

    @classmethod
    def from_bytes(cls, body: bytes) -> "StretchResult":
        """What `to_bytes` gave. Raises `ValueError` for bytes that are damaged or of another version."""
        try:
            with np.load(io.BytesIO(body), allow_pickle=False) as kept:
                values = {name: kept[name] for name in kept.files}
                shots = ShotSignal(*(values.pop(_SHOTS + field.name) for field in fields(ShotSignal)))
            return cls(
                index=int(values.pop("index")),
                start_s=float(values.pop("start_s")),
                end_s=float(values.pop("end_s")),
                broken_frames=int(values.pop("broken_frames")),
                observed_names=tuple(str(name) for name in values.pop("observed_names")),
                shots=shots,
                **values,
            )
        except (OSError, KeyError, EOFError, TypeError, ValueError, zipfile.BadZipFile, zlib.error) as error:
            raise ValueError(f"this is not a finished stretch: {error}") from error


def _plain(record: "StretchResult | ShotSignal") -> dict[str, NDArray[np.generic]]:
    """The arrays of a record by name, those of the shot signal under a prefix."""
    prefix = _SHOTS if isinstance(record, ShotSignal) else ""
    names = (field.name for field in fields(record) if field.name != "shots")
    return {prefix + name: np.asarray(getattr(record, name)) for name in names}


class _Rows:
    """Collects sightings as plain arrays; keeps no landmarks and no pictures."""

    def __init__(self, observers: Sequence[FaceObserver]) -> None:
        self._observers = observers
        self._observed_in: dict[tuple[int, int], int] = {}
        self.names = tuple(name for observer in observers for name in observer.names)
        if len(set(self.names)) < len(self.names):
            raise ValueError(f"two observers give the same column: {self.names}")
        self.sampled: list[float] = []
        self._rows: list[tuple[object, ...]] = []

    def add(self, sighting: Sighting, picture: NDArray[np.uint8], *, moment: Moment) -> None:
        face, check = sighting.face, sighting.check
        pattern, brightness = pattern_of(face, picture)
        observed = [np.zeros(0, np.float32)]
        for number, observer in enumerate(self._observers):
            cell = math.floor(moment.exact / Fraction(observer.every_s).limit_denominator(1000))
            due = self._observed_in.get((sighting.track, number)) != cell
            self._observed_in[sighting.track, number] = cell
            unseen = np.full(len(observer.names), np.nan, np.float32)
            observed.append(observer.observe(face, picture) if due else unseen)
        box = (face.box.x, face.box.y, face.box.width, face.box.height)
        pose = pose_degrees(face.transform)
        values = np.concatenate(observed).astype(np.float32)
        surface = check.surface
        read = (moment.seconds, sighting.track, box, face.blendshapes, pose, values, pattern, brightness)
        self._rows.append((*read, check.score, surface.sharpness, surface.colours))

    def result(self, stretch: Stretch, *, broken_frames: int, shots: ShotSignal) -> StretchResult:
        columns = list(zip(*self._rows, strict=True)) or [()] * 11

        def column(number: int, shape: tuple[int, ...], kind: type[np.generic]) -> NDArray[np.generic]:
            return np.array(columns[number], kind).reshape(len(self._rows), *shape)

        return StretchResult(
            index=stretch.index,
            start_s=stretch.span.start_s,
            end_s=stretch.span.end_s,
            broken_frames=broken_frames,
            sampled_s=np.array(self.sampled, np.float64),
            times_s=cast("NDArray[np.float64]", column(0, (), np.float64)),
            track=cast("NDArray[np.int32]", column(1, (), np.int32)),
            boxes=cast("NDArray[np.float32]", column(2, (4,), np.float32)),
            blendshapes=cast("NDArray[np.float32]", column(3, (len(BLENDSHAPES),), np.float32)),
            pose=cast("NDArray[np.float32]", column(4, (3,), np.float32)),
            observed=cast("NDArray[np.float32]", column(5, (len(self.names),), np.float32)),
            observed_names=self.names,
            pattern=cast("NDArray[np.uint8]", column(6, (len(USED_CELLS),), np.uint8)),
            brightness=cast("NDArray[np.float32]", column(7, (), np.float32)),
            score=cast("NDArray[np.float32]", column(8, (), np.float32)),
            sharpness=cast("NDArray[np.float32]", column(9, (), np.float32)),
            colours=cast("NDArray[np.float32]", column(10, (len(COLOUR_REGIONS), 3), np.float32)),
            shots=shots,
        )


def follow_stretch(
    video: Video,
    stretch: Stretch,
    *,
    model: FaceModel,
    follow: FollowRule,
    discovery: DiscoveryRule,
    sampling: Sampling,
    observers: Sequence[FaceObserver] = (),
) -> Stage[StretchResult]:
    """Follows all faces of one stretch; yields after each looked-at frame. Closing the stage closes the file.

    Raises `FootageError` when the recording cannot be opened any more.
    """
    rows = _Rows(observers)
    follower = Follower(model, rule=follow, discovery=discovery)
    total = stretch.span.duration_s
    meter, step = ShotMeter(), step_for(video.width, video.height)
    with FrameReader(video) as reader:
        last_cell: int | None = None
        changed = True
        for frame in reader.frames(stretch.span.start, stretch.span.end):
            changed |= meter.add(frame.moment, frame.luma(step)) >= follow.cut_difference
            cell = sampling.cell(frame.moment)
            if cell is not None and cell == last_cell:
                continue
            last_cell = cell
            at_s = frame.moment.seconds
            picture = frame.rgb()
            rows.sampled.append(at_s)
            for sighting in follower.look(picture, at_s=at_s, changed=changed):
                rows.add(sighting, picture, moment=frame.moment)
            changed = False
            yield Progress(STAGE, min(at_s - stretch.span.start_s, total), total, "s of video")
        return rows.result(stretch, broken_frames=reader.broken_frames, shots=meter.signal())
