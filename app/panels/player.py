"""The player: the recording, its faces over it, the row of buttons. In: the session. Out: its playhead.

Says which frame is on the screen (`session.show`) and goes where others ask (`session.sought`). Must not know: how
frames are decoded, how faces are found.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from app import words
from app.actions import Actions
from app.look import SPACE
from app.player.cover import Covers, covered, covers
from app.player.deck import Deck
from app.player.faces import ShownFaces, analysis_of, is_selected
from app.player.landmarks import Landmarks
from app.player.overlays import draw_box, draw_landmarks, draw_pointed, draw_sentence, draw_units
from app.player.picture import PictureView
from app.player.pointed import face_in, pointed
from app.player.transport import Transport
from app.sentences import in_words
from app.widgets.empty import EmptyState
from app.workbench import Workbench
from core.errors import ExpectedError
from core.footage.speaker import DeviceSpeaker, Speaker
from core.project.face_boxes import FacesOf, FollowedFace
from core.records.face import FaceBox
from core.records.study import SegmentRow

SECOND = 1.0
OVERLAYS = ("view.boxes", "view.landmarks", "view.units", "view.blur", "view.blur_others")


class PlayerPanel(QWidget):
    """One per session page."""

    def __init__(
        self, bench: Workbench, actions: Actions, *, speaker: Callable[[], Speaker] | None = DeviceSpeaker
    ) -> None:
        super().__init__()
        self.bench, self.actions_ = bench, actions
        self.deck = Deck(bench, speaker=speaker)
        self.faces = ShownFaces(bench)
        self.landmarks = Landmarks(bench, failed=self._no_landmarks)
        self.view = PictureView()
        self.view.over = self._paint_over
        self.transport = Transport(actions)
        self.empty = EmptyState()
        self.relink = QPushButton(actions["study.relink"].text())
        self.warning = QLabel(wordWrap=True)
        self._warned_of_blur, self._all_covered = False, False
        self._points_out = True
        """Whether the place of a selected reason can be shown; no longer after the face model failed."""
        self._lay_out()
        self._wire_actions()
        self._wire()

    def _lay_out(self) -> None:
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.addWidget(self.empty, 1)
        column.addWidget(self.relink, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(nothing)
        self.warning.setProperty("warn", True)
        self.warning.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        self.warning.hide()
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.warning)
        inside.addLayout(self._stack, 1)
        inside.addWidget(self.transport)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(SPACE, SPACE, SPACE // 2, SPACE // 2)
        whole.addWidget(card)

    def _wire(self) -> None:
        session, deck, transport = self.bench.session, self.deck, self.transport
        session.opened.connect(self._session_opened)
        session.scene_changed.connect(self._scene_changed)
        session.sought.connect(deck.seek)
        session.loop_changed.connect(self._loop_changed)
        session.selected.connect(self._show_again)
        deck.came.connect(self._show_frame)
        deck.state_changed.connect(transport.show_state)
        deck.recording_changed.connect(self._recording_changed)
        self.faces.came.connect(self._show_again)
        self.landmarks.came.connect(self.view.update)
        self.view.size_wanted.connect(deck.set_side)
        self.view.clicked.connect(self.actions_["play.toggle"].trigger)
        self.relink.clicked.connect(self.actions_["study.relink"].trigger)
        transport.speed_chosen.connect(deck.set_speed)
        transport.volume_chosen.connect(self._volume)
        transport.time_written.connect(session.seek)
        transport.recording_chosen.connect(self._choose_recording)
        remembered = self.bench.preferences.number("volume", 1.0)
        transport.volume.setValue(round(100 * min(max(remembered, 0.0), 1.0)))
        self._session_opened()

    def _wire_actions(self) -> None:
        actions, session, deck = self.actions_, self.bench.session, self.deck
        actions.on("play.toggle", deck.toggle)
        actions.on("play.frame_back", lambda: deck.step(-1))
        actions.on("play.frame_on", lambda: deck.step(1))
        actions.on("play.second_back", lambda: session.seek(session.playhead_s - SECOND))
        actions.on("play.second_on", lambda: session.seek(session.playhead_s + SECOND))
        actions.on("play.segment_back", lambda: self._go_to_segment(-1))
        actions.on("play.segment_on", lambda: self._go_to_segment(1))
        actions.on("play.loop", self._toggle_loop)
        actions.on("play.slower", lambda: self.transport.change_speed(-1))
        actions.on("play.faster", lambda: self.transport.change_speed(1))
        actions.on("play.start", lambda: session.seek(0.0))
        actions.on("play.end", lambda: session.seek(session.scene.length_s if session.scene else 0.0))
        actions.on("play.time", self.transport.clock.write)
        for name in OVERLAYS:
            actions.on(name, self.view.update)
        actions["view.boxes"].setChecked(self.bench.preferences.flag("boxes", default=True))
        actions["view.blur"].toggled.connect(self._blur_changed)
        actions["view.blur_others"].toggled.connect(self._blur_others_changed)
        actions["view.units"].toggled.connect(self.faces.want_units)
        for name in OVERLAYS:
            actions[name].toggled.connect(self._overlays_changed)

    def _on(self, name: str) -> bool:
        return self.actions_[name].isChecked()

    # What is shown.

    def _session_opened(self) -> None:
        self.deck.leave()
        self.view.show_image(None)
        self.transport.show_time(0.0)
        scene = self.bench.session.scene
        if scene is not None:
            self.deck.seek(0.0)
        self._scene_changed()

    def _scene_changed(self) -> None:
        scene = self.bench.session.scene
        self.transport.show_length(scene.length_s if scene is not None else 0.0)
        self.deck.again()
        self._recording_changed()

    def _recording_changed(self) -> None:
        deck, scene = self.deck, self.bench.session.scene
        recording = deck.recording
        names = {
            one.id: self.tr("Recording {number}").format(number=place)
            for place, one in enumerate(scene.recordings if scene is not None else (), start=1)
        }
        self.transport.show_recordings(names, recording.id if recording is not None else None)
        self.transport.set_sound(deck.playback is None or deck.playback.video.audio is not None)
        self.actions_.set_media(deck.playback is not None)
        self.relink.setVisible(deck.missing)
        if scene is not None and not scene.recordings:
            self.empty.say(
                self.tr("This session has no recording."),
                self.tr("Add one with “Add recordings…” in the menu “Study”."),
            )
        elif deck.failure is not None:
            self.empty.say(in_words(deck.failure.problem), in_words(deck.failure.remedy))
        nothing = scene is not None and (not scene.recordings or deck.failure is not None)
        self._stack.setCurrentIndex(1 if nothing else 0)
        self.warning.setVisible(deck.changed)
        if deck.changed:
            self.warning.setText(
                self.tr(
                    "This file is not the recording that was analysed: its content differs. Readings and picture may "
                    "not belong together."
                )
            )

    def _show_frame(self) -> None:
        frame = self.deck.current
        if frame is None:
            return
        self.view.set_recorded(frame.video.width, frame.video.height)
        self._show_image()
        self.transport.show_time(frame.time_s)
        self.bench.session.show(frame.time_s)

    def _show_again(self) -> None:
        if self.deck.current is not None:
            self._show_image()

    def _show_image(self) -> None:
        frame = self.deck.current
        if frame is None:
            return
        pixels = frame.shown.pixels
        height, width = pixels.shape[:2]
        self._all_covered = False
        image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
        if self._on("view.blur") or self._on("view.blur_others"):
            wanted = self._covers()
            self._all_covered = wanted.whole
            image = covered(image, wanted, scale=width / frame.video.width)
        self.view.show_image(image, pixels)
        if self._on("view.landmarks"):
            self.landmarks.want(frame, tuple(box for _, box in self._boxes()))
        elif self._points_out and pointed(self.bench.session, frame):
            self.landmarks.want(frame, tuple(box for _, box in self._boxes(selected=True)))

    def _covers(self) -> Covers:
        frame = self.deck.current
        if frame is None or self.deck.changed:
            return Covers(whole=True)
        known, time_s = self._known(), frame.shown.moment.seconds
        spare = self._on("view.blur_others") and known is not None
        return covers(known, time_s, spared=lambda face: spare and known is not None and self._chosen(known, face))

    def _known(self) -> FacesOf | None:
        return self.faces.around(self.deck.current) if self.deck.current is not None else None

    def _chosen(self, known: FacesOf, face: FollowedFace) -> bool:
        frame = self.deck.current
        return frame is not None and is_selected(self.bench, known.analysis, face, frame.shown.moment.seconds)

    def _boxes(self, *, selected: bool = False) -> list[tuple[FollowedFace, FaceBox]]:
        known, frame = self._known(), self.deck.current
        if known is None or frame is None or self.deck.changed:
            return []
        faces = [face for face in known.faces if not selected or self._chosen(known, face)]
        placed = [(face, face.box(frame.shown.moment.seconds)) for face in faces]
        return [(face, box) for face, box in placed if box is not None]

    def _paint_over(self, painter: QPainter, place: QRectF, scale: float) -> None:
        known, frame, scene = self._known(), self.deck.current, self.bench.session.scene
        if self._all_covered:
            covered_whole = self.tr("It is not known where faces are here, so the whole picture is blurred.")
            draw_sentence(painter, covered_whole, within=place)
        if frame is None or known is None or scene is None:
            return
        time_s = frame.shown.moment.seconds
        painter.setClipRect(place)
        if self._on("view.landmarks"):
            draw_landmarks(painter, self.landmarks.of(frame), origin=place.topLeft(), scale=scale)
        marks = pointed(self.bench.session, frame)
        for _, box in self._boxes(selected=True) if marks else ():
            face = face_in(box, self.landmarks.of(frame))
            if face is not None:
                draw_pointed(painter, face[list(marks)], origin=place.topLeft(), scale=scale)
        units = self._on("view.units") and not scene.blind
        if not self._on("view.boxes") and not units:
            return
        for face, box in self._boxes():
            corner = QPointF(place.left() + box.x * scale, place.top() + box.y * scale)
            drawn = QRectF(corner.x(), corner.y(), box.width * scale, box.height * scale)
            who = face.person(time_s)
            if self._on("view.boxes"):
                name = words.person(who) if who is not None else self.tr("excluded")
                selected = self._chosen(known, face)
                draw_box(painter, drawn, name, selected=selected, doubtful=face.flagged(time_s), within=place)
            if units and who is not None:
                draw_units(painter, drawn, face.units_at(time_s), within=place)

    # What is done.

    def _overlays_changed(self) -> None:
        self.bench.preferences.keep_flag("boxes", on=self._on("view.boxes"))
        self._show_again()
        self.view.update()

    def _blur_changed(self, on: bool) -> None:
        if on:
            self.actions_["view.blur_others"].setChecked(False)
            self._warn_of_blur()

    def _blur_others_changed(self, on: bool) -> None:
        if on:
            self.actions_["view.blur"].setChecked(False)
            self._warn_of_blur()

    def _warn_of_blur(self) -> None:
        if not self._warned_of_blur:
            self._warned_of_blur = True
            self.bench.tell(
                self.tr("Faces that were found are made unrecognisable; a face that was not found is not."),
                self.tr("Look at the whole recording before you show it to others."),
                tone="warning",
            )

    def _no_landmarks(self, failure: ExpectedError) -> None:
        self._points_out = False
        self.actions_["view.landmarks"].setChecked(False)
        self.bench.failed(failure)

    def _volume(self, volume: float) -> None:
        self.deck.set_volume(volume)
        self.bench.preferences.keep_number("volume", self.transport.volume.value() / 100)

    def _choose_recording(self, number: int) -> None:
        scene = self.bench.session.scene
        recording = next((one for one in scene.recordings if one.id == number), None) if scene is not None else None
        if recording is not None:
            now = self.bench.session.playhead_s
            length_s = recording.video.duration_s if recording.video is not None else 0.0
            self.deck.open(recording, min(max(now, recording.offset_s), recording.offset_s + length_s))

    def _toggle_loop(self) -> None:
        session = self.bench.session
        row = session.row
        session.play_again((row.start_s, row.end_s) if session.loop is None and row is not None else None)

    def _loop_changed(self) -> None:
        session = self.bench.session
        loop = session.loop
        self.actions_["play.loop"].setChecked(loop is not None)
        if loop is not None and not loop[0] <= session.playhead_s < loop[1]:
            self.deck.seek(loop[0])
        self.deck.set_loop(loop)
        if loop is not None:
            self.deck.play()

    def _go_to_segment(self, direction: int) -> None:
        """The next or previous segment of the selected person, else of anybody."""
        session = self.bench.session
        rows = self._rows_of_person()
        now = session.row.start_s if session.row is not None else session.playhead_s
        on = [row for row in rows if (row.start_s > now + 1e-6 if direction > 0 else row.start_s < now - 1e-6)]
        if on:
            row = on[0] if direction > 0 else on[-1]
            session.select(row)
            session.seek(row.start_s)

    def _rows_of_person(self) -> list[SegmentRow]:
        session = self.bench.session
        rows = session.scene.segments if session.scene is not None else ()
        if session.row is None:
            recording = self.deck.recording
            analysis = analysis_of(session.scene, recording.id) if recording is not None else None
            return [row for row in rows if analysis is None or row.analysis == analysis]
        chosen = (session.row.analysis, session.row.person)
        return [row for row in rows if (row.analysis, row.person) == chosen]
