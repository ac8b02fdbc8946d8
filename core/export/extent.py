"""Where on the page a time lies. Comes in: an `Analysis`. Goes out: shares of the drawn width.

A still picture has no length: everything in it fills the whole width. Must not know: pixels, file formats.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.export.look import FLAGS, LOOKS, MISSING, key_of
from core.records.analysis import Analysis, PersonSummary, Segment
from core.records.moment import Span


@dataclass(frozen=True, slots=True)
class Extent:
    """The drawn stretch of the recording, in seconds after its first frame."""

    start_s: float
    end_s: float

    @classmethod
    def of(cls, analysis: Analysis) -> "Extent":
        """The analysed part of the recording. A still picture has no length, even where its container gives it one."""
        return cls(analysis.span.start_s, analysis.span.start_s if analysis.video.still else analysis.span.end_s)

    @property
    def length_s(self) -> float:
        """Seconds; 0 for a still picture."""
        return max(0.0, self.end_s - self.start_s)

    def share(self, seconds: float) -> float:
        """Where a time lies, from 0 (left border) to 1 (right border)."""
        return min(1.0, max(0.0, (seconds - self.start_s) / self.length_s)) if self.length_s else 0.0

    def shares(self, span: Span) -> tuple[float, float]:
        """Left and right border of a span, from 0 to 1; a still picture's span is the whole width."""
        return (self.share(span.start_s), self.share(span.end_s)) if self.length_s else (0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Patch:
    """A rectangle of a lane, all four borders as shares from 0 to 1; `low` and `high` count from the lane's floor."""

    left: float
    right: float
    low: float
    high: float
    key: str
    """What it shows: a quality flag's key, `good`, a label, `not assessable` or `not read`."""


DENSE = 400
"""From this many segments in one lane on, blocks are too narrow to see and the lane shows shares of time."""


def quality_patches(person: PersonSummary, *, extent: Extent, cells: int = 1200) -> tuple[Patch, ...]:
    """The quality lane over at most `cells` equal cells, each stacked by the share of its samples under each flag.

    Where two flags hold, the first in the order of `FLAGS` counts. Empty without samples in the extent.
    """
    inside = (person.times_s >= extent.start_s) & (person.times_s <= extent.end_s)
    times, flags = person.times_s[inside], person.quality[inside]
    if not len(times):
        return ()
    count = max(1, min(cells, len(times)))
    cell = np.zeros(len(times), dtype=np.int64)
    if extent.length_s:
        cell = np.minimum(((times - extent.start_s) / extent.length_s * count + 1e-6).astype(np.int64), count - 1)
    kind = np.full(len(times), len(FLAGS), dtype=np.int64)
    for rank in range(len(FLAGS) - 1, -1, -1):
        kind[(flags & int(FLAGS[rank].flag)) != 0] = rank
    shares = np.zeros((count, len(FLAGS) + 1))
    np.add.at(shares, (cell, kind), 1.0)
    for n in np.flatnonzero(shares.sum(axis=1) == 0):  # a cell between two samples continues the one before it
        shares[n] = shares[n - 1] if n else shares[cell[0]]
    shares /= shares.sum(axis=1, keepdims=True)
    return _stacked(shares[:, ::-1], keys=("good", *(look.key for look in reversed(FLAGS))))


def display_patches(segments: Sequence[Segment], *, extent: Extent, columns: int) -> tuple[Patch, ...]:
    """A lane too dense for blocks: per column of time the share of it with each label, what has no reading on top.

    What a column leaves open is time without the face in the picture.
    """
    keys = (*LOOKS, *MISSING)
    shares = np.zeros((columns, len(keys)))
    for segment in segments:
        row = keys.index(key_of(segment))
        left, right = (share * columns for share in extent.shares(segment.span))
        for column in range(int(left), min(columns, math.ceil(right))):
            shares[column, row] += min(right, column + 1) - max(left, column)
    return _stacked(np.clip(shares, 0, 1), keys=keys)


def _stacked(shares: NDArray[np.float64], *, keys: Sequence[str]) -> tuple[Patch, ...]:
    """(cells, keys) shares as patches from the floor up; equal neighbours become one patch."""
    count = len(shares)
    changes = np.flatnonzero((np.diff(shares, axis=0) != 0).any(axis=1)) + 1
    patches: list[Patch] = []
    for first, last in pairwise((0, *changes.tolist(), count)):
        low = 0.0
        for key, share in zip(keys, shares[first].tolist(), strict=True):
            if share > 0:
                patches.append(Patch(first / count, last / count, low, min(1.0, low + share), key))
                low += share
    return tuple(patches)
