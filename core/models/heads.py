"""What files of weights say of themselves: the heads of safetensors and GGUF files, read without loading a weight.

Comes in: a path. Goes out: names and sizes, once the file is known to be as long as its weights need, or a
`ModelError`. The GGUF format is llama.cpp's own (ggml/docs/gguf.md, versions 2 and 3).
"""

import json
import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from core.errors import ModelError

Value = int | float | bool | str
AGAIN = "Fetch it again, or copy it again from where it came from."
_LONGEST_HEAD = 100_000_000
_LONGEST_STRING = 1 << 26
_LONGEST_READ = 1 << 30
_MOST_PAIRS = _MOST_TENSORS = 1 << 16
_MOST_DIMENSIONS = 4
_ALIGNMENT = 32
_NUMBERS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_STRING, _ARRAY = 8, 9
_BLOCKS = {
    **{0: (1, 4), 1: (1, 2), 30: (1, 2)},
    **{2: (32, 18), 3: (32, 20), 6: (32, 22), 7: (32, 24), 8: (32, 34)},
    **{10: (256, 84), 11: (256, 110), 12: (256, 144), 13: (256, 176), 14: (256, 210)},
}
"""By type of a tensor (F32, F16, BF16; Q4_0 to Q8_0; Q2_K to Q6_K) the numbers of a block, and the bytes it takes."""


@dataclass(frozen=True, slots=True)
class Tensor:
    """One array of a safetensors file."""

    count: int
    """Numbers in it."""
    bytes: int


@dataclass(frozen=True, slots=True)
class GgufHead:
    """The beginning of a GGUF file."""

    values: Mapping[str, Value]
    """By key, lists left out."""
    lengths: Mapping[str, int]
    """Of the lists, by key."""
    tensors: frozenset[str]
    """Names of the arrays of weights."""

    @property
    def architecture(self) -> str:
        """`qwen2vl`, `clip`, …; empty where it is not said."""
        return str(self.values.get("general.architecture") or "")

    def number(self, key: str) -> int:
        """A whole number, 0 where it is not said."""
        value = self.values.get(key)
        return value if isinstance(value, int) else 0


def json_at(path: Path) -> dict[str, object]:
    """What a JSON file beside the weights says. Raises `ModelError` where it is no object."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as failure:
        raise ModelError(f"{path} cannot be read as JSON.", remedy=AGAIN) from failure
    if not isinstance(read, dict):
        raise ModelError(f"{path} does not describe a model.", remedy=AGAIN)
    return cast("dict[str, object]", read)


def safetensors_head(path: Path) -> dict[str, Tensor]:
    """Every array of a safetensors file, by name. Raises `ModelError` for what is none, or is cut off."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            length = struct.unpack("<Q", file.read(8))[0]
            if length > _LONGEST_HEAD:
                raise ValueError("no head is that long")
            head = cast("dict[str, dict[str, list[int]]]", json.loads(file.read(length)))
        found: dict[str, Tensor] = {}
        end = 0
        for name, about in head.items():
            if name != "__metadata__":
                first, last = about["data_offsets"]
                found[name] = Tensor(math.prod(about["shape"]), last - first)
                end = max(end, last)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, struct.error) as failure:
        raise ModelError(f"{path} is not a safetensors file, or it is cut off.", remedy=AGAIN) from failure
    if size != 8 + length + end:
        raise ModelError(f"{path} is cut off: {size} of {8 + length + end} bytes.", remedy=AGAIN)
    return found


def gguf_head(path: Path) -> GgufHead:
    """The head of a GGUF file. Raises `ModelError` for what is none, or is cut off."""
    values: dict[str, Value] = {}
    lengths: dict[str, int] = {}
    try:
        with path.open("rb") as file:
            if file.read(4) != b"GGUF":
                raise ModelError(f"{path} is not a GGUF file.", remedy=AGAIN)
            version, tensors, pairs = struct.unpack("<IQQ", _exactly(file, 20))
            if not 2 <= version <= 3 or pairs > _MOST_PAIRS or tensors > _MOST_TENSORS:
                raise ModelError(f"{path} is a GGUF file of a version that is not known here.", remedy=AGAIN)
            for _ in range(pairs):
                key, kind = _string(file), _number(file, "I")
                if kind == _ARRAY:
                    lengths[key] = _passed_over(file)
                else:
                    values[key] = _string(file) if kind == _STRING else _number(file, _NUMBERS[kind])
            names, needed = _tensors(file, tensors, alignment=values.get("general.alignment"))
            if file.seek(0, 2) < needed:
                raise EOFError
    except FileNotFoundError as failure:
        raise ModelError(f"There is no file {path}.", remedy=AGAIN) from failure
    except OSError as failure:
        raise ModelError(f"{path} cannot be read ({failure.strerror}).", remedy=AGAIN) from failure
    except (EOFError, ValueError, KeyError) as failure:
        told = f"{path} is cut off or damaged, or holds types that are not known here."
        raise ModelError(told, remedy=AGAIN) from failure
    return GgufHead(values, lengths, names)


def _tensors(file: BinaryIO, count: int, *, alignment: Value | None) -> tuple[frozenset[str], int]:
    """The names in the list of tensors, which is next in the file, and where the last of them ends."""
    names: set[str] = set()
    size = 0
    for _ in range(count):
        names.add(_string(file))
        rank = _number(file, "I")
        if rank > _MOST_DIMENSIONS:
            raise ValueError(f"a tensor of {rank} dimensions")
        *shape, kind, offset = struct.unpack(f"<{rank}QIQ", _exactly(file, 8 * rank + 12))
        numbers, taken = _BLOCKS[kind]
        size = max(size, offset + math.prod(shape) // numbers * taken)
    step = alignment if isinstance(alignment, int) and alignment > 0 else _ALIGNMENT
    end = (file.tell() + step - 1) // step * step + size if names else 0
    return frozenset(names), end


def _passed_over(file: BinaryIO) -> int:
    """The length of the list that is next in the file."""
    inner, length = struct.unpack("<IQ", _exactly(file, 12))
    if inner == _STRING:
        for _ in range(length):
            _bytes(file)
    else:
        _exactly(file, struct.calcsize(_NUMBERS[inner]) * length)
    return length


def _number(file: BinaryIO, form: str) -> int:
    return struct.unpack(f"<{form}", _exactly(file, struct.calcsize(f"<{form}")))[0]


def _string(file: BinaryIO) -> str:
    return _bytes(file).decode("utf-8", "replace")


def _bytes(file: BinaryIO) -> bytes:
    length = _number(file, "Q")
    if length > _LONGEST_STRING:
        raise ValueError(f"a string of {length} bytes")
    return _exactly(file, length)


def _exactly(file: BinaryIO, count: int) -> bytes:
    read = file.read(count) if count < _LONGEST_READ else b""
    if len(read) != count:
        raise EOFError
    return read
