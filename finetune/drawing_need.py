"""What drawing answers takes, before a run: memory and time. In: the base's sizes, what is drawn. Out: bytes, seconds.

Arithmetic; a probe takes the place of the seconds. Of a graphics card nothing was measured. Must not know: verdicts,
what learning from the answers takes.
"""

import math

from core.vlm.backend import Plan
from core.vlm.model_shape import Shape
from finetune.recipe import Grpo
from finetune.workload import Drawing

DRAW_S = 0.04
"""On a graphics card for a token of one answer, or of all that are drawn together; a guess that the probe replaces."""
LONGEST_OF_GROUP = 1.5
"""The longest of answers that are drawn together, in means of their lengths; a guess."""
LOGITS_HELD = 12
"""Bytes: of each number in single precision, a copy without what is never said, and one on the processor."""


def drawing_bytes(shape: Shape, drawing: Drawing, rule: Grpo, plan: Plan, *, size: int) -> float:
    """What the most answers at once hold beside the weights. `size`: bytes of a number.

    Keys and values of the question twice, as it was read and where answers are put behind it, and of the answers, as
    long as they may become; then either the reading of the question or, for one layer, keys and values repeated for
    every head, and the logits.
    """
    one = shape.text
    at_once = min(rule.answers, plan.most_candidates)
    behind = drawing.question + at_once * rule.most_tokens
    kept = size * one.layers * 2 * one.key_value_heads * one.head_size * (drawing.question + behind)
    reading = drawing.question * size * (8 * one.hidden + 3 * one.intermediate)
    step = size * 2 * one.hidden * behind + at_once * behind + LOGITS_HELD * at_once * shape.vocabulary
    return kept + max(reading, step)


def steps_of(drawing: Drawing, rule: Grpo, plan: Plan) -> float:
    """Steps of drawing in the whole run, each with a token of every answer at once; looks not included."""
    batches = math.ceil(rule.answers / min(rule.answers, plan.most_candidates))
    return drawing.groups * batches * min(float(rule.most_tokens), LONGEST_OF_GROUP * drawing.length)


def drawing_seconds(drawing: Drawing, rule: Grpo, plan: Plan, *, forward: float, pace: float) -> float:
    """Of the whole run, looks included. `forward`: operations for a token; `pace`: operations a second.

    On a graphics card a step takes as long for one answer as for many; a processor pays for each token.
    """
    reading = forward * drawing.read / pace
    if plan.device == "cuda":
        return reading + DRAW_S * (steps_of(drawing, rule, plan) + drawing.looked * drawing.length)
    return reading + forward / pace * drawing.length * (drawing.groups * rule.answers + drawing.looked)
