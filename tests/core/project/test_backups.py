"""Rolling backups, restoring, changed keys and deletion."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.project import keys, sessions
from core.project.backups import (
    NEWEST,
    Backup,
    backup_due,
    backups_folder,
    keep_backup,
    list_backups,
    restore,
    to_keep,
)
from core.project.failures import StudyError, WrongPassphraseError
from core.project.header import HEADER_BYTES
from core.project.jobs import StudyPieces, unfinished_jobs
from core.project.keychain import SERVICE
from core.project.keys import change_passphrase, delete_study
from core.project.opening import open_study, restore_study
from core.project.verify import end_of_log, verify_study
from tests.core.project.builders import PASSPHRASE, QUICK, circumstances, new_study

START = datetime(2026, 11, 23, 9, tzinfo=UTC)


def reopen(path: Path, secret: str | None = PASSPHRASE):
    return open_study(path, secret=secret, circumstances=circumstances())


def names(study) -> list[str]:
    return [one.name for one in sessions.sessions(study)]


def test_a_backup_holds_what_the_study_holds_and_opens_with_the_same_key(study):
    sessions.add_session(study, "first")
    backup = keep_backup(study)
    assert list_backups(study.path) == (
        Backup(backup.path, backup.entries, backup.made.replace(microsecond=0), "by-hand"),
    )
    with reopen(backup.path) as copy:
        assert names(copy) == ["first"]
    with pytest.raises(WrongPassphraseError):
        reopen(backup.path, "something else")
    assert all(one.fine for one in verify_study(study))


def test_a_backup_that_is_not_whole_is_not_kept(study, monkeypatch):
    sessions.add_session(study, "first")
    keep_backup(study)

    def spoilt(source: Path, target: Path, **_: str):
        data = bytearray(source.read_bytes())
        data[HEADER_BYTES + 9000] ^= 1
        target.write_bytes(data)
        yield from ()

    monkeypatch.setattr("core.project.backups.copying", spoilt)
    with pytest.raises(StudyError, match=r"study\.vemo does not read back whole"):
        keep_backup(study)
    assert len(list_backups(study.path)) == 1
    assert len(list(backups_folder(study.path).iterdir())) == 1


def test_which_backups_stay():
    made = [START - timedelta(hours=5 * n) for n in range(400)][::-1]
    backups = [Backup(Path(f"{number}"), number, when, "rolling") for number, when in enumerate(made)]
    kept = to_keep(backups, now=START)
    ages = sorted((START - one.made for one in backups if one.path in kept), reverse=True)
    assert {one.path for one in backups[-NEWEST:]} <= kept
    assert len([age for age in ages if age <= timedelta(days=14)]) in range(15, 21)
    assert len([age for age in ages if age > timedelta(days=14)]) in range(8, 13)  # 83 days in all, one a week
    assert to_keep(backups[:1], now=START + timedelta(days=9999)) == {backups[0].path}
    assert len(to_keep(backups, now=START - timedelta(days=999))) == len(backups)  # a clock set back deletes nothing


def test_old_backups_go_when_a_new_one_is_verified(tmp_path):
    now = [START]
    with new_study(tmp_path, clock=lambda: now[0]).study as study:
        for hour in range(12):
            now[0] = START + timedelta(hours=hour / 2)
            keep_backup(study)
        assert len(list_backups(study.path)) == NEWEST
        now[0] += timedelta(days=300)
        keep_backup(study)
        assert len(list_backups(study.path)) == NEWEST


def test_when_a_backup_is_due(tmp_path):
    now = [START]
    with new_study(tmp_path, clock=lambda: now[0]).study as study:
        assert backup_due(study)
        keep_backup(study)
        assert not backup_due(study)
        now[0] += timedelta(days=1)
        assert not backup_due(study)  # nothing was changed
        sessions.add_session(study, "first")
        assert backup_due(study)


def test_restoring_keeps_the_file_that_stood_there(tmp_path):
    with new_study(tmp_path).study as study:
        sessions.add_session(study, "first")
        keep_backup(study)
        sessions.add_session(study, "second")
        with pytest.raises(StudyError, match="is open"):
            restore(study.path, secret=PASSPHRASE)
    path = tmp_path / "study.vemo"
    chosen, aside = restore(path, secret=PASSPHRASE)
    assert chosen == list_backups(path)[0].path
    assert aside is not None
    with reopen(path) as study, reopen(aside) as old:
        assert names(study) == ["first"]
        assert names(old) == ["first", "second"]
    _, other = restore(path, secret=PASSPHRASE)
    assert other not in (None, aside)


def test_a_new_passphrase_locks_the_file_that_a_restoring_put_aside_too(tmp_path):
    with new_study(tmp_path).study as study:
        keep_backup(study)
    _, aside = restore(study.path, secret=PASSPHRASE)
    assert aside is not None
    with reopen(study.path) as study:
        assert not change_passphrase(study, "another passphrase", strength=QUICK).backups_left
    with pytest.raises(WrongPassphraseError):
        reopen(aside)
    reopen(aside, "another passphrase").close()
    delete_study(study.path)
    assert not list(tmp_path.iterdir())


def test_backups_from_before_a_restoring_are_not_called_forged(tmp_path):
    with new_study(tmp_path).study as study:
        made = [keep_backup(study).path for name in ("a", "b", "c") if sessions.add_session(study, name)]
    path = tmp_path / "study.vemo"
    restore_study(path, secret=PASSPHRASE, backup=made[0], circumstances=circumstances())
    with reopen(path) as study:
        assert names(study) == ["a"]
        assert all(one.fine for one in verify_study(study)), verify_study(study)
        for number in range(12):
            sessions.add_session(study, f"later {number}")
        assert all(one.fine for one in verify_study(study)), verify_study(study)
        keep_backup(study)
    path.write_bytes(list_backups(path)[1].path.read_bytes())
    with reopen(path) as study:
        assert {one.what for one in verify_study(study) if not one.fine} == {"backups"}


def test_restoring_passes_over_what_is_damaged(tmp_path):
    with new_study(tmp_path).study as study:
        for name in ("first", "second"):
            sessions.add_session(study, name)
            keep_backup(study)
    path = tmp_path / "study.vemo"
    newest = list_backups(path)[-1].path
    data = bytearray(newest.read_bytes())
    data[HEADER_BYTES + 20000] ^= 1
    newest.write_bytes(data)
    path.write_bytes(b"rubbish")
    chosen, aside = restore(path, secret=PASSPHRASE)
    assert chosen == list_backups(path)[0].path
    assert aside is not None
    assert aside.read_bytes() == b"rubbish"
    with reopen(path) as study:
        assert names(study) == ["first"]
        assert [one.text for one in verify_study(study) if not one.fine]  # the damaged backup is said
    path.unlink()
    restore(path, secret=PASSPHRASE)
    with pytest.raises(StudyError, match="No backup"):
        restore(path, secret="not the passphrase")
    shutil.rmtree(backups_folder(path))
    with pytest.raises(StudyError, match="there is none"):
        restore(path, secret=PASSPHRASE)


def test_an_older_file_in_the_place_of_a_newer_one_is_found_out(tmp_path):
    with new_study(tmp_path).study as study:
        old = study.path.read_bytes()
        sessions.add_session(study, "first")
        keep_backup(study)
        witness = end_of_log(study)
    path = tmp_path / "study.vemo"
    with reopen(path) as study:
        assert all(one.fine for one in verify_study(study, witness=witness))
    path.write_bytes(old)
    with reopen(path) as study:
        findings = {one.what: one for one in verify_study(study, witness=witness) if not one.fine}
        assert set(findings) == {"backups", "witness"}


def test_an_old_passphrase_opens_neither_study_nor_backup(study):
    keep_backup(study)
    assert change_passphrase(study, "a new one entirely", strength=QUICK).backups_left == ()
    study.close()
    for path in (study.path, list_backups(study.path)[0].path):
        with pytest.raises(WrongPassphraseError):
            reopen(path)
        reopen(path, "a new one entirely").close()


def test_a_new_recovery_key_replaces_the_old(tmp_path):
    made = new_study(tmp_path)
    with made.study as study:
        fresh, _ = keys.new_recovery_key(study)
    assert made.recovery_key is not None
    with pytest.raises(WrongPassphraseError):
        reopen(tmp_path / "study.vemo", made.recovery_key)
    reopen(tmp_path / "study.vemo", fresh).close()
    reopen(tmp_path / "study.vemo").close()


class Ring:
    """A keychain in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service_name: str, username: str) -> str | None:
        return self.kept.get((service_name, username))

    def set_password(self, service_name: str, username: str, password: str) -> None:
        self.kept[service_name, username] = password

    def delete_password(self, service_name: str, username: str) -> None:
        del self.kept[service_name, username]


