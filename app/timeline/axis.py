"""The time axis with events and phases. In: the view, markers. Out: time codes, labels; scrubbing by dragging.

Scrubbing asks for at most thirty moments a second, the last one always.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.look import theme
from app.timeline.lane import small
from app.timeline.palette import blend
from app.timeline.view import Cut, TimeView
from core.export.clock import axis_ticks, time_code
from core.records.study import Marker

GUTTER = 132
"""Width of the names beside the lanes, in device-independent pixels."""
RULER = 22
MARKERS = 20
SCRUB_MS = 33


class Axis(QWidget):
    """Time codes above the lanes."""

    scrubbed = Signal(float)
    """A moment that was dragged to."""

    def __init__(self, view: TimeView) -> None:
        super().__init__()
        self._view = view
        self._markers: tuple[Marker, ...] = ()
        self.playhead_s = 0.0
        self._wanted: float | None = None
        self._dragging = False
        self._turn = QTimer(self, singleShot=True, interval=SCRUB_MS)
        self._turn.timeout.connect(self._ask)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFixedHeight(RULER)
        self.setAccessibleName(self.tr("Time axis"))
        view.changed.connect(self.update)

    def set_markers(self, markers: Sequence[Marker]) -> None:
        """Events and phases of the session."""
        self._markers = tuple(markers)
        self.setFixedHeight(RULER + (MARKERS if markers else 0))
        self.update()

    def move_playhead(self, time_s: float) -> None:
        """The frame that is shown begins at this moment."""
        self.playhead_s = time_s
        self.update()

    def marker_at(self, position: QPoint) -> Marker | None:
        """The event or phase whose label lies there."""
        for rect, marker in reversed(self._labels(self._view.cut())):
            if rect.contains(QPointF(position)):
                return marker
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins to scrub."""
        if event.button() == Qt.MouseButton.LeftButton:
            marker = self.marker_at(event.position().toPoint())
            if marker is not None:
                self.scrubbed.emit(marker.start_s)
                return
            self._dragging = True
            self._scrub(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Goes on scrubbing, or says which marker is under the pointer."""
        if self._dragging:
            self._scrub(event)
            return
        marker = self.marker_at(event.position().toPoint())
        self.setToolTip("" if marker is None else _told(marker))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends scrubbing."""
        if self._dragging:
            self._scrub(event)
        self._dragging = False

    def paintEvent(self, _: QPaintEvent) -> None:
        """Time codes, markers, the head of the playhead."""
        cut, worn = self._view.cut(), theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(worn.card))
        painter.setFont(small(self.font()))
        ink = QColor(worn.quiet)
        painter.setClipRect(QRectF(GUTTER - 30, 0, self.width() - GUTTER + 30, self.height()))
        for at, label in axis_ticks(cut.start_s, cut.end_s, most=max(2, cut.width // 90)):
            x = GUTTER + cut.x(at)
            painter.setPen(QColor(worn.line))
            painter.drawLine(round(x), RULER - 5, round(x), self.height())
            painter.setPen(ink)
            half = painter.fontMetrics().horizontalAdvance(label) / 2 + 1
            middle = min(x, self.width() - half)
            painter.drawText(QRectF(middle - half, 0, 2 * half, RULER - 5), Qt.AlignmentFlag.AlignCenter, label)
        painter.setClipRect(QRectF(GUTTER, 0, cut.width, self.height()))
        for rect, marker in self._labels(cut):
            self._marker(painter, rect, marker, cut)
        x = GUTTER + cut.x(self.playhead_s)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(GUTTER - 8, 0, cut.width + 16, self.height()))
        if -1 <= x - GUTTER <= cut.width + 1:
            head, foot = QColor(worn.text), RULER
            painter.setPen(QPen(head, 1.5))
            painter.drawLine(QPointF(x, foot), QPointF(x, self.height()))
            painter.setBrush(head)
            painter.drawPolygon(QPolygonF([QPointF(x - 6, foot - 8), QPointF(x + 6, foot - 8), QPointF(x, foot + 1)]))

    def _marker(self, painter: QPainter, rect: QRectF, marker: Marker, cut: Cut) -> None:
        worn = theme()
        accent = QColor(worn.accent)
        middle = rect.center().y()
        if marker.end_s is None:
            x = GUTTER + cut.x(marker.start_s)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            diamond = [QPointF(x, middle - 5), QPointF(x + 5, middle), QPointF(x, middle + 5), QPointF(x - 5, middle)]
            painter.drawPolygon(QPolygonF(diamond))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            words = rect.adjusted(13, 0, 0, 0)
        else:
            whole = QRectF(
                GUTTER + cut.x(marker.start_s), rect.top(), (marker.end_s - marker.start_s) / cut.per_px, rect.height()
            )
            painter.setPen(accent)
            painter.setBrush(blend(accent, QColor(worn.card), 0.16))
            painter.drawRect(whole.adjusted(0.5, 0.5, -1.5, -0.5))
            words = rect.adjusted(5, 0, -4, 0)
        painter.setPen(accent)
        text = painter.fontMetrics().elidedText(marker.label, Qt.TextElideMode.ElideRight, int(words.width()) + 1)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _labels(self, cut: Cut) -> list[tuple[QRectF, Marker]]:
        """Where each visible marker's words stand; those that would cover another get no words."""
        metrics = self.fontMetrics()
        found: list[tuple[QRectF, Marker]] = []
        ordered = sorted(self._markers, key=lambda one: (one.end_s is None, one.start_s))
        taken = -1.0
        for marker in ordered:
            left = cut.x(marker.start_s)
            right = left + 17 + metrics.horizontalAdvance(marker.label)
            if marker.end_s is not None:
                left, right = max(0.0, left), min(float(cut.width), cut.x(marker.end_s))
                if right - left < 1:
                    continue
            elif not -5 <= left <= cut.width:
                continue
            else:
                left -= 6
                following = (
                    cut.x(one.start_s) for one in ordered if one.end_s is None and one.start_s > marker.start_s
                )
                right = min(right, next(following, right + 8) - 8)
                if left < taken:
                    right = left + 12
                taken = max(taken, right)
            found.append((QRectF(GUTTER + left, RULER + 2, max(12.0, right - left), MARKERS - 4), marker))
        return found

    def _scrub(self, event: QMouseEvent) -> None:
        cut = self._view.cut()
        x = min(max(event.position().x() - GUTTER, 0.0), float(cut.width))
        self._wanted = min(max(cut.time(x), 0.0), self._view.length_s)
        if not self._turn.isActive():
            self._ask()

    def _ask(self) -> None:
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self._turn.start()
            self.scrubbed.emit(wanted)


def _told(marker: Marker) -> str:
    times = time_code(marker.start_s)
    if marker.end_s is not None:
        times = f"{times} – {time_code(marker.end_s)}"
    return "\n".join(part for part in (f"{marker.label} · {times}", marker.comment) if part)
