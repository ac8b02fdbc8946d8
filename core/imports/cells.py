"""Numbers and times as tools write them. Comes in: a cell of text. Goes out: a float, or None for what is no number."""

import re

import numpy as np
from numpy.typing import NDArray

MOST_S = 10_000_000.0
"""About 115 days; a time beyond it is a date or a mistake."""
_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d{1,3})?")
_CLOCK = re.compile(r"(-?)(?:(\d+):)?(\d{1,2}):(\d{1,2}(?:[.,]\d{1,9})?)")
MISSING = frozenset({"", "na", "nan", "-nan", "nan(ind)", "-nan(ind)", "none", "null", "inf", "-inf"})


def number(text: str) -> float | None:
    """A finite number with a decimal point or comma and no separators of thousands; None for anything else."""
    text = text.strip()
    if len(text) > 400 or not _NUMBER.fullmatch(text) or not text.isascii():
        return None
    value = float(text.replace(",", "."))
    return value if abs(value) != float("inf") else None


def seconds(text: str) -> float | None:
    """Seconds from `83.5` or a clock, `01:23.5` or `0:01:23.5`, no further than `MOST_S` from 0; else None."""
    text = text.strip()
    match = _CLOCK.fullmatch(text) if len(text) < 64 and text.isascii() else None
    if match is None:
        value = number(text)
    else:
        sign, hours, minutes, rest = match.groups()
        value = int(hours or 0) * 3600 + int(minutes) * 60 + float(rest.replace(",", "."))
        value = -value if sign else value
    return value if value is not None and abs(value) <= MOST_S else None


def cell(text: str) -> float | None:
    """A value of a table: a number, NaN for what tools write when they have none, None for anything else."""
    try:  # most cells are plain; a table of an hour has millions
        value = float(text)
    except ValueError:
        return float("nan") if text.strip().lower() in MISSING else number(text)
    if "_" in text or not text.isascii():
        return None
    return value if abs(value) != float("inf") else float("nan")


def increasing(times_s: NDArray[np.float64]) -> int | None:
    """The first place whose time is not after the one before it; None where time increases."""
    wrong = np.flatnonzero(np.diff(times_s) <= 0)
    return int(wrong[0]) + 1 if len(wrong) else None
