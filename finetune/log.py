"""A run's log: one JSON object a line, only ever added to. In: events. Out: the same events, later and elsewhere.

A line that a crash cut off is passed over, and so is a line of a kind that this version does not know. Numbers and
sentences of ours; never a word about a person, so it is not sealed. Must not know: what a run does.
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast, get_args

from core.project.codec import UnreadableError, canonical, from_plain, to_plain
from finetune.events import Begun, Ended, Evaluated, Event, Kept, Reinforced, Rewarded, Stepped, Validated
from finetune.workspace import cannot_keep

KINDS: Mapping[str, type] = {kind.__name__.lower(): kind for kind in get_args(Event)}
_LOST = (Stepped, Validated, Reinforced, Rewarded, Evaluated)
_WAITED_FOR = (Begun, Evaluated, Kept, Ended)
"""Must have reached the disk before anything goes on."""


@dataclass(frozen=True, slots=True)
class Told:
    """A line."""

    at: str
    """UTC, ISO 8601."""
    event: Event


class Log:
    """Adds to a log. One process at a time."""

    def __init__(self, path: Path) -> None:
        """Raises `OutputError`."""
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            size = os.fstat(self._handle).st_size
            if size and os.lseek(self._handle, size - 1, os.SEEK_SET) >= 0 and os.read(self._handle, 1) != b"\n":
                self._write(b"\n")  # a crash cut the last line off
        except OSError as failure:
            raise cannot_keep(path, failure) from failure

    def add(self, event: Event) -> None:
        """Raises `OutputError` where the disk is full or refuses."""
        plain = {"kind": type(event).__name__.lower(), "at": datetime.now(UTC).isoformat(timespec="milliseconds")}
        try:
            self._write(canonical(plain | to_plain(event)).encode("utf-8", "surrogatepass") + b"\n")
            if isinstance(event, _WAITED_FOR):
                os.fsync(self._handle)
        except OSError as failure:
            raise cannot_keep(self._path, failure) from failure

    def close(self) -> None:
        """Lets go of the file."""
        os.close(self._handle)

    def _write(self, line: bytes) -> None:
        rest = memoryview(line)
        while rest:
            rest = rest[os.write(self._handle, rest) :]


class LogReader:
    """Reads a log that is being written."""

    def __init__(self, path: Path, *, from_end: bool = False) -> None:
        """`from_end`: what stands there already is passed over."""
        self._path = path
        self._place = path.stat().st_size if from_end and path.exists() else 0

    def new(self) -> list[Told]:
        """What was added since the last call, whole lines alone."""
        try:
            with self._path.open("rb") as file:
                file.seek(self._place)
                data = file.read()
        except OSError:  # nothing was told yet
            return []
        whole = data[: data.rfind(b"\n") + 1]
        self._place += len(whole)
        return [told for line in whole.splitlines() if (told := _read(line)) is not None]


def events_of(path: Path) -> list[Told]:
    """Everything in a log; nothing where there is none."""
    return LogReader(path).new()


def lasting(told: Sequence[Told]) -> list[Told]:
    """What still holds: what was told after the checkpoint that a run then went on from was lost and done again."""
    found: list[Told] = []
    for one in told:
        begun = one.event
        if isinstance(begun, Begun):
            found = [old for old in found if not isinstance(old.event, _LOST) or old.event.step <= begun.step]
        found.append(one)
    return found


def _read(line: bytes) -> Told | None:
    try:
        plain = cast("dict[str, Any]", json.loads(line))
        return Told(str(plain["at"]), cast(Event, from_plain(plain, KINDS[plain["kind"]])))
    except (ValueError, KeyError, TypeError, UnreadableError):
        return None
