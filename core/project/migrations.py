"""From every earlier version of the tables to the present one. In: a connection. Out: the same study, newer.

Each step is one transaction together with the note that it was made. A new study is made by the same steps, so there
is one path to the present form and it is walked in every test. The caller makes the backup before.
"""

import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import apsw

from core.project.schema import APPLICATION_ID, RECORDS_V1, RECORDS_V3, V1, V2, V3, guards, history_guards

VERSION = 3
"""Version of the tables that this program writes."""
READABLE_FROM = 1
"""The oldest program version, in tables, that can read what this one writes without misunderstanding it."""


@dataclass(frozen=True, slots=True)
class Step:
    """From the version before to `version`."""

    version: int
    what: str
    run: Callable[[apsw.Connection], None]


def version_of(connection: apsw.Connection) -> int:
    """The version of the study's tables; 0 for a file without any."""
    return int(connection.pragma("user_version"))


def pending(version: int) -> tuple[Step, ...]:
    """The steps that a study of that version still needs. Changes nothing."""
    return tuple(step for step in STEPS if step.version > version)


def migrate(connection: apsw.Connection) -> tuple[int, ...]:
    """Makes the pending steps and returns their versions. Raises `apsw.Error`; the step in question is then undone."""
    made: list[int] = []
    for step in pending(version_of(connection)):
        connection.execute("BEGIN IMMEDIATE")
        try:
            step.run(connection)
            connection.execute(
                "INSERT INTO meta VALUES ('readable_from', ?1) ON CONFLICT (key) DO UPDATE SET value = ?1",
                (str(READABLE_FROM),),
            )
            connection.pragma("user_version", step.version)
            connection.execute("COMMIT")
        except BaseException:  # whatever stops a step, no half of it may stay
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        made.append(step.version)
    return tuple(made)


def _first(connection: apsw.Connection) -> None:
    connection.pragma("application_id", APPLICATION_ID)
    connection.execute(V1)
    connection.execute(guards((*RECORDS_V1, "audit")) + "\n" + history_guards())


def _second(connection: apsw.Connection) -> None:
    """A screen shows labels: they leave the packed segments for columns. Room for unfinished jobs and thumbnails."""
    connection.execute(V2)
    rows: list[tuple[Any, ...]] = connection.execute("SELECT id, body FROM segment").fetchall()
    for row, body in rows:
        reading = json.loads(zlib.decompress(body))["reading"]
        if reading is not None:
            connection.execute(
                "UPDATE segment SET label = ?, probability = ? WHERE id = ?",
                (reading["label"], probability(reading), row),
            )


def _third(connection: apsw.Connection) -> None:
    """Room for what other tools coded. Nothing that was there changes."""
    connection.execute(V3)
    connection.execute(guards(RECORDS_V3))


def probability(reading: dict[str, object]) -> float | None:
    """The probability of the reading's label as a stored reading gives it; None for `unclear`."""
    distribution = reading["distribution"]
    value = distribution.get(reading["label"]) if isinstance(distribution, dict) else None
    return float(value) if isinstance(value, int | float) else None


STEPS = (
    Step(1, "the first tables", _first),
    Step(2, "labels as columns, unfinished jobs, thumbnails", _second),
    Step(3, "tracks of other tools, and whom they are about", _third),
)
