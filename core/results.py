"""An analysis as files in a folder. In: an analysis from memory or out of a study. Out: the files, with key frames.

What leaves a study passes through `export_analysis`, which asks for consent and writes the audit log; that is why the
command and the window call it and nothing else for this.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from core.errors import FootageError, OutputError
from core.export.write import write_outputs
from core.faces.key_frames import KeyFrameRule, Wanted, key_frames
from core.footage.reader import probe
from core.progress import Beside, Progress, Stage
from core.project.analyses import analysis_row, load_analysis, load_tracks
from core.project.consents import permit_export
from core.project.media import media_path, recording_of
from core.project.people import who_is_who_of
from core.project.resolved import original_name, resolve
from core.project.study import Study
from core.records.analysis import Analysis
from core.records.face import FaceBox
from core.records.measurement import PersonTrack
from core.records.moment import Moment
from core.records.video import Video

_FIND = "Find the original with `videmo study list --relink FOLDER`, or export with --no-pictures."


def prepare_output(out: Path) -> None:
    """Makes the output folder and tries whether it can be written, before hours of work. Raises `OutputError`."""
    remedy = "Choose another folder with --out."
    try:
        out.mkdir(parents=True, exist_ok=True)
        trial = out / ".videmo-trial"
        trial.write_bytes(b"")
        trial.unlink()
    except FileExistsError as error:
        raise OutputError(f"{out} is a file, not a folder.", remedy=remedy) from error
    except OSError as error:
        raise OutputError(f"The folder {out} cannot be written ({error.strerror}).", remedy=remedy) from error


def write_results(
    analysis: Analysis, wanted: Sequence[Wanted], *, out: Path, rule: KeyFrameRule
) -> Stage[tuple[Path, ...]]:
    """Cuts the key frames and writes the files of an analysis. Raises `FootageError` or `OutputError`."""
    pictures = yield from pictures_of(analysis.video, wanted, rule=rule)
    yield Progress("writing the report", 0, 1, "files")
    return write_outputs(analysis, out=out, key_frames=pictures)


def export_analysis(
    study: Study, analysis: int, *, out: Path, pictures: bool = True, rule: KeyFrameRule | None = None
) -> Stage[tuple[Path, ...]]:
    """Writes an analysis of a study, with people as they were put right, into a folder outside it.

    With `pictures` the report shows faces, for which everybody in the session must have allowed to share excerpts;
    without, that they allow the analysis is enough. The audit log has it before the first file is there. The study is
    used in the thread that drives this stage. Raises `ConsentError`, `NotFoundError`, `ReadOnlyStudyError` or another
    `StudyError`; `FootageError` where pictures are wanted and the recording is missing or changed; `OutputError`.
    """
    recording = recording_of(study, analysis_row(study, analysis).recording)
    prepare_output(out)
    original, rule = load_analysis(study, analysis), rule or KeyFrameRule()
    shown = resolve(original, who_is_who_of(study, analysis))
    permit_export(study, recording.session, pictures=pictures, what=f"analysis {analysis}", target=os.fspath(out))
    cut: dict[str, bytes] = {}
    if pictures:
        yield Progress("opening the recording", 0, 1, "files")
        video = _same_video(media_path(study, recording), sha256=recording.sha256)
        followed = {segment.id: segment.person for segment in original.segments}
        wanted = worth_a_look(shown, load_tracks(study, analysis), followed=followed, rule=rule)
        cut = yield from pictures_of(video, wanted, rule=rule)
    yield Progress("writing the report", 0, 1, "files")
    return write_outputs(shown, out=out, key_frames=cut)


def _same_video(path: Path, *, sha256: str) -> Video:
    """The recording that was analysed, or a refusal: pictures of another would not be those that were read."""
    if not path.is_file():
        raise FootageError(
            f"The recording {path.name} is not where the study says, so no picture can be cut from it.", remedy=_FIND
        )
    video = probe(path)
    if video.sha256 != sha256:
        raise FootageError(f"The recording {path.name} has changed since it was analysed.", remedy=_FIND)
    return video


def pictures_of(video: Video, wanted: Sequence[Wanted], *, rule: KeyFrameRule) -> Stage[dict[str, bytes]]:
    """The wanted pictures as JPEG bytes by their id, cut in two halves at once. Raises `FootageError`."""
    half = len(wanted) // 2
    with Beside(key_frames(video, wanted[half:], rule=rule)) as later:
        pictures = yield from key_frames(video, wanted[:half], rule=rule)
        pictures |= yield from later.rest()
    return pictures


def worth_a_look(
    analysis: Analysis,
    tracks: Sequence[PersonTrack],
    *,
    rule: KeyFrameRule,
    followed: Mapping[str, str] | None = None,
) -> tuple[Wanted, ...]:
    """Key frames, in order of time, of the least certain half and the longest half of the segments.

    `followed`: as whom the face of a segment, by its original id, was followed, where people were put right since.
    """
    followed = followed or {segment.id: segment.person for segment in analysis.segments}
    most = rule.most
    by_person = {track.person: track.measurements for track in tracks}
    shown = [s for s in analysis.segments if s.reading is not None and followed[original_name(s.id)] in by_person]
    if len(shown) > most:
        doubtful = sorted(shown, key=lambda s: max(s.reading.distribution.values()) if s.reading else 0.0)[: most // 2]
        rest = [segment for segment in shown if segment not in doubtful]
        shown = doubtful + sorted(rest, key=lambda s: -s.span.duration_s)[: most - len(doubtful)]
    wanted: list[Wanted] = []
    for segment in shown:
        measured = by_person[followed[original_name(segment.id)]]
        time_s = segment.key_frame_s if segment.key_frame_s is not None else segment.span.start_s
        row = int(np.argmin(np.abs(measured.times_s - time_s)))
        x, y, width, height = (float(value) for value in measured.boxes[row])
        wanted.append(Wanted(segment.id, Moment.at(float(measured.times_s[row])), FaceBox(x, y, width, height)))
    return tuple(sorted(wanted, key=lambda want: want.moment))
