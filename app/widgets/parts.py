"""Small parts that dialogs and pages are made of: headings, cards, scrolled columns, drawn icons. In: words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from app.look import SPACE, icon, theme


def mark(label: QLabel, *, bad: str) -> None:
    """Gives a label one of the style sheet's roles: `good`, `bad`, `warn`, `quiet` or none."""
    for name in ("good", "bad", "warn", "quiet"):
        label.setProperty(name, name == bad)
    label.style().unpolish(label)
    label.style().polish(label)


def quiet(words: str) -> QLabel:
    """Second-rank text that wraps."""
    label = QLabel(words)
    label.setWordWrap(True)
    label.setProperty("quiet", True)
    return label


def titled(words: str) -> QLabel:
    """A small heading."""
    label = QLabel(words)
    label.setProperty("title", True)
    label.setWordWrap(True)
    return label


def card(*parts: QWidget | QLayout, horizontal: bool = False) -> QFrame:
    """A frame with its parts below, or beside, one another."""
    frame = QFrame()
    frame.setProperty("card", True)
    layout = QHBoxLayout(frame) if horizontal else QVBoxLayout(frame)
    layout.setContentsMargins(SPACE + 4, SPACE + 2, SPACE + 4, SPACE + 2)
    layout.setSpacing(SPACE if horizontal else 4)
    for part in parts:
        if isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
    return frame


def aligned(*forms: QFormLayout) -> None:
    """Gives forms below one another columns of the same width."""
    items = [form.itemAt(line, QFormLayout.ItemRole.LabelRole) for form in forms for line in range(form.rowCount())]
    labels = [label for item in items if item is not None and (label := item.widget()) is not None]
    widest = max((label.sizeHint().width() for label in labels), default=0)
    for label in labels:
        label.setMinimumWidth(widest)


class Scroll(QScrollArea):
    """Parts below one another that scroll together."""

    def __init__(self, name: str, parts: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setObjectName("scrolled")
        self.viewport().setObjectName("scrolled")
        self.viewport().setStyleSheet("QWidget#scrolled { background: transparent; }")
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, SPACE, 0)
        self.column.setSpacing(SPACE)
        for part in parts:
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.setWidget(inner)

    def fill(self, parts: Sequence[QWidget]) -> None:
        """Shows other parts."""
        while self.column.count() > 1:
            taken = self.column.takeAt(0)
            part = taken.widget() if taken is not None else None
            if part is not None:
                part.hide()
                part.deleteLater()
        for place, part in enumerate(parts):
            self.column.insertWidget(place, part)


class Drawn(QLabel):
    """A drawn icon in the theme's colours."""

    def __init__(self, name: str, *, side: int = 20, tone: str = "") -> None:
        super().__init__()
        self._name, self._side, self._tone = name, side, tone
        self.setFixedSize(side, side)
        self._draw()

    def show_as(self, name: str, *, tone: str = "") -> None:
        """Another icon; `tone`: a colour of the theme by name."""
        self._name, self._tone = name, tone
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        colour = str(getattr(theme(), self._tone)) if self._tone else ""
        size = QSize(self._side, self._side)
        self.setPixmap(icon(self._name, colour).pixmap(size, self.devicePixelRatioF()))
