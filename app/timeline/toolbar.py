"""The line above the axis: whole session, what is visible, buttons. In: the table of verbs. Out: a row of widgets."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from app.actions import Actions
from app.look import SPACE, icon
from app.timeline.axis import GUTTER
from app.timeline.minimap import MiniMap
from app.timeline.picture import BELOW
from app.timeline.view import TimeView
from core.export.clock import amount, time_code

ICONS = {"view.zoom_out": "zoom-out", "view.zoom_in": "zoom-in", "view.whole": "whole", "session.event": "event"}
WORDS = ("view.distribution", "view.curves")


class Toolbar(QWidget):
    """Every button is a verb of the table, with its key in the tooltip."""

    def __init__(self, actions: Actions, view: TimeView, minimap: MiniMap, *, legend: bool) -> None:
        super().__init__()
        self._actions, self._view = actions, view
        name = QLabel(self.tr("Whole session"))
        name.setProperty("quiet", True)
        name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        name.setFixedWidth(GUTTER - 14)
        self.note = QLabel(self.tr("First results: the job is still running."))
        self.note.setProperty("warn", True)
        self.visible = QLabel()
        self.visible.setProperty("quiet", True)
        self.visible.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE // 2, BELOW, SPACE // 2)
        row.setSpacing(4)
        row.addWidget(name)
        row.addSpacing(6)
        row.addWidget(minimap, 1)
        row.addSpacing(SPACE)
        row.addWidget(self.note)
        row.addWidget(self.visible)
        row.addSpacing(SPACE)
        self._drawn = {verb: self._icon_button(verb) for verb in ICONS}
        for button in (*self._drawn.values(), *(self._word_button(verb) for verb in WORDS)):
            row.addWidget(button)
        self.legend = QToolButton()
        self.legend.setText(self.tr("Legend"))
        self.legend.setCheckable(True)
        self.legend.setChecked(legend)
        self.legend.setToolTip(self.tr("What colours, letters and signs mean"))
        row.addWidget(self.legend)
        self.draw_icons()
        view.changed.connect(self._say)
        self._say()

    def draw_icons(self) -> None:
        """In the colours of the theme that is in use."""
        for verb, button in self._drawn.items():
            button.setIcon(icon(ICONS[verb]))

    def _icon_button(self, verb: str) -> QToolButton:
        button, action = QToolButton(), self._actions[verb]
        button.setIconSize(QSize(18, 18))
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        button.setEnabled(action.isEnabled())
        return _named(button, action)

    def _word_button(self, verb: str) -> QToolButton:
        button, action = QToolButton(), self._actions[verb]
        button.setDefaultAction(action)
        return _named(button, action)

    def _say(self) -> None:
        start_s, end_s = self._view.start_s, self._view.end_s
        longest = time_code(self._view.length_s)
        room = self.visible.fontMetrics().horizontalAdvance(f"{longest} – {longest} · {amount(3000)}")
        if self.visible.minimumWidth() != room:  # the mini-map beside it must not change its width at every zoom
            self.visible.setFixedWidth(room)
        self.visible.setText(f"{time_code(start_s)} – {time_code(end_s)} · {amount(end_s - start_s)}")


def _named(button: QToolButton, action: QAction) -> QToolButton:
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(f"{action.text()} ({key})" if key else action.text())
    button.setAccessibleName(action.text())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
