"""Finished stretches where they cost no memory and an interrupted run goes on after them.

Comes in: results by number. Goes out: the same, read again when they are wanted. Must not know: where they lie.
"""

from collections.abc import Iterable, Iterator, MutableMapping

from core.faces.stretch import StretchResult
from core.pieces import Pieces


class KeptStretches(MutableMapping[int, StretchResult]):
    """A mapping whose values lie in a place for pieces, whose failures it passes on."""

    def __init__(self, pieces: Pieces, numbers: Iterable[int]) -> None:
        """Takes up the `numbers` that an interrupted run left; one that was damaged since is worked again."""
        self._pieces = pieces
        self._numbers: set[int] = set()
        for number in numbers:
            try:
                self._numbers.add(self._read(number).index)
            except ValueError:
                continue

    def __getitem__(self, number: int) -> StretchResult:
        if number not in self._numbers:
            raise KeyError(number)
        return self._read(number)

    def __setitem__(self, number: int, result: StretchResult) -> None:
        self._pieces.add(number, result.to_bytes())
        self._numbers.add(number)

    def __delitem__(self, number: int) -> None:
        self._numbers.remove(number)

    def __iter__(self) -> Iterator[int]:
        return iter(sorted(self._numbers))

    def __len__(self) -> int:
        return len(self._numbers)

    def _read(self, number: int) -> StretchResult:
        return StretchResult.from_bytes(self._pieces.read(number))
