"""What others coded: a real file is read, tied to people, kept in the study and taken back."""

import pytest
from PySide6.QtCore import Qt

from app.dialogs.foreign import ForeignDialog
from app.dialogs.imports import ImportsDialog
from core.project.foreign import ties

VTT = """WEBVTT

00:00:01.000 --> 00:00:03.500
<v P2>I do not know.

00:00:05.000 --> 00:00:07.000
<v anna>Tell me more.
"""


@pytest.fixture
def importing(opened_window, dialog):
    opened_window.actions_.start("session.import")
    return dialog(ImportsDialog)


def test_a_file_is_kept_tied_and_taken_back(importing, opened_window, dialog, tmp_path, qtbot):
    path = tmp_path / "talk.vtt"
    path.write_text(VTT, encoding="utf-8")
    importing.read(path)
    shown = dialog(ForeignDialog)
    chosen = [field.currentText() for field in shown.people]
    assert chosen.count("P2") == 1, "the voice P2 is taken for the person P2"
    shown.offset.setText("soon")
    shown.accept()
    assert shown.said
    shown.offset.setText("-0:01.5")
    shown.accept()
    qtbot.waitUntil(lambda: len(importing.tracks) == 2)
    assert {one.file.offset_s for one in importing.tracks} == {-1.5}
    found = []
    opened_window.bench.ask(lambda study: ties(study, 1), then=found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert [tie.person for tie in found[0]] == ["P2"]
    importing.table.setCurrentCell(0, 0)
    qtbot.mouseClick(importing.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not importing.tracks)


def test_a_file_of_no_known_kind_is_said_inside(importing, tmp_path, qtbot):
    path = tmp_path / "letter.txt"
    path.write_text("Dear all")
    importing.read(path)
    qtbot.waitUntil(lambda: bool(importing.said))
    assert importing.choose.isEnabled()
