"""Figures: those of the statistics room for the span, the phase or the session; refused where too little is."""

import pytest

from app.panels.figures import FiguresPanel
from core.export.look import LOOKS
from core.project.resolved import resolved_analysis
from core.project.sessions import add_marker
from core.records.moment import Span
from core.statistics.phases import Phase, phase_figures
from core.statistics.tracks import track_of_segments


@pytest.fixture
def panel(opened, actions, qtbot):
    made = FiguresPanel(opened, actions)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    return made


def settled(panel, qtbot):
    qtbot.waitUntil(lambda: panel._shown is not None and panel._shown[1] == panel.wanted, timeout=10_000)


def test_figures_are_those_of_the_statistics_room(panel, opened, qtbot):
    panel.who.setCurrentIndex(1)
    settled(panel, qtbot)
    scene, answers = opened.session.scene, []
    opened.ask(lambda study: resolved_analysis(study, scene.analyses[0].id), then=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    concluded = 0
    for figures in panel._found:
        track = track_of_segments(answers[0].segments, coder="model", person=figures.key[1])
        phase = Phase("The whole session", Span.between(0.0, scene.length_s))
        expected = phase_figures(track, phase, labels=tuple(LOOKS))
        assert figures.pieces.assessable_s == pytest.approx(expected.assessable_s, abs=1e-4)
        assert (figures.pieces.verdict is None) == (expected.verdict is None)
        for here, there in zip(figures.pieces.parts[0].labels, expected.parts[0].labels, strict=True):
            assert here.total_s == pytest.approx(there.total_s, abs=1e-4)
            if expected.verdict is None:
                assert here.share.value == pytest.approx(there.share.value, abs=1e-4)
                concluded += 1
                if here.number:
                    assert f"{here.label}" in panel.text.toPlainText()
    assert concluded, "at least one person is assessable for long enough"


def test_the_marked_span_comes_first_and_too_little_is_refused(panel, opened, qtbot):
    settled(panel, qtbot)
    opened.session.mark((1.0, 3.0))
    settled(panel, qtbot)
    assert panel.what.text() == "The marked span (00:01.0–00:03.0)"
    found = panel._found[0].pieces
    assert found.verdict is not None
    assert f"No conclusion: only {found.assessable_s:.1f} s of 2.0 s" in panel.text.toPlainText()
    assert "share" not in panel.text.toPlainText()


def test_the_phase_under_the_playhead(panel, opened, qtbot):
    session = opened.session.scene.session.id
    with qtbot.waitSignal(opened.session.scene_changed):
        opened.do(lambda study: add_marker(study, session=session, kind="phase", label="after", start_s=2.0, end_s=9.0))
    settled(panel, qtbot)
    assert panel.what.text().startswith("The whole session")
    opened.session.show(4.0)
    settled(panel, qtbot)
    assert panel.what.text() == "This phase: “after” (00:02.0–00:09.0)"
    opened.session.show(9.5)
    settled(panel, qtbot)
    assert panel.what.text().startswith("The whole session")


def test_everybody_is_one_block_each(panel, qtbot):
    panel.who.setCurrentIndex(1)
    settled(panel, qtbot)
    assert [one.key[1] for one in panel._found] == ["P1", "P2"]


def test_a_verdict_changes_no_figure_and_computes_none(panel, opened, choose, qtbot):
    from app.verbs import review

    choose(next(row for row in opened.session.scene.segments if row.assessable and row.person == "P1"))
    settled(panel, qtbot)
    before = panel._found
    with qtbot.waitSignal(opened.session.scene_changed):
        review.judge(opened, "agree")
    assert panel._shown[0] is opened.session.scene
    assert panel._found is before


def test_a_blind_rater_sees_no_figure(panel, opened, folder, qtbot):
    from core.project.reviews import set_rater
    from tests.app.panels.conftest import show

    opened.do(lambda study: set_rater(study, "ben", blind=True))
    opened.preferences.rater = "ben"
    show(opened, folder, qtbot)
    qtbot.waitUntil(lambda: "You rate blind" in panel.empty.text, timeout=5000)
    assert panel._pages.currentIndex() == 0
