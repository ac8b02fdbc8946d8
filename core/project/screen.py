"""What one screen shows of a session. In: a session, a window of time, curves and a width. Out: rows ready to draw.

Reads rows and chunks that touch the window and no tree, so that it answers while a window is being dragged. Corrections
of people are applied; times are seconds after the session's zero.
"""

import gc
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.errors import UsageError
from core.project.analyses import CURVE, GRID, TRACK
from core.project.arrays import FACTOR
from core.project.chunks import LEVELS, Key, SeriesKey, names_of, read_series, read_times, samples_in
from core.project.failures import damaged
from core.project.people import WhoIsWho, who_is_who_of
from core.project.reviews import raters
from core.project.standing import standing
from core.project.study import Study
from core.records.study import Marker, SegmentRow


@dataclass(frozen=True, slots=True)
class Window:
    """What is asked for."""

    session: int
    start_s: float
    end_s: float
    """Seconds after the session's zero."""
    curves: tuple[tuple[str, str], ...] = ()
    """Person (after corrections) and curve: an action unit's code, or `track:` and the name of a measured column."""
    width: int = 1500
    """Pixels: no curve has more points than twice this."""
    rater: str | None = None
    """Whose verdicts are shown; None: everybody's. A rater who works blind is shown no readings and no curves."""
    analyses: tuple[int, ...] = ()
    """Which analyses; empty: the latest of each recording."""


@dataclass(frozen=True, slots=True, eq=False)
class DrawnCurve:
    """A curve as least and greatest value per point; equal where every sample is drawn."""

    person: str
    name: str
    times_s: NDArray[np.float64]
    low: NDArray[np.float32]
    high: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Screen:
    """What is shown."""

    segments: tuple[SegmentRow, ...]
    markers: tuple[Marker, ...]
    curves: tuple[DrawnCurve, ...]


def screen(study: Study, window: Window) -> Screen:
    """Everything one screen draws, from the latest analysis of each recording. Raises `UsageError` or `StudyError`."""
    if not window.start_s < window.end_s:
        raise UsageError("A window ends after it starts.", remedy="Look at its two times.")
    segments: list[SegmentRow] = []
    curves: list[DrawnCurve] = []
    with study.reading(), _collector_waits():
        blind = any(rater.blind for rater in raters(study) if rater.name == window.rater)
        for analysis, offset_s in _analyses(study, window):
            who = who_is_who_of(study, analysis)
            segments += _segments(study, analysis, who, window, offset_s=offset_s, blind=blind)
            clock = CurveClock(study, {}, {})
            for person, name in () if blind else window.curves:
                drawn = _curve(clock, SeriesKey(analysis, person, name), who, window, offset_s=offset_s)
                curves += [] if drawn is None else [drawn]
        rows = study.rows(
            "SELECT m.id, m.session, m.kind, m.label, m.start_s, m.end_s, m.comment "
            f"FROM {standing('marker', 'm')} WHERE m.session = ?1 AND m.start_s < ?3 "
            "AND coalesce(m.end_s, m.start_s) >= ?2 ORDER BY m.start_s",
            (window.session, window.start_s, window.end_s),
        )
    return Screen(tuple(segments), tuple(Marker(*row) for row in rows), tuple(curves))


