"""An adapter for other programs. In: its name, a form, a folder that is not there yet. Out: that folder, whole or not.

`peft`: as PEFT writes it. `merged`: safetensors of base and adapter in one. `gguf-lora`: the adapter for llama.cpp.
`gguf`: both in one for llama.cpp, with the model that looks at pictures. GGUF is held against what it was made from.
What is written is not encrypted: where a study is named its log says so before the first file is there.
"""

import argparse
import json
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, cast

from core.commands.progress_bar import show
from core.errors import OutputError, UsageError
from core.models import adapters, locate
from core.models.adapter_gguf import write_adapter
from core.models.adapters import CONFIG, Adapter
from core.models.convert import Level, convert, quantise
from core.models.installed import Installed, find, installed
from core.models.store import sync, sync_folder, writing
from core.parity import compare_plans
from core.progress import Stage
from core.project.study import Study
from core.vlm.backend import Plan, Quantisation
from core.vlm.base import base_at
from core.vlm.checkpoint import model_at
from finetune.merging import merge
from finetune.starting import studied

Form = Literal["peft", "merged", "gguf-lora", "gguf"]
PARITY = "parity.json"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written."""

    form: Form
    out: Path
    base: Path
    """The model's folder."""
    level: Level | None = None
    """How a merged GGUF is quantised; None for 16 bits."""
    video: Path | None = None
    """What GGUF is compared on; None for no comparison."""


def export_action(args: argparse.Namespace) -> tuple[str, ...]:
    """`videmo adapters export`: sentences for the user. Raises `ExpectedError`s."""
    adapter = show(adapters.find(args.name))
    base = Path(args.base) if args.base and Path(args.base).exists() else _stored(args.base, adapter).folder
    wanted = Wanted(
        cast("Form", args.form), Path(args.out), base, args.quant, locate("sample") if "gguf" in args.form else None
    )
    with studied(args.study or "", args) as (study, key):
        return show(export(adapter, wanted, study=study, key=key))


def export(adapter: Adapter, wanted: Wanted, *, study: Study | None, key: bytes | None) -> Stage[tuple[str, ...]]:
    """Writes it and returns sentences for the user. Raises `UsageError`, `ModelError`, `SealError`, `EngineError`,
    `OutputError`, and `StudyError` where the study's log cannot be written."""
    if wanted.out.exists():
        raise OutputError(f"{wanted.out} is there already.", remedy="Name a folder that is not there yet.")
    if wanted.level is not None and wanted.form != "gguf":
        raise UsageError("Only a merged GGUF is quantised.", remedy="Leave --quant out, or choose --form gguf.")
    if study is not None and study.header.study != adapter.about.study:
        raise UsageError(f"{adapter.name} did not learn from that study.", remedy="Name the study it learned from.")
    weights = adapters.opened(adapters.weights_place(adapter.folder), key=key)
    if wanted.form != "peft":
        _must_be(adapter, (yield from base_at(wanted.base)))
    if study is not None:
        told = {"what": f"adapter {adapter.name} as {wanted.form}", "pictures": False, "session": None}
        study.report("exported", {**told, "to": str(wanted.out)})
    with writing(wanted.out.parent):
        wanted.out.parent.mkdir(parents=True, exist_ok=True)
        scratch = tempfile.TemporaryDirectory(dir=wanted.out.parent, prefix=".export-", ignore_cleanup_errors=True)
    with scratch as name:
        work = Path(name) / "whole"
        work.mkdir()
        lines = yield from _written(adapter, wanted, weights, work=work, spare=Path(name) / "merged")
        (work / adapters.ABOUT).write_text(_described(adapter), encoding="utf-8")
        with writing(wanted.out.parent):
            for path in work.iterdir():
                sync(path)
            sync_folder(work)
            work.rename(wanted.out)
            sync_folder(wanted.out.parent)
    sealed = ("It left the encryption: whoever has these files can use what was learned from the people in it.",)
    return (f"{adapter.name}: {wanted.out}", *(sealed if adapter.sealed else ()), *lines)


