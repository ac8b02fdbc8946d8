"""Opening and making studies: wrong secrets are said and asked again, what was open stays, a key is shown once."""

import pytest
from PySide6.QtCore import Qt

from app.dialogs.new_study import NewStudyDialog, strength_bits
from app.dialogs.passphrase import PassphraseDialog
from app.verbs.study import open_study
from core.project.opening import open_study as open_file
from tests.core.project.builders import PASSPHRASE, new_study


@pytest.fixture
def plain_file(tmp_path):
    with new_study(tmp_path, name="plain.vemo", passphrase=None).study:
        pass
    return tmp_path / "plain.vemo"


def test_a_wrong_passphrase_is_said_inside_and_the_right_one_opens(window, study_file, dialog, qtbot):
    open_study(window, study_file)
    asked = dialog(PassphraseDialog)
    assert not asked.open_.isEnabled(), "nothing was typed yet"
    qtbot.keyClicks(asked.secret, "wrong words")
    qtbot.keyClick(asked.secret, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open" in asked.said)
    assert window.bench.study is None
    qtbot.keyClicks(asked.secret, PASSPHRASE)  # the wrong one is selected: typing replaces it
    qtbot.keyClick(asked.secret, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.bench.session.scene is not None)
    assert window.bench.study.writable


def test_the_recovery_key_opens_too_and_for_reading_only(window, tmp_path, dialog, qtbot):
    made = new_study(tmp_path)
    made.study.close()
    open_study(window, made.study.path)
    asked = dialog(PassphraseDialog)
    asked.secret.setText(made.recovery_key.lower())
    asked.read_only.setChecked(True)
    asked.accept()
    qtbot.waitUntil(lambda: window.bench.study is not None)
    assert not window.bench.study.writable
    assert not window.actions_["study.add"].isEnabled()


def test_a_wrong_passphrase_leaves_the_study_that_was_open(opened_window, tmp_path, dialog, qtbot):
    made = new_study(tmp_path, name="other.vemo")
    made.study.close()
    before = opened_window.bench.study
    open_study(opened_window, made.study.path)
    asked = dialog(PassphraseDialog)
    asked.secret.setText("wrong words")
    asked.accept()
    qtbot.waitUntil(lambda: bool(asked.said))
    assert opened_window.bench.study == before


def test_a_study_without_encryption_opens_at_once(window, plain_file, qtbot):
    open_study(window, plain_file)
    qtbot.waitUntil(lambda: window.bench.study is not None)
    assert not window.bench.study.encrypted


def test_a_file_that_is_no_study_is_a_sentence(window, tmp_path, qtbot):
    path = tmp_path / "letter.vemo"
    path.write_bytes(b"Dear all, " * 2000)
    told = []
    window.bench.told.connect(lambda *what: told.append(what))
    open_study(window, path)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][2] == "problem"


def test_opening_what_is_open_shows_it(opened_window, study_file, qtbot):
    opened_window.show_start()
    open_study(opened_window, study_file)
    qtbot.waitUntil(lambda: opened_window.docks["timeline"].isVisible())
    assert opened_window.bench.study.writable, "it was not opened a second time"


@pytest.fixture
def making(window, dialog, tmp_path, monkeypatch):
    monkeypatch.setattr("app.dialogs.new_study.documents", lambda: tmp_path)
    window.actions_.start("study.new")
    return dialog(NewStudyDialog)


@pytest.mark.parametrize("purpose", ["workplace", "education"])
def test_what_the_law_forbids_is_refused_with_the_reason(making, purpose):
    making.name.setText("A clinic")
    making.purpose.setCurrentIndex(making.purpose.findData(purpose))
    assert "2024/1689" in making.why_not.text()
    assert not making.go.isEnabled()
    making.purpose.setCurrentIndex(making.purpose.findData("therapy"))
    assert making.go.isEnabled()


def test_a_new_study_is_made_and_its_key_must_be_kept(making, window, tmp_path, qtbot):
    making.name.setText("A clinic / winter")
    making.first.setText("blue paper boat")
    making.second.setText("blue paper boot")
    making.accept()
    assert "differ" in making.said
    making.second.setText("blue paper boat")
    making.accept()
    qtbot.waitUntil(lambda: bool(making.key.text()), timeout=15_000)
    key, path = making.key.text(), tmp_path / "A clinic winter.vemo"
    assert not making.go.isEnabled()
    making.reject()
    assert making.isVisible(), "Escape does not lose the key"
    making.kept.setChecked(True)
    making.accept()
    qtbot.waitUntil(lambda: window.bench.study is not None)
    assert window.bench.study.path == path
    window.bench.close_study()
    window.bench.study_lane.wait_for(lambda: None)
    with open_file(path, secret=key) as study:
        assert study.meta("purpose") == "therapy"
        assert study.meta("name") == "A clinic / winter"


def test_without_encryption_is_an_explicit_choice(making, window, qtbot):
    making.name.setText("Plain")
    making.accept()
    assert "passphrase" in making.said
    making.open_.setChecked(True)
    making.accept()
    qtbot.waitUntil(lambda: window.bench.study is not None)
    assert not window.bench.study.encrypted


def test_a_file_that_stands_there_is_not_overwritten_and_the_dialog_stays(making, tmp_path, qtbot):
    (tmp_path / "Taken.vemo").write_bytes(b"something")
    making.name.setText("Taken")
    making.open_.setChecked(True)
    making.accept()
    qtbot.waitUntil(lambda: "nothing was overwritten" in making.said)
    assert making.go.isEnabled()
    assert (tmp_path / "Taken.vemo").read_bytes() == b"something"


def test_escape_does_not_drop_what_was_typed_at_once(making):
    making.name.setText("A name")
    making.reject()
    assert making.isVisible()
    making.reject()
    assert not making.isVisible()


def test_strength_grows_with_words_and_not_with_repetition():
    weak = ("password", "aaaaaaaaaaaaaaaa", "sun sun sun sun sun sun")
    assert max(map(strength_bits, weak)) < 45
    assert strength_bits("blue paper boat under seven hats") > 65
    assert strength_bits("") == 0
