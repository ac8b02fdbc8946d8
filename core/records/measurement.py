"""What the pixels gave: blendshapes, pose, gaze, quality, all in time. Never an emotion."""

from dataclasses import dataclass
from enum import IntFlag

import numpy as np
from numpy.typing import NDArray

BLENDSHAPES = (
    "_neutral", "browDownLeft", "browDownRight", "browInnerUp", "browOuterUpLeft", "browOuterUpRight",
    "cheekPuff", "cheekSquintLeft", "cheekSquintRight", "eyeBlinkLeft", "eyeBlinkRight", "eyeLookDownLeft",
    "eyeLookDownRight", "eyeLookInLeft", "eyeLookInRight", "eyeLookOutLeft", "eyeLookOutRight", "eyeLookUpLeft",
    "eyeLookUpRight", "eyeSquintLeft", "eyeSquintRight", "eyeWideLeft", "eyeWideRight", "jawForward", "jawLeft",
    "jawOpen", "jawRight", "mouthClose", "mouthDimpleLeft", "mouthDimpleRight", "mouthFrownLeft",
    "mouthFrownRight", "mouthFunnel", "mouthLeft", "mouthLowerDownLeft", "mouthLowerDownRight",
    "mouthPressLeft", "mouthPressRight", "mouthPucker", "mouthRight", "mouthRollLower", "mouthRollUpper",
    "mouthShrugLower", "mouthShrugUpper", "mouthSmileLeft", "mouthSmileRight", "mouthStretchLeft",
    "mouthStretchRight", "mouthUpperUpLeft", "mouthUpperUpRight", "noseSneerLeft", "noseSneerRight",
)  # fmt: skip
"""The 52 names in the order of MediaPipe Face Landmarker's blendshape output."""


class Quality(IntFlag):
    """Why a face could not, or could hardly, be read at a moment. 0 is a usable face."""

    GOOD = 0
    LOST = 1
    OCCLUDED = 2
    OFF_ANGLE = 4
    SMALL = 8
    BLURRED = 16
    DARK = 32


@dataclass(frozen=True, slots=True, eq=False)
class Measurements:
    """One person's face over time: n samples in strictly increasing time. A moment without a face has no sample."""

    times_s: NDArray[np.float64]
    """(n,) seconds after the recording's first frame."""
    boxes: NDArray[np.float32]
    """(n, 4) x, y, width, height in pixels of the upright picture."""
    blendshapes: NDArray[np.float32]
    """(n, 52) in [0, 1]."""
    pose: NDArray[np.float32]
    """(n, 3) yaw, pitch, roll in degrees. Yaw > 0: turned to the person's own left (the picture's right).
    Pitch > 0: looking up. Roll > 0: tilted to the person's own right shoulder (clockwise rotation seen by that
    person, the crown moves to the picture's left)."""
    quality: NDArray[np.uint8]
    """(n,) `Quality` flags."""
    quality_values: NDArray[np.float32]
    """(n, 6) the numbers the flags were decided on: agreement with the person's own look, drop of the detector's score,
    off-angle in degrees, face height in pixels, sharpness, brightness; names, units and thresholds with the rule in
    `core.faces.quality`."""
    observed: NDArray[np.float32]
    """(n, k) what the observers read from each face, NaN where one did not look; columns in `observed_names`."""
    observed_names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.times_s)

    def named(self, name: str) -> NDArray[np.float32]:
        """(n,) one blendshape or observed column by its name. Raises `KeyError` for an unknown name."""
        if name in BLENDSHAPES:
            return self.blendshapes[:, BLENDSHAPES.index(name)]
        if name in self.observed_names:
            return self.observed[:, self.observed_names.index(name)]
        raise KeyError(name)


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """Where somebody speaks, from the audio track alone."""

    spans_s: tuple[tuple[float, float], ...]
    """Seconds after the recording's first frame, in order, not touching."""
    rule: str
    """The rule and thresholds that decided, as a sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class PersonTrack:
    """One face followed through the recording and matched to itself after gaps; a human may correct the match."""

    person: str
    """P1, P2, … in the order of appearance."""
    measurements: Measurements


@dataclass(frozen=True, slots=True, eq=False)
class FacePass:
    """All faces of a stretch of a recording."""

    sampled_s: NDArray[np.float64]
    """(m,) times of the frames that were looked at, faces or not."""
    people: tuple[PersonTrack, ...]
    cuts_s: tuple[float, ...]
    """Times of the first frame after each shot cut."""
    broken_frames: int
    """Frames that could not be decoded and were passed over."""
