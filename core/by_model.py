"""A language model chosen by the user, loaded and at work. In: names and numbers. Out: segments it has read.

The only file beside `pipeline` that knows both engines and the analyst. Nothing falls back: what is missing is a
sentence that says how to get it. Must not know: how footage is measured.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from core.adapter_choice import adapted, is_name, place_of
from core.errors import ModelError, UsageError
from core.models.installed import find, installed, verify_place
from core.progress import Stage
from core.provenance import plain
from core.reasoning.analyst import ModelRule, Work, read_segments
from core.reasoning.prompts import level_prompt, rationale_prompt, single_prompt
from core.reasoning.restarted import RestartedEngine
from core.records.analysis import Provenance, Segment
from core.records.consent import Server
from core.records.tree import Level
from core.vlm.backend import About, Backend, Device, EngineName, Plan, Quantisation
from core.vlm.computer import device_here, this_computer
from core.vlm.engines import open_engine
from core.vlm.fitting import Fit, fit_of, require
from core.vlm.memory import Comparison, compare
from core.vlm.server_address import address_of, is_here

VIDEMO = "videmo"
"""The analyst's name."""
LEVELS: tuple[Level, ...] = ("attribute", "expression", "emotion")
MUCH_MORE = -0.25
"""The estimate's error from which on an analysis carries a note: a quarter less than was used."""
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
    pictures: int = 16
    """Shown of a segment, at most."""
    address: str = ""
    """Of the server, for the engine `server`."""


def as_named(text: str) -> str:
    """The model a user wrote: a path from the root where there is such a file or folder, so that the same model has one
    name wherever it is asked for, else the name as it is."""
    path = Path(text.strip()).expanduser()
    return str(path.absolute()) if text.strip() and path.exists() else text.strip()


def as_adapter(text: str) -> str:
    """The adapter a user wrote: a name of the registry as it is, else as `as_named`."""
    name = text.strip()
    return name if is_name(name) else as_named(text)


@dataclass(frozen=True, slots=True)
class EngineUsed:
    """What the provenance says of the engine."""

    engine: EngineName
    model: str
    quantisation: str
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
        self._chosen, self._key = chosen, adapter_key
        self._plan, self._rule = plan_of(chosen), rule_of(chosen)
        self._fit: Fit | None = None
        self._engine = RestartedEngine(lambda: open_engine(self._plan))
        self._about: About | None = None

    def ready(self, remark: Callable[[str], None]) -> Stage[None]:
        """Loads the engine once files and adapter are verified. `remark` hears that memory may be short.

        Raises `EngineError`, also where it cannot fit this computer, and as `checked_plan`.
        """
        self._fit = told_fit(self._plan, self._rule, remark)
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
            quantisation=about.precision if about.engine == "server" else about.quantisation,
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

    def used_in(self, record: Provenance) -> tuple[Provenance, tuple[str, ...]]:
        """The provenance with the memory that was expected and used, and a note where much more was used; as it is
        where that cannot be told."""
        found = memory_used(self._fit, self._engine.loaded)
        if found is None:
            return record, ()
        told = {"expected_bytes": round(found.estimated), "used_bytes": round(found.used)}
        notes = (f"More memory was used than expected: {found.sentence}",) if found.error < MUCH_MORE else ()
        return replace(record, settings={**record.settings, "memory": told}), notes

    def read(self, segments: Sequence[Segment], work: Work) -> Stage[tuple[tuple[Segment, ...], tuple[str, ...]]]:
        """The segments as the model reads them, and notes on what went otherwise than planned. Raises as
        `read_segments`."""
        found, halved = yield from read_segments(segments, work, engine=self._engine, rule=self._rule)
        failed = sum(bool(segment.failure) for segment in found)
        assessable = sum(segment.assessable for segment in found)
        notes: list[str] = []
        if self._about is not None and self._about.engine == "server":
            notes.append("The server was shown single pictures without their times, not a video as on this computer.")
            if self._about.scores:
                notes.append("The model's probabilities are those of the first token of each answer alone.")
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


def opened_model(chosen: LanguageModel, *, adapter_key: bytes | None = None) -> LoadedModel:
    """The chosen model, not loaded yet. Raises `ModelError` where it is not here, `UsageError` for choices that do not
    go together."""
    try:
        return LoadedModel(chosen, adapter_key=adapter_key)
    except ModelError as missing:
        remedy = f"{missing.remedy} Or let the built-in analyst read: --analyst measured."
        raise ModelError(missing.problem, remedy=remedy) from missing


def fit_here(chosen: LanguageModel) -> Fit | None:
    """Whether the chosen model fits this computer as it is now; None where that cannot be told. Raises as `plan_of`."""
    return _fit(plan_of(chosen), rule_of(chosen))


def told_fit(plan: Plan, rule: ModelRule, remark: Callable[[str], None]) -> Fit | None:
    """As `fit_here`; `remark` hears where memory may be short. Raises `EngineError` where it cannot fit for sure."""
    fit = _fit(plan, rule)
    require(fit)
    if fit is not None and fit.chosen.verdict in ("tight", "does not fit"):
        remark(f"Memory may be short: {fit.sentence}")
    return fit


def memory_used(fit: Fit | None, backend: Backend | None) -> Comparison | None:
    """What was expected against what an engine used so far; None where either cannot be told."""
    if fit is None or backend is None:
        return None
    found = compare(fit.chosen.estimate, backend.usage())
    return found if found.used > 0 else None


def _fit(plan: Plan, rule: ModelRule) -> Fit | None:
    others = [one.folder for one in installed()]
    return fit_of(plan, this_computer(), frames=rule.vision.most, others=others)


def rule_of(chosen: LanguageModel) -> ModelRule:
    """How the analyst reads with these choices. Raises `UsageError`."""
    if chosen.candidates < 1:
        raise UsageError("There must be one candidate at least.", remedy="Choose 1, 2, 4 or 8.")
    base = ModelRule()
    if not base.vision.fewest <= chosen.pictures <= base.vision.most:
        raise UsageError(
            f"A segment is shown in {base.vision.fewest} to {base.vision.most} pictures.", remedy="Choose 4, 8 or 16."
        )
    search = replace(base.search, mode=chosen.mode, candidates=chosen.candidates)
    return replace(base, vision=replace(base.vision, variant=chosen.frames, most=chosen.pictures), search=search)


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
        device=chosen.device or (device_here() if engine == "transformers" else "cpu"),
        most_candidates=most,
        adapter=place_of(chosen.adapter),
    )


def checked_plan(chosen: LanguageModel, *, adapter_key: bytes | None = None) -> Stage[Plan]:
    """What to load: files of the store verified, the adapter held against the model. Raises `ModelError`, `UsageError`
    and as `adapted`."""
    plan = plan_of(chosen)
    if isinstance(plan.model, Path):
        yield from verify_place(plan.model)
    return (yield from adapted(plan, chosen.adapter, key=adapter_key))


def _located(model: str) -> Path:
    path = Path(model)
    if path.exists():
        return path
    try:
        return find(model).folder
    except ModelError as missing:
        remedy = f"{missing.remedy} Or name a folder."
        raise ModelError(missing.problem, remedy=remedy) from missing


def _suited(path: Path) -> EngineName:
    """The engine for files of that kind."""
    if path.suffix.lower() == ".json":
        return "scripted"
    gguf = path.suffix.lower() == ".gguf" or (path.is_dir() and any(path.glob("*.gguf")))
    return "llama_cpp" if gguf else "transformers"
