"""Events, phases, notes, consent and export: through the dialogs, saved in real studies."""

import pytest
from PySide6.QtCore import Qt

from app.dialogs.consent import ConsentDialog
from app.dialogs.export import ExportDialog
from app.dialogs.marker import MarkerDialog
from app.dialogs.markers import MarkersDialog
from app.dialogs.note import NoteDialog
from app.dialogs.times import clock, seconds_of
from core.project.consents import consents
from core.project.reviews import set_rater
from core.records.consent import SCOPES


@pytest.fixture
def scene(opened_window):
    return lambda: opened_window.bench.session.scene


def test_an_event_is_marked_at_the_playhead_by_keyboard(opened_window, scene, dialog, qtbot):
    opened_window.bench.session.show(31.25)
    opened_window.actions_.start("session.event")
    shown = dialog(MarkerDialog)
    qtbot.waitUntil(lambda: shown.label.count() == 1)
    assert shown.label.itemText(0) == "question", "what was used before can be chosen"
    qtbot.keyClicks(shown.label.lineEdit(), "pause")
    qtbot.keyClick(shown.label.lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "pause" in [one.label for one in scene().markers])
    assert next(one.start_s for one in scene().markers if one.label == "pause") == 31.25
    qtbot.waitUntil(lambda: not opened_window.findChildren(MarkerDialog))


def test_an_event_without_a_name_is_not_kept(opened_window, dialog):
    opened_window.actions_.start("session.event")
    shown = dialog(MarkerDialog)
    shown.accept()
    assert shown.said
    assert shown.isVisible()


def test_the_marked_span_becomes_a_phase(opened_window, scene, dialog, qtbot):
    assert not opened_window.actions_["session.phase"].isEnabled()
    opened_window.bench.session.mark((3.0, 9.5))
    opened_window.actions_.start("session.phase")
    shown = dialog(MarkerDialog)
    shown.label.setEditText("opening")
    shown.end.setText("0:09")
    shown.accept()
    qtbot.waitUntil(lambda: "opening" in [one.label for one in scene().markers])
    phase = next(one for one in scene().markers if one.label == "opening")
    assert (phase.kind, phase.start_s, phase.end_s) == ("phase", 3.0, 9.0)


def test_a_phase_that_ends_before_it_begins_is_refused_inside(opened_window, dialog, qtbot):
    opened_window.bench.session.mark((3.0, 9.5))
    opened_window.actions_.start("session.phase")
    shown = dialog(MarkerDialog)
    shown.label.setEditText("opening")
    shown.end.setText("1")
    shown.accept()
    qtbot.waitUntil(lambda: "end after its start" in shown.said)


def test_a_marker_is_changed_gone_to_and_taken_back(opened_window, scene, dialog, qtbot):
    opened_window.actions_.start("session.markers")
    shown = dialog(MarkersDialog)
    shown.table.setCurrentCell(1, 0)
    sought = []
    opened_window.bench.session.sought.connect(sought.append)
    shown.accept()
    assert sought == [12.0]
    assert opened_window.bench.session.span == (12.0, 40.0)
    qtbot.mouseClick(shown.change, Qt.MouseButton.LeftButton)
    [change] = shown.findChildren(MarkerDialog)
    change.label.setEditText("after the question")
    change.accept()
    qtbot.waitUntil(lambda: "after the question" in [one.label for one in scene().markers])
    assert "after" not in [one.label for one in scene().markers]
    opened_window.actions_.start("review.undo")
    qtbot.waitUntil(lambda: [one.label for one in scene().markers] == ["question", "after"])
    opened_window.actions_.start("review.redo")
    qtbot.waitUntil(lambda: [one.label for one in scene().markers] == ["question", "after the question"])
    shown.table.setCurrentCell(0, 0)
    qtbot.mouseClick(shown.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [one.label for one in scene().markers] == ["after the question"])


def test_a_note_is_kept_for_its_moment_and_escape_asks_first(opened_window, scene, dialog, qtbot):
    opened_window.bench.session.show(8.0)
    opened_window.actions_.start("session.note")
    shown = dialog(NoteDialog)
    qtbot.keyClicks(shown.text, "The camera was moved.")
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.isVisible()
    qtbot.mouseClick(shown.keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [one.text for one in scene().notes] == ["The camera was moved."])
    assert scene().notes[0].at_s == 8.0
    assert not shown.typed()


