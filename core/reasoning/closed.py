"""From a closed question to a distribution over the seven emotions. In: scores or drawn answers. Out: probabilities.

Which option a model holds likely depends on the letters and their order too, and a model's log-probabilities are not
calibrated. Both can be set right for a model on labelled footage: the prior is what it says of pictures without a face
(contextual calibration, Zhao et al., ICML 2021), the temperature is fitted (Guo et al., ICML 2017).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.reasoning.prompts import Task
from core.records.analysis import EMOTIONS
from core.vlm.backend import Reply


@dataclass(frozen=True, slots=True)
class Calibration:
    """How a model's log-probabilities become probabilities. The default changes nothing."""

    temperature: float = 1.0
    prior: Mapping[str, float] = field(default_factory=dict[str, float])
    """Log-probability of each emotion without anything to see, in nats; empty where it was not measured."""
    fitted_on: str = ""
    """The footage it was fitted on; empty: not calibrated for this model, which reports then say."""


def emotions_of(task: Task) -> tuple[str, ...]:
    """The emotion of each option, in their order. Raises `ValueError` where they are not the seven of `EMOTIONS`."""
    labels = tuple(option.label for option in task.options)
    if sorted(labels) != sorted(EMOTIONS):
        raise ValueError(f"{task.name} does not ask for the seven emotions")
    return labels


def distribution_of(
    log_probabilities: NDArray[np.float64], labels: Sequence[str], *, calibration: Calibration
) -> NDArray[np.float64] | None:
    """(7,) in the order of `EMOTIONS` from the (7,) log-probabilities of `labels`; None where they are not numbers."""
    if not np.isfinite(log_probabilities).any() or np.isnan(log_probabilities).any():
        return None
    prior = np.array([calibration.prior.get(label, 0.0) for label in labels])
    scores = (log_probabilities - prior) / calibration.temperature
    shares = np.exp(scores - scores.max())
    by_label = dict(zip(labels, shares / shares.sum(), strict=True))
    return np.array([by_label[emotion] for emotion in EMOTIONS])


def votes(replies: Sequence[Reply], task: Task) -> NDArray[np.float64] | None:
    """(7,) shares of the answers that are one of the options; None where not one is."""
    labels = emotions_of(task)
    counts: dict[str, int] = dict.fromkeys(EMOTIONS, 0)
    for reply in replies:
        chosen = [
            label
            for option, label in zip(task.options, labels, strict=True)
            if _said(reply.text, option.answer, option.text)
        ]
        if len(chosen) == 1:
            counts[chosen[0]] += 1
    total = sum(counts.values())
    return np.array([counts[emotion] for emotion in EMOTIONS]) / total if total else None


def _said(text: str, letter: str, words: str) -> bool:
    told = text.strip()
    bare = told.strip("().: ").upper()
    return bare == letter or told.startswith((f"({letter})", f"{letter}.", f"{letter})")) or bare == words.upper()
