"""Distances between trees: equal to two libraries, metrics where they should be, and what each edit costs."""

import random
from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.reasoning.tree_distance import (
    Costs,
    Node,
    keyed,
    keyed_apart,
    keyed_distance,
    ordered_tree,
    similarity,
    zhang_shasha,
)
from core.records.moment import Span
from core.records.tree import AffectiveTree, Clue, RationaleEdge
from tests.core.reasoning.distances import by_apted, by_zss

SPAN = Span.between(0.0, 2.0)
NAMES = {
    "attribute": ("AU1", "AU4", "AU12", "AU25", "hair: color"),
    "expression": ("smile", "open laugh", "brows lowered"),
    "emotion": ("happiness", "anger"),
}
VALUES = ("present", "absent", "slight", "marked", "brown")
EMPTY = AffectiveTree((), ())


def clue(level: str, name: str, value: str = "present", *, number: int = 0) -> Clue:
    return Clue(f"{level}-{name}-{number}", level, name, value, "", SPAN, 1.0, "not_measurable", ())  # type: ignore[arg-type]


@st.composite
def trees(draw) -> AffectiveTree:
    clues = []
    for level, names in NAMES.items():
        for number, name in enumerate(draw(st.lists(st.sampled_from(names), max_size=4))):
            clues.append(clue(level, name, draw(st.sampled_from(VALUES)), number=number))
    ranks = list(NAMES)
    pairs = [(a.id, b.id) for a in clues for b in clues if ranks.index(a.level) + 1 == ranks.index(b.level)]
    edges = draw(st.lists(st.sampled_from(pairs), max_size=5, unique=True)) if pairs else []
    return AffectiveTree(tuple(clues), tuple(RationaleEdge(a, b, "") for a, b in edges))


def random_node(rng: random.Random, size: int) -> Node:
    """A tree of `size` nodes, each hung below one that is there already: flat, deep and everything between."""
    children: list[list[int]] = [[]]
    for place in range(1, size):
        children.append([])
        children[rng.randrange(max(0, place - rng.choice((1, 3, size))), place)].append(place)
    labels = [rng.choice("abcde") for _ in range(size)]

    def built(place: int) -> Node:
        return Node(labels[place], tuple(built(child) for child in children[place]))

    return built(0)


def compare(pairs: int, seed: int, largest: int) -> None:
    rng = random.Random(seed)
    for _ in range(pairs):
        a, b = (random_node(rng, rng.randint(1, largest)) for _ in range(2))
        assert zhang_shasha(a, b) == by_apted(a, b) == by_zss(a, b), (a, b)


def test_zhang_shasha_equals_two_libraries():
    compare(400, seed=7, largest=14)


@pytest.mark.slow
def test_zhang_shasha_equals_two_libraries_on_ten_thousand():
    compare(10_000, seed=11, largest=24)


@settings(max_examples=150, deadline=None)
@given(trees(), trees())
def test_zhang_shasha_equals_two_libraries_on_affective_trees(first, second):
    a, b = ordered_tree(first), ordered_tree(second)
    assert zhang_shasha(a, b) == by_apted(a, b) == by_zss(a, b)


def said_by_key(tree: AffectiveTree) -> dict:
    return {key: Counter(values) for key, values in keyed(tree).items()}


@settings(max_examples=150, deadline=None)
@given(trees(), trees(), trees())
def test_both_distances_are_metrics(first, second, third):
    rare = Costs(rarity={("attribute", "AU1"): 3.0, ("attribute", "AU4"): 0.2, ("emotion", "anger"): 0.1})
    for distance, content in (
        (keyed_distance, said_by_key),
        (lambda a, b: keyed_distance(a, b, costs=rare), said_by_key),
        (lambda a, b: zhang_shasha(ordered_tree(a), ordered_tree(b)), ordered_tree),
    ):
        assert distance(first, first) == 0
        assert (distance(first, second) == 0) == (content(first) == content(second))
        assert distance(first, second) == pytest.approx(distance(second, first))
        assert distance(first, third) <= distance(first, second) + distance(second, third) + 1e-9


@settings(max_examples=150, deadline=None)
@given(trees(), trees(), st.randoms())
def test_the_order_of_clues_does_not_matter(first, second, rng):
    clues, edges = list(second.clues), list(second.edges)
    rng.shuffle(clues)
    rng.shuffle(edges)
    shuffled = AffectiveTree(tuple(clues), tuple(edges))
    assert keyed_distance(second, shuffled) == 0
    assert keyed_distance(first, shuffled) == pytest.approx(keyed_distance(first, second))
    assert zhang_shasha(ordered_tree(first), ordered_tree(shuffled)) == zhang_shasha(
        ordered_tree(first), ordered_tree(second)
    )


