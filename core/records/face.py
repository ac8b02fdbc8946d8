"""A face in one frame and a cut-out of it. Coordinates are pixels of the upright source picture."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.records.moment import Moment


@dataclass(frozen=True, slots=True)
class FaceBox:
    """A rectangle in pixels of the upright source picture; it may reach over the picture's border."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> tuple[float, float]:
        """Centre (x, y) in pixels."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """What the landmarker gave for one face in one frame."""

    box: FaceBox
    """Tight box around the landmarks."""
    landmarks: NDArray[np.float32]
    """(478, 3) pixels of the upright source picture; z in the same scale, smaller is nearer."""
    blendshapes: NDArray[np.float32]
    """(52,) in [0, 1], in the order of `core.records.measurement.BLENDSHAPES`."""
    transform: NDArray[np.float32]
    """(4, 4) canonical face to camera, as MediaPipe gives it."""


@dataclass(frozen=True, slots=True, eq=False)
class Crop:
    """A square cut-out around a face, ready for a vision model."""

    moment: Moment
    box: FaceBox
    """Where it was cut; over the border the edge is repeated, never filled with black."""
    pixels: NDArray[np.uint8]
    """(size, size, 3) uint8 RGB."""
