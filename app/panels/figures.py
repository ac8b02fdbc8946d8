"""The panel "Figures": shares, episodes and change of the marked span, else of the phase, else of the whole session.

In: the scene, the marked span, the playhead's phase. Out: nothing. Computed beside the window when nothing has moved
for a moment, and dropped when something newer is wanted. It refuses where too little can be assessed, and says why. A
blind rater sees no figure.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QStackedWidget, QTextBrowser, QVBoxLayout, QWidget

from app import words
from app.actions import Actions
from app.figures_page import page
from app.look import SPACE
from app.sentences import in_words
from app.widgets.elided import ElidedLabel
from app.widgets.empty import EmptyState
from app.workbench import Workbench
from core.errors import ExpectedError
from core.figures.on_screen import PersonFigures, PersonKey, figures
from core.project.scene import Scene
from core.records.moment import Span
from core.statistics.phases import Phase

SETTLED_MS = 250
EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What figures are shown of; equal where they would be the same."""

    people: tuple[PersonKey, ...]
    name: str
    start_s: float
    end_s: float


LINES = 9
"""Without scrolling one sees a person with three displays and what was not assessable."""


class FiguresPanel(QWidget):
    """One per session page."""

    def __init__(self, bench: Workbench, actions: Actions) -> None:
        super().__init__()
        self.setMinimumHeight(LINES * self.fontMetrics().lineSpacing())
        self.bench, self.actions_ = bench, actions
        self._shown: tuple[Scene, _Wanted] | None = None
        self._found: tuple[PersonFigures, ...] = ()
        self._turn = 0
        self.what = ElidedLabel()
        self.what.setProperty("title", True)
        self.who = QComboBox()
        self.who.setAccessibleName(self.tr("Whose figures"))
        self.who.currentIndexChanged.connect(self._want)
        self.text = QTextBrowser()
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(self.tr("Figures"))
        self.text.setStyleSheet("QTextBrowser { background: transparent; border: none; padding: 0; }")
        self.text.document().setDocumentMargin(0)
        self.empty = EmptyState()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.text)
        head = QHBoxLayout()
        head.addWidget(self.what, 1)
        head.addWidget(self.who)
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(SPACE + 4, 6, SPACE, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self._ask)
        session = bench.session
        session.opened.connect(self._want)
        session.scene_changed.connect(self._scene_changed)
        session.selected.connect(self._want)
        session.span_changed.connect(self._want)
        session.moved.connect(self._moved)
        self._scene_changed()

    def changeEvent(self, event: QEvent) -> None:
        """Writes anew in another theme."""
        if event.type() == QEvent.Type.PaletteChange and self._shown is not None and self._found:
            self._write()
        super().changeEvent(event)

    @property
    def wanted(self) -> _Wanted | None:
        """What figures are wanted of now."""
        session = self.bench.session
        scene = session.scene
        if scene is None or not scene.people or scene.length_s <= 0:
            return None
        people = tuple(person.key for person in scene.people)
        if self.who.currentData() != EVERYBODY:
            row = session.row
            people = ((row.analysis, row.person),) if row is not None else people[:1]
        if session.span is not None:
            return _Wanted(people, self.tr("The marked span"), *session.span)
        for marker in scene.markers:
            end_s = marker.end_s if marker.kind == "phase" else None
            if end_s is not None and marker.start_s <= session.playhead_s < end_s:
                name = self.tr("This phase: “{name}”").format(name=marker.label)
                return _Wanted(people, name, marker.start_s, end_s)
        return _Wanted(people, self.tr("The whole session"), 0.0, scene.length_s)

    def _scene_changed(self) -> None:
        self.who.blockSignals(True)
        last = self.who.currentData()
        self.who.clear()
        self.who.addItem(self.tr("the selected person"), "one")
        self.who.addItem(self.tr("everybody"), EVERYBODY)
        self.who.setCurrentIndex(1 if last == EVERYBODY else 0)
        self.who.blockSignals(False)
        self._want()

    def _moved(self, _: float) -> None:
        """The playhead matters only where it enters or leaves a phase."""
        wanted = self.wanted
        if self._shown is not None and wanted is not None and wanted != self._shown[1]:
            self._want()

    def _want(self, *_: object) -> None:
        scene, wanted = self.bench.session.scene, self.wanted
        if scene is not None and wanted is not None and self._shown is not None and self._shown[1] == wanted:
            if self._shown[0] is not scene and not scene.blind and _same_readings(self._shown[0], scene):
                self._shown = (scene, wanted)
                self._write()  # a verdict changes no figure; a name may have changed
            if self._shown[0] is scene:
                return
        self._turn += 1
        self._settled.start()

    def _ask(self) -> None:
        scene, wanted = self.bench.session.scene, self.wanted
        self._turn += 1
        turn = self._turn
        self.who.setVisible(scene is not None and len(scene.people) > 1 and not scene.blind)
        if scene is None or wanted is None:
            self._refuse(self.tr("No figures yet"), self.tr("They appear when a recording has been analysed."))
            return
        if scene.blind:
            self._refuse(self.tr("You rate blind"), self.tr("Figures of the model’s readings stay hidden."))
            return
        self.what.say(
            self.tr("{what} ({span})").format(what=wanted.name, span=words.span(wanted.start_s, wanted.end_s))
        )
        phase = Phase(wanted.name, Span.between(wanted.start_s, wanted.end_s))

        def show(found: tuple[PersonFigures, ...]) -> None:
            if turn == self._turn:
                self._shown, self._found = (scene, wanted), found
                self._write()

        def refuse(failure: ExpectedError) -> None:
            if turn == self._turn:
                self._refuse(in_words(failure.problem), in_words(failure.remedy))

        self.bench.free_lane.ask(
            lambda: figures(scene, wanted.people, phase=phase, wanted=lambda: turn == self._turn),
            then=show,
            failed=refuse,
            owner=self,
        )

    def _write(self) -> None:
        scene = self.bench.session.scene
        if scene is not None:
            self.text.setHtml(page(scene, self._found))
            self._pages.setCurrentIndex(1)

    def _refuse(self, title: str, hint: str) -> None:
        self._shown, self._found = None, ()
        self.what.say("")
        self.empty.say(title, hint)
        self._pages.setCurrentIndex(0)


def _same_readings(one: Scene, other: Scene) -> bool:
    """Whether two scenes give the same figures; what raters said does not matter."""
    if one.markers != other.markers or len(one.segments) != len(other.segments):
        return False
    return all(
        (a.analysis, a.person, a.start_s, a.end_s, a.label, a.speaking)
        == (b.analysis, b.person, b.start_s, b.end_s, b.label, b.speaking)
        for a, b in zip(one.segments, other.segments, strict=True)
    )
