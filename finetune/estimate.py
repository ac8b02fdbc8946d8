"""What a run will take, before it begins: memory, disk, hours, and what to change where that is too much.

In: the base's sizes, the recipe, what there is to do, what is free here. Out: needs and a verdict. Without a probe it
is arithmetic, and says so; what a probe measured takes the place of what was computed. Imports no torch. Must not know:
how a step is done.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from core.commands.progress_bar import duration
from core.vlm.backend import Plan
from core.vlm.computer import Computer
from core.vlm.fitting import TIGHT_ABOVE
from core.vlm.memory import CUDA_CONTEXT_BYTES, GB, LIBRARIES_BYTES
from core.vlm.memory import estimate as reading
from core.vlm.model_shape import Shape
from finetune.drawing_need import DRAW_S, drawing_bytes, drawing_seconds, steps_of
from finetune.recipe import Recipe
from finetune.workload import Workload

Colour = Literal["green", "amber", "red"]
LARGE_PARAMETERS = 1e9
"""A base of more is not trained on a processor: it would take weeks."""
LONG_S = 48 * 3600.0
HEAD_ROWS = 128
"""States whose logits are held at once: `finetune.trunk.ROWS_AT_ONCE`."""
SHELF_CLIPS = 256
"""Clips whose features stay in main memory: `finetune.features.Shelf`."""
TRAINING_LIBRARIES_BYTES = 0.15 * GB
"""Of peft, of the optimiser and of what the backward pass brings, beside those of an engine."""
HIDDEN_HELD, WIDE_HELD = 9.3, 4.5
"""Numbers that a layer holds for its backward pass, for each token: so many times the width of the model, and of its
inner layer. These and the next are fitted to what was measured on a processor whose freed memory went back at once,
with 4 layers of width 512 and 1024 and rows of 1024 and 2048 tokens; the fit is within 10 % of the twelve peaks."""
ADAPTED_HELD = 4
"""Bytes: beside them what goes into each adapted layer, which PEFT turns into single precision."""
PASSING = 6
"""Bytes: gradients on their way through a layer."""
AGAIN = 12
"""Bytes: of both passes at once, where a layer is computed again, so many times the width."""
KEPT_BY_HEAP = 2.5
"""On a processor the C library keeps much of what is freed: measured peaks are 1.9 to 3.8 times as large."""
EFFICIENCY = 0.4
"""Share of the pace of a large matrix product that learning reaches; a guess that the probe replaces."""
OPTIMISER_BYTES = {"adamw": 8, "adamw_8bit": 2}


@dataclass(frozen=True, slots=True)
class Probe:
    """What a few steps of the run itself took on this computer."""

    seconds_once: float
    """Loading, and what the first of everything takes more."""
    seconds_per_token: float
    """Of a step, forward and backward."""
    seconds_per_clip: float
    """Decoding, and the vision tower; 0 where no clip was left to look at."""
    seconds_per_asked: float
    """Of a held-out example."""
    memory_bytes: int
    """The most main memory."""
    device_bytes: int
    """The most of the device's."""
    clips_kept: int
    """Clips of the run that need not be looked at any more."""
    steps: int
    tokens: int
    seconds_per_drawn: float = 0.0
    """Of reinforcement: of a token of every answer to a question at once, with the share of reading the question."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a run takes."""

    device: Mapping[str, float]
    """Bytes of the device's memory by what for; empty on a processor. `together` is the peak: not all is held at once
    and `a row`, say, not while held-out people are asked."""
    main: Mapping[str, float]
    """Likewise of the main memory."""
    disk: Mapping[str, float]
    """Bytes, all of them at once."""
    hours: Mapping[str, float]
    """By what for, `together` the sum; empty where the pace of this computer is not known."""
    measured: bool
    """Whether memory and hours rest on a probe."""


@dataclass(frozen=True, slots=True)
class Advice:
    """The verdict."""

    colour: Colour
    sentences: tuple[str, ...]
    """What is too much or tight; what the figures rest on."""
    changes: tuple[str, ...]
    """What would help, as `tokens_per_row 8192 -> 4096`; empty where nothing needs to, or nothing would."""
    need: Need


def adapter_parameters(shape: Shape, rank: int) -> int:
    """Weights of an adapter on every linear layer of the language model."""
    one = shape.text
    keys = one.key_value_heads * one.head_size
    sides = 2 * (one.hidden + one.hidden) + 2 * (one.hidden + keys) + 3 * (one.hidden + one.intermediate)
    return one.layers * rank * sides


