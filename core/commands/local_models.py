"""`videmo models` for models of several files: list, fetch, import, quantise, verify, remove. In: names. Out: lines."""

import sys
from pathlib import Path
from typing import cast

from core.commands.progress_bar import show
from core.errors import ExpectedError, UsageError
from core.models import locate
from core.models.convert import Level
from core.models.entries import HubModel, hub_models
from core.models.hub import fetch_model, hub_model
from core.models.importing import import_model
from core.models.installed import find, installed, leftovers, made_from, remove, size_of, wrong_files
from core.models.known import known_models
from core.models.manifest import Installed
from core.models.quantising import quantise_model

STATES = {"here": "here", "missing": "not here", "wrong": "incomplete"}
NOT_COMPARED = "Not compared with the unquantised model yet: quantise it again, what is made is kept."


def names() -> list[str]:
    """Every name that means a model of several files: known ones and those that are here."""
    known = [one.name for one in hub_models()]
    return known + [one.name for one in installed() if one.name not in known]


def list_models() -> None:
    """A paragraph for each model, here or not."""
    for one in known_models():
        size = f"{'' if one.here else 'about '}{one.bytes / 1e9:.{2 if one.here else 1}f} GB, " if one.bytes else ""
        print(f"\n{one.name}  (model, {size}{one.licence or 'licence unknown'}): {STATES[one.state]}")
        if one.catalogued is not None:
            print(f"  {one.catalogued.title}. {one.catalogued.purpose}")
            print(f"  {one.catalogued.licence_note}")
            print(f"  from the hub, {one.catalogued.repository}, else a folder")
        elif one.here is not None:
            print(f"  {'made from ' if one.here.origin.base else ''}{one.here.origin.source}, {one.here.since}")
        if one.here is not None and one.here.origin.base:
            print(f"  {one.here.parity.sentence if one.here.parity else NOT_COMPARED}")
        if one.unfinished:
            print(f"  an unfinished try holds {one.unfinished / 1e9:.2f} GB; it goes on there, removing frees it")


def fetch_one(name: str, *, hub: str) -> None:
    """Fetches a model of the catalogue."""
    model = hub_model(name)
    _tell_licence(model)
    _tell(show(fetch_model(model, hub=hub, remark=_remark)))


def import_one(folder: Path, *, name: str) -> int:
    """Takes a model out of a folder and returns the exit code."""
    _tell(show(import_model(folder, name=name, remark=_remark)))
    return 0


def quantise_one(name: str, *, to: str, compares: bool) -> int:
    """Makes a smaller model, holds it against the one it was made from, and returns the exit code."""
    model = show(quantise_model(name, to=cast("Level", to), remark=_remark))
    base = find(name)
    _tell(model)
    print(f"{model.bytes / 1e9:.2f} GB, {model.bytes / base.bytes:.0%} of {name}.")
    if compares:
        from core.parity import compare_and_keep

        try:
            kept = show(compare_and_keep(base, model, video=locate("sample")))
        except ExpectedError as failure:
            _remark(f"It was not compared with {name}: {failure.problem} {failure.remedy}")
            return 1
        print(kept.parity.sentence if kept.parity else NOT_COMPARED)
    return 0


def verify_some(chosen: list[str]) -> bool:
    """Verifies the named models, or all that are here. Returns whether all are right."""
    right = True
    for model in [find(name) for name in chosen] if chosen else installed():
        wrong = show(wrong_files(model))
        right = right and not wrong
        if not wrong:
            print(f"{model.name}: right, {model.folder}")
            continue
        print(f"{model.name}: WRONG, {', '.join(wrong)}")
        print(f"  mend it: videmo models remove {model.name}, then get it again")
    return right


def remove_one(name: str, *, sure: bool) -> int:
    """Deletes a model once the user is sure; returns the exit code."""
    here = next((one for one in installed() if one.name == name), None)
    size = sum(size_of(folder) for folder in leftovers(name)) + (here.bytes if here else 0)
    if here is None and not size:
        find(name)
    for made in made_from(name):
        print(f"{made} was made from {name}; it stays and works without it.")
    if not sure:
        if not sys.stdin.isatty():
            raise UsageError(f"Removing {name} asks first.", remedy="Say --yes where nobody can be asked.")
        answer = input(f"Remove {name} and free {size / 1e9:.2f} GB? [y/N] ")
        if answer.strip().lower() not in ("y", "yes"):
            print("Nothing was removed.")
            return 1
    print(f"{name}: removed, {remove(name) / 1e9:.2f} GB freed.")
    return 0


def _tell(model: Installed) -> None:
    print(f"{model.name}: verified, {model.folder}")
    if model.origin.revision:
        print(f"  {model.origin.source} at {model.origin.revision}")
    print(f"  SHA-256 over its files: {model.digest}")


def _tell_licence(model: HubModel) -> None:
    _remark(f"{model.title}, licence: {model.licence}. {model.licence_note}")


def _remark(sentence: str) -> None:
    print(sentence, file=sys.stderr)
