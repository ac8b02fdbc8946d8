"""A model's folder as published on the hub, looked at before anything is loaded from it.

Comes in: a folder. Goes out: what it holds, or a sentence why it cannot be used. Opens no weights: of each file of
weights only the header is read. Nothing that runs code is ever accepted: weights are safetensors.
"""

import hashlib
import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from core.models.adapters import SEALED, weights_place
from core.models.store import digest
from core.progress import Stage
from core.vlm.backend import EngineError

ARCHITECTURE = "Qwen2_5_VLForConditionalGeneration"
_PICKLED = (".bin", ".pt", ".pth", ".ckpt", ".pkl")
_AGAIN = "Fetch or import the model again: videmo models list tells how."
_LONGEST_HEADER = 100_000_000


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A folder whose files are all there."""

    folder: Path
    name: str
    config: Mapping[str, Any]
    """What `config.json`, or an adapter's `adapter_config.json`, says."""
    files: tuple[Path, ...]
    """Everything that decides what the model answers, in order of name."""


def model_at(folder: Path) -> Checkpoint:
    """The model in `folder`. Raises `EngineError` where it is incomplete, pickled or of another architecture."""
    config = _json(folder, "config.json", what="model")
    architectures = config.get("architectures")
    if architectures != [ARCHITECTURE]:
        named = ", ".join(map(str, architectures)) if isinstance(architectures, list) and architectures else "none"
        raise EngineError(
            f"The model in {folder} has another architecture ({named}) than this engine runs ({ARCHITECTURE}).",
            remedy="Choose VidEmo or another Qwen2.5-VL model.",
        )
    if "quantization_config" in config:
        raise EngineError(
            f"The model in {folder} was quantised by another tool, which this engine does not read.",
            remedy="Choose the unquantised model; this program quantises it while loading.",
        )
    if config.get("text_config", config).get("use_sliding_window"):
        raise EngineError(
            f"The model in {folder} looks back over a sliding window, which this engine does not do.",
            remedy="Choose a model as published.",
        )
    weights = _weights(folder)
    words = [folder / "tokenizer.json"]
    if not words[0].is_file():
        words = [folder / "vocab.json", folder / "merges.txt"]
    further = [folder / name for name in ("config.json", "generation_config.json", "tokenizer_config.json")]
    for path in words:
        _must_be_there(path, "model")
    files = sorted({*weights, *words, *(path for path in further if path.is_file())})
    return Checkpoint(folder, folder.resolve().name, config, tuple(files))


def adapter_at(folder: Path) -> Checkpoint:
    """The LoRA adapter in `folder`, as PEFT writes it, its weights sealed or not. Raises as `model_at`."""
    config = _json(folder, "adapter_config.json", what="adapter")
    if config.get("peft_type") != "LORA":
        raise EngineError(f"The adapter in {folder} is not a LoRA adapter.", remedy="Choose a LoRA adapter.")
    weights = weights_place(folder)
    if weights.suffix != SEALED:
        if not weights.is_file():
            _refuse_pickles(folder)
        _complete(weights, what="adapter")
    return Checkpoint(folder, folder.resolve().name, config, (folder / "adapter_config.json", weights))


def digest_of(*checkpoints: Checkpoint) -> Stage[str]:
    """SHA-256 over the names and SHA-256 of all files; each file is read once per process."""
    whole = hashlib.sha256()
    for checkpoint in checkpoints:
        for path in checkpoint.files:
            found = yield from digest(path, stage=f"checking {checkpoint.name}")
            whole.update(f"{path.name} {found}\n".encode())
    return whole.hexdigest()


def _weights(folder: Path) -> list[Path]:
    index = folder / "model.safetensors.index.json"
    if not index.is_file():
        single = folder / "model.safetensors"
        if not single.is_file():
            _refuse_pickles(folder)
        _complete(single, what="model")
        return [single]
    places = _json(folder, index.name, what="model").get("weight_map")
    if not isinstance(places, dict) or not places:
        raise EngineError(f"{index} does not say which files hold the weights.", remedy=_AGAIN)
    # Names are taken as names: a path that leads out of the folder is none.
    names = sorted({Path(str(name)).name for name in cast("dict[str, Any]", places).values()})
    for name in names:
        _complete(folder / name, what="model")
    return [index, *(folder / name for name in names)]


def _refuse_pickles(folder: Path) -> None:
    pickled = next((path for path in sorted(folder.iterdir()) if path.suffix.lower() in _PICKLED), None)
    if pickled is not None:
        raise EngineError(
            f"{pickled} is a pickled file, which can run any program when it is opened; it was not opened.",
            remedy="Choose a model whose weights are safetensors.",
        )


def _complete(path: Path, *, what: str) -> None:
    """A safetensors file is as long as its own header says."""
    _must_be_there(path, what)
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(8)
        length = struct.unpack("<Q", start)[0] if len(start) == 8 else _LONGEST_HEADER
        header = file.read(length) if length < _LONGEST_HEADER else b""
    try:
        tensors = cast("dict[str, Any]", json.loads(header))
        last = max((int(tensor["data_offsets"][1]) for name, tensor in tensors.items() if name != "__metadata__"))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as failure:
        raise EngineError(f"{path} is not a safetensors file, or it is cut off.", remedy=_AGAIN) from failure
    if size != 8 + length + last:
        raise EngineError(f"{path} is cut off: {size} bytes of {8 + length + last}.", remedy=_AGAIN)


def _must_be_there(path: Path, what: str) -> None:
    if not path.is_file():
        raise EngineError(f"The {what} in {path.parent} is incomplete: {path.name} is missing.", remedy=_AGAIN)


def _json(folder: Path, name: str, *, what: str) -> dict[str, Any]:
    if not folder.is_dir():
        raise EngineError(f"There is no {what} at {folder}.", remedy=_AGAIN)
    _must_be_there(folder / name, what)
    try:
        read = json.loads((folder / name).read_text("utf-8"))
    except (OSError, ValueError) as failure:
        raise EngineError(f"{folder / name} cannot be read as JSON.", remedy=_AGAIN) from failure
    if not isinstance(read, dict):
        raise EngineError(f"{folder / name} does not describe a {what}.", remedy=_AGAIN)
    return cast("dict[str, Any]", read)
