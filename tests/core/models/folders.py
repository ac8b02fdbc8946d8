"""Folders that hold a model, whole or broken on purpose, with weights of a few bytes."""

import json
import struct
from pathlib import Path

CONFIG = {"architectures": ["Qwen2_5_VLForConditionalGeneration"]}


def safetensors(path: Path, *tensors: str, weights: bytes = b"\x00\x3c\x00\x3c") -> Path:
    """A file with an array of fp16 numbers for each name."""
    size = len(weights)
    head = {
        name: {"dtype": "F16", "shape": [size // 2], "data_offsets": [place * size, (place + 1) * size]}
        for place, name in enumerate(tensors)
    }
    text = json.dumps(head).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + weights * len(tensors))
    return path


def bare(folder: Path) -> Path:
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps(CONFIG))
    for name in ("preprocessor_config", "tokenizer_config", "tokenizer"):
        (folder / f"{name}.json").write_text(json.dumps({"of": name}))
    safetensors(folder / "model-00001-of-00002.safetensors", "visual.a", weights=bytes(600_000))
    safetensors(folder / "model-00002-of-00002.safetensors", "model.b")
    places = {"visual.a": "model-00001-of-00002.safetensors", "model.b": "model-00002-of-00002.safetensors"}
    (folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": places}))
    return folder


def gguf(path: Path, architecture: str) -> Path:
    key, name = b"general.architecture", architecture.encode()
    head = struct.pack("<4sIQQ", b"GGUF", 3, 0, 1) + struct.pack("<Q", len(key)) + key
    path.write_bytes(head + struct.pack("<IQ", 8, len(name)) + name)
    return path
