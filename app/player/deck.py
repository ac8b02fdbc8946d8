"""Recordings of the session being played. In: session times. Out: frames with their session times, in Qt signals.

One recording is watched at a time: the one that runs at the wanted moment, or the one that was chosen. Where it ends
the next one goes on. Its content is compared with the one that was analysed, in the background, each time it is opened.
Must not know: widgets.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from app.jobs import Job
from app.sentences import in_words
from app.session import Span
from app.workbench import Workbench
from core.errors import ExpectedError
from core.footage.playback import Playback, Shown, State
from core.footage.probe import probe
from core.footage.speaker import DeviceSpeaker, SoundError, Speaker
from core.progress import Stage
from core.project.media import fingerprint, media_path
from core.project.scene import Scene
from core.project.study import Study
from core.records.moment import Moment
from core.records.study import Recording
from core.records.video import Video

FOLLOWS_S = 0.1
"""A recording that starts this much before the end of the one that ends still goes on from it."""


@dataclass(frozen=True, slots=True, eq=False)
class OnScreen:
    """A frame and where it belongs."""

    recording: Recording
    video: Video
    shown: Shown

    @property
    def time_s(self) -> float:
        """When it begins, in seconds after the session's zero."""
        return self.recording.offset_s + self.shown.moment.seconds


