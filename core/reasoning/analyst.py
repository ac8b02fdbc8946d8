"""A language model as the analyst: it reads the segments that the measurements cut, one after the other.

Comes in: measured segments, what was measured of each person, an engine. Goes out: the same segments with the model's
reading, its tree checked against the measurements, and its account. Quality, borders and the person's baseline stay the
built-in analyst's. Must not know: which engine it is, files, the study.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from core.evidence.measured import Person, rows_in
from core.evidence.spoken import CheckRule, check_tree
from core.faces.crops import CropRule, crops_along, steady_boxes
from core.footage.reader import FrameReader
from core.progress import Progress, Stage
from core.reasoning.kept import KeptSegments, Told
from core.reasoning.restarted import RestartedEngine
from core.reasoning.search import SearchRule, read_clip
from core.records.account import Account
from core.records.analysis import Segment
from core.records.measurement import PersonTrack
from core.records.moment import Moment, Span
from core.records.tree import AffectiveTree
from core.records.video import Video
from core.vlm.backend import Clip, EngineError, OutOfMemoryError, PromptTooLongError
from core.vlm.frames import Vision, clip_of, frame_count

READING = "the model reads"
NO_PICTURE = "No picture of the face could be cut out of the recording."


class EngineLostError(EngineError):
    """The engine failed again and again; what was finished is kept."""


@dataclass(frozen=True, slots=True)
class ModelRule:
    """How a language model reads segments."""

    vision: Vision = field(default_factory=Vision)
    search: SearchRule = field(default_factory=SearchRule)
    check: CheckRule = field(default_factory=CheckRule)
    crop: CropRule = field(default_factory=CropRule)
    largest_crop: int = 672
    """Pixels of a crop's side; larger faces are cut out smaller, the model sees less still."""
    failures_in_a_row: int = 3
    """So many segments in a row at which the engine failed end the work."""


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """One person with everything that was measured."""

    person: Person
    track: PersonTrack


@dataclass(frozen=True, slots=True)
class Work:
    """Where pictures and measurements come from, and where finished segments go."""

    video: Video
    subject: Callable[[str], Subject]
    """By person; asked for once for all segments of a person that stand together."""
    kept: KeptSegments
    finished: Callable[[int, Segment], None] | None = None
    """Told of each segment that is read, with its place."""


def read_segments(
    segments: Sequence[Segment], work: Work, *, engine: RestartedEngine, rule: ModelRule
) -> Stage[tuple[tuple[Segment, ...], int]]:
    """The segments as the model reads them, in their order, and how many were read with half of everything.

    What is not assessable stays as it is. A segment at which the engine fails is marked failed with the reason, a
    broken engine is started anew and the rest goes on; such a segment is tried again when an interrupted run is
    resumed. Every yield is a cancel point. Raises `EngineLostError` after several failures in a row, `FootageError`
    where the recording cannot be read any more.
    """
    wanted = [place for place, segment in enumerate(segments) if segment.assessable]
    found = list(segments)
    subject: Subject | None = None
    lost = halved = 0
    for number, place in enumerate(wanted):
        segment = segments[place]
        told = work.kept.get(place, segment)
        if told is None:
            if subject is None or subject.track.person != segment.person:
                subject = work.subject(segment.person)
            reading = _read(segment, subject, work, engine=engine, rule=rule)
            try:
                told = yield from _as_part(reading, number, len(wanted))
            except EngineError as failure:
                lost += 1
                if not isinstance(failure, OutOfMemoryError | PromptTooLongError):  # after which it still answers
                    engine.lose()
                if lost >= rule.failures_in_a_row:
                    raise EngineLostError(
                        f"The engine failed at {lost} segments in a row: {failure.problem}",
                        remedy=f"{failure.remedy} What was read is kept; --resume goes on from there.",
                    ) from failure
                told = Told(_failed(segment, failure.problem, frames=0), halved=False)
            else:
                lost = 0
                work.kept.add(place, told)
        halved += told.halved
        found[place] = told.segment
        if work.finished is not None:
            work.finished(place, told.segment)
        yield Progress(READING, number + 1, len(wanted), "segments")
    return tuple(found), halved


