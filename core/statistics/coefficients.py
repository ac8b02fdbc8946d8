"""Chance-corrected agreement on labels. Comes in: sums over units that add up. Goes out: coefficients, NaN where none.

Every coefficient is a function of sums over units, so that totals and bootstrap resamples go through one formula. The
leading axes `...` of a sum are resamples. Ratings are (coders, units) int codes, -1 where a coder gave none.

Own formulas because the libraries do not fit: `krippendorff` 0.9.0 and `pingouin` 0.7.0 are GPL-3; `irrCAC` 0.4.4
pins scipy 1.12.0 and names no licence in its package; scikit-learn and statsmodels (BSD) bring 250 MB for the two
kappas alone. statsmodels is the oracle in `tests/core/statistics/test_oracle.py`; the others were run by hand.
Must not know: time, files.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.statistics.bootstrap import Sums, ratio

Ratings = NDArray[np.int64]
"""(coders, units) codes from 0, -1 where missing."""
Weighting = Literal["none", "linear", "quadratic"]


@dataclass(frozen=True, slots=True, eq=False)
class CoefficientSums:
    """A coefficient over units: what to add up, and how the figure follows."""

    sums: Sums
    """(units, k) what each unit contributes; zeros for a unit that does not count."""
    used: NDArray[np.bool_]
    """(units,) whether the unit counts."""
    figure: Callable[[Sums], NDArray[np.float64]]
    """From (..., k) sums to (...,) values."""


def disagreement(categories: int, weighting: Weighting) -> NDArray[np.float64]:
    """(q, q) how much two codes disagree, 0 on the diagonal, 1 at most. `linear` and `quadratic` are for ordered codes.

    Cohen 1968, Psychological Bulletin 70: 213-220; the linear and the quadratic scheme of Fleiss & Cohen 1973.
    """
    place = np.arange(categories)
    apart = np.abs(place[:, None] - place[None, :]) / max(1, categories - 1)
    if weighting == "linear":
        return apart
    return apart**2 if weighting == "quadratic" else (apart > 0).astype(np.float64)


def cohen(ratings: Ratings, categories: int, *, weighting: Weighting = "none") -> CoefficientSums:
    """Cohen's kappa of two coders, 1 - sum(w o) / sum(w e); units that one of them left out do not count.

    Cohen 1960, Educational and Psychological Measurement 20: 37-46; weighted: Cohen 1968. Undefined where chance
    agreement is total.
    """
    first, second = ratings
    used = (first >= 0) & (second >= 0)
    sums = np.zeros((len(first), categories * categories))
    rows = np.flatnonzero(used)
    sums[rows, first[rows] * categories + second[rows]] = 1
    apart = disagreement(categories, weighting)

    def figure(total: Sums) -> NDArray[np.float64]:
        table = total.reshape(*total.shape[:-1], categories, categories)
        n = table.sum(axis=(-2, -1))
        expected = table.sum(axis=-1)[..., :, None] * table.sum(axis=-2)[..., None, :]
        return 1 - ratio(n * (table * apart).sum(axis=(-2, -1)), (expected * apart).sum(axis=(-2, -1)))

    return CoefficientSums(sums, used, figure)


def fleiss(ratings: Ratings, categories: int) -> CoefficientSums:
    """Fleiss' kappa of two or more coders; only units that all of them rated count, as the formula demands.

    Fleiss 1971, Psychological Bulletin 76: 378-382. With two coders it is Scott's pi, not Cohen's kappa.
    """
    coders = len(ratings)
    counts = _counts(ratings, categories)
    used = counts.sum(axis=1) == coders
    pairs = (counts * (counts - 1)).sum(axis=1) / (coders * (coders - 1))
    sums = np.column_stack([np.ones(len(counts)), pairs, counts / coders]) * used[:, None]

    def figure(total: Sums) -> NDArray[np.float64]:
        observed = ratio(total[..., 1], total[..., 0])
        expected = (ratio(total[..., 2:], total[..., :1]) ** 2).sum(axis=-1)
        return _corrected(observed, expected)

    return CoefficientSums(sums, used, figure)


def krippendorff(ratings: Ratings, categories: int, *, weighting: Weighting = "none") -> CoefficientSums:
    """Krippendorff's alpha of two or more coders with missing ratings; units with one rating do not count.

    Krippendorff 2011, Computing Krippendorff's Alpha-Reliability: alpha = 1 - (n - 1) sum(o w) / sum(n_c n_k w) over
    the coincidence matrix o. `quadratic` is his interval metric for equally spaced codes; `linear` is not his.
    """
    counts = _counts(ratings, categories)
    raters = counts.sum(axis=1)
    used = raters >= 2
    pairs = counts[:, :, None] * counts[:, None, :] - counts[:, :, None] * np.eye(categories)
    sums = pairs.reshape(len(counts), categories**2) * np.where(used, 1 / np.maximum(raters - 1, 1), 0)[:, None]
    apart = disagreement(categories, weighting)

    def figure(total: Sums) -> NDArray[np.float64]:
        table = total.reshape(*total.shape[:-1], categories, categories)
        n = table.sum(axis=-1)
        expected = (n[..., :, None] * n[..., None, :] * apart).sum(axis=(-2, -1))
        return 1 - ratio((n.sum(axis=-1) - 1) * (table * apart).sum(axis=(-2, -1)), expected)

    return CoefficientSums(sums, used, figure)


def gwet(ratings: Ratings, categories: int) -> CoefficientSums:
    """Gwet's AC1 of two or more coders with missing ratings. It depends on `categories`, used or not.

    Gwet 2008, British Journal of Mathematical and Statistical Psychology 61: 29-48, with missing ratings as in Gwet
    2014, Handbook of Inter-Rater Reliability, 4th ed., ch. 2: agreement over units with two ratings or more,
    prevalences over units with one or more.
    """
    counts = _counts(ratings, categories)
    raters = counts.sum(axis=1)
    used, rated = raters >= 2, raters >= 1
    pairs = np.where(used, (counts * (counts - 1)).sum(axis=1) / np.maximum(raters * (raters - 1), 1), 0)
    spread = counts / np.maximum(raters, 1)[:, None]
    sums = np.column_stack([used, pairs, rated, spread]).astype(np.float64)

    def figure(total: Sums) -> NDArray[np.float64]:
        if categories < 2:
            return np.full(total.shape[:-1], np.nan)
        observed = ratio(total[..., 1], total[..., 0])
        prevalence = ratio(total[..., 3:], total[..., 2:3])
        expected = (prevalence * (1 - prevalence)).sum(axis=-1) / (categories - 1)
        return _corrected(observed, expected)

    return CoefficientSums(sums, used, figure)


def raw(ratings: Ratings, categories: int) -> CoefficientSums:
    """Share of pairs of ratings that agree, over units with two ratings or more; not corrected for chance."""
    counts = _counts(ratings, categories)
    raters = counts.sum(axis=1)
    used = raters >= 2
    pairs = np.where(used, (counts * (counts - 1)).sum(axis=1) / np.maximum(raters * (raters - 1), 1), 0)
    sums = np.column_stack([used, pairs]).astype(np.float64)
    return CoefficientSums(sums, used, lambda total: ratio(total[..., 1], total[..., 0]))


def _counts(ratings: Ratings, categories: int) -> NDArray[np.float64]:
    """(units, categories) how many coders gave each code."""
    return (ratings[:, :, None] == np.arange(categories)).sum(axis=0).astype(np.float64)


def _corrected(observed: NDArray[np.float64], expected: NDArray[np.float64]) -> NDArray[np.float64]:
    # Within rounding of 1 chance explains everything, and the quotient would be noise.
    room = np.where(1 - expected > 1e-12, 1 - expected, 0.0)
    return ratio(observed - expected, room)
