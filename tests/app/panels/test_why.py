"""Why this reading: every clue is a card, a card leads to its moment and its measured curve; none for the blind."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from app import reasons
from app.panels.why import GRAPH, WhyPanel
from app.verbs import review
from core.project.analyses import save_analysis
from core.project.reviews import set_rater
from core.project.screen import Window, screen
from core.records.tree import Clue
from tests.app.panels.conftest import show
from tests.core.project.builders import FAILURE, by_model, new_study, recorded


@pytest.fixture
def panel(opened, actions, qtbot):
    made = WhyPanel(opened, actions)
    qtbot.addWidget(made)
    made.resize(760, 460)
    made.show()
    return made


def cards(panel):
    found, model = {}, panel.tree.model()
    waiting = [model.index(row, 0) for row in range(model.rowCount())]
    while waiting:
        index = waiting.pop(0)
        card = index.data(Qt.ItemDataRole.UserRole)
        found.setdefault(card.clue, []).append(index)
        waiting += [model.index(row, 0, index) for row in range(model.rowCount(index))]
    return found


def shown(panel, qtbot):
    qtbot.waitUntil(lambda: panel._pages.currentIndex() == 1)


def test_every_clue_of_the_tree_is_a_card(panel, choose, qtbot, opened):
    choose()
    shown(panel, qtbot)
    tree = opened.session.segment.tree
    assert set(cards(panel)) == {clue.id for clue in tree.clues}
    top = panel.tree.model().index(0, 0).data(Qt.ItemDataRole.UserRole)
    assert top.level == "emotion"
    counts = panel._counts.text()
    assert f"{sum(clue.support == 'supported' for clue in tree.clues)} supported" in counts


def test_the_head_says_how_sure_and_where_signals_disagree(panel, choose, qtbot, opened):
    rows = [row for row in opened.session.scene.segments if row.assessable]
    said = set()
    for row in rows:
        choose(row)
        shown(panel, qtbot)
        reading = opened.session.segment.reading
        assert f"same in {round(8 * reading.stability)} of 8" in panel.heading.sure.text()
        assert panel.heading.doubt.isVisibleTo(panel) == bool(reading.remark)
        said.add(panel.heading.reading.text())
    assert len(said) > 1


def test_enter_jumps_to_the_clue_and_loops_it(panel, choose, qtbot, opened):
    row = choose()
    shown(panel, qtbot)
    clue = opened.session.segment.tree.clues[0]
    panel.tree.setFocus()
    panel.tree.setCurrentIndex(cards(panel)[clue.id][0])
    assert opened.session.clue == clue.id
    with qtbot.waitSignal(opened.session.sought) as sought:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    offset_s = opened.session.offset_s(row.analysis)
    start_s, end_s = opened.session.loop
    assert sought.args[0] == pytest.approx(start_s)
    assert start_s <= clue.span.start_s + offset_s + 1e-9
    assert end_s >= clue.span.end_s + offset_s - 1e-9


def test_the_reading_itself_stands_for_the_segment(panel, choose, qtbot, opened):
    choose(next(row for row in opened.session.scene.segments if row.assessable and row.label != "unclear"))
    shown(panel, qtbot)
    opened.session.select_clue(opened.session.segment.tree.clues[0].id)
    reading = next(clue for clue in opened.session.segment.tree.at("emotion") if clue.value == "reading")
    panel.tree.jumped.emit(reading.id)
    assert opened.session.clue is None, "a verdict is then about the whole reading"


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Return])
def test_keys_that_walk_are_kept_from_the_window(panel, key):
    for widget in (panel.tree, panel.graph):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        widget.event(event)
        assert event.isAccepted()


def test_letters_stay_the_windows(panel):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    event.ignore()
    panel.tree.event(event)
    assert not event.isAccepted()


def test_arrows_walk_the_graph(panel, choose, qtbot, opened):
    choose()
    shown(panel, qtbot)
    panel._switch(GRAPH)
    panel.graph.setFocus()
    before = panel.graph._current
    qtbot.keyClick(panel.graph, Qt.Key.Key_Left)
    assert panel.graph._current != before
    assert opened.session.clue == panel.graph._current


def test_the_curve_is_the_measured_one_with_its_gaps(panel, choose, qtbot, opened):
    row = choose()
    shown(panel, qtbot)
    clue = next(one for one in opened.session.segment.tree.clues if one.name.startswith("AU"))
    panel.tree.jumped.emit(clue.id)
    plot = panel.evidence._plots[0][1]
    qtbot.waitUntil(lambda: plot._drawn is not None and plot._drawn[0] is not None)
    qtbot.waitUntil(lambda: plot._drawn[0].name == clue.name)
    drawn = plot._drawn[0]
    wanted = Window(
        session=opened.session.scene.session.id, start_s=0.0, end_s=60.0, curves=((row.person, clue.name),), width=5000
    )
    answers = []
    opened.ask(lambda study: screen(study, wanted), then=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    stored = answers[0].curves[0]
    at = np.searchsorted(stored.times_s, drawn.times_s)
    assert np.array_equal(stored.low[at], drawn.low, equal_nan=True)
    assert clue.text in panel.evidence._words.text()
    assert "VidEmo Studio" in panel.evidence._source.text()


def test_a_gap_in_time_is_a_gap_in_the_line():
    from app.widgets.evidence_plot import _with_gaps

    times, values = _with_gaps(np.array([0.0, 0.1, 0.2, 5.0, 5.1]), np.ones(5))
    assert len(times) == 6
    assert np.isnan(values).sum() == 1
    assert np.all(np.diff(times) > 0)


def test_a_blind_rater_sees_nothing_of_it(bench, actions, opened, folder, qtbot):
    opened.do(lambda study: set_rater(study, "ben", blind=True))
    opened.preferences.rater = "ben"
    show(opened, folder, qtbot)
    panel = WhyPanel(opened, actions)
    qtbot.addWidget(panel)
    opened.session.select(next(row for row in opened.session.scene.segments if row.assessable))
    qtbot.wait(50)
    assert "You rate blind" in panel.empty.text
    assert panel._pages.currentIndex() == 0
    assert not cards(panel)
    assert not opened.session.doubts


def test_nothing_selected_says_what_to_do(panel):
    assert "Choose a segment" in panel.empty.text


@pytest.fixture
def by_a_model(bench, actions_of, tmp_path, qtbot):
    """The panel with an analysis of a language model in which S3 failed."""
    with new_study(tmp_path).study as study:
        save_analysis(study, by_model(), recording=recorded(study)[1])
    show(bench, tmp_path, qtbot)
    made = WhyPanel(bench, actions_of)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def actions_of(bench):
    from app.actions import Actions

    return Actions(bench)


def select(panel, name, qtbot):
    session = panel.bench.session
    session.select(next(row for row in session.scene.segments if row.segment == name))
    qtbot.waitUntil(lambda: session.segment is not None)


def test_the_models_words_and_what_was_not_chosen_stand_beside_the_tree(by_a_model, qtbot):
    select(by_a_model, "S1", qtbot)
    shown(by_a_model, qtbot)
    assert by_a_model.as_words.isVisible()
    by_a_model.as_words.click()
    text = by_a_model.words.toPlainText()
    assert "She smiles." in text
    assert "not chosen:" in text
    assert "cut off at the longest length" in text
    assert "Because of the mouth." in text
    assert "Und so weiter." in text
    assert "score 0.30 (agrees with the other answers 0.33, the model's own probability 0.25)" in text
    assert "Asked by: search/emotion@1" in text
    assert not by_a_model.evidence.isVisible(), "words belong to no clue"
    assert "the candidates agree to" in by_a_model.heading.sure.text()


def test_the_built_in_analyst_says_no_words(panel, choose, qtbot):
    choose()
    shown(panel, qtbot)
    assert not panel.as_words.isVisible()


def test_a_failed_segment_says_why_and_is_worth_a_look(by_a_model, qtbot):
    select(by_a_model, "S3", qtbot)
    qtbot.waitUntil(lambda: "Not read" in by_a_model.empty.text)
    assert FAILURE in by_a_model.empty.text
    row = by_a_model.bench.session.row
    assert review.why_check(by_a_model.bench, row) == "failed"
    assert "failed" in review.why_in_words("failed")


@pytest.mark.parametrize(
    ("level", "name", "value", "title", "detail"),
    [
        ("attribute", "hair: color", "brown", "Hair: color, brown", ""),
        ("attribute", "nod", "absent", "Nod, absent", ""),
        ("expression", "smile with raised cheeks", "present", "Smile with raised cheeks", ""),
        ("emotion", "contempt", "present", "contempt displayed", "the candidates agree to 80 %"),
        ("emotion", "happiness", "absent", "happiness not displayed", "the candidates agree to 80 %"),
        ("emotion", "happiness", "alternative", "happiness is possible too", "probability 0.50"),
    ],
)
def test_what_a_model_said_has_a_title_and_no_made_up_number(level, name, value, title, detail):
    told = by_model().segments[0]
    clue = Clue("m1", level, name, value, "as it was said", told.span, 0.5, "not_measurable", ())
    assert reasons.title(clue) == title
    assert reasons.detail(clue, usual={}, segment=told).replace("\N{NO-BREAK SPACE}", " ") == detail
