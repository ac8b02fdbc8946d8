"""Which action-unit curves are drawn. In: people, what is chosen. Out: the choice, at every click."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import words
from app.timeline.curves import Wanted
from core.evidence.action_units import codes
from core.project.scene import ScenePerson


class CurveChooser(QDialog):
    """Stays open beside the timeline, which follows every tick."""

    changed = Signal(object)
    """The chosen curves, a tuple of `Wanted`."""

    def __init__(self, people: Sequence[ScenePerson], chosen: Sequence[Wanted], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Action-unit lanes"))
        self._people = tuple(people)
        self._chosen = list(chosen)
        text = QLabel(
            self.tr("Measured intensity of single movements of the face, from 0 to 1, as a lane below the person.")
        )
        text.setWordWrap(True)
        text.setProperty("quiet", True)
        self.whom = QComboBox()
        self.whom.setAccessibleName(self.tr("Person"))
        for person in self._people:
            self.whom.addItem(person.standing.name)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Action units"))
        for code in codes():
            item = QListWidgetItem(f"{words.unit(code)} ({words.word(code)})")
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setToolTip(words.unit_name(code))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            self.list.addItem(item)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        none = buttons.addButton(self.tr("No curves"), QDialogButtonBox.ButtonRole.ResetRole)
        none.clicked.connect(self.clear)
        column = QVBoxLayout(self)
        for part in (text, self.whom, self.list, buttons):
            column.addWidget(part)
        self.resize(420, 520)
        self._tick()
        self.whom.currentIndexChanged.connect(self._tick)
        self.list.itemChanged.connect(self._ticked)

    def clear(self) -> None:
        """No curves of anybody."""
        self._chosen = []
        self._tick()
        self.changed.emit(())

    def _tick(self) -> None:
        if not self._people:
            return
        key = self._people[self.whom.currentIndex()].key
        self.list.blockSignals(True)
        for n in range(self.list.count()):
            item = self.list.item(n)
            there = (key, item.data(Qt.ItemDataRole.UserRole)) in self._chosen
            item.setCheckState(Qt.CheckState.Checked if there else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)

    def _ticked(self, item: QListWidgetItem) -> None:
        wanted: Wanted = (self._people[self.whom.currentIndex()].key, str(item.data(Qt.ItemDataRole.UserRole)))
        if item.checkState() == Qt.CheckState.Checked:
            self._chosen += [] if wanted in self._chosen else [wanted]
        elif wanted in self._chosen:
            self._chosen.remove(wanted)
        self.changed.emit(tuple(self._chosen))
