"""The actions of `videmo study` on what it holds: add, list, events, consent, undo, redo, history."""

import argparse
import sys
from pathlib import Path
from typing import cast

from core.commands.progress_bar import show
from core.commands.study_access import add_study, opened
from core.commands.study_tracks import described, tied
from core.commands.times import seconds
from core.errors import UsageError
from core.project import history, media, sessions
from core.project.analyses import analyses
from core.project.audit import entries
from core.project.consents import consents, give_consent, permit, withdraw_consent
from core.project.foreign import foreign_tracks
from core.project.learned import adapters_touched
from core.project.standing import RETRACTABLE, retract
from core.project.study import Study
from core.records.consent import SCOPES, Scope
from core.records.study import MarkerKind

KINDS = ("participant", "session", "attendance", "recording", "note")


def _describe_add(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("kind", choices=KINDS, help="what to add")
    parser.add_argument("what", metavar="WHAT", help="pseudonym, name of the session, path of the recording, or text")
    parser.add_argument("--session", metavar="NAME", help="for a recording, a note or an attendance: its session")
    parser.add_argument("--participant", action="append", default=[], metavar="P", help="for a session: who was there")
    parser.add_argument("--date", default="", metavar="YYYY-MM-DD", help="for a session: when it was held")
    parser.add_argument("--setting", default="", help="for a session: where and how")
    parser.add_argument("--remark", default="", help="for a participant")
    parser.add_argument("--offset", type=seconds, default=0.0, metavar="T", help="for a recording: it starts T later")
    parser.add_argument("--at", type=seconds, metavar="T", help="for a note: its moment")
    parser.set_defaults(run_action=_add)


def _add(args: argparse.Namespace) -> int:
    with opened(args) as study:
        match args.kind:
            case "participant":
                number = sessions.add_participant(study, args.what, remark=args.remark)
            case "session":
                there = tuple(sessions.participant_named(study, name).id for name in args.participant)
                number = sessions.add_session(
                    study, args.what, held_on=args.date, setting=args.setting, participants=there
                )
            case "recording":
                number = _add_recording(study, Path(args.what), session=_session(study, args), offset_s=args.offset)
            case "attendance":
                participant = sessions.participant_named(study, args.what).id
                number = sessions.attend(study, session=_session(study, args), participant=participant)
            case _:
                number = sessions.add_note(study, session=_session(study, args), text=args.what, at_s=args.at)
        print(f"{args.kind} {number}")
    return 0


def _add_recording(study: Study, path: Path, *, session: int, offset_s: float) -> int:
    from core.footage.reader import probe

    video = probe(path)
    return media.add_recording(study, path, session=session, sha256=video.sha256, offset_s=offset_s, video=video)


def _session(study: Study, args: argparse.Namespace) -> int:
    if args.session is None:
        raise UsageError("Say which session.", remedy="Give --session NAME; `videmo study list` shows them.")
    return sessions.session_named(study, args.session).id


def _describe_list(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("--relink", type=Path, metavar="FOLDER", help="look for missing recordings in this folder")
    parser.add_argument("--check", action="store_true", help="read every recording and compare its SHA-256 (slow)")
    parser.add_argument(
        "--take-back", nargs=2, metavar=("KIND", "ID"), help="take a record back; it stays in the history"
    )
    parser.set_defaults(run_action=_list)


def _list(args: argparse.Namespace) -> int:
    with opened(args) as study:
        if args.take_back is not None:
            kind, number = args.take_back
            if kind not in RETRACTABLE or not number.isdigit():
                raise UsageError(
                    f"{kind} {number} cannot be taken back.", remedy="Kinds: " + ", ".join(RETRACTABLE) + "."
                )
            retract(study, kind, int(number))
        if args.relink is not None:
            _relink(study, args.relink)
        for participant in sessions.participants(study):
            print(f"participant {participant.id}: {participant.pseudonym} {participant.remark}".rstrip())
        for session in sessions.sessions(study):
            there = ", ".join(str(number) for number in session.participants) or "nobody recorded"
            print(f"session {session.id}: {session.name} {session.held_on} {session.setting} (participants: {there})")
            for recording in media.recordings(study, session.id):
                state = "here" if media.media_path(study, recording).is_file() else "MISSING (find it with --relink)"
                if args.check and state == "here":
                    state = show(media.media_state(study, recording))
                print(f"  recording {recording.id}: {recording.path} at {recording.offset_s:g} s, {state}")
                for analysis in analyses(study, recording=recording.id):
                    print(f"    analysis {analysis.id}: {analysis.source}, {analysis.at}, by {analysis.who}")
            for track in foreign_tracks(study, session=session.id):
                print(f"  file {track.file.id}, {described(track)}{tied(study, track)}")
            for note in sessions.notes(study, session.id):
                when = "" if note.at_s is None else f" at {note.at_s:g} s"
                print(f"  note {note.id}{when} by {note.who}: {note.text}")
    return 0


def _relink(study: Study, folder: Path) -> None:
    lost = media.missing(study)
    found = show(media.find_moved(folder, lost))
    for recording in lost:
        path = found.get(recording.id)
        if path is None:
            print(f"recording {recording.id}: not in {folder}")
        else:
            media.relink(study, recording=recording.id, path=path, sha256=recording.sha256)
            print(f"recording {recording.id}: found, {path}")


def _describe_events(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("--session", metavar="NAME", help="which session (default: all, for the list)")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--event", metavar="LABEL", help="mark an event, with --at")
    kind.add_argument("--phase", metavar="LABEL", help="mark a phase, with --from and --to")
    kind.add_argument("--remove", type=int, metavar="ID", help="take a marker back")
    for flag, place in (("--at", "at"), ("--from", "start"), ("--to", "end")):
        parser.add_argument(flag, dest=place, type=seconds, metavar="T", help="a time such as 83.5 or 1:23.5")
    parser.add_argument("--comment", default="", help="anything about it")
    parser.set_defaults(run_action=_events)


def _events(args: argparse.Namespace) -> int:
    changing = args.event is not None or args.phase is not None or args.remove is not None
    with opened(args) as study:
        if args.remove is not None:
            retract(study, "marker", args.remove)
        elif changing:
            kind: MarkerKind = "event" if args.event is not None else "phase"
            start = args.at if kind == "event" else args.start
            if start is None:
                raise UsageError("Say when.", remedy="An event has --at, a phase --from and --to.")
            number = sessions.add_marker(
                study,
                session=_session(study, args),
                kind=kind,
                label=str(args.event or args.phase),
                start_s=start,
                end_s=args.end if kind == "phase" else None,
                comment=args.comment,
            )
            print(f"marker {number}")
        else:
            wanted = sessions.sessions(study)
            if args.session is not None:
                wanted = (sessions.session_named(study, args.session),)
            for session in wanted:
                for one in sessions.markers(study, session.id):
                    end = "" if one.end_s is None else f" to {one.end_s:g} s"
                    line = f"{session.name}: {one.kind} {one.id}: {one.label}, {one.start_s:g} s{end} {one.comment}"
                    print(line.rstrip())
    return 0


def _describe_consent(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("participant", nargs="?", metavar="PSEUDONYM", help="whose consent (default: list all)")
    parser.add_argument("--scope", action="append", default=[], choices=SCOPES, help="what is allowed; repeat it")
    parser.add_argument("--withdraw", action="store_true", help="the participant takes their consent back")
    parser.add_argument("--date", default="", metavar="YYYY-MM-DD", help="date of the statement")
    parser.add_argument("--text-version", default="", metavar="V", help="version of the text they were given")
    parser.add_argument("--session", metavar="NAME", help="for this session only (default: all of theirs)")
    parser.add_argument("--check", choices=SCOPES, help="say whether a session may be used for this")
    parser.set_defaults(run_action=_consent)


def _consent(args: argparse.Namespace) -> int:
    changing = args.participant is not None
    with opened(args) as study:
        session = None if args.session is None else sessions.session_named(study, args.session).id
        if args.check is not None:
            wanted = tuple(one.id for one in sessions.sessions(study)) if session is None else (session,)
            permission = permit(study, cast(Scope, args.check), sessions_asked=wanted)
            print(f"allowed ({args.check}), by consents {', '.join(map(str, permission.consents)) or 'none'}")
        elif changing:
            person = sessions.participant_named(study, args.participant).id
            if args.withdraw:
                number = withdraw_consent(
                    study, participant=person, given_on=args.date, text_version=args.text_version, session=session
                )
            else:
                number = give_consent(
                    study,
                    participant=person,
                    scopes=cast("list[Scope]", args.scope),
                    given_on=args.date,
                    text_version=args.text_version,
                    session=session,
                )
            print(f"consent {number}")
            if args.withdraw:
                for one in adapters_touched(study, participant=person, session=session):
                    print(
                        f"note: the adapter {one.name} learned from {args.participant}, or from one that did; remove "
                        f"it (videmo adapters remove {one.name}), or train without them.",
                        file=sys.stderr,
                    )
        else:
            names = {one.id: one.pseudonym for one in sessions.participants(study)}
            for one in consents(study):
                what = "WITHDRAWN" if one.withdrawn else ", ".join(one.scopes)
                where = "all sessions" if one.session is None else f"session {one.session}"
                print(
                    f"consent {one.id}: {names.get(one.participant, one.participant)}, {where}, {one.given_on}: {what}"
                )
    return 0


def _describe_plain(parser: argparse.ArgumentParser) -> None:
    add_study(parser)


def _describe_undo(parser: argparse.ArgumentParser) -> None:
    _describe_plain(parser)
    parser.set_defaults(run_action=_undo)


def _undo(args: argparse.Namespace) -> int:
    with opened(args) as study:
        print(f"undid: {history.undo(study).summary}")
    return 0


def _describe_redo(parser: argparse.ArgumentParser) -> None:
    _describe_plain(parser)
    parser.set_defaults(run_action=_redo)


def _redo(args: argparse.Namespace) -> int:
    with opened(args) as study:
        print(f"did again: {history.redo(study).summary}")
    return 0


def _describe_history(parser: argparse.ArgumentParser) -> None:
    _describe_plain(parser)
    parser.add_argument("--last", type=int, metavar="N", help="only the last N")
    parser.add_argument("--audit", action="store_true", help="the audit log: also who opened, exported, trained")
    parser.set_defaults(run_action=_history)


def _history(args: argparse.Namespace) -> int:
    with opened(args) as study:
        if args.audit:
            for entry in entries(study.connection, last=args.last):
                print(f"{entry.seq:5d}  {entry.at}  {entry.who}  {entry.verb}  {entry.detail}")
        else:
            for change in history.history(study, last=args.last):
                undone = "" if change.in_force else "  (undone)"
                print(f"{change.seq:5d}  {change.at}  {change.who}  {change.summary}{undone}")
    sys.stdout.flush()
    return 0


ACTIONS = (
    ("add", _describe_add, "add a participant, a session, who was there, a recording or a note"),
    ("list", _describe_list, "show what it holds; find recordings that were moved"),
    ("events", _describe_events, "mark events and phases of a session, or list them"),
    ("consent", _describe_consent, "record, withdraw, list or check consent"),
    ("undo", _describe_undo, "take the last change back"),
    ("redo", _describe_redo, "put back what was undone last"),
    ("history", _describe_history, "show what was done, or the audit log"),
)
