"""A large button: a drawn icon, a title, a sentence, and the key that does the same. In: a Qt action, or what to do."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.look import SPACE, icon, theme


class BigButton(QPushButton):
    """Its height follows its words."""

    def __init__(self, drawn: str, title: str, words: str = "", *, primary: bool = False) -> None:
        super().__init__()
        self._drawn, self._primary = drawn, primary
        self.setProperty("primary", primary)
        self.setAutoDefault(False)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self._picture, self._title, self._words = QLabel(), QLabel(title), QLabel(words)
        self._title.setProperty("title", True)
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * (1.35 if primary else 1.05))
        font.setBold(True)
        self._title.setFont(font)
        self._title.setWordWrap(True)
        self._words.setWordWrap(True)
        self._words.setProperty("quiet", not primary)
        self._words.setVisible(bool(words))
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addStretch(1)
        text.addWidget(self._title)
        text.addWidget(self._words)
        text.addStretch(1)
        row = QHBoxLayout(self)
        margin = 2 * SPACE + 4 if primary else SPACE + 4
        row.setContentsMargins(margin, margin, margin, margin)
        row.setSpacing(margin)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(text, 1)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._draw()

    def follow(self, action: QAction) -> "BigButton":
        """Starts the action, and is possible when that is."""
        self.clicked.connect(action.trigger)
        action.enabledChanged.connect(self.setEnabled)
        self.setEnabled(action.isEnabled())
        keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        self.setToolTip(f"{action.text()} ({keys})" if keys else action.text())
        return self

    def sizeHint(self) -> QSize:
        """As its parts need."""
        inner = self.layout()
        return inner.sizeHint() if inner is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As its parts need."""
        inner = self.layout()
        return inner.minimumSize() if inner is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As its text needs at that width."""
        inner = self.layout()
        return inner.heightForWidth(width) if inner is not None else super().heightForWidth(width)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.EnabledChange) and hasattr(self, "_picture"):
            self._draw()

    def _draw(self) -> None:
        side = 44 if self._primary else 26
        colour = theme().on_accent if self._primary else theme().accent
        self._picture.setPixmap(icon(self._drawn, colour).pixmap(QSize(side, side), self.devicePixelRatioF()))
        self._picture.setFixedSize(side, side)
