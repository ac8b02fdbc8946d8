"""Our formulas against statsmodels (BSD), on random tables. Skipped where it is not installed: it is a dev extra."""

import numpy as np
import pytest

from core.statistics import coefficients

inter_rater = pytest.importorskip("statsmodels.stats.inter_rater", reason="statsmodels is a development extra")


def pairs(seed: int) -> np.ndarray:
    random = np.random.default_rng(seed)
    first = random.choice(4, size=200, p=[0.5, 0.3, 0.15, 0.05])
    return np.array([first, np.where(random.random(200) < 0.6, first, random.integers(0, 4, 200))])


@pytest.mark.parametrize("seed", range(20))
def test_kappas(seed):
    ratings = pairs(seed)
    table = np.zeros((4, 4), dtype=int)
    np.add.at(table, (ratings[0], ratings[1]), 1)
    apart = np.abs(np.arange(4)[:, None] - np.arange(4)[None, :]) / 3
    for weighting, weights in (("none", None), ("linear", apart), ("quadratic", apart**2)):
        sums = coefficients.cohen(ratings, 4, weighting=weighting)
        ours = float(sums.figure(sums.sums.sum(axis=0)))
        theirs = inter_rater.cohens_kappa(table, weights=weights, return_results=False)
        assert ours == pytest.approx(theirs, abs=1e-12)
    counts, _ = inter_rater.aggregate_raters(ratings.T, n_cat=4)
    sums = coefficients.fleiss(ratings, 4)
    assert float(sums.figure(sums.sums.sum(axis=0))) == pytest.approx(inter_rater.fleiss_kappa(counts), abs=1e-12)
