"""Who says what of whom in a session. In: a study, a session and a source. Out: one label track per person.

A source is the model, a rater, or a track of another tool that is tied to a person. Everything a human put right is
followed: merged, split and swapped people, excluded spans (for every source), a rater's last words. Times are seconds
after the session's zero. Must not know: what is computed from the tracks.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import fsum
from typing import Literal

from core.errors import UsageError
from core.project.analyses import analysed_span, analyses
from core.project.failures import BlindError, NotFoundError
from core.project.foreign import foreign_track, load_foreign, ties
from core.project.media import recordings
from core.project.people import excluded_spans, who_is_who_of
from core.project.reviews import annotations, desk, uncovered
from core.project.study import Study
from core.records.analysis import EMOTIONS, UNCLEAR
from core.records.moment import Span
from core.records.review import Annotation
from core.records.study import PersonStanding
from core.statistics.tracks import LabelTrack, Piece, presence_track, track_of_annotations

SourceKind = Literal["model", "rater", "track"]


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody or something that says what is displayed."""

    kind: SourceKind
    name: str = ""
    """The rater's name, or the track's number; empty for the model."""


MODEL = Source("model")
OURS = (*EMOTIONS, UNCLEAR)
"""Labels that the model gives, and raters of it."""


@dataclass(frozen=True, slots=True)
class Choices:
    """How labels are read. Every choice that a user makes, to be shown with the figures."""

    between: str | None = None
    """What a gap in a track of another tool means: a label; None: nobody looked there."""
    same: Mapping[str, str] = field(default_factory=dict[str, str])
    """Another tool's or a rater's word to ours, as `joy` to `happiness`."""
    code: str | None = None
    """Look only at whether this label is given or not: for coding schemes whose codes overlap."""


