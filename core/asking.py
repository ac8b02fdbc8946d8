"""One published question about a recording, put to a language model. In: a `Question`. Out: what was said.

Finds the person by the face pass over the asked part alone, so people are numbered as they appear in it. Knows the
engine and the stages as `pipeline` does; nothing is kept.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from core.by_model import LanguageModel, checked_plan, memory_used, plan_of, rule_of, told_fit
from core.errors import UsageError
from core.faces.crops import face_crops
from core.faces.face_pass import face_pass
from core.faces.rules import FaceRule
from core.faces.stretch import Sampling as FrameSampling
from core.footage.reader import probe
from core.models import locate
from core.progress import Progress, Stage
from core.reasoning.analyst import NO_PICTURE, ModelRule, clip_of_frames, clip_of_segment
from core.reasoning.answers import Answer, NoAnswer, read_answer
from core.reasoning.prompts import Task, opening, rationale_prompt
from core.reasoning.tree_text import Parsed, parse
from core.records.measurement import PersonTrack
from core.records.moment import Span
from core.records.video import Video
from core.vlm.backend import About, Backend, Clip, Context, Encoded, EngineError, Reply, Sampling
from core.vlm.drawing import drawn
from core.vlm.engines import open_engine
from core.vlm.fitting import Fit
from core.vlm.frames import clip_of, frame_count

LOOKED_AT_HZ = 10.0
"""Frames per second of video in which faces are looked for."""
ANSWERS = "the model answers"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, of whom."""

    video: Path
    task: Task
    model: LanguageModel
    people: tuple[str, ...] = ()
    """P1, …; empty where there is but one, and for a task about the whole picture."""
    start_s: float | None = None
    end_s: float | None = None
    reasons: bool = False
    """Whether the reasons are asked for in a second turn."""
    most_tokens: int = 512
    temperature: float = 0.0
    seed: int = 20250
    adapter_key: bytes | None = field(default=None, repr=False)
    """What opens the model's adapter where it is sealed; kept nowhere."""


