"""The model that learns: a frozen base, an adapter on the linear layers of its language model, a head in pieces.

Imports torch. Comes in: rows. Goes out: how unlikely each token to be learned is, and gradients. Must not know: steps,
stages, files of a run.

Nothing outside the language model is ever touched: the rule that names the adapted layers is exact, as the vision
tower's layers bear the same short names. So a clip's features stay right while the adapter learns, and the tower can go
once every clip was looked at.
"""

import os
import time
import warnings
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from core.errors import ExpectedError
from core.progress import Progress, Stage
from core.vlm.backend import Clip, Plan
from core.vlm.chat import CLIP_TOKEN
from core.vlm.checkpoint import Checkpoint, digest_of, model_at
from core.vlm.patches import Grid
from core.vlm.torch_backend import TorchBackend
from core.vlm.torch_loading import PRECISIONS, Model, load_model
from core.vlm.torch_model import TorchModel
from core.vlm.words import Words
from finetune.attention import by_stretches
from finetune.conversation import Speller
from finetune.packing import Row, stretches
from finetune.recipe import Lora

TARGETS = r"model\.language_model\.layers\.\d+\.(self_attn\.(q|k|v|o)_proj|mlp\.(gate|up|down)_proj)"
"""Matched against whole names of modules from the top."""
REFERENCE = "reference"
ROWS_AT_ONCE = 128
"""States whose logits, 152k each, are held at once."""


class AdapterMismatchError(ExpectedError):
    """An adapter that does not fit the model or the recipe."""


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """A clip after the vision tower."""

    values: torch.Tensor
    """(tokens, hidden) on the processor, in the precision of the tower."""
    grid: Grid
    seconds_per_grid: float


