"""How well a face can be read at each moment. In: arrays of one person's sightings. Out: flags and the numbers behind.

Each flag has one number and one threshold, all named in `QualityRule`. Must not know: files, models, expressions.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from core.faces.surface import CELL_COLUMNS, CELL_ROWS
from core.records.measurement import Quality

QUALITY_VALUES = ("agreement", "score_drop", "off_angle_deg", "height_px", "sharpness", "brightness")
"""Columns of `Measurements.quality_values`:

- `agreement` in [-1, 1]: correlation of the face's brightness pattern with the person's own at sure moments, of the
  worst half (upper, lower, left, right). A hand hides lips, nostrils, eyes: the pattern of that half goes. Below
  `occluded_agreement`: occluded.
- `score_drop` in [0, 1]: by how much the face detector is less sure than it usually is of this person. Above
  `occluded_score_drop`, with an agreement below `doubtful_agreement`: occluded.
- `off_angle_deg`: angle between where the face points and the line of sight. Above `off_angle_deg`: off-angle.
- `height_px`: height of the face in pixels of the picture, brow to chin. Below `small_px`: small.
- `sharpness`, without unit, see `core.faces.surface`. Below `blurred_sharpness`: blurred.
- `brightness`: median of the face, 0 to 255. Below `dark_brightness`: dark.
"""


@dataclass(frozen=True, slots=True)
class QualityRule:
    """Thresholds, each with what it was measured on (clips in `../shared/footage`, the sample clip)."""

    occluded_agreement: float = 0.8
    """Sample clip: hand over the nose 0.4 to 0.6, cheek and mouth corner 0.6 to 0.78, lower lip and chin 0.66 to 0.83;
    without a hand, crying, laughing, talking, grimacing: above 0.83 in every frame of five clips."""
    occluded_score_drop: float = 0.065
    """Sample clip, hand before the face: 0.06 to 0.11; clips without: at most 0.06, but up to 0.11 where a grimace
    meets a distorted picture; so it counts only together with the next."""
    doubtful_agreement: float = 0.88
    """A drop of the score counts only where the pattern agrees by less than this."""
    sure_score: float = 0.02
    """Sure moments: the detector's score is at most this much below the person's usual one (its 80th percentile)."""
    sure_off_angle_deg: float = 25.0
    """And the head is turned no further."""
    most_sure: int = 256
    """This many sure moments, spread over the recording, are compared with."""
    nearest: int = 5
    """The mean over this many best fits counts."""
    apart_s: float = 2.0
    """Moments closer than this (or a quarter of the time, if that is less) say nothing about each other."""
    off_angle_deg: float = 45.0
    """Degrees. From about here the far eye and mouth corner are guessed, not seen; posed displays at 37 degrees are
    still read."""
    small_px: float = 40.0
    """Reduced to this height, blendshapes differ from those of the full picture by 0.03 on average (at 80 pixels by
    0.014, at 30 by 0.05), and those that move correlate by 0.92 to 0.96."""
    blurred_sharpness: float = 0.012
    """Sharp faces give 0.12 to 0.6, a sharp face of 48 pixels 0.02 to 0.05; a blur (Gaussian, one sigma) of 1 % of the
    face's height gives 0.01 to 0.03, one of 2 % 0.002 to 0.007."""
    dark_brightness: float = 40.0

    def sentences(self) -> Mapping[str, str]:
        """The rule for each flag with its threshold, in words for a method statement."""
        return {
            "lost": "no face was found for this person at this moment",
            "occluded": (
                f"the brightness pattern of one half of the face agrees with the person's own at sure moments by "
                f"less than {self.occluded_agreement:g} (correlation), or by less than "
                f"{self.doubtful_agreement:g} while the face detector is less sure than usual by more than "
                f"{self.occluded_score_drop:g}"
            ),
            "off_angle": f"the face points more than {self.off_angle_deg:g} degrees away from the camera",
            "small": f"the face is less than {self.small_px:g} pixels high",
            "blurred": f"fine detail is below {self.blurred_sharpness:g} of the face's contrast",
            "dark": f"the face's median brightness is below {self.dark_brightness:g} of 255",
        }

    def thresholds(self) -> Mapping[str, float]:
        """Every number of the rule by name, for the provenance."""
        return asdict(self)


_USUAL = 0.8
"""Quantile of the detector's scores that is called the person's usual one."""
_CHUNK = 4096
"""Rows compared at a time, so that memory stays flat."""
_HALVES = (CELL_ROWS < 4, CELL_ROWS >= 4, CELL_COLUMNS < 4, CELL_COLUMNS >= 4)


