"""What fits this computer, said before anything is loaded. In: models' sizes, memory. Out: verdicts, proposals.

The arithmetic is `core.vlm.memory`'s. Must not know: what the model is for.
"""

import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from core.errors import ModelError
from core.vlm.backend import Device, EngineError, EngineName, Plan, Quantisation
from core.vlm.computer import Computer
from core.vlm.memory import CUDA_CONTEXT_BYTES, GB, Estimate, context_tokens, estimate
from core.vlm.model_shape import Shape, shape_of

Verdict = Literal["fits", "tight", "does not fit", "unknown"]
VERDICTS: tuple[Verdict, ...] = ("fits", "tight", "unknown", "does not fit")
"""From the best."""
TIGHT_ABOVE = 0.85
"""Share of the free memory beyond which other programs have to make room."""
FRAME_COUNTS = (16, 8, 4)
CONTEXT_TOKENS = Plan("scripted", "").context_tokens
"""Of a plan that names no other."""
LIBRARIES: dict[EngineName, str] = {"transformers": "transformers", "llama_cpp": "llama_cpp"}
"""The module that each local engine needs."""
_QUALITY: tuple[Quantisation, ...] = ("none", "q8_0", "int8", "q5_k_m", "q4_k_m", "nf4")
"""From the best; the order in which less and less of the weights is kept."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What is needed of one memory, in bytes."""

    memory: Literal["main", "device"]
    needed: float
    free: int | None
    """None where it cannot be told."""
    total: int | None

    @property
    def share(self) -> float | None:
        """Of what is free; None where that cannot be told."""
        return None if self.free is None else self.needed / max(self.free, 1)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One way to run a model here."""

    plan: Plan
    frames: int
    estimate: Estimate
    verdict: Verdict
    to_quantise: bool
    """The files in this quantisation have to be made first (`videmo models quantise`)."""
    demands: tuple[Demand, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether what was chosen fits."""

    chosen: Proposal
    hopeless: bool
    """The weights alone are more than the memory there is, free or not."""
    instead: Proposal | None
    """The best that does fit; None where the choice is good, or nothing fits."""

    @property
    def sentence(self) -> str:
        """For a reader; the way out where there is one."""
        if self.chosen.verdict == "fits":
            return self.chosen.sentence
        return f"{self.chosen.sentence} {self.way_out}"

    @property
    def way_out(self) -> str:
        """What to do instead."""
        if self.instead is not None:
            return f"What {'would fit' if self.instead.verdict == 'fits' else 'may fit'}: {self.instead.sentence}"
        return "Close other programs, or take a smaller model."


def fit_of(plan: Plan, computer: Computer, *, frames: int, others: Sequence[Path] = ()) -> Fit | None:
    """Whether a plan fits, with the best way that does where it does not: of the same model, else of `others`.

    `others` are folders of models that are here. None where it cannot be told: a server's model, recorded replies, or a
    model that does not say how large it is, of which its engine says more.
    """
    if plan.engine not in LIBRARIES or isinstance(plan.model, str):
        return None
    shape = _shape_at(plan.model)
    if shape is None:
        return None
    if shape.file_bytes:
        plan = replace(plan, quantisation=shape.file_quantisation)
    chosen = _proposal(shape, plan, frames, computer)
    if chosen.verdict == "fits":
        return Fit(chosen, hopeless=False, instead=None)
    own = [_shape_at(path) for path in others if path != shape.folder]
    instead = _best_of([shape], plan, computer) or _best_of([one for one in own if one is not None], plan, computer)
    return Fit(chosen, _is_hopeless(chosen, shape), instead)


def require(fit: Fit | None) -> None:
    """Raises `EngineError` where a plan cannot fit for sure, before anything of it is loaded."""
    if fit is not None and fit.hopeless:
        raise EngineError(f"This computer has too little memory: {fit.chosen.sentence}", remedy=fit.way_out)


def ways(folder: Path, computer: Computer) -> tuple[Proposal, ...]:
    """How the model in a folder can be run here with the engines that are installed, the best first: each with as many
    pictures as fit. Raises `ModelError` where the folder holds none."""
    return ways_of(shape_of(folder), computer)


def ways_of(shape: Shape, computer: Computer, *, engines: Sequence[EngineName] | None = None) -> tuple[Proposal, ...]:
    """As `ways`; `engines` are those that count as installed."""
    there = engines_here() if engines is None else engines
    found: dict[tuple[object, ...], Proposal] = {}
    for one in proposals([shape], computer, context=CONTEXT_TOKENS):
        if one.plan.engine in there:
            found.setdefault((one.plan.engine, one.plan.quantisation, one.plan.device), one)
    return tuple(found.values())


def engines_here() -> tuple[EngineName, ...]:
    """The local engines whose library is installed."""
    return tuple(name for name, module in LIBRARIES.items() if importlib.util.find_spec(module) is not None)


def _shape_at(place: Path) -> Shape | None:
    try:
        return shape_of(place if place.is_dir() else place.parent)
    except ModelError:
        return None


