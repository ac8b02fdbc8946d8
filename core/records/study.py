"""What a study holds beside analyses: people, sessions, recordings, events, notes, corrections of people, history.

Times within a session are seconds after the session's zero; a recording starts `offset_s` after it. Ids are whole
numbers that a study gives once and never again.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from core.records.video import Video

Role = Literal["therapist", "client", "bystander"]
ROLES: tuple[Role, ...] = ("therapist", "client", "bystander")
MarkerKind = Literal["event", "phase"]
MediaState = Literal["here", "missing", "changed"]


@dataclass(frozen=True, slots=True)
class Participant:
    """A person under study, by pseudonym."""

    id: int
    pseudonym: str
    remark: str


@dataclass(frozen=True, slots=True)
class Session:
    """One recorded meeting."""

    id: int
    name: str
    held_on: str
    """Date, ISO 8601; empty where it is not known."""
    setting: str
    participants: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Recording:
    """A media file of a session. The study holds where it lies and what it is, never the pictures."""

    id: int
    session: int
    path: str
    """Relative to the folder of the study with `/`, or absolute where no relative path leads there."""
    sha256: str
    offset_s: float
    """Where it starts, in seconds after the session's zero."""
    video: Video | None
    """What the container tells; None where nobody has probed it yet."""


@dataclass(frozen=True, slots=True)
class Marker:
    """An event (a moment) or a phase (from a start to an end) of a session."""

    id: int
    session: int
    kind: MarkerKind
    label: str
    start_s: float
    end_s: float | None
    """None for an event."""
    comment: str


@dataclass(frozen=True, slots=True)
class Note:
    """Free text on a session or a moment of it."""

    id: int
    session: int
    at_s: float | None
    text: str
    who: str
    at: str
    """UTC, ISO 8601."""


@dataclass(frozen=True, slots=True)
class Merge:
    """`gone` is the same person as `keep`."""

    keep: str
    gone: str


@dataclass(frozen=True, slots=True)
class Split:
    """From `at_s` on, what was followed as `person` is somebody else: `new`."""

    person: str
    at_s: float
    new: str


@dataclass(frozen=True, slots=True)
class Swap:
    """From `from_s` on, `first` and `second` are each other."""

    first: str
    second: str
    from_s: float


@dataclass(frozen=True, slots=True)
class Name:
    """The person is called `name` and, where given, is that participant."""

    person: str
    name: str
    participant: int | None = None


@dataclass(frozen=True, slots=True)
class Appoint:
    """The person is the therapist, a client or a bystander."""

    person: str
    role: Role


@dataclass(frozen=True, slots=True)
class Exclude:
    """The span counts neither as seen nor as assessable, for one person or (None) for everybody."""

    person: str | None
    start_s: float
    end_s: float
    why: str


PeopleOperation = Merge | Split | Swap | Name | Appoint | Exclude


@dataclass(frozen=True, slots=True)
class PeopleCorrection:
    """One correction of the people of an analysis, applied in the order of the ids."""

    id: int
    analysis: int
    operation: PeopleOperation


@dataclass(frozen=True, slots=True)
class PersonStanding:
    """Who somebody is after all corrections."""

    person: str
    name: str
    """The given name, or the person's id where none was given."""
    role: Role | None
    participant: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the study's history."""

    seq: int
    at: str
    """UTC, ISO 8601."""
    who: str
    verb: str
    summary: str
    undoable: bool
    in_force: bool
    """False once it is undone."""
    target: int | None
    """The change that an `undo` or `redo` is about."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One entry of the audit log."""

    seq: int
    at: str
    who: str
    verb: str
    detail: str
    """JSON object in canonical form."""
    chain: str
    """SHA-256 over the entry and its predecessor's, hexadecimal."""


class SegmentRow(NamedTuple):
    """A segment as one screen shows it, without its tree.

    A named tuple, for a screen makes thousands at once: 9,000 take 4 ms, as frozen dataclasses 11.
    """

    analysis: int
    segment: str
    person: str
    """The person after all corrections."""
    start_s: float
    """Seconds after the session's zero."""
    end_s: float
    assessable: bool
    speaking: bool | None
    label: str | None
    probability: float | None
    verdicts: tuple[str, ...]
    """Standing verdicts on it as `rater: verdict`, with the label where one was given: `anna: correct fear`."""

    @property
    def unread(self) -> bool:
        """Whether it was assessable and has no label: the model failed to read it, or a blind rater is looking."""
        return self.assessable and self.label is None


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of a verification."""

    what: str
    """What was looked at."""
    fine: bool
    text: str


@dataclass(frozen=True, slots=True)
class Job:
    """Work that was begun on a recording and what of it is finished."""

    id: int
    name: str
    recording: int | None
    pieces: int
    key: str
    """What its pieces belong to (`core.job_key`)."""
