"""Asks what is displayed instead. In: the selected segment. Out: a `Correction` and a comment, by `saved`.

A label by its letter, another span, a clue that is there or one that is not. Enter saves, Escape leaves all as it is. A
blind rater is asked for a label and a span alone, with nothing filled in.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from app import reasons, words
from app.dialogs.sheet import Sheet
from app.look import SPACE
from app.translation import translate
from app.widgets.label_icon import label_icon
from app.widgets.parts import quiet, titled
from app.workbench import Workbench
from core.evidence.action_units import action_units
from core.evidence.expressions import expressions
from core.records.analysis import EMOTIONS, UNCLEAR
from core.records.moment import Span
from core.records.review import Correction
from core.records.tree import Clue

LETTERS = {
    "happiness": "H", "sadness": "S", "neutral": "N", "anger": "A", "surprise": "U", "disgust": "D", "fear": "F",
    UNCLEAR: "?",
}  # fmt: skip
"""Keys, one for each label."""
SAME_S = 0.005
"""Times this near are the same."""


class CorrectDialog(Sheet):
    """One correction of one segment."""

    saved = Signal(object, str)
    """A `Correction` and a comment."""

    def __init__(self, bench: Workbench, *, parent: QWidget | None = None) -> None:
        super().__init__(translate("CorrectDialog", "Correct"), parent)
        session = bench.session
        row, scene = session.row, session.scene
        if row is None or scene is None:
            raise ValueError("a correction needs a selected segment")
        self._row, self._offset_s = row, session.offset_s(row.analysis)
        self._blind = scene.blind
        self._clue = None if scene.blind else session.selected_clue
        self._known = {clue.id for clue in session.segment.tree.clues} if session.segment is not None else set[str]()
        self._taken = {one.correction.added.id for one in scene.reviews if one.correction and one.correction.added}
        person = session.person
        head = titled(
            self.tr("What does {person} display from {span}?").format(
                person=person.standing.name if person is not None else row.person,
                span=words.span(row.start_s, row.end_s),
            )
        )
        self.add(head)
        if not self._blind:
            self.add(quiet(self.tr("The model reads: {label}.").format(label=words.label(row.label))))
        self.add(self._label_buttons())
        form = QFormLayout()
        form.setSpacing(SPACE)
        self.start, self.end = self._times(session.span)
        span = QHBoxLayout()
        for widget in (self.start, QLabel(self.tr("to")), self.end):
            span.addWidget(widget)
        span.addStretch(1)
        form.addRow(self.tr("From (seconds)"), span)
        self.added = QComboBox()
        self.removed = QCheckBox()
        if not self._blind:
            self._fill_clues()
            form.addRow(self.tr("Also displayed"), self.added)
        if self._clue is not None:
            self.removed.setText(self.tr("“{clue}” is not there").format(clue=reasons.title(self._clue)))
            self.removed.toggled.connect(self._changed)
            form.addRow("", self.removed)
        self.comment = QLineEdit()
        self.comment.setPlaceholderText(self.tr("why, if you like"))
        form.addRow(self.tr("Comment"), self.comment)
        self.add(form)
        self._told = quiet("")
        self.add(self._told)
        self.save = self.primary(self.tr("Save"))
        self.cancel()
        for edit in (self.start, self.end):
            edit.valueChanged.connect(self._changed)
        self.added.currentIndexChanged.connect(self._changed)
        self._changed()
        self.labels.buttons()[0].setFocus()

    @property
    def correction(self) -> Correction | None:
        """What the fields say now; None where nothing is corrected or the span would run backwards."""
        label, span, added = self._label(), self._span(), self._added()
        removed = self._clue.id if self._clue is not None and self.removed.isChecked() else None
        if self.end.value() <= self.start.value() or (label is None and span is None and added is None and not removed):
            return None
        return Correction(label=label, span=span, added=added, removed=removed)

    def typed(self) -> bool:
        """Whether a comment would be lost."""
        return bool(self.comment.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A label's letter chooses it, unless a field takes the letter. A button's own shortcut would act too late."""
        letter = event.text().upper()
        button = next((one for one in self.labels.buttons() if LETTERS[str(one.property("label"))] == letter), None)
        if button is not None:
            button.setChecked(True)
            button.setFocus()
        else:
            super().keyPressEvent(event)

    def accept(self) -> None:
        """Says what was entered and closes."""
        correction = self.correction
        if correction is not None:
            self.saved.emit(correction, self.comment.text().strip())
            super().accept()

    def _label_buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(SPACE)
        self.labels = QButtonGroup(self)
        self.labels.setExclusive(True)
        for place, name in enumerate((*EMOTIONS, UNCLEAR)):
            button = QPushButton(label_icon(name), f"{words.label(name)}  {LETTERS[name]}")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(words.label(name))
            button.setProperty("label", name)
            self.labels.addButton(button, place)
            grid.addWidget(button, place // 4, place % 4)
        self.labels.idToggled.connect(self._changed)
        return grid

    def _times(self, marked: tuple[float, float] | None) -> tuple[QDoubleSpinBox, QDoubleSpinBox]:
        row = self._row
        touches = marked is not None and marked[0] < row.end_s and marked[1] > row.start_s
        start_s, end_s = marked if marked is not None and touches else (row.start_s, row.end_s)
        made: list[QDoubleSpinBox] = []
        for value, name in ((start_s, self.tr("From, in seconds")), (end_s, self.tr("To, in seconds"))):
            edit = QDoubleSpinBox()
            edit.setDecimals(2)
            edit.setMinimumWidth(90)
            edit.setRange(0.0, 1e6)
            edit.setSingleStep(0.1)
            edit.setValue(value)
            edit.setAccessibleName(name)
            made.append(edit)
        return made[0], made[1]

    def _fill_clues(self) -> None:
        self.added.addItem(self.tr("nothing else"), None)
        for unit in action_units():
            told = self.tr("{what} ({code})").format(what=words.unit(unit.code), code=unit.code)
            self.added.addItem(told, ("attribute", unit.code, unit.plain))
        for expression in expressions():
            told = self.tr("expression: {what}").format(what=words.expression(expression.name))
            self.added.addItem(told, ("expression", expression.name, expression.text))

    def _label(self) -> str | None:
        button = self.labels.checkedButton()
        chosen = str(button.property("label")) if button is not None else None  # pyright: ignore[reportUnnecessaryComparison]
        return chosen if self._blind or chosen != self._row.label else None

    def _span(self) -> Span | None:
        row, start_s, end_s = self._row, self.start.value(), self.end.value()
        if abs(start_s - row.start_s) <= SAME_S and abs(end_s - row.end_s) <= SAME_S:
            return None
        if end_s <= start_s:
            return None
        return Span.between(max(0.0, start_s - self._offset_s), max(0.0, end_s - self._offset_s))

    def _added(self) -> Clue | None:
        chosen = self.added.currentData()
        if chosen is None:
            return None
        level, name, text = chosen
        number = 1
        while (clue := f"{self._row.segment.split('/')[0]}-r{number}") in self._known | self._taken:
            number += 1
        start_s, end_s = self.start.value() - self._offset_s, self.end.value() - self._offset_s
        return Clue(
            id=clue,
            level=level,
            name=name,
            value="present" if level == "attribute" else "displayed",
            text=text,
            span=Span.between(max(0.0, start_s), max(0.0, start_s, end_s)),
            score=1.0,
            support="not_measurable",
            evidence=(),
        )

    def _changed(self) -> None:
        found = self.correction
        self.save.setEnabled(found is not None)
        if self.end.value() <= self.start.value():
            self._told.setText(self.tr("The span ends before it starts."))
        elif found is None:
            self._told.setText(self.tr("Choose a label by its letter, or change something else."))
        else:
            self._told.setText(
                self.tr("Kept beside the model’s reading, which stays as it is: {what}.").format(
                    what=told(found, offset_s=self._offset_s)
                )
            )


def told(correction: Correction, *, offset_s: float = 0.0) -> str:
    """A correction in a few words; times on the session's clock when `offset_s` is its recording's start."""

    parts: list[str] = []
    if correction.label is not None:
        parts.append(words.label(correction.label))
    if correction.span is not None:
        span = words.span(correction.span.start_s + offset_s, correction.span.end_s + offset_s)
        parts.append(translate("CorrectDialog", "from {span}").format(span=span))
    if correction.added is not None:
        parts.append(translate("CorrectDialog", "also {clue}").format(clue=reasons.title(correction.added)))
    if correction.removed is not None:
        parts.append(translate("CorrectDialog", "one clue is not there"))
    return ", ".join(parts)
