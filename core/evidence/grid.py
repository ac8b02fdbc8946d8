"""One person's measurements on a regular grid of time.

Comes in: samples at whatever times the frames had. Goes out: rows every `STEP_S`, so that nothing downstream depends on
a file's frame rate or on how many frames were read. A row is the mean of the usable samples in its step; a row without
a usable face is NaN, never 0.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.evidence.action_units import measured_columns
from core.evidence.appearance import APPEARANCE
from core.records.measurement import Measurements, Quality

STEP_S = 0.1
"""Length of a row in seconds."""

WATCHED = (
    "eyeBlinkLeft",
    "eyeBlinkRight",
    "jawOpen",
    "mouthFunnel",
    "mouthLowerDownLeft",
    "mouthLowerDownRight",
    "mouthPucker",
)
"""Blendshapes that movements are read from; the others go into action units alone and are not kept per row."""

LEVEL_S = 5.0
"""With this much time in the picture the person's median vertical gaze is taken for level; before, there is none."""

BRIDGE_S = 0.35
"""A row without a sample still counts as present when samples on both sides are no further apart than this."""


@dataclass(frozen=True, slots=True, eq=False)
class PersonGrid:
    """n rows of `STEP_S` seconds from `start_s` on."""

    person: str
    start_s: float
    times_s: NDArray[np.float64]
    """(n,) start of each row."""
    present: NDArray[np.bool_]
    """(n,) the face is in the picture."""
    usable: NDArray[np.bool_]
    """(n,) and good enough to read."""
    quality: NDArray[np.uint8]
    """(n,) `Quality` flags; `LOST` where not present."""
    values: NDArray[np.float64]
    """(n, c) measured columns (`core.evidence.action_units.columns`), NaN where not usable."""
    appearance: NDArray[np.float64]
    """(n, 7) probabilities of the appearance network, NaN where not usable."""
    watched: NDArray[np.float64]
    """(n, 7) the blendshapes of `WATCHED`, NaN where not present."""
    pose: NDArray[np.float64]
    """(n, 3) yaw, pitch, roll in degrees, NaN where not present."""
    gaze: NDArray[np.float64]
    """(n, 2) to the person's own left and up, in degrees relative to the head, NaN where not present. The lids give the
    vertical angle a constant offset, so it counts from the person's own median and is NaN in a short recording."""

    def blendshape(self, name: str) -> NDArray[np.float64]:
        """(n,) one of the watched blendshapes; `x*` is the mean of both sides."""
        if name.endswith("*"):
            return (self.blendshape(name[:-1] + "Left") + self.blendshape(name[:-1] + "Right")) / 2
        return self.watched[:, WATCHED.index(name)]


def to_grid(measurements: Measurements, *, person: str, start_s: float, end_s: float) -> PersonGrid:
    """Rows from `start_s` up to `end_s` (seconds after the first frame)."""
    rows = max(1, int(np.ceil((end_s - start_s) / STEP_S - 1e-6)))
    place = np.clip(np.floor((measurements.times_s - start_s) / STEP_S + 1e-6).astype(np.int64), 0, rows - 1)
    good = measurements.quality == Quality.GOOD
    seen = np.bincount(place, minlength=rows) > 0
    present = seen | _bridged(seen, round(BRIDGE_S / STEP_S))
    flags = _flags(measurements.quality, place, rows)
    flags[~present] = Quality.LOST
    enough = np.bincount(place[good], minlength=rows) * 2 >= np.maximum(np.bincount(place, minlength=rows), 1)
    usable = present & _nearest_true(enough & seen, seen)
    flags[usable] = Quality.GOOD
    gaze = np.stack([measurements.named("gaze_x_deg"), measurements.named("gaze_y_deg")], axis=1)
    appearance = np.stack([measurements.named(name) for name in APPEARANCE], axis=1)

    if len(measurements) == 0 or seen.sum() * STEP_S < LEVEL_S:
        gaze[:, 1] = np.nan
    else:
        gaze[:, 1] -= np.nanmedian(gaze[:, 1])

    def on_grid(values: NDArray[Any], keep: NDArray[np.bool_], where: NDArray[np.bool_]) -> NDArray[np.float64]:
        return _bridge(_means(values[keep], place[keep], rows), where)

    every = np.ones(len(measurements), dtype=np.bool_)
    return PersonGrid(
        person=person,
        start_s=start_s,
        times_s=start_s + STEP_S * np.arange(rows, dtype=np.float64),
        present=present,
        usable=usable,
        quality=flags,
        values=on_grid(measured_columns(measurements), good, usable),
        appearance=on_grid(appearance, good, usable),
        watched=on_grid(np.stack([measurements.named(name) for name in WATCHED], axis=1), every, present),
        pose=on_grid(measurements.pose, every, present),
        gaze=on_grid(gaze, every, present),
    )


