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
import secrets
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load, save

from core.errors import ExpectedError, OutputError
from core.project.holder import HeldError, NoLockError, WriteLock
from core.sealing import NotOpenedError, seal, unseal
from core.vlm.frames import Vision
from finetune.examples import ClipPlace
from finetune.trunk import Features
from finetune.world_size import processes

PREPARED = 2
"""Changes when pictures are prepared otherwise, `core.vlm.frames`, `core.vlm.patches`, `finetune.clips`, or laid down
otherwise, here."""
_CHECK_BYTES = 4
_PART = ".part"
"""What is being written, or was when its process was killed: a lock of the system's own tells which."""


class CacheFullError(ExpectedError):
    """The features of one run alone need more room than the recipe gives them."""


class CacheLostError(ExpectedError):
    """Features that were there are gone."""


class _DamagedError(Exception):
    """Bytes that are not those that were kept."""


class FeatureStore:
    """A folder of features, which other processes use too: those of this run, and other runs."""

    def __init__(self, folder: Path, *, most_bytes: int, key: bytes | None) -> None:
        self._folder, self._most, self._key = folder, most_bytes, key
        self._asked: set[str] = set()
        self._room = 0
        """Bytes that may be written before the folder is looked through again."""
        folder.mkdir(parents=True, exist_ok=True)
        self._sweep()

    def needs(self, names: Iterable[str]) -> None:
        """These are never removed for others; `get` and `put` say so of theirs."""
        self._asked.update(names)

    def get(self, name: str) -> Features | None:
        """What lies under a name; None where nothing whole does, and what was damaged is gone then.

        Raises `OutputError` where the disk does not answer and `SealError` where what unseals is missing: neither says
        anything of the file, which stays.
        """
        path = self._path(name)
        try:
            body = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as failure:
            raise OutputError(
                f"The features of a clip, {path}, cannot be read ({failure.strerror or failure}).",
                remedy="Look whether its disk answers, then go on with the run. A removed file is made again.",
            ) from failure
        try:
            found = _unpacked(body if self._key is None else unseal(self._key, body))
        except (NotOpenedError, _DamagedError):
            with suppress(OSError):
                path.unlink()
            return None
        self._asked.add(name)
        with suppress(OSError):
            os.utime(path)
        return found

    def has(self, name: str) -> bool:
        """Whether something lies under a name; it is not looked into."""
        return self._path(name).is_file()

    def put(self, name: str, features: Features) -> None:
        """Keeps features; whole or not at all. Raises `CacheFullError`, which leaves all as it was, `OSError`."""
        body = _packed(features)
        if self._key is not None:
            body = seal(self._key, body)
        self._make_room(len(body))
        self._asked.add(name)
        part = self._path(name).with_suffix(f".{secrets.token_hex(4)}{_PART}")
        lock = _locked(part)
        try:
            part.write_bytes(body)
            part.replace(self._path(name))
        finally:
            with suppress(OSError):
                part.unlink()
            if lock is not None:
                lock.release()
        self._room -= len(body)

    def _sweep(self) -> None:
        """Takes away what processes that were killed left half written."""
        for part in self._folder.glob(f"*{_PART}"):
            lock = _locked(part)
            if lock is None:  # it is being written
                continue
            with suppress(OSError):  # it was whole meanwhile, or another program holds it open
                part.unlink()
            lock.release()

    def _make_room(self, wanted: int) -> None:
        """The folder is looked through when this process may have used up its share of what was free at the last look:
        several that share a run together take no more than there is."""
        if wanted <= self._room:
            return
        held = self._held()
        used = sum(size for _, size, _ in held)
        removable = [one for one in held if one[2].stem not in self._asked]
        if used - sum(size for _, size, _ in removable) + wanted > self._most:
            raise CacheFullError(
                f"The clips of this run need more than the {self._most / 1e9:g} GB that their features may take.",
                remedy="Set pictures.cache_gb higher in the recipe, or show fewer pictures of each clip.",
            )
        for _, size, path in removable:
            if used + wanted <= self._most:
                break
            with suppress(OSError):  # one that another program holds open goes the next time
                path.unlink(missing_ok=True)
                used -= size
        self._room = max(wanted, (self._most - used) // processes())

    def _held(self) -> list[tuple[int, int, Path]]:
        """When each was used last, its bytes, its place; what was used longest ago first."""
        held: list[tuple[int, int, Path]] = []
        for path in self._folder.glob("*.features"):
            with suppress(FileNotFoundError):  # another process made room
                about = path.stat()
                held.append((about.st_mtime_ns, about.st_size, path))
        return sorted(held)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.features"


def _locked(part: Path) -> WriteLock | None:
    """The right to write or to take away a half-written file; None where another has it, or the disk knows no locks."""
    try:
        return WriteLock(part)
    except (HeldError, NoLockError):
        return None


def _packed(features: Features) -> bytes:
    """Safetensors behind their checksum: without one, a flipped bit in an open file's values would go unnoticed."""
    told = json.dumps({"grid": features.grid, "seconds_per_grid": features.seconds_per_grid}).encode()
    body = save({"values": features.values.contiguous(), "told": torch.frombuffer(bytearray(told), dtype=torch.uint8)})
    return zlib.crc32(body).to_bytes(_CHECK_BYTES, "big") + body


def _unpacked(packed: bytes) -> Features:
    """Raises `_DamagedError` for any other bytes than `_packed` made."""
    check, body = packed[:_CHECK_BYTES], packed[_CHECK_BYTES:]
    if zlib.crc32(body).to_bytes(_CHECK_BYTES, "big") != check:
        raise _DamagedError
    tensors = load(body)
    told = json.loads(tensors["told"].numpy().tobytes())
    return Features(tensors["values"], tuple(told["grid"]), float(told["seconds_per_grid"]))


def feature_name(place: ClipPlace, vision: Vision, *, base: str, precision: str) -> str:
    """Under which name the features of a clip lie; `base` is the digest of the model's files."""
    told: list[Any] = [PREPARED, place.key, dataclasses.asdict(vision), base, precision]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


class Shelf(Mapping[str, Features]):
    """Features by name, read from the store when they are asked for; the last ones stay in memory."""

    def __init__(self, store: FeatureStore, names: Iterable[str], *, most_held: int = 256) -> None:
        self._store, self._names, self._most = store, frozenset(names), most_held
        self._held: dict[str, Features] = {}
        store.needs(self._names)

    def __getitem__(self, name: str) -> Features:
        """The features. Raises `KeyError` for a name that was never there, `CacheLostError` where they were removed,
        and as `FeatureStore.get`."""
        found = self.find(name)
        if found is None:
            raise CacheLostError(
                "The features of a clip were removed or spoilt while the run was learning from them.",
                remedy="Resume the run: they are made again.",
            )
        return found

    def find(self, name: str) -> Features | None:
        """The same; None where nothing whole is kept."""
        if name not in self._names:
            raise KeyError(name)
        found = self._held.pop(name, None) or self._store.get(name)
        if found is not None:
            self._hold(name, found)
        return found

    def add(self, name: str, features: Features) -> None:
        """Keeps what is missing. Raises as `FeatureStore.put`, `KeyError` for a name that is not of this shelf."""
        if name not in self._names:
            raise KeyError(name)
        self._store.put(name, features)
        self._hold(name, features)

    def _hold(self, name: str, features: Features) -> None:
        self._held[name] = features
        while len(self._held) > self._most:
            del self._held[next(iter(self._held))]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
