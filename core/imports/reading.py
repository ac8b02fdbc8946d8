"""The door for files of other tools. Comes in: a path. Goes out: an `Imported`, by what the file holds, not its name.

A stage: every yield is a cancel point, and a file is imported whole or not at all. Must not know: studies.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from core.imports.boris import read_boris
from core.imports.boris_table import HEADER_WITHIN, header_columns, read_boris_table
from core.imports.elan import read_elan
from core.imports.openface import is_openface, read_openface
from core.imports.py_feat import is_py_feat, read_py_feat
from core.imports.source import Source, examine
from core.imports.subtitles import is_srt, read_srt, read_webvtt
from core.progress import Progress, Stage
from core.records.foreign import Imported

Kind = Literal["eaf", "boris", "boris table", "py-feat", "openface", "webvtt", "srt"]
DELIMITERS = ("\t", ",", ";")


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file is."""

    kind: Kind
    delimiter: str = ""
    """Of a table."""
    header: tuple[str, ...] = ()
    """Names of a table's columns."""


def read_foreign(path: Path, *, frame_times_s: Sequence[float] | None = None) -> Stage[Imported]:
    """Reads a file of another tool. `frame_times_s`: times of the recording's frames, where a table has numbers.

    Raises `ForeignFileError`, an `ExpectedError`, with the place of what is wrong; then nothing was imported.
    """
    yield Progress(f"reading {path.name}", 0, 1, "files")
    source = examine(path)
    found = recognise(source)
    try:
        match found.kind:
            case "eaf":
                return read_elan(source)
            case "boris":
                return read_boris(source)
            case "boris table":
                return read_boris_table(source, found.delimiter)
            case "openface":
                return (yield from read_openface(source, found.delimiter, found.header))
            case "py-feat":
                return (yield from read_py_feat(source, found.delimiter, found.header, frame_times_s=frame_times_s))
            case "webvtt":
                return read_webvtt(source)
            case "srt":
                return read_srt(source)
    except (OSError, UnicodeError) as problem:
        raise source.error(
            "the file changed or vanished while it was read.", remedy="Copy it to this computer and import the copy."
        ) from problem


def recognise(source: Source) -> Recognised:
    """What a file is, by its beginning. Raises `ForeignFileError` for what is none of the kinds."""
    head = source.head().lstrip("\ufeff")
    start = head.lstrip()
    if start.startswith("WEBVTT"):
        return Recognised("webvtt")
    if start.startswith("<"):
        return Recognised("eaf")
    if start.startswith("{"):
        return Recognised("boris")
    for delimiter in DELIMITERS:
        for place, row in enumerate(_rows(head, delimiter)):
            if place == 0 and is_openface(row):
                return Recognised("openface", delimiter, tuple(row))
            if place == 0 and is_py_feat(row):
                return Recognised("py-feat", delimiter, tuple(row))
            if header_columns(row) is not None:
                return Recognised("boris table", delimiter)
    if is_srt(head):
        return Recognised("srt")
    raise source.error(
        "this is no file that can be imported.",
        remedy="Choose an .eaf of ELAN, a .boris project or event table of BORIS, a CSV of py-feat or OpenFace, or "
        "subtitles in WebVTT or SRT.",
    )


def _rows(head: str, delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
    for _ in range(HEADER_WITHIN):
        try:
            row = next(reader)
        except (StopIteration, csv.Error):
            return
        if any(cell.strip() for cell in row):
            yield row
