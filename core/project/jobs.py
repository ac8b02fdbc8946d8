"""Unfinished work. In: finished pieces of a long job. Out: the same after a crash, so that it goes on from there.

Pieces lie in the study, so they are encrypted and vanish with it; they are no records, leave no history and are in no
export. Each is one transaction; they go in the transaction that saves the result.
"""

from core.project.study import Pen, Study
from core.records.study import Job


class StudyPieces:
    """`core.pieces.Pieces` inside a study. Used, like the study, by one thread at a time."""

    def __init__(self, study: Study, name: str, *, recording: int | None = None) -> None:
        """`name`: the job in words; a later job of the same name takes its place. `recording`: where it is known."""
        self._study, self._name, self._recording = study, name, recording
        self._job: int | None = None

    def begin(self, key: str, *, resume: bool) -> tuple[int, ...]:
        """See `Pieces`. Raises `StudyError`."""
        study = self._study
        with study.transaction():
            run = study.connection.execute
            found = study.rows("SELECT id FROM job WHERE name = ? AND key = ?", (self._name, key))
            self._job = int(found[0][0]) if found and resume else None
            run("DELETE FROM job WHERE name = ? AND id IS NOT ?", (self._name, self._job))
            if self._job is None:
                run("INSERT INTO job (name, recording, key) VALUES (?, ?, ?)", (self._name, self._recording, key))
                self._job = study.connection.last_insert_rowid()
        rows = study.rows("SELECT ordinal FROM piece WHERE job = ? ORDER BY ordinal", (self._job,))
        return tuple(int(row[0]) for row in rows)

    def read(self, ordinal: int) -> bytes:
        """See `Pieces`. Raises `StudyError`."""
        row = self._study.one(
            "SELECT body FROM piece WHERE job = ? AND ordinal = ?", (self._job, ordinal), what=f"piece {ordinal}"
        )
        return bytes(row[0])

    def add(self, ordinal: int, body: bytes) -> None:
        """See `Pieces`; on the disk when this returns. Raises `StudyError`."""
        with self._study.transaction():
            self._study.connection.execute("INSERT OR REPLACE INTO piece VALUES (?, ?, ?)", (self._job, ordinal, body))

    def clear(self, pen: Pen | None = None) -> None:
        """See `Pieces`; with `pen`, in that change, so that result and pieces change places at once."""
        if pen is not None:
            pen.connection.execute("DELETE FROM job WHERE id = ?", (self._job,))
            return
        with self._study.transaction():
            self._study.connection.execute("DELETE FROM job WHERE id = ?", (self._job,))


def unfinished_jobs(study: Study) -> tuple[Job, ...]:
    """Jobs that were begun and not finished: what to offer after a crash. Raises `StudyError`."""
    rows = study.rows(
        "SELECT j.id, j.name, j.recording, count(p.job), j.key FROM job j LEFT JOIN piece p ON p.job = j.id "
        "GROUP BY j.id ORDER BY j.id"
    )
    return tuple(Job(*row) for row in rows)