class Deck(QObject):
    """One per player."""

    came = Signal()
    """`current` is another frame."""
    state_changed = Signal(str)
    """`playing`, `paused` or `ended`."""
    recording_changed = Signal()
    """Another recording is watched, or none; or it turned out to be missing, unreadable or changed."""

    _frame = Signal()
    _told = Signal(object, object)
    _turned = Signal(object, str)

    def __init__(self, bench: Workbench, *, speaker: Callable[[], Speaker] | None = DeviceSpeaker) -> None:
        super().__init__()
        self._bench, self._speaker = bench, speaker
        self.current: OnScreen | None = None
        self.recording: Recording | None = None
        self.playback: Playback | None = None
        self.failure: ExpectedError | None = None
        """Why the recording cannot be watched."""
        self.missing = False
        """Whether that is because its file is not where it should be."""
        self.changed = False
        """Whether its content is not the one that was analysed."""
        self.state: State = "paused"
        self.speed, self.volume = 1.0, 1.0
        self._side: int | None = None
        self._loop: Span | None = None
        self._turn = 0
        self._wanted: float | None = None
        self._play_then = False
        self._lock = threading.Lock()
        self._newest: OnScreen | None = None
        self._silent: set[int] = set()
        self._said: set[str] = set()
        self._job: Job | None = None
        self._closing: list[Playback] = []
        queued = Qt.ConnectionType.QueuedConnection
        self._frame.connect(self._take, queued)
        self._told.connect(self._hear, queued)
        self._turned.connect(self._turn_to, queued)
        bench.closing.connect(self.close)

    def seek(self, time_s: float) -> None:
        """Shows the frame of a session time."""
        scene = self._bench.session.scene
        if scene is None:
            return
        if self.recording is None or not _runs(self.recording, time_s):
            self.open(scene.recording_at(time_s), time_s)
            return
        self._wanted = time_s
        if self.playback is not None:
            self.playback.seek(Moment.at(max(0.0, time_s - self.recording.offset_s)))

    def open(self, recording: Recording | None, time_s: float) -> None:
        """Watches a recording from a session time on."""
        self._wanted = time_s
        if recording is not None and self.recording is not None and recording.id == self.recording.id:
            if self.playback is not None:
                self.playback.seek(Moment.at(max(0.0, time_s - recording.offset_s)))
            return
        self._drop()
        self.recording = recording
        self.recording_changed.emit()
        if recording is not None:
            self._find(recording)

    def again(self) -> None:
        """Looks for the recording again, as after it was found elsewhere."""
        recording = self._bench.session.scene and next(
            (one for one in self._bench.session.scene.recordings if self.recording and one.id == self.recording.id),
            None,
        )
        if recording and (self.failure is not None or recording != self.recording):
            time_s = self._wanted or 0.0
            self._drop()
            self.open(recording, time_s)

    def leave(self) -> None:
        """Watches nothing."""
        self._drop()
        self.recording_changed.emit()

    def toggle(self) -> None:
        """Plays or pauses."""
        if self.playback is not None:
            if self.state == "playing":
                self.playback.pause()
            else:
                self.playback.play()

    def play(self) -> None:
        """Plays."""
        if self.playback is not None:
            self.playback.play()

    def step(self, frames: int) -> None:
        """Goes so many frames on, or back."""
        if self.playback is not None:
            self.playback.step(frames)

    def set_speed(self, speed: float) -> None:
        """Seconds of the session per second."""
        self.speed = speed
        if self.playback is not None:
            self.playback.set_speed(speed)

    def set_volume(self, volume: float) -> None:
        """0 to 1."""
        self.volume = volume
        if self.playback is not None:
            self.playback.set_volume(volume)

    def set_loop(self, span: Span | None) -> None:
        """Plays a span of the session again and again, or none."""
        self._loop = span
        if self.playback is not None:
            self._give_loop(self.playback)

    def set_side(self, pixels: int) -> None:
        """How many pixels the longer side of the picture has on the screen."""
        self._side = pixels
        if self.playback is not None:
            self.playback.set_longest_side(pixels)

    def close(self) -> None:
        """Ends every thread."""
        self._drop()
        for playback in self._closing:
            playback.close()
        self._closing.clear()

    def _find(self, recording: Recording) -> None:
        self._turn += 1
        turn = self._turn

        def found(path: Path | None) -> None:
            if turn != self._turn:
                return
            if path is None:
                self.missing = True
                self._fail(
                    ExpectedError(
                        self.tr("The recording is not where the study says it is."),
                        remedy=self.tr("Connect its disk, or look for it; everything else can be read meanwhile."),
                    )
                )
            elif recording.video is None:
                self._probe(path, recording, turn)
            else:
                self._start(recording, replace(recording.video, path=path))
                self._check(recording, path, turn)

        def look(study: Study) -> Path | None:
            path = media_path(study, recording)
            return path if path.is_file() else None

        self._bench.ask(look, then=found, failed=self._fail, owner=self)

    def _probe(self, path: Path, recording: Recording, turn: int) -> None:
        def probed(video: Video) -> None:
            if turn == self._turn:
                self.changed = video.sha256 != recording.sha256
                self._start(recording, video)
                self.recording_changed.emit()

        def failed(failure: ExpectedError) -> None:
            if turn == self._turn:
                self._fail(failure)

        self._bench.free_lane.ask(lambda: probe(path), then=probed, failed=failed, owner=self)

    def _check(self, recording: Recording, path: Path, turn: int) -> None:
        """Whether it is the file that was analysed, by its content; a long file takes minutes, and nobody waits."""

        def stage(_: Job) -> Stage[str]:
            return fingerprint(path)

        def ended(state: str) -> None:
            if state == "done" and turn == self._turn and job.result != recording.sha256:
                self.changed = True
                self._stop_playback()
                self._probe(path, recording, turn)
                self.recording_changed.emit()

        job = self._bench.free_lane.run(self.tr("Comparing the recording with the one that was analysed"), stage)
        job.state_changed.connect(ended)
        self._job = job

    def _start(self, recording: Recording, video: Video) -> None:
        playback: list[Playback] = []

        def shown(frame: Shown) -> None:
            with self._lock:
                news = self._newest is None
                self._newest = OnScreen(recording, video, frame)
            if news:
                self._frame.emit()

        self.failure, self.missing = None, False
        silent = recording.id in self._silent
        made = Playback(
            video,
            shown=shown,
            failed=lambda failure: self._told.emit(playback[0], failure),
            changed=lambda state: self._turned.emit(playback[0], state),
            speaker=None if silent else self._speaker,
            longest_side=self._side,
        )
        playback.append(made)
        self.playback = made
        made.set_speed(self.speed)
        made.set_volume(self.volume)
        self._give_loop(made)
        wanted = self._wanted if self._wanted is not None else recording.offset_s
        made.seek(Moment.at(max(0.0, wanted - recording.offset_s)))
        if self._play_then:
            self._play_then = False
            made.play()
        self.recording_changed.emit()

    def _give_loop(self, playback: Playback) -> None:
        loop, recording = self._loop, self.recording
        offset_s = recording.offset_s if recording is not None else 0.0
        playback.set_loop(None if loop is None else (loop[0] - offset_s, loop[1] - offset_s))

    def _take(self) -> None:
        with self._lock:
            frame, self._newest = self._newest, None
        if frame is not None and self.recording is not None and frame.recording.id == self.recording.id:
            self.current = frame
            if self.failure is not None:
                self.failure = None
                self.recording_changed.emit()
            self.came.emit()

    def _hear(self, playback: Playback, failure: ExpectedError) -> None:
        if playback is not self.playback:
            return
        recording = self.recording
        if isinstance(failure, SoundError):
            if recording is not None and recording.id not in self._silent:
                self._silent.add(recording.id)
                told = in_words(failure.problem)
                if told not in self._said:  # one loudspeaker is missing for all recordings
                    self._said.add(told)
                    self._bench.tell(told, in_words(failure.remedy), tone="warning")
            return
        self._fail(failure)

    def _turn_to(self, playback: Playback, state: State) -> None:
        if playback is not self.playback:
            return
        self.state = state
        self.state_changed.emit(state)
        scene = self._bench.session.scene
        if state == "ended" and scene is not None and self.recording is not None:
            follower = _follower(scene, self.recording)
            if follower is not None:
                self._play_then = True
                self.open(follower, max(follower.offset_s, _end(self.recording)))

    def _fail(self, failure: ExpectedError) -> None:
        self.failure = failure
        self.recording_changed.emit()

    def _drop(self) -> None:
        self._turn += 1
        self._stop_playback()
        self.recording, self.current, self.failure = None, None, None
        self.missing = self.changed = False

    def _stop_playback(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if self.playback is not None:
            self.playback.close(wait=False)
            self._closing = [*(one for one in self._closing if one.alive), self.playback]
            self.playback = None
            if self.state != "paused":
                self.state = "paused"
                self.state_changed.emit("paused")


def _end(recording: Recording) -> float:
    return recording.offset_s + (recording.video.duration_s if recording.video is not None else 0.0)


def _runs(recording: Recording, time_s: float) -> bool:
    return recording.video is None or recording.offset_s <= time_s <= _end(recording)


def _follower(scene: Scene, recording: Recording) -> Recording | None:
    """The recording that goes on where one ends."""
    end_s = _end(recording)
    later = [one for one in scene.recordings if one.offset_s >= end_s - FOLLOWS_S and one.id != recording.id]
    return min(later, key=lambda one: one.offset_s, default=None)
