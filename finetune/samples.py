"""What the model said of people it does not learn from. In: a run's files and its data. Out: samples, a text.

Held-out people are asked before and after; at each look of reinforcement the people of `validate` are, and what they
earned stands beside. It is what was said of people, so it is sealed where the study is and never in a log. As JSON
(`to_plain`), which the command and the window tell:

    [{"stage", "task", "question", "wanted": "true answer",
      "answers": [{"when": "before" | "after" | "look", "said", "score": 0.5, "rewards": {"tree": 0.5}, "ended": true,
                   "differences": [{"kind": "omitted" | "added" | "changed", "level", "name", "wanted", "said"}]}]}]

`differences` is null where one of the two answers is no tree. Imports no torch.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from core.errors import UsageError
from core.reasoning.tree_difference import Difference, differences
from core.records.tree import Level
from finetune.evaluate import Asked, evaluation_from
from finetune.examples import LEVELS, Example
from finetune.material import Frozen
from finetune.plan import MIXED
from finetune.rewards.reading import asks_for_tree, read_prose
from finetune.runs import REINFORCEMENT
from finetune.workspace import Workspace

BEFORE = "before"
AFTER = (*LEVELS, MIXED, REINFORCEMENT)
"""Names of evaluations, the last of a run last."""
KINDS = {"omitted": "left out", "added": "added", "changed": "other value"}
_QUESTION_AT_MOST = 160
"""Letters of a question that stand in a text."""


@dataclass(frozen=True, slots=True)
class Said:
    """One answer of the model."""

    when: Literal["before", "after", "look"]
    said: str
    """Empty for a missing answer."""
    score: float
    """In [0, 1]; at a look the reward."""
    rewards: Mapping[str, float] = field(default_factory=dict[str, float])
    """By name; empty where there are none."""
    ended: bool = True
    """False: it was cut off."""
    differences: tuple[Difference, ...] | None = None
    """From the true tree, which comes first; None where one of the two is no tree."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One question to somebody who is not learned from."""

    stage: Level
    task: str
    question: str
    wanted: str
    """The true answer."""
    answers: tuple[Said, ...]
    """`before` and `after`, or one `look`."""


def samples(workspace: Workspace, frozen: Frozen, *, task: str = "", look: int | None = None) -> tuple[Sample, ...]:
    """By stage and task; `task` for one alone. `look`: a step at which rewards were looked at; None for the held-out
    people, before and after the last that was judged.

    Raises `UsageError` where nothing of the kind was asked yet, `OutputError`, `SealError`.
    """
    examples = frozen.dataset.examples
    answers = _before_and_after(workspace, examples) if look is None else _look(workspace, examples, look)
    found = [
        Sample(
            stage=one.stage,
            task=one.task,
            question=one.turns[-2].text.strip(),
            wanted=one.answer,
            answers=own,
        )
        for place, own in answers.items()
        if task in ("", (one := examples[place]).task)
    ]
    return tuple(sorted(found, key=lambda one: (LEVELS.index(one.stage), one.task)))


def looks(workspace: Workspace) -> tuple[int, ...]:
    """Steps at which rewards of people who are not learned from were looked at."""
    paths = (workspace.root / "samples").glob("*.json")
    return tuple(sorted(int(path.stem) for path in paths if re.fullmatch(r"\d+", path.stem)))


def judged_twice(workspace: Workspace) -> bool:
    """Whether held-out people were asked before and after."""
    return workspace.exists(_evaluation(BEFORE)) and any(workspace.exists(_evaluation(name)) for name in AFTER)


def samples_text(found: Sequence[Sample], *, most: int) -> str:
    """The first `most` of each task, to read."""
    lines: list[str] = []
    shown: dict[str, int] = {}
    for one in found:
        name = f"{one.stage}/{one.task}"
        if name not in shown:
            question = one.question
            short = question if len(question) <= _QUESTION_AT_MOST else f"{question[:_QUESTION_AT_MOST]}…"
            lines += ["", f"{name}: {short}"]
        shown[name] = shown.get(name, 0) + 1
        if shown[name] <= most:
            lines.append(f"  true    {one.wanted}")
            for answer in one.answers:
                lines += _answer_lines(answer)
    return "\n".join(lines).strip()


def _answer_lines(answer: Said) -> list[str]:
    parts = "".join(f", {name} {value:.2f}" for name, value in answer.rewards.items())
    cut = "" if answer.ended else " (cut off)"
    when = "said" if answer.when == "look" else answer.when
    lines = [f"  {when:<7} {answer.said or '(no answer)'}{cut}  [{answer.score:.2f}{parts}]"]
    for one in answer.differences or ():
        value = " instead of ".join(told for told in (one.said, one.wanted) if told)
        lines.append(f"            {one.level} {one.name}: {KINDS[one.kind]} ({value})")
    return lines


def _before_and_after(workspace: Workspace, examples: Sequence[Example]) -> Mapping[int, tuple[Said, ...]]:
    if not judged_twice(workspace):
        raise UsageError(
            "Held-out people were not asked after learning yet.",
            remedy="Wait until a stage, or the reinforcement, has ended.",
        )
    last = [name for name in AFTER if workspace.exists(_evaluation(name))][-1]
    before, after = (_asked(workspace, name) for name in (BEFORE, last))
    return {
        place: (
            _said("before", examples[place], before[place].said, score=before[place].score),
            _said("after", examples[place], one.said, score=one.score),
        )
        for place, one in after.items()
        if place in before
    }


def _look(workspace: Workspace, examples: Sequence[Example], step: int) -> Mapping[int, tuple[Said, ...]]:
    known = looks(workspace)
    if step not in known:
        raise UsageError(
            f"Rewards were not looked at in step {step}.",
            remedy=f"Looks: step {', '.join(map(str, known))}." if known else "Wait for the first look.",
        )
    return {
        one["place"]: (
            _said(
                "look", examples[one["place"]], one["said"],
                score=one["reward"], rewards=one["rewards"], ended=one["ended"],
            ),
        )
        for one in json.loads(workspace.read(f"samples/{step:06d}.json"))
    }  # fmt: skip


def _said(
    when: Literal["before", "after", "look"],
    example: Example,
    said: str,
    *,
    score: float,
    rewards: Mapping[str, float] | None = None,
    ended: bool = True,
) -> Said:
    return Said(when, said, score, rewards or {}, ended, _difference(example, said))


def _difference(example: Example, said: str) -> tuple[Difference, ...] | None:
    if not asks_for_tree(example.task):
        return None
    true, other = (read_prose(text, example).tree for text in (example.answer, said))
    return differences(true, other) if true.clues and other.clues else None


def _evaluation(name: str) -> str:
    return f"evaluations/{name}.json"


def _asked(workspace: Workspace, name: str) -> dict[int, Asked]:
    told = evaluation_from(json.loads(workspace.read(_evaluation(name))))
    return {one.place: one for one in told.asked}
