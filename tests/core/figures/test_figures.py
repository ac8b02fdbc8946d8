"""From a study's records to figures: who is who, last words, exclusions, tracks of other tools, several recordings."""

import pytest

from core.errors import UsageError
from core.figures.agreeing import session_agreement
from core.figures.coded import MODEL, Choices, Source, coded, sources, speaking_in
from core.figures.on_screen import figures, track_of
from core.figures.session import Asked, session_figures
from core.project import sessions
from core.project.analyses import save_analysis
from core.project.failures import BlindError, NotFoundError
from core.project.foreign import add_foreign, tie_track
from core.project.history import undo
from core.project.media import add_recording
from core.project.people import correct_people
from core.project.reviews import desk, set_rater
from core.project.scene import load_scene
from core.records.foreign import ForeignAnnotation, ForeignTrack, Imported, Origin, Samples
from core.records.moment import Span
from core.records.review import Correction
from core.records.study import Exclude, Merge, Name, Split
from core.statistics.conclusion import Estimate, Refusal
from core.statistics.phases import Phase, PhaseRules
from core.statistics.tracks import Piece
from tests.core.project.builders import SHA, analysed, analysis, by_model, imported, new_study, recorded

RULES = PhaseRules(least_coverage=0.1, least_assessable_s=1.0)


@pytest.fixture
def study(tmp_path):
    with new_study(tmp_path).study as opened:
        yield opened


def said(study, source=MODEL, person="P1", **more):
    found = coded(study, 1, source, **more)
    track = next(one.track for one in found.people if one.person == person)
    return [(p.span.start_s, p.span.end_s, p.label) for p in track.pieces]


MODELS_P1 = [
    (0.0, 10.0, "happiness"),
    (10.0, 20.0, "sadness"),
    (20.0, 30.0, None),
    (30.0, 40.0, "sadness"),
    (40.0, 50.0, "happiness"),
    (50.0, 60.0, "sadness"),
]


def labels(*spans: tuple[float, float, str], coder: str = "KL") -> Imported:
    origin = Origin("ELAN", "k.eaf", "cd" * 32, "emotion", coder)
    return Imported((ForeignTrack(origin, "", tuple(ForeignAnnotation(Span.between(a, b), c) for a, b, c in spans)),))


def test_the_model_follows_people_who_were_put_right(study):
    number = analysed(study)
    assert said(study) == MODELS_P1
    correct_people(study, number, Split("P1", 25.0, "P3"))
    assert said(study) == [*MODELS_P1[:2], (20.0, 25.0, None)]
    assert said(study, person="P3")[0] == (25.0, 30.0, None)
    correct_people(study, number, Merge("P2", "P1"))
    assert {one.person for one in coded(study, 1).people} == {"P2", "P3"}
    correct_people(study, number, Exclude(None, 0.0, 12.0, "greeting"))
    assert said(study, person="P2")[0] == (12.0, 20.0, "sadness")
    for _ in range(3):
        undo(study)
    assert said(study) == MODELS_P1


def test_a_rater_is_their_last_words_and_exclusions_hold_for_them(study):
    number = analysed(study)
    anna, source = desk(study, "anna"), Source("rater", "anna")
    anna.review(analysis=number, segment="S1", verdict="disagree")
    anna.review(analysis=number, segment="S1", verdict="agree")
    wider = Correction(label="contempt", span=Span.between(8.0, 21.0))
    anna.review(analysis=number, segment="S3", verdict="correct", correction=wider)
    assert said(study, source) == [(0.0, 8.0, "happiness"), (8.0, 21.0, "contempt")]
    correct_people(study, number, Exclude("P1", 9.0, 11.0, "door"))
    assert said(study, source) == [(0.0, 8.0, "happiness"), (8.0, 9.0, "contempt"), (11.0, 21.0, "contempt")]
    found = coded(study, 1, source)
    assert found.labels[-1] == "contempt"
    figures = session_figures(study, 1, source, asked=Asked(rules=RULES)).people[0].phases[0]
    assert figures.assessable_s == pytest.approx(19.0)


