"""Movements that are read over time: nods and shakes, closed eyes, a speaking mouth.

Comes in: one person's grid and the speech spans. Goes out: one value per row. Knows nothing of emotions.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.evidence.grid import STEP_S, PersonGrid, smooth
from core.records.measurement import Speech


@dataclass(frozen=True, slots=True)
class MovementRule:
    """Thresholds of the movement rules."""

    eyes_closed: float = 0.55
    """Mean of both eyeBlink blendshapes from which the eyes count as closed."""
    swing_deg: float = 4.0
    """A head swing counts from this many degrees between two turning points."""
    swing_longest_s: float = 0.8
    """And when it takes no longer than this."""
    swings: int = 3
    """This many swings in a row are a nod (pitch) or a shake (yaw)."""
    mouth_travel: float = 0.7
    """Travel of the mouth per second, back and forth, in units of blendshape, from which it counts as moving."""
    mouth_window_s: float = 0.8
    """The travel is taken over this long. Opening the mouth once, as in a smile or a dropped jaw, is no travel back."""


@dataclass(frozen=True, slots=True, eq=False)
class Movement:
    """Each (n,), rows as in the grid; False where the face is not present."""

    nod: NDArray[np.bool_]
    shake: NDArray[np.bool_]
    eyes_closed: NDArray[np.bool_]
    mouth_moves: NDArray[np.bool_]
    mouth_open: NDArray[np.float64]
    """In [0, 1], NaN where not present."""


def movements(grid: PersonGrid, rule: MovementRule) -> Movement:
    """The movements of one person."""
    mouth = np.stack([grid.blendshape(name) for name in ("jawOpen", "mouthLowerDown*", "mouthPucker", "mouthFunnel")])
    with np.errstate(invalid="ignore"):
        return Movement(
            nod=_swings(grid.pose[:, 1], rule),
            shake=_swings(grid.pose[:, 0], rule),
            eyes_closed=grid.blendshape("eyeBlink*") >= rule.eyes_closed,
            mouth_moves=_back_and_forth(mouth, rule.mouth_window_s) >= rule.mouth_travel,
            mouth_open=np.clip(grid.blendshape("jawOpen") / 0.6, 0.0, 1.0),
        )


def who_speaks(
    grids: tuple[PersonGrid, ...], found: tuple[Movement, ...], speech: Speech | None
) -> tuple[NDArray[np.bool_] | None, ...]:
    """For each person (n,): speech is heard and the mouth moves. None for all where the recording has no sound.

    A pause of the mouth shorter than half a second inside speech is still speaking.
    """
    if speech is None:
        return tuple(None for _ in grids)
    answers: list[NDArray[np.bool_] | None] = []
    for grid, movement in zip(grids, found, strict=True):
        heard = np.zeros(len(grid.times_s), dtype=np.bool_)
        for start_s, end_s in speech.spans_s:
            heard |= (grid.times_s + STEP_S > start_s) & (grid.times_s < end_s)
        moving = smooth(movement.mouth_moves.astype(np.float64), 1.0) >= 0.4
        answers.append(heard & moving & grid.present)
    return tuple(answers)


def _back_and_forth(channels: NDArray[np.float64], window_s: float) -> NDArray[np.float64]:
    """(n,) travel per second of (k, n) channels beyond what brought them from the window's start to its end."""
    half = round(window_s / STEP_S / 2)
    rows = np.arange(channels.shape[1])
    low, high = np.maximum(rows - half, 0), np.minimum(rows + half, len(rows) - 1)
    travel = np.abs(np.diff(channels, axis=1, prepend=channels[:, :1])).sum(axis=0) / STEP_S
    return (
        smooth(travel, window_s) - np.abs(channels[:, high] - channels[:, low]).sum(axis=0) / (high - low + 1) / STEP_S
    )


def _swings(angle: NDArray[np.float64], rule: MovementRule) -> NDArray[np.bool_]:
    """Rows inside at least `rule.swings` quick swings in a row that alternate in direction."""
    rows = np.flatnonzero(np.isfinite(angle))
    marked = np.zeros(len(angle), dtype=np.bool_)
    if rows.size < 3:
        return marked
    values = angle[rows]
    turns = [0, *(i for i in range(1, len(values) - 1) if _turns(values, i)), len(values) - 1]
    run: list[int] = [turns[0]]
    for before, after in pairwise(turns):
        quick = (rows[after] - rows[before]) * STEP_S <= rule.swing_longest_s
        if quick and abs(values[after] - values[before]) >= rule.swing_deg:
            run.append(after)
            continue
        _mark(marked, rows, run, rule.swings)
        run = [after]
    _mark(marked, rows, run, rule.swings)
    return marked


def _turns(values: NDArray[np.float64], i: int) -> bool:
    return (values[i] - values[i - 1]) * (values[i + 1] - values[i]) < 0


def _mark(marked: NDArray[np.bool_], rows: NDArray[np.int64], run: list[int], swings: int) -> None:
    if len(run) > swings:
        marked[rows[run[0]] : rows[run[-1]] + 1] = True