def test_the_keychain_has_a_slot_of_its_own(tmp_path):
    ring = Ring()
    with new_study(tmp_path).study as study:
        keys.remember_in_keychain(study, ring=ring)
    secret = ring.kept[SERVICE, study.header.study]
    assert PASSPHRASE not in secret
    with reopen(tmp_path / "study.vemo", secret) as again:
        keys.forget_in_keychain(again, ring=ring)
    assert not ring.kept
    with pytest.raises(WrongPassphraseError):
        reopen(tmp_path / "study.vemo", secret)


def test_deleting_destroys_the_key_first(tmp_path, monkeypatch):
    with new_study(tmp_path).study as study:
        keep_backup(study)
        with pytest.raises(StudyError, match="is open"):
            delete_study(study.path)
    path = tmp_path / "study.vemo"
    restore(path, secret=PASSPHRASE)
    kept: dict[str, bytes] = {}
    real = Path.unlink
    monkeypatch.setattr(
        Path,
        "unlink",
        lambda self, **more: (
            kept.setdefault(self.name, self.read_bytes()) if self.exists() else 0,
            real(self, **more),
        ),
    )
    said = delete_study(path)
    assert "solid-state" in said
    assert not list(tmp_path.iterdir())
    assert len([name for name in kept if name.endswith(".vemo")]) == 3
    for name, data in kept.items():
        if name.endswith(".vemo"):
            (tmp_path / "copy.vemo").write_bytes(data)
            with pytest.raises(StudyError, match="was deleted"):
                reopen(tmp_path / "copy.vemo")


