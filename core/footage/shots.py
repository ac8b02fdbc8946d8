"""Finds shot cuts. Comes in: time and luma of every decoded frame. Goes out: the times of the first frame after a cut.

The work falls in two parts, so that stretches can be decoded by different workers: a `ShotMeter` turns each frame
into a row of differences to the few frames before it; `joined` puts the rows of neighbouring stretches together,
filling in the differences across the border; `cuts` is a pure function of the joined rows. One run over the whole
recording gives the same rows, so the same cuts.

**Difference** of two frames: 1 - correlation of their 18 by 32 block means, the means removed, with a floor under the
contrast. A change of exposure or a flash that lights the whole room leaves it near 0, another picture brings it
near 1; the floor keeps camera noise on a flat or black picture at 0.

**Rule** (`ShotRule`): a frame begins a shot when it differs from the one before (1) by at least `least`; (2) by at
least `times_usual` times the median within `around_s` before it and that after it, so a whip pan is no cut;
(3) lastingly: none of the next few frames comes back to what was shown before, and it is itself no such return, so
a flash, a broken frame or a blackout of up to four frames is no cut, nor is a change in the very last frame;
(4) and not within `shortest_s` after a cut.
Gradual transitions (fades, dissolves) are not cuts here: recordings of sessions have none.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.records.moment import Moment

ROWS, COLUMNS = 18, 32
LAGS = 6
"""Each frame is compared with this many frames before it."""
NOISE = 4.0
"""Contrast, in levels of 255, below which a picture is flat."""
SAMPLES_ACROSS = 160
"""A frame is sampled about this densely before block means are taken."""


@dataclass(frozen=True, slots=True)
class ShotRule:
    """The thresholds of a cut."""

    least: float = 0.25
    times_usual: float = 4.0
    around_s: float = 0.4
    shortest_s: float = 0.1
    comes_back: float = 0.5
    """A frame has come back when its difference to the last frame before is under this share of the jump."""

    def sentence(self) -> str:
        """The rule in words."""
        return (
            f"A shot cut: block means change by at least {self.least:g} (1 - correlation) and {self.times_usual:g} "
            f"times the medians within {self.around_s:g} s before and after, and the picture does not return within "
            f"{LAGS - 1} frames."
        )


SHOT_RULE = ShotRule()


@dataclass(frozen=True, slots=True, eq=False)
class ShotSignal:
    """What the frames of one stretch gave: n frames in increasing time."""

    times_s: NDArray[np.float64]
    """(n,) seconds after the recording's first frame."""
    differences: NDArray[np.float32]
    """(n, LAGS) column k: difference to the frame k + 1 before; NaN where that lies before the stretch."""
    head: NDArray[np.float32]
    """(up to LAGS, ROWS * COLUMNS) thumbnails of the first frames."""
    tail: NDArray[np.float32]
    """(up to LAGS, ROWS * COLUMNS) thumbnails of the last frames."""


@dataclass(slots=True)
class ShotMeter:
    """Fed with every frame of a stretch in order; keeps a few thumbnails and 32 bytes per frame."""

    _times: list[float] = field(default_factory=list[float])
    _rows: list[NDArray[np.float32]] = field(default_factory=list[NDArray[np.float32]])
    _head: list[NDArray[np.float32]] = field(default_factory=list[NDArray[np.float32]])
    _recent: list[NDArray[np.float32]] = field(default_factory=list[NDArray[np.float32]])

    def add(self, moment: Moment, luma: NDArray[np.uint8]) -> float:
        """Takes the next frame, (h, w) uint8 of any size. Returns its difference to the one before, NaN at first."""
        small = thumbnail(luma)
        row = np.full(LAGS, np.nan, np.float32)
        row[: len(self._recent)] = [difference(small, earlier) for earlier in reversed(self._recent)]
        self._times.append(moment.seconds)
        self._rows.append(row)
        if len(self._head) < LAGS:
            self._head.append(small)
        self._recent.append(small)
        del self._recent[:-LAGS]
        return float(row[0])

    def signal(self) -> ShotSignal:
        """What was measured so far."""
        return ShotSignal(
            times_s=np.array(self._times, np.float64),
            differences=np.array(self._rows, np.float32).reshape(-1, LAGS),
            head=np.array(self._head, np.float32).reshape(-1, ROWS * COLUMNS),
            tail=np.array(self._recent, np.float32).reshape(-1, ROWS * COLUMNS),
        )


