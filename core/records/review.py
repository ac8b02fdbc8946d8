"""A human's verdict on a node of an analysis. A review is a new record: the analysis it points at never changes."""

from dataclasses import dataclass
from typing import Literal

from core.records.moment import Span
from core.records.tree import Clue

Verdict = Literal["agree", "disagree", "correct", "unsure"]


@dataclass(frozen=True, slots=True)
class Correction:
    """What a rater puts in the place of the model's reading. At least one of the four is given."""

    label: str | None = None
    """Another label for the segment, or for the clue the review points at."""
    span: Span | None = None
    """Another span, in seconds after the recording's first frame."""
    added: Clue | None = None
    """A clue the model missed."""
    removed: str | None = None
    """Id of a clue that is not there."""

    def __post_init__(self) -> None:
        if self.label is None and self.span is None and self.added is None and self.removed is None:
            raise ValueError("a correction corrects a label, a span or a clue")


@dataclass(frozen=True, slots=True)
class Review:
    """One rater's verdict on one segment or one of its clues."""

    id: int
    analysis: int
    segment: str
    """Id of the segment within its analysis."""
    clue: str | None
    """Id of a clue within the segment's tree; None for the segment's reading as a whole."""
    verdict: Verdict
    correction: Correction | None
    """Given exactly when the verdict is `correct`."""
    rater: str
    blind: bool
    """Whether the rater gave it without seeing the model's reading or anyone else's review."""
    at: str
    """UTC, ISO 8601."""
    comment: str


@dataclass(frozen=True, slots=True)
class Rater:
    """Somebody who reviews. A blind one is shown spans and people, no readings and nobody else's reviews."""

    name: str
    blind: bool


@dataclass(frozen=True, slots=True)
class Annotation:
    """What one rater, or the model, says about a span of one person: what agreement is computed from."""

    analysis: int
    segment: str
    person: str
    """The person after all corrections of people."""
    start_s: float
    """Seconds after the recording's first frame."""
    end_s: float
    label: str | None
    """None where the source says: cannot tell, or not assessable, or the model failed."""
    source: str
    """The rater's name, or `model`."""
    speaking: bool | None = None
    """Whether the person speaks for most of the segment; None where that cannot be told."""
    failed: bool = False
    """Whether the source is the model and failed to read the segment."""
