"""Arrays as compact bytes and back, bit for bit. In: numpy. Out: bytes, and the coarse levels that a screen draws.

Bytes of equal significance are laid side by side before zlib sees them: neighbouring measurements share sign, exponent
and leading digits, so these bytes nearly vanish; the last digits are noise and stay. Must not know: SQL, time.
"""

import struct
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

TYPES = ("u1", "i1", "u2", "i2", "u4", "i4", "u8", "i8", "f2", "f4", "f8", "b1")
LEVEL = 1
"""zlib level. Level 6 takes four times as long for 3 % less on curves of action units."""
FACTOR = 16
"""Each coarser level has one pair of least and greatest value for so many of the level below."""
LARGEST = 1 << 31
"""Bytes of one unpacked array; more is damage, not data."""
_HEAD = struct.Struct("<BB")
_SIZE = struct.Struct("<Q")


def pack(array: NDArray[Any]) -> bytes:
    """The array as bytes. Raises `TypeError` for a type that is not a plain number."""
    name = array.dtype.newbyteorder("=").str[1:]
    if name not in TYPES or array.ndim > 8:
        raise TypeError(f"no array of {array.dtype} in {array.ndim} dimensions")
    little = np.ascontiguousarray(array, dtype=np.dtype("<" + name))
    head = _HEAD.pack(TYPES.index(name), array.ndim) + b"".join(_SIZE.pack(size) for size in array.shape)
    shuffled = np.frombuffer(little.tobytes(), np.uint8).reshape(-1, little.itemsize).T
    return head + zlib.compress(shuffled.tobytes(), LEVEL)


def unpack(data: bytes) -> NDArray[Any]:
    """What `pack` wrote. Raises `ValueError` for anything else."""
    try:
        kind, dimensions = _HEAD.unpack_from(data)
        begin = _HEAD.size + dimensions * _SIZE.size
        shape = tuple(_SIZE.unpack_from(data, _HEAD.size + axis * _SIZE.size)[0] for axis in range(dimensions))
        dtype = np.dtype("<" + TYPES[kind])
        expected = dtype.itemsize * int(np.prod(shape, dtype=object))
        if expected > LARGEST:
            raise ValueError(f"{expected} bytes")
        flat = zlib.decompressobj().decompress(data[begin:], expected + 1)
        if len(flat) != expected:
            raise ValueError(f"{len(flat)} bytes where {expected} belong")
    except (struct.error, IndexError, zlib.error) as error:
        raise ValueError(f"no packed array: {error}") from error
    plain = np.frombuffer(flat, np.uint8).reshape(dtype.itemsize, -1).T
    return np.frombuffer(plain.tobytes(), dtype).reshape(shape).astype(dtype.newbyteorder("="), copy=True)


def coarser(
    least: NDArray[np.float32], greatest: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The next level: (n / FACTOR,) least and greatest, NaN where every value below is missing."""
    rows = -(-len(least) // FACTOR)
    padded = np.full((2, rows * FACTOR), np.nan, np.float32)
    padded[0, : len(least)], padded[1, : len(greatest)] = least, greatest
    # fmin and fmax pass over NaN, and where all is missing they give NaN without a warning.
    low = np.fmin.reduce(padded[0].reshape(rows, FACTOR), axis=1)
    high = np.fmax.reduce(padded[1].reshape(rows, FACTOR), axis=1)
    return low.astype(np.float32), high.astype(np.float32)
