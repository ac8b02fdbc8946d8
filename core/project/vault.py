"""Keys of a study. In: a passphrase, a recovery key or a keychain secret. Out: the study's data key.

A random data key encrypts the study; it never changes. Each secret has a slot in the file's header that holds the data
key wrapped under that secret, so that a new passphrase rewrites one slot and not the study. Wrapping: the secret and a
fresh random salt give 64 bytes; 32 are added (xor) to the data key, which is safe because a salt is never used twice,
32 are the key of an HMAC-SHA256 over the slot. Passphrases go through scrypt (RFC 7914) at the strength OWASP names
first for it (N = 2^17, r = 8, p = 1: 128 MiB); a recovery key has 160 random bits and needs no slow derivation.
Must not know: where a slot is kept.
"""

import hashlib
import hmac
import json
import secrets
import unicodedata
from dataclasses import dataclass, replace
from typing import Any, Literal

from core.errors import UsageError

SlotKind = Literal["passphrase", "recovery", "keychain"]
KEY_BYTES = 32
SHORTEST_PASSPHRASE = 8
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U that could be misread."""
RECOVERY_GROUPS = 8
SCRYPT_MEMORY_LIMIT = 1 << 30
"""Bytes. A header that asks for more than this is not one of ours."""


@dataclass(frozen=True, slots=True)
class Strength:
    """Parameters of scrypt; memory is 128 * n * r bytes."""

    n: int = 1 << 17
    r: int = 8
    p: int = 1

    def __post_init__(self) -> None:
        power = self.n > 1 and self.n & (self.n - 1) == 0
        if not power or not 1 <= self.r <= 64 or not 1 <= self.p <= 64 or 128 * self.n * self.r > SCRYPT_MEMORY_LIMIT:
            raise ValueError(f"no strength of scrypt that this program uses: {self}")


@dataclass(frozen=True, slots=True)
class Slot:
    """The data key, wrapped under one secret."""

    kind: SlotKind
    strength: Strength | None
    """None where the secret is random and long."""
    salt: bytes
    wrapped: bytes
    tag: bytes

    def to_plain(self) -> dict[str, Any]:
        """The slot as JSON values."""
        scrypt = None if self.strength is None else [self.strength.n, self.strength.r, self.strength.p]
        return {
            "kind": self.kind,
            "scrypt": scrypt,
            "salt": self.salt.hex(),
            "wrapped": self.wrapped.hex(),
            "tag": self.tag.hex(),
        }

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> "Slot":
        """Reads what `to_plain` wrote. Raises `KeyError`, `TypeError` or `ValueError` for anything else."""
        kind = plain["kind"]
        if kind not in ("passphrase", "recovery", "keychain"):
            raise ValueError(f"unknown kind of slot {kind!r}")
        scrypt = plain["scrypt"]
        slot = cls(
            kind=kind,
            strength=None if scrypt is None else Strength(*(int(value) for value in scrypt)),
            salt=bytes.fromhex(plain["salt"]),
            wrapped=bytes.fromhex(plain["wrapped"]),
            tag=bytes.fromhex(plain["tag"]),
        )
        if len(slot.wrapped) != KEY_BYTES or len(slot.tag) != 32 or len(slot.salt) < 16:
            raise ValueError("a slot of the wrong size")
        return slot


def new_key() -> bytes:
    """A random data key."""
    return secrets.token_bytes(KEY_BYTES)


def derived(data_key: bytes, purpose: str) -> bytes:
    """32 bytes for one purpose (`database`, `audit`), independent of those for any other."""
    return hmac.digest(data_key, f"videmo study: {purpose}".encode(), "sha256")


def passphrase_slot(data_key: bytes, passphrase: str, *, study: str, strength: Strength | None = None) -> Slot:
    """Wraps the data key under a passphrase. Raises `UsageError` for one that is too short to protect anything."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise UsageError(
            f"A passphrase needs at least {SHORTEST_PASSPHRASE} characters.",
            remedy="Four or five words that do not belong together are easy to keep and hard to guess.",
        )
    return _wrap(data_key, _spelled(passphrase), kind="passphrase", strength=strength or Strength(), study=study)


def random_slot(data_key: bytes, secret: str, *, kind: SlotKind, study: str) -> Slot:
    """Wraps the data key under a recovery key or a keychain secret, which are random and long."""
    text = _plain_recovery(secret) if kind == "recovery" else secret
    return _wrap(data_key, text.encode(), kind=kind, strength=None, study=study)


def new_recovery_key() -> str:
    """160 random bits in eight groups of four, as `7K3M-…`."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(RECOVERY_GROUPS * 4))
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def looks_like_recovery_key(text: str) -> bool:
    """Whether the text has the form of a recovery key."""
    letters = _plain_recovery(text)
    return len(letters) == RECOVERY_GROUPS * 4 and set(letters) <= set(ALPHABET)


def unlock(slots: tuple[Slot, ...], secret: str, *, study: str) -> bytes | None:
    """The data key, or None where the secret fits no slot. Takes as long as scrypt does."""
    for slot in slots:
        if slot.kind == "recovery":
            candidate = _plain_recovery(secret).encode() if looks_like_recovery_key(secret) else None
        else:
            candidate = _spelled(secret) if slot.kind == "passphrase" else secret.encode()
        if candidate is None:
            continue
        stretched = _stretched(candidate, salt=slot.salt, strength=slot.strength)
        if hmac.compare_digest(_tag(slot, stretched[KEY_BYTES:], study=study), slot.tag):
            return _added(slot.wrapped, stretched[:KEY_BYTES])
    return None


def _wrap(data_key: bytes, secret: bytes, *, kind: SlotKind, strength: Strength | None, study: str) -> Slot:
    salt = secrets.token_bytes(32)
    stretched = _stretched(secret, salt=salt, strength=strength)
    slot = Slot(kind, strength, salt, _added(data_key, stretched[:KEY_BYTES]), b"")
    return replace(slot, tag=_tag(slot, stretched[KEY_BYTES:], study=study))


def _stretched(secret: bytes, *, salt: bytes, strength: Strength | None) -> bytes:
    if strength is None:
        return hmac.digest(salt, secret, "sha512")
    return hashlib.scrypt(
        secret,
        salt=salt,
        n=strength.n,
        r=strength.r,
        p=strength.p,
        maxmem=128 * strength.n * strength.r + 128 * strength.r * strength.p + (1 << 20),
        dklen=64,
    )


def _tag(slot: Slot, key: bytes, *, study: str) -> bytes:
    plain = replace(slot, tag=b"").to_plain() | {"study": study}
    return hmac.digest(key, json.dumps(plain, sort_keys=True).encode(), "sha256")


def _added(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right, strict=True))


def _spelled(passphrase: str) -> bytes:
    # Two keyboards may spell one letter with different code points; the passphrase must open on both.
    return unicodedata.normalize("NFKC", passphrase).encode()


def _plain_recovery(text: str) -> str:
    letters = "".join(text.split()).replace("-", "").upper()
    return letters.replace("O", "0").replace("I", "1").replace("L", "1")
