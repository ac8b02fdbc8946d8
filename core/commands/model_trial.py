"""How fast a language model reads on this computer. In: a choice, one measured segment. Out: times, and what it used.

The segment is read as `videmo analyse` reads it, by the same search, so nothing is reckoned of what can be measured.
Before that one plain answer tells when the first word comes and how steadily the others follow. What is said counts
for nothing here and is kept nowhere.
"""

import time
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from core.by_model import LanguageModel, memory_used, plan_of, rule_of, told_fit
from core.errors import UsageError
from core.models.installed import verify_place
from core.progress import Progress, Stage
from core.reasoning.analyst import NO_PICTURE, ModelRule, clip_of_segment
from core.reasoning.prompts import level_prompt, opening
from core.reasoning.search import read_clip
from core.records.analysis import Segment
from core.records.measurement import PersonTrack
from core.records.video import Video
from core.vlm.backend import About, Backend, Clip, Reply, Sampling, Token
from core.vlm.engines import open_engine
from core.vlm.memory import Comparison

PLAIN_TOKENS = 64
"""The plain answer is cut off here."""


@dataclass(frozen=True, slots=True)
class ModelTrial:
    """What was measured; times in seconds."""

    about: About
    frames: int
    """Pictures that the model was shown."""
    load_s: float
    first_token_s: float
    """From the pictures to the first word of an answer, right after loading."""
    tokens_per_s: float | None
    """Of one plain answer behind its first token; None where it had no other."""
    segment_s: float
    """The whole search over the segment."""
    failure: str
    """Why the model's answers gave no reading; empty where they gave one."""
    memory: Comparison | None
    """What was expected and what was used; None where either cannot be told."""


def try_model(
    chosen: LanguageModel, segment: Segment, track: PersonTrack, *, video: Video, remark: Callable[[str], None]
) -> Stage[ModelTrial]:
    """Loads the model, has it read the segment, and frees it. `remark` hears that memory may be short. Every yield is a
    cancel point.

    Raises `ModelError`, `EngineError` and `UsageError` as an analysis would, the last also without a picture.
    """
    plan, rule = plan_of(chosen), rule_of(chosen)
    fit = told_fit(plan, rule, remark)
    if isinstance(plan.model, Path):
        yield from verify_place(plan.model)
    clip = clip_of_segment(segment.span, track, video=video, vision=rule.vision, rule=rule)
    if clip is None:
        raise UsageError(NO_PICTURE, remedy="Choose another recording with --video.")
    begun = time.perf_counter()
    engine = yield from open_engine(plan)
    with closing(engine):
        load_s = time.perf_counter() - begun
        first_token_s, tokens_per_s = yield from _plain_answer(engine, clip, rule)
        begun = time.perf_counter()
        found = yield from read_clip(
            engine, clip, span=segment.span, prefix=segment.id, rule=rule.search, check=lambda tree: tree
        )
        segment_s = time.perf_counter() - begun
        return ModelTrial(
            engine.about,
            len(clip.frames),
            load_s,
            first_token_s,
            tokens_per_s,
            segment_s,
            found.account.failure,
            memory_used(fit, engine),
        )


def _plain_answer(engine: Backend, clip: Clip, rule: ModelRule) -> Stage[tuple[float, float | None]]:
    """Seconds to the first token, and tokens a second behind it."""
    begun = time.perf_counter()
    encoded = engine.encode(clip)
    yield Progress("the first words", 0, PLAIN_TOKENS, "tokens")
    question = level_prompt("attribute").question
    context = engine.prefill(opening(question, spelling=rule.search.spelling), clip=encoded)
    drawing = engine.sample(context, count=1, rule=Sampling(temperature=0.0, most_tokens=PLAIN_TOKENS))
    with closing(drawing):
        times = yield from _times(drawing)
    engine.release(context, encoded)
    behind = len(times) - 1
    return times[0] - begun, behind / (times[-1] - times[0]) if behind > 0 else None


def _times(drawing: Generator[Token, None, tuple[Reply, ...]]) -> Stage[list[float]]:
    """When each step of one answer was there; when it was over, where it had none."""
    times: list[float] = []
    for _ in drawing:
        times.append(time.perf_counter())
        yield Progress("the first words", len(times), PLAIN_TOKENS, "tokens")
    return times or [time.perf_counter()]
