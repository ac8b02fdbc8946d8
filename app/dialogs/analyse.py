"""Asks which recordings are to be analysed, and how. In: the study's recordings. Out: those chosen and the choices."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.verbs.analyse import Choices
from app.workbench import Workbench
from core.commands.times import seconds
from core.records.study import Recording


class AnalyseDialog(QDialog):
    """A list to tick and a few choices."""

    def __init__(
        self,
        bench: Workbench,
        known: Sequence[Recording],
        *,
        done: set[int],
        missing: set[int],
        here: set[int],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Analyse recordings"))
        self.setMinimumWidth(520)
        names = {one.id: one.name for one in bench.study.sessions} if bench.study is not None else {}
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Recordings"))
        fresh = {one.id for one in known if one.id in here and one.id not in done} or here
        for one in known:
            item = QListWidgetItem(self._words(one, names.get(one.session, ""), done=done, missing=missing))
            item.setData(Qt.ItemDataRole.UserRole, one)
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            ticked = one.id in fresh and one.id not in missing
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            if one.id in missing:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(item)
        self._start, self._end, self._people = QLineEdit(), QLineEdit(), QSpinBox()
        self._start.setPlaceholderText(self.tr("from the beginning"))
        self._end.setPlaceholderText(self.tr("to the end"))
        self._people.setRange(0, 99)
        self._people.setSpecialValueText(self.tr("everybody"))
        self._every = QCheckBox(self.tr("Read every frame (two to three times slower; otherwise ten looks a second)"))
        self._problem = QLabel()
        self._problem.setProperty("bad", True)
        self._problem.setWordWrap(True)
        self._problem.hide()
        form = QFormLayout()
        form.addRow(self.tr("From (such as 1:23.5)"), self._start)
        form.addRow(self.tr("To"), self._end)
        form.addRow(self.tr("Report at most so many people"), self._people)
        form.addRow(self._every)
        method = QLabel(
            self.tr(
                "The built-in analyst reads action units and appearance on this computer. It gives what is displayed, "
                "as the model reads it, with its reasons; nothing is sent anywhere."
            )
        )
        method.setWordWrap(True)
        method.setProperty("quiet", True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = self._buttons.addButton(self.tr("Analyse"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setProperty("primary", True)
        self._go.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._list.itemChanged.connect(self._refresh)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for part in (self._list, method):
            column.addWidget(part)
        column.addLayout(form)
        column.addWidget(self._problem)
        column.addWidget(self._buttons)
        self._refresh()

    def chosen(self) -> tuple[Recording, ...]:
        """The ticked recordings, in the study's order."""
        items = (self._list.item(row) for row in range(self._list.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked
        )

    def choices(self) -> Choices:
        """What was chosen. Raises `ValueError` for a time that is none."""
        return Choices(
            start_s=_time(self._start.text()),
            end_s=_time(self._end.text()),
            most_people=self._people.value() or None,
            every_frame=self._every.isChecked(),
        )

    def accept(self) -> None:
        """Closes when the times are times."""
        try:
            choices = self.choices()
        except ValueError:
            self._say(self.tr("A time is written as 83.5 or 1:23.5."))
            return
        if choices.start_s is not None and choices.end_s is not None and choices.start_s >= choices.end_s:
            self._say(self.tr("The end must come after the beginning."))
            return
        super().accept()

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.show()

    def _refresh(self, *_: object) -> None:
        self._go.setEnabled(bool(self.chosen()))

    def _words(self, one: Recording, session: str, *, done: set[int], missing: set[int]) -> str:
        name = one.path.rsplit("/", 1)[-1]
        if one.id in missing:
            return self.tr("{session}: {name} (file not found)").format(session=session, name=name)
        if one.id in done:
            return self.tr("{session}: {name} (analysed already; a new analysis is added)").format(
                session=session, name=name
            )
        return self.tr("{session}: {name}").format(session=session, name=name)


def _time(text: str) -> float | None:
    """Seconds of a time code; None where nothing is written. Raises `ValueError`."""
    from argparse import ArgumentTypeError

    if not text.strip():
        return None
    try:
        return seconds(text.strip())
    except ArgumentTypeError as error:
        raise ValueError(str(error)) from error
