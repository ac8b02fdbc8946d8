"""What a GGUF file says of itself, read without loading it.

Comes in: a path. Goes out: its key-value pairs and the number of its tensors. The format is llama.cpp's own
(ggml/docs/gguf.md, version 3).
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from core.vlm.backend import EngineError

Value = int | float | bool | str | None
_AGAIN = "Make or import the file again: videmo models quantise, or videmo models import."
_MAGIC = b"GGUF"
_NUMBERS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_STRING, _ARRAY = 8, 9
_LONGEST_STRING = 1 << 26
_MOST_PAIRS = 1 << 16


@dataclass(frozen=True, slots=True)
class GgufHeader:
    """The beginning of a GGUF file."""

    values: Mapping[str, Value]
    """By key; a list is None here."""
    tensors: int

    @property
    def architecture(self) -> str:
        """`qwen2vl`, `clip`, …; empty where it is not said."""
        return str(self.values.get("general.architecture") or "")

    def number(self, key: str) -> int:
        """A whole number, 0 where it is not said."""
        value = self.values.get(key)
        return value if isinstance(value, int) else 0


def gguf_header(path: Path) -> GgufHeader:
    """Reads the header. Raises `EngineError` for what is not a GGUF file, or one that is cut off in its header."""
    try:
        with path.open("rb") as file:
            if file.read(4) != _MAGIC:
                raise EngineError(f"{path} is not a GGUF file.", remedy=_AGAIN)
            version, tensors, pairs = struct.unpack("<IQQ", _exactly(file, 20))
            if not 2 <= version <= 3 or pairs > _MOST_PAIRS:
                raise EngineError(f"{path} is a GGUF file of a version that is not known here.", remedy=_AGAIN)
            values: dict[str, Value] = {}
            for _ in range(pairs):
                key = _string(file)
                (kind,) = struct.unpack("<I", _exactly(file, 4))
                values[key] = _value(file, kind)
    except FileNotFoundError as failure:
        raise EngineError(f"There is no file {path}.", remedy=_AGAIN) from failure
    except OSError as failure:
        raise EngineError(f"{path} cannot be read ({failure.strerror}).", remedy=_AGAIN) from failure
    except (EOFError, ValueError) as failure:
        raise EngineError(f"{path} is cut off or damaged.", remedy=_AGAIN) from failure
    return GgufHeader(values, tensors)


def _value(file: BinaryIO, kind: int) -> Value:
    if kind == _STRING:
        return _string(file)
    if kind == _ARRAY:
        inner, count = struct.unpack("<IQ", _exactly(file, 12))
        if inner == _STRING:
            for _ in range(count):
                _string(file)
        else:
            _exactly(file, struct.calcsize(_format(inner)) * count)
        return None
    form = _format(kind)
    (number,) = struct.unpack(form, _exactly(file, struct.calcsize(form)))
    return number


def _format(kind: int) -> str:
    if kind not in _NUMBERS:
        raise ValueError(f"no kind {kind}")
    return "<" + _NUMBERS[kind]


def _string(file: BinaryIO) -> str:
    (length,) = struct.unpack("<Q", _exactly(file, 8))
    if length > _LONGEST_STRING:
        raise ValueError(f"a string of {length} bytes")
    return _exactly(file, length).decode("utf-8", "replace")


def _exactly(file: BinaryIO, count: int) -> bytes:
    read = file.read(count) if count < 1 << 30 else b""
    if len(read) != count:
        raise EOFError
    return read
