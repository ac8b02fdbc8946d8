"""The workbench: the study is touched in its own thread only, every change is saved and shown, failures are told."""

import threading

import pytest

from app.verbs import review
from core.project import sessions
from core.project.opening import open_study
from core.project.reviews import set_rater
from tests.core.project.builders import PASSPHRASE, analysed, circumstances, new_study


@pytest.fixture
def study_file(tmp_path):
    with new_study(tmp_path).study as study:
        analysed(study)
    return tmp_path / "study.vemo"


@pytest.fixture
def opened(bench, study_file, qtbot):
    bench.preferences.rater = "anna"
    with qtbot.waitSignal(bench.session.opened, check_params_cb=lambda: bench.session.scene is not None):
        bench.open(lambda: open_study(study_file, secret=PASSPHRASE, circumstances=circumstances()))
    return bench


def test_opening_shows_the_latest_session(opened):
    assert opened.study.name == "A study"
    assert opened.study.encrypted
    assert len(opened.session.scene.segments) == 12
    assert opened.preferences.recent == (opened.study.path,)


def test_a_wrong_passphrase_is_told_and_nothing_is_open(bench, study_file, qtbot):
    told = []
    bench.told.connect(lambda *what: told.append(what))
    bench.open(lambda: open_study(study_file, secret="wrong words"))
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][2] == "problem"
    assert bench.study is None


def test_a_verdict_is_saved_shown_and_undone(opened, qtbot, study_file):
    session = opened.session
    session.select(session.scene.segments[0])
    qtbot.waitUntil(lambda: session.segment is not None)
    with qtbot.waitSignal(session.scene_changed):
        review.judge(opened, "agree", comment="clear")
    assert session.scene.segments[0].verdicts == ("anna: agree",)
    assert session.standing_review(session.row, rater="anna").comment == "clear"
    assert session.segment is not None, "the selection stays"
    with qtbot.waitSignal(session.scene_changed):
        review.undo(opened)
    assert session.scene.segments[0].verdicts == ()
    with qtbot.waitSignal(session.scene_changed):
        review.redo(opened)
    assert session.scene.segments[0].verdicts == ("anna: agree",)


def test_a_verdict_on_a_clue_is_about_the_clue(opened, qtbot):
    session = opened.session
    session.select(session.scene.segments[0])
    qtbot.waitUntil(lambda: session.segment is not None)
    session.select_clue("c1")
    with qtbot.waitSignal(session.scene_changed):
        review.judge(opened, "disagree")
    assert session.standing_review(session.row, rater="anna", clue="c1").verdict == "disagree"
    assert session.standing_review(session.row, rater="anna") is None


def test_the_study_is_never_touched_in_the_windows_thread(opened, qtbot):
    where = []
    opened.ask(lambda study: threading.current_thread().name, then=where.append)
    qtbot.waitUntil(lambda: bool(where))
    assert where[0].startswith("study")


def test_nothing_to_undo_is_a_sentence(bench, tmp_path, qtbot):
    made = new_study(tmp_path)
    made.study.close()
    bench.open(lambda: open_study(tmp_path / "study.vemo", secret=PASSPHRASE, circumstances=circumstances()))
    qtbot.waitUntil(lambda: bench.study is not None)
    told = []
    bench.told.connect(lambda *what: told.append(what))
    review.undo(bench)
    qtbot.waitUntil(lambda: bool(told))
    assert "nothing to undo" in told[0][0]


def test_changes_that_follow_each_other_end_with_the_last_state(opened, qtbot):
    session = opened.session
    for row in session.scene.segments[:4]:
        session.select(row)
        review.judge(opened, "unsure")
    qtbot.waitUntil(lambda: sum(bool(row.verdicts) for row in session.scene.segments) == 4)


def test_a_new_session_appears_in_the_list(opened, qtbot):
    with qtbot.waitSignal(opened.study_changed):
        opened.do(lambda study: sessions.add_session(study, "second"))
    assert [one.name for one in opened.study.sessions] == ["first", "second"]
    assert opened.session.scene.session.name == "first", "what is on the screen stays"


def test_distributions_come_once_for_each_segment(opened, qtbot):
    session = opened.session
    with qtbot.waitSignal(session.distributions_changed):
        session.want_distributions(session.scene.segments)
    assert set(session.distributions) == {(1, row.segment) for row in session.scene.segments if row.label}
    asked = []
    session.distributions_wanted.connect(lambda *what: asked.append(what))
    session.want_distributions(session.scene.segments)
    assert not asked


def test_a_blind_rater_gets_no_tree_and_no_distribution(bench, study_file, qtbot):
    bench.preferences.rater = "clara"
    with open_study(study_file, secret=PASSPHRASE, circumstances=circumstances()) as study:
        set_rater(study, "clara", blind=True)
    bench.open(lambda: open_study(study_file, secret=PASSPHRASE, circumstances=circumstances(who="clara")))
    qtbot.waitUntil(lambda: bench.session.scene is not None)
    session = bench.session
    session.select(session.scene.segments[0])
    session.want_distributions(session.scene.segments)
    reached = []
    bench.ask(lambda study: None, then=lambda _: reached.append(True))
    qtbot.waitUntil(lambda: bool(reached))
    assert session.segment is None
    assert not session.distributions


def test_closing_the_workbench_gives_the_study_back(opened, study_file):
    opened.close()
    with open_study(study_file, secret=PASSPHRASE, circumstances=circumstances()) as study:
        assert study.writable


def test_next_to_check_goes_through_doubtful_segments_only(opened, qtbot):
    rows = review.to_check(opened)
    assert rows
    assert all(row.assessable for row in rows)
    review.go_to_next(opened)
    first = opened.session.row
    review.go_to_next(opened)
    assert opened.session.row.start_s >= first.start_s
    assert opened.session.row != first
