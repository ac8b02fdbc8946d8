"""A file of another tool before it is understood. Comes in: a path. Goes out: its hash, its encoding and its text.

Reads UTF-8 and UTF-16 with or without a byte order mark, and as a last resort Windows-1252, which every byte sequence
of an older Windows or Latin-1 program fits. Must not know: formats.
"""

import codecs
import csv
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.errors import ExpectedError

CHUNK = 1 << 20
HEAD = 1 << 16
MOST_TEXT = 256 << 20
MOST_FIELD = 1 << 20
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
PACKED = {
    b"PK\x03\x04": "Unpack it, or save a spreadsheet as CSV or TSV, and import that.",
    b"\x1f\x8b": "Unpack it (a .boris.gz holds a .boris project) and import what is inside.",
}


class ForeignFileError(ExpectedError):
    """A file of another tool that cannot be read as a whole. Nothing of it was imported."""

    def __init__(self, problem: str, *, remedy: str, line: int | None = None) -> None:
        super().__init__(problem, remedy=remedy)
        self.line = line
        """Counted from 1; None where the problem has no single line."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was looked through once."""

    path: Path
    sha256: str
    size: int
    """Bytes."""
    line_ends: int
    """Line feeds in it, for saying how far a reader is."""
    encoding: str
    note: str
    """A sentence when the encoding is a guess; else empty."""

    def error(self, problem: str, *, remedy: str, line: int | None = None) -> ForeignFileError:
        """The error to raise for this file, its name and line in front."""
        place = self.path.name if line is None else f"{self.path.name}, line {line}"
        return ForeignFileError(f"{place}: {problem}", remedy=remedy, line=line)

    def head(self) -> str:
        """The first characters, for recognising a format."""
        with self.path.open("rb") as file:
            start = file.read(HEAD)
        # Incremental: the last character may be cut in two.
        return codecs.getincrementaldecoder(self.encoding)(_errors(self.encoding)).decode(start)

    def text(self) -> str:
        """The whole text with line ends as they are. Raises `ForeignFileError` for more than `MOST_TEXT` bytes."""
        if self.size > MOST_TEXT:
            raise self.error(
                f"the file has {self.size >> 20} MiB; {MOST_TEXT >> 20} MiB are the most for its kind.",
                remedy="Export a shorter stretch from the tool that wrote it.",
            )
        return self.path.read_bytes().decode(self.encoding, _errors(self.encoding))

    def lines(self) -> io.TextIOWrapper:
        """The text as a stream, to be closed by the caller."""
        return io.TextIOWrapper(self.path.open("rb"), encoding=self.encoding, errors=_errors(self.encoding), newline="")

    def rows(self, delimiter: str) -> Iterator[tuple[int, list[str]]]:
        """The rows of a delimited file with the number of their last line; blank lines are passed over."""
        csv.field_size_limit(MOST_FIELD)
        with self.lines() as stream:
            reader = csv.reader(stream, delimiter=delimiter)
            while True:
                try:
                    row = next(reader)
                except StopIteration:
                    return
                except csv.Error as problem:
                    raise self.error(
                        f"this is no table ({problem}).",
                        remedy="Export the table again, as CSV or TSV with one header line.",
                        line=reader.line_num,
                    ) from problem
                if any(cell.strip() for cell in row):
                    yield reader.line_num, row


def examine(path: Path) -> Source:
    """Looks a file through once. Raises `ForeignFileError` when it is missing, empty, packed or no text."""
    digest, size = hashlib.sha256(), 0
    utf8: codecs.IncrementalDecoder | None = codecs.getincrementaldecoder("utf-8")()
    start, nulls, line_ends = b"", 0, 0
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                start = start or chunk[:HEAD]
                digest.update(chunk)
                size += len(chunk)
                nulls += chunk.count(0)
                line_ends += chunk.count(b"\n")
                utf8 = _still(utf8, chunk, final=False)
    except OSError as problem:
        raise ForeignFileError(
            f"{path.name} cannot be read: {problem.strerror or problem}.",
            remedy="Check that the file exists, that it is a file and that you may read it.",
        ) from problem
    utf8 = _still(utf8, b"", final=True)
    whole = Source(path, digest.hexdigest(), size, line_ends, "utf-8", "")
    if not size:
        raise whole.error("the file is empty.", remedy="Export it again from the tool that wrote it.")
    for magic, remedy in PACKED.items():
        if start.startswith(magic):
            raise whole.error("the file is packed, not a text.", remedy=remedy)
    encoding, note = _encoding(start, is_utf8=utf8 is not None, nulls=nulls)
    if not encoding:
        raise whole.error(
            "this is no text file.",
            remedy="Choose an export of ELAN, BORIS, py-feat or OpenFace, or subtitles in WebVTT or SRT.",
        )
    source = Source(path, whole.sha256, size, line_ends, encoding, note)
    if encoding.startswith("utf-16"):
        _check_utf16(source)
    return source


def _encoding(start: bytes, *, is_utf8: bool, nulls: int) -> tuple[str, str]:
    for mark, name in MARKS:
        if start.startswith(mark):
            return (name, "") if name != "utf-8-sig" or (is_utf8 and not nulls) else ("", "")
    if nulls:
        # Text without a mark has a zero in every other byte where it is UTF-16 of a European language.
        even, odd = start[0::2].count(0), start[1::2].count(0)
        if (
            len(start) >= 2
            and max(even, odd) > 0.6 * (len(start) // 2)
            and min(even, odd) < 0.1 * (len(start) // 2 + 1)
        ):
            name = "utf-16-be" if even > odd else "utf-16-le"
            return name, f"The file has no byte order mark; it was read as {name.upper()}."
        return "", ""
    if is_utf8:
        return "utf-8", ""
    return "cp1252", "The file is not UTF-8; it was read as Windows-1252, so check letters with accents."


def _check_utf16(source: Source) -> None:
    try:
        with source.lines() as stream:
            while stream.read(CHUNK):
                pass
    except UnicodeError as problem:
        raise source.error(
            "the text is damaged: it begins as UTF-16 and does not go on so.",
            remedy="Export it again, as UTF-8 where you can choose.",
        ) from problem


def _still(decoder: codecs.IncrementalDecoder | None, chunk: bytes, *, final: bool) -> codecs.IncrementalDecoder | None:
    """The decoder while what it saw is valid, else None."""
    if decoder is None:
        return None
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return None
    return decoder


def _errors(encoding: str) -> str:
    return "cp1252-or-latin-1" if encoding == "cp1252" else "strict"


def _as_latin_1(problem: UnicodeError) -> tuple[str, int]:
    """The five bytes that Windows-1252 leaves open, as Latin-1 has them."""
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    return problem.object[problem.start : problem.end].decode("latin-1"), problem.end


codecs.register_error("cp1252-or-latin-1", _as_latin_1)
