"""What `videmo analyse … --study FILE` needs. In: a path, a secret, an analysis. Out: where it was put.

Two calls: `may_analyse` before hours of work, `record_analysis` after. Both open and close the study themselves.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.project.analyses import write_analysis
from core.project.backups import backup_due, keep_backup
from core.project.codec import canonical, to_plain
from core.project.consents import permit
from core.project.failures import ReadOnlyStudyError
from core.project.media import recordings, written_path
from core.project.opening import Circumstances, open_study
from core.project.sessions import sessions
from core.project.study import Study
from core.records.analysis import Analysis
from core.records.measurement import PersonTrack


@dataclass(frozen=True, slots=True)
class Recorded:
    """Where an analysis was put."""

    session: int
    recording: int
    analysis: int


def may_analyse(path: Path, *, secret: str | None, sha256: str, session: str | None = None) -> None:
    """Tries before the work whether its result can be saved and the people allow it.

    Raises `ConsentError`, `ReadOnlyStudyError` or another `StudyError`.
    """
    with open_study(path, secret=secret) as study:
        _check(study, sha256, session)


def record_analysis(
    path: Path,
    analysis: Analysis,
    *,
    secret: str | None,
    session: str | None = None,
    tracks: Sequence[PersonTrack] = (),
    circumstances: Circumstances | None = None,
) -> Recorded:
    """Saves an analysis in one change, with its recording and its session where the study does not know them yet.

    `session`: its name; left out, the session that has this recording, or a new one named after nothing but a number.
    Raises `ConsentError`, `ReadOnlyStudyError` or another `StudyError`; then the study is as it was.
    """
    with open_study(path, secret=secret, circumstances=circumstances) as study:
        _check(study, analysis.video.sha256, session)
        found = _place(study, analysis.video.sha256, session)
        with study.change("analyse", "an analysis of a recording") as pen:
            number, recording = found
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
        if backup_due(study):
            keep_backup(study, why="rolling")
        return Recorded(number, recording, saved)


def _check(study: Study, sha256: str, session: str | None) -> None:
    if not study.writable:
        raise ReadOnlyStudyError(
            f"{study.path.name} is open for reading only, so a result could not be saved.",
            remedy=" ".join(study.notes) or os.fspath(study.path),
        )
    number, _ = _place(study, sha256, session)
    if number is not None:
        permit(study, "analyse", sessions_asked=(number,))


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
