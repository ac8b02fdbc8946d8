"""The adapters on this computer: small weights that training gave, each with where they come from.

Comes in: PEFT's two files and their lineage. Goes out: an adapter whose every file was verified in this process. What
came from an encrypted study is sealed with that study's key, weights and people alike, and is opened in memory alone.
An adapter gets in whole or not at all. Must not know: engines, studies, torch.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from core.errors import ModelError, UsageError
from core.models.installed import NAME, File
from core.models.store import digest, sync, sync_folder, writing
from core.progress import Stage
from core.sealing import SealError, is_sealed, seal, unseal
from core.settings import home

ABOUT, CONFIG = "adapter.json", "adapter_config.json"
WEIGHTS, LINEAGE = "adapter_model", "lineage"
"""Without their endings: `.sealed` where the adapter is, else `.safetensors` and `.json`."""
SEALED = ".sealed"
FORMAT = 1
RESERVED = ("none", "adopted")
"""Words that mean something else where an adapter is named."""


@dataclass(frozen=True, slots=True)
class Base:
    """The model that an adapter is for, or that is asked whether it is."""

    name: str
    digest: str
    """SHA-256 over its files as the engine transformers reads them (`About.digest`); empty for GGUF."""
    model: str = ""
    """Digest of that model in the store, or of the one a GGUF was made from; empty where nobody knows."""

    def is_same(self, other: "Base") -> bool:
        """Whether both are the same weights, as far as digests tell."""
        return bool(self.digest and self.digest == other.digest) or bool(self.model and self.model == other.model)


@dataclass(frozen=True, slots=True)
class Lineage:
    """Whom an adapter learned from. Sealed where the study is encrypted."""

    people: tuple[str, ...] = ()
    """By pseudonym."""
    sessions: tuple[int, ...] = ()
    """Of the study."""
    consents: tuple[int, ...] = ()
    """Of the study: the statements that allowed it."""
    sources: tuple[str, ...] = ()
    """Files it learned from, by name."""


@dataclass(frozen=True, slots=True)
class About:
    """What an adapter says of itself."""

    base: Base
    recipe: str
    """SHA-256."""
    data: str
    """SHA-256 over the examples."""
    study: str
    """The study's id; empty where it learned from files."""
    table: Mapping[str, Mapping[str, float]] = field(default_factory=dict[str, Mapping[str, float]])
    """Held-out people before and after, by stage: `before`, `after`, `low`, `high`."""
    better: bool | None = None
    """Whether they are read better; None where that could not be judged."""
    words: tuple[str, ...] = ()
    """That verdict in sentences."""
    remarks: tuple[str, ...] = ()
    """What belongs on every result: a random split, leakage."""
    licence: str = ""
    """A note: what the base's licence asks of what is made from it."""
    parent: str = ""
    """The adapter it goes on from; empty for none."""
    parent_digest: str = ""

    @property
    def reinforced(self) -> bool:
        """Whether reinforcement gave it, which goes on from another adapter; else the curriculum did."""
        return bool(self.parent)


@dataclass(frozen=True, slots=True)
class Adapter:
    """An adapter on this computer."""

    name: str
    about: About
    sealed: bool
    made: str
    """When, in UTC."""
    files: tuple[File, ...]

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return adapters_folder() / self.name

    @property
    def bytes(self) -> int:
        """Of all its files."""
        return sum(one.bytes for one in self.files)

    @property
    def digest(self) -> str:
        """SHA-256 over names and SHA-256 of configuration and weights, as the engines tell it."""
        lines = [f"{one.name} {one.sha256}\n" for one in self.files if not one.name.startswith(LINEAGE)]
        return hashlib.sha256("".join(sorted(lines)).encode()).hexdigest()


def adapters_folder() -> Path:
    """The folder that holds them all."""
    return home() / "adapters"


def check_adapter_name(name: str) -> None:
    """Raises `UsageError` for a name that no adapter can bear."""
    if not NAME.fullmatch(name) or name in RESERVED:
        raise UsageError(
            f"An adapter cannot be called {name!r}.",
            remedy="Use small letters, digits, dots, hyphens and underscores, as in clinic-2026.",
        )


