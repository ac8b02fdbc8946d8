"""One small picture of each person's face. In: the open study and a person. Out: JPEG bytes, kept in the study's cache.

They show faces, so they are kept in the study and nowhere else. Where to look is read in the study lane, the frame is
decoded in the free lane. Must not know: widgets.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, Signal
from PySide6.QtGui import QImage

from app.workbench import Workbench
from core.faces.crops import cut_native, square
from core.footage.reader import FrameReader
from core.project.analyses import TRACK, load_segment
from core.project.chunks import SeriesKey, read_series, read_times
from core.project.media import media_path
from core.project.scene import Scene, ScenePerson
from core.project.study import Study
from core.project.thumbnails import keep_thumbnails, thumbnail
from core.records.face import FaceBox
from core.records.moment import Moment
from core.records.video import Video

SIDE = 96
MARGIN = 1.5
"""Side of the picture over that of the face."""
NEAR_S = 0.5
"""A box this far from the wanted moment still shows where the face is."""


PersonKey = tuple[int, str]
"""Analysis and person."""


class Faces(QObject):
    """The faces of one session's people, as they come."""

    came = Signal(object, bytes)
    """A `PersonKey` and the bytes of a picture."""

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._turn = 0
        self._known: dict[PersonKey, bytes] = {}
        bench.session.opened.connect(self._known.clear)

    def of(self, key: PersonKey) -> bytes | None:
        """The picture, once it has come."""
        return self._known.get(key)

    def want(self, people: Sequence[ScenePerson]) -> None:
        """Asks for those that are not here yet, one after the other."""
        scene = self._bench.session.scene
        if scene is not None and not self._bench.session.provisional:
            self._turn += 1
            self._next(scene, [person for person in people if person.key not in self._known], self._turn)

    def _next(self, scene: Scene, people: list[ScenePerson], turn: int) -> None:
        if not people or turn != self._turn:
            return
        person, rest = people[0], people[1:]

        def go_on() -> None:
            self._next(scene, rest, turn)

        def given(body: bytes) -> None:
            now = self._bench.session.scene
            if now is not None and now.session.id == scene.session.id:
                self._known[person.key] = body
                self.came.emit(person.key, body)
            go_on()

        def keep(wanted: FaceWanted, body: bytes) -> None:
            self._bench.ask(
                lambda study: keep_thumbnails(study, {wanted.key: body}), then=lambda _: given(body), owner=self
            )

        def found(answer: bytes | FaceWanted | None) -> None:
            if isinstance(answer, bytes):
                given(answer)
            elif answer is None:
                go_on()
            else:
                # That a recording cannot be read is said by the player; here letters stand in the face's place.
                self._bench.free_lane.ask(
                    lambda: take_face(answer),
                    then=lambda body: keep(answer, body),
                    failed=lambda _: go_on(),
                    owner=self,
                )

        self._bench.ask(lambda study: find_face(study, scene, person), then=found, owner=self)


@dataclass(frozen=True, slots=True)
class FaceWanted:
    """Where one person's face can be seen."""

    key: str
    """Under which it is kept."""
    video: Video
    at_s: float
    """Seconds after the recording's first frame."""
    box: FaceBox | None
    """In pixels of the upright picture; None: the middle of the frame."""


def find_face(study: Study, scene: Scene, person: ScenePerson) -> bytes | FaceWanted | None:
    """The picture that is kept, or where to take one; None where the person or the file is nowhere. `StudyError`."""
    analysis = next((one for one in scene.analyses if one.id == person.analysis), None)
    recording = next((one for one in scene.recordings if analysis and one.id == analysis.recording), None)
    if recording is None or recording.video is None:
        return None
    own = [row for row in scene.segments if (row.analysis, row.person) == person.key and row.assessable]
    if not own:
        return None
    longest = max(own, key=lambda row: row.end_s - row.start_s)
    stored = load_segment(study, analysis=person.analysis, segment=longest.segment.split("/")[0])
    start_s, end_s = longest.start_s - recording.offset_s, longest.end_s - recording.offset_s
    key_s = stored.key_frame_s
    # A key frame shows the display best, which a blind rater is not told.
    at_s = key_s if key_s is not None and start_s <= key_s < end_s and not scene.blind else (start_s + end_s) / 2
    key = f"face/{person.analysis}/{stored.person}/{at_s:.3f}"
    kept = thumbnail(study, key)
    if kept is not None:
        return kept
    path = media_path(study, recording)
    if not path.is_file():
        return None
    box = _box(study, person.analysis, stored.person, at_s)
    return FaceWanted(key, replace(recording.video, path=path), at_s, box)


def take_face(wanted: FaceWanted) -> bytes:
    """JPEG bytes of the face, `SIDE` pixels a side. Raises `FootageError`."""
    with FrameReader(wanted.video) as reader:
        pixels = reader.frame_at(Moment.at(wanted.at_s)).rgb()
    if wanted.box is not None:
        cut, _ = cut_native(pixels, square(wanted.box, margin=MARGIN))
    else:
        height, width = pixels.shape[:2]
        side = min(height, width)
        cut, _ = cut_native(pixels, FaceBox((width - side) / 2, (height - side) / 2, side, side))
    rows, columns = cut.shape[:2]
    picture = QImage(cut.tobytes(), columns, rows, 3 * columns, QImage.Format.Format_RGB888)
    small = picture.scaled(SIDE, SIDE, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    body = QByteArray()
    buffer = QBuffer(body)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    small.save(buffer, "JPG", 85)  # pyright: ignore[reportArgumentType, reportCallIssue]
    return bytes(body.data())


def _box(study: Study, analysis: int, person: str, at_s: float) -> FaceBox | None:
    start_s, end_s = at_s - NEAR_S, at_s + NEAR_S
    times_s = read_times(study, SeriesKey(analysis, person, TRACK + "times_s"), start_s=start_s, end_s=end_s)
    if not len(times_s):
        return None
    place = int(abs(times_s - at_s).argmin())
    if abs(float(times_s[place]) - at_s) > NEAR_S:
        return None

    def column(name: str) -> float:
        key = SeriesKey(analysis, person, f"{TRACK}box.{name}")
        return float(read_series(study, key, start_s=start_s, end_s=end_s)[place])

    return FaceBox(column("x"), column("y"), column("width"), column("height"))
