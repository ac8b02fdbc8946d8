"""Distances between landmarks in the head's own axes: what blendshapes miss, such as oblique brows and a thin mouth.

Comes in: one face. Goes out: twelve lengths in units of the distance between the outer eye corners. Knows no pixels.
Numbers are those of MediaPipe's mesh of 478 landmarks.
"""

import numpy as np
from numpy.typing import NDArray

from core.faces.pose import rotation
from core.records.face import Face

SHAPES = (
    "shape: brow height, inner",
    "shape: brow height, outer",
    "shape: brow tilt",
    "shape: brow gap",
    "shape: eye opening",
    "shape: lower lid height",
    "shape: lip corner height",
    "shape: mouth width",
    "shape: nostril width",
    "shape: upper lip to nose",
    "shape: lip gap",
    "shape: lip thickness",
)
"""Names of the observed columns."""

_CANTHI = [33, 133, 263, 362]
_BROW_INNER = [107, 336, 55, 285, 66, 296]
_BROW_OUTER = [70, 300, 63, 293, 46, 276]
_LID_UPPER = [159, 386, 158, 385, 160, 387]
_LID_LOWER = [145, 374, 153, 380, 144, 373]
_LIP_PAIRS = np.array([(0, 13), (37, 82), (267, 312), (14, 17), (87, 84), (317, 314)])


class LandmarkShape:
    """Observes one face at a time; holds no state."""

    names = SHAPES
    every_s = 0.1

    def observe(self, face: Face, picture: NDArray[np.uint8]) -> NDArray[np.float32]:  # noqa: ARG002 (needs no pixels)
        """(12,) lengths in the order of `SHAPES`."""
        points = face.landmarks.astype(np.float64) * (1.0, -1.0, -1.0)
        points = (points - points.mean(axis=0)) @ rotation(face.transform)
        points /= np.linalg.norm(points[33] - points[263])
        height = points[:, 1]
        inner, outer = height[_BROW_INNER].mean(), height[_BROW_OUTER].mean()
        eyes, lower_lid = height[_CANTHI].mean(), height[_LID_LOWER].mean()
        lips = np.linalg.norm(points[_LIP_PAIRS[:, 0]] - points[_LIP_PAIRS[:, 1]], axis=1)
        return np.array(
            [
                inner - eyes,
                outer - eyes,
                inner - outer,
                (abs(points[107, 0] - points[336, 0]) + abs(points[55, 0] - points[285, 0])) / 2,
                height[_LID_UPPER].mean() - lower_lid,
                lower_lid - eyes,
                height[[61, 291]].mean() - height[[13, 14]].mean(),
                np.linalg.norm(points[61] - points[291]),
                np.linalg.norm(points[48] - points[278]),
                height[[2, 94, 97, 326]].mean() - height[[0, 37, 267]].mean(),
                max(0.0, float(height[[13, 82, 312]].mean() - height[[14, 87, 317]].mean())),
                lips.sum() / 3,
            ],
            dtype=np.float32,
        )
