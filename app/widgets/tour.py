"""A short tour: a card beside one panel after the other. In: the main window. Out: somebody who knows their way.

It takes nothing away: the window works on meanwhile. Escape, or its button, ends it.
"""

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.look import RADIUS, SPACE, theme
from app.widgets.parts import quiet, titled
from core.assets import resource

if TYPE_CHECKING:
    from app.window import MainWindow

WIDTH = 340


@dataclass(frozen=True, slots=True)
class Step:
    """One stop."""

    at: str
    """Name of a dock, `player` or `menu`."""
    title: str
    text: str


def steps() -> tuple[Step, ...]:
    """Every stop in its order, in English."""
    plain = tomllib.loads(resource("help/tour.toml").read_text(encoding="utf-8"))
    return tuple(Step(**one) for one in plain["step"])


class Tour(QFrame):
    """The card, and a line around what it speaks of."""

    def __init__(self, window: "MainWindow") -> None:
        for old in window.findChildren(Tour):
            old.end()
        super().__init__(window)
        self._window = window
        self._steps = steps()
        self.place = 0
        """Which step is shown, from 0."""
        self.setProperty("card", True)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("Tour"))
        self._ring = _Ring(window)
        self._title, self._text, self._count = titled(""), QLabel(), quiet("")
        self._text.setWordWrap(True)
        self.back, self.next, self.skip = (QPushButton() for _ in range(3))
        self.back.setText(self.tr("Back"))
        self.skip.setText(self.tr("End the tour"))
        self.skip.setProperty("flat", True)
        self.next.setProperty("primary", True)
        self.back.clicked.connect(lambda: self._go(self.place - 1))
        self.next.clicked.connect(lambda: self._go(self.place + 1))
        self.skip.clicked.connect(self.end)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.skip)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE + 4)
        column.setSpacing(SPACE)
        for part in (self._count, self._title, self._text):
            column.addWidget(part)
        column.addLayout(buttons)
        window.installEventFilter(self)
        window.bench.session.opened.connect(self._session_changed)

    def begin(self) -> None:
        """Shows the first step."""
        self._go(0)
        self.show()
        self.raise_()
        self.next.setFocus()

    def end(self) -> None:
        """Goes away."""
        self._window.removeEventFilter(self)
        self._ring.deleteLater()
        self.hide()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends it, arrows go on and back."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() == Qt.Key.Key_Right:
            self._go(self.place + 1)
        elif event.key() == Qt.Key.Key_Left:
            self._go(self.place - 1)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows its panel when the window is resized."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._lay()
        return super().eventFilter(watched, event)

    def _session_changed(self) -> None:
        if self._window.bench.session.scene is None:
            self.end()

    def _go(self, place: int) -> None:
        if place >= len(self._steps):
            self.end()
            return
        self.place = max(0, place)
        step = self._steps[self.place]
        self._title.setText(QCoreApplication.translate("Help", step.title))
        self._text.setText(QCoreApplication.translate("Help", step.text))
        self._count.setText(self.tr("{number} of {total}").format(number=self.place + 1, total=len(self._steps)))
        self.back.setEnabled(self.place > 0)
        last = self.place == len(self._steps) - 1
        self.next.setText(self.tr("Done") if last else self.tr("Next"))
        dock = self._window.docks.get(step.at)
        if dock is not None:
            dock.show()
            if dock.visibleRegion().isEmpty():  # behind another one
                dock.raise_()
        self._lay()

    def _lay(self) -> None:
        """Puts the card beside what it speaks of, where there is most room, and never over it if that can be."""
        window = self._window
        target = self._target()
        area = QRect(QPoint(0, 0), window.size())
        self._ring.setGeometry(target.adjusted(-3, -3, 3, 3).intersected(area))
        self._ring.show()
        self._ring.raise_()
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(WIDTH))
        size, gap = self.size(), 2 * SPACE
        room = {
            "right": area.right() - target.right(),
            "left": target.left(),
            "below": area.bottom() - target.bottom(),
            "above": target.top(),
        }
        needed = {"right": size.width(), "left": size.width(), "below": size.height(), "above": size.height()}
        side = max(room, key=lambda one: room[one] - needed[one])
        x = target.center().x() - size.width() // 2
        y = target.center().y() - size.height() // 2
        if room[side] < needed[side] + gap:
            x, y = target.right() - size.width() - gap, target.bottom() - size.height() - gap
        elif side == "right":
            x = target.right() + gap
        elif side == "left":
            x = target.left() - size.width() - gap
        elif side == "below":
            y = target.bottom() + gap
        else:
            y = target.top() - size.height() - gap
        self.move(
            min(max(gap, x), max(gap, area.width() - size.width() - gap)),
            min(max(gap, y), max(gap, area.height() - size.height() - gap)),
        )
        self.raise_()

    def _target(self) -> QRect:
        step, window = self._steps[self.place], self._window
        part: QWidget | None = window.docks.get(step.at)
        if step.at == "menu":
            part = window.menuBar()
        elif step.at == "player":
            part = window.centralWidget()
        if part is None:
            return QRect(0, 0, window.width(), 1)
        return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


class _Ring(QWidget):
    """A line around a part of the window; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme().accent), 3))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), RADIUS, RADIUS)
