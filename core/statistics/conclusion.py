"""A figure that may be drawn, or the reason why not. Comes in: numbers and thresholds. Goes out: a type to branch on.

A figure that cannot be had is a `Refusal` with a sentence for the reader, so that no NaN and no 0 stands for "missing".
Must not know: what the figure is about.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why no figure is given. Printed in its place, never turned into 0."""

    reason: str
    """A whole sentence."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A percentile bootstrap interval."""

    low: float
    high: float
    level: float
    """Share of resamples between `low` and `high`, as 0.95."""
    resamples: int
    rule: str
    """What was resampled, as a sentence."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its uncertainty, in the unit its owner names."""

    value: float
    interval: Interval | Refusal


Conclusion = Estimate | Refusal