def need_of(
    shape: Shape, recipe: Recipe, work: Workload, plan: Plan, *, flops: float | None = None, probe: Probe | None = None
) -> Need:
    """What the run takes. `plan`: how the base is loaded. `flops`: of a matrix product here, in operations a second."""
    on_device = plan.device in ("cuda", "mps")
    parts = _memory(shape, recipe, work, plan)
    adapter = adapter_parameters(shape, recipe.lora.rank)
    best_too = recipe.method == "grpo" or recipe.sft.patience
    kept = 4.0 * adapter * (2 if best_too else 1) + OPTIMISER_BYTES[recipe.sft.optimiser] * adapter
    size = 4 if plan.precision == "fp32" else 2
    features = work.clip_tokens * shape.text.hidden * size
    shelf = min(work.clips, SHELF_CLIPS) * work.longest_clip * shape.text.hidden * size
    main = {"libraries": parts.pop("libraries"), "clips at hand": shelf, "writing a checkpoint": 2 * kept}
    device: dict[str, float] = {}
    if on_device:
        device = parts
    else:
        main |= {name: bytes_ for name, bytes_ in parts.items() if name != "together"}
    main["together"] = main["libraries"] + shelf + 2 * kept + (0 if on_device else parts["together"])
    if probe is not None:
        # Three steps read few clips and keep nothing.
        main = {"measured": probe.memory_bytes, "clips at hand": shelf, "writing a checkpoint": 2 * kept}
        main["together"] = probe.memory_bytes + shelf + 2 * kept
        device = {"measured": probe.device_bytes, "together": probe.device_bytes} if on_device else {}
    hours = {name: seconds / 3600 for name, seconds in _seconds(shape, recipe, work, plan, flops, probe).items()}
    return Need(
        device=device,
        main=main,
        disk={"checkpoints": (recipe.keeping.keep + 2) * kept, "features of clips": features},
        hours=hours | ({"together": sum(hours.values())} if hours else {}),
        measured=probe is not None,
    )


def _memory(shape: Shape, recipe: Recipe, work: Workload, plan: Plan) -> dict[str, float]:
    """Bytes by what for, where the model lies; `together`: the most of looking, learning, asking and drawing."""
    asked = replace(plan, context_tokens=work.single + recipe.judging.most_tokens, most_candidates=1)
    inference = reading(shape, asked, frames=recipe.pictures.most_frames)
    size = 4 if plan.precision == "fp32" else 2
    adapter = adapter_parameters(shape, recipe.lora.rank)
    learned = adapter * (4 + 4 + OPTIMISER_BYTES[recipe.sft.optimiser])
    heap = KEPT_BY_HEAP if plan.device == "cpu" else 1.0
    if work.drawing is not None:
        learned += 4 * adapter  # the reference beside it
    learned_tokens = math.ceil(work.row * work.answers / max(1, work.tokens))
    row = row_bytes(shape, recipe, work.row, size=size, heap=heap, learned=learned_tokens)
    asking = inference.cache + inference.working
    drawing = 0.0
    if work.drawing is not None:
        row += 4.0 * min(HEAD_ROWS, learned_tokens) * shape.vocabulary  # entropies
        drawing = heap * drawing_bytes(shape, work.drawing, recipe.grpo, plan, size=size)
    # The tower is given back before the first step.
    held = inference.weights - size * shape.vision_parameters + learned
    return {
        "weights": inference.weights,
        "adapter and optimiser": learned,
        "a row": row,
        "asking": asking,
        **({"drawing": drawing} if drawing else {}),
        "libraries": LIBRARIES_BYTES["transformers"] + TRAINING_LIBRARIES_BYTES,
        "together": max(inference.weights + inference.working, held + max(row, asking, drawing)),
    }


def row_bytes(shape: Shape, recipe: Recipe, tokens: int, *, size: int, heap: float, learned: int = HEAD_ROWS) -> float:
    """What learning from a row of so many tokens holds beside the weights. `size`: bytes of a number; `heap`: how much
    more a heap takes for what comes and goes; `learned`: tokens of its answers."""
    one = shape.text
    held = size * (HIDDEN_HELD * one.hidden + WIDE_HELD * one.intermediate)
    passing = PASSING * one.intermediate
    if size < 4:
        held += ADAPTED_HELD * (6 * one.hidden + one.intermediate)
        passing += ADAPTED_HELD * 6 * one.hidden
    if recipe.sft.recompute:
        passing += AGAIN * one.hidden
        layers = size * one.layers * one.hidden + held
    else:
        layers = one.layers * held
    head = min(HEAD_ROWS, learned) * shape.vocabulary * (2 * size + 8)
    return heap * tokens * (layers + passing) + head


