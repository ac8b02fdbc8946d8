"""The training page: a new training, and the runs on this computer. In: the workbench. Out: nothing; runs go on alone.

Must not know: how anything is trained.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.actions import Actions
from app.look import SPACE
from app.training.beginning import Beginning
from app.training.process import RoomProcess, Told, ask_room, failure_in, lost
from app.training.runs import MOVING, Listed
from app.training.talking import first_line
from app.training.watching import Watching
from app.widgets.parts import Scroll, quiet, titled
from app.workbench import Workbench
from core.errors import ExpectedError

SIDE = 250


class TrainingPanel(QWidget):
    """A list at the left, what is chosen in it at the right."""

    left = Signal()
    """Somebody wants to go back."""

    def __init__(self, bench: Workbench, actions: Actions) -> None:
        super().__init__()
        self._bench = bench
        self.beginning = Beginning(bench, actions)
        self._watching: Watching | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Runs on this computer"))
        self.list.setWordWrap(True)
        self.list.hide()
        self.new = self._button(self.tr("New training"), self.show_new)
        self.back = self._button(self.tr("Back"), self.left.emit)
        self.none = quiet(self.tr("No run is on this computer yet. What you start is listed here."))
        self._pages = QStackedWidget()
        self._pages.addWidget(Scroll(self.tr("New training"), [self.beginning]))
        self._arrange()
        self._listing = False
        self._wanted = ""
        self.waits_for_study = False
        """Whether a study was asked for here, so that this page stays when it is open."""
        self.beginning.choosing.open_.clicked.connect(self._wait_for_study)
        self.list.currentItemChanged.connect(self._chosen)
        self.list.itemClicked.connect(self._chosen)
        self.list.itemActivated.connect(self._chosen)
        self.beginning.started.connect(self._started)

    @property
    def watching(self) -> Watching:
        """The page of a run, made at its first use: its plots take a while."""
        if self._watching is None:
            self._watching = Watching(self._bench)
            self._watching.resume_wanted.connect(self._resume)
            self._watching.changed.connect(self._stands)
            self._pages.addWidget(Scroll(self.tr("Run"), [self._watching]))
        return self._watching

    @property
    def runs(self) -> tuple[Listed, ...]:
        """The runs that are listed."""
        items = (self.list.item(place) for place in range(self.list.count()))
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in items)

    def showEvent(self, event: QShowEvent) -> None:
        """Looks at what is there now."""
        super().showEvent(event)
        if not event.spontaneous():  # as when the window was small for a while
            self.beginning.choosing.load()
            if self._watching is not None:
                self._watching.look_again()
            self.load()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is looked over for a page that nobody sees; a run goes on."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.beginning.give_up()

    def load(self, *, show: str = "") -> None:
        """Lists the runs; shows the one of that name, or one that is running, or what is shown already."""
        self._wanted = show or self._wanted
        if not self._listing:
            self._listing = True
            ask_room(
                {"action": "list", "json": True},
                bench=self._bench,
                owner=self,
                then=self._listed,
                failed=self._not_listed,
            )

    def show_new(self) -> None:
        """Goes to a new training, which may go on from an adapter that was made since."""
        self.beginning.choosing.load()
        self.list.setCurrentItem(None)  # type: ignore[call-overload]
        if self._watching is not None:
            self._watching.leave()
        self._pages.setCurrentIndex(0)

    def _wait_for_study(self) -> None:
        self.waits_for_study = True

    def _listed(self, told: Any) -> None:  # noqa: ANN401 - what a process told
        self._listing = False
        found = [Listed(one["name"], one["state"], one["base"], one["made"]) for one in told or ()]
        self._fill(found)
        wanted, self._wanted = self._wanted, ""
        watched = None if self._watching is None else self._watching.run
        current = "" if watched is None else watched.name
        moving = next((one.name for one in found if one.state in MOVING), "")
        self._select(wanted or current or moving)

    def _not_listed(self, failure: ExpectedError) -> None:
        self._listing = False
        self._bench.failed(failure)

    def _fill(self, found: Sequence[Listed]) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for one in found:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, one)
            item.setText(f"{one.name}\n{one.made[:10]} · {one.words.split(':')[0].split(';')[0]}")
            item.setToolTip(f"{one.name} · {one.base} · {one.words}")
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.none.setVisible(not found)
        self.list.setVisible(bool(found))

    def _select(self, name: str) -> None:
        for place, one in enumerate(self.runs):
            if one.name == name:
                self.list.setCurrentRow(place)
                return

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.watching.show_run(item.data(Qt.ItemDataRole.UserRole))
            self._pages.setCurrentIndex(1)

    def _stands(self, state: str) -> None:
        run = self.watching.run
        if run is not None:
            now = Listed(run.name, state, run.base, run.made)
            self.watching.run = now
            self._fill([now if one.name == run.name else one for one in self.runs])
            self.list.blockSignals(True)
            self._select(run.name)
            self.list.blockSignals(False)

    def _started(self, name: str) -> None:
        self.watching.leave()
        self.load(show=name)

    def _resume(self, name: str) -> None:
        """Goes on with a run; consent is asked for anew by its process."""
        failures: list[ExpectedError] = []

        def ask(line: str) -> None:
            one = RoomProcess("window", bench=self._bench, lasting=True)
            one.told.connect(told)
            one.ended.connect(ended)
            one.send(line)

        def told(what: Told) -> None:
            if what["kind"] == "started":
                self.watching.began()
            elif what["kind"] == "failed":
                failures.append(failure_in(what))

        def ended(code: int) -> None:
            if code:
                self._bench.failed(failures[0] if failures else lost(code))

        line = first_line("resume", name=name)
        if self._bench.study is None:
            ask(line(None))
        else:
            self._bench.ask(line, then=ask, owner=self)

    def _arrange(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(SPACE)
        side.addWidget(self.back)
        side.addWidget(self.new)
        side.addWidget(QLabel(self.tr("Runs on this computer")))
        side.addWidget(self.none)
        side.addWidget(self.list, 100)
        side.addStretch(1)
        left = QWidget()
        left.setFixedWidth(SIDE)
        left.setLayout(side)
        right = QVBoxLayout()
        right.setSpacing(SPACE)
        right.addWidget(titled(self.tr("Training")))
        right.addWidget(
            quiet(
                self.tr(
                    "A language model is adapted to your camera, your patients and your wording, on this computer. "
                    "Whether it then reads displayed behaviour better is judged on people it did not learn from."
                )
            )
        )
        right.addWidget(self._pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        row.setSpacing(2 * SPACE)
        row.addWidget(left)
        row.addLayout(right, 1)

    def _button(self, text: str, do: Any) -> QPushButton:  # noqa: ANN401 - a call or a signal's emit
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        return button
