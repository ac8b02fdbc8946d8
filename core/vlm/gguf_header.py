"""What a GGUF file says of itself, read without loading it.

Comes in: a path. Goes out: its key-value pairs, once the file is known to be as long as its tensors need. The format is
llama.cpp's own (ggml/docs/gguf.md, version 3).
"""

import math
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
_MOST_PAIRS = _MOST_TENSORS = 1 << 16
_MOST_DIMENSIONS = 4
_ALIGNMENT = 32
_BLOCKS = {
    **{0: (1, 4), 1: (1, 2), 30: (1, 2)},
    **{2: (32, 18), 3: (32, 20), 6: (32, 22), 7: (32, 24), 8: (32, 34)},
    **{10: (256, 84), 11: (256, 110), 12: (256, 144), 13: (256, 176), 14: (256, 210)},
}
"""By type of a tensor (F32, F16, BF16; Q4_0 to Q8_0; Q2_K to Q6_K) the numbers of a block, and the bytes it takes."""


@dataclass(frozen=True, slots=True)
class GgufHeader:
    """The beginning of a GGUF file."""

    values: Mapping[str, Value]
    """By key; a list is None here."""

    @property
    def architecture(self) -> str:
        """`qwen2vl`, `clip`, …; empty where it is not said."""
        return str(self.values.get("general.architecture") or "")

    def number(self, key: str) -> int:
        """A whole number, 0 where it is not said."""
        value = self.values.get(key)
        return value if isinstance(value, int) else 0


def gguf_header(path: Path) -> GgufHeader:
    """Reads the header. Raises `EngineError` for what is not a GGUF file, or one that is cut off."""
    try:
        with path.open("rb") as file:
            if file.read(4) != _MAGIC:
                raise EngineError(f"{path} is not a GGUF file.", remedy=_AGAIN)
            version, tensors, pairs = struct.unpack("<IQQ", _exactly(file, 20))
            if not 2 <= version <= 3 or pairs > _MOST_PAIRS or tensors > _MOST_TENSORS:
                raise EngineError(f"{path} is a GGUF file of a version that is not known here.", remedy=_AGAIN)
            values: dict[str, Value] = {}
            for _ in range(pairs):
                key = _string(file)
                (kind,) = struct.unpack("<I", _exactly(file, 4))
                values[key] = _value(file, kind)
            needed = _end(file, tensors, alignment=values.get("general.alignment"))
            if file.seek(0, 2) < needed:
                raise EOFError
    except FileNotFoundError as failure:
        raise EngineError(f"There is no file {path}.", remedy=_AGAIN) from failure
    except OSError as failure:
        raise EngineError(f"{path} cannot be read ({failure.strerror}).", remedy=_AGAIN) from failure
    except (EOFError, ValueError, KeyError) as failure:
        raise EngineError(f"{path} is cut off or damaged.", remedy=_AGAIN) from failure
    return GgufHeader(values)


def _end(file: BinaryIO, tensors: int, *, alignment: Value) -> int:
    """Where the last tensor ends, the list of them being next in the file."""
    size = 0
    for _ in range(tensors):
        _string(file)
        (rank,) = struct.unpack("<I", _exactly(file, 4))
        if rank > _MOST_DIMENSIONS:
            raise ValueError(f"a tensor of {rank} dimensions")
        *shape, kind, offset = struct.unpack(f"<{rank}QIQ", _exactly(file, 8 * rank + 12))
        numbers, taken = _BLOCKS[kind]
        size = max(size, offset + math.prod(shape) // numbers * taken)
    step = alignment if isinstance(alignment, int) and alignment > 0 else _ALIGNMENT
    return (file.tell() + step - 1) // step * step + size


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
