"""What other tools coded, kept in a study. In: an imported file. Out: its tracks, to the bit, and their origin.

A file is kept with all its tracks in one change, or not at all. It belongs to a session, as a rule to one recording of
it, with an offset. A tie says whom a track is about: a person of an analysis, beside whose readings it then stands as a
second opinion. The last tie of a track to an analysis counts; it follows people who are merged later.
"""

import json
import math
from pathlib import PurePosixPath
from typing import Any, cast

import numpy as np

from core import __version__
from core.errors import UsageError
from core.project.chunks import ForeignKey, read_series, read_times, write_series, write_times
from core.project.codec import UnreadableError, canonical, from_plain, to_plain
from core.project.failures import damaged
from core.project.media import recording_of
from core.project.people import now_called, who_is_who_of
from core.project.standing import standing
from core.project.study import Pen, Study
from core.records.foreign import (
    ForeignAnnotation,
    ForeignFile,
    ForeignTrack,
    Imported,
    Media,
    Origin,
    Samples,
    StoredTrack,
    Tie,
)
from core.records.moment import Span
from core.records.study import Recording

GRID, CURVE = "grid:times_s", "curve:"
_FILES = (
    f"FROM {standing('foreign_file', 'f')} JOIN change c ON c.seq = f.change "
    f"JOIN {standing('session', 's')} ON s.id = f.session LEFT JOIN {standing('recording', 'r')} ON r.id = f.recording "
    "WHERE (f.recording IS NULL OR r.id IS NOT NULL)"
)


def add_foreign(
    study: Study, imported: Imported, *, session: int, recording: int | None = None, offset_s: float = 0.0
) -> int:
    """Keeps every track of a file and returns the file's number. Raises `UsageError`, `NotFoundError`, `StudyError`."""
    if not imported.tracks:
        raise UsageError("The file holds no track.", remedy="Look at it with `videmo imports`.")
    if not math.isfinite(offset_s):
        raise UsageError("An offset is a number of seconds.", remedy="Write 83.5 or 1:23.5.")
    study.one(f"SELECT 1 FROM {standing('session', 's')} WHERE s.id = ?", (session,), what=f"session {session}")
    if recording is not None and recording_of(study, recording).session != session:
        raise UsageError(f"Recording {recording} is not of session {session}.", remedy="Name one of the two.")
    origin = imported.tracks[0].origin
    for known in foreign_files(study, session=session):
        if (known.sha256, known.recording) == (origin.sha256, recording):
            raise UsageError(
                f"{origin.file} is in this session already, as file {known.id}.",
                remedy="To import it anew, take that one back first.",
            )
    with study.change("import", f"{len(imported.tracks)} tracks of {origin.tool} for session {session}") as pen:
        pen.detail |= {"tool": origin.tool, "sha256": origin.sha256, "session": session, "recording": recording}
        number = pen.insert(
            "foreign_file",
            {
                "session": session,
                "recording": recording,
                "offset_s": float(offset_s),
                "tool": origin.tool,
                "name": origin.file,
                "sha256": origin.sha256,
                "importer": f"VidEmo Studio {__version__}",
                "notes": canonical(imported.notes),
            },
        )
        for track in imported.tracks:
            _write_track(pen, number, track)
    return number


def _write_track(pen: Pen, file: int, track: ForeignTrack) -> None:
    samples = track.samples
    number = pen.insert(
        "foreign_track",
        {
            "file": file,
            "place": track.origin.place,
            "coder": track.origin.coder,
            "person": track.person,
            "clock": track.origin.clock,
            "media": canonical(to_plain(track.origin.media)),
            "vocabulary": canonical(track.vocabulary),
            "samples": None if samples is None else len(samples.times_s),
            "columns": None if samples is None else canonical(samples.names),
        },
    )
    for one in track.annotations:
        start_s, end_s = one.span.start_s, one.span.end_s
        if Span.between(start_s, end_s) != one.span:
            raise ValueError("a reader gives times on whole microseconds")
        pen.insert(
            "foreign_label",
            {"track": number, "start_s": start_s, "end_s": end_s, "label": one.label, "detail": canonical(one.detail)},
        )
    if samples is not None:
        write_times(pen, ForeignKey(number, GRID), samples.times_s)
        for index, name in enumerate(samples.names):
            write_series(pen, ForeignKey(number, CURVE + name), samples.times_s, samples.values[:, index])


def told_offset_s(imported: Imported, recording: Recording) -> float:
    """What the file says of a recording, by its name: an ELAN or BORIS file may name several that start apart.

    Seconds; 0 where it says nothing, or more than one thing.
    """
    name = PurePosixPath(recording.path).name
    told = {
        one.offset_s
        for track in imported.tracks
        for one in track.origin.media
        if PurePosixPath(one.name.replace("\\", "/")).name == name
    }
    return told.pop() if len(told) == 1 else 0.0


def foreign_files(study: Study, *, session: int | None = None) -> tuple[ForeignFile, ...]:
    """The kept files of a session, or all. Raises `StudyError`."""
    rows = study.rows(
        "SELECT f.id, f.session, f.recording, f.offset_s, f.tool, f.name, f.sha256, f.importer, f.notes, c.who, c.at "
        f"{_FILES} AND (?1 IS NULL OR f.session = ?1) ORDER BY f.id",
        (session,),
    )
    return tuple(ForeignFile(*row[:8], notes=tuple(json.loads(row[8])), who=row[9], at=row[10]) for row in rows)


