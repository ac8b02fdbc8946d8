"""Agreement on amounts: the intraclass correlation of what each coder measured. In: a table. Out: one figure.

Own formula: `pingouin` 0.7.0 is GPL-3 and statsmodels 0.15 has none. Checked against the example of Shrout & Fleiss.
"""

import numpy as np
from numpy.typing import NDArray

from core.statistics.bootstrap import Resampling, generator, interval_of
from core.statistics.conclusion import Conclusion, Estimate, Refusal


def icc_agreement(table: NDArray[np.float64], *, how: Resampling | None = None, name: str = "") -> Conclusion:
    """ICC(2,1) of an (n targets, k coders) table without gaps, with an interval over the targets.

    (MSR - MSE) / (MSR + (k - 1) MSE + k (MSC - MSE) / n): Shrout & Fleiss 1979, Psychological Bulletin 86: 420-428,
    two-way random, absolute agreement, one coder. ICC(A,1) of McGraw & Wong 1996 (Psychological Methods 1: 30-46) is
    the same figure. The interval is a bootstrap over targets; McGraw & Wong give one from the F distribution, which
    assumes normal amounts, and durations are not. Refused below two targets or coders, or where nothing varies.
    """
    how = how or Resampling()
    targets, coders = table.shape
    if targets < 2 or coders < 2:
        return Refusal(f"An intraclass correlation needs two targets and two coders; here are {targets} and {coders}.")
    value = float(_icc(table[None])[0])
    if np.isnan(value):
        return Refusal("All amounts are the same, so there is nothing to correlate.")
    spread = np.empty(0)
    if targets >= how.least_units:
        random = generator(how.seed, "icc", name)
        spread = _icc(table[random.integers(0, targets, size=(how.resamples, targets))])
    return Estimate(value, interval_of(spread, units=targets, what="targets", how=how))


def _icc(tables: NDArray[np.float64]) -> NDArray[np.float64]:
    """(b,) of (b, n, k) tables; NaN where nothing varies."""
    _, n, k = tables.shape
    grand = tables.mean(axis=(1, 2))
    rows = k * ((tables.mean(axis=2) - grand[:, None]) ** 2).sum(axis=1)
    columns = n * ((tables.mean(axis=1) - grand[:, None]) ** 2).sum(axis=1)
    whole = ((tables - grand[:, None, None]) ** 2).sum(axis=(1, 2))
    between = rows / (n - 1)
    coders = columns / (k - 1)
    error = np.maximum(whole - rows - columns, 0) / ((n - 1) * (k - 1))
    bottom = between + (k - 1) * error + k * (coders - error) / n
    scale = (tables**2).sum(axis=(1, 2))
    result = np.full(len(tables), np.nan)
    # A bottom within rounding of 0 means that nothing varies; the quotient would be noise.
    np.divide(between - error, bottom, out=result, where=bottom > 1e-12 * scale)
    return result
