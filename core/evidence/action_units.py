"""From measured columns to FACS action units.

Comes in: blendshapes and landmark distances over time. Goes out: intensities in [0, 1], compared with other people's
resting faces and, where it is known, with the person's own neutral. The mapping is data with its sources:
`resources/taxonomy/action_units.toml`. Knows nothing of emotions.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.assets import resource
from core.records.measurement import Measurements


@dataclass(frozen=True, slots=True)
class Signal:
    """One measured column that speaks for an action unit: 0 at `none`, 1 at `full`, which may be the smaller one."""

    column: str
    """A blendshape's or an observed column's name; `x*` stands for the mean of `xLeft` and `xRight`."""
    none: float
    full: float


@dataclass(frozen=True, slots=True)
class ActionUnit:
    """A movement of the face, by its FACS code (Ekman, Friesen & Hager, 2002)."""

    code: str
    name: str
    plain: str
    """In words for a reader who does not know FACS: "inner brows raised"."""
    region: str
    """`brows`, `eyes`, `nose`, `mouth`: what a hand in front of it hides."""
    spoken: bool
    """Whether talking moves it."""
    present: float
    """Intensity from which it counts as displayed."""
    join: Literal["mean", "max"]
    """How several signals become one intensity."""
    absolute: tuple[Signal, ...]
    """Compared with other people's resting faces."""
    absolute_scale: float
    """The most that comparison alone can say: below 1 where resting faces differ much between people."""
    change: tuple[Signal, ...]
    """Change from the person's own neutral; empty where every resting face is alike."""


@cache
def action_units() -> tuple[ActionUnit, ...]:
    """The action units of the taxonomy, in its order."""
    return tuple(
        ActionUnit(
            code=code,
            name=entry["name"],
            plain=entry["plain"],
            region=entry["region"],
            spoken=entry["spoken"],
            present=entry["present"],
            join=entry["join"],
            absolute=_signals(entry["absolute"]),
            absolute_scale=entry["absolute_scale"],
            change=_signals(entry["change"]),
        )
        for code, entry in _table()["unit"].items()
    )


@cache
def codes() -> tuple[str, ...]:
    """The codes of `action_units`, in order."""
    return tuple(unit.code for unit in action_units())


@cache
def columns() -> tuple[str, ...]:
    """Every measured column that a unit uses, each once."""
    named = (signal.column for unit in action_units() for signal in (*unit.absolute, *unit.change))
    return tuple(dict.fromkeys(named))


def own_share() -> float:
    """Weight of the change from a fully trusted own neutral, in [0, 1]; the rest compares with other people."""
    return float(_table()["model"]["own_share"])


def measured_columns(measurements: Measurements) -> NDArray[np.float64]:
    """(n, c) the columns that units use, in the order of `columns`."""
    return np.stack([_column(measurements, name) for name in columns()], axis=1)


def intensities(
    values: NDArray[np.float64], *, neutral: NDArray[np.float64] | None, trust: float
) -> NDArray[np.float64]:
    """(n, k) intensities in [0, 1] from (n, c) `values`, both in the taxonomy's order; NaN where a value is.

    `neutral` is (c,), the person's own, or None; `trust` in [0, 1] says how far it is believed.
    """
    units: list[NDArray[np.float64]] = []
    for unit in action_units():
        intensity = unit.absolute_scale * _joined(values, unit.absolute, unit.join)
        if neutral is not None and unit.change:
            share = own_share() * trust
            intensity = (1.0 - share) * intensity + share * _joined(values - neutral, unit.change, unit.join)
        units.append(intensity)
    return np.stack(units, axis=1)


def _joined(
    values: NDArray[np.float64], signals: Sequence[Signal], join: Literal["mean", "max"]
) -> NDArray[np.float64]:
    ramps = [
        np.clip((values[:, columns().index(signal.column)] - signal.none) / (signal.full - signal.none), 0.0, 1.0)
        for signal in signals
    ]
    together = np.stack(ramps)
    return together.mean(axis=0) if join == "mean" else together.max(axis=0)


def _signals(entries: Sequence[Mapping[str, Any]]) -> tuple[Signal, ...]:
    return tuple(Signal(entry["column"], entry["none"], entry["full"]) for entry in entries)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resource("taxonomy/action_units.toml").read_text(encoding="utf-8"))


def _column(measurements: Measurements, name: str) -> NDArray[np.float64]:
    if name.endswith("*"):
        left, right = (measurements.named(name[:-1] + side) for side in ("Left", "Right"))
        return (left.astype(np.float64) + right) / 2
    return measurements.named(name).astype(np.float64)
