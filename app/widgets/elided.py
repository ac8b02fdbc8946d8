"""A line of text that is cut with an ellipsis where there is no room; the whole text is its tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy


class ElidedLabel(QLabel):
    """One line, or several that are each cut."""

    def __init__(self, *, quiet: bool = False) -> None:
        super().__init__()
        self.setProperty("quiet", quiet)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str, *, more: str = "") -> None:
        """Shows another text; `more` stands below it in the tooltip. Takes no room where there is none."""
        self.setText(text)
        self.setToolTip(f"{text}\n{more}".strip())
        self.setVisible(bool(text))

    def minimumSizeHint(self) -> QSize:
        """As high as its lines, as narrow as one likes."""
        return QSize(40, self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        lines = self.text().count("\n") + 1
        return QSize(200, lines * self.fontMetrics().lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each line, cut."""
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        metrics = painter.fontMetrics()
        for place, line in enumerate(self.text().split("\n")):
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(0, place * metrics.lineSpacing() + metrics.ascent(), shown)
        painter.end()
