"""What other tools coded, as one screen shows it. In: a session, a window of time, curves. Out: rows ready to draw.

Stands beside `core.project.screen` and is as quick: it reads the annotations and chunks that touch the window, no more.
Times are seconds after the session's zero. A rater who works blind is shown nothing: it is somebody else's opinion.
"""

import json
from dataclasses import dataclass

import numpy as np

from core.errors import UsageError
from core.project.chunks import ForeignKey
from core.project.foreign import CURVE, GRID
from core.project.reviews import raters
from core.project.screen import CurveClock, DrawnCurve, drawn_piece
from core.project.standing import standing
from core.project.study import Study
from core.records.foreign import ForeignRow

NONE = "[]"
"""The details of nearly every annotation, which need no parsing."""


@dataclass(frozen=True, slots=True)
class ForeignWindow:
    """What is asked for."""

    session: int
    start_s: float
    end_s: float
    """Seconds after the session's zero."""
    tracks: tuple[int, ...] = ()
    """Which tracks; empty: all of the session."""
    curves: tuple[tuple[int, str], ...] = ()
    """Track and name of a sampled value."""
    width: int = 1500
    """Pixels: no curve has more points than twice this."""
    rater: str | None = None
    """Who looks; a rater who works blind is shown nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class ForeignCurve:
    """A sampled value of a track as least and greatest value per point."""

    track: int
    drawn: DrawnCurve


@dataclass(frozen=True, slots=True, eq=False)
class ForeignScreen:
    """What is shown."""

    rows: tuple[ForeignRow, ...]
    """Track by track, each in order of its start; point events as rows without length."""
    curves: tuple[ForeignCurve, ...]


def foreign_screen(study: Study, window: ForeignWindow) -> ForeignScreen:
    """Every annotation that touches the window, and the curves asked for. Raises `UsageError` or `StudyError`."""
    if not window.start_s < window.end_s:
        raise UsageError("A window ends after it starts.", remedy="Look at its two times.")
    found: list[ForeignRow] = []
    curves: list[ForeignCurve] = []
    asked: dict[int, list[str]] = {}
    for track, name in window.curves:
        asked.setdefault(track, []).append(name)
    with study.reading():
        if any(rater.blind for rater in raters(study) if rater.name == window.rater):
            return ForeignScreen((), ())
        for track, person, offset_s in _tracks(study, window.session):
            start_s, end_s = window.start_s - offset_s, window.end_s - offset_s
            if not window.tracks or track in window.tracks:
                found += _rows(study, track, (start_s, end_s), offset_s=offset_s)
            clock = CurveClock(study, {}, {})
            for name in asked.get(track, ()):
                key, times = ForeignKey(track, CURVE + name), ForeignKey(track, GRID)
                with np.errstate(over="ignore"):  # what another tool wrote may be too large for a screen
                    piece = drawn_piece(clock, key, times, (start_s, end_s), width=window.width)
                if piece is not None:
                    times_s, low, high = piece
                    curves.append(ForeignCurve(track, DrawnCurve(person, name, times_s + offset_s, low, high)))
    return ForeignScreen(tuple(found), tuple(curves))


def _tracks(study: Study, session: int) -> list[tuple[int, str, float]]:
    """Number, person as the file labels it, and start in seconds after the session's zero."""
    return [
        (int(track), str(person), float(offset_s))
        for track, person, offset_s in study.rows(
            "SELECT t.id, t.person, f.offset_s + coalesce(r.offset_s, 0) FROM foreign_track t "
            f"JOIN {standing('foreign_file', 'f')} ON f.id = t.file "
            f"LEFT JOIN {standing('recording', 'r')} ON r.id = f.recording "
            "WHERE f.session = ? AND (f.recording IS NULL OR r.id IS NOT NULL) ORDER BY t.id",
            (session,),
        )
    ]


def _rows(study: Study, track: int, span: tuple[float, float], *, offset_s: float) -> list[ForeignRow]:
    start_s, end_s = span
    return [
        ForeignRow(track, begin_s, stop_s, label, () if detail == NONE else tuple(json.loads(detail)))
        for begin_s, stop_s, label, detail in study.rows(
            "SELECT start_s + ?4, end_s + ?4, label, detail FROM foreign_label WHERE track = ?1 AND start_s < ?3 "
            "AND (end_s > ?2 OR (start_s = end_s AND end_s >= ?2)) ORDER BY start_s, end_s",
            (track, start_s, end_s, offset_s),
        )
    ]
