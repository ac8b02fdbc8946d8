"""The curriculum: attribute, expression, emotion, one adapter learning through all of them. Imports torch.

Read `train` from top to bottom: load, look at every clip once, ask the held-out people, then stage by stage: steps,
now and then the loss on the people of `validate`, at a stage's end its best weights and the held-out people again.

What VidEmo's paper says: three stages in this order, AdamW, cosine, warm-up 0.03, no weight decay. What it leaves open
we chose: an adapter in the place of all weights (with the rates that suit one), one adapter continued through the
stages with a fresh optimiser in each, replay of earlier stages, early stopping, and what a stage holds (a published
task's own level).

Everything that decides what comes next is in a checkpoint, so a run that was killed goes on as if it had not been: on
a processor to the last bit. Must not know: the command, the registry, how events are shown.
"""

import json
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any, Literal, TypeVar

import torch

from core.progress import Progress, Stage
from core.vlm.backend import Encoded, Plan
from finetune.checkpoint import Checkpoints, Saved, must_belong
from finetune.comparison import Comparison, compare, fallen
from finetune.evaluate import Evaluation, Judge, evaluation_from
from finetune.events import Begun, Evaluated, Event, Kept, Preparing, Stepped, Validated, Warned
from finetune.examples import Example, Split
from finetune.features import FeatureStore
from finetune.plan import StagePlan, plan_of
from finetune.prepare import Prepared, name_of, prepared
from finetune.recipe import Recipe
from finetune.sft import Learner, Step, rate_at
from finetune.trunk import Trunk, open_trunk
from finetune.workspace import Workspace
from finetune.world import World

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


@dataclass(slots=True)
class _Standing:
    """Where a run stands; with the tensors, all that a checkpoint holds."""

    stage: int = 0
    done: int = 0
    """Steps of the stage."""
    step: int = 0
    """Of the whole run."""
    budget: int = 0
    best: float | None = None
    """The stage's lowest loss on the people of `validate`."""
    without: int = 0
    """Looks at it since then."""
    asked: int = 0
    """Stages after which the held-out people were asked."""


def train(
    material: Material,
    *,
    workspace: Workspace,
    store: FeatureStore,
    checkpoints: Checkpoints,
    judge: Judge,
    wishes: Callable[[], Wish],
    world: World,
) -> Generator[Event, None, Trained | Literal["paused", "stopped"]]:
    """Learns, from where the newest checkpoint stands. Every yield is a cancel point that loses at most the steps since
    the last checkpoint. Raises `ExpectedError`s of what it uses."""
    recipe = material.recipe
    trunk = yield from _told(open_trunk(material.plan, lora=recipe.lora, seed=recipe.seed))
    if material.start:
        trunk.put(material.start)
    ready = yield from prepared(trunk, material.examples, vision=recipe.pictures.vision, store=store, world=world)
    trunk.forget_tower()
    stages = plan_of(ready.book, material.split, recipe.sft, seed=recipe.seed)
    run = _Run(material, trunk, ready, stages, workspace=workspace, checkpoints=checkpoints, judge=judge, world=world)
    yield from run.resumed()
    return (yield from run.all_stages(wishes))


