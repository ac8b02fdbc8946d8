"""Making and opening studies. In: a path and a secret. Out: an open `Study`, for writing or, with the reason, reading.

Never overwrites: a file that is no study, is damaged, or comes from a newer program is left as it is.
"""

import os
import secrets
import uuid
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import apsw

from core import __version__
from core.errors import UsageError
from core.project import vault
from core.project.audit import entries, stamp
from core.project.backups import is_backup, keep_backup, restore
from core.project.connection import connect
from core.project.container import (
    database_bytes,
    discard,
    mend_header,
    read_header,
    start_file,
    sync_folder,
    system_base,
)
from core.project.failures import (
    PurposeError,
    ReadOnlyStudyError,
    StudyError,
    WrongPassphraseError,
    damaged,
    told,
)
from core.project.header import Header
from core.project.holder import HeldError, NoLockError, WriteLock, account
from core.project.migrations import VERSION, migrate, pending, version_of
from core.project.study import Clock, Study, utc_now
from core.records.consent import PURPOSES, REFUSED_PURPOSES

SUFFIX = ".vemo"
CLOCKS_DIFFER = timedelta(minutes=2)
"""Two computers that share a study may differ by so much without a word."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Who opens a study, when and over which file system. The defaults are right for a program; tests set others."""

    who: str = ""
    """Name for history and log; empty: the user account."""
    clock: Clock = utc_now
    base: str = ""
    """SQLite VFS to build on; empty: the system's."""
    strength: vault.Strength | None = None
    """Strength of the passphrase's derivation for a new slot."""
    report_opening: bool = True


@dataclass(frozen=True, slots=True)
class Made:
    """A new study, still open, and the recovery key that is shown once."""

    study: Study
    recovery_key: str | None


def check_purpose(purpose: str) -> None:
    """Raises `PurposeError` for a use that the law forbids or that is none of `PURPOSES`."""
    if purpose in REFUSED_PURPOSES:
        raise PurposeError(
            f"VidEmo Studio is not for use in {purpose}: the EU AI Act, Regulation (EU) 2024/1689, Art. 5(1)(f), "
            "forbids to infer emotions of people at the workplace and in education, except for medical or safety "
            "reasons.",
            remedy="If the reason is medical (therapy is) or safety, name that purpose: " + ", ".join(PURPOSES) + ".",
        )
    if purpose not in PURPOSES:
        raise PurposeError(
            f"{purpose!r} is no purpose that a study can have.", remedy="Name one of: " + ", ".join(PURPOSES) + "."
        )


def create_study(
    path: Path, *, name: str, purpose: str, passphrase: str | None, circumstances: Circumstances | None = None
) -> Made:
    """Makes a study; `passphrase` None makes one without encryption, which its header says.

    Raises `PurposeError`, `UsageError` for a short passphrase, `StudyError` where a file stands or cannot be made.
    """
    circumstances, path = circumstances or Circumstances(), path.resolve()
    base = circumstances.base or system_base()
    check_purpose(purpose)
    if path.suffix != SUFFIX:
        raise UsageError(f"A study's file ends in {SUFFIX}.", remedy=f"Name it {path.name}{SUFFIX}.")
    _refuse_existing(path)
    if not os.access(path.parent, os.W_OK):
        raise StudyError(
            f"The folder {path.parent} is not there or cannot be written.", remedy="Choose another folder."
        )
    identity = str(uuid.uuid4())
    data_key, recovery = None, None
    header = Header(study=identity, encrypted=False, slots=(), open_key=secrets.token_bytes(32).hex())
    if passphrase is not None:
        data_key, recovery = vault.new_key(), vault.new_recovery_key()
        slots = (
            vault.passphrase_slot(data_key, passphrase, study=identity, strength=circumstances.strength),
            vault.random_slot(data_key, recovery, kind="recovery", study=identity),
        )
        header = Header(study=identity, encrypted=True, slots=slots, open_key="")
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        with told(path):
            start_file(unfinished, header, base=base)
            connection = connect(unfinished, data_key=data_key, base=base, writable=True)
            try:
                migrate(connection)
                facts = {"study": identity, "name": name, "purpose": purpose, "software": __version__}
                facts["created"] = circumstances.clock().isoformat(timespec="seconds")
                with connection:
                    connection.executemany("INSERT INTO meta VALUES (?, ?)", list(facts.items()))
            finally:
                connection.close()
            _refuse_existing(path)
            unfinished.replace(path)
            sync_folder(path.parent)
    finally:
        for left in (unfinished, unfinished.with_name(unfinished.name + "-journal")):
            discard(left)
    study = _opened(path, header, data_key=data_key, read_only=False, circumstances=circumstances, base=base)
    if study.writable:
        study.report("created", {"name": name, "purpose": purpose, "encrypted": header.encrypted})
    return Made(study, recovery)


