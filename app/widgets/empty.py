"""What a panel shows while it has nothing to show: what is the matter and what to do. In: two sentences."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.look import SPACE


class EmptyState(QWidget):
    """A title and a hint, in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._hint = QLabel(), QLabel()
        self._title.setProperty("title", True)
        self._hint.setProperty("quiet", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, SPACE, 3 * SPACE, SPACE)
        column.addStretch(1)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(2)

    def say(self, title: str, hint: str) -> None:
        """Says something else."""
        self._title.setText(title)
        self._hint.setText(hint)

    @property
    def text(self) -> str:
        """What is said."""
        return f"{self._title.text()} {self._hint.text()}"
