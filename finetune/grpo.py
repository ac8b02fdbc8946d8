"""Group-relative policy optimisation: one step from answers that were drawn and rewarded. Imports torch.

Read from top to bottom: what an answer's reward is worth beside those of its group (`advantages`), how much each token
counts (`token_weights`), the objective over tokens (`objective`), and the step (`Reinforcer`).

A group is one row: the question with its clip once, its answers behind it side by side, each seeing the question and
itself alone (`finetune.packing`). The reference is the adapter as it was at the beginning, frozen beside the one that
learns and read on the same row.

Where this departs from VidEmo's paper, which prints the objective of DeepSeekMath (arXiv 2402.03300, eq. 3) and none of
its numbers:
- By default tokens are averaged over the longest answer there may be and advantages are not divided by the group's
  spread (Dr. GRPO, arXiv 2503.20783): the division makes much of tiny differences of tree rewards, and the mean within
  answers favours long wrong ones. `grpo` and `group` are as printed.
- The upper limit of the ratio is further away than the lower (DAPO, arXiv 2503.14476).
- The divergence is weighted by the ratio, which makes its gradient unbiased (DeepSeek-V3.2, arXiv 2512.02556).
- An answer that was cut off is not learned from, as nobody knows what it would have become. It counts among the answers
  of its group all the same.
- Groups whose answers all earned the same are left out before anything is read: they teach nothing but to stay near the
  reference. A step without any other group leaves the adapter and the optimiser as they are.
- No dropout, in drawing and learning alike. The temperature of drawing is that of the probabilities, and markers, which
  are never drawn, have none.
"""

import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from core.vlm.peak import most_memory
from finetune.optimising import DivergedError, Optimising
from finetune.packing import Group, Row
from finetune.recipe import Grpo
from finetune.rewards.dispatch import Reward
from finetune.rollout import Question, Said
from finetune.trunk import Features

Worth = NDArray[np.float64]
SMALL = 1e-4
"""Added to a spread that something is divided by."""
SAME = 1e-9
"""Rewards that are no further apart are the same."""


