"""File systems that fail, for the fault harness. In: a plan. Out: an SQLite VFS below the study's own.

`FaultyDisk` fails one write, sync, truncate or delete, chosen by its number: with ENOSPC, with EIO, or torn (the first
half of a page is written, then the power is gone). After a torn write everything fails, as after a power cut.
`LosingDisk` keeps what was not synced in memory and, when the power goes, writes a random part of it in random order,
sector by sector: the worst a disk may do that honours a sync.
"""

import errno
import random
from pathlib import Path

import apsw

from core.project.container import system_base

SECTOR = 512
FAILURES = {"full": apsw.FullError, "io": apsw.IOError, "torn": apsw.IOError}


class FaultyDisk(apsw.VFS):
    """Fails at the operation with the number `at`; counts operations in `done`."""

    def __init__(self, name: str) -> None:
        self.at = -1
        self.how = "io"
        self.done = 0
        self.dead = False
        super().__init__(name, system_base(), maxpathname=0)

    def plan(self, at: int, how: str) -> None:
        self.at, self.how, self.done, self.dead = at, how, 0, False

    def calm(self) -> None:
        self.plan(-1, "io")

    def strike(self) -> bool:
        """Counts one operation; True where a write is to be torn; raises where it is to fail."""
        if self.dead:
            raise apsw.IOError("the power is gone")
        self.done += 1
        if self.done - 1 != self.at:
            return False
        if self.how == "torn":
            self.dead = True
            return True
        error = FAILURES[self.how]("planned")
        error.__cause__ = OSError(errno.ENOSPC if self.how == "full" else errno.EIO, "planned")
        raise error

    def excepthook(self, *_: object) -> bool:
        return True

    def xOpen(self, name, flags):
        return FaultyFile(self, name, flags)

    def xDelete(self, name, syncdir):
        if self.strike():
            raise apsw.IOError("the power is gone")
        return super().xDelete(name, syncdir)


class FaultyFile(apsw.VFSFile):
    """A file of `FaultyDisk`."""

    def __init__(self, disk: FaultyDisk, name, flags) -> None:
        self.disk = disk
        super().__init__(system_base(), name, flags)

    def excepthook(self, *_: object) -> bool:
        return True

    def xWrite(self, data, offset):
        if self.disk.strike():
            super().xWrite(bytes(data)[: max(1, len(data) // 2)], offset)
            raise apsw.IOError("the power is gone")
        super().xWrite(data, offset)

    def xSync(self, flags):
        if self.disk.strike():
            raise apsw.IOError("the power is gone")
        super().xSync(flags)

    def xTruncate(self, newsize):
        if self.disk.strike():
            raise apsw.IOError("the power is gone")
        super().xTruncate(newsize)


class LosingDisk(apsw.VFS):
    """Nothing is on the disk before it is synced; at `at` operations the power goes."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.files: dict[str, dict[int, bytes]] = {}
        self.deleted: set[str] = set()
        self.at, self.done, self.dead = -1, 0, False
        self.draw = random.Random(0)
        super().__init__(name, system_base(), maxpathname=0)

    def plan(self, at: int, seed: int) -> None:
        self.files, self.at, self.done, self.dead = {}, at, 0, False
        self.draw = random.Random(seed)

    def strike(self) -> None:
        if self.dead:
            raise apsw.IOError("the power is gone")
        self.done += 1
        if self.done - 1 == self.at:
            self.dead = True
            raise apsw.IOError("the power is gone")

    def excepthook(self, *_: object) -> bool:
        return True

    def power_cut(self) -> None:
        """Writes a random part of what was not synced, in random order."""
        for name, pending in self.files.items():
            path = Path(name)
            if not path.exists():
                continue
            sectors = list(pending.items())
            self.draw.shuffle(sectors)
            with path.open("r+b") as file:
                for offset, data in sectors[: self.draw.randint(0, len(sectors))]:
                    file.seek(offset)
                    file.write(data)
        self.files = {}

    def xOpen(self, name, flags):
        return LosingFile(self, name, flags)

    def xDelete(self, name, syncdir):
        self.strike()
        self.files.pop(str(name), None)
        return super().xDelete(name, syncdir)


class LosingFile(apsw.VFSFile):
    """A file of `LosingDisk`: writes wait in memory for the sync, by sector."""

    def __init__(self, disk: LosingDisk, name, flags) -> None:
        self.disk = disk
        self.path = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        self.closed = False
        super().__init__(system_base(), name, flags)

    def excepthook(self, *_: object) -> bool:
        return True

    @property
    def pending(self) -> dict[int, bytes]:
        return self.disk.files.setdefault(self.path, {})

    def xFileSize(self):
        ends = [offset + len(data) for offset, data in self.pending.items()]
        return max([super().xFileSize(), *ends])

    def xRead(self, amount, offset):
        size = super().xFileSize()
        stored = super().xRead(min(amount, size - offset), offset) if offset < size else b""
        data = bytearray(stored.ljust(amount, b"\0"))
        for at, sector in self.pending.items():
            first, last = max(at, offset), min(at + len(sector), offset + amount)
            if first < last:
                data[first - offset : last - offset] = sector[first - at : last - at]
        return bytes(data[: max(0, min(amount, self.xFileSize() - offset))])

    def xWrite(self, data, offset):
        self.disk.strike()
        data = bytes(data)
        position = 0
        while position < len(data):
            at = offset + position
            start = at - at % SECTOR
            step = min(len(data) - position, start + SECTOR - at)
            known = bytearray(self.xRead(SECTOR, start))
            if len(known) < at - start + step:
                known.extend(bytes(at - start + step - len(known)))
            known[at - start : at - start + step] = data[position : position + step]
            self.pending[start] = bytes(known)
            position += step

    def xSync(self, flags):
        self.disk.strike()
        for offset, data in sorted(self.pending.items()):
            super().xWrite(data, offset)
        self.disk.files[self.path] = {}
        super().xSync(flags)

    def xTruncate(self, newsize):
        self.disk.strike()
        kept: dict[int, bytes] = {}
        for offset, data in self.pending.items():
            if offset < newsize:
                kept[offset] = data[: newsize - offset]
        self.disk.files[self.path] = kept
        if super().xFileSize() > newsize:
            super().xTruncate(newsize)
