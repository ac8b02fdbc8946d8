"""Cuts a person's time into spans worth one reading each.

Comes in: signals on a regular grid, where the face is present and usable, the shot cuts. Goes out: spans with the
reason why each begins where it does. Knows nothing of faces or emotions: a signal is a column of numbers.

Change points are the exact optimum of a penalised least-squares fit of piecewise constant signals (optimal
partitioning: Jackson et al., IEEE Signal Processing Letters 12(2), 2005), so the result does not depend on where a
search began, on the frame rate or on chance.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.records.analysis import Reason
from core.records.moment import Span


@dataclass(frozen=True, slots=True)
class SegmentRule:
    """Thresholds of the cutting rule."""

    shortest_s: float = 0.8
    """No change point closer than this to another one."""
    longest_s: float = 8.0
    """A span longer than this is divided into equal parts (16 frames at 2 per second: what VidEmo takes at once)."""
    penalty: float = 14.0
    """What one more change point must save in summed squared deviation, in units of the signals' noise."""
    memory_s: float = 60.0
    """A span without a change point never grows beyond this before it is divided."""
    shortest_state_s: float = 0.5
    """A face that comes, goes or becomes unusable for less than this does not cut."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A span and why it begins where it does."""

    span: Span
    reason: Reason
    present: bool
    """Whether the face is in the picture for most of the span."""


def cut_segments(
    signals: NDArray[np.float64],
    *,
    step_s: float,
    start_s: float,
    present: NDArray[np.bool_],
    usable: NDArray[np.bool_],
    cuts_s: tuple[float, ...],
    rule: SegmentRule,
) -> tuple[Cut, ...]:
    """Spans that cover one person's time from first to last presence without gap or overlap.

    `signals` is (n, k), each column in units of its own noise (a deviation of 1 is what noise does), NaN where not
    usable; row i stands for the time `start_s + i * step_s` up to the next row. `present` and `usable` are (n,).
    """
    rows = np.flatnonzero(present)
    if rows.size == 0:
        return ()
    first, last = int(rows[0]), int(rows[-1]) + 1
    state = _steady(present.astype(np.int8) + (present & usable), first, last, round(rule.shortest_state_s / step_s))
    borders: dict[int, Reason] = {first: "start" if first == 0 else "face appears"}
    for row in range(first + 1, last):
        if state[row] != state[row - 1]:
            borders[row] = _state_reason(int(state[row - 1]), int(state[row]))
    for cut_s in cuts_s:
        row = int(np.ceil((cut_s - start_s) / step_s - 1e-6))
        if first < row < last:
            borders[row] = "shot cut"
    cuts: list[Cut] = []
    edges = [*sorted(borders), last]
    for low, high in pairwise(edges):
        inner = _change_points(signals[low:high], step_s, rule) if state[low] == 2 else []
        for begin, end, reason in _parts(low, high, inner, borders[low], round(rule.longest_s / step_s)):
            span = Span.between(_time(begin, start_s, step_s), _time(end, start_s, step_s))
            cuts.append(Cut(span, reason, bool(state[low] > 0)))
    return tuple(cuts)


def _time(row: int, start_s: float, step_s: float) -> float:
    return start_s + row * step_s


def _state_reason(before: int, after: int) -> Reason:
    if before == 0:
        return "face appears"
    return "face leaves" if after == 0 else "visibility changes"


def _steady(state: NDArray[np.int8], first: int, last: int, shortest: int) -> NDArray[np.int8]:
    """States (0 absent, 1 present, 2 usable) with runs shorter than `shortest` rows given to the run before."""
    steady = state.copy()
    row = first
    while row < last:
        end = row
        while end < last and state[end] == state[row]:
            end += 1
        if row > first and end - row < shortest:
            steady[row:end] = steady[row - 1]
        row = end
    return steady


def _parts(low: int, high: int, inner: list[int], reason: Reason, longest: int) -> list[tuple[int, int, Reason]]:
    """Rows divided at the inner change points, and what is longer than `longest` into equal parts."""
    parts: list[tuple[int, int, Reason]] = []
    edges = [low, *(low + row for row in inner), high]
    for begin, end in pairwise(edges):
        why: Reason = reason if begin == low else "display changes"
        pieces = -(-(end - begin) // longest)
        bounds = [begin + (end - begin) * piece // pieces for piece in range(pieces + 1)]
        for piece, (a, b) in enumerate(pairwise(bounds)):
            parts.append((a, b, why if piece == 0 else "longest length"))
    return parts


def _change_points(signals: NDArray[np.float64], step_s: float, rule: SegmentRule) -> list[int]:
    """Rows at which the optimal piecewise constant fit changes; each piece is at least `shortest_s` long."""
    rows = len(signals)
    shortest = max(1, round(rule.shortest_s / step_s))
    if rows < 2 * shortest:
        return []
    filled = _filled(signals)
    sums = np.vstack([np.zeros(filled.shape[1]), np.cumsum(filled, axis=0)])
    squares = np.concatenate([[0.0], np.cumsum(np.sum(filled**2, axis=1))])
    memory = max(round(rule.memory_s / step_s), 2 * shortest)
    best = np.full(rows + 1, np.inf)
    best[0] = 0.0
    previous = np.zeros(rows + 1, dtype=np.int64)
    for end in range(shortest, rows + 1):
        begins = np.arange(max(0, end - memory), end - shortest + 1)
        lengths = end - begins
        spread = squares[end] - squares[begins] - np.sum((sums[end] - sums[begins]) ** 2, axis=1) / lengths
        # A longer piece holds more samples, but neighbouring samples are not independent: weigh by time, not count.
        total = best[begins] + spread * step_s * 10.0 + rule.penalty
        choice = int(np.argmin(total))
        best[end], previous[end] = total[choice], begins[choice]
    points: list[int] = []
    end = rows
    while end > 0:
        end = int(previous[end])
        if end > 0:
            points.append(end)
    return points[::-1]


def _filled(signals: NDArray[np.float64]) -> NDArray[np.float64]:
    """Missing values bridged linearly, column by column; a column that is all missing becomes 0 and cuts nothing."""
    filled = np.array(signals, dtype=np.float64)
    rows = np.arange(len(filled))
    for column in filled.T:
        known = np.isfinite(column)
        column[~known] = np.interp(rows[~known], rows[known], column[known]) if known.any() else 0.0
    return filled
