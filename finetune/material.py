"""What a run learns from, put away with the run when it is made. In: a recipe, an open study. Out: the same, frozen.

So a run that goes on a week later learns from what it began with, whatever was corrected meanwhile; the study is opened
again only to ask for consent and for its key. Sealed where the study is. Imports no torch.
"""

import hashlib
import hmac
import importlib.util
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from core.by_model import LanguageModel, as_named, plan_of
from core.errors import ModelError, OutputError, UsageError
from core.progress import Stage
from core.project.codec import UnreadableError, canonical, from_plain, to_plain
from core.project.study import Study
from core.settings import home
from core.vlm.backend import Plan
from finetune.dataset import Dataset, read_examples
from finetune.examples import Split
from finetune.findings import Finding, worst_first
from finetune.recipe import Recipe
from finetune.reinforceable import reinforceable
from finetune.split import split_of
from finetune.validation import alike_of, validate
from finetune.workspace import Workspace

FILE = "data.json"
NEEDED = {
    "torch": "local",
    "transformers": "local",
    "peft": "local",
    "safetensors": "local",
    "accelerate": "local",
    "sacrebleu": "train",
}
"""Modules that training needs, and the extras that bring them."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """A data set and who of it judges."""

    dataset: Dataset
    split: Split
    study: str = ""
    """Its identity; empty without one."""

    def to_bytes(self) -> bytes:
        """For `thawed`."""
        return canonical(to_plain(self)).encode("utf-8", "surrogatepass")


def gathered(recipe: Recipe, *, study: Study | None) -> Stage[Frozen]:
    """Reads what the recipe names and splits it by its rule. Raises `UsageError`, `StudyError`."""
    dataset = yield from read_examples(recipe.data, study=study)
    split = split_of(dataset.examples, recipe.split, seed=recipe.seed, remarks=dataset.remarks)
    return Frozen(dataset, split, "" if study is None else study.header.study)


@dataclass(frozen=True, slots=True)
class Checked:
    """A data set that was looked over."""

    frozen: Frozen
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> int:
        """Findings that stop a run before it starts."""
        return sum(one.level == "error" for one in self.findings)


def checked_data(recipe: Recipe, *, study: Study | None) -> Stage[Checked]:
    """As `gathered`, after a look at every clip, so that clips that look the same are told of the split; for
    reinforcement at every question as well. Raises as `gathered`, and `ModelError` where a model of the rewards cannot
    be loaded."""
    first = yield from gathered(recipe, study=study)
    findings = yield from validate(first.dataset.examples, pictures=recipe.pictures)
    split = split_of(
        first.dataset.examples,
        recipe.split,
        seed=recipe.seed,
        alike=alike_of(findings),
        remarks=first.dataset.remarks,
    )
    if recipe.method == "grpo":
        must_be_installed()
        try:
            plan: Plan | ModelError = base_plan(recipe)
        except ModelError as failure:  # data can be looked over without it, and the table says what was not
            plan = failure
        findings += yield from reinforceable(first.dataset.examples, split, recipe, plan=plan)
    return Checked(replace(first, split=split), worst_first(findings))


def thawed(workspace: Workspace) -> Frozen:
    """What a run was made with. Raises `OutputError`, `SealError`."""
    body = workspace.read(FILE)
    try:
        return from_plain(json.loads(body), Frozen)
    except (ValueError, UnreadableError) as failure:
        raise OutputError(
            f"What the run in {workspace.root} learns from cannot be read ({failure}).",
            remedy="Bring its folder back from a backup, or start a new run.",
        ) from failure


def base_plan(recipe: Recipe) -> Plan:
    """How the base is loaded. Raises `ModelError` where it is not here."""
    base = recipe.base
    chosen = LanguageModel(
        as_named(base.model), engine="transformers", quantisation=base.quantisation, device=base.device
    )
    plan = replace(plan_of(chosen), precision=base.precision)
    # A question's answers are drawn together; where memory runs out, fewer at once.
    return replace(plan, most_candidates=recipe.grpo.answers) if recipe.method == "grpo" else plan


def features_folder(key: bytes | None) -> Path:
    """Where features of clips lie: shared by all runs that can open them."""
    name = "open" if key is None else hmac.digest(key, b"folder of features", hashlib.sha256).hex()[:16]
    return home() / "features" / name


def must_be_installed(found: Callable[[str], object] = importlib.util.find_spec) -> None:
    """Raises `UsageError` naming the extras where something that training needs is missing."""
    missing = [module for module in NEEDED if found(module) is None]
    if missing:
        extras = ",".join(sorted({NEEDED[module] for module in missing}))
        raise UsageError(
            f"Training needs {', '.join(missing)}, which this installation lacks.",
            remedy=f"Run: pip install 'videmo-studio[{extras}]'",
        )
