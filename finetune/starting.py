"""From what a user asked for to a run: recipe, study, data, checks, estimate. In: arguments. Out: what a run needs."""

import argparse
import json
import os
import re
import shutil
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from core.adapter_choice import adapted
from core.commands.study_access import opened
from core.errors import ModelError, UsageError
from core.models import adapters
from core.progress import Stage
from core.project.consents import permit
from core.project.study import Study
from core.vlm.computer import this_computer
from core.vlm.model_shape import shape_of
from finetune.estimate import Advice, Probe, advise
from finetune.material import Frozen, base_plan, features_folder, must_be_installed
from finetune.recipe import Data, Recipe
from finetune.recipe_file import RecipeError, check_recipe, preset, presets, read_recipe, recipe_digest, with_data
from finetune.workload import Workload, speller_at, workload_of


def chosen_recipe(args: argparse.Namespace, *, taken: Callable[[str], bool]) -> Recipe:
    """The recipe that the arguments name. `taken`: whether a name is another run's. `method` and `adapter` among them
    go before the recipe's own. Raises `RecipeError`, and `ModelError` for an adapter that is not here."""
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
    recipe = replace(recipe, method=getattr(args, "method", "") or recipe.method)
    name = getattr(args, "name", "") or (recipe.name if args.recipe is not None else _free(args, recipe.method, taken))
    recipe = going_on(with_data(replace(recipe, name=name)), getattr(args, "adapter", "") or recipe.base.adapter)
    check_recipe(recipe)
    return recipe


def going_on(recipe: Recipe, adapter: str) -> Recipe:
    """The recipe with that adapter to go on from, and its shape in place of the recipe's. Raises `ModelError`."""
    if not adapter:
        return recipe
    found = adapters.named(adapter)
    try:
        told = json.loads((found.folder / adapters.CONFIG).read_bytes())
        lora = replace(recipe.lora, rank=int(told["r"]), alpha=int(told["lora_alpha"]))
    except (OSError, ValueError, KeyError, TypeError) as failure:
        raise ModelError(
            f"The adapter {adapter} does not tell its shape ({failure}).",
            remedy="Take it from a backup, or go on from another.",
        ) from failure
    return replace(recipe, base=replace(recipe.base, adapter=adapter), lora=lora)


def _free(args: argparse.Namespace, method: str, taken: Callable[[str], bool]) -> str:
    """A name for a run that a preset made: after the study."""
    stem = re.sub(r"[^a-z0-9]+", "-", Path(args.study or "run").stem.lower()).strip("-") or "run"
    wanted = f"{stem[:40]}-{args.preset}" + ("-grpo" if method == "grpo" else "")
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
    """What the run will take here. Raises `UsageError` where a library is missing, `ModelError`, also for an adapter of
    another model, `SealError`, and with a probe whatever the run itself would."""
    must_be_installed()
    plan = base_plan(recipe)
    folder = Path(plan.model)
    shape = shape_of(folder)
    if recipe.base.adapter:  # another model's, or one that this key does not open, is told before anything is begun
        yield from adapted(plan, recipe.base.adapter, key=key)
    from finetune.pace import flops_of

    speller = speller_at(folder)

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
