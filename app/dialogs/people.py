"""Puts people right: names, roles, two that are one, one that is two, mixed up, not to be counted.

In: the people of the session, the playhead or the marked span. Out: one correction at a time; the dialog stays open and
shows what has become of the people. A sentence says beforehand what will happen.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import words
from app.actions import Actions
from app.faces_shown import Faces, PersonKey
from app.look import SPACE, icon
from app.verbs.people import in_words, put_right
from app.workbench import Workbench
from core.project.scene import ScenePerson
from core.records.study import ROLES, Appoint, Exclude, Merge, Name, PeopleOperation, Split, Swap

KEY = Qt.ItemDataRole.UserRole
FACE = 44
FIELDS = {
    "name": ("name",),
    "role": ("role",),
    "merge": ("other",),
    "split": ("start",),
    "swap": ("other", "start"),
    "exclude": ("start", "end", "everybody", "why"),
}
"""What each operation asks for."""


class PeopleDialog(QDialog):
    """Opened for one session."""

    def __init__(
        self,
        bench: Workbench,
        actions: Actions,
        *,
        operation: str = "name",
        person: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench, self._actions = bench, actions
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("People"))
        self.setMinimumSize(640, 380)
        self._faces = Faces(bench, self)
        self._faces.came.connect(self._show_people)
        self.people = QListWidget()
        self.people.setIconSize(QSize(FACE, FACE))
        self.people.setMinimumWidth(220)
        self.people.setAccessibleName(self.tr("People of the session"))
        self.operation = QComboBox()
        for name, told, drawn in (
            ("name", self.tr("Give a name"), "people"),
            ("role", self.tr("Say what their role is"), "people"),
            ("merge", self.tr("Merge: two are the same person"), "merge"),
            ("split", self.tr("Split: from a time on it is somebody else"), "split"),
            ("swap", self.tr("Swap: from a time on two are mixed up"), "swap"),
            ("exclude", self.tr("Exclude: leave a span out"), "reject"),
        ):
            self.operation.addItem(icon(drawn), told, name)
        self.operation.setCurrentIndex(max(0, self.operation.findData(operation)))
        self.other, self.role = QComboBox(), QComboBox()
        for role in ROLES:
            self.role.addItem(words.role(role), role)
        self.name, self.why = QLineEdit(), QLineEdit()
        self.name.setPlaceholderText(self.tr("a pseudonym, never a real name"))
        self.everybody = QCheckBox(self.tr("everybody in this recording"))
        self.start, self.end = _seconds(), _seconds()
        self._prefill()
        self._form = QFormLayout()
        self._form.setSpacing(SPACE)
        self._form.addRow(self.tr("Correction"), self.operation)
        self._fields: dict[str, QWidget] = {
            "name": self.name, "role": self.role, "other": self.other, "start": self.start, "end": self.end,
            "everybody": self.everybody, "why": self.why,
        }  # fmt: skip
        labels = {
            "name": self.tr("Name"), "role": self.tr("Role"), "other": self.tr("The other person"),
            "start": self.tr("From (seconds)"), "end": self.tr("To (seconds)"), "everybody": "", "why": self.tr("Why"),
        }  # fmt: skip
        for name, field in self._fields.items():
            self._form.addRow(labels[name], field)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 4)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        buttons = QDialogButtonBox()
        self.apply = QPushButton(self.tr("Apply"))
        self.apply.setProperty("primary", True)
        self.apply.setDefault(True)
        self.undo = QPushButton(icon("undo"), self.tr("Undo"))
        self.undo.setAutoDefault(False)
        self.undo.clicked.connect(lambda: actions.start("review.undo"))
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        buttons.addButton(self.undo, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.addButton(self.apply, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        self.apply.clicked.connect(self._apply)
        buttons.rejected.connect(self.reject)
        right = QVBoxLayout()
        right.setSpacing(SPACE + 4)
        right.addLayout(self._form)
        right.addWidget(self.told)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self.people)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE + 4)
        column.addLayout(row, 1)
        column.addWidget(buttons)
        self._show_people(select=person)
        self._connect()
        self._changed()
        bench.session.scene_changed.connect(self._scene_changed)

    @property
    def person(self) -> ScenePerson | None:
        """The person that is chosen in the list."""
        item, scene = self.people.currentItem(), self._bench.session.scene
        return scene.person(item.data(KEY)) if item is not None and scene is not None else None  # pyright: ignore[reportUnnecessaryComparison]

    @property
    def correction(self) -> PeopleOperation | None:
        """What the fields say now, times within the recording; None where something is missing."""
        person = self.person
        if person is None:
            return None
        offset_s, who = self._bench.session.offset_s(person.analysis), person.standing.person
        start_s, end_s = self.start.value() - offset_s, self.end.value() - offset_s
        other = self.other.currentData()
        match self.operation.currentData():
            case "name" if self.name.text().strip():
                return Name(who, self.name.text().strip())
            case "role":
                return Appoint(who, self.role.currentData())
            case "merge" if other is not None:
                return Merge(who, other)
            case "split":
                return Split(who, start_s, self._free_name())
            case "swap" if other is not None:
                return Swap(who, other, start_s)
            case "exclude" if end_s > start_s:
                return Exclude(None if self.everybody.isChecked() else who, start_s, end_s, self.why.text().strip())
            case _:
                return None

    def _prefill(self) -> None:
        session = self._bench.session
        row = session.row
        start_s, end_s = session.playhead_s, session.playhead_s
        if session.span is not None:
            start_s, end_s = session.span
        elif row is not None:
            end_s = row.end_s if row.start_s <= start_s < row.end_s else start_s + 1.0
        self.start.setValue(start_s)
        self.end.setValue(max(end_s, start_s + 0.1))

    def _connect(self) -> None:
        self.people.currentRowChanged.connect(self._person_changed)
        for choice in (self.operation, self.other, self.role):
            choice.currentIndexChanged.connect(self._changed)
        for edit in (self.name, self.why):
            edit.textChanged.connect(self._changed)
        for number in (self.start, self.end):
            number.valueChanged.connect(self._changed)
        self.everybody.toggled.connect(self._changed)

    def _show_people(self, *_: object, select: str | None = None) -> None:
        scene = self._bench.session.scene
        people = scene.people if scene is not None else ()
        before: PersonKey | None = self.people.currentItem().data(KEY) if self.people.currentItem() else None
        blurred = self._actions["view.blur"].isChecked()
        self.people.blockSignals(True)
        self.people.clear()
        for person in people:
            told = self.tr("{name}\n{person}, {share} assessable").format(
                name=words.person(person.standing),
                person=person.standing.person,
                share=words.percent(person.coverage),
            )
            item = QListWidgetItem(told)
            item.setData(KEY, person.key)
            body = None if blurred else self._faces.of(person.key)
            item.setIcon(QIcon(QPixmap.fromImage(QImage.fromData(body))) if body is not None else icon("people"))
            self.people.addItem(item)
            if person.key == before or (before is None and person.standing.person == select):
                self.people.setCurrentItem(item)
        if self.people.currentRow() < 0:
            self.people.setCurrentRow(0)
        self.people.blockSignals(False)

    def _scene_changed(self) -> None:
        scene = self._bench.session.scene
        if scene is None:
            self.reject()
            return
        self._show_people()
        self._person_changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Asks for the faces once it is on the screen."""
        super().showEvent(event)
        scene = self._bench.session.scene
        self._faces.want(scene.people if scene is not None else ())
        self._person_changed()

    def _person_changed(self, *_: object) -> None:
        person = self.person
        if person is not None:
            named = person.standing.name != person.standing.person
            self.name.setText(person.standing.name if named else "")
            place = self.role.findData(person.standing.role)
            self.role.setCurrentIndex(max(0, place))
        self._changed()

    def _changed(self, *_: object) -> None:
        person, scene = self.person, self._bench.session.scene
        others = [
            one
            for one in (scene.people if scene is not None else ())
            if person is not None and one.analysis == person.analysis and one.key != person.key
        ]
        names = [one.standing.person for one in others]
        if [self.other.itemData(place) for place in range(self.other.count())] != names:
            self.other.blockSignals(True)
            self.other.clear()
            for one in others:
                self.other.addItem(words.person(one.standing), one.standing.person)
            self.other.blockSignals(False)
        wanted = FIELDS[self.operation.currentData()]
        for name, field in self._fields.items():
            self._form.setRowVisible(field, name in wanted)
        found = self.correction
        self.apply.setEnabled(found is not None and self._bench.study is not None and self._bench.study.writable)
        if found is not None and person is not None:
            self.told.setText(in_words(found, offset_s=self._bench.session.offset_s(person.analysis)))
        elif "other" in wanted and not others:
            self.told.setText(self.tr("There is nobody else in this recording."))
        else:
            self.told.setText(self.tr("Fill in what is missing."))

    def _apply(self) -> None:
        person, found = self.person, self.correction
        if person is not None and found is not None:
            put_right(self._bench, person.analysis, found)

    def _free_name(self) -> str:
        scene = self._bench.session.scene
        taken = {one.standing.person for one in (scene.people if scene is not None else ())}
        number = 1
        while f"P{number}" in taken:
            number += 1
        return f"P{number}"


def _seconds() -> QDoubleSpinBox:
    edit = QDoubleSpinBox()
    edit.setDecimals(2)
    edit.setRange(0.0, 1e6)
    edit.setSingleStep(0.1)
    return edit
