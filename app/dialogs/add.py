"""Asks which sessions new recordings belong to. In: files, each looked at beside the window. Out: what is to be added.

A file that cannot be read says why in its row and is left out; the others can still be added.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.dialogs.sheet import Sheet
from app.sentences import in_words
from app.widgets.parts import quiet
from app.workbench import Workbench
from core.errors import ExpectedError

if TYPE_CHECKING:
    from core.records.study import Participant
    from core.records.video import Video

FILE, SESSION, DATE, HOLDS = range(4)


@dataclass(frozen=True, slots=True)
class NewRecording:
    """A recording, the session it belongs to, and when that was held."""

    video: "Video"
    session: str
    held_on: str


@dataclass(frozen=True, slots=True)
class Added:
    """What is to be added."""

    recordings: tuple[NewRecording, ...]
    participants: tuple[str, ...]
    """Pseudonyms of everybody who was there."""
    analyse: bool


class AddDialog(Sheet):
    """A row for each file."""

    def __init__(
        self,
        bench: Workbench,
        paths: Sequence[Path],
        *,
        known: "Sequence[Participant]",
        add: Callable[[Added], object],
        parent: QWidget,
    ) -> None:
        super().__init__(
            parent=parent,
            title=self.tr("Add recordings"),
            words=self.tr(
                "Recordings stay where they are; the study keeps where that is. Rows with the same session name go "
                "into one session. Use numbers or codes rather than names of people."
            ),
            width=760,
        )
        self._add, self._paths = add, tuple(paths)
        self._videos: dict[int, Video] = {}
        self._looked: set[int] = set()
        self._touched = False
        headings = [self.tr("File"), self.tr("Session"), self.tr("Held on (2026-11-23)"), self.tr("What it holds")]
        self.table = QTableWidget(len(paths), 4)
        self.table.setAccessibleName(self.tr("Recordings to add"))
        self.table.setHorizontalHeaderLabels(headings)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(HOLDS, QHeaderView.ResizeMode.Stretch)
        taken = {one.name for one in bench.study.sessions} if bench.study is not None else set[str]()
        for row, path in enumerate(paths):
            name = next(n for k in range(1, 10_000) if (n := self.tr("session {number}").format(number=k)) not in taken)
            taken.add(name)
            for column, text in enumerate((path.name, name, "", self.tr("looking at it…"))):
                item = QTableWidgetItem(text)
                if column in (FILE, HOLDS):
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.table.setItem(row, column, item)
        self.table.itemChanged.connect(self._changed)
        self.table.setMinimumHeight(min(320, 70 + 32 * len(paths)))
        self.add(self.table, 1)
        self.boxes = [QCheckBox(one.pseudonym) for one in known]
        self.names = QLineEdit()
        self.names.setPlaceholderText(self.tr("new pseudonyms, with commas between: C-014, T-02"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        if self.boxes:
            row = QHBoxLayout()
            for box in self.boxes[:12]:
                row.addWidget(box)
            row.addStretch(1)
            form.addRow(self.tr("Who was there"), row)
        form.addRow(self.tr("Who else was there") if self.boxes else self.tr("Who was there"), self.names)
        self.add(form)
        self.analyse = QCheckBox(self.tr("Analyse them right afterwards"))
        self.analyse.setChecked(True)
        self.add(self.analyse)
        self.add(quiet(self.tr("People who are recorded have a right to know. Note their consent with “Consent…”.")))
        self.go = self.primary(self.tr("Add"))
        self.cancel()
        self.go.setEnabled(False)
        for row, path in enumerate(self._paths):
            bench.free_lane.ask(
                lambda path=path: _probe(path),
                then=lambda video, row=row: self._found(row, video),
                failed=lambda why, row=row: self._unreadable(row, why),
                owner=self,
            )

    def typed(self) -> bool:
        """Whether anything was typed."""
        return self._touched or bool(self.names.text())

    def accept(self) -> None:
        """Checks the dates and adds."""
        from core.errors import UsageError
        from core.project.sessions import check_date

        if self.waiting:
            return
        wanted: list[NewRecording] = []
        for row, video in sorted(self._videos.items()):
            name, held_on = self._text(row, SESSION), self._text(row, DATE)
            try:
                check_date(held_on)
            except UsageError as failure:
                self.fail(failure)
                return
            if not name:
                self.say(self.tr("A session needs a name."), self.tr("A number or a code is enough."))
                return
            wanted.append(NewRecording(video, name, held_on))
        ticked = [box.text() for box in self.boxes if box.isChecked()]
        new = [name.strip() for name in self.names.text().replace(";", ",").split(",") if name.strip()]
        self.wait(self.tr("Adding…"))
        self._add(Added(tuple(wanted), tuple(dict.fromkeys(ticked + new)), self.analyse.isChecked()))

    def finish(self) -> None:
        """Closes as done."""
        self.rest()
        super().accept()

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text().strip() if item is not None else ""

    def _changed(self, item: QTableWidgetItem) -> None:
        if item.column() in (SESSION, DATE):
            self._touched = True
            self.say("")

    def _found(self, row: int, video: "Video") -> None:
        self._videos[row] = video
        minutes, seconds = divmod(round(video.duration_s), 60)
        sound = self.tr("with sound") if video.audio is not None else self.tr("no sound")
        words = self.tr("{minutes}:{seconds:02d} min, {width}×{height}, {sound}").format(
            minutes=minutes, seconds=seconds, width=video.width, height=video.height, sound=sound
        )
        self._tell(row, words, tip="\n".join(map(in_words, video.notes)))

    def _unreadable(self, row: int, why: ExpectedError) -> None:
        told = in_words(why.problem)
        self._tell(row, self.tr("left out: {why}").format(why=told), tip=f"{told} {in_words(why.remedy)}")

    def _tell(self, row: int, words: str, *, tip: str) -> None:
        self._looked.add(row)
        item = self.table.item(row, HOLDS)
        if item is not None:
            item.setText(words)
            item.setToolTip(tip or words)
        if len(self._looked) == len(self._paths):
            self.go.setEnabled(bool(self._videos))
            if not self._videos:
                self.say(self.tr("None of these files can be read as a recording."), self.tr("Choose others."))


def _probe(path: Path) -> "Video":
    from core.footage.reader import probe

    return probe(path)
