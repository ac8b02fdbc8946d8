"""Reviews are new records; a blind rater is shown no reading and nobody else's word."""

import pytest

from core.errors import UsageError
from core.project.analyses import load_analysis, save_analysis
from core.project.failures import BlindError, NotFoundError
from core.project.history import redo, undo
from core.project.people import correct_people
from core.project.reviews import annotations, desk, last_words, raters, set_rater, uncovered
from core.project.screen import Window, screen
from core.records.moment import Span
from core.records.review import Correction
from core.records.study import Merge, Split
from tests.core.project.builders import analysed, analysis, by_model, clue, recorded, same


def test_every_verdict_is_kept_and_the_original_stays(study):
    number = analysed(study)
    seat = desk(study, "anna")
    span = Span.between(0.5, 9.25)
    missed = clue("c9", span=span, text="the brows are drawn together")
    seat.review(analysis=number, segment="S1", verdict="agree")
    seat.review(analysis=number, segment="S1", verdict="disagree", clue="c1", comment="she speaks")
    seat.review(analysis=number, segment="S2", verdict="unsure")
    for correction in (
        Correction(label="sadness"),
        Correction(span=span),
        Correction(added=missed),
        Correction(removed="c1"),
    ):
        seat.review(analysis=number, segment="S3", verdict="correct", correction=correction)
    found = seat.reviews(analysis=number)
    assert [one.verdict for one in found] == ["agree", "disagree", "unsure", *["correct"] * 4]
    assert found[1].comment == "she speaks"
    assert [one.correction for one in found[3:]] == [
        Correction(label="sadness"),
        Correction(span=span),
        found[5].correction,
        Correction(removed="c1"),
    ]
    assert same(found[5].correction, Correction(added=missed))
    assert all(one.rater == "anna" and not one.blind and one.at for one in found)
    assert same(load_analysis(study, number), analysis())
    undo(study)
    assert len(seat.reviews(analysis=number)) == 6
    redo(study)
    assert len(seat.reviews(analysis=number)) == 7
    assert len(last_words(found)) == 4


def test_what_points_at_nothing_is_refused(study):
    number = analysed(study)
    seat = desk(study, "anna")
    for failure, wrong in (
        (NotFoundError, {"segment": "S99", "verdict": "agree"}),
        (UsageError, {"segment": "S1", "verdict": "agree", "clue": "c99"}),
        (UsageError, {"segment": "S1", "verdict": "correct"}),
        (UsageError, {"segment": "S1", "verdict": "agree", "correction": Correction(label="fear")}),
        (UsageError, {"segment": "S1", "verdict": "correct", "correction": Correction(removed="c99")}),
    ):
        with pytest.raises(failure):
            seat.review(analysis=number, **wrong)
    with pytest.raises(NotFoundError):
        seat.review(analysis=99, segment="S1", verdict="agree")
    with pytest.raises(ValueError, match="corrects"):
        Correction()
    assert not seat.reviews()


def test_a_blind_rater_sees_spans_and_people_and_nothing_else(study):
    number = analysed(study)
    desk(study, "anna").review(analysis=number, segment="S1", verdict="correct", correction=Correction(label="fear"))
    set_rater(study, "ben", blind=True)
    seat = desk(study, "ben")
    shown = seat.analysis(number)
    assert [(one.id, one.person, one.span) for one in shown.segments] == [
        (one.id, one.person, one.span) for one in analysis().segments
    ]
    assert all(one.reading is None and not one.tree.clues and one.key_frame_s is None for one in shown.segments)
    assert all(not one.curves and not one.baseline_curves for one in shown.people)
    assert seat.segment(analysis=number, segment="S1").reading is None
    assert not seat.reviews()
    with pytest.raises(BlindError):
        seat.reviews(rater="anna")
    for verdict in ("agree", "disagree"):
        with pytest.raises(BlindError):
            seat.review(analysis=number, segment="S1", verdict=verdict)
    with pytest.raises(BlindError):
        seat.review(analysis=number, segment="S1", verdict="unsure", clue="c1")
    seat.review(analysis=number, segment="S1", verdict="correct", correction=Correction(label="sadness"))
    (own,) = seat.reviews()
    assert own.blind
    assert len(desk(study, "anna").reviews()) == 2
    window = screen(study, Window(1, 0.0, 60.0, curves=(("P1", "AU12"),), rater="ben"))
    assert all(row.label is None and row.probability is None for row in window.segments)
    assert not window.curves
    assert [row.verdicts for row in window.segments if row.segment == "S1"] == [("ben: correct sadness",)]


