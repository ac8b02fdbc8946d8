"""What the model said of people who are not learned from, as the process of training told it. In: JSON. Out: rows.

Held in memory and nowhere else: it is what was said of people. Must not know: widgets.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Difference:
    """One statement of a tree, held against the true tree."""

    kind: str
    """`omitted`, `added` or `changed`."""
    level: str
    """A level of the tree, or `edge`, a reason."""
    name: str
    """Of a reason the names that it joins, `AU12 > smile`."""
    wanted: str
    """Its true value; empty where it was added."""
    said: str
    """Its value in the answer; empty where it was left out."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model said once."""

    when: str
    """`before`, `after`, or `look`."""
    said: str
    """Empty for a missing answer."""
    score: float
    """In [0, 1]; the reward at a look."""
    rewards: Mapping[str, float]
    """By name; empty where there are none."""
    ended: bool
    """False: it was cut off."""
    differences: tuple[Difference, ...] | None
    """None where one of the two is no tree."""


@dataclass(frozen=True, slots=True)
class Row:
    """One question."""

    stage: str
    task: str
    question: str
    wanted: str
    """The true answer."""
    answers: tuple[Answer, ...]

    @property
    def gain(self) -> float | None:
        """From before to after; None where it was asked once."""
        return self.answers[-1].score - self.answers[0].score if len(self.answers) > 1 else None


def rows_in(told: Mapping[str, Any]) -> tuple[Row, ...]:
    """What a process told as `samples`, in the form that `finetune.samples` describes."""
    return tuple(
        Row(
            str(one["stage"]),
            str(one["task"]),
            str(one["question"]),
            str(one["wanted"]),
            tuple(_answer(answer) for answer in one["answers"]),
        )
        for one in told["rows"]
    )


def _answer(one: Mapping[str, Any]) -> Answer:
    differences = one["differences"]
    return Answer(
        str(one["when"]),
        str(one["said"]),
        float(one["score"]),
        {str(name): float(value) for name, value in one["rewards"].items()},
        bool(one["ended"]),
        None if differences is None else tuple(Difference(**difference) for difference in differences),
    )
