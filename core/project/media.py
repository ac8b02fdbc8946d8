"""Recordings of a study and where they lie. In: a study and paths. Out: recordings, and each one's state.

The study holds a relative path and a SHA-256. Media are never moved, copied or changed. Reading whole files to hash
them takes long: hashing is a stage that yields.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

from core.errors import FootageError
from core.progress import Progress, Stage
from core.project.codec import canonical, from_plain, to_plain
from core.project.failures import StudyError, told
from core.project.standing import standing
from core.project.study import Study
from core.records.study import MediaState, Recording
from core.records.video import Video

STEP = 1 << 22
"""Bytes between two cancel points."""


def fingerprint(path: Path) -> Stage[str]:
    """The SHA-256 of a file, hexadecimal. Raises `FootageError`."""
    digest, done = hashlib.sha256(), 0
    try:
        total = path.stat().st_size
        with path.open("rb") as file:
            while block := file.read(STEP):
                digest.update(block)
                done += len(block)
                yield Progress(f"reading {path.name}", done / 1e6, total / 1e6, "MB")
    except OSError as error:
        raise FootageError(
            f"{path} cannot be read ({error.strerror}).", remedy="Look whether the disk or share is connected."
        ) from error
    return digest.hexdigest()


def add_recording(
    study: Study, path: Path, *, session: int, sha256: str, offset_s: float = 0.0, video: Video | None = None
) -> int:
    """Notes where a recording of a session lies. Raises `StudyError`."""
    values = {
        "session": session,
        "path": written_path(path, study.folder),
        "sha256": sha256,
        "offset_s": float(offset_s),
        "video": None if video is None else canonical(to_plain(video)),
    }
    with study.change("add recording", f"a recording of session {session}") as pen:
        return pen.insert("recording", values)


def recordings(study: Study, session: int | None = None) -> tuple[Recording, ...]:
    """The recordings of a session, or all, each with its latest path. Raises `StudyError`."""
    rows = study.rows(
        f"SELECT r.id, r.session, r.path, r.sha256, r.offset_s, r.video FROM {standing('recording', 'r')} "
        f"JOIN {standing('session', 's')} ON s.id = r.session WHERE ?1 IS NULL OR r.session = ?1 ORDER BY r.id",
        (session,),
    )
    moved: dict[int, str] = {
        recording: path
        for recording, path in study.rows(f"SELECT l.recording, l.path FROM {standing('relink', 'l')} ORDER BY l.id")
    }
    return tuple(_recording(row, moved.get(row[0])) for row in rows)


def recording_of(study: Study, recording: int) -> Recording:
    """One recording. Raises `NotFoundError`."""
    row = study.one(
        f"SELECT r.id, r.session, r.path, r.sha256, r.offset_s, r.video FROM {standing('recording', 'r')} "
        "WHERE r.id = ?",
        (recording,),
        what=f"recording {recording}",
    )
    moved = study.rows(
        f"SELECT l.path FROM {standing('relink', 'l')} WHERE l.recording = ? ORDER BY l.id DESC LIMIT 1", (recording,)
    )
    return _recording(row, moved[0][0] if moved else None)


def media_path(study: Study, recording: Recording) -> Path:
    """Where the recording should lie now."""
    return (study.folder / Path(recording.path)).resolve()


def media_state(study: Study, recording: Recording) -> Stage[MediaState]:
    """Whether the file is there and is the one that was added: by its SHA-256, not by its name or date."""
    path = media_path(study, recording)
    if not path.is_file():
        return "missing"
    found = yield from fingerprint(path)
    return "here" if found == recording.sha256 else "changed"


def missing(study: Study) -> tuple[Recording, ...]:
    """Recordings whose file is not where the study says; quick, reads no media."""
    return tuple(one for one in recordings(study) if not media_path(study, one).is_file())


def find_moved(folder: Path, wanted: Iterable[Recording]) -> Stage[dict[int, Path]]:
    """Looks for recordings in a folder and all below, by content. Files of the same name and length come first.

    Raises `StudyError` where the folder is not there. A file that cannot be read is passed over.
    """
    by_hash = {one.sha256: one for one in wanted}
    names = {Path(one.path).name for one in by_hash.values()}
    if not folder.is_dir():
        raise StudyError(f"{folder} is no folder.", remedy="Name the folder that the recordings were moved to.")
    with told(folder):
        files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    files.sort(key=lambda path: path.name not in names)
    found: dict[int, Path] = {}
    for path in files:
        if len(found) == len(by_hash):
            break
        try:
            digest = yield from fingerprint(path)
        except FootageError:
            continue
        if digest in by_hash:
            found[by_hash[digest].id] = path
    return found


def relink(study: Study, *, recording: int, path: Path, sha256: str) -> None:
    """Notes a recording's new place. Raises `StudyError` where the file's content is not the recording's."""
    known = recording_of(study, recording)
    if known.sha256 != sha256:
        raise StudyError(
            f"{path.name} is not the recording that was analysed: its content differs.",
            remedy="Look for the original file; or add this one as a recording of its own and analyse it.",
        )
    with study.change("relink", f"recording {recording} lies elsewhere now") as pen:
        pen.insert("relink", {"recording": recording, "path": written_path(path, study.folder)})


def written_path(path: Path, folder: Path) -> str:
    """The path as the study writes it: relative to its folder where that can be, always with `/`."""
    absolute = path.absolute().resolve()
    try:
        return Path(os.path.relpath(absolute, folder.resolve())).as_posix()
    except ValueError:  # another drive on Windows
        return absolute.as_posix()


def _recording(row: tuple[object, ...], moved: str | None) -> Recording:
    number, session, path, sha256, offset_s, video = row
    return Recording(
        id=int(str(number)),
        session=int(str(session)),
        path=moved if moved is not None else str(path),
        sha256=str(sha256),
        offset_s=float(str(offset_s)),
        video=None if video is None else from_plain(json.loads(str(video)), Video),
    )
