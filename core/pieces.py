"""Where the finished pieces of one long job lie until the whole is done. In: bytes by number. Out: the same, later.

Two places: `FolderPieces` here, below an output folder and not encrypted, and `core.project.jobs.StudyPieces` inside a
study. The pipeline calls a place in the one thread that drives its stage, so a place that belongs to another thread
need only hand `begin` and `add` over to it. Must not know: what a piece holds.
"""

import hashlib
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from core.errors import OutputError

UNFINISHED = ".videmo-unfinished"
"""Folder below the output that holds finished pieces."""


class Pieces(Protocol):
    """A place for finished pieces. Its methods raise `ExpectedError` where it cannot be read or written."""

    def begin(self, key: str, *, resume: bool) -> dict[int, bytes]:
        """The pieces that an interrupted run of the same job left, where it is resumed; all others are thrown away.

        `key`: everything the result depends on, in any spelling; with another key it is another job.
        """
        ...

    def add(self, ordinal: int, body: bytes) -> None:
        """Keeps one finished piece, safe from a crash when this returns; replaces one of the same number."""
        ...

    def clear(self) -> None:
        """Throws all pieces away: the result is where it belongs."""
        ...


class FolderPieces:
    """Files below an output folder."""

    def __init__(self, out: Path) -> None:
        self._root = out / UNFINISHED
        self._folder = self._root

    def begin(self, key: str, *, resume: bool) -> dict[int, bytes]:
        """See `Pieces`. Raises `OutputError`."""
        self._folder = self._root / hashlib.sha256(key.encode()).hexdigest()[:16]
        try:
            if self._root.exists() and not (resume and self._folder.exists()):
                shutil.rmtree(self._root)
            self._folder.mkdir(parents=True, exist_ok=True)
            return {int(path.stem): path.read_bytes() for path in sorted(self._folder.glob("*.piece"))}
        except OSError as error:
            raise self._refused(error) from error

    def add(self, ordinal: int, body: bytes) -> None:
        """See `Pieces`. Raises `OutputError`."""
        part = self._folder / f"{ordinal}.part"
        try:
            with part.open("wb") as file:
                file.write(body)
                file.flush()
                os.fsync(file.fileno())
            part.replace(part.with_suffix(".piece"))
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise self._refused(error) from error

    def clear(self) -> None:
        """See `Pieces`. Raises `OutputError`."""
        try:
            shutil.rmtree(self._root)
        except OSError as error:
            raise self._refused(error) from error

    def _refused(self, error: OSError) -> OutputError:
        return OutputError(
            f"Unfinished work cannot be kept in {self._root} ({error.strerror}).",
            remedy="Free some space there or choose another folder with --out.",
        )
