"""Measurements made by hand, for tests of what is drawn from them."""

import numpy as np

from core.evidence.appearance import APPEARANCE
from core.evidence.shape import SHAPES
from core.records.analysis import EMOTIONS
from core.records.measurement import BLENDSHAPES, Measurements

GAZE = ("gaze_x_deg", "gaze_y_deg")
RESTING_SHAPE = (0.219, 0.182, 0.041, 0.317, 0.095, -0.031, -0.004, 0.575, 0.425, 0.173, 0.004, 0.209)
"""Medians of neutral faces, in the order of `SHAPES`."""


def measured(
    times_s: np.ndarray,
    *,
    blendshapes: dict[str, np.ndarray | float] | None = None,
    appearance: dict[str, np.ndarray | float] | None = None,
    shapes_given: dict[str, np.ndarray | float] | None = None,
    quality: np.ndarray | int = 0,
    pose: np.ndarray | None = None,
) -> Measurements:
    """Samples at `times_s`; blendshapes not named are 0, the appearance not named shares what is left."""
    rows = len(times_s)
    shapes = np.zeros((rows, 52), dtype=np.float32)
    for name, value in (blendshapes or {}).items():
        names = [name[:-1] + "Left", name[:-1] + "Right"] if name.endswith("*") else [name]
        for one in names:
            shapes[:, BLENDSHAPES.index(one)] = value
    given = appearance if appearance is not None else {"neutral": 0.9}
    looks = np.zeros((rows, len(EMOTIONS)), dtype=np.float32)
    for emotion, value in given.items():
        looks[:, EMOTIONS.index(emotion)] = value
    rest = [place for place, emotion in enumerate(EMOTIONS) if emotion not in given]
    if rest:
        looks[:, rest] = ((1.0 - looks.sum(axis=1)) / len(rest))[:, None]
    shape = np.tile(np.array(RESTING_SHAPE, dtype=np.float32), (rows, 1))
    for name, value in (shapes_given or {}).items():
        shape[:, SHAPES.index(f"shape: {name}")] = value
    return Measurements(
        times_s=np.asarray(times_s, dtype=np.float64),
        boxes=np.tile(np.array([10, 10, 100, 100], dtype=np.float32), (rows, 1)),
        blendshapes=shapes,
        pose=np.zeros((rows, 3), dtype=np.float32) if pose is None else pose.astype(np.float32),
        quality=np.full(rows, quality, dtype=np.uint8) if np.isscalar(quality) else np.asarray(quality, np.uint8),
        quality_values=np.zeros((rows, 6), dtype=np.float32),
        observed=np.concatenate([looks, shape, np.zeros((rows, 2), dtype=np.float32)], axis=1),
        observed_names=(*APPEARANCE, *SHAPES, *GAZE),
    )
