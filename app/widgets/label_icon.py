"""A label's colour and letter as an icon, for buttons and lists. In: a label of a reading. Out: a QIcon."""

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap

from core.export.look import LOOKS


def paint_label(painter: QPainter, box: QRectF, label: str, *, line: str) -> None:
    """The letter of a label on its colour, with an outline."""
    look = LOOKS[label]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(line))
    painter.setBrush(QColor(look.colour))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), box.width() * 0.15, box.width() * 0.15)
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    font.setPixelSize(max(7, round(box.width() * (0.6 if len(look.letter) == 1 else 0.46))))
    painter.setFont(font)
    painter.setPen(QColor(look.ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, look.letter)


@cache
def label_icon(label: str) -> QIcon:
    """Sharp on scaled displays."""
    made = QIcon()
    for side in (16, 20, 24, 32, 48):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_label(painter, QRectF(0, 0, side, side), label, line=LOOKS[label].colour)
        painter.end()
        made.addPixmap(picture)
    return made
