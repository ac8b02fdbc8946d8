"""What a run's process does from its first to its last word. In: a run and its key. Out: events, then how it ended.

Must not know: processes, locks, how events are kept. Torch is imported once the libraries were looked for.
"""

from collections.abc import Callable, Generator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.adapter_choice import adapted
from core.models import adapters
from core.progress import finish
from finetune.adapter import take_in
from finetune.discretion import Discretion
from finetune.events import Ended, Event
from finetune.log import events_of, lasting
from finetune.material import Frozen, base_plan, features_folder, must_be_installed, thawed
from finetune.recipe import Recipe
from finetune.report import REPORT, training_report
from finetune.report_rewards import reinforcement
from finetune.runs import Run, Wish, recipe_of

if TYPE_CHECKING:
    from finetune.course import Trained

GB = 1e9


def work_of(run: Run, *, key: bytes | None) -> Callable[[Callable[[], Wish]], Generator[Event, None, Ended]]:
    """See `finetune.process.Work`."""

    def events(wished: Callable[[], Wish]) -> Generator[Event, None, Ended]:
        must_be_installed()
        recipe = recipe_of(run, key=key)
        frozen = thawed(run.workspace(key))
        if key is None:
            return (yield from learning(recipe, frozen, wished))
        names = Discretion(frozen.dataset.examples, further=recipe.data.sessions)
        kept = replace(frozen, split=replace(frozen.split, remarks=tuple(map(names.text, frozen.split.remarks))))
        return (yield from names.events(learning(recipe, kept, wished)))

    def learning(recipe: Recipe, frozen: Frozen, wished: Callable[[], Wish]) -> Generator[Event, None, Ended]:
        from finetune.checkpoint import Checkpoints
        from finetune.course import Material
        from finetune.curriculum import train
        from finetune.evaluate import Judge
        from finetune.features import FeatureStore
        from finetune.world import World

        examples, workspace = frozen.dataset.examples, run.workspace(key)
        learn = _reinforcing(recipe, frozen) if recipe.method == "grpo" else train
        world = World()
        try:
            found = yield from learn(
                Material(
                    recipe=recipe,
                    recipe_digest=run.recipe,
                    examples=examples,
                    data_digest=frozen.dataset.digest,
                    split=frozen.split,
                    plan=base_plan(recipe),
                    start=_weights(recipe, key=key),
                ),
                workspace=workspace,
                store=FeatureStore(features_folder(key), most_bytes=int(recipe.pictures.cache_gb * GB), key=key),
                checkpoints=Checkpoints(workspace, recipe.keeping.keep),
                judge=Judge(examples, frozen.split.test, rule=recipe.judging, seed=recipe.seed),
                wishes=wished,
                world=world,
            )
            if isinstance(found, str):
                return Ended(found, "")
            name = _taken_in(found, run, recipe, frozen, key=key) if world.first else ""
        finally:
            world.close()
        verdict = found.comparison
        return Ended("done", " ".join(verdict.words), adapter=name, better=verdict.better, table=verdict.table)

    return events


def _reinforcing(recipe: Recipe, frozen: Frozen) -> Callable[..., "Generator[Event, None, Trained | str]"]:
    """`reinforce` with the rewards of the recipe. Raises `ModelError` where one of their models cannot be loaded."""
    from finetune.reinforce import reinforce
    from finetune.rewards.dispatch import Rewarder

    rewarder = Rewarder(frozen.dataset.examples, learned=frozen.split.train, rule=recipe.rewards)
    return partial(reinforce, rewarder=rewarder)


def _weights(recipe: Recipe, *, key: bytes | None) -> Mapping[str, Any]:
    """Tensors of the adapter to go on from, by name. Raises `ModelError`, also for another model, `SealError`."""
    if not recipe.base.adapter:
        return {}
    from safetensors.torch import load

    parent = adapters.named(recipe.base.adapter)
    finish(adapted(base_plan(recipe), parent.name, key=key))
    return load(adapters.opened(adapters.weights_place(parent.folder), key=key))


def _taken_in(found: "Trained", run: Run, recipe: Recipe, frozen: Frozen, *, key: bytes | None) -> str:
    """Puts the adapter into the registry, writes the run's report and returns the name the adapter has there.

    Raises as `take_in`, and `OutputError`.
    """
    from safetensors.torch import save

    adapter = take_in(
        run.name,
        weights=save({part: one.contiguous() for part, one in found.tensors.items()}),
        config=found.config,
        base=Path(base_plan(recipe).model),
        base_digest=found.base_digest,
        recipe=run.recipe,
        frozen=frozen,
        comparison=found.comparison,
        parent=adapters.named(recipe.base.adapter) if recipe.base.adapter else None,
        key=key,
    )
    # Of one held-out person a confusion matrix tells what they displayed: sealed where the study is.
    told = reinforcement(recipe, [one.event for one in lasting(events_of(run.log))])
    page = training_report(adapter, before=found.before, after=found.after, reinforced=told)
    run.workspace(key).write(REPORT, page)
    return adapter.name
