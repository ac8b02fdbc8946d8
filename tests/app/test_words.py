"""Words: everything that core may say stands in the table that the translator reads."""

from typing import get_args

from app import words
from core.evidence.action_units import action_units
from core.evidence.expressions import expressions
from core.export.look import FLAGS, LOOKS, NOT_ASSESSABLE
from core.records.analysis import Reason
from core.records.review import Verdict
from core.records.study import ROLES, PersonStanding
from core.records.tree import Level, Support


def test_every_name_of_the_taxonomy_can_be_translated():
    named = {text for unit in action_units() for text in (unit.name, unit.plain)}
    named |= {text for one in expressions() for text in (one.name, one.text)}
    named |= {*LOOKS, NOT_ASSESSABLE, *(look.words for look in FLAGS), *ROLES, *get_args(Level)}
    named |= {words.support(one) for one in get_args(Support)} | {words.reason(one) for one in get_args(Reason)}
    named |= {words.verdict(one) for one in get_args(Verdict)}
    assert named <= set(words.KNOWN)


def test_names_are_plain_words():
    assert words.unit("AU12") == "lip corners pulled up"
    assert words.unit_name("AU12") == "lip corner puller"
    assert words.flag("off_angle") == "turned away"
    assert words.label(None) == "not assessable"
    assert words.support("not_measurable") == "not measurable"


def test_what_is_not_known_comes_back_as_it_is():
    assert words.label("somebody's own label") == "somebody's own label"
    assert words.unit("nod") == "nod"


def test_a_person_is_called_by_name_and_role():
    assert words.person(PersonStanding("P1", "P1", None, None)) == "P1"
    assert words.person(PersonStanding("P1", "A7", "client", None)) == "A7 · client"