def step_for(width: int, height: int) -> int:
    """The `step` of `Frame.luma` that suits `ShotMeter.add` for a picture of this size in pixels."""
    return max(1, max(width, height) // SAMPLES_ACROSS)


def thumbnail(luma: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(ROWS * COLUMNS,) block means of an (h, w) picture less their own mean, any size from one pixel up."""
    height, width = luma.shape
    rows = np.arange(ROWS) * height // ROWS
    columns = np.arange(COLUMNS) * width // COLUMNS
    sums = np.add.reduceat(np.add.reduceat(luma, rows, axis=0, dtype=np.uint32), columns, axis=1)
    counts = np.maximum(np.diff(rows, append=height), 1)[:, None] * np.maximum(np.diff(columns, append=width), 1)
    means = (sums / counts).astype(np.float32).ravel()
    return means - means.mean(dtype=np.float32)


def difference(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """0 for the same picture up to brightness and contrast, about 1 for unrelated ones, at most 2."""
    noise = NOISE * NOISE * one.size
    contrast = np.sqrt((float(one @ one) + noise) * (float(other @ other) + noise))
    return float(max(0.0, 1.0 - (float(one @ other) + noise) / contrast))


def joined(signals: Sequence[ShotSignal]) -> ShotSignal:
    """The signal of consecutive stretches as one, with the differences across their borders filled in."""
    rows: list[NDArray[np.float32]] = []
    heads: list[NDArray[np.float32]] = []
    before: NDArray[np.float32] = np.zeros((0, ROWS * COLUMNS), np.float32)
    for signal in signals:
        filled = signal.differences.copy()
        for index in range(min(len(signal.head), LAGS)):
            for lag in range(index, LAGS):
                earlier = len(before) - 1 - (lag - index)
                if earlier >= 0:
                    filled[index, lag] = difference(signal.head[index], before[earlier])
        rows.append(filled)
        heads.append(signal.head)
        before = np.concatenate([before, signal.tail])[-LAGS:]
    return ShotSignal(
        times_s=np.concatenate([np.zeros(0), *(s.times_s for s in signals)]),
        differences=np.concatenate([np.zeros((0, LAGS), np.float32), *rows]),
        head=np.concatenate([np.zeros((0, ROWS * COLUMNS), np.float32), *heads])[:LAGS],
        tail=before,
    )


def cuts(signal: ShotSignal, rule: ShotRule = SHOT_RULE) -> tuple[float, ...]:
    """Times in seconds of the first frame of each shot but the first, in order."""
    times, jumps = signal.times_s, np.nan_to_num(signal.differences[:, 0])
    found: list[float] = []
    for index in np.flatnonzero(jumps >= rule.least):
        time = float(times[index])
        if found and time - found[-1] < rule.shortest_s:
            continue
        first, last = np.searchsorted(times, (time - rule.around_s, time + rule.around_s))
        usual = max(_median(jumps[first:index]), _median(jumps[index + 1 : last]))
        if jumps[index] < rule.times_usual * usual:
            continue
        back = rule.comes_back * jumps[index]
        # Entry k: how far frame index + k is from the last frame before the jump.
        after = [float(signal.differences[index + k, k]) for k in range(1, LAGS) if index + k < len(jumps)]
        if not after or min(after) < back or np.any(signal.differences[index, 1:] < back):
            continue
        found.append(time)
    return tuple(found)


def _median(values: NDArray[np.float32]) -> float:
    return float(np.median(values)) if len(values) else 0.0
