"""An adapter and its base as one model. In: the base's folder, PEFT's configuration and weights. Out: a folder alike.

Tensor by tensor, in single precision, rounded once to what the base has: never into four bits, where the adapter would
be rounded away. Everything but the adapted weights is the base's own, byte by byte. Imports torch when it works.
"""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from core.errors import ModelError
from core.models.adapter_gguf import LORA
from core.models.store import sync, writing
from core.progress import Progress, Stage
from core.vlm.checkpoint import Checkpoint

MERGING = "merging"


def merge(base: Checkpoint, config: Mapping[str, Any], weights: bytes, target: Path) -> Stage[None]:
    """Writes the merged model into `target`, an empty folder. Raises `ModelError` where the adapter does not fit."""
    import torch
    from safetensors import safe_open
    from safetensors.torch import load, save_file

    if config.get("peft_type") != "LORA" or config.get("use_dora") or config.get("modules_to_save"):
        raise ModelError("Only plain LoRA adapters can be merged.", remedy="Export it as the form peft.")
    pairs = _pairs(load(weights), config)
    shards = [path for path in base.files if path.suffix == ".safetensors"]
    with writing(target):
        for place, path in enumerate(shards):
            yield Progress(MERGING, place, len(shards), "files")
            with safe_open(path, framework="pt") as opened:
                told = opened.metadata()
                tensors: dict[str, torch.Tensor] = {name: opened.get_tensor(name) for name in opened.keys()}  # noqa: SIM118 - it is no dict
            for name, tensor in tensors.items():
                found = pairs.pop(_module(name), None)
                if found is not None:
                    added = found[1].float() @ found[0].float() * found[2]
                    if added.shape != tensor.shape:
                        raise _not_fitting(f"{name} is {tuple(tensor.shape)}, the adapter's is {tuple(added.shape)}")
                    tensors[name] = (tensor.float() + added).to(tensor.dtype)
            save_file(tensors, target / path.name, metadata=told)
            sync(target / path.name)
        if pairs:
            raise _not_fitting(f"{len(pairs)} of its weights have no place, first {sorted(pairs)[0]}")
        for path in sorted(base.folder.iterdir()):
            if path.is_file() and path.suffix in (".json", ".txt", ".jinja") and path.name != "videmo-manifest.json":
                shutil.copyfile(path, target / path.name)
        (target / "config.json").write_text(json.dumps(_with_cache(base.config), indent=2), encoding="utf-8")
    yield Progress(MERGING, len(shards), len(shards), "files")


def _pairs(tensors: Mapping[str, Any], config: Mapping[str, Any]) -> dict[str, tuple[Any, Any, float]]:
    """A, B and the factor of each adapted module, by its name from `layers` on."""
    halves: dict[str, dict[str, Any]] = {}
    for name, tensor in tensors.items():
        found = LORA.fullmatch(name)
        if found is None:
            raise _not_fitting(f"it changes {name}, which is no linear layer of the language model")
        halves.setdefault(found[1], {})[found[2]] = tensor
    lacking = [name for name, both in halves.items() if both.keys() != {"A", "B"}]
    if lacking:
        raise _not_fitting(f"half of {lacking[0]} is missing")
    alphas, ranks = config.get("alpha_pattern") or {}, config.get("rank_pattern") or {}
    if alphas or ranks:
        raise _not_fitting("its ranks differ from layer to layer")
    rank = int(config["r"])
    factor = float(config["lora_alpha"]) / (rank**0.5 if config.get("use_rslora") else rank)
    return {name: (both["A"], both["B"], factor) for name, both in halves.items()}


def _module(name: str) -> str:
    """The name of a language model's weight from `layers` on; empty for any other tensor."""
    inside = name.removesuffix(".weight")
    if inside == name or "visual." in name or "layers." not in inside:
        return ""
    return "layers." + inside.partition("layers.")[2]


def _with_cache(config: Mapping[str, Any]) -> dict[str, Any]:
    """The configuration with what training switches off switched on again."""
    told: dict[str, Any] = {**config, "use_cache": True}
    inner = told.get("text_config")
    if isinstance(inner, dict):
        told["text_config"] = {**cast("dict[str, Any]", inner), "use_cache": True}
    return told


def _not_fitting(why: str) -> ModelError:
    return ModelError(f"The adapter does not fit the model ({why}).", remedy="Name the model it was made for.")
