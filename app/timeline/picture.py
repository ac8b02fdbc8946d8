"""The lanes painted once for a view. In: lanes, a cut of time. Out: pictures from which a widget is repainted.

Lanes that are scrolled out of sight are painted when they come into it. Names have a picture of their own, which no
gesture changes. Must not know: the session, gestures.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
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
        self._picture: QPixmap | None = None
        self._names: QPixmap | None = None
        self._painted: set[int] = set()

    def show(self, lanes: Sequence[Lane]) -> None:
        """Other lanes."""
        self.lanes, self.tops = tuple(lanes), []
        top = 0
        for lane in lanes:
            top += lane.above
            self.tops.append(top)
            top += lane.height
        self.height = top + BELOW
        self.forget(names=True)

    def forget(self, *, names: bool = False) -> None:
        """What was painted is no longer true; of the names, where said."""
        self._picture = None
        if names:
            self._names = None

    def at(self, y: float) -> Lane | None:
        """The lane at a height."""
        for lane, top in zip(self.lanes, self.tops, strict=True):
            if top <= y < top + lane.height:
                return lane
        return None

    def paint(self, painter: QPainter, rect: QRect, *, shown: QRect, size: QSize, font: QFont, cut: Cut) -> None:
        """Paints `rect` of a widget of that size, of which `shown` is in sight."""
        scale = cut.scale
        if self._picture is None or self._picture.size() != size * scale:
            self._picture = _ground(size, cut)
            self._painted.clear()
        missing = [
            n
            for n, lane in enumerate(self.lanes)
            if n not in self._painted and self.tops[n] <= shown.bottom() and self.tops[n] + lane.height >= shown.top()
        ]
        if missing:
            self._paint_lanes(self._picture, missing, font, cut)
        source = QRectF(rect.x() * scale, rect.y() * scale, rect.width() * scale, rect.height() * scale)
        painter.drawPixmap(rect, self._picture, source.toRect())
        if rect.left() < GUTTER:
            if self._names is None or self._names.devicePixelRatio() != scale:
                self._names = self._name_picture(size.height(), font, scale)
            painter.drawPixmap(0, 0, self._names)

    def _paint_lanes(self, picture: QPixmap, which: Sequence[int], font: QFont, cut: Cut) -> None:
        palette = palette_of(theme())
        painter = QPainter(picture)
        for n in which:
            lane, top = self.lanes[n], self.tops[n]
            self._painted.add(n)
            painter.save()
            painter.setFont(font)
            painter.setClipRect(QRectF(GUTTER, top, cut.width, lane.height))
            painter.translate(GUTTER, top)
            lane.paint(painter, cut, palette)
            painter.restore()
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


def _ground(size: QSize, cut: Cut) -> QPixmap:
    worn = theme()
    picture = QPixmap(size * cut.scale)
    picture.setDevicePixelRatio(cut.scale)
    picture.fill(QColor(worn.card))
    painter = QPainter(picture)
    painter.setPen(line(worn.line))
    for at_s, _ in axis_ticks(cut.start_s, cut.end_s, most=max(2, cut.width // 90)):
        x = GUTTER + round(cut.x(at_s))
        painter.drawLine(x, 0, x, size.height())
    painter.end()
    return picture
