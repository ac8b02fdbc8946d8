"""The file itself: header in front, database behind. In: a path. Out: a header, or a file system for SQLite.

`file_system` registers an SQLite VFS that shows the database without the header in front of it; the cipher sits above
it and never learns of the offset. The header is read and written through SQLite's own file handles: on POSIX systems,
closing a second handle that Python opened would drop every lock that SQLite holds on the file in this process.
Must not know: keys, SQL.
"""

import os
from dataclasses import replace
from pathlib import Path

import apsw

from core.progress import Progress, Stage
from core.project.failures import DamagedError, ForeignFileError, StudyError, told
from core.project.header import (
    COPY_BYTES,
    DESTROYED,
    HEADER_BYTES,
    DestroyedError,
    Header,
    HeaderState,
    NewerFormatError,
    NotAHeaderError,
    OtherProgramError,
    decode,
    encode,
)

SYNC_FULL = apsw.SQLITE_SYNC_FULL
COPY_STEP = 1 << 16
"""Bytes that are copied at a time. SQLite's POSIX file system writes no more than 128 KiB - 1 in one call and takes
what is left for a full disk."""


def system_base() -> str:
    """The name of SQLite's VFS for this operating system."""
    return next(name for name in apsw.vfs_names() if name in ("unix", "win32"))


YIELD_EVERY = 1 << 24
"""Bytes between two cancel points."""


class _BehindHeader(apsw.VFSFile):
    """The database part of a study file."""

    def xRead(self, amount: int, offset: int) -> bytes:
        return super().xRead(amount, offset + HEADER_BYTES)

    def xWrite(self, data: "bytes", offset: int) -> None:
        super().xWrite(data, offset + HEADER_BYTES)

    def xTruncate(self, newsize: int) -> None:
        super().xTruncate(newsize + HEADER_BYTES)

    def xFileSize(self) -> int:
        return max(0, super().xFileSize() - HEADER_BYTES)


class _StudyFileSystem(apsw.VFS):
    def __init__(self, name: str, base: str) -> None:
        super().__init__(name, base, maxpathname=0)
        self._base = base

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:
        kind = _BehindHeader if flags[0] & apsw.SQLITE_OPEN_MAIN_DB else apsw.VFSFile
        return kind(self._base, name, flags)


_registered: dict[str, _StudyFileSystem] = {}


def file_system(base: str) -> str:
    """The name of a VFS for study files above the VFS `base`, registered at the first call."""
    name = f"videmo-{base}"
    if base not in _registered:
        _registered[base] = _StudyFileSystem(name, base)
    return name


class RawFile:
    """A file as it lies on the disk, header and all, through SQLite's own handle. Close it."""

    def __init__(self, path: Path, *, base: str, mode: str) -> None:
        """`mode`: `read`, `write` (it exists) or `new` (it does not)."""
        wanted = {
            "read": apsw.SQLITE_OPEN_READONLY,
            "write": apsw.SQLITE_OPEN_READWRITE,
            "new": apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_EXCLUSIVE,
        }[mode]
        self._file = apsw.VFSFile(base, str(path), [wanted | apsw.SQLITE_OPEN_MAIN_DB, 0])

    def __enter__(self) -> "RawFile":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.xClose()

    @property
    def size(self) -> int:
        """Bytes."""
        return self._file.xFileSize()

    def read(self, offset: int, amount: int) -> bytes:
        """Up to `amount` bytes; fewer at the end of the file."""
        amount = min(amount, max(0, self.size - offset))
        return self._file.xRead(amount, offset) if amount else b""

    def write(self, offset: int, data: bytes) -> None:
        """Writes without waiting for the disk."""
        self._file.xWrite(data, offset)

    def sync(self) -> None:
        """Waits until the disk has it."""
        self._file.xSync(SYNC_FULL)


