"""Small pictures of faces at chosen moments, for reports. In: a recording and where to look. Out: JPEG bytes."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from core.faces.crops import cut, square
from core.footage.reader import FrameReader
from core.progress import Progress, Stage
from core.records.face import FaceBox
from core.records.moment import Moment
from core.records.video import Video


@dataclass(frozen=True, slots=True)
class KeyFrameRule:
    """How a picture is cut."""

    most: int = 60
    """No more pictures than this: every one costs a seek and its place in the report."""
    side: int = 224
    """Pixels of the square picture."""
    margin: float = 1.8
    """Side of the cut-out over the longer side of the face."""
    jpeg_quality: int = 80


@dataclass(frozen=True, slots=True)
class Wanted:
    """One picture to be cut."""

    id: str
    moment: Moment
    box: FaceBox
    """The face, in pixels of the upright picture."""


def key_frames(video: Video, wanted: Sequence[Wanted], *, rule: KeyFrameRule) -> Stage[dict[str, bytes]]:
    """JPEG bytes by id. A frame that cannot be decoded has no picture."""
    pictures: dict[str, bytes] = {}
    with FrameReader(video) as reader:
        for number, want in enumerate(sorted(wanted, key=lambda want: want.moment)):
            yield Progress("cutting key frames", number, len(wanted), "pictures")
            picture = reader.frame_at(want.moment).rgb()
            window = inside(square(want.box, margin=rule.margin), width=picture.shape[1], height=picture.shape[0])
            pixels = cut(picture, window, size=rule.side)
            stream = io.BytesIO()
            Image.fromarray(pixels).save(stream, format="JPEG", quality=rule.jpeg_quality)
            pictures[want.id] = stream.getvalue()
    return pictures


def inside(window: FaceBox, *, width: int, height: int) -> FaceBox:
    """The square moved, and if need be shrunk, into a picture of `width` by `height` pixels: no edge is made up."""
    side = min(window.width, float(width), float(height))
    x, y = window.centre
    left = min(max(x - side / 2, 0.0), width - side)
    return FaceBox(left, min(max(y - side / 2, 0.0), height - side), side, side)
