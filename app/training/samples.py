"""What the model said of people it does not learn from. In: a run and its story. Out: questions, and answers to one.

The words come from a process that opens the run with the open study's key. They are held in memory while they are
shown, are never written down here, and are forgotten with the page, the run or the study.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.look import SPACE
from app.sentences import in_words
from app.training import words
from app.training.answer import AnswerView
from app.training.process import RoomProcess, Told, failure_in, lost
from app.training.said import Row, rows_in
from app.training.story import Story
from app.training.talking import first_line
from app.widgets.parts import card, mark, quiet, titled
from app.widgets.table import Table
from app.workbench import Workbench
from core.errors import ExpectedError

HEIGHT = 380
SHARES = [400, 600]
"""Of the room, for questions and for answers."""
LEAST = 240
NARROW = 720
"""Below this width the answers stand below the questions."""
ALL, BETTER, WORSE = range(3)
ANY = 1e-9


class Samples(QWidget):
    """A card."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._name = ""
        self._process: RoomProcess | None = None
        self._asking: object = None
        """Another one for each question that waits; None while nothing does."""
        self._rows: tuple[Row, ...] = ()
        self._shown: tuple[Row, ...] = ()
        self.which, self.only = QComboBox(), QComboBox()
        self.which.setAccessibleName(self.tr("When it was asked"))
        self.only.setAccessibleName(self.tr("Which questions"))
        for name, told in (
            (ALL, self.tr("All questions")),
            (BETTER, self.tr("Answered better than before")),
            (WORSE, self.tr("Answered worse than before")),
        ):
            self.only.addItem(told, name)
        self.show_ = self._button(self.tr("Show answers"), self._ask)
        self.hide_ = self._button(self.tr("Hide them"), self.forget)
        self.said = quiet("")
        self.table, self.answer = Table(self.tr("Questions"), [""] * 3, wide=0), AnswerView()
        self._body = QSplitter(Qt.Orientation.Horizontal)
        self._body.setChildrenCollapsible(False)
        self._body.addWidget(self.table)
        self._body.addWidget(self.answer)
        self._body.setSizes(SHARES)
        self._body.setStretchFactor(0, SHARES[0])
        self._body.setStretchFactor(1, SHARES[1])
        for part in (self.table, self.answer):
            part.setMinimumSize(LEAST, LEAST // 2)
        self._body.setFixedHeight(HEIGHT)
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        for part in (self.which, self.only, self.show_, self.hide_):
            head.addWidget(part)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            card(titled(self.tr("What it said of people it does not learn from")), self.said, head, self._body)
        )
        self.which.currentIndexChanged.connect(self._other)
        self.only.currentIndexChanged.connect(self._fill)
        self.table.currentCellChanged.connect(self._choose)
        bench.study_changed.connect(self.forget)
        self.forget()

    def show_run(self, name: str, story: Story) -> None:
        """Offers what a run has by now; another run than before forgets what was shown."""
        if name != self._name:
            self._name = name
            self.which.clear()
            self.forget()
        twice = len(story.scores) > 1
        looks: list[int | None] = [None] if twice else []
        looks += reversed(dict.fromkeys(story.rewarded.get("reward", ([], []))[0]))
        if looks == [self.which.itemData(place) for place in range(self.which.count())]:
            return
        chosen = self.which.currentData() if self.which.count() else None
        self.which.blockSignals(True)
        self.which.clear()
        for look in looks:
            told = self.tr("Before and after") if look is None else self.tr("At step {step}").format(step=look)
            self.which.addItem(told, look)
        self.which.setCurrentIndex(max(0, looks.index(chosen) if chosen in looks else 0))
        self.which.blockSignals(False)
        self._refresh()

    def forget(self) -> None:
        """Lets go of every word."""
        process, self._process, self._asking = self._process, None, None
        if process is not None:
            process.kill()
        self._rows = self._shown = ()
        self.table.setRowCount(0)
        self.answer.show_row(None)
        self._refresh()

    def _other(self) -> None:
        """Another look: what is shown is read anew."""
        shown = bool(self._rows)
        self.forget()
        if shown:
            self._ask()

    def _ask(self) -> None:
        scene = self._bench.session.scene
        if scene is not None and scene.blind:
            self._tell(self.tr("You review blind now: what the model said is not shown."), tone="warn")
            return
        asking = self._asking = object()

        def ask(line: str) -> None:
            if self._asking is asking:
                self._process = RoomProcess("window", bench=self._bench)
                self._process.told.connect(self._told)
                self._process.ended.connect(self._ended)
                self._process.send(line)

        self._refresh()
        line = first_line("samples", name=self._name, look=self.which.currentData())
        if self._bench.study is None:
            ask(line(None))
        else:
            self._bench.ask(line, then=ask, failed=self._failed, owner=self)

    def _told(self, told: Told) -> None:
        if told["kind"] == "failed":
            self._failed(failure_in(told))
        elif told["kind"] == "samples":
            self._process = self._asking = None
            self._rows = rows_in(told)
            self._fill()
            self._refresh()

    def _ended(self, code: int) -> None:
        """It ended; where it did not answer before, that is said."""
        if self._process is not None and self.sender() is self._process:
            self._failed(lost(code))

    def _failed(self, failure: ExpectedError) -> None:
        self.forget()
        self._tell(f"{in_words(failure.problem)} {in_words(failure.remedy)}".strip(), tone="bad")

    def _fill(self) -> None:
        twice = self.which.currentData() is None
        wanted = self.only.currentData() if twice else ALL
        self._shown = tuple(row for row in self._rows if _wanted(row, wanted))
        heads = [self.tr("Before"), self.tr("After")] if twice else [self.tr("Reward"), ""]
        self.table.setHorizontalHeaderLabels([self.tr("Question"), *heads])
        self.table.setColumnHidden(2, not twice)
        self.table.fill([_cells(row) for row in self._shown])
        self._choose(self.table.currentRow())

    def _choose(self, place: int, *_: int) -> None:
        self.answer.show_row(self._shown[place] if 0 <= place < len(self._shown) else None)

    def _refresh(self) -> None:
        there, busy, shown = bool(self.which.count()), self._asking is not None, bool(self._rows)
        self._body.setVisible(shown)
        self.hide_.setVisible(shown)
        self.show_.setVisible(there and not shown)
        self.show_.setEnabled(not busy)
        self.which.setVisible(there)
        self.only.setVisible(shown and self.which.currentData() is None)
        if busy:
            told = self.tr("Reading what was said…")
        elif there:
            told = self.tr(
                "Confidential: these are words about people. They are read from the run with the study's key, and are "
                "kept nowhere else."
            )
        else:
            told = self.tr(
                "Nobody was asked after learning yet. As soon as somebody was, what it said can be read here."
            )
        self._tell(told, tone="quiet")

    def _tell(self, told: str, *, tone: str) -> None:
        self.said.setText(told)
        mark(self.said, bad=tone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside one another, or below where that is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self._body.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        self._body.setFixedHeight(2 * HEIGHT if narrow else HEIGHT)

    def _button(self, text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        return button


def _wanted(row: Row, only: int) -> bool:
    gain = row.gain or 0.0
    return only == ALL or (gain > ANY if only == BETTER else gain < -ANY)


def _cells(row: Row) -> Sequence[str]:
    scores = [f"{one.score:.2f}" for one in row.answers]
    return (f"{words.name(row.stage)} / {row.task}", *scores, *[""] * (2 - len(scores)))
