"""Analyses and measurements come back to the bit; a screen reads what it shows."""

import json
from dataclasses import replace

import apsw
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from core.export.document import analysis_json
from core.project import analyses, consents, sessions
from core.project.arrays import pack, unpack
from core.project.chunks import CHUNK
from core.project.codec import UnreadableError, canonical, from_plain, to_plain
from core.project.failures import ConsentError, NotFoundError, ReadOnlyStudyError
from core.project.history import redo, undo
from core.project.intake import begin_analysis, record_analysis
from core.project.jobs import unfinished_jobs
from core.project.media import add_recording
from core.project.opening import open_study
from core.project.people import correct_people
from core.project.screen import Window, curve_names, screen
from core.records.analysis import Analysis
from core.records.consent import Server
from core.records.moment import Span
from core.records.study import Swap
from tests.core.project.builders import (
    FAILURE,
    PASSPHRASE,
    SHA,
    analysed,
    analysis,
    by_model,
    circumstances,
    new_study,
    person,
    recorded,
    same,
    tracks,
    video,
)

NUMBERS = ("u1", "i8", "f4", "f8", "b1")


@given(st.sampled_from(NUMBERS).flatmap(lambda kind: arrays.arrays(kind, arrays.array_shapes(min_dims=0, min_side=0))))
def test_arrays_come_back_to_the_bit(array):
    assert same(unpack(pack(array)), array)


@given(st.binary(max_size=200))
def test_no_bytes_crash_the_unpacking(data):
    try:
        unpack(data)
    except ValueError:
        return


def test_a_packed_array_that_would_fill_the_memory_is_refused():
    bomb = bytearray(pack(np.zeros(4)))
    bomb[2:10] = (1 << 40).to_bytes(8, "little")
    with pytest.raises(ValueError, match="bytes"):
        unpack(bytes(bomb))


@settings(max_examples=50, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda more: st.lists(more) | st.dictionaries(st.text(min_size=6), more),
    )
)
def test_settings_come_back_whatever_they_hold(value):
    spelled = json.loads(canonical(to_plain(value)))
    assert same(from_plain(spelled, object), value)  # type: ignore[type-abstract]


def test_a_record_comes_back_through_json():
    whole = analysis()
    assert same(from_plain(json.loads(canonical(to_plain(whole))), Analysis), whole)


@pytest.mark.parametrize("wrong", [None, [], {}, {"video": 3}, "text", 3.5])
def test_json_that_is_no_record_is_refused(wrong):
    with pytest.raises(UnreadableError):
        from_plain(wrong, Analysis)


@pytest.mark.parametrize("whole", [analysis(), by_model()], ids=["measured", "by a model"])
def test_an_analysis_comes_back_to_the_bit(tmp_path, whole):
    measured = (*tracks(), *(replace(one, person="P2") for one in tracks(seed=9, on_grid=False)))
    with new_study(tmp_path).study as study:
        _, recording = recorded(study)
        number = analyses.save_analysis(study, whole, recording=recording, tracks=measured)
    with open_study(tmp_path / "study.vemo", secret=PASSPHRASE) as study:
        again = analyses.load_analysis(study, number)
        assert same(again, whole)
        assert analysis_json(again) == analysis_json(whole)
        assert same(analyses.load_tracks(study, number), measured)
        (row,) = analyses.analyses(study)
        assert (row.recording, row.source) == (recording, "measured")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.integers(0, 60), seed=st.integers(0, 99), gaps=st.booleans())
def test_any_length_of_curves_comes_back(study, rows, seed, gaps):
    session = sessions.add_session(study, f"s{len(sessions.sessions(study))}")
    recording = add_recording(study, study.folder / "x.mp4", session=session, sha256=SHA)
    one = person("P1", span=Span.between(0, 6), rows=rows, seed=seed)
    if gaps and rows:
        one = replace(one, times_s=np.sort(np.random.default_rng(seed).random(rows)))
    whole = replace(analysis(people=()), people=(one,))
    number = analyses.save_analysis(study, whole, recording=recording)
    assert same(analyses.load_analysis(study, number), whole)


