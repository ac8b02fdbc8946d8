"""Landmarks of the frame on the screen, measured when they are to be seen. In: a frame and its faces. Out: points.

They are not kept in a study, as they are biometric. They are measured on the picture as it is shown, in a thread of its
own, and only while the overlay is on; the newest frame counts. Must not know: how they are drawn.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from app.jobs import Lane
from app.player.deck import OnScreen
from app.workbench import Workbench
from core.errors import ExpectedError
from core.faces.crops import square
from core.faces.landmarker import FaceModel
from core.models import locate
from core.records.face import FaceBox

MARGIN = 1.5
HOLD_S = 0.12
"""A face moves by a few pixels in this time, and the marks are as large."""

Points = NDArray[np.float32]


class Landmarks(QObject):
    """Measures one frame at a time."""

    came = Signal()

    def __init__(
        self,
        bench: Workbench,
        *,
        failed: Callable[[ExpectedError], None],
        model: Callable[[], Path] = lambda: locate("face-landmarker"),
    ) -> None:
        super().__init__()
        self._failed, self._path = failed, model
        self._lane: Lane | None = None
        self._model: FaceModel | None = None
        self._busy = False
        self._next: tuple[OnScreen, tuple[FaceBox, ...]] | None = None
        self._of: OnScreen | None = None
        self._near: tuple[FaceBox, ...] = ()
        self._faces: tuple[Points, ...] = ()
        bench.closing.connect(self.close)

    def of(self, frame: OnScreen) -> tuple[Points, ...]:
        """(478, 3) points of each face of a frame, in pixels of the recording; empty until they have been measured.

        While playing, the newest ones stand for up to `HOLD_S`: without that they would flicker.
        """
        known = self._of
        if known is None or known.recording.id != frame.recording.id or abs(known.time_s - frame.time_s) > HOLD_S:
            return ()
        return self._faces

    def want(self, frame: OnScreen, boxes: tuple[FaceBox, ...]) -> None:
        """Measures a frame's faces near `boxes`, in pixels of the recording."""
        if self._of is frame and self._near == boxes:
            return
        self._next = (frame, boxes)
        self._go_on()

    def close(self) -> None:
        """Ends the thread and frees the model."""
        if self._lane is not None:
            self._lane.ask(self._free)
            self._lane.finish()
            self._lane = None

    def _go_on(self) -> None:
        wanted = self._next
        if self._busy or wanted is None:
            return
        if self._lane is None:
            self._lane = Lane("landmarks")
        self._busy, self._next = True, None
        frame, boxes = wanted

        def measured(found: tuple[Points, ...]) -> None:
            self._busy, self._of, self._near, self._faces = False, frame, boxes, found
            self.came.emit()
            self._go_on()

        def failed(failure: ExpectedError) -> None:
            self._busy = False
            self._failed(failure)

        self._lane.ask(lambda: self._measure(frame, boxes), then=measured, failed=failed, owner=self)

    def _measure(self, frame: OnScreen, boxes: tuple[FaceBox, ...]) -> tuple[Points, ...]:
        if self._model is None:
            self._model = FaceModel(self._path())
        pixels = frame.shown.pixels
        scale = pixels.shape[1] / frame.video.width
        found: list[Points] = []
        for box in boxes:
            small = FaceBox(box.x * scale, box.y * scale, box.width * scale, box.height * scale)
            face = self._model.read(pixels, square(small, margin=MARGIN))
            if face is not None:
                found.append(face.landmarks / np.float32(scale))
        return tuple(found)

    def _free(self) -> None:
        if self._model is not None:
            self._model.close()
            self._model = None
