"""What was said of people who are not learned from is shown with the study's key, and is forgotten."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from core.project.opening import open_study
from finetune.log import Log
from tests.app.training.events import begun, ended, evaluated, stepped
from tests.core.project.builders import PASSPHRASE
from tests.finetune.answered import answered_run

MARKUP = "<b>Nothing</b> to see."


def press(button, qtbot):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def words_in(widget):
    """All that is written on a widget, with how."""
    return {label.text(): label for label in widget.findChildren(QLabel) if not label.isHidden()}


@pytest.fixture
def answered(clinic_file, root):
    """A sealed run of that study whose held-out people were asked twice."""
    with open_study(clinic_file, secret=PASSPHRASE) as study:
        run, _ = answered_run(study, root, before=MARKUP)
    log = Log(run.log)
    for event in (begun(), evaluated("before", 0, 0.0), stepped(1), evaluated("emotion", 1, 1.0), ended(better=True)):
        log.add(event)
    log.close()
    return run


@pytest.fixture
def shown(page, qtbot):
    """The card of a run's answers."""

    def show(name):
        panel = page()
        panel._select(name)
        samples = panel.watching.samples
        qtbot.waitUntil(lambda: samples.which.count() > 0)
        return samples

    return show


def test_answers_are_shown_as_plain_words_and_are_forgotten_with_the_page(answered, open_clinic, page, shown, qtbot):
    open_clinic()
    samples = shown(answered.name)
    assert samples.which.currentText() == "Before and after"
    assert "kept nowhere else" in samples.said.text()
    press(samples.show_, qtbot)
    qtbot.waitUntil(lambda: samples.table.rowCount() > 0, timeout=60_000)
    assert [samples.table.item(0, column).text() for column in (1, 2)] == ["0.00", "1.00"]
    words = words_in(samples.answer)
    assert words[MARKUP].textFormat() == Qt.TextFormat.PlainText
    assert words["Now it says (1.00), better"].property("good")
    rows = samples.table.rowCount()
    samples.only.setCurrentIndex(2)
    assert samples.table.rowCount() == 0, "nothing is worse than before"
    samples.only.setCurrentIndex(1)
    assert samples.table.rowCount() == rows
    press(page().back, qtbot)
    assert samples._rows == ()
    assert MARKUP not in words_in(samples.answer)


def test_without_the_study_they_are_not_shown(answered, shown, qtbot):
    samples = shown(answered.name)
    press(samples.show_, qtbot)
    qtbot.waitUntil(lambda: "which is not open" in samples.said.text(), timeout=60_000)
    assert samples.said.property("bad")
    assert not samples.table.isVisible()
    assert samples.show_.isEnabled()


def test_closing_the_study_forgets_them(answered, open_clinic, shown, qtbot):
    window = open_clinic()
    samples = shown(answered.name)
    press(samples.show_, qtbot)
    qtbot.waitUntil(lambda: samples.table.rowCount() > 0, timeout=60_000)
    window.bench.close_study()
    qtbot.waitUntil(lambda: samples.table.rowCount() == 0)


def test_who_reviews_blind_is_not_shown_what_the_model_says(answered, open_clinic, shown, qtbot):
    from app.verbs.review import set_rater

    window = open_clinic()
    set_rater(window.bench, "berta", blind=True)
    qtbot.waitUntil(lambda: window.bench.session.scene.blind)
    samples = shown(answered.name)
    press(samples.show_, qtbot)
    assert "You review blind" in samples.said.text()
    assert samples._asking is None
