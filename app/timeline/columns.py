"""Spans of one lane as pixel columns. In: spans with a code and a height. Out: per column a code, a height, a share.

However many spans share one column, the code with most of its time is drawn, and the share that is not assessable is
always told: nothing missing disappears in an overview. Plain numpy; must not know: Qt, what a code stands for.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NONE = -1
"""The code of a column in which nothing is."""
GAP_FROM = 5
"""From this many device pixels on, neighbouring spans are drawn with a gap between them."""


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """What a lane shows, column by column of the device."""

    code: NDArray[np.int16]
    """(w,) `NONE` where nothing is."""
    height: NDArray[np.float32]
    """(w,) in [0, 1]."""
    missing: NDArray[np.float32]
    """(w,) share of the column's time under the code that stands for missing."""
    first: NDArray[np.int64]
    """Columns in which a span begins that is wide enough to be seen by itself."""
    last: NDArray[np.int64]
    """And those in which it ends."""


class Spans:
    """Spans of one lane in order of time, none over another (a later one cuts an earlier one short)."""

    def __init__(
        self,
        starts_s: Sequence[float] | NDArray[np.float64],
        ends_s: Sequence[float] | NDArray[np.float64],
        codes: Sequence[int],
        heights: Sequence[float],
        *,
        missing: int,
    ) -> None:
        self.starts_s = np.asarray(starts_s, np.float64)
        self.ends_s = np.asarray(ends_s, np.float64)
        if len(self.starts_s) > 1:
            self.ends_s = np.minimum(self.ends_s, np.append(self.starts_s[1:], np.inf))
        self.codes = np.asarray(codes, np.int16)
        self.heights = np.asarray(heights, np.float32)
        self._missing = missing
        self._own, self._index = np.unique(self.codes, return_inverse=True)
        """The codes that occur, and which of them each span has."""

    def __len__(self) -> int:
        return len(self.starts_s)

    def visible(self, start_s: float, end_s: float) -> tuple[int, int]:
        """First and last (not included) of the spans that touch a stretch of time."""
        first = int(np.searchsorted(self.ends_s, start_s, "right"))
        return first, max(first, int(np.searchsorted(self.starts_s, end_s, "left")))

    def at(self, time_s: float) -> int | None:
        """Which span a time lies in."""
        place = int(np.searchsorted(self.starts_s, time_s, "right")) - 1
        return place if place >= 0 and time_s < self.ends_s[place] else None

    def columns(self, edges: NDArray[np.float64]) -> Columns:
        """The spans over columns with these borders (w + 1 seconds, evenly spaced)."""
        width = len(edges) - 1
        step = (edges[-1] - edges[0]) / max(1, width)
        first, last = self.visible(float(edges[0]), float(edges[-1]))
        lengths = self.ends_s[first:last] - self.starts_s[first:last]
        empty = np.zeros(0, np.int64)
        if first == last:
            return Columns(
                np.full(width, NONE, np.int16), np.zeros(width, np.float32), np.zeros(width, np.float32), empty, empty
            )
        dense = float(lengths.min()) < 1.5 * step
        code, height, missing = self._by_share(edges, first, last) if dense else self._by_middle(edges, step)
        wide = np.flatnonzero(lengths >= GAP_FROM * step) + first
        begins = np.ceil((self.starts_s[wide] - edges[0]) / step - 0.5).astype(np.int64)
        ends = np.ceil((self.ends_s[wide] - edges[0]) / step - 0.5).astype(np.int64) - 1
        return Columns(code, height, missing, begins, ends)

    def _by_middle(
        self, edges: NDArray[np.float64], step: float
    ) -> tuple[NDArray[np.int16], NDArray[np.float32], NDArray[np.float32]]:
        middle = edges[:-1] + step / 2
        place = np.searchsorted(self.starts_s, middle, "right") - 1
        there = (place >= 0) & (middle < self.ends_s[place])
        code = np.where(there, self.codes[place], NONE).astype(np.int16)
        return code, np.where(there, self.heights[place], 0).astype(np.float32), (code == self._missing) * np.float32(1)

    def _by_share(
        self, edges: NDArray[np.float64], first: int, last: int
    ) -> tuple[NDArray[np.int16], NDArray[np.float32], NDArray[np.float32]]:
        """Cuts the visible spans at the columns' borders, and adds up the pieces by column and code."""
        starts, ends = self.starts_s[first:last], self.ends_s[first:last]
        cuts = np.sort(np.concatenate([edges, starts.clip(edges[0], edges[-1]), ends.clip(edges[0], edges[-1])]))
        lengths, middle = np.diff(cuts), (cuts[:-1] + cuts[1:]) / 2
        place = np.searchsorted(starts, middle, "right") - 1
        inside = np.flatnonzero((lengths > 0) & (place >= 0) & (middle < ends[place]))
        place, lengths = place[inside], lengths[inside]
        column = np.minimum(np.searchsorted(edges, middle[inside], "right") - 1, len(edges) - 2)
        cell = self._index[first:last][place] * (len(edges) - 1) + column
        room = (len(self._own), len(edges) - 1)
        share = np.bincount(cell, lengths, room[0] * room[1]).reshape(room)
        level = np.bincount(cell, lengths * self.heights[first:last][place], room[0] * room[1]).reshape(room)
        best = share.argmax(axis=0)
        columns = np.arange(room[1])
        most = share[best, columns]
        code = np.where(most > 1e-9, self._own[best], NONE).astype(np.int16)
        height = np.divide(level[best, columns], most, out=np.zeros_like(most), where=most > 1e-9).astype(np.float32)
        missing = np.zeros(room[1], np.float32)
        for row in np.flatnonzero(self._own == self._missing):
            missing = (share[row] / (edges[1] - edges[0])).clip(0, 1).astype(np.float32)
            missing[missing < 1e-6] = 0
        return code, height, missing