def test_a_failed_segment_is_a_row_that_was_assessable_and_has_no_label(study):
    _, recording = recorded(study)
    number = analyses.save_analysis(study, by_model(), recording=recording)
    rows = {row.segment: row for row in screen(study, Window(1, 0, 60)).segments}
    assert (rows["S3"].assessable, rows["S3"].label, rows["S3"].unread) == (True, None, True)
    assert (rows["S5"].assessable, rows["S5"].unread) == (False, False)
    assert not rows["S1"].unread
    assert analyses.load_segment(study, analysis=number, segment="S3").failure == FAILURE


def test_many_chunks_come_back(study):
    _, recording = recorded(study)
    rows = CHUNK * 2 + 17
    one = person("P1", span=Span.between(0, rows / 10), rows=rows, seed=1)
    number = analyses.save_analysis(study, replace(analysis(people=()), people=(one,)), recording=recording)
    assert same(analyses.load_analysis(study, number).people[0], one)


def test_undo_takes_an_analysis_out_and_redo_puts_it_back(study):
    number = analysed(study)
    undo(study)
    assert not analyses.analyses(study)
    with pytest.raises(NotFoundError):
        analyses.load_analysis(study, number)
    redo(study)
    assert same(analyses.load_analysis(study, number), analysis())


def test_record_analysis_makes_session_and_recording_once(study, tmp_path):
    whole = replace(analysis(), video=replace(video(), path=tmp_path / "first.mp4"))
    first = record_analysis(study, whole)
    second = record_analysis(study, whole)
    named = record_analysis(study, whole, session="other")
    assert (second.session, second.recording) == (first.session, first.recording)
    assert second.analysis != first.analysis
    assert named.session != first.session
    assert [one.name for one in sessions.sessions(study)] == ["session 1", "other"]
    assert same(analyses.load_analysis(study, first.analysis), whole)
    undo(study)  # one change: the session goes with the analysis
    assert [one.name for one in sessions.sessions(study)] == ["session 1"]


def test_an_analysis_is_not_begun_against_consent_or_without_a_way_to_save_it(study):
    client = sessions.add_participant(study, "C")
    number = sessions.add_session(study, "first", participants=(client,))
    with (
        open_study(study.path, secret=PASSPHRASE, circumstances=circumstances()) as reader,
        pytest.raises(ReadOnlyStudyError, match="has this study open"),
    ):
        begin_analysis(reader, video())
    begin_analysis(study, video(), session="first")
    with pytest.raises(ConsentError, match="does not know yet who"):
        begin_analysis(study, video(), pictures=True)
    with pytest.raises(ConsentError, match="no consent"):
        begin_analysis(study, video(), session="first", pictures=True)
    allowed = {"participant": client, "scopes": ("analyse", "share excerpts")}
    consents.give_consent(study, **allowed, given_on="2026-10-01", text_version="1")
    begin_analysis(study, video(), session="first", pictures=True)
    consents.withdraw_consent(study, participant=client, session=number, given_on="2026-11-01")
    begin_analysis(study, video())
    with pytest.raises(ConsentError):
        begin_analysis(study, video(), session="first")
    with pytest.raises(ConsentError):
        record_analysis(study, analysis(), session="first")


def test_result_and_pieces_change_places_in_one_transaction(study):
    pieces = begin_analysis(study, video())
    assert pieces.begin("key", resume=False) == ()
    pieces.add(0, b"zero")
    pieces.add(1, b"one")
    study.connection.execute("CREATE TRIGGER full BEFORE DELETE ON job BEGIN SELECT RAISE(ABORT, 'full'); END")
    with pytest.raises(apsw.ConstraintError):
        record_analysis(study, analysis(), pieces=pieces)
    study.connection.execute("DROP TRIGGER full")
    assert not analyses.analyses(study)
    assert [one.pieces for one in unfinished_jobs(study)] == [2]
    record_analysis(study, analysis(), pieces=pieces)
    assert not unfinished_jobs(study)
    assert len(analyses.analyses(study)) == 1


