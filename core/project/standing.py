"""Which records count. In: the name of a table. Out: SQL for its rows that are in force and not retracted."""

from core.project.failures import NotFoundError
from core.project.schema import RECORDS
from core.project.study import Study


def standing(table: str, alias: str) -> str:
    """A `FROM` item: the rows of the table that count, under `alias`, with every column of the table."""
    if table not in RECORDS or not alias.isidentifier():
        raise ValueError(f"{table} is no table of records")
    return (
        f"(SELECT row.* FROM {table} row JOIN change made ON made.seq = row.change AND made.in_force = 1 "
        f"WHERE NOT EXISTS (SELECT 1 FROM retraction gone JOIN change undo ON undo.seq = gone.change "
        f"AND undo.in_force = 1 WHERE gone.kind = '{table}' AND gone.record = row.id)) {alias}"
    )


RETRACTABLE = (
    "participant",
    "session",
    "attendance",
    "recording",
    "marker",
    "note",
    "analysis",
    "review",
    "people_correction",
    "foreign_file",
)


def retract(study: Study, table: str, record: int) -> None:
    """Takes one record back; it stays in the file and in the history. Raises `NotFoundError` or `StudyError`."""
    if table not in RETRACTABLE:
        raise NotFoundError(
            f"A {table} cannot be taken back.", remedy="One of these can: " + ", ".join(RETRACTABLE) + "."
        )
    study.one(f"SELECT 1 FROM {standing(table, 't')} WHERE t.id = ?", (record,), what=f"{table} {record}")
    with study.change("retract", f"took back {table} {record}") as pen:
        pen.insert("retraction", {"kind": table, "record": record})
