"""Calls the stages in order: recording, speech, faces, people, segments, readings, key frames, files.

Comes in: a `Request`. Goes out: an `Analysis` and its files. The only file that knows all stages; it hands each one
its rule and holds no threshold of its own.
"""

import os
from collections.abc import Callable, MutableMapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from core.by_model import LanguageModel, LoadedModel, opened_model
from core.errors import UsageError
from core.evidence.appearance import AppearanceNetwork
from core.evidence.grid import to_grid
from core.evidence.measured import (
    MeasuredRules,
    Person,
    analyse_person,
    measure_people,
    spans_of_presence,
    summarise,
)
from core.evidence.shape import LandmarkShape
from core.export.look import key_of
from core.faces.beginnings import Beginnings
from core.faces.face_pass import face_pass
from core.faces.freed import give_back
from core.faces.kept import KeptStretches
from core.faces.key_frames import KeyFrameRule
from core.faces.pose import GazeObserver
from core.faces.rules import FaceRule
from core.faces.stretch import Sampling, StretchResult, plan
from core.footage.reader import probe
from core.footage.speech import SpeechRule, detect_speech
from core.job_key import Asked, job_key
from core.models import entry, locate
from core.pieces import Pieces
from core.progress import Beside, Progress, Stage
from core.provenance import provenance
from core.reasoning.analyst import Subject, Work
from core.reasoning.kept import FIRST, KeptSegments
from core.records.analysis import Analysis, PersonSummary, Segment
from core.records.measurement import FacePass, PersonTrack, Speech
from core.records.moment import Span
from core.records.video import Video
from core.results import worth_a_look, write_results

