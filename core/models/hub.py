"""Fetches a model of several files from the hub, or from a mirror that answers as the hub does.

Comes in: the name of one of the catalogue's models, because the user asked for it. Goes out: the model, taken in whole.
The hub tells the SHA-256 of each large file and the git hash of each small one; both decide. What was fetched before a
cancel or a broken connection stays in a folder of its own, and the next fetch goes on from there.
"""

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from core.errors import ModelError, UsageError
from core.models.contents import is_taken
from core.models.entries import HubModel, SourceError, hub_address, hub_models
from core.models.installed import admit_folder, find, wrong_files
from core.models.manifest import MANIFEST, Installed, Origin
from core.models.store import MEGABYTE, digest, writing
from core.progress import Stage
from core.settings import models_folder

SPARE = 50 * MEGABYTE
"""Bytes that stay free on the disk beyond what the model needs."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as the hub lists it."""

    name: str
    bytes: int
    sha256: str
    """Of a large file; empty for a small one."""
    blob: str
    """Git's hash of a small file; of a large one it is that of a pointer to it."""


def hub_model(name: str, *, known: Sequence[HubModel] | None = None) -> HubModel:
    """The catalogue's model called `name`. Raises `UsageError` naming what there is."""
    models = hub_models() if known is None else known
    for one in models:
        if one.name == name:
            return one
    raise UsageError(
        f"The catalogue has no model called {name}.", remedy=f"It has: {', '.join(one.name for one in models)}."
    )


def fetch_model(wanted: HubModel, *, hub: str = "", remark: Callable[[str], None] | None = None) -> Stage[Installed]:
    """Fetches a model unless it is here and right. `hub` is a mirror's address. Raises `ModelError`, `UsageError`."""
    if (models_folder() / wanted.name / MANIFEST).is_file():
        here = find(wanted.name)
        wrong = yield from wrong_files(here)
        if not wrong:
            return here
        if remark is not None:
            remark(f"{wrong[0]} of {wanted.name} is not what it was; the model is fetched again.")
    address = _checked(hub or hub_address())
    try:
        commit, files = _listing(wanted, address)
        work = _work_folder(wanted, commit)
        _need_space(wanted, files, work)
        for file in files:
            yield from _file(wanted, file, address=f"{address}/{wanted.repository}/resolve/{commit}", work=work)
    except SourceError as failure:
        raise ModelError(
            f"{wanted.title} could not be fetched from {address}: {failure}.",
            remedy=f"Check the network and run `videmo models fetch {wanted.name}` again, it goes on where it stopped; "
            f"or bring its folder on a disk: videmo models import FOLDER --name {wanted.name}",
        ) from failure
    origin = Origin(source=wanted.repository, revision=commit, licence=wanted.licence)
    return (yield from admit_folder(work, name=wanted.name, origin=origin))


def _checked(address: str) -> str:
    if re.fullmatch(r"https://[\w.:-]+(/[\w./-]*)?|http://(127\.0\.0\.1|localhost)(:\d+)?", address) is None:
        raise UsageError(f"{address} is not an address of a hub.", remedy="Give one that begins with https://.")
    return address.rstrip("/")


def _listing(wanted: HubModel, address: str) -> tuple[str, list[Listed]]:
    """The commit of the wanted revision and the files that are taken of it."""
    # Imported here so that nothing else of `core` so much as loads the code that can open a connection.
    from core.models.download import ask

    about = f"{address}/api/models/{wanted.repository}"
    try:
        told = json.loads(ask(f"{about}/revision/{wanted.revision}"))
        commit = str(told["sha"])
        if not re.fullmatch(r"[0-9a-f]{40}", commit):
            raise ValueError(f"{commit} is no commit")
        if re.fullmatch(r"[0-9a-f]{40}", wanted.revision) and commit != wanted.revision:
            raise SourceError(f"it gives the commit {commit}, not {wanted.revision}")
        tree = cast("list[dict[str, Any]]", json.loads(ask(f"{about}/tree/{commit}?recursive=true")))
        files = [_listed(one) for one in tree if one["type"] == "file" and _is_wanted(str(one["path"]))]
    except (ValueError, KeyError, TypeError) as odd:
        raise SourceError(f"its answer is not that of a hub ({odd})") from odd
    for one in files:
        if one.name.endswith((".safetensors", ".gguf")) and not one.sha256:
            raise SourceError(f"it tells no SHA-256 of {one.name}")
    if not any(one.sha256 for one in files):
        raise SourceError("it has no weights as safetensors or GGUF")
    return commit, sorted(files, key=lambda one: one.name)


def _is_wanted(path: str) -> bool:
    return re.fullmatch(r"[\w][\w.-]*", path) is not None and is_taken(path)


def _listed(one: dict[str, Any]) -> Listed:
    lfs = one.get("lfs") or {}
    sha256, blob = str(lfs.get("oid", "")).removeprefix("sha256:"), str(one["oid"])
    if sha256 and not re.fullmatch(r"[0-9a-f]{64}", sha256):
        raise ValueError(f"{sha256} is no SHA-256")
    return Listed(str(one["path"]), int(lfs.get("size", one["size"])), sha256, blob)


def _work_folder(wanted: HubModel, commit: str) -> Path:
    """Where a download waits. The commit is in the name, so that a newer one never goes on with older files."""
    work = models_folder() / f".fetch-{wanted.name}-{commit[:12]}"
    with writing(work.parent):
        for stale in models_folder().glob(f".fetch-{wanted.name}-*"):
            if stale != work and re.fullmatch(r"[0-9a-f]{12}", stale.name.rpartition("-")[2]):
                shutil.rmtree(stale)
        work.mkdir(parents=True, exist_ok=True)
    return work


def _need_space(wanted: HubModel, files: Sequence[Listed], work: Path) -> None:
    have = sum(path.stat().st_size for path in work.iterdir())
    needed = max(0, sum(one.bytes for one in files) - have) + SPARE
    free = shutil.disk_usage(work).free
    if free < needed:
        raise ModelError(
            f"{wanted.title} needs {needed / 1e9:.1f} GB in {work.parent}, but only {free / 1e9:.1f} GB are free.",
            remedy="Free some space there and try again.",
        )


def _file(wanted: HubModel, file: Listed, *, address: str, work: Path) -> Stage[None]:
    from core.models.download import download

    target = work / file.name
    if target.is_file():
        if target.stat().st_size == file.bytes and (yield from _is_right(target, file)):
            return
        target.unlink()
    part = work / f"{file.name}.{(file.sha256 or file.blob)[:12]}.part"
    resumed = part.exists()
    while True:
        stage = f"fetching {wanted.name}, {file.name}"
        yield from download(f"{address}/{file.name}", part, size=file.bytes, stage=stage)
        if file.bytes == 0:
            part.touch()
        if (yield from _is_right(part, file)):
            with writing(work):
                part.replace(target)
            return
        part.unlink()
        # A part that a power cut damaged must not condemn the hub: once more, from the first byte.
        if not resumed:
            raise SourceError(f"{file.name} is not the file the hub names: its hash differs; it was thrown away")
        resumed = False


def _is_right(path: Path, file: Listed) -> Stage[bool]:
    if file.sha256:
        return (yield from digest(path, stage=f"checking {file.name}")) == file.sha256
    content = path.read_bytes()
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest() == file.blob
