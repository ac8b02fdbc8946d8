"""Adding recordings, finding moved ones, history, backup, verification: through the dialogs, on real files."""

import shutil

import pytest
from PySide6.QtCore import Qt

from app.dialogs.add import AddDialog
from app.dialogs.history import HistoryDialog
from app.dialogs.relink import RelinkDialog
from app.dialogs.verify import VerifyDialog
from app.verbs import recordings
from core.project import media, sessions
from core.project.backups import list_backups
from core.project.opening import open_study
from tests.core.project.builders import PASSPHRASE, circumstances


def asked(bench, qtbot, question):
    """What the study answers."""
    found = []
    bench.ask(question, then=found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


@pytest.fixture
def adding(opened_window, sample_video, tmp_path, dialog, qtbot):
    text = tmp_path / "letter.mp4"
    text.write_text("Dear all")
    recordings.add_recordings(opened_window, [sample_video, text])
    shown = dialog(AddDialog)
    qtbot.waitUntil(lambda: shown.go.isEnabled())
    return shown


def test_recordings_are_added_with_session_date_and_participants(adding, opened_window, sample_video, qtbot):
    adding.table.item(0, 1).setText("winter 3")
    adding.table.item(0, 2).setText("2026-11-20")
    next(box for box in adding.boxes if box.text() == "T-02").setChecked(True)
    qtbot.keyClicks(adding.names, "C-020")
    adding.analyse.setChecked(False)
    adding.accept()
    bench = opened_window.bench
    qtbot.waitUntil(lambda: bench.session.scene is not None and bench.session.scene.session.name == "winter 3")
    known = {one.id: one.pseudonym for one in asked(bench, qtbot, sessions.participants)}
    session = bench.session.scene.session
    assert session.held_on == "2026-11-20"
    assert {known[one] for one in session.participants} == {"T-02", "C-020"}
    [recording] = bench.session.scene.recordings
    assert asked(bench, qtbot, lambda study: media.media_path(study, recording)).samefile(sample_video)
    qtbot.waitUntil(lambda: not opened_window.findChildren(AddDialog))


def test_a_file_that_is_no_recording_says_so_and_is_left_out(adding, opened_window, qtbot):
    assert "left out" in adding.table.item(1, 3).text()
    adding.analyse.setChecked(False)
    adding.accept()
    qtbot.waitUntil(lambda: len(opened_window.bench.study.sessions) == 2)


def test_a_date_that_is_none_is_said_and_nothing_is_added(adding, opened_window):
    adding.table.item(0, 2).setText("last week")
    adding.accept()
    assert "no date" in adding.said
    assert adding.isVisible()
    assert len(opened_window.bench.study.sessions) == 1


def test_a_moved_recording_is_found_by_its_content(opened_window, sample_video, tmp_path, dialog, qtbot):
    bench = opened_window.bench
    here, there = tmp_path / "clip.mp4", tmp_path / "disk" / "deep" / "renamed.bin"
    shutil.copy(sample_video, here)
    from core.footage.reader import probe

    video = probe(here)
    bench.do(lambda study: media.add_recording(study, here, session=1, sha256=video.sha256, video=video))
    qtbot.waitUntil(lambda: len(bench.session.scene.recordings) == 2)
    there.parent.mkdir(parents=True)
    here.rename(there)
    opened_window.actions_.start("study.relink")
    shown = dialog(RelinkDialog)
    assert shown.table.rowCount() == 2, "the made-up recording is not there either"
    shown.search(tmp_path / "disk")
    qtbot.waitUntil(lambda: any("found" in shown.table.item(row, 1).text() for row in range(2)))
    [_, second] = bench.session.scene.recordings
    qtbot.waitUntil(lambda: bench.session.scene.recordings[1].path != second.path or "disk" in second.path)
    assert asked(bench, qtbot, lambda study: len(media.missing(study))) == 1
    shown.search(tmp_path / "disk")
    qtbot.waitUntil(lambda: "None of them" in shown.said)


def test_history_undoes_back_to_a_change(opened_window, dialog, qtbot):
    bench = opened_window.bench
    opened_window.actions_.start("study.history")
    shown = dialog(HistoryDialog)
    qtbot.waitUntil(lambda: shown.table.rowCount() > 0)
    whats = [shown.table.item(row, 2).text() for row in range(shown.table.rowCount())]
    shown.table.setCurrentCell(next(row for row, what in enumerate(whats) if "question" in what), 0)
    assert "after this" in shown.back.text()
    qtbot.mouseClick(shown.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [one.label for one in bench.session.scene.markers] == ["question"])
    qtbot.waitUntil(lambda: any(shown.table.item(row, 3).text() == "undone" for row in range(shown.table.rowCount())))
    assert not shown.back.isEnabled()


def test_a_backup_is_made_beside_the_study_and_said(opened_window, study_file, qtbot):
    opened_window.actions_.start("study.backup")
    qtbot.waitUntil(lambda: "backup was made" in opened_window.notice.text)
    [backup] = list_backups(study_file)
    with open_study(backup.path, secret=PASSPHRASE, circumstances=circumstances()) as study:
        assert not study.writable


@pytest.mark.parametrize("on", [True, False])
def test_a_backup_by_itself_can_be_switched_off(opened_window, study_file, qtbot, on):
    from app.verbs.study import back_up_if_due

    opened_window.bench.preferences.keep_flag("backups", on=on)
    back_up_if_due(opened_window)
    asked(opened_window.bench, qtbot, lambda study: study.path)
    qtbot.waitUntil(lambda: all(job.ended for job in opened_window.bench.queue))
    assert bool(list_backups(study_file)) == on


def test_verification_shows_each_finding(opened_window, dialog, qtbot):
    opened_window.actions_.start("study.verify")
    shown = dialog(VerifyDialog)
    qtbot.waitUntil(lambda: shown.finished_looking)
    assert "The study is whole." in shown.lines
    assert any("unbroken" in line for line in shown.lines)


def test_closing_goes_back_to_the_start_page(opened_window, qtbot):
    opened_window.actions_.start("study.close")
    qtbot.waitUntil(lambda: opened_window.start.isVisible())
    assert opened_window.bench.study is None
    assert not opened_window.actions_["study.history"].isEnabled()


def test_an_export_that_runs_is_told_when_the_window_is_closed(opened_window, monkeypatch):
    from PySide6.QtWidgets import QMessageBox

    from app.dialogs.closing import may_close
    from core.progress import Progress

    def endless(*_):
        while True:
            yield Progress("writing", 0, 1, "files")

    job = opened_window.bench.run_on_study("Export of analysis 1", endless)
    said = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.informativeText()))
    assert not may_close(opened_window.bench, parent=opened_window), "staying is what Escape does"
    assert "Export of analysis 1" in said[0]
    job.cancel()
