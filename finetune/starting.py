"""From what a user asked for to a run: recipe, study, data, checks, estimate. In: arguments. Out: what a run needs."""

import argparse
import os
import re
import shutil
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from core.commands.study_access import opened
from core.errors import UsageError
from core.progress import Stage
from core.project.consents import permit
from core.project.study import Study
from core.vlm.checkpoint import model_at
from core.vlm.computer import this_computer
from core.vlm.model_shape import shape_of
from finetune.estimate import Advice, Probe, advise
from finetune.material import Frozen, base_plan, features_folder, must_be_installed
from finetune.recipe import Data, Recipe
from finetune.recipe_file import RecipeError, check_recipe, preset, presets, read_recipe, recipe_digest, with_data
from finetune.workload import Workload, workload_of


def chosen_recipe(args: argparse.Namespace, *, taken: Callable[[str], bool]) -> Recipe:
    """The recipe that the arguments name. `taken`: whether a name is another run's. Raises `RecipeError`."""
    if (args.recipe is None) == (not args.preset):
        raise RecipeError(
            "Name a recipe's file, or a study with --study and a --preset.",
            remedy="Presets are " + ", ".join(presets()) + ".",
        )
    recipe = preset(args.preset) if args.recipe is None else read_recipe(Path(args.recipe))
    if args.study is not None:
        recipe = replace(recipe, data=Data(study=str(Path(args.study).resolve()), sessions=tuple(args.session)))
    elif args.session:
        raise RecipeError("Sessions are of a study.", remedy="Name it with --study.")
    name = getattr(args, "name", "") or (recipe.name if args.recipe is not None else _free(args, taken))
    recipe = with_data(replace(recipe, name=name))
    check_recipe(recipe)
    return recipe


def _free(args: argparse.Namespace, taken: Callable[[str], bool]) -> str:
    """A name for a run that a preset made: after the study."""
    stem = re.sub(r"[^a-z0-9]+", "-", Path(args.study or "run").stem.lower()).strip("-") or "run"
    wanted = f"{stem[:40]}-{args.preset}"
    return next(
        name for number in range(1, 100_000) if not taken(name := wanted if number == 1 else f"{wanted}-{number}")
    )


@contextmanager
def studied(study: str, args: argparse.Namespace) -> Generator[tuple[Study | None, bytes | None]]:
    """The study at that path, open, and the key for what is made of it; None twice where there is no study."""
    if not study:
        yield None, None
        return
    asked = argparse.Namespace(study=Path(study), passphrase_file=_path(args.passphrase_file), who=args.who)
    with opened(asked) as one:
        yield one, one.training_key


def must_still_be_allowed(study: Study, frozen: Frozen) -> None:
    """Asks for consent again before a run goes on. Raises `UsageError` for another study, `ConsentError`."""
    if study.header.study != frozen.study:
        raise UsageError(
            f"{study.path.name} is not the study that the run was made from.",
            remedy="Put that study back in its place.",
        )
    if frozen.dataset.permission is not None:
        permit(study, "train", sessions_asked=frozen.dataset.permission.sessions)


def estimated(recipe: Recipe, frozen: Frozen, *, key: bytes | None, probing: bool) -> Stage[Advice]:
    """What the run will take here. Raises `UsageError` where a library is missing, `ModelError`, and with a probe
    whatever the run itself would."""
    must_be_installed()
    plan = base_plan(recipe)
    folder = Path(plan.model)
    shape = shape_of(folder)
    from core.vlm.words import Words
    from finetune.conversation import Speller
    from finetune.pace import flops_of

    words = Words(model_at(folder))
    speller = Speller(words.tokens, lambda text: words.tokens(text, markers=False), words.end)

    def workload(changed: Recipe) -> Workload:
        return workload_of(frozen.dataset.examples, frozen.split, changed, speller=speller)

    workload(recipe)  # what cannot be learned from is said before anything is loaded
    computer = this_computer()  # before the probe takes its share
    features_folder(key).mkdir(parents=True, exist_ok=True)
    free_disk = shutil.disk_usage(features_folder(key)).free
    measured: Probe | None = None
    if probing:
        measured = yield from _probed(recipe, frozen, key=key)
    return advise(
        shape,
        recipe,
        plan,
        computer,
        workload=workload,
        free_disk=free_disk,
        flops=None if probing else flops_of(plan.device, plan.precision),
        probe=measured,
    )


def _probed(recipe: Recipe, frozen: Frozen, *, key: bytes | None) -> Stage[Probe]:
    from finetune.course import Material
    from finetune.features import FeatureStore
    from finetune.probing import probe
    from finetune.world import World

    material = Material(
        recipe=recipe,
        recipe_digest=recipe_digest(recipe),
        examples=frozen.dataset.examples,
        data_digest=frozen.dataset.digest,
        split=frozen.split,
        plan=base_plan(recipe),
    )
    store = FeatureStore(features_folder(key), most_bytes=int(recipe.pictures.cache_gb * 1e9), key=key)
    return (yield from probe(material, store=store, world=World()))


def _path(given: str | os.PathLike[str] | None) -> Path | None:
    return None if given is None else Path(given)