class _Run:
    def __init__(
        self,
        material: Material,
        trunk: Trunk,
        ready: Prepared,
        stages: tuple[StagePlan, ...],
        *,
        workspace: Workspace,
        checkpoints: Checkpoints,
        judge: Judge,
        world: World,
    ) -> None:
        self._material, self._trunk, self._ready, self._stages = material, trunk, ready, stages
        self._workspace, self._checkpoints, self._judge, self._world = workspace, checkpoints, judge, world
        self._rule = material.recipe.sft
        self._learner = Learner(trunk, self._rule, features=ready.features, world=world)
        self._at = _Standing(budget=self._learner.budget)
        self._best: dict[str, torch.Tensor] = {}
        self._kept_at = time.monotonic()
        self._pace: float | None = None
        """Seconds for a token, smoothed."""

    # Where it stands.

    def resumed(self) -> Generator[Event]:
        """Goes on from the newest checkpoint, if there is one."""
        saved = self._checkpoints.newest()
        if saved is not None:
            must_belong(
                saved, recipe=self._material.recipe_digest, data=self._material.data_digest, base=self._trunk.digest
            )
            self._restore(saved)
            for sentence in saved.passed_over:
                yield Warned(sentence)
        split, examples = self._material.split, self._material.examples
        parts = {"train": split.train, "validate": split.validate, "test": split.test}
        yield Begun(
            run=self._material.recipe.name,
            recipe=self._material.recipe_digest,
            data=self._material.data_digest,
            base=self._trunk.digest,
            people={name: len({examples[place].person for place in places}) for name, places in parts.items()},
            examples={name: len(places) for name, places in parts.items()},
            step=self._at.step,
            steps=self._steps,
            remarks=split.remarks,
            device=str(self._trunk.device),
            libraries={name: version(name) for name in LIBRARIES},
        )

    @property
    def _steps(self) -> int:
        """In all, a stage that ended early with what it took."""
        return self._at.step - self._at.done + sum(len(stage.steps) for stage in self._stages[self._at.stage :])

    def _restore(self, saved: Saved) -> None:
        self._at = _Standing(**saved.state["standing"])
        parts: dict[str, dict[str, torch.Tensor]] = {"adapter": {}, "best": {}, "optimiser": {}, "random": {}}
        for name, tensor in saved.tensors.items():
            part, _, rest = name.partition("/")
            parts[part][rest] = tensor
        self._trunk.put(parts["adapter"])
        self._best = parts["best"]
        self._learner.budget = self._at.budget
        self._learner.restore(parts["optimiser"], saved.state["optimiser"])
        torch.set_rng_state(parts["random"]["cpu"])

    def _save(self, *, best: bool = False) -> Generator[Event]:
        began = time.monotonic()
        if self._world.first:
            self._at.budget = self._learner.budget
            moments, rest = self._learner.standing()
            tensors = {
                **{f"adapter/{name}": one for name, one in self._trunk.adapter().items()},
                **{f"best/{name}": one for name, one in self._best.items()},
                **{f"optimiser/{name}": one for name, one in moments.items()},
                "random/cpu": torch.get_rng_state(),
            }
            state = {
                "recipe": self._material.recipe_digest,
                "data": self._material.data_digest,
                "base": self._trunk.digest,
                "standing": {name: getattr(self._at, name) for name in self._at.__slots__},
                "optimiser": rest,
            }
            self._checkpoints.save(self._at.step, tensors, state, best)
        self._kept_at = time.monotonic()
        yield Kept(self._at.step, self._kept_at - began)

    # Learning.

    def all_stages(self, wishes: Callable[[], Wish]) -> Generator[Event, None, Trained | Literal["paused", "stopped"]]:
        """The stages that are left, and the verdict."""
        if self._at.asked == 0:
            yield from self._ask(BEFORE)
            self._at.asked = 1
            yield from self._save()
        while self._at.stage < len(self._stages):
            stage = self._stages[self._at.stage]
            while self._at.done < len(stage.steps):
                wish = self._world.told(wishes() if self._world.first else "go")
                if wish != "go":
                    yield from self._save()
                    return "paused" if wish == "pause" else "stopped"
                yield from self._step(stage)
                if self._at.done % stage.validate_every == 0 or self._at.done == len(stage.steps):
                    yield from self._validate(stage)
                    if self._rule.patience and self._at.without >= self._rule.patience:
                        yield Warned(
                            f"The stage {stage.name} ended early, after {self._at.done} of {len(stage.steps)} steps: "
                            f"the loss on other people had not fallen {self._at.without} times."
                        )
                        break
                if time.monotonic() - self._kept_at > 60 * self._material.recipe.keeping.every_minutes:
                    yield from self._save()
            yield from self._end(stage)
        return self._verdict()

    def _step(self, stage: StagePlan) -> Generator[Event]:
        rate = rate_at(self._at.done, len(stage.steps), peak=stage.rate, warmup_share=self._rule.warmup_share)
        found = self._learner.step(stage.steps[self._at.done], rate=rate)
        self._at.done += 1
        self._at.step += 1
        if found.halved:
            yield Warned(
                f"Memory ran out: rows have {self._learner.budget} tokens from now on. The step was repeated and what "
                "is learned is the same."
            )
        pace = found.seconds / max(1, found.tokens)
        self._pace = pace if self._pace is None else 0.9 * self._pace + 0.1 * pace
        yield Stepped(
            stage=stage.name,
            step=self._at.step,
            steps=self._steps,
            loss=found.loss,
            losses=self._by_task(found),
            learning_rate=rate,
            gradient=found.gradient,
            tokens=found.tokens,
            answers=found.answers,
            seconds=found.seconds,
            left_s=self._pace * self._tokens_left(),
            memory_bytes=found.memory_bytes,
            device_bytes=found.device_bytes,
        )

    def _validate(self, stage: StagePlan) -> Generator[Event]:
        if not stage.validation:
            return
        loss = self._learner.loss(stage.validation)
        better = self._at.best is None or loss < self._at.best
        if better:
            self._at.best, self._at.without, self._best = loss, 0, self._trunk.adapter()
        else:
            self._at.without += 1
        yield Validated(stage.name, self._at.step, loss, better)

    def _end(self, stage: StagePlan) -> Generator[Event]:
        """A stage is over: its best weights, the held-out people, and what is kept."""
        if self._best:
            self._trunk.put(self._best)
        yield from self._ask(stage.name)
        self._at.stage += 1
        self._at.asked += 1
        self._at.done, self._at.best, self._at.without, self._best = 0, None, 0, {}
        self._learner.anew()
        yield from self._save(best=True)

    # Judging.

    def _ask(self, after: str) -> Generator[Event]:
        if self._world.first:
            engine = self._trunk.engine()

            def encode(example: Example) -> Encoded | None:
                if example.clip is None:
                    return None
                features = self._ready.features[
                    name_of(example.clip, self._trunk, self._material.recipe.pictures.vision)
                ]
                return engine.keep(features.values, features.grid, seconds_per_grid=features.seconds_per_grid)

            found = yield from _told(self._judge.judge(engine, encode))
            self._workspace.write(_evaluation_name(after), json.dumps(found.as_json()).encode())
            yield Evaluated(after, self._at.step, found.scores)
            if after != BEFORE:
                earlier = BEFORE if self._at.stage == 0 else self._stages[self._at.stage - 1].name
                for sentence in fallen(self._asked(earlier), found):
                    yield Warned(sentence)
        self._world.wait()

    def _asked(self, after: str) -> Evaluation:
        return evaluation_from(json.loads(self._workspace.read(_evaluation_name(after))))

    def _verdict(self) -> Trained:
        before, after = self._asked(BEFORE), self._asked(self._stages[-1].name)
        recipe = self._material.recipe
        return Trained(
            tensors=self._trunk.adapter(),
            config=self._trunk.config(),
            base_digest=self._trunk.digest,
            before=before,
            after=after,
            comparison=compare(before, after, bootstrap=recipe.judging.bootstrap, seed=recipe.seed),
            steps=self._at.step,
            passes=self._trunk.passes,
        )

    # Telling.

    def _by_task(self, found: Step) -> dict[str, float]:
        sums: dict[str, list[float]] = {}
        for place, loss in found.losses.tolist():
            sums.setdefault(self._material.examples[int(place)].task, []).append(loss)
        return {task: sum(own) / len(own) for task, own in sorted(sums.items())}

    def _tokens_left(self) -> int:
        rest = self._stages[self._at.stage].steps[self._at.done :]
        later = sum(stage.tokens for stage in self._stages[self._at.stage + 1 :])
        return sum(group.tokens for step in rest for group in step) + later


def _evaluation_name(after: str) -> str:
    return f"evaluations/{after}.json"


def _told(stage: Stage[T]) -> Generator[Event, None, T]:
    """A stage of the core as events."""
    while True:
        try:
            step: Progress = next(stage)
        except StopIteration as end:
            return end.value
        yield Preparing(step.stage, int(step.done), int(step.total), None)
