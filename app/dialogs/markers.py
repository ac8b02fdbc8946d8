"""Lists the session's events and phases. In: the main window. Out: one is gone to, changed, or taken back."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.dialogs.marker import Marked, MarkerDialog
from app.dialogs.sheet import Sheet
from app.dialogs.times import clock
from app.verbs.session import keep_marker, remove_marker
from app.widgets.table import Table
from core.records.study import Marker

if TYPE_CHECKING:
    from app.window import MainWindow


class MarkersDialog(Sheet):
    """A table that follows the session."""

    def __init__(self, window: "MainWindow", *, parent: QWidget) -> None:
        super().__init__(
            parent=parent,
            title=self.tr("Events and phases"),
            words=self.tr(
                "An event is a moment, a phase a span of time. Mark an event at the playhead with E; mark a span on "
                "the timeline and press P to make it a phase."
            ),
            width=640,
        )
        self._window, self._session = window, window.bench.session
        self._markers: tuple[Marker, ...] = ()
        headings = [self.tr("Kind"), self.tr("Name"), self.tr("From"), self.tr("To"), self.tr("Remark")]
        self.table = Table(self.tr("Events and phases"), headings)
        self.table.setMinimumHeight(260)
        self.add(self.table, 1)
        self.new = self.other(self.tr("New event…"), window.actions_["session.event"].trigger)
        self.change = self.other(self.tr("Change…"), self._change)
        self.remove = self.other(self.tr("Take back"), self._remove)
        self.go = self.primary(self.tr("Go there"))
        self.cancel(self.tr("Close"))
        self.table.currentCellChanged.connect(self._refresh)
        self.table.cellDoubleClicked.connect(self._go)
        self._session.scene_changed.connect(self._fill)
        self._fill()

    def accept(self) -> None:
        """Goes to the chosen one; the list stays open."""
        marker = self._chosen()
        if marker is not None:
            self._session.seek(marker.start_s)
            if marker.end_s is not None:
                self._session.mark((marker.start_s, marker.end_s))

    def _go(self, *_: object) -> None:
        self.accept()

    def _chosen(self) -> Marker | None:
        row = self.table.currentRow()
        return self._markers[row] if 0 <= row < len(self._markers) else None

    def _fill(self) -> None:
        scene = self._session.scene
        self._markers = scene.markers if scene is not None else ()
        kinds = {"event": self.tr("event"), "phase": self.tr("phase")}
        self.table.fill(
            [
                (kinds[one.kind], one.label, clock(one.start_s), clock(one.end_s) if one.end_s else "", one.comment)
                for one in self._markers
            ]
        )
        self._refresh()

    def _refresh(self, *_: object) -> None:
        study, chosen = self._window.bench.study, self._chosen() is not None
        writable = study is not None and study.writable
        self.new.setEnabled(writable)
        self.change.setEnabled(chosen and writable)
        self.remove.setEnabled(chosen and writable)
        self.go.setEnabled(chosen)

    def _change(self) -> None:
        marker = self._chosen()
        if marker is None:
            return
        bench = self._window.bench
        before = Marked(marker.kind, marker.label, marker.start_s, marker.end_s, marker.comment)

        def save(after: Marked) -> None:
            bench.do(
                lambda study: keep_marker(study, after, session=marker.session, instead_of=marker.id),
                then=dialog.later(dialog.finish),
                failed=dialog.failing(bench.failed),
            )

        dialog = MarkerDialog(before, save=save, parent=self)
        dialog.open()

    def _remove(self) -> None:
        marker = self._chosen()
        if marker is not None:
            remove_marker(self._window, marker)
