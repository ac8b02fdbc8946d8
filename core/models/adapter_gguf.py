"""A LoRA adapter as llama.cpp reads it. In: PEFT's configuration and safetensors, in memory. Out: a GGUF file.

Needs neither torch nor PEFT, so that it runs beside llama.cpp; the module gguf comes with the extra `convert`.
"""

import json
import math
import os
import re
import struct
import sys
import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from core.errors import ModelError

LORA = re.compile(
    r"base_model\.model\.(?:model\.)?(?:model\.)?(?:language_model\.)?"
    r"(layers\.\d+\.(?:self_attn|mlp)\.\w+_proj)\.lora_([AB])\.weight"
)
_TYPES: Mapping[str, Any] = {"F32": np.float32, "F16": np.float16, "F64": np.float64}


def write_adapter(config: Mapping[str, Any], weights: bytes, target: Path) -> None:
    """Writes the adapter as GGUF in fp32. Raises `ModelError` where llama.cpp could not take it."""
    try:
        import gguf
    except ImportError as missing:
        raise ModelError(
            "What converts adapters for llama.cpp is not installed here (the extra convert).",
            remedy="Install it: pip install 'videmo-studio[convert]'.",
        ) from missing
    special = any(config.get(name) for name in ("use_dora", "rank_pattern", "alpha_pattern", "modules_to_save"))
    if config.get("peft_type") != "LORA" or special:
        raise ModelError("Only plain LoRA adapters can be converted.", remedy="Use the engine transformers.")
    alpha, rank = float(config["lora_alpha"]), int(config["r"])
    names = gguf.get_tensor_name_map(gguf.MODEL_ARCH.QWEN2VL, 1000)
    writer = gguf.GGUFWriter(target, arch="qwen2vl")
    writer.add_type(gguf.GGUFType.ADAPTER)
    writer.add_string(gguf.Keys.Adapter.TYPE, "lora")
    # llama.cpp divides by the rank; rank-stabilised adapters want its square root.
    writer.add_float32(gguf.Keys.Adapter.LORA_ALPHA, alpha * math.sqrt(rank) if config.get("use_rslora") else alpha)
    for name, tensor in sorted(tensors_in(weights).items()):
        found = LORA.fullmatch(name)
        place = names.get_name(f"model.{found[1]}") if found else None
        if found is None or place is None:
            raise ModelError(
                f"The adapter changes {name}, which llama.cpp does not take.", remedy="Use the engine transformers."
            )
        writer.add_tensor(f"{place}.weight.lora_{found[2].lower()}", tensor)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def tensors_in(weights: bytes) -> dict[str, NDArray[np.float32]]:
    """The tensors of a safetensors file, in fp32. Raises `ModelError` where it is none, or of other numbers."""
    try:
        (length,) = struct.unpack_from("<Q", weights)
        head = cast("dict[str, dict[str, Any]]", json.loads(weights[8 : 8 + length]))
        found: dict[str, NDArray[np.float32]] = {}
        for name, about in head.items():
            if name != "__metadata__":
                begin, end = (8 + length + int(at) for at in about["data_offsets"])
                found[name] = _floats(weights[begin:end], about["dtype"]).reshape(about["shape"])
        return found
    except (struct.error, ValueError, KeyError, TypeError, AttributeError) as failure:
        raise ModelError(
            "The adapter's weights are not a safetensors file, or are cut off.", remedy="Take them from a backup."
        ) from failure


@contextmanager
def adapter_file(config: Mapping[str, Any], weights: bytes, *, sealed: bool) -> Generator[Path]:
    """The adapter as a GGUF file while the block lasts: one without a place on the disk where the adapter is sealed.

    Raises `ModelError` as `write_adapter`, and where this system has no such file.
    """
    if not sealed:
        with tempfile.TemporaryDirectory(prefix="videmo-adapter-", ignore_cleanup_errors=True) as scratch:
            path = Path(scratch) / "adapter.gguf"
            write_adapter(config, weights, path)
            yield path
        return
    if sys.platform != "linux":
        raise ModelError(
            "llama.cpp reads adapters from files only, and an encrypted one may not lie on the disk as it is.",
            remedy="Use the engine transformers for it, or a computer with Linux.",
        )
    handle = os.memfd_create("videmo-adapter", os.MFD_CLOEXEC)
    try:
        path = Path(f"/proc/self/fd/{handle}")
        write_adapter(config, weights, path)
        yield path
    finally:
        os.close(handle)


def _floats(data: bytes, kind: str) -> NDArray[np.float32]:
    if kind == "BF16":  # the upper half of an fp32
        return (np.frombuffer(data, "<u2").astype("<u4") << 16).view("<f4").astype(np.float32)
    return np.frombuffer(data, _TYPES[kind]).astype(np.float32)
