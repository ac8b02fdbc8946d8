"""The page of language models: which there are, what fits this computer, and their verbs. In: the workbench. Out: jobs.

What takes long is a job of the models' lane, shown here and among the jobs; it goes on when the dialog is closed.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app import fits
from app.dialogs.model_sheets import FetchSheet, NameSheet, QuantiseSheet, RemoveSheet
from app.jobs import Job
from app.look import SPACE
from app.panels.queue import JobRow
from app.sentences import in_words
from app.verbs import models as verbs
from app.widgets.model_card import ModelCard
from app.widgets.parts import Scroll, quiet
from app.workbench import Workbench
from core.errors import ExpectedError
from core.models.convert import Level


class LanguageModels(QWidget):
    """A card for each model, and the jobs that are under way."""

    def __init__(
        self, bench: Workbench, *, tell: Callable[[str], None], say: Callable[[str, str], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._bench, self._tell, self._say = bench, tell, say
        self.cards: dict[str, ModelCard] = {}
        """By name."""
        self._rows: dict[Job, JobRow] = {}
        self.page = Scroll(self.tr("Language models"))
        self._jobs = QVBoxLayout()
        self._jobs.setSpacing(SPACE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(
            quiet(
                self.tr(
                    "They read a face's pictures and answer in words. None is needed: the built-in analyst works "
                    "without them. Nothing is fetched unless you ask for it."
                )
            )
        )
        column.addWidget(self.page, 1)
        column.addLayout(self._jobs)
        bench.jobs_changed.connect(self._refresh)
        self._refresh()

    def take_in(self, folder: Path) -> None:
        """Asks for a name and copies the model in a folder."""
        NameSheet(
            folder, start=lambda name: self._started(verbs.take_in(self._bench, folder, name=name)), parent=self
        ).open()

    def fetch(self, name: str) -> None:
        """Asks, and fetches."""
        from core.models.entries import hub_address

        row = self.cards[name].row

        def asked(free: int) -> None:
            FetchSheet(
                row,
                free=free,
                hub=hub_address(),
                start=lambda hub: self._started(verbs.fetch(self._bench, name, hub=hub)),
                parent=self,
            ).open()

        self._bench.free_lane.ask(verbs.free_space, then=asked, failed=self._failed, owner=self)

    def quantise(self, name: str) -> None:
        """Asks how small, and quantises."""

        def start(level: Level, compares: bool) -> None:
            self._started(verbs.quantise(self._bench, name, to=level, compares=compares))

        QuantiseSheet(self.cards[name].row, start=start, parent=self).open()

    def verify(self, name: str) -> None:
        """Reads every file of a model."""
        self._started(verbs.verify(self._bench, name))

    def remove(self, name: str) -> None:
        """Asks, and deletes."""
        title = self.cards[name].row.known.title

        def removed(freed: int) -> None:
            self._tell(self.tr("{name} was removed; {size} freed.").format(name=title, size=fits.size(freed)))
            self.load()

        def start() -> None:
            verbs.remove(self._bench, name, then=removed, failed=self._failed)

        RemoveSheet(self.cards[name].row, start=start, parent=self).open()

    def load(self) -> None:
        """Looks at what is here now."""
        self._bench.free_lane.ask(verbs.overview, then=self._show, failed=self._failed, owner=self)

    def _failed(self, failure: ExpectedError) -> None:
        self._say(in_words(failure.problem), in_words(failure.remedy))

    def _started(self, job: Job) -> None:
        self._tell("")
        self._say("", "")
        job.state_changed.connect(partial(self._ended, job))

    def _ended(self, job: Job, state: str) -> None:
        if not isValid(self):
            return
        if state == "done" and job.told:
            self._tell(job.told)
        elif state == "failed" and job.failure is not None:
            self._failed(job.failure)

    def _refresh(self) -> None:
        running = self._bench.models_lane.jobs
        for job in [job for job in self._rows if job not in running]:
            row = self._rows.pop(job)
            row.hide()
            row.deleteLater()
        for job in running:
            if job not in self._rows:
                self._rows[job] = JobRow(self._bench, job)
                self._jobs.addWidget(self._rows[job])
        self.load()

    def _show(self, found: tuple[verbs.Row, ...]) -> None:
        busy = {job.about for job in self._bench.models_lane.jobs}
        opened = {name for name, one in self.cards.items() if one.more.isChecked()}
        place = self.page.verticalScrollBar().value()
        self.cards = {row.known.name: ModelCard(row, busy=row.known.name in busy) for row in found}
        for name, one in self.cards.items():
            one.fetch_wanted.connect(partial(self.fetch, name))
            one.quantise_wanted.connect(partial(self.quantise, name))
            one.verify_wanted.connect(partial(self.verify, name))
            one.remove_wanted.connect(partial(self.remove, name))
            one.more.setChecked(name in opened)
            one.table.setVisible(name in opened)
        self.page.fill(list(self.cards.values()))
        self.page.verticalScrollBar().setValue(place)
