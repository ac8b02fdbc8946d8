import copy
import hashlib
import json
from dataclasses import replace
from typing import get_args

import jsonschema
import numpy as np
import pytest

from core.assets import resource
from core.export.document import analysis_json, document, json_pieces
from core.export.look import FLAGS
from core.records.analysis import EMOTIONS, Reason
from core.records.measurement import Quality
from core.records.tree import Level, Support


@pytest.fixture(scope="module")
def validator():
    schema = json.loads(resource("schema/analysis.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_every_kind_of_analysis_validates(validator, analysis, nobody, still, long_session, by_model):
    for each in (analysis, nobody, still, long_session(50), by_model):
        validator.validate(json.loads(analysis_json(each)))


def test_the_schema_knows_the_words_of_the_records(validator):
    parts = validator.schema["$defs"]
    assert parts["segment"]["properties"]["reason"]["enum"] == list(get_args(Reason))
    assert parts["node"]["properties"]["level"]["enum"] == list(get_args(Level))
    assert parts["node"]["properties"]["support"]["enum"] == list(get_args(Support))
    assert list(parts["distribution"]["properties"]) == list(EMOTIONS)
    assert [look.key for look in FLAGS] == [str(flag.name).lower() for flag in Quality]


def mutations():
    def change(path, value):
        def apply(plain):
            *way, last = path
            for step in way:
                plain = plain[step]
            if value is KeyError:
                del plain[last]
            else:
                plain[last] = value

        return apply

    first = ("segments", 0)
    yield "schema", change(("schema",), "videmo.analysis/2")
    yield "file name", change(("video", "path"), "/home/x.mp4")
    yield "hash", change(("video", "sha256"), "xyz")
    yield "rotation", change(("video", "rotation"), 45)
    yield "missing people", change(("people",), KeyError)
    yield "label", change((*first, "emotion", "label"), "contempt")
    yield "no reading though assessable", change((*first, "emotion"), None)
    yield "reading though not assessable", change((*first, "assessable"), False)
    yield "eighth class", change((*first, "emotion", "distribution", "contempt"), 0.1)
    yield "six classes", change((*first, "emotion", "distribution", "fear"), KeyError)
    yield "probability", change((*first, "emotion", "distribution", "fear"), 1.2)
    yield "label's probability", change((*first, "emotion", "probability"), None)
    yield "coverage", change((*first, "coverage"), -0.1)
    yield "reason", change((*first, "reason"), "mood")
    yield "quality", change((*first, "quality", "good"), 1)
    yield "level", change((*first, "tree", "nodes", 0, "level"), "diagnosis")
    yield "support", change((*first, "tree", "nodes", 0, "support"), "yes")
    yield "edge", change((*first, "tree", "edges", 0, "source"), "a")
    yield "time", change((*first, "start_s"), "00:01")
    yield "created", change(("provenance", "created"), "yesterday")


@pytest.mark.parametrize("mutate", [pytest.param(apply, id=name) for name, apply in mutations()])
def test_a_broken_document_is_refused(validator, analysis, mutate):
    plain = copy.deepcopy(document(analysis))
    validator.validate(plain)
    mutate(plain)
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(plain)


def test_what_a_model_said_is_in_and_what_it_failed_at_has_a_reason(analysis, by_model):
    plain = json.loads(analysis_json(by_model))
    by_id = {segment["id"]: segment for segment in plain["segments"]}
    level = by_id["s4"]["account"]["levels"][2]
    assert [one["text"][:5] for one in level["candidates"]] == ["A los", "The w"]
    assert (level["chosen"], level["candidates"][0]["log_probability"]) == (1, None)
    assert level["candidates"][1]["tree"] == by_id["s4"]["tree"]
    failed = by_id["s8"]
    assert (failed["assessable"], failed["emotion"]) == (True, None)
    assert failed["failure"].startswith("The model gave no answer")
    assert "failure" not in by_id["s2"], "what could not be assessed did not fail"
    assert not any({"failure", "account"} & set(one) for one in document(analysis)["segments"])


@pytest.mark.parametrize(
    ("segment", "change"),
    [
        ("s8", {"failure": None}),
        ("s8", {"failure": ""}),
        ("s2", {"failure": "no model"}),
        ("s4", {"failure": "read all the same"}),
        ("s4", {"account": {"levels": []}}),
    ],
)
def test_a_document_that_confuses_failed_with_missing_is_refused(validator, by_model, segment, change):
    plain = copy.deepcopy(document(by_model))
    validator.validate(plain)
    one = next(one for one in plain["segments"] if one["id"] == segment)
    one.update(change)
    if change == {"failure": None}:
        del one["failure"]
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(plain)


def test_same_bytes_twice_and_only_created_differs(analysis):
    first = analysis_json(analysis)
    assert first == analysis_json(analysis)
    assert first.endswith(b"}\n")
    later = replace(analysis, provenance=replace(analysis.provenance, created="2027-01-01T00:00:00Z"))
    changed = [(a, b) for a, b in zip(first.splitlines(), analysis_json(later).splitlines(), strict=True) if a != b]
    assert len(changed) == 1
    assert changed[0][0].replace(b"2026-11-23T02:40:00Z", b"") == changed[0][1].replace(b"2027-01-01T00:00:00Z", b"")


def test_the_order_of_mappings_does_not_matter(analysis):
    known = analysis.provenance
    turned = replace(
        known, models=dict(reversed(known.models.items())), settings=dict(reversed(known.settings.items()))
    )
    reading = analysis.segments[0].reading
    swapped = replace(reading, distribution=dict(reversed(reading.distribution.items())))
    segments = (replace(analysis.segments[0], reading=swapped), *analysis.segments[1:])
    assert analysis_json(replace(analysis, provenance=turned, segments=segments)) == analysis_json(analysis)


def test_missing_is_null_and_the_file_name_is_left_out(analysis):
    text = analysis_json(analysis).decode("utf-8")
    assert "NaN" not in text
    assert "Mustermann" not in text
    plain = json.loads(text)
    lost = [segment for segment in plain["segments"] if not segment["assessable"]]
    assert lost
    assert all(segment["emotion"] is None and segment["key_frame_s"] is None for segment in lost)
    happy = next(segment for segment in plain["segments"] if segment["id"] == "s4")
    covered = next(node for node in happy["tree"]["nodes"] if node["id"] == "s4-a4")
    assert covered["evidence"][0]["value"] is None
    assert plain["segments"][2]["emotion"]["probability"] is None
    assert plain["segments"][6]["speaking"] is None


def test_settings_stay_exact_and_plain(analysis):
    settings = document(analysis)["provenance"]["settings"]
    assert settings["quality"]["small_px"] == 48
    assert type(settings["quality"]["small_px"]) is float
    assert settings["segments"]["cuts"] == ["content", 27.0]
    odd = replace(analysis.provenance, settings={"a": {"x": float("inf"), "y": np.arange(2), "z": {"b", "a"}}})
    values = document(replace(analysis, provenance=odd))["provenance"]["settings"]["a"]
    assert values == {"x": "inf", "y": [0, 1], "z": ["a", "b"]}


def test_records_that_contradict_themselves_are_refused(analysis, by_model):
    first = analysis.segments[0]
    reason = replace(by_model.segments[0].account, failure="No answer.")
    for broken in (
        replace(first, account=reason),
        replace(first, reading=None),
        replace(first, assessable=False),
        replace(first, quality={"foggy": 0.5}),
        replace(first, reading=replace(first.reading, label="contempt")),
        replace(first, reading=replace(first.reading, distribution={"fear": 1.0})),
    ):
        with pytest.raises(ValueError, match="s1"):
            document(replace(analysis, segments=(broken,)))


def test_a_text_that_utf_8_cannot_hold_does_not_stop_the_file(analysis):
    noted = replace(analysis, notes=("broken \ud800 text",))
    assert "broken ? text" in json.loads(analysis_json(noted))["notes"][0]


def test_the_hash_in_the_report_is_that_of_the_file(tmp_path, analysis):
    from core.export.write import write_outputs

    write_outputs(analysis, out=tmp_path, key_frames={})
    digest = hashlib.sha256((tmp_path / "analysis.json").read_bytes()).hexdigest()
    assert digest in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_the_document_is_made_one_segment_at_a_time(analysis):
    asked = []

    class Watched(tuple):
        def __iter__(self):
            for segment in super().__iter__():
                asked.append(segment.id)
                yield segment

    pieces = json_pieces(replace(analysis, segments=Watched(analysis.segments)))
    written = b""
    for piece in pieces:
        written += piece
        lines = sum(line.startswith(b'  {"id": "') for line in written.splitlines())
        assert len(asked) <= lines + 1
    assert len(asked) == len(analysis.segments) > 1
    assert written == analysis_json(analysis)
