"""What lies over the lanes. In: playhead, selection, marked span, cuts, events. Out: lines and bands, few and cheap."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.look import theme
from app.session import Span
from app.timeline.bounds import Edit
from app.timeline.lane import line
from app.timeline.segments import MARKS, SegmentLane
from app.timeline.view import Cut
from core.export.clock import amount, time_code
from core.records.study import Marker, SegmentRow

APART = 5
"""Pixels: of shot cuts that lie nearer to each other only the first is drawn."""
HANDLE = 4


class Overlay:
    """Drawn anew whenever any of it changes, without touching the lanes."""

    def __init__(self) -> None:
        self.playhead_s = 0.0
        self.selected: SegmentRow | None = None
        self.editable = False
        """Whether the borders of the selected segment can be moved."""
        self.marked: Span | None = None
        self.looped: Span | None = None
        self.cuts_s: tuple[float, ...] = ()
        self.markers: tuple[Marker, ...] = ()

    def paint(
        self,
        painter: QPainter,
        cut: Cut,
        lanes: Sequence[tuple[SegmentLane, int]],
        *,
        height: int,
        edit: Edit | None,
    ) -> None:
        """Draws over lanes whose painter's origin is at the left border of the first one."""
        worn = theme()
        self._cuts(painter, cut, height)
        for marker in self.markers:
            for at_s in (marker.start_s,) if marker.end_s is None else (marker.start_s, marker.end_s):
                if cut.start_s <= at_s <= cut.end_s:
                    painter.setPen(line(worn.accent, 1, Qt.PenStyle.DotLine))
                    x = round(cut.x(at_s))
                    painter.drawLine(x, 0, x, height)
        if self.looped is not None:
            self._band(painter, cut, self.looped, height=height, words="")
        if self.marked is not None:
            start_s, end_s = self.marked
            self._band(painter, cut, self.marked, height=height, words=amount(end_s - start_s))
        for lane, top in lanes:
            place = lane.place_of(self.selected)
            if place is not None:
                self._selection(painter, cut, lane.bounds(place), top=top, tall=lane.height)
                if edit is not None:
                    self._edit(painter, cut, edit, top=top, tall=lane.height)
        x = cut.x(self.playhead_s)
        if -1 <= x <= cut.width + 1:
            painter.setPen(line(worn.text, 1.6))
            painter.drawLine(QPointF(x, 0), QPointF(x, height))

    def _cuts(self, painter: QPainter, cut: Cut, height: int) -> None:
        painter.setPen(line(theme().quiet, 1, Qt.PenStyle.DashLine))
        last = -APART
        for at_s in self.cuts_s:
            x = round(cut.x(at_s))
            if 0 <= x <= cut.width and x - last >= APART:
                painter.drawLine(x, 0, x, height)
                last = x

    def _band(self, painter: QPainter, cut: Cut, span: Span, *, height: int, words: str) -> None:
        left, right = cut.x(span[0]), cut.x(span[1])
        if right < 0 or left > cut.width:
            return
        tint = QColor(theme().accent)
        tint.setAlphaF(0.16 if words else 0.08)
        painter.fillRect(QRectF(left, 0, right - left, height), tint)
        painter.setPen(line(theme().accent, 1.4, Qt.PenStyle.SolidLine if words else Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(left, 0), QPointF(left, height))
        painter.drawLine(QPointF(right, 0), QPointF(right, height))
        if words:
            shown = max(0.0, left), min(float(cut.width), right)
            self._tag(painter, words, middle=sum(shown) / 2, bottom=height - 2.0, cut=cut)

    def _selection(self, painter: QPainter, cut: Cut, span: Span, *, top: int, tall: int) -> None:
        left, right = cut.x(span[0]), cut.x(span[1])
        box = QRectF(left, top + MARKS - 2, max(3.0, right - left - 1), tall - MARKS + 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(line(theme().card, 4))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(line(theme().accent, 2))
        painter.drawRoundedRect(box, 3, 3)
        if self.editable and right - left > 6 * HANDLE:
            painter.setBrush(QColor(theme().card))
            painter.setPen(line(theme().accent, 1.5))
            for x in (box.left(), box.right()):
                painter.drawRoundedRect(QRectF(x - HANDLE / 2, box.center().y() - 8, HANDLE, 16), 2, 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _edit(self, painter: QPainter, cut: Cut, edit: Edit, *, top: int, tall: int) -> None:
        left, right = cut.x(edit.start_s), cut.x(edit.end_s)
        tint = QColor(theme().accent)
        tint.setAlphaF(0.3)
        painter.fillRect(QRectF(left, top + MARKS - 2, right - left, tall - MARKS + 2), tint)
        at_s = edit.start_s if edit.side == "start" else edit.end_s
        x = cut.x(at_s)
        painter.setPen(line(theme().accent, 2))
        painter.drawLine(QPointF(x, top), QPointF(x, top + tall))
        words = f"{time_code(at_s, decimals=2)} · {amount(edit.end_s - edit.start_s)}"
        self._tag(painter, words, middle=x, bottom=top + 16.0, cut=cut)

    def _tag(self, painter: QPainter, words: str, *, middle: float, bottom: float, cut: Cut) -> None:
        width = painter.fontMetrics().horizontalAdvance(words) + 12
        left = min(max(2.0, middle - width / 2), max(2.0, cut.width - width - 2))
        box = QRectF(left, bottom - 18, width, 18)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme().accent))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(theme().on_accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
