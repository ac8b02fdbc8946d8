"""What the signs of the timeline mean. In: the theme. Out: one line, or several where the width asks for it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app import words
from app.look import theme
from app.timeline import raster
from app.timeline.lane import line, small
from app.timeline.marks import SIDE, sign
from app.timeline.palette import CODES, Palette, palette_of
from core.export.look import FLAGS, LOOKS
from core.records.analysis import UNCLEAR
from core.records.review import Verdict

ROW = 20
CHIP = 20
BETWEEN = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """A drawn sign and its words."""

    draw: Callable[[QPainter, QRectF, Palette], None]
    text: str


class Legend(QWidget):
    """Colours and letters, hatching, height, verdicts, quality."""

    def __init__(self) -> None:
        super().__init__()
        self._blind, self._flags, self._failed = False, frozenset[int](), False
        self._entries = self._all()
        self.setFont(small(self.font()))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Legend"))

    def explain(self, *, blind: bool, flags: frozenset[int], failed: bool = False) -> None:
        """What occurs: for a rater who works blind no colours, of the quality flags those at these places.

        `failed`: whether there are segments that the model failed to read.
        """
        if (blind, flags, failed) != (self._blind, self._flags, self._failed):
            self._blind, self._flags, self._failed = blind, flags, failed
            self._entries = self._all()
            self.setAccessibleDescription("; ".join(entry.text for entry in self._entries))
            self.setFixedHeight(self.heightForWidth(max(200, self.width())))
            self.update()

    def heightForWidth(self, width: int) -> int:
        """As many rows as it takes."""
        return round(self._places(width)[-1][0].bottom())

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def sizeHint(self) -> QSize:
        """Height for the width it has."""
        return QSize(400, self.heightForWidth(max(200, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another number of rows."""
        if event.oldSize().width() != event.size().width():
            self.setFixedHeight(self.heightForWidth(event.size().width()))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Sign by sign."""
        painter, palette = QPainter(self), palette_of(theme())
        for rect, entry in self._places(self.width()):
            entry.draw(painter, QRectF(rect.left(), rect.top() + 3, CHIP, ROW - 6), palette)
            painter.setPen(QColor(theme().quiet))
            words_at = rect.adjusted(CHIP + 5, 0, 0, 0)
            painter.drawText(words_at, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, entry.text)

    def _places(self, width: int) -> list[tuple[QRectF, Entry]]:
        found: list[tuple[QRectF, Entry]] = []
        x, y = 0.0, 0.0
        for entry in self._entries:
            needed = CHIP + 5 + self.fontMetrics().horizontalAdvance(entry.text) + 2
            if x > 0 and x + needed > width:
                x, y = 0.0, y + ROW
            found.append((QRectF(x, y, needed, ROW), entry))
            x += needed + BETWEEN
        return found

    def _all(self) -> tuple[Entry, ...]:
        missing = Entry(_hatch, words.label(None))
        signs: tuple[tuple[Verdict, str], ...] = (
            ("correct", self.tr("you corrected it")),
            ("unsure", self.tr("you are unsure")),
        )
        quality = (
            Entry(_usable, self.tr("face can be read")),
            *(Entry(_flag(n), words.flag(FLAGS[n].key)) for n in sorted(self._flags)),
        )
        if self._blind:
            return (missing, *(Entry(_sign(verdict), text) for verdict, text in signs), *quality)
        return (
            *(Entry(_chip(name), words.label(name)) for name in LOOKS),
            missing,
            *((Entry(_hatch_failed, words.label("not read")),) if self._failed else ()),
            Entry(_height, self.tr("height: probability")),
            Entry(_sign("agree"), self.tr("you agree")),
            *(Entry(_sign(verdict), text) for verdict, text in signs),
            Entry(_sign("disagree"), self.tr("you rejected it")),
            *quality,
        )


def _chip(name: str) -> Callable[[QPainter, QRectF, Palette], None]:
    def draw(painter: QPainter, rect: QRectF, palette: Palette) -> None:
        code = CODES[name]
        painter.fillRect(rect, palette.colour(code))
        if name == UNCLEAR:
            painter.setPen(line(palette.theme.quiet))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(palette.ink[code])
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, LOOKS[name].letter)

    return draw


def _hatch(painter: QPainter, rect: QRectF, palette: Palette) -> None:
    _crossed(painter, rect, palette, ink=palette.hatch)


def _hatch_failed(painter: QPainter, rect: QRectF, palette: Palette) -> None:
    _crossed(painter, rect, palette, ink=palette.hatch_failed)


def _crossed(painter: QPainter, rect: QRectF, palette: Palette, *, ink: int) -> None:
    scale = painter.device().devicePixelRatioF()
    pixels = raster.hatched(
        round(rect.height() * scale),
        np.arange(round(rect.width() * scale)),
        scale=scale,
        ink=ink,
        ground=palette.hatch_ground,
    )
    raster.draw(painter, pixels, x=rect.left(), y=rect.top(), scale=scale)


def _height(painter: QPainter, rect: QRectF, palette: Palette) -> None:
    for step, share in enumerate((0.3, 0.65, 1.0)):
        tall = rect.height() * share
        bar = QRectF(rect.left() + step * 7, rect.bottom() - tall, 5, tall)
        painter.fillRect(bar, QColor(palette.theme.quiet))


def _sign(verdict: Verdict) -> Callable[[QPainter, QRectF, Palette], None]:
    def draw(painter: QPainter, rect: QRectF, palette: Palette) -> None:
        ink = QColor(palette.theme.bad if verdict == "disagree" else palette.theme.text)
        sign(painter, verdict, x=rect.right() - SIDE - 2, y=rect.center().y() - SIDE / 2, ink=ink)

    return draw


def _bar(rect: QRectF) -> QRectF:
    return QRectF(rect.left(), rect.center().y() - 3, rect.width(), 6)


def _usable(painter: QPainter, rect: QRectF, palette: Palette) -> None:
    painter.fillRect(_bar(rect), QColor.fromRgba(palette.good))


def _flag(rank: int) -> Callable[[QPainter, QRectF, Palette], None]:
    def draw(painter: QPainter, rect: QRectF, palette: Palette) -> None:
        bar = _bar(rect)
        painter.fillRect(bar, QColor.fromRgba(int(palette.quality_between[rank + 1])))
        stripe = QColor.fromRgba(int(palette.quality[rank + 1]))
        for place in range(0, int(bar.width()), 4):
            painter.fillRect(
                QRectF(QPointF(bar.left() + place, bar.top()), QPointF(bar.left() + place + 2, bar.bottom())), stripe
            )

    return draw
