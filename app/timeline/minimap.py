"""The whole session in one line, with the visible part as a window. In: lanes, the view. Out: the view, by dragging."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.look import theme
from app.timeline import raster
from app.timeline.columns import Spans
from app.timeline.lane import line
from app.timeline.palette import blend, palette_of
from app.timeline.view import Cut, TimeView

HEIGHT = 24
GRIP = 6
"""Pixels beside a border of the window in which it is taken by the border."""


class MiniMap(QWidget):
    """Drag the window to move it, its borders to make it longer or shorter; click beside it to go there."""

    def __init__(self, view: TimeView) -> None:
        super().__init__()
        self._view = view
        self._spans: tuple[Spans, ...] = ()
        self._picture: QPixmap | None = None
        self._taken: Literal["", "window", "left", "right"] = ""
        self._offset_s = 0.0
        self.playhead_s = 0.0
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(120)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Whole session; the frame shows what is visible below"))
        view.changed.connect(self.update)

    def show_spans(self, spans: Sequence[Spans]) -> None:
        """One row for each person."""
        self._spans, self._picture = tuple(spans), None
        self.update()

    def move_playhead(self, time_s: float) -> None:
        """The frame that is shown begins at this moment."""
        self.playhead_s = time_s
        self.update()

    def repaint_all(self) -> None:
        """Another theme."""
        self._picture = None
        self.update()

    def resizeEvent(self, _: QResizeEvent) -> None:
        """Another width."""
        self._picture = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes the window or a border of it, or goes there."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at_s = self._cut().time(event.position().x())
        self._taken = self._grip(event.position().x())
        if not self._taken:
            self._view.show(at_s - self._view.span_s / 2, at_s + self._view.span_s / 2)
            self._taken = "window"
        self._offset_s = at_s - self._view.start_s

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Moves what was taken."""
        view, at_s = self._view, self._cut().time(event.position().x())
        match self._taken:
            case "window":
                start = at_s - self._offset_s
                view.show(start, start + view.span_s)
            case "left":
                view.show(min(at_s, view.end_s - 0.5), view.end_s)
            case "right":
                view.show(view.start_s, max(at_s, view.start_s + 0.5))
            case "":
                shapes = {"window": Qt.CursorShape.OpenHandCursor, "": Qt.CursorShape.PointingHandCursor}
                self.setCursor(shapes.get(self._grip(event.position().x()), Qt.CursorShape.SizeHorCursor))

    def mouseReleaseEvent(self, _: QMouseEvent) -> None:
        """Lets go."""
        self._taken = ""

    def paintEvent(self, _: QPaintEvent) -> None:
        """People as rows, everything outside the window veiled."""
        worn, cut = theme(), self._cut()
        if self._picture is None or self._picture.devicePixelRatio() != self.devicePixelRatioF():
            self._picture = self._painted(cut)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        left, right = cut.x(self._view.start_s), cut.x(self._view.end_s)
        veil = QColor(worn.card)
        veil.setAlphaF(0.62)
        painter.fillRect(QRectF(0, 1, left, HEIGHT - 2), veil)
        painter.fillRect(QRectF(right, 1, self.width() - right, HEIGHT - 2), veil)
        painter.setPen(line(worn.text, 1))
        x = round(cut.x(self.playhead_s))
        painter.drawLine(x, 1, x, HEIGHT - 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(line(worn.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(left + 1, 1, max(4.0, right - left - 2), HEIGHT - 2), 4, 4)

    def _painted(self, cut: Cut) -> QPixmap:
        worn, scale = theme(), self.devicePixelRatioF()
        picture = QPixmap(self.size() * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(QColor(worn.card))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(line(worn.line, 1))
        painter.setBrush(blend(QColor(worn.desk), QColor(worn.card), 0.6))
        painter.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1, HEIGHT - 1), 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        rows = len(self._spans)
        tall = max(2, (HEIGHT - 6) // max(1, rows) - 1) if rows else 0
        for number, spans in enumerate(self._spans):
            top = 3 + number * (HEIGHT - 6) // rows
            pixels = raster.boxes(spans.columns(cut.edges), cut, height=tall, palette=palette_of(worn))
            raster.draw(painter, pixels, x=0, y=top, scale=scale)
        painter.end()
        return picture

    def _cut(self) -> Cut:
        return Cut(0.0, max(self._view.length_s, 0.4), self.width(), self.devicePixelRatioF())

    def _grip(self, x: float) -> Literal["", "window", "left", "right"]:
        cut = self._cut()
        left, right = cut.x(self._view.start_s), cut.x(self._view.end_s)
        if right - left > 4 * GRIP:
            if abs(x - left) <= GRIP:
                return "left"
            if abs(x - right) <= GRIP:
                return "right"
        return "window" if left - GRIP <= x <= right + GRIP else ""
