"""An open study. In: a connection and who is working. Out: queries, and changes that are saved when they return.

Every verb of the other files in this room runs inside `Study.change`: one transaction that holds the records, the entry
in the history and the entry in the audit log. When it returns, the disk has all of it; when it raises, nothing of it is
there. Must not know: what the records mean.
"""

import time
import zlib
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import apsw

from core.errors import UsageError
from core.project import audit
from core.project.codec import canonical
from core.project.failures import NotFoundError, ReadOnlyStudyError, StudyError, told
from core.project.header import Header
from core.project.holder import WriteLock
from core.project.schema import PACKED, RECORDS
from core.project.vault import derived

Clock = Callable[[], datetime]
PACK_LEVEL = 6


def utc_now() -> datetime:
    """The system's clock."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Pen:
    """Writes the records of one change."""

    seq: int
    connection: apsw.Connection
    digests: list[bytes] = field(default_factory=list[bytes])
    detail: dict[str, Any] = field(default_factory=dict[str, Any])
    """More for the audit log."""

    def insert(self, table: str, values: dict[str, Any]) -> int:
        """Adds a record and returns its id. A packed column takes plain JSON values. Raises `apsw.Error`."""
        if table not in RECORDS:
            raise ValueError(f"{table} is no table of records")
        packed = PACKED.get(table)
        if packed is not None:
            text = canonical(values[packed])
            self.digests.append(audit.row_digest(table, values | {packed: text}))
            values = values | {packed: pack_json(text)}
        else:
            self.digests.append(audit.row_digest(table, values))
        names = ("change", *values)
        self.connection.execute(
            f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
            (self.seq, *values.values()),
        )
        return self.connection.last_insert_rowid()


def pack_json(text: str) -> bytes:
    """Canonical JSON as a packed column holds it."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), PACK_LEVEL)


def unpack_json(data: bytes) -> str:
    """What `pack_json` wrote. Raises `ValueError` for anything else."""
    try:
        return zlib.decompress(data).decode("utf-8", "surrogatepass")
    except zlib.error as error:
        raise ValueError(f"no packed JSON: {error}") from error


class Study:
    """A study file that is open. Made by `core.project.opening`; close it, or use it in a `with`."""

    def __init__(
        self,
        *,
        path: Path,
        connection: apsw.Connection,
        header: Header,
        data_key: bytes | None,
        lock: WriteLock | None,
        base: str,
        who: str,
        clock: Clock,
        notes: tuple[str, ...],
    ) -> None:
        self.path = path
        self.connection = connection
        self.header = header
        self.data_key = data_key
        self.base = base
        self.who = who
        self.notes = notes
        """Sentences for the user about how it was opened: for reading only and why, a mended header, a clock."""
        self._lock = lock
        self._clock = clock
        self._saved: float | None = None
        self._place = _place(path) if lock is not None else None

    def __enter__(self) -> "Study":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def writable(self) -> bool:
        """Whether changes are possible."""
        return self._lock is not None

    @property
    def saved_s_ago(self) -> float | None:
        """Seconds since the last change was on the disk; None before the first since opening."""
        return None if self._saved is None else time.monotonic() - self._saved

    @property
    def audit_key(self) -> bytes:
        """The key that seals the audit log."""
        if self.data_key is not None:
            return derived(self.data_key, "audit")
        return bytes.fromhex(self.header.open_key)

    @property
    def training_key(self) -> bytes | None:
        """The key that seals what learned from this study; None where the study is not encrypted."""
        return None if self.data_key is None else derived(self.data_key, "training")

    @property
    def folder(self) -> Path:
        """Where relative paths of media start."""
        return self.path.absolute().parent

    def now(self) -> datetime:
        """The time as this study sees it."""
        return self._clock()

    def close(self) -> None:
        """Closes the file and gives the right to write back. Harmless when repeated."""
        try:
            self.connection.close()
        finally:
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    def rows(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query. Raises `StudyError` for what a user can do something about."""
        with told(self.path):
            return self.connection.execute(sql, values).fetchall()

    def one(self, sql: str, values: tuple[Any, ...] = (), *, what: str, look: str = "list") -> tuple[Any, ...]:
        """The first row of a query. Raises `NotFoundError`, which says that there is no `what` and where to `look`."""
        found = self.rows(sql, values)
        if not found:
            raise NotFoundError(f"This study holds no {what}.", remedy=f"`videmo study {look}` shows what it holds.")
        return found[0]

    def meta(self, key: str) -> str:
        """A fact about the study: `name`, `created`, `purpose`, `software`. Empty where it is not known."""
        found = self.rows("SELECT value FROM meta WHERE key = ?", (key,))
        return str(found[0][0]) if found else ""

    @contextmanager
    def change(self, verb: str, summary: str, *, undoable: bool = True, target: int | None = None) -> Generator[Pen]:
        """One change, saved when the block ends. Raises `ReadOnlyStudyError` or another `StudyError`."""
        with self.transaction():
            at = audit.stamp(self.now())
            self.connection.execute(
                "INSERT INTO change (at, who, verb, summary, undoable, target) VALUES (?, ?, ?, ?, ?, ?)",
                (at, self.who, verb, summary, int(undoable), target),
            )
            pen = Pen(self.connection.last_insert_rowid(), self.connection)
            yield pen
            detail = {"change": pen.seq, "summary": summary, "undoable": undoable}
            if target is not None:
                detail["target"] = target
            if pen.digests:
                detail["records"] = audit.change_digest(pen.digests)
            self._audit(verb, detail | pen.detail, at=at)

    def report(self, verb: str, detail: dict[str, Any]) -> None:
        """Writes down what was done that changes no record: opened, exported, backed up. Raises `StudyError`."""
        with self.transaction():
            self._audit(verb, detail, at=audit.stamp(self.now()))

    @contextmanager
    def transaction(self) -> Generator[None]:
        """One transaction with nothing in history or log: for caches and unfinished jobs. Raises `StudyError`."""
        if not self.writable:
            raise ReadOnlyStudyError(
                f"{self.path.name} is open for reading only; nothing was changed.",
                remedy=" ".join(self.notes) or "Open it without --read-only.",
            )
        self._still_there()
        with told(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._still_there()
                self.connection.execute("COMMIT")
            except BaseException as error:  # whatever stops a change, no half of it may stay
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                if isinstance(error, UnicodeEncodeError):
                    raise UsageError(
                        "A name or text holds bytes that are no characters; nothing was saved.",
                        remedy="Type it again, or rename the file.",
                    ) from error
                raise
        self._saved = time.monotonic()

    @contextmanager
    def reading(self) -> Generator[None]:
        """Several queries that see one state, while another process may be saving. Raises `StudyError`."""
        with told(self.path):
            if self.connection.in_transaction:
                yield
                return
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("COMMIT")

    def _audit(self, verb: str, detail: dict[str, Any], *, at: str) -> None:
        last = self.connection.execute("SELECT at FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
        if last is not None and at < str(last[0]):
            # Order is that of the numbers, never that of the clock, so nothing is lost; but it is said.
            detail = detail | {"clock_was_set_back_from": str(last[0])}
        audit.append(self.connection, self.audit_key, at=at, who=self.who, verb=verb, detail=detail)

    def _still_there(self) -> None:
        # A file that was moved, deleted or replaced (a sync folder, a file manager) takes what is written to it along
        # into nowhere; SQLite would report success.
        if self._place is not None and _place(self.path) != self._place:
            raise StudyError(
                f"{self.path.name} was moved, deleted or replaced while it was open; the last change was not saved.",
                remedy="Put it back or look for it in the recycle bin, close it here and open it again.",
            )


def _place(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino
