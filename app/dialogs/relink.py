"""Finds recordings that are not where the study says. In: those that are missing. Out: their new places in the study.

Files are told by their content (SHA-256), never by their name.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.dialogs.files import ask_folder
from app.dialogs.sheet import Sheet
from app.jobs import Job
from app.panels.queue import JobRow
from app.widgets.table import Table
from app.workbench import Workbench
from core.records.study import Recording

if TYPE_CHECKING:
    from core.project.study import Study


class RelinkDialog(Sheet):
    """A list of what is missing, and a folder to search."""

    def __init__(self, bench: Workbench, gone: Sequence[Recording], *, parent: QWidget) -> None:
        super().__init__(
            parent=parent,
            title=self.tr("Find missing recordings"),
            words=self.tr(
                "These recordings are not where the study says. Choose the folder they were moved to: it is searched "
                "with all folders below it, and files are told by their content, not by their name."
            ),
            width=640,
        )
        self._bench, self._gone = bench, tuple(gone)
        self._found: dict[int, Path] = {}
        self.job: Job | None = None
        self.table = Table(self.tr("Missing recordings"), [self.tr("Recording"), self.tr("State")])
        self.add(self.table, 1)
        self._search = self.primary(self.tr("Search a folder…"))
        self._leave = self.cancel(self.tr("Close"))
        self._fill()

    def accept(self) -> None:
        """Asks for a folder and searches it."""
        study = self._bench.study
        if self.waiting or study is None:
            return
        folder = ask_folder(self, self.tr("Where the recordings are now"), folder=study.path.parent)
        if folder is not None:
            self.search(folder)

    def search(self, folder: Path) -> None:
        """Searches a folder."""
        from core.project.media import find_moved

        wanted = [one for one in self._gone if one.id not in self._found]
        self.wait(self.tr("Searching…"))
        title = self.tr("Looking for recordings")
        job = self._bench.enqueue(self._bench.free_lane.run(title, lambda _: find_moved(folder, wanted)))
        self.job = job
        row = JobRow(self._bench, job)
        self.add(row)
        job.state_changed.connect(partial(self._ended, job, row))

    def reject(self) -> None:
        """Closes; a search that runs is given up."""
        if self.job is not None:
            self.job.cancel()
        super().reject()

    def _ended(self, job: Job, row: JobRow, _: str) -> None:
        if not job.ended or not isValid(self):
            return
        row.hide()
        row.deleteLater()
        self.rest()
        if job.failure is not None:
            self.fail(job.failure)
            return
        found: dict[int, Path] = job.result or {}
        if not found:
            self.say(self.tr("None of them is in that folder."), self.tr("Choose another one."))
            return
        hashes = {one.id: one.sha256 for one in self._gone}

        def save(study: "Study") -> None:
            from core.project.media import relink

            for number, path in found.items():
                relink(study, recording=number, path=path, sha256=hashes[number])

        self._bench.do(save, then=self.later(partial(self._saved, found)), failed=self.failing(self._bench.failed))

    def _saved(self, found: dict[int, Path]) -> None:
        self._found |= found
        self._fill()
        if len(self._found) == len(self._gone):
            self._search.setEnabled(False)
            self._leave.setDefault(True)
            self._bench.tell(self.tr("Every recording is found."), tone="done")

    def _fill(self) -> None:
        rows: list[tuple[str, str]] = []
        for one in self._gone:
            place = self._found.get(one.id)
            state = self.tr("found in {folder}").format(folder=place.parent) if place else self.tr("missing")
            rows.append((one.path.rsplit("/", 1)[-1], state))
        self.table.fill(rows)