def open_study(
    path: Path, *, secret: str | None, read_only: bool = False, circumstances: Circumstances | None = None
) -> Study:
    """Opens a study; `secret` is its passphrase, recovery key or keychain secret, None for one without encryption.

    Opens for reading only, with the reason in `Study.notes`, where somebody else is writing, the folder cannot be
    written, or a newer program has written it. Raises `WrongPassphraseError`, `DamagedError`, `ForeignFileError` or
    another `StudyError`.
    """
    circumstances, path = circumstances or Circumstances(), path.resolve()
    base = circumstances.base or system_base()
    header = read_header(path, base=base).header
    data_key = None
    if header.encrypted:
        if secret is None:
            raise WrongPassphraseError(f"{path.name} is encrypted.", remedy="Give its passphrase or recovery key.")
        data_key = vault.unlock(header.slots, secret, study=header.study)
        if data_key is None:
            raise WrongPassphraseError(
                f"This passphrase does not open {path.name}.",
                remedy="Mind capital letters and the keyboard's language; the recovery key that was shown when the "
                "study was made opens it too.",
            )
    study = _opened(path, header, data_key=data_key, read_only=read_only, circumstances=circumstances, base=base)
    if study.writable and circumstances.report_opening:
        try:
            study.notes += _clock_notes(study)
            study.report("opened", {"program": __version__})
        except BaseException:
            study.close()
            raise
    return study


def open_beside(path: Path, *, data_key: bytes | None, who: str = "") -> Study:
    """Opens a study for reading in a process that somebody who has it open has started, and given its key.

    `data_key`: None for a study without encryption. Raises `DamagedError`, which a wrong key cannot be told from, or
    another `StudyError`.
    """
    path, base = path.resolve(), system_base()
    header = read_header(path, base=base).header
    if header.encrypted and data_key is None:
        raise WrongPassphraseError(f"{path.name} is encrypted.", remedy="Open it in the window first.")
    circumstances = Circumstances(who=who)
    return _opened(path, header, data_key=data_key, read_only=True, circumstances=circumstances, base=base)


def _clock_notes(study: Study) -> tuple[str, ...]:
    last, latest = entries(study.connection, last=1), stamp(study.now() + CLOCKS_DIFFER)
    if not last or last[0].at <= latest:
        return ()
    return (
        f"The clock of this computer was set back: the last entry of the log is of {last[0].at[:16]} UTC. Look at the "
        "clock; nothing is lost, for entries are ordered by number.",
    )


def _opened(
    path: Path, header: Header, *, data_key: bytes | None, read_only: bool, circumstances: Circumstances, base: str
) -> Study:
    notes: list[str] = []
    lock = None if read_only else _lock(path, notes)
    connection = None
    try:
        if lock is not None:
            state = read_header(path, base=base)
            if state.stale_copy is not None:
                mend_header(path, state, base=base)
                notes.append("One of the two copies of the file's header was damaged; it was written anew.")
        with told(path):
            if lock is None:
                _finish_interrupted(path, data_key=data_key, base=base)
            connection = connect(path, data_key=data_key, base=base, writable=lock is not None)
            version = _version(connection, path, base)
            if version > VERSION:
                _check_readable(connection, path, version)
                notes.append(
                    "A newer VidEmo Studio has written this study: it is open for reading only. Install the newer "
                    "version to change it."
                )
                if lock is not None:
                    lock.release()
                    lock = None
                connection.close()
                connection = connect(path, data_key=data_key, base=base, writable=False)
            elif pending(version) and lock is None:
                connection = _migrated_in_memory(connection)
        study = Study(
            path=path,
            connection=connection,
            header=header,
            data_key=data_key,
            lock=lock,
            base=base,
            who=circumstances.who or account(),
            clock=circumstances.clock,
            notes=tuple(notes),
        )
        if lock is not None and pending(version):
            _upgrade(study, version)
        return study
    except BaseException:
        if connection is not None:
            connection.close()
        if lock is not None:
            lock.release()
        raise


