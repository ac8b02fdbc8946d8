"""What other tools coded, in a study: kept to the bit, undone, tied to people, and shown on a screen."""

import numpy as np
import pytest

from core.errors import UsageError
from core.project import history
from core.project.failures import NotFoundError
from core.project.foreign import add_foreign, foreign_files, foreign_tracks, load_foreign, tie_track, ties
from core.project.foreign_screen import ForeignWindow, foreign_screen
from core.project.people import correct_people, excluded_spans
from core.project.reviews import set_rater
from core.project.sessions import add_session
from core.project.standing import retract
from core.project.verify import verify_study
from core.records.foreign import Imported, Tie
from core.records.study import Exclude, Merge
from tests.core.project.builders import analysed, imported, recorded, same


def test_what_goes_in_comes_out_with_its_origin(study):
    session, recording = recorded(study)
    add_foreign(study, imported(), session=session, recording=recording, offset_s=2.5)
    (file,) = foreign_files(study)
    assert (file.tool, file.name, file.sha256, file.offset_s) == ("ELAN", "coder.eaf", "ef" * 32, 2.5)
    assert file.importer.startswith("VidEmo Studio ")
    assert (file.who, file.notes) == ("anna", ("A note of the reader.",))
    tier, face = foreign_tracks(study)
    assert (tier.annotations, tier.labels, tier.person, tier.coder) == (
        3,
        ("happiness", "sadness", "nod"),
        "Client",
        "AB",
    )
    assert (face.samples, face.curves, face.annotations) == (40, ("AU12_r", "confidence"), 0)
    assert tier.start_s == 2.5
    for number, track in enumerate(imported().tracks, start=1):
        assert same(load_foreign(study, number), track)
    assert all(one.fine for one in verify_study(study))


def test_records_are_never_altered_and_verification_sees_it_where_they_were(study):
    session, _ = recorded(study)
    add_foreign(study, imported(), session=session)
    with pytest.raises(Exception, match="never altered"):
        study.connection.execute("UPDATE foreign_label SET label = 'fear'")
    study.connection.execute("DROP TRIGGER foreign_label_stays; UPDATE foreign_label SET label = 'fear' WHERE id = 1")
    (finding,) = [one for one in verify_study(study) if not one.fine]
    assert finding.what == "records"


def test_an_import_is_undone_done_again_and_taken_back(study):
    session, recording = recorded(study)
    file = add_foreign(study, imported(), session=session, recording=recording)
    with pytest.raises(UsageError, match="already, as file 1"):
        add_foreign(study, imported(), session=session, recording=recording)
    window = ForeignWindow(session, 0.0, 60.0, curves=((2, "AU12_r"),))
    history.undo(study)
    assert not foreign_tracks(study)
    assert not foreign_screen(study, window).rows
    with pytest.raises(NotFoundError):
        load_foreign(study, 1)
    history.redo(study)
    assert len(foreign_tracks(study)) == 2
    retract(study, "foreign_file", file)
    assert not foreign_tracks(study)
    shown = foreign_screen(study, window)
    assert (shown.rows, shown.curves) == ((), ())
    add_foreign(study, imported(), session=session, recording=recording)
    retract(study, "recording", recording)
    assert not foreign_files(study)


def test_what_does_not_belong_together_is_refused(study):
    session, recording = recorded(study)
    other = add_session(study, "other")
    for wrong in (
        lambda: add_foreign(study, imported(), session=other, recording=recording),
        lambda: add_foreign(study, Imported(()), session=session),
        lambda: add_foreign(study, imported(), session=session, offset_s=float("nan")),
    ):
        with pytest.raises(UsageError):
            wrong()
    with pytest.raises(NotFoundError):
        add_foreign(study, imported(), session=99)
    assert not foreign_files(study)


def test_ties_follow_the_last_word_and_merges(study):
    number = analysed(study)
    add_foreign(study, imported(), session=1, recording=1)
    elsewhere = add_session(study, "elsewhere")
    add_foreign(study, imported(), session=elsewhere)
    tie_track(study, 1, analysis=number, person="P1")
    tie_track(study, 1, analysis=number, person="P2")
    assert ties(study, number) == (Tie(1, number, "P2"),)
    correct_people(study, number, Merge("P1", "P2"))
    assert ties(study, number) == (Tie(1, number, "P1"),)
    history.undo(study)
    tie_track(study, 1, analysis=number, person=None)
    assert not ties(study, number)
    for wrong in ((1, "P9"), (3, "P1")):
        with pytest.raises(UsageError):
            tie_track(study, wrong[0], analysis=number, person=wrong[1])
    with pytest.raises(NotFoundError):
        tie_track(study, 99, analysis=number, person="P1")
    tie_track(study, 1, analysis=number, person="P1")
    retract(study, "foreign_file", 1)
    assert not ties(study, number)


def test_who_is_left_out_when(study):
    number = analysed(study)
    correct_people(study, number, Exclude("P2", 1.0, 2.0, "door"))
    correct_people(study, number, Exclude(None, 4.0, 5.0, "greeting"))
    assert excluded_spans(study, number, "P1") == ((4.0, 5.0),)
    correct_people(study, number, Merge("P1", "P2"))
    assert excluded_spans(study, number, "P1") == ((1.0, 2.0), (4.0, 5.0))


def test_a_screen_shows_what_touches_it_in_session_time(study):
    session, recording = recorded(study)
    add_foreign(study, imported(rows=9000), session=session, recording=recording, offset_s=100.0)

    def shown(start_s: float, end_s: float, **more):
        return foreign_screen(study, ForeignWindow(session, start_s, end_s, **more))

    assert [(row.label, row.start_s, row.end_s) for row in shown(0.0, 300.0).rows] == [
        ("happiness", 100.0, 109.5),
        ("sadness", 109.5, 120.0),
        ("nod", 112.0, 112.0),
    ]
    assert [row.label for row in shown(112.0, 113.0).rows] == ["sadness", "nod"]
    assert [row.label for row in shown(109.0, 109.5).rows] == ["happiness"]
    assert not shown(120.0, 130.0).rows
    assert not shown(0.0, 300.0, tracks=(2,)).rows
    (row,) = [row for row in shown(0.0, 300.0).rows if row.label == "sadness"]
    assert row.detail == ("broad", "as told")
    wanted = ((2, "AU12_r"),)
    (near,) = shown(100.0, 101.0, curves=wanted).curves
    assert near.drawn.person == "face 0"
    np.testing.assert_allclose(near.drawn.times_s, 100 + np.round(np.arange(30) / 30, 6), atol=1e-9)
    values = imported(rows=9000).tracks[1].samples.values[:, 0]
    np.testing.assert_array_equal(near.drawn.low, values[:30].astype(np.float32))
    (far,) = shown(0.0, 400.0, curves=wanted, width=100).curves
    assert len(far.drawn.low) <= 200
    assert far.drawn.high.max() == np.float32(values.max())
    assert far.drawn.low.min() == np.float32(values.min())
    (wild,) = shown(100.0, 101.0, curves=((2, "confidence"),)).curves
    assert np.isnan(wild.drawn.low[3])
    assert np.isposinf(wild.drawn.low[4])
    with pytest.raises(UsageError):
        shown(5.0, 5.0)


def test_a_blind_rater_sees_nothing_of_it(study):
    session, _ = recorded(study)
    add_foreign(study, imported(), session=session)
    set_rater(study, "ben", blind=True)
    assert foreign_screen(study, ForeignWindow(session, 0.0, 60.0, rater="anna")).rows
    assert not foreign_screen(study, ForeignWindow(session, 0.0, 60.0, rater="ben")).rows
