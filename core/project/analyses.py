"""Analyses and measurements in a study. In: an `Analysis` and the tracks it came from. Out: the same, bit for bit.

An analysis is written once and never altered. Its segments are rows, so that a screen reads only those it shows; its
curves and tracks are chunks (core.project.chunks); everything else is one packed document.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

import numpy as np

from core.project import chunks
from core.project.chunks import SeriesKey, read_series, read_times, write_series, write_times
from core.project.codec import UnreadableError, canonical, from_plain, to_plain
from core.project.failures import damaged
from core.project.migrations import probability
from core.project.standing import standing
from core.project.study import Pen, Study, unpack_json
from core.records.analysis import Analysis, PersonSummary, Segment
from core.records.measurement import BLENDSHAPES, Measurements, PersonTrack
from core.records.moment import Span

CURVE, GRID, TRACK = "curve:", "grid:", "track:"
BOX = ("x", "y", "width", "height")
POSE = ("yaw", "pitch", "roll")


@dataclass(frozen=True, slots=True)
class AnalysisRow:
    """An analysis in a list."""

    id: int
    recording: int
    source: str
    """The analyst, or where it was imported from."""
    who: str
    at: str
    """UTC, ISO 8601: when it was saved."""


def save_analysis(
    study: Study, analysis: Analysis, *, recording: int, tracks: Sequence[PersonTrack] = (), source: str = ""
) -> int:
    """Stores an analysis of a recording, and the measurements behind it, in one change. Raises `StudyError`."""
    with study.change("analyse", f"an analysis of recording {recording}") as pen:
        return write_analysis(pen, analysis, recording=recording, tracks=tracks, source=source)


def write_analysis(
    pen: Pen, analysis: Analysis, *, recording: int, tracks: Sequence[PersonTrack] = (), source: str = ""
) -> int:
    """`save_analysis` within a change that holds more. Raises `apsw.Error`."""
    body = cast(dict[str, Any], to_plain(replace(analysis, people=(), segments=())))
    body["people"] = [_person_plain(person) for person in analysis.people]
    name = source or analysis.provenance.analyst
    number = pen.insert("analysis", {"recording": recording, "source": name, "body": body})
    pen.detail |= {"analysis": number, "recording": recording, "analyst": name}
    for segment in analysis.segments:
        reading = cast("dict[str, Any] | None", to_plain(segment.reading))
        pen.insert(
            "segment",
            {
                "analysis": number,
                "name": segment.id,
                "person": segment.person,
                "start_s": segment.span.start_s,
                "end_s": segment.span.end_s,
                "assessable": int(segment.assessable),
                "speaking": None if segment.speaking is None else int(segment.speaking),
                "label": None if reading is None else reading["label"],
                "probability": None if reading is None else probability(reading),
                "body": to_plain(segment),
            },
        )
    for person in analysis.people:
        write_times(pen, SeriesKey(number, person.id, GRID + "times_s"), person.times_s)
        write_series(pen, SeriesKey(number, person.id, GRID + "quality"), person.times_s, person.quality)
        for code, values in person.curves.items():
            write_series(pen, SeriesKey(number, person.id, CURVE + code), person.times_s, values)
    for track in tracks:
        _write_track(pen, number, track)
    return number


def _person_plain(person: PersonSummary) -> dict[str, Any]:
    empty = replace(person, times_s=np.zeros(0), curves={}, quality=np.zeros(0, np.uint8))
    plain = cast(dict[str, Any], to_plain(empty))
    for array in ("times_s", "curves", "quality"):
        del plain[array]
    return plain | {"curve_names": list(person.curves)}


def _write_track(pen: Pen, number: int, track: PersonTrack) -> None:
    measured = track.measurements
    pen.insert("track", {"analysis": number, "person": track.person, "columns": canonical(measured.observed_names)})
    write_times(pen, SeriesKey(number, track.person, TRACK + "times_s"), measured.times_s)
    columns: dict[str, Any] = {"quality": measured.quality}
    columns |= {f"box.{name}": measured.boxes[:, index] for index, name in enumerate(BOX)}
    columns |= {f"pose.{name}": measured.pose[:, index] for index, name in enumerate(POSE)}
    columns |= {name: measured.blendshapes[:, index] for index, name in enumerate(BLENDSHAPES)}
    columns |= {f"quality_value.{index}": column for index, column in enumerate(measured.quality_values.T)}
    columns |= {f"observed.{index}": column for index, column in enumerate(measured.observed.T)}
    for name, values in columns.items():
        write_series(pen, SeriesKey(number, track.person, TRACK + name), measured.times_s, values)


def analyses(study: Study, *, recording: int | None = None) -> tuple[AnalysisRow, ...]:
    """The analyses of a recording, or all. Raises `StudyError`."""
    rows = study.rows(
        f"SELECT a.id, a.recording, a.source, c.who, c.at FROM {standing('analysis', 'a')} "
        "JOIN change c ON c.seq = a.change WHERE ?1 IS NULL OR a.recording = ?1 ORDER BY a.id",
        (recording,),
    )
    return tuple(AnalysisRow(*row) for row in rows)


def analysis_row(study: Study, analysis: int) -> AnalysisRow:
    """One analysis as a list shows it. Raises `NotFoundError`."""
    row = study.one(
        f"SELECT a.id, a.recording, a.source, c.who, c.at FROM {standing('analysis', 'a')} "
        "JOIN change c ON c.seq = a.change WHERE a.id = ?",
        (analysis,),
        what=f"analysis {analysis}",
    )
    return AnalysisRow(*row)


def load_analysis(study: Study, analysis: int) -> Analysis:
    """The analysis exactly as it was saved, without anyone's corrections. Raises `NotFoundError`, `DamagedError`."""
    with study.reading():
        found = _load(study, analysis, curves=True)
        bodies = study.rows("SELECT body FROM segment WHERE analysis = ? ORDER BY id", (analysis,))
        try:
            segments = tuple(_segment(body) for (body,) in bodies)
        except (ValueError, UnreadableError) as error:
            raise damaged(study.path, f"analysis {analysis} cannot be read") from error
    return replace(found, segments=segments)


