"""What can go wrong with a study file, each as a sentence and a way on. In: errors of SQLite and of the system.

Nothing here repairs or overwrites anything. An error that is none of these is a fault of the program and passes.
"""

import errno
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import apsw

from core.errors import ExpectedError


class StudyError(ExpectedError):
    """A study that cannot be opened, read or written."""


class WrongPassphraseError(StudyError):
    """The passphrase, recovery key or keychain entry does not open this study."""


class DamagedError(StudyError):
    """Bytes of the study are not what was written."""


class ForeignFileError(StudyError):
    """Not a study: another program's file."""


class ReadOnlyStudyError(StudyError):
    """The study is open for reading only."""


class ConsentError(StudyError):
    """The people under study have not allowed this."""


class PurposeError(StudyError):
    """A use that the law forbids or that nobody declared."""


class BlindError(StudyError):
    """A blind rater asked for what they must not see."""


class NotFoundError(StudyError):
    """The study holds no such record."""


BACKUPS_REMEDY = "`videmo study restore` brings back the newest backup that is whole; this file stays as it is."


def damaged(path: Path, what: str) -> DamagedError:
    """The failure for bytes that do not fit; `what` completes "The study FILE is damaged: …"."""
    return DamagedError(f"The study {path.name} is damaged: {what}.", remedy=BACKUPS_REMEDY)


@contextmanager
def told(path: Path) -> Generator[None]:
    """Turns SQLite's and the system's errors about `path` into `StudyError`s. Programming errors pass unchanged."""
    try:
        yield
    except apsw.Error as error:
        failure = _of_sqlite(error, path)
        if failure is None:
            raise
        raise failure from error
    except OSError as error:
        raise of_system(error, path) from error


def of_system(error: OSError, path: Path) -> StudyError:
    """The sentence for an error of the file system."""
    name = path.name
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return StudyError(f"The disk is full, so {name} could not be written.", remedy=FULL_REMEDY)
        case errno.EROFS | errno.EACCES | errno.EPERM:
            return ReadOnlyStudyError(
                f"{name} or its folder may not be written.",
                remedy="Copy the study to a folder of yours, or open it for reading with --read-only.",
            )
        case errno.ENOENT | errno.ENOTDIR | errno.ESTALE | errno.ENODEV:
            return StudyError(
                f"{path} is not there.", remedy="Look whether the disk or network share is connected, then try again."
            )
        case _:
            return StudyError(f"{name} cannot be read or written ({error.strerror or error}).", remedy=DISK_REMEDY)


FULL_REMEDY = "Make room on the disk and repeat the last step; everything before it is saved."
DISK_REMEDY = (
    "Look whether the disk or network share is connected and healthy, then repeat the last step; everything that "
    "was reported as saved is saved."
)


def _of_sqlite(error: apsw.Error, path: Path) -> StudyError | None:
    name = path.name
    if isinstance(error, apsw.FullError):
        return StudyError(f"The disk is full, so {name} could not be written.", remedy=FULL_REMEDY)
    if isinstance(error, (apsw.CorruptError, apsw.NotADBError)):
        return damaged(path, "part of it is not what was written")
    if isinstance(error, (apsw.BusyError, apsw.LockedError)):
        return StudyError(
            f"Another program is using {name} just now.", remedy="Close it there, or try again in a moment."
        )
    if isinstance(error, (apsw.ReadOnlyError, apsw.PermissionsError)):
        return ReadOnlyStudyError(
            f"{name} cannot be written where it lies.",
            remedy="Copy the study, with a file of the same name ending in -journal if there is one, to a folder that "
            "can be written, and open it there.",
        )
    if isinstance(error, apsw.CantOpenError):
        return StudyError(
            f"{name} or its journal cannot be opened.",
            remedy="Look whether its folder is there and can be written, then try again.",
        )
    if isinstance(error, apsw.IOError):
        cause = error.__cause__ or error.__context__
        if isinstance(cause, OSError):
            return of_system(cause, path)
        return StudyError(f"The disk reported an error while {name} was in use.", remedy=DISK_REMEDY)
    return None