def cheapest(first: AffectiveTree, second: AffectiveTree, costs: Costs) -> float:
    """The same by trying every pairing of every key and every level: an oracle for small trees."""

    def pay(a: tuple[str, str, str], b: tuple[str, str, str]) -> float:
        mean = (costs.weight(a[:2]) + costs.weight(b[:2])) / 2
        if a[:2] != b[:2]:
            return mean * costs.cross_key
        if a[2] == b[2]:
            return 0.0
        degrees = {"present", "slight", "marked"}
        return mean * (costs.wrong_degree if {a[2], b[2]} <= degrees else costs.wrong_value)

    def best(left: list[tuple[str, str, str]], right: list[tuple[str, str, str]]) -> float:
        if len(left) > len(right):
            swapped = Costs(**{**{n: getattr(costs, n) for n in costs.__slots__},
                               "omission": costs.addition, "addition": costs.omission})  # fmt: skip
            return cheapest_of(right, left, swapped)
        return cheapest_of(left, right, costs)

    def cheapest_of(left, right, costs) -> float:
        gone = [costs.omission * costs.weight(one[:2]) for one in left]
        new = [costs.addition * costs.weight(one[:2]) for one in right]
        found = []
        for order in permutations(range(len(right)), len(left)):
            total = sum(new)
            for place, (one, other) in enumerate(zip(left, order, strict=True)):
                total += min(pay(one, right[other]) - new[other], gone[place])
            found.append(total)
        return min(found, default=sum(new))

    def said(tree: AffectiveTree) -> list[tuple[str, str, str]]:
        return [(one.level, one.name, one.value) for one in tree.clues]

    mine, other = said(first), said(second)
    common = {one[:2] for one in mine} & {one[:2] for one in other}
    total = sum(best([a for a in mine if a[:2] == key], [b for b in other if b[:2] == key]) for key in common)
    for level in NAMES:
        total += best(
            [a for a in mine if a[0] == level and a[:2] not in common],
            [b for b in other if b[0] == level and b[:2] not in common],
        )
    return total


@settings(max_examples=150, deadline=None)
@given(trees(), trees(), st.sampled_from((0.4, 1.0, 1.7, 2.0)), st.sampled_from((0.5, 1.0, 1.4)))
def test_the_keyed_distance_is_the_cheapest_script(first, second, cross, addition):
    first, second = AffectiveTree(first.clues, ()), AffectiveTree(second.clues, ())
    costs = Costs(cross_key=cross, addition=addition, rarity={("attribute", "AU1"): 3.0, ("attribute", "AU4"): 0.2})
    assert keyed_distance(first, second, costs=costs) == pytest.approx(cheapest(first, second, costs))


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ((clue("attribute", "AU12"),), 0.0),
        ((clue("attribute", "AU12", "absent"),), 1.5),
        ((clue("attribute", "AU12", "slight"),), 0.5),
        ((), 1.0),
        ((clue("attribute", "AU12"), clue("attribute", "AU25")), 1.0),
        ((clue("attribute", "AU12"), clue("attribute", "AU12", number=1)), 1.0),
        ((clue("attribute", "AU15"),), 2.0),
        ((clue("attribute", "AU12"), clue("emotion", "anger")), 4.0),
    ],
)
def test_what_each_edit_costs(second, expected):
    assert keyed_distance(AffectiveTree((clue("attribute", "AU12"),), ()), AffectiveTree(second, ())) == expected


@settings(max_examples=50, deadline=None)
@given(trees(), trees())
def test_what_is_keyed_once_can_be_compared_with_many(first, second):
    a = keyed(first)
    assert keyed_apart(a, keyed(second)) == keyed_distance(first, second)
    assert keyed_apart(keyed(second), a) == pytest.approx(keyed_distance(second, first))
    assert a == keyed(first), "nothing of it is changed"


def test_costs_that_differ_by_direction_are_no_metric_and_are_not_taken_for_one():
    strict = Costs(addition=3.0)
    one = AffectiveTree((clue("attribute", "AU12"),), ())
    assert keyed_distance(EMPTY, one, costs=strict) == 3.0
    assert keyed_distance(one, EMPTY, costs=strict) == 1.0


def test_rarity_weighs_a_single_key():
    costs = Costs(rarity={("attribute", "AU12"): 0.25})
    assert keyed_distance(AffectiveTree((clue("attribute", "AU12"),), ()), EMPTY, costs=costs) == 0.25


@settings(max_examples=100, deadline=None)
@given(trees(), trees())
def test_similarity_lies_between_nothing_in_common_and_the_same(first, second):
    assert 0.0 <= similarity(first, second) <= 1.0
    assert similarity(first, first) == 1.0
    assert similarity(first, second) == similarity(second, first)
    if first.clues:
        assert similarity(first, EMPTY) == 0.0
    assert (similarity(first, second) == 1.0) == (keyed_distance(first, second) == 0.0)


def test_a_clue_hangs_below_what_it_is_a_reason_for():
    a, x, e = clue("attribute", "AU12"), clue("expression", "smile"), clue("emotion", "happiness")
    loose = clue("attribute", "hair: color", "brown")
    tree = AffectiveTree((a, loose, x, e), (RationaleEdge(a.id, x.id, ""), RationaleEdge(x.id, e.id, "")))
    smile = Node("expression: smile = present", (Node("attribute: AU12 = present"),))
    assert ordered_tree(tree) == Node(
        "",
        (
            Node("attribute:", (Node("attribute: hair: color = brown"),)),
            Node("emotion: happiness = present", (smile,)),
        ),
    )


class Counting(Costs):
    """Tells how often a key was weighed."""

    weighed = 0

    def weight(self, key):
        Counting.weighed += 1
        return super().weight(key)


@pytest.mark.parametrize("size", [40, 400])
def test_each_key_is_looked_at_once_however_large_the_trees(size, monkeypatch):
    rng = random.Random(3)
    names = [f"AU{number}" for number in range(2 * size)]

    def drawn() -> AffectiveTree:
        return AffectiveTree(tuple(clue("attribute", name, rng.choice(VALUES)) for name in rng.sample(names, size)), ())

    first, second = drawn(), drawn()
    monkeypatch.setattr(Counting, "weighed", 0)
    assert keyed_distance(first, second, costs=Counting()) > 0
    assert Counting.weighed == len({*keyed(first), *keyed(second)})
