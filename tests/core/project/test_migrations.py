"""Studies of every earlier version open, complete and verified, with a backup of what they were."""

import pytest

from core.project import migrations, sessions
from core.project.analyses import load_analysis, load_tracks
from core.project.backups import list_backups
from core.project.connection import connect
from core.project.consents import consents
from core.project.container import system_base
from core.project.failures import StudyError
from core.project.foreign import foreign_tracks, load_foreign, ties
from core.project.history import redo
from core.project.migrations import VERSION, Step
from core.project.opening import open_study
from core.project.people import people_corrections
from core.project.reviews import desk
from core.project.screen import Window, screen
from core.project.verify import verify_study
from tests.core.project.builders import PASSPHRASE, analysis, circumstances, imported, new_study, same, tracks
from tests.core.project.old_versions import DUMPS, dump, old_study

VERSIONS = sorted(int(path.stem[1:]) for path in DUMPS.glob("v*.sql"))


def reopen(path, **more):
    return open_study(path, secret=PASSPHRASE, circumstances=circumstances(), **more)


def whole(study, version: int = 1) -> None:
    """Everything that the dumps hold is there."""
    assert len(foreign_tracks(study)) == len(ties(study, 1)) * 2 == (2 if version >= 3 else 0)
    for number, track in enumerate(imported().tracks, start=1):
        assert version < 3 or same(load_foreign(study, number), track)
    assert all(one.fine for one in verify_study(study)), verify_study(study)
    assert same(load_analysis(study, 1), analysis(length_s=20.0))
    assert same(load_tracks(study, 1), tracks(rows=20))
    assert [one.pseudonym for one in sessions.participants(study)] == ["C-1"]
    assert len(people_corrections(study, 1)) == len(consents(study)) == len(desk(study, "anna").reviews()) == 1
    labels = [row.label for row in screen(study, Window(1, 0.0, 20.0)).segments]
    assert labels == ["happiness", "happiness", "happiness", "sadness", "sadness"]


def test_there_is_a_dump_of_every_version():
    assert list(range(1, VERSION + 1)) == VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_an_earlier_version_opens_and_is_whole(tmp_path, version):
    path = tmp_path / "old.vemo"
    key = old_study(path, version)
    with reopen(path) as study:
        assert study.connection.pragma("user_version") == VERSION
        whole(study, version)
        redo(study)
        assert [note.text for note in sessions.notes(study, 1)] == ["a note of the past"]
    backups = list_backups(path)
    assert [one.why for one in backups] == ([f"before-version-{VERSION}"] if version < VERSION else [])
    for backup in backups:
        connection = connect(backup.path, data_key=key, base=system_base(), writable=False)
        assert connection.pragma("user_version") == version
        connection.close()
    with reopen(path) as study:
        assert not migrations.pending(study.connection.pragma("user_version"))
    assert len(list_backups(path)) == len(backups)


@pytest.mark.parametrize("version", VERSIONS)
def test_an_earlier_version_is_read_without_being_touched(tmp_path, version):
    path = tmp_path / "old.vemo"
    old_study(path, version)
    before = path.read_bytes()
    with reopen(path, read_only=True) as study:
        whole(study, version)
    assert path.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["old.vemo"]


def test_the_present_dump_is_the_present_form(tmp_path):
    """A changed table without a new version would make studies that this program cannot tell apart."""
    with new_study(tmp_path).study as study:
        fresh = {line for line in dump(study.connection).splitlines() if line.startswith("CREATE")}
    stored = {line for line in (DUMPS / f"v{VERSION}.sql").read_text().splitlines() if line.startswith("CREATE")}
    assert fresh == stored


def test_a_step_that_fails_leaves_the_study_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "old.vemo"
    old_study(path, 1)

    def fails(connection) -> None:
        migrations.STEPS[1].run(connection)
        raise RuntimeError("in the middle")

    real = migrations.STEPS
    monkeypatch.setattr(migrations, "STEPS", (real[0], Step(2, "fails", lambda c: (real[1].run(c), 1 / 0))))
    with pytest.raises(ZeroDivisionError):
        reopen(path)
    monkeypatch.undo()
    with reopen(path) as study:
        whole(study)


def newer(tmp_path, readable_from: int):
    with new_study(tmp_path).study as study:
        sessions.add_session(study, "first")
        study.connection.execute("CREATE TABLE future (x); PRAGMA user_version = 99")
        study.connection.execute("UPDATE meta SET value = ? WHERE key = 'readable_from'", (str(readable_from),))
    return study.path


def test_a_newer_version_opens_for_reading_with_a_message(tmp_path):
    path = newer(tmp_path, VERSION)
    before = path.read_bytes()
    with reopen(path) as study:
        assert not study.writable
        assert "newer VidEmo Studio" in study.notes[0]
        assert [one.name for one in sessions.sessions(study)] == ["first"]
        with pytest.raises(StudyError, match="reading only"):
            sessions.add_session(study, "second")
    assert path.read_bytes() == before


def test_a_version_that_would_be_misread_is_refused(tmp_path):
    path = newer(tmp_path, 98)
    before = path.read_bytes()
    with pytest.raises(StudyError, match="newer VidEmo Studio"):
        reopen(path)
    assert path.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["study.vemo"]
