"""Texts as the rewards read them, and what the learned people's true trees have in common.

Comes in: examples, drawn answers. Goes out: trees with what could not be read; by task, the weight of what is rare and
the majority tree. Must not know: rewards.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.reasoning.prompts import rationale_prompt, single_prompt
from core.reasoning.tree_distance import Costs
from core.reasoning.tree_text import parse, print_tree
from core.records.tree import AffectiveTree
from finetune.examples import Example
from finetune.questions import asks_for_tree
from finetune.rewards.form import readable_share
from finetune.rewards.trees import majority_tree, rarity_of, with_repeats


@dataclass(frozen=True, slots=True)
class Read:
    """A text."""

    tree: AffectiveTree
    """What is repeated word for word is in it again."""
    readable: float
    """Share of its sentences that say something of the vocabulary, in [0, 1]."""
    whole: bool
    """Whether every sentence does."""


def read_prose(text: str, example: Example) -> Read:
    """A text as an answer to the question of `example`."""
    level = None if example.task in (single_prompt().id, rationale_prompt().id) else example.stage
    found = parse(text, span=example.span, prefix="t", level=level)
    return Read(with_repeats(found.tree, text), readable_share(text, found.unread), whole=not found.unread)


@dataclass(frozen=True, slots=True)
class Usual:
    """The true trees of one task, of the people who are learned from."""

    costs: Costs
    """What is rare weighs more."""
    said: str
    """The majority tree in words."""


def usual_of(examples: Sequence[Example]) -> Mapping[str, Usual]:
    """By task; of these examples alone."""
    found: dict[str, list[AffectiveTree]] = {}
    some: dict[str, Example] = {}
    for example in examples:
        if asks_for_tree(example.task):
            tree = read_prose(example.answer, example).tree
            if tree.clues:
                found.setdefault(example.task, []).append(tree)
                some.setdefault(example.task, example)
    return {
        task: Usual(Costs(rarity=rarity_of(trees)), print_tree(majority_tree(trees, span=some[task].span)))
        for task, trees in found.items()
    }
