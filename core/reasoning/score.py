"""Which of several answers is kept, when nobody knows the right one. In: candidates. Out: scores in [0, 1].

The authors search each level for the best of n candidates and publish no scorer ("reward-guided scoring"); at their n
of 8 the search brings 3.4 points over one answer (VidEmo, table 10). The four parts and their weights are ours:

- **consensus**: the mean similarity of a candidate's tree to the others', which is minimum Bayes risk decoding (Kumar
  and Byrne, NAACL 2004) with tree similarity as its gain. A candidate that could not be read agrees with nobody.
- **agreement** with the measurements: of the clues that can be measured, those supported, by the rule of succession
  (s + 1) / (s + c + 2), so that one lucky clue does not outrank nine right ones and a wrong one. Left out where nothing
  can be measured.
- **likelihood**: the geometric mean of the tokens' probabilities under the model. Left out where the engine is silent.
- **judge**: the model's own probability of "Yes" when asked whether its answer agrees with the video; off by default.

The score is the weighted mean of the parts that are there.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.reasoning.tree_distance import similarity
from core.records.tree import AffectiveTree
from core.vlm.backend import Reply


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part of a score counts; 0 switches it off."""

    consensus: float = 0.5
    agreement: float = 0.3
    likelihood: float = 0.2
    judge: float = 0.0


def consensus(trees: Sequence[AffectiveTree]) -> list[float]:
    """For each tree its mean similarity to the others; 0 for an empty one, 1 for one that has no others."""
    if len(trees) == 1:
        return [1.0 if trees[0].clues else 0.0]
    alike = {(a, b): similarity(trees[a], trees[b]) for a in range(len(trees)) for b in range(a)}
    return [
        sum(alike[max(one, other), min(one, other)] for other in range(len(trees)) if other != one) / (len(trees) - 1)
        if tree.clues
        else 0.0
        for one, tree in enumerate(trees)
    ]


def agreement(tree: AffectiveTree) -> float | None:
    """How far a checked tree agrees with the measurements; None where none of its clues can be measured."""
    supported = sum(clue.support == "supported" for clue in tree.clues)
    contradicted = sum(clue.support == "contradicted" for clue in tree.clues)
    return (supported + 1) / (supported + contradicted + 2) if supported + contradicted else None


def mean_log_probability(reply: Reply) -> float:
    """In nats; NaN where the engine does not tell."""
    told = reply.log_probabilities
    return sum(told) / len(told) if told else math.nan


def likelihood(reply: Reply) -> float | None:
    """The geometric mean of the tokens' probabilities; None where the engine does not tell them."""
    mean = mean_log_probability(reply)
    return None if math.isnan(mean) else math.exp(min(0.0, mean))


def combined(parts: Mapping[str, float], weights: Weights) -> float:
    """The weighted mean of the parts; 0 where none of them counts."""
    counted = {name: getattr(weights, name) for name in parts}
    total = sum(counted.values())
    return sum(counted[name] * value for name, value in parts.items()) / total if total else 0.0
