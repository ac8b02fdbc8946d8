"""OpenFace 2 tables (FeatureExtraction, FaceLandmarkVidMulti). Comes in: a source. Goes out: one track per face.

After the project's wiki page Output Format: headers may carry leading spaces; `timestamp` is in seconds; `success` 0
means that tracking failed, and what stands in such a row is not a measurement: it becomes missing, except
`confidence`. Action units: `AUxx_r` intensity from 0 to 5, `AUxx_c` presence 0 or 1. Landmarks and shape parameters
(`x_0`, `X_0`, `p_0`, `eye_lmk_…`) are not read. OpenFace does not match a face to itself: a `face_id` is not a person.
Must not know: our own action units.
"""

import re
from collections.abc import Generator, Sequence

import numpy as np

from core.imports.cells import MOST_S, increasing
from core.imports.frames import FaceRows, read_rows
from core.imports.source import Source
from core.progress import Progress
from core.records.foreign import ForeignTrack, Imported, Origin, Samples

EXPORT = "Run OpenFace again on the recording and import the new CSV."
_MEASURED = re.compile(r"AU\d\d_[rc]|pose_[TR][xyz]|gaze_angle_[xy]|gaze_[01]_[xyz]")


def is_openface(header: Sequence[str]) -> bool:
    """Whether the names of a table's columns are those of OpenFace."""
    names = {name.strip() for name in header}
    return {"confidence", "success"} <= names and bool({"frame", "timestamp", "face_id"} & names)


def read_openface(source: Source, delimiter: str, header: Sequence[str]) -> Generator[Progress, None, Imported]:
    """All faces of a table. Raises `ForeignFileError` with the line of what is wrong."""
    names = [name.strip() for name in header]
    if "timestamp" not in names:
        raise source.error(
            "the table has no column timestamp, so its frames have no time.",
            remedy="Run FeatureExtraction or FaceLandmarkVidMulti of OpenFace on the recording, not on pictures.",
            line=1,
        )
    measured = ("confidence", *(name for name in dict.fromkeys(names) if _MEASURED.fullmatch(name)))
    groups = yield from read_rows(
        source, delimiter, wanted=("timestamp", "success", *measured), by=("face_id",), remedy=EXPORT
    )
    tracks = tuple(_track(face, rows, measured, source) for (face,), rows in groups.items())
    notes = [source.note] if source.note else []
    if len(tracks) > 1:
        notes.append("OpenFace numbers faces and does not match people; check who is who before you compare.")
    return Imported(tracks, tuple(notes))


def _track(face: str, rows: FaceRows, measured: tuple[str, ...], source: Source) -> ForeignTrack:
    table = rows.array(len(measured) + 2)
    times, success, values = table[:, 0], table[:, 1], table[:, 2:].copy()
    wrong = np.flatnonzero(np.isnan(times) | (np.abs(times) > MOST_S))
    if len(wrong):
        raise source.error("the row has no time.", remedy=EXPORT, line=rows.lines[int(wrong[0])])
    late = increasing(times)
    if late is not None:
        raise source.error(
            f"time does not go on after {times[late - 1]:.3f} s for face {face or 0}.",
            remedy=EXPORT,
            line=rows.lines[late],
        )
    values[success != 1, 1:] = np.nan  # a success that is missing is none
    return ForeignTrack(
        origin=Origin(
            tool="OpenFace",
            file=source.path.name,
            sha256=source.sha256,
            place=f"face {face or 0}",
            coder="OpenFace",
            clock="Column timestamp, in seconds.",
        ),
        person=f"face {face or 0}",
        samples=Samples(times, measured, values),
    )
