"""Says what is missing on this computer and how long an hour of video takes on it. In: the main window. Out: looks."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from app.dialogs.sheet import Sheet
from app.look import SPACE
from app.sentences import in_words
from app.verbs.checking import checking
from app.widgets.parts import Drawn, Scroll, card, quiet

if TYPE_CHECKING:
    from app.window import MainWindow
    from core.commands.check import Look


class CheckDialog(Sheet):
    """A line for each look, as it comes."""

    def __init__(self, window: "MainWindow", *, parent: QWidget) -> None:
        super().__init__(
            parent=parent,
            title=self.tr("Check this computer"),
            words=self.tr(
                "A few seconds of the sample are analysed to see how fast this computer is. Other work on it makes "
                "the figure worse than it is."
            ),
            width=600,
        )
        self.looks: list[Look] = []
        """What was found so far."""
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Checking"))
        self.page = Scroll(self.tr("What was found"))
        self.page.setMinimumHeight(260)
        self.add(self.page, 1)
        self.add(self.bar)
        self.models = self.other(self.tr("Models…"), window.actions_["app.models"].trigger)
        self.cancel(self.tr("Close")).setDefault(True)
        job = window.bench.free_lane.run(self.tr("Checking this computer"), lambda job: checking(job.give))
        self._job = job
        job.given.connect(self._found)
        job.state_changed.connect(self._ended)

    def done(self, result: int) -> None:
        """Closes; a check that runs is given up."""
        self._job.cancel()
        super().done(result)

    def _found(self, look: object) -> None:
        found = cast("Look", look)
        self.looks.append(found)
        words = QVBoxLayout()
        words.setSpacing(2)
        told = in_words(found.text)
        text = QLabel(told[:1].upper() + told[1:])
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(text)
        for line in found.remedy:
            words.addWidget(quiet(in_words(line)))
        row = QHBoxLayout()
        row.setSpacing(SPACE + 4)
        drawn = Drawn("tick" if found.fine else "warning", tone="good" if found.fine else "warn")
        row.addWidget(drawn, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        part = card(row)
        self.page.column.insertWidget(self.page.column.count() - 1, part)

    def _ended(self, _: str) -> None:
        if self._job.ended:
            self.bar.hide()
        if self._job.failure is not None:
            self.fail(self._job.failure)
