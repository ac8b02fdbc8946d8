"""How far a quantised model is from the one it was made from: next words on one clip, held against one another.

Comes in: two models that are here and a recording. Goes out: divergence and agreement of the distributions of the next
token. Both read the same pictures and the same words: what the unquantised model answered, token by token.
"""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import cast, get_args

import numpy as np
from numpy.typing import NDArray

from core.errors import ModelError
from core.footage.reader import FrameReader, probe
from core.models.installed import keep_parity
from core.models.manifest import Installed, Parity
from core.progress import Progress, Stage
from core.reasoning.prompts import level_prompt, opening
from core.records.moment import Moment
from core.records.tree import Level
from core.vlm.backend import Clip, Comparable, Plan, Quantisation, Sampling
from core.vlm.computer import this_computer
from core.vlm.drawing import drawn
from core.vlm.engines import open_engine
from core.vlm.fitting import fit_of
from core.vlm.frames import Vision, clip_of

SECONDS = 4.0
"""Of the recording's beginning that is shown."""
FRAMES = 8
LONGEST_SIDE = 640
ANSWER_TOKENS = 32
CONTEXT_TOKENS = 4096
STAGE = "comparing with the unquantised model"
ANSWERS = "the unquantised model answers"


def compare_models(base: Installed, quantised: Installed, *, video: Path) -> Stage[Parity]:
    """Runs both, one after the other. Raises `ModelError`, `EngineError` and `FootageError`."""
    level = cast("Quantisation", quantised.origin.level or "none")
    plans = Plan("transformers", base.folder), Plan("llama_cpp", quantised.folder, level)
    return (yield from compare_plans(*plans, video=video))


def compare_plans(reference: Plan, other: Plan, *, video: Path) -> Stage[Parity]:
    """Loads both, one after the other, with a short context. Raises as `compare_models`."""
    plans = [replace(plan, context_tokens=CONTEXT_TOKENS, most_candidates=1) for plan in (reference, other)]
    for plan in plans:
        _must_fit(plan)
    clip = clip_from(video)
    questions = get_args(Level)
    yield Progress(STAGE, 0, 2 * len(questions), "questions")
    answers: list[tuple[int, ...]] = []
    rows: list[list[NDArray[np.float32]]] = [[], []]
    for side, plan in enumerate(plans):
        engine = cast("Comparable", (yield from open_engine(plan)))
        with closing(engine):
            encoded = engine.encode(clip)
            for place, level in enumerate(questions):
                context = engine.prefill(opening(level_prompt(level).question), clip=encoded)
                if side == 0:
                    rule = Sampling(temperature=0, most_tokens=ANSWER_TOKENS)
                    reply = yield from drawn(
                        engine.sample(context, count=1, rule=rule), doing=ANSWERS, most=ANSWER_TOKENS
                    )
                    answers.append(reply.ids)
                rows[side].append(engine.distributions(context, answers[place]))
                engine.release(context)
                yield Progress(STAGE, side * len(questions) + place + 1, 2 * len(questions), "questions")
    return parity_of(np.concatenate(rows[0]), np.concatenate(rows[1]))


def compare_and_keep(base: Installed, quantised: Installed, *, video: Path) -> Stage[Installed]:
    """The quantised model with what `compare_models` found written down in its manifest. Raises as that."""
    found = yield from compare_models(base, quantised, video=video)
    return keep_parity(quantised, found)


def parity_of(base: NDArray[np.float32], other: NDArray[np.float32]) -> Parity:
    """Of two (n, V) tables of log-probabilities. Raises `ValueError` where they differ in shape."""
    if base.shape != other.shape:
        raise ValueError(f"{base.shape} and {other.shape} are not the same places and tokens")
    known = base.astype(np.float64)
    each = np.sum(np.exp(known) * (known - other), axis=1)
    same = base.argmax(axis=1) == other.argmax(axis=1)
    return Parity(len(base), float(each.mean()), float(each.max()), float(same.mean()))


def clip_from(video: Path) -> Clip:
    """The beginning of a recording, whole pictures. Raises `FootageError`."""
    about = probe(video)
    length = min(SECONDS, about.duration_s)
    step = length / FRAMES
    with FrameReader(about) as reader:
        pictures = [reader.frame_at(Moment.at(step * place)).rgb(longest_side=LONGEST_SIDE) for place in range(FRAMES)]
    return clip_of(pictures, length, Vision())


def _must_fit(plan: Plan) -> None:
    fit = fit_of(plan, this_computer(), frames=FRAMES)
    if fit is not None and fit.chosen.verdict == "does not fit":
        raise ModelError(
            f"There is too little memory to compare: {fit.chosen.sentence}",
            remedy="Close other programs, or do without the comparison; the quantised model is ready.",
        )