def add(
    name: str, *, config: Mapping[str, Any], weights: bytes, about: About, lineage: Lineage, key: bytes | None
) -> Adapter:
    """Takes an adapter in: PEFT's configuration and safetensors. With a key both weights and lineage are sealed.

    Raises `UsageError` for a name that is taken or odd, `ModelError` where nothing can be written, `SealError`.
    """
    check_adapter_name(name)
    if (adapters_folder() / name).exists():
        raise UsageError(f"There is an adapter called {name} already.", remedy="Choose another name, or remove it.")
    contents = {
        CONFIG: _json(config),
        _file(WEIGHTS, sealed=key is not None): weights if key is None else seal(key, weights),
        _file(LINEAGE, sealed=key is not None): _json(asdict(lineage)) if key is None else seal(
            key, _json(asdict(lineage))
        ),
    }  # fmt: skip
    files = tuple(File(one, len(body), hashlib.sha256(body).hexdigest()) for one, body in sorted(contents.items()))
    adapter = Adapter(name, about, key is not None, datetime.now(UTC).isoformat(timespec="seconds"), files)
    with writing(adapters_folder()):
        adapters_folder().mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=adapters_folder(), prefix=".add-", ignore_cleanup_errors=True) as scratch:
            work = Path(scratch) / name
            work.mkdir()
            for one, body in {**contents, ABOUT: _told(adapter)}.items():
                (work / one).write_bytes(body)
                sync(work / one)
            sync_folder(work)
            work.rename(adapter.folder)
            sync_folder(adapters_folder())
    return adapter


def adapters() -> tuple[Adapter, ...]:
    """Every adapter here, by name. One whose `adapter.json` cannot be read is passed over; `named` tells why."""
    found: list[Adapter] = []
    for path in sorted(adapters_folder().glob(f"*/{ABOUT}")):
        if NAME.fullmatch(path.parent.name):
            try:
                found.append(_read(path))
            except ModelError:
                continue
    return tuple(found)


def named(name: str) -> Adapter:
    """The adapter of that name, not verified yet. Raises `ModelError`."""
    path = adapters_folder() / name / ABOUT
    if not NAME.fullmatch(name) or not path.is_file():
        here = ", ".join(one.name for one in adapters()) or "none"
        raise ModelError(f"There is no adapter called {name}.", remedy=f"Adapters that are here: {here}.")
    return _read(path)


def registered(place: Path) -> Adapter | None:
    """The adapter of the registry that a folder is; None for any other place. Raises `ModelError`."""
    inside = place.parent.resolve() == adapters_folder().resolve() and (place / ABOUT).is_file()
    return named(place.name) if inside else None


def find(name: str) -> Stage[Adapter]:
    """The adapter of that name, every file verified. Raises `ModelError`."""
    adapter = named(name)
    for one in adapter.files:
        path = adapter.folder / one.name
        if not path.is_file() or (yield from digest(path, stage=f"checking {name}")) != one.sha256:
            raise ModelError(
                f"{path} is not the file that was taken in: it is missing or its SHA-256 differs.",
                remedy=f"Take {adapter.folder} from a backup, or run: videmo adapters remove {name}",
            )
    return adapter


def lineage_of(adapter: Adapter, *, key: bytes | None) -> Lineage:
    """Whom it learned from. Raises `SealError` where it is sealed and the key is missing or another's, `ModelError`."""
    body = opened(adapter.folder / _file(LINEAGE, sealed=adapter.sealed), key=key)
    try:
        read = cast("dict[str, Any]", json.loads(body))
        return Lineage(
            people=tuple(str(one) for one in read["people"]),
            sessions=tuple(int(one) for one in read["sessions"]),
            consents=tuple(int(one) for one in read["consents"]),
            sources=tuple(str(one) for one in read["sources"]),
        )
    except (ValueError, KeyError, TypeError) as failure:
        raise _unreadable(adapter.folder, failure) from failure


