"""The first 8 KiB of a study file: what it is and the key slots. In: bytes. Out: a `Header`, or why it is none.

The database follows behind. It cannot hold its own key slots, since without them nobody can read it, and a second file
would be left behind when the study is copied. The header is written twice, 4 KiB each, with a number that grows and a
SHA-256: whoever changes it writes the older copy, waits for the disk, then writes the other. A crash or a torn write
spoils one copy at most. Holds no name and no date: nothing here is secret, and nothing here is about a person.
"""

import hashlib
import json
import struct
from dataclasses import dataclass, replace
from typing import Any, cast

from core.project.vault import Slot

MAGIC = b"VidEmo Studio study file\n"
COPY_BYTES = 4096
HEADER_BYTES = 2 * COPY_BYTES
FORMAT = 1
CIPHER = "chacha20"
"""ChaCha20-Poly1305, every page with its own nonce and tag (SQLite3 Multiple Ciphers)."""
_LENGTH = struct.Struct(">I")
_DIGEST_BYTES = 32
_ROOM = COPY_BYTES - len(MAGIC) - _LENGTH.size - _DIGEST_BYTES

SAYS = {
    True: "This study is encrypted. It opens with its passphrase or its recovery key, and with nothing else.",
    False: "This study is NOT encrypted. Whoever has the file can read it. It was made so by an explicit choice.",
}


class NotAHeaderError(Exception):
    """The bytes are no header; the text says what they are instead, as "it is …" or "it has …"."""


class OtherProgramError(NotAHeaderError):
    """The bytes begin like another program's file."""


class NewerFormatError(NotAHeaderError):
    """A header of a later version of this program."""


class DestroyedError(NotAHeaderError):
    """The key slots were destroyed on purpose."""


@dataclass(frozen=True, slots=True)
class Header:
    """What is known about a study before it is opened."""

    study: str
    """Random id of the study."""
    encrypted: bool
    slots: tuple[Slot, ...]
    open_key: str
    """For a study without encryption: the key that seals its audit log, in the open. Empty otherwise."""
    generation: int = 1

    def with_slot(self, slot: Slot) -> "Header":
        """The same header with the slot of that kind added or replaced."""
        kept = tuple(other for other in self.slots if other.kind != slot.kind)
        return replace(self, slots=(*kept, slot))

    def without_slot(self, kind: str) -> "Header":
        """The same header without the slots of that kind."""
        return replace(self, slots=tuple(slot for slot in self.slots if slot.kind != kind))


@dataclass(frozen=True, slots=True)
class HeaderState:
    """A header as it was found."""

    header: Header
    stale_copy: int | None
    """0 or 1: the copy that is damaged or older and wants to be written again; None where both agree."""


def encode(header: Header) -> bytes:
    """One copy: 4,096 bytes. Raises `ValueError` when the slots do not fit, which four never do."""
    plain = {
        "says": SAYS[header.encrypted],
        "format": FORMAT,
        "study": header.study,
        "encrypted": header.encrypted,
        "cipher": CIPHER if header.encrypted else None,
        "slots": [slot.to_plain() for slot in header.slots],
        "open_key": header.open_key,
        "generation": header.generation,
    }
    body = json.dumps(plain, ensure_ascii=True, indent=1).encode()
    if len(body) > _ROOM:
        raise ValueError("the header has no room for so many key slots")
    filled = MAGIC + _LENGTH.pack(len(body)) + body.ljust(_ROOM, b"\n")
    return filled + hashlib.sha256(filled).digest()


def decode(block: bytes) -> HeaderState:
    """Reads the first `HEADER_BYTES` of a file.

    Raises `OtherProgramError`, `NewerFormatError` or `NotAHeaderError` with the reason.
    """
    if len(block) < HEADER_BYTES:
        if not block:
            raise NotAHeaderError("it is empty")
        if not block.startswith(MAGIC[: len(block)]):
            raise OtherProgramError(_guess(block))
        raise NotAHeaderError("it ends in the middle of its first page")
    copies = [_decode_copy(block[start : start + COPY_BYTES]) for start in (0, COPY_BYTES)]
    first, second = copies
    found = [copy for copy in copies if isinstance(copy, Header)]
    if not found:
        for copy in copies:
            if isinstance(copy, NewerFormatError):
                raise copy
        if any(block[start:].startswith(DESTROYED) for start in (0, COPY_BYTES)):
            raise DestroyedError("its key was destroyed when the study was deleted")
        if not any(block[start:].startswith(MAGIC) for start in (0, COPY_BYTES)):
            raise OtherProgramError(_guess(block))
        raise NotAHeaderError("both copies of its header are damaged")
    newest = max(found, key=lambda header: header.generation)
    stale = None
    if first != newest:
        stale = 0
    elif second != newest:
        stale = 1
    return HeaderState(newest, stale)


DESTROYED = b"VidEmo Studio study, key destroyed\n"


def _decode_copy(block: bytes) -> Header | NotAHeaderError:
    filled, digest = block[:-_DIGEST_BYTES], block[-_DIGEST_BYTES:]
    if hashlib.sha256(filled).digest() != digest or not filled.startswith(MAGIC):
        return NotAHeaderError("a damaged copy")
    (length,) = _LENGTH.unpack_from(filled, len(MAGIC))
    begin = len(MAGIC) + _LENGTH.size
    try:
        plain = cast(dict[str, Any], json.loads(filled[begin : begin + min(length, _ROOM)]))
        if plain["format"] > FORMAT:
            return NewerFormatError(f"it has format {plain['format']}, this program knows formats up to {FORMAT}")
        return Header(
            study=str(plain["study"]),
            encrypted=bool(plain["encrypted"]),
            slots=tuple(Slot.from_plain(slot) for slot in plain["slots"]),
            open_key=str(plain["open_key"]),
            generation=int(plain["generation"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        return NotAHeaderError(f"a header that cannot be read ({error})")


def _guess(block: bytes) -> str:
    known = {
        b"SQLite format 3\0": "an SQLite database of another program",
        b"PK\x03\x04": "a ZIP archive or an office document",
        b"%PDF": "a PDF document",
        b"<?xml": "an XML file, perhaps of ELAN",
        b"{": "a JSON file, perhaps an exported study or a BORIS project",
        b"\x1aE\xdf\xa3": "a video",
    }
    if block[4:8] == b"ftyp":
        return "it is a video"
    return next((f"it is {what}" for start, what in known.items() if block.startswith(start)), "it is something else")
