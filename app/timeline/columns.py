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
        self._sums = {int(code): self._cumulated(code) for code in np.unique(self.codes)}

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
        code, height, missing = self._by_share(edges) if dense else self._by_middle(edges, step)
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
        self, edges: NDArray[np.float64]
    ) -> tuple[NDArray[np.int16], NDArray[np.float32], NDArray[np.float32]]:
        codes = np.array(list(self._sums), np.int16)
        share = np.empty((len(codes), len(edges) - 1))
        level = np.empty_like(share)
        for row, (knots, time_s, weight) in enumerate(self._sums.values()):
            share[row] = np.diff(np.interp(edges, knots, time_s))
            level[row] = np.diff(np.interp(edges, knots, weight))
        best = share.argmax(axis=0)
        columns = np.arange(share.shape[1])
        most = share[best, columns]
        code = np.where(most > 1e-9, codes[best], NONE).astype(np.int16)
        height = np.divide(level[best, columns], most, out=np.zeros_like(most), where=most > 1e-9).astype(np.float32)
        missing = np.zeros(len(most), np.float32)
        if self._missing in self._sums:
            row = list(self._sums).index(self._missing)
            missing = (share[row] / (edges[1] - edges[0])).clip(0, 1).astype(np.float32)
            missing[missing < 1e-6] = 0
        return code, height, missing

    def _cumulated(self, code: int) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """Times, and up to each the seconds under the code, and those weighted by height: straight in between."""
        own = self.codes == code
        starts, ends = self.starts_s[own], self.ends_s[own]
        knots = np.stack([starts, ends], axis=1).ravel()
        lengths = ends - starts
        after = np.cumsum(lengths)
        weighted = np.cumsum(lengths * self.heights[own])
        before = np.concatenate([[0.0], after[:-1]])
        before_weighted = np.concatenate([[0.0], weighted[:-1]])
        return (
            knots,
            np.stack([before, after], axis=1).ravel(),
            np.stack([before_weighted, weighted], axis=1).ravel(),
        )
