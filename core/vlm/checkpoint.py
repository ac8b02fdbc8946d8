"""A model's folder as published on the hub, looked at before anything is loaded from it.

Comes in: a folder. Goes out: what it holds, or a sentence why it cannot be used. Opens no weights: of each file of
weights only the header is read. Nothing that runs code is ever accepted: weights are safetensors.
"""

import hashlib
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import ModelError
from core.models.adapters import SEALED, weights_place
from core.models.contents import ARCHITECTURE, INDEX, weight_files
from core.models.heads import json_at, safetensors_head
from core.models.store import carries_code, digest
from core.progress import Stage
from core.vlm.backend import EngineError

_AGAIN = "Fetch or import the model again: videmo models list tells how."


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A folder whose files are all there."""

    folder: Path
    name: str
    config: Mapping[str, Any]
    """What `config.json`, or an adapter's `adapter_config.json`, says."""
    files: tuple[Path, ...]
    """Everything that decides what the model answers, in order of name."""


@contextmanager
def as_engine_error() -> Generator[None]:
    """What a model's files lack is a failure of the engine that was to load them."""
    try:
        yield
    except ModelError as failure:
        raise EngineError(failure.problem, remedy=failure.remedy) from failure


@as_engine_error()
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
    if not any(folder.glob("*.safetensors")):
        _refuse_pickles(folder)
    weights = weight_files(folder)
    for path in weights:
        safetensors_head(path)
    words = [folder / "tokenizer.json"]
    if not words[0].is_file():
        words = [folder / "vocab.json", folder / "merges.txt"]
    further = [folder / name for name in ("config.json", "generation_config.json", "tokenizer_config.json", INDEX)]
    for path in words:
        _must_be_there(path, "model")
    files = sorted({*weights, *words, *(path for path in further if path.is_file())})
    return Checkpoint(folder, folder.resolve().name, config, tuple(files))


@as_engine_error()
def adapter_at(folder: Path) -> Checkpoint:
    """The LoRA adapter in `folder`, as PEFT writes it, its weights sealed or not. Raises as `model_at`."""
    config = _json(folder, "adapter_config.json", what="adapter")
    if config.get("peft_type") != "LORA":
        raise EngineError(f"The adapter in {folder} is not a LoRA adapter.", remedy="Choose a LoRA adapter.")
    weights = weights_place(folder)
    if weights.suffix != SEALED:
        if not weights.is_file():
            _refuse_pickles(folder)
        _must_be_there(weights, "adapter")
        safetensors_head(weights)
    return Checkpoint(folder, folder.resolve().name, config, (folder / "adapter_config.json", weights))


def digest_of(*checkpoints: Checkpoint) -> Stage[str]:
    """SHA-256 over the names and SHA-256 of all files; each file is read once per process."""
    whole = hashlib.sha256()
    for checkpoint in checkpoints:
        for path in checkpoint.files:
            found = yield from digest(path, stage=f"checking {checkpoint.name}")
            whole.update(f"{path.name} {found}\n".encode())
    return whole.hexdigest()


def _refuse_pickles(folder: Path) -> None:
    pickled = next((path for path in sorted(folder.iterdir()) if path.is_file() and carries_code(path)), None)
    if pickled is not None:
        raise EngineError(
            f"{pickled} is a pickled file, which can run any program when it is opened; it was not opened.",
            remedy="Choose a model whose weights are safetensors.",
        )


def _must_be_there(path: Path, what: str) -> None:
    if not path.is_file():
        raise EngineError(f"The {what} in {path.parent} is incomplete: {path.name} is missing.", remedy=_AGAIN)


def _json(folder: Path, name: str, *, what: str) -> dict[str, Any]:
    if not folder.is_dir():
        raise EngineError(f"There is no {what} at {folder}.", remedy=_AGAIN)
    _must_be_there(folder / name, what)
    return json_at(folder / name)
