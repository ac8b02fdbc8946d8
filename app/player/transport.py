"""The row under the picture: play, steps, loop, the time of the frame shown, speed, volume, overlays.

In: the table of verbs, the frame's time. Out: verbs, and what was chosen or written. Must not know: how a
recording is played.
"""

import argparse

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QSlider, QToolButton, QWidget

from app.actions import COMMANDS, Actions, described
from app.look import SPACE, icon
from core.commands.times import seconds

SPEEDS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
STEPS = ("play.segment_back", "play.frame_back", "play.toggle", "play.frame_on", "play.segment_on", "play.loop")
WIDE, NARROW, NARROWER, NARROWEST = 800, 720, 640, 560
"""Widths in device-independent pixels below which less is shown."""
OVERLAYS = {
    "view.boxes": "boxes",
    "view.landmarks": "landmarks",
    "view.units": "units",
    "view.blur": "blur",
}


class Transport(QWidget):
    """One per player."""

    speed_chosen = Signal(float)
    volume_chosen = Signal(float)
    """0 to 1; 0 while muted."""
    time_written = Signal(float)
    """Seconds after the session's zero."""
    recording_chosen = Signal(int)
    """Id of the recording."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._icons: list[tuple[QToolButton, str]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.setSpacing(2)
        icons = {command.id: command.icon for command in COMMANDS}
        self.buttons = {name: self._verb(actions, name, icons[name]) for name in STEPS}
        for button in self.buttons.values():
            row.addWidget(button)
        self.clock = ClockField()
        self.clock.written.connect(self.time_written)
        self.length = QLabel()
        self.length.setProperty("quiet", True)
        row.addSpacing(SPACE)
        row.addWidget(self.clock)
        row.addWidget(self.length)
        row.addSpacing(SPACE)
        row.addStretch(1)
        self.recordings = QComboBox()
        self.recordings.setAccessibleName(self.tr("Which recording is shown"))
        self.recordings.setToolTip(self.tr("Which recording is shown"))
        self.recordings.activated.connect(self._recording_activated)
        self.recordings.hide()
        row.addWidget(self.recordings)
        for name, drawn in OVERLAYS.items():
            self.buttons[name] = self._verb(actions, name, drawn)
            row.addWidget(self.buttons[name])
        row.addSpacing(SPACE // 2)
        self.speed = QComboBox()
        self.speed.setAccessibleName(self.tr("Speed"))
        for speed in SPEEDS:
            self.speed.addItem(f"{speed:g}×", speed)
        self.speed.setCurrentIndex(SPEEDS.index(1.0))
        self.speed.setToolTip(self.tr("Speed; the pitch of voices stays ([ slower, ] faster)"))
        self.speed.currentIndexChanged.connect(self._speed_changed)
        row.addWidget(self.speed)
        self.mute = self._button("volume", self.tr("Mute"))
        self.mute.setCheckable(True)
        self.mute.toggled.connect(self._volume_changed)
        row.addWidget(self.mute)
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, 100)
        self.volume.setValue(100)
        self.volume.setFixedWidth(64)
        self.volume.setAccessibleName(self.tr("Volume"))
        self.volume.setToolTip(self.tr("Volume"))
        self.volume.valueChanged.connect(self._volume_changed)
        row.addWidget(self.volume)
        self.setMinimumWidth(NARROWEST)
        self._paint()

    def show_time(self, time_s: float) -> None:
        """The time of the frame that is shown."""
        self.clock.show_time(time_s)

    def show_length(self, length_s: float) -> None:
        """The session's length."""
        self.length.setText(self.tr("of {length}").format(length=_clock(length_s)[:-4]))

    def show_state(self, state: str) -> None:
        """Whether it plays; then the button pauses."""
        playing = state == "playing"
        button = self.buttons["play.toggle"]
        self._icons = [(one, name) for one, name in self._icons if one is not button]
        self._icons.append((button, "pause" if playing else "play"))
        button.setIcon(icon("pause" if playing else "play"))
        button.setAccessibleName(self.tr("Pause") if playing else self.tr("Play"))

    def show_recordings(self, names: dict[int, str], shown: int | None) -> None:
        """Which recordings there are, by id; hidden where there is nothing to choose."""
        with QSignalBlocker(self.recordings):
            self.recordings.clear()
            for number, name in names.items():
                self.recordings.addItem(name, number)
            self.recordings.setCurrentIndex(list(names).index(shown) if shown in names else -1)
        self.recordings.setVisible(len(names) > 1)

    def set_sound(self, here: bool) -> None:
        """Whether there is anything to be heard."""
        self.mute.setEnabled(here)
        self.volume.setEnabled(here)
        self.mute.setToolTip(self.tr("Mute") if here else self.tr("This recording has no sound."))

    def change_speed(self, places: int) -> None:
        """The next speed up or down."""
        self.speed.setCurrentIndex(min(max(0, self.speed.currentIndex() + places), len(SPEEDS) - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window what can be done elsewhere makes room."""
        width = event.size().width()
        self.length.setVisible(width >= WIDE)
        self.volume.setVisible(width >= NARROW)
        for name in ("play.segment_back", "play.segment_on"):
            self.buttons[name].setVisible(width >= NARROWER)
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for half a small screen."""
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Draws the icons anew in another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._paint()
        super().changeEvent(event)

    def _verb(self, actions: Actions, name: str, drawn: str) -> QToolButton:
        text, key = described(next(one for one in COMMANDS if one.id == name))
        button = self._button(drawn, f"{text} ({key})" if key else text)
        button.setAccessibleName(text)
        action = actions[name]
        button.setCheckable(action.isCheckable())
        button.clicked.connect(action.trigger)

        def follow() -> None:
            button.setEnabled(action.isEnabled())
            button.setChecked(action.isChecked())

        action.changed.connect(follow)
        action.toggled.connect(follow)
        follow()
        return button

    def _button(self, drawn: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("flat", True)
        button.setIconSize(QSize(20, 20))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icons.append((button, drawn))
        return button

    def _recording_activated(self, place: int) -> None:
        self.recording_chosen.emit(self.recordings.itemData(place))

    def _speed_changed(self, place: int) -> None:
        self.speed_chosen.emit(SPEEDS[place])

    def _paint(self) -> None:
        for button, name in self._icons:
            button.setIcon(icon(name))

    def _volume_changed(self) -> None:
        muted = self.mute.isChecked() or self.volume.value() == 0
        self._icons = [(one, name) for one, name in self._icons if one is not self.mute]
        self._icons.append((self.mute, "mute" if muted else "volume"))
        self.mute.setIcon(icon("mute" if muted else "volume"))
        self.volume_chosen.emit(0.0 if muted else self.volume.value() / 100)


class ClockField(QLineEdit):
    """The time of the frame that is shown. What is written into it is gone to."""

    written = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._time_s = 0.0
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() + 0.5)
        self.setFont(font)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("00:00:00.000") + 22)
        self.setAccessibleName(self.tr("Time of the frame shown"))
        self.setToolTip(self.tr("Time of the frame shown. Write a time and press Enter to go there (Ctrl+G)."))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.returnPressed.connect(self._go)
        self.editingFinished.connect(self._back)
        self.show_time(0.0)

    def show_time(self, time_s: float) -> None:
        """Shows a time, unless somebody is writing another."""
        self._time_s = time_s
        if not (self.hasFocus() and self.isModified()):
            self.setText(_clock(time_s))

    def write(self) -> None:
        """Waits for a time to be written."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def _go(self) -> None:
        try:
            time_s = seconds(self.text())
        except argparse.ArgumentTypeError:
            self.setText(_clock(self._time_s))
            self.selectAll()
            return
        self.setModified(False)
        self.written.emit(time_s)
        self.clearFocus()

    def _back(self) -> None:
        self.setModified(False)
        self.setText(_clock(self._time_s))


def _clock(time_s: float) -> str:
    """hh:mm:ss.mmm, cut and not rounded: a time that is shown never lies behind its frame."""
    milliseconds = int(time_s * 1000 + 1e-6)
    minutes, milliseconds = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{milliseconds // 1000:02}.{milliseconds % 1000:03}"
