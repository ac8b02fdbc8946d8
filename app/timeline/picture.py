"""The lanes painted once for a view. In: lanes, a cut of time. Out: pictures from which a widget is repainted.

Each lane has a picture of its own, with the free pixels above it: filled, painted and copied one after the other, it
stays in the processor's cache, where one picture of all lanes went through memory three times. Lanes that are scrolled
out of sight are painted when they come into it. Names have a picture too, which no gesture changes. Must not know: the
session, gestures.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

from app.look import theme
from app.timeline.axis import GUTTER
from app.timeline.lane import Lane, line, small
from app.timeline.palette import palette_of
from app.timeline.view import Cut
from core.export.clock import axis_ticks

BELOW = 8
"""Free pixels below the last lane and right of all."""


class LanePicture:
    """Lanes below one another."""

    def __init__(self) -> None:
        self.lanes: tuple[Lane, ...] = ()
        self.tops: list[int] = []
        self.height = BELOW
        """Pixels all lanes take."""
        self._floors: list[int] = [BELOW]
        """Where each lane's picture ends, and that of what is free below them: between lanes, a pixel below one, as
        on a fractional scale a lane reaches into the row that it shares with what is free."""
        self._pictures: dict[int, QPixmap] = {}
        self._painted: set[int] = set()
        """Whose pictures are those of the view; the others are painted over, as new ones would be slow to get."""
        self._names: QPixmap | None = None

    def show(self, lanes: Sequence[Lane]) -> None:
        """Other lanes."""
        self.lanes, self.tops = tuple(lanes), []
        top = 0
        for lane in lanes:
            top += lane.above
            self.tops.append(top)
            top += lane.height
        self.height = top + BELOW
        floors = (at + lane.height + 1 for lane, at in zip(self.lanes, self.tops, strict=True))
        self._floors = [*floors, self.height]
        self._pictures.clear()
        self.forget(names=True)

    def forget(self, *, names: bool = False) -> None:
        """What was painted is no longer true; of the names, where said."""
        self._painted.clear()
        if names:
            self._names = None

    def at(self, y: float) -> Lane | None:
        """The lane at a height."""
        for lane, top in zip(self.lanes, self.tops, strict=True):
            if top <= y < top + lane.height:
                return lane
        return None

    def paint(self, painter: QPainter, rect: QRect, *, size: QSize, font: QFont, cut: Cut) -> None:
        """Paints `rect` of a widget of that size."""
        scale = cut.scale
        left = math.floor(GUTTER * scale)
        ticks: list[int] = []
        for n, (above, below) in enumerate(pairwise([0, *self._floors])):
            if above <= rect.bottom() and below > rect.top():
                first, last = math.floor(above * scale), math.floor(below * scale)
                picture = self._sized(n, QSize(math.ceil(size.width() * scale) - left, last - first), scale)
                if n not in self._painted:
                    ticks = ticks or _ticks(cut)
                    self._paint_lane(picture, n, font, cut, ticks=ticks, origin=QPointF(left, first) / scale)
                painter.drawPixmap(QPointF(left, first) / scale, picture)
        if rect.left() < GUTTER:
            if self._names is None or self._names.devicePixelRatio() != scale:
                self._names = self._name_picture(size.height(), font, scale)
            painter.drawPixmap(0, 0, self._names)

    def _sized(self, n: int, size: QSize, scale: float) -> QPixmap:
        picture = self._pictures.get(n)
        if picture is None or picture.size() != size or picture.devicePixelRatio() != scale:
            picture = self._pictures[n] = QPixmap(size)
            picture.setDevicePixelRatio(scale)
            self._painted.discard(n)
        return picture

    def _paint_lane(
        self, picture: QPixmap, n: int, font: QFont, cut: Cut, *, ticks: Sequence[int], origin: QPointF
    ) -> None:
        """Ground, lines of the time axis, and the lane if it is one; `origin`: the picture's place in the widget."""
        self._painted.add(n)
        worn = theme()
        picture.fill(QColor(worn.card))
        painter = QPainter(picture)
        painter.translate(-origin)
        painter.setPen(line(worn.line))
        for x in ticks:
            painter.drawLine(x, 0, x, self.height)
        if n < len(self.lanes):
            lane, top = self.lanes[n], self.tops[n]
            painter.setFont(font)
            painter.setClipRect(QRectF(GUTTER, top, cut.width, lane.height))
            painter.translate(GUTTER, top)
            lane.paint(painter, cut, palette_of(worn))
        painter.end()

    def _name_picture(self, height: int, font: QFont, scale: float) -> QPixmap:
        worn = theme()
        picture = QPixmap(round(GUTTER * scale), round(height * scale))
        picture.setDevicePixelRatio(scale)
        picture.fill(QColor(worn.card))
        painter = QPainter(picture)
        for lane, top in zip(self.lanes, self.tops, strict=True):
            beside = QRectF(4, top - 2, GUTTER - 14, lane.height + 4)
            title, detail = beside, beside
            if lane.title and lane.detail:
                title = QRectF(4, top + lane.height - 38, GUTTER - 14, 18)
                detail = QRectF(4, top + lane.height - 20, GUTTER - 14, 18)
            for text, where, bold in ((lane.title, title, lane.bold), (lane.detail, detail, False)):
                if text:
                    painter.setFont(small(font, bold=bold, share=1.0 if bold else 0.85))
                    painter.setPen(QColor(worn.text if bold else worn.quiet))
                    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(where.width()))
                    painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
        return picture


def _ticks(cut: Cut) -> list[int]:
    """Pixels of the widget in which the time axis has a line."""
    ticks = axis_ticks(cut.start_s, cut.end_s, most=max(2, cut.width // 90))
    return [GUTTER + round(cut.x(at_s)) for at_s, _ in ticks]