SEED = 20250
"""Seed of the re-sampling behind the stability score of measured readings. A language model's seed is its rule's."""
MEASURED = "measured"
"""The built-in analyst's name."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Every threshold of every stage."""

    faces: FaceRule = field(default_factory=FaceRule)
    speech: SpeechRule = field(default_factory=SpeechRule)
    measured: MeasuredRules = field(default_factory=MeasuredRules)
    rate_hz: float | None = 10.0
    """Frames per second of video that are looked at; None for every frame."""
    longest_gap_s: float = 0.5
    """A face that is gone for longer than this ends a span of presence."""
    key_frame: KeyFrameRule = field(default_factory=KeyFrameRule)


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for."""

    video: Path
    out: Path | None
    """Where files go; None for no files, as when the result is kept in a study."""
    start_s: float | None = None
    end_s: float | None = None
    most_people: int | None = None
    every_frame: bool = False
    resume: bool = False
    workers: int | None = None
    rules: Rules = field(default_factory=Rules)
    model: LanguageModel | None = None
    """The language model that reads what the measurements cut; None for the built-in analyst."""
    adapter_key: bytes | None = field(default=None, repr=False)
    """What opens that model's adapter where it is sealed; kept nowhere."""

    @property
    def asked(self) -> Asked:
        """The choices, as unfinished work remembers them."""
        return Asked(self.start_s, self.end_s, self.most_people, self.every_frame, self.model)


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What an analysis left behind."""

    analysis: Analysis
    tracks: tuple[PersonTrack, ...]
    """The measurements of the people in the analysis, for a study; empty where files were written instead."""
    files: tuple[Path, ...]
    """`report.html` and the others; empty where none were asked for."""

    @property
    def report(self) -> Path | None:
        """The report among the files."""
        return next((path for path in self.files if path.suffix == ".html"), None)

    def summary(self) -> tuple[str, ...]:
        """A few lines for a terminal: one a person, or that nobody was found."""
        analysis = self.analysis
        if not analysis.people:
            return ("No face was found: nothing in this recording is assessable.",)
        lines: list[str] = []
        for person in analysis.people:
            own = [segment for segment in analysis.segments if segment.person == person.id]
            shown: dict[str, float] = {}
            for segment in own:
                label = key_of(segment)
                shown[label] = shown.get(label, 0.0) + segment.span.duration_s
            listed = ", ".join(f"{label} {value:.1f} s" for label, value in sorted(shown.items(), key=lambda x: -x[1]))
            lines.append(f"{person.id}: {len(own)} segments; displayed, as the model reads it: {listed}")
        return tuple(lines)


def analyse(
    request: Request,
    *,
    pieces: Pieces | None = None,
    first: Callable[[Analysis], None] | None = None,
    filled: Callable[[int, Segment], None] | None = None,
    remark: Callable[[str], None] = lambda _: None,
) -> Stage[Outcome]:
    """Analyses one recording and, where a folder is named, writes its files. Every yield is a cancel point.

    `pieces` keeps finished stretches and segments, for `Request.resume`; it is called in the thread that drives this
    stage and in no other. With files it is cleared once they are there; without, the caller keeps the result and clears
    it. `first` is shown the beginning of the recording while the rest is still looked at, without speech; the end may
    read it anew. With a language model it is shown all measured readings before the model begins, and `filled` is told
    each segment that the model has read, with its place among them; `remark` hears beforehand that memory may be short.
    """
    yield Progress("opening the recording", 0, 1, "files")
    video = probe(request.video)
    span = _span(video, request)
    if request.model is None:
        analysis, tracks = yield from _analysis_of(request, video, span, pieces=pieces, first=first, loaded=None)
    else:
        with closing(opened_model(request.model, adapter_key=request.adapter_key)) as loaded:
            yield from loaded.ready(remark)
            analysis, tracks = yield from _analysis_of(
                request, video, span, pieces=pieces, first=first, loaded=loaded, filled=filled
            )
    if request.out is None:
        return Outcome(analysis, tracks, ())
    wanted = worth_a_look(analysis, tracks, rule=request.rules.key_frame)
    # With the hours of a recording these grow most, and files need no more of them.
    del tracks
    give_back()
    files = yield from write_results(analysis, wanted, out=request.out, rule=request.rules.key_frame)
    if pieces is not None:
        pieces.clear()
    return Outcome(analysis, (), files)


def _analysis_of(
    request: Request,
    video: Video,
    span: Span,
    *,
    pieces: Pieces | None,
    first: Callable[[Analysis], None] | None,
    loaded: LoadedModel | None,
    filled: Callable[[int, Segment], None] | None = None,
) -> Stage[tuple[Analysis, tuple[PersonTrack, ...]]]:
    """What is measured, and where a language model is loaded what that reads; with the tracks behind it."""
    rules = request.rules
    face_model, network = locate("face-landmarker"), locate("expression-network")
    hashes = {name: entry(name).sha256 for name in ("face-landmarker", "expression-network")}
    record = provenance(analyst=MEASURED, models=hashes, rules={"settings": rules}, seed=SEED)
    final = record if loaded is None else loaded.named_in(record)
    kept: MutableMapping[int, StretchResult] = {}
    numbers: tuple[int, ...] = ()
    if pieces is not None:
        key = job_key(request.asked, sha256=video.sha256, span=span, record=final)
        numbers = pieces.begin(key, resume=request.resume)
        kept = KeptStretches(pieces, [number for number in numbers if number < FIRST])

    def concluded(found: FacePass, speech: Speech | None, part: Span) -> tuple[Analysis, tuple[PersonTrack, ...]]:
        tracks = _longest(found.people, request.most_people)
        people, segments = _read(tracks, found, speech=speech, span=part, rules=rules)
        notes = _notes(video, found, people)
        return Analysis(video, part, people, segments, found.cuts_s, speech, notes, record), tracks

    with Beside(detect_speech(video, rules.speech, span=span)) as listening:
        looking = face_pass(
            video,
            model=face_model,
            rule=rules.faces,
            sampling=Sampling(None if request.every_frame else rules.rate_hz),
            observers=lambda: (AppearanceNetwork(network), LandmarkShape(), GazeObserver()),
            span=span,
            workers=request.workers or os.cpu_count() or 1,
            kept=kept,
        )
        if first is not None:
            beginnings = Beginnings(plan(video, span=span), kept, rule=rules.faces)
            looking = _showing(looking, beginnings, lambda found, part: first(concluded(found, None, part)[0]))
        found = yield from looking
        speech = yield from listening.rest()
    analysis, tracks = concluded(found, speech, span)
    if loaded is None:
        return analysis, tracks
    if first is not None:
        first(analysis)
    by_person = {track.person: track for track in tracks}

    def subject(person: str) -> Subject:
        track = by_person[person]
        return Subject(_person(track, speech=speech, span=span, rules=rules), track)

    work = Work(video, subject, KeptSegments(pieces, numbers), filled)
    segments, notes = yield from loaded.read(analysis.segments, work)
    final, more = loaded.used_in(final)
    return replace(analysis, segments=segments, notes=(*analysis.notes, *notes, *more), provenance=final), tracks


def _showing(stage: Stage[FacePass], beginnings: Beginnings, show: Callable[[FacePass, Span], None]) -> Stage[FacePass]:
    """The stage itself, and on the way each new beginning to `show`."""
    with closing(stage):
        while True:
            try:
                step = next(stage)
            except StopIteration as end:
                return end.value
            yield step
            beginning = beginnings.new()
            if beginning is not None:
                show(*beginning)


def _span(video: Video, request: Request) -> Span:
    """The part to analyse, in seconds after the first frame."""
    start_s = request.start_s or 0.0
    end_s = video.duration_s if request.end_s is None else min(request.end_s, video.duration_s)
    if start_s >= end_s:
        raise UsageError(
            f"There is nothing to analyse between {start_s:g} s and {end_s:g} s.",
            remedy=f"The recording lasts {video.duration_s:.2f} s; choose --from and --to inside it.",
        )
    return Span.between(start_s, end_s)


def _longest(tracks: Sequence[PersonTrack], most: int | None) -> tuple[PersonTrack, ...]:
    """The `most` people who are seen longest, in their own order."""
    if most is None or len(tracks) <= most:
        return tuple(tracks)
    ranked = sorted(tracks, key=lambda track: -len(track.measurements))[:most]
    return tuple(track for track in tracks if track in ranked)


def _read(
    tracks: Sequence[PersonTrack], found: FacePass, *, speech: Speech | None, span: Span, rules: Rules
) -> tuple[tuple[PersonSummary, ...], tuple[Segment, ...]]:
    summaries: list[PersonSummary] = []
    segments: list[Segment] = []
    for track in tracks:  # one after the other: what is measured on the way is large, what stays is not
        person = _person(track, speech=speech, span=span, rules=rules)
        spans = spans_of_presence(track.measurements, longest_gap_s=rules.longest_gap_s, end_s=span.end_s)
        summaries.append(summarise(person, spans))
        segments += analyse_person(
            person,
            cuts_s=found.cuts_s,
            end_s=span.end_s,
            rules=rules.measured,
            first_number=len(segments) + 1,
            seed=SEED,
        )
    return tuple(summaries), tuple(segments)


def _person(track: PersonTrack, *, speech: Speech | None, span: Span, rules: Rules) -> Person:
    grid = to_grid(track.measurements, person=track.person, start_s=span.start_s, end_s=span.end_s)
    (person,) = measure_people([grid], speech=speech, rules=rules.measured)
    return person


def _notes(video: Video, found: FacePass, people: Sequence[PersonSummary]) -> tuple[str, ...]:
    notes = list(video.notes)
    if found.broken_frames:
        notes.append(f"{found.broken_frames} frames could not be decoded and were passed over.")
    if not people:
        notes.append("No face was found, so nothing in this recording is assessable.")
    return tuple(notes)
