"""A new training: choose, check, start. In: choices. Out: a run that goes on by itself.

The data is looked over in a process that then waits, so that what starts is exactly what was looked over. Any other
choice ends it. That something is learned from sessions is written down in the study before the run begins.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.actions import Actions
from app.look import SPACE
from app.sentences import in_words
from app.training.choosing import Choice, Choosing
from app.training.estimate import EstimateCard
from app.training.found import Findings
from app.training.process import RoomProcess, Told, failure_in, lost
from app.training.talking import first_line
from app.widgets.parts import card, mark
from app.workbench import Workbench
from core.errors import ExpectedError

if TYPE_CHECKING:
    from core.project.study import Study


class Beginning(QWidget):
    """Cards below one another, buttons last."""

    started = Signal(str)
    """The run of that name is under way."""

    def __init__(self, bench: Workbench, actions: Actions) -> None:
        super().__init__()
        self._bench = bench
        self._process: RoomProcess | None = None
        self._checked: Choice | None = None
        self._changes: tuple[str, ...] = ()
        self._errors, self._busy, self._ready = 0, "", False
        self._sessions: tuple[int, ...] = ()
        self._failure = ""
        self.choosing = Choosing(bench, actions)
        self.found, self.estimate = Findings(), EstimateCard()
        self.check = self._button(self.tr("Check"), self.look_over)
        self.start = self._button(self.tr("Start"), self._start)
        self.why = QLabel()
        self.why.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setFixedHeight(8)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the check"))
        verbs = QHBoxLayout()
        verbs.setSpacing(SPACE)
        verbs.addWidget(self.check)
        verbs.addWidget(self.start)
        verbs.addWidget(self.why, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for part in (self.choosing, self.found, self.estimate, self.bar, card(verbs)):
            column.addWidget(part)
        for part in (self.found, self.estimate, self.bar):
            part.hide()
        self.choosing.changed.connect(self._changed)
        self.estimate.measure_wanted.connect(self._measure)
        self.estimate.changes_wanted.connect(self._change)
        self._refresh()

    def look_over(self) -> None:
        """Looks over the data and estimates."""
        self.give_up()
        if self.choosing.missing():
            return
        choice = self.choosing.choice
        self._checked, self._failure, self._ready = choice, "", False
        for part in (self.found, self.estimate):
            part.hide()
        self._wait(self.tr("Looking over the data…"))
        changes = self._changes

        def ask(line: str) -> None:
            if self._checked == choice and self._process is None:
                self._process = RoomProcess("window", bench=self._bench)
                self._process.told.connect(self._told)
                self._process.ended.connect(self._ended)
                self._process.send(line)

        more: dict[str, Any] = {"sessions": choice.sessions, "preset": choice.preset, "model": choice.model}
        more |= {"method": choice.method, "adapter": choice.adapter, "changes": changes}
        self._bench.ask(first_line("prepare", name=choice.name, **more), then=ask, failed=self._failed, owner=self)

    def give_up(self) -> None:
        """Ends the process that looks over the data, or waits."""
        process, self._process = self._process, None
        self._checked = None
        if process is not None:
            process.kill()
        self._rest()

    def _told(self, told: Told) -> None:
        match told["kind"]:
            case "progress":
                self._step(told)
            case "checked":
                self._errors, self._sessions = int(told["errors"]), tuple(told["sessions"])
                self.found.show_found(told)
                self.found.show()
                self._wait(self.tr("Estimating what it will take…"))
            case "estimated":
                self.estimate.show_estimate(told)
                self.estimate.show()
                self._ready = True
                self._rest()
            case "failed":
                self._failed(failure_in(told))
            case "started":
                self._begun(str(told["name"]))
            case _:
                pass

    def _ended(self, code: int) -> None:
        self._process = None
        if code > 0 or code == -1:
            if not self._failure:
                self._failed(lost(code))
            self._checked = None
        self._rest()

    def _begun(self, name: str) -> None:
        self._process, self._checked, self._changes = None, None, ()
        for part in (self.found, self.estimate):
            part.hide()
        self._rest()
        self._bench.tell(
            self.tr("{name} is being trained. It goes on when the window is closed.").format(name=name), tone="done"
        )
        self.choosing.load()
        self.started.emit(name)

    def _start(self) -> None:
        """Writes the training down in the study, then lets the process begin it."""
        process, choice, sessions = self._process, self._checked, self._sessions
        if process is None or choice is None or self._hindrance():
            return
        self._wait(self.tr("Starting…"))

        def allow(study: "Study") -> object:
            from core.project.consents import permit_training

            return permit_training(study, sessions, adapter=choice.name)

        def allowed(_: object) -> None:
            if self._process is process:
                process.send("start")

        self._bench.ask(allow, then=allowed, failed=self._failed, owner=self)

    def _measure(self) -> None:
        if self._process is not None:
            self._wait(self.tr("Loading the model and measuring three steps…"))
            self._process.send("measure")

    def _change(self, changes: tuple[str, ...]) -> None:
        self._changes = (*self._changes, *changes)
        self.look_over()

    def _changed(self) -> None:
        choice = self.choosing.choice
        if self._checked is not None and choice != self._checked:
            if (choice.preset, choice.method) != (self._checked.preset, self._checked.method):
                self._changes = ()
            self.give_up()
            for part in (self.found, self.estimate):
                part.hide()
        self._failure = ""
        self._refresh()

    def _failed(self, failure: ExpectedError) -> None:
        self._failure = f"{in_words(failure.problem)} {in_words(failure.remedy)}".strip()
        self._rest()

    def _step(self, told: Told) -> None:
        total, done = float(told["total"]), float(told["done"])
        self.bar.setRange(0, 1000 if total > 1 else 0)
        self.bar.setValue(round(1000 * done / total) if total > 1 else 0)
        amount = f" {done:.0f} / {total:.0f}" if total > 1 else ""
        self._busy = in_words(str(told["stage"])) + amount
        self._refresh()

    def _wait(self, words: str) -> None:
        self._busy = words
        self.bar.setRange(0, 0)
        self.bar.show()
        self._refresh()

    def _rest(self) -> None:
        self._busy = ""
        self.bar.hide()
        self._refresh()

    def _hindrance(self) -> str:
        """Why it cannot be started now; empty where it can."""
        if missing := self.choosing.missing():
            return missing
        if self._checked is None or self._process is None or not self._ready:
            if self._errors and self.found.isVisibleTo(self):
                return self.tr("Mend the errors above and check again.")
            return self.tr("Check first.")
        if self.estimate.colour == "red":
            return self.tr("This computer cannot do it as it stands: change it as told above, and check again.")
        return ""

    def _refresh(self) -> None:
        hindrance = self._hindrance()
        ready = not hindrance and not self._busy
        self.start.setEnabled(ready)
        self.check.setEnabled(not self.choosing.missing() and not self._busy)
        self.estimate.setEnabled(self._process is not None and not self._busy)
        for button, primary in ((self.start, ready), (self.check, not ready)):
            button.setProperty("primary", primary)
            button.style().unpolish(button)
            button.style().polish(button)
        words = self._busy or self._failure or hindrance or self.tr("Nothing stands in the way.")
        self.why.setText(words)
        self.start.setAccessibleDescription(words)
        mark(self.why, bad="quiet" if self._busy else "bad" if self._failure else "warn" if hindrance else "good")

    def _button(self, text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        return button
