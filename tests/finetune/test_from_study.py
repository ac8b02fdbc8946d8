"""Studies made by hand, with a recording that is really there, and one that the program analysed itself."""

import json
import shutil
from collections import Counter
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from core.footage.reader import probe
from core.pipeline import Request, analyse
from core.progress import finish
from core.project import people, sessions
from core.project.analyses import save_analysis
from core.project.codec import canonical, from_plain, to_plain
from core.project.consents import give_consent, withdraw_consent
from core.project.failures import BlindError, ConsentError
from core.project.intake import record_analysis
from core.project.media import add_recording, recordings
from core.project.reviews import desk, set_rater
from core.project.study import Study
from core.reasoning.prompts import task
from core.reasoning.tree_text import parse
from core.records.analysis import Analysis, Segment
from core.records.measurement import Measurements, PersonTrack
from core.records.moment import Span
from core.records.review import Correction
from core.records.study import Appoint, Exclude, Name
from core.records.tree import AffectiveTree, Clue, RationaleEdge
from core.vlm.frames import Vision
from finetune.clips import pictures_of
from finetune.dataset import read_examples
from finetune.examples import Example
from finetune.from_study import read_study
from finetune.questions import asks_for_tree
from finetune.recipe import Data, Pictures, Rewards, SplitRule
from finetune.rewards.dispatch import Rewarder
from finetune.split import split_of
from finetune.validation import validate
from tests import media
from tests.core.project import builders
from tests.core.project.builders import new_study


def clue(number: str, level, name: str, *, span: Span, value: str = "present", support="supported") -> Clue:
    return Clue(number, level, name, value, name, span, 0.8, support, ())


def tree(span: Span, prefix: str) -> AffectiveTree:
    """A smile as the built-in analyst tells it, with an alternative and a clue that the measurements contradict."""
    clues = (
        clue(f"{prefix}-a1", "attribute", "AU12", span=Span.between(span.start_s + 1.04, span.start_s + 2.31)),
        clue(f"{prefix}-a2", "attribute", "AU25", span=span, value="marked"),
        clue(f"{prefix}-a3", "attribute", "AU4", span=span, support="contradicted"),
        clue(f"{prefix}-x1", "expression", "smile", span=span, value="displayed"),
        clue(f"{prefix}-look", "expression", "appearance of the whole face", span=span, value="fear"),
        clue(f"{prefix}-e1", "emotion", "happiness", span=span, value="reading"),
        clue(f"{prefix}-e2", "emotion", "surprise", span=span, value="alternative"),
    )
    edges = (
        ("a1", "x1", "AU12 is part of this expression."),
        ("x1", "e1", "a smile belongs to it"),
        ("look", "e1", ""),
    )
    return AffectiveTree(clues, tuple(RationaleEdge(f"{prefix}-{a}", f"{prefix}-{b}", why) for a, b, why in edges))


