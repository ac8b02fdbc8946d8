"""Making and opening, and everything that may stand in the way: a sentence, a way on, nothing overwritten."""

import errno
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest

from core.errors import UsageError
from core.project import opening, sessions
from core.project.failures import (
    DamagedError,
    ForeignFileError,
    PurposeError,
    ReadOnlyStudyError,
    StudyError,
    WrongPassphraseError,
)
from core.project.header import HEADER_BYTES
from core.project.history import history
from core.project.holder import NoLockError
from core.project.opening import open_study
from core.project.verify import verify_study
from core.records.consent import PURPOSES
from tests.core.project.builders import PASSPHRASE, circumstances, new_study


def reopen(path: Path, secret: str | None = PASSPHRASE, **changes):
    return open_study(path, secret=secret, circumstances=circumstances(**changes))


def contents(path: Path) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in path.rglob("*") if one.is_file() and not one.name.endswith(".lock")}


def test_what_was_saved_is_there_again(tmp_path):
    with new_study(tmp_path).study as study:
        sessions.add_session(study, "first")
        assert study.saved_s_ago is not None
        assert 0 <= study.saved_s_ago < 5
    with reopen(tmp_path / "study.vemo") as study:
        assert [one.name for one in sessions.sessions(study)] == ["first"]
        assert study.saved_s_ago is not None  # that it was opened is in the audit log
    assert sorted(path.name for path in tmp_path.iterdir()) == ["study.vemo"]


def test_the_recovery_key_opens_it(tmp_path):
    made = new_study(tmp_path)
    made.study.close()
    assert made.recovery_key is not None
    with reopen(tmp_path / "study.vemo", made.recovery_key.lower()) as study:
        assert study.writable


def test_without_encryption_the_header_says_so(tmp_path):
    made = new_study(tmp_path, passphrase=None)
    assert made.recovery_key is None
    made.study.close()
    assert b"NOT encrypted" in (tmp_path / "study.vemo").read_bytes()[:HEADER_BYTES]
    with reopen(tmp_path / "study.vemo", None) as study:
        assert study.writable


@pytest.mark.parametrize("purpose", ["workplace", "education"])
def test_what_the_law_forbids_is_refused_with_the_reason(tmp_path, purpose):
    with pytest.raises(PurposeError) as refused:
        opening.create_study(tmp_path / "s.vemo", name="s", purpose=purpose, passphrase=PASSPHRASE)
    assert "5(1)(f)" in refused.value.problem
    assert not list(tmp_path.iterdir())


def test_allowed_purposes_are_allowed():
    for purpose in PURPOSES:
        opening.check_purpose(purpose)
    with pytest.raises(PurposeError):
        opening.check_purpose("curiosity")


def test_a_wrong_passphrase_changes_nothing(tmp_path):
    new_study(tmp_path).study.close()
    before = contents(tmp_path)
    for wrong in ("blue paper boot", "", None):
        with pytest.raises(WrongPassphraseError) as refused:
            reopen(tmp_path / "study.vemo", wrong)
        assert refused.value.remedy
    assert contents(tmp_path) == before


def test_making_never_overwrites(tmp_path):
    (tmp_path / "study.vemo").write_bytes(b"mine")
    with pytest.raises(StudyError, match="there already"):
        new_study(tmp_path)
    assert contents(tmp_path) == {str(tmp_path / "study.vemo"): b"mine"}
    with pytest.raises(UsageError):
        new_study(tmp_path, name="study.db")


@pytest.mark.parametrize("content", [b"", b"x", b"SQLite format 3\0" + bytes(20000), os.urandom(30000), b"{}" * 9000])
def test_another_file_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "other.vemo"
    path.write_bytes(content)
    with pytest.raises(StudyError) as refused:
        reopen(path)
    assert isinstance(refused.value, ForeignFileError | DamagedError)
    assert contents(tmp_path) == {str(path): content}


def test_a_folder_and_a_missing_file(tmp_path):
    with pytest.raises(ForeignFileError, match="folder"):
        reopen(tmp_path)
    for lost in (tmp_path / "gone.vemo", tmp_path / "share" / "gone.vemo"):
        with pytest.raises(StudyError, match="not there"):
            reopen(lost)


