"""The picture: one frame, letterboxed, as sharp as the screen is. In: frames. Out: painted pixels.

What is to be covered is covered before anything is painted; overlays are painted over it.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

STAGE = QColor("#111213")
SETTLED_MS = 120
"""A window that is being dragged asks for pictures of its last size only."""


class PictureView(QWidget):
    """Shows what it is given. Paints in device pixels: a picture of the right size is not scaled again."""

    clicked = Signal()
    size_wanted = Signal(int)
    """How many pixels the longer side of the picture has on the screen."""
    painted = Signal()
    """What was given last is on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 90)
        self.setAccessibleName(self.tr("Picture of the recording"))
        self.over: Callable[[QPainter, QRectF, float], None] | None = None
        """Paints over the picture: gets the painter, the picture's place, and device-independent per recorded pixel."""
        self._image: QImage | None = None
        self._pixels: NDArray[np.uint8] | None = None
        self._recorded = QSize(16, 9)
        self._fresh = False
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._ask)

    def sizeHint(self) -> QSize:
        """A usual picture."""
        return QSize(640, 360)

    def set_recorded(self, width: int, height: int) -> None:
        """The upright size of the recording, in its pixels."""
        if QSize(width, height) != self._recorded:
            self._recorded = QSize(width, height)
            self._ask()

    def show_image(self, image: QImage | None, pixels: NDArray[np.uint8] | None = None) -> None:
        """Shows an image; `pixels` is the array it looks into, kept as long as it is shown."""
        self._image, self._pixels, self._fresh = image, pixels, True
        self.update()

    @property
    def image(self) -> QImage | None:
        """What is shown, covered where it is."""
        return self._image

    def place(self) -> QRectF:
        """Where the picture lies in the widget."""
        width, height = max(1, self._recorded.width()), max(1, self._recorded.height())
        factor = min(self.width() / width, self.height() / height)
        size = (width * factor, height * factor)
        return QRectF((self.width() - size[0]) / 2, (self.height() - size[1]) / 2, *size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Black around, the picture, then what lies over it."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), STAGE)
        if self._image is not None:
            place = self.place()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image)
            if self.over is not None:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self.over(painter, place, place.width() / max(1, self._recorded.width()))
        painter.end()
        if self._fresh:
            self._fresh = False
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Asks for a picture of the new size once it stays."""
        super().resizeEvent(event)
        self._settled.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click plays or pauses."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()
        super().mousePressEvent(event)

    def _ask(self) -> None:
        place = self.place()
        self.size_wanted.emit(max(16, round(max(place.width(), place.height()) * self.devicePixelRatioF())))
