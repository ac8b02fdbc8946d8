"""A lane: one line of the timeline. Subclasses draw themselves over a cut of time. Must not know: the other lanes."""

from abc import ABC, abstractmethod
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QStaticText

from app.timeline.palette import Palette
from app.timeline.view import Cut


class Lane(ABC):
    """What every lane has. `paint` is called with the painter's origin at the lane's upper left corner."""

    title = ""
    """Beside the lane; empty for a strip that belongs to the lane above it."""
    detail = ""
    """Second line beside it, in quiet text."""
    bold = False
    height = 14
    """Device-independent pixels."""
    above = 4
    """Free pixels above it."""

    @abstractmethod
    def paint(self, painter: QPainter, cut: Cut, palette: Palette) -> None:
        """Draws what is visible."""

    def tip(self, time_s: float, *, per_px: float) -> str:
        """What lies there, in plain words (rich text); empty where there is nothing to say.

        `per_px`: seconds per pixel, for what is a few pixels away.
        """
        del time_s, per_px
        return ""


@lru_cache(maxsize=256)
def _laid_out(text: str, family: str, size: float, weight: int) -> QStaticText:
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    font = QFont(family)
    font.setPointSizeF(size)
    font.setWeight(QFont.Weight(weight))
    made.prepare(font=font)
    return made


def letters(
    painter: QPainter, text: str, *, middles: NDArray[np.float64], tops: NDArray[np.float64], ink: QColor
) -> None:
    """A short text at many places, laid out once and centred, in the painter's font."""
    if not len(middles):
        return
    font = painter.font()
    made = _laid_out(text, font.family(), font.pointSizeF(), int(font.weight()))
    painter.setPen(ink)
    for x, y in zip((middles - made.size().width() / 2).tolist(), tops.tolist(), strict=True):
        painter.drawStaticText(QPointF(x, y), made)


def small(font: QFont, *, bold: bool = False, share: float = 0.85) -> QFont:
    """A smaller cut of a font."""
    made = QFont(font)
    size = font.pointSizeF() if font.pointSizeF() > 0 else 9.0
    made.setPointSizeF(size * share)
    made.setBold(bold)
    return made


def line(colour: QColor | str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen whose width does not grow with the painter's transform."""
    pen = QPen(QColor(colour), width, style)
    pen.setCosmetic(True)
    return pen
