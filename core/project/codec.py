"""Records as JSON and back, without losing a bit. In: a frozen dataclass of `core.records`. Out: plain JSON values.

What JSON cannot spell is written as an object with one key: `{"$float": "nan"}`, `{"$array": …}`. The way back is led
by the record's type hints, so a record that gains a field with a default still reads what was stored before.
Must not know: where the JSON is kept.
"""

import base64
import dataclasses
import json
import math
import types
import typing
from collections.abc import Mapping
from enum import IntFlag
from fractions import Fraction
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any, Literal, TypeVar, Union, cast

import numpy as np

from core.project.arrays import pack, unpack

T = TypeVar("T")


class UnreadableError(Exception):
    """JSON that is not the record it should be."""


def canonical(plain: object) -> str:
    """One spelling for one value: no spaces, keys in the order they have. Raises `ValueError` for NaN, no JSON.

    Keys are not sorted: the first of two equally probable labels is the first in its mapping, then as now.
    """
    return json.dumps(plain, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def to_plain(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """A record as JSON values. Raises `TypeError` for a type that no record uses."""
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, IntFlag):
        return int(value)
    if isinstance(value, np.generic):
        return to_plain(value.item())
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else {"$float": repr(value)}
    if isinstance(value, Fraction):
        return [value.numerator, value.denominator]
    if isinstance(value, Path):
        return value.as_posix()
    if isinstance(value, np.ndarray):
        return {"$array": base64.b64encode(pack(cast("np.ndarray[Any, Any]", value))).decode()}
    if dataclasses.is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        pairs = cast("Mapping[object, object]", value)
        return {str(key): to_plain(item) for key, item in pairs.items()}
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in cast("tuple[object, ...]", value)]
    raise TypeError(f"no record holds a {type(value).__name__}")


def from_plain(plain: object, kind: type[T]) -> T:
    """The record of type `kind` that `to_plain` wrote. Raises `UnreadableError` for anything else."""
    try:
        return cast(T, _value(plain, kind))
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, ZeroDivisionError) as error:
        raise UnreadableError(f"no {getattr(kind, '__name__', kind)}: {error}") from error


def _value(plain: Any, kind: Any) -> Any:  # noqa: ANN401 - led by the type hint
    origin = typing.get_origin(kind)
    if origin in (Union, types.UnionType):
        return _union(plain, typing.get_args(kind))
    if origin is Literal:
        if plain not in typing.get_args(kind):
            raise ValueError(f"{plain!r} is none of {typing.get_args(kind)}")
        return plain
    if origin is tuple:
        return _tuple(plain, typing.get_args(kind))
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        of = typing.get_args(kind)[1]
        return {str(key): _value(item, of) for key, item in plain.items()}
    if origin is np.ndarray or kind is np.ndarray:
        return unpack(base64.b64decode(plain["$array"]))
    if kind is Fraction:
        return Fraction(*plain)
    if isinstance(kind, type) and issubclass(kind, PurePosixPath | Path):
        return Path(plain)
    if kind is float:
        return _number(plain)
    if kind is object:
        return _anything(plain)
    if dataclasses.is_dataclass(kind):
        hints = _hints(cast(type, kind))
        return cast(type, kind)(**{name: _value(plain[name], hints[name]) for name in hints if name in plain})
    if not isinstance(plain, kind) or (kind is int and isinstance(plain, bool)):
        raise ValueError(f"{plain!r} is no {kind.__name__}")
    return plain


def _union(plain: Any, kinds: tuple[Any, ...]) -> Any:  # noqa: ANN401
    if plain is None:
        if type(None) in kinds:
            return None
        raise ValueError("nothing, where a value is needed")
    rest = [kind for kind in kinds if kind is not type(None)]
    if len(rest) == 1:
        return _value(plain, rest[0])
    for kind in rest:
        try:
            return _value(plain, kind)
        except (KeyError, TypeError, ValueError):
            continue
    raise ValueError(f"{plain!r} is none of {rest}")


def _tuple(plain: Any, kinds: tuple[Any, ...]) -> tuple[Any, ...]:  # noqa: ANN401
    if not isinstance(plain, list):
        raise TypeError(f"{plain!r} is no list")
    items = cast("list[object]", plain)
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_value(item, kinds[0]) for item in items)
    return tuple(_value(item, kind) for item, kind in zip(items, kinds, strict=True))


def _number(plain: Any) -> float:  # noqa: ANN401
    if isinstance(plain, dict):
        return float(cast("dict[str, str]", plain)["$float"])
    if isinstance(plain, bool) or not isinstance(plain, int | float):
        raise ValueError(f"{plain!r} is no number")
    return plain  # an int stays one: 1 and 1.0 are spelled differently in a document


def _anything(plain: Any) -> Any:  # noqa: ANN401
    if isinstance(plain, dict):
        pairs = cast("dict[str, object]", plain)
        if set(pairs) == {"$float"}:
            return _number(pairs)
        if set(pairs) == {"$array"}:
            return unpack(base64.b64decode(cast(str, pairs["$array"])))
        return {key: _anything(item) for key, item in pairs.items()}
    if isinstance(plain, list):
        return [_anything(item) for item in cast("list[object]", plain)]
    return plain


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
