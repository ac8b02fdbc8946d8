"""A whole study as JSON and back. In: an open study, or a file of lines. Out: the same records, history and log.

One JSON object a line: first what the file is, then every row by table, so that a study of a gigabyte passes through
without being held in memory. Packed documents are written as the objects they are, measurements as base64. The file is
not encrypted: whoever makes it is told so, and the log of the study says that it was made. An imported study has a key,
a passphrase and a seal of its own and begins with the old one's whole log, so that a verification covers both.
"""

import base64
import json
import os
import secrets
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any, cast

import apsw

from core.project import audit
from core.project.codec import canonical
from core.project.container import discard, sync_folder
from core.project.failures import StudyError, told
from core.project.migrations import VERSION, probability
from core.project.opening import check_purpose
from core.project.schema import DERIVED, PACKED, RECORDS
from core.project.study import Study, pack_json, unpack_json

FORMAT = "videmo.study/1"
TABLES = ("meta", "change", *RECORDS, "audit")
_OWN = ("study", "readable_from")
"""Facts of `meta` that the new study has its own of."""


def export_json(study: Study, target: Path) -> int:
    """Writes the whole study to a new file and returns the number of rows. Raises `StudyError`; never overwrites."""
    if target.exists():
        raise StudyError(f"{target} is there already; nothing was overwritten.", remedy="Choose another name.")
    if study.writable:
        study.report("exported", {"what": "everything as JSON", "to": target.name})
    partial = target.with_name(f".{target.name}.{secrets.token_hex(4)}.partial")
    rows = 0
    try:
        with told(target), study.reading():
            with partial.open("x", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
                for line in _lines(study):
                    file.write(canonical(line) + "\n")
                    rows += 1
                file.flush()
                os.fsync(file.fileno())
            partial.replace(target)
            sync_folder(target.absolute().parent)
    finally:
        discard(partial)
    return rows - 1


def _lines(study: Study) -> Iterator[dict[str, Any]]:
    yield {"format": FORMAT, "tables": VERSION, "encrypted": False}
    for table in TABLES:
        cursor = study.connection.execute(f"SELECT * FROM {table} ORDER BY 1")
        names: list[str] | None = None
        for row in cursor:
            names = names or [str(column[0]) for column in cursor.get_description()]
            yield {"table": table, **{name: _out(table, name, value) for name, value in zip(names, row, strict=True)}}


def _out(table: str, column: str, value: Any) -> Any:  # noqa: ANN401 - any SQLite value
    if PACKED.get(table) == column:
        return json.loads(unpack_json(value))
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode()}
    return value


def import_json(study: Study, source: Path) -> int:
    """Fills a study that was just made from an exported file and returns the number of rows.

    One transaction: all of it, or nothing. Raises `StudyError` for a file that is none, is damaged, or was written by
    a newer program, and where the study holds something already.
    """
    if study.rows("SELECT 1 FROM change LIMIT 1"):
        raise StudyError("This study holds something already.", remedy="Import into a new study.")
    rows = 0
    try:
        with source.open(encoding="utf-8", errors="surrogatepass") as file, study.transaction():
            # The log of the new study gives way to the imported one; its trigger would refuse that, so it is lifted
            # and put back within this one transaction.
            guard = study.connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'audit_is_kept'").get
            study.connection.execute("DROP TRIGGER audit_is_kept; DELETE FROM audit; DELETE FROM audit_end")
            for table, row in _parsed(file):
                _insert(study.connection, table, row)
                rows += 1
            study.connection.execute(str(guard))
            _seal(study)
            audit.append(
                study.connection,
                study.audit_key,
                at=audit.stamp(study.now()),
                who=study.who,
                verb="imported",
                detail={"what": "everything as JSON", "from": source.name, "rows": rows},
            )
    except (ValueError, KeyError, TypeError, apsw.ConstraintError, apsw.SQLError, apsw.MismatchError) as error:
        raise StudyError(
            f"{source.name} is no whole export of a study ({str(error)[:120]}).",
            remedy="Export it again with `videmo study export-json`; nothing was imported.",
        ) from error
    except OSError as error:
        raise StudyError(f"{source} cannot be read ({error.strerror}).", remedy="Look at the path.") from error
    return rows


def _parsed(lines: Any) -> Generator[tuple[str, dict[str, Any]]]:  # noqa: ANN401 - an open text file
    head = _row(next(iter(lines), "{}"))
    if head.get("format") != FORMAT:
        raise ValueError(f"its first line does not say {FORMAT}")
    if int(head["tables"]) > VERSION:
        raise ValueError("a newer VidEmo Studio has written it")
    for line in lines:
        row = _row(line)
        table = str(row.pop("table"))
        if table not in TABLES:
            raise ValueError(f"there is no table {table}")
        yield table, row


def _row(line: str) -> dict[str, Any]:
    plain = json.loads(line)
    if not isinstance(plain, dict):
        raise ValueError("a line is no JSON object")
    return cast(dict[str, Any], plain)


def _insert(connection: apsw.Connection, table: str, row: dict[str, Any]) -> None:
    if table == "meta":
        if row["key"] == "purpose":
            check_purpose(str(row["value"]))
        if row["key"] not in _OWN:
            connection.execute(
                "INSERT INTO meta VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
                (row["key"], row["value"]),
            )
        return
    values: dict[str, Any] = {}
    for column, value in row.items():
        if PACKED.get(table) == column:
            values[column] = pack_json(canonical(value))
        elif isinstance(value, dict):
            values[column] = base64.b64decode(cast("dict[str, str]", value)["base64"], validate=True)
        else:
            values[column] = value
    if table == "segment" and set(DERIVED["segment"]) - set(values):  # written before these columns were
        reading = row["body"]["reading"]
        values |= {"label": reading and reading["label"], "probability": reading and probability(reading)}
    known = {str(name) for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")}
    if set(values) - known:
        raise ValueError(f"{table} has no column {min(set(values) - known)}")
    names = ", ".join(values)
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(values))})", tuple(values.values()))


def _seal(study: Study) -> None:
    """Seals the imported log with this study's key. A log that is broken stays broken: `verify` will say where."""
    row = study.connection.execute("SELECT seq, chain FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    if row is None:
        raise ValueError("its audit log is missing")
    end = audit.End(int(row[0]), bytes(row[1]))
    study.connection.execute(
        "INSERT INTO audit_end VALUES (1, ?, ?, ?)", (end.entries, end.chain, audit.sealed(study.audit_key, end))
    )
