"""Models of several files on this computer: a folder each, with a manifest that names every file and its SHA-256.

Comes in: a folder that was fetched, imported or made here. Goes out: the folder of a model whose every file was
verified in this process. A model gets in whole or not at all. Opens no connection.
"""

import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from core.errors import ModelError, UsageError
from core.models.contents import contents_of
from core.models.entries import catalogue, hub_models
from core.models.manifest import MANIFEST, NAME, File, Installed, Origin, Parity, read_manifest, write_manifest
from core.models.store import State, digest, sync, sync_folder, writing
from core.progress import Stage
from core.settings import models_folder


def installed() -> tuple[Installed, ...]:
    """Every model here, by name. A folder whose manifest cannot be read is passed over; `find` tells why."""
    found: list[Installed] = []
    for manifest in sorted(models_folder().glob(f"*/{MANIFEST}")):
        if NAME.fullmatch(manifest.parent.name):
            try:
                found.append(read_manifest(manifest, name=manifest.parent.name))
            except ModelError:
                continue
    return tuple(found)


def find(name: str) -> Installed:
    """The model called `name`, not verified yet. Raises `ModelError` with the way to get it."""
    manifest = models_folder() / name / MANIFEST
    if not NAME.fullmatch(name) or not manifest.is_file():
        known = ", ".join(one.name for one in installed()) or "none"
        if any(one.name == name for one in hub_models()):
            remedy = f"Run: videmo models fetch {name}, or bring its folder: videmo models import FOLDER --name {name}"
        else:
            remedy = f"Models that are here: {known}. videmo models list shows what can be fetched."
        raise ModelError(f"The model {name} is not on this computer.", remedy=remedy)
    return read_manifest(manifest, name=name)


def state_of(model: Installed) -> State:
    """Whether a model's files are there, told by their sizes alone: quick, for lists."""
    try:
        right = all((model.folder / one.name).stat().st_size == one.bytes for one in model.files)
    except OSError:
        return "wrong"
    return "here" if right else "wrong"


def wrong_files(model: Installed) -> Stage[tuple[str, ...]]:
    """Names of the files that are missing, or not what the manifest says. Each is read once per process."""
    wrong: list[str] = []
    for one in model.files:
        path = model.folder / one.name
        if (
            not path.is_file()
            or path.stat().st_size != one.bytes
            or (yield from digest(path, stage=f"checking {model.name}")) != one.sha256
        ):
            wrong.append(one.name)
    return tuple(wrong)


def locate_model(name: str) -> Stage[Installed]:
    """The model called `name`, every file verified. Raises `ModelError` with the way to mend it."""
    model = find(name)
    wrong = yield from wrong_files(model)
    if wrong:
        raise ModelError(
            f"{model.folder / wrong[0]} is not the file that was taken in: it is missing or its SHA-256 differs.",
            remedy=f"Run: videmo models remove {name}, then get it again ({model.origin.source}).",
        )
    return model


def verify_place(place: Path) -> Stage[None]:
    """As `locate_model` where a folder or file is that of a model of the store; any other is the user's own affair."""
    model = at_place(place)
    if model is not None:
        yield from locate_model(model.name)


def at_place(place: Path) -> Installed | None:
    """The model of the store that a folder or file belongs to, not verified; None for any other. Raises `ModelError`
    where its manifest cannot be read."""
    folder = place if place.is_dir() else place.parent
    inside = folder.parent.resolve() == models_folder().resolve() and (folder / MANIFEST).is_file()
    return find(folder.name) if inside else None


def check_name(name: str) -> None:
    """Raises `UsageError` for a name that a model cannot bear."""
    if not NAME.fullmatch(name) or any(name in (one.name, one.file) for one in catalogue()):
        raise UsageError(
            f"A model cannot be called {name!r}.",
            remedy="Use small letters, digits, dots, hyphens and underscores, as in videmo-3b; --name sets it.",
        )


def admit_folder(work: Path, *, name: str, origin: Origin, parity: Parity | None = None) -> Stage[Installed]:
    """Takes in the model in `work`, a folder beside its place: looks it over, hashes it, writes the manifest, renames.

    A model of that name that is there already is replaced. Raises `ModelError`; `work` is then still there.
    """
    check_name(name)
    contents = contents_of(work)
    files: list[File] = []
    for path in contents.files:
        found = yield from digest(path, stage=f"taking in {name}")
        files.append(File(path.name, path.stat().st_size, found))
    since = datetime.now(UTC).isoformat(timespec="seconds")
    model = Installed(name, contents.kind, origin, tuple(files), since, parity)
    with writing(work.parent):
        for path in contents.left_out:
            path.unlink()
        for path in contents.files:
            sync(path)
        write_manifest(work / MANIFEST, model)
        sync_folder(work)
        old = work.parent / f".old-{name}"
        shutil.rmtree(old, ignore_errors=True)
        if model.folder.exists():
            model.folder.rename(old)
        work.rename(model.folder)
        sync_folder(work.parent)
        shutil.rmtree(old, ignore_errors=True)
    return model


def leftovers(name: str) -> tuple[Path, ...]:
    """Folders with what an unfinished fetch or quantising of `name` got, kept for the next try."""
    kept = (*models_folder().glob(f".fetch-{name}-*"), *models_folder().glob(f".quantise-{name}-*"))
    own = re.compile(rf"\.(?:fetch|quantise)-{re.escape(name)}-[0-9a-f]{{12}}")
    return tuple(sorted(path for path in kept if own.fullmatch(path.name)))


def size_of(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def remove(name: str) -> int:
    """Deletes a model, with what an unfinished try left of it. Returns how many bytes that gave back.

    Raises `ModelError` where there is nothing of that name.
    """
    here = models_folder() / name
    whole = (here,) if NAME.fullmatch(name) and (here / MANIFEST).is_file() else ()
    doomed = (*whole, *leftovers(name))
    if not doomed:
        find(name)  # says why there is none
    freed = 0
    with writing(here.parent):
        for folder in doomed:
            freed += size_of(folder)
            gone = here.parent / f".old-{name}"
            shutil.rmtree(gone, ignore_errors=True)
            folder.rename(gone)  # at once gone as a model, whatever happens while its files are deleted
            shutil.rmtree(gone)
    return freed


def made_from(name: str) -> tuple[str, ...]:
    """Names of the models that were quantised from `name`."""
    return tuple(one.name for one in installed() if one.origin.base == name)


def keep_parity(model: Installed, found: Parity) -> Installed:
    """Writes down with a model how far it is from its base."""
    kept = replace(model, parity=found)
    with writing(model.folder):
        write_manifest(model.folder / MANIFEST, kept)
        sync_folder(model.folder)
    return kept
