"""How sure a difference before and after is. In: scores of the same examples twice, and whose they are. Out: intervals.

Paired percentile bootstrap (Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 13) over people: answers
about one face resemble one another, so whole people are drawn with replacement, each with all examples, before and
after together. Drawing clips would call chance a result.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.statistics.bootstrap import Resampling, generator, ratio, resampled_sums
from core.statistics.conclusion import Interval, Refusal

LEAST_PEOPLE = 3
"""Fewer carry no interval: two people have but three resamples."""
LEVEL = 0.95
MOST_UNDEFINED = 0.05
"""No interval where more than this share of resamples leaves a figure out altogether."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One example, judged twice."""

    group: str
    """What is averaged first: a task of a stage."""
    person: str
    before: float
    after: float


def difference(scored: Sequence[Scored]) -> tuple[float, float]:
    """Before and after: the mean over groups of their means. Raises `ValueError` for none."""
    if not scored:
        raise ValueError("nothing was scored")
    before, after = _means(_sums(scored).sum(axis=0))
    return float(before), float(after)


def paired_interval(scored: Sequence[Scored], *, resamples: int, seed: int, what: str) -> Interval | Refusal:
    """The interval, at 95 %, of after minus before. `what` names the figure: each draws its own people.

    A resample without anybody in a group leaves that group out, on both sides alike.
    """
    return paired_mean_interval([scored], resamples=resamples, seed=seed, what=what)


def paired_mean_interval(
    parts: Sequence[Sequence[Scored]], *, resamples: int, seed: int, what: str
) -> Interval | Refusal:
    """The same for the mean over `parts` (stages) of their figures; a resample draws people for all at once."""
    people = sorted({one.person for part in parts for one in part})
    if len(people) < LEAST_PEOPLE:
        number = "nobody" if not people else "one person" if len(people) == 1 else f"{len(people)} people"
        return Refusal(f"No interval: {number} to judge by, and it takes {LEAST_PEOPLE}.")
    sums = [_sums(part, people=people) for part in parts if part]
    widths = np.cumsum([one.shape[1] for one in sums])[:-1]
    drawn = resampled_sums(
        np.concatenate(sums, axis=1), how=Resampling(resamples=resamples), random=generator(seed, what)
    )
    figures = np.stack([np.subtract(*reversed(_means(one))) for one in np.split(drawn, widths, axis=1)])
    there = ~np.isnan(figures)
    defined = there.any(axis=0)
    if defined.sum() < (1 - MOST_UNDEFINED) * resamples:
        return Refusal("No interval: too few people were asked the same.")
    means = np.where(there, figures, 0.0).sum(axis=0)[defined] / there.sum(axis=0)[defined]
    low, high = np.quantile(means, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Interval(float(low), float(high), LEVEL, resamples, f"Paired bootstrap over {len(people)} people.")


def _sums(scored: Sequence[Scored], *, people: Sequence[str] | None = None) -> NDArray[np.float64]:
    """(people, 3 * groups): of each person the sums before and after and the count, group by group."""
    rows = {person: row for row, person in enumerate(people or sorted({one.person for one in scored}))}
    groups = {group: place for place, group in enumerate(sorted({one.group for one in scored}))}
    sums = np.zeros((len(rows), len(groups), 3))
    for one in scored:
        sums[rows[one.person], groups[one.group]] += (one.before, one.after, 1.0)
    return sums.reshape(len(rows), -1)


def _means(sums: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """From (..., 3 * groups) to (...) before and after; NaN where no group has an example."""
    by_group = sums.reshape(*sums.shape[:-1], -1, 3)
    counted = by_group[..., 2] > 0
    groups = counted.sum(axis=-1)
    before, after = (np.where(counted, ratio(by_group[..., at], by_group[..., 2]), 0.0).sum(axis=-1) for at in (0, 1))
    return ratio(before, groups), ratio(after, groups)