def statements(window, qtbot):
    found = []
    window.bench.ask(consents, then=found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


@pytest.fixture
def consenting(opened_window, dialog, qtbot):
    opened_window.actions_.start("session.consent")
    shown = dialog(ConsentDialog)
    qtbot.waitUntil(lambda: shown.table.rowCount() == 2)
    return shown


def test_consent_is_given_and_withdrawn(consenting, opened_window, qtbot):
    consenting.table.setCurrentCell(0, 0)
    assert not consenting.withdraw.isEnabled(), "there is nothing to withdraw"
    consenting.accept()
    assert "tick what" in consenting.said
    consenting.scopes["analyse"].setChecked(True)
    consenting.scopes["share excerpts"].setChecked(True)
    consenting.given_on.setText("2026-11-03")
    consenting.text_version.setText("sheet 3")
    consenting.accept()
    qtbot.waitUntil(lambda: len(consenting.known) == 1)
    [given] = statements(opened_window, qtbot)
    assert (given.scopes, given.given_on, given.text_version) == (
        ("analyse", "share excerpts"),
        "2026-11-03",
        "sheet 3",
    )
    assert given.session == 1
    qtbot.waitUntil(lambda: consenting.withdraw.isEnabled())
    qtbot.mouseClick(consenting.withdraw, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "withdrawn" in consenting.table.item(0, 1 + len(SCOPES)).text())
    assert statements(opened_window, qtbot)[-1].withdrawn


def test_a_withdrawal_names_the_adapters_that_learned(consenting, opened_window, own_home, qtbot):
    from core.models.adapters import About, Base, Lineage, add

    consenting.table.setCurrentCell(0, 0)
    consenting.scopes["train"].setChecked(True)
    consenting.given_on.setText("2026-11-03")
    consenting.accept()
    qtbot.waitUntil(lambda: len(consenting.known) == 1)
    [given] = statements(opened_window, qtbot)
    identity = []
    opened_window.bench.ask(lambda study: (study.header.study, study.training_key), then=identity.extend)
    qtbot.waitUntil(lambda: len(identity) == 2)
    about = About(Base("videmo-3b", "d" * 64), "", "", identity[0])
    add("clinic", config={}, weights=b"w", about=about, lineage=Lineage((), (1,), (given.id,)), key=identity[1])
    qtbot.waitUntil(lambda: consenting.withdraw.isEnabled())
    qtbot.mouseClick(consenting.withdraw, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "clinic" in consenting.said)
    assert "does not unlearn" in consenting.said


def test_a_wrong_date_of_consent_is_said_inside(consenting, qtbot):
    consenting.scopes["analyse"].setChecked(True)
    consenting.given_on.setText("yesterday")
    consenting.accept()
    qtbot.waitUntil(lambda: "no date" in consenting.said)
    assert consenting.give.isEnabled()


def test_a_participant_is_added_to_the_session(consenting, opened_window, qtbot):
    consenting.pseudonym.setText("C-031")
    qtbot.mouseClick(consenting.join, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: consenting.table.rowCount() == 3)
    qtbot.waitUntil(lambda: len(opened_window.bench.session.scene.session.participants) == 3)


@pytest.fixture
def exporting(opened_window, dialog, qtbot):
    opened_window.actions_.start("session.export")
    shown = dialog(ExportDialog)
    qtbot.waitUntil(lambda: shown.preview is not None, timeout=20_000)
    return shown


def test_the_preview_is_drawn_in_memory_and_the_export_is_written(exporting, tmp_path, qtbot, monkeypatch):
    assert exporting.preview.timeline.startswith(b"\x89PNG")
    assert [row[0] for row in exporting.preview.sums] == ["P1", "P2"]
    assert any("as displayed" in sentence for _, _, sentence in exporting.preview.sentences)
    assert not exporting.go.isEnabled(), "no folder yet"
    assert not exporting.pictures.isEnabled()
    assert "C-014" in exporting.why.text()
    opened = []
    monkeypatch.setattr("app.verbs.export.QDesktopServices.openUrl", lambda url: opened.append(url.toLocalFile()))
    exporting.choose(tmp_path / "out")
    exporting.accept()
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    assert {path.name for path in (tmp_path / "out").iterdir()} >= {"report.html", "analysis.json", "segments.csv"}
    assert opened == [str(tmp_path / "out" / "report.html")]


def test_pictures_need_everybodys_consent(opened_window, dialog, qtbot):
    from core.project.consents import give_consent

    def allow(study):
        for number in (1, 2):
            give_consent(
                study, participant=number, scopes=("analyse", "share excerpts"), given_on="2026-11-01", text_version="3"
            )

    done = []
    opened_window.bench.do(allow, then=lambda _: done.append(True))
    qtbot.waitUntil(lambda: bool(done))
    opened_window.actions_.start("session.export")
    shown = dialog(ExportDialog)
    qtbot.waitUntil(shown.pictures.isEnabled)
    qtbot.waitUntil(lambda: shown.preview is not None, timeout=20_000)


def test_a_blind_rater_exports_nothing(opened_window, qtbot):
    window = opened_window
    window.bench.do(lambda study: set_rater(study, window.bench.rater, blind=True))
    qtbot.waitUntil(lambda: window.bench.session.scene.blind)
    window.actions_.start("session.export")
    assert "without seeing the readings" in window.notice.text
    assert not window.findChildren(ExportDialog)


@pytest.mark.parametrize(("text", "seconds"), [("83.5", 83.5), ("1:23.5", 83.5), ("1:02:03", 3723.0), ("0:00", 0.0)])
def test_times_are_read_and_written(text, seconds):
    assert seconds_of(text) == seconds
    assert seconds_of(clock(seconds)) == seconds


@pytest.mark.parametrize("text", ["", "soon", "1:2:3:4", "-3", "1:234"])
def test_what_is_no_time_is_refused(text):
    assert seconds_of(text) is None
