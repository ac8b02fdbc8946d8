"""From segment to segment and to a time. In: the session. Out: another selection, another moment sought."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog, QWidget

from app.session import OpenSession
from app.workbench import Workbench
from core.errors import UsageError
from core.export.clock import time_code
from core.records.study import SegmentRow


def lane_rows(session: OpenSession) -> list[SegmentRow]:
    """The segments of the selected person, or of the first one."""
    scene = session.scene
    if scene is None or not scene.people:
        return []
    row = session.row
    key = (row.analysis, row.person) if row is not None else scene.people[0].key
    return [one for one in scene.segments if (one.analysis, one.person) == key]


def step(session: OpenSession, by: int) -> None:
    """Selects the next (`by` 1) or the previous (-1) segment of the lane and goes to its beginning.

    Counted from the selected segment, or from the playhead where none is selected.
    """
    rows = lane_rows(session)
    if not rows:
        return
    now = session.row
    place = next((n for n, one in enumerate(rows) if now is not None and _same(one, now)), None)
    if place is not None:
        place += by
    elif by > 0:
        place = next((n for n, one in enumerate(rows) if one.start_s > session.playhead_s - 1e-6), len(rows))
    else:
        place = next((n for n in range(len(rows) - 1, -1, -1) if rows[n].start_s < session.playhead_s - 1e-6), -1)
    if 0 <= place < len(rows):
        session.select(rows[place])
        session.seek(rows[place].start_s)


def ask_time(bench: Workbench, parent: QWidget) -> QInputDialog:
    """Asks for a time and goes there."""
    dialog = QInputDialog(parent)
    dialog.setInputMode(QInputDialog.InputMode.TextInput)
    dialog.setWindowTitle(QCoreApplication.translate("Timeline", "Go to a time"))
    dialog.setLabelText(QCoreApplication.translate("Timeline", "Minutes and seconds, as 12:38.2, or seconds alone:"))
    dialog.setTextValue(time_code(bench.session.playhead_s))
    dialog.accepted.connect(lambda: go_to(bench, dialog.textValue()))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def go_to(bench: Workbench, text: str) -> None:
    """Goes to a time that was typed; says so where it is none."""
    from core.imports.cells import seconds

    time_s = seconds(text)
    if time_s is None:
        bench.failed(
            UsageError(
                QCoreApplication.translate("Timeline", "“{text}” is not a time.").format(text=text),
                remedy=QCoreApplication.translate("Timeline", "Write 83.5 or 1:23.5."),
            )
        )
    else:
        bench.session.seek(time_s)


def _same(one: SegmentRow, other: SegmentRow) -> bool:
    return (one.analysis, one.segment, one.start_s) == (other.analysis, other.segment, other.start_s)
