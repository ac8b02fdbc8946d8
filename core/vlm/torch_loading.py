"""From a checked folder to modules of torch: device, precision, quantisation, adapter. Imports torch.

Each class of transformers is imported from where it stands: its front names every model, which costs pyright a fifth.
The vision tower and the head are never quantised: what is lost there is lost for every later word.
"""

import re
import warnings
from functools import lru_cache
from pathlib import Path
from typing import Any

import torch

from core.models.adapters import opened
from core.vlm.backend import EngineError, OutOfMemoryError, Plan
from core.vlm.checkpoint import Checkpoint

Model = Any
"""A `Qwen2_5_VLForConditionalGeneration`; transformers' own types are incomplete."""
Tokenizer = Any
"""A `Qwen2Tokenizer`."""

UNQUANTISED = ("model.visual", "lm_head")
"""Whole names from the top: transformers takes `visual` for none of the tower's modules."""
PRECISIONS = {"bf16": torch.bfloat16, "fp16": torch.float16, "fp32": torch.float32}

_WORDS = (".json", ".txt")
"""The files of a model that a tokenizer may be read from."""

_library: Any = None
"""Declarations last as long as this object."""


def load_model(plan: Plan, checkpoint: Checkpoint, *, adapter: Checkpoint | None) -> Model:
    """The model on its device, in evaluation mode. Raises `EngineError`, `OutOfMemoryError`, and `SealError` where the
    adapter is sealed and the plan's key does not open it."""
    _device_must_be_there(plan)
    # Before the model, which may take minutes: a wrong key is told at once.
    weights = None if adapter is None else opened(adapter.files[-1], key=plan.adapter_key)
    settle_torchvision()
    from transformers.models.qwen2_5_vl.modeling_qwen2_5_vl import Qwen2_5_VLForConditionalGeneration
    from transformers.utils import logging
    from transformers.utils.quantization_config import BitsAndBytesConfig

    logging.disable_progress_bar()
    precision = PRECISIONS[plan.precision]
    quantisation = None
    if plan.quantisation == "nf4":
        quantisation = BitsAndBytesConfig(
            load_in_4bit=True,
            bnb_4bit_quant_type="nf4",
            bnb_4bit_use_double_quant=True,
            bnb_4bit_compute_dtype=precision,
            llm_int8_skip_modules=list(UNQUANTISED),
        )
    elif plan.quantisation == "int8":
        quantisation = BitsAndBytesConfig(load_in_8bit=True, llm_int8_skip_modules=list(UNQUANTISED))
    try:
        load: Any = Qwen2_5_VLForConditionalGeneration.from_pretrained
        model, report = load(
            checkpoint.folder,
            dtype=precision,
            device_map={"": plan.device},
            quantization_config=quantisation,
            attn_implementation="sdpa",
            use_safetensors=True,
            local_files_only=True,
            output_loading_info=True,
        )
    except (OSError, ValueError, RuntimeError) as failure:
        if is_out_of_memory(failure):
            raise no_memory("load the model") from failure
        raise EngineError(
            f"The model in {checkpoint.folder} cannot be loaded ({_first_line(failure)}).",
            remedy="Fetch or import the model again.",
        ) from failure
    # transformers would fill what a file lacks with random numbers.
    if lacking := sorted(report["missing_keys"]):
        raise EngineError(
            f"The model in {checkpoint.folder} lacks {len(lacking)} of its weights, first {lacking[0]}.",
            remedy="Fetch or import the model again.",
        )
    if adapter is not None and weights is not None:
        model = _adapted(model, adapter, weights)
    return model.eval()


def load_tokenizer(checkpoint: Checkpoint) -> Tokenizer:
    """The tokenizer of a folder; the last one is kept, as reading it takes a second. Raises `EngineError`."""
    try:
        about = [(path.name, path.stat()) for path in checkpoint.files if path.suffix in _WORDS]
        return _tokenizer(checkpoint.folder, tuple((name, one.st_size, one.st_mtime_ns) for name, one in about))
    except (OSError, ValueError) as failure:
        raise EngineError(
            f"The tokenizer in {checkpoint.folder} cannot be loaded ({_first_line(failure)}).",
            remedy="Fetch or import the model again.",
        ) from failure


