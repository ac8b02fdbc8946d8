"""BORIS projects (.boris, project format 7 and before). Comes in: a source. Goes out: one track per observation and
subject, codes as labels, modifiers and comments as details.

As BORIS 8 and 10 work (read in their source): an event is [seconds, subject, code, modifiers, comment, frame or image];
a state is two events, paired by subject, code and modifiers in order of time; a stored time includes the observation's
`time offset`, which is taken off again; files of player 1 play one after another on one clock, and a player n > 1 shows
its file at `time - offset of n`. Must not know: what a code means.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from core.imports.cells import MOST_S
from core.imports.source import Source
from core.records.foreign import ForeignAnnotation, ForeignTrack, Imported, Media, Origin
from core.records.moment import Span

REPAIR = (
    "Open the project in BORIS, correct the observation (Observations > Check state events), save and import again."
)
CHOOSE = "Choose a project that BORIS saved (.boris)."
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """One coded moment, cleaned."""

    time_s: float
    subject: str
    code: str
    modifiers: str
    comment: str


def read_boris(source: Source) -> Imported:
    """Every observation with times. Raises `ForeignFileError` naming the observation and what is wrong in it."""
    project = _project(source)
    states = _states(project, source)
    notes: list[str] = [source.note] if source.note else []
    tracks: list[ForeignTrack] = []
    for name, observation in _mapping(project.get("observations"), "observations", source).items():
        tracks += _observation(name, _mapping(observation, f"observation {name}", source), states, source, notes)
    if not tracks and not notes:
        raise source.error(
            "the project holds no observation with events.", remedy="Check that you chose the right file."
        )
    return Imported(tuple(tracks), tuple(notes))


def paired(
    events: Sequence[tuple[CodedEvent, bool]], source: Source, *, where: str
) -> list[tuple[CodedEvent, ForeignAnnotation]]:
    """Annotations in order of their start; each event comes with whether its code is a state.

    Raises `ForeignFileError` for a state that never stops.
    """
    running: dict[tuple[str, str, str], CodedEvent] = {}
    found: list[tuple[CodedEvent, ForeignAnnotation]] = []
    for event, state in sorted(events, key=lambda one: one[0].time_s):
        key = (event.subject, event.code, event.modifiers)
        if not state:
            found.append((event, annotation(event, event)))
        elif key in running:
            start = running.pop(key)
            found.append((start, annotation(start, event)))
        else:
            running[key] = event
    if running:
        event = next(iter(running.values()))
        whom = f" of {event.subject}" if event.subject else ""
        problem = f"{where}: the state {event.code}{whom} that starts at {event.time_s:.3f} s never stops."
        raise source.error(problem, remedy=REPAIR)
    return sorted(found, key=lambda one: one[0].time_s)


def annotation(start: CodedEvent, stop: CodedEvent) -> ForeignAnnotation:
    """A label over the time from one event to another, or at one event."""
    parts = [*start.modifiers.split("|"), start.comment, *([stop.comment] if stop is not start else [])]
    detail = tuple(part for part in parts if part and part != "None")
    return ForeignAnnotation(Span.between(start.time_s, stop.time_s), start.code, detail)


def _project(source: Source) -> Json:
    def refuse(constant: str) -> float:
        raise ValueError(f"{constant} is no time")

    try:
        plain: object = json.loads(source.text(), parse_constant=refuse)
    except json.JSONDecodeError as problem:
        raise source.error(
            f"this is no complete JSON ({problem.msg}).",
            remedy="Open the project in BORIS, save it again and import that.",
            line=problem.lineno,
        ) from problem
    except (ValueError, RecursionError) as problem:
        raise source.error("the JSON holds a number or a nesting that no project has.", remedy=CHOOSE) from problem
    project = _mapping(plain, "the file", source)
    if "observations" not in project or "behaviors_conf" not in project:
        raise source.error("this JSON is no BORIS project.", remedy=CHOOSE)
    return project


def _states(project: Json, source: Source) -> dict[str, bool]:
    """Whether each code of the ethogram is a state."""
    states: dict[str, bool] = {}
    for entry in _mapping(project["behaviors_conf"], "the ethogram", source).values():
        behaviour = _mapping(entry, "a behaviour of the ethogram", source)
        kind = str(behaviour.get("type", ""))
        if not kind.startswith(("State event", "Point event")):
            raise source.error(
                f"the behaviour {behaviour.get('code')} is a {kind[:40]!r}, not a state or point event.", remedy=CHOOSE
            )
        states[str(behaviour.get("code", ""))] = kind.startswith("State event")
    return states


def _observation(
    name: str, observation: Json, states: Mapping[str, bool], source: Source, notes: list[str]
) -> list[ForeignTrack]:
    kind = observation.get("type")
    if kind == "IMAGES":
        notes.append(f"Observation {name} was coded on pictures without times; it was left out.")
        return []
    if observation.get("media_creation_date_as_offset"):
        raise source.error(
            f"observation {name} counts time from the creation date of its recordings.",
            remedy="Switch that off in the observation in BORIS, save the project and import again.",
        )
    offset_s = _seconds(observation.get("time offset") or 0, f"time offset of {name}", source)
    media = _media(name, observation, source, notes)
    events: list[tuple[CodedEvent, bool]] = []
    for place, row in enumerate(_list(observation.get("events"), f"events of {name}", source), start=1):
        event = _event(_list(row, f"event {place} of {name}", source), f"event {place} of {name}", offset_s, source)
        if event.code not in states:
            raise source.error(f"observation {name}: the ethogram has no code {event.code!r}.", remedy=REPAIR)
        events.append((event, states[event.code]))
    by_subject: dict[str, list[ForeignAnnotation]] = {event.subject: [] for event, _ in events}
    for event, one in paired(events, source, where=f"observation {name}"):
        by_subject[event.subject].append(one)
    if not events:
        notes.append(f"Observation {name} has no events.")
    shift = f", {offset_s:g} s of offset taken off" if offset_s else ""
    return [
        ForeignTrack(
            origin=Origin(
                tool="BORIS",
                file=source.path.name,
                sha256=source.sha256,
                place=name,
                coder="",
                media=media,
                clock=f"Seconds of the observation{shift}" + (", coded live." if kind == "LIVE" else "."),
            ),
            person=subject,
            annotations=tuple(sorted(own, key=lambda one: (one.span.start, one.span.end))),
            vocabulary=tuple(states),
        )
        for subject, own in by_subject.items()
    ]


def _media(name: str, observation: Json, source: Source, notes: list[str]) -> tuple[Media, ...]:
    files: object = observation.get("file") or {}
    players = _mapping(files, f"media of {name}", source)
    info = _mapping(observation.get("media_info") or {}, f"media of {name}", source)
    lengths = _mapping(info.get("length") or {}, f"media lengths of {name}", source)
    offsets = _mapping(info.get("offset") or {}, f"media offsets of {name}", source)
    media: list[Media] = []
    for player, paths in sorted(players.items()):
        before_s = _seconds(offsets.get(player) or 0, f"media offset of {name}", source) if player != "1" else 0.0
        for place, path in enumerate(_list(paths, f"media of {name}", source)):
            media.append(Media(str(path), -before_s))
            length = lengths.get(str(path))
            if length is None and place + 1 < len(cast("list[object]", paths)):
                raise source.error(
                    f"observation {name}: the length of {path} is missing, so the files after it have no time.",
                    remedy="Open the observation in BORIS with its recordings in place, save and import again.",
                )
            before_s += _seconds(length or 0, f"media length of {name}", source)
    if sum(1 for _ in _list(players.get("1") or [], f"media of {name}", source)) > 1:
        notes.append(f"Observation {name} runs over several recordings in a row; times count from the first one.")
    return tuple(media)


def _event(row: Sequence[object], where: str, offset_s: float, source: Source) -> CodedEvent:
    if len(row) < 3:
        raise source.error(f"{where} has {len(row)} fields; time, subject and code are needed.", remedy=REPAIR)
    texts = ["" if field is None else str(field) for field in (*row[1:5], "", "")]
    return CodedEvent(_seconds(row[0], where, source) - offset_s, texts[0], texts[1], texts[2], texts[3])


def _seconds(value: object, where: str, source: Source) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= MOST_S:
        raise source.error(f"{where}: {str(value)[:40]!r} is no time in seconds.", remedy=REPAIR)
    return float(value)


def _mapping(value: object, where: str, source: Source) -> Json:
    # An empty list stands for "no media" in live observations of older versions.
    if value == []:
        return {}
    if not isinstance(value, dict):
        raise source.error(f"{where} has another form than in a BORIS project.", remedy=CHOOSE)
    return cast("Json", value)


def _list(value: object, where: str, source: Source) -> list[object]:
    if not isinstance(value, list):
        raise source.error(f"{where} has another form than in a BORIS project.", remedy=CHOOSE)
    return cast("list[object]", value)
