"""Paints what is known of the faces over the picture. In: a painter, places, values. Out: lines and words.

Colours are made for a picture, not for a theme: a line has a dark edge, so that it is seen on white walls too.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from app import words
from app.look import DARK
from core.export.look import DARK_INK, HATCH_COLOUR

SELECTED, OTHER = QColor("#e0a526"), QColor("#d8d4ca")
EDGE = QColor(0, 0, 0, 140)
MOST_UNITS = 6
LEAST_UNIT = 0.1
"""Action units below this are not drawn: there are over twenty."""
BAR = 46.0
ROW = 15.0
PADDING = 5.0


def draw_box(painter: QPainter, box: QRectF, name: str, *, selected: bool, doubtful: bool, within: QRectF) -> None:
    """A face's box with its name above; dashed where the face is not fully usable. In device-independent pixels."""
    colour = SELECTED if selected else OTHER
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(EDGE, 4), QPen(colour, 2, Qt.PenStyle.DashLine if doubtful else Qt.PenStyle.SolidLine)):
        painter.setPen(pen)
        painter.drawRoundedRect(box, 4, 4)
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    measure = QFontMetricsF(font)
    size = measure.size(0, name)
    tag = QRectF(box.left() - 1, 0, size.width() + 2 * PADDING + 2, size.height() + 4)
    above = box.top() - tag.height() - 3
    tag.moveTop(above if above >= within.top() else max(within.top(), box.top() + 2))
    tag.moveLeft(min(max(tag.left(), within.left()), max(within.left(), within.right() - tag.width())))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(tag, 4, 4)
    painter.setPen(QColor(DARK_INK))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, name)


def draw_units(painter: QPainter, box: QRectF, units: dict[str, float], *, within: QRectF) -> None:
    """The strongest action units as bars beside the face; hatched and "not assessable" where there is no value."""
    strong = sorted((code for code in units if units[code] >= LEAST_UNIT), key=lambda code: -units[code])[:MOST_UNITS]
    missing = not any(math.isfinite(value) for value in units.values())
    if not strong and not missing:
        return
    font = QFont(painter.font())
    font.setPointSizeF(max(7.0, font.pointSizeF() - 1.5))
    font.setWeight(QFont.Weight.Normal)
    painter.setFont(font)
    measure = QFontMetricsF(font)
    rows = [words.label(None)] if missing else [words.unit_name(code) for code in sorted(strong, key=_number)]
    wide = max(measure.horizontalAdvance(text) for text in rows)
    card = QRectF(0, 0, wide + BAR + 3 * PADDING, ROW * len(rows) + 2 * PADDING)
    right = box.right() + 6
    card.moveLeft(right if right + card.width() <= within.right() else box.left() - 6 - card.width())
    card.moveLeft(min(max(card.left(), within.left()), max(within.left(), within.right() - card.width())))
    card.moveTop(max(within.top(), min(box.top(), within.bottom() - card.height())))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(20, 21, 22, 205))
    painter.drawRoundedRect(card, 5, 5)
    for place, text in enumerate(rows):
        top = card.top() + PADDING + place * ROW
        painter.setPen(QColor(DARK.text))
        place_of_text = QRectF(card.left() + PADDING, top, wide + 1, ROW)
        painter.drawText(place_of_text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        groove = QRectF(card.right() - PADDING - BAR, top + ROW / 2 - 3, BAR, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        if missing:
            painter.setBrush(QBrush(QColor(HATCH_COLOUR), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(groove)
            continue
        painter.setBrush(QColor(255, 255, 255, 45))
        painter.drawRoundedRect(groove, 3, 3)
        value = min(1.0, units[sorted(strong, key=_number)[place]])
        painter.setBrush(QColor(DARK.accent))
        painter.drawRoundedRect(QRectF(groove.left(), groove.top(), max(3.0, BAR * value), groove.height()), 3, 3)


def draw_sentence(painter: QPainter, text: str, *, within: QRectF) -> None:
    """A sentence at the lower edge of the picture."""
    room = within.adjusted(12, 12, -12, -12)
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
    inside = room.adjusted(10, 6, -10, -6)
    card = painter.boundingRect(inside, int(flags), text).adjusted(-10, -6, 10, 6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(20, 21, 22, 205))
    painter.drawRoundedRect(card, 5, 5)
    painter.setPen(QColor(DARK.text))
    painter.drawText(inside, int(flags), text)


def draw_landmarks(
    painter: QPainter, faces: Sequence[NDArray[np.float32]], *, origin: QPointF, scale: float
) -> None:  # fmt: skip
    """(478, 3) points of each face, in pixels of the recording, as dots."""
    painter.setPen(QPen(QColor(DARK.accent), 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for points in faces:
        painter.drawPoints([origin + QPointF(float(x) * scale, float(y) * scale) for x, y in points[:, :2]])


def draw_pointed(
    painter: QPainter, points: NDArray[np.float32], *, origin: QPointF, scale: float
) -> None:  # fmt: skip
    """(n, 3) points at which the selected reason is seen, in pixels of the recording, as dots with a dark edge."""
    places = [origin + QPointF(float(x) * scale, float(y) * scale) for x, y in points[:, :2]]
    for colour, width in ((EDGE, 6.5), (SELECTED, 4.0)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints(places)


def _number(code: str) -> tuple[int, str]:
    digits = "".join(filter(str.isdigit, code))
    return (int(digits) if digits else 0, code)