def test_deleting_an_open_study_says_that_its_content_may_stay(tmp_path):
    new_study(tmp_path, passphrase=None).study.close()
    assert "not encrypted" in delete_study(tmp_path / "study.vemo")


def test_an_unfinished_job_goes_on_from_its_last_piece(study):
    pieces = StudyPieces(study, "faces of first.mp4")
    assert pieces.begin("k1", resume=True) == ()
    pieces.add(0, b"zero")
    pieces.add(1, b"one")
    pieces.add(1, b"one again")
    study.close()
    with reopen(study.path) as again:
        assert [(one.name, one.pieces) for one in unfinished_jobs(again)] == [("faces of first.mp4", 2)]
        assert StudyPieces(again, "faces of second.mp4").begin("k1", resume=True) == ()
        pieces = StudyPieces(again, "faces of first.mp4")
        assert pieces.begin("k1", resume=True) == (0, 1)
        assert (pieces.read(0), pieces.read(1)) == (b"zero", b"one again")
        assert pieces.begin("k2", resume=True) == ()
        pieces.add(0, b"other settings")
        assert pieces.begin("k2", resume=False) == ()
        pieces.clear()
        assert [one.name for one in unfinished_jobs(again)] == ["faces of second.mp4"]
        assert not again.rows("SELECT 1 FROM piece")
