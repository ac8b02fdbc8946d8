"""Palette, keys, glossary, tour, check, models, settings, crash dialog: what they show and that keys are enough."""

import shutil
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from app.actions import COMMANDS
from app.dialogs.about import AboutDialog
from app.dialogs.check import CheckDialog
from app.dialogs.crash import CrashDialog, report_of, show_crash
from app.dialogs.glossary import GlossaryDialog, entries, explained
from app.dialogs.keys import KeysDialog
from app.dialogs.models import ModelsDialog
from app.dialogs.palette import Palette, likeness
from app.dialogs.settings import SETTINGS, SettingsDialog
from app.widgets.tour import Tour, steps
from core.evidence.action_units import action_units
from core.models import catalogue
from core.settings import models_folder


@pytest.fixture
def palette(opened_window, dialog):
    opened_window.actions_.start("help.palette")
    return dialog(Palette)


def test_the_palette_starts_an_action_by_keys_alone(palette, opened_window, qtbot):
    qtbot.keyClicks(palette.field, "strt pg")
    assert palette.shown[0] == "Start page"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened_window.start.isVisible())


def test_the_palette_goes_to_a_moment_and_selects_its_segment(palette, opened_window, qtbot):
    sought = []
    opened_window.bench.session.sought.connect(sought.append)
    qtbot.keyClicks(palette.field, "0:31")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert sought == [31.0]
    row = opened_window.bench.session.row
    assert row.start_s <= 31 < row.end_s


def test_the_palette_knows_events_people_and_sessions(palette, qtbot):
    qtbot.keyClicks(palette.field, "question")
    assert palette.shown[0] == "question at 0:10"
    palette.field.setText("P2")
    assert palette.shown[0] == "First segment of P2"
    palette.field.setText("session first")
    assert palette.shown[0].startswith("Session first")


