"""The actions `import` and `tracks` of `videmo study`: what other tools coded, kept beside the model's readings."""

import argparse
from pathlib import Path

from core.commands.progress_bar import show
from core.commands.study_access import add_study, opened
from core.commands.times import seconds
from core.errors import UsageError
from core.project.analyses import analyses
from core.project.foreign import add_foreign, foreign_track, foreign_tracks, tie_track, ties, told_offset_s
from core.project.media import recording_of, recordings
from core.project.sessions import session_named
from core.project.study import Study
from core.records.foreign import Imported, StoredTrack


def _describe_import(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("file", type=Path, metavar="FILE", help="a file of ELAN, BORIS, py-feat, OpenFace, VTT or SRT")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--recording", type=int, metavar="N", help="the recording it was made on")
    where.add_argument("--session", metavar="NAME", help="the session, where it belongs to no one recording")
    parser.add_argument(
        "--offset",
        type=_signed,
        metavar="T",
        help="its zero lies T after the recording's or session's; a minus stands for before (default: 0, or what the "
        "file itself says of this recording)",
    )
    parser.set_defaults(run_action=_import)


def _import(args: argparse.Namespace) -> int:
    from core.imports.reading import read_foreign

    imported = show(read_foreign(args.file))
    with opened(args) as study:
        if args.recording is not None:
            session = recording_of(study, args.recording).session
        else:
            session = session_named(study, args.session).id
        offset_s = args.offset if args.offset is not None else _told(study, args.recording, imported)
        file = add_foreign(study, imported, session=session, recording=args.recording, offset_s=offset_s)
        print(f"file {file}" + (f", {offset_s:g} s later" if offset_s else ""))
        for track in foreign_tracks(study, session=session):
            if track.file.id == file:
                print(f"  {described(track)}")
    for note in imported.notes:
        print(f"note: {note}")
    return 0


def _told(study: Study, recording: int | None, imported: Imported) -> float:
    return 0.0 if recording is None else told_offset_s(imported, recording_of(study, recording))


def _describe_tracks(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("--session", metavar="NAME", help="only this session's")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--tie", nargs=2, metavar=("TRACK", "PERSON"), help="the track is about this person, as P1")
    what.add_argument("--untie", type=int, metavar="TRACK", help="it is about nobody of the analysis")
    parser.add_argument("--analysis", type=int, metavar="N", help="whose person (default: the recording's latest)")
    parser.set_defaults(run_action=_tracks)


def _tracks(args: argparse.Namespace) -> int:
    with opened(args) as study:
        if args.tie is not None:
            number, person = args.tie
            if not number.isdigit():
                raise UsageError(f"{number} is no number of a track.", remedy="`videmo study tracks` shows them.")
            _tie(study, int(number), person, analysis=args.analysis)
        if args.untie is not None:
            _tie(study, args.untie, None, analysis=args.analysis)
        session = None if args.session is None else session_named(study, args.session).id
        for track in foreign_tracks(study, session=session):
            print(f"{described(track)}{tied(study, track)}")
            labels = ", ".join(track.labels or track.curves)
            print(f"  {labels}" if labels else "  empty")
    return 0


def _tie(study: Study, track: int, person: str | None, *, analysis: int | None) -> None:
    if analysis is None:
        file = foreign_track(study, track).file
        known = [
            one
            for recording in recordings(study, file.session)
            if file.recording in (None, recording.id)
            for one in analyses(study, recording=recording.id)
        ]
        if not known:
            raise UsageError(
                f"Nothing of track {track}'s session is analysed, so there are no people to tie it to.",
                remedy="Analyse the recording first, with --study.",
            )
        if len({one.recording for one in known}) > 1:
            raise UsageError(
                f"Track {track} belongs to a session with several recordings.", remedy="Say which --analysis."
            )
        analysis = known[-1].id
    tie_track(study, track, analysis=analysis, person=person)


def described(track: StoredTrack) -> str:
    """One line about a track: number, tool, place, who coded whom, how much, where it starts."""
    who = f", {track.person}" if track.person and track.person != track.place else ""
    coder = f", coded by {track.coder}" if track.coder else ""
    amount = f"{track.samples} samples" if track.curves else f"{track.annotations} annotations"
    return f"track {track.id}: {track.file.tool} {track.place}{who}{coder}: {amount}, from {track.start_s:g} s"


def tied(study: Study, track: StoredTrack) -> str:
    """Whom the track is about, for the end of its line; empty where nobody has said."""
    named = [
        f"{tie.person} of analysis {one.id}"
        for recording in recordings(study, track.file.session)
        for one in analyses(study, recording=recording.id)
        for tie in ties(study, one.id)
        if tie.track == track.id
    ]
    return f", about {' and '.join(named)}" if named else ""


def _signed(text: str) -> float:
    return -seconds(text[1:]) if text.startswith("-") else seconds(text)


ACTIONS = (
    ("import", _describe_import, "keep what ELAN, BORIS, py-feat, OpenFace or subtitles hold, with its origin"),
    ("tracks", _describe_tracks, "list the tracks of other tools; say whom one is about"),
)
