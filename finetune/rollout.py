"""Answers to one question, drawn together. In: a question, the model as it is. Out: answers as tokens. Imports torch.

A question is read once and its keys and values are held once for all answers (`core.vlm.torch_backend`); markers are
never drawn. Every answer has random numbers of its own, so when memory runs out fewer are drawn at once, and they are
the same answers but for rounding.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from core.vlm.backend import Encoded, OutOfMemoryError, Reply, Sampling
from core.vlm.torch_backend import TorchBackend
from finetune.conversation import Conversation
from finetune.examples import Example
from finetune.packing import Shown
from finetune.trunk import Trunk


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """What is asked again and again."""

    place: int
    """Of the example in the data set."""
    example: Example
    asked: Conversation
    """`Conversation.question` of it."""
    shown: Shown | None

    @property
    def tokens(self) -> int:
        """Of the whole question, with its clip."""
        return len(self.asked.prefix) + len(self.asked.suffix)


@dataclass(frozen=True, slots=True)
class Said:
    """One answer."""

    text: str
    ids: tuple[int, ...]
    """With the end, where it came to one."""
    ended: bool


def answers_to(
    question: Question,
    trunk: Trunk,
    *,
    shown_to: Callable[[TorchBackend, Example], Encoded | None],
    count: int,
    rule: Sampling,
) -> tuple[Said, ...]:
    """Draws them. Raises `OutOfMemoryError` where not even one at a time fits, `PromptTooLongError`."""
    while True:
        try:
            return tuple(map(_said, _drawn(question, trunk.engine(), shown_to, count=count, rule=rule)))
        except OutOfMemoryError:
            if not trunk.draw_fewer():
                raise


def seed_of(*numbers: int) -> int:
    """One seed out of several numbers."""
    return int(np.random.SeedSequence(numbers).generate_state(1)[0])


def _drawn(
    question: Question,
    engine: TorchBackend,
    shown_to: Callable[[TorchBackend, Example], Encoded | None],
    *,
    count: int,
    rule: Sampling,
) -> tuple[Reply, ...]:
    pictures = shown_to(engine, question.example)
    try:
        context = engine.prefill(question.example.turns[:-1], clip=pictures)
        try:
            drawing = engine.sample(context, count=count, rule=rule)
            while True:
                try:
                    next(drawing)
                except StopIteration as end:
                    return end.value
        finally:
            engine.release(context)
    finally:
        if pictures is not None:
            engine.release(pictures)


def _said(reply: Reply) -> Said:
    end = () if reply.end is None else (reply.end,)
    return Said(reply.text.strip(), (*reply.ids, *end), reply.ended)