def read_header(path: Path, *, base: str) -> HeaderState:
    """The header of the study at `path`. Raises `ForeignFileError`, `DamagedError` or another `StudyError`."""
    if path.is_dir():
        raise ForeignFileError(f"{path} is a folder.", remedy="Name the study's file, which ends in .vemo.")
    with told(path):
        path.stat()  # says ENOENT, ESTALE or EACCES in so many words, where SQLite only says "cannot open"
        with RawFile(path, base=base, mode="read") as raw:
            block = raw.read(0, HEADER_BYTES)
            size = raw.size
    try:
        state = decode(block)
    except OtherProgramError as error:
        raise ForeignFileError(
            f"{path.name} is no study of VidEmo Studio: {error}.", remedy="Name a file that ends in .vemo."
        ) from error
    except NewerFormatError as error:
        raise StudyError(
            f"{path.name} was made by a newer VidEmo Studio: {error}.", remedy="Install the newer version to open it."
        ) from error
    except DestroyedError as error:
        raise StudyError(
            f"{path.name} was deleted: {error}.", remedy="It cannot be read any more; remove the file."
        ) from error
    except NotAHeaderError as error:
        raise DamagedError(f"The study {path.name} is damaged: {error}.", remedy=RESTORE) from error
    if size <= HEADER_BYTES:
        raise DamagedError(f"The study {path.name} is damaged: it ends behind its header.", remedy=RESTORE)
    return state


RESTORE = "`videmo study restore` brings back the newest backup that is whole; this file stays as it is."


def database_bytes(path: Path, *, base: str) -> int:
    """Size of the database behind the header. Raises `StudyError`."""
    with told(path), RawFile(path, base=base, mode="read") as raw:
        return max(0, raw.size - HEADER_BYTES)


def write_header(path: Path, header: Header, *, base: str) -> Header:
    """Replaces the header so that at every instant one whole copy stands; returns it with its new number.

    It is on the disk in both copies when this returns: an old passphrase opens nothing any more. Raises `StudyError`.
    """
    state = read_header(path, base=base)
    newer = replace(header, generation=state.header.generation + 1)
    older_copy = 0 if state.stale_copy == 0 else 1
    with told(path), RawFile(path, base=base, mode="write") as raw:
        for copy in (older_copy, 1 - older_copy):
            raw.write(copy * COPY_BYTES, encode(newer))
            raw.sync()
    return newer


def mend_header(path: Path, state: HeaderState, *, base: str) -> None:
    """Writes the copy of the header that a crash left damaged or behind. Raises `StudyError`."""
    if state.stale_copy is None:
        return
    with told(path), RawFile(path, base=base, mode="write") as raw:
        raw.write(state.stale_copy * COPY_BYTES, encode(state.header))
        raw.sync()


def start_file(path: Path, header: Header, *, base: str) -> None:
    """A new file with nothing but a header. Raises `StudyError` where one stands already."""
    with told(path), RawFile(path, base=base, mode="new") as raw:
        raw.write(0, encode(header) * 2)
        raw.sync()


def destroy_header(path: Path, *, base: str) -> None:
    """Overwrites both copies of the key slots. What the disk keeps of them elsewhere is beyond a program's reach."""
    with told(path), RawFile(path, base=base, mode="write") as raw:
        raw.write(0, DESTROYED.ljust(COPY_BYTES, b"\0") * 2)
        raw.sync()


def copying(source: Path, target: Path, *, base: str) -> Stage[None]:
    """Copies byte for byte to a new file and waits for the disk. The caller holds a read transaction on `source`."""
    with told(target), RawFile(source, base=base, mode="read") as old, RawFile(target, base=base, mode="new") as new:
        size, offset = old.size, 0
        while offset < size:
            block = old.read(offset, COPY_STEP)
            new.write(offset, block)
            offset += len(block)
            if offset % YIELD_EVERY < COPY_STEP:
                yield Progress("copying the study", offset / 1e6, size / 1e6, "MB")
        new.sync()


def discard(path: Path) -> None:
    """Removes a half-made file where there is one; a disk that cannot be written holds none and is not asked."""
    if path.exists():
        path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Waits until the disk has the folder's entries; does nothing where the system offers no such thing."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
