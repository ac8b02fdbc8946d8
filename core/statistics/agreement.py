"""Agreement between coders: raters, a rater and a model, two models. Comes in: label tracks of one person. Goes out:
coefficients with base rates, numbers of samples and intervals.

Three views, since each hides something: labels at a stated time step, episodes matched by overlap, seconds per window.
A moment that a coder could not assess, or did not look at, is missing: it is left out and counted, never compared as a
label. Kappa, alpha and F1 fall when one label is rare or overwhelming (Jeni, Cohn & De la Torre 2013, ACII, Facing
imbalanced data), so base rates stand beside them. Neighbouring samples are not independent: intervals come from blocks
of time, and no p value is given. Must not know: which coder is right, files.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import floor

import numpy as np
from numpy.typing import NDArray

from core.errors import UsageError
from core.statistics import coefficients
from core.statistics.bootstrap import Resampling, concluded, generator
from core.statistics.coefficients import CoefficientSums, Ratings, Weighting
from core.statistics.conclusion import Conclusion, Refusal
from core.statistics.icc import icc_agreement
from core.statistics.matching import SegmentAgreement, segment_agreement
from core.statistics.tracks import LabelTrack

MOST_SAMPLES = 500_000


@dataclass(frozen=True, slots=True)
class AgreementRules:
    """Every choice that moves the figures; printed with them."""

    step_s: float = 0.5
    """Labels are compared in the middle of each step."""
    iou: float = 0.5
    """Least intersection over union of matched episodes."""
    window_s: float = 60.0
    """Seconds of a label are summed per window for the intraclass correlation."""
    least_common_s: float = 30.0
    """No coefficient from less time than this that two coders or more could assess."""
    weighting: Weighting = "none"
    """`linear` or `quadratic` only for labels that are given in a meaningful order; then Cohen's kappa is weighted."""
    block_s: float = 10.0
    """Length of a bootstrap block."""
    resampling: Resampling = field(default_factory=Resampling)

    def __post_init__(self) -> None:
        lengths = (self.step_s, self.window_s, self.block_s)
        if not all(0 < length < float("inf") for length in lengths) or not 0 < self.iou <= 1:
            raise UsageError(
                "A time step, a window and a block are lengths above 0 s, and the least overlap is above 0 and at most "
                "1.",
                remedy="Correct the value, for example a step of 0.5 s and an overlap of 0.5.",
            )


@dataclass(frozen=True, slots=True)
class BaseRate:
    """How often one coder gave one label, over the samples that two coders or more could assess."""

    coder: str
    label: str
    seconds: float
    share: float | None
    """Of the coder's labelled samples; None where there are none."""


@dataclass(frozen=True, slots=True)
class Coefficient:
    """One figure of agreement and what it rests on."""

    name: str
    result: Conclusion
    samples: int
    """Samples that count."""
    left_out: int
    """Samples that do not, because too few coders could assess them."""


