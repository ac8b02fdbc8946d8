"""Shows what was done in the study, by whom and when. Out: everything after a change is undone, where wanted."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.dialogs.sheet import Sheet
from app.sentences import in_words
from app.translation import translate
from app.widgets.table import Table
from app.workbench import Workbench
from core.records.study import Change

MOST = 2000


class HistoryDialog(Sheet):
    """Newest first."""

    def __init__(self, bench: Workbench, *, parent: QWidget) -> None:
        super().__init__(
            parent=parent,
            title=self.tr("History"),
            words=self.tr(
                "Nothing is ever lost: what is undone stays here and can be done again. Consent and its withdrawal "
                "cannot be undone; a new statement replaces them."
            ),
            width=820,
        )
        self._bench = bench
        self._changes: tuple[Change, ...] = ()
        headings = [self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("State")]
        self.table = Table(self.tr("Changes"), headings, wide=2)
        self.table.setMinimumHeight(360)
        self.add(self.table, 1)
        self.back = self.other(self.tr("Undo everything after this"), self._undo)
        self.close_ = self.cancel(self.tr("Close"))
        self.close_.setDefault(True)
        self.table.currentCellChanged.connect(self._refresh)
        bench.saved.connect(self.load)
        self.load()

    def load(self) -> None:
        """Reads the history anew."""
        from core.project.history import history

        self._bench.ask(lambda study: history(study, last=MOST), then=self._show, failed=self.fail, owner=self)

    def _show(self, changes: tuple[Change, ...]) -> None:
        self._changes = changes[::-1]
        faint = frozenset(place for place, one in enumerate(self._changes) if not one.in_force)
        self.table.fill(
            [(_local(one.at), one.who, in_words(one.summary), self._state(one)) for one in self._changes], faint=faint
        )
        self.rest()
        self._refresh()

    def _state(self, change: Change) -> str:
        if not change.in_force:
            return self.tr("undone")
        return "" if change.undoable else self.tr("stays")

    def _chosen(self) -> Change | None:
        row = self.table.currentRow()
        return self._changes[row] if 0 <= row < len(self._changes) else None

    def _later(self, change: Change) -> int:
        return sum(one.seq > change.seq and one.undoable and one.in_force for one in self._changes)

    def _refresh(self, *_: object) -> None:
        change, study = self._chosen(), self._bench.study
        later = self._later(change) if change is not None else 0
        self.back.setEnabled(bool(later) and study is not None and study.writable)
        self.back.setText(
            self.tr("Undo the {count} changes after this").format(count=later)
            if later > 1
            else self.tr("Undo everything after this")
        )

    def _undo(self) -> None:
        from app.verbs.study import undo_to

        change = self._chosen()
        if change is None:
            return
        bench = self._bench
        self.wait(self.tr("Undoing…"))
        bench.do(
            lambda study: undo_to(study, change.seq),
            then=lambda count: bench.tell(
                translate("HistoryDialog", "Undone: {count} changes.").format(count=count), tone="done"
            ),
            failed=self.failing(self._bench.failed),
        )


def _local(at: str) -> str:
    """The computer's own time of a UTC time stamp, to the second."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M:%S")
