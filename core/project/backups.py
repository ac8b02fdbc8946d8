"""Rolling backups. In: an open study. Out: verified copies in a folder beside it, the newest and one a day or week.

A copy is the file byte for byte, header and cipher included, taken under a read lock, so it is protected as the study
is and opens with the same secrets. It is written under another name, opened and read to its last page, and only then
gets its name. Names sort by the number of the last log entry, not by the clock, which can be set back.
"""

import glob
import re
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import apsw

from core.progress import Progress, Stage, finish
from core.project import audit
from core.project.connection import connect
from core.project.container import copying, destroy_header, discard, read_header, sync_folder, system_base, write_header
from core.project.failures import DamagedError, StudyError, damaged, of_system, told
from core.project.header import Header
from core.project.holder import HeldError, WriteLock
from core.project.study import Study
from core.project.vault import unlock

NEWEST = 5
"""So many are kept whatever their age."""
DAILY = timedelta(days=14)
"""Behind them, the last one of each day this long,"""
WEEKLY = timedelta(days=182)
"""and the last one of each week this long."""
EVERY = timedelta(hours=4)
"""A study that is being changed gets a backup this often."""
_NAME = re.compile(r"(\d{9})-(\d{8}T\d{6}Z)-([a-z0-9-]+)\.vemo")
_PARTIAL = re.compile(r"\.[0-9a-f]{8}\.partial(-journal)?")


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy."""

    path: Path
    entries: int
    """Number of entries in its audit log: later means more."""
    made: datetime
    why: str

    @property
    def name(self) -> str:
        """File name."""
        return self.path.name


def backups_folder(study: Path) -> Path:
    """Where the backups of a study lie."""
    return study.with_name(study.name + ".backups")


def list_backups(study: Path) -> tuple[Backup, ...]:
    """The backups of a study, oldest first; other files in the folder are passed over. Raises `StudyError`."""
    folder = backups_folder(study)
    found: list[Backup] = []
    try:
        for path in folder.iterdir() if folder.is_dir() else ():
            match = _NAME.fullmatch(path.name)
            if match is not None:
                made = datetime.strptime(match[2] + "+0000", "%Y%m%dT%H%M%SZ%z")
                found.append(Backup(path, int(match[1]), made, match[3]))
    except OSError as error:
        raise of_system(error, folder) from error
    return tuple(sorted(found, key=lambda backup: (backup.entries, backup.path.name)))


def is_backup(path: Path) -> bool:
    """Whether the file is a backup where backups lie; one that was copied elsewhere is a study like any other."""
    return path.parent.name.endswith(".backups") and _NAME.fullmatch(path.name) is not None


def backup_due(study: Study) -> bool:
    """Whether the study was changed since its newest backup and that is old enough."""
    newest = list_backups(study.path)[-1:]
    if not newest:
        return True
    changed = audit.end_of(study.connection).entries > newest[0].entries + 1
    return changed and abs(study.now() - newest[0].made) >= EVERY


def keep_backup(study: Study, *, why: str = "by-hand") -> Backup:
    """`backing_up` to its end."""
    return finish(backing_up(study, why=why))


def backing_up(study: Study, *, why: str = "by-hand") -> Stage[Backup]:
    """Makes and verifies a backup, then lets the oldest go. `why`: a word of small letters and hyphens.

    Nothing may change the study between two steps: the same lane does both. Raises `StudyError`; then there is no new
    backup and every old one is still there.
    """
    folder = backups_folder(study.path)
    with told(folder):
        folder.mkdir(exist_ok=True)
        for left in folder.iterdir():  # what a killed program left half written
            if _PARTIAL.fullmatch(left.name):
                left.unlink()
    partial = folder / f".{secrets.token_hex(4)}.partial"
    try:
        with study.reading():
            end = audit.end_of(study.connection)  # its query takes the read lock before the copy begins
            yield from copying(study.path, partial, base=study.base)
        yield Progress("reading the backup to its last page", 0, 1, "backups")
        check_copy(partial, data_key=study.data_key, end=end, base=study.base, of=study.path)
        made = study.now()
        path = folder / f"{end.entries:09d}-{made:%Y%m%dT%H%M%SZ}-{why}.vemo"
        with told(path):
            partial.replace(path)
            sync_folder(folder)
    except DamagedError as error:
        raise StudyError(
            f"A copy of {study.path.name} does not read back whole, so it was not kept as a backup.",
            remedy="`videmo study verify` tells whether the study itself is damaged; earlier backups are untouched.",
        ) from error
    finally:
        discard(partial)
    if study.writable:
        study.report("backed up", {"file": path.name, "end": str(end)})
    _let_go(study.path, now=made)
    return Backup(path, end.entries, made, why)


def check_copy(
    path: Path, *, data_key: bytes | None, end: audit.End | None, base: str, of: Path | None = None
) -> audit.End:
    """Reads a copy to its last page and compares the end of its log. Raises `StudyError` where anything is amiss.

    `of`: the study that was just copied, and so what is damaged if the copy is.
    """
    shown = of or path
    with told(shown):
        connection = connect(path, data_key=data_key, base=base, writable=False)
        try:
            verdict = connection.pragma("integrity_check")
            found = audit.end_of(connection)
        except (apsw.SQLError, apsw.IOError) as error:
            raise damaged(shown, "it cannot be read to its end") from error
        finally:
            connection.close()
    if verdict != "ok":
        raise damaged(shown, "its pages do not fit together")
    if end is not None and found != end:
        raise damaged(path, "it does not hold what the study holds")
    return found


def to_keep(backups: Sequence[Backup], *, now: datetime) -> frozenset[Path]:
    """Which of the backups stay: the newest, one a day, one a week. Never none, and never one from the future."""
    kept = {backup.path for backup in backups[-NEWEST:]}
    days: dict[str, Path] = {}
    weeks: dict[str, Path] = {}
    for backup in backups:  # oldest first, so the last of a day or week is what remains
        age = now - backup.made
        if age < timedelta(0):
            kept.add(backup.path)
        elif age <= DAILY:
            days[f"{backup.made:%Y-%j}"] = backup.path
        elif age <= WEEKLY:
            weeks[f"{backup.made:%G-%V}"] = backup.path
    return frozenset(kept | set(days.values()) | set(weeks.values()))


def _let_go(study: Path, *, now: datetime) -> None:
    backups = list_backups(study)
    kept = to_keep(backups, now=now)
    with told(backups_folder(study)):
        for backup in backups:
            if backup.path not in kept:
                backup.path.unlink(missing_ok=True)


def restore(study: Path, *, secret: str | None, backup: Path | None = None, base: str = "") -> tuple[Path, Path | None]:
    """Puts a backup in the study's place: the named one or the newest that is whole. Returns it and where the old
    file went, which is kept beside it whatever its state.

    Raises `StudyError` where somebody has the study open, no backup is whole, or the secret opens none.
    """
    base, study = base or system_base(), study.resolve()
    try:
        lock = WriteLock(study)
    except HeldError as held:
        raise StudyError(
            f"{study.name} is open: {held.holder or 'by another program'}.", remedy="Close it there first."
        ) from held
    try:
        chosen = _first_whole(study, secret=secret, wanted=backup, base=base)
        fresh = study.with_name(f".{study.name}.{secrets.token_hex(4)}.restored")
        aside = None
        try:
            finish(copying(chosen, fresh, base=base))
            with told(study):
                aside = _put_aside(study)
                fresh.replace(study)
                sync_folder(study.parent)
        finally:
            discard(fresh)
    finally:
        lock.release()
    return chosen, aside


def _put_aside(study: Path) -> Path | None:
    """A second name for the old file, with its journal, before the backup takes its place in one step."""
    journal = study.with_name(study.name + "-journal")
    if not study.exists():
        journal.unlink(missing_ok=True)
        return None
    aside = _free_name(study)
    try:
        aside.hardlink_to(study)
    except OSError:  # a file system without links, as on some memory sticks
        shutil.copyfile(study, aside)
    if journal.exists():
        # The journal belongs to the old file. Left behind it would be played into the backup.
        shutil.copyfile(journal, aside.with_name(aside.name + "-journal"))
        sync_folder(study.parent)
        journal.unlink()
    return aside


def _first_whole(study: Path, *, secret: str | None, wanted: Path | None, base: str) -> Path:
    candidates = [wanted] if wanted is not None else [backup.path for backup in list_backups(study)[::-1]]
    refusal: StudyError | None = None
    for candidate in candidates:
        try:
            header = read_header(candidate, base=base).header
            check_copy(candidate, data_key=_key(header, secret, candidate), end=None, base=base)
        except StudyError as error:
            refusal = error
            continue
        return candidate
    raise StudyError(
        f"No backup of {study.name} can be restored"
        + (f" ({refusal.problem})" if refusal else " (there is none)")
        + ".",
        remedy=f"Backups lie in {backups_folder(study)}; another copy can be named with --from.",
    )


def _key(header: Header, secret: str | None, path: Path) -> bytes | None:
    if not header.encrypted:
        return None
    key = None if secret is None else unlock(header.slots, secret, study=header.study)
    if key is None:
        raise StudyError(f"This passphrase does not open {path.name}.", remedy="Give the one it was made with.")
    return key


def _free_name(study: Path) -> Path:
    number = 1
    while True:
        path = study.with_name(f"{study.stem}.before-restore-{number}{study.suffix}")
        if not path.exists():
            return path
        number += 1


def put_aside(study: Path) -> tuple[Path, ...]:
    """The files that gave way to a restored backup and are kept beside the study. Raises `StudyError`."""
    with told(study.parent):
        return tuple(sorted(study.parent.glob(f"{glob.escape(study.stem)}.before-restore-*{study.suffix}")))


def rewrap_backups(study: Study) -> tuple[str, ...]:
    """Gives every backup, and what a restored one replaced, the study's present key slots: no old passphrase opens it.

    Returns the names of those that could not be changed.
    """
    failed: list[str] = []
    try:
        copies = [*(backup.path for backup in list_backups(study.path)), *put_aside(study.path)]
    except StudyError:
        return (backups_folder(study.path).name,)
    for path in copies:
        try:
            old = read_header(path, base=study.base).header
            if old.study == study.header.study:
                write_header(path, study.header, base=study.base)
        except StudyError:
            failed.append(path.name)
    return tuple(failed)


def destroy_backups(study: Path, *, base: str) -> int:
    """Destroys the key slots of every backup, removes them and their folder; returns how many. Raises `StudyError`."""
    backups = list_backups(study)
    for backup in backups:
        destroy_header(backup.path, base=base)
        with told(backup.path):
            backup.path.unlink()
    folder = backups_folder(study)
    with told(folder):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return len(backups)
