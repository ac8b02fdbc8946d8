"""Which adapter is the adopted one of a model. In: adoptions. Out: the one that stands, and the history of all.

The history is one file, only ever added to; the one that stands is what is left when each step back has taken the last
adoption with it. An adapter that is no longer here does not stand.
"""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, cast

from core.errors import ModelError, UsageError
from core.models.adapters import Adapter, Base, adapters, adapters_folder
from core.models.store import sync, sync_folder, writing


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the history."""

    what: Literal["adopted", "rolled back"]
    base: Base
    digest: str
    """Of the adapter that was adopted, or that was taken back."""
    name: str
    """As it was called then."""
    at: str


def steps() -> tuple[Step, ...]:
    """The history, oldest first. Raises `ModelError` where it cannot be read."""
    path = _place()
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ()
    except OSError as failure:
        raise _unreadable(path) from failure
    try:
        read = cast("list[dict[str, Any]]", json.loads(text))
        return tuple(
            Step(one["what"], Base(**one["base"]), str(one["digest"]), str(one["name"]), str(one["at"])) for one in read
        )
    except (ValueError, KeyError, TypeError) as failure:
        raise _unreadable(path) from failure


def adopted(base: Base) -> Adapter | None:
    """The adapter that stands for a model; None for the model alone. Raises `ModelError`."""
    here = {one.digest: one for one in adapters()}
    return next((here[digest] for digest in reversed(_standing(base)) if digest in here), None)


def adopt(adapter: Adapter) -> None:
    """From now on this one stands for its model. Raises `UsageError` where it does already, `ModelError`."""
    standing = adopted(adapter.about.base)
    if standing is not None and standing.digest == adapter.digest:
        raise UsageError(f"{adapter.name} is the adopted adapter already.", remedy="There is nothing to do.")
    _append(Step("adopted", adapter.about.base, adapter.digest, adapter.name, _now()))


def roll_back(base: Base) -> Adapter | None:
    """Takes the last adoption back; returns the adapter that stands then, None for the model alone.

    Raises `UsageError` where none stands, `ModelError`.
    """
    standing = adopted(base)
    if standing is None:
        raise UsageError(f"No adapter of {base.name} is adopted.", remedy="There is nothing to take back.")
    _append(Step("rolled back", base, standing.digest, standing.name, _now()))
    return adopted(base)


def _standing(base: Base) -> list[str]:
    """Digests of the adoptions that were not taken back, oldest first."""
    found: list[str] = []
    for step in steps():
        if not step.base.is_same(base):
            continue
        if step.what == "adopted":
            found.append(step.digest)
        elif step.digest in found:
            # With it goes what was adopted later and is no longer here.
            del found[len(found) - 1 - found[::-1].index(step.digest) :]
    return found


def _append(step: Step) -> None:
    path = _place()
    told = [asdict(one) for one in (*steps(), step)]
    with writing(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.part")
        part.write_text(json.dumps(told, indent=1, ensure_ascii=False), encoding="utf-8")
        sync(part)
        part.replace(path)
        sync_folder(path.parent)


def _place() -> Path:
    return adapters_folder() / "adopted.json"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _unreadable(path: Path) -> ModelError:
    return ModelError(f"The history of adoptions, {path}, cannot be read.", remedy="Remove the file, and adopt anew.")
