"""Every reason the built-in analyst gives has a place on the face, and what has none says so."""

import pytest

from core.evidence.action_units import action_units
from core.evidence.regions import points_of
from core.records.moment import Span
from core.records.tree import AffectiveTree, Clue, RationaleEdge

SPAN = Span.between(0.0, 1.0)
MOVEMENTS = (
    "head turned",
    "head raised or lowered",
    "head tilted",
    "gaze to the side",
    "gaze up or down",
    "eyes closed",
    "nod",
    "head shake",
)


def clue(name, *, level="attribute", support="supported"):
    return Clue(name, level, name, "present", name, SPAN, 1.0, support, ())


@pytest.mark.parametrize("name", [*(unit.code for unit in action_units()), *MOVEMENTS])
def test_every_measured_reason_has_its_place(name):
    points = points_of(clue(name), AffectiveTree((), ()))
    assert points == tuple(sorted(set(points)))
    assert points
    assert 0 <= points[0] <= points[-1] < 478


def test_an_emotion_is_seen_where_its_reasons_are():
    smile, brows, wrong = clue("AU12"), clue("AU1"), clue("AU9", support="contradicted")
    middle, top = clue("smile", level="expression"), clue("happiness", level="emotion")
    edges = [RationaleEdge(one.id, middle.id, "") for one in (smile, brows, wrong)]
    tree = AffectiveTree((smile, brows, wrong, middle, top), (*edges, RationaleEdge(middle.id, top.id, "")))
    expected = sorted({*points_of(smile, tree), *points_of(brows, tree)})
    assert list(points_of(top, tree)) == expected
    assert points_of(wrong, tree), "a contradicted reason has a place of its own, and lends it to nobody"


def test_a_colour_of_hair_has_no_place():
    assert points_of(clue("hair: color"), AffectiveTree((), ())) == ()
