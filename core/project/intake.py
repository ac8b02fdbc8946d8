"""What an analysis that is kept in a study needs. In: an open study, a recording, an analysis. Out: where it was put.

Two calls: `begin_analysis` before hours of work, `record_analysis` after.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass

from core.project.analyses import write_analysis
from core.project.codec import canonical, to_plain
from core.project.consents import permit, permit_server
from core.project.failures import ConsentError, ReadOnlyStudyError
from core.project.jobs import StudyPieces
from core.project.media import recordings, written_path
from core.project.sessions import sessions
from core.project.study import Study
from core.records.analysis import Analysis
from core.records.consent import Server
from core.records.measurement import PersonTrack
from core.records.video import Video


@dataclass(frozen=True, slots=True)
class Recorded:
    """Where an analysis was put."""

    session: int
    recording: int
    analysis: int


def begin_analysis(
    study: Study,
    video: Video,
    *,
    session: str | None = None,
    pictures: bool = False,
    server: Server | None = None,
) -> StudyPieces:
    """Tries before the work whether its result can be saved and the people allow it; returns the place for its pieces.

    `pictures`: the result is to be exported with pictures of faces, which they must allow too. `server`: where pictures
    of faces go to be read; on another computer they must allow that, and it is written down. Raises `ConsentError`,
    `ReadOnlyStudyError` or another `StudyError`.
    """
    number, recording = _place(study, video.sha256, session)
    _check(study, number)
    _clear(study, number, pictures=pictures, server=server)
    return StudyPieces(study, f"analysis of {video.path.name} ({video.sha256[:12]})", recording=recording)


def permit_question(study: Study, video: Video, *, session: str | None = None, server: Server | None = None) -> None:
    """Before a language model is asked about a recording of the study: whether its people allow that.

    `server`, and what is raised, as for `begin_analysis`; a question to a model in this program needs no writing.
    """
    number, _ = _place(study, video.sha256, session)
    if number is not None:
        permit(study, "analyse", sessions_asked=(number,))
    _clear(study, number, pictures=False, server=server)


def _clear(study: Study, number: int | None, *, pictures: bool, server: Server | None) -> None:
    """Whether pictures of faces may go where they would; what goes to a server is written down."""
    if number is None and (pictures or (server is not None and server.elsewhere)):
        study.report("refused", {"scope": "share excerpts", "sessions": [], "reasons": 1})
        raise ConsentError(
            "Not allowed (share excerpts): the study does not know yet who is in this recording.",
            remedy="Add its session with its participants and their consent first"
            + (", or export without pictures of faces (--no-pictures)." if pictures else ", or let a model on this "
               "computer read."),
        )  # fmt: skip
    if pictures and number is not None:
        permit(study, "share excerpts", sessions_asked=(number,))
    if server is not None:
        permit_server(study, number, server=server.host, model=server.model, elsewhere=server.elsewhere)


def record_analysis(
    study: Study,
    analysis: Analysis,
    *,
    session: str | None = None,
    tracks: Sequence[PersonTrack] = (),
    pieces: StudyPieces | None = None,
) -> Recorded:
    """Saves an analysis in one change, with its recording and its session where the study does not know them yet.

    `session`: its name; left out, the session that has this recording, or a new one named after nothing but a number.
    `pieces` of the analysis go in the same transaction. Raises `ConsentError`, `ReadOnlyStudyError` or another
    `StudyError`; then the study is as it was.
    """
    number, recording = _place(study, analysis.video.sha256, session)
    _check(study, number)
    with study.change("analyse", "an analysis of a recording") as pen:
        if number is None:
            name = session or _free_name(study)
            number = pen.insert("session", {"name": name, "held_on": "", "setting": ""})
        if recording is None:
            recording = pen.insert(
                "recording",
                {
                    "session": number,
                    "path": written_path(analysis.video.path, study.folder),
                    "sha256": analysis.video.sha256,
                    "offset_s": 0.0,
                    "video": canonical(to_plain(analysis.video)),
                },
            )
        saved = write_analysis(pen, analysis, recording=recording, tracks=tracks)
        if pieces is not None:
            pieces.clear(pen)
    return Recorded(number, recording, saved)


def _check(study: Study, session: int | None) -> None:
    if not study.writable:
        raise ReadOnlyStudyError(
            f"{study.path.name} is open for reading only, so a result could not be saved.",
            remedy=" ".join(study.notes) or os.fspath(study.path),
        )
    if session is not None:
        permit(study, "analyse", sessions_asked=(session,))


def _place(study: Study, sha256: str, session: str | None) -> tuple[int | None, int | None]:
    """Session and recording as far as the study knows them."""
    number = next((one.id for one in sessions(study) if one.name == session), None)
    for recording in recordings(study, number):
        if recording.sha256 == sha256 and (session is None or number is not None):
            return recording.session, recording.id
    return number, None


def _free_name(study: Study) -> str:
    taken = {session.name for session in sessions(study)}
    return next(name for number in range(1, len(taken) + 2) if (name := f"session {number}") not in taken)
