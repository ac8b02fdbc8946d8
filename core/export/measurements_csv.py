"""One row per person and step of time: action units, pose, gaze and the rest as curves for a statistics program.

Comes in: the people of an `Analysis`. Goes out: pieces of a table in the same dress as segments.csv, one after the
other, so that hours of curves never lie in memory as text. An empty cell is missing. Must not know: readings.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from core.export.look import FLAGS
from core.records.analysis import PersonSummary
from core.records.measurement import Quality

ROWS = 2_000
"""Rows in one piece."""


def measurements_csv(people: Sequence[PersonSummary]) -> Iterator[bytes]:
    """The table piece by piece; the header alone where nobody was seen."""
    curves = tuple(people[0].curves) if people else ()
    flags = [look.key for look in FLAGS]
    yield ",".join(["person", "time_s", *flags, *curves]).encode("utf-8-sig") + b"\r\n"
    for person in people:
        for start in range(0, len(person.times_s), ROWS):
            yield _piece(person, slice(start, start + ROWS), flags, curves)


def _piece(person: PersonSummary, rows: slice, flags: Sequence[str], curves: Sequence[str]) -> bytes:
    quality = person.quality[rows]
    columns = [
        [f"{time:.1f}" for time in person.times_s[rows]],
        *(["1" if hit else "0" for hit in (quality & Quality[flag.upper()]) > 0] for flag in flags),
        *(
            ["" if np.isnan(value) else f"{value:.4f}" for value in person.curves[name][rows].tolist()]
            for name in curves
        ),
    ]
    return b"".join(f"{person.id},{','.join(cells)}\r\n".encode() for cells in zip(*columns, strict=True))