@dataclass(frozen=True, slots=True, eq=False)
class Rewarded:
    """A question with its answers and what each earned."""

    question: Question
    answers: tuple[Said, ...]
    rewards: tuple[Reward, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What one step did."""

    loss: float
    """Of the last update; 0 where nothing was learned."""
    kl: float
    """Nats a learned token, before the update."""
    entropy: float
    clipped: float
    """Share of learned tokens, over all updates."""
    alike: float
    """Share of groups whose answers are all worth the same."""
    gradient: float
    """Norm before it was cut, of the last update; 0 where nothing was learned."""
    tokens: int
    seconds: float
    memory_bytes: int
    device_bytes: int
    halved: bool


def advantages(groups: Sequence[Sequence[Reward]], *, rule: Grpo, weights: Mapping[str, float]) -> list[Worth]:
    """(G,) for each group. A group whose rewards are all the same has 0.

    `group`: (r - mean) / (std + 1e-4), as DeepSeekMath. `none`: r - mean, as Dr. GRPO. `each`: every reward by itself
    as in `group`, added up by their weights, then brought to mean 0 and deviation 1 over all groups (GDPO,
    arXiv 2601.05242). Deviations are those of a sample (n - 1).
    """
    if rule.advantage == "each":
        return _each(groups, weights)
    found: list[Worth] = []
    for rewards in groups:
        earned = np.array([one.total for one in rewards])
        own = earned - earned.mean()
        if rule.advantage == "group":
            own = own / (earned.std(ddof=1) + SMALL)
        found.append(own if np.ptp(earned) > SAME else np.zeros(len(earned)))
    return found


def _each(groups: Sequence[Sequence[Reward]], weights: Mapping[str, float]) -> list[Worth]:
    sums: list[Worth] = []
    for rewards in groups:
        total = np.zeros(len(rewards))
        for name in rewards[0].parts:
            own = np.array([one.parts[name] for one in rewards])
            if np.ptp(own) > SAME:
                total += weights[name] * (own - own.mean()) / (own.std(ddof=1) + SMALL)
        sums.append(total)
    every = np.concatenate(sums)
    spread = every.std(ddof=1) + SMALL
    return [(one - every.mean()) / spread if np.ptp(one) > SAME else np.zeros(len(one)) for one in sums]


def token_weights(lengths: Mapping[int, int], *, answers: int, rule: Grpo) -> dict[int, float]:
    """What each token of each answer counts. `lengths`: learned tokens by answer, those of groups that are left out as
    well, 0 where it was cut off; `answers`: how many there are in all.

    `grpo`: 1 / (answers * tokens of its answer). `dr_grpo`: 1 / (answers * `most_tokens`). `dapo`: 1 / all tokens.
    """
    total = sum(lengths.values())
    if rule.loss == "grpo":
        return {one: 1 / (answers * max(1, length)) for one, length in lengths.items()}
    each = 1 / (answers * rule.most_tokens) if rule.loss == "dr_grpo" else 1 / max(1, total)
    return dict.fromkeys(lengths, each)


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """Drawn tokens of several answers side by side; each (n,)."""

    owners: torch.Tensor
    """Which answer, from 0."""
    advantages: torch.Tensor
    weights: torch.Tensor
    old: torch.Tensor
    """Log-probabilities when they were drawn."""
    reference: torch.Tensor | None
    """Those of the reference; None where the divergence has no weight."""


def objective(now: torch.Tensor, tokens: Tokens, rule: Grpo) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """The loss, () with gradients by the log-probabilities `now` (n,); (n,) divergence in nats, k3 of Schulman; (n,)
    whether the ratio was beyond the limit that holds there."""
    gap = now - tokens.old
    if rule.ratio == "sequence":  # GSPO, arXiv 2507.18071
        count = int(tokens.owners.max()) + 1
        sums = torch.zeros(count, device=now.device).index_add(0, tokens.owners, gap)
        lengths = torch.bincount(tokens.owners, minlength=count).clamp(min=1)
        gap = (sums / lengths)[tokens.owners]
    ratio = gap.exp()
    low, high = 1 - rule.clip_low, 1 + rule.clip_high
    worth = tokens.advantages
    losses = -torch.minimum(ratio * worth, ratio.clamp(low, high) * worth)
    kl = torch.zeros_like(now)
    if tokens.reference is not None:
        away = tokens.reference - now
        kl = away.exp() - away - 1
        losses = losses + rule.kl_weight * ratio * kl
    beyond = ((ratio < low) & (worth < 0)) | ((ratio > high) & (worth > 0))
    return (losses * tokens.weights).sum(), kl.detach(), beyond


class Reinforcer:
    """What learns from answers beside one another."""

    def __init__(
        self, optimising: Optimising, rule: Grpo, *, weights: Mapping[str, float], features: Mapping[str, Features]
    ) -> None:
        """`weights`: of the rewards, by name. The trunk must have been told to `remember` its reference."""
        self.optimising, self._rule, self._weights, self._features = optimising, rule, weights, features

    def step(self, groups: Sequence[Rewarded], *, rate: float) -> Step:
        """Learns from the groups at that rate. Raises `DivergedError`, `StepTooLargeError`."""
        began = time.perf_counter()
        worth = advantages([one.rewards for one in groups], rule=self._rule, weights=self._weights)
        packed, numbers = _packed(groups, worth)
        lengths = {number: len(said.ids) if said.ended else 0 for number, (_, said) in numbers.items()}
        counts = token_weights(lengths, answers=len(numbers), rule=self._rule)
        each = dict(enumerate(np.concatenate(worth).tolist()))
        learning = _Learning(self, self._rule, counts=counts, worth=each)
        gradient, halved, tokens = 0.0, False, 0
        for update in range(self._rule.updates if packed else 0):
            self.optimising.trunk.learning(recompute=self.optimising.rule.recompute)
            rows, found, again = self.optimising.added_up(packed, learning.learn)
            gradient = self.optimising.apply(rate)
            halved |= again
            tokens += sum(len(row.ids) for row in rows)
            learning.over(found, update=update)
            if not math.isfinite(gradient) or not math.isfinite(learning.loss):
                raise DivergedError(
                    "The loss is no longer a number.",
                    remedy="Lower grpo.learning_rate in the recipe and start from the last checkpoint.",
                )
        return Step(
            loss=learning.loss,
            kl=learning.kl,
            entropy=learning.entropy,
            clipped=learning.clipped,
            alike=sum(not own.any() for own in worth) / len(worth),
            gradient=gradient,
            tokens=tokens,
            seconds=time.perf_counter() - began,
            memory_bytes=most_memory(),
            device_bytes=self.optimising.trunk.device_bytes(),
            halved=halved,
        )

    def probabilities(self, row: Row) -> tuple[torch.Tensor, torch.Tensor]:
        """(n,) log-probabilities of a row's drawn tokens, with gradients, and (n,) entropies."""
        minus, entropies = self.optimising.trunk.unlikely_drawn(row, self._features, temperature=self._rule.temperature)
        return -minus, entropies


@dataclass(frozen=True, slots=True)
class _Told:
    """Of one row, summed over its tokens."""

    loss: float
    kl: float
    entropy: float
    beyond: int
    tokens: int


class _Learning:
    """One step's answers over all its updates."""

    def __init__(
        self, reinforcer: Reinforcer, rule: Grpo, *, counts: Mapping[int, float], worth: Mapping[int, float]
    ) -> None:
        self._reinforcer, self._rule, self._counts, self._worth = reinforcer, rule, counts, worth
        self._old: dict[int, torch.Tensor] = {}
        self._reference: dict[int, torch.Tensor] = {}
        self._first = True
        self._beyond = self._tokens = 0
        self.loss = self.kl = self.entropy = 0.0

    @property
    def clipped(self) -> float:
        """Share of learned tokens beyond their limit."""
        return self._beyond / max(1, self._tokens)

    def learn(self, row: Row) -> _Told:
        """Adds up a row's gradients."""
        trunk = self._reinforcer.optimising.trunk
        owners, places = np.unique(row.owners, return_inverse=True)
        inside = torch.from_numpy(places)
        if self._first and self._rule.kl_weight > 0:
            with trunk.as_remembered():
                reference, _ = self._reinforcer.probabilities(row)
            self._reference |= _by_owner(reference, owners, inside)
        now, entropies = self._reinforcer.probabilities(row)
        if self._first:
            # Nothing was learned since they were drawn: these are the probabilities they were drawn with.
            self._old |= _by_owner(now.detach(), owners, inside)
        tokens = Tokens(
            owners=inside.to(now.device),
            advantages=_spread([self._worth[one] for one in owners.tolist()], inside, now),
            weights=_spread([self._counts[one] for one in owners.tolist()], inside, now),
            old=_together(self._old, owners, inside),
            reference=_together(self._reference, owners, inside) if self._reference else None,
        )
        loss, kl, beyond = objective(now, tokens, self._rule)
        loss.backward()
        return _Told(float(loss.detach()), float(kl.sum()), float(entropies.sum()), int(beyond.sum()), len(now))

    def over(self, found: Sequence[tuple[Row, _Told]], *, update: int) -> None:
        """An update is over."""
        told = [one for _, one in found]
        count = sum(one.tokens for one in told)
        self.loss = sum(one.loss for one in told)
        if update == 0:
            self.kl = sum(one.kl for one in told) / count
            self.entropy = sum(one.entropy for one in told) / count
        self._beyond += sum(one.beyond for one in told)
        self._tokens += count
        self._first = False


def _packed(groups: Sequence[Rewarded], worth: Sequence[Worth]) -> tuple[list[Group], dict[int, tuple[Rewarded, Said]]]:
    """Groups to learn from, and every answer by its number in the step."""
    packed: list[Group] = []
    numbers: dict[int, tuple[Rewarded, Said]] = {}
    for group, own_worth in zip(groups, worth, strict=True):
        own = range(len(numbers), len(numbers) + len(group.answers))
        numbers |= {number: (group, said) for number, said in zip(own, group.answers, strict=True)}
        learned = [number for number in own if numbers[number][1].ended]
        if learned and own_worth.any():
            asked = group.question.asked
            answered = tuple(asked.answered(numbers[number][1].ids) for number in learned)
            packed.append(Group(group.question.shown, answered, tuple(learned)))
    return packed, numbers


def _by_owner(values: torch.Tensor, owners: NDArray[np.int64], inside: torch.Tensor) -> dict[int, torch.Tensor]:
    places = inside.to(values.device)
    return {owner: values[places == number] for number, owner in enumerate(owners.tolist())}


def _together(kept: Mapping[int, torch.Tensor], owners: NDArray[np.int64], inside: torch.Tensor) -> torch.Tensor:
    """The way back from `_by_owner`: in the order of the row's tokens."""
    first = kept[int(owners[0])]
    values = torch.empty(len(inside), device=first.device)
    places = inside.to(first.device)
    for number, owner in enumerate(owners.tolist()):
        values[places == number] = kept[owner]
    return values


def _spread(values: Sequence[float], inside: torch.Tensor, like: torch.Tensor) -> torch.Tensor:
    """A value for each answer as one for each token."""
    return torch.tensor(values, dtype=like.dtype)[inside].to(like.device)
