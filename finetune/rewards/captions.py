"""What prose earns against the true words, in [0, 1]. In: two texts. Out: rewards.

Measures, each of what the others miss: entailment both ways (polarity), cosine of sentence embeddings (other words for
the same), chrF (the words themselves; Popović, WMT 2015, by sacrebleu), and how alike both are as the program reads
them, where the true one says anything of the vocabulary. Weights are shared among those that are there: chrF always is,
models where the recipe names them. What contradicts the true words gets `CAP` at most, however alike it is: by the
entailment model, and by the program's reading. Nothing of a text leaves the computer.
"""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from core.reasoning.tree_distance import similarity
from core.records.tree import AffectiveTree
from finetune.benchmark.prose import chrf
from finetune.rewards.trees import contradicts

if TYPE_CHECKING:
    from finetune.rewards.encoders import Embedding, Entailment

WEIGHTS = {"entailment": 0.5, "reading": 0.5, "embedding": 0.3, "chrf": 0.2}
CAP = 0.2
"""The most a contradiction earns."""
CONTRADICTED = 0.5
"""Probability from which the entailment model calls it one, in either direction."""


class Captions:
    """The measures that a recipe names, loaded once."""

    def __init__(self, *, entailment: str, embedding: str, references: Sequence[str]) -> None:
        """`entailment` and `embedding` are folders, or empty. `references` are true answers of the people who are
        learned from: how alike different ones are is what an embedding's cosine starts from. Raises `ModelError`."""
        self._lock = Lock()  # a fast tokenizer serves one thread at a time
        self._entailment = _entailment(Path(entailment)) if entailment else None
        self._embedding = _embedding(Path(embedding), references) if embedding else None

    def reward(self, said: str, reference: str, *, read: AffectiveTree, true: AffectiveTree) -> float:
        """1 for the same, at most `CAP` for the contrary. `read` and `true` are the trees of both texts."""
        if not said.strip():
            return 0.0
        values = {"chrf": chrf(said, reference)}
        contrary = contradicts(read, true)
        if true.clues:
            values["reading"] = similarity(read, true)
        if self._embedding is not None:
            with self._lock:
                values["embedding"] = self._embedding.alike(said, reference)
        if self._entailment is not None:
            with self._lock:
                follows, denied = self._entailment.both_ways(said, reference)
            values["entailment"] = 0.0 if follows < denied else follows - denied  # no number stays none
            contrary = contrary or denied >= CONTRADICTED
        total = sum(WEIGHTS[name] * value for name, value in values.items()) / sum(WEIGHTS[name] for name in values)
        return min(total, CAP) if contrary else total


def _entailment(folder: Path) -> "Entailment":
    from finetune.rewards.encoders import Entailment

    return Entailment(folder)


def _embedding(folder: Path, references: Sequence[str]) -> "Embedding":
    from finetune.rewards.encoders import Embedding

    return Embedding(folder, references=references)
