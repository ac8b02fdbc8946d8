"""Small pictures that cost time to make. In: a key and bytes. Out: the bytes, or None.

They show faces, so they lie in the study and nowhere else: encrypted with it, gone with it, and not in an export.
"""

from typing import Any

from core.project.study import Study

MOST_BYTES = 256 << 20
"""When the thumbnails of a study exceed this, those used longest ago make room."""


def thumbnail(study: Study, key: str) -> bytes | None:
    """The bytes kept under the key. Raises `StudyError`."""
    found = study.rows("SELECT body FROM cache WHERE key = ?", (key,))
    return bytes(found[0][0]) if found else None


def keep_thumbnails(study: Study, bodies: dict[str, bytes]) -> None:
    """Keeps several at once; does nothing in a study that is open for reading only. Raises `StudyError`."""
    if not study.writable or not bodies:
        return
    with study.transaction():
        run = study.connection.execute
        newest = int(run("SELECT coalesce(max(used), 0) FROM cache").get) + 1
        for key, body in bodies.items():
            run("INSERT OR REPLACE INTO cache VALUES (?, ?, ?)", (key, newest, body))
        total = int(run("SELECT coalesce(sum(length(body)), 0) FROM cache").get)
        oldest_first: list[tuple[Any, ...]] = run("SELECT key, length(body) FROM cache ORDER BY used, key").fetchall()
        for key, size in oldest_first:
            if total <= MOST_BYTES or key in bodies:
                break
            run("DELETE FROM cache WHERE key = ?", (key,))
            total -= size


def drop_thumbnails(study: Study) -> None:
    """Removes all of them; they can be made again. Raises `StudyError`."""
    with study.transaction():
        study.connection.execute("DELETE FROM cache")
