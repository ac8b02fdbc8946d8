"""A language model chosen by the user, loaded and at work. In: names and numbers. Out: segments it has read.

The only file beside `pipeline` that knows both engines and the analyst. Nothing falls back: what is missing is a
sentence that says how to get it. Must not know: how footage is measured.
"""

import contextlib
import platform
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path
from typing import Literal

from core.errors import ModelError, UsageError
from core.models.adapters import adapters, adapters_folder, lineage_of, registered
from core.models.adapters import find as find_adapter
from core.models.adopted import adopted
from core.models.installed import find, verify_place
from core.progress import Stage
from core.provenance import plain
from core.reasoning.analyst import ModelRule, Work, read_segments
from core.reasoning.prompts import level_prompt, rationale_prompt, single_prompt
from core.reasoning.restarted import RestartedEngine
from core.records.analysis import Provenance, Segment
from core.records.consent import Server
from core.records.tree import Level
from core.vlm.backend import About, Device, EngineName, Plan, Quantisation
from core.vlm.base import base_at
from core.vlm.engines import open_engine
from core.vlm.server_address import address_of, is_here

VIDEMO = "videmo"
"""The analyst's name."""
LEVELS: tuple[Level, ...] = ("attribute", "expression", "emotion")
Mode = Literal["single", "levels", "search"]
Frames = Literal["published", "corrected"]


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """The choices."""

    model: str
    """A name of the catalogue, or where the model lies: a folder or a file; for `server` the name it serves."""
    engine: EngineName | None = None
    """None: the one that suits the model's files."""
    quantisation: Quantisation | None = None
    """None: as the model's files are."""
    device: Device | None = None
    """None: the graphics card where the engine can use one."""
    candidates: int = 4
    adapter: str | None = None
    """A name of the registry, where an adapter lies (a folder or a file), or `adopted`."""
    mode: Mode = "search"
    frames: Frames = "published"
    address: str = ""
    """Of the server, for the engine `server`."""


ADOPTED = "adopted"
"""The adapter that was adopted for the model, whatever it is called."""


def as_named(text: str) -> str:
    """The model a user wrote: a path from the root where there is such a file or folder, so that the same model has one
    name wherever it is asked for, else the name as it is."""
    path = Path(text.strip()).expanduser()
    return str(path.absolute()) if text.strip() and path.exists() else text.strip()


def as_adapter(text: str) -> str:
    """The adapter a user wrote: a name of the registry as it is, else as `as_named`."""
    name = text.strip()
    return name if name == ADOPTED or any(one.name == name for one in adapters()) else as_named(text)


@dataclass(frozen=True, slots=True)
class EngineUsed:
    """What the provenance says of the engine."""

    engine: EngineName
    model: str
    quantisation: Quantisation
    device: str
    precision: str
    adapter: str
    address: str
    """Of a server; empty where the model ran on this computer."""
    context_tokens: int
    prompts: tuple[str, ...]
    """Names and versions of every question that the search may ask."""


class LoadedModel:
    """A language model from its choice to what it has read. Closed once, by whoever made it."""

    def __init__(self, chosen: LanguageModel, *, adapter_key: bytes | None = None) -> None:
        """Raises `ModelError` where something chosen is not here, `UsageError` for choices that do not go together."""
        self._chosen, self._key = chosen, adapter_key
        self._plan, self._rule = plan_of(chosen), rule_of(chosen)
        self._engine = RestartedEngine(lambda: open_engine(self._plan))
        self._about: About | None = None

    def ready(self) -> Stage[None]:
        """Loads the engine once the files were verified and the adapter fits. Raises `EngineError` and as
        `checked_plan`."""
        self._plan = yield from checked_plan(self._chosen, adapter_key=self._key)
        self._about = (yield from self._engine.running()).about

    def close(self) -> None:
        """Frees the engine."""
        self._engine.close()

    def named_in(self, record: Provenance) -> Provenance:
        """The provenance of what the model reads on top of what `record` says of the measurements; once it is ready."""
        if self._about is None:
            raise ValueError("a model is named once it is loaded")
        about = self._about
        prompts = (*(level_prompt(level).name for level in LEVELS), rationale_prompt().name, single_prompt().name)
        used = EngineUsed(
            engine=about.engine,
            model=about.model,
            quantisation=about.quantisation,
            device=about.device,
            precision=about.precision,
            adapter=about.adapter,
            address=str(self._plan.model) if about.engine == "server" else "",
            context_tokens=about.context_tokens,
            prompts=prompts,
        )
        return replace(
            record,
            analyst=VIDEMO,
            models={
                **record.models,
                **({about.model: about.digest} if about.digest else {}),
                **({f"adapter {about.adapter}": about.adapter_digest} if about.adapter_digest else {}),
            },
            settings={**record.settings, "engine": plain(used), "language model": plain(self._rule)},
            libraries={**record.libraries, **about.libraries},
        )

    def read(self, segments: Sequence[Segment], work: Work) -> Stage[tuple[tuple[Segment, ...], tuple[str, ...]]]:
        """The segments as the model reads them, and notes on what went otherwise than planned. Raises as
        `read_segments`."""
        found, halved = yield from read_segments(segments, work, engine=self._engine, rule=self._rule)
        failed = sum(bool(segment.failure) for segment in found)
        assessable = sum(segment.assessable for segment in found)
        notes: list[str] = []
        if self._about is not None and not self._about.scores:
            votes = self._rule.search.votes
            notes.append(f"The server gives no probabilities: the model's are shares of {votes} drawn answers.")
        if failed:
            notes.append(f"The model failed to read {failed} of {assessable} assessable segments.")
        if halved:
            notes.append(
                f"Memory was short: {halved} of {assessable} segments read with half the pictures and candidates."
            )
        return found, tuple(notes)


