"""Studies of earlier versions, made from stored SQL. In: a dump. Out: a study file as that version left it."""

import json
import zlib
from pathlib import Path

from core.project import audit
from core.project.connection import connect
from core.project.container import start_file, system_base
from core.project.header import Header
from core.project.vault import derived, new_key, passphrase_slot
from tests.core.project.builders import PASSPHRASE, QUICK

DUMPS = Path(__file__).parent / "dumps"


def old_study(path: Path, version: int, *, many: int = 0) -> bytes:
    """Makes the study from `dumps/vN.sql`; `many`: that many more segments, so that a migration takes its time."""
    key = new_key()
    slots = (passphrase_slot(key, PASSPHRASE, study="old", strength=QUICK),)
    start_file(path, Header(study="old", encrypted=True, slots=slots, open_key=""), base=system_base())
    connection = connect(path, data_key=key, base=system_base(), writable=True)
    connection.execute((DUMPS / f"v{version}.sql").read_text(encoding="utf-8"))
    end = audit.end_of(connection)
    connection.execute("UPDATE audit_end SET seal = ?", (audit.sealed(derived(key, "audit"), end),))
    if many:
        body = zlib.compress(json.dumps({"reading": {"label": "fear", "distribution": {"fear": 0.25}}}).encode())
        with connection:
            connection.executemany(
                "INSERT INTO segment (change, analysis, name, person, start_s, end_s, assessable, speaking, body) "
                "VALUES (3, 1, ?, 'P1', 0, 1, 1, 0, ?)",
                [(f"X{number}", body) for number in range(many)],
            )
    connection.close()
    return key


def dump(connection) -> str:
    """A plain SQL dump of an open study, with its version; what the files in `dumps` were made with."""
    lines: list[str] = []
    for (sql,) in connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND type = 'table'"):
        lines.append(f"{sql};")
    for (table,) in list(connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")):
        columns = ", ".join(f"quote({row[1]})" for row in connection.execute(f"PRAGMA table_info({table})"))
        names = ", ".join(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))
        for row in connection.execute(f"SELECT {columns} FROM {table}"):
            lines.append(f"INSERT INTO {table} ({names}) VALUES ({', '.join(row)});")
    for kind in ("index", "trigger"):
        for (sql,) in connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND type = ?", (kind,)):
            lines.append(f"{sql};")
    lines.append(f"PRAGMA user_version = {connection.pragma('user_version')};")
    lines.append(f"PRAGMA application_id = {connection.pragma('application_id')};")
    return "\n".join(lines) + "\n"
