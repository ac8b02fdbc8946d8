"""The scene: a session as a window holds it, with people put right, and nothing of the model for a blind rater."""

import numpy as np
import pytest

from core.project import people, sessions
from core.project.analyses import load_analysis, save_analysis
from core.project.failures import NotFoundError
from core.project.media import add_recording, recordings
from core.project.reviews import desk, set_rater
from core.project.scene import distributions, load_scene, with_first_results
from core.records.study import Exclude, Merge, Name
from tests.core.project.builders import SHA, analysed, analysis, recorded, tracks, video


def test_a_scene_holds_what_a_first_picture_needs(study):
    number = analysed(study)
    scene = load_scene(study, 1, rater="anna")
    assert [row.id for row in scene.analyses] == [number]
    assert len(scene.segments) == 12
    assert [one.standing.person for one in scene.people] == ["P1", "P2"]
    assert scene.people[0].coverage == pytest.approx(0.93)
    assert scene.speech_s == ((1.0, 2.5), (3.1, 9.99))
    assert scene.cuts_s == (12.5, 30.033367)
    assert scene.length_s == pytest.approx(60.04)
    assert scene.remarks == ("Two people were seen.",)
    assert not scene.blind


def test_segments_come_in_order_of_time(study):
    analysed(study)
    starts = [(row.start_s, row.person) for row in load_scene(study, 1, rater="anna").segments]
    assert starts == sorted(starts)


def test_every_time_is_the_sessions(study):
    session = sessions.add_session(study, "late")
    recording = add_recording(study, study.folder / "b.mp4", session=session, sha256=SHA, offset_s=100.0, video=video())
    save_analysis(study, analysis(), recording=recording)
    scene = load_scene(study, session, rater="anna")
    assert scene.segments[0].start_s == 100.0
    assert scene.people[0].spans_s[0][0] == 100.0
    assert scene.people[0].times_s[0] == 100.0
    assert scene.speech_s[0] == (101.0, 102.5)
    assert scene.cuts_s[0] == 112.5
    assert scene.length_s == pytest.approx(160.04)
    assert scene.recording_at(120).id == recording
    assert scene.recording_at(-5).id == recording


def test_people_are_put_right(study):
    number = analysed(study)
    people.correct_people(study, number, Merge("P1", "P2"))
    people.correct_people(study, number, Name("P1", "Anna B."))
    people.correct_people(study, number, Exclude("P1", 0.0, 10.0, "somebody else"))
    scene = load_scene(study, 1, rater="anna")
    assert [one.standing.name for one in scene.people] == ["Anna B."]
    assert {row.person for row in scene.segments} == {"P1"}
    assert min(row.start_s for row in scene.segments) == 10.0


def test_the_latest_analysis_of_a_recording_is_shown_unless_another_is_asked_for(study):
    first = analysed(study)
    second = save_analysis(study, analysis(every_s=20.0), recording=1)
    assert [row.id for row in load_scene(study, 1, rater="anna").analyses] == [second]
    assert [row.id for row in load_scene(study, 1, rater="anna", shown=(first,)).analyses] == [first]


def test_a_blind_rater_sees_spans_and_nothing_the_model_said(study):
    number = analysed(study)
    desk(study, "ben").review(analysis=number, segment="S1", verdict="agree")
    set_rater(study, "clara", blind=True)
    scene = load_scene(study, 1, rater="clara")
    assert scene.blind
    assert {(row.label, row.probability, row.verdicts) for row in scene.segments} == {(None, None, ())}
    assert {one.baseline for one in scene.people} == {""}
    assert scene.reviews == ()
    assert scene.remarks == ()
    assert len(load_scene(study, 1, rater="ben").reviews) == 1


def test_a_session_without_an_analysis_is_empty_and_not_an_error(study):
    session, _ = recorded(study)
    scene = load_scene(study, session, rater="anna")
    assert (scene.analyses, scene.people, scene.segments, scene.speech_s) == ((), (), (), None)
    assert scene.length_s == pytest.approx(60.04)


def test_a_session_that_is_not_there(study):
    with pytest.raises(NotFoundError, match="no session 9"):
        load_scene(study, 9, rater="anna")


def test_distributions_are_those_of_the_readings(study):
    number = analysed(study)
    found = distributions(study, number, ["S1", "S5", "S1/2"])
    reading = load_analysis(study, number).segments[0].reading
    assert found["S1"] == pytest.approx(list(reading.distribution.values()))
    assert np.array_equal(found["S1"], found["S1/2"])
    assert "S5" not in found, "a segment that is not assessable has none"


def test_first_results_stand_where_the_analysis_will_and_give_way_to_it(study):
    session, number = recorded(study)
    before, recording = load_scene(study, session, rater="anna"), recordings(study)[0]
    scene = with_first_results(before, analysis(length_s=20.0), recording=recording)
    assert {row.analysis for row in scene.segments} == {-number}
    assert [one.key for one in scene.people] == [(-number, "P1"), (-number, "P2")]
    again = with_first_results(scene, analysis(length_s=40.0), recording=recording)
    assert len(again.segments) == 2 * len(scene.segments)
    save_analysis(study, analysis(), recording=number, tracks=tracks())
    assert {row.analysis for row in load_scene(study, session, rater="anna").segments} == {1}
