"""Asks for a comment on what is selected. In: the rater's last word on it. Out: verdict, correction, text.

A comment comes with a verdict; the last one is kept unless another is chosen.
"""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QPlainTextEdit,
    QWidget,
)

from app.dialogs.sheet import Sheet
from app.look import SPACE
from core.records.review import Correction, Review, Verdict


class CommentDialog(Sheet):
    """One comment."""

    saved = Signal(str, object, str)
    """`Verdict`, `Correction` or None, and the text."""

    def __init__(self, standing: Review | None, *, blind: bool, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("CommentDialog", "Comment"), parent, width=420)
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
        self.add(form)
        self.save = self.primary(self.tr("Save"))
        self.save.setToolTip(self.tr("Ctrl+Enter"))
        self.cancel()
        self._before_text = self.text.toPlainText()
        self.text.textChanged.connect(self._changed)
        self._changed()
        self.text.setFocus()

    def typed(self) -> bool:
        """Whether the comment is another one now."""
        return self.text.toPlainText() != self._before_text

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
