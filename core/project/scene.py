"""A whole session as a window holds it. In: an open study and a session. Out: a `Scene`, without trees and curves.

Everything a first picture needs: who is there, every segment as a row, events, verdicts, quality. Trees, curves and
distributions are asked for when they are looked at. Corrections of people are applied; times are seconds after the
session's zero. A blind rater's scene holds no reading.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from core.project.analyses import AnalysisRow, analyses, load_outline
from core.project.failures import NotFoundError, damaged
from core.project.media import recordings
from core.project.people import excluded_spans, people_corrections, who_is_who_of
from core.project.resolved import resolve
from core.project.reviews import desk, raters
from core.project.screen import Window, screen
from core.project.sessions import notes, participants, sessions
from core.project.study import Study, unpack_json
from core.records.analysis import EMOTIONS, Analysis, PersonSummary, Segment
from core.records.review import Rater, Review
from core.records.study import (
    Marker,
    Merge,
    Note,
    Participant,
    PersonStanding,
    Recording,
    SegmentRow,
    Session,
)

FOREVER_S = 1e9
"""Longer than any session: a window that holds all of one."""


@dataclass(frozen=True, slots=True, eq=False)
class ScenePerson:
    """One person of one analysis after all corrections."""

    standing: PersonStanding
    analysis: int
    coverage: float
    """Share of `spans_s` in which the face was usable, in [0, 1]."""
    spans_s: tuple[tuple[float, float], ...]
    """Where the face is in the picture."""
    baseline: str
    """How this person's neutral was defined; empty for a blind rater."""
    times_s: NDArray[np.float64]
    """(n,) a regular grid."""
    quality: NDArray[np.uint8]
    """(n,) `Quality` flags, `LOST` where no face."""
    excluded_s: tuple[tuple[float, float], ...] = ()
    """What is left out of this person's time, in no figure."""

    @property
    def key(self) -> tuple[int, str]:
        """Analysis and id: who this is within the session, as two recordings may both have a P1."""
        return self.analysis, self.standing.person


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What is known of a session, but for trees, curves and distributions."""

    session: Session
    participants: tuple[Participant, ...]
    recordings: tuple[Recording, ...]
    analyses: tuple[AnalysisRow, ...]
    """Those shown: the latest of each recording, or those that were asked for."""
    people: tuple[ScenePerson, ...]
    segments: tuple[SegmentRow, ...]
    """In order of time, then of person."""
    markers: tuple[Marker, ...]
    notes: tuple[Note, ...]
    reviews: tuple[Review, ...]
    """In force, oldest first; for a blind rater their own."""
    raters: tuple[Rater, ...]
    blind: bool
    """Whether the rater this scene was made for works blind."""
    speech_s: tuple[tuple[float, float], ...] | None
    """Where somebody speaks; None where no recording has an audio track that could be heard."""
    cuts_s: tuple[float, ...]
    remarks: tuple[str, ...]
    """Sentences about what could not be read."""
    length_s: float
    """From the session's zero to the end of its last recording or segment."""
    followed: Mapping[tuple[int, str], str] = field(default_factory=dict[tuple[int, str], str])
    """As whom each stored segment (analysis, id) was followed; of analyses in which people were merged, else empty."""

    def person(self, key: tuple[int, str]) -> ScenePerson | None:
        """The person with that key."""
        return next((one for one in self.people if one.key == key), None)

    def recording_at(self, time_s: float) -> Recording | None:
        """The recording that runs at a time, else the nearest one; None where the session has none."""
        timed = [
            (one, one.offset_s, one.offset_s + (one.video.duration_s if one.video else 0.0)) for one in self.recordings
        ]
        if not timed:
            return None
        return min(timed, key=lambda entry: max(entry[1] - time_s, time_s - entry[2], 0.0))[0]


def load_scene(study: Study, session: int, *, rater: str, shown: Sequence[int] = ()) -> Scene:
    """The session as `rater` may see it. Raises `NotFoundError` or another `StudyError`."""
    with study.reading():
        known = next((one for one in sessions(study) if one.id == session), None)
        if known is None:
            raise NotFoundError(
                f"This study holds no session {session}.", remedy="Choose one that the list of sessions shows."
            )
        media = recordings(study, session)
        latest = _shown(study, [one.id for one in media], shown)
        offsets = {one.id: one.offset_s for one in media}
        blind = any(one.blind for one in raters(study) if one.name == rater)
        people: list[ScenePerson] = []
        speech: list[tuple[float, float]] | None = None
        cuts: list[float] = []
        remarks: list[str] = []
        followed: dict[tuple[int, str], str] = {}
        for row in latest:
            who, offset_s = who_is_who_of(study, row.id), offsets[row.recording]
            outline = resolve(load_outline(study, row.id), who)
            for person in outline.people:
                known_as = who.standings.get(person.id, PersonStanding(person.id, person.id, None, None))
                made = _person(person, known_as, analysis=row.id, offset_s=offset_s, blind=blind)
                left_out = excluded_spans(study, row.id, person.id)
                people.append(replace(made, excluded_s=tuple((a + offset_s, b + offset_s) for a, b in left_out)))
            if any(isinstance(one.operation, Merge) for one in people_corrections(study, row.id)):
                found = study.rows("SELECT name, person FROM segment WHERE analysis = ?", (row.id,))
                followed |= {(row.id, name): own for name, own in found}
            if outline.speech is not None:
                speech = (speech or []) + [(a + offset_s, b + offset_s) for a, b in outline.speech.spans_s]
            cuts += [cut + offset_s for cut in outline.cuts_s]
            remarks += [] if blind else list(outline.notes)
        window = Window(
            session=session, start_s=-FOREVER_S, end_s=FOREVER_S, analyses=tuple(row.id for row in latest),
            rater=rater if blind else None,
        )  # fmt: skip
        drawn = screen(study, window)
        segments = tuple(sorted(drawn.segments, key=lambda one: (one.start_s, one.person))) if latest else ()
        table = desk(study, rater)
        reviews = tuple(one for row in latest for one in table.reviews(analysis=row.id))
        ends = [one.offset_s + one.video.duration_s for one in media if one.video is not None]
        ends += [one.end_s for one in segments]
        return Scene(
            session=known,
            participants=participants(study),
            recordings=media,
            analyses=latest,
            people=tuple(people),
            segments=segments,
            markers=drawn.markers,
            notes=notes(study, session),
            reviews=tuple(sorted(reviews, key=lambda one: one.id)),
            raters=raters(study),
            blind=blind,
            speech_s=None if speech is None else tuple(sorted(speech)),
            cuts_s=tuple(sorted(cuts)),
            remarks=tuple(remarks),
            length_s=max(ends, default=0.0),
            followed=followed,
        )


