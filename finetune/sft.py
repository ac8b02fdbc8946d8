"""Supervised fine-tuning: one step, and nothing about what comes next. Imports torch.

A step takes conversations, packs them into rows and adds up the gradients of the summed negative log-probability of
every token to be learned, divided by how many there are in the whole step.
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
from finetune.trunk import Features


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """What one step did."""

    loss: float
    """Mean over the tokens of answers, in nats."""
    losses: NDArray[np.float64]
    """(n, 2) of each example that took part: its place and its own mean."""
    gradient: float
    """Norm before it was cut."""
    tokens: int
    answers: int
    seconds: float
    memory_bytes: int
    device_bytes: int
    halved: bool
    """Whether memory ran out and rows are half as long from now on."""


class Learner:
    """What learns from true answers."""

    def __init__(self, optimising: Optimising, *, features: Mapping[str, Features]) -> None:
        self.optimising, self._features = optimising, features

    def step(self, groups: Sequence[Group], *, rate: float) -> Step:
        """Learns from the groups at that rate. Raises `DivergedError`, `StepTooLargeError`."""
        began = time.perf_counter()
        optimising, trunk = self.optimising, self.optimising.trunk
        trunk.learning(recompute=optimising.rule.recompute)
        answers = sum(one.answers for group in groups for one in group.conversations)

        def learn(row: Row) -> torch.Tensor:
            values = trunk.unlikely(row, self._features)
            (values.sum() / answers).backward()
            return values.detach().double().cpu()

        rows, found, halved = optimising.added_up(groups, learn)
        losses = self._losses(found, groups)
        gradient = optimising.apply(rate)
        loss = losses[:, 1].sum() / max(1, answers)
        if not math.isfinite(loss) or not math.isfinite(gradient):
            raise DivergedError(
                "The loss is no longer a number.",
                remedy="Lower learning_rate in the recipe and start from the last checkpoint, or from the beginning.",
            )
        return Step(
            loss=float(loss),
            losses=np.stack([losses[:, 0], losses[:, 1] / np.maximum(losses[:, 2], 1)], axis=1),
            gradient=gradient,
            tokens=sum(len(row.ids) for row in rows),
            answers=answers,
            seconds=time.perf_counter() - began,
            memory_bytes=most_memory(),
            device_bytes=trunk.device_bytes(),
            halved=halved,
        )

    @torch.no_grad()
    def loss(self, groups: Sequence[Group]) -> float:
        """Mean over the tokens of answers, in nats, without learning."""
        optimising, trunk = self.optimising, self.optimising.trunk
        trunk.model.eval()
        total = torch.zeros(2, dtype=torch.float64, device=trunk.device)
        for row in optimising.own(optimising.rows(groups)):
            values = trunk.unlikely(row, self._features)
            total += torch.stack([values.double().sum(), torch.tensor(float(len(values))).to(total)])
        optimising.world.add_up([total])
        return float(total[0] / total[1].clamp(min=1))

    def _losses(self, found: Sequence[tuple[Row, torch.Tensor]], groups: Sequence[Group]) -> NDArray[np.float64]:
        """(examples, 3) place, summed loss, tokens, over all processes."""
        sums: dict[int, torch.Tensor] = {}
        for row, told in found:
            for place in np.unique(row.owners).tolist():
                own = told[torch.from_numpy(row.owners == place)]
                sums[place] = torch.stack([own.sum(), torch.tensor(float(len(own)), dtype=torch.float64)])
        places = sorted({place for group in groups for place in group.places})
        nothing = torch.zeros(2, dtype=torch.float64)
        table = torch.stack([sums.get(place, nothing) for place in places]).to(self.optimising.trunk.device)
        self.optimising.world.add_up([table])
        return np.concatenate([np.array(places, np.float64)[:, None], table.cpu().numpy()], axis=1)


def rate_at(step: int, steps: int, *, peak: float, warmup_share: float) -> float:
    """The learning rate of step `step`, from 0, of `steps`: a straight rise, then half a cosine down to 0."""
    warmup = min(steps - 1, math.ceil(steps * warmup_share))
    if step < warmup:
        return peak * (step + 1) / (warmup + 1)
    return peak * 0.5 * (1 + math.cos(math.pi * (step - warmup) / max(1, steps - warmup)))