def _seconds(
    shape: Shape, recipe: Recipe, work: Workload, plan: Plan, flops: float | None, probe: Probe | None
) -> dict[str, float]:
    passes = 3.0 if recipe.sft.recompute else 2.0
    """A backward pass through a frozen layer costs as much as a forward pass."""
    drawing, rule = work.drawing, recipe.grpo
    if probe is not None:
        drawn = probe.seconds_per_drawn * steps_of(drawing, rule, plan) if drawing is not None else 0.0
        return {
            "loading": probe.seconds_once,
            "looking at clips": probe.seconds_per_clip * (work.clips - probe.clips_kept),
            **({"drawing": drawn} if drawn else {}),
            "learning": probe.seconds_per_token * (work.tokens + work.validated / passes),
            "asking held-out people": probe.seconds_per_asked
            * (work.asked * work.looks + (drawing.looked if drawing is not None else 0)),
        }
    if flops is None:
        return {}
    pace = flops * EFFICIENCY
    one = shape.text
    forward = 2.0 * shape.linear_parameters + 4.0 * one.layers * one.hidden * work.single
    head = 2.0 * shape.vocabulary * one.hidden
    draw = DRAW_S if plan.device == "cuda" else forward / pace
    drawn = 0.0
    if drawing is not None:
        drawn = drawing_seconds(drawing, rule, plan, forward=forward, pace=pace)
        passes += 1 / rule.updates if rule.kl_weight else 0  # the reference is read once for all updates
    return {
        "looking at clips": 2.0 * shape.vision_parameters * shape.merged * work.clip_tokens / pace,
        **({"drawing": drawn} if drawn else {}),
        "learning": (forward * (passes * work.tokens + work.validated) + 2 * head * work.answers) / pace,
        "asking held-out people": work.looks
        * (forward * work.asked_tokens / pace + work.asked * recipe.judging.most_tokens / 2 * draw),
    }


def advise(
    shape: Shape,
    recipe: Recipe,
    plan: Plan,
    computer: Computer,
    *,
    workload: Callable[[Recipe], Workload],
    free_disk: int,
    flops: float | None = None,
    probe: Probe | None = None,
) -> Advice:
    """Whether it can be done here; where it is not green, with the fewest changes that help."""
    need = need_of(shape, recipe, workload(recipe), plan, flops=flops, probe=probe)
    colour, sentences = _judged(shape, recipe, need, plan, computer, free_disk)
    steps = "two groups of answers" if recipe.method == "grpo" else "three steps"
    basis = (
        f"Memory and hours were measured in a probe of {steps}."
        if need.measured
        else f"This is arithmetic, nothing was measured: --probe measures {steps}."
    )
    if recipe.method == "grpo":
        basis += " Hours are for answers as long as the true ones."
    changes: tuple[str, ...] = ()
    if colour != "green" and not _needs_a_card(shape, plan):
        changes = _changes(shape, recipe, plan, computer, workload=workload, free_disk=free_disk, probe=probe)
    return Advice(colour, (*sentences, basis), changes, need)


def _needs_a_card(shape: Shape, plan: Plan) -> bool:
    return plan.device == "cpu" and shape.parameters > LARGE_PARAMETERS


def _judged(
    shape: Shape, recipe: Recipe, need: Need, plan: Plan, computer: Computer, free_disk: int
) -> tuple[Colour, list[str]]:
    sentences: list[str] = []
    worst = 0.0
    if _needs_a_card(shape, plan):
        worst = 2.0
        sentences.append(
            f"{shape.folder.name} has {shape.parameters / 1e9:.1f} billion parameters and there is no graphics card to "
            "train it on: it takes one of 8 GB (3B) or 12 GB (7B) or more, as the presets 8gb to 40gb are made for. "
            "To try training out on this computer, use the preset tiny."
        )
    if plan.device == "cpu" and recipe.sft.optimiser == "adamw_8bit":
        worst = 2.0
        sentences.append("The optimiser adamw_8bit needs a CUDA graphics card: set sft.optimiser to adamw.")
    if need.disk["features of clips"] > recipe.pictures.cache_gb * GB:
        worst = 2.0
        least = math.ceil(1.1 * need.disk["features of clips"] / GB)
        sentences.append(
            f"The features of the clips need more room than they may take: set pictures.cache_gb to {least}."
        )
    driver = CUDA_CONTEXT_BYTES if plan.device == "cuda" else 0.0
    asked = [("main memory", need.main["together"], computer.main)]
    if need.device:
        asked.append(("memory of the graphics card", need.device["together"] + driver, computer.device))
    asked.append(("disk", sum(need.disk.values()), free_disk))
    for what, wanted, free in asked:
        if free is None:
            sentences.append(f"How much {what} is free cannot be told; about {wanted / GB:.1f} GB are needed.")
            worst = max(worst, 0.9)
            continue
        share = wanted / max(1, free)
        worst = max(worst, share)
        if share > TIGHT_ABOVE:
            told = "is not enough" if share > 1 else "is tight"
            sentences.append(f"{what.capitalize()} {told}: about {wanted / GB:.1f} GB of {free / GB:.1f} GB free.")
    together = need.hours.get("together", 0.0)
    if together * 3600 > LONG_S:
        worst = max(worst, 0.9)
        sentences.append(f"It takes long: about {duration(together * 3600)}.")
    return ("red" if worst > 1 else "amber" if worst > TIGHT_ABOVE else "green"), sentences


