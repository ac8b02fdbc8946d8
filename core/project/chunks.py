"""Values over time as rows of a table. In: one array per name. Out: chunks with coarser levels, and windows of them.

A series is cut into chunks of `CHUNK` samples (4.5 minutes at 30 Hz); every chunk says from when to when it reaches, so
that a window reads only its own. For curves two coarser levels hold least and greatest value of 16 and of 256
samples: an hour drawn over a screen's width reads a few thousand pairs, not a hundred thousand samples.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from core.project.arrays import FACTOR, coarser, pack, unpack
from core.project.failures import damaged
from core.project.study import Pen, Study

CHUNK = 8192
LEVELS = 2
"""Coarser levels of a curve."""
TICKS = 1e6
"""Per second: times that lie on this grid are stored as whole numbers, which compress to almost nothing."""


@dataclass(frozen=True, slots=True)
class SeriesKey:
    """Which series: of an analysis, of a person as the analysis named them."""

    table: ClassVar[str] = "series"
    analysis: int
    person: str
    name: str

    @property
    def owner(self) -> dict[str, int | str]:
        """The columns that tell the series from others of its table."""
        return {"analysis": self.analysis, "person": self.person, "name": self.name}


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Which series: of a track that another tool made."""

    table: ClassVar[str] = "foreign_series"
    track: int
    name: str

    @property
    def owner(self) -> dict[str, int | str]:
        """The columns that tell the series from others of its table."""
        return {"track": self.track, "name": self.name}


Key = SeriesKey | ForeignKey


def write_series(pen: Pen, key: Key, times_s: NDArray[np.float64], values: NDArray[np.generic]) -> None:
    """Stores (n,) values, with coarser levels where they are floats. Raises `apsw.Error`."""
    _write_level(pen, key, level=0, times_s=times_s, values=values)
    if not np.issubdtype(values.dtype, np.floating):
        return
    with np.errstate(over="ignore"):  # what another tool wrote may be too large for a screen
        low = high = values.astype(np.float32)
    for level in range(1, LEVELS + 1):
        low, high = coarser(low, high)
        _write_level(pen, key, level=level, times_s=times_s[:: FACTOR**level], values=np.stack([low, high]))


def write_times(pen: Pen, key: Key, times_s: NDArray[np.float64]) -> None:
    """Stores the times of a person's series, on every level. Raises `apsw.Error`."""
    ticks = np.rint(times_s * TICKS)
    on_grid = bool(np.all(np.abs(ticks) < 2**53)) and np.array_equal(ticks / TICKS, times_s)
    for level in range(LEVELS + 1):
        step = FACTOR**level
        values = ticks[::step].astype(np.int64) if on_grid else times_s[::step]
        _write_level(pen, key, level=level, times_s=times_s[::step], values=values)


def _write_level(pen: Pen, key: Key, *, level: int, times_s: NDArray[np.float64], values: NDArray[np.generic]) -> None:
    """One level in chunks; `times_s` has one time for each of the level's samples."""
    for chunk, start in enumerate(range(0, max(len(times_s), 1), CHUNK)):
        times, part = times_s[start : start + CHUNK], values[..., start : start + CHUNK]
        if part.dtype == np.int64:
            part = np.diff(part, n=2, prepend=[0, 0])  # zero for a regular grid but for the first two
        pen.insert(
            key.table,
            {
                **key.owner,
                "level": level,
                "chunk": chunk,
                "samples": len(times),
                "first_s": float(times[0]) if len(times) else 0.0,
                "last_s": float(times[-1]) if len(times) else 0.0,
                "body": pack(part),
            },
        )


def read_series(
    study: Study, key: Key, *, level: int = 0, start_s: float | None = None, end_s: float | None = None
) -> NDArray[np.generic]:
    """The samples of every chunk that touches the window, or all. Raises `StudyError`; empty where there are none."""
    parts = [body for _, body in _chunks(study, key, level, start_s, end_s)]
    if not parts:
        return np.zeros((2, 0) if level else 0, np.float32)
    return np.concatenate(parts, axis=-1)


def read_times(
    study: Study, key: Key, *, level: int = 0, start_s: float | None = None, end_s: float | None = None
) -> NDArray[np.float64]:
    """The times of the samples that `read_series` gives for the same level and window. Raises `StudyError`."""
    parts = [times_of(body) for _, body in _chunks(study, key, level, start_s, end_s)]
    return np.concatenate(parts) if parts else np.zeros(0, np.float64)


def times_of(packed: NDArray[np.generic]) -> NDArray[np.float64]:
    """The times that a chunk of times holds, in seconds."""
    if packed.dtype == np.float64:
        return packed.astype(np.float64)
    return np.cumsum(np.cumsum(packed.astype(np.int64))) / TICKS


def _chunks(
    study: Study, key: Key, level: int, start_s: float | None, end_s: float | None
) -> Iterator[tuple[int, NDArray[np.generic]]]:
    rows = study.rows(
        f"SELECT chunk, body FROM {key.table} WHERE {_of(key)} AND level = ? "
        "AND (? IS NULL OR last_s >= ?) AND (? IS NULL OR first_s < ?) ORDER BY chunk",
        (*key.owner.values(), level, start_s, start_s, end_s, end_s),
    )
    for chunk, body in rows:
        try:
            yield chunk, unpack(body)
        except ValueError as error:
            raise damaged(study.path, f"the measurement {key.name} cannot be unpacked") from error


def _of(key: Key) -> str:
    return " AND ".join(f"{column} = ?" for column in key.owner)


def samples_in(study: Study, times: Key, *, start_s: float, end_s: float) -> float:
    """About how many samples lie in the window, from the ends of the chunks alone. Raises `StudyError`."""
    total = 0.0
    for first_s, last_s, samples in study.rows(
        f"SELECT first_s, last_s, samples FROM {times.table} WHERE {_of(times)} AND level = 0 "
        "AND last_s >= ? AND first_s < ?",
        (*times.owner.values(), start_s, end_s),
    ):
        share = (min(last_s, end_s) - max(first_s, start_s)) / (last_s - first_s) if last_s > first_s else 1.0
        total += samples * max(0.0, share)
    return total


def names_of(study: Study, *, analysis: int, person: str, prefix: str) -> tuple[str, ...]:
    """The names of a person's series that begin so, without the prefix. Raises `StudyError`."""
    rows = study.rows(
        "SELECT DISTINCT name FROM series WHERE analysis = ? AND person = ? AND name >= ? AND name < ? ORDER BY name",
        (analysis, person, prefix, prefix + "\U0010ffff"),
    )
    return tuple(str(row[0])[len(prefix) :] for row in rows)
