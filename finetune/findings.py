"""What validation says of a data set: rows of a table, each with a remedy."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from finetune.examples import Example

Kind = Literal[
    "clip", "span", "face", "label", "contradiction", "duplicate", "near-duplicate", "balance", "people", "size",
    "tokens", "tree", "adapter", "reward",
]  # fmt: skip
_ORDER = {"error": 0, "warning": 1, "note": 2}
_NAMED = 3
"""Places that a sentence lists."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One row."""

    level: Literal["error", "warning", "note"]
    """An error stops a run before it starts."""
    kind: Kind
    what: str
    """A sentence."""
    examples: tuple[int, ...]
    """Places in the data set."""
    remedy: str


def counted(count: int, *, one: str, many: str) -> str:
    """`one` for one, else `many` with the number in the place of `{count}`."""
    return one if count == 1 else many.format(count=count)


def worst_first(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Errors, warnings, notes; each in its order."""
    return tuple(sorted(findings, key=lambda one: _ORDER[one.level]))


def named(examples: Sequence[Example], places: Sequence[int]) -> str:
    """Where examples come from: the first few of them."""
    told = list(dict.fromkeys(examples[place].source or f"example {place + 1}" for place in places))
    rest = len(told) - _NAMED
    return "; ".join(told[:_NAMED]) + (f" and {rest} more" if rest > 0 else "")