def _lock(path: Path, notes: list[str]) -> WriteLock | None:
    if is_backup(path):
        notes.append("This is a backup, so it is open for reading only; `videmo study restore` puts it in place.")
        return None
    if not os.access(path, os.W_OK):
        notes.append("The file may not be written, so the study is open for reading only.")
        return None
    try:
        return WriteLock(path)
    except HeldError as held:
        who = f"{held.holder}" if held.holder is not None else "another program"
        notes.append(f"{who} has this study open, so it is open here for reading only until they close it.")
    except NoLockError as error:
        notes.append(f"The folder of the study cannot be written ({error}), so it is open for reading only.")
    return None


def _finish_interrupted(path: Path, *, data_key: bytes | None, base: str) -> None:
    """Takes back what a killed program left half saved, which even a reader needs: SQLite does it when it writes.

    Where somebody holds the study, the journal is theirs and this does nothing.
    """
    if not path.with_name(path.name + "-journal").exists():
        return
    try:
        lock = WriteLock(path)
    except HeldError:
        return
    except NoLockError as error:
        raise ReadOnlyStudyError(
            f"A program was interrupted while it saved {path.name}, and the folder cannot be written to finish that.",
            remedy=f"Copy {path.name} and {path.name}-journal together to a folder that can be written and open it "
            "there.",
        ) from error
    try:
        connect(path, data_key=data_key, base=base, writable=True).close()
    finally:
        lock.release()


def _version(connection: apsw.Connection, path: Path, base: str) -> int:
    version = version_of(connection)
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").get
    if version == 0 or not tables:
        raise damaged(path, "there is nothing in it")
    page = int(connection.pragma("page_size"))
    if database_bytes(path, base=base) % page:
        # SQLite reads a cut last page as if the rest were zero and says nothing until that page is needed.
        raise damaged(path, "it ends in the middle of a page")
    return version


def _check_readable(connection: apsw.Connection, path: Path, version: int) -> None:
    row = connection.execute("SELECT value FROM meta WHERE key = 'readable_from'").fetchone()
    needed = int(str(row[0])) if row is not None else version
    if needed > VERSION:
        raise StudyError(
            f"{path.name} was written by a newer VidEmo Studio (tables {version}; this program reads up to {VERSION}).",
            remedy="Install the newer version to open it; the file was not touched.",
        )


def _migrated_in_memory(connection: apsw.Connection) -> apsw.Connection:
    """An older study that may only be read: its newer form lives in memory, never in a temporary file."""
    memory = apsw.Connection(":memory:")
    memory.deserialize("main", connection.serialize("main"))
    connection.close()
    migrate(memory)
    return memory


def _upgrade(study: Study, version: int) -> None:
    backup = keep_backup(study, why=f"before-version-{VERSION}")
    with told(study.path):
        made = migrate(study.connection)
    study.report("migrated", {"from": version, "to": list(made), "backup": backup.name})


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise StudyError(f"{path} is there already; nothing was overwritten.", remedy="Choose another name.")


def restore_study(
    path: Path, *, secret: str | None, backup: Path | None = None, circumstances: Circumstances | None = None
) -> tuple[Path, Path | None]:
    """Restores a study from a backup and writes that down; returns the backup and where the old file went.

    Raises `StudyError` as `core.project.backups.restore` does.
    """
    circumstances = replace(circumstances or Circumstances(), report_opening=False)
    chosen, aside = restore(path, secret=secret, backup=backup, base=circumstances.base)
    with open_study(path, secret=secret, circumstances=circumstances) as study:
        # The first entry behind the backup's log: verification knows by it where older backups went another way.
        study.report("restored", {"from": chosen.name, "old file": None if aside is None else aside.name})
    return chosen, aside
