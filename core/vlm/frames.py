"""Which pictures of a face a model sees, and at which size. Comes in: pictures. Goes out: a `Clip`.

As the checkpoints were evaluated (qwen-vl-utils 0.0.10 with FPS_MAX_FRAMES=16 and VIDEO_MAX_PIXELS=100352), by numpy
and Pillow alone. Where it differs, and from what, is in the decisions of core/README.md.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.vlm.backend import Clip

PAIR = 2
"""Pictures that the vision tower reads as one."""
CELL = 28
"""Side in pixels of what becomes one visual token: two by two patches of 14."""
_LONGEST_TO_SHORTEST = 200


@dataclass(frozen=True, slots=True)
class Vision:
    """How pictures are chosen and sized."""

    variant: Literal["published", "corrected"] = "published"
    """`published`: the time grid is a constant second for each pair of pictures, as the checkpoints were evaluated,
    even where pictures lie further apart. `corrected`: the true time."""
    per_second: float = 2.0
    fewest: int = 4
    most: int = 16
    smallest: int = 128 * CELL * CELL
    """Pixels; smaller pictures are enlarged."""
    largest: int = 128 * CELL * CELL
    """Pixels in all for one pair of pictures, shared among the pairs, but for each picture at least 1.05 times
    `smallest`. With the published values 105,369 pixels a picture, whatever their number."""


def frame_count(duration_s: float, rule: Vision) -> int:
    """How many pictures a span of that many seconds is shown with: even, within the rule's limits."""
    wanted = min(max(duration_s * rule.per_second, rule.fewest), rule.most)
    return max(PAIR, math.floor(wanted / PAIR) * PAIR)


def target_size(height: int, width: int, frames: int, rule: Vision) -> tuple[int, int]:
    """(height, width) at which a picture of that height and width is shown: multiples of 28, its shape nearly kept."""
    # A picture more drawn out than the model was taught on is squeezed rather than refused.
    height, width = max(height, width // _LONGEST_TO_SHORTEST, 1), max(width, height // _LONGEST_TO_SHORTEST, 1)
    largest = max(rule.largest * PAIR / frames, int(rule.smallest * 1.05))
    rows, columns = (max(1, round(side / CELL)) * CELL for side in (height, width))
    if rows * columns > largest:
        shrink = math.sqrt(height * width / largest)
        rows, columns = (max(1, math.floor(side / shrink / CELL)) * CELL for side in (height, width))
    elif rows * columns < rule.smallest:
        grow = math.sqrt(rule.smallest / (height * width))
        rows, columns = (math.ceil(side * grow / CELL) * CELL for side in (height, width))
    return rows, columns


def clip_of(frames: Sequence[NDArray[np.uint8]], duration_s: float, rule: Vision) -> Clip:
    """The clip of a span of `duration_s` seconds out of the pictures at hand, in order of time, evenly spread over it.

    Each is (height, width, 3) RGB; all are brought to the size that fits the largest. Where more are at hand than are
    shown, the first, the last and evenly spaced ones between are taken; a single one is repeated. Raises `ValueError`
    without any.
    """
    if not frames:
        raise ValueError("a clip needs at least one picture")
    count = min(frame_count(duration_s, rule), max(PAIR, len(frames) // PAIR * PAIR))
    chosen = np.round(np.linspace(0, len(frames) - 1, count)).astype(np.intp)
    height, width = max((frame.shape[:2] for frame in frames), key=lambda shape: shape[0] * shape[1])
    rows, columns = target_size(height, width, count, rule)
    pictures = {index: _resized(frames[index], rows, columns) for index in set(chosen.tolist())}
    spacing_s = duration_s / len(frames) * float(chosen[-1] - chosen[0]) / (count - 1)
    return Clip(
        frames=np.stack([pictures[index] for index in chosen.tolist()]),
        seconds_per_grid=1.0 if rule.variant == "published" else PAIR * spacing_s,
    )


def _resized(picture: NDArray[np.uint8], rows: int, columns: int) -> NDArray[np.uint8]:
    return np.asarray(Image.fromarray(picture).resize((columns, rows), Image.Resampling.BICUBIC))
