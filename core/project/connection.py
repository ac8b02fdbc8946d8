"""An SQLite connection to a study. In: a path and the data key. Out: a connection that waits for the disk.

Journal mode DELETE, not WAL: between two verbs the study is one file that can be copied with any file manager, while a
WAL keeps committed work in a second file until a checkpoint (tried: of 200 commits, a copy of the one file held none),
needs shared memory that network shares do not have, and gains a single writer nothing that anybody would notice.
`synchronous = EXTRA` also waits for the folder entry of the removed journal, without which a power cut could bring the
journal, and with it the state before, back.
"""

from pathlib import Path

import apsw

from core.project.container import file_system
from core.project.header import CIPHER
from core.project.schema import PAGE_BYTES
from core.project.vault import derived

WAIT_MS = 5000
"""How long a reader waits for a writer's commit, and the other way round."""
CACHE_KIB = 32768


def connect(path: Path, *, data_key: bytes | None, base: str, writable: bool) -> apsw.Connection:
    """Opens the database behind the header; `data_key` None: not encrypted. Raises `apsw.Error`."""
    flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE if writable else apsw.SQLITE_OPEN_READONLY
    name = file_system(base)
    # The prefix puts the cipher of SQLite3 Multiple Ciphers above our file system.
    connection = apsw.Connection(str(path), flags=flags, vfs=f"multipleciphers-{name}" if data_key else name)
    connection.set_busy_timeout(WAIT_MS)
    if data_key is not None:
        connection.pragma("cipher", CIPHER)
        raw = b"raw:" + derived(data_key, "database").hex().encode()
        connection.pragma("hexkey", raw.hex())
    if writable:
        connection.pragma("page_size", PAGE_BYTES)
        connection.pragma("journal_mode", "delete")
        connection.pragma("synchronous", "extra")
        connection.pragma("secure_delete", True)
    connection.pragma("foreign_keys", True)
    connection.pragma("temp_store", 2)
    connection.pragma("cache_size", -CACHE_KIB)
    connection.pragma("trusted_schema", False)
    return connection