@pytest.mark.parametrize("share", [0.02, 0.1, 0.5, 0.9, 0.999])
def test_half_a_file_is_refused_and_left_alone(tmp_path, share):
    with new_study(tmp_path).study as study:
        for number in range(20):
            sessions.add_session(study, f"session {number}", setting="x" * 2000)
    path = tmp_path / "study.vemo"
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    before = path.read_bytes()
    with pytest.raises(DamagedError):
        reopen(path)
    assert path.read_bytes() == before


def test_a_second_process_reads_and_is_told_who_writes(tmp_path):
    with new_study(tmp_path).study as first:
        sessions.add_session(first, "first")
        code = (
            "import sys; from pathlib import Path; from core.project.opening import open_study\n"
            "from core.project.sessions import add_session, sessions\n"
            "from core.project.failures import ReadOnlyStudyError\n"
            f"s = open_study(Path({str(first.path)!r}), secret={PASSPHRASE!r})\n"
            "print(s.writable, [x.name for x in sessions(s)], *s.notes)\n"
            "try: add_session(s, 'second')\n"
            "except ReadOnlyStudyError as e: print('refused', e)\n"
        )
        answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        assert "False ['first']" in answer
        assert f"process {os.getpid()}" in answer
        assert "refused" in answer
        sessions.add_session(first, "third")
    with reopen(tmp_path / "study.vemo") as again:
        assert again.writable


def test_the_same_process_is_no_exception(tmp_path):
    with new_study(tmp_path).study as first, reopen(first.path) as second:
        assert first.writable
        assert not second.writable
        link = tmp_path / "link.vemo"
        link.symlink_to(first.path)
        with reopen(link) as third:
            assert not third.writable


