"""Asks for a comment on what is selected. In: the rater's last word on it. Out: verdict, correction, text.

A comment comes with a verdict; the last one is kept unless another is chosen.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.look import SPACE
from core.records.review import Correction, Review, Verdict


class CommentDialog(QDialog):
    """One comment."""

    saved = Signal(str, object, str)
    """`Verdict`, `Correction` or None, and the text."""

    def __init__(self, standing: Review | None, *, blind: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Comment"))
        self.setMinimumWidth(420)
        self.text = QPlainTextEdit(standing.comment if standing is not None else "")
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Comment"))
        self.text.setMinimumHeight(90)
        self.verdict = QComboBox()
        choices: list[tuple[str, Verdict, Correction | None]] = []
        if standing is not None and standing.correction is not None:
            choices.append((self.tr("my correction stands"), "correct", standing.correction))
        if not blind:
            choices.append((self.tr("I agree with the reading"), "agree", None))
            choices.append((self.tr("I reject the reading"), "disagree", None))
        choices.append((self.tr("I am unsure"), "unsure", None))
        for words, verdict, correction in choices:
            self.verdict.addItem(words, (verdict, correction))
        last = standing.verdict if standing is not None else "unsure"
        self.verdict.setCurrentIndex(next((i for i, one in enumerate(choices) if one[1] == last), len(choices) - 1))
        form = QFormLayout()
        form.setSpacing(SPACE)
        form.addRow(self.tr("Verdict"), self.verdict)
        form.addRow(self.tr("Comment"), self.text)
        buttons = QDialogButtonBox()
        self.save = QPushButton(self.tr("Save"))
        self.save.setProperty("primary", True)
        self.save.setDefault(True)
        self.save.setToolTip(self.tr("Ctrl+Enter"))
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(self.tr("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(buttons)
        self.text.textChanged.connect(self._changed)
        self._changed()
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves from within the text."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        else:
            super().keyPressEvent(event)

    def accept(self) -> None:
        """Says what was entered and closes."""
        text = self.text.toPlainText().strip()
        if text:
            verdict, correction = self.verdict.currentData()
            self.saved.emit(verdict, correction, text)
            super().accept()

    def _changed(self) -> None:
        self.save.setEnabled(bool(self.text.toPlainText().strip()))
