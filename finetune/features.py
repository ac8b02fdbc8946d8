"""Each clip goes through the vision tower once, ever: what came out lies on the disk. Imports torch.

Comes in: which clip, how it is shown, by which model. Goes out: its features. The tower is frozen, so they stay right
through every run on the same base. Under a name that changes with the clip's bytes, span and crop, with how many
pictures of which size are taken, with the code that prepares them and with the base's files. Sealed where there is a
key. What was used longest ago goes when the room is used up, but never what this run has asked for.
"""

import dataclasses
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load, save

from core.errors import ExpectedError
from core.sealing import SealError, seal, unseal
from core.vlm.frames import Vision
from finetune.examples import ClipPlace
from finetune.trunk import Features

PREPARED = 1
"""Changes when pictures are prepared otherwise: `core.vlm.frames`, `core.vlm.patches`, `finetune.clips`."""


class CacheFullError(ExpectedError):
    """The features of one run alone need more room than the recipe gives them."""


class FeatureStore:
    """A folder of features."""

    def __init__(self, folder: Path, *, most_bytes: int, key: bytes | None) -> None:
        self._folder, self._most, self._key = folder, most_bytes, key
        self._asked: set[str] = set()
        folder.mkdir(parents=True, exist_ok=True)

    def get(self, name: str) -> Features | None:
        """What lies under a name; None where nothing whole does."""
        path = self._path(name)
        try:
            body = path.read_bytes()
            tensors = load(body if self._key is None else unseal(self._key, body))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, RuntimeError, SealError):  # safetensors' own failures are a RuntimeError
            with suppress(OSError):
                path.unlink()
            return None
        self._asked.add(name)
        with suppress(OSError):
            os.utime(path)
        told = json.loads(tensors["told"].numpy().tobytes())
        return Features(tensors["values"], tuple(told["grid"]), float(told["seconds_per_grid"]))

    def has(self, name: str) -> bool:
        """Whether something lies under a name; it is not looked into."""
        return self._path(name).is_file()

    def put(self, name: str, features: Features) -> None:
        """Keeps features; whole or not at all. Raises `CacheFullError`, `OSError`."""
        told = json.dumps({"grid": features.grid, "seconds_per_grid": features.seconds_per_grid}).encode()
        body = save(
            {"values": features.values.contiguous(), "told": torch.frombuffer(bytearray(told), dtype=torch.uint8)}
        )
        if self._key is not None:
            body = seal(self._key, body)
        self._asked.add(name)
        self._make_room(len(body))
        part = self._path(name).with_suffix(f".{os.getpid()}.part")
        try:
            part.write_bytes(body)
            part.replace(self._path(name))
        finally:
            with suppress(OSError):
                part.unlink()

    def _make_room(self, wanted: int) -> None:
        held = [(path, path.stat()) for path in self._folder.glob("*.features")]
        used = sum(about.st_size for _, about in held)
        for path, about in sorted(held, key=lambda one: one[1].st_mtime_ns):
            if used + wanted <= self._most:
                return
            if path.stem not in self._asked:
                with suppress(OSError):
                    path.unlink()
                used -= about.st_size
        if used + wanted > self._most:
            raise CacheFullError(
                f"The clips of this run need more than the {self._most / 1e9:g} GB that their features may take.",
                remedy="Set pictures.cache_gb higher in the recipe, or show fewer pictures of each clip.",
            )

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.features"


def feature_name(place: ClipPlace, vision: Vision, *, base: str, precision: str) -> str:
    """Under which name the features of a clip lie; `base` is the digest of the model's files."""
    told: list[Any] = [PREPARED, place.key, dataclasses.asdict(vision), base, precision]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


class Shelf(Mapping[str, Features]):
    """Features by name, read from the store when they are asked for; the last ones stay in memory."""

    def __init__(self, store: FeatureStore, names: Iterable[str], *, most_held: int = 256) -> None:
        self._store, self._names, self._most = store, frozenset(names), most_held
        self._held: dict[str, Features] = {}

    def __getitem__(self, name: str) -> Features:
        """The features. Raises `KeyError` for a name that was never there, `CacheLostError` where they were removed."""
        if name in self._held:
            self._held[name] = self._held.pop(name)
            return self._held[name]
        if name not in self._names:
            raise KeyError(name)
        found = self._store.get(name)
        if found is None:
            raise CacheLostError(
                "The features of a clip were removed or spoilt while the run was learning from them.",
                remedy="Resume the run: they are made again.",
            )
        self._held[name] = found
        while len(self._held) > self._most:
            del self._held[next(iter(self._held))]
        return found

    def __iter__(self) -> Any:  # noqa: ANN401 - of names
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class CacheLostError(ExpectedError):
    """Features that were there are gone."""
