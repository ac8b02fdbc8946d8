"""The models folder: what is there, whether it is the right file, and the one way a new file gets in.

Comes in: entries of the catalogue. Goes out: paths whose SHA-256 was computed in this process. Opens no connection.
"""

import errno
import hashlib
import os
import pickletools
import re
import zipfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from core.errors import ModelError
from core.models.entries import PICKLE_SUFFIXES, Entry, SourceError, catalogue, entry
from core.progress import Progress, Stage, finish
from core.settings import HOME_VARIABLE, models_folder

CHUNK = 1 << 20
MEGABYTE = 1_000_000

State = Literal["here", "missing", "wrong"]
"""`wrong`: a file of that name is there, but it is not the one the catalogue names."""

_known: dict[tuple[str, int, int, int], str] = {}
"""SHA-256 by path, size, modification time and inode: a file is hashed once per process as long as it stays put."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` found for one entry."""

    entry: Entry
    path: Path
    state: State
    found: str
    """SHA-256 of the file that is there; empty where none is."""


def path_of(wanted: Entry) -> Path:
    """Where an entry's file is kept, there or not."""
    return models_folder() / wanted.file


def state(wanted: Entry) -> State:
    """Whether an entry's file is there, told by its size alone: quick, for lists."""
    try:
        return "here" if path_of(wanted).stat().st_size == wanted.bytes else "wrong"
    except OSError:
        return "missing"


def locate(name: str, *, entries: Sequence[Entry] | None = None) -> Path:
    """The path of an entry's file, its SHA-256 checked. Raises `ModelError` with the command that mends it."""
    wanted = entry(name, entries=entries)
    path = path_of(wanted)
    mend = f"Run: videmo models fetch {name}"
    if not path.is_file():
        raise ModelError(f"{wanted.title} ({name}) is not on this computer.", remedy=mend)
    found = finish(digest(path, stage=f"checking {name}"))
    if found != wanted.sha256:
        raise ModelError(
            f"{path} is not the file the catalogue names: its SHA-256 is {found}, expected {wanted.sha256}.",
            remedy=mend,
        )
    return path


def verify(names: Sequence[str] = (), *, entries: Sequence[Entry] | None = None) -> Stage[tuple[Verdict, ...]]:
    """Computes the SHA-256 of every named file (all of them when no name is given)."""
    known = catalogue() if entries is None else entries
    wanted = tuple(entry(name, entries=known) for name in names) or tuple(known)
    verdicts: list[Verdict] = []
    for item in wanted:
        path = path_of(item)
        found = ""
        if path.is_file():
            found = yield from digest(path, stage=f"checking {item.name}")
        kind: State = "missing" if not found else "here" if found == item.sha256 else "wrong"
        verdicts.append(Verdict(item, path, kind, found))
    return tuple(verdicts)


def digest(path: Path, *, stage: str) -> Stage[str]:
    """SHA-256 of a file, remembered while the file stays as it is. Raises `ModelError` when it cannot be read."""
    try:
        about = path.stat()
        key = (str(path), about.st_size, about.st_mtime_ns, about.st_ino)
        if key not in _known:
            sha = hashlib.sha256()
            with path.open("rb") as file:
                while chunk := file.read(CHUNK):
                    sha.update(chunk)
                    yield Progress(stage, file.tell() / MEGABYTE, about.st_size / MEGABYTE, "MB")
            _known[key] = sha.hexdigest()
    except OSError as failure:
        raise ModelError(
            f"{path} cannot be read ({failure.strerror or failure}).",
            remedy="Check that the file belongs to you and that its disk answers.",
        ) from failure
    return _known[key]


def forget(folder: Path) -> None:
    """Files below a folder are read anew by the next `digest`: a disk's fault changes a file without telling so."""
    for key in [key for key in _known if Path(key[0]).is_relative_to(folder)]:
        del _known[key]


def admit(candidate: Path, wanted: Entry, *, origin: str) -> Stage[Path]:
    """Moves a complete file into its place, if it is the right one; else removes it and raises `SourceError`."""
    found = yield from digest(candidate, stage=f"checking {wanted.name}")
    if found != wanted.sha256:
        candidate.unlink()
        raise SourceError(
            f"{wanted.file} from {origin} is not the file the catalogue names and was thrown away: "
            f"its SHA-256 is {found}, expected {wanted.sha256}"
        )
    if carries_code(candidate):
        candidate.unlink()
        raise SourceError(
            f"{wanted.file} from {origin} is a pickle, which can run code, and was thrown away although its SHA-256 "
            "is right"
        )
    target = path_of(wanted)
    with writing(target.parent):
        sync(candidate)
        candidate.replace(target)
        sync_folder(target.parent)
    return target


def carries_code(path: Path) -> bool:
    """Whether a file is a pickle or a torch checkpoint, whatever its name says."""
    if path.suffix.lower() in PICKLE_SUFFIXES:
        return True
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return any(name.endswith(("data.pkl", ".pickle", ".pkl")) for name in archive.namelist())
    with path.open("rb") as file:
        head = file.read(2)
        if len(head) == 2 and head[0] == 0x80 and 2 <= head[1] <= 5:
            return True
        # Protocols 0 and 1 have no mark of their own: let the standard library try to read the first few steps.
        file.seek(0)
        return _calls_by_name(file.read(4096))


@contextmanager
def writing(folder: Path) -> Generator[None]:
    """Turns what can go wrong when writing below `folder` into a sentence."""
    try:
        yield
    except OSError as failure:
        elsewhere = f"set {HOME_VARIABLE} to a folder on another disk"
        if failure.errno in (errno.ENOSPC, errno.EDQUOT):
            raise ModelError(
                f"The disk that holds {folder} is full.",
                remedy=f"Free some space there, or {elsewhere}, and try again.",
            ) from failure
        raise ModelError(
            f"Nothing can be written to {folder} ({failure.strerror or failure}).",
            remedy=f"Make the folder writable, or {elsewhere}, and try again.",
        ) from failure


def _calls_by_name(head: bytes) -> bool:
    try:
        for step, argument, _ in pickletools.genops(head):
            # Without one of these two a pickle of protocol 0 or 1 can call nothing.
            if step.name in ("GLOBAL", "INST") and re.fullmatch(r"[\w.]+ [\w.]+", str(argument)):
                return True
    except (ValueError, IndexError, KeyError, EOFError):
        return False
    return False


def sync(path: Path) -> None:
    """Has the disk write a file before anything is said about it."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """The same for the names in a folder."""
    if os.name == "nt":  # Windows has no handle for a folder; its rename is in the journal already.
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
