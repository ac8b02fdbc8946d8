"""What every way of learning has in common: checkpoints, the held-out people, the verdict. Imports torch.

Everything that decides what comes next is in a checkpoint, so a run that was killed goes on as if it had not been: on
a processor to the last bit. Must not know: what a step is, the command, the registry, how events are shown.
"""

import json
import time
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any, Literal, TypeVar

import torch

from core.progress import Progress, Stage
from core.vlm.backend import Encoded, Plan
from core.vlm.torch_backend import TorchBackend
from finetune.checkpoint import Checkpoints, Saved, must_belong
from finetune.comparison import Comparison, compare, fallen
from finetune.evaluate import Evaluation, Judge, evaluation_from
from finetune.events import Begun, Evaluated, Event, Kept, Preparing, Warned
from finetune.examples import Example, Split
from finetune.optimising import Optimising
from finetune.prepare import Prepared, held_by
from finetune.recipe import Recipe
from finetune.trunk import Trunk
from finetune.workspace import Workspace

T = TypeVar("T")
BEFORE = "before"
LIBRARIES = ("torch", "transformers", "peft", "accelerate", "safetensors", "numpy")
Wish = Literal["go", "pause", "stop"]


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """What a run learns from and is judged on, and where it stands in the world."""

    recipe: Recipe
    recipe_digest: str
    examples: Sequence[Example]
    data_digest: str
    split: Split
    plan: Plan
    """How the base is loaded."""
    start: Mapping[str, torch.Tensor] = field(default_factory=dict[str, torch.Tensor])
    """Weights of the adapter that is gone on from; empty for a new one."""


@dataclass(frozen=True, slots=True, eq=False)
class Trained:
    """What came of a run."""

    tensors: Mapping[str, torch.Tensor]
    """The adapter's weights under PEFT's names."""
    config: Mapping[str, Any]
    """Its `adapter_config.json`."""
    base_digest: str
    before: Evaluation
    after: Evaluation
    comparison: Comparison
    steps: int
    passes: int
    """Clips that this process sent through the vision tower."""