def test_a_screen_shows_its_window(study):
    analysed(study)
    sessions.add_marker(study, session=1, kind="phase", label="p", start_s=0.0, end_s=12.0)
    sessions.add_marker(study, session=1, kind="event", label="e", start_s=50.0)
    shown = screen(study, Window(1, 11.0, 29.0, curves=(("P1", "AU12"), ("P2", "AU4"), ("P1", "none"))))
    assert {(row.person, row.start_s) for row in shown.segments} == {(p, s) for p in ("P1", "P2") for s in (10.0, 20.0)}
    assert [marker.label for marker in shown.markers] == ["p"]
    whole = analysis().people[0]
    within = (whole.times_s >= 11.0) & (whole.times_s < 29.0)
    assert curve_names(study, 1, ("P1",)) == {"P1": ("AU12", "AU4")}
    first, second = shown.curves
    assert (first.person, first.name, second.person) == ("P1", "AU12", "P2")
    assert np.array_equal(first.times_s, whole.times_s[within])
    assert np.array_equal(first.low, whole.curves["AU12"][within], equal_nan=True)
    assert np.array_equal(first.high, first.low, equal_nan=True)


@pytest.mark.parametrize("width", [1, 7, 40, 300, 5000])
def test_a_coarse_curve_hides_no_peak(study, width):
    _, recording = recorded(study)
    rows = CHUNK + 900
    one = person("P1", span=Span.between(0, rows / 10), rows=rows, seed=3)
    analyses.save_analysis(study, replace(analysis(people=()), people=(one,)), recording=recording)
    (curve,) = screen(study, Window(1, 0.0, rows / 10, curves=(("P1", "AU12"),), width=width)).curves
    assert len(curve.times_s) <= max(2 * width, 2)
    assert np.nanmax(curve.high) == np.nanmax(one.curves["AU12"])
    assert np.nanmin(curve.low) == np.nanmin(one.curves["AU12"])
    assert np.all(np.diff(curve.times_s) > 0)


def test_a_screen_follows_corrections_of_people_and_offsets(study):
    number = analysed(study)
    correct_people(study, number, Swap("P1", "P2", 25.0))
    shown = screen(study, Window(1, 20.0, 30.0, curves=(("P1", "AU12"),)))
    assert {(row.person, row.start_s, row.end_s) for row in shown.segments} == {
        (p, *span) for p in ("P1", "P2") for span in ((20.0, 25.0), (25.0, 30.0))
    }
    people = analysis().people
    times_s = people[0].times_s
    wanted = np.where(times_s < 25.0, people[0].curves["AU12"], people[1].curves["AU12"])[200:300]
    assert np.array_equal(shown.curves[0].low, wanted, equal_nan=True)
    session = sessions.add_session(study, "late")
    recording = add_recording(study, study.folder / "late.mp4", session=session, sha256=SHA, offset_s=100.0)
    analyses.save_analysis(study, analysis(), recording=recording)
    assert not screen(study, Window(session, 0.0, 99.0)).segments
    assert screen(study, Window(session, 100.0, 105.0)).segments[0].start_s == 100.0


def test_pictures_go_to_another_computer_only_where_somebody_known_allowed_it(study):
    here, away = Server("localhost:8080", "m", elsewhere=False), Server("lab.example", "m", elsewhere=True)
    with pytest.raises(ConsentError, match="share excerpts"):
        begin_analysis(study, video(), server=away)
    begin_analysis(study, video(), server=here)
    session, _ = recorded(study)
    with pytest.raises(ConsentError, match="share excerpts"):
        begin_analysis(study, video(), server=away)
    client = sessions.add_participant(study, "C-1")
    sessions.attend(study, session=session, participant=client)
    consents.give_consent(
        study, participant=client, scopes=("analyse", "share excerpts"), given_on="2026-01-01", text_version="1"
    )
    begin_analysis(study, video(), server=away)
    sent = [json.loads(detail) for verb, detail in study.rows("SELECT verb, detail FROM audit") if verb == "sent"]
    assert [(one["server"], one["elsewhere"]) for one in sent] == [("localhost:8080", False), ("lab.example", True)]
