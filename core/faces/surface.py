"""What the pixels of one face are like: brightness, colours, sharpness. In: a face and its picture. Out: numbers.

They serve to judge quality and to tell people in one recording apart, and are coarse on purpose: mean colours of hair,
skin, neck and clothing and a brightness pattern of 52 cells. No proportions, no network embedding, nothing that would
find a person in another recording; they never enter a record. Must not know: time, tracks, people.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.faces.crops import cut, square
from core.records.face import Face, FaceBox

_CELL_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-+"
_CELLS = (
    "haZRZRJHBB3hhhpppppaZ8IIHHI9A9HHwHGGYhhhghgoZZ8QYYXR990BIfeZZgg8YAA18288hhgZgggZghhpppppggoogWZggZYZQPY1"
    "19oB22HOIGRZOOPQQQJOGZQGJYHRWIRnnWmGwZQGHIgWxwv3xIIIGIIIHH8HZYZZJnwxmIRxwWhpppoggggWJJJgeJoRRRRxxxnYoXYX"
    "xQnofefefRZZZAA999GOPPQQIJOZRZZZZZZJJJHHSMaFLLMMLEDEMMzMNNbiiijijraaFTbbcSEE7CLklaajjFbDD5F5FFiijajjjaji"
    "iqqqqqjjrrjdjjabaTUb66ErC45MVLNSaVVUUTTKVNaTNKbMSdLSssdtNzaTNMLjdyz-LLLNLLLMMFMjaaszytLSzdiqqqrjjjjdKKKj"
    "lKrSSysbrcbcyTsrklklkSaaaDDEEENVUUTTLKVaSaaaaaaKKKMM"
)
"""The cell of an 8 by 8 grid, row by row from the upper left, in which each of the mesh's 468 points lies on a face
seen from the front: mean of the mesh, turned to the front, over five clips."""

_CELL_OF_POINT = np.array([_CELL_LETTERS.index(letter) for letter in _CELLS])
_POINTS_IN_CELL = np.bincount(_CELL_OF_POINT, minlength=64)
USED_CELLS = np.flatnonzero(_POINTS_IN_CELL >= 3)
"""(52,) cells with points enough for a mean."""
CELL_ROWS, CELL_COLUMNS = USED_CELLS // 8, USED_CELLS % 8
_CHEEKS = np.array((50, 101, 118, 205, 280, 330, 347, 425))
"""Points on both cheeks, beside the nose."""

PATCH = 128
"""Pixels: side of the square a face is resampled to before sharpness is read, so that size does not matter."""
_CROSS = np.array(((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)), np.float32)
GRAIN = 32
"""Pixels that are read along one face size for the colours around a face."""

COLOUR_REGIONS = ("skin", "hair", "neck", "torso")
_REGIONS: dict[str, tuple[tuple[float, float, float, float], ...]] = {
    "hair": ((-0.3, -0.72, 0.3, -0.56),),
    "neck": ((-0.75, 0.1, -0.52, 0.5), (0.52, 0.1, 0.75, 0.5)),
    "torso": ((-0.8, 0.85, 0.8, 1.3),),
}
"""Rectangles (left, top, right, bottom) from the face's centre, in face sizes: the longer side of its box."""
_LUMA = np.array((0.299, 0.587, 0.114), np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """What `surface_of` read from one face."""

    colours: NDArray[np.float32]
    """(4, 3) for each of `COLOUR_REGIONS`: ln(R/G), ln(B/G), ln(brightness); NaN outside the picture."""
    sharpness: float
    """Energy of the Laplacian over the variance of brightness on the resampled face: of what there is to see, how much
    is fine. Without unit."""


def _colour(pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(3,) ln(R/G), ln(B/G), ln(brightness) of a mean colour; 8 is added so that near black gives no huge ratios."""
    red, green, blue = (pixels.reshape(-1, 3).mean(axis=0) + 8.0).tolist()
    light = 0.299 * red + 0.587 * green + 0.114 * blue
    return np.array((np.log(red / green), np.log(blue / green), np.log(light)), np.float32)


def _scene_colours(box: FaceBox, picture: NDArray[np.uint8]) -> list[NDArray[np.float32]]:
    """Colours of hair, neck and torso around a face; NaN where more than half of a region is outside the picture."""
    size = max(box.width, box.height)
    x, y = box.centre
    height, width = picture.shape[:2]
    step = max(1, round(size / GRAIN))
    colours: list[NDArray[np.float32]] = []
    for name in COLOUR_REGIONS[1:]:
        parts: list[NDArray[np.uint8]] = []
        for left, top, right, bottom in _REGIONS[name]:
            middle_x, middle_y = x + size * (left + right) / 2, y + size * (top + bottom) / 2
            if not (0 <= middle_x < width and 0 <= middle_y < height):
                continue
            rows = slice(max(0, round(y + size * top)), round(y + size * bottom) + 1, step)
            columns = slice(max(0, round(x + size * left)), round(x + size * right) + 1, step)
            parts.append(picture[rows, columns].reshape(-1, 3))
        colours.append(_colour(np.concatenate(parts)) if parts else np.full(3, np.nan, np.float32))
    return colours


def pattern_of(face: Face, picture: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], float]:
    """The (52,) mean brightness of each used cell and the median brightness of the face, both 0 to 255.

    Each mesh point is the mean of five pixels a hundredth of the face apart, taken from the picture as it is.
    """
    height, width = picture.shape[:2]
    reach = max(face.box.width, face.box.height) / 100
    points = face.landmarks[:468, :2][None] + _CROSS[:, None] * np.float32(reach)
    columns = np.clip(np.rint(points[..., 0]), 0, width - 1).astype(np.intp)
    rows = np.clip(np.rint(points[..., 1]), 0, height - 1).astype(np.intp)
    # One flat index is several times faster than a pair of them.
    pixels = picture.reshape(-1, 3).take(rows * width + columns, axis=0)
    values = pixels.sum(axis=0, dtype=np.uint32).astype(np.float32) @ _LUMA / len(_CROSS)
    sums = np.bincount(_CELL_OF_POINT, weights=values, minlength=64)
    pattern = sums[USED_CELLS] / _POINTS_IN_CELL[USED_CELLS]
    return np.rint(pattern).astype(np.uint8), float(np.median(values))


def surface_of(face: Face, picture: NDArray[np.uint8]) -> Surface:
    """Reads colours and sharpness of `face` in its upright RGB picture."""
    box = square(face.box, margin=1.0)
    patch = cut(picture, box, size=PATCH)
    points = (face.landmarks[_CHEEKS, :2] - (box.x, box.y)) * (PATCH / box.width)
    columns, rows = (np.clip(np.rint(points[:, axis]).astype(np.intp), 0, PATCH - 1) for axis in (0, 1))
    inner = patch[PATCH // 8 : -PATCH // 8, PATCH // 8 : -PATCH // 8].astype(np.float32) @ _LUMA
    edges = 4 * inner[1:-1, 1:-1] - inner[:-2, 1:-1] - inner[2:, 1:-1] - inner[1:-1, :-2] - inner[1:-1, 2:]
    skin = _colour(patch[rows, columns])
    return Surface(
        colours=np.stack([skin, *_scene_colours(face.box, picture)]),
        sharpness=float(np.square(edges).mean() / (inner.var() + 1.0)),
    )
