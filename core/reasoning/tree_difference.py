"""Where two affective trees differ, statement by statement. In: a true tree and another. Out: what was left out, added
or given another value.

Statements are those of the keyed distance (`tree_distance.keyed`), so what is shown is what is counted there: clues by
level and name, rationale edges by the names they join. Must not know: costs, how a tree was read.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from core.reasoning.tree_distance import LEVELS, Key, keyed
from core.records.tree import AffectiveTree

ORDER = (*LEVELS, "edge")
"""Of differences: what weighs most first."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One statement that is not the same in both."""

    kind: Literal["omitted", "added", "changed"]
    level: str
    """A level of the tree, or `edge`."""
    name: str
    """Of the clue; of an edge the names it joins, `AU12 > smile`."""
    wanted: str
    """Its true value; empty where it was added."""
    said: str
    """Its other value; empty where it was left out."""


def differences(true: AffectiveTree, other: AffectiveTree) -> tuple[Difference, ...]:
    """By level, name and value; empty for trees that say the same."""
    mine, theirs = keyed(true), keyed(other)
    found = [one for key in mine.keys() | theirs.keys() for one in _at(key, mine.get(key, ()), theirs.get(key, ()))]
    return tuple(sorted(found, key=lambda one: (ORDER.index(one.level), one.name, one.wanted, one.said)))


def _at(key: Key, wanted: Sequence[str], said: Sequence[str]) -> list[Difference]:
    """Of one key: equal values go together, then those that are left in alphabetical order."""
    left = sorted((Counter(wanted) - Counter(said)).elements())
    more = sorted((Counter(said) - Counter(wanted)).elements())
    paired = min(len(left), len(more))
    return [
        *(Difference("changed", *key, one, other) for one, other in zip(left, more, strict=False)),
        *(Difference("omitted", *key, one, "") for one in left[paired:]),
        *(Difference("added", *key, "", one) for one in more[paired:]),
    ]
