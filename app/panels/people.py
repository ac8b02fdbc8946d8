"""The panel "People": a chip for each person, with a face, a name, a role and how much of them can be assessed.

In: the scene's people. Out: the person's first or next segment, the dialog about people. While faces are blurred it
shows letters instead of faces.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import words
from app.actions import Actions
from app.faces_shown import Faces, PersonKey
from app.look import SPACE, icon, theme
from app.verbs.people import open_people
from app.widgets.empty import EmptyState
from app.widgets.face import Face
from app.widgets.flow import FlowLayout
from app.workbench import Workbench
from core.export.clock import amount
from core.project.scene import ScenePerson


class PeoplePanel(QWidget):
    """One per session page."""

    def __init__(self, bench: Workbench, actions: Actions) -> None:
        super().__init__()
        self.bench, self.actions_ = bench, actions
        self.chips: dict[PersonKey, PersonChip] = {}
        self._faces = Faces(bench, self)
        self._faces.came.connect(self._show_faces)
        self._buttons = [
            self._button("merge", self.tr("Merge")),
            self._button("split", self.tr("Split")),
            self._button("swap", self.tr("Swap")),
            self._button("name", self.tr("Name, role …")),
        ]
        verbs = QGridLayout()
        verbs.setSpacing(2)
        for place, (button, _) in enumerate(self._buttons):
            verbs.addWidget(button, place // 2, place % 2)
        verbs.setRowStretch(2, 1)
        self.empty = EmptyState()
        self._row = QWidget()
        self._flow = FlowLayout(self._row, spacing=SPACE)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(self._row)
        self._row.setAutoFillBackground(False)
        scrolled.viewport().setAutoFillBackground(False)
        self._scrolled = scrolled
        card = QFrame()
        card.setProperty("card", True)
        inside = QHBoxLayout(card)
        inside.setContentsMargins(SPACE + 4, SPACE, SPACE, SPACE)
        inside.addWidget(self.empty, 1)
        inside.addWidget(scrolled, 1)
        inside.addLayout(verbs)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        session = bench.session
        session.scene_changed.connect(self.refresh)
        session.selected.connect(self._mark)
        actions["view.blur"].toggled.connect(self._show_faces)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Draws anew in another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()
            self._mark()
        super().changeEvent(event)

    def refresh(self) -> None:
        """Shows who is there now."""
        scene = self.bench.session.scene
        people = scene.people if scene is not None else ()
        self.empty.setVisible(not people)
        self._scrolled.setVisible(bool(people))
        for button, _ in self._buttons:
            button.setVisible(bool(people))
            button.setEnabled(self.bench.study is not None and self.bench.study.writable)
        if scene is None or not people:
            self.empty.say(
                self.tr("Nobody found yet"), self.tr("Analyse a recording with Ctrl+R: its faces appear here.")
            )
        keys = [person.key for person in people]
        if list(self.chips) != keys:
            for chip in self.chips.values():
                self._flow.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            self.chips = {key: PersonChip(lambda key=key: self.go_to(key)) for key in keys}
            for chip in self.chips.values():
                self._flow.addWidget(chip)
        for person in people:
            self.chips[person.key].show_person(person, counted=self._counted(person))
        self._show_faces()
        self._mark()
        self._faces.want(people)

    def go_to(self, key: PersonKey) -> None:
        """Selects the person's next segment behind the playhead, else the first."""
        session = self.bench.session
        rows = [row for row in (session.scene.segments if session.scene else ()) if (row.analysis, row.person) == key]
        if not rows:
            return
        here = session.row.start_s if session.row is not None else session.playhead_s
        same = session.row is not None and (session.row.analysis, session.row.person) == key
        following = (row for row in rows if (row.start_s > here if same else row.end_s > here))
        row = next(following, rows[0])
        session.select(row)
        session.seek(row.start_s)

    def _counted(self, person: ScenePerson) -> bool:
        """Whether anything is left of the person's time after all exclusions."""
        scene = self.bench.session.scene
        return scene is not None and any((row.analysis, row.person) == person.key for row in scene.segments)

    def _button(self, operation: str, text: str) -> tuple[QToolButton, str]:
        button = QToolButton()
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setProperty("flat", True)
        button.setIcon(icon("people" if operation == "name" else operation))
        button.setToolTip(self.tr("Put people right: {what} (Ctrl+P)").format(what=text))
        button.clicked.connect(lambda: self._open(operation))
        return button, "people" if operation == "name" else operation

    def _draw_icons(self) -> None:
        for button, name in self._buttons:
            button.setIcon(icon(name))

    def _open(self, operation: str) -> None:
        from app.window import MainWindow

        window, row = self.window(), self.bench.session.row
        if isinstance(window, MainWindow):
            open_people(window, operation=operation, person=row.person if row is not None else None)

    def _mark(self) -> None:
        row = self.bench.session.row
        for key, chip in self.chips.items():
            chip.mark(row is not None and (row.analysis, row.person) == key)

    def _show_faces(self) -> None:
        blurred = self.actions_["view.blur"].isChecked()
        for key, chip in self.chips.items():
            chip.show_face(None if blurred else self._faces.of(key))


class PersonChip(QPushButton):
    """One person."""

    def __init__(self, go: Callable[[], None]) -> None:
        super().__init__()
        self._face, self._name, self._share = Face(), QLabel(), QLabel()
        self._person: ScenePerson | None = None
        self._body: bytes | None = None
        self._name.setProperty("title", True)
        self._share.setProperty("quiet", True)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._name)
        texts.addWidget(self._share)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 12, 5)
        row.addWidget(self._face)
        row.addLayout(texts)
        for child in (self._face, self._name, self._share):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(54)
        self.clicked.connect(lambda: go())

    def show_person(self, person: ScenePerson, *, counted: bool) -> None:
        """Shows how the person stands now."""
        self._person = person
        name = words.person(person.standing)
        if not counted:
            told = self.tr("excluded")
        else:
            told = self.tr("{share} assessable").format(share=words.percent(person.coverage))
        self._name.setText(name)
        self._share.setText(told)
        seen_s = sum(end - start for start, end in person.spans_s)
        tip = self.tr("{name} ({person}): in the picture for {seen}, {share} of it assessable. {baseline}").format(
            name=name,
            person=person.standing.person,
            seen=amount(seen_s),
            share=words.percent(person.coverage),
            baseline=person.baseline,
        )
        self.setToolTip(tip)
        self.setAccessibleName(self.tr("{name}, {told}").format(name=name, told=told))
        self.updateGeometry()

    def show_face(self, body: bytes | None) -> None:
        """Shows a face, or letters."""
        self._body = body
        self._draw()

    def mark(self, selected: bool) -> None:
        """Whether a segment of this person is selected."""
        self.setChecked(selected)
        self._draw()

    @property
    def pictured(self) -> bool:
        """Whether a face is shown."""
        return self._face.pictured

    def sizeHint(self) -> QSize:
        """As large as what is in it."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def _draw(self) -> None:
        if self._person is not None:
            ring = theme().accent if self.isChecked() else ""
            self._face.show_face(self._body, name=self._person.standing.name, ring=ring)
