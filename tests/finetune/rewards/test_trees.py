"""What a tree earns: the table of finetune's reference, the formulas, rarity and the majority tree."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings

from core.reasoning.tree_distance import Costs
from core.reasoning.tree_text import parse, print_tree
from core.records.tree import AffectiveTree, RationaleEdge
from finetune.rewards.trees import (
    LEAST_WEIGHT,
    TrueTree,
    contradicts,
    default_reward,
    majority_tree,
    overlap_reward,
    published_reward,
    rarity_of,
    with_repeats,
)
from tests.core.reasoning.test_tree_distance import trees
from tests.finetune.rewards.clinic import SPAN, clue_of

EMPTY = AffectiveTree((), ())
PLAIN = Costs()
FLOOR = math.exp(-2.0)


def tree(*told: str) -> AffectiveTree:
    """`AU12`, `AU4 absent`, `x:smile`, `e:happiness`."""
    clues = []
    for number, one in enumerate(told):
        level = {"x:": "expression", "e:": "emotion"}.get(one[:2], "attribute")
        name, _, value = one.removeprefix("x:").removeprefix("e:").partition(" ")
        clues.append(clue_of(f"{number}", level, name, value or "present"))
    return AffectiveTree(tuple(clues), ())


def floored(distance: float) -> float:
    """The formula of the default at sharpness 2, of a distance as a share of the true tree."""
    return max(0.0, (math.exp(-2 * distance) - FLOOR) / (1 - FLOOR))


SIX = ("AU12", "AU25", "AU4 absent", "AU6/7", "x:smile", "e:happiness")
MASS = 4 * 1.0 + 2.0 + 4.0


@pytest.mark.parametrize(
    ("said", "share", "edits", "overlap"),
    [
        (SIX, 0.0, 0, 1.0),
        # omissions, by the level's weight
        (SIX[:-1], 4 / MASS, 1, 10 / 11),
        (SIX[1:], 1 / MASS, 1, 10 / 11),
        # a wrong value costs half more than leaving out, a wrong degree half of it
        (("AU12 absent", *SIX[1:]), 1.5 / MASS, 1, 10 / 12),
        (("AU12 marked", *SIX[1:]), 0.5 / MASS, 1, 10 / 12),
        # another key in its place is no cheaper than leaving out and adding
        ((*SIX[:-1], "e:anger"), 8 / MASS, 1, 10 / 12),
        (("AU15", *SIX[1:]), 2 / MASS, 1, 10 / 12),
        # additions, the same statement again among them
        ((*SIX, "AU9"), 1 / MASS, 1, 12 / 13),
        ((*SIX, "AU12"), 1 / MASS, 1, 12 / 13),
        ((*SIX, "e:anger"), 4 / MASS, 1, 12 / 13),
        ((), 1.0, None, 0.0),
        (("AU9", "AU10"), 1.2, None, 0.0),
    ],
)
def test_what_a_tree_earns(said, share, edits, overlap):
    true, found = TrueTree(tree(*SIX), PLAIN), tree(*said)
    assert default_reward(found, true, sharpness=2.0) == pytest.approx(floored(share))
    assert overlap_reward(found, true) == pytest.approx(overlap)
    if edits is not None:
        assert published_reward(found, true, sharpness=0.7) == pytest.approx(math.exp(-0.7 * edits))


def test_an_empty_tree_earns_by_the_published_reward_and_not_by_ours():
    for size in (1, 3, 6):
        true = TrueTree(tree(*SIX[:size]), PLAIN)
        assert published_reward(EMPTY, true, sharpness=0.1) > 0.4
        assert default_reward(EMPTY, true, sharpness=0.1) == 0.0


def test_the_size_of_the_true_tree_does_not_matter_to_ours():
    small, large = tree("AU1", "AU2"), tree("AU1", "AU2", "AU4", "AU5")
    half = [default_reward(tree("AU1"), TrueTree(small, PLAIN), sharpness=2.0),
            default_reward(tree("AU1", "AU4"), TrueTree(large, PLAIN), sharpness=2.0)]  # fmt: skip
    assert half[0] == pytest.approx(half[1])
    assert published_reward(tree("AU1"), TrueTree(small, PLAIN), sharpness=1.0) > published_reward(
        tree("AU1", "AU4"), TrueTree(large, PLAIN), sharpness=1.0
    )


@settings(max_examples=200, deadline=None)
@given(trees(), trees())
def test_rewards_are_shares_and_the_truth_earns_all(said, true):
    for costs in (PLAIN, Costs(rarity=rarity_of([said, true]))):
        whole = TrueTree(true, costs)
        for earned in (
            default_reward(said, whole, sharpness=2.0),
            published_reward(said, whole, sharpness=2.0),
            overlap_reward(said, whole),
        ):
            assert 0.0 <= earned <= 1.0
        if true.clues:
            assert default_reward(true, whole, sharpness=2.0) == 1.0
            assert published_reward(true, whole, sharpness=2.0) == 1.0
            assert overlap_reward(true, whole) == 1.0


@settings(max_examples=200, deadline=None)
@given(trees(), trees())
def test_one_right_statement_more_never_earns_less_by_ours(said, true):
    """Leaving out what one knows is never better than saying it."""
    whole = TrueTree(true, PLAIN)
    if not said.clues or not true.clues:
        return
    missing = [one for one in true.clues if one.name not in {clue.name for clue in said.clues}]
    for one in missing:
        more = AffectiveTree((*said.clues, replace(one, id="more")), said.edges)
        assert default_reward(more, whole, sharpness=2.0) >= default_reward(said, whole, sharpness=2.0)


def test_what_every_true_tree_holds_weighs_least():
    learned = [tree("AU25", "AU12", "e:happiness")] * 3 + [tree("AU25", "AU4 slight", "e:anger")]
    found = rarity_of(learned)
    assert found["attribute", "AU25"] == LEAST_WEIGHT
    assert found["attribute", "AU12"] == pytest.approx(0.25)
    assert found["emotion", "anger"] == pytest.approx(0.75)
    # Of a key with several values the most frequent one counts: that is what a blind guess would say.
    assert rarity_of([tree("AU4"), tree("AU4 absent")])["attribute", "AU4"] == pytest.approx(0.5)
    # Trees that say nothing at a level tell nothing of its statements.
    assert rarity_of([tree("AU4"), tree("e:anger"), tree("e:anger")])["attribute", "AU4"] == LEAST_WEIGHT
    assert rarity_of([]) == {}


def test_the_majority_tree_is_what_most_say():
    happy, angry = tree("AU12", "AU25", "e:happiness"), tree("AU4", "AU25", "e:anger")
    surprised = tree("AU1", "AU25", "e:surprise")

    def said(*many: AffectiveTree) -> set[str]:
        return {f"{clue.name} {clue.value}" for clue in majority_tree(many, span=SPAN).clues}

    assert said(happy, happy, angry) == {"AU12 present", "AU25 present", "happiness present"}
    # No emotion is displayed in half of them: the most frequent one is said all the same.
    assert said(happy, happy, angry, angry, surprised) == {"AU25 present", "anger present"}
    assert said() == set()
    printed = print_tree(majority_tree([happy, happy, angry], span=SPAN), within=SPAN)
    assert {clue.name for clue in parse(printed, span=SPAN, prefix="m").tree.clues} == {"AU12", "AU25", "happiness"}


def test_a_sentence_said_again_says_its_clues_again():
    text = "AU12 is displayed. AU4 is not displayed. au12 is  displayed! AU12 is displayed."
    found = with_repeats(parse(text, span=SPAN, prefix="t").tree, text)
    assert sorted(f"{clue.name} {clue.value}" for clue in found.clues) == ["AU12 present"] * 3 + ["AU4 absent"]
    assert len({clue.id for clue in found.clues}) == 4
    # A clue that is named again as a reason is not said again.
    text = 'AU12 is displayed. The expression "smile" is displayed, as shown by AU12.'
    assert len(with_repeats(parse(text, span=SPAN, prefix="t").tree, text).clues) == 2


@pytest.mark.parametrize(
    ("said", "true", "contrary"),
    [
        (tree("AU12"), tree("AU12 absent"), True),
        (tree("AU12 marked"), tree("AU12 slight"), False),
        (tree("AU12"), tree("AU4"), False),
        (tree("e:happiness"), tree("e:anger"), True),
        (tree("e:happiness", "e:anger"), tree("e:anger"), False),
        (tree("e:happiness absent"), tree("e:anger"), False),
        (tree("e:happiness absent"), tree("e:happiness"), True),
        (EMPTY, tree("e:anger"), False),
    ],
)
def test_what_contradicts(said, true, contrary):
    assert contradicts(said, true) == contradicts(true, said) == contrary


def test_edges_count_by_their_weight():
    whole = tree("AU12", "x:smile")
    joined = AffectiveTree(whole.clues, (RationaleEdge("0", "1", ""),))
    true = TrueTree(joined, PLAIN)
    assert true.mass == pytest.approx(3.5)
    assert default_reward(whole, true, sharpness=2.0) == pytest.approx(floored(0.5 / 3.5))
