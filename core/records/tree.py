"""The affective tree: clues of one person in one segment, joined by rationale edges from the bottom up."""

from dataclasses import dataclass
from typing import Literal

from core.records.moment import Span

Level = Literal["attribute", "expression", "emotion"]
Support = Literal["supported", "contradicted", "not_measurable"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One measured value a clue rests on."""

    measure: str
    """Name of the measurement: an action unit, `yaw_deg`, `appearance: sadness`, …"""
    value: float
    """Measured over the clue's span, in `unit`."""
    baseline: float | None
    """The person's own neutral value in the same unit; None where no baseline could be taken."""
    threshold: float
    """The value from which the rule says "present"."""
    unit: str
    rule: str
    """How value and threshold were compared, in words a reader can check."""


@dataclass(frozen=True, slots=True)
class Clue:
    """One statement at one level, with what it rests on."""

    id: str
    level: Level
    name: str
    """Term of the taxonomy: `AU12`, `smile with raised cheeks`, `happiness`."""
    value: str
    """The term's value: `present`, `marked`, `left`, …"""
    text: str
    """The statement in plain words."""
    span: Span
    score: float
    """In [0, 1]: how strongly the evidence speaks for the clue. Not a probability unless the level is emotion."""
    support: Support
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class RationaleEdge:
    """`source` is given as a reason for `target`, one level up."""

    source: str
    target: str
    why: str


@dataclass(frozen=True, slots=True)
class AffectiveTree:
    """Clues in the order attribute, expression, emotion, and the edges between neighbouring levels."""

    clues: tuple[Clue, ...]
    edges: tuple[RationaleEdge, ...]

    def at(self, level: Level) -> tuple[Clue, ...]:
        """The clues of one level."""
        return tuple(clue for clue in self.clues if clue.level == level)
