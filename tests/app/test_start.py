"""The start page: there at once, shows what is recent, says what somebody wants."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent

from app.window import DOCKS

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"torch", "mediapipe", "av", "matplotlib", "pyqtgraph", "numpy", "apsw", "PIL"}
SHOWN = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType():
            print(" ".join(sorted({name.partition(".")[0] for name in sys.modules})), flush=True)
            import os
            os._exit(0)
        return False
from app.application import application, start
watch = Watch()
application().installEventFilter(watch)
start(study=None, example=False)
"""


@pytest.mark.usefixtures("own_home")
def test_nothing_heavy_is_imported_before_the_first_paint():
    done = subprocess.run([sys.executable, "-c", SHOWN], cwd=ROOT, capture_output=True, text=True, check=False)
    loaded = set(done.stdout.split())
    assert "app" in loaded, done.stderr
    assert not loaded & HEAVY


def test_a_recent_study_that_is_gone_is_greyed_and_can_be_taken_off(window, study_file, tmp_path, qtbot):
    gone = tmp_path / "gone.vemo"
    window.bench.preferences.remember(gone)
    window.bench.preferences.remember(study_file)
    window.start.refresh()
    here, lost = window.start.recent_rows
    qtbot.waitUntil(lambda: not lost.open_.isEnabled())
    assert here.open_.isEnabled()
    assert "not found" in lost.where.text()
    qtbot.mouseClick(lost.forget, Qt.MouseButton.LeftButton)
    assert window.bench.preferences.recent == (study_file,)
    assert [row.path for row in window.start.recent_rows] == [study_file]


def test_a_recent_study_opens_at_a_click(window, study_file, qtbot, dialog):
    from app.dialogs.passphrase import PassphraseDialog

    window.bench.preferences.remember(study_file)
    window.start.refresh()
    qtbot.mouseClick(window.start.recent_rows[0].open_, Qt.MouseButton.LeftButton)
    assert dialog(PassphraseDialog)


def test_the_open_studys_sessions_lead_back_to_them(opened_window, qtbot):
    window = opened_window
    assert window.docks["timeline"].isVisible()
    window.actions_.start("study.start")
    assert not window.docks["timeline"].isVisible()
    qtbot.mouseClick(window.start.session_buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.docks["timeline"].isVisible())


def test_the_session_page_is_made_one_panel_at_a_turn_beside_the_start_page(window, qtbot):
    counted = [len(window.docks)]
    turn = QTimer(window, interval=1)
    turn.timeout.connect(lambda: counted.append(len(window.docks)))
    turn.start()
    qtbot.waitUntil(lambda: len(window.docks) == len(DOCKS))
    assert all(after - before <= 1 for before, after in pairwise(counted)), "the window had a turn after each panel"
    assert window.start.isVisible()
    assert not any(dock.isVisible() for dock in window.docks.values())


def test_every_button_tells_its_name_and_follows_its_action(window):
    assert window.start.example.isEnabled()
    assert window.start.example.accessibleName()
    window.actions_["study.example"].setEnabled(False)
    assert not window.start.example.isEnabled()


@pytest.mark.parametrize(
    ("name", "kind"), [("one.vemo", "PassphraseDialog"), ("clip.mp4", "NewStudyDialog")], ids=["study", "recording"]
)
def test_what_is_dropped_is_opened_or_added(window, study_file, tmp_path, name, kind, qtbot):
    from app.dialogs.sheet import Sheet

    path = tmp_path / name
    path.write_bytes(study_file.read_bytes())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.start.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, button, keys))
    qtbot.waitUntil(lambda: any(type(one).__name__ == kind for one in window.findChildren(Sheet)))


def test_the_start_page_follows_the_theme(window):
    from app.application import application, dress

    before = window.start.example.grab().toImage()
    window.bench.preferences.theme = "dark"
    dress(application(), window.bench.preferences)
    assert window.start.example.grab().toImage() != before
