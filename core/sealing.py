"""Bytes sealed with a key, and opened again. In: a key of 32 bytes, bytes. Out: bytes that only the key opens.

A sealed whole is a mark, a random salt and pieces of 1 MiB, each under AES-256-GCM: the key of the whole is made from
key and salt by HMAC-SHA256, a piece's number and whether it is the last one are its nonce. So no piece can be altered,
left out, moved or cut off without being noticed, and size is no problem. Must not know: where it lies, whose key it is.
"""

import hmac
import secrets
from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.errors import ExpectedError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MARK = b"VidEmo sealed 1\n"
KEY_BYTES = 32
SALT_BYTES = 32
PIECE = 1 << 20
_TAG = 16
_HEAD = len(MARK) + SALT_BYTES


class SealError(ExpectedError):
    """Bytes that are not opened: see `NotOpenedError`; or the library is missing, which says nothing of the bytes."""


class NotOpenedError(SealError):
    """Bytes that this key does not open, or that were altered."""


def seal(key: bytes, data: bytes) -> bytes:
    """The data, sealed. Raises `SealError` where the library is missing."""
    return b"".join(sealing(key, data))


def sealing(key: bytes, data: bytes) -> Iterator[bytes]:
    """The same in parts, to be written one after the other. Raises as `seal`."""
    salt = secrets.token_bytes(SALT_BYTES)
    cipher = _cipher(key, salt)
    yield MARK + salt
    whole = memoryview(data)
    count = max(1, -(-len(whole) // PIECE))
    for number in range(count):
        piece = whole[number * PIECE : (number + 1) * PIECE]
        yield cipher.encrypt(_nonce(number, last=number == count - 1), bytes(piece), MARK)


def unseal(key: bytes, data: bytes) -> bytes:
    """What was sealed. Raises `NotOpenedError` for another key and for anything that is not whole, `SealError` where
    the library is missing."""
    if not is_sealed(data):
        raise NotOpenedError("This was not sealed by VidEmo Studio.", remedy="Look whether it is the right file.")
    whole = memoryview(data)
    cipher = _cipher(key, bytes(whole[len(MARK) : _HEAD]))
    from cryptography.exceptions import InvalidTag

    opened: list[bytes] = []
    places = range(_HEAD, len(whole), PIECE + _TAG)
    try:
        for number, start in enumerate(places):
            piece = bytes(whole[start : start + PIECE + _TAG])
            opened.append(cipher.decrypt(_nonce(number, last=number == len(places) - 1), piece, MARK))
    except InvalidTag:
        opened.clear()
    if not opened:
        raise NotOpenedError(
            "What was sealed cannot be opened: it is another study's, or it was altered or cut off.",
            remedy="Open it with the study that it was made from; where that was right, take it from a backup.",
        )
    return b"".join(opened)


def is_sealed(data: bytes) -> bool:
    """Whether it begins as sealed bytes do."""
    return data[: len(MARK)] == MARK


def _cipher(key: bytes, salt: bytes) -> "AESGCM":
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes, not {len(key)}")
    try:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    except ImportError as failure:
        raise SealError(
            "What comes from an encrypted study is kept encrypted, and the library cryptography is missing.",
            remedy="Run: pip install 'videmo-studio[local]'",
        ) from failure
    return AESGCM(hmac.digest(key, MARK + salt, "sha256"))


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