@dataclass(frozen=True, slots=True)
class CodedPerson:
    """One person as one source codes them."""

    person: str
    """`P1`; with several recordings in the session `P1 of recording 2`, unless named as a participant throughout."""
    standing: PersonStanding
    analyses: tuple[int, ...]
    track: LabelTrack
    """In seconds after the session's zero; the coder is the source."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A session as one source codes it."""

    session: int
    source: Source
    coder: str
    """The source's name among others: `model`, the rater's name, or the other tool's coder."""
    span: Span
    """From the first to the last moment that was analysed, in seconds after the session's zero."""
    labels: tuple[str, ...]
    """All labels that the source could give, ours first."""
    people: tuple[CodedPerson, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """An analysis of the session and where it lies."""

    analysis: int
    recording: int
    offset_s: float
    within: Span


def coded(
    study: Study,
    session: int,
    source: Source = MODEL,
    *,
    analyses_asked: Sequence[int] = (),
    choices: Choices | None = None,
) -> Coded:
    """The tracks of a source, from the latest analysis of each recording of the session, or from those asked for.

    People of several recordings are one person where they were named as the same participant and their times do not
    overlap. Raises `BlindError` where who works on the study rates blind and asks for anything but their own words,
    `NotFoundError`, `UsageError` for a track that gives one moment two labels, or `StudyError`.
    """
    choices = choices or Choices()
    seat = desk(study, study.who)
    if seat.blind and source != Source("rater", study.who):
        raise BlindError(
            f"{study.who} rates blind and may not see what others say, nor what follows from it.",
            remedy="End the blind rating first: `videmo study review --unblind`.",
        )
    with study.reading():
        parts = _parts(study, session, analyses_asked)
        coder = foreign_track(study, _number(source)).name if source.kind == "track" else source.name or "model"
        found: list[CodedPerson] = []
        vocabulary: dict[str, None] = {}
        for part in parts:
            who = who_is_who_of(study, part.analysis)
            own = _pieces(study, part, source, choices, vocabulary)
            for person, standing in who.standings.items():
                name = person if len(parts) == 1 else f"{person} of recording {part.recording}"
                track = LabelTrack(coder, name, own.get(person, ()))
                found.append(CodedPerson(name, standing, (part.analysis,), track))
    starts, ends = [part.within.start for part in parts], [part.within.end for part in parts]
    return Coded(
        session=session,
        source=source,
        coder=coder,
        span=Span(min(starts), max(ends)),
        labels=_labels(source, choices, vocabulary, found),
        people=_joined(found, {part.analysis: part.within for part in parts}),
    )


def sources(study: Study, session: int, *, analyses_asked: Sequence[int] = ()) -> tuple[Source, ...]:
    """The model, everybody who reviewed these analyses, and every track tied to one of their people.

    A rater who works blind gets themselves alone. Raises `NotFoundError` or `StudyError`.
    """
    seat = desk(study, study.who)
    if seat.blind:
        return (Source("rater", study.who),)
    raters: dict[str, None] = {}
    tracks: dict[int, None] = {}
    with study.reading():
        for part in _parts(study, session, analyses_asked):
            raters |= {one.rater: None for one in seat.reviews(analysis=part.analysis) if one.clue is None}
            tracks |= {tie.track: None for tie in ties(study, part.analysis)}
    return (MODEL, *(Source("rater", name) for name in raters), *(Source("track", str(one)) for one in tracks))


def _parts(study: Study, session: int, asked: Sequence[int]) -> list[_Part]:
    parts: list[_Part] = []
    for recording in recordings(study, session):
        known = [one.id for one in analyses(study, recording=recording.id)]
        chosen = [one for one in known if one in asked] if asked else known[-1:]
        for analysis in chosen:
            span, offset_s = analysed_span(study, analysis), recording.offset_s
            within = Span.between(span.start_s + offset_s, span.end_s + offset_s)
            parts.append(_Part(analysis, recording.id, offset_s, within))
    unknown = sorted(set(asked) - {part.analysis for part in parts})
    if unknown or not parts:
        what = f"analysis {unknown[0]} in session {session}" if unknown else f"analysis of session {session}"
        raise NotFoundError(f"This study holds no {what}.", remedy="`videmo study list` shows what it holds.")
    if len({part.recording for part in parts}) < len(parts):
        raise UsageError("Two analyses of one recording show everybody twice.", remedy="Ask for one at a time.")
    return parts


def _number(source: Source) -> int:
    if not source.name.isdigit():
        raise UsageError(f"{source.name!r} is no number of a track.", remedy="`videmo study tracks` shows them.")
    return int(source.name)


def _pieces(
    study: Study, part: _Part, source: Source, choices: Choices, vocabulary: dict[str, None]
) -> dict[str, tuple[Piece, ...]]:
    """What the source says of each person of one analysis, in session time, without what is excluded."""
    found: dict[str, tuple[Piece, ...]] = {}
    if source.kind == "track":
        tied = [tie.person for tie in ties(study, part.analysis) if tie.track == _number(source)]
        for person in tied:
            model = _said(study, part, "model", choices).get(person, [])
            found[person] = _foreign(study, part, _number(source), choices, vocabulary, model, person)
    else:
        name = "model" if source.kind == "model" else source.name
        for person, pieces in _said(study, part, name, choices).items():
            found[person] = tuple(_presence(piece, choices.code) for piece in pieces)
    return {
        person: without(
            pieces,
            [(a + part.offset_s, b + part.offset_s) for a, b in excluded_spans(study, part.analysis, person)],
        )
        for person, pieces in found.items()
    }


def _said(study: Study, part: _Part, name: str, choices: Choices) -> dict[str, list[Piece]]:
    return pieces_of(annotations(study, part.analysis, source=name), offset_s=part.offset_s, same=choices.same)


def pieces_of(
    said: Iterable[Annotation], *, offset_s: float = 0.0, same: Mapping[str, str] | None = None
) -> dict[str, list[Piece]]:
    """By person, what was said of them, `offset_s` later and in our words (`same`: theirs to ours)."""
    found: dict[str, list[Piece]] = {}
    for one in said:
        span = Span.between(one.start_s + offset_s, one.end_s + offset_s)
        label = None if one.label is None else (same or {}).get(one.label, one.label)
        if span.start < span.end:
            found.setdefault(one.person, []).append(Piece(span, label, one.speaking, one.failed))
    return found


def _foreign(
    study: Study,
    part: _Part,
    number: int,
    choices: Choices,
    vocabulary: dict[str, None],
    model: Sequence[Piece],
    person: str,
) -> tuple[Piece, ...]:
    kept, track = foreign_track(study, number), load_foreign(study, number)
    if track.samples is not None:
        raise UsageError(
            f"Track {number} holds measured values and no labels.", remedy="Choose a track of annotations."
        )
    vocabulary |= {choices.same.get(label, label): None for label in track.vocabulary}
    spans = [
        (
            Span.between(one.span.start_s + kept.start_s, one.span.end_s + kept.start_s),
            choices.same.get(one.label, one.label),
        )
        for one in track.annotations
    ]
    if choices.code is not None:
        made = presence_track(spans, choices.code, coder=kept.name, person=person, within=part.within)
    else:
        made = track_of_annotations(spans, coder=kept.name, person=person, within=part.within, between=choices.between)
    return tuple(Piece(piece.span, piece.label, speaking_in(piece.span, model)) for piece in made.pieces)


def speaking_in(span: Span, model: Iterable[Piece]) -> bool | None:
    """Whether the person speaks for most of a span, by the segments of the analysis; None where half is not told."""
    told = {True: 0.0, False: 0.0}
    for piece in model:
        start, end = max(piece.span.start, span.start), min(piece.span.end, span.end)
        if piece.speaking is not None and start < end:
            told[piece.speaking] = fsum((told[piece.speaking], Span(start, end).duration_s))
    if told[True] + told[False] < span.duration_s / 2:
        return None
    return told[True] > told[False]


def _presence(piece: Piece, code: str | None) -> Piece:
    if code is None or piece.label is None:
        return piece
    return Piece(piece.span, code if piece.label == code else f"not {code}", piece.speaking)


def without(pieces: Sequence[Piece], excluded_s: Sequence[tuple[float, float]]) -> tuple[Piece, ...]:
    """The pieces with excluded stretches of time cut out of them."""
    if not excluded_s:
        return tuple(pieces)
    return tuple(
        replace(piece, span=Span.between(*part))
        for piece in pieces
        for part in uncovered((piece.span.start_s, piece.span.end_s), excluded_s)
    )


def _labels(
    source: Source, choices: Choices, vocabulary: Mapping[str, None], found: Sequence[CodedPerson]
) -> tuple[str, ...]:
    given = {piece.label: None for one in found for piece in one.track.pieces if piece.label is not None}
    if choices.code is not None:
        return (choices.code, f"not {choices.code}")
    ours = () if source.kind == "track" else OURS
    between = () if choices.between is None or source.kind != "track" else (choices.between,)
    return tuple(dict.fromkeys((*ours, *vocabulary, *between, *sorted(given))))


def _joined(found: Sequence[CodedPerson], spans: Mapping[int, Span]) -> tuple[CodedPerson, ...]:
    """People of consecutive recordings who are the same participant made one. Depends on no source."""
    result: list[CodedPerson] = []
    for one in found:
        who = one.standing.participant
        same = (
            place
            for place, other in enumerate(result)
            if who is not None and other.standing.participant == who and _apart(one, other, spans)
        )
        place = next(same, None)
        if place is None:
            result.append(one)
            continue
        before = result[place]
        name = before.standing.name
        pieces = sorted((*before.track.pieces, *one.track.pieces), key=lambda piece: piece.span.start)
        track = LabelTrack(one.track.coder, name, tuple(pieces))
        result[place] = CodedPerson(name, before.standing, (*before.analyses, *one.analyses), track)
    return tuple(result)


def _apart(one: CodedPerson, other: CodedPerson, spans: Mapping[int, Span]) -> bool:
    return all(
        spans[first].end <= spans[second].start or spans[second].end <= spans[first].start
        for first in one.analyses
        for second in other.analyses
    )