def _as_part(reading: Stage[Told], number: int, total: int) -> Stage[Told]:
    """The stage of one segment, its progress as that of all of them."""
    try:
        while True:
            try:
                step = next(reading)
            except StopIteration as end:
                return end.value
            part = min(1.0, step.done / step.total) if step.total else 0.0
            yield Progress(READING, number + part, total, "segments")
    finally:
        reading.close()


def _read(segment: Segment, subject: Subject, work: Work, *, engine: RestartedEngine, rule: ModelRule) -> Stage[Told]:
    backend = yield from engine.running()
    rows = rows_in(subject.person, segment.span)

    def check(tree: AffectiveTree) -> AffectiveTree:
        return check_tree(tree, rows, rule=rule.check)

    def read(vision: Vision, search: SearchRule) -> Stage[Segment]:
        clip = clip_of_segment(segment.span, subject.track, video=work.video, vision=vision, rule=rule)
        if clip is None:
            return _failed(segment, NO_PICTURE, frames=0)
        yield Progress(READING, 0, 1, "segments")
        found = yield from read_clip(
            backend,
            clip,
            span=segment.span,
            prefix=segment.id,
            rule=search,
            check=check,
            measured={} if segment.reading is None else segment.reading.signals,
        )
        return replace(segment, reading=found.reading, tree=found.tree, account=found.account)

    try:
        return Told((yield from read(rule.vision, rule.search)), halved=False)
    except OutOfMemoryError:
        fewer = max(1, rule.search.candidates // 2)
        less = replace(rule.vision, most=max(rule.vision.fewest, rule.vision.most // 2))
        return Told((yield from read(less, replace(rule.search, candidates=fewer))), halved=True)


def clip_of_segment(span: Span, track: PersonTrack, *, video: Video, vision: Vision, rule: ModelRule) -> Clip | None:
    """`clip_along` a person's measured boxes."""
    measured = track.measurements
    return clip_along(span, measured.times_s, measured.boxes, video=video, vision=vision, rule=rule)


def clip_along(
    span: Span,
    times: NDArray[np.float64],
    boxes: NDArray[np.float32],
    *,
    video: Video,
    vision: Vision,
    rule: ModelRule,
) -> Clip | None:
    """What the model is shown of one face in a span, cut out at the recording's own scale; None without a picture.

    `times` (n,) in s and `boxes` (n, 4): where the face is, beyond the span too. A span of one frame shows that frame
    twice. Raises `FootageError`.
    """
    inside = (times >= span.start_s) & (times < span.end_s)
    if not inside.any():
        return None
    sides = steady_boxes(times[inside], boxes[inside], rule=rule.crop)[:, 2]
    size = max(1, min(rule.largest_crop, round(float(np.max(sides)))))
    count = frame_count(span.duration_s, vision)
    crops = crops_along(video, times, boxes, span=span, count=count, size=size, rule=rule.crop)
    frames = [crop.pixels for crop in crops]
    return clip_of(frames, span.duration_s, vision) if frames else None


def clip_of_frames(span: Span, *, video: Video, vision: Vision) -> Clip:
    """Whole pictures: the middle one of each of as many equal shares of the span as are shown.

    Raises `FootageError`.
    """
    count = frame_count(span.duration_s, vision)
    shares = (np.arange(count) + 0.5) / count
    with FrameReader(video) as reader:
        frames = [reader.frame_at(Moment.at(span.start_s + share * span.duration_s)).rgb() for share in shares.tolist()]
    return clip_of(frames, span.duration_s, vision)


def _failed(segment: Segment, why: str, *, frames: int) -> Segment:
    account = Account((), "", (), why, frames)
    return replace(segment, reading=None, tree=AffectiveTree((), ()), account=account)
