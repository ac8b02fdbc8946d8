"""Which published task a conversation is, and what its answer says in our words; and the other way round.

Comes in: questions and answers as files have them. Goes out: task, stage, labels; or the answer that a label is. Must
not know: files, clips, studies.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from core.reasoning.answers import Answer, read_answer
from core.reasoning.prompts import Option, Task, level_prompt, rationale_prompt, single_prompt, tasks
from core.records.tree import Level
from finetune.examples import LEVELS, Example

OTHER = "other"
SEARCH = "search-"
"""How the task of a question of the search begins; its level follows."""
ATTRIBUTE_MARK = "QA_"
"""In `source` of Emo-CFG's files: what stands behind it is the attribute that is asked about."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a conversation is about."""

    task: str
    stage: Level
    labels: tuple[str, ...]


def published(task: str) -> Task | None:
    """The published task of an example; None for questions of the search and for others."""
    return _by_id().get(task)


def recognised(question: str, answer: str, *, source: str = "") -> Known:
    """What the last question of a conversation is, by its words.

    A question that is none of ours is `other`; its stage is `attribute` where `source` names an attribute behind `QA_`,
    else `emotion`, the last one: what nobody knows to be simpler belongs to understanding.
    """
    asked = plain(question)
    level = _searched().get(asked)
    if level is not None:
        return Known(SEARCH + level, level, ())
    alike = _by_question().get(asked, ())
    if not alike:
        return Known(OTHER, "attribute" if ATTRIBUTE_MARK in source else "emotion", ())
    # One and several of eleven emotions are asked with the same words: the answer tells.
    task = next((one for one in alike if labels_of(one, answer) is not None), alike[0])
    return Known(task.id, task.level, labels_of(task, answer) or ())


def labels_of(task: Task, answer: str) -> tuple[str, ...] | None:
    """An answer in our words, empty for prose and for "None"; None where it is not, or not only, of the options."""
    if task.answer == "prose":
        return ()
    found = read_answer(answer, task)
    return found.labels if isinstance(found, Answer) and not found.unknown else None


def asks_for_tree(task: str) -> bool:
    """Whether the answer is an affective tree: of the search, reasons, the description of everything."""
    return task.startswith(SEARCH) or task in (single_prompt().id, rationale_prompt().id)


def task_of(example: Example) -> Task | None:
    """The task with options that the example asks; None for prose.

    Where the true answer, read with our options, is not the true label, the example letters its options otherwise than
    we do: our letters would be wrong ones, and its words are compared as words.
    """
    found = published(example.task)
    if found is None or found.answer == "prose":
        return None
    labels = labels_of(found, example.answer)
    if labels is None:
        return None
    return found if not example.labels or set(labels) == set(example.labels) else None


def labels_in(example: Example, task: Task) -> tuple[str, ...]:
    """The true labels of an example that asks `task`."""
    return example.labels or labels_of(task, example.answer) or ()


def answer_of(task: Task, labels: Sequence[str]) -> str:
    """What is to be answered for labels in our words, in those of the question or as letters.

    A label that the task does not have is passed on as it is, for validation to name it.
    """
    by_name = {plain(name): one for one in task.options for name in (one.answer, one.text, one.label)}
    chosen = [by_name.get(plain(label), label) for label in labels]
    found = [one for one in chosen if isinstance(one, Option)]
    if len(found) < len(chosen):
        return ", ".join(labels)
    if not chosen:
        return "None"
    names = [option.answer for option in task.options if option in found]
    return ("" if task.answer == "letters" else ",").join(names)


def allowed(task: Task) -> str:
    """The options in words, for a sentence."""
    return ", ".join(option.label for option in task.options)


def plain(words: str) -> str:
    """Small letters and digits, single spaces: how questions and labels are compared."""
    return " ".join(re.findall(r"[^\W_]+", words.lower()))


@cache
def _by_id() -> dict[str, Task]:
    return {task.id: task for task in tasks()}


@cache
def _by_question() -> dict[str, tuple[Task, ...]]:
    found: dict[str, list[Task]] = {}
    for task in tasks():
        found.setdefault(plain(task.question), []).append(task)
    return {question: tuple(alike) for question, alike in found.items()}


@cache
def _searched() -> dict[str, Level]:
    return {plain(level_prompt(level).question): level for level in LEVELS}
