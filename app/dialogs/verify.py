"""Shows what a verification of the study found. In: its job. Out: findings, and the end of the log to write down."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.dialogs.sheet import Sheet
from app.jobs import Job
from app.look import SPACE
from app.panels.queue import JobRow
from app.sentences import in_words
from app.translation import translate
from app.widgets.parts import Drawn, Scroll, mark, quiet
from app.workbench import Workbench
from core.records.study import Finding


class VerifyDialog(Sheet):
    """The job while it runs, then a line for each thing that was looked at."""

    def __init__(self, bench: Workbench, job: Job, *, parent: QWidget) -> None:
        super().__init__(
            parent=parent,
            title=self.tr("Verify the study"),
            words=self.tr(
                "Every page is read, the log is followed link by link, and every record is compared with what the "
                "log says of it."
            ),
            width=620,
        )
        self._job = job
        self._row = JobRow(bench, job)
        self.add(self._row)
        self.findings = Scroll(self.tr("Findings"))
        self.findings.setMinimumHeight(220)
        self.add(self.findings, 1)
        self.finished_looking = False
        self.lines: tuple[str, ...] = ()
        """What was found, one line for each look."""
        self._end = ""
        self._copy = self.other(self.tr("Copy the end of the log"), self._copy_end)
        self._copy.setEnabled(False)
        self._copy.setToolTip(
            self.tr("Write it down outside the study: it proves later that nothing was cut off or exchanged.")
        )
        self.cancel(self.tr("Close")).setDefault(True)
        job.state_changed.connect(self._ended)

    def reject(self) -> None:
        """Closes; a verification that runs is given up."""
        self._job.cancel()
        super().reject()

    def _ended(self, state: str) -> None:
        if self._job.failure is not None:
            self.fail(self._job.failure)
        if state != "done":
            return
        self._row.hide()
        found, self._end = cast("tuple[tuple[Finding, ...], str]", self._job.result)
        fine = all(one.fine for one in found)
        head = QLabel(self.tr("The study is whole.") if fine else self.tr("Something is not as it was written."))
        mark(head, bad="good" if fine else "bad")
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        end = quiet(self.tr("End of the log: {end}").format(end=self._end))
        end.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.findings.fill([head, *(_line(one) for one in found), end])
        self.lines = (head.text(), *map(_told, found))
        self.finished_looking = True
        self._copy.setEnabled(True)

    def _copy_end(self) -> None:
        QGuiApplication.clipboard().setText(self._end)


def _line(one: Finding) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE)
    drawn = Drawn("tick" if one.fine else "warning", side=18, tone="good" if one.fine else "bad")
    words = QLabel(_told(one))
    words.setWordWrap(True)
    row.addWidget(drawn, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return line


def _told(one: Finding) -> str:
    return translate("VerifyDialog", "{what}: {found}").format(what=in_words(one.what), found=in_words(one.text))