def _best_of(shapes: Sequence[Shape], plan: Plan, computer: Computer) -> Proposal | None:
    """What needs no quantising first goes before the rest."""
    there = engines_here()
    found = proposals(shapes, computer, candidates=plan.most_candidates, context=plan.context_tokens)
    good = [one for one in found if one.plan.engine in there and one.verdict in ("fits", "tight")]
    return min(good, key=lambda one: (VERDICTS.index(one.verdict), one.to_quantise), default=None)


def _is_hopeless(chosen: Proposal, shape: Shape) -> bool:
    need, (main, *device) = chosen.estimate, chosen.demands
    if device:
        return device[0].total is not None and need.weights > device[0].total
    # Of a mapped file, what is laid out anew beside it is not counted: the system can drop the file's own pages.
    return main.total is not None and (shape.file_bytes or need.weights) > main.total


def proposals(
    shapes: Sequence[Shape], computer: Computer, *, candidates: int = 8, context: int | None = None
) -> tuple[Proposal, ...]:
    """Every sensible way to run the models here, the best first. `context` tokens; None: what so many pictures take.

    What fits goes before what is tight; then a graphics card before the processor, where llama.cpp goes before torch
    (nine times as many words a second); then the larger model, the better quantisation, the more pictures. Quality is
    ranked by what is kept of the weights, not by measured accuracy. Of what does not fit, what lacks least goes first.
    """
    found: list[Proposal] = []
    for shape in shapes:
        for plan in _plans(shape, computer):
            for frames in FRAME_COUNTS:
                tokens = context_tokens(frames) if context is None else context
                whole = replace(plan, context_tokens=tokens, most_candidates=candidates)
                found.append(_proposal(shape, whole, frames, computer))
    size = {shape.folder: shape.parameters for shape in shapes}
    found.sort(
        key=lambda one: (
            VERDICTS.index(one.verdict),
            _worst(one.demands) if one.verdict == "does not fit" else 0,
            one.plan.device == "cpu",
            one.plan.engine == "transformers",
            -size[Path(one.plan.model)],
            _QUALITY.index(one.plan.quantisation),
            -one.frames,
            one.to_quantise,
        )
    )
    return tuple(found)


def _plans(shape: Shape, computer: Computer) -> list[Plan]:
    if shape.file_bytes:
        return [Plan("llama_cpp", shape.folder, shape.file_quantisation, "cpu")]
    found = [
        Plan("transformers", shape.folder, quantisation, device)
        for device, quantisations in _torch_ways(computer)
        for quantisation in quantisations
    ]
    levels: tuple[Quantisation, ...] = ("q8_0", "q5_k_m", "q4_k_m")
    return found + [Plan("llama_cpp", shape.folder, level, "cpu") for level in levels]


def _torch_ways(computer: Computer) -> tuple[tuple[Device, tuple[Quantisation, ...]], ...]:
    """bitsandbytes is made for CUDA; on a processor its types are far slower than what they save is worth."""
    ways: list[tuple[Device, tuple[Quantisation, ...]]] = [("cpu", ("none",))]
    if computer.kind == "cuda":
        ways.append(("cuda", ("none", "int8", "nf4")))
    elif computer.kind == "mps":
        ways.append(("mps", ("none",)))
    return tuple(ways)


def _proposal(shape: Shape, plan: Plan, frames: int, computer: Computer) -> Proposal:
    need = estimate(shape, plan, frames=frames)
    demands = _demands(need, plan, computer)
    verdict = _judged(demands)
    to_quantise = plan.engine == "llama_cpp" and not shape.file_bytes
    how = "" if plan.quantisation == "none" else f" {plan.quantisation}"
    unknown = ", and how much is free cannot be told" if verdict == "unknown" else ""
    sentence = (
        f"{shape.folder.name}, {plan.engine}{how} on {plan.device}, {frames} pictures, {plan.most_candidates} "
        f"candidates: {verdict}, needs about {' and '.join(_told(one, plan) for one in demands)}{unknown}."
    )
    if to_quantise:
        sentence += " Run `videmo models quantise` first."
    return Proposal(plan, frames, need, verdict, to_quantise, demands, sentence)


def _demands(need: Estimate, plan: Plan, computer: Computer) -> tuple[Demand, ...]:
    main = Demand("main", need.main, computer.main, computer.main_total)
    if not need.on_device:
        return (main,)
    driver = CUDA_CONTEXT_BYTES if plan.device == "cuda" else 0
    return main, Demand("device", need.device + driver, computer.device, computer.device_total)


def _told(one: Demand, plan: Plan) -> str:
    what = "main memory" if one.memory == "main" else f"memory of the device {plan.device}"
    return f"{one.needed / GB:.1f}" + (f" of {one.free / GB:.1f}" if one.free is not None else "") + f" GB of {what}"


def _judged(demands: Sequence[Demand]) -> Verdict:
    """The worst of the memories decides."""
    worst = _worst(demands)
    if worst > 1:
        return "does not fit"
    if any(one.share is None for one in demands):
        return "unknown"
    return "tight" if worst > TIGHT_ABOVE else "fits"


def _worst(demands: Sequence[Demand]) -> float:
    return max((one.share for one in demands if one.share is not None), default=0.0)
