"""What a vision language model said of one segment: its words level by level, and the candidates they were chosen from.

An account is kept beside the affective tree that was read out of it, so that a reader can check the one against the
other. Candidates that lost stay as alternatives.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from core.records.tree import AffectiveTree, Level


@dataclass(frozen=True, slots=True)
class Candidate:
    """One answer of the model at one level."""

    text: str
    tree: AffectiveTree
    """What was read out of the text; empty where nothing could be."""
    score: float
    """In [0, 1], what the candidates were ranked by: the weighted mean of `parts`."""
    parts: Mapping[str, float]
    """Each in [0, 1], only those that were used: `consensus`, `agreement` with measurements, `likelihood`, `judge`."""
    log_probability: float
    """Mean log-probability of its tokens under the model, in nats; NaN where the engine does not tell."""
    tokens: int
    ended: bool
    """False where it was cut off at the longest length."""


@dataclass(frozen=True, slots=True)
class LevelAccount:
    """One level of the search."""

    level: Level
    prompt: str
    """Name and version of the prompt, as `search/attributes@1`."""
    candidates: tuple[Candidate, ...]
    chosen: int
    """Place of the winner in `candidates`."""
    stability: float | None
    """Mean similarity of the other candidates' trees to the winner's, in [0, 1]; None for a single candidate."""


@dataclass(frozen=True, slots=True)
class Account:
    """What the model said of one person in one segment."""

    levels: tuple[LevelAccount, ...]
    rationale: str
    """Its answer to being asked for reasons; empty where it was not asked."""
    unread: tuple[str, ...]
    """Sentences of the winners that no rule could read."""
    failure: str
    """Why there is no reading, as a sentence; empty where there is one."""
    frames: int
    """Pictures the model was given."""
