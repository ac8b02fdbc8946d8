"""What a model takes in memory. In: models' sizes, a plan. Out: bytes.

The estimate is arithmetic from the model's sizes: weights as they are quantised, keys and values of the longest
conversation for every candidate, what reading a clip takes, and what the libraries take themselves. `compare` holds it
against what was used; `core.vlm.fitting` says what fits. Must not know: what the model is for.
"""

import math
from dataclasses import dataclass

from core.vlm.backend import EngineName, Plan, Quantisation, Usage
from core.vlm.model_shape import Shape

GB = 1e9
TOKENS_OF_PAIR = 134
"""The most visual tokens of two pictures at the published size (105,369 pixels, a token for 28 x 28 of them)."""
TEXT_TOKENS = 300
"""Of the system's turn and the first question."""
LEVELS, ANSWER_TOKENS, QUESTION_TOKENS = 3, 512, 100
LIBRARIES_BYTES: dict[EngineName, float] = {"transformers": 0.60 * GB, "llama_cpp": 0.12 * GB}
"""Of the process with its libraries and the tokenizer, measured with a model of 10 MB."""
CUDA_CONTEXT_BYTES = 0.5 * GB
LLAMA_BATCH = 512
_PRECISION = {"bf16": 2, "fp16": 2, "fp32": 4}
_BITS: dict[Quantisation, float] = {"q4_k_m": 4.5, "q5_k_m": 5.5, "q8_0": 8.5, "nf4": 4.127, "int8": 8.0}
"""Bits of a weight with its share of the block's scales; NF4 with its scales quantised too."""
Q6_K_BITS = 6.5625
"""llama.cpp's K-mixes keep the head, and the down and value matrices of half of the layers, in this type."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a plan takes, in bytes."""

    weights: float
    cache: float
    """Keys and values."""
    working: float
    """What reading a clip and a prompt takes on top."""
    libraries: float
    on_device: bool
    """All but `libraries` lies in the memory of the device."""

    @property
    def main(self) -> float:
        """Of main memory."""
        return self.libraries + (0 if self.on_device else self.weights + self.cache + self.working)

    @property
    def device(self) -> float:
        """Of the device's memory, as an engine counts it: without the driver's own."""
        return self.weights + self.cache + self.working if self.on_device else 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was estimated and what was used, in bytes, in the memory that holds the weights."""

    estimated: float
    used: float
    sentence: str

    @property
    def error(self) -> float:
        """The estimate's, as a share of what was used."""
        return self.estimated / self.used - 1


def context_tokens(frames: int) -> int:
    """The longest conversation of a search over a clip of that many pictures, in whole steps of 256."""
    visual = math.ceil(frames / 2) * TOKENS_OF_PAIR
    return math.ceil((visual + TEXT_TOKENS + LEVELS * (ANSWER_TOKENS + QUESTION_TOKENS)) / 256) * 256


def estimate(shape: Shape, plan: Plan, *, frames: int) -> Estimate:
    """What a plan takes with clips of that many pictures. The engines are `transformers` and `llama_cpp`."""
    on_device = plan.device in ("cuda", "mps")
    llama = plan.engine == "llama_cpp"
    size = _PRECISION[plan.precision]
    weights = _llama_weights(shape, plan) if llama else _torch_weights(shape, plan, size)
    one = shape.text
    # Torch copies the beginning for each candidate of a batch; llama.cpp's candidates share it.
    tokens = plan.context_tokens + (plan.most_candidates - 1) * (ANSWER_TOKENS if llama else plan.context_tokens)
    cache = tokens * one.layers * 2 * one.key_value_heads * one.head_size * (2 if llama else size)
    working = _llama_working(shape) if llama else _torch_working(shape, plan, size, frames)
    return Estimate(weights, cache, working, LIBRARIES_BYTES[plan.engine], on_device)


def _torch_weights(shape: Shape, plan: Plan, size: int) -> float:
    """The vision tower, the table and the head are never quantised."""
    bits = _BITS.get(plan.quantisation, size * 8)
    return size * (shape.parameters - shape.linear_parameters) + shape.linear_parameters * bits / 8


def _llama_weights(shape: Shape, plan: Plan) -> float:
    bits = _BITS.get(plan.quantisation)
    linear, better = shape.linear_parameters, 0
    if plan.quantisation in ("q4_k_m", "q5_k_m"):
        one = shape.text
        layer = one.hidden * (one.intermediate + one.key_value_heads * one.head_size)
        better = layer * sum(_is_better(place, one.layers) for place in range(one.layers))
    if shape.file_bytes:
        held = float(shape.file_bytes)
    elif bits is None:
        held = 2.0 * shape.parameters
    else:
        head = shape.vocabulary * shape.text.hidden
        high = Q6_K_BITS if better else bits
        held = (bits * (linear - better + shape.table_parameters - head) + high * (better + head)) / 8
        held += 4 * shape.small_parameters + 2 * shape.vision_parameters
    # On the processor the K-quantised weights are laid out anew beside the file, which stays mapped.
    again = (linear - better) * (bits or 0) / 8 if plan.device == "cpu" and plan.quantisation == "q4_k_m" else 0.0
    return held + again


def _is_better(place: int, layers: int) -> bool:
    """Whether a layer is among those that llama.cpp's K-mixes keep more of."""
    eighth = layers // 8
    return place < eighth or place >= 7 * layers // 8 or (place - eighth) % 3 == 2


def _torch_working(shape: Shape, plan: Plan, size: int, frames: int) -> float:
    patches = math.ceil(frames / 2) * TOKENS_OF_PAIR * shape.merged
    seen, said = shape.vision, shape.text
    tower = patches * (size * (8 * seen.hidden + 3 * seen.intermediate) + 4 * shape.patch_numbers)
    prompt = context_tokens(frames) * size * (8 * said.hidden + 3 * said.intermediate)
    logits = 3 * 4 * shape.vocabulary * max(plan.most_candidates, 64)
    return max(tower, prompt) + logits


def _llama_working(shape: Shape) -> float:
    """Pairs of pictures go through the tower one after the other; the batch's logits have room whether used or not."""
    patches = TOKENS_OF_PAIR * shape.merged
    seen, said = shape.vision, shape.text
    tower = 4 * patches * (10 * seen.hidden + 3 * seen.intermediate + patches * seen.heads)
    return tower + 4 * LLAMA_BATCH * (shape.vocabulary + 6 * said.hidden + 2 * said.intermediate)


def compare(need: Estimate, usage: Usage) -> Comparison:
    """What was estimated against what an engine used so far, in the memory that holds the weights."""
    estimated, used = (need.device, usage.device_bytes) if need.on_device else (need.main, usage.memory_bytes)
    where = "memory of the device" if need.on_device else "main memory"
    if used <= 0:
        return Comparison(
            estimated, 0, f"How much {where} was used is not told; {estimated / GB:.1f} GB were expected."
        )
    return Comparison(
        estimated,
        used,
        f"{used / GB:.1f} GB of {where} were used, {estimated / GB:.1f} GB were expected "
        f"({estimated / used - 1:+.0%}).",
    )
