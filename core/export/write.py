"""Puts the five files into a folder, whole or not at all.

Comes in: an `Analysis` and key frames. Goes out: files. Each is written beside its place under another name, flushed
to the disk and, once all are, renamed. Must not know: what the files hold.
"""

import hashlib
import os
import secrets
from collections.abc import Iterable, Mapping
from contextlib import suppress
from errno import EACCES, EDQUOT, EFBIG, EISDIR, ENOSPC, ENOTDIR, EPERM, EROFS
from pathlib import Path

from core.errors import OutputError
from core.export.document import json_pieces, segment_documents
from core.export.measurements_csv import measurements_csv
from core.export.report import report_html
from core.export.segments_csv import segments_csv
from core.export.timeline import timeline_png
from core.records.analysis import Analysis

FILES = ("segments.csv", "measurements.csv", "timeline.png", "report.html", "analysis.json")
"""In the order in which they get their names: a folder with a new analysis.json has the others too."""


def outputs(analysis: Analysis, *, key_frames: Mapping[str, bytes]) -> dict[str, Iterable[bytes]]:
    """The contents of the files by name, made piece by piece; `key_frames` are JPEG bytes by segment id."""
    digest = hashlib.sha256()
    for piece in json_pieces(analysis):
        digest.update(piece)
    return {
        "segments.csv": segments_csv(segment_documents(analysis)),
        "measurements.csv": measurements_csv(analysis.people),
        "timeline.png": [timeline_png(analysis)],
        "report.html": report_html(analysis, json_sha256=digest.hexdigest(), key_frames=key_frames),
        "analysis.json": json_pieces(analysis),
    }


def write_outputs(analysis: Analysis, *, out: Path, key_frames: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Writes analysis.json, report.html, timeline.png, segments.csv and measurements.csv into `out`, made if need be.

    `key_frames` are JPEG bytes by segment id. Files of an earlier run are replaced; until the new ones are safely on
    the disk they stay as they are. Raises `OutputError` where the folder cannot be made or written or the disk is
    full; no partly written file is left behind.
    """
    contents = outputs(analysis, key_frames=key_frames)
    made = not out.exists()
    waiting: dict[Path, Path] = {}
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            temporary = out / f".{name}.{secrets.token_hex(6)}.part"
            waiting[temporary] = out / name
            _write(temporary, contents[name])
        for temporary, place in waiting.items():
            temporary.replace(place)
        _flush_folder(out)
    except OSError as error:
        raise _refused(out, error) from error
    finally:
        for temporary in waiting:  # those that were renamed are gone
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        if made:
            with suppress(OSError):  # which refuses a folder that holds something
                out.rmdir()
    return tuple(out / name for name in FILES)


def _write(path: Path, content: Iterable[bytes]) -> None:
    with path.open("xb") as file:
        file.writelines(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Makes the renames themselves durable where a folder can be opened, which Windows does not allow."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _refused(out: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    remedy = "Choose another folder with --out."
    if isinstance(error, FileExistsError | NotADirectoryError) or error.errno == ENOTDIR:
        return OutputError(f"The results cannot be written to {out}: there is a file of that name.", remedy=remedy)
    if error.errno in {ENOSPC, EDQUOT, EFBIG}:
        remedy = "Free some space there or choose another folder with --out."
        return OutputError(f"The results do not fit into the folder {out}: {reason}.", remedy=remedy)
    if error.errno in {EACCES, EPERM, EROFS, EISDIR}:
        remedy = "Close its files in other programs, or choose another folder with --out."
    return OutputError(f"The results cannot be written to the folder {out}: {reason}.", remedy=remedy)
