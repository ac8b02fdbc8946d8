"""How a reinforcement stands in figures. In: its events. Out: means of its last steps, its looks at other people.

Must not know: runs, logs, models.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from finetune.events import Reinforced, Rewarded


@dataclass(frozen=True, slots=True)
class Rewarding:
    """Of the last steps, each figure a mean over those of them that have it. Rewards are in [0, 1]."""

    reward: float | None
    """None before the first step."""
    rewards: Mapping[str, float]
    """By reward."""
    spread: Mapping[str, float]
    """Within a question's answers, by reward and `all` for the whole."""
    by_task: Mapping[str, float]
    baseline: float | None
    """What the commonest true tree would earn; None where no question asks for a tree."""
    kl: float
    """Nats a token; this, `entropy` and `clipped` of the steps in which anything was learned."""
    entropy: float
    """Nats a token."""
    length: float
    """Tokens of an answer."""
    truncated: float
    """Share of answers that were cut off."""
    alike: float
    """Share of questions whose answers all earned the same."""
    clipped: float
    """Share of learned tokens whose ratio was beyond its limits."""
    failed: int
    """Questions that were left out as a reward failed, in all steps."""
    looks: tuple[Rewarded, ...]
    """All of them, at people who are not learned from."""

    @property
    def best(self) -> Rewarded | None:
        """The look whose weights come of the run; the first one of equals."""
        return max(self.looks, key=lambda look: look.reward, default=None)


def rewarding(steps: Sequence[Reinforced], looks: Sequence[Rewarded], *, recent: int) -> Rewarding | None:
    """None where nothing was rewarded yet. `recent`: steps that figures are means of."""
    if not steps and not looks:
        return None
    last = steps[-recent:]
    learned = [one for one in last if one.tokens]
    baseline = _mean([one.baseline for one in last if one.baseline is not None])

    def mean(figure: Callable[[Reinforced], float], among: Sequence[Reinforced] = last) -> float:
        return _mean([figure(one) for one in among]) or 0.0

    return Rewarding(
        reward=_mean([one.reward for one in last]),
        rewards=_by_name([one.rewards for one in last]),
        spread=_by_name([one.spread for one in last]),
        by_task=_by_name([one.by_task for one in last]),
        baseline=baseline,
        kl=mean(lambda one: one.kl, learned),
        entropy=mean(lambda one: one.entropy, learned),
        length=mean(lambda one: one.length),
        truncated=mean(lambda one: one.truncated),
        alike=mean(lambda one: one.alike),
        clipped=mean(lambda one: one.clipped, learned),
        failed=sum(one.failed for one in steps),
        looks=tuple(looks),
    )


def _by_name(told: Sequence[Mapping[str, float]]) -> dict[str, float]:
    names = sorted({name for one in told for name in one})
    return {name: math.fsum(own) / len(own) for name in names if (own := [one[name] for one in told if name in one])}


def _mean(values: Sequence[float]) -> float | None:
    return math.fsum(values) / len(values) if values else None
