"""Whether held-out people are read better than before. In: two evaluations of the same examples. Out: a verdict.

Better: the interval of the mean over stages lies above 0, and no stage falls by more than two points. Anything else is
said in words, and an adapter that is not better is not proposed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.records.tree import Level
from core.statistics.conclusion import Interval, Refusal
from finetune.benchmark.bootstrap import Scored, difference, paired_interval, paired_mean_interval
from finetune.evaluate import Evaluation
from finetune.examples import LEVELS

MOST_LOST = 0.02
"""By how much a stage's score may fall before it counts as forgotten: two points of a hundred."""


@dataclass(frozen=True, slots=True)
class Change:
    """One figure before and after, in [0, 1]."""

    before: float
    after: float
    interval: Interval | Refusal
    """Of after minus before."""

    @property
    def difference(self) -> float:
        """After minus before."""
        return self.after - self.before

    @property
    def numbers(self) -> Mapping[str, float]:
        """`before`, `after`, `difference` and, where there is an interval, `low` and `high`."""
        told = {"before": self.before, "after": self.after, "difference": self.difference}
        if isinstance(self.interval, Interval):
            told |= {"low": self.interval.low, "high": self.interval.high}
        return told


@dataclass(frozen=True, slots=True)
class Comparison:
    """Before and after."""

    stages: Mapping[Level, Change]
    mean: Change
    """Over the stages."""
    people: int
    better: bool | None
    """None where it cannot be judged."""
    words: tuple[str, ...]
    """The verdict first, then what belongs to it."""

    @property
    def table(self) -> Mapping[str, Mapping[str, float]]:
        """By stage, and `mean`: as `Change.numbers`."""
        return {**{stage: change.numbers for stage, change in self.stages.items()}, "mean": self.mean.numbers}


def compare(before: Evaluation, after: Evaluation, *, bootstrap: int, seed: int) -> Comparison:
    """Before and after over `bootstrap` resamples of people. Raises `ValueError` where other examples were asked."""
    pairs = _pairs(before, after)
    if not pairs:
        nothing = Refusal("No interval: nobody was held out.")
        return Comparison({}, Change(0.0, 0.0, nothing), 0, None, (f"Nobody was held out: {_UNJUDGED}",))
    stages: dict[Level, Change] = {
        stage: Change(*difference(own), paired_interval(own, resamples=bootstrap, seed=seed, what=stage))
        for stage, own in pairs.items()
    }
    mean = Change(
        sum(change.before for change in stages.values()) / len(stages),
        sum(change.after for change in stages.values()) / len(stages),
        paired_mean_interval(list(pairs.values()), resamples=bootstrap, seed=seed, what="mean"),
    )
    people = len({one.person for own in pairs.values() for one in own})
    lost = _lost(stages)
    better = False if lost else None if isinstance(mean.interval, Refusal) else mean.interval.low > 0
    missing = sum(one.answer is None for one in after.asked)
    silent = (f"{missing} of {len(after.asked)} answers are missing afterwards and count as wrong.",) if missing else ()
    return Comparison(stages, mean, people, better, (_verdict(mean, better, people), *lost, *silent))


def fallen(earlier: Evaluation, later: Evaluation) -> tuple[str, ...]:
    """A sentence for each stage that lost more than two points: what was learned before is being forgotten.

    Raises `ValueError` where other examples were asked.
    """
    nothing = Refusal("")
    return _lost({stage: Change(*difference(own), nothing) for stage, own in _pairs(earlier, later).items()})


_UNJUDGED = "whether the adapter reads better cannot be judged, so it is not proposed."


def _verdict(mean: Change, better: bool | None, people: int) -> str:
    if isinstance(mean.interval, Refusal):
        change = f"{100 * mean.difference:+.1f} points from {100 * mean.before:.1f}"
        if better is None:
            return f"The mean over stages changes by {change}. {mean.interval.reason} So {_UNJUDGED}"
        return (
            f"Not better: the mean over stages changes by {change}, and a stage was forgotten. {mean.interval.reason}"
        )
    told = (
        f"the mean over stages goes from {100 * mean.before:.1f} to {100 * mean.after:.1f} of 100 "
        f"({100 * mean.difference:+.1f} points, 95 % interval {100 * mean.interval.low:+.1f} to "
        f"{100 * mean.interval.high:+.1f}, over {people} held-out people)"
    )
    if better:
        return f"Better on held-out people: {told}."
    if mean.interval.low > 0:
        return f"Not better, for a stage was forgotten: {told}."
    return f"Not better: {told}; the interval does not lie above zero, so this may be chance."


def _lost(stages: Mapping[Level, Change]) -> tuple[str, ...]:
    return tuple(
        f"The stage {stage} falls by {-100 * change.difference:.1f} points, from {100 * change.before:.1f} to "
        f"{100 * change.after:.1f}: what was learned there is being forgotten."
        for stage, change in stages.items()
        if change.difference < -MOST_LOST - 1e-9  # as sums of floats are
    )


def _pairs(before: Evaluation, after: Evaluation) -> Mapping[Level, Sequence[Scored]]:
    """Examples by stage, judged twice."""
    later = {one.place: one for one in after.asked}
    if len(later) != len(before.asked) or any(one.place not in later for one in before.asked):
        raise ValueError("before and after are evaluations of the same examples")
    pairs: dict[Level, list[Scored]] = {
        stage: [
            Scored(one.task, one.person, one.score, later[one.place].score)
            for one in before.asked
            if one.stage == stage
        ]
        for stage in LEVELS
    }
    return {stage: own for stage, own in pairs.items() if own}
