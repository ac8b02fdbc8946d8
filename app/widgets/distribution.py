"""The distribution over the seven emotions as small bars. In: probabilities. Out: bars, letters, numbers."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app import words
from app.look import theme
from core.export.look import LOOKS
from core.records.analysis import EMOTIONS

BAR = 30
GAP = 8


class Distribution(QWidget):
    """Seven bars, each with its letter below and its probability above."""

    def __init__(self) -> None:
        super().__init__()
        self._shares: Mapping[str, float] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: Mapping[str, float]) -> None:
        """Shows another distribution."""
        self._shares = shares
        told = ", ".join(
            self.tr("{emotion} {share}").format(emotion=words.label(name), share=f"{shares[name]:.2f}")
            for name in sorted(shares, key=lambda name: -shares[name])
        )
        self.setAccessibleName(self.tr("Probability of each displayed emotion: {list}").format(list=told))
        self.setToolTip(told)
        self.update()

    def sizeHint(self) -> QSize:
        """Seven bars and two lines of text."""
        line = self.fontMetrics().height()
        return QSize(len(EMOTIONS) * (BAR + GAP) - GAP, 2 * line + 46)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bars."""
        del event
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPointSizeF(max(6.5, font.pointSizeF() * 0.82))
        painter.setFont(font)
        line = painter.fontMetrics().height()
        base, top = self.height() - line - 2, line
        for place, name in enumerate(EMOTIONS):
            share = self._shares.get(name)
            if share is None:
                continue
            look, left = LOOKS[name], place * (BAR + GAP)
            height = max(1.0, share * (base - top))
            painter.fillRect(QRectF(left, base - height, BAR, height), QColor(look.colour))
            painter.setPen(QColor(theme().text if share >= 0.1 else theme().quiet))
            middle = Qt.AlignmentFlag.AlignCenter
            painter.drawText(QRectF(left - 4, base - height - line, BAR + 8, line), middle, f"{share:.2f}")
            painter.drawText(QRectF(left, base + 2, BAR, line), middle, look.letter)
        painter.setPen(QPen(QColor(theme().line), 1))
        painter.drawLine(0, base, self.width(), base)
        painter.end()