def server_of(chosen: LanguageModel | None) -> Server | None:
    """Where pictures of faces would go; None where they stay in this program. Raises `EngineError` for an address that
    is none."""
    if chosen is None or not chosen.address:
        return None
    host = address_of(chosen.address).split("/")[2]
    return Server(host, chosen.model, elsewhere=not is_here(chosen.address))


def rule_of(chosen: LanguageModel) -> ModelRule:
    """How the analyst reads with these choices. Raises `UsageError`."""
    if chosen.candidates < 1:
        raise UsageError("There must be one candidate at least.", remedy="Choose 1, 2, 4 or 8.")
    base = ModelRule()
    search = replace(base.search, mode=chosen.mode, candidates=chosen.candidates)
    return replace(base, vision=replace(base.vision, variant=chosen.frames), search=search)


def plan_of(chosen: LanguageModel) -> Plan:
    """What to load, as far as names tell: see `checked_plan`. Raises `ModelError` where the model or the adapter is not
    here, `UsageError`."""
    most = max(1, chosen.candidates)
    if chosen.engine == "server" or chosen.address:
        if not chosen.address or chosen.engine not in (None, "server"):
            raise UsageError(
                "A model on a server needs the server's address, and no other engine.",
                remedy="As in: --engine server --address http://127.0.0.1:8000 --model NAME.",
            )
        if chosen.adapter is not None:
            raise UsageError(
                "An adapter cannot be put on a server's model from here.",
                remedy="Have the server load it, and name the model it then serves.",
            )
        return Plan("server", chosen.address, device="remote", most_candidates=most, model_name=chosen.model)
    path = _located(chosen.model)
    engine = chosen.engine or _suited(path)
    return Plan(
        engine,
        path,
        quantisation=chosen.quantisation or "none",
        device=chosen.device or _device(engine),
        most_candidates=most,
        adapter=_adapter_place(chosen.adapter),
    )


def checked_plan(chosen: LanguageModel, *, adapter_key: bytes | None = None) -> Stage[Plan]:
    """What to load: files of the store and the registry verified, the adapter held against the model.

    `adapter_key` opens an adapter that is sealed. Raises `ModelError`, also for an adapter of another model,
    `SealError` where it cannot be opened, `UsageError`, `EngineError`.
    """
    plan = plan_of(chosen)
    if not isinstance(plan.model, Path):
        return plan
    yield from verify_place(plan.model)
    adapter = None if plan.adapter is None else registered(plan.adapter)
    if adapter is None and chosen.adapter != ADOPTED:
        return plan
    base = yield from base_at(plan.model)
    if adapter is None:
        adapter = adopted(base)
        if adapter is None:
            raise ModelError(
                f"No adapter of {base.name} is adopted.",
                remedy="Name an adapter, or leave it out: videmo adapters list",
            )
    yield from find_adapter(adapter.name)
    if not adapter.about.base.is_same(base):
        known = "is for" if base.digest or base.model else "cannot be held against this model's origin; it is for"
        raise ModelError(
            f"The adapter {adapter.name} {known} {adapter.about.base.name} (SHA-256 "
            f"{adapter.about.base.digest[:12]}…), not for {base.name}"
            + (f" ({base.digest[:12]}…)." if base.digest else "."),
            remedy="Choose the model it was made for, or one that `videmo models quantise` made from that.",
        )
    lineage_of(adapter, key=adapter_key)  # a missing or wrong key is told before gigabytes are loaded
    return replace(plan, adapter=adapter.folder, adapter_key=adapter_key if adapter.sealed else None)


def _adapter_place(adapter: str | None) -> Path | None:
    """Where the adapter lies; None for none, and for the adopted one, which the model's digest tells."""
    if adapter is None or adapter == ADOPTED:
        return None
    if any(one.name == adapter for one in adapters()):
        return adapters_folder() / adapter
    path = Path(adapter)
    if not path.exists():
        here = ", ".join(one.name for one in adapters()) or "none"
        raise ModelError(
            f"There is no adapter called {adapter}, and none at that place.",
            remedy=f"Name its folder or GGUF file, or one of those that are here: {here}.",
        )
    return path


def _device(engine: EngineName) -> Device:
    """The device an engine can use here, told without loading its libraries."""
    if engine != "transformers":
        return "cpu"
    if sys.platform == "darwin" and platform.machine() == "arm64":
        return "mps"
    with contextlib.suppress(metadata.PackageNotFoundError):
        if shutil.which("nvidia-smi") is not None and "+cpu" not in metadata.version("torch"):
            return "cuda"
    return "cpu"


def _located(model: str) -> Path:
    path = Path(model)
    if path.exists():
        return path
    try:
        return find(model).folder
    except ModelError as missing:
        remedy = f"{missing.remedy} Or name a folder, or let the built-in analyst read: --analyst measured."
        raise ModelError(missing.problem, remedy=remedy) from missing


def _suited(path: Path) -> EngineName:
    """The engine for files of that kind."""
    if path.suffix.lower() == ".json":
        return "scripted"
    gguf = path.suffix.lower() == ".gguf" or (path.is_dir() and any(path.glob("*.gguf")))
    return "llama_cpp" if gguf else "transformers"
