"""Finding faces nobody follows yet. In comes one upright picture, out come confirmed faces in its pixels.

The detector reads 128 x 128 pixels of whatever it is handed and misses faces below about a tenth of that; so large
pictures are also searched in overlapping square tiles of several sizes. A place counts as a face only when the
landmarker, looking at it enlarged, finds one there too. Must not know: time, tracks, people.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.faces.crops import cut_native, square
from core.faces.landmarker import Detection, FaceModel
from core.records.face import Face, FaceBox


@dataclass(frozen=True, slots=True)
class DiscoveryRule:
    """Where to look and what to believe. Lengths are shares of the picture's or of a face's size."""

    tile_shares: tuple[float, ...] = (0.5,)
    """Side of the square tiles as shares of the picture's shorter side."""
    smallest_tile: int = 200
    """Pixels; a smaller tile holds no face that could be measured."""
    overlap: float = 0.35
    """Least share of a tile that it has in common with its neighbour, so that no face is cut by both."""
    whole_margin: float = 2.0
    """Side of the window handed to the landmarker over the longer side of the box found."""
    same_overlap: float = 0.3
    """Two boxes that overlap by more (intersection over union) are one face."""
    same_distance: float = 0.35
    """So are two whose centres are closer than this share of the smaller one's size."""
    least_overlap_when_confirmed: float = 0.2
    """The landmarker's box must overlap the detector's by this much, or it read another face."""


def overlap(one: FaceBox, other: FaceBox) -> float:
    """Intersection over union of two boxes, in [0, 1]."""
    width = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    height = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    if width <= 0 or height <= 0:
        return 0.0
    shared = width * height
    return shared / (one.width * one.height + other.width * other.height - shared)


def same_place(one: FaceBox, other: FaceBox, *, rule: DiscoveryRule) -> bool:
    """Whether two boxes are the same face in one frame."""
    if overlap(one, other) > rule.same_overlap:
        return True
    (ax, ay), (bx, by) = one.centre, other.centre
    size = min(max(one.width, one.height), max(other.width, other.height))
    return bool(np.hypot(ax - bx, ay - by) < rule.same_distance * size)


def tiles(width: int, height: int, *, rule: DiscoveryRule) -> tuple[FaceBox, ...]:
    """Square tiles over a picture of `width` by `height` pixels, large ones first; together they cover it."""
    found: list[FaceBox] = []
    for share in rule.tile_shares:
        side = round(share * min(width, height))
        if side < rule.smallest_tile:
            continue
        columns, rows = (_starts(length, side, rule.overlap) for length in (width, height))
        found += [FaceBox(x, y, side, side) for y in rows for x in columns]
    return tuple(found)


def _starts(length: int, side: int, common: float) -> list[int]:
    """Evenly spread starts of tiles of `side` pixels that cover `length` pixels."""
    count = 1 + max(0, int(np.ceil((length - side) / (side * (1 - common)))))
    return [round(float(start)) for start in np.linspace(0, length - side, count)]


def _merged(detections: Iterable[Detection], *, rule: DiscoveryRule) -> list[Detection]:
    """Non-maximum suppression over all looks at one picture: the best score of each place."""
    kept: list[Detection] = []
    for one in sorted(detections, key=lambda one: (-one.score, one.box.x, one.box.y)):
        if not any(same_place(one.box, other.box, rule=rule) for other in kept):
            kept.append(one)
    return kept


def look(
    model: FaceModel, picture: NDArray[np.uint8], *, windows: Sequence[FaceBox], rule: DiscoveryRule
) -> tuple[Detection, ...]:
    """What the detector finds in the whole picture and in `windows`, each place once, best first."""
    found = list(model.detect(picture))
    for window in windows:
        pixels, (left, top) = cut_native(picture, window)
        for one in model.detect(pixels):
            box = FaceBox(one.box.x + float(left), one.box.y + float(top), one.box.width, one.box.height)
            found.append(Detection(box, one.score, one.keypoints + np.array((left, top), np.float32)))
    return tuple(_merged(found, rule=rule))


def confirm(model: FaceModel, picture: NDArray[np.uint8], place: FaceBox, *, rule: DiscoveryRule) -> Face | None:
    """The face at `place` or None; read twice, so that its window is the one a followed face would get."""
    face = model.read(picture, square(place, margin=rule.whole_margin))
    if face is None or overlap(face.box, place) < rule.least_overlap_when_confirmed:
        return None
    again = model.read(picture, square(face.box, margin=rule.whole_margin))
    if again is None or not same_place(again.box, face.box, rule=rule):
        return None
    return again


def discover(
    model: FaceModel,
    picture: NDArray[np.uint8],
    *,
    windows: Sequence[FaceBox],
    known: Sequence[FaceBox],
    rule: DiscoveryRule,
) -> tuple[Face, ...]:
    """Faces in the picture that are not at a `known` box, from left to right."""
    found: list[Face] = []
    for place in look(model, picture, windows=windows, rule=rule):
        taken = [*known, *(face.box for face in found)]
        if any(same_place(place.box, box, rule=rule) for box in taken):
            continue
        face = confirm(model, picture, place.box, rule=rule)
        if face is not None and not any(same_place(face.box, box, rule=rule) for box in taken):
            found.append(face)
    return tuple(sorted(found, key=lambda face: (face.box.x, face.box.y)))
