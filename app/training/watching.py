"""One run, while it goes on and after. In: its name. Out: curves, time left, warnings; pause, resume, stop.

Its log is read a part at a time and only what is new. The run is a process of its own: whatever becomes of this widget,
it goes on.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app import fits
from app.look import SPACE
from app.sentences import in_words
from app.training import words
from app.training.curves import Curves
from app.training.outcome import Outcome
from app.training.process import ask_room
from app.training.runs import MOVING, Listed, lives, log_of, state_words
from app.training.samples import Samples
from app.training.story import REINFORCEMENT, Story
from app.widgets.parts import card, mark, quiet, titled
from app.workbench import Workbench

LOOK_MS = 500
SOON_MS = 1


class Watching(QWidget):
    """Cards below one another."""

    resume_wanted = Signal(str)
    """Somebody wants the run of that name to go on."""
    changed = Signal(str)
    """The run stands otherwise now: its state."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self.run: Listed | None = None
        self.state = ""
        self._story: Story | None = None
        self._drawn = self._curves_drawn = -1
        self._asked = ""
        self.title, self.said, self.at = titled(""), QLabel(), quiet("")
        self.said.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.bar.setAccessibleName(self.tr("Progress of the training"))
        self.pause = self._button(self.tr("Pause"), lambda: self._steer("pause"))
        self.resume = self._button(self.tr("Resume"), self._resume)
        self.stop = self._button(self.tr("Stop"), lambda: self._steer("stop"))
        self.pause.setToolTip(self.tr("Keeps where it stands and ends the process; it goes on from there later."))
        self.stop.setToolTip(self.tr("The same for good: no adapter comes of it unless it is resumed."))
        self.curves = Curves()
        self.notes = QLabel()
        self.notes.setWordWrap(True)
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.outcome, self.samples = Outcome(bench), Samples(bench)
        self._arrange()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)

    def show_run(self, run: Listed) -> None:
        """Follows a run from the beginning of its log, however long that is by now."""
        if self.run is not None and self.run.name == run.name:
            self.look_again()
            return
        self.run, self.state, self._asked = run, run.state, ""
        self._story, self._drawn = Story(log_of(run.name)), -1
        self._curves_drawn = -1
        self.title.setText(run.name)
        self._draw()
        self._timer.start(SOON_MS)

    def look_again(self) -> None:
        """Goes on following, after nobody saw it for a while."""
        if self.run is not None:
            self._timer.start(SOON_MS)

    def leave(self) -> None:
        """Stops looking, and forgets what was said of people."""
        self.run = None
        self.samples.forget()
        self._timer.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was said of people is not kept for a page that nobody sees."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.samples.forget()

    def began(self) -> None:
        """It was resumed."""
        self._go("running")
        self._timer.start(SOON_MS)

    def _look(self) -> None:
        story, run = self._story, self.run
        if story is None or run is None:
            return
        more = story.read()
        if not more and story.version != self._drawn:
            self._draw()
        if more:
            self._timer.start(SOON_MS)
        else:
            name = run.name
            self._bench.free_lane.ask(lambda: lives(name), then=lambda here: self._told(name, here), owner=self)

    def _told(self, name: str, here: bool | None) -> None:
        story = self._story
        if self.run is None or self.run.name != name or story is None:
            return
        if here:
            asked = {"pause": "pausing", "stop": "stopping"}.get(self._asked, "running")
            self._go(self.state if self.state in MOVING and not self._asked else asked)
        elif here is False:
            while story.read():  # its last words
                pass
            self._asked = ""
            self._go("died" if story.ended is None and story.version else str((story.ended or {"how": "made"})["how"]))
        if self.isVisible():
            self._timer.start(LOOK_MS)

    def _go(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self._draw()
            self.changed.emit(state)

    def _steer(self, wish: str) -> None:
        run = self.run
        if run is None:
            return
        self._asked = wish
        self._go("pausing" if wish == "pause" else "stopping")
        asked = {"action": wish, "name": run.name, "no_wait": True}
        ask_room(asked, bench=self._bench, owner=self, then=lambda _: None, failed=self._bench.failed)

    def _resume(self) -> None:
        if self.run is not None:
            self.resume_wanted.emit(self.run.name)

    def _draw(self) -> None:
        story, run = self._story, self.run
        if story is None or run is None:
            return
        self._drawn = story.version
        moving = self.state in MOVING
        self.said.setText(self._sentence(story))
        mark(self.said, bad="bad" if self.state in ("failed", "died") else "good" if self.state == "done" else "")
        self.at.setText(self._at(story, moving=moving))
        done, total = (story.step, story.steps) if story.steps else (story.done, story.total)
        self.bar.setRange(0, 0 if moving and total <= 1 else 1000)
        self.bar.setValue(round(1000 * done / max(1, total)))
        self.bar.setVisible(self.state not in ("done", "made"))
        self.pause.setVisible(self.state == "running")
        self.stop.setVisible(self.state in ("running", "paused") and moving)
        self.resume.setVisible(self.state in ("made", "paused", "stopped", "failed", "died"))
        if story.drawn != self._curves_drawn:
            self._curves_drawn = story.drawn
            self.curves.show_story(story)
            self.samples.show_run(run.name, story)
        notes = [*story.remarks, *story.warnings]
        self.notes.setText("\n".join(map(in_words, dict.fromkeys(notes))))
        self._noted.setVisible(bool(notes))
        done = self.state == "done" and story.ended is not None
        self.outcome.setVisible(done)
        if done and story.ended is not None:
            reinforced = REINFORCEMENT in story.scores
            self.outcome.show_end(story.ended, folder=log_of(run.name).parent, reinforced=reinforced)

    def _sentence(self, story: Story) -> str:
        told = state_words(self.state)
        if self.state == "failed" and story.ended is not None:
            told = self.tr("{state}: {why}").format(state=told, why=in_words(str(story.ended["text"])))
        if self.state == "running":
            told = self.tr("running; it goes on when this window is closed")
        return told[:1].upper() + told[1:]

    def _at(self, story: Story, *, moving: bool) -> str:
        parts = [words.name(story.doing)] if story.doing and moving else []
        if story.total > 1 and moving:
            parts.append(self.tr("{done} of {total}").format(done=story.done, total=story.total))
        if story.steps:
            parts.append(self.tr("step {done} of {total}").format(done=story.step, total=story.steps))
        if moving and story.left_s:  # 0 where nobody knows yet
            parts.append(self.tr("about {time} left").format(time=words.duration(story.left_s)))
        if story.memory_bytes:
            parts.append(self.tr("{size} of main memory").format(size=fits.size(story.memory_bytes)))
        if story.device_bytes:
            parts.append(self.tr("{size} of graphics memory").format(size=fits.size(story.device_bytes)))
        return " · ".join(parts)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        for button in (self.pause, self.resume, self.stop):
            head.addWidget(button)
        self._noted = card(titled(self.tr("To know about it")), self.notes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for part in (card(head, self.said, self.bar, self.at), self.outcome, self._noted, self.curves, self.samples):
            column.addWidget(part)
        self.outcome.hide()

    def _button(self, text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        return button
