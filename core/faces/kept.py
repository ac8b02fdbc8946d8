"""Finished stretches kept in a folder, so that they cost no memory and an interrupted run goes on after them.

Comes in: results by number. Goes out: the same, read again when they are wanted. Must not know: what they hold.
"""

from collections.abc import Iterator, MutableMapping
from pathlib import Path

from core.errors import OutputError
from core.faces.stretch import StretchResult


class StretchFolder(MutableMapping[int, StretchResult]):
    """A mapping whose values lie on the disk, not encrypted; one `.npz` a stretch."""

    def __init__(self, folder: Path) -> None:
        """Takes up what an interrupted run left; a file that was damaged since is removed. Raises `OSError`."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._numbers: set[int] = set()
        for path in folder.glob("*.npz"):
            try:
                self._numbers.add(StretchResult.load(path).index)
            except ValueError:
                path.unlink()

    def __getitem__(self, number: int) -> StretchResult:
        """Raises `KeyError` for one that is not there, `OutputError` for one that can no longer be read."""
        if number not in self._numbers:
            raise KeyError(number)
        try:
            return StretchResult.load(self._path(number))
        except ValueError as error:
            raise OutputError(
                f"Finished work in {self._folder} can no longer be read.",
                remedy="Start again with --resume: what is damaged is worked again.",
            ) from error

    def __setitem__(self, number: int, result: StretchResult) -> None:
        """Raises `OSError` when it cannot be written."""
        result.save(self._path(number))
        self._numbers.add(number)

    def __delitem__(self, number: int) -> None:
        self._numbers.remove(number)
        self._path(number).unlink()

    def __iter__(self) -> Iterator[int]:
        return iter(sorted(self._numbers))

    def __len__(self) -> int:
        return len(self._numbers)

    def _path(self, number: int) -> Path:
        return self._folder / f"{number}.npz"
