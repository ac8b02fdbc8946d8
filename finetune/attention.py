"""Attention in a row of conversations, each with the places it sees and no others. Imports torch.

One table of who sees whom costs as much as if every token saw every other, and almost none do: a beginning sees itself,
and what follows sees the beginning and itself. So each stretch of a row has an attention of its own, by torch's own
kernels, and no table of the row is held. What has no stretches (the engine's own reading) goes the usual way.
"""

from functools import partial
from typing import Any

import torch
from torch.nn.functional import scaled_dot_product_attention

from core.vlm.torch_loading import Model
from finetune.packing import Stretch

NAME = "stretches"
Seen = tuple[Stretch, ...] | torch.Tensor | None
"""What transformers calls the mask, and hands to every layer as it is."""


def by_stretches(model: Model) -> None:
    """From now on the language model of `model` takes stretches in the place of a mask; its vision tower stays."""
    from transformers import AttentionInterface, AttentionMaskInterface
    from transformers.masking_utils import sdpa_mask

    AttentionInterface.register(NAME, attend)
    AttentionMaskInterface.register(NAME, sdpa_mask)
    model.set_attn_implementation({"text_config": NAME})


def attend(
    module: torch.nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    seen: Seen,
    **told: Any,  # noqa: ANN401
) -> tuple[torch.Tensor, None]:
    """(1, T, heads, d) of (1, heads, T, d) queries and (1, heads / n, T, d) keys and values, as transformers' own."""
    from transformers.integrations.sdpa_attention import repeat_kv, sdpa_attention_forward

    if seen is None or isinstance(seen, torch.Tensor):
        return sdpa_attention_forward(module, query, key, value, seen, **told)
    # The processor's kernel lets several queries share a key; the card's does so only where no table is given.
    grouped = query.device.type == "cpu"
    if not grouped:
        shared = query.shape[1] // key.shape[1]
        key, value = repeat_kv(key, shared), repeat_kv(value, shared)
    attention = partial(
        scaled_dot_product_attention, dropout_p=told["dropout"], scale=told["scaling"], enable_gqa=grouped
    )
    parts: list[torch.Tensor] = []
    for stretch in seen:
        begun = stretch.beginning
        length = begun.stop - begun.start
        if length:
            asked, known, held = (one[:, :, begun] for one in (query, key, value))
            parts.append(attention(asked, known, held, is_causal=True))
        for branch in stretch.branches:
            behind = branch.stop - branch.start
            table = torch.ones(behind, length + behind, dtype=torch.bool, device=query.device).tril(length)
            asked = query[:, :, branch]
            known, held = (torch.cat([one[:, :, begun], one[:, :, branch]], dim=2) for one in (key, value))
            parts.append(attention(asked, known, held, attn_mask=table))
    return torch.cat(parts, dim=2).transpose(1, 2).contiguous(), None
