"""The curriculum: attribute, expression, emotion, one adapter learning through all of them. Imports torch.

Read `train` from top to bottom: load, look at every clip once, ask the held-out people, then stage by stage: steps,
now and then the loss on the people of `validate`, at a stage's end its best weights and the held-out people again.

What VidEmo's paper says: three stages in this order, AdamW, cosine, warm-up 0.03, no weight decay. What it leaves open
we chose: an adapter in the place of all weights (with the rates that suit one), one adapter continued through the
stages with a fresh optimiser in each, replay of earlier stages, early stopping, and what a stage holds (a published
task's own level). Must not know: the command, the registry, how events are shown.
"""

from collections.abc import Callable, Generator
from dataclasses import asdict, dataclass
from typing import Literal

from finetune.checkpoint import Checkpoints
from finetune.course import BEFORE, Course, Material, Trained, Wish, halved_warning, told
from finetune.evaluate import Judge
from finetune.events import Event, Stepped, Validated, Warned
from finetune.features import FeatureStore
from finetune.optimising import Optimising
from finetune.plan import StagePlan, plan_of
from finetune.prepare import prepared
from finetune.sft import Learner, Step, rate_at
from finetune.trunk import open_trunk
from finetune.workspace import Workspace
from finetune.world import World


@dataclass(slots=True)
class _Standing:
    """Where a run stands; with the tensors, all that a checkpoint holds."""

    stage: int = 0
    done: int = 0
    """Steps of the stage."""
    step: int = 0
    """Of the whole run."""
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
    trunk = yield from told(open_trunk(material.plan, lora=recipe.lora, seed=recipe.seed))
    if material.start:
        trunk.put(material.start)
    ready = yield from prepared(trunk, material.examples, vision=recipe.pictures.vision, store=store, world=world)
    trunk.forget_tower()
    stages = plan_of(ready.book, material.split, recipe.sft, seed=recipe.seed)
    optimising = Optimising(trunk, recipe.sft, world=world)
    course = Course(material, optimising, ready, workspace=workspace, checkpoints=checkpoints, judge=judge)
    run = _Run(course, stages, Learner(optimising, features=ready.features))
    yield from run.resumed()
    return (yield from run.all_stages(wishes))


class _Run:
    def __init__(self, course: Course, stages: tuple[StagePlan, ...], learner: Learner) -> None:
        self._course, self._stages, self._learner = course, stages, learner
        self._rule = course.material.recipe.sft
        self._at = _Standing()
        self._pace: float | None = None
        """Seconds for a token, smoothed."""

    def resumed(self) -> Generator[Event]:
        """Goes on from the newest checkpoint, if there is one."""
        saved = self._course.standing()
        if saved is not None:
            self._at = _Standing(**saved.state["standing"])
        yield from self._course.begun(step=self._at.step, steps=self._steps, saved=saved)

    @property
    def _steps(self) -> int:
        """In all, a stage that ended early with what it took."""
        return self._at.step - self._at.done + sum(len(stage.steps) for stage in self._stages[self._at.stage :])

    def _save(self, *, best: bool = False) -> Generator[Event]:
        yield from self._course.save(self._at.step, asdict(self._at), best=best)

    def all_stages(self, wishes: Callable[[], Wish]) -> Generator[Event, None, Trained | Literal["paused", "stopped"]]:
        """The stages that are left, and the verdict."""
        world = self._course.world
        if self._at.asked == 0:
            yield from self._course.ask(BEFORE, step=self._at.step)
            self._at.asked = 1
            yield from self._save()
        while self._at.stage < len(self._stages):
            stage = self._stages[self._at.stage]
            while self._at.done < len(stage.steps):
                wish = world.told(wishes() if world.first else "go")
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
                if self._course.overdue:
                    yield from self._save()
            yield from self._end(stage)
        return self._course.verdict(self._stages[-1].name, steps=self._at.step)

    def _step(self, stage: StagePlan) -> Generator[Event]:
        rate = rate_at(self._at.done, len(stage.steps), peak=stage.rate, warmup_share=self._rule.warmup_share)
        found = self._learner.step(stage.steps[self._at.done], rate=rate)
        self._at.done += 1
        self._at.step += 1
        if found.halved:
            yield halved_warning(self._learner.optimising.budget)
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
            self._at.best, self._at.without, self._course.best = loss, 0, self._course.trunk.adapter()
        else:
            self._at.without += 1
        yield Validated(stage.name, self._at.step, loss, better)

    def _end(self, stage: StagePlan) -> Generator[Event]:
        """A stage is over: its best weights, the held-out people, and what is kept."""
        course = self._course
        if course.best:
            course.trunk.put(course.best)
        earlier = BEFORE if self._at.stage == 0 else self._stages[self._at.stage - 1].name
        yield from course.ask(stage.name, step=self._at.step, earlier=earlier)
        self._at.stage += 1
        self._at.asked += 1
        self._at.done, self._at.best, self._at.without, course.best = 0, None, 0, {}
        course.optimising.anew()
        yield from self._save(best=True)

    def _by_task(self, found: Step) -> dict[str, float]:
        sums: dict[str, list[float]] = {}
        for place, loss in found.losses.tolist():
            sums.setdefault(self._course.material.examples[int(place)].task, []).append(loss)
        return {task: sum(own) / len(own) for task, own in sorted(sums.items())}

    def _tokens_left(self) -> int:
        rest = self._stages[self._at.stage].steps[self._at.done :]
        later = sum(stage.tokens for stage in self._stages[self._at.stage + 1 :])
        return sum(group.tokens for step in rest for group in step) + later
