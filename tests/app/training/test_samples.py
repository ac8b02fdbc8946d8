"""What was said of people who are not learned from is shown with the study's key, and is forgotten."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.training.answer import difference_words, rewards_words
from app.training.said import Difference
from core.project.opening import open_study
from finetune.log import Log
from tests.app.training.events import begun, ended, evaluated, reinforced, rewarded, stepped
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


def test_a_look_is_shown_with_rewards_and_what_its_tree_left_out(clinic_file, root, open_clinic, shown, qtbot):
    def last_line(example):
        return example.answer.splitlines()[-1]

    looks = {0: (last_line, True), 25: (lambda example: example.answer, False)}
    with open_study(clinic_file, secret=PASSPHRASE) as study:
        run, frozen = answered_run(study, root, last="reinforcement", looks=looks, method="grpo")
    log = Log(run.log)
    steps = [reinforced(step) for step in range(1, 26)]
    for event in (begun(steps=60), evaluated("before", 0, 0.0), rewarded(0, 0.5), *steps, rewarded(25, 0.5)):
        log.add(event)
    log.close()
    open_clinic()
    samples = shown(run.name)
    assert [samples.which.itemText(place) for place in range(samples.which.count())] == ["At step 25", "At step 0"]
    press(samples.show_, qtbot)
    qtbot.waitUntil(lambda: samples.table.rowCount() == len(frozen.split.test), timeout=60_000)
    assert not samples.only.isVisible()
    words = words_in(samples.answer)
    assert "It was cut off: nothing is learned from it." in words
    assert "affective tree 0.40 · form 1.00" in words
    samples.which.setCurrentIndex(1)
    qtbot.waitUntil(lambda: samples.table.rowCount() > 0, timeout=60_000)
    samples.table.setCurrentCell(0, 0)
    words = words_in(samples.answer)
    assert words["left out"].property("bad")
    assert "It was cut off: nothing is learned from it." not in words


@pytest.mark.parametrize(
    ("difference", "said"),
    [
        (Difference("omitted", "attribute", "AU12", "marked", ""), "lip corners pulled up: marked"),
        (Difference("added", "emotion", "sadness", "", "present"), "sadness: present"),
        (Difference("changed", "attribute", "AU4", "present", "marked"),
         "brows lowered or drawn together: marked, and not present"),
        (Difference("omitted", "edge", "AU12 > smile", "present", ""), "lip corners pulled up → smile"),
    ],
)  # fmt: skip
def test_differences_are_told_in_plain_words(qapp, difference, said):
    assert difference_words(difference) == said


def test_rewards_stand_in_one_order(qapp):
    told = rewards_words({"length": 1.0, "unheard of": 0.1, "tree": 0.25})
    assert told == "affective tree 0.25 · length 1.00 · unheard of 0.10"
