"""Participants, sessions, recordings, events, notes, settings, consent: what goes in comes out."""

import json
from pathlib import Path

import pytest

from core.errors import UsageError
from core.progress import finish
from core.project import consents, media, sessions
from core.project.failures import ConsentError, NotFoundError, StudyError
from core.project.history import undo
from core.project.standing import retract
from core.project.thumbnails import drop_thumbnails, keep_thumbnails, thumbnail
from core.records.consent import SCOPES
from tests.core.project.builders import recorded


def test_a_session_with_everything(study):
    client = sessions.add_participant(study, "C-014", remark="since May")
    therapist = sessions.add_participant(study, "T-1")
    first = sessions.add_session(study, "first", held_on="2026-11-01", setting="room 2", participants=(client,))
    sessions.attend(study, session=first, participant=therapist)
    sessions.add_marker(study, session=first, kind="phase", label="chair work", start_s=60.0, end_s=120.5)
    sessions.add_marker(study, session=first, kind="event", label="silence", start_s=10.25, comment="long")
    sessions.add_note(study, session=first, text="hands", at_s=3.5)
    sessions.set_setting(study, "labels", ["calm", {"weight": 1.5}])
    (found,) = sessions.sessions(study)
    assert (found.held_on, found.setting, found.participants) == ("2026-11-01", "room 2", (client, therapist))
    assert [(m.kind, m.label, m.start_s, m.end_s) for m in sessions.markers(study, first)] == [
        ("event", "silence", 10.25, None),
        ("phase", "chair work", 60.0, 120.5),
    ]
    assert [(note.text, note.at_s, note.who) for note in sessions.notes(study, first)] == [("hands", 3.5, "anna")]
    assert sessions.settings(study) == {"labels": ["calm", {"weight": 1.5}]}
    assert sessions.session_named(study, "first") == sessions.session_named(study, "1") == found


def test_a_changed_marker_is_one_change_and_undone_by_one(study):
    session, other = sessions.add_session(study, "first"), sessions.add_session(study, "second")
    before = sessions.add_marker(study, session=session, kind="event", label="silence", start_s=10.0)
    with pytest.raises(NotFoundError):
        sessions.add_marker(study, session=other, kind="event", label="x", start_s=1.0, instead_of=before)
    sessions.add_marker(study, session=session, kind="event", label="pause", start_s=11.0, instead_of=before)
    assert [one.label for one in sessions.markers(study, session)] == ["pause"]
    assert undo(study).summary == "changed silence to event pause at 11 s"
    assert [(one.id, one.label) for one in sessions.markers(study, session)] == [(before, "silence")]


def test_what_makes_no_sense_is_refused(study):
    session = sessions.add_session(study, "first")
    for wrong in (
        lambda: sessions.add_session(study, "first"),
        lambda: sessions.add_session(study, "  "),
        lambda: sessions.add_session(study, "x", held_on="yesterday"),
        lambda: sessions.add_participant(study, ""),
        lambda: sessions.add_marker(study, session=session, kind="phase", label="p", start_s=5.0, end_s=5.0),
        lambda: sessions.add_marker(study, session=session, kind="event", label="e", start_s=5.0, end_s=6.0),
        lambda: sessions.add_marker(study, session=session, kind="event", label="e", start_s=float("nan")),
    ):
        with pytest.raises(UsageError):
            wrong()
    with pytest.raises(NotFoundError):
        sessions.session_named(study, "none")


def test_what_is_taken_back_is_gone_and_can_return(study):
    session = sessions.add_session(study, "first")
    marker = sessions.add_marker(study, session=session, kind="event", label="e", start_s=1.0)
    retract(study, "marker", marker)
    assert not sessions.markers(study, session)
    with pytest.raises(NotFoundError):
        retract(study, "marker", marker)
    undo(study)
    assert sessions.markers(study, session)
    with pytest.raises(NotFoundError):
        retract(study, "consent", 1)


def file(folder: Path, name: str, content: bytes) -> tuple[Path, str]:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path, finish(media.fingerprint(path))


def test_recordings_stay_where_they_are_and_are_found_again(study, tmp_path):
    session = sessions.add_session(study, "first")
    path, sha = file(tmp_path, "media/one.mp4", b"one" * 999)
    other, other_sha = file(tmp_path, "media/two.mp4", b"two" * 999)
    first = media.add_recording(study, path, session=session, sha256=sha, offset_s=2.5)
    media.add_recording(study, other, session=session, sha256=other_sha)
    known = media.recording_of(study, first)
    assert (known.path, known.offset_s) == ("media/one.mp4", 2.5)
    assert finish(media.media_state(study, known)) == "here"
    path.write_bytes(b"cut anew")
    assert finish(media.media_state(study, known)) == "changed"
    path.unlink()
    file(tmp_path, "archive/2026/renamed.mp4", b"one" * 999)
    file(tmp_path, "archive/other/one.mp4", b"not it")
    assert finish(media.media_state(study, known)) == "missing"
    assert media.missing(study) == (known,)
    found = finish(media.find_moved(tmp_path / "archive", media.missing(study)))
    assert found == {first: tmp_path / "archive/2026/renamed.mp4"}
    media.relink(study, recording=first, path=found[first], sha256=sha)
    assert media.recording_of(study, first).path == "archive/2026/renamed.mp4"
    assert [one.path for one in media.recordings(study, session)] == ["archive/2026/renamed.mp4", "media/two.mp4"]
    assert not media.missing(study)
    with pytest.raises(StudyError, match="differs"):
        media.relink(study, recording=first, path=other, sha256=other_sha)
    undo(study)
    assert media.recording_of(study, first).path == "media/one.mp4"
    with pytest.raises(StudyError, match="no folder"):
        finish(media.find_moved(tmp_path / "nowhere", ()))


