"""The engine `transformers`: any Qwen2.5-VL folder as published, on a graphics card or the processor.

Comes in: a plan. Goes out: a loaded model behind the protocol. Checks everything before anything is loaded; torch is
imported by `torch_backend`, which is imported when a model is loaded.
"""

import importlib.util
import os
import time
from pathlib import Path

from core.progress import Progress, Stage
from core.vlm.backend import Backend, EngineError, Plan
from core.vlm.checkpoint import adapter_at, digest_of, model_at

_NEEDED = ("torch", "transformers", "accelerate", "safetensors")
_INSTALL = "Run: pip install 'videmo-studio[local]'"


def load(plan: Plan) -> Stage[Backend]:
    """Checks the folder, hashes it and loads the model. Raises `EngineError` and `OutOfMemoryError`."""
    began = time.perf_counter()
    if plan.quantisation not in ("none", "nf4", "int8"):
        raise EngineError(
            f"The engine transformers has no quantisation {plan.quantisation}.",
            remedy="Choose none, nf4 or int8, or the engine llama_cpp.",
        )
    needed = [*_NEEDED]
    if plan.quantisation != "none":
        needed.append("bitsandbytes")
    if plan.adapter is not None:
        needed.append("peft")
    missing = [name for name in needed if importlib.util.find_spec(name) is None]
    if missing:
        raise EngineError(f"The engine transformers lacks {', '.join(missing)}.", remedy=_INSTALL)
    checkpoint = model_at(Path(plan.model))
    adapter = adapter_at(plan.adapter) if plan.adapter is not None else None
    digest = yield from digest_of(checkpoint, *([adapter] if adapter is not None else []))
    adapter_digest = "" if adapter is None else (yield from digest_of(adapter))
    yield Progress("loading the model", 0, 1, "models")
    # Read by the libraries when they are first imported: nothing is looked up on the hub.
    os.environ["HF_HUB_OFFLINE"] = "1"
    from core.vlm.torch_backend import TorchBackend

    engine = TorchBackend(
        plan, checkpoint=checkpoint, adapter=adapter, digest=digest, adapter_digest=adapter_digest, began=began
    )
    yield Progress("loading the model", 1, 1, "models")
    return engine
