"""How large a model is, from its folder and without loading it. In: a folder. Out: its sizes; or a `ModelError`.

A folder of the hub's is told by `config.json`, a GGUF folder by the heads of its files, of which no list is kept.
Must not know: engines, this computer.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import ModelError
from core.models.heads import AGAIN, Value, gguf_head
from core.vlm.backend import Quantisation

FILE_TYPES: dict[object, Quantisation] = {0: "none", 1: "none", 32: "none", 7: "q8_0", 15: "q4_k_m", 17: "q5_k_m"}
"""`general.file_type` of the GGUF files that are run: F32, F16, BF16 and what `videmo models quantise` makes."""


@dataclass(frozen=True, slots=True)
class Transformer:
    """The sizes of one stack of layers."""

    layers: int
    hidden: int
    intermediate: int
    heads: int
    key_value_heads: int

    @property
    def head_size(self) -> int:
        """Numbers in one head's key."""
        return self.hidden // self.heads


@dataclass(frozen=True, slots=True)
class Shape:
    """A model's sizes."""

    folder: Path
    text: Transformer
    vision: Transformer
    vocabulary: int
    tied: bool
    """The head is the table of words."""
    patch_numbers: int = 1176
    """Numbers in one patch: 2 pictures, 14 x 14 pixels, 3 colours."""
    merged: int = 4
    """Patches that become one token."""
    file_bytes: int = 0
    """Of GGUF files, which are loaded as they are; 0 for a folder of the hub's."""
    file_quantisation: Quantisation = "none"

    @property
    def table_parameters(self) -> int:
        """Of the table of words, and of the head where that is its own."""
        return self.vocabulary * self.text.hidden * (1 if self.tied else 2)

    @property
    def linear_parameters(self) -> int:
        """Weights of the language model's layers: what is quantised."""
        one = self.text
        keys = one.key_value_heads * one.head_size
        attention = 2 * one.hidden * one.hidden + 2 * one.hidden * keys
        return one.layers * (attention + 3 * one.hidden * one.intermediate)

    @property
    def small_parameters(self) -> int:
        """Biases and norms of the language model."""
        one = self.text
        biases = one.hidden + 2 * one.key_value_heads * one.head_size
        return one.layers * (biases + 2 * one.hidden) + one.hidden

    @property
    def vision_parameters(self) -> int:
        """Of the vision tower and what joins it to the language model."""
        one = self.vision
        attention = 4 * one.hidden * one.hidden + 4 * one.hidden
        gates = 3 * one.hidden * one.intermediate + 2 * one.intermediate + one.hidden
        wide = one.hidden * self.merged
        merger = one.hidden + wide * wide + wide + wide * self.text.hidden + self.text.hidden
        return one.layers * (attention + gates + 2 * one.hidden) + self.patch_numbers * one.hidden + merger

    @property
    def parameters(self) -> int:
        """Of the whole model."""
        return self.table_parameters + self.linear_parameters + self.small_parameters + self.vision_parameters


def shape_of(folder: Path) -> Shape:
    """The sizes of the model in a folder. Raises `ModelError` where it holds none or is damaged."""
    files = sorted(folder.glob("*.gguf"))
    try:
        if files:
            return _of_gguf(folder, files)
        return shape_from(folder, json.loads((folder / "config.json").read_text(encoding="utf-8")))
    except OSError as failure:
        raise ModelError(f"There is no model in {folder} ({failure.strerror or failure}).", remedy=AGAIN) from failure
    except (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError, StopIteration) as failure:
        raise ModelError(
            f"The model in {folder} does not say how large it is ({type(failure).__name__}: {failure}).", remedy=AGAIN
        ) from failure


def shape_from(folder: Path, config: Mapping[str, Any]) -> Shape:
    """The sizes in a `config.json`: the published form has the language model's at the top, a newer one in
    `text_config`."""
    text: Mapping[str, Any] = config.get("text_config") or config
    vision: Mapping[str, Any] = config["vision_config"]
    return Shape(
        folder,
        Transformer(
            layers=int(text["num_hidden_layers"]),
            hidden=int(text["hidden_size"]),
            intermediate=int(text["intermediate_size"]),
            heads=int(text["num_attention_heads"]),
            key_value_heads=int(text["num_key_value_heads"]),
        ),
        Transformer(
            layers=int(vision["depth"]),
            hidden=int(vision["hidden_size"]),
            intermediate=int(vision["intermediate_size"]),
            heads=int(vision["num_heads"]),
            key_value_heads=int(vision["num_heads"]),
        ),
        vocabulary=int(text["vocab_size"]),
        tied=bool(config.get("tie_word_embeddings", text.get("tie_word_embeddings", False))),
        patch_numbers=3 * int(vision.get("temporal_patch_size", 2)) * int(vision.get("patch_size", 14)) ** 2,
        merged=int(vision.get("spatial_merge_size", 2)) ** 2,
    )


def _of_gguf(folder: Path, files: list[Path]) -> Shape:
    heads = [gguf_head(path) for path in files]
    text = next(head for head in heads if head.architecture == "qwen2vl")
    vision = next((head for head in heads if head.architecture == "clip"), None)
    if vision is None:
        raise ValueError("no mmproj beside it")
    return Shape(
        folder,
        _stack(text.values, "qwen2vl"),
        _stack(vision.values, "clip.vision"),
        vocabulary=text.lengths["tokenizer.ggml.tokens"],
        tied="output.weight" not in text.tensors,
        file_bytes=sum(path.stat().st_size for path in files),
        file_quantisation=FILE_TYPES[text.values["general.file_type"]],
    )


def _stack(values: Mapping[str, Value], prefix: str) -> Transformer:
    heads = int(values[f"{prefix}.attention.head_count"])
    return Transformer(
        layers=int(values[f"{prefix}.block_count"]),
        hidden=int(values[f"{prefix}.embedding_length"]),
        intermediate=int(values[f"{prefix}.feed_forward_length"]),
        heads=heads,
        key_value_heads=int(values.get(f"{prefix}.attention.head_count_kv", heads)),
    )
