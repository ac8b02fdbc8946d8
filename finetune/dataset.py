"""A data set: every example of a recipe, and what it rests on.

Comes in: where the recipe says that examples come from, and the study where it names one. Goes out: `Dataset`. Knows
nothing of pictures and splits.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.errors import UsageError
from core.progress import Stage
from core.project.consents import Permission
from core.project.study import Study
from finetune.examples import Example, dataset_digest
from finetune.from_files import read_file
from finetune.from_study import Refused, read_study
from finetune.recipe import Data


@dataclass(frozen=True, slots=True)
class Source:
    """One file that a data set was made from, without its name: it may name a patient."""

    kind: str
    """`list`: a file that names clips and answers; `recording`."""
    sha256: str
    """Empty for a recording that is not there."""
    examples: int
    seconds: float
    """Of the recording that examples show, each stretch once; 0 for a list."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """What is learned from."""

    examples: tuple[Example, ...]
    permission: Permission | None
    """Sessions and consents of the study; None where there is none: then whoever made the files answers for them."""
    people: tuple[str, ...]
    """By pseudonym, in order; nameless ones are in none."""
    digest: str
    """SHA-256 over the examples, whatever their order."""
    refused: tuple[Refused, ...]
    """What was left out, and why."""
    remarks: tuple[str, ...]
    """Sentences that belong on every result; `split_of` takes them up."""
    sources: tuple[Source, ...]
    """The manifest: every list and recording, in the order of first use."""


def read_examples(data: Data, *, study: Study | None) -> Stage[Dataset]:
    """The data set of a recipe; `study` is the one that it names, open. Every yield is a cancel point.

    Raises `UsageError` where files are not as they should be or nothing is there to learn from, `StudyError`.
    """
    if bool(data.study) != (study is not None):
        raise ValueError("the study of the recipe is opened by whoever reads it")
    examples: list[Example] = []
    refused: tuple[Refused, ...] = ()
    remarks: tuple[str, ...] = ()
    permission: Permission | None = None
    sources: list[Source] = []
    if study is not None:
        learned = yield from read_study(study, data.sessions)
        examples += learned.examples
        refused, remarks, permission = learned.refused, learned.remarks, learned.permission
    for name in data.files:
        found = yield from read_file(Path(name))
        sources.append(Source("list", _digest(Path(name)), len(found), 0.0))
        examples += found
    if not examples:
        why = f" ({refused[0].what}: {refused[0].why}, …)" if refused else ""
        raise UsageError(
            f"There is nothing to learn from{why}.",
            remedy="Review segments of sessions whose people allow training, or name files with examples.",
        )
    people = sorted({one.person for one in examples if one.person})
    return Dataset(
        tuple(examples),
        permission,
        tuple(people),
        dataset_digest(tuple(examples)),
        refused,
        remarks,
        (*sources, *_recordings(examples)),
    )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _recordings(examples: Sequence[Example]) -> list[Source]:
    spans: dict[str, set[tuple[float, float]]] = {}
    number: dict[str, int] = {}
    for one in examples:
        if one.clip is not None:
            spans.setdefault(one.clip.sha256, set()).add((one.clip.start_s, one.clip.end_s))
            number[one.clip.sha256] = number.get(one.clip.sha256, 0) + 1
    return [Source("recording", sha256, number[sha256], _covered_s(spans[sha256])) for sha256 in spans]


def _covered_s(spans: set[tuple[float, float]]) -> float:
    """Seconds under the spans, what several cover counted once."""
    covered, until = 0.0, 0.0
    for start_s, end_s in sorted(spans):
        covered += max(0.0, end_s - max(start_s, until))
        until = max(until, end_s)
    return covered
