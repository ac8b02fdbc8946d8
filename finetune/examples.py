"""The noun of this room: one conversation about one clip, with the answer that is to be learned.

Stages read examples and never change them. Must not know: where they came from, models, tokens.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

from core.evidence.clues import Rows
from core.records.moment import Span
from core.records.tree import Level
from core.vlm.backend import Turn

LEVELS: tuple[Level, ...] = ("attribute", "expression", "emotion")
"""The stages of the curriculum, in order."""


@dataclass(frozen=True, slots=True)
class ClipPlace:
    """Which pictures a conversation is about: a span of a recording, and the face in it."""

    video: Path
    sha256: str
    """Of the file."""
    start_s: float
    """Seconds after the recording's first frame."""
    end_s: float
    boxes: tuple[tuple[float, float, float, float, float], ...] = ()
    """Where the face is: (time in s, x, y, width, height in pixels of the upright picture), in order of time; empty:
    the whole picture is shown."""

    @property
    def key(self) -> str:
        """SHA-256 that changes with every pixel that may be shown; the file's place does not matter."""
        told = json.dumps([self.sha256, self.start_s, self.end_s, self.boxes])
        return hashlib.sha256(told.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Example:
    """What is learned from."""

    stage: Level
    task: str
    """A published task's id (`resources/prompts/tasks.toml`), `search-attribute`, `search-expression` or
    `search-emotion` for the questions of the search, or `other` for a question that is none of them."""
    turns: tuple[Turn, ...]
    """The whole conversation: perhaps a system line, then user and assistant in turn, the assistant last. Every turn of
    the assistant is learned. The clip stands before the first words of the user."""
    clip: ClipPlace | None
    """None: words alone."""
    person: str
    """Whose face it is, one name for one person through the whole data set; empty where nobody knows."""
    session: str
    """The meeting, or what was recorded together; empty where nobody knows."""
    labels: tuple[str, ...] = ()
    """The answer in our words where the task has options (`happiness`; several for multi-label); empty for prose."""
    source: str = ""
    """Where it comes from, in words for the lineage: a study's session, a file's name and line."""
    measured: Rows | None = field(default=None, compare=False, repr=False)
    """What was measured of the face while it is shown, at times after the clip's start; None where nothing was. It is
    not learned, and no part of `key`."""

    @property
    def answer(self) -> str:
        """The last turn."""
        return self.turns[-1].text

    @property
    def span(self) -> Span:
        """What is shown, from 0; a second for words alone."""
        return Span.between(0.0, 1.0 if self.clip is None else self.clip.end_s - self.clip.start_s)

    @property
    def recording(self) -> str:
        """SHA-256 of the recording; empty for words alone."""
        return "" if self.clip is None else self.clip.sha256

    @property
    def key(self) -> str:
        """SHA-256 over everything that is learned: stage, task, conversation, clip."""
        told = json.dumps(
            [
                self.stage,
                self.task,
                [asdict(turn) for turn in self.turns],
                "" if self.clip is None else self.clip.key,
                self.labels,
            ]
        )
        return hashlib.sha256(told.encode()).hexdigest()


Part = Literal["train", "validate", "test"]


@dataclass(frozen=True, slots=True)
class Split:
    """Who is learned from and who judges. Places are those of the data set's examples."""

    by: Literal["person", "session", "file", "random"]
    """What is never on two sides."""
    train: tuple[int, ...]
    validate: tuple[int, ...]
    """For early stopping alone; empty where there are too few people."""
    test: tuple[int, ...]
    """Held out: looked at before and after, never while learning."""
    remarks: tuple[str, ...]
    """Sentences that belong on every result: a random split, leakage that was found, what could not be balanced."""


def dataset_digest(examples: tuple[Example, ...]) -> str:
    """SHA-256 over the examples, whatever their order."""
    return hashlib.sha256("".join(sorted(example.key for example in examples)).encode()).hexdigest()