def test_the_palette_never_starts_what_is_not_possible(window, dialog, qtbot):
    window.actions_.start("help.palette")
    shown = dialog(Palette)
    qtbot.keyClicks(shown.field, "export")
    assert "Export…" in shown.shown
    row = shown.shown.index("Export…")
    for _ in range(row):
        qtbot.keyClick(shown.field, Qt.Key.Key_Down)
    qtbot.keyClick(shown.field, Qt.Key.Key_Return)
    assert shown.isVisible()
    qtbot.keyClick(shown.field, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_letters_must_stand_in_order_and_beginnings_count_more():
    assert likeness("ep", "Open") is None
    assert likeness("xyz", "Export") is None
    assert likeness("ns", "New study…") > likeness("ns", "Jobs and consent")
    assert likeness("study", "New study…") > likeness("study", "s t u d y here")


def test_the_list_of_keys_has_every_action_with_a_key(window, dialog):
    window.actions_.start("help.keys")
    shown = {label.text() for label in dialog(KeysDialog).findChildren(QLabel)}
    assert {command.text for command in COMMANDS if command.keys} <= shown


def test_the_glossary_explains_every_action_unit_and_word_of_the_readme(window, dialog, qtbot):
    terms = " ".join(one.term.casefold() for one in entries())
    for unit in action_units():
        assert unit.name in " ".join(one.term for one in entries()) or unit.code == "oblique brows"
    for word in ("session", "segment", "person", "measurement", "clue", "affective tree", "reading", "analysis"):
        assert word in terms
    assert "95" in explained("95 % interval")
    window.actions_.start("help.glossary")
    shown = dialog(GlossaryDialog)
    assert len(shown.shown) == len(entries())
    qtbot.keyClicks(shown.search, "hatched")
    assert shown.shown == ["Not assessable"]


def test_the_tour_walks_through_every_panel_and_is_remembered(opened_window, qtbot):
    preferences = opened_window.bench.preferences
    preferences.keep_flag("tour_seen", on=False)
    opened_window.actions_.start("help.tour")
    [tour] = opened_window.findChildren(Tour)
    assert 6 <= len(steps()) <= 8
    assert {step.at for step in steps()} <= {"player", "menu", *opened_window.docks}
    for number in range(len(steps())):
        assert tour.place == number
        assert opened_window.rect().contains(tour.geometry())
        qtbot.mouseClick(tour.next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not opened_window.findChildren(Tour))
    assert preferences.flag("tour_seen", default=False)


def test_escape_ends_the_tour(opened_window, qtbot):
    opened_window.actions_.start("help.tour")
    [tour] = opened_window.findChildren(Tour)
    qtbot.keyClick(tour, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not opened_window.findChildren(Tour))


def test_about_says_what_it_is_for(window, dialog):
    from core.__main__ import INTENDED_USE

    window.actions_.start("help.about")
    assert INTENDED_USE in [label.text() for label in dialog(AboutDialog).findChildren(QLabel)]


def test_the_check_runs_beside_the_window(window, dialog, qtbot):
    """In this test's own home there is no model, so the check ends without a trial."""
    window.actions_.start("help.check")
    shown = dialog(CheckDialog)
    qtbot.waitUntil(lambda: not shown.bar.isVisible(), timeout=60_000)
    assert [look.what for look in shown.looks] == ["libraries", "computer", "analyst", "analyst", "trial"]
    assert [look.fine for look in shown.looks] == [True, True, False, True, False]
    assert shown.looks[2].remedy
    assert "lacks a model" in shown.looks[3].remedy[-1], "a language model is nobody's must"
    assert "cv2" not in sys.modules, "nothing of it was loaded here"


def test_models_come_from_a_folder_and_are_verified(window, dialog, sample_video, tmp_path, qtbot):
    stick = tmp_path / "stick"
    stick.mkdir()
    shutil.copy(sample_video, stick / "any name.bin")
    window.actions_.start("app.models")
    shown = dialog(ModelsDialog)
    qtbot.waitUntil(lambda: len(shown.rows) == len(catalogue()))
    assert {row.state for row in shown.rows.values()} == {"missing"}
    shown.import_from(stick)
    qtbot.waitUntil(lambda: shown.rows["sample"].state == "here")
    assert not shown.rows["sample"].fetch.isVisibleTo(shown)
    broken = models_folder() / catalogue()[0].file
    broken.write_bytes(b"x" * catalogue()[0].bytes)
    qtbot.mouseClick(shown.verify_, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Not what the catalogue names" in shown.said)


def test_the_example_without_its_files_explains_and_offers_them(window, dialog, qtbot):
    window.actions_.start("study.example")
    shown = dialog(ModelsDialog)
    qtbot.waitUntil(lambda: set(shown.rows) == {"sample", "face-landmarker", "expression-network"})
    assert shown.fetch_all.isEnabled()
    assert window.bench.study is None


def test_the_settings_table_is_what_is_shown_and_holds_at_once(window, dialog, qtbot):
    from app.look import theme

    window.actions_.start("app.settings")
    shown = dialog(SettingsDialog)
    assert list(shown.fields) == [one.id for one in SETTINGS]
    colours = shown.fields["theme"]
    colours.setCurrentIndex(colours.findData("dark"))
    assert theme().name == "dark"
    shown.fields["rater"].setText("anna")
    qtbot.keyClick(shown.fields["rater"], Qt.Key.Key_Tab)
    shown.fields["rater"].editingFinished.emit()
    assert window.bench.rater == "anna"
    shown.fields["backups"].click()
    assert not window.bench.preferences.flag("backups", default=True)


def test_another_language_offers_a_restart_that_loses_nothing(opened_window, dialog, qtbot, monkeypatch):
    from app.application import application, dress

    window, begun = opened_window, []

    def begin(arguments):
        assert not window.isVisible(), "the study is closed before it is opened again"
        begun.append(arguments)
        return True

    monkeypatch.setattr("app.restart.begin", begin)
    window.show()
    window.bench.session.show(7.5)
    path = str(window.bench.study.path)
    window.actions_.start("app.settings")
    shown = dialog(SettingsDialog)
    assert not shown.restart.isVisible()
    language = shown.fields["language"]
    language.setCurrentIndex(language.findData("zh_CN"))
    assert shown.restart.isVisible()
    shown.restart.click()
    assert begun == [[path, "--session", "1", "--at", "7.500"]]
    window.bench.preferences.language = "en"
    dress(application(), window.bench.preferences)


def test_the_program_returns_to_a_session_and_a_moment(window, study_file, dialog, qtbot):
    from app.dialogs.passphrase import PassphraseDialog
    from app.restart import return_to
    from tests.core.project.builders import PASSPHRASE

    sought = []
    window.bench.session.sought.connect(sought.append)
    return_to(window, study_file, session=1, at_s=12.5)
    asked = dialog(PassphraseDialog)
    asked.secret.setText(PASSPHRASE)
    asked.accept()
    qtbot.waitUntil(lambda: 12.5 in sought, timeout=30_000)
    assert window.bench.session.scene.session.id == 1


SECRETS = ("Marta", "Clinic winter", "/home/marta", "C-014")


def faulty(patient):
    raise KeyError(f"{patient} of Clinic winter in /home/marta/C-014.mp4")


def test_a_crash_report_names_places_and_no_person(window, dialog, qtbot):
    try:
        try:
            faulty("Marta")
        except KeyError as fault:
            raise RuntimeError("Marta again\nKeyError: Marta") from fault
    except RuntimeError as fault:
        text = report_of(fault)
        show_crash(fault, parent=window)
    assert not [secret for secret in SECRETS if secret in text]
    assert "RuntimeError" in text
    assert "KeyError" in text
    assert "test_help.py" in text
    shown = dialog(CrashDialog)
    assert shown.report.toPlainText() == text
    show_crash(ValueError("Marta"), parent=window)
    assert "ValueError" in shown.report.toPlainText()
    copy = next(button for button in shown.buttons.buttons() if "Copy" in button.text())
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == shown.report.toPlainText()


def test_a_crash_report_leaves_out_files_outside_the_program(tmp_path):
    path = tmp_path / "marta.py"
    path.write_text("def go():\n    return {}['Marta']\n")
    space: dict = {}
    exec(compile(path.read_text(), str(path), "exec"), space)
    with pytest.raises(KeyError) as caught:
        space["go"]()
    assert "marta" not in report_of(caught.value).casefold()
