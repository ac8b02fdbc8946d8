"""A person's own neutral, from the recording itself.

Comes in: measured columns, the appearance network's reading and where the person speaks. Goes out: the neutral value of
each column and the rule that gave it, as a sentence. A held expression must not become neutral, so a moment counts as
neutral when the appearance says so; where that never happens, the person's usual face stands in and is trusted less,
and never in a short recording. The network also calls weak displays neutral: where it says neutral throughout, there is
no other moment to tell a rest from a held display, so that neutral is believed only after a longer time.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.records.analysis import EMOTIONS


@dataclass(frozen=True, slots=True)
class BaselineRule:
    """Thresholds of the neutral rule."""

    neutral_appearance: float = 0.5
    """Probability of neutral, by the appearance network, from which a moment counts as neutral."""
    least_s: float = 1.0
    """With less neutral time than this, the person's usual face stands in."""
    half_trust_s: float = 1.0
    """With this much neutral time the own neutral is trusted by half."""
    stands_out: float = 0.3
    """Neutral moments stand out when the other quiet ones look neutral less than this, on average …"""
    others: float = 0.2
    """… and are at least this share of the quiet time."""
    alike_half_trust_s: float = 10.0
    """With this much neutral time a neutral that does not stand out is trusted by half."""
    usual_least_s: float = 5.0
    """With less time than this, there is no usual face either."""
    usual_half_trust_s: float = 10.0
    """With this much time the usual face has half of its trust."""
    usual_trust: float = 0.7
    """The most the usual face is trusted: somebody may show something throughout."""


@dataclass(frozen=True, slots=True, eq=False)
class Baseline:
    """A person's neutral."""

    neutral: NDArray[np.float64] | None
    """(c,) value of each measured column in the neutral face; None where there is none."""
    trust: float
    """In [0, 1]: how far it is believed; 0 without an own neutral."""
    rule: str
    """How it was taken, as a sentence."""


def take_baseline(
    values: NDArray[np.float64],
    *,
    appearance: NDArray[np.float64],
    quiet: NDArray[np.bool_],
    step_s: float,
    rule: BaselineRule,
) -> Baseline:
    """The neutral of one person from (n, c) measured columns and (n, 7) appearance probabilities.

    `quiet` is (n,): usable and not speaking. Rows are `step_s` apart; NaN rows are never neutral.
    """
    looks_neutral = appearance[:, EMOTIONS.index("neutral")]
    known = np.isfinite(values).all(axis=1)
    with np.errstate(invalid="ignore"):
        calm = quiet & known & (looks_neutral >= rule.neutral_appearance)
    neutral_s = float(calm.sum()) * step_s
    if neutral_s >= rule.least_s - 1e-9:
        others = quiet & known & ~calm
        few = others.sum() < rule.others * (quiet & known).sum()
        alike = bool(few or np.nanmean(looks_neutral[others]) >= rule.stands_out)
        trust = neutral_s / (neutral_s + (rule.alike_half_trust_s if alike else rule.half_trust_s))
        sentence = (
            f"Median over {neutral_s:.1f} s in which the appearance network reads neutral (at least "
            f"{rule.neutral_appearance:g}) and the person does not speak"
            f"{', with little else to compare, so that it may be a held display' if alike else ''}; trusted by "
            f"{trust:.0%}, the rest compares with the resting faces of other people."
        )
        return Baseline(np.median(values[calm], axis=0), trust, sentence)
    known_s = float(known.sum()) * step_s
    if known_s < rule.usual_least_s:
        sentence = (
            f"Less than {rule.least_s:g} s of neutral display was found in too short a time; the face is compared "
            "with the resting faces of other people alone."
        )
        return Baseline(None, 0.0, sentence)
    trust = rule.usual_trust * known_s / (known_s + rule.usual_half_trust_s)
    sentence = (
        f"Less than {rule.least_s:g} s of neutral display was found, so the person's usual face (median over "
        f"{known_s:.0f} s) stands in; trusted by {trust:.0%}, the rest compares with the resting faces of other people."
    )
    return Baseline(np.median(values[known], axis=0), trust, sentence)