def smooth(values: NDArray[np.float64], seconds: float) -> NDArray[np.float64]:
    """Mean over a centred window of about `seconds`, over the rows that have a value; NaN where none has."""
    half = round(seconds / STEP_S / 2)
    if half == 0:
        return values
    known = np.isfinite(values)
    low = np.maximum(np.arange(len(values)) - half, 0)
    high = np.minimum(np.arange(len(values)) + half + 1, len(values))
    zero = np.zeros((1, *values.shape[1:]))
    sums = np.concatenate([zero, np.cumsum(np.where(known, values, 0.0), axis=0)])
    counts = np.concatenate([zero, np.cumsum(known, axis=0)])
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(known, (sums[high] - sums[low]) / (counts[high] - counts[low]), np.nan)


def _means(values: NDArray[Any], place: NDArray[np.int64], rows: int) -> NDArray[np.float64]:
    """(rows, k) mean of each column over the samples in a row that have a value; NaN where none has."""
    means = np.full((rows, values.shape[1]), np.nan)
    for source, target in zip(values.T, means.T, strict=True):
        known = np.isfinite(source)
        counts = np.bincount(place[known], minlength=rows)
        sums = np.bincount(place[known], weights=source[known], minlength=rows)
        target[counts > 0] = sums[counts > 0] / counts[counts > 0]
    return means


def _bridge(values: NDArray[np.float64], where: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Fills the gaps inside `where` linearly and puts NaN elsewhere."""
    rows = np.arange(len(values))
    bridged = np.full_like(values, np.nan)
    for source, target in zip(values.T, bridged.T, strict=True):
        known = np.isfinite(source)
        if known.any():
            target[where] = np.interp(rows[where], rows[known], source[known])
    return bridged


def _bridged(seen: NDArray[np.bool_], longest: int) -> NDArray[np.bool_]:
    """True in gaps of at most `longest` rows between two rows that are seen."""
    rows = np.flatnonzero(seen)
    gap = np.zeros(len(seen), dtype=np.bool_)
    for before, after in pairwise(rows):
        if 1 < after - before <= longest:
            gap[before + 1 : after] = True
    return gap


def _nearest_true(flag: NDArray[np.bool_], known: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Each row takes the flag of the nearest known row."""
    rows = np.flatnonzero(known)
    if rows.size == 0:
        return np.zeros(len(flag), dtype=np.bool_)
    every = np.arange(len(flag))
    right = np.clip(np.searchsorted(rows, every), 0, len(rows) - 1)
    left = np.maximum(right - 1, 0)
    nearest = np.where(np.abs(rows[left] - every) <= np.abs(rows[right] - every), rows[left], rows[right])
    return flag[nearest]


def _flags(quality: NDArray[np.uint8], place: NDArray[np.int64], rows: int) -> NDArray[np.uint8]:
    """Each flag that at least half of a row's samples carry."""
    counts = np.bincount(place, minlength=rows)
    flags = np.zeros(rows, dtype=np.uint8)
    for flag in Quality:
        hits = np.bincount(place[(quality & flag) > 0], minlength=rows)
        flags[(hits * 2 >= np.maximum(counts, 1)) & (hits > 0)] |= np.uint8(flag)
    return flags
