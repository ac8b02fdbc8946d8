"""Every coefficient against the worked examples that were published with it, and properties they all share."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.statistics import coefficients
from core.statistics.bootstrap import Resampling
from core.statistics.coefficients import CoefficientSums
from core.statistics.conclusion import Estimate, Interval, Refusal
from core.statistics.icc import icc_agreement

# Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, example C: 4 observers, 12 units, 5 values, 0 missing.
# The same table is the 4-rater example of Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed., ch. 2.
KRIPPENDORFF_C = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
        [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
    ]
)
# Krippendorff 2011, example A (binary, 10 units, 2 observers, no missing) and B (nominal, 12 units).
KRIPPENDORFF_A = np.array([[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]])
KRIPPENDORFF_B = np.array([list("aabbdcccedda"), list("babbbccceddd")])
# Fleiss 1971 prints these counts in table 1: 30 patients, 6 raters, 5 diagnoses; kappa 0.430.
FLEISS_1971 = np.array(
    [
        [0, 0, 0, 6, 0], [0, 3, 0, 0, 3], [0, 1, 4, 0, 1], [0, 0, 0, 0, 6], [0, 3, 0, 3, 0], [2, 0, 4, 0, 0],
        [0, 0, 4, 0, 2], [2, 0, 3, 1, 0], [2, 0, 0, 4, 0], [0, 0, 0, 0, 6], [1, 0, 0, 5, 0], [1, 1, 0, 4, 0],
        [0, 3, 3, 0, 0], [1, 0, 0, 5, 0], [0, 2, 0, 3, 1], [0, 0, 5, 0, 1], [3, 0, 0, 1, 2], [5, 1, 0, 0, 0],
        [0, 2, 0, 4, 0], [1, 0, 2, 0, 3], [0, 0, 0, 0, 6], [0, 1, 0, 5, 0], [0, 2, 0, 1, 3], [2, 0, 0, 4, 0],
        [1, 0, 0, 4, 1], [0, 5, 0, 1, 0], [4, 0, 0, 0, 2], [0, 2, 0, 4, 0], [1, 0, 5, 0, 0], [0, 0, 0, 0, 6],
    ]
)  # fmt: skip
# Shrout & Fleiss 1979, table 2: 6 targets, 4 judges; ICC(2,1) = 0.29.
SHROUT_FLEISS = np.array([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], float)


def value(sums: CoefficientSums) -> float:
    return float(sums.figure(sums.sums.sum(axis=0)))


def from_counts(counts: np.ndarray) -> np.ndarray:
    """Ratings (coders, units) that have these counts."""
    return np.array([np.repeat(np.arange(counts.shape[1]), row) for row in counts]).T


def from_table(table: list[list[int]]) -> np.ndarray:
    cells = [(a, b) for a, row in enumerate(table) for b, count in enumerate(row) for _ in range(count)]
    return np.array(cells).T


def test_krippendorff_2011():
    assert value(coefficients.krippendorff(KRIPPENDORFF_A, 2)) == pytest.approx(0.095, abs=5e-4)
    codes = np.vectorize("abcde".index)(KRIPPENDORFF_B)
    assert value(coefficients.krippendorff(codes, 5)) == pytest.approx(0.692, abs=5e-4)
    missing = KRIPPENDORFF_C - 1
    assert value(coefficients.krippendorff(missing, 5)) == pytest.approx(0.743, abs=5e-4)
    assert value(coefficients.krippendorff(missing, 5, weighting="quadratic")) == pytest.approx(0.849, abs=5e-4)


def test_gwet_2014():
    ratings = KRIPPENDORFF_C - 1
    assert value(coefficients.gwet(ratings, 5)) == pytest.approx(0.77544, abs=5e-6)
    assert value(coefficients.raw(ratings, 5)) == pytest.approx(0.81818, abs=5e-6)


def test_gwet_2002_against_the_kappa_paradox():
    # Gwet 2002, Kappa Statistic is not Satisfactory for Assessing the Extent of Agreement Between Raters: 125 subjects,
    # 118 agreements, kappa -0.0234, AC1 0.9408 (irrCAC 0.4.4 gives 0.94078).
    table = from_table([[118, 5], [2, 0]])
    assert value(coefficients.cohen(table, 2)) == pytest.approx(-0.0234, abs=5e-5)
    assert value(coefficients.gwet(table, 2)) == pytest.approx(0.9408, abs=5e-5)


def test_fleiss_1971():
    assert value(coefficients.fleiss(from_counts(FLEISS_1971), 5)) == pytest.approx(0.430, abs=5e-4)


def test_cohen():
    # Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, 3rd ed., table 18.1: kappa 0.676.
    table = from_table([[75, 1, 4], [5, 4, 1], [0, 0, 10]])
    assert value(coefficients.cohen(table, 3)) == pytest.approx(0.68, abs=5e-3)


def test_shrout_and_fleiss_1979():
    result = icc_agreement(SHROUT_FLEISS)
    assert isinstance(result, Estimate)
    assert result.value == pytest.approx(0.29, abs=5e-3)
    assert isinstance(result.interval, Interval)
    assert result.interval.low <= result.value <= result.interval.high


def test_icc_refuses_what_does_not_vary():
    assert isinstance(icc_agreement(np.full((5, 2), 3.7)), Refusal)
    assert isinstance(icc_agreement(np.zeros((1, 2))), Refusal)
    assert isinstance(icc_agreement(np.zeros((4, 1))), Refusal)


def test_icc_is_one_for_the_same_amounts():
    table = np.repeat(np.arange(8.0)[:, None], 3, axis=1)
    result = icc_agreement(table, how=Resampling(resamples=50))
    assert isinstance(result, Estimate)
    assert result.value == pytest.approx(1)


MANY: list[Callable[[np.ndarray, int], CoefficientSums]] = [
    coefficients.fleiss,
    coefficients.krippendorff,
    coefficients.gwet,
    coefficients.raw,
]
RATINGS = st.integers(2, 4).flatmap(
    lambda coders: st.lists(
        st.lists(st.integers(-1, 3), min_size=coders, max_size=coders), min_size=1, max_size=30
    ).map(lambda rows: np.array(rows).T)
)


def same(one: float, other: float) -> bool:
    return (np.isnan(one) and np.isnan(other)) or one == pytest.approx(other, abs=1e-9)


@pytest.mark.parametrize("coefficient", MANY)
@settings(max_examples=30, deadline=None)
@given(ratings=RATINGS, seed=st.integers(0, 100))
def test_order_of_coders_units_and_labels_does_not_matter(coefficient, ratings, seed):
    random = np.random.default_rng(seed)
    labels = np.append(random.permutation(4), -1)
    mixed = labels[ratings[random.permutation(len(ratings))][:, random.permutation(ratings.shape[1])]]
    before, after = value(coefficient(ratings, 4)), value(coefficient(mixed, 4))
    assert same(before, after)
    assert np.isnan(before) or before <= 1 + 1e-9


@settings(max_examples=30, deadline=None)
@given(ratings=RATINGS, seed=st.integers(0, 100))
def test_cohen_is_symmetric_and_bounded(ratings, seed):
    pair = ratings[:2]
    labels = np.append(np.random.default_rng(seed).permutation(4), -1)
    before = value(coefficients.cohen(pair, 4))
    assert same(before, value(coefficients.cohen(pair[::-1], 4)))
    assert same(before, value(coefficients.cohen(labels[pair], 4)))
    assert np.isnan(before) or -1 - 1e-9 <= before <= 1 + 1e-9
    for weighting in ("linear", "quadratic"):
        figure = value(coefficients.cohen(pair, 4, weighting=weighting))
        assert same(figure, value(coefficients.cohen(pair[::-1], 4, weighting=weighting)))


@pytest.mark.parametrize("coefficient", [*MANY, coefficients.cohen])
@settings(max_examples=25, deadline=None)
@given(row=st.lists(st.integers(-1, 3), min_size=1, max_size=30))
def test_the_same_ratings_agree_perfectly(coefficient, row):
    figure = value(coefficient(np.array([row, row]), 4))
    given_labels = {code for code in row if code >= 0}
    if len(given_labels) > 1:
        assert figure == pytest.approx(1)
    elif not given_labels:
        assert np.isnan(figure)


@pytest.mark.parametrize("coefficient", [coefficients.cohen, coefficients.fleiss, coefficients.krippendorff])
def test_one_label_only_has_no_kappa(coefficient):
    assert np.isnan(value(coefficient(np.zeros((2, 10), dtype=int), 3)))


def test_missing_ratings_do_not_count():
    ratings = np.array([[0, 1, -1, 2, 0], [0, -1, 1, 2, 1]])
    kept = ratings[:, [0, 3, 4]]
    for coefficient in (coefficients.cohen, coefficients.fleiss, coefficients.krippendorff, coefficients.raw):
        assert value(coefficient(ratings, 3)) == pytest.approx(value(coefficient(kept, 3)))
        assert coefficient(ratings, 3).used.sum() == 3
