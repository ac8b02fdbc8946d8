"""The manifest of a model of several files: what it names, read and written. Must not know: how a model gets here."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, cast

from core.errors import ModelError
from core.models.contents import Kind, gguf_parts
from core.models.store import sync
from core.settings import models_folder

MANIFEST = "videmo-manifest.json"
FORMAT = 1
NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")


@dataclass(frozen=True, slots=True)
class File:
    """One file of a model."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a model came from."""

    source: str
    """The hub's id, the folder it was imported from, or the name of the model it was made from."""
    revision: str = ""
    """The hub's commit; empty for others."""
    licence: str = ""
    """Empty where it is not known."""
    base: str = ""
    """Name of the model it was quantised from; empty where it was not made here."""
    base_digest: str = ""
    level: str = ""
    """How it was quantised, as `q4_k_m`; empty where it was not made here."""
    tools: Mapping[str, str] = field(default_factory=dict[str, str])
    """Versions of what made it."""


@dataclass(frozen=True, slots=True)
class Parity:
    """How far a quantised model is from its base, on next tokens."""

    places: int
    """Next tokens that were compared."""
    divergence: float
    """Kullback-Leibler divergence of the quantised model from its base, the mean over the places, in nats."""
    worst: float
    """The largest at one place."""
    agreement: float
    """Share of the places at which both hold the same token for the most probable."""

    @property
    def sentence(self) -> str:
        """For a reader."""
        return (
            f"Against the unquantised model, over {self.places} next tokens: KL {self.divergence:.4f} nats on average "
            f"({self.worst:.3f} at most), the same first choice at {self.agreement:.0%} of them."
        )


@dataclass(frozen=True, slots=True)
class Installed:
    """A model on this computer, as its manifest has it."""

    name: str
    kind: Kind
    origin: Origin
    files: tuple[File, ...]
    since: str
    """When it came here, in UTC."""
    parity: Parity | None = None
    """Against the model it was quantised from; None where they were not compared."""

    @property
    def folder(self) -> Path:
        """Where its files lie."""
        return models_folder() / self.name

    @property
    def bytes(self) -> int:
        """Of all its files."""
        return sum(one.bytes for one in self.files)

    @property
    def digest(self) -> str:
        """SHA-256 over the names and SHA-256 of its files."""
        lines = "".join(f"{one.name} {one.sha256}\n" for one in sorted(self.files, key=lambda one: one.name))
        return hashlib.sha256(lines.encode()).hexdigest()

    @property
    def text(self) -> Path:
        """The GGUF file with the language model. Raises `ModelError` where the model has none."""
        return gguf_parts(self.folder)["text"]

    @property
    def mmproj(self) -> Path:
        """The GGUF file with the vision tower. Raises `ModelError` where the model has none."""
        return gguf_parts(self.folder)["mmproj"]


def read_manifest(path: Path, *, name: str) -> Installed:
    """What a manifest says of the model called `name`. Raises `ModelError`."""
    try:
        read = cast("dict[str, Any]", json.loads(path.read_text(encoding="utf-8")))
        if read["format"] != FORMAT:
            raise ValueError(f"format {read['format']}")
        files = tuple(File(str(one["name"]), int(one["bytes"]), str(one["sha256"])) for one in read["files"])
        if any(Path(one.name).name != one.name for one in files) or read["kind"] not in ("safetensors", "gguf"):
            raise ValueError("odd names")
        parity = Parity(**read["parity"]) if read.get("parity") else None
        return Installed(name, read["kind"], Origin(**read["origin"]), files, str(read["since"]), parity)
    except (OSError, ValueError, KeyError, TypeError) as failure:
        raise ModelError(
            f"The manifest {path} cannot be read.", remedy=f"Remove its folder and get the model {name} again."
        ) from failure


def write_manifest(path: Path, model: Installed) -> None:
    """Writes a model's manifest beside its place and renames it."""
    content: dict[str, object] = {
        "format": FORMAT,
        "kind": model.kind,
        "since": model.since,
        "origin": asdict(model.origin),
    }
    if model.parity is not None:
        content["parity"] = asdict(model.parity)
    content["files"] = [asdict(one) for one in model.files]
    part = path.with_name(f"{path.name}.part")
    part.write_text(json.dumps(content, indent=1, ensure_ascii=False), encoding="utf-8")
    sync(part)
    part.replace(path)
