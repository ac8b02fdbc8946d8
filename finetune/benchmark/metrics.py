"""Figures on answers of which the true ones are known. In: true labels and answers. Out: numbers. Knows no model.

An answer is None where it is missing: nothing was said, or nothing that could be read. A missing answer is wrong, and
is counted as missing beside that; it is never left out of a denominator. Of no example there is no figure: None.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BINS = 10
"""Of a reliability plot, equally wide."""


@dataclass(frozen=True, slots=True, eq=False)
class Confusion:
    """How often each true label got each answer."""

    labels: tuple[str, ...]
    """True labels and answers, in the order of the rows."""
    counts: NDArray[np.int64]
    """(n, n + 1): rows are true labels, columns answers in the same order, the last one is "missing"."""

    @property
    def missing(self) -> int:
        """Examples without an answer."""
        return int(self.counts[:, -1].sum())


@dataclass(frozen=True, slots=True)
class Bin:
    """One point of a reliability plot."""

    low: float
    high: float
    """Confidences in (low, high]; the first bin holds 0 too."""
    count: int
    confidence: float | None
    """Their mean; None in an empty bin."""
    accuracy: float | None
    """Share of right answers among them; None likewise."""


def confusion(truth: Sequence[str], answers: Sequence[str | None]) -> Confusion:
    """The table of both. Raises `ValueError` where they are not equally long.

    Labels are those that occur, truth or answer, in alphabetical order, so that nothing depends on a list.
    """
    labels = tuple(sorted({*truth, *(answer for answer in answers if answer is not None)}))
    places = {label: place for place, label in enumerate(labels)}
    counts = np.zeros((len(labels), len(labels) + 1), np.int64)
    for true, answer in zip(truth, answers, strict=True):
        counts[places[true], -1 if answer is None else places[answer]] += 1
    return Confusion(labels, counts)


def accuracy(table: Confusion) -> float | None:
    """Right answers over all examples, missing ones included."""
    total = int(table.counts.sum())
    return float(np.trace(table.counts)) / total if total else None


def recalls(table: Confusion) -> dict[str, float]:
    """Share of right answers among the examples of each label that is true of any."""
    return {
        label: float(table.counts[place, place] / table.counts[place].sum())
        for place, label in enumerate(table.labels)
        if table.counts[place].sum()
    }


def uar(table: Confusion) -> float | None:
    """Unweighted average recall: the mean of `recalls` (Schuller et al., INTERSPEECH 2009 Emotion Challenge).

    Over the classes that occur as truth: a class nobody displayed has no recall. Called balanced accuracy elsewhere.
    """
    found = recalls(table)
    return float(np.mean(list(found.values()))) if found else None


def war(table: Confusion) -> float | None:
    """Weighted average recall: `recalls` weighted by how often each class is true (same source as `uar`).

    With one label an example this is `accuracy`, and a test holds it to that; both names are in use, so both are here.
    """
    found = recalls(table)
    total = int(table.counts.sum())
    weights = {label: int(table.counts[place].sum()) for place, label in enumerate(table.labels)}
    return sum(recall * weights[label] for label, recall in found.items()) / total if total else None


def macro_f1(table: Confusion) -> float | None:
    """Mean over classes of 2 TP / (2 TP + FP + FN) (Sokolova & Lapalme 2009, Inf. Process. Manage. 45(4)).

    Over the classes that occur as truth or as answer; a missing answer is a false negative of its class and no class.
    """
    if not table.labels:
        return None
    square = table.counts[:, :-1]
    right = np.diag(square)
    return float(np.mean(2 * right / (table.counts.sum(axis=1) + square.sum(axis=0))))


def sample_f1(truth: Collection[str], answer: Collection[str] | None) -> float:
    """F1 of one example with several labels, in [0, 1], as the published harness of VidEmo means it (eval_results.py).

    The harness averages this over examples, not over classes. Read there, and not done here: it splits an answer at
    commas without taking the spaces off, so that "AU1, AU4" loses AU4; and a true "None" answered with "none" gets 0,
    because its library calls an F1 of nothing 0. Here nothing displayed and nothing said is right: 1. Names that are
    not on the list count as wrong, as they are handed over.
    """
    if answer is None:
        return 0.0
    true, said = set(truth), set(answer)
    return 2 * len(true & said) / (len(true) + len(said)) if true or said else 1.0


def reliability(confidences: Sequence[float], right: Sequence[bool], *, bins: int = BINS) -> tuple[Bin, ...]:
    """The points of a reliability diagram over equally wide bins (Guo et al., ICML 2017, section 2).

    `confidences` in [0, 1] are the probabilities of the answers that were given. Raises `ValueError` outside of that.
    """
    told, hits = np.asarray(confidences, np.float64), np.asarray(right, np.float64)
    if told.shape != hits.shape or ((told < 0) | (told > 1) | np.isnan(told)).any():
        raise ValueError("one probability in [0, 1] for each answer")
    edges = np.linspace(0, 1, bins + 1)
    places = np.clip(np.searchsorted(edges, told, side="left") - 1, 0, bins - 1)
    found: list[Bin] = []
    for place in range(bins):
        inside = places == place
        count = int(inside.sum())
        means = (float(told[inside].mean()), float(hits[inside].mean())) if count else (None, None)
        found.append(Bin(float(edges[place]), float(edges[place + 1]), count, *means))
    return tuple(found)


def ece(points: Sequence[Bin]) -> float | None:
    """Expected calibration error: mean distance of accuracy and confidence, bins weighted by count (Guo et al.)."""
    total = sum(point.count for point in points)
    gaps = [
        point.count * abs(point.accuracy - point.confidence)
        for point in points
        if point.accuracy is not None and point.confidence is not None
    ]
    return sum(gaps) / total if total else None
