"""Small text models from the user's own folders, on the processor: which text follows, which texts are alike.

Comes in: folders as the hub publishes them, texts. Goes out: numbers. Weights are safetensors; nothing of a folder is
run and nothing is fetched. Imports torch.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from core.errors import ModelError
from core.models.contents import weight_files
from core.models.heads import json_at, safetensors_head
from core.models.store import carries_code
from core.vlm.torch_loading import settle_torchvision

REMEDY = "Name the folder of a model with safetensors weights, or leave it out of the recipe."
LONGEST = 512
"""Tokens of a text, or of a pair; what is longer is cut."""
ALIKE = 0.99
"""The most that different answers are taken to be alike, so that there is something left above it."""
DIFFERENT = 64
"""Answers of which every two say how alike different ones are."""


class Entailment:
    """A sequence classifier that tells entailment and contradiction."""

    def __init__(self, folder: Path) -> None:
        """Raises `ModelError` where it cannot be loaded or does not name its labels."""
        from transformers.models.auto.modeling_auto import AutoModelForSequenceClassification

        self._model, self._words = _loaded(folder, AutoModelForSequenceClassification)
        names = {str(name).lower(): int(place) for place, name in self._model.config.id2label.items()}
        self._follows, self._denied = (_label(names, begins, folder) for begins in ("entail", "contradict"))

    def both_ways(self, said: str, reference: str) -> tuple[float, float]:
        """(entailed, contradicted), each a probability: how far each text follows from the other, in the mean; and how
        far one denies the other, in the direction in which it is more."""
        with torch.inference_mode():
            tokens = self._words(
                [said, reference],
                [reference, said],
                padding=True,
                truncation=True,
                return_tensors="pt",
            )
            shares = self._model(**tokens).logits.double().softmax(dim=-1)
        return float(shares[:, self._follows].mean()), float(shares[:, self._denied].max())


class Embedding:
    """A sentence encoder: the mean of its last states over a text's tokens, of length 1."""

    def __init__(self, folder: Path, *, references: Sequence[str]) -> None:
        """`references` are true answers: two different ones are alike by so much in the mean, which counts as nothing
        in common. Raises `ModelError`."""
        from transformers.models.auto.modeling_auto import AutoModel

        self._model, self._words = _loaded(folder, AutoModel)
        self._kept: dict[str, torch.Tensor] = {}
        different = sorted(set(references))
        # Evenly from the whole of them: the first ones in order of letters may all begin alike.
        chosen = different[:: max(1, -(-len(different) // DIFFERENT))]
        self._nothing = 0.0
        if len(chosen) > 1:
            vectors = torch.stack([self._vector(text) for text in chosen])
            several = torch.ones(len(chosen), len(chosen), dtype=torch.bool).triu(diagonal=1)
            self._nothing = float((vectors @ vectors.T)[several].mean().clamp(0.0, ALIKE))

    def alike(self, said: str, reference: str) -> float:
        """1 for the same, 0 for what is no more alike than any two answers."""
        known = self._kept.get(reference)
        if known is None:
            known = self._kept.setdefault(reference, self._vector(reference))
        cosine = self._vector(said) @ known
        return float(((cosine - self._nothing) / (1.0 - self._nothing)).clamp(0.0, 1.0))

    def _vector(self, text: str) -> torch.Tensor:
        """(width,) of length 1."""
        with torch.inference_mode():
            tokens = self._words([text], truncation=True, return_tensors="pt")
            states = self._model(**tokens).last_hidden_state[0].double()
            kept = tokens["attention_mask"][0, :, None].double()
            return torch.nn.functional.normalize((states * kept).sum(dim=0) / kept.sum(), dim=0)


def _label(names: dict[str, int], begins: str, folder: Path) -> int:
    found = [place for name, place in names.items() if name.startswith(begins)]
    if len(found) != 1:
        raise ModelError(
            f"The model in {folder} does not say which label is “{begins}…” (it has {', '.join(sorted(names))}).",
            remedy="Name a model for natural language inference, or leave `entailment` out of the recipe.",
        )
    return found[0]


def _loaded(folder: Path, kind: Any) -> tuple[Any, Any]:  # noqa: ANN401 - transformers' types are incomplete
    """Model and tokenizer. Raises `ModelError`."""
    from transformers.models.auto.tokenization_auto import AutoTokenizer
    from transformers.utils import logging

    settle_torchvision()
    if not folder.is_dir():
        raise ModelError(f"There is no folder {folder}.", remedy=REMEDY)
    json_at(folder / "config.json")
    pickled = next((path for path in sorted(folder.iterdir()) if path.is_file() and carries_code(path)), None)
    if pickled is not None and not any(folder.glob("*.safetensors")):
        raise ModelError(
            f"{pickled} is a pickle, which can run any program when it is opened; it was not opened.", remedy=REMEDY
        )
    for path in weight_files(folder):
        safetensors_head(path)
    logging.disable_progress_bar()
    only: dict[str, Any] = {"local_files_only": True, "trust_remote_code": False}
    try:
        words = AutoTokenizer.from_pretrained(folder, **only)
        model, report = kind.from_pretrained(
            folder, use_safetensors=True, dtype=torch.float32, output_loading_info=True, **only
        )
    except (OSError, ValueError, RuntimeError, KeyError, ImportError) as failure:
        told = " ".join(str(failure).split())[:200].rstrip(".")
        raise ModelError(f"The model in {folder} cannot be loaded ({told}).", remedy=REMEDY) from failure
    # transformers would fill what a file lacks with random numbers; the pooler is not asked.
    lacking = sorted(name for name in report["missing_keys"] if not name.startswith("pooler."))
    if lacking:
        raise ModelError(
            f"The model in {folder} lacks {len(lacking)} of its weights, first {lacking[0]}.", remedy=REMEDY
        )
    words.model_max_length = min(
        LONGEST, words.model_max_length, getattr(model.config, "max_position_embeddings", LONGEST)
    )
    return model.eval(), words
