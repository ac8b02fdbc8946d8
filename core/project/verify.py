"""Whether a study is what was written. In: an open study. Out: a list of findings, one for each thing looked at.

Every page is read (and with it every page's tag, where the study is encrypted), the audit log is followed link by link,
every record is hashed again and compared with what the log says of the change that made it, what counts is worked out
again from the undos and redos, and the end of the log of every backup is looked for in this one.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import apsw

from core.progress import Progress, Stage, finish
from core.project import audit
from core.project.backups import list_backups
from core.project.connection import connect
from core.project.container import read_header
from core.project.failures import StudyError, told
from core.project.header import Header
from core.project.history import in_force_by_history
from core.project.schema import PACKED, RECORDS
from core.project.study import Study, unpack_json
from core.records.study import Finding


def verify_study(study: Study, *, witness: str = "") -> tuple[Finding, ...]:
    """`verifying` to its end."""
    return finish(verifying(study, witness=witness))


def verifying(study: Study, *, witness: str = "") -> Stage[tuple[Finding, ...]]:
    """Looks at everything. `witness`: `COUNT:HASH` as an earlier verification printed it.

    Damage is a finding and no exception. Raises `StudyError` only where the file cannot be read at all.
    """
    findings: list[Finding] = []
    looks = (
        ("header", _header),
        ("pages", _pages),
        ("audit log", _log),
        ("history", _history),
        ("records", _records),
        ("backups", _backups),
    )
    for done, (what, look) in enumerate(looks):
        yield Progress(f"verifying: {what}", done, len(looks), "checks")
        try:
            with study.reading():
                findings += [Finding(what, fine, text) for fine, text in look(study)]
        except StudyError as error:
            findings.append(Finding(what, False, error.problem))
        except (ValueError, TypeError, KeyError) as error:
            findings.append(Finding(what, False, f"holds something that is not what was written ({error})"))
    if witness:
        findings.append(_witness(study, witness))
    return tuple(findings)


def end_of_log(study: Study) -> str:
    """Count and last hash of the audit log, to be written down outside the study. Raises `StudyError`."""
    with told(study.path):
        return str(audit.end_of(study.connection))


def _header(study: Study) -> Iterator[tuple[bool, str]]:
    state = read_header(study.path, base=study.base)
    yield (
        state.stale_copy is None,
        ("both copies agree" if state.stale_copy is None else "one of its two copies is damaged; the other is whole"),
    )


def _pages(study: Study) -> Iterator[tuple[bool, str]]:
    verdict = study.connection.pragma("integrity_check")
    foreign = study.rows("PRAGMA foreign_key_check")
    yield verdict == "ok", "every page can be read" if verdict == "ok" else f"damaged: {str(verdict)[:200]}"
    if foreign:
        yield False, f"{len(foreign)} records point at records that are not there"


def _log(study: Study) -> Iterator[tuple[bool, str]]:
    broken = audit.first_break(study.connection, study.audit_key)
    end = audit.end_of(study.connection)
    yield (True, f"{end.entries} entries, unbroken") if broken is None else (False, broken.text)


def _history(study: Study) -> Iterator[tuple[bool, str]]:
    """The history against the log, and what counts against the undos and redos."""
    logged = _logged_changes(study)
    stored = study.rows("SELECT seq, at, who, verb, summary, undoable, target, in_force FROM change ORDER BY seq")
    counts = in_force_by_history(study)
    for seq, at, who, verb, summary, undoable, target, in_force in stored:
        entry = logged.pop(seq, None)
        if entry is None:
            yield False, f"change {seq} ({verb}) is in no log entry"
            return
        said = entry["at"], entry["who"], entry["verb"], entry["summary"], entry["undoable"], entry.get("target")
        if said != (at, who, verb, summary, bool(undoable), target):
            yield False, f"change {seq} is not what the log says it was"
            return
        if bool(in_force) != counts[seq]:
            yield False, f"change {seq} counts, or does not, against what undo and redo left"
            return
    if logged:
        yield False, f"change {min(logged)} was removed"
        return
    yield True, f"{len(stored)} changes, as logged"


def _records(study: Study) -> Iterator[tuple[bool, str]]:
    made: dict[int, list[bytes]] = {}
    total = 0
    for table in RECORDS:
        for change, digest in _digests(study, table):
            made.setdefault(change, []).append(digest)
            total += 1
    for seq, entry in sorted(_logged_changes(study).items()):
        digests = made.pop(seq, [])
        found = audit.change_digest(digests) if digests else None
        if found != entry.get("records"):
            yield False, f"a record of change {seq} ({entry['verb']}, {entry['at']}) was altered, removed or added"
            return
    if made:
        yield False, f"records of change {min(made)}, which the log does not know"
        return
    yield True, f"{total} records, as logged"


def _digests(study: Study, table: str) -> Iterator[tuple[int, bytes]]:
    packed = PACKED.get(table)
    with told(study.path):
        cursor = study.connection.execute(f"SELECT * FROM {table}")
        names: list[str] | None = None
        for row in cursor:
            names = names or [str(column[0]) for column in cursor.get_description()]
            values: dict[str, Any] = dict(zip(names, row, strict=True))
            change = int(values["change"])
            del values["id"]
            if packed is not None:
                values[packed] = unpack_json(values[packed])
            yield change, audit.row_digest(table, values)


def _logged_changes(study: Study) -> dict[int, dict[str, Any]]:
    found: dict[int, dict[str, Any]] = {}
    for entry in audit.entries(study.connection):
        detail = cast(dict[str, Any], json.loads(entry.detail))
        if "change" in detail:
            found[int(detail["change"])] = detail | {"at": entry.at, "who": entry.who, "verb": entry.verb}
    return found


def _backups(study: Study) -> Iterator[tuple[bool, str]]:
    """An old file put in the place of a newer one shows here, as long as the backups were not exchanged with it.

    Where the log says that an older backup was restored, the backups made between the two go another way from there.
    """
    log = audit.entries(study.connection)
    chain = {entry.seq: entry.chain for entry in log}
    restored = min((entry.seq for entry in log if entry.verb == "restored"), default=sys.maxsize)
    before_restoring = 0
    backups = list_backups(study.path)
    for backup in backups:
        try:
            end = _end_of_backup(study, backup.path, read_header(backup.path, base=study.base).header)
        except (StudyError, apsw.Error) as error:
            yield False, f"{backup.name} cannot be read ({error})"
            continue
        if end is None:
            yield False, f"{backup.name} belongs to another study"
        elif end.entries >= restored and chain.get(end.entries) != end.chain.hex():
            before_restoring += 1
        elif end.entries > len(chain):
            yield (
                False,
                f"{backup.name} knows {end.entries} log entries, the study {len(chain)}: an older file stands here",
            )
        elif end.entries and chain.get(end.entries) != end.chain.hex():
            yield False, f"the log differs from that of {backup.name} before entry {end.entries}"
    yield (
        True,
        f"{len(backups)} looked at"
        + (f", {before_restoring} of them from before an older one was restored" if before_restoring else ""),
    )


def _end_of_backup(study: Study, path: Path, header: Header) -> audit.End | None:
    if header.study != study.header.study:
        return None
    with told(path):
        connection = connect(path, data_key=study.data_key, base=study.base, writable=False)
        try:
            return audit.end_of(connection)
        finally:
            connection.close()


def _witness(study: Study, witness: str) -> Finding:
    count, _, chain = witness.strip().partition(":")
    if not count.isdigit() or not chain:
        return Finding("witness", False, "it is not of the form COUNT:HASH")
    rows = study.rows("SELECT chain FROM audit WHERE seq = ?", (int(count),))
    if not rows:
        return Finding(
            "witness", False, f"the log has no entry {count}: entries were cut off, or an older file stands here"
        )
    same = bytes(rows[0][0]).hex() == chain.lower()
    return Finding("witness", same, "the log still holds it" if same else f"entry {count} is another one")
