"""What the window asks of training, in a process of its own: lines of JSON in, lines of JSON out.

The first line says what is wanted and brings the open study's key; the study is opened for reading beside the window,
which goes on writing. `prepare` looks over the data and estimates, then waits: `measure` measures three steps, `start`
begins the run with exactly what was looked over; the end of the input ends it. `resume` goes on with a run, and consent
is asked for here; that something was trained is written down by the window, which holds the study. `samples` tells what
was said of people who are not learned from: it goes through this pipe and nowhere else.
"""

import argparse
import json
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, TextIO, TypeVar, cast

from core.errors import ExpectedError, UsageError
from core.models.adapters import adapters_folder, check_adapter_name
from core.progress import Progress, Stage, finish
from core.project.codec import canonical, to_plain
from core.project.opening import open_beside
from core.project.study import Study
from finetune import process
from finetune.commands import runs_folder
from finetune.estimate import Advice
from finetune.material import FILE, Checked, checked_data, must_be_installed, thawed
from finetune.recipe import Recipe
from finetune.recipe_file import check_recipe
from finetune.runs import Run, find_run, make_run, must_be_resumable
from finetune.samples import samples
from finetune.starting import chosen_recipe, estimated, must_still_be_allowed

T = TypeVar("T")
TELL_EVERY_S = 0.1
TABLES = {
    "tokens_per_row": "sft",
    "recompute": "sft",
    "optimiser": "sft",
    "quantisation": "base",
    "rank": "lora",
    "most_frames": "pictures",
    "answers": "grpo",
}
"""Where in a recipe the changes stand that an estimate proposes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The first line."""

    want: str
    """`prepare`, `resume` or `samples`."""
    study: str
    """Path of the study that the window has open; empty for none."""
    key: str
    """Its data key in hexadecimal digits; empty where it is not encrypted."""
    who: str
    name: str
    """Of the run."""
    sessions: tuple[str, ...] = ()
    preset: str = ""
    method: Literal["sft", "grpo"] = "sft"
    model: str = ""
    adapter: str = ""
    """That is gone on from; empty for a new one."""
    look: int | None = None
    """Of `samples`: a step at which rewards were looked at; None for the held-out people before and after."""
    changes: tuple[str, ...] = ()
    """As `finetune.estimate.Advice.changes` tells them."""


def serve(given: TextIO, out: TextIO) -> int:
    """Answers one window until its input ends. Expected failures are told, not raised."""

    def tell(kind: str, **more: object) -> None:
        out.write(canonical({"kind": kind, **more}) + "\n")
        out.flush()

    try:
        plain = cast("dict[str, Any]", json.loads(given.readline()))
        for name in ("sessions", "changes"):
            plain[name] = tuple(plain.get(name, ()))
        asked = Asked(**plain)
        if asked.want == "samples":
            tell("samples", rows=_samples(asked))
            return 0
        must_be_installed()
        if asked.want == "resume":
            _resume(asked)
            tell("started", name=asked.name)
        else:
            _prepare(asked, given, tell)
    except ExpectedError as failure:
        tell("failed", problem=failure.problem, remedy=failure.remedy)
        return 2
    return 0


def _prepare(asked: Asked, given: TextIO, tell: Callable[..., None]) -> None:
    recipe = recipe_for(asked)
    must_be_free(recipe.name)
    with _studied(asked) as (study, key):
        checked = _told(checked_data(recipe, study=study), tell)
    tell("checked", **_findings(checked))
    if checked.errors:
        return
    tell("estimated", **_advised(_told(estimated(recipe, checked.frozen, key=key, probing=False), tell)))
    for line in given:
        if line.strip() == "measure":
            try:
                advice = _told(estimated(recipe, checked.frozen, key=key, probing=True), tell)
            except ExpectedError as failure:  # what was looked over stays as it is
                tell("failed", problem=failure.problem, remedy=failure.remedy)
            else:
                tell("estimated", **_advised(advice))
        elif line.strip() == "start":
            run = make_run(runs_folder(), recipe, key=key, files={FILE: checked.frozen.to_bytes()})
            process.start(run, key=key)
            tell("started", name=run.name)
            return


def _resume(asked: Asked) -> None:
    run = find_run(runs_folder(), asked.name)
    must_be_resumable(run)
    with _studied_for(run, asked) as (study, key):
        if study is not None:
            must_still_be_allowed(study, thawed(run.workspace(key)))
    process.start(run, key=key)


def _samples(asked: Asked) -> object:
    """Rows, as `finetune.samples` tells them in JSON."""
    run = find_run(runs_folder(), asked.name)
    with _studied_for(run, asked) if run.sealed else nullcontext((None, None)) as (_, key):
        workspace = run.workspace(key)
        return to_plain(samples(workspace, thawed(workspace), look=asked.look))


@contextmanager
def _studied_for(run: Run, asked: Asked) -> Generator[tuple[Study | None, bytes | None]]:
    """The study that a run learns from; None twice for a run of files. Raises `UsageError` where another is open."""
    if run.study and (not asked.study or Path(run.study).resolve() != Path(asked.study).resolve()):
        raise UsageError(
            f"The run {run.name} learns from the study {Path(run.study).stem}, which is not open.",
            remedy="Open that study first: its consents are asked for anew, and its key is needed.",
        )
    with _studied(asked if run.study else replace(asked, study="")) as found:
        yield found


def recipe_for(asked: Asked) -> Recipe:
    """The preset with what was chosen in the window. Raises `RecipeError`, `ModelError` for an adapter not here."""
    chosen = argparse.Namespace(
        recipe=None,
        preset=asked.preset,
        study=asked.study,
        session=list(asked.sessions),
        name=asked.name,
        method=asked.method,
        adapter=asked.adapter,
    )
    recipe = chosen_recipe(chosen, taken=lambda _: False)
    recipe = replace(recipe, base=replace(recipe.base, model=asked.model or recipe.base.model))
    for change in asked.changes:
        recipe = changed(recipe, change)
    check_recipe(recipe)
    return recipe


def changed(recipe: Recipe, change: str) -> Recipe:
    """The recipe with a change as `tokens_per_row 8192 -> 4096`. Raises `UsageError` for any other text."""
    name, _, rest = change.partition(" ")
    _, arrow, text = rest.partition(" -> ")
    if name not in TABLES or not arrow:
        raise UsageError(f"{change!r} is no change of a recipe.", remedy="Look over the data again.")
    part = getattr(recipe, TABLES[name])
    value: object = text == "true" if name == "recompute" else int(text) if text.isdigit() else text
    more = {"alpha": 2 * int(text)} if name == "rank" else {}
    return replace(recipe, **{TABLES[name]: replace(part, **{name: value}, **more)})


def must_be_free(name: str) -> None:
    """Raises `UsageError` where a run or an adapter has the name, or none can bear it."""
    check_adapter_name(name)
    for what, folder in (("run", runs_folder()), ("adapter", adapters_folder())):
        if (folder / name).exists():
            article = "an" if what == "adapter" else "a"
            raise UsageError(f"There is {article} {what} called {name} already.", remedy="Choose another name.")


@contextmanager
def _studied(asked: Asked) -> Generator[tuple[Study | None, bytes | None]]:
    if not asked.study:
        yield None, None
        return
    data_key = bytes.fromhex(asked.key) if asked.key else None
    with open_beside(Path(asked.study), data_key=data_key, who=asked.who) as study:
        yield study, study.training_key


def _told(stage: Stage[T], tell: Callable[..., None]) -> T:
    """Runs a stage to its end and tells how far it is."""
    last = -TELL_EVERY_S

    def step(progress: Progress) -> None:
        nonlocal last
        if time.monotonic() - last >= TELL_EVERY_S:
            last = time.monotonic()
            tell("progress", stage=progress.stage, done=progress.done, total=progress.total)

    try:
        return finish(stage, report=step)
    finally:
        stage.close()


def _advised(advice: Advice) -> Mapping[str, Any]:
    """The last sentence says what the figures rest on, which the window says in its own words."""
    return cast("dict[str, Any]", to_plain(replace(advice, sentences=advice.sentences[:-1])))


def _findings(checked: Checked) -> Mapping[str, object]:
    dataset, split = checked.frozen.dataset, checked.frozen.split
    parts: dict[str, object] = {}
    for name, places in (("train", split.train), ("validate", split.validate), ("test", split.test)):
        people = {dataset.examples[place].person for place in places} - {""}
        parts[name] = {"examples": len(places), "people": len(people)}
    return {
        "findings": to_plain(checked.findings),
        "refused": to_plain(dataset.refused),
        "errors": checked.errors,
        "parts": parts,
        "remarks": split.remarks,
        "sessions": () if dataset.permission is None else dataset.permission.sessions,
    }