@dataclass(frozen=True, slots=True)
class Said:
    """What came of a question."""

    task: str
    """Its id."""
    people: tuple[str, ...]
    span: Span
    frames: int
    """Pictures the model was shown."""
    about: About
    reply: Reply
    answer: Answer | NoAnswer | None
    """None for prose."""
    distribution: Mapping[str, float] | None
    """Probability of each label among the options; None for a task with no or several answers, and without scores."""
    on_options: float | None
    """How much of the model's probability all options' answers together hold, in [0, 1]; None as above."""
    tree: Parsed | None
    """What was read out of prose about one person; None for a closed task."""
    reasons: Reply | None
    memory: str
    """How much was used and expected; empty where that cannot be told."""


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What the model is shown."""

    people: tuple[str, ...]
    span: Span
    clip: Clip


class Asked:
    """A question whose pictures the model has before it. Closed once, by whoever made it."""

    def __init__(self, question: Question, backend: Backend, shown: Shown, *, fit: Fit | None = None) -> None:
        self._question, self._backend, self._shown, self._fit = question, backend, shown, fit
        self._encoded: Encoded | None = None

    def close(self) -> None:
        """Frees the engine."""
        self._backend.close()

    def answer(self, *, heard: Callable[[str], None], other: Task | None = None) -> Stage[Said]:
        """Has the model answer; `heard` is given the reply piece by piece. Raises `EngineError`.

        `other`: a task that is asked about the same pictures in place of the question's; they are looked at once.
        """
        task, backend = other or self._question.task, self._backend
        if self._encoded is None:
            yield Progress("the model looks", 0, 1, "clips")
            self._encoded = backend.encode(self._shown.clip)
        context = backend.prefill(opening(task.question, system=task.system), clip=self._encoded)
        scored = _scored(backend, context, task) if task.closed and backend.about.scores else None
        rule = Sampling(
            temperature=self._question.temperature,
            most_tokens=self._question.most_tokens,
            seed=self._question.seed,
        )
        reply = yield from drawn(backend.sample(context, count=1, rule=rule), doing=ANSWERS, heard=heard)
        reasons: Reply | None = None
        if self._question.reasons:
            heard("\n")
            further = backend.extend(context, reply=reply, question=rationale_prompt().question)
            reasons = yield from drawn(backend.sample(further, count=1, rule=rule), doing=ANSWERS, heard=heard)
        used = memory_used(self._fit, backend)
        about_one = task.answer == "prose" and task.picture == "face"
        return Said(
            task=task.id,
            people=self._shown.people,
            span=self._shown.span,
            frames=len(self._shown.clip.frames),
            about=backend.about,
            reply=reply,
            answer=None if task.answer == "prose" else read_answer(reply.text, task),
            distribution=None if scored is None else scored[0],
            on_options=None if scored is None else scored[1],
            tree=parse(reply.text, span=self._shown.span, prefix="ask", level=task.level) if about_one else None,
            reasons=reasons,
            memory="" if used is None else used.sentence,
        )


def asked(question: Question, *, remark: Callable[[str], None] = lambda _: None) -> Stage[Asked]:
    """Finds the person, cuts the pictures and loads the model. Every yield is a cancel point.

    `remark` hears beforehand that memory may be short.

    Raises `UsageError` where the question and the recording do not fit, `FootageError`, `ModelError`, `EngineError`.
    """
    if question.task.second_turn:
        raise UsageError(
            f"The task {question.task.id} asks about an answer given before.", remedy="Ask another task with --why."
        )
    fit = told_fit(plan_of(question.model), rule_of(question.model), remark)
    shown = yield from shown_for(question)
    plan = yield from checked_plan(question.model, adapter_key=question.adapter_key)
    backend = yield from open_engine(plan)
    return Asked(question, backend, shown, fit=fit)


def shown_for(question: Question) -> Stage[Shown]:
    """Finds the person and cuts the pictures. Raises as `asked`, but for the model."""
    rule = rule_of(question.model)
    video = probe(question.video)
    span = _span(question, video)
    people, clip = yield from _shown(question, video, span, rule)
    return Shown(people, span, clip)


def _scored(backend: Backend, context: Context, task: Task) -> tuple[Mapping[str, float], float] | None:
    """Probability of each label among the options, and of all options together; None where scores are no numbers."""
    scores = backend.score(context, [option.answer for option in task.options])
    if not np.isfinite(scores).any() or np.isnan(scores).any():
        return None
    held = np.exp(scores - scores.max())
    shares = (held / held.sum()).tolist()
    by_label = {option.label: share for option, share in zip(task.options, shares, strict=True)}
    return by_label, float(min(1.0, np.exp(scores).sum()))


def _span(question: Question, video: Video) -> Span:
    start_s = question.start_s or 0.0
    end_s = video.duration_s if question.end_s is None else min(question.end_s, video.duration_s)
    if start_s >= end_s:
        raise UsageError(
            f"There is nothing to ask about between {start_s:g} s and {end_s:g} s.",
            remedy=f"The recording lasts {video.duration_s:.2f} s; choose --from and --to inside it.",
        )
    return Span.between(start_s, end_s)


def _shown(question: Question, video: Video, span: Span, rule: ModelRule) -> Stage[tuple[tuple[str, ...], Clip]]:
    """Whom the pictures show, and the pictures."""
    picture = question.task.picture
    wanted = {"face": 1, "pair": 2, "frame": 0}[picture]
    asks_about = {"face": "one person", "pair": "two people", "frame": "the whole picture"}[picture]
    if question.people and len(set(question.people)) != wanted:
        raise UsageError(
            f"The task {question.task.id} asks about {asks_about}.",
            remedy="Leave --person out." if wanted == 0 else f"Name {asks_about} with --person.",
        )
    if picture == "frame":
        yield Progress("cutting pictures", 0, 1, "clips")
        return (), clip_of_frames(span, video=video, vision=rule.vision)
    found = yield from face_pass(
        video,
        model=locate("face-landmarker"),
        rule=FaceRule(),
        sampling=FrameSampling(LOOKED_AT_HZ),
        span=span,
        workers=os.cpu_count() or 1,
    )
    tracks = {track.person: track for track in found.people}
    named = question.people or (tuple(tracks) if len(tracks) == wanted else ())
    if len(tracks) < wanted:
        seen = f"only {', '.join(map(_where, found.people))}" if tracks else "no face was found"
        raise UsageError(
            f"The task {question.task.id} asks about {asks_about}; in that part of the recording {seen}.",
            remedy="Choose another part with --from and --to.",
        )
    if not named or not tracks.keys() >= set(named):
        raise UsageError(
            f"The task {question.task.id} asks about {asks_about}; in that part of the recording "
            f"{', '.join(map(_where, found.people))}.",
            remedy=f"Name {asks_about} of these, as in --person {','.join(list(tracks)[:wanted])}.",
        )
    chosen = [tracks[name] for name in named]
    one = clip_of_segment(span, chosen[0], video=video, vision=rule.vision, rule=rule)
    clip = one if picture == "face" else _pair(video, chosen, span, rule)
    if clip is None:
        raise EngineError(NO_PICTURE, remedy="Choose another part with --from and --to.")
    return named, clip


def _where(track: PersonTrack) -> str:
    times = track.measurements.times_s
    return f"{track.person} is seen from {times[0]:.1f} s to {times[-1]:.1f} s"


def _pair(video: Video, tracks: list[PersonTrack], span: Span, rule: ModelRule) -> Clip | None:
    """Two people side by side, as the published task composes them; each in the order of time."""
    count, half = frame_count(span.duration_s, rule.vision), rule.largest_crop // 2
    crops = [
        [crop.pixels for crop in face_crops(video, track, span=span, count=count, size=half, rule=rule.crop)]
        for track in tracks
    ]
    if not all(crops):
        return None
    chosen = [np.round(np.linspace(0, len(own) - 1, count)).astype(int).tolist() for own in crops]
    frames = [
        np.concatenate([crops[0][left], crops[1][right]], axis=1)
        for left, right in zip(chosen[0], chosen[1], strict=True)
    ]
    return clip_of(frames, span.duration_s, rule.vision)
