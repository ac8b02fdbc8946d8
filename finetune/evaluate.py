"""Asks the held-out people and says whether an adapter reads them better. In: examples, a loaded model. Out: scores.

A task with one answer is judged by the probabilities of its options, which are calibration's figures too; one with
several by F1 over what the model writes; prose by `benchmark/prose`. The model is asked for an example's last answer,
whatever was answered before it given as true. Must not know: how the model was trained, where a run lies.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, cast

import numpy as np

from core.progress import Progress, Stage
from core.reasoning.answers import Answer, read_answer
from core.reasoning.prompts import Task
from core.records.tree import Level
from core.statistics.bootstrap import generator
from core.vlm.backend import Backend, Context, Encoded, Sampling
from core.vlm.drawing import drawn
from finetune.benchmark import metrics
from finetune.benchmark.prose import prose_score
from finetune.examples import LEVELS, Example
from finetune.questions import labels_in, task_of
from finetune.recipe import Judging

ASKING = "asking held-out people"


@dataclass(frozen=True, slots=True)
class Asked:
    """One held-out example and what came of it."""

    place: int
    """Of the example in the data set."""
    task: str
    stage: Level
    person: str
    """Whose face it is; the session, else the recording, where nobody knows."""
    score: float
    """In [0, 1]; 0 for a missing answer."""
    label: tuple[str, ...]
    """True labels; empty for prose, and for "None"."""
    answer: tuple[str, ...] | None
    """The labels that were answered; None where the answer is missing. Empty for prose that was answered."""
    distribution: Mapping[str, float] | None
    """Probability of each option's label; None where the task or the engine has none."""
    said: str
    """The answer's words as the model wrote them. For people who may see the footage, never for a log."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All of them."""

    asked: tuple[Asked, ...]
    scores: Mapping[str, Mapping[str, float]]
    """By stage: `score` (the mean over its tasks, as published tables average) and `examples`, `missing`. By
    `stage/task`: these, and `accuracy`, `uar`, `war`, `f1`, `ece` where they are defined."""

    def as_json(self) -> list[dict[str, Any]]:
        """For `evaluation_from`; it holds what was said of people."""
        return [asdict(one) for one in self.asked]


class Judge:
    """Who is asked what, the same each time."""

    def __init__(self, examples: Sequence[Example], places: Sequence[int], *, rule: Judging, seed: int) -> None:
        self._examples, self._rule = examples, rule
        by_task: dict[str, list[int]] = defaultdict(list)
        for place in sorted(places):
            by_task[f"{examples[place].stage}/{examples[place].task}"].append(place)
        chosen: list[int] = []
        for name, own in by_task.items():
            order = generator(seed, name).permutation(len(own))
            chosen += [own[at] for at in order[: rule.most_per_task or None].tolist()]
        # One clip's questions follow one another, so that it is encoded once.
        self.places = tuple(sorted(chosen, key=lambda place: (_clip_key(examples[place]), place)))
        """The examples that are asked, in this order."""

    def judge(self, backend: Backend, encode: Callable[[Example], Encoded | None]) -> Stage[Evaluation]:
        """Asks all. Every yield is a cancel point.

        `encode` gives an example's clip to the model, None for words alone; it is called once for neighbours with the
        same clip, and what it gave is released here. Raises what the engine raises.
        """
        found: list[Asked] = []
        shown: Encoded | None = None
        key: str | None = None
        try:
            for place in self.places:
                asking = Progress(ASKING, len(found), len(self.places), "examples")
                yield asking
                example = self._examples[place]
                if _clip_key(example) != key:
                    if shown is not None:
                        backend.release(shown)
                    shown, key = None, None
                    shown, key = encode(example), _clip_key(example)
                context = backend.prefill(example.turns[:-1], clip=shown)
                try:
                    found.append((yield from _all_told_as(asking, self._asked(backend, context, place))))
                finally:
                    backend.release(context)
        finally:
            if shown is not None:
                backend.release(shown)
        yield Progress(ASKING, len(found), len(self.places), "examples")
        return evaluation_of(found)

    def _asked(self, backend: Backend, context: Context, place: int) -> Stage[Asked]:
        example = self._examples[place]
        task = task_of(example)
        if task is not None and task.closed and backend.about.scores:
            return _by_scores(backend, context, task=task, example=example, place=place)
        rule = Sampling(temperature=0.0, most_tokens=self._rule.most_tokens)
        reply = yield from drawn(backend.sample(context, count=1, rule=rule), doing=ASKING, most=rule.most_tokens)
        said = reply.text.strip()
        if task is None:
            score = prose_score(said, example.answer, span=example.span, level=example.stage) if said else 0.0
            return _told(example, place, score=score, answer=() if said else None, said=said)
        read = read_answer(said, task)
        answer = (*read.labels, *read.unknown) if isinstance(read, Answer) else None
        return _told(
            example,
            place,
            score=metrics.sample_f1(labels_in(example, task), answer),
            answer=answer,
            said=said,
            task=task,
        )


