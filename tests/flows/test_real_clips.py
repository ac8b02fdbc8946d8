"""What the analysis says about real clips, against what one sees in them.

Seen by eye, frame by frame: `face_noface.mov` shows a man until 2.40 s, then a cartoon; `noface_face.mov` the cartoon
until 3.95 s, then the man; `no_face.mp4` the cartoon alone; `multi_face.jpg` five people. In the sample a woman cries
with closed eyes (0 to 2.6 s), has a hand before her face (2.6 to 9.5 s) and laughs (from 12 s on).
"""

import csv
import io
import json

import jsonschema
import pytest

from core.assets import resource
from core.records.analysis import UNCLEAR


def labels(outcome, person=None) -> list[tuple[float, float, str | None]]:
    return [
        (s.span.start_s, s.span.end_s, s.reading.label if s.reading else None)
        for s in outcome.analysis.segments
        if person in (None, s.person)
    ]


def shown_between(outcome, start_s: float, end_s: float) -> set[str | None]:
    return {label for low, high, label in labels(outcome) if low < end_s and high > start_s}


def test_crying_is_never_happiness_and_laughing_is(analysed, sample_video):
    outcome = analysed(sample_video)
    assert [person.id for person in outcome.analysis.people] == ["P1"]
    assert shown_between(outcome, 0.0, 5.0) <= {"sadness", UNCLEAR, None}
    assert "sadness" in shown_between(outcome, 0.0, 2.5)
    assert shown_between(outcome, 13.0, 19.6) == {"happiness"}


def test_a_hand_before_the_face_is_not_assessable_and_says_why(analysed, sample_video):
    hidden = [s for s in analysed(sample_video).analysis.segments if s.span.start_s < 5.5 and s.span.end_s > 4.0]
    assert any(not s.assessable and s.quality.get("occluded", 0) > 0.5 for s in hidden)
    assert all(s.reading is None for s in hidden if not s.assessable)


@pytest.mark.parametrize(("name", "start_s", "end_s"), [("face_noface.mov", 0.0, 2.4), ("noface_face.mov", 3.95, 6.35)])
def test_a_face_that_leaves_or_enters(analysed, footage, name, start_s, end_s):
    (person,) = analysed(footage / name).analysis.people
    (span,) = person.spans
    assert span.start_s == pytest.approx(start_s, abs=0.3)
    assert span.end_s == pytest.approx(end_s, abs=0.3)


def test_nobody(analysed, footage):
    outcome = analysed(footage / "no_face.mp4")
    assert outcome.analysis.people == ()
    assert outcome.analysis.segments == ()
    assert "not" in outcome.summary()[0]
    assert "assessable" in outcome.summary()[0]


def test_five_people_in_one_picture(analysed, footage):
    analysis = analysed(footage / "multi_face.jpg").analysis
    assert [person.id for person in analysis.people] == ["P1", "P2", "P3", "P4", "P5"]
    assert len(analysis.segments) == 5


def test_talking_is_not_surprise(analysed, footage):
    outcome = analysed(footage / "speech_one_person.mp4")
    assert shown_between(outcome, 0, 8) <= {"happiness", "neutral", UNCLEAR}
    speaking = [s.speaking for s in outcome.analysis.segments]
    assert sum(speaking) >= 0.7 * len(speaking)


def test_a_smile_and_raised_brows(analysed, footage):
    outcome = analysed(footage / "expressive_1.mp4")
    assert shown_between(outcome, 0.1, 2.0) == {"neutral"}
    assert "happiness" in shown_between(outcome, 10.5, 12.0)
    assert "surprise" in shown_between(outcome, 15.2, 17.5)
    assert shown_between(outcome, 10.6, 12.0) <= {"happiness"}


@pytest.mark.parametrize("name", ["expressive_1.mp4", "no_face.mp4", "multi_face.jpg", "noface_face.mov"])
def test_the_files_follow_the_contract(analysed, footage, name):
    outcome = analysed(footage / name)
    folder = outcome.report.parent
    document = json.loads((folder / "analysis.json").read_text(encoding="utf-8"))
    schema = json.loads(resource("schema/analysis.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(document)
    assert document["schema"] == "videmo.analysis/1"
    rows = list(csv.DictReader(io.StringIO((folder / "segments.csv").read_text(encoding="utf-8-sig"))))
    assert [row["segment"] for row in rows] == [segment["id"] for segment in document["segments"]]
    assert (folder / "timeline.png").read_bytes().startswith(b"\x89PNG")
    assert name not in (folder / "report.html").read_text(encoding="utf-8")
    assert not (folder / ".videmo-unfinished").exists()
