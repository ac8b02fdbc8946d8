"""Event tables that BORIS exports, as TSV or CSV. Comes in: a source. Goes out: tracks per observation and subject.

Two kinds: events (a row for each start, stop or point) and aggregated events (a row for each span). Older versions put
lines about the observation above the header. Columns are found by name; independent variables are left out. Times
include the observation's time offset, which is taken off where the table tells it. Must not know: projects.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.imports.boris import CodedEvent, annotation, paired
from core.imports.cells import seconds
from core.imports.source import Source
from core.records.foreign import ForeignAnnotation, ForeignTrack, Imported, Media, Origin

NOBODY = {"No focal subject", "NA"}
HEADER_WITHIN = 200
EXPORT = "Export the events from BORIS again (Observations > Export events) as TSV and import that."


@dataclass(frozen=True, slots=True)
class _Table:
    source: Source
    columns: Mapping[str, int]
    modifiers: tuple[int, ...]
    observation: str
    """From the lines above the header; empty where a column says it."""
    offset: str

    def cell(self, row: Sequence[str], *names: str) -> str:
        for name in names:
            place = self.columns.get(name)
            if place is not None and place < len(row):
                return row[place].strip()
        return ""

    def time(self, row: Sequence[str], line: int, *names: str) -> float:
        text = self.cell(row, *names)
        value = seconds(text)
        offset = seconds(self.cell(row, "Time offset (s)", "Time offset") or self.offset or "0")
        if value is None or offset is None:
            problem = f"{text[:40]!r} is no time." if value is None else "the time offset is no time."
            raise self.source.error(problem, remedy=EXPORT, line=line)
        return value - offset


def read_boris_table(source: Source, delimiter: str) -> Imported:
    """All rows of a table. Raises `ForeignFileError` with the line of what is wrong."""
    table: _Table | None = None
    above: dict[str, str] = {}
    events: dict[str, list[tuple[CodedEvent, str, int]]] = {}
    spans: dict[str, list[tuple[CodedEvent, ForeignAnnotation]]] = {}
    media: dict[str, str] = {}
    for line, row in source.rows(delimiter):
        if table is None:
            table = _header(row, above, source)
            if table is None and len(above) > HEADER_WITHIN:
                break
            continue
        name = table.cell(row, "Observation id") or table.observation
        media.setdefault(name, table.cell(row, "Media file name", "Media file", "Media file path", "Source"))
        if "Start (s)" in table.columns:
            start, stop = _event(table, row, line, "Start (s)"), _event(table, row, line, "Stop (s)")
            if stop.time_s < start.time_s:
                raise source.error("the span ends before it starts.", remedy=EXPORT, line=line)
            spans.setdefault(name, []).append((start, annotation(start, stop)))
        else:
            status = table.cell(row, "Status", "Behavior type").upper()
            if status not in {"START", "STOP", "POINT"}:
                raise source.error(f"{status[:40]!r} is not START, STOP or POINT.", remedy=EXPORT, line=line)
            events.setdefault(name, []).append((_event(table, row, line, "Time"), status, line))
    if table is None:
        raise source.error("the table has no header with Subject, Behavior and times.", remedy=EXPORT)
    for name, own in events.items():
        spans[name] = _spans(name, own, source)
    if not spans:
        raise source.error("the table has a header and no events.", remedy="Check that you chose the right file.")
    notes = [source.note] if source.note else []
    tracks = [track for name, own in spans.items() for track in _tracks(name, own, media[name], source)]
    return Imported(tuple(tracks), tuple(notes))


def header_columns(row: Sequence[str]) -> dict[str, int] | None:
    """Column by name when the row is the header of a BORIS table, else None."""
    columns = {name.strip(): place for place, name in reversed(list(enumerate(row)))}
    timed = {"Start (s)", "Stop (s)"} <= set(columns) or (
        "Time" in columns and bool({"Status", "Behavior type"} & set(columns))
    )
    return columns if timed and {"Subject", "Behavior"} <= set(columns) else None


def _header(row: Sequence[str], above: dict[str, str], source: Source) -> _Table | None:
    columns = header_columns(row)
    if columns is None:
        above.setdefault(row[0].strip(), row[1].strip() if len(row) > 1 else "")
        return None
    modifiers = tuple(place for name, place in sorted(columns.items()) if name.startswith("Modifier"))
    return _Table(source, columns, modifiers, above.get("Observation id", ""), above.get("Time offset (s)", ""))


def _event(table: _Table, row: Sequence[str], line: int, time: str) -> CodedEvent:
    subject = table.cell(row, "Subject")
    code = table.cell(row, "Behavior")
    if not code:
        raise table.source.error("the row names no behaviour.", remedy=EXPORT, line=line)
    comment = {"Start (s)": "Comment start", "Stop (s)": "Comment stop"}.get(time, "Comment")
    return CodedEvent(
        time_s=table.time(row, line, time),
        subject="" if subject in NOBODY else subject,
        code=code,
        modifiers="|".join(row[place].strip() for place in table.modifiers if place < len(row) and row[place].strip()),
        comment=table.cell(row, comment),
    )


def _spans(
    name: str, own: Sequence[tuple[CodedEvent, str, int]], source: Source
) -> list[tuple[CodedEvent, ForeignAnnotation]]:
    """The spans of starts and stops, which must alternate as the table says they do."""
    running: set[tuple[str, str, str]] = set()
    for event, status, line in sorted(own, key=lambda one: (one[0].time_s, one[2])):
        key = (event.subject, event.code, event.modifiers)
        if status == "POINT":
            continue
        if (status == "STOP") != (key in running):
            problem = f"{event.code} {'stops' if status == 'STOP' else 'starts'} at {event.time_s:.3f} s "
            problem += "without a start." if status == "STOP" else "while it is on."
            raise source.error(problem, remedy=EXPORT, line=line)
        running.symmetric_difference_update({key})
    return paired([(event, status != "POINT") for event, status, _ in own], source, where=f"observation {name}")


def _tracks(
    name: str, own: Sequence[tuple[CodedEvent, ForeignAnnotation]], media: str, source: Source
) -> list[ForeignTrack]:
    by_subject: dict[str, list[ForeignAnnotation]] = {}
    for event, one in own:
        by_subject.setdefault(event.subject, []).append(one)
    origin = Origin(
        tool="BORIS",
        file=source.path.name,
        sha256=source.sha256,
        place=name,
        coder="",
        media=(Media(media),) if media and media != "NA" else (),
        clock="Seconds of the observation in a BORIS table, its time offset taken off where the table tells it.",
    )
    return [
        ForeignTrack(origin, subject, tuple(sorted(spans, key=lambda one: (one.span.start, one.span.end))))
        for subject, spans in by_subject.items()
    ]
