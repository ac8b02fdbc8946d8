"""Does a measurement support a clue? The one rule for the built-in analyst and, later, for a language model's words.

Comes in: which action units a statement needs, what was measured, what was hidden. Goes out: supported, contradicted or
not measurable. Knows nothing of who made the statement.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.records.tree import Support


@dataclass(frozen=True, slots=True)
class SupportRule:
    """Thresholds of the check."""

    contradicted_below: float = 0.4
    """A needed unit below this share of its threshold speaks against the statement; between the two it is undecided."""


def support(
    needs: Sequence[Sequence[str]],
    *,
    intensity: Mapping[str, float],
    threshold: Mapping[str, float],
    hidden: frozenset[str],
    rule: SupportRule,
) -> Support:
    """Whether action units support a statement.

    `needs` is a list of alternatives, each a list of units that must all be displayed. `intensity` and `threshold`
    are by unit, in [0, 1]; `hidden` are units that could not be seen. A statement without needs is not measurable.
    """
    verdicts = [_alternative(units, intensity, threshold, hidden, rule) for units in needs if units]
    if "supported" in verdicts:
        return "supported"
    if not verdicts or "not_measurable" in verdicts:
        return "not_measurable"
    return "contradicted"


def _alternative(
    units: Sequence[str],
    intensity: Mapping[str, float],
    threshold: Mapping[str, float],
    hidden: frozenset[str],
    rule: SupportRule,
) -> Support:
    seen = [unit for unit in units if unit not in hidden]
    if any(intensity[unit] < rule.contradicted_below * threshold[unit] for unit in seen):
        return "contradicted"
    if len(seen) < len(units) or any(intensity[unit] < threshold[unit] for unit in seen):
        return "not_measurable"
    return "supported"
