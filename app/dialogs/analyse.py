"""Asks which recordings are to be analysed, and how. In: the study's recordings. Out: those chosen and the choices."""

from argparse import ArgumentTypeError
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QListWidget, QListWidgetItem, QSpinBox, QWidget

from app.dialogs.sheet import Sheet
from app.verbs.analyse import Choices
from app.widgets.model_choice import ModelChoice
from app.widgets.parts import aligned
from app.workbench import Workbench
from core.commands.times import seconds
from core.errors import ExpectedError
from core.records.study import Recording


class AnalyseDialog(Sheet):
    """A list to tick and a few choices."""

    def __init__(
        self,
        bench: Workbench,
        known: Sequence[Recording],
        *,
        done: set[int],
        missing: set[int],
        here: set[int],
        start: Callable[[tuple[Recording, ...], Choices], None],
        parent: QWidget,
    ) -> None:
        super().__init__(self.tr("Analyse recordings"), parent, width=560)
        self._begin = start
        names = {one.id: one.name for one in bench.study.sessions} if bench.study is not None else {}
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Recordings"))
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(130)
        fresh = {one.id for one in known if one.id in here and one.id not in done} or here
        for one in known:
            item = QListWidgetItem(self._words(one, names.get(one.session, ""), done=done, missing=missing))
            item.setData(Qt.ItemDataRole.UserRole, one)
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            ticked = one.id in fresh and one.id not in missing
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            if one.id in missing:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.start, self.end, self.people = QLineEdit(), QLineEdit(), QSpinBox()
        self.start.setPlaceholderText(self.tr("from the beginning"))
        self.end.setPlaceholderText(self.tr("to the end"))
        self.people.setRange(0, 99)
        self.people.setSpecialValueText(self.tr("everybody"))
        self.every = QCheckBox(self.tr("Read every frame (two to three times slower; otherwise ten looks a second)"))
        form = QFormLayout()
        form.addRow(self.tr("From (such as 1:23.5)"), self.start)
        form.addRow(self.tr("To"), self.end)
        form.addRow(self.tr("Report at most so many people"), self.people)
        form.addRow(self.every)
        self.model = ModelChoice(bench)
        self.add(self.list, 1)
        self.add(form)
        self.add(self.model)
        aligned(form, *self.model.forms)
        self.go = self.primary(self.tr("Analyse"))
        self.cancel()
        self.list.itemChanged.connect(self._refresh)
        self.model.changed.connect(self._refresh)
        self._refresh()

    def chosen(self) -> tuple[Recording, ...]:
        """The ticked recordings, in the study's order."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked
        )

    def accept(self) -> None:
        """Starts when the times are times."""
        try:
            start_s, end_s = _time(self.start.text()), _time(self.end.text())
        except ArgumentTypeError:
            self.say(self.tr("A time is written as 83.5 or 1:23.5."))
            return
        if start_s is not None and end_s is not None and start_s >= end_s:
            self.say(self.tr("The end must come after the beginning."))
            return
        chosen = self.chosen()
        try:
            model = self.model.chosen()
        except ExpectedError as failure:
            self.fail(failure)
            return
        choices = Choices(start_s, end_s, self.people.value() or None, self.every.isChecked(), model)
        super().accept()
        self._begin(chosen, choices)

    def _refresh(self, *_: object) -> None:
        self.go.setEnabled(bool(self.chosen()) and self.model.complete)
        self.grow()

    def _words(self, one: Recording, session: str, *, done: set[int], missing: set[int]) -> str:
        name = one.path.rsplit("/", 1)[-1]
        if one.id in missing:
            form = self.tr("{session}: {name} (file not found)")
        elif one.id in done:
            form = self.tr("{session}: {name} (analysed already; a new analysis is added)")
        else:
            form = self.tr("{session}: {name}")
        return form.format(session=session, name=name)


def _time(text: str) -> float | None:
    """Seconds of a time code; None where nothing is written. Raises `argparse.ArgumentTypeError`."""
    return seconds(text.strip()) if text.strip() else None
