"""What stands where no lane can be drawn: why, and the button that helps. In: the session, jobs. Out: a page."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.actions import Actions
from app.look import SPACE
from app.workbench import Workbench

Why = Literal["", "no session", "no recording", "not analysed", "under way", "nobody"]


def why_empty(bench: Workbench) -> Why:
    """Why nothing can be drawn; empty where something can."""
    scene = bench.session.scene
    if scene is None:
        return "no session"
    if not scene.recordings:
        return "no recording"
    if not scene.analyses:
        media = {one.id for one in scene.recordings}
        busy = any(job.subject in media and not job.ended for job in bench.queue)
        return "under way" if busy else "not analysed"
    return "" if scene.people else "nobody"


class EmptyPage(QWidget):
    """A sentence and a button."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setProperty("quiet", True)
        self.button = QPushButton()
        self.button.setProperty("primary", True)
        self._does = ""
        self.button.clicked.connect(lambda: self._actions.start(self._does))
        column = QVBoxLayout(self)
        column.setSpacing(SPACE)
        column.addStretch(1)
        column.addWidget(self.text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)

    def show_why(self, why: Why) -> None:
        """Says why, and what to do."""
        texts: dict[Why, tuple[str, str]] = {
            "": ("", ""),
            "no session": (self.tr("Open a session to see its timeline."), ""),
            "no recording": (self.tr("This session has no recording yet."), "study.add"),
            "not analysed": (
                self.tr("Nothing has been read from this recording yet. The analysis runs on this computer alone."),
                "session.analyse",
            ),
            "under way": (
                self.tr("The analysis is under way. First results appear here as they come."),
                "session.queue",
            ),
            "nobody": (
                self.tr(
                    "No face was found in this recording, so there is nothing to show. That says nothing about anybody."
                ),
                "session.analyse",
            ),
        }
        text, self._does = texts[why]
        self.text.setText(text)
        self.button.setVisible(bool(self._does))
        if self._does:
            action = self._actions[self._does]
            self.button.setText(action.text())
            self.button.setEnabled(action.isEnabled())
            self.button.setToolTip(action.shortcut().toString())
