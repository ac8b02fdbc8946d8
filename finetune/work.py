"""What a run's process does from its first to its last word. In: a run and its key. Out: events, then how it ended.

Must not know: processes, locks, how events are kept. Torch is imported once the libraries were looked for.
"""

from collections.abc import Callable, Generator

from finetune.events import Ended, Event
from finetune.material import base_plan, features_folder, must_be_installed, thawed
from finetune.runs import Run, Wish, recipe_of

GB = 1e9


def work_of(run: Run, *, key: bytes | None) -> Callable[[Callable[[], Wish]], Generator[Event, None, Ended]]:
    """See `finetune.process.Work`."""

    def events(wished: Callable[[], Wish]) -> Generator[Event, None, Ended]:
        must_be_installed()
        recipe = recipe_of(run, key=key)
        workspace = run.workspace(key)
        frozen = thawed(workspace)
        from finetune.checkpoint import Checkpoints
        from finetune.curriculum import Material, train
        from finetune.evaluate import Judge
        from finetune.features import FeatureStore
        from finetune.world import World

        world = World()
        try:
            found = yield from train(
                Material(
                    recipe=recipe,
                    recipe_digest=run.recipe,
                    examples=frozen.dataset.examples,
                    data_digest=frozen.dataset.digest,
                    split=frozen.split,
                    plan=base_plan(recipe),
                ),
                workspace=workspace,
                store=FeatureStore(features_folder(key), most_bytes=int(recipe.pictures.cache_gb * GB), key=key),
                checkpoints=Checkpoints(workspace, recipe.keeping.keep),
                judge=Judge(frozen.dataset.examples, frozen.split.test, rule=recipe.judging, seed=recipe.seed),
                wishes=wished,
                world=world,
            )
        finally:
            world.close()
        if isinstance(found, str):
            return Ended(found, "")
        verdict = found.comparison
        return Ended("done", " ".join(verdict.words), adapter="", better=verdict.better, table=verdict.table)

    return events