def _written(adapter: Adapter, wanted: Wanted, weights: bytes, *, work: Path, spare: Path) -> Stage[tuple[str, ...]]:
    """The files of one form, in `work`; `spare` is a folder that may be made for what does not stay."""
    config = json.loads((adapter.folder / CONFIG).read_text(encoding="utf-8"))
    if wanted.form in ("peft", "gguf-lora"):
        with writing(work):
            if wanted.form == "peft":
                (work / CONFIG).write_bytes((adapter.folder / CONFIG).read_bytes())
                (work / f"{adapters.WEIGHTS}.safetensors").write_bytes(weights)
                return ()
            write_adapter(config, weights, work / "adapter.gguf")
        return (yield from _lora_compared(adapter, wanted, config, weights, work=work, spare=spare))
    merged = work if wanted.form == "merged" else spare
    merged.mkdir(exist_ok=True)
    yield from merge(model_at(wanted.base), config, weights, merged)
    if wanted.form == "merged":
        return ()
    text = work / f"text-{wanted.level or 'bf16'}.gguf"
    whole = text if wanted.level is None else spare / "text.gguf"
    yield from convert(merged, whole, part="text")
    if wanted.level is not None:
        yield from quantise(whole, text, to=wanted.level)
    yield from convert(merged, work / "mmproj-bf16.gguf", part="mmproj")
    other = Plan("llama_cpp", work, cast("Quantisation", wanted.level or "none"))
    return (yield from _compared(Plan("transformers", merged), other, wanted, work=work))


def _lora_compared(
    adapter: Adapter, wanted: Wanted, config: dict[str, object], weights: bytes, *, work: Path, spare: Path
) -> Stage[tuple[str, ...]]:
    """The adapter on a GGUF of its base against the adapter on its base, where such a GGUF is here."""
    digest = adapter.about.base.model
    made = next((one for one in installed() if digest and one.origin.base_digest == digest), None)
    if made is None:
        return ("It was not compared: no GGUF of its base is here, as `videmo models quantise` makes one.",)
    spare.mkdir()
    (spare / CONFIG).write_text(json.dumps(config), encoding="utf-8")
    (spare / f"{adapters.WEIGHTS}.safetensors").write_bytes(weights)
    return (
        yield from _compared(
            Plan("transformers", wanted.base, adapter=spare),
            Plan("llama_cpp", made.folder, adapter=work / "adapter.gguf"),
            wanted,
            work=work,
        )
    )


def _compared(reference: Plan, other: Plan, wanted: Wanted, *, work: Path) -> Stage[tuple[str, ...]]:
    if wanted.video is None:
        return ()
    found = yield from compare_plans(reference, other, video=wanted.video)
    (work / PARITY).write_text(json.dumps(asdict(found), indent=1), encoding="utf-8")
    return (found.sentence,)


def _must_be(adapter: Adapter, base: adapters.Base) -> None:
    if not adapter.about.base.is_same(base):
        raise UsageError(
            f"{adapter.name} is for {adapter.about.base.name}, not for {base.name}.",
            remedy="Name the model it is for with --base.",
        )


def _stored(name: str | None, adapter: Adapter) -> Installed:
    """The base in the store: the one that is named, or the one whose digest the adapter knows. Raises `ModelError`."""
    if name:
        return find(name)
    digest = adapter.about.base.model
    known = next((one for one in installed() if digest and one.digest == digest), None)
    return known or find(adapter.about.base.name)


def _described(adapter: Adapter) -> str:
    """What goes along: base, verdict, licence. Nobody it learned from."""
    told = {"name": adapter.name, "made": adapter.made, "digest": adapter.digest, "about": asdict(adapter.about)}
    return json.dumps(told, indent=1, ensure_ascii=False)