class Trunk:
    """A loaded base with an adapter that learns."""

    def __init__(self, plan: Plan, checkpoint: Checkpoint, *, digest: str, lora: Lora, seed: int) -> None:
        """Raises `EngineError` and `OutOfMemoryError`."""
        began = time.perf_counter()
        base = load_model(plan, checkpoint, adapter=None)
        by_stretches(base)
        with warnings.catch_warnings():
            # PEFT 0.21 asks transformers 5.23 by a name that it will drop.
            warnings.filterwarnings("ignore", message="`is_gradient_checkpointing` is deprecated")
            self._adapted = _with_adapter(base, lora, seed=seed)
        self.model: Any = base
        """The `Qwen2_5_VLForConditionalGeneration` inside."""
        self.digest = digest
        """SHA-256 over the base's files."""
        self._plan, self._checkpoint, self._began = plan, checkpoint, began
        self._looking = TorchModel(base)
        self.words = Words(checkpoint)
        self.speller = Speller(self.words.tokens, lambda text: self.words.tokens(text, markers=False), self.words.end)
        self.device = torch.device(plan.device)
        self.precision = PRECISIONS[plan.precision]
        self.per_second = self._looking.time_positions
        self.longest = self._looking.longest
        self._engine: TorchBackend | None = None
        self._never = torch.tensor(self.words.never_said(self._looking.vocabulary), device=self.device)
        self.passes = 0
        """Clips that went through the vision tower."""
        (self._clip_token,) = self.words.tokens(CLIP_TOKEN)
        self.parameters: list[torch.nn.Parameter] = [one for one in base.parameters() if one.requires_grad]
        _must_leave_the_tower_alone(base)

    def look(self, clip: Clip) -> Features:
        """Runs the vision tower. Raises `EngineError` and `OutOfMemoryError`."""
        with self._looking.working("encode", "look at the pictures"):
            values, grid = self._looking.features(clip)
        self.passes += 1
        return Features(values.to("cpu").clone(), grid, clip.seconds_per_grid)

    def forget_tower(self) -> None:
        """Frees the vision tower's memory; nothing can be looked at any more."""
        self.model.model.visual = torch.nn.Identity()
        self._looking.empty_device_cache()

    def learning(self, *, recompute: bool) -> None:
        """Before steps: `recompute` computes activations again in the backward pass rather than keeping them."""
        self.model.train()
        words = self.model.model.language_model
        if recompute:
            words.activation_checkpointing_enable({"use_reentrant": False})
        elif words.is_activation_checkpointing:
            words.activation_checkpointing_disable()

    def unlikely(self, row: Row, features: Mapping[str, Features]) -> torch.Tensor:
        """(n,) negative log-probability, in nats, of each token to be learned, single precision, with gradients."""
        states = self.states(row, features)
        return Unlikely.apply(states, self.model.lm_head.weight, _on(self.device, row.targets), 1.0, None)[0]

    def unlikely_drawn(
        self, row: Row, features: Mapping[str, Features], *, temperature: float
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """As `unlikely`, of tokens that were drawn at that temperature, what is never said left out; and (n,) the
        entropy there, in nats, without gradients."""
        states = self.states(row, features)
        head, targets = self.model.lm_head.weight, _on(self.device, row.targets)
        return Unlikely.apply(states, head, targets, temperature, self._never)

    def states(self, row: Row, features: Mapping[str, Features]) -> torch.Tensor:
        """(n, hidden) last states where the next token is to be learned."""
        from transformers.modeling_outputs import BaseModelOutputWithPooling

        encoded: Any = tuple(features[key].values.to(self.device) for key in row.clips)
        output = self.model.model(
            input_ids=_on(self.device, row.ids)[None],
            position_ids=_on(self.device, row.positions)[:, None],
            attention_mask={"full_attention": stretches(row)},
            use_cache=False,
            mm_encoder_outputs={"video": BaseModelOutputWithPooling(pooler_output=encoded)} if encoded else None,
        )
        return output.last_hidden_state[0, _on(self.device, row.states)]

    def remember(self) -> None:
        """Keeps the adapter as it is now as the reference, frozen beside the one that learns."""
        from peft import LoraConfig, set_peft_model_state_dict

        kept = self.adapter()
        told: Any = self._adapted.peft_config["default"]
        assert isinstance(told, LoraConfig)
        self._adapted.add_adapter(REFERENCE, replace(told))
        set_peft_model_state_dict(self._adapted, kept, adapter_name=REFERENCE)
        self._use("default")

    @contextmanager
    def as_remembered(self) -> Generator[None]:
        """Within, the model has the reference for its adapter, and nothing learns."""
        self._use(REFERENCE)
        try:
            with torch.no_grad():
                yield
        finally:
            self._use("default")

    @contextmanager
    def without_adapter(self) -> Generator[None]:
        """Within, the model is the base."""
        with self._adapted.disable_adapter():
            yield

    def _use(self, adapter: str) -> None:
        self._adapted.set_adapter(adapter)
        for one in self.parameters:
            one.requires_grad_(adapter == "default")

    def adapter(self) -> dict[str, torch.Tensor]:
        """The adapter's weights under PEFT's names, copied to the processor."""
        from peft import get_peft_model_state_dict

        return {
            name: value.detach().to("cpu").clone() for name, value in get_peft_model_state_dict(self._adapted).items()
        }

    def put(self, adapter: Mapping[str, torch.Tensor]) -> None:
        """Takes over an adapter's weights, all of them. Raises `AdapterMismatchError`."""
        from peft import set_peft_model_state_dict

        own = {name: value.shape for name, value in self.adapter().items()}
        if {name: value.shape for name, value in adapter.items()} != own:
            raise AdapterMismatchError(
                "The adapter to go on from has another shape than the recipe's.",
                remedy="Use the base and the [lora] settings that it was made with.",
            )
        set_peft_model_state_dict(self._adapted, dict(adapter))

    def config(self) -> dict[str, Any]:
        """The adapter's `adapter_config.json`."""
        told = self._adapted.peft_config["default"].to_dict()
        told |= {"inference_mode": True, "base_model_name_or_path": self._checkpoint.name}
        return {name: sorted(value) if isinstance(value, set) else value for name, value in told.items()}

    def engine(self) -> TorchBackend:
        """The model as it is now behind the protocol of every engine. Used between steps and closed by nobody."""
        self.model.eval()
        if self._engine is None:
            self._engine = TorchBackend(
                self._plan,
                checkpoint=self._checkpoint,
                adapter=None,
                digest=self.digest,
                began=self._began,
                loaded=self.model,
            )
        return self._engine

    def draw_fewer(self) -> int:
        """After memory ran out while drawing: half as many answers at once from now on. Returns how many; 0 where it
        was a single one already, and nothing is changed."""
        fewer = self._plan.most_candidates // 2
        if fewer:
            self._plan = replace(self._plan, most_candidates=fewer)
            self._engine = None
        self.empty_device_cache()
        return fewer

    def device_bytes(self) -> int:
        """The most memory of the device so far; 0 without one."""
        return self._looking.most_device_memory()

    def empty_device_cache(self) -> None:
        """Gives memory that torch keeps for later back to the device."""
        self._looking.empty_device_cache()


def open_trunk(plan: Plan, *, lora: Lora, seed: int) -> Stage[Trunk]:
    """Checks and hashes the base, loads it, puts a new adapter on it. Raises `EngineError`, `OutOfMemoryError`."""
    # Read by the libraries when they are first imported: nothing is looked up on the hub.
    os.environ["HF_HUB_OFFLINE"] = "1"
    if not isinstance(plan.model, os.PathLike):
        raise TypeError("a model that learns lies in a folder")
    checkpoint = model_at(plan.model)
    digest = yield from digest_of(checkpoint)
    yield Progress("loading the model", 0, 1, "models")
    return Trunk(plan, checkpoint, digest=digest, lora=lora, seed=seed)


class Unlikely(torch.autograd.Function):
    """Negative log-probabilities of given tokens without ever holding the logits of more than `ROWS_AT_ONCE` states.

    With p the softmax of W h / T, the gradient by h of -log p_t is (W^T p - W_t) / T: it is made in the same pass and
    kept, as large as the states themselves. The head W is frozen and gets none.
    """

    @staticmethod
    def forward(
        ctx: Any,  # noqa: ANN401
        states: torch.Tensor,
        head: torch.Tensor,
        targets: torch.Tensor,
        temperature: float,
        never: torch.Tensor | None,
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """(n, hidden), (V, hidden), (n,), T and tokens without any probability to (n,) values in single precision and
        (n,) entropies; these only where `never` is given, zeros otherwise."""
        values = torch.empty(len(states), device=states.device)
        entropies = torch.zeros(len(states), device=states.device)
        slopes = torch.empty_like(states)
        for at in range(0, len(states), ROWS_AT_ONCE):
            part = slice(at, at + ROWS_AT_ONCE)
            own = targets[part, None]
            logits = (states[part] @ head.T).float()
            if temperature != 1.0:
                logits /= temperature
            if never is not None:
                logits.index_fill_(-1, never, -torch.inf)
            total = logits.logsumexp(dim=-1, keepdim=True)
            values[part] = (total - logits.gather(1, own))[:, 0]
            shares = logits.sub_(total).exp_()
            if never is not None:
                entropies[part] = torch.special.entr(shares).sum(dim=-1)
            if ctx.needs_input_grad[0]:
                shares.scatter_add_(1, own, torch.full_like(own, -1, dtype=shares.dtype))
                slopes[part] = shares.to(head.dtype) @ head / temperature
        ctx.save_for_backward(slopes)
        ctx.mark_non_differentiable(entropies)
        return values, entropies

    @staticmethod
    def backward(ctx: Any, *outer: torch.Tensor) -> tuple[torch.Tensor, None, None, None, None]:  # noqa: ANN401
        """The gradient by the states."""
        (slopes,) = ctx.saved_tensors
        return slopes * outer[0][:, None].to(slopes.dtype), None, None, None, None


def _with_adapter(base: Model, lora: Lora, *, seed: int) -> Model:
    from peft import LoraConfig, get_peft_model

    torch.manual_seed(seed)
    config = LoraConfig(
        r=lora.rank, lora_alpha=lora.alpha, lora_dropout=lora.dropout, target_modules=TARGETS, task_type="CAUSAL_LM"
    )
    return get_peft_model(base, config)


def _must_leave_the_tower_alone(base: Model) -> None:
    for name, parameter in base.named_parameters():
        if parameter.requires_grad and (not name.startswith("model.language_model.") or "lora_" not in name):
            raise AssertionError(f"{name} would learn, and features kept of clips would be wrong")


def _on(device: torch.device, values: NDArray[np.int64]) -> torch.Tensor:
    return torch.from_numpy(values).to(device)