def opened(path: Path, *, key: bytes | None) -> bytes:
    """A file of an adapter, unsealed in memory where it is sealed. Raises `SealError`, `ModelError`."""
    try:
        body = path.read_bytes()
    except OSError as failure:
        raise _unreadable(path.parent, failure) from failure
    if not is_sealed(body):
        return body
    if key is None:
        raise SealError(
            f"The adapter {path.parent.name} is encrypted, as the study is that it learned from.",
            remedy="Open that study for it: --adapter-study FILE; the window has its key while the study is open.",
        )
    return unseal(key, body)


def weights_place(folder: Path) -> Path:
    """Where the weights of the adapter in `folder` lie, sealed or not; there or not."""
    sealed = folder / _file(WEIGHTS, sealed=True)
    return sealed if sealed.is_file() else folder / _file(WEIGHTS, sealed=False)


def affected_by(
    *, study: str, consents: Collection[int], session: int | None, key: bytes | None
) -> tuple[Adapter, ...]:
    """The adapters that learned on the strength of these consents (of one session, or of any), and those made from
    them in turn. One of this study whose lineage cannot be opened counts: nobody can say that it did not.
    """
    known = adapters()
    affected: set[str] = set()
    for adapter in known:
        if adapter.about.study == study:
            try:
                lineage = lineage_of(adapter, key=key)
            except (SealError, ModelError):
                affected.add(adapter.name)
                continue
            if set(consents) & set(lineage.consents) and (session is None or session in lineage.sessions):
                affected.add(adapter.name)
    while children := {
        one.name
        for one in known
        if one.name not in affected
        and any(one.about.parent_digest == other.digest for other in known if other.name in affected)
    }:
        affected |= children
    return tuple(one for one in known if one.name in affected)


def remove(name: str) -> int:
    """Deletes an adapter for good; returns how many bytes that gave back. Raises `ModelError`."""
    adapter = named(name)
    with writing(adapters_folder()):
        gone = adapters_folder() / f".old-{name}"
        shutil.rmtree(gone, ignore_errors=True)
        adapter.folder.rename(gone)  # at once gone as an adapter, whatever happens while its files are deleted
        sync_folder(adapters_folder())
        shutil.rmtree(gone)
    return adapter.bytes


def rename(name: str, *, to: str) -> None:
    """Gives an adapter another name. Raises `ModelError`, `UsageError`."""
    adapter = named(name)
    check_adapter_name(to)
    if (adapters_folder() / to).exists():
        raise UsageError(f"There is an adapter called {to} already.", remedy="Choose another name.")
    with writing(adapters_folder()):
        adapter.folder.rename(adapters_folder() / to)
        sync_folder(adapters_folder())


def _file(stem: str, *, sealed: bool) -> str:
    return stem + (SEALED if sealed else ".safetensors" if stem == WEIGHTS else ".json")


def _json(value: object) -> bytes:
    return json.dumps(value, indent=1, ensure_ascii=False, sort_keys=True).encode()


def _told(adapter: Adapter) -> bytes:
    told: dict[str, object] = {"format": FORMAT, "made": adapter.made, "sealed": adapter.sealed}
    return _json(told | {"about": asdict(adapter.about), "files": [asdict(one) for one in adapter.files]})


def _read(path: Path) -> Adapter:
    try:
        read = cast("dict[str, Any]", json.loads(path.read_text(encoding="utf-8")))
        if read["format"] != FORMAT:
            raise ValueError(f"format {read['format']}")
        files = tuple(File(str(one["name"]), int(one["bytes"]), str(one["sha256"])) for one in read["files"])
        if any(Path(one.name).name != one.name for one in files):
            raise ValueError("odd names")
        told = cast("dict[str, Any]", read["about"])
        told |= {"base": Base(**told["base"]), "words": tuple(told["words"]), "remarks": tuple(told["remarks"])}
        return Adapter(path.parent.name, About(**told), bool(read["sealed"]), str(read["made"]), files)
    except (OSError, ValueError, KeyError, TypeError) as failure:
        raise _unreadable(path.parent, failure) from failure


def _unreadable(folder: Path, failure: BaseException) -> ModelError:
    return ModelError(
        f"The adapter in {folder} cannot be read ({failure}).",
        remedy="Take it from a backup, or remove its folder.",
    )