def _person(
    person: PersonSummary, standing: PersonStanding, *, analysis: int, offset_s: float, blind: bool
) -> ScenePerson:
    return ScenePerson(
        standing=standing,
        analysis=analysis,
        coverage=person.coverage,
        spans_s=tuple((one.start_s + offset_s, one.end_s + offset_s) for one in person.spans),
        baseline="" if blind else person.baseline,
        times_s=person.times_s + offset_s,
        quality=person.quality,
    )


def with_first_results(scene: Scene, analysis: Analysis, *, recording: Recording) -> Scene:
    """The scene with the first results of an analysis that still runs, under a number below 0 that no study gives.

    They stand beside the analyses of other recordings; nothing of them is in the study.
    """
    number, offset_s = -recording.id, recording.offset_s
    row = AnalysisRow(number, recording.id, analysis.provenance.analyst, "", "")
    people = tuple(
        _person(
            person, PersonStanding(person.id, person.id, None, None), analysis=number, offset_s=offset_s, blind=False
        )
        for person in analysis.people
    )
    segments = tuple(
        SegmentRow(
            analysis=number,
            segment=one.id,
            person=one.person,
            start_s=one.span.start_s + offset_s,
            end_s=one.span.end_s + offset_s,
            assessable=one.assessable,
            speaking=one.speaking,
            label=None if one.reading is None else one.reading.label,
            probability=None if one.reading is None else one.reading.distribution.get(one.reading.label),
            verdicts=(),
        )
        for one in analysis.segments
    )
    others = tuple(one for one in scene.analyses if one.recording != recording.id)
    kept = {one.id for one in others}
    rest = tuple(one for one in scene.segments if one.analysis in kept)
    return replace(
        scene,
        analyses=(*others, row),
        people=(*(one for one in scene.people if one.analysis in kept), *people),
        segments=tuple(sorted((*rest, *segments), key=lambda one: (one.start_s, one.person))),
        cuts_s=tuple(sorted({*scene.cuts_s, *(cut + offset_s for cut in analysis.cuts_s)})),
    )


def with_filled(scene: Scene, analysis: int, segment: Segment) -> Scene:
    """The scene with what a language model reads in one segment of an analysis that still runs."""
    reading = segment.reading
    label = None if reading is None else reading.label
    share = None if reading is None else reading.distribution.get(reading.label)
    rows = (
        row._replace(label=label, probability=share) if (row.analysis, row.segment) == (analysis, segment.id) else row
        for row in scene.segments
    )
    return replace(scene, segments=tuple(rows))


def _shown(study: Study, media: Sequence[int], shown: Sequence[int]) -> tuple[AnalysisRow, ...]:
    rows = [row for row in analyses(study) if row.recording in media and (not shown or row.id in shown)]
    return tuple({row.recording: row for row in rows}.values())


def distributions(study: Study, analysis: int, names: Sequence[str]) -> dict[str, NDArray[np.float32]]:
    """The distribution of each named segment that has a reading: (7,) in the order of `EMOTIONS`.

    Reads packed segments, about a fifth of a millisecond each: ask for those that are on the screen. A part of a cut
    segment (`S7/1`) has its whole's reading. Raises `StudyError`; a blind rater's caller must not ask.
    """
    found: dict[str, NDArray[np.float32]] = {}
    for name in names:
        rows = study.rows("SELECT body FROM segment WHERE analysis = ? AND name = ?", (analysis, name.split("/")[0]))
        for (body,) in rows:
            try:
                reading = json.loads(unpack_json(body))["reading"]
                if reading is not None:
                    shares = reading["distribution"]
                    found[name] = np.array([shares[emotion] for emotion in EMOTIONS], np.float32)
            except (ValueError, KeyError) as error:
                raise damaged(study.path, f"segment {name} cannot be read") from error
    return found
