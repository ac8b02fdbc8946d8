"""What a step of reinforcement was, as its event. In: groups with their rewards, what was learned. Out: the event."""

from collections.abc import Mapping, Sequence

import numpy as np

from finetune.events import Reinforced
from finetune.grpo import Rewarded, Step
from finetune.rewards.dispatch import Reward


def told_of(
    groups: Sequence[Rewarded],
    found: Step,
    *,
    step: int,
    steps: int,
    baseline: float | None,
    failed: int,
    rate: float,
    seconds: Mapping[str, float],
    left_s: float,
) -> Reinforced:
    """The event."""
    rewards = [one for group in groups for one in group.rewards]
    answers = [one for group in groups for one in group.answers]
    by_task: dict[str, list[float]] = {}
    for group in groups:
        by_task.setdefault(group.question.example.task, []).extend(one.total for one in group.rewards)
    return Reinforced(
        step=step,
        steps=steps,
        reward=_mean([one.total for one in rewards]),
        rewards=means_of(rewards),
        spread=_spreads(groups),
        by_task={task: _mean(own) for task, own in sorted(by_task.items())},
        baseline=baseline,
        kl=found.kl,
        entropy=found.entropy,
        length=_mean([len(one.ids) for one in answers]),
        truncated=_mean([not one.ended for one in answers]),
        alike=found.alike,
        clipped=found.clipped,
        failed=failed,
        loss=found.loss,
        learning_rate=rate,
        gradient=found.gradient,
        tokens=found.tokens,
        drawn=sum(len(one.ids) for one in answers),
        seconds=dict(seconds),
        left_s=left_s,
        memory_bytes=found.memory_bytes,
        device_bytes=found.device_bytes,
    )


def means_of(rewards: Sequence[Reward]) -> dict[str, float]:
    """The mean of each reward over the answers that it applies to."""
    names = sorted({name for one in rewards for name in one.parts})
    return {name: _mean([one.parts[name] for one in rewards if name in one.parts]) for name in names}


def _spreads(groups: Sequence[Rewarded]) -> dict[str, float]:
    """The deviation within a group, mean over groups, of each reward and of `all` together."""
    found: dict[str, list[float]] = {}
    for group in groups:
        for name in group.rewards[0].parts:
            found.setdefault(name, []).append(float(np.std([one.parts[name] for one in group.rewards])))
        found.setdefault("all", []).append(float(np.std([one.total for one in group.rewards])))
    return {name: _mean(own) for name, own in sorted(found.items())}


def _mean(values: Sequence[float]) -> float:
    return float(sum(values) / len(values)) if values else 0.0