def test_a_track_of_another_tool_stands_beside_the_model(study):
    number = analysed(study)
    file = labels((0.0, 9.0, "joy"), (9.0, 19.0, "sadness"), (31.0, 40.0, "sadness"))
    add_foreign(study, file, session=1, recording=1, offset_s=1.0)
    source = Source("track", "1")
    assert not next(one.track.pieces for one in coded(study, 1, source).people)
    tie_track(study, 1, analysis=number, person="P1")
    assert said(study, source)[0] == (1.0, 10.0, "joy")
    choices = Choices(between="nothing coded", same={"joy": "happiness"})
    assert said(study, source, choices=choices)[:3] == [
        (0.0, 1.0, "nothing coded"),
        (1.0, 10.0, "happiness"),
        (10.0, 20.0, "sadness"),
    ]
    correct_people(study, number, Exclude("P1", 0.0, 5.0, "greeting"))
    assert said(study, source)[0] == (5.0, 10.0, "joy")
    undo(study)
    found = coded(study, 1, source)
    assert (found.coder, found.labels) == ("KL (track 1)", ("joy", "sadness"))
    speaking = [piece.speaking for piece in found.people[0].track.pieces]
    # Segments S1, S3, S7 of the model: odd numbers are silent, each third is untold.
    assert speaking == [False, None, False]
    correct_people(study, number, Merge("P2", "P1"))
    assert said(study, source, person="P2")[0] == (1.0, 10.0, "joy")


def test_codes_that_overlap_are_looked_at_one_by_one(study):
    number = analysed(study)
    add_foreign(study, imported(), session=1, recording=1)
    overlapping = labels((0.0, 9.0, "happiness"), (5.0, 8.0, "talks"))
    add_foreign(study, overlapping, session=1, recording=1)
    for track in (2, 3):
        tie_track(study, track, analysis=number, person="P1")
    with pytest.raises(UsageError, match="two labels"):
        coded(study, 1, Source("track", "3"))
    choices = Choices(code="happiness")
    assert said(study, Source("track", "3"), choices=choices) == [(0.0, 9.0, "happiness"), (9.0, 60.0, "not happiness")]
    assert said(study, choices=choices)[1:3] == [(10.0, 20.0, "not happiness"), (20.0, 30.0, None)]
    with pytest.raises(UsageError, match="measured values"):
        coded(study, 1, Source("track", "2"))
    with pytest.raises(UsageError, match="no number"):
        coded(study, 1, Source("track", "KL"))
    assert isinstance(imported().tracks[1].samples, Samples)


def test_agreement_of_model_rater_and_track_on_one_person(study):
    number = analysed(study)
    anna = desk(study, "anna")
    for segment in ("S1", "S3", "S7"):
        anna.review(analysis=number, segment=segment, verdict="agree")
    anna.review(analysis=number, segment="S9", verdict="correct", correction=Correction(label="sadness"))
    add_foreign(study, labels((0.0, 10.0, "joy"), (10.0, 20.0, "sadness"), (30.0, 40.0, "joy")), session=1, recording=1)
    tie_track(study, 1, analysis=number, person="P1")
    assert sources(study, 1) == (MODEL, Source("rater", "anna"), Source("track", "1"))
    (found,) = session_agreement(study, 1, choices=Choices(same={"joy": "happiness"}))
    assert found.coders == ("model", "anna", "KL (track 1)")
    with_anna, with_track, _ = found.pairs
    assert with_anna.raw.result.value == pytest.approx(30 / 40)
    assert with_track.raw.result.value == pytest.approx(20 / 30)
    assert with_anna.raw.samples == 80
    assert len(found.labels) == 8  # all that could have been given, which AC1 depends on
    with pytest.raises(UsageError, match="No two sources"):
        session_agreement(study, 1, (MODEL,))


def test_a_blind_rater_gets_nothing_but_their_own_words(study, tmp_path):
    from core.project.opening import open_study
    from tests.core.project.builders import PASSPHRASE, circumstances

    number = analysed(study)
    set_rater(study, "ben", blind=True)
    label = Correction(label="fear")
    desk(study, "ben").review(analysis=number, segment="S1", verdict="correct", correction=label)
    study.close()
    with open_study(tmp_path / "study.vemo", secret=PASSPHRASE, circumstances=circumstances(who="ben")) as opened:
        assert sources(opened, 1) == (Source("rater", "ben"),)
        assert said(opened, Source("rater", "ben")) == [(0.0, 10.0, "fear")]
        for source in (MODEL, Source("rater", "anna"), Source("track", "1")):
            with pytest.raises(BlindError):
                coded(opened, 1, source)
        with pytest.raises(UsageError):
            session_agreement(opened, 1)