def _changes(
    shape: Shape,
    recipe: Recipe,
    plan: Plan,
    computer: Computer,
    *,
    workload: Callable[[Recipe], Workload],
    free_disk: int,
    probe: Probe | None,
) -> tuple[str, ...]:
    """The first single change that makes it green, else the changes one after the other until it is, or all where they
    make a red one amber; none where that does not help. What was measured is that of the recipe as it is: what a change
    takes away is told by arithmetic."""

    def colour_of(changed: Recipe, own: Plan) -> Colour:
        computed = need_of(shape, changed, workload(changed), own)
        if probe is not None:
            computed = _as_measured(computed, need_of(shape, recipe, workload(recipe), plan), probe)
        return _judged(shape, changed, computed, own, computer, free_disk)[0]

    before = colour_of(recipe, plan)
    for told, changed, own in _single_changes(recipe, plan):
        if colour_of(changed, own) == "green":
            return (told,)
    found: list[str] = []
    changed, own = recipe, plan
    for _ in range(12):
        step = next(iter(_single_changes(changed, own)), None)
        if step is None:
            break
        told, changed, own = step
        found.append(told)
        if colour_of(changed, own) == "green":
            return tuple(found)
    return tuple(found) if before == "red" and colour_of(changed, own) == "amber" else ()


def _as_measured(changed: Need, before: Need, probe: Probe) -> Need:
    """What a change takes away by arithmetic, taken from what was measured."""
    main = probe.memory_bytes + changed.main["together"] - before.main["together"]
    device = probe.device_bytes + changed.device.get("together", 0) - before.device.get("together", 0)
    return replace(
        changed, main={"together": main}, device={"together": device} if changed.device else {}, measured=True
    )


def _single_changes(recipe: Recipe, plan: Plan) -> Iterator[tuple[str, Recipe, Plan]]:
    """What can be changed, the cheapest first: shorter rows cost nothing, 4 bits and fewer pictures some accuracy. An
    adapter that is gone on from keeps its shape."""
    sft, grpo, pictures = recipe.sft, recipe.grpo, recipe.pictures
    if sft.tokens_per_row > 1024:
        row = sft.tokens_per_row // 2
        yield (
            f"tokens_per_row {sft.tokens_per_row} -> {row}",
            replace(recipe, sft=replace(sft, tokens_per_row=row)),
            plan,
        )
    if not sft.recompute:
        yield "recompute false -> true", replace(recipe, sft=replace(sft, recompute=True)), plan
    if plan.device == "cuda" and sft.optimiser == "adamw":
        yield "optimiser adamw -> adamw_8bit", replace(recipe, sft=replace(sft, optimiser="adamw_8bit")), plan
    if plan.device == "cuda" and recipe.base.quantisation == "none":
        yield (
            "quantisation none -> nf4",
            replace(recipe, base=replace(recipe.base, quantisation="nf4")),
            replace(plan, quantisation="nf4"),
        )
    if recipe.lora.rank > 16 and not recipe.base.adapter:
        yield f"rank {recipe.lora.rank} -> 16", replace(recipe, lora=replace(recipe.lora, rank=16, alpha=32)), plan
    if pictures.most_frames > 4:
        frames = max(4, pictures.most_frames // 4 * 2)
        yield (
            f"most_frames {pictures.most_frames} -> {frames}",
            replace(recipe, pictures=replace(pictures, most_frames=frames)),
            plan,
        )
    if recipe.method == "grpo" and grpo.answers > 4:
        answers = max(4, grpo.answers // 2)
        yield (
            f"answers {grpo.answers} -> {answers}",
            replace(recipe, grpo=replace(grpo, answers=answers)),
            replace(plan, most_candidates=min(plan.most_candidates, answers)),
        )
