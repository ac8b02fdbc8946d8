"""Participants, sessions, events, phases, notes and settings. In: plain values. Out: records with their ids."""

import json
import math
from datetime import date
from typing import Any

from core.errors import UsageError
from core.project.codec import canonical
from core.project.standing import standing
from core.project.study import Study
from core.records.study import Marker, MarkerKind, Note, Participant, Session


def add_participant(study: Study, pseudonym: str, *, remark: str = "") -> int:
    """A person under study. Raises `UsageError` where the pseudonym is empty or taken."""
    pseudonym = pseudonym.strip()
    if not pseudonym:
        raise UsageError("A participant needs a pseudonym.", remedy="Use a code such as C-014, not a name.")
    if any(known.pseudonym == pseudonym for known in participants(study)):
        raise UsageError(f"There is a participant {pseudonym} already.", remedy="Choose another pseudonym.")
    with study.change("add participant", f"participant {pseudonym}") as pen:
        return pen.insert("participant", {"pseudonym": pseudonym, "remark": remark})


def participants(study: Study) -> tuple[Participant, ...]:
    """All participants. Raises `StudyError`."""
    rows = study.rows(f"SELECT p.id, p.pseudonym, p.remark FROM {standing('participant', 'p')} ORDER BY p.id")
    return tuple(Participant(*row) for row in rows)


def participant_named(study: Study, pseudonym: str) -> Participant:
    """The participant of that pseudonym. Raises `NotFoundError`."""
    row = study.one(
        f"SELECT p.id, p.pseudonym, p.remark FROM {standing('participant', 'p')} WHERE p.pseudonym = ?",
        (pseudonym,),
        what=f"participant {pseudonym}",
    )
    return Participant(*row)


def add_session(
    study: Study, name: str, *, held_on: str = "", setting: str = "", participants: tuple[int, ...] = ()
) -> int:
    """A session and who was there. Raises `UsageError` for an empty or taken name or a date that is none."""
    name = name.strip()
    if not name:
        raise UsageError("A session needs a name.", remedy="A number or a date is enough.")
    check_date(held_on)
    if any(known.name == name for known in sessions(study)):
        raise UsageError(f"There is a session {name} already.", remedy="Choose another name.")
    with study.change("add session", f"session {name}") as pen:
        session = pen.insert("session", {"name": name, "held_on": held_on, "setting": setting})
        for participant in participants:
            pen.insert("attendance", {"session": session, "participant": participant})
        return session


def attend(study: Study, *, session: int, participant: int) -> int:
    """Notes that the participant was there. Raises `StudyError`."""
    with study.change("add attendance", f"participant {participant} in session {session}") as pen:
        return pen.insert("attendance", {"session": session, "participant": participant})


def sessions(study: Study) -> tuple[Session, ...]:
    """All sessions. Raises `StudyError`."""
    there: dict[int, list[int]] = {}
    for session, participant in study.rows(
        f"SELECT DISTINCT a.session, a.participant FROM {standing('attendance', 'a')} ORDER BY a.participant"
    ):
        there.setdefault(session, []).append(participant)
    rows = study.rows(f"SELECT s.id, s.name, s.held_on, s.setting FROM {standing('session', 's')} ORDER BY s.id")
    return tuple(Session(*row, participants=tuple(there.get(row[0], ()))) for row in rows)


def session_named(study: Study, name: str) -> Session:
    """The session of that name or number. Raises `NotFoundError`."""
    known = sessions(study)
    for session in known:
        if session.name == name:
            return session
    row = study.one(
        f"SELECT s.id FROM {standing('session', 's')} WHERE CAST(s.id AS TEXT) = ?", (name,), what=f"session {name}"
    )
    return next(session for session in known if session.id == row[0])


def add_marker(
    study: Study,
    *,
    session: int,
    kind: MarkerKind,
    label: str,
    start_s: float,
    end_s: float | None = None,
    comment: str = "",
    instead_of: int | None = None,
) -> int:
    """An event at `start_s` or a phase up to `end_s`, in seconds after the session's zero.

    `instead_of`: the marker of that session that it replaces, in the same change. Raises `UsageError`, `NotFoundError`.
    """
    if not math.isfinite(start_s) or (end_s is not None and not math.isfinite(end_s)):
        raise UsageError("A time must be a number of seconds.", remedy="Write 83.5 or 1:23.5.")
    if kind == "phase" and (end_s is None or end_s <= start_s):
        raise UsageError("A phase needs an end after its start.", remedy="Give --to, or mark an event instead.")
    if kind == "event" and end_s is not None:
        raise UsageError("An event is a moment and has no end.", remedy="Mark a phase instead.")
    values = {
        "session": session,
        "kind": kind,
        "label": label,
        "start_s": float(start_s),
        "end_s": None if end_s is None else float(end_s),
        "comment": comment,
    }
    if instead_of is not None:
        found = f"SELECT m.label FROM {standing('marker', 'm')} WHERE m.id = ? AND m.session = ?"
        (before,) = study.one(found, (instead_of, session), what=f"marker {instead_of}")
        with study.change("change marker", f"changed {before} to {kind} {label} at {start_s:g} s") as pen:
            pen.insert("retraction", {"kind": "marker", "record": instead_of})
            return pen.insert("marker", values)
    with study.change("add marker", f"{kind} {label} at {start_s:g} s") as pen:
        return pen.insert("marker", values)


def markers(study: Study, session: int) -> tuple[Marker, ...]:
    """Events and phases of a session by their start. Raises `StudyError`."""
    rows = study.rows(
        "SELECT m.id, m.session, m.kind, m.label, m.start_s, m.end_s, m.comment "
        f"FROM {standing('marker', 'm')} WHERE m.session = ? ORDER BY m.start_s, m.id",
        (session,),
    )
    return tuple(Marker(*row) for row in rows)


def add_note(study: Study, *, session: int, text: str, at_s: float | None = None) -> int:
    """Free text on a session or a moment of it. Raises `StudyError`."""
    with study.change("add note", f"a note on session {session}") as pen:
        return pen.insert("note", {"session": session, "at_s": None if at_s is None else float(at_s), "text": text})


def notes(study: Study, session: int) -> tuple[Note, ...]:
    """Notes on a session in the order they were written. Raises `StudyError`."""
    rows = study.rows(
        f"SELECT n.id, n.session, n.at_s, n.text, c.who, c.at FROM {standing('note', 'n')} "
        "JOIN change c ON c.seq = n.change WHERE n.session = ? ORDER BY n.id",
        (session,),
    )
    return tuple(Note(*row) for row in rows)


def set_setting(study: Study, key: str, value: object) -> None:
    """A setting of the study, any JSON value. Raises `StudyError`."""
    with study.change("set", f"setting {key}") as pen:
        pen.insert("setting", {"key": key, "value": canonical(value)})


def settings(study: Study) -> dict[str, Any]:
    """All settings, each as it was set last. Raises `StudyError`."""
    rows = study.rows(f"SELECT s.key, s.value FROM {standing('setting', 's')} ORDER BY s.id")
    return {str(key): json.loads(value) for key, value in rows}


def check_date(text: str) -> None:
    """Raises `UsageError` for a date that is none. An unknown date is empty."""
    if not text:
        return
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{text!r} is no date.", remedy="Write it as 2026-11-23.") from error
