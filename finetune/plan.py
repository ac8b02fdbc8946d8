"""What is learned when: every step of every stage, laid down before the first one.

Comes in: examples with their tokens, who is learned from, the recipe. Goes out: steps. Nothing here depends on what was
learned so far, so a run that goes on later needs to know only how many steps were done. Must not know: torch.

A stage brings its own level's examples, some of every earlier level's so that they are not forgotten, and, if wished,
some of words alone. Examples about one clip come in one step, up to a limit, as its tokens are then read once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.errors import ExpectedError
from finetune.conversation import Conversation
from finetune.examples import LEVELS, Example, Split
from finetune.packing import Group, Shown, groups_of
from finetune.recipe import Sft, StageRule

MIXED = "mixed"


class NothingToLearnError(ExpectedError):
    """A data set without examples for the recipe."""


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """All examples, as the model reads them."""

    examples: Sequence[Example]
    conversations: Sequence[Conversation]
    shown: Sequence[Shown | None]

    def groups(self, places: Sequence[int], *, most: int) -> list[Group]:
        """Those examples by the clip they are about, in order of first appearance."""
        return groups_of(
            [self.conversations[place] for place in places], [self.shown[place] for place in places], places, most=most
        )


@dataclass(frozen=True, slots=True, eq=False)
class StagePlan:
    """One stage."""

    name: str
    """A level, or `mixed`."""
    rate: float
    """The highest learning rate."""
    steps: tuple[tuple[Group, ...], ...]
    validate_every: int
    """Steps between two looks at the loss on the people of `validate`."""
    validation: tuple[Group, ...]
    """What that loss is taken over; empty without such people."""

    @property
    def tokens(self) -> int:
        """That are read in all steps, as far as rows hold whole groups."""
        return sum(group.tokens for step in self.steps for group in step)


def plan_of(book: Book, split: Split, rule: Sft, *, seed: int) -> tuple[StagePlan, ...]:
    """The stages in order; one without examples is left out. Raises `NothingToLearnError`."""
    if rule.mixed:
        epochs = [_repeated(book, split, stage, rule, seed=seed, number=at) for at, stage in enumerate(rule.stages)]
        places = [place for level in epochs for epoch in level for place in epoch]
        plans = [_stage(book, split, rule, [places], MIXED, rule.stages[0], seed=seed, number=0)] if places else []
    else:
        plans = []
        for number, stage in enumerate(rule.stages):
            epochs = _repeated(book, split, stage, rule, seed=seed, number=number)
            if any(epochs):
                earlier = [one.level for one in rule.stages[:number]]
                _accompanied(book, split, rule, epochs, earlier, seed=seed, number=number)
                plans.append(_stage(book, split, rule, epochs, stage.level, stage, seed=seed, number=number))
    if not plans:
        levels = ", ".join(stage.level for stage in rule.stages) or "none"
        raise NothingToLearnError(
            f"Nobody who is learned from has an example for the recipe's stages ({levels}).",
            remedy="Correct more sessions, or name the stages that the data has in [[sft.stages]].",
        )
    return tuple(plans)


def _repeated(book: Book, split: Split, stage: StageRule, rule: Sft, *, seed: int, number: int) -> list[list[int]]:
    """The stage's own examples, epoch by epoch, no task with more than its share; the last epoch may be a part."""
    own = [place for place in split.train if book.examples[place].stage == stage.level]
    epochs: list[list[int]] = []
    left = stage.epochs
    while left > 1e-9 and own:
        random = np.random.default_rng([seed, number, len(epochs), 0])
        mixed = [own[at] for at in random.permutation(len(own))]
        if rule.most_per_task:
            taken: dict[str, int] = {}
            for place in tuple(mixed):
                task = book.examples[place].task
                taken[task] = taken.get(task, 0) + 1
                if taken[task] > rule.most_per_task:
                    mixed.remove(place)
        epochs.append(mixed[: max(1, round(len(mixed) * min(1.0, left)))])
        left -= 1
    return epochs


def _accompanied(
    book: Book, split: Split, rule: Sft, epochs: list[list[int]], earlier: Sequence[str], *, seed: int, number: int
) -> None:
    """Adds what must not be forgotten, and words alone, to each epoch."""
    words = [place for place in split.train if book.examples[place].clip is None]
    for at, epoch in enumerate(epochs):
        random = np.random.default_rng([seed, number, at, 1])
        held = set(epoch)
        for level in LEVELS:
            if level in earlier and rule.replay_share > 0:
                older = [place for place in split.train if book.examples[place].stage == level and place not in held]
                wanted = min(len(older), max(rule.replay_least, round(rule.replay_share * len(older))))
                epoch += [older[one] for one in random.permutation(len(older))[:wanted]]
        held = set(epoch)
        further = [place for place in words if place not in held]
        wanted = min(len(further), round(rule.text_share * len(epoch)))
        epoch += [further[one] for one in random.permutation(len(further))[:wanted]]


def _stage(
    book: Book,
    split: Split,
    rule: Sft,
    epochs: list[list[int]],
    name: str,
    stage: StageRule,
    *,
    seed: int,
    number: int,
) -> StagePlan:
    steps: list[tuple[Group, ...]] = []
    for at, epoch in enumerate(epochs):
        random = np.random.default_rng([seed, number, at, 2])
        mixed = [epoch[one] for one in random.permutation(len(epoch))]
        groups = book.groups(mixed, most=rule.questions_at_once)
        steps += _steps([groups[one] for one in random.permutation(len(groups))], rule.tokens_per_step)
    validation = [place for place in split.validate if name in (MIXED, book.examples[place].stage)]
    per_epoch = len(steps) / max(1, len(epochs))
    return StagePlan(
        name=name,
        rate=stage.learning_rate,
        steps=tuple(steps),
        validate_every=max(1, round(per_epoch / max(1, rule.evaluations_per_epoch))),
        validation=tuple(book.groups(validation, most=rule.questions_at_once)),
    )


def _steps(groups: Sequence[Group], tokens: int) -> list[tuple[Group, ...]]:
    """Groups in their order, as many to a step as bring it to `tokens`, all steps about equally full."""
    total = sum(group.tokens for group in groups)
    wanted = total / max(1, round(total / tokens))
    steps: list[tuple[Group, ...]] = []
    held: list[Group] = []
    done = 0
    for group in groups:
        held.append(group)
        done += group.tokens
        if done >= wanted * (len(steps) + 1) - 1e-6:
            steps.append(tuple(held))
            held = []
    if held:
        steps.append(tuple(held))
    return steps