@dataclass(frozen=True, slots=True)
class DurationAgreement:
    """ICC(A,1) of the seconds of one label per window."""

    label: str
    result: Conclusion
    windows: int
    left_out: int
    """Windows of which all coders together could assess less than half."""


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Two of the coders."""

    first: str
    second: str
    raw: Coefficient
    kappa: Coefficient
    segments: tuple[SegmentAgreement, ...]
    """All labels together first, then each label."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """All coders of one person."""

    person: str
    coders: tuple[str, ...]
    labels: tuple[str, ...]
    rules: AgreementRules
    samples: int
    """Steps between the first and the last moment that anybody looked at."""
    base_rates: tuple[BaseRate, ...]
    pairs: tuple[PairAgreement, ...]
    raw: Coefficient
    fleiss: Coefficient
    alpha: Coefficient
    ac1: Coefficient
    durations: tuple[DurationAgreement, ...]


def agreement(
    tracks: Sequence[LabelTrack], *, labels: Sequence[str] | None = None, rules: AgreementRules | None = None
) -> Agreement:
    """Compares two or more coders' tracks of one person.

    `labels` are all labels a coder could have given, in order where they have one; by default those that were given.
    Gwet's AC1 depends on their number. Raises `UsageError` for tracks that cannot be compared.
    """
    rules = rules or AgreementRules()
    names = _labels(tracks, labels, rules)
    ratings = sampled(tracks, labels=names, step_s=rules.step_s)
    q, person = len(names), tracks[0].person
    rated = (ratings >= 0).sum(axis=0) >= 2

    def coefficient(name: str, sums: CoefficientSums, key: str) -> Coefficient:
        return _coefficient(name, sums, rules=rules, key=(person, key))

    pairs: list[PairAgreement] = []
    kappa_name = "Cohen's kappa" if rules.weighting == "none" else f"Cohen's kappa, {rules.weighting} weights"
    for one, two in combinations(range(len(tracks)), 2):
        both = ratings[[one, two]]
        first, second = tracks[one], tracks[two]
        key = f"{first.coder}/{second.coder}"
        kappa = coefficients.cohen(both, q, weighting=rules.weighting)
        pairs.append(
            PairAgreement(
                first=first.coder,
                second=second.coder,
                raw=coefficient("raw agreement", coefficients.raw(both, q), f"raw {key}"),
                kappa=coefficient(kappa_name, kappa, f"kappa {key}"),
                segments=segment_agreement(first, second, iou=rules.iou, labels=names, how=rules.resampling),
            )
        )
    return Agreement(
        person=person,
        coders=tuple(track.coder for track in tracks),
        labels=names,
        rules=rules,
        samples=ratings.shape[1],
        base_rates=_base_rates(tracks, ratings[:, rated], names, rules.step_s),
        pairs=tuple(pairs),
        raw=coefficient("raw agreement", coefficients.raw(ratings, q), "raw"),
        fleiss=coefficient("Fleiss' kappa", coefficients.fleiss(ratings, q), "fleiss"),
        alpha=coefficient("Krippendorff's alpha, nominal", coefficients.krippendorff(ratings, q), "alpha"),
        ac1=coefficient("Gwet's AC1", coefficients.gwet(ratings, q), "ac1"),
        durations=_durations(ratings, names, rules=rules, person=person),
    )


def sampled(tracks: Sequence[LabelTrack], *, labels: Sequence[str], step_s: float) -> Ratings:
    """(coders, samples) codes of `labels`, -1 where missing, in the middle of each step from the first piece to the
    last. The middle, because coders share borders to the frame and a sample on a border would be decided by rounding.

    Raises `UsageError` for more than `MOST_SAMPLES` steps.
    """
    spans = [piece.span for track in tracks for piece in track.pieces]
    if not spans:
        return np.full((len(tracks), 0), -1, dtype=np.int64)
    start_s = min(span.start for span in spans).seconds
    length_s = max(span.end for span in spans).seconds - start_s
    count = floor(length_s / step_s + 1e-9)
    if count > MOST_SAMPLES:
        raise UsageError(
            f"A step of {step_s:g} s makes {count} samples; {MOST_SAMPLES} are the most.",
            remedy="Choose a longer step.",
        )
    times = start_s + (np.arange(count) + 0.5) * step_s
    code = {label: place for place, label in enumerate(labels)}
    result = np.full((len(tracks), count), -1, dtype=np.int64)
    for row, track in zip(result, tracks, strict=True):
        for piece in track.pieces:
            if piece.label is not None:
                first, last = np.searchsorted(times, [piece.span.start_s, piece.span.end_s])
                row[first:last] = code[piece.label]
    return result


def _coefficient(name: str, unit: CoefficientSums, *, rules: AgreementRules, key: tuple[str, ...]) -> Coefficient:
    samples = int(unit.used.sum())
    common_s = samples * rules.step_s
    result: Conclusion
    if common_s < rules.least_common_s:
        result = Refusal(
            f"The coders that it needs could assess {common_s:g} s together; {rules.least_common_s:g} s are the least."
        )
    else:
        result = concluded(
            _blocks(unit, rules),
            unit.figure,
            what=f"blocks of {rules.block_s:g} s",
            undefined="Only one label was given, so agreement by chance is total.",
            how=rules.resampling,
            random=generator(rules.resampling.seed, *key),
        )
    return Coefficient(name, result, samples, len(unit.used) - samples)


def _blocks(unit: CoefficientSums, rules: AgreementRules) -> NDArray[np.float64]:
    """(blocks, k) sums, without the blocks in which no sample counts."""
    size = max(1, round(rules.block_s / rules.step_s))
    starts = np.arange(0, len(unit.used), size)
    counted = np.add.reduceat(unit.used.astype(np.int64), starts) > 0
    return np.add.reduceat(unit.sums, starts, axis=0)[counted]


def _base_rates(
    tracks: Sequence[LabelTrack], ratings: Ratings, labels: Sequence[str], step_s: float
) -> tuple[BaseRate, ...]:
    rates: list[BaseRate] = []
    for row, track in zip(ratings, tracks, strict=True):
        whole = int((row >= 0).sum())
        for code, label in enumerate(labels):
            own = int((row == code).sum())
            rates.append(BaseRate(track.coder, label, own * step_s, own / whole if whole else None))
    return tuple(rates)


def _durations(
    ratings: Ratings, labels: Sequence[str], *, rules: AgreementRules, person: str
) -> tuple[DurationAgreement, ...]:
    size = max(1, round(rules.window_s / rules.step_s))
    common = np.asarray((ratings >= 0).all(axis=0))
    starts = np.arange(0, ratings.shape[1], size)

    def summed(mask: NDArray[np.bool_]) -> NDArray[np.int64]:
        return np.asarray([mask[start : start + size].sum() for start in starts], dtype=np.int64)

    kept: NDArray[np.bool_] = summed(common) >= size / 2
    result: list[DurationAgreement] = []
    for code, label in enumerate(labels):
        table = rules.step_s * np.column_stack([summed(np.asarray((row == code) & common)) for row in ratings])[
            kept
        ].astype(np.float64)
        figure = icc_agreement(table, how=rules.resampling, name=f"{person} {label}")
        result.append(DurationAgreement(label, figure, int(kept.sum()), int((~kept).sum())))
    return tuple(result)


def _labels(tracks: Sequence[LabelTrack], labels: Sequence[str] | None, rules: AgreementRules) -> tuple[str, ...]:
    coders = [track.coder for track in tracks]
    if len(coders) < 2 or len(set(coders)) < len(coders):
        raise UsageError(
            "Agreement needs two coders or more, each with a name of its own.",
            remedy="Choose a second track, or name the coders apart.",
        )
    if len({track.person for track in tracks}) > 1:
        raise UsageError("The tracks belong to different people.", remedy="Compare the tracks of one person at a time.")
    given = sorted({piece.label for track in tracks for piece in track.pieces if piece.label is not None})
    if labels is None:
        if rules.weighting != "none":
            raise UsageError(
                "A weighted kappa needs the order of the labels.", remedy="Give all labels, from one end to the other."
            )
        return tuple(given)
    unknown = [label for label in given if label not in labels]
    if unknown or len(set(labels)) < len(labels):
        raise UsageError(
            f"The labels must name each label that was given once; missing: {', '.join(unknown) or 'none'}.",
            remedy="Add the missing labels, or take out what is named twice.",
        )
    return tuple(labels)
