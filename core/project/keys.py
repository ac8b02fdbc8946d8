"""Changing what opens a study, and destroying it. In: an open study and secrets. Out: a new header.

The data key stays, so none of this rewrites the study, and every step is safe against a crash: one whole copy of the
header stands at every instant, with the old slots or with the new. Backups get the new slots too, so that an old
passphrase opens none of them. Copies that somebody made elsewhere keep the slots they have.
"""

from dataclasses import dataclass
from pathlib import Path

from core.project import vault
from core.project.backups import destroy_backups, put_aside, rewrap_backups
from core.project.container import destroy_header, read_header, sync_folder, system_base, write_header
from core.project.failures import DamagedError, StudyError, told
from core.project.header import Header
from core.project.holder import HeldError, NoLockError, WriteLock
from core.project.keychain import Keyring, forget_secret, store_new_secret
from core.project.study import Study

WHAT_A_DISK_KEEPS = (
    "The key slots were overwritten before the file was removed, so the content cannot be read without a copy of "
    "them. A solid-state disk, a snapshot, a sync service or a backup program may still hold such a copy; whoever "
    "also knows the passphrase could then read it. Ask whoever runs them to remove theirs."
)
WHAT_A_DISK_KEEPS_OPEN = (
    "This study was not encrypted. Its file was removed, but its content may stay on the disk until it is written "
    "over, and on a solid-state disk nobody can say when that is. Only encrypting the whole disk, "
    "or destroying it, helps."
)


@dataclass(frozen=True, slots=True)
class Rewrapped:
    """What became of a changed secret."""

    backups_left: tuple[str, ...]
    """Backups that still open with the old one, since they could not be written."""


def change_passphrase(study: Study, passphrase: str, *, strength: vault.Strength | None = None) -> Rewrapped:
    """The study opens with the new passphrase from now on, and not with the old. Raises `UsageError`, `StudyError`."""
    slot = vault.passphrase_slot(_key(study), passphrase, study=study.header.study, strength=strength)
    return _write(study, study.header.with_slot(slot), what="passphrase")


def new_recovery_key(study: Study) -> tuple[str, Rewrapped]:
    """A new recovery key, to be shown once; the old one opens nothing any more. Raises `StudyError`."""
    secret = vault.new_recovery_key()
    slot = vault.random_slot(_key(study), secret, kind="recovery", study=study.header.study)
    return secret, _write(study, study.header.with_slot(slot), what="recovery key")


def remember_in_keychain(study: Study, *, ring: Keyring | None = None) -> None:
    """From now on this computer's keychain opens the study. Raises `StudyError`."""
    key = _key(study)
    secret = store_new_secret(study.header.study, ring=ring)
    slot = vault.random_slot(key, secret, kind="keychain", study=study.header.study)
    _write(study, study.header.with_slot(slot), what="keychain")


def forget_in_keychain(study: Study, *, ring: Keyring | None = None) -> None:
    """The keychain opens the study no more. Raises `StudyError`."""
    _write(study, study.header.without_slot("keychain"), what="keychain forgotten")
    forget_secret(study.header.study, ring=ring)


def _key(study: Study) -> bytes:
    if study.data_key is None:
        raise StudyError(
            "This study is not encrypted, so it has no passphrase.",
            remedy="Export it with `videmo study export-json` and import it into an encrypted one.",
        )
    return study.data_key


def _write(study: Study, header: Header, *, what: str) -> Rewrapped:
    # First the entry in the log, which fails where the study may not be written; then the header, in one step.
    study.report("changed key", {"what": what})
    try:
        study.header = write_header(study.path, header, base=study.base)
    except StudyError as error:
        raise StudyError(
            f"The disk failed while the {what} was being changed. {error.problem}",
            remedy="Close the study and open it with the new one; if that does not open it, the old one does.",
        ) from error
    return Rewrapped(rewrap_backups(study))


def delete_study(path: Path, *, base: str = "", ring: Keyring | None = None) -> str:
    """Destroys the study's key slots and those of its backups, then removes the files. Returns what a disk may keep.

    Needs no passphrase: whoever may remove a file can remove it anyway. Raises `StudyError` where somebody has it open.
    """
    base, path = base or system_base(), path.resolve()
    try:
        header = read_header(path, base=base).header
    except DamagedError:  # what cannot be read any more can still be removed
        header = Header(study="", encrypted=True, slots=(), open_key="")
    try:
        lock = WriteLock(path)
    except HeldError as held:
        raise StudyError(
            f"{path.name} is open: {held.holder or 'by another program'}.", remedy="Close it there first."
        ) from held
    except NoLockError as error:
        raise StudyError(f"{path.name} cannot be removed ({error}).", remedy="Look at the folder's rights.") from error
    try:
        destroy_backups(path, base=base)
        for aside in put_aside(path):
            destroy_header(aside, base=base)
            with told(aside):
                aside.with_name(aside.name + "-journal").unlink(missing_ok=True)
                aside.unlink()
        destroy_header(path, base=base)
        with told(path):
            path.with_name(path.name + "-journal").unlink(missing_ok=True)
            path.unlink()
            sync_folder(path.parent)
    finally:
        lock.release()
    if any(slot.kind == "keychain" for slot in header.slots):
        forget_secret(header.study, ring=ring)
    return WHAT_A_DISK_KEEPS if header.encrypted else WHAT_A_DISK_KEEPS_OPEN
