"""The catalogue: what is here, its licence and size; fetching, importing, verifying. In: the workbench. Out: files.

Language models have a page of their own (`language_models`).

Nothing is fetched unless its button is pressed. Whatever the source, the SHA-256 of the catalogue decides.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from app import fits
from app.dialogs.files import ask_folder, documents
from app.dialogs.language_models import LanguageModels
from app.dialogs.sheet import Sheet
from app.jobs import Job
from app.look import SPACE
from app.panels.queue import JobRow
from app.translation import translate
from app.widgets.parts import Scroll, card, mark, quiet, titled
from app.workbench import Workbench

if TYPE_CHECKING:
    from core.models import Entry, Import, State, Verdict
    from core.progress import Stage

T = TypeVar("T")


class ModelsDialog(Sheet):
    """A card for each entry, or only for those that something waits for (`wanted`)."""

    complete = Signal()
    """Everything that something waited for is here."""

    def __init__(self, bench: Workbench, *, parent: QWidget, wanted: Sequence[str] = (), why: str = "") -> None:
        super().__init__(
            parent=parent,
            title=self.tr("Models"),
            words=why,
            width=700,
        )
        self._bench, self._wanted = bench, tuple(wanted)
        self.rows: dict[str, EntryRow] = {}
        """A row for each entry, by name."""
        self.page = Scroll(self.tr("Catalogue"))
        self.page.setMinimumHeight(320)
        self._jobs = QVBoxLayout()
        self.language: LanguageModels | None = None
        """The page of language models; None where the dialog is about what something waits for."""
        self.pages = QTabWidget()
        if wanted:
            self.add(self.page, 1)
        else:
            self._arrange()
        self.add(self._jobs)
        self._said = quiet("")
        self._said.hide()
        self.add(self._said)
        self.import_ = self.other(self.tr("Take from a folder…"), self._import)
        self.verify_ = self.other(self.tr("Verify"), self._verify)
        self.pages.currentChanged.connect(self._turned)
        if wanted:
            self.fetch_all = self.primary(self.tr("Fetch what is missing"))
            self.cancel()
        else:
            self.cancel(self.tr("Close")).setDefault(True)
        self._running: list[Job] = []
        self._load()

    def _arrange(self) -> None:
        """Two pages: what the program needs, and language models."""
        needed = QWidget()
        column = QVBoxLayout(needed)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(
            quiet(
                self.tr(
                    "The program needs these files. They are fetched only when you press “Fetch”, from the addresses "
                    "of the catalogue, and nothing about you or your recordings is sent."
                )
            )
        )
        column.addWidget(self.page, 1)
        self.language = LanguageModels(self._bench, tell=self._tell, say=self.say, parent=self)
        self.pages.addTab(needed, self.tr("Needed by the program"))
        self.pages.addTab(self.language, self.tr("Language models"))
        self.add(self.pages, 1)
        self.resize(760, 640)

    def _turned(self, page: int) -> None:
        """Language models are verified one by one, as that takes minutes."""
        self.verify_.setVisible(page == 0)
        self.say("")
        self._tell("")

    def accept(self) -> None:
        """Fetches everything that is waited for."""
        for name, row in self.rows.items():
            if row.state != "here" and row.fetch.isEnabled():
                self.start_fetch(name)

    def reject(self) -> None:
        """Closes; what runs is given up, and a later fetch goes on where it stopped."""
        for job in self._running:
            job.cancel()
        super().reject()

    def start_fetch(self, name: str) -> None:
        """Fetches one entry."""
        from core.models import fetch

        self.rows[name].fetch.setEnabled(False)
        self._run(self.tr("Fetching {name}").format(name=name), lambda: fetch(name), then=self._load)

    def import_from(self, folder: Path) -> None:
        """Takes what is missing from a folder."""
        from core.models import import_folder

        def ended(found: "Import") -> None:
            taken = ", ".join(one.name for one in found.taken) or self.tr("nothing")
            words = self.tr("{count} files looked at; taken: {taken}.").format(count=found.looked_at, taken=taken)
            self._tell(" ".join((words, *found.refused)))
            self._load()

        self._run(self.tr("Looking through the folder"), lambda: import_folder(folder), then=ended)

    def _import(self) -> None:
        folder = ask_folder(self, self.tr("A folder or a USB stick with models"), folder=documents())
        if folder is not None:
            self.take_from(folder)

    def take_from(self, folder: Path) -> None:
        """Takes a language model where the folder itself holds one, else the small files in it and below it."""
        from core.models.importing import looks_like_a_model

        def looked(holds_one: bool) -> None:
            if holds_one and self.language is not None:
                self.pages.setCurrentWidget(self.language)
                self.language.take_in(folder)
            else:
                self.import_from(folder)

        self._bench.free_lane.ask(lambda: looks_like_a_model(folder), then=looked, failed=self.fail, owner=self)

    def _verify(self) -> None:
        from core.models import verify

        def ended(found: "tuple[Verdict, ...]") -> None:
            wrong = [one.entry.name for one in found if one.state == "wrong"]
            self._load()
            if wrong:
                self.say(
                    self.tr("Not what the catalogue names: {names}.").format(names=", ".join(wrong)),
                    self.tr("Fetch them again."),
                )
            else:
                self._tell(self.tr("Every file that is here is the right one (SHA-256)."))

        self._run(self.tr("Verifying"), verify, then=ended)

    def _run(self, title: str, stage: "Callable[[], Stage[T]]", *, then: Callable[[T], object]) -> None:
        self.say("")
        self._tell("")
        job = self._bench.free_lane.run(title, lambda _: stage())
        row = JobRow(self._bench, job)
        self._running.append(job)
        self._jobs.addWidget(row)

        def ended(_: str) -> None:
            if not job.ended or not isValid(self):
                return
            self._running.remove(job)
            row.hide()
            row.deleteLater()
            if job.state == "done":
                then(job.result)
                return
            if job.failure is not None:
                self.fail(job.failure)
            self._load()

        job.state_changed.connect(ended)

    def _tell(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def _load(self, *_: object) -> None:
        self._bench.free_lane.ask(partial(_states, self._wanted), then=self._show, failed=self.fail, owner=self)

    def _show(self, found: "list[tuple[Entry, State]]") -> None:
        self.rows = {entry.name: EntryRow(entry, state) for entry, state in found}
        for name, row in self.rows.items():
            row.fetch.clicked.connect(partial(self._pressed, name))
        self.page.fill(list(self.rows.values()))
        if self._wanted and all(row.state == "here" for row in self.rows.values()):
            self.rest()
            super().accept()
            self.complete.emit()

    def _pressed(self, name: str, _: bool = False) -> None:
        self.start_fetch(name)


class EntryRow(QWidget):
    """One entry of the catalogue."""

    def __init__(self, entry: "Entry", state: "State") -> None:
        super().__init__()
        self.state: State = state
        words = {
            "here": (QCoreApplication.translate("Models", "here"), "good"),
            "missing": (QCoreApplication.translate("Models", "not here"), "warn"),
            "wrong": (QCoreApplication.translate("Models", "wrong file"), "bad"),
        }
        told, tone = words[state]
        said = QLabel(told)
        mark(said, bad=tone)
        self.fetch = QPushButton(self.tr("Fetch"))
        self.fetch.setAutoDefault(False)
        if state == "here":
            self.fetch.hide()
        self.fetch.setAccessibleName(self.tr("Fetch {name}").format(name=translate("Help", entry.title)))
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(titled(translate("Help", entry.title)), 1)
        head.addWidget(said)
        head.addWidget(self.fetch)
        purpose = QLabel(translate("Help", entry.purpose))
        purpose.setWordWrap(True)
        about = quiet(
            self.tr("{size} · {licence}. {note}").format(
                size=fits.size(entry.bytes), licence=entry.licence, note=translate("Help", entry.licence_note)
            )
        )
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(card(head, purpose, about))


def _states(wanted: Sequence[str]) -> "list[tuple[Entry, State]]":
    from core.models import catalogue, state

    return [(entry, state(entry)) for entry in catalogue() if not wanted or entry.name in wanted]