def test_a_dead_writers_lock_does_not_stay(tmp_path):
    new_study(tmp_path).study.close()
    path = tmp_path / "study.vemo"
    code = (
        "import os, signal; from pathlib import Path; from core.project.opening import open_study\n"
        f"s = open_study(Path({str(path)!r}), secret={PASSPHRASE!r}); os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -9
    with reopen(path) as study:
        assert study.writable
        assert not study.notes


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may write everywhere")
def test_a_read_only_folder(tmp_path):
    new_study(tmp_path).study.close()
    tmp_path.chmod(0o500)
    try:
        with reopen(tmp_path / "study.vemo") as study:
            assert not study.writable
            assert "reading only" in study.notes[0]
    finally:
        tmp_path.chmod(0o700)


def test_a_file_that_may_not_be_written(tmp_path, monkeypatch):
    new_study(tmp_path).study.close()
    monkeypatch.setattr(opening.os, "access", lambda *_: False)
    with reopen(tmp_path / "study.vemo") as study:
        assert not study.writable
        with pytest.raises(ReadOnlyStudyError) as refused:
            sessions.add_session(study, "first")
        assert "may not be written" in refused.value.remedy


def no_lock(_: Path) -> None:
    raise NoLockError("Read-only file system")


def test_a_folder_that_cannot_be_written(tmp_path, monkeypatch):
    with new_study(tmp_path).study as study:
        sessions.add_session(study, "first")
    monkeypatch.setattr(opening, "WriteLock", no_lock)
    with reopen(study.path) as again:
        assert not again.writable
        assert "Read-only file system" in again.notes[0]
        assert [one.name for one in sessions.sessions(again)] == ["first"]


@pytest.mark.skipif(os.name == "nt", reason="takes the system's call away that POSIX writes with")
def test_a_disk_without_room_for_the_holders_name_opens_for_reading(tmp_path, monkeypatch):
    new_study(tmp_path).study.close()

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with reopen(tmp_path / "study.vemo") as study:
            assert not study.writable
            assert "No space left" in study.notes[0]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["study.vemo"]
    with reopen(tmp_path / "study.vemo") as study:
        assert study.writable


def test_an_interrupted_save_is_taken_back_by_a_reader_too(tmp_path, monkeypatch):
    with new_study(tmp_path).study as study:
        sessions.add_session(study, "first")
        before = study.path.read_bytes()
        with study.change("add session", "x") as pen:
            for number in range(300):
                pen.insert("session", {"name": f"{number}" * 99, "held_on": "", "setting": "y" * 999})
            pen.connection.cache_flush()
            for source, name in ((study.path, "s.vemo"), (Path(f"{study.path}-journal"), "s.vemo-journal")):
                (tmp_path / name).write_bytes(source.read_bytes())
    interrupted = tmp_path / "s.vemo"
    assert interrupted.read_bytes() != before
    with monkeypatch.context() as patch:
        patch.setattr(opening, "WriteLock", no_lock)
        with pytest.raises(ReadOnlyStudyError, match="interrupted while it saved") as refused:
            reopen(interrupted)
        assert "-journal" in refused.value.remedy
    with open_study(interrupted, secret=PASSPHRASE, read_only=True, circumstances=circumstances()) as again:
        assert [one.name for one in sessions.sessions(again)] == ["first"]
        assert all(one.fine for one in verify_study(again))
    assert not (tmp_path / "s.vemo-journal").exists()


def test_a_study_that_vanishes_is_not_written_into_nowhere(tmp_path):
    with new_study(tmp_path).study as study:
        sessions.add_session(study, "first")
        moved = tmp_path / "elsewhere.vemo"
        study.path.rename(moved)
        with pytest.raises(StudyError, match="moved, deleted or replaced"):
            sessions.add_session(study, "second")
        study.path.write_bytes(b"a sync program put this here")
        with pytest.raises(StudyError, match="moved, deleted or replaced"):
            sessions.add_session(study, "second")
    with reopen(moved) as study:
        assert [one.name for one in sessions.sessions(study)] == ["first"]


def test_a_clock_that_was_set_back_is_said_and_orders_nothing(tmp_path):
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    times = iter([now + timedelta(seconds=n) for n in range(6)] + [now - timedelta(days=400)] * 20)
    with new_study(tmp_path, clock=lambda: next(times)).study as study:
        for number in range(8):
            sessions.add_session(study, f"{number}")
        assert [one.summary for one in history(study)] == [f"session {n}" for n in range(8)]
        details = [row[0] for row in study.rows("SELECT detail FROM audit ORDER BY seq")]
        assert sum("clock_was_set_back_from" in detail for detail in details) == 1
        assert all(one.fine for one in verify_study(study))
    with reopen(tmp_path / "study.vemo", clock=lambda: now - timedelta(days=500)) as study:
        assert any("clock" in note and "set back" in note for note in study.notes)
    with reopen(tmp_path / "study.vemo", clock=lambda: now) as study:
        assert not study.notes


def test_a_folder_that_cannot_be_written_is_said_where_a_study_is_to_be_made(tmp_path, monkeypatch):
    def read_only(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    # A read-only file system refuses to remove even what is not there.
    monkeypatch.setattr(opening, "start_file", read_only)
    monkeypatch.setattr(Path, "unlink", read_only)
    with pytest.raises(ReadOnlyStudyError, match="may not be written"):
        new_study(tmp_path)
    with pytest.raises(StudyError, match="not there"):
        new_study(tmp_path / "nowhere")


def test_an_error_of_the_program_is_no_sentence_for_the_user(study):
    with pytest.raises(apsw.SQLError):
        study.rows("SELECT nonsense FROM nowhere")
    with pytest.raises(apsw.ConstraintError), study.change("x", "y") as pen:
        pen.insert("attendance", {"session": 99, "participant": 99})
    assert not study.connection.in_transaction
    assert not history(study)


def test_records_and_log_cannot_be_altered_or_removed_by_the_program(study):
    sessions.add_session(study, "first")
    for statement in (
        "UPDATE session SET name = 'x'",
        "DELETE FROM session",
        "DELETE FROM audit",
        "UPDATE audit SET who = 'x'",
        "UPDATE change SET who = 'x'",
        "DELETE FROM change",
    ):
        with pytest.raises(apsw.ConstraintError, match="never"):
            study.connection.execute(statement)
