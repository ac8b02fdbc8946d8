"""Builds a full-size Qwen2.5-VL with random weights, for measuring speed and memory: tests/bench/random_3b.py FOLDER

The published 3B's shape (or with `--size 7b` the 7B's) in bf16 safetensors, 7.5 GB (16.6 GB). One file's tensors are in
memory at a time, 2 GB. Nothing it says means anything.
"""

import argparse
import json
import math
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import torch
import transformers  # after build, which lets torchvision be imported
from safetensors.torch import save_file

from tests.tiny import build

FILE_BYTES = 2_000_000_000
TEXT = {
    "3b": {
        "vocab_size": 151936,
        "hidden_size": 2048,
        "intermediate_size": 11008,
        "num_hidden_layers": 36,
        "num_attention_heads": 16,
        "num_key_value_heads": 2,
    },
    "7b": {
        "vocab_size": 152064,
        "hidden_size": 3584,
        "intermediate_size": 18944,
        "num_hidden_layers": 28,
        "num_attention_heads": 28,
        "num_key_value_heads": 4,
    },
}


def configuration(size: str) -> transformers.Qwen2_5_VLConfig:
    """The published configuration of that size."""
    return transformers.Qwen2_5_VLConfig(
        architectures=["Qwen2_5_VLForConditionalGeneration"],
        text_config={
            **TEXT[size],
            "max_position_embeddings": 128000,
            "rms_norm_eps": 1e-6,
            "rope_parameters": {"rope_type": "default", "rope_theta": 1e6, "mrope_section": [16, 24, 24]},
            "bos_token_id": 151643,
            "eos_token_id": 151645,
        },
        vision_config={
            "depth": 32,
            "hidden_size": 1280,
            "intermediate_size": 3420,
            "num_heads": 16,
            "out_hidden_size": TEXT[size]["hidden_size"],
            "fullatt_block_indexes": [7, 15, 23, 31],
            "tokens_per_second": 2,
        },
        tie_word_embeddings=size == "3b",
        dtype="bfloat16",
    )


def shapes(config: transformers.Qwen2_5_VLConfig) -> dict[str, tuple[int, ...]]:
    """Names as in the published files, and shapes, without any memory taken."""
    with torch.device("meta"):
        network = transformers.Qwen2_5_VLForConditionalGeneration(config)
    return {
        name.replace("model.language_model.", "model.").replace("model.visual.", "visual."): tuple(tensor.shape)
        for name, tensor in network.state_dict().items()
        if not (name == "lm_head.weight" and config.tie_word_embeddings)
    }


def files(named: dict[str, tuple[int, ...]]) -> list[list[str]]:
    """The tensors' names, file by file."""
    parts: list[list[str]] = [[]]
    filled = 0
    for name, shape in named.items():
        size = 2 * math.prod(shape)
        if parts[-1] and filled + size > FILE_BYTES:
            parts.append([])
            filled = 0
        parts[-1].append(name)
        filled += size
    return parts


def random(name: str, shape: tuple[int, ...]) -> torch.Tensor:
    """A tensor as a new network begins with it: norms at 1, biases at 0, the rest spread by 0.02."""
    if name.endswith(".bias"):
        return torch.zeros(shape, dtype=torch.bfloat16)
    if len(shape) == 1:
        return torch.ones(shape, dtype=torch.bfloat16)
    return torch.empty(shape, dtype=torch.bfloat16).normal_(0.0, 0.02)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", choices=list(TEXT), default="3b")
    args = parser.parse_args()
    args.folder.mkdir(parents=True)
    torch.manual_seed(3)
    config = configuration(args.size)
    named = shapes(config)
    parts = files(named)
    index: dict[str, str] = {}
    for number, names in enumerate(parts, 1):
        file = f"model-{number:05d}-of-{len(parts):05d}.safetensors"
        save_file({name: random(name, named[name]) for name in names}, args.folder / file, metadata={"format": "pt"})
        index |= dict.fromkeys(names, file)
        print(file, flush=True)
    total = sum(2 * math.prod(shape) for shape in named.values())
    listed = {"metadata": {"total_size": total}, "weight_map": index}
    (args.folder / "model.safetensors.index.json").write_text(json.dumps(listed, indent=2), encoding="utf-8")
    config.save_pretrained(args.folder)
    build.tokenizer().save_pretrained(args.folder)
    build.describe(args.folder)


if __name__ == "__main__":
    main()
