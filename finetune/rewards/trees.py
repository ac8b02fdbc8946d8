"""What an affective tree earns against the true one, in [0, 1]. In: trees, as texts give them. Out: rewards.

**published** exp(-sharpness * Edit) with Zhang and Shasha's distance at unit costs, as the paper has it. **default**
the same of the keyed distance as a share of what the true tree holds, less what an empty tree would get by it: saying
nothing earns nothing, and the size of the true tree does not matter. Levels and rare statements weigh more. **overlap**
F1 of the two sets of statements, the paper's reward between none and its last. Must not know: tasks.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from core.reasoning.tokens import sentences
from core.reasoning.tree_distance import (
    Costs,
    Items,
    Key,
    Node,
    keyed,
    keyed_apart,
    ordered_tree,
    zhang_shasha,
)
from core.records.moment import Span
from core.records.tree import AffectiveTree, Clue, Level
from finetune.examples import LEVELS
from finetune.questions import plain

LEAST_WEIGHT = 0.1
"""Of a statement that every true tree holds."""


def with_repeats(tree: AffectiveTree, text: str) -> AffectiveTree:
    """The tree read out of a text, with the clues of a sentence again each time that it is repeated word for word."""
    often = Counter(plain(sentence.text) for sentence in sentences(text))
    again = [replace(clue, id=f"{clue.id}+{time}") for clue in tree.clues for time in range(1, often[plain(clue.text)])]
    return AffectiveTree((*tree.clues, *again), tree.edges)


@dataclass(frozen=True)
class TrueTree:
    """A true tree with what every comparison needs of it."""

    tree: AffectiveTree
    costs: Costs

    @cached_property
    def items(self) -> Items:
        """What it says, by key."""
        return keyed(self.tree)

    @cached_property
    def mass(self) -> float:
        """Its distance to an empty tree: everything it says, by weight."""
        return keyed_apart(self.items, {}, costs=self.costs)

    @cached_property
    def node(self) -> Node:
        """As the published distance takes it."""
        return ordered_tree(self.tree)


def default_reward(said: AffectiveTree, true: TrueTree, *, sharpness: float) -> float:
    """1 for what says the same, 0 for what is as far from the true tree as saying nothing, or farther."""
    if not said.clues or true.mass == 0:
        return 0.0
    distance = keyed_apart(true.items, keyed(said), costs=true.costs) / true.mass
    floor = math.exp(-sharpness)
    earned = (math.exp(-sharpness * distance) - floor) / (1.0 - floor)
    return 0.0 if earned < 0.0 else earned  # no number stays none, which `max` would make 0


def published_reward(said: AffectiveTree, true: TrueTree, *, sharpness: float) -> float:
    """exp(-sharpness * Edit), as published: an empty tree earns too, and the more the smaller the true one is."""
    return math.exp(-sharpness * zhang_shasha(ordered_tree(said), true.node))


def overlap_reward(said: AffectiveTree, true: TrueTree) -> float:
    """F1 of the statements, key and value; one said twice counts twice."""
    mine, other = _counted(keyed(said)), _counted(true.items)
    total = mine.total() + other.total()
    return 2 * (mine & other).total() / total if total else 0.0


def rarity_of(trees: Sequence[AffectiveTree]) -> Mapping[Key, float]:
    """The weight of each key: one minus the share of trees that hold it with its most frequent value.

    That share is how often saying it blindly would be right. Trees count for a key that say anything at its level.
    Never below `LEAST_WEIGHT`.
    """
    return {key: max(LEAST_WEIGHT, 1.0 - share) for key, (_, share) in _usual(trees).items()}


def majority_tree(trees: Sequence[AffectiveTree], *, span: Span) -> AffectiveTree:
    """What most trees say: every statement at least half of them make, and of a level most have the most frequent.

    Edges are left to the taxonomy. Empty where no tree is given.
    """
    usual = _usual(trees)
    chosen: list[tuple[Key, str]] = []
    for level in LEVELS:
        own = {key: found for key, found in usual.items() if key[0] == level}
        having = sum(any(clue.level == level for clue in tree.clues) for tree in trees)
        most = [(key, value) for key, (value, share) in own.items() if share * having >= len(trees) / 2]
        if not most and own and having >= len(trees) / 2:
            best = max(sorted(own), key=lambda key: own[key][1])
            most = [(best, own[best][0])]
        chosen += sorted(most)
    clues = tuple(
        Clue(f"m{number}", _level(key), key[1], value, "", span, 1.0, "not_measurable", ())
        for number, (key, value) in enumerate(chosen)
    )
    return AffectiveTree(clues, ())


def contradicts(said: AffectiveTree, true: AffectiveTree) -> bool:
    """Whether one denies what the other says, gives it another value, or names other emotions alone."""
    mine, other = keyed(said), keyed(true)
    for key in mine.keys() & other.keys():
        if {_kind(value) for value in mine[key]}.isdisjoint(_kind(value) for value in other[key]):
            return True
    displayed = [{clue.name for clue in tree.at("emotion") if _kind(clue.value) == "there"} for tree in (said, true)]
    return all(displayed) and displayed[0].isdisjoint(displayed[1])


def _usual(trees: Sequence[AffectiveTree]) -> dict[Key, tuple[str, float]]:
    """By key its most frequent value, and the share of trees with something at its level that hold it so."""
    holding: dict[Key, Counter[str]] = {}
    having: Counter[str] = Counter()
    for tree in trees:
        items = keyed(tree)
        having.update({key[0] for key in items})
        for key, values in items.items():
            holding.setdefault(key, Counter()).update(set(values))
    found: dict[Key, tuple[str, float]] = {}
    for key, values in holding.items():
        value, count = min(values.items(), key=lambda one: (-one[1], one[0]))
        found[key] = value, count / having[key[0]]
    return found


def _counted(items: Items) -> Counter[tuple[Key, str]]:
    return Counter((key, value) for key, values in items.items() for value in values)


def _kind(value: str) -> str:
    """Degrees of being there are one thing; whatever is denied is another."""
    if value == "absent" or value.startswith("not "):
        return "denied"
    return "there" if value in ("present", "slight", "marked") else value


def _level(key: Key) -> Level:
    return next(level for level in LEVELS if level == key[0])
