"""The folder of a run. In: names and bytes. Out: files that are whole or not there, sealed where the run has a key.

A file is written beside its place, has reached the disk before it takes the place, and the folder's entry too: a crash
at any instant leaves the old file or the new one. Must not know: what is written.
"""

import errno
import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from core.errors import OutputError
from core.models.store import sync_folder
from core.sealing import SealError, is_sealed, sealing, unseal

UNFINISHED = ".unfinished-"
"""How the names of files and folders begin that are being written or taken away."""


class Workspace:
    """See the module. `key`: 32 bytes for what comes from an encrypted study, else None."""

    def __init__(self, folder: Path, key: bytes | None) -> None:
        self.root = folder
        self.key = key

    def write(self, name: str, data: bytes) -> None:
        """Keeps a file, in place of an older one of that name. Raises `OutputError`, `SealError`; then the old stays.

        `name` may lie in folders: `features/…`.
        """
        path = self.root / name
        part = path.with_name(f"{UNFINISHED}{secrets.token_hex(4)}-{path.name}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.write_new(part, data)
            part.replace(path)
            sync_folder(path.parent)
        except OSError as failure:
            raise cannot_keep(path, failure) from failure
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def write_new(self, path: Path, data: bytes) -> None:
        """Writes a file that is not seen yet, and waits for the disk. Raises `OSError`, `SealError`."""
        write_through(path, [data] if self.key is None else sealing(self.key, data))

    def read(self, name: str) -> bytes:
        """A file's bytes. Raises `OutputError` where it cannot be read, `SealError` where the key does not open it."""
        path = self.root / name
        try:
            return self.opened(path.read_bytes())
        except OSError as failure:
            raise OutputError(
                f"{path} cannot be read ({failure.strerror or failure}).",
                remedy="Look whether its disk answers; a run whose files are gone is begun anew.",
            ) from failure

    def opened(self, data: bytes) -> bytes:
        """What a file of this run holds. Raises `SealError` where a key is missing or another one."""
        if self.key is not None:
            return unseal(self.key, data)
        if is_sealed(data):
            raise SealError(
                "This run's files are encrypted, as the study is that it learns from.",
                remedy="Open them with that study's passphrase.",
            )
        return data

    def exists(self, name: str) -> bool:
        """Whether a file of that name is kept."""
        return (self.root / name).is_file()

    def folder(self, name: str) -> Path:
        """A folder in this one, made where it is missing; what others put there is not sealed. Raises `OutputError`."""
        path = self.root / name
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as failure:
            raise cannot_keep(path, failure) from failure
        return path

    def sweep(self) -> None:
        """Takes away what a crash left half written. Only for the process that has the run."""
        for path in self.root.rglob(UNFINISHED + "*"):
            if path.is_file():
                path.unlink(missing_ok=True)


def write_through(path: Path, pieces: Iterable[bytes]) -> None:
    """Writes a new file and waits for the disk. Raises `OSError`."""
    with path.open("xb") as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())


def cannot_keep(path: Path, failure: OSError) -> OutputError:
    """The sentence for something that could not be written at `path`."""
    if failure.errno in (errno.ENOSPC, errno.EDQUOT):
        return OutputError(
            f"The disk is full: {path.name} was not kept. What was kept before is whole.",
            remedy=f"Free some space on the disk of {path.parent}, then go on with the run.",
        )
    return OutputError(
        f"{path} cannot be written ({failure.strerror or failure}). What was kept before is whole.",
        remedy="Make its folder writable, then go on with the run.",
    )
