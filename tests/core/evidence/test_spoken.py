"""What a model says is held against the measurements in its own span, and missing measurements decide nothing."""

from dataclasses import replace

import numpy as np
import pytest

from core.evidence.action_units import action_units, codes
from core.evidence.clues import Rows
from core.evidence.spoken import CheckRule, check_tree
from core.records.analysis import EMOTIONS
from core.records.moment import Span
from core.records.tree import AffectiveTree, Clue, RationaleEdge

RULE = CheckRule()


def rows(
    *, seconds=2.0, units=None, pose=(0.0, 0.0, 0.0), gaze=(0.0, 0.0), closed=0.0, nod=0.0, shake=0.0, looks="neutral"
):
    """Rows of 0.1 s in which nothing changes."""
    count = round(seconds * 10)
    values = np.zeros((count, len(codes())))
    for code, strength in (units or {}).items():
        values[:, codes().index(code)] = strength
    appearance = np.full((count, len(EMOTIONS)), 0.02)
    appearance[:, EMOTIONS.index(looks)] = 0.88

    def share(part):
        return np.arange(count) < round(part * count)

    return Rows(
        times_s=np.arange(count) / 10,
        values=np.zeros((count, 1)),
        neutral=None,
        units=values,
        appearance=appearance,
        pose=np.tile(np.array(pose, float), (count, 1)),
        gaze=np.tile(np.array(gaze, float), (count, 1)),
        eyes_closed=share(closed),
        nod=share(nod),
        shake=share(shake),
        talking=np.zeros(count, bool),
        trust=1.0,
    )


def said(name, value="present", *, level="attribute", span=(0.0, 2.0)):
    return Clue("c", level, name, value, "", Span.between(*span), 1.0, "not_measurable", ())


def checked(clue, measured):
    (found,) = check_tree(AffectiveTree((clue,), ()), measured, rule=RULE).clues
    return found


SMILE = {"AU12": 0.8, "AU6/7": 0.6}


@pytest.mark.parametrize(
    ("clue", "measured", "expected"),
    [
        (said("AU12"), rows(units=SMILE), "supported"),
        (said("AU12", "absent"), rows(units=SMILE), "contradicted"),
        (said("AU12"), rows(), "contradicted"),
        (said("AU12", "absent"), rows(), "supported"),
        (said("AU15"), rows(units=SMILE), "contradicted"),
        (said("smile", "displayed", level="expression"), rows(units=SMILE), "supported"),
        (said("lip corners down", "displayed", level="expression"), rows(units=SMILE), "contradicted"),
        (said("head turned", "to the person's left"), rows(pose=(30.0, 0.0, 0.0)), "supported"),
        (said("head turned", "to the person's right"), rows(pose=(30.0, 0.0, 0.0)), "contradicted"),
        (said("head turned", "left"), rows(pose=(30.0, 0.0, 0.0)), "supported"),
        (said("head raised or lowered", "down"), rows(pose=(0.0, 20.0, 0.0)), "contradicted"),
        (said("head turned", "not to the person's left"), rows(pose=(30.0, 0.0, 0.0)), "contradicted"),
        (said("head turned", "not to the person's left"), rows(pose=(-30.0, 0.0, 0.0)), "supported"),
        (said("head turned", "not left"), rows(pose=(30.0, 0.0, 0.0)), "not_measurable"),
        (said("head turned", "not left"), rows(), "supported"),
        (said("gaze up or down", "not down"), rows(gaze=(0.0, -20.0)), "contradicted"),
        (said("gaze up or down", "not down"), rows(), "supported"),
        (said("gaze to the side"), rows(gaze=(-20.0, 0.0)), "supported"),
        (said("eyes closed"), rows(closed=0.8), "supported"),
        (said("eyes closed"), rows(closed=0.0), "contradicted"),
        (said("nod"), rows(nod=0.3), "supported"),
        (said("nod"), rows(shake=0.3), "contradicted"),
        (said("nod"), rows(), "not_measurable"),
        (said("happiness", "reading", level="emotion"), rows(units=SMILE, looks="happiness"), "supported"),
        (said("anger", "reading", level="emotion"), rows(units=SMILE, looks="happiness"), "contradicted"),
        (said("contempt", level="emotion"), rows(units=SMILE), "not_measurable"),
        (said("hair: color", "brown"), rows(), "not_measurable"),
    ],
)
def test_words_are_held_against_what_was_measured(clue, measured, expected):
    assert checked(clue, measured).support == expected


def test_the_degree_that_is_said_asks_for_more_or_less():
    present = next(unit.present for unit in action_units() if unit.code == "AU12")
    just = rows(units={"AU12": present * 1.05})
    assert checked(said("AU12"), just).support == "supported"
    assert checked(said("AU12", "marked"), just).support == "not_measurable"
    less = rows(units={"AU12": present * 0.7})
    assert checked(said("AU12"), less).support == "not_measurable"
    assert checked(said("AU12", "slight"), less).support == "supported"


def test_only_the_span_that_is_meant_counts():
    measured = rows(units=SMILE)
    measured.units[:10] = 0.0
    assert checked(said("AU12", span=(0.0, 1.0)), measured).support == "contradicted"
    assert checked(said("AU12", span=(1.0, 2.0)), measured).support == "supported"


def test_too_few_usable_rows_decide_nothing():
    assert checked(said("AU12"), rows(seconds=0.2)).support == "not_measurable"
    assert checked(said("AU12", span=(5.0, 6.0)), rows()).support == "not_measurable"


def test_a_gaze_that_could_not_be_measured_is_missing():
    measured = rows(closed=1.0)
    measured.gaze[:] = np.nan
    found = checked(said("gaze to the side"), measured)
    assert found.support == "not_measurable"
    assert not found.evidence


def test_a_crying_mouth_is_no_smile():
    crying = rows(units={"AU12": 0.7, "AU43": 0.9, "AU4": 0.6}, closed=1.0, looks="sadness")
    assert checked(said("smile", "displayed", level="expression"), crying).support == "contradicted"
    assert checked(said("tearful face", "displayed", level="expression"), crying).support == "supported"


def test_the_values_that_decided_are_kept_and_nothing_else_changes():
    clue = said("AU12")
    other = replace(said("smile", "displayed", level="expression"), id="x")
    tree = AffectiveTree((clue, other), (RationaleEdge("c", "x", "stated: because"),))
    found = check_tree(tree, rows(units=SMILE), rule=RULE)
    assert found.edges == tree.edges
    assert [replace(one, support="not_measurable", evidence=()) for one in found.clues] == list(tree.clues)
    (evidence,) = found.clues[0].evidence
    assert (evidence.measure, evidence.value) == ("AU12", pytest.approx(0.8))
    assert evidence.threshold > 0
