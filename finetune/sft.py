"""Supervised fine-tuning: one step of the optimiser, and nothing about what comes next. Imports torch.

A step takes conversations, packs them into rows and adds up the gradients of the summed negative log-probability of
every token to be learned, divided by how many there are in the whole step. So how they are packed, how many rows there
are and how many processes share them changes nothing but rounding; that is why rows may be halved when memory runs out
and the step repeated.
"""

import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from core.errors import ExpectedError, UsageError
from core.vlm.peak import most_memory
from core.vlm.torch_loading import is_out_of_memory
from finetune.packing import Group, Row, rows_of
from finetune.recipe import Sft
from finetune.trunk import Features, Trunk
from finetune.world import World


class DivergedError(ExpectedError):
    """A loss or a gradient that is not a number."""


class StepTooLargeError(ExpectedError):
    """Not even a single conversation fits into memory."""


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
    """An adapter and its optimiser."""

    def __init__(self, trunk: Trunk, rule: Sft, *, features: Mapping[str, Features], world: World) -> None:
        """Raises `UsageError` where the optimiser does not run on the device."""
        self.trunk, self._rule, self._features, self._world = trunk, rule, features, world
        self.budget = rule.tokens_per_row
        """Tokens of a row from now on."""
        self.optimiser = optimiser_of(trunk, rule)

    def anew(self) -> None:
        """A fresh optimiser, as at the beginning of a stage."""
        self.optimiser = optimiser_of(self.trunk, self._rule)

    def standing(self) -> tuple[dict[str, torch.Tensor], dict[str, Any]]:
        """The optimiser's tensors by name, copied to the processor, and the numbers that are none."""
        tensors: dict[str, torch.Tensor] = {}
        rest: dict[str, Any] = {}
        for number, moments in self.optimiser.state_dict()["state"].items():
            for name, value in moments.items():
                if isinstance(value, torch.Tensor):
                    tensors[f"{number}/{name}"] = value.detach().to("cpu").clone()
                else:
                    rest[f"{number}/{name}"] = value
        return tensors, rest

    def restore(self, tensors: Mapping[str, torch.Tensor], rest: Mapping[str, Any]) -> None:
        """The way back from `standing`."""
        self.anew()
        told = self.optimiser.state_dict()
        for place, value in (*tensors.items(), *rest.items()):
            number, _, name = place.partition("/")
            told["state"].setdefault(int(number), {})[name] = value
        self.optimiser.load_state_dict(told)

    def step(self, groups: Sequence[Group], *, rate: float) -> Step:
        """Learns from the groups at that rate. Raises `DivergedError`, `StepTooLargeError`."""
        began = time.perf_counter()
        self.trunk.learning(recompute=self._rule.recompute)
        answers = sum(one.answers for group in groups for one in group.conversations)
        halved = False
        while True:
            rows = self._rows(groups)
            sums, failure = self._added_up(rows, answers)
            if not self._world.any(failure is not None):
                break
            self._halve(rows, failure)
            halved = True
        losses = self._shared(sums, groups)
        gradient = self._apply(rate)
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
            device_bytes=self.trunk.device_bytes(),
            halved=halved,
        )

    @torch.no_grad()
    def loss(self, groups: Sequence[Group]) -> float:
        """Mean over the tokens of answers, in nats, without learning."""
        self.trunk.model.eval()
        total = torch.zeros(2, dtype=torch.float64, device=self.trunk.device)
        for row in self._own(self._rows(groups)):
            values = self.trunk.unlikely(row, self._features)
            total += torch.stack([values.double().sum(), torch.tensor(float(len(values))).to(total)])
        self._world.add_up([total])
        return float(total[0] / total[1].clamp(min=1))

    def _rows(self, groups: Sequence[Group]) -> list[Row]:
        return rows_of(groups, budget=self.budget, per_second=self.trunk.per_second)

    def _own(self, rows: Sequence[Row]) -> Sequence[Row]:
        return rows[self._world.rank :: self._world.size]

    def _added_up(self, rows: Sequence[Row], answers: int) -> tuple[dict[int, torch.Tensor], BaseException | None]:
        """Adds up the gradients of this process' rows. Returns summed loss and tokens, (2,), by example, and the
        failure where memory ran out."""
        self.optimiser.zero_grad(set_to_none=True)
        sums: dict[int, torch.Tensor] = {}
        try:
            for row in self._own(rows):
                values = self.trunk.unlikely(row, self._features)
                (values.sum() / answers).backward()
                told = values.detach().double().cpu()
                for place in np.unique(row.owners).tolist():
                    own = told[torch.from_numpy(row.owners == place)]
                    sums[place] = torch.stack([own.sum(), torch.tensor(float(len(own)), dtype=torch.float64)])
        except (RuntimeError, MemoryError) as failure:
            if not is_out_of_memory(failure):
                raise
            return sums, failure
        return sums, None

    def _shared(self, sums: Mapping[int, torch.Tensor], groups: Sequence[Group]) -> NDArray[np.float64]:
        """Adds up gradients and losses over all processes; (examples, 3) place, summed loss, tokens."""
        for one in self.trunk.parameters:
            if one.grad is None:  # a process without a row of its own
                one.grad = torch.zeros_like(one)
        self._world.add_up([one.grad for one in self.trunk.parameters if one.grad is not None])
        places = sorted({place for group in groups for place in group.places})
        nothing = torch.zeros(2, dtype=torch.float64)
        table = torch.stack([sums.get(place, nothing) for place in places]).to(self.trunk.device)
        self._world.add_up([table])
        return np.concatenate([np.array(places, np.float64)[:, None], table.cpu().numpy()], axis=1)

    def _apply(self, rate: float) -> float:
        norm = torch.nn.utils.clip_grad_norm_(self.trunk.parameters, self._rule.largest_gradient)
        if torch.isfinite(norm):
            for group in self.optimiser.param_groups:
                group["lr"] = rate
            self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        return float(norm)

    def _halve(self, rows: Sequence[Row], failure: BaseException | None) -> None:
        self.optimiser.zero_grad(set_to_none=True)
        longest = max(len(row.ids) for row in rows)
        single = max(int(row.branch.max()) for row in rows) <= 1 and all(row.group.max() == 0 for row in rows)
        if single:
            raise StepTooLargeError(
                f"There is not enough memory to learn from a single conversation of {longest} tokens.",
                remedy="Show fewer pictures (pictures.most_frames), choose a smaller or quantised base, or close other "
                "programs that use the memory.",
            ) from failure
        self.budget = max(1, min(self.budget, longest) // 2)
        self.trunk.empty_device_cache()


def optimiser_of(trunk: Trunk, rule: Sft) -> Any:  # noqa: ANN401 - bitsandbytes' is of a type of its own
    """A new optimiser over the adapter. Raises `UsageError` where it does not run on the device."""
    if rule.optimiser == "adamw":
        return torch.optim.AdamW(trunk.parameters, lr=0.0, weight_decay=rule.weight_decay)
    if trunk.device.type != "cuda":
        raise UsageError(
            "The optimiser adamw_8bit needs a CUDA graphics card.", remedy="Set sft.optimiser to adamw in the recipe."
        )
    from bitsandbytes.optim.adamw import AdamW8bit

    return AdamW8bit(trunk.parameters, lr=0.0, weight_decay=rule.weight_decay)


def rate_at(step: int, steps: int, *, peak: float, warmup_share: float) -> float:
    """The learning rate of step `step`, from 0, of `steps`: a straight rise, then half a cosine down to 0."""
    warmup = min(steps - 1, math.ceil(steps * warmup_share))
    if step < warmup:
        return peak * (step + 1) / (warmup + 1)
    return peak * 0.5 * (1 + math.cos(math.pi * (step - warmup) / max(1, steps - warmup)))