@lru_cache(maxsize=1)
def _tokenizer(folder: Path, _files: tuple[tuple[str, int, int], ...]) -> Tokenizer:
    from transformers.models.qwen2.tokenization_qwen2 import Qwen2Tokenizer

    return Qwen2Tokenizer.from_pretrained(folder, local_files_only=True)


def is_out_of_memory(failure: BaseException) -> bool:
    """Whether memory, of the device or of the computer, was what was missing."""
    words = str(failure)
    return (
        isinstance(failure, torch.OutOfMemoryError | MemoryError)
        or "DefaultCPUAllocator" in words
        or "out of memory" in words
    )


def no_memory(doing: str) -> OutOfMemoryError:
    """The sentence for it."""
    return OutOfMemoryError(
        f"There was not enough memory to {doing}.",
        remedy="Use fewer candidates or pictures, a smaller or quantised model, or close other programs.",
    )


def _adapted(model: Model, adapter: Checkpoint, weights: bytes) -> Model:
    """The model with the adapter beside its weights: merged ones would be rounded, and cannot be where quantised.

    The weights come from memory, for what is sealed may not lie on the disk as it is.
    """
    from peft import PeftConfig, get_peft_model, set_peft_model_state_dict
    from safetensors import SafetensorError
    from safetensors.torch import load

    try:
        with warnings.catch_warnings():
            # PEFT 0.21 asks transformers 5.23 by a name that it will drop.
            warnings.filterwarnings("ignore", message="`is_gradient_checkpointing` is deprecated")
            config = PeftConfig.from_peft_type(**adapter.config)
            config.inference_mode = True
            # It names the base as the file did where it was made, and warns of another place.
            config.base_model_name_or_path = None
            adapted: Model = get_peft_model(model, config)
            report = set_peft_model_state_dict(adapted, load(weights))
    except (ValueError, RuntimeError, TypeError, SafetensorError) as failure:
        raise _does_not_fit(adapter, _first_line(failure)) from failure
    # PEFT would go on with a new adapter's weights where the file lacks some, and pass over those it has no place for.
    lacking = [name for name in report.missing_keys if "lora_" in name]
    if lacking or report.unexpected_keys:
        raise _does_not_fit(
            adapter, f"{len(lacking)} of its weights are missing, {len(report.unexpected_keys)} have no place"
        )
    return adapted.get_base_model()


def _does_not_fit(adapter: Checkpoint, why: str) -> EngineError:
    return EngineError(
        f"The adapter in {adapter.folder} does not fit the model ({why}).",
        remedy="Choose the model that the adapter was made for.",
    )


def _device_must_be_there(plan: Plan) -> None:
    there = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if not there.get(plan.device, False):
        raise EngineError(
            f"This computer has no device {plan.device} that torch can use.",
            remedy="Choose the device cpu, or install a torch made for the graphics card.",
        )
    if plan.device == "mps" and plan.quantisation != "none":
        raise EngineError(
            f"Quantisation {plan.quantisation} does not run on the device mps.",
            remedy="Choose the quantisation none, or the engine llama_cpp.",
        )


def settle_torchvision() -> None:
    """Lets transformers import a torchvision made for another torch: it imports what it finds, needed here or not."""
    global _library
    try:
        import torchvision  # noqa: F401  # pyright: ignore[reportUnusedImport, reportMissingImports]
    except ImportError:
        return
    except RuntimeError:
        _library = torch.library.Library("torchvision", "FRAGMENT")
        for name in ("nms", "qnms"):
            _library.define(f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")


def _first_line(failure: BaseException) -> str:
    return re.sub(r"\s+", " ", str(failure)).strip()[:200].rstrip(".") or type(failure).__name__