def load_outline(study: Study, analysis: int) -> Analysis:
    """The analysis without segments and without curves, as a window needs it first. Raises as `load_analysis`."""
    with study.reading():
        return _load(study, analysis, curves=False)


def _load(study: Study, analysis: int, *, curves: bool) -> Analysis:
    row = study.one(
        f"SELECT a.body FROM {standing('analysis', 'a')} WHERE a.id = ?", (analysis,), what=f"analysis {analysis}"
    )
    try:
        plain = cast(dict[str, Any], json.loads(unpack_json(row[0])))
        people = tuple(_person(study, analysis, item, curves=curves) for item in plain.pop("people"))
        return replace(from_plain({**plain, "people": [], "segments": []}, Analysis), people=people)
    except (ValueError, KeyError, UnreadableError) as error:
        raise damaged(study.path, f"analysis {analysis} cannot be read") from error


def load_segments(study: Study, analysis: int) -> tuple[Segment, ...]:
    """The segments of an analysis as the model left them. Raises `NotFoundError` or `DamagedError`."""
    with study.reading():
        study.one(f"SELECT 1 FROM {standing('analysis', 'a')} WHERE a.id = ?", (analysis,), what=f"analysis {analysis}")
        bodies = study.rows("SELECT body FROM segment WHERE analysis = ? ORDER BY id", (analysis,))
    try:
        return tuple(_segment(body) for (body,) in bodies)
    except (ValueError, UnreadableError) as error:
        raise damaged(study.path, f"a segment of analysis {analysis} cannot be read") from error


