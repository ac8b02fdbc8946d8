"""A sentence at the lower edge of the window that goes away by itself, or stays when it is about a problem.

In: sentence, remedy, tone. It never takes the keyboard and covers no button.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

SECONDS = {"info": 5, "done": 5, "warning": 12, "problem": 0}
"""How long each tone stays; 0 until it is closed."""
MARGIN = 12


class Notice(QFrame):
    """One at a time; the newest counts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setProperty("card", True)
        self.setObjectName("notice")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setProperty("flat", True)
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 6, 6, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now."""
        return self._text.text() if self.isVisible() else ""

    def tell(self, sentence: str, remedy: str, tone: str) -> None:
        """Shows a sentence."""
        self._text.setText(f"{sentence} {remedy}".strip())
        for name in ("good", "bad", "warn"):
            self._text.setProperty(name, {"done": "good", "problem": "bad", "warning": "warn"}.get(tone) == name)
        self._text.style().unpolish(self._text)
        self._text.style().polish(self._text)
        self.show()
        self.raise_()
        self._place()
        seconds = SECONDS[tone]
        if seconds:
            self._timer.start(seconds * 1000)
        else:
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays at the lower edge when the window is resized."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window = self._window
        width = min(680, window.width() - 2 * MARGIN)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else self.sizeHint().height()
        self.setGeometry((window.width() - width) // 2, window.height() - height - 30 - MARGIN, width, height)
