"""A study as JSON and back: every record, the history and the log."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.project import consents, history, sessions
from core.project.analyses import load_analysis, load_tracks, save_analysis
from core.project.exchange import TABLES, export_json, import_json
from core.project.failures import PurposeError, StudyError
from core.project.foreign import add_foreign, load_foreign, tie_track, ties
from core.project.migrations import VERSION
from core.project.people import correct_people
from core.project.reviews import desk, set_rater
from core.project.standing import retract
from core.project.verify import verify_study
from core.records.foreign import Tie
from core.records.review import Correction
from core.records.study import Appoint, Name, Split
from tests.core.project.builders import analysed, analysis, by_model, clue, imported, new_study, recorded, same, tracks

TEXT = st.text(st.characters(codec="utf-8"), max_size=30)


def fill(study) -> int:
    """Something of everything."""
    number = analysed(study)
    client = sessions.add_participant(study, "C-1", remark="–")
    sessions.attend(study, session=1, participant=client)
    sessions.add_marker(study, session=1, kind="phase", label="p", start_s=1.0, end_s=2.5)
    sessions.add_note(study, session=1, text="two\nlines \u2028 😀", at_s=None)
    sessions.set_setting(study, "width", 3)
    consents.give_consent(study, participant=client, scopes=("train",), given_on="2026-01-01", text_version="1")
    set_rater(study, "ben", blind=True)
    ben = desk(study, "ben")
    ben.review(analysis=number, segment="S1", verdict="correct", correction=Correction(label="fear"))
    added = clue("c9", span=analysis().segments[0].span)
    desk(study, "anna").review(analysis=number, segment="S1", verdict="correct", correction=Correction(added=added))
    for operation in (Split("P1", 20.0, "P3"), Name("P3", "N", client), Appoint("P3", "client")):
        correct_people(study, number, operation)
    add_foreign(study, imported(), session=1, recording=1, offset_s=0.25)
    tie_track(study, 1, analysis=number, person="P3")
    retract(study, "note", 1)
    history.undo(study)
    return number


def rows(study) -> dict[str, list[tuple]]:
    own = {"study", "name", "purpose", "software", "created", "readable_from"}
    found = {table: study.rows(f"SELECT * FROM {table} ORDER BY 1") for table in TABLES}
    found["meta"] = [row for row in found["meta"] if row[0] not in own]
    return found


def test_everything_makes_the_round_trip(tmp_path):
    with new_study(tmp_path).study as old, new_study(tmp_path, name="new.vemo").study as new:
        number = fill(old)
        count = export_json(old, tmp_path / "all.json")
        assert import_json(new, tmp_path / "all.json") == count
        before, after = rows(old), rows(new)
        assert after["audit"].pop()[3] == "imported"
        assert after == before
        assert same(load_analysis(new, number), analysis())
        assert same(load_tracks(new, number), tracks())
        assert [same(load_foreign(new, 1 + place), one) for place, one in enumerate(imported().tracks)] == [True, True]
        assert ties(new, number) == (Tie(1, number, "P3"),)
        assert all(one.fine for one in verify_study(new)), verify_study(new)
        assert new.meta("name") == "A study"
        history.redo(new)
        export_json(new, tmp_path / "again.json")
    lines = (tmp_path / "all.json").read_text(encoding="utf-8").split("\n")[:-1]
    assert all(json.loads(line) for line in lines)


def test_what_a_model_said_makes_the_round_trip(tmp_path):
    with new_study(tmp_path).study as old, new_study(tmp_path, name="new.vemo").study as new:
        number = save_analysis(old, by_model(), recording=recorded(old)[1])
        export_json(old, tmp_path / "all.json")
        import_json(new, tmp_path / "all.json")
        assert same(load_analysis(new, number), by_model())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXT, max_size=5), at_s=st.none() | st.floats(allow_nan=False, allow_infinity=False), value=TEXT)
def test_any_text_and_number_makes_it(tmp_path_factory, texts, at_s, value):
    folder: Path = tmp_path_factory.mktemp("exchange")
    with new_study(folder).study as old, new_study(folder, name="new.vemo").study as new:
        session = sessions.add_session(old, "s", setting=value)
        for text in texts:
            sessions.add_note(old, session=session, text=text, at_s=at_s)
        export_json(old, folder / "all.json")
        import_json(new, folder / "all.json")
        assert sessions.notes(new, session) == sessions.notes(old, session)
        assert sessions.sessions(new) == sessions.sessions(old)
        assert all(one.fine for one in verify_study(new))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda lines: lines[:0],
        lambda lines: lines[1:],
        lambda lines: lines[:-30],
        lambda lines: [*lines[:5], "{", *lines[5:]],
        lambda lines: [*lines, '{"table":"sqlite_schema","x":1}'],
        lambda lines: [*lines, '{"table":"note","id":99,"change":1,"evil) --":1}'],
        lambda lines: [*lines, lines[-1]],
        lambda lines: [lines[0].replace(f'"tables":{VERSION}', '"tables":99'), *lines[1:]],
        lambda lines: ["[]", *lines],
        lambda lines: [*lines, "3"],
    ],
)
def test_a_spoilt_export_brings_nothing_in(tmp_path, spoil):
    with new_study(tmp_path).study as old, new_study(tmp_path, name="new.vemo").study as new:
        fill(old)
        export_json(old, tmp_path / "all.json")
        lines = (tmp_path / "all.json").read_text(encoding="utf-8").split("\n")[:-1]
        (tmp_path / "spoilt.json").write_text("\n".join(spoil(lines)) + "\n", encoding="utf-8")
        before = rows(new)
        with pytest.raises(StudyError) as refused:
            import_json(new, tmp_path / "spoilt.json")
        assert "nothing was imported" in refused.value.remedy
        assert rows(new) == before
        assert all(one.fine for one in verify_study(new))
        sessions.add_session(new, "still works")


def test_an_edited_export_is_found_out_by_verification(tmp_path):
    with new_study(tmp_path).study as old, new_study(tmp_path, name="new.vemo").study as new:
        fill(old)
        export_json(old, tmp_path / "all.json")
        text = (tmp_path / "all.json").read_text(encoding="utf-8").replace('"verdict":"correct"', '"verdict":"agree"')
        (tmp_path / "edited.json").write_text(text, encoding="utf-8")
        import_json(new, tmp_path / "edited.json")
        (finding,) = [one for one in verify_study(new) if not one.fine]
        assert finding.what == "records"


def test_an_edited_purpose_is_refused_as_any_other(tmp_path):
    with new_study(tmp_path).study as old, new_study(tmp_path, name="new.vemo").study as new:
        export_json(old, tmp_path / "all.json")
        text = (tmp_path / "all.json").read_text(encoding="utf-8").replace('"value":"therapy"', '"value":"workplace"')
        (tmp_path / "edited.json").write_text(text, encoding="utf-8")
        with pytest.raises(PurposeError):
            import_json(new, tmp_path / "edited.json")
        assert new.meta("purpose") == "therapy"


def test_neither_way_overwrites(tmp_path, study):
    (tmp_path / "mine.json").write_text("mine")
    with pytest.raises(StudyError, match="there already"):
        export_json(study, tmp_path / "mine.json")
    assert (tmp_path / "mine.json").read_text() == "mine"
    sessions.add_session(study, "first")
    export_json(study, tmp_path / "all.json")
    with pytest.raises(StudyError, match="holds something already"):
        import_json(study, tmp_path / "all.json")
