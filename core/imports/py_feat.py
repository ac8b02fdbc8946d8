"""py-feat tables (Fex.to_csv, Detector.detect(save=…)). Comes in: a source, the times of the recording's frames where
they are known. Goes out: one track per identity.

After py-feat 2.1 (read in its source): a row per frame and face; `frame` counts from 0; `approx_time` is mm:ss; a frame
without a face has empty cells; `Identity` names clusters of faces, not people. Emotions are scores in [0, 1]. Frames
of the file in which an identity is not found are missing for it. Landmarks, embeddings and the face mesh are not read.
Must not know: our own emotions.
"""

import re
from collections.abc import Generator, Sequence

import numpy as np
from numpy.typing import NDArray

from core.imports.cells import MOST_S, increasing
from core.imports.frame_clock import rate_from_clock
from core.imports.frames import FaceRows, read_rows
from core.imports.source import Source
from core.progress import Progress
from core.records.foreign import ForeignTrack, Imported, Media, Origin, Samples
from core.records.measurement import BLENDSHAPES

EXPORT = "Run py-feat again on the recording and import the new CSV."
EMOTIONS = ("anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral")
BOX = ("FaceRectX", "FaceRectY", "FaceRectWidth", "FaceRectHeight", "FaceScore")
OTHERS = ("valence", "arousal", "Pitch", "Roll", "Yaw", "gaze_pitch", "gaze_yaw", "gaze_angle")
_ACTION_UNIT = re.compile(r"AU\d\d")
_CLOCK = re.compile(r"(\d{1,6}):([0-5]\d)")


def is_py_feat(header: Sequence[str]) -> bool:
    """Whether the names of a table's columns are those of py-feat."""
    names = {name.strip() for name in header}
    known = any(_ACTION_UNIT.fullmatch(name) for name in names) or set(EMOTIONS) <= names
    return {"frame", "FaceRectX"} <= names and known


def read_py_feat(
    source: Source, delimiter: str, header: Sequence[str], *, frame_times_s: Sequence[float] | None
) -> Generator[Progress, None, Imported]:
    """All identities of a table. `frame_times_s[n]` is the time of frame n; without it the rate follows from
    `approx_time`. Raises `ForeignFileError` with the line of what is wrong."""
    names = list(dict.fromkeys(name.strip() for name in header))
    known = {*BOX, *EMOTIONS, *OTHERS, *BLENDSHAPES}
    measured = tuple(name for name in names if name in known or _ACTION_UNIT.fullmatch(name))
    groups = yield from read_rows(
        source, delimiter, wanted=("frame", *measured), by=("input", "Identity", "approx_time"), remedy=EXPORT
    )
    notes = [source.note] if source.note else []
    tracks: list[ForeignTrack] = []
    for video in dict.fromkeys(key[0] for key in groups):
        own = {key: rows for key, rows in groups.items() if key[0] == video}
        clock, grid = _times(own, len(measured) + 1, source, frame_times_s=frame_times_s)
        if frame_times_s is None:
            notes.append(f"{clock} Give the recording to use its own times.")
        people = dict.fromkeys(key[1] for key in own if _seen(key[1]))
        # Without identities all rows are one face; frames without a face belong to everybody.
        for person in people or {"": None}:
            rows = [rows for key, rows in own.items() if key[1] == person or not people]
            samples = _samples(rows, measured, grid, source)
            origin = Origin(
                tool="py-feat",
                file=source.path.name,
                sha256=source.sha256,
                place=person or "all rows",
                coder="py-feat",
                media=(Media(video),) if video else (),
                clock=clock,
            )
            tracks.append(ForeignTrack(origin, person, samples=samples))
    return Imported(tuple(tracks), tuple(notes))


def _seen(identity: str) -> bool:
    return identity.lower() not in {"", "nan", "none"}


def _times(
    own: dict[tuple[str, ...], FaceRows], columns: int, source: Source, *, frame_times_s: Sequence[float] | None
) -> tuple[str, dict[int, float]]:
    """How times were had, and the time of each frame number in the file."""
    readings: list[tuple[int, int]] = []
    frames: set[int] = set()
    for (_, _, clock), rows in own.items():
        match = _CLOCK.fullmatch(clock)
        for line, value in zip(rows.lines, rows.array(columns)[:, 0].tolist(), strict=True):
            if not (value >= 0 and value == int(value) and value <= MOST_S * 1000):
                raise source.error("the row has no whole frame number.", remedy=EXPORT, line=line)
            frames.add(int(value))
            if match is not None:
                readings.append((int(value), int(match[1]) * 60 + int(match[2])))
    order = sorted(frames)
    if frame_times_s is not None:
        if order[-1] >= len(frame_times_s):
            raise source.error(
                f"frame {order[-1]} is named, and the recording has {len(frame_times_s)} frames.",
                remedy="Choose the recording that py-feat read.",
            )
        grid = {frame: float(frame_times_s[frame]) for frame in order}
        if increasing(np.asarray([grid[frame] for frame in order])) is not None:
            raise source.error("the times of the frames do not increase.", remedy="Choose the recording py-feat read.")
        return "Frame numbers, with the recording's own times.", grid
    found = rate_from_clock(readings)
    if found is None:
        raise source.error(
            "frames are only numbered, and the column approx_time does not tell their rate.",
            remedy="Give the recording that py-feat read, so that frame numbers get their times.",
        )
    rate, low, high = found
    clock = (
        f"Frame number over {float(rate):.3f} frames per second, the usual rate among those from {float(low):.3f} to "
        f"{float(high or rate):.3f} that fit approx_time."
    )
    return clock, {frame: float(frame / rate) for frame in order}


def _samples(groups: Sequence[FaceRows], measured: tuple[str, ...], grid: dict[int, float], source: Source) -> Samples:
    place = {frame: index for index, frame in enumerate(sorted(grid))}
    values: NDArray[np.float64] = np.full((len(place), len(measured)), np.nan)
    taken: set[int] = set()
    for rows in groups:
        table = rows.array(len(measured) + 1)
        for line, row in zip(rows.lines, table, strict=True):
            index = place[int(row[0])]
            if index in taken:
                raise source.error(
                    f"frame {int(row[0])} has two rows for one face.",
                    remedy="Let py-feat tell the faces apart (compute_identities), save and import again.",
                    line=line,
                )
            taken.add(index)
            values[index] = row[1:]
    return Samples(np.asarray([grid[frame] for frame in sorted(grid)]), measured, values)
