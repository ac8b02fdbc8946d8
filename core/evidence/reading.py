"""Reads one segment: a distribution, its alternatives, its stability and where its signals disagree.

Comes in: the rows of one person in one segment. Goes out: a `Reading`. It says unclear rather than guess.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evidence.grid import STEP_S
from core.evidence.prototypes import appearance_scores, model, named, to_distribution, unit_scores
from core.records.analysis import EMOTIONS, UNCLEAR, Reading


@dataclass(frozen=True, slots=True)
class ReadingRule:
    """Thresholds of a reading."""

    least_probability: float = 0.34
    """Below this the most probable emotion is not named."""
    least_lead: float = 0.08
    """Nor is it when the next one is this close."""
    least_stability: float = 0.5
    """Nor when fewer of the re-samplings than this agree."""
    disagree: float = 0.4
    """Two signals disagree when each gives its own first choice at least this and the other's less than half of it."""
    resamples: int = 200
    """Block bootstrap over the segment's rows, each with measurement noise added."""
    block_s: float = 0.5
    """Length of a block: neighbouring rows are not independent."""


def read_rows(
    units: NDArray[np.float64],
    appearance: NDArray[np.float64],
    *,
    talking: NDArray[np.bool_],
    own: float,
    rule: ReadingRule,
    seed: int,
) -> Reading:
    """The reading of n usable rows: `units` (n, k) intensities, `appearance` (n, 7), `talking` (n,).

    `own` in [0, 1] is the trust in the person's own neutral.
    """
    by_units = unit_scores(units, talking, own=own)
    by_appearance = appearance_scores(appearance)
    distribution = to_distribution((by_units + by_appearance).mean(axis=0))
    order = np.argsort(-distribution, kind="stable")
    first, second = int(order[0]), int(order[1])
    effects = _effects_of_noise(units, talking, own)
    stability = _stability(by_units + by_appearance, effects, first=first, rule=rule, seed=seed)
    alone = {
        "action units": to_distribution(by_units.mean(axis=0)),
        "appearance": to_distribution(by_appearance.mean(axis=0)),
    }
    clear = (
        distribution[first] >= rule.least_probability
        and distribution[first] - distribution[second] >= rule.least_lead
        and stability >= rule.least_stability
    )
    return Reading(
        label=EMOTIONS[first] if clear else UNCLEAR,
        distribution=named(distribution),
        alternatives=tuple(EMOTIONS[int(place)] for place in (order[1:3] if clear else order[:2])),
        stability=stability,
        signals={name: named(values) for name, values in alone.items()},
        remark=_remark(alone["action units"], alone["appearance"], rule),
    )


def _effects_of_noise(units: NDArray[np.float64], talking: NDArray[np.bool_], own: float) -> NDArray[np.float64]:
    """(k, 7) what one standard deviation of each action unit's measurement does to the score of the mean row."""
    mean, count = units.mean(axis=0), units.shape[1]
    talks = np.full(count, talking.mean() >= 0.5)
    moved = np.clip(mean + model().noise * np.eye(count), 0.0, 1.0)
    return unit_scores(moved, talks, own=own) - unit_scores(mean[None, :], talks[:1], own=own)


def _stability(
    scores: NDArray[np.float64], effects: NDArray[np.float64], *, first: int, rule: ReadingRule, seed: int
) -> float:
    """Share of re-samplings of (n, 7) rows in which class number `first` stays the most probable."""
    rows = len(scores)
    block = max(1, min(rows, round(rule.block_s / STEP_S)))
    random = np.random.default_rng(seed)
    starts = random.integers(0, rows - block + 1, size=(rule.resamples, -(-rows // block)))
    chosen = (starts[:, :, None] + np.arange(block)).reshape(rule.resamples, -1)
    noise = random.standard_normal((rule.resamples, len(effects))) @ effects
    blur = model().trust * model().appearance_noise * random.standard_normal((rule.resamples, len(EMOTIONS)))
    drawn = scores[chosen].mean(axis=1) + noise + blur
    return float(np.mean(np.argmax(drawn, axis=1) == first))


def _remark(units: NDArray[np.float64], appearance: NDArray[np.float64], rule: ReadingRule) -> str:
    a, b = int(np.argmax(units)), int(np.argmax(appearance))
    apart = a != b and units[a] >= rule.disagree and appearance[b] >= rule.disagree
    if not apart or units[b] > units[a] / 2 or appearance[a] > appearance[b] / 2:
        return ""
    return (
        f"Two signals disagree: the action units alone look like {EMOTIONS[a]} ({units[a]:.2f}), the appearance of "
        f"the whole face like {EMOTIONS[b]} ({appearance[b]:.2f})."
    )