def analysis(video) -> Analysis:
    """Two people with three segments of four seconds each: S1 to S6, the people in turn; S6 is not assessable."""
    whole = builders.analysis(length_s=12.0, every_s=4.0)
    segments: list[Segment] = []
    for number, one in enumerate(whole.segments, start=1):
        start_s = 4.0 * ((number - 1) // 2)
        span = Span.between(start_s, start_s + 4.0)
        fresh = builders.segment(
            number, one.person, start_s, start_s + 4.0, label="none" if number == 6 else "happiness"
        )
        segments.append(replace(fresh, span=span, tree=tree(span, f"S{number}")))
    return replace(whole, video=video, segments=tuple(segments), span=Span.between(0.0, 12.0))


def track(person: str, left: float) -> PersonTrack:
    times = np.arange(120) / 10
    boxes = np.stack([left + times, 40 + times, 50 + 0 * times, 50 + 0 * times], axis=1).astype(np.float32)
    flat = np.zeros((120, 0), np.float32)
    measured = Measurements(
        times, boxes, np.zeros((120, 52), np.float32), np.zeros((120, 3), np.float32), np.zeros(120, np.uint8),
        np.zeros((120, 6), np.float32), flat, (),
    )  # fmt: skip
    return PersonTrack(person, measured)


class Clinic:
    """A study with one session of two people, C1 being P1, who allowed training."""

    def __init__(self, study: Study, recording: Path) -> None:
        self.study = study
        self.file = Path(shutil.copy(recording, study.folder))
        self.video = probe(self.file)
        self.participant = sessions.add_participant(study, "C1")
        self.session = sessions.add_session(study, "first", participants=(self.participant,))
        recording = add_recording(study, self.file, session=self.session, sha256=self.video.sha256, video=self.video)
        tracks = (track("P1", 20.0), track("P2", 100.0))
        self.analysis = save_analysis(study, analysis(self.video), recording=recording, tracks=tracks)
        people.correct_people(study, self.analysis, Name("P1", "the client", self.participant))
        self.consent = give_consent(
            study, participant=self.participant, scopes=("analyse", "train"), given_on="2026-11-01", text_version="1"
        )

    def review(self, segment: str, verdict, *, rater: str = "anna", **changes) -> None:
        desk(self.study, rater).review(analysis=self.analysis, segment=segment, verdict=verdict, **changes)

    def read(self):
        return finish(read_study(self.study))

    def examples(self) -> dict[str, Example]:
        """By task, of the one segment that is reviewed."""
        found = {one.task: one for one in self.read().examples}
        assert len(found) == len(self.read().examples)
        return found


@pytest.fixture(scope="module")
def recording(tmp_path_factory) -> Path:
    """Twelve seconds."""
    return media.build(tmp_path_factory.mktemp("media"), frames=120, ticks=(60,))


@pytest.fixture
def clinic(tmp_path: Path, recording: Path):
    with new_study(tmp_path).study as study:
        yield Clinic(study, recording)


def test_an_agreed_segment_is_learned_at_every_level(clinic: Clinic):
    clinic.review("S1", "agree")
    found = clinic.examples()
    assert set(found) == {
        "emotion-7",
        "action-units",
        "search-attribute",
        "search-expression",
        "search-emotion",
        "description",
        "rationale",
    }
    assert (found["emotion-7"].answer, found["emotion-7"].labels) == ("A", ("happiness",))
    assert (found["action-units"].answer, found["action-units"].labels) == ("AU12,AU25", ("AU12", "AU25"))
    assert found["search-attribute"].answer == (
        "AU12 (lip corners pulled up) is displayed from 1 s to 2.3 s.\nAU25 (lips parted) is markedly displayed."
    )
    assert found["search-expression"].answer == (
        'The expression "smile" is displayed, as shown by the AU12 (lip corners pulled up) from 1 s to 2.3 s.'
    )
    assert found["search-emotion"].answer == 'The emotion "happiness" is displayed, as shown by the expression "smile".'
    assert [turn.role for turn in found["rationale"].turns] == ["system", "user", "assistant", "user", "assistant"]
    assert found["rationale"].turns[3].text == task("rationale").question
    assert 'The expression "smile" is displayed, as shown by the AU12' in found["rationale"].answer
    assert {one.stage for one in found.values()} == {"attribute", "expression", "emotion"}
    one = found["emotion-7"]
    assert (one.person, one.session) == ("C1", "first")
    assert "session first, analysis 1, S1 (anna)" in one.source


def test_the_clip_is_the_segment_with_the_boxes_that_the_study_holds(clinic: Clinic):
    clinic.review("S4", "agree")
    one = clinic.read().examples[0]
    assert one.clip is not None
    assert (one.clip.start_s, one.clip.end_s) == (4.0, 8.0)
    times = [box[0] for box in one.clip.boxes]
    assert (min(times), max(times)) == (pytest.approx(2.2), pytest.approx(9.8, abs=0.11))
    assert one.clip.boxes[0][1] == pytest.approx(102.2)
    assert one.person == "first/P2"
    assert pictures_of(one.clip, Vision()).frames.shape[0] == 8


def test_what_is_learned_is_read_back_as_it_was_said(clinic: Clinic):
    clinic.review("S1", "agree")
    span = Span.between(0.0, 4.0)
    found = clinic.examples()
    for level in ("attribute", "expression", "emotion"):
        read = parse(found[f"search-{level}"].answer, span=span, prefix="x", level=level)
        assert not read.unread
        assert any(one.level == level for one in read.tree.clues)


def test_only_reviewed_segments_are_learned_and_rejected_or_doubted_ones_are_named(clinic: Clinic):
    clinic.review("S1", "disagree")
    clinic.review("S2", "unsure")
    learned = clinic.read()
    assert learned.examples == ()
    assert [(one.what[-2:], one.why) for one in learned.refused] == [
        ("S1", "anna rejects the reading."),
        ("S2", "anna is unsure."),
    ]


def test_a_corrected_label_is_the_answer_and_its_reasons_are_those_of_the_taxonomy(clinic: Clinic):
    clinic.review("S1", "correct", correction=Correction(label="sadness"))
    found = clinic.examples()
    assert found["emotion-7"].labels == ("sadness",)
    assert found["search-emotion"].answer == 'The emotion "sadness" is displayed.'
    assert "rationale" not in found
    assert "smile" in found["search-expression"].answer


def test_corrected_clues_are_the_answer(clinic: Clinic):
    extra = clue("anna-1", "attribute", "AU1", span=Span.between(0.0, 4.0))
    clinic.review("S1", "correct", correction=Correction(removed="S1-a2", added=extra))
    clinic.review("S1", "disagree", clue="S1-x1")
    clinic.review("S1", "agree", clue="S1-a3")
    found = clinic.examples()
    assert found["action-units"].labels == ("AU1", "AU4", "AU12")
    assert "search-expression" not in found
    assert found["emotion-7"].labels == ("happiness",)


def test_a_corrected_span_is_shown(clinic: Clinic):
    clinic.review("S1", "correct", correction=Correction(span=Span.between(1.0, 3.0)))
    clip = clinic.examples()["emotion-7"].clip
    assert clip is not None
    assert (clip.start_s, clip.end_s) == (1.0, 3.0)


def test_a_blind_rater_gives_a_label_and_no_tree(clinic: Clinic):
    set_rater(clinic.study, "ben", blind=True)
    clinic.review("S1", "correct", rater="ben", correction=Correction(label="fear"))
    found = clinic.examples()
    assert set(found) == {"emotion-7"}
    assert found["emotion-7"].labels == ("fear",)


def test_raters_who_contradict_each_other_are_named_and_not_learned_from(clinic: Clinic):
    set_rater(clinic.study, "ben", blind=True)
    clinic.review("S1", "agree")
    clinic.review("S1", "correct", rater="ben", correction=Correction(label="fear"))
    clinic.review("S3", "agree")
    clinic.review("S3", "correct", rater="ben", correction=Correction(label="happiness"))
    learned = clinic.read()
    assert [one.why for one in learned.refused] == ["raters contradict each other: anna says happiness, ben says fear."]
    assert {one.task for one in learned.examples} >= {"emotion-7", "search-expression"}
    assert all("S3" in one.source for one in learned.examples)


def test_a_label_that_cannot_be_asked_for_is_told(clinic: Clinic):
    clinic.review("S1", "correct", correction=Correction(label="boredom", removed="S1-a2"))
    learned = clinic.read()
    assert {one.task for one in learned.examples} == {"action-units", "search-attribute", "search-expression"}
    assert "“boredom” is none of the labels" in learned.refused[0].why


def test_corrections_of_people_count(clinic: Clinic):
    clinic.review("S1", "agree")
    clinic.review("S2", "agree")
    clinic.review("S3", "agree")
    people.correct_people(clinic.study, clinic.analysis, Appoint("P2", "bystander"))
    people.correct_people(clinic.study, clinic.analysis, Exclude("P1", 4.0, 8.0, "looked away"))
    learned = clinic.read()
    assert {one.person for one in learned.examples} == {"C1"}
    assert all("S1" in one.source for one in learned.examples)
    assert [one.why for one in learned.refused] == ["A bystander without a pseudonym: nobody knows of a consent."]


def test_somebody_who_was_not_recorded_as_present_is_left_out(clinic: Clinic):
    other = sessions.add_participant(clinic.study, "C2")
    people.correct_people(clinic.study, clinic.analysis, Name("P2", "the other", other))
    clinic.review("S2", "agree")
    learned = clinic.read()
    assert learned.examples == ()
    assert learned.refused[0].why == "C2 is not recorded as a participant of this session."


def test_people_without_a_pseudonym_in_several_sessions_are_a_remark(clinic: Clinic):
    clinic.review("S2", "agree")
    assert clinic.read().remarks == ()
    study = clinic.study
    session = sessions.add_session(study, "second", participants=(clinic.participant,))
    recording = add_recording(study, clinic.file, session=session, sha256=clinic.video.sha256, video=clinic.video)
    tracks = (track("P1", 20.0), track("P2", 100.0))
    clinic.analysis = save_analysis(study, analysis(clinic.video), recording=recording, tracks=tracks)
    clinic.review("S2", "agree")
    found = finish(read_examples(Data(study="x"), study=study))
    (remark,) = found.remarks
    assert "2 people of 2 sessions have no pseudonym (first/P2, second/P2)" in remark
    assert split_of(found.examples, SplitRule(), seed=0, remarks=found.remarks).remarks[0] == remark


def test_a_segment_without_a_usable_face_is_left_out_whatever_a_blind_rater_says(clinic: Clinic):
    number = next(one.id for one in analysis(clinic.video).segments if not one.assessable)
    set_rater(clinic.study, "ben", blind=True)
    clinic.review(number, "correct", rater="ben", correction=Correction(label="fear"))
    assert clinic.read().refused[0].why == "There is no usable face in it: not assessable."


def test_an_analysis_without_stored_faces_is_left_out(clinic: Clinic):
    (recording,) = recordings(clinic.study, clinic.session)
    clinic.analysis = save_analysis(clinic.study, analysis(clinic.video), recording=recording.id)
    clinic.review("S1", "agree")
    learned = clinic.read()
    assert learned.examples == ()
    assert learned.refused[0].why == "The study does not hold where the face is."


def test_without_consent_nothing_is_learned_and_the_refusal_is_in_the_log(clinic: Clinic):
    clinic.review("S1", "agree")
    withdraw_consent(clinic.study, participant=clinic.participant, given_on="2026-11-02")
    with pytest.raises(ConsentError, match="C1 withdrew consent"):
        clinic.read()
    assert ("refused",) in clinic.study.rows("SELECT verb FROM audit")


def test_sessions_without_consent_are_listed_beside_those_with(clinic: Clinic):
    clinic.review("S1", "agree")
    sessions.add_session(clinic.study, "second", participants=(sessions.add_participant(clinic.study, "C9"),))
    found = finish(read_examples(Data(study="x"), study=clinic.study))
    assert found.permission is not None
    assert (found.permission.sessions, found.permission.consents) == ((clinic.session,), (clinic.consent,))
    assert found.people == ("C1",)
    assert [one.what for one in found.refused] == ["session second"]
    assert "C9 has given no consent" in found.refused[0].why


def test_media_that_are_gone_or_changed_are_a_sentence(clinic: Clinic):
    clinic.review("S1", "agree")
    clinic.file.rename(clinic.file.with_name("kept.mp4"))
    assert "cannot be read" in clinic.read().refused[0].why
    media.build(clinic.study.folder, frames=12)
    assert "not the recording that was analysed" in clinic.read().refused[0].why


def test_whoever_rates_blind_is_not_told_what_others_said(clinic: Clinic):
    set_rater(clinic.study, clinic.study.who, blind=True)
    with pytest.raises(BlindError):
        clinic.read()


def test_from_a_real_clip_to_examples(footage: Path, tmp_path: Path):
    with new_study(tmp_path).study as study:
        path = Path(shutil.copy(footage / "single_face.mp4", study.folder))
        outcome = finish(analyse(Request(path, None)))
        done = record_analysis(study, outcome.analysis, session="first", tracks=outcome.tracks)
        client = sessions.add_participant(study, "C1")
        sessions.attend(study, session=done.session, participant=client)
        give_consent(study, participant=client, scopes=("train",), given_on="2026-11-01", text_version="1")
        readable = [one for one in outcome.analysis.segments if one.reading is not None]
        for one in readable:
            desk(study, "anna").review(
                analysis=done.analysis, segment=one.id, verdict="correct", correction=Correction(label="happiness")
            )
        found = finish(read_examples(Data(study="x"), study=study))
    tasks = Counter(one.task for one in found.examples)
    assert tasks["emotion-7"] == tasks["search-emotion"] == len(readable) > 0
    assert all(pictures_of(one.clip, Vision(most=4)).frames.shape[0] == 4 for one in found.examples if one.clip)
    table = finish(validate(found.examples, pictures=Pictures(most_frames=4)))
    assert {one.kind for one in table if one.level == "error"} == set()
    assert {one.kind for one in table} >= {"balance", "people", "tree"}
    assert "A tree is read out of 100%" in next(one.what for one in table if one.kind == "tree")
    assert found.sources[0].seconds <= probe(path).duration_s + 0.01
    # Trees can be compared with what was measured while the clip is shown; a run keeps that with its data.
    again = from_plain(json.loads(canonical(to_plain(found.examples))), tuple[Example, ...])
    for example, kept in zip(found.examples, again, strict=True):
        assert (example.measured is not None) == asks_for_tree(example.task)
        assert example == kept
        assert replace(example, measured=None).key == example.key
        if example.measured is not None and kept.measured is not None:
            assert 0.0 <= example.measured.times_s[0] < example.measured.times_s[-1] < example.span.end_s
            for one in fields(example.measured):
                np.testing.assert_array_equal(getattr(example.measured, one.name), getattr(kept.measured, one.name))
    judge = Rewarder(found.examples, learned=range(len(found.examples)), rule=Rewards(evidence_weight=1.0))
    places = [place for place, one in enumerate(found.examples) if one.task == "search-attribute"]
    assert places
    for place in places:
        earned = judge.reward(place, found.examples[place].answer, ended=True)
        assert earned.parts["evidence"] == 1.0
        against = judge.reward(place, "AU12 is markedly displayed. AU9 is displayed. AU20 is displayed.", ended=True)
        assert against.parts["evidence"] < 0.5