def _all_told_as(progress: Progress, stage: Stage[Asked]) -> Stage[Asked]:
    """A stage whose every step is told as the same: single tokens concern nobody."""
    while True:
        try:
            next(stage)
        except StopIteration as end:
            return end.value
        yield progress


def evaluation_of(asked: Sequence[Asked]) -> Evaluation:
    """The scores of what was asked."""
    scores: dict[str, Mapping[str, float]] = {}
    for stage in LEVELS:
        own = [one for one in asked if one.stage == stage]
        names = sorted({one.task for one in own})
        by_task = {name: _figures([one for one in own if one.task == name]) for name in names}
        if by_task:
            scores[stage] = {
                "score": float(np.mean([figures["score"] for figures in by_task.values()])),
                "examples": float(len(own)),
                "missing": float(sum(one.answer is None for one in own)),
            }
            scores |= {f"{stage}/{name}": figures for name, figures in by_task.items()}
    return Evaluation(tuple(asked), scores)


def evaluation_from(told: Sequence[Mapping[str, Any]]) -> Evaluation:
    """The way back from `Evaluation.as_json`. Raises `ValueError`, `KeyError` or `TypeError` for something else."""
    return evaluation_of(
        [
            Asked(
                place=int(one["place"]),
                task=str(one["task"]),
                stage=cast("Level", one["stage"]),
                person=str(one["person"]),
                score=float(one["score"]),
                label=tuple(one["label"]),
                answer=None if one["answer"] is None else tuple(one["answer"]),
                distribution=one["distribution"],
                said=str(one["said"]),
            )
            for one in told
        ]
    )


def _figures(asked: Sequence[Asked]) -> dict[str, float]:
    """Of one task of one stage."""
    figures: dict[str, float | None] = {
        "score": float(np.mean([one.score for one in asked])),
        "examples": float(len(asked)),
        "missing": float(sum(one.answer is None for one in asked)),
    }
    if all(len(one.label) == 1 and (one.answer is None or len(one.answer) == 1) for one in asked):
        table = metrics.confusion([one.label[0] for one in asked], [_single(one) for one in asked])
        figures |= {
            "accuracy": metrics.accuracy(table),
            "uar": metrics.uar(table),
            "war": metrics.war(table),
            "f1": metrics.macro_f1(table),
        }
    elif any(one.label or one.answer for one in asked):
        figures["f1"] = figures["score"]
    if points := reliability_of(asked):
        figures["ece"] = metrics.ece(points)
    return {name: value for name, value in figures.items() if value is not None}


def reliability_of(asked: Sequence[Asked]) -> tuple[metrics.Bin, ...]:
    """The reliability plot's points of all that have a distribution; empty where none has."""
    told = [(max(one.distribution.values()), one.score == 1.0) for one in asked if one.distribution]
    return metrics.reliability([sure for sure, _ in told], [right for _, right in told]) if told else ()


def _by_scores(backend: Backend, context: Context, *, task: Task, example: Example, place: int) -> Asked:
    """The most probable option; missing where log-probabilities are no numbers."""
    scores = backend.score(context, [option.answer for option in task.options])
    if np.isnan(scores).any() or not np.isfinite(scores).any():
        return _told(example, place, score=0.0, answer=None, said="", task=task)
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    best = task.options[int(scores.argmax())]
    distribution = {option.label: share for option, share in zip(task.options, shares.tolist(), strict=True)}
    right = (best.label,) == labels_in(example, task)
    return _told(
        example,
        place,
        score=float(right),
        answer=(best.label,),
        said=best.answer,
        task=task,
        distribution=distribution,
    )


def _told(
    example: Example,
    place: int,
    *,
    score: float,
    answer: tuple[str, ...] | None,
    said: str,
    task: Task | None = None,
    distribution: Mapping[str, float] | None = None,
) -> Asked:
    return Asked(
        place=place,
        task=example.task,
        stage=example.stage,
        person=example.person or example.session or example.recording,
        score=score,
        label=() if task is None else labels_in(example, task),
        answer=answer,
        distribution=distribution,
        said=said,
    )


def _single(one: Asked) -> str | None:
    return None if one.answer is None else one.answer[0]


def _clip_key(example: Example) -> str:
    return "" if example.clip is None else example.clip.key
