"""What two trees differ in is what their keyed distance counts."""

from hypothesis import given, settings

from core.reasoning.tree_difference import Difference, differences
from core.reasoning.tree_distance import keyed, keyed_distance
from core.records.tree import AffectiveTree, RationaleEdge
from tests.core.reasoning.test_tree_distance import EMPTY, clue, trees


def tree(*clues) -> AffectiveTree:
    return AffectiveTree(clues, ())


def test_each_kind_by_level():
    true = tree(clue("attribute", "AU12"), clue("attribute", "AU4"), clue("emotion", "happiness"))
    said = tree(clue("attribute", "AU12", "slight"), clue("emotion", "happiness"), clue("expression", "smile"))
    assert differences(true, said) == (
        Difference("added", "expression", "smile", "", "present"),
        Difference("changed", "attribute", "AU12", "present", "slight"),
        Difference("omitted", "attribute", "AU4", "present", ""),
    )


def test_what_is_said_twice_was_said_once_too_often():
    true = tree(clue("attribute", "AU12"))
    said = tree(clue("attribute", "AU12"), clue("attribute", "AU12", number=1))
    assert differences(true, said) == (Difference("added", "attribute", "AU12", "", "present"),)


def test_an_edge_is_called_by_what_it_joins():
    reason, mark = clue("attribute", "AU12"), clue("expression", "smile")
    joined = AffectiveTree((reason, mark), (RationaleEdge(reason.id, mark.id, ""),))
    assert differences(joined, tree(reason, mark)) == (Difference("omitted", "edge", "AU12 > smile", "present", ""),)


@settings(deadline=None)
@given(trees(), trees())
def test_there_is_a_difference_where_there_is_a_distance(one, other):
    found, back = differences(one, other), differences(other, one)
    assert bool(found) == (keyed_distance(one, other) > 0)
    swapped = {"omitted": "added", "added": "omitted", "changed": "changed"}
    turned = [Difference(swapped[d.kind], d.level, d.name, d.said, d.wanted) for d in back]
    assert sorted(map(repr, turned)) == sorted(map(repr, found))
    assert len(differences(one, EMPTY)) == sum(map(len, keyed(one).values()))