def test_bytes_that_are_no_characters_are_refused(study):
    session = sessions.add_session(study, "first")
    with pytest.raises(UsageError, match="no characters"):
        sessions.add_note(study, session=session, text="caf\udce9")
    with pytest.raises(UsageError, match="no characters"):
        media.add_recording(study, study.folder / "caf\udce9.mp4", session=session, sha256="ab")
    assert not sessions.notes(study, session)


def test_thumbnails_lie_in_the_study(study):
    keep_thumbnails(study, {"S1": b"\x89PNG one", "S2": b"two"})
    assert thumbnail(study, "S1") == b"\x89PNG one"
    assert thumbnail(study, "S9") is None
    drop_thumbnails(study)
    assert thumbnail(study, "S1") is None


@pytest.fixture
def two(study):
    """A client who was in both sessions, and a second person who was in the second."""
    client, other = sessions.add_participant(study, "C"), sessions.add_participant(study, "D")
    first = sessions.add_session(study, "first", participants=(client,))
    second = sessions.add_session(study, "second", participants=(client, other))
    return study, client, other, first, second


def give(study, participant, *scopes, **more):
    consents.give_consent(
        study, participant=participant, scopes=scopes, given_on="2026-10-01", text_version="v3", **more
    )


def test_no_consent_no_excerpts_and_no_training(two):
    study, client, other, first, second = two
    for scope in ("research", "train", "share excerpts"):
        with pytest.raises(ConsentError, match="C has given no consent"):
            consents.permit(study, scope, sessions_asked=(first,))
    give(study, client, "train", "share excerpts")
    assert consents.permit_training(study, (first,), adapter="a1").consents == (1,)
    assert consents.permit_export(study, first, pictures=True, what="a talk", target="talk").sessions == (first,)
    with pytest.raises(ConsentError, match="D has given no consent"):
        consents.permit_training(study, (first, second), adapter="a1")
    with pytest.raises(ConsentError, match="does not cover"):
        consents.permit(study, "research", sessions_asked=(first,))
    give(study, other, "train", session=second)
    assert consents.permit_training(study, (first, second), adapter="a1").consents == (1, 2)
    verbs = [row[0] for row in study.rows("SELECT verb FROM audit ORDER BY seq")]
    assert verbs.count("trained") == 2
    assert verbs.count("exported") == 1
    assert verbs.count("refused") == 5


def test_pictures_go_to_another_computer_only_where_sharing_was_allowed(two):
    study, client, _, first, _ = two
    told = {"server": "gpu.lab", "model": "videmo-7b"}
    give(study, client, "analyse")
    assert consents.permit_server(study, first, **told, elsewhere=False).scope == "analyse"
    with pytest.raises(ConsentError, match="does not cover"):
        consents.permit_server(study, first, **told, elsewhere=True)
    give(study, client, "analyse", "share excerpts")
    assert consents.permit_server(study, first, **told, elsewhere=True).scope == "share excerpts"
    rows = study.rows("SELECT verb, detail FROM audit ORDER BY seq DESC LIMIT 4")
    assert [verb for verb, _ in rows] == ["sent", "consent", "refused", "sent"]
    assert json.loads(rows[0][1]) == told | {"elsewhere": True, "session": first}


def test_a_withdrawal_holds_for_what_it_covers_and_no_key_stroke_undoes_it(two):
    study, client, _, first, _ = two
    give(study, client, *SCOPES)
    consents.withdraw_consent(study, participant=client, given_on="2026-11-02")
    for scope in SCOPES:
        with pytest.raises(ConsentError, match="withdrew consent on 2026-11-02"):
            consents.permit(study, scope, sessions_asked=(first,))
    undo(study)  # takes the second session back, not the withdrawal
    with pytest.raises(ConsentError):
        consents.permit(study, "analyse", sessions_asked=(first,))
    give(study, client, "analyse", session=first)
    assert consents.permit(study, "analyse", sessions_asked=(first,)).consents == (3,)


def test_nobody_recorded_means_nobody_asked(study):
    session, _ = recorded(study)
    consents.permit(study, "analyse", sessions_asked=(session,))
    for scope in ("research", "train", "share excerpts"):
        with pytest.raises(ConsentError, match="nobody is recorded"):
            consents.permit(study, scope, sessions_asked=(session,))
    with pytest.raises(ConsentError, match="not in this study"):
        consents.permit(study, "analyse", sessions_asked=(77,))


def test_a_consent_without_date_scope_or_person_is_none(two):
    study, client, *_ = two
    for wrong in (
        lambda: consents.give_consent(study, participant=client, scopes=(), given_on="2026-10-01", text_version=""),
        lambda: consents.give_consent(study, participant=client, scopes=("train",), given_on="", text_version=""),
        lambda: consents.give_consent(
            study, participant=client, scopes=("sell",), given_on="2026-10-01", text_version=""
        ),
    ):
        with pytest.raises(UsageError):
            wrong()
    with pytest.raises(NotFoundError):
        give(study, 99, "train")
