"""Where a run stands, kept so that a crash at any instant loses nothing. In: tensors and a state. Out: the same later.

A checkpoint is a folder. It is written under another name: tensors, state, then a manifest with the size and SHA-256 of
each; all of it and the folder have reached the disk before it gets its name. What is damaged later is noticed and
passed over for the next older one. Sealed where the run has a key. Must not know: what the tensors mean.
"""

import hashlib
import json
import re
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from core.errors import ExpectedError
from core.models.store import sync_folder
from finetune.workspace import UNFINISHED, Workspace, cannot_keep, write_through

if TYPE_CHECKING:
    from torch import Tensor

JSON = None | bool | int | float | str | Sequence["JSON"] | Mapping[str, "JSON"]
FOLDER = "checkpoints"
TENSORS, STATE, MANIFEST = "tensors.safetensors", "state.json", "manifest.json"
FORMAT = 1
_NAME = re.compile(r"(\d{8})-step-(\d{9})(-best)?")
"""The first number counts what was kept: whoever went on from an older step keeps newer ones of lower steps."""


class CheckpointError(ExpectedError):
    """A checkpoint that belongs to something else, or none that can still be read."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What was kept at a step."""

    step: int
    tensors: "Mapping[str, Tensor]"
    """In main memory."""
    state: Mapping[str, Any]
    """JSON values."""
    passed_over: tuple[str, ...] = ()
    """Sentences about newer ones that are damaged."""


class Checkpoints:
    """The checkpoints of one run; one process writes them, any may read. The newest `keep` stay, and the best one."""

    def __init__(self, workspace: Workspace, keep: int) -> None:
        self._workspace = workspace
        self._keep = max(1, keep)
        self._root = workspace.root / FOLDER
        self._damaged: set[str] = set()

    def save(self, step: int, tensors: "Mapping[str, Tensor]", state: Mapping[str, JSON], best: bool = False) -> None:
        """Keeps one; when this returns it is on the disk. `best`: better than every one before; it stays until then.

        Raises `OutputError` where the disk is full or refuses, `SealError` where what seals is missing; then the older
        ones are as they were.
        """
        from safetensors.torch import save

        kept = self._kept()
        number = 1 + (_numbers(kept[0])[0] if kept else 0)
        name = f"{number:08d}-step-{step:09d}" + ("-best" if best else "")
        work = self._root / (UNFINISHED + name)
        try:
            self._root.mkdir(parents=True, exist_ok=True)
            self._sweep()
            work.mkdir()
            files = {TENSORS: save({key: one.detach().contiguous() for key, one in tensors.items()})}
            files[STATE] = json.dumps(state).encode()
            about: dict[str, object] = {}
            for file in tuple(files):
                self._workspace.write_new(work / file, files.pop(file))
                about[file] = _about(work / file)
            plain = {"format": FORMAT, "step": step, "files": about}
            write_through(work / MANIFEST, [json.dumps(plain).encode()])
            sync_folder(work)
            work.rename(self._root / name)
            sync_folder(self._root)
        except OSError as failure:
            raise cannot_keep(self._root / f"the checkpoint of step {step}", failure) from failure
        finally:
            shutil.rmtree(work, ignore_errors=True)
        self._let_go()

    def newest(self) -> Saved | None:
        """The newest that is whole; None where none was ever kept. Raises `CheckpointError`, `SealError`."""
        return self._read(self._kept())

    def best(self) -> Saved | None:
        """The last one kept as the best; None where none was. Raises as `newest`."""
        return self._read([path for path in self._kept() if path.name.endswith("-best")])

    def steps(self) -> tuple[int, ...]:
        """The steps at which something is kept, the newest first; nothing is read."""
        return tuple(dict.fromkeys(_numbers(path)[1] for path in self._kept()))

    def _kept(self) -> list[Path]:
        """The newest first."""
        if not self._root.is_dir():
            return []
        found = [path for path in self._root.iterdir() if _NAME.fullmatch(path.name)]
        return sorted(found, reverse=True)

    def _read(self, candidates: Sequence[Path]) -> Saved | None:
        passed: list[str] = []
        for path in candidates:
            step = _numbers(path)[1]
            if problem := _damage(path):
                self._damaged.add(path.name)
                passed.append(f"The checkpoint of step {step} is damaged ({problem}) and was passed over.")
                continue
            return self._loaded(path, step, tuple(passed))
        if not candidates:
            return None
        raise CheckpointError(
            f"None of the {len(candidates)} checkpoints in {self._root} can be read any more.",
            remedy="Bring that folder back from a backup, or start a new run: the recipe and the data are unharmed.",
        )

    def _loaded(self, path: Path, step: int, passed: tuple[str, ...]) -> Saved:
        from safetensors.torch import load

        tensors = load(self._workspace.opened((path / TENSORS).read_bytes()))
        state = json.loads(self._workspace.opened((path / STATE).read_bytes()))
        return Saved(step, tensors, cast("dict[str, Any]", state), passed)

    def _let_go(self) -> None:
        """Takes away what is neither among the newest nor the best, and what was found damaged.

        What cannot be taken away now is so next time.
        """
        whole = [path for path in self._kept() if path.name not in self._damaged]
        best = [path for path in whole if path.name.endswith("-best")]
        with suppress(OSError):
            for path in self._kept():
                if path not in (*whole[: self._keep], *best[:1]):
                    path.rename(path.with_name(UNFINISHED + path.name))
            self._sweep()

    def _sweep(self) -> None:
        for path in self._root.glob(UNFINISHED + "*"):
            shutil.rmtree(path, ignore_errors=True)


def must_belong(saved: Saved, **expected: str) -> None:
    """Refuses a checkpoint of something else. Raises `CheckpointError`.

    `expected`: digests by what they are of, as `recipe`, `data`, `base`; the state holds them under the same names.
    """
    for what, digest in expected.items():
        if saved.state.get(what) != digest:
            told = {"recipe": "another recipe", "data": "another data set", "base": "another base model"}
            raise CheckpointError(
                f"The checkpoint of step {saved.step} was made with {told.get(what, 'another ' + what)} and is not "
                "gone on from.",
                remedy="Start a new run under another name; this one stays as it is.",
            )


def _numbers(path: Path) -> tuple[int, int]:
    """Which one it is, and of which step."""
    number, _, step = path.name.removesuffix("-best").split("-")
    return int(number), int(step)


def _damage(path: Path) -> str:
    """What is wrong with a checkpoint; empty where it is as it was written."""
    try:
        files = json.loads((path / MANIFEST).read_bytes())["files"]
        changed = [file for file in (TENSORS, STATE) if files[file] != _about(path / file)]
    except OSError as failure:
        return str(failure.strerror or failure)
    except (ValueError, KeyError, TypeError):
        return "its manifest cannot be read"
    return f"{changed[0]} is not as it was written" if changed else ""


def _about(path: Path) -> dict[str, object]:
    """Of the bytes on the disk, sealed or not."""
    with path.open("rb") as file:
        return {"bytes": path.stat().st_size, "sha256": hashlib.file_digest(file, "sha256").hexdigest()}