@contextmanager
def _collector_waits() -> Generator[None]:
    """Rows hold no cycles, yet thousands of new ones make Python search its whole heap: 10 ms of a screen's 20."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _analyses(study: Study, window: Window) -> list[tuple[int, float]]:
    rows = study.rows(
        f"SELECT a.id, r.id, r.offset_s FROM {standing('recording', 'r')} "
        f"JOIN {standing('analysis', 'a')} ON a.recording = r.id WHERE r.session = ? ORDER BY r.id, a.id",
        (window.session,),
    )
    if window.analyses:
        return [(analysis, offset_s) for analysis, _, offset_s in rows if analysis in window.analyses]
    return list({recording: (analysis, offset_s) for analysis, recording, offset_s in rows}.values())


def _segments(
    study: Study, analysis: int, who: WhoIsWho, window: Window, *, offset_s: float, blind: bool
) -> list[SegmentRow]:
    start_s, end_s = window.start_s - offset_s, window.end_s - offset_s
    verdicts: dict[str, dict[str, str]] = {}
    for segment, rater, verdict in study.rows(
        "SELECT v.segment, v.rater, v.verdict || coalesce(' ' || json_extract(v.correction, '$.label'), '') "
        f"FROM {standing('review', 'v')} WHERE v.analysis = ?1 "
        "AND v.clue IS NULL AND (?2 IS NULL OR v.rater = ?2) ORDER BY v.id",
        (analysis, window.rater),
    ):
        verdicts.setdefault(segment, {})[rater] = verdict
    told = {name: tuple(f"{rater}: {verdict}" for rater, verdict in given.items()) for name, given in verdicts.items()}
    always = {own: stretches[0].person for own, stretches in who.stretches.items() if len(stretches) == 1}
    found: list[SegmentRow] = []
    for name, person, begin_s, stop_s, assessable, speaking, label, probability in study.rows(
        "SELECT name, person, start_s, end_s, assessable, speaking, label, probability FROM segment "
        "WHERE analysis = ? AND start_s < ? AND end_s > ? ORDER BY start_s",
        (analysis, end_s, start_s),
    ):
        speaks = None if speaking is None else speaking == 1
        if blind:
            label, probability = None, None
        rest = (assessable == 1, speaks, label, probability, told.get(name, ()))
        whom = always.get(person)
        if whom is not None:  # nothing corrected: nearly every segment
            found.append(SegmentRow(analysis, name, whom, begin_s + offset_s, stop_s + offset_s, *rest))
            continue
        for stretch in who.stretches.get(person, ()):
            first, last = max(begin_s, stretch.start_s), min(stop_s, stretch.end_s)
            if stretch.person is not None and first < last and first < end_s and last > start_s:
                found.append(SegmentRow(analysis, name, stretch.person, first + offset_s, last + offset_s, *rest))
    return found


@dataclass(frozen=True, slots=True)
class CurveClock:
    """The times of the curves of one screen, each read once: all curves of a person share them."""

    study: Study
    known: dict[tuple[Key, int, tuple[float, float]], NDArray[np.float64]]
    counted: dict[tuple[Key, tuple[float, float]], float]

    def samples(self, key: Key, span: tuple[float, float]) -> float:
        """About how many samples lie in the span."""
        if (key, span) not in self.counted:
            self.counted[key, span] = samples_in(self.study, key, start_s=span[0], end_s=span[1])
        return self.counted[key, span]

    def times(self, key: Key, level: int, span: tuple[float, float]) -> NDArray[np.float64]:
        """The times of the samples of a level that touch the span."""
        wanted = (key, level, span)
        if wanted not in self.known:
            self.known[wanted] = read_times(self.study, key, level=level, start_s=span[0], end_s=span[1])
        return self.known[wanted]


def _curve(clock: CurveClock, key: SeriesKey, who: WhoIsWho, window: Window, *, offset_s: float) -> DrawnCurve | None:
    """The curve of a person after corrections: pieces of the curves of whoever was followed as that person."""
    name, grid = (key.name, TRACK) if key.name.startswith(TRACK) else (CURVE + key.name, GRID)
    pieces: list[tuple[NDArray[np.float64], NDArray[np.float32], NDArray[np.float32]]] = []
    for own, stretches in who.stretches.items():
        for stretch in stretches:
            start_s = max(window.start_s - offset_s, stretch.start_s)
            end_s = min(window.end_s - offset_s, stretch.end_s)
            if stretch.person == key.person and start_s < end_s:
                times = SeriesKey(key.analysis, own, grid + "times_s")
                piece = drawn_piece(
                    clock, SeriesKey(key.analysis, own, name), times, (start_s, end_s), width=window.width
                )
                if piece is not None:
                    pieces.append(piece)
    if not pieces:
        return None
    times_s = np.concatenate([piece[0] for piece in pieces])
    low, high = np.concatenate([piece[1] for piece in pieces]), np.concatenate([piece[2] for piece in pieces])
    order = np.argsort(times_s, kind="stable")
    return DrawnCurve(key.person, key.name, times_s[order] + offset_s, low[order], high[order])


def drawn_piece(
    clock: CurveClock, key: Key, times: Key, span: tuple[float, float], *, width: int
) -> tuple[NDArray[np.float64], NDArray[np.float32], NDArray[np.float32]] | None:
    """Times, least and greatest values of a stored series within the span, on the level that fits the width; None
    where there are none. Raises `StudyError`."""
    study, (start_s, end_s) = clock.study, span
    samples = clock.samples(times, span)
    if samples == 0:
        return None
    level = 0
    while level < LEVELS and samples / FACTOR ** (level + 1) >= width:
        level += 1
    values = read_series(study, key, level=level, start_s=start_s, end_s=end_s)
    if values.size == 0:
        return None
    low, high = (values, values) if level == 0 else (values[0], values[1])
    at_s = clock.times(times, level, span)
    if len(at_s) != len(low):
        raise damaged(study.path, f"the measurement {key.name} does not fit its times")
    within = (at_s >= start_s) & (at_s < end_s)
    return _thinned(at_s[within], low[within].astype(np.float32), high[within].astype(np.float32), width)


def _thinned(
    times_s: NDArray[np.float64], low: NDArray[np.float32], high: NDArray[np.float32], width: int
) -> tuple[NDArray[np.float64], NDArray[np.float32], NDArray[np.float32]]:
    """At most about `width` pairs: neighbours share one pair of least and greatest value."""
    step = -(-len(times_s) // max(1, width))
    if step <= 2:
        return times_s, low, high
    starts = np.arange(0, len(times_s), step)
    return times_s[starts], np.fmin.reduceat(low, starts), np.fmax.reduceat(high, starts)


def curve_names(study: Study, analysis: int, people: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The curves that can be drawn, by the analysis' own person. Raises `StudyError`."""
    return {person: names_of(study, analysis=analysis, person=person, prefix=CURVE) for person in people}
