"""Takes in a model of several files from a folder or a disk, for computers without a network.

Comes in: a folder of the hub's, or one with two GGUF files. Goes out: a copy in the models folder with its manifest.
What is copied is read back and compared; where the folder brings a manifest of this program's, every file must be as
it says.
"""

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from core.errors import ModelError
from core.models.contents import contents_of
from core.models.entries import hub_models
from core.models.installed import admit_folder, check_name
from core.models.manifest import MANIFEST, Installed, Origin, Parity, read_manifest
from core.models.store import CHUNK, MEGABYTE, digest, writing
from core.progress import Progress, Stage
from core.settings import models_folder

SPARE = 50 * MEGABYTE
IMPORTED = "imported from "
"""How the source of a model begins that came from a folder and brought no manifest."""


def looks_like_a_model(folder: Path) -> bool:
    """Whether a folder itself holds a model of several files, complete or not."""
    return folder.is_dir() and ((folder / "config.json").is_file() or any(folder.glob("*.gguf")))


def import_model(folder: Path, *, name: str = "", remark: Callable[[str], None] | None = None) -> Stage[Installed]:
    """Copies the model in `folder` under a name, by default the folder's own. Raises `ModelError`, `UsageError`."""
    chosen = name or folder.resolve().name.lower()
    check_name(chosen)
    contents = contents_of(folder)
    for path in contents.left_out:
        if remark is not None:
            remark(f"{path.name} is not part of the model and was not taken.")
    files = [path for path in contents.files if path.name != MANIFEST]
    expected = _expected(folder, name=chosen)
    lost = sorted(set(expected) - {path.name for path in files})
    if lost:
        raise ModelError(f"{folder} lacks {lost[0]}, which its manifest names.", remedy="Copy the whole folder again.")
    total = sum(path.stat().st_size for path in files)
    home = models_folder()
    with writing(home):
        home.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(home).free
    if free < total + SPARE:
        raise ModelError(
            f"{chosen} needs {(total + SPARE) / 1e9:.1f} GB in {home}, but only {free / 1e9:.1f} GB are free.",
            remedy="Free some space there and try again.",
        )
    work = home / f".import-{chosen}"
    with writing(home):
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
    try:
        done = 0
        for path in files:
            yield from _copy(path, work / path.name, name=chosen, before=done, total=total, expected=expected)
            done += path.stat().st_size
        origin, parity = _told(folder, chosen)
        return (yield from admit_folder(work, name=chosen, origin=origin, parity=parity))
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _told(folder: Path, name: str) -> tuple[Origin, Parity | None]:
    """What the folder's own manifest tells; without one, what is known."""
    if (folder / MANIFEST).is_file():
        there = read_manifest(folder / MANIFEST, name=name)
        return there.origin, there.parity
    known = next((one for one in hub_models() if one.name == name), None)
    origin = Origin(source=f"{IMPORTED}{folder.resolve().name}")
    return (replace(origin, licence=known.licence) if known is not None else origin), None


def _expected(folder: Path, *, name: str) -> dict[str, str]:
    """SHA-256 by file name where the folder brings a manifest; else nothing is known beforehand."""
    manifest = folder / MANIFEST
    if not manifest.is_file():
        return {}
    return {one.name: one.sha256 for one in read_manifest(manifest, name=name).files}


def _copy(path: Path, target: Path, *, name: str, before: int, total: int, expected: dict[str, str]) -> Stage[None]:
    sha = hashlib.sha256()
    try:
        with path.open("rb") as source:
            with writing(target.parent):
                out = target.open("wb")
            with out:
                while chunk := source.read(CHUNK):
                    sha.update(chunk)
                    with writing(target.parent):
                        out.write(chunk)
                    yield Progress(f"taking in {name}", (before + source.tell()) / MEGABYTE, total / MEGABYTE, "MB")
                with writing(target.parent):
                    out.flush()
    except OSError as failure:
        raise ModelError(
            f"{path} cannot be read ({failure.strerror or failure}).", remedy="Check the disk it lies on."
        ) from failure
    if expected and expected.get(path.name) != sha.hexdigest():
        raise ModelError(
            f"{path} is not the file its manifest names: its SHA-256 is {sha.hexdigest()}.",
            remedy="Copy the model's folder again from the computer it comes from.",
        )
    if (yield from digest(target, stage=f"checking {name}")) != sha.hexdigest():
        raise ModelError(f"{path.name} was not copied right.", remedy="Check both disks and try again.")
