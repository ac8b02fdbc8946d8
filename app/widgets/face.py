"""A person's face in a circle, or the first letters of their name where no picture may or can be shown."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.look import theme


class Face(QWidget):
    """One circle."""

    def __init__(self, side: int = 40) -> None:
        super().__init__()
        self._side = side
        self._picture: QImage | None = None
        self._name, self._ring = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_face(self, body: bytes | None, *, name: str, ring: str = "") -> None:
        """Shows another face; `body` are bytes of a picture, `ring` is a colour."""
        self._name, self._ring = name, ring
        self._picture = None
        if body is not None:
            picture = QImage.fromData(body)
            self._picture = None if picture.isNull() else picture
        self.update()

    @property
    def pictured(self) -> bool:
        """Whether a picture is shown."""
        return self._picture is not None

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The circle."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        circle = QPainterPath()
        circle.addEllipse(box)
        painter.setClipPath(circle)
        painter.fillRect(box, QColor(theme().line))
        if self._picture is not None:
            painter.drawImage(box, self._picture)
        else:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            font.setPixelSize(round(self._side * 0.34))
            painter.setFont(font)
            painter.setPen(QColor(theme().text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._name[:2])
        painter.setClipping(False)
        painter.setPen(QPen(QColor(self._ring or theme().line), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
        painter.end()
