"""Asks for an event or a phase: its name, its time, a remark. In: where it is. Out: what was typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from app.dialogs.sheet import Sheet
from app.dialogs.times import clock, seconds_of
from core.records.study import MarkerKind


@dataclass(frozen=True, slots=True)
class Marked:
    """An event or a phase to be kept."""

    kind: MarkerKind
    label: str
    start_s: float
    end_s: float | None
    """None for an event."""
    comment: str


class MarkerDialog(Sheet):
    """The name is in the keyboard's focus; Return keeps it."""

    def __init__(self, marked: Marked, *, save: Callable[[Marked], object], parent: QWidget) -> None:
        phase = marked.end_s is not None
        super().__init__(self.tr("A phase") if phase else self.tr("An event"), parent, width=420)
        self._first, self._save = marked, save
        self.label = QComboBox()
        self.label.setEditable(True)
        self.label.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.label.setAccessibleName(self.tr("What it is called"))
        self.label.setEditText(marked.label)
        line = self.label.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("such as “first question”; what was used before can be chosen"))
        self.start = QLineEdit(clock(marked.start_s))
        self.end = QLineEdit(clock(marked.end_s or 0.0))
        self.comment = QLineEdit(marked.comment)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Name"), self.label)
        form.addRow(self.tr("From") if phase else self.tr("At"), self.start)
        if phase:
            form.addRow(self.tr("To"), self.end)
        form.addRow(self.tr("Remark"), self.comment)
        self.add(form)
        self.primary(self.tr("Keep"))
        self.cancel()
        self.label.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, known: Sequence[str]) -> None:
        """Names to choose from."""
        typed = self.label.currentText()
        self.label.clear()
        self.label.addItems(list(known))
        self.label.setCurrentIndex(-1)
        self.label.setEditText(typed)

    def typed(self) -> bool:
        """Whether anything was changed."""
        return (self.label.currentText().strip(), self.comment.text()) != (self._first.label, self._first.comment)

    def accept(self) -> None:
        """Keeps it where the times are times."""
        if self.waiting:
            return
        label, start_s, end_s = self.label.currentText().strip(), seconds_of(self.start.text()), None
        if not label:
            self.say(self.tr("Give it a name."))
            return
        if self._first.end_s is not None:
            end_s = seconds_of(self.end.text())
        if start_s is None or (self._first.end_s is not None and end_s is None):
            self.say(self.tr("A time is written as 83.5 or 1:23.5."))
            return
        # What was not touched keeps the exact moment, which its text rounds.
        if self.start.text() == clock(self._first.start_s):
            start_s = self._first.start_s
        if self._first.end_s is not None and self.end.text() == clock(self._first.end_s):
            end_s = self._first.end_s
        self.wait(self.tr("Saving…"))
        self._save(Marked(self._first.kind, label, start_s, end_s, self.comment.text().strip()))

    def finish(self) -> None:
        """It is saved."""
        self.rest()
        super().accept()