def analysed_span(study: Study, analysis: int) -> Span:
    """The part of its recording that was analysed. Raises `NotFoundError` or `DamagedError`."""
    row = study.one(
        f"SELECT a.body FROM {standing('analysis', 'a')} WHERE a.id = ?", (analysis,), what=f"analysis {analysis}"
    )
    try:
        return from_plain(json.loads(unpack_json(row[0]))["span"], Span)
    except (ValueError, KeyError, UnreadableError) as error:
        raise damaged(study.path, f"analysis {analysis} cannot be read") from error


def load_segment(study: Study, *, analysis: int, segment: str) -> Segment:
    """One segment with its tree, as the model left it. Raises `NotFoundError` or `DamagedError`."""
    row = study.one(
        "SELECT body FROM segment WHERE analysis = ? AND name = ?",
        (analysis, segment),
        what=f"segment {segment} in analysis {analysis}",
        look=f"review STUDY {analysis}",
    )
    try:
        return _segment(row[0])
    except (ValueError, UnreadableError) as error:
        raise damaged(study.path, f"segment {segment} cannot be read") from error


def _segment(body: bytes) -> Segment:
    return from_plain(json.loads(unpack_json(body)), Segment)


def _person(study: Study, analysis: int, plain: dict[str, Any], *, curves: bool) -> PersonSummary:
    names = cast("list[str]", plain.pop("curve_names")) if curves else []
    plain.pop("curve_names", None)
    who = str(plain["id"])
    arrays = {"times_s": to_plain(np.zeros(0)), "curves": {}, "quality": to_plain(np.zeros(0, np.uint8))}
    frame = from_plain(plain | arrays, PersonSummary)
    return replace(
        frame,
        times_s=read_times(study, SeriesKey(analysis, who, GRID + "times_s")),
        curves={name: _floats(read_series(study, SeriesKey(analysis, who, CURVE + name))) for name in names},
        quality=read_series(study, SeriesKey(analysis, who, GRID + "quality")).astype(np.uint8, copy=False),
    )


def _floats(values: np.ndarray[Any, np.dtype[np.generic]]) -> np.ndarray[Any, np.dtype[np.float32]]:
    return cast("np.ndarray[Any, np.dtype[np.float32]]", values)


def load_tracks(study: Study, analysis: int) -> tuple[PersonTrack, ...]:
    """The measurements behind an analysis exactly as they were saved; empty where none were. Raises `StudyError`."""
    with study.reading():
        rows = study.rows("SELECT person, columns FROM track WHERE analysis = ? ORDER BY id", (analysis,))
        return tuple(_track(study, analysis, person, tuple(json.loads(columns))) for person, columns in rows)


def _track(study: Study, analysis: int, person: str, observed: tuple[str, ...]) -> PersonTrack:
    def column(name: str) -> np.ndarray[Any, np.dtype[np.float32]]:
        return _floats(chunks.read_series(study, SeriesKey(analysis, person, TRACK + name)))

    def block(names: Sequence[str], rows: int) -> np.ndarray[Any, np.dtype[np.float32]]:
        columns = [column(name) for name in names]
        return np.stack(columns, axis=1) if columns else np.zeros((rows, 0), np.float32)

    times_s = read_times(study, SeriesKey(analysis, person, TRACK + "times_s"))
    values = [
        name for name in chunks.names_of(study, analysis=analysis, person=person, prefix=TRACK + "quality_value.")
    ]
    quality = chunks.read_series(study, SeriesKey(analysis, person, TRACK + "quality")).astype(np.uint8, copy=False)
    return PersonTrack(
        person=person,
        measurements=Measurements(
            times_s=times_s,
            boxes=block([f"box.{name}" for name in BOX], len(times_s)),
            blendshapes=block(BLENDSHAPES, len(times_s)),
            pose=block([f"pose.{name}" for name in POSE], len(times_s)),
            quality=quality,
            quality_values=block([f"quality_value.{index}" for index in range(len(values))], len(times_s)),
            observed=block([f"observed.{index}" for index in range(len(observed))], len(times_s)),
            observed_names=observed,
        ),
    )
