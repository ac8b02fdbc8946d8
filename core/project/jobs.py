"""Unfinished work. In: finished pieces of a long job. Out: the same after a crash, so that it goes on from there.

Pieces lie in the study, so they are encrypted and vanish with it; they are no records and leave no history. When the
result is saved, `finish_job` removes them in a transaction of its own.
"""

from core.project.study import Study
from core.records.study import Job


def begin_job(study: Study, name: str, *, key: str, recording: int | None = None) -> int:
    """The number of the job with this key: the unfinished one, or a new one. Raises `StudyError`.

    `key`: everything the result depends on, in any spelling; other settings are another job.
    """
    found = study.rows("SELECT id FROM job WHERE name = ? AND key = ? AND recording IS ?", (name, key, recording))
    if found:
        return int(found[0][0])
    with study.transaction():
        study.connection.execute("INSERT INTO job (name, recording, key) VALUES (?, ?, ?)", (name, recording, key))
        return study.connection.last_insert_rowid()


def keep_piece(study: Study, job: int, *, ordinal: int, body: bytes) -> None:
    """Saves one finished piece; it is on the disk when this returns. Raises `StudyError`."""
    with study.transaction():
        study.connection.execute("INSERT OR REPLACE INTO piece VALUES (?, ?, ?)", (job, ordinal, body))


def pieces(study: Study, job: int) -> dict[int, bytes]:
    """The finished pieces by their number. Raises `StudyError`."""
    return dict(study.rows("SELECT ordinal, body FROM piece WHERE job = ? ORDER BY ordinal", (job,)))


def unfinished_jobs(study: Study) -> tuple[Job, ...]:
    """Jobs that were begun and not finished: what to offer after a crash. Raises `StudyError`."""
    rows = study.rows(
        "SELECT j.id, j.name, j.recording, count(p.job) FROM job j LEFT JOIN piece p ON p.job = j.id "
        "GROUP BY j.id ORDER BY j.id"
    )
    return tuple(Job(*row) for row in rows)


def finish_job(study: Study, job: int) -> None:
    """Removes a job and its pieces, once its result is saved or nobody wants it. Raises `StudyError`."""
    with study.transaction():
        study.connection.execute("DELETE FROM job WHERE id = ?", (job,))