def test_who_has_seen_cannot_be_blind_again(study):
    number = analysed(study)
    set_rater(study, "ben", blind=True)
    desk(study, "ben").review(analysis=number, segment="S1", verdict="unsure")
    set_rater(study, "ben", blind=False)
    undo(study)  # takes the review back, not the opened eyes
    assert not raters(study)[0].blind
    with pytest.raises(UsageError, match="cannot be made blind again"):
        set_rater(study, "ben", blind=True)
    desk(study, "carl").review(analysis=number, segment="S1", verdict="agree")
    with pytest.raises(UsageError, match="without being blind"):
        set_rater(study, "carl", blind=True)


def test_annotations_are_what_each_source_says(study):
    number = analysed(study)
    set_rater(study, "ben", blind=True)
    anna, ben = desk(study, "anna"), desk(study, "ben")
    anna.review(analysis=number, segment="S1", verdict="disagree")
    anna.review(analysis=number, segment="S1", verdict="agree")
    anna.review(analysis=number, segment="S2", verdict="unsure")
    anna.review(
        analysis=number, segment="S3", verdict="correct", correction=Correction(label="fear", span=Span.between(11, 19))
    )
    ben.review(analysis=number, segment="S1", verdict="correct", correction=Correction(span=Span.between(1, 9)))
    correct_people(study, number, Split("P1", 15.0, "P3"))
    assert [(one.segment, one.label) for one in annotations(study, number, source="model")][:4] == [
        ("S1", "happiness"),
        ("S2", "happiness"),
        ("S3/1", "sadness"),
        ("S4", "sadness"),
    ]
    assert [(one.segment, one.person, one.label, one.start_s) for one in annotations(study, number, source="anna")] == [
        ("S1", "P1", "happiness", 0.0),
        ("S2", "P2", None, 0.0),
        ("S3/1", "P1", "fear", 11.0),
    ]
    assert [(one.label, one.start_s, one.end_s) for one in annotations(study, number, source="ben")] == [
        (None, 1.0, 9.0)
    ]


def spans(study, number, source, person="P1"):
    return [
        (one.start_s, one.end_s, one.label) for one in annotations(study, number, source=source) if one.person == person
    ]


def test_annotations_of_one_person_never_overlap(study):
    number = analysed(study)
    anna = desk(study, "anna")
    anna.review(analysis=number, segment="S1", verdict="agree")
    anna.review(
        analysis=number, segment="S3", verdict="correct", correction=Correction(label="fear", span=Span.between(8, 19))
    )
    assert spans(study, number, "anna") == [(0.0, 8.0, "happiness"), (8.0, 19.0, "fear")]
    anna.review(
        analysis=number, segment="S1", verdict="correct", correction=Correction(label="anger", span=Span.between(1, 9))
    )
    assert spans(study, number, "anna") == [(1.0, 9.0, "anger"), (9.0, 19.0, "fear")]
    model = spans(study, number, "model")
    correct_people(study, number, Merge("P1", "P2"))
    assert spans(study, number, "model") == model  # both faces at once: the person's own counts


def test_what_is_left_of_a_span():
    assert uncovered((0.0, 10.0), [(2.0, 3.0), (9.0, 20.0)]) == [(0.0, 2.0), (3.0, 9.0)]
    assert uncovered((0.0, 10.0), [(10.0, 12.0), (-3.0, 0.0)]) == [(0.0, 10.0)]
    assert not uncovered((2.0, 3.0), [(0.0, 5.0)])


def test_a_blind_rater_does_not_see_what_a_model_said_nor_where_it_failed(study):
    number = save_analysis(study, by_model(), recording=recorded(study)[1])
    set_rater(study, "ben", blind=True)
    seat = desk(study, "ben")
    assert all(one.account is None and not one.failure for one in seat.analysis(number).segments)
    assert seat.segment(analysis=number, segment="S3").account is None


def test_the_model_says_nothing_of_what_it_failed_to_read(study):
    number = save_analysis(study, by_model(), recording=recorded(study)[1])
    said = {one.segment: one for one in annotations(study, number, source="model")}
    assert (said["S3"].label, said["S3"].failed) == (None, True)
    assert (said["S5"].label, said["S5"].failed) == (None, False)