def test_phases_changes_latencies_and_transitions(study):
    analysed(study)
    for name, start_s, end_s in (("baseline", 0.0, 20.0), ("work", 30.0, 60.0)):
        sessions.add_marker(study, session=1, kind="phase", label=name, start_s=start_s, end_s=end_s)
    sessions.add_marker(study, session=1, kind="event", label="door", start_s=35.0)
    found = session_figures(study, 1, asked=Asked(phases=True, after="door", rules=RULES))
    one = found.people[0]
    assert [(figures.phase.name, figures.assessable_s) for figures in one.phases] == [
        ("whole session", pytest.approx(50.0)),
        ("baseline", pytest.approx(20.0)),
        ("work", pytest.approx(30.0)),
    ]
    assert {(change.phase, change.baseline) for change in one.changes} == {("work", "baseline")}
    happy = {change.part: change.share for change in one.changes if change.label == "happiness"}
    assert happy["all"].value == pytest.approx(1 / 3 - 1 / 2)
    assert isinstance(happy["silent"], Estimate)
    assert isinstance(happy["speaking"], Refusal)  # P1's segments have odd numbers
    onset = next(late for late in one.latencies if late.label == "happiness")
    assert (onset.outcome, onset.seconds) == ("onset", 5.0)
    work = next(chain.found for chain in one.transitions if chain.phase == "work")
    place = {label: index for index, label in enumerate(found.labels)}
    assert work.counts[place["sadness"]][place["happiness"]] == 1
    assert not session_figures(study, 1).people[0].changes
    for wrong in (Asked(baseline="none"), Asked(after="window")):
        with pytest.raises(UsageError):
            session_figures(study, 1, asked=wrong)


def test_several_recordings_of_one_session(study):
    first = analysed(study)
    client = sessions.add_participant(study, "C-1")
    later = add_recording(study, study.folder / "b.mp4", session=1, sha256=SHA[::-1], offset_s=60.0)
    second = save_analysis(study, analysis(people=("P1",)), recording=later)
    assert [one.person for one in coded(study, 1).people] == [
        "P1 of recording 1",
        "P2 of recording 1",
        "P1 of recording 2",
    ]
    correct_people(study, first, Name("P2", "Client", client))
    correct_people(study, second, Name("P1", "Client", client))
    found = coded(study, 1)
    assert (found.span.start_s, found.span.end_s) == (0.0, 120.0)
    joint = next(one for one in found.people if one.person == "Client")
    assert joint.analyses == (first, second)
    assert len(joint.track.pieces) == 12
    assert [one.person for one in coded(study, 1, analyses_asked=(second,)).people] == ["P1"]
    with pytest.raises(NotFoundError):
        coded(study, 1, analyses_asked=(99,))
    again = save_analysis(study, analysis(), recording=later)
    assert coded(study, 1).people[-1].analyses == (again,)
    with pytest.raises(UsageError, match="twice"):
        coded(study, 1, analyses_asked=(second, again))


def test_whether_a_foreign_span_is_spoken():
    model = [Piece(Span.between(0, 4), "happiness", True), Piece(Span.between(4, 10), "neutral", False)]
    assert speaking_in(Span.between(0, 5), model) is True
    assert speaking_in(Span.between(2, 10), model) is False
    assert speaking_in(Span.between(8, 20), model) is None


def test_time_that_the_model_failed_to_read_is_its_own_figure(study):
    save_analysis(study, by_model(), recording=recorded(study)[1])
    whole = session_figures(study, 1, asked=Asked(rules=RULES)).people[0].phases[0]
    assert (whole.assessable_s, whole.failed_s, whole.not_assessable_s) == (40.0, 10.0, 10.0)
    shares = [one.share.value for one in whole.parts[0].labels if isinstance(one.share, Estimate)]
    assert sum(shares) == pytest.approx(1)
    correct_people(study, 1, Exclude(None, 12.0, 14.0, "door"))
    cut = session_figures(study, 1, asked=Asked(rules=RULES)).people[0].phases[0]
    assert (cut.failed_s, cut.not_assessable_s) == (8.0, 10.0)


def test_the_session_on_the_screen_is_coded_as_the_study_is(study):
    number = analysed(study)
    sessions.add_marker(study, session=1, kind="phase", label=" Baseline", start_s=0.0, end_s=20.0)
    sessions.add_marker(study, session=1, kind="phase", label="work", start_s=30.0, end_s=60.0)
    wider = Correction(label="contempt", span=Span.between(8.0, 21.0))
    desk(study, "anna").review(analysis=number, segment="S3", verdict="correct", correction=wider)
    changes = (None, Split("P1", 25.0, "P3"), Merge("P2", "P1"), Exclude("P2", 9.0, 11.0, "door"))
    for change in changes:
        if change is not None:
            correct_people(study, number, change)
        scene = load_scene(study, 1, rater="anna")
        for source in (MODEL, Source("rater", "anna")):
            by_person = {one.person: one.track.pieces for one in coded(study, 1, source).people}
            assert len(by_person) == len(scene.people)
            for person in scene.people:
                shown = track_of(scene, person.key, source=source.name or "model")
                assert shown.pieces == by_person[person.key[1]], (change, source, person.key)
    asked = session_figures(study, 1, asked=Asked(phases=True)).people
    work = Phase("work", Span.between(30.0, 60.0))
    for one, by_study in zip(figures(scene, [p.key for p in scene.people], phase=work), asked, strict=True):
        kept = {change.label: change.share for change in by_study.changes if change.part == "all"}
        assert one.changes == kept
        assert one.changes