def off_angle(pose: NDArray[np.float32]) -> NDArray[np.float32]:
    """(n,) degrees between the face's direction and the line of sight, from (n, 3) yaw, pitch, roll."""
    yaw, pitch = np.radians(pose[:, 0]), np.radians(pose[:, 1])
    return np.degrees(np.arccos(np.clip(np.cos(yaw) * np.cos(pitch), -1.0, 1.0))).astype(np.float32)


def _scaled(light: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rows less their mean, of length 1, so that a product of two is their correlation; a flat row becomes 0."""
    rows = light - light.mean(axis=1, keepdims=True)
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)


def agreement(
    pattern: NDArray[np.uint8],
    *,
    times_s: NDArray[np.float64],
    score: NDArray[np.float32],
    angle: NDArray[np.float32],
    rule: QualityRule,
) -> NDArray[np.float32]:
    """(n,) how well the worst half of each face agrees with the person's own sure moments; 1 where there are none.

    Compared with the moments nearest to it rather than with one mean, because light, turn of the head and display
    change the pattern too (measured: with one mean a strongly lit turned face fails like a covered one).
    """
    sure = np.flatnonzero(
        (score >= np.quantile(score, _USUAL) - rule.sure_score) & (angle <= rule.sure_off_angle_deg)
        if len(score)
        else np.zeros(0, np.bool_)
    )
    if len(sure) > rule.most_sure:
        sure = sure[np.linspace(0, len(sure) - 1, rule.most_sure).round().astype(np.intp)]
    agrees = np.ones(len(pattern), np.float32)
    if len(sure) == 0:
        return agrees
    apart_s = min(rule.apart_s, float(times_s[-1] - times_s[0]) / 4)
    compared_with = [_scaled(pattern[sure][:, half].astype(np.float32)) for half in _HALVES]
    for first in range(0, len(pattern), _CHUNK):
        rows = slice(first, first + _CHUNK)
        near = np.abs(times_s[rows, None] - times_s[sure][None]) < apart_s
        compared = np.minimum(rule.nearest, (~near).sum(axis=1))
        worst = np.full(near.shape[0], np.inf, np.float32)
        for half, theirs in zip(_HALVES, compared_with, strict=True):
            own = _scaled(pattern[rows][:, half].astype(np.float32))
            fits = np.where(near, -np.inf, own @ theirs.T)
            best = -np.partition(-fits, min(rule.nearest, len(sure)) - 1, axis=1)[:, : rule.nearest]
            total = np.where(np.isfinite(best), best, 0).sum(axis=1)
            worst = np.minimum(worst, np.where(compared > 0, total / np.maximum(compared, 1), 1.0))
        agrees[rows] = worst
    return agrees


def judge(
    *,
    times_s: NDArray[np.float64],
    boxes: NDArray[np.float32],
    pose: NDArray[np.float32],
    pattern: NDArray[np.uint8],
    brightness: NDArray[np.float32],
    score: NDArray[np.float32],
    sharpness: NDArray[np.float32],
    rule: QualityRule,
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Flags (n,) of `Quality` and values (n, 6) in the order of `QUALITY_VALUES`, for one person's n sightings."""
    angle = off_angle(pose)
    usual_score = np.quantile(score, _USUAL) if len(score) else np.float32(0)
    drop = np.maximum(usual_score - score, 0)
    agrees = agreement(pattern, times_s=times_s, score=score, angle=angle, rule=rule)
    values = np.stack([agrees, drop, angle, boxes[:, 3], sharpness, brightness], axis=1).astype(np.float32)
    flags = np.zeros(len(times_s), np.uint8)
    turned = angle > rule.off_angle_deg
    # A turned head hides half of the face by itself: that is said once, as off-angle.
    occluded = ~turned & (
        (agrees < rule.occluded_agreement) | ((drop > rule.occluded_score_drop) & (agrees < rule.doubtful_agreement))
    )
    for rows, flag in (
        (occluded, Quality.OCCLUDED),
        (turned, Quality.OFF_ANGLE),
        (boxes[:, 3] < rule.small_px, Quality.SMALL),
        (sharpness < rule.blurred_sharpness, Quality.BLURRED),
        (brightness < rule.dark_brightness, Quality.DARK),
    ):
        flags[rows] |= np.uint8(flag)
    return flags, values
