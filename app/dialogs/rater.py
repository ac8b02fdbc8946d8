"""Asks under whose name reviews are given, and whether they are given blind. Out: a name and a switch, by `saved`."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QWidget,
)

from app.dialogs.sheet import Sheet
from app.look import SPACE
from app.widgets.parts import quiet
from app.workbench import Workbench


class RaterDialog(Sheet):
    """Who reviews."""

    saved = Signal(str, bool)
    """Name, and whether blind."""

    def __init__(self, bench: Workbench, *, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("RaterDialog", "Who reviews"), parent, width=440)
        scene = bench.session.scene
        self._blind = {one.name: one.blind for one in (scene.raters if scene is not None else ())}
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.addItems(sorted({*self._blind, bench.rater}))
        self.name.setCurrentText(bench.rater)
        self.name.setAccessibleName(self.tr("Name or initials"))
        self.blind = QCheckBox(self.tr("rates blind: sees no readings and nobody else’s verdicts"))
        self.blind.setChecked(self._blind.get(bench.rater, False))
        note = quiet(
            self.tr(
                "Somebody who could see the readings cannot rate blind afterwards. What a blind rater has judged "
                "keeps the mark “blind” when the blind rating ends."
            )
        )
        form = QFormLayout()
        form.setSpacing(SPACE)
        form.addRow(self.tr("Name or initials"), self.name)
        form.addRow("", self.blind)
        self.add(form)
        self.add(note)
        self.save = self.primary(self.tr("Save"))
        self.cancel()
        self.name.currentTextChanged.connect(self._named)

    def accept(self) -> None:
        """Says what was entered and closes."""
        name = self.name.currentText().strip()
        if name:
            self.saved.emit(name, self.blind.isChecked())
            super().accept()

    def _named(self, name: str) -> None:
        self.save.setEnabled(bool(name.strip()))
        if name.strip() in self._blind:
            self.blind.setChecked(self._blind[name.strip()])