class Course:
    """One run's checkpoints, evaluations and best weights."""

    def __init__(
        self,
        material: Material,
        optimising: Optimising,
        ready: Prepared,
        *,
        workspace: Workspace,
        checkpoints: Checkpoints,
        judge: Judge,
    ) -> None:
        self.material, self.optimising, self.ready, self.workspace = material, optimising, ready, workspace
        self.trunk: Trunk = optimising.trunk
        self.world = optimising.world
        self.best: dict[str, torch.Tensor] = {}
        """The best weights on other people since the course or its stage began; empty before the first look."""
        self._checkpoints, self._judge = checkpoints, judge
        self._kept_at = time.monotonic()

    # Where it stands.

    def standing(self) -> Saved | None:
        """Goes on from the newest checkpoint; None where there is none. Raises `CheckpointError`."""
        saved = self._checkpoints.newest()
        if saved is None:
            return None
        material = self.material
        must_belong(saved, recipe=material.recipe_digest, data=material.data_digest, base=self.trunk.digest)
        parts: dict[str, dict[str, torch.Tensor]] = {"adapter": {}, "best": {}, "optimiser": {}, "random": {}}
        for name, tensor in saved.tensors.items():
            part, _, rest = name.partition("/")
            parts[part][rest] = tensor
        self.trunk.put(parts["adapter"])
        self.best = parts["best"]
        self.optimising.budget = saved.state["budget"]
        self.optimising.restore(parts["optimiser"], saved.state["optimiser"])
        torch.set_rng_state(parts["random"]["cpu"])
        return saved

    def begun(self, *, step: int, steps: int, saved: Saved | None) -> Generator[Event]:
        """Says what is learned from, by whom, from which step of how many."""
        for sentence in saved.passed_over if saved is not None else ():
            yield Warned(sentence)
        split, examples = self.material.split, self.material.examples
        parts = {"train": split.train, "validate": split.validate, "test": split.test}
        yield Begun(
            run=self.material.recipe.name,
            recipe=self.material.recipe_digest,
            data=self.material.data_digest,
            base=self.trunk.digest,
            people={name: len({examples[place].person for place in places}) for name, places in parts.items()},
            examples={name: len(places) for name, places in parts.items()},
            step=step,
            steps=steps,
            remarks=split.remarks,
            device=str(self.trunk.device),
            libraries={name: version(name) for name in LIBRARIES},
        )

    def save(self, step: int, standing: Mapping[str, Any], *, best: bool = False) -> Generator[Event]:
        """Keeps where the run stands."""
        began = time.monotonic()
        if self.world.first:
            moments, rest = self.optimising.standing()
            tensors = {
                **{f"adapter/{name}": one for name, one in self.trunk.adapter().items()},
                **{f"best/{name}": one for name, one in self.best.items()},
                **{f"optimiser/{name}": one for name, one in moments.items()},
                "random/cpu": torch.get_rng_state(),
            }
            state = {
                "recipe": self.material.recipe_digest,
                "data": self.material.data_digest,
                "base": self.trunk.digest,
                "standing": dict(standing),
                "budget": self.optimising.budget,
                "optimiser": rest,
            }
            self._checkpoints.save(step, tensors, state, best)
        self._kept_at = time.monotonic()
        yield Kept(step, self._kept_at - began)

    @property
    def overdue(self) -> bool:
        """Whether it is time to keep again."""
        return time.monotonic() - self._kept_at > 60 * self.material.recipe.keeping.every_minutes

    # Judging.

    def shown_to(self, engine: TorchBackend, example: Example) -> Encoded | None:
        """Its clip, as the engine holds it; None for words alone."""
        vision = self.material.recipe.pictures.vision
        return held_by(engine, example, self.ready.features, trunk=self.trunk, vision=vision)

    def ask(self, after: str, *, step: int, earlier: str = "") -> Generator[Event]:
        """Asks the held-out people; `earlier`: the evaluation that this one must not fall behind."""
        if self.world.first:
            engine = self.trunk.engine()
            found = yield from told(self._judge.judge(engine, lambda example: self.shown_to(engine, example)))
            self.workspace.write(_evaluation_name(after), json.dumps(found.as_json()).encode())
            yield Evaluated(after, step, found.scores)
            if earlier:
                for sentence in fallen(self._asked(earlier), found):
                    yield Warned(sentence)
        self.world.wait()

    def verdict(self, last: str, *, steps: int) -> Trained:
        """What came of it, `last` being the name of the last evaluation."""
        before, after = self._asked(BEFORE), self._asked(last)
        recipe = self.material.recipe
        return Trained(
            tensors=self.trunk.adapter(),
            config=self.trunk.config(),
            base_digest=self.trunk.digest,
            before=before,
            after=after,
            comparison=compare(before, after, bootstrap=recipe.judging.bootstrap, seed=recipe.seed),
            steps=steps,
            passes=self.trunk.passes,
        )

    def _asked(self, after: str) -> Evaluation:
        return evaluation_from(json.loads(self.workspace.read(_evaluation_name(after))))


def halved_warning(budget: int) -> Warned:
    """That rows have `budget` tokens from now on."""
    return Warned(
        f"Memory ran out: rows have {budget} tokens from now on. The step was repeated and what is learned is the same."
    )


def told(stage: Stage[T]) -> Generator[Event, None, T]:
    """A stage of the core as events; what says nothing new is not told."""
    last: Preparing | None = None
    while True:
        try:
            step: Progress = next(stage)
        except StopIteration as end:
            return end.value
        event = Preparing(step.stage, int(step.done), int(step.total), None)
        if event != last:
            yield event
        last = event


def _evaluation_name(after: str) -> str:
    return f"evaluations/{after}.json"
