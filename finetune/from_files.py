"""Examples out of files: conversations as those of Emo-CFG, plain lines of JSON, and tables of clips with labels.

| file | what it holds |
|---|---|
| `.json` | an array of objects |
| `.jsonl` | one object a line |
| `.csv` | `path,label`, where wanted `start_s,end_s,person,session,task`; several labels stand with `;` between them |

An object with `messages` is a conversation: `messages` (role and content), `videos` (one path, or none for words
alone), and where wanted `source`, `person`, `session`, `start`, `end`, `task`, `stage`. The video's tag begins the
first words of the user, as `<video>` and a new line or a full stop, both kept as they are; without a tag the question
is put as this program puts it. Any other object is plain: `video`, `start_s`, `end_s`, `person`, `session`, `stage`,
and `task` with `labels` or `answer`, or `question` with either. Labels without a task are of seven emotions
(`emotion-7`). Times are seconds after the recording's first frame; left out, the whole file is meant. Relative paths
start from the file that names them. A label that a task does not have is kept as it stands: validation names it.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from core.errors import FootageError, UsageError
from core.progress import Progress, Stage
from core.project.media import fingerprint
from finetune.clips import probed
from finetune.entries import Entry, entry_of, row_of
from finetune.examples import ClipPlace, Example

_TABLE = ("path", "label", "start_s", "end_s", "person", "session", "task")
_EVERY = 64
"""Entries between two cancel points."""


def read_file(path: Path) -> Stage[tuple[Example, ...]]:
    """The examples of a file in its order. Every yield is a cancel point.

    A recording that is not there or cannot be decoded is no failure here: its clip has no length, and validation names
    it. Raises `UsageError`, naming line and key, where the file is not as it should be.
    """
    read = _READERS.get(path.suffix.lower())
    if read is None:
        raise UsageError(
            f"{path.name} is no data set: its ending is {path.suffix or 'missing'}.",
            remedy="Files are .json (Emo-CFG), .jsonl or .csv.",
        )
    found: list[Example] = []
    entries = list(read(path))
    looked: dict[Path, tuple[str, float]] = {}
    for number, entry in enumerate(entries):
        if number % _EVERY == 0:
            yield Progress(f"reading {path.name}", number, len(entries), "conversations")
        clip: ClipPlace | None = None
        if entry.video is not None:
            if entry.video not in looked:
                looked[entry.video] = yield from _looked_at(entry.video)
            sha256, duration_s = looked[entry.video]
            end_s = max(duration_s, entry.start_s) if entry.end_s is None else entry.end_s
            clip = ClipPlace(entry.video, sha256, entry.start_s, end_s)
        known = entry.known
        found.append(
            Example(known.stage, known.task, entry.turns, clip, entry.person, entry.session, known.labels, entry.where)
        )
    return tuple(found)


def _looked_at(video: Path) -> Stage[tuple[str, float]]:
    """SHA-256 and length in s; of a file that cannot be decoded the length is 0, of one that is not there both are."""
    yield Progress(f"looking into {video.name}", 0, 1, "recordings")
    try:
        found = probed(video)
    except FootageError:
        try:
            return (yield from fingerprint(video)), 0.0
        except FootageError:
            return "", 0.0
    return found.sha256, found.duration_s


# -------------------------------------------------------------------------------------------------- forms of files


def _from_json(path: Path) -> Iterator[Entry]:
    held = _parsed(_text_of(path), path.name)
    if not isinstance(held, list):
        raise UsageError(f"{path.name} holds no array.", remedy="Write [ {…}, {…} ], or one object a line as .jsonl.")
    for number, one in enumerate(cast("list[object]", held), start=1):
        yield entry_of(one, f"{path.name}, entry {number}", path.parent)


def _from_lines(path: Path) -> Iterator[Entry]:
    for number, line in enumerate(_text_of(path).split("\n"), start=1):
        where = f"{path.name}, line {number}"
        if line.strip():
            yield entry_of(_parsed(line, where), where, path.parent)


def _from_table(path: Path) -> Iterator[Entry]:
    lines = _text_of(path).split("\n")
    head = lines[0] if lines else ""
    reader = csv.reader(lines, delimiter=max(",;\t", key=head.count), strict=True)
    names: list[str] = []
    try:
        for cells in reader:
            where = f"{path.name}, line {reader.line_num}"
            if not names:
                names = [cell.strip().lower() for cell in cells]
                _check_head(names, path.name)
            elif any(cell.strip() for cell in cells):
                if len(cells) > len(names):
                    raise UsageError(
                        f"{where} has {len(cells)} cells for {len(names)} columns.",
                        remedy='Put a cell with a comma in it between quotation marks ("…").',
                    )
                told = {name: cell for name, cell in zip(names, cells, strict=False) if cell.strip()}
                yield row_of(told, where, path.parent)
    except csv.Error as error:
        raise UsageError(f"{path.name}, line {reader.line_num}: {error}.", remedy="Save the table anew.") from error


def _check_head(names: list[str], file: str) -> None:
    odd = [name for name in names if name not in _TABLE]
    lacking = [name for name in ("path", "label") if name not in names]
    if odd or lacking or len(set(names)) < len(names):
        problem = (
            f"has a column “{odd[0]}”" if odd else f"has no column “{lacking[0]}”" if lacking else "names one twice"
        )
        raise UsageError(f"The first line of {file} {problem}.", remedy=f"Columns are: {', '.join(_TABLE)}.")


_READERS = {".json": _from_json, ".jsonl": _from_lines, ".ndjson": _from_lines, ".csv": _from_table}


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}).", remedy="Check the path.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path.name} is not UTF-8.", remedy="Save it as UTF-8.") from error


def _parsed(text: str, where: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = where if "line" in where else f"{where}, line {error.lineno}"
        raise UsageError(f"{place} is no JSON: {error.msg}.", remedy="Put this place right.") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{where} holds what JSON cannot be read from.", remedy="Put this place right.") from error
