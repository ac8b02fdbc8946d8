"""Finished segments where they survive a crash. In: segments by place. Out: the same after an interruption.

Must not know: where the pieces lie.
"""

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from core.pieces import Pieces
from core.project.codec import UnreadableError, canonical, from_plain, to_plain
from core.records.analysis import Segment

FIRST = 1_000_000
"""Number of the piece of the first segment; below lie the stretches of the face pass."""


@dataclass(frozen=True, slots=True)
class Told:
    """One segment that was read."""

    segment: Segment
    halved: bool
    """Whether memory was short, so that it was read with half as many candidates and pictures."""


class KeptSegments:
    """Segments in a place for pieces, whose failures it passes on; without a place nothing is kept."""

    def __init__(self, pieces: Pieces | None, numbers: Iterable[int]) -> None:
        """Takes up those of `numbers` that are segments' which an interrupted run left."""
        self._pieces = pieces
        self._numbers = {number - FIRST for number in numbers if number >= FIRST}

    def get(self, place: int, measured: Segment) -> Told | None:
        """What was told of the segment at that place; None where it is not kept, damaged or another span's."""
        if self._pieces is None or place not in self._numbers:
            return None
        try:
            told = from_plain(json.loads(zlib.decompress(self._pieces.read(FIRST + place))), Told)
        except (ValueError, zlib.error, UnreadableError):
            return None
        same = (told.segment.id, told.segment.person, told.segment.span) == (
            measured.id,
            measured.person,
            measured.span,
        )
        return told if same else None

    def add(self, place: int, told: Told) -> None:
        """Keeps one segment."""
        if self._pieces is not None:
            self._pieces.add(FIRST + place, zlib.compress(canonical(to_plain(told)).encode("utf-8", "surrogatepass")))
