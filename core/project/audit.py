"""The audit log: who opened, analysed, corrected, exported, deleted, trained. In: what was done. Out: a chain.

Each entry's hash covers the entry and the hash before it, so an altered, removed or inserted entry breaks the chain at
that place. The number of entries and the last hash stand in a row of their own, sealed with a key derived from the
study's data key, so that cutting entries off the end shows too. What this cannot show: somebody who has the passphrase
and this program's source can write a whole new chain with a new seal, and can put an old copy of the file in place.
Against both helps only a witness outside: `verify` prints count and hash for a report or a letter, and compares them
with those inside every backup. Without encryption the seal's key lies in the file: it then shows accidents only.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import apsw

from core.project.codec import canonical
from core.project.schema import DERIVED
from core.records.study import AuditEntry

START = bytes(32)
"""What stands before the first entry's hash."""


@dataclass(frozen=True, slots=True)
class End:
    """Where the log ends."""

    entries: int
    chain: bytes

    def __str__(self) -> str:
        return f"{self.entries}:{self.chain.hex()}"


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where the log is not what was written."""

    seq: int
    text: str


def chained(before: bytes, *, seq: int, at: str, who: str, verb: str, detail: str) -> bytes:
    """The hash of one entry."""
    text = canonical([seq, at, who, verb, detail])
    return hashlib.sha256(before + text.encode("utf-8", "surrogatepass")).digest()


def sealed(key: bytes, end: End) -> bytes:
    """The seal over the end of the log."""
    return hmac.digest(key, str(end).encode(), "sha256")


def end_of(connection: apsw.Connection) -> End:
    """Count and last hash as the study says. Raises `apsw.Error`."""
    row: tuple[Any, ...] | None = connection.execute("SELECT entries, chain FROM audit_end WHERE one = 1").fetchone()
    return End(0, START) if row is None else End(int(row[0]), bytes(row[1]))


def append(connection: apsw.Connection, key: bytes, *, at: str, who: str, verb: str, detail: dict[str, Any]) -> End:
    """Adds an entry within the caller's transaction and moves the sealed end. Raises `apsw.Error`."""
    before = end_of(connection)
    seq = before.entries + 1
    text = canonical(detail)
    chain = chained(before.chain, seq=seq, at=at, who=who, verb=verb, detail=text)
    connection.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?)", (seq, at, who, verb, text, chain))
    end = End(seq, chain)
    connection.execute(
        "INSERT INTO audit_end VALUES (1, ?1, ?2, ?3) "
        "ON CONFLICT (one) DO UPDATE SET entries = ?1, chain = ?2, seal = ?3",
        (end.entries, end.chain, sealed(key, end)),
    )
    return end


def entries(connection: apsw.Connection, *, last: int | None = None) -> tuple[AuditEntry, ...]:
    """The log in order, or its `last` entries. Raises `apsw.Error`."""
    rows: list[tuple[Any, ...]] = connection.execute(
        "SELECT seq, at, who, verb, detail, chain FROM audit ORDER BY seq DESC LIMIT ?",
        (-1 if last is None else last,),
    ).fetchall()
    return tuple(
        AuditEntry(seq, at, who, verb, detail, bytes(chain).hex()) for seq, at, who, verb, detail, chain in rows[::-1]
    )


def first_break(connection: apsw.Connection, key: bytes) -> Break | None:
    """The first altered, removed or inserted entry; None where the log is whole. Raises `apsw.Error`."""
    before, expected = START, 1
    for seq, at, who, verb, detail, chain in connection.execute(
        "SELECT seq, at, who, verb, detail, chain FROM audit ORDER BY seq"
    ):
        if seq != expected:
            return Break(expected, f"entry {expected} was removed: entry {seq} follows")
        if not all(isinstance(field, str) for field in (at, who, verb, detail)) or not isinstance(chain, bytes):
            return Break(expected, f"entry {expected} was altered")
        if chained(before, seq=seq, at=at, who=who, verb=verb, detail=detail) != chain:
            return Break(expected, f"entry {expected} ({verb}, {at}) was altered, or the one before it was replaced")
        before, expected = chain, expected + 1
    row = connection.execute("SELECT entries, chain, seal FROM audit_end WHERE one = 1").fetchone()
    if row is None:
        return None if expected == 1 else Break(expected, "the sealed end of the log was removed")
    if not isinstance(row[0], int) or not isinstance(row[1], bytes) or not isinstance(row[2], bytes):
        return Break(expected, "the sealed end of the log was altered")
    end = End(row[0], row[1])
    if not hmac.compare_digest(sealed(key, end), row[2]):
        return Break(expected, "the sealed end of the log was altered")
    if end.entries >= expected:
        return Break(expected, f"entries {expected} to {end.entries} were removed from the end of the log")
    if end != End(expected - 1, before):
        return Break(end.entries + 1, f"entries behind number {end.entries} were put in from outside")
    return None


def row_digest(table: str, values: dict[str, Any]) -> bytes:
    """A hash of one record as the digests of the log count it: derived columns and empty ones are left out."""
    skipped = {"change", *DERIVED.get(table, ())}
    parts = hashlib.sha256(table.encode())
    for column in sorted(values):
        value = values[column]
        if column in skipped or value is None:
            continue
        if isinstance(value, float):
            value += 0.0  # SQLite keeps no negative zero
        kind = "b" if isinstance(value, bytes) else type(value).__name__[0]
        data = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
        parts.update(f"|{column}|{kind}|{len(data)}|".encode())
        parts.update(data)
    return parts.digest()


def change_digest(digests: list[bytes]) -> str:
    """One hash for all records of a change, whatever their order."""
    return hashlib.sha256(b"".join(sorted(digests))).hexdigest()


def stamp(moment: datetime) -> str:
    """A point in time as the log spells it: UTC, milliseconds."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