def foreign_tracks(study: Study, *, session: int | None = None) -> tuple[StoredTrack, ...]:
    """The tracks of the kept files of a session, or of all. Raises `StudyError`."""
    with study.reading():
        files = {one.id: one for one in foreign_files(study, session=session)}
        starts = {
            number: start_s
            for number, start_s in study.rows(f"SELECT f.id, f.offset_s + coalesce(r.offset_s, 0) {_FILES}")
        }
        labels: dict[int, dict[str, int]] = {}
        for track, label, count in study.rows(
            "SELECT track, label, count(*) FROM foreign_label GROUP BY track, label ORDER BY min(id)"
        ):
            labels.setdefault(track, {})[label] = count
        rows = study.rows(
            "SELECT id, file, place, coder, person, vocabulary, samples, columns FROM foreign_track ORDER BY id"
        )
    return tuple(
        StoredTrack(
            number,
            files[file],
            starts[file],
            place,
            coder,
            person,
            annotations=sum(labels.get(number, {}).values()),
            labels=tuple(labels.get(number, {})),
            vocabulary=tuple(json.loads(vocabulary)),
            samples=samples or 0,
            curves=() if columns is None else tuple(json.loads(columns)),
        )
        for number, file, place, coder, person, vocabulary, samples, columns in rows
        if file in files
    )


def foreign_track(study: Study, track: int) -> StoredTrack:
    """One kept track. Raises `NotFoundError` or `StudyError`."""
    row = study.one(
        f"SELECT f.session {_FILES} AND f.id = (SELECT file FROM foreign_track WHERE id = ?)",
        (track,),
        what=f"track {track} of another tool",
        look="tracks",
    )
    return next(one for one in foreign_tracks(study, session=row[0]) if one.id == track)


def load_foreign(study: Study, track: int) -> ForeignTrack:
    """A kept track as its reader gave it. Raises `NotFoundError`, `DamagedError` or another `StudyError`."""
    with study.reading():
        kept = foreign_track(study, track)
        ((clock, media, columns),) = study.rows(
            "SELECT clock, media, columns FROM foreign_track WHERE id = ?", (track,)
        )
        rows = study.rows(
            "SELECT start_s, end_s, label, detail FROM foreign_label WHERE track = ? ORDER BY id", (track,)
        )
        samples = None
        if columns is not None:
            samples = _samples(study, track, kept.curves)
        try:
            named = tuple(from_plain(one, Media) for one in cast("list[Any]", json.loads(media)))
        except (ValueError, UnreadableError) as error:
            raise damaged(study.path, f"track {track} cannot be read") from error
    return ForeignTrack(
        origin=Origin(kept.file.tool, kept.file.name, kept.file.sha256, kept.place, kept.coder, named, clock),
        person=kept.person,
        annotations=tuple(
            ForeignAnnotation(Span.between(start_s, end_s), label, tuple(json.loads(detail)))
            for start_s, end_s, label, detail in rows
        ),
        samples=samples,
        vocabulary=kept.vocabulary,
    )


def _samples(study: Study, track: int, names: tuple[str, ...]) -> Samples:
    times_s = read_times(study, ForeignKey(track, GRID))
    values = np.zeros((len(times_s), len(names)))
    try:
        for index, name in enumerate(names):
            values[:, index] = read_series(study, ForeignKey(track, CURVE + name))
        return Samples(times_s, names, values)
    except ValueError as error:
        raise damaged(study.path, f"the samples of track {track} do not fit together") from error


def tie_track(study: Study, track: int, *, analysis: int, person: str | None) -> int:
    """Says whom a track is about; `person` None: nobody of this analysis. Raises `UsageError` or `StudyError`."""
    kept = foreign_track(study, track)
    known = who_is_who_of(study, analysis).people
    if person is not None and person not in known:
        raise UsageError(
            f"There is no person {person} in analysis {analysis}.",
            remedy="There are: " + (", ".join(known) or "none") + ".",
        )
    ((session,),) = study.rows(
        "SELECT r.session FROM recording r JOIN analysis a ON a.recording = r.id WHERE a.id = ?", (analysis,)
    )
    if session != kept.file.session:
        raise UsageError(
            f"Track {track} and analysis {analysis} belong to different sessions.",
            remedy="`videmo study list` shows which belong together.",
        )
    summary = f"track {track} is about {person or 'nobody'} of analysis {analysis}"
    with study.change("tie", summary) as pen:
        return pen.insert("tie", {"track": track, "analysis": analysis, "person": person})


def ties(study: Study, analysis: int) -> tuple[Tie, ...]:
    """Whom the kept tracks are about, people put right. Raises `StudyError`."""
    rows = study.rows(
        f"SELECT t.track, t.person, t.change FROM {standing('tie', 't')} JOIN foreign_track k ON k.id = t.track "
        f"WHERE t.analysis = ? AND k.file IN (SELECT f.id {_FILES}) ORDER BY t.id",
        (analysis,),
    )
    latest = {track: (person, change) for track, person, change in rows}
    return tuple(
        Tie(track, analysis, now_called(study, analysis, person, since=change))
        for track, (person, change) in sorted(latest.items())
        if person is not None
    )
