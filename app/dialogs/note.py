"""Free text on the session or on the moment at the playhead. In: the workbench. Out: a note in the study."""

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from app.dialogs.sheet import Sheet
from app.dialogs.times import clock
from app.widgets.table import Table
from app.workbench import Workbench


class NoteDialog(Sheet):
    """Notes there are, and one more."""

    def __init__(self, bench: Workbench, *, parent: QWidget) -> None:
        super().__init__(self.tr("Notes"), parent, width=600)
        self._bench, self._session = bench, bench.session
        scene = bench.session.scene
        self._at_s = bench.session.playhead_s
        self._number = scene.session.id if scene is not None else 0
        headings = [self.tr("At"), self.tr("Who"), self.tr("Note")]
        self.table = Table(self.tr("Notes"), headings)
        self.table.setMinimumHeight(140)
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(self.tr("What you want to remember"))
        self.text.setAccessibleName(self.tr("A new note"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(100)
        self.here = QCheckBox(self.tr("About the moment {time}").format(time=clock(self._at_s)))
        self.here.setChecked(self._at_s > 0)
        self.add(self.table, 1)
        self.add(self.text)
        self.add(self.here)
        self.remove = self.other(self.tr("Take the chosen note back"), self._remove)
        self.keep = self.primary(self.tr("Keep"))
        self.cancel(self.tr("Close"))
        self.text.textChanged.connect(self._refresh)
        self.table.currentCellChanged.connect(self._refresh)
        self._session.scene_changed.connect(self._fill)
        self._fill()
        self.text.setFocus()

    def typed(self) -> bool:
        """Whether a note was begun."""
        return bool(self.text.toPlainText().strip())

    def accept(self) -> None:
        """Keeps the note; the dialog stays for another one."""
        from core.project.sessions import add_note

        text = self.text.toPlainText().strip()
        if self.waiting or not text:
            return
        at_s = self._at_s if self.here.isChecked() else None
        self.wait(self.tr("Saving…"))
        self._bench.do(
            lambda study: add_note(study, session=self._number, text=text, at_s=at_s),
            then=self.later(self._kept),
            failed=self.failing(self._bench.failed),
        )

    def _kept(self) -> None:
        self.rest()
        self.text.clear()

    def _remove(self) -> None:
        from core.project.standing import retract

        scene, row = self._session.scene, self.table.currentRow()
        if scene is not None and 0 <= row < len(scene.notes):
            number = scene.notes[row].id
            self._bench.do(lambda study: retract(study, "note", number), failed=self.failing(self._bench.failed))

    def _fill(self) -> None:
        scene = self._session.scene
        notes = scene.notes if scene is not None else ()
        self.table.fill([("" if one.at_s is None else clock(one.at_s), one.who, one.text) for one in notes])
        self._refresh()

    def _refresh(self, *_: object) -> None:
        study = self._bench.study
        writable = study is not None and study.writable
        self.keep.setEnabled(writable and self.typed())
        self.remove.setEnabled(writable and self.table.currentRow() >= 0)
