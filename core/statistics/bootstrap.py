"""Uncertainty by resampling. Comes in: sums that add up over blocks or units, a seed. Goes out: intervals or refusals.

Percentile bootstrap (Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 13). Moments of a recording are not
independent, so sums over time are resampled in blocks that follow one another without overlap (Carlstein 1986, Annals
of Statistics 14: 1171-1179); lists of segments are resampled one by one. The sources leave the block's length to the
user: ours stands with the rule of each caller. Must not know: what the sums count.
"""

import zlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.statistics.conclusion import Conclusion, Estimate, Interval, Refusal

Sums = NDArray[np.float64]
Figure = Callable[[Sums], NDArray[np.float64]]
"""From (..., k) sums to (...,) figures, NaN where a set of sums allows none."""


@dataclass(frozen=True, slots=True)
class Resampling:
    """How intervals are made."""

    resamples: int = 1000
    level: float = 0.95
    seed: int = 0
    least_units: int = 5
    """Fewer blocks or segments than this carry no interval: their spread says nothing about another recording."""
    most_undefined: float = 0.05
    """No interval when more than this share of the resamples allows no figure."""


def generator(seed: int, *names: str) -> np.random.Generator:
    """Random numbers that depend on the seed and on what they are for, not on the order of the figures."""
    return np.random.default_rng([seed & 0xFFFFFFFF, *(zlib.crc32(name.encode()) for name in names)])


def resampled_sums(sums: Sums, *, how: Resampling, random: np.random.Generator) -> Sums:
    """(resamples, k) sums of as many units as `sums` (n, k) has, drawn with replacement."""
    units = len(sums)
    weights = random.multinomial(units, np.full(units, 1 / units), size=how.resamples)
    return weights.astype(np.float64) @ sums


def interval_of(figures: NDArray[np.float64], *, units: int, what: str, how: Resampling) -> Interval | Refusal:
    """The interval of (resamples,) figures made from `units` blocks or segments; `what` names them in the plural."""
    if units < how.least_units:
        return Refusal(f"No interval: it needs at least {how.least_units} {what}; here are {units}.")
    defined = figures[~np.isnan(figures)]
    if len(defined) < (1 - how.most_undefined) * how.resamples:
        return Refusal(f"No interval: too many resamples of the {units} {what} allow no figure.")
    if np.ptp(defined) < 1e-12:
        return Refusal("No interval: every resample gives the same figure, which does not tell how sure it is.")
    tail = (1 - how.level) / 2
    low, high = np.quantile(defined, [tail, 1 - tail])
    return Interval(float(low), float(high), how.level, how.resamples, f"Percentile bootstrap over {units} {what}.")


def concluded(
    sums: Sums, figure: Figure, *, what: str, undefined: str, how: Resampling, random: np.random.Generator
) -> Conclusion:
    """`figure` of the totals of `sums` (n, k) with its interval; refused with `undefined` where there is none."""
    value = float(figure(sums.sum(axis=0)))
    if np.isnan(value):
        return Refusal(undefined)
    if len(sums) < how.least_units:
        return Estimate(value, interval_of(np.empty(0), units=len(sums), what=what, how=how))
    spread = figure(resampled_sums(sums, how=how, random=random))
    return Estimate(value, interval_of(spread, units=len(sums), what=what, how=how))


def ratio(top: Sums, bottom: Sums) -> NDArray[np.float64]:
    """`top / bottom` element by element, NaN where `bottom` is 0."""
    result = np.full(np.broadcast_shapes(np.shape(top), np.shape(bottom)), np.nan)
    np.divide(top, bottom, out=result, where=np.asarray(bottom) != 0)
    return result
