"""The faces of the recording that is watched, around the playhead. In: frames. Out: who is where in them.

Boxes are read in the study lane, a stretch at a time, ahead of the playhead. Must not know: how anything is drawn.
"""

from PySide6.QtCore import QObject, Signal

from app.player.deck import OnScreen
from app.workbench import Workbench
from core.project.face_boxes import FacesOf, FollowedFace, faces_of
from core.project.scene import Scene

CHUNK_S = 120.0
AHEAD_S = 20.0


class ShownFaces(QObject):
    """The faces of one recording's analysis."""

    came = Signal()
    """More boxes are here."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._known: dict[int, FacesOf] = {}
        """By the number of the stretch."""
        self._asked: set[int] = set()
        self._turn = 0
        self._analysis: int | None = None
        self.units = False
        """Whether action units are wanted too."""
        bench.session.opened.connect(self.forget)
        bench.session.scene_changed.connect(self.refresh)

    def forget(self) -> None:
        """Another session is shown."""
        self._known.clear()
        self.refresh()

    def refresh(self) -> None:
        """People may have been put right: reads anew; what is known stands until then."""
        self._turn += 1
        self._asked.clear()
        self.came.emit()

    def want_units(self, wanted: bool) -> None:
        """Reads action units too, or no longer."""
        if wanted != self.units:
            self.units = wanted
            if wanted:
                self.refresh()

    def around(self, frame: OnScreen) -> FacesOf | None:
        """What is known at a frame; None while it is being read, or where its recording was not analysed."""
        scene = self._bench.session.scene
        analysis = analysis_of(scene, frame.recording.id)
        if analysis is None or self._bench.session.provisional:
            return None
        if analysis != self._analysis:
            self._analysis = analysis
            self._turn += 1
            self._asked.clear()
            self._known.clear()
        time_s = frame.shown.moment.seconds
        here = int(time_s // CHUNK_S)
        for chunk in {here, int((time_s + AHEAD_S) // CHUNK_S)}:
            self._want(analysis, chunk)
        return self._known.get(here)

    def _want(self, analysis: int, chunk: int) -> None:
        if chunk in self._asked:
            return
        self._asked.add(chunk)
        turn, scene = self._turn, self._bench.session.scene
        units = self.units and scene is not None and not scene.blind

        def given(found: FacesOf) -> None:
            if turn == self._turn:
                self._known[chunk] = found
                for far in [one for one in self._known if abs(one - chunk) > 2]:
                    del self._known[far]
                    self._asked.discard(far)
                self.came.emit()

        self._bench.ask(
            lambda study: faces_of(
                study, analysis, start_s=chunk * CHUNK_S, end_s=(chunk + 1) * CHUNK_S, units=units
            ),
            then=given,
            owner=self,
        )  # fmt: skip


def analysis_of(scene: Scene | None, recording: int) -> int | None:
    """The analysis that is shown for a recording."""
    rows = scene.analyses if scene is not None else ()
    return next((one.id for one in rows if one.recording == recording), None)


def is_selected(bench: Workbench, analysis: int, face: FollowedFace, time_s: float) -> bool:
    """Whether a face is the person of the selected segment."""
    row, who = bench.session.row, face.person(time_s)
    return row is not None and who is not None and (row.analysis, row.person) == (analysis, who.person)
