"""Who may write a study just now. In: its path. Out: the right to write, or who has it.

A lock of the operating system on a small file beside the study, which is gone when the study is closed: the system
takes the lock back when a process dies, however it dies, so a crash never leaves a study locked. The file says who
holds it. It names the user account and the computer and nothing of the study.
"""

import getpass
import json
import os
import platform
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a study open for writing."""

    user: str
    computer: str
    process: int
    since: str
    """UTC, ISO 8601."""

    def __str__(self) -> str:
        return f"{self.user} on {self.computer} (process {self.process}, since {self.since})"


class HeldError(Exception):
    """Somebody else holds the lock; `holder` is None where they cannot be made out."""

    def __init__(self, holder: Holder | None) -> None:
        super().__init__(str(holder))
        self.holder = holder


class NoLockError(Exception):
    """The folder cannot be written or its file system knows no locks."""


class WriteLock:
    """The right to write one study. Raises `HeldError` or `NoLockError` when it cannot be had."""

    def __init__(self, study: Path) -> None:
        self._path = lock_path(study)
        while True:
            try:
                self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            except OSError as error:
                raise NoLockError(str(error)) from error
            try:
                _lock(self._handle)
            except BlockingIOError as error:
                holder = _read(self._handle)
                os.close(self._handle)
                raise HeldError(holder) from error
            except OSError as error:
                os.close(self._handle)
                raise NoLockError(str(error)) from error
            if _same(self._handle, self._path):
                break
            os.close(self._handle)  # the last holder removed the file between our opening and locking it
        me = Holder(account(), platform.node(), os.getpid(), datetime.now(UTC).isoformat(timespec="seconds"))
        text = json.dumps({"user": me.user, "computer": me.computer, "process": me.process, "since": me.since})
        try:
            os.lseek(self._handle, LOCKED_BYTES, os.SEEK_SET)
            os.truncate(self._handle, LOCKED_BYTES) if sys.platform != "win32" else None
            os.write(self._handle, text.encode())
        except OSError as error:  # a disk without room for a name
            self.release()
            raise NoLockError(str(error)) from error

    def release(self) -> None:
        """Gives the right back."""
        if sys.platform != "win32":
            self._path.unlink(missing_ok=True)
        os.close(self._handle)
        if sys.platform == "win32":
            try:
                self._path.unlink(missing_ok=True)
            except PermissionError:  # somebody has opened it since; it is theirs to remove
                return


def holder_of(study: Path) -> Holder | None:
    """Who holds the lock now; None where nobody does. Raises `NoLockError` where that cannot be told.

    Takes the lock for an instant: who wants it for good tries again after a moment.
    """
    try:
        handle = os.open(lock_path(study), os.O_RDWR)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise NoLockError(str(error)) from error
    try:
        _lock(handle)
    except BlockingIOError:
        return _read(handle) or Holder("somebody", "this computer", 0, "")
    except OSError as error:
        raise NoLockError(str(error)) from error
    finally:
        os.close(handle)
    return None


LOCKED_BYTES = 1
"""The first byte is locked; Windows lets nobody read a locked byte, so the holder's name stands behind it."""


def lock_path(study: Path) -> Path:
    """The lock file of a study."""
    return study.with_name(f".{study.name}.lock")


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        os.lseek(handle, 0, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, LOCKED_BYTES)
        except PermissionError as error:
            raise BlockingIOError from error
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _same(handle: int, path: Path) -> bool:
    try:
        there = path.stat()
    except FileNotFoundError:
        return False
    here = os.fstat(handle)
    return (here.st_dev, here.st_ino) == (there.st_dev, there.st_ino)


def _read(handle: int) -> Holder | None:
    os.lseek(handle, LOCKED_BYTES, os.SEEK_SET)
    try:
        plain = cast(dict[str, Any], json.loads(os.read(handle, 4096)))
        return Holder(str(plain["user"]), str(plain["computer"]), int(plain["process"]), str(plain["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def account() -> str:
    """The user account, or a word for it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name, as in some containers
        return "somebody"
