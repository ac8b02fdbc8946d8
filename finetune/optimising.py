"""One step of the optimiser over many rows, whatever is learned from them. Imports torch.

In: rows, and what adds a row's gradient. Out: the adapter, a step further. A loss is a sum over rows whose parts were
divided beforehand, so how tokens are shared out to rows and rows to processes changes nothing but rounding; that is why
rows may be halved when memory runs out and the step repeated.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import torch

from core.errors import ExpectedError, UsageError
from core.vlm.torch_loading import is_out_of_memory
from finetune.packing import Group, Row, rows_of
from finetune.recipe import Sft
from finetune.trunk import Trunk
from finetune.world import World

T = TypeVar("T")


class DivergedError(ExpectedError):
    """A loss or a gradient that is not a number."""


class StepTooLargeError(ExpectedError):
    """Not even a single conversation fits into memory."""


class Optimising:
    """An optimiser over a trunk's adapter."""

    def __init__(self, trunk: Trunk, rule: Sft, *, world: World) -> None:
        """Of the rule: sizes of rows, the optimiser, where gradients are cut. Raises `UsageError` where the optimiser
        does not run on the device."""
        self.trunk, self.rule, self.world = trunk, rule, world
        self.budget = rule.tokens_per_row
        """Tokens of a row from now on."""
        self.optimiser = optimiser_of(trunk, rule)

    def anew(self) -> None:
        """A fresh optimiser, as at the beginning of a stage."""
        self.optimiser = optimiser_of(self.trunk, self.rule)

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

    def rows(self, groups: Sequence[Group]) -> list[Row]:
        """The groups in rows of the present size."""
        return rows_of(groups, budget=self.budget, per_second=self.trunk.per_second)

    def own(self, rows: Sequence[Row]) -> Sequence[Row]:
        """This process' share."""
        return rows[self.world.rank :: self.world.size]

    def added_up(
        self, groups: Sequence[Group], learn: Callable[[Row], T]
    ) -> tuple[list[Row], list[tuple[Row, T]], bool]:
        """Adds up gradients: `learn` is called with each of this process' rows and goes backward.

        Where memory runs out rows are halved and all is done again. Returns all rows, what came of this process' own,
        and whether they were halved. Raises `StepTooLargeError`.
        """
        halved = False
        while True:
            rows = self.rows(groups)
            self.optimiser.zero_grad(set_to_none=True)
            found: list[tuple[Row, T]] = []
            failure: BaseException | None = None
            try:
                found.extend((row, learn(row)) for row in self.own(rows))
            except (RuntimeError, MemoryError) as problem:
                if not is_out_of_memory(problem):
                    raise
                failure = problem
            if not self.world.any(failure is not None):
                return rows, found, halved
            self._halve(rows, failure)
            halved = True

    def apply(self, rate: float) -> float:
        """A step along the gradients of all processes; returns their norm before it is cut. What is not a number is not
        gone along."""
        for one in self.trunk.parameters:
            if one.grad is None:  # a process without a row of its own
                one.grad = torch.zeros_like(one)
        self.world.add_up([one.grad for one in self.trunk.parameters if one.grad is not None])
        norm = torch.nn.utils.clip_grad_norm_(self.trunk.parameters, self.rule.largest_gradient)
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
