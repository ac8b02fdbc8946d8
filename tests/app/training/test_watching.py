"""Runs on the page: real processes are watched, paused and found again; logs are drawn; an outcome is decided on."""

import json
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from app.dialogs.closing import may_close
from app.training.outcome import Outcome
from app.training.rewards import Reinforcement, rounded_up, told
from app.training.runs import lives, running
from app.training.story import Story
from app.verbs.training import tell_running
from core.models import adapters
from core.models.adopted import adopted
from finetune import process
from finetune.events import Ended
from finetune.log import Log
from finetune.recipe import Base, Recipe
from finetune.runs import find_run, is_running, make_run, standing
from tests.app.training.events import WHOLE, begun, ended, evaluated, reinforced, rewarded, stepped


def press(button, qtbot):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def answer(monkeypatch):
    """Presses the button of a message box whose words are named; keeps what was asked."""
    asked: list[str] = []

    def answering(words):
        def exec_(box):
            asked.append(f"{box.text()} {box.informativeText()}")
            return 0

        monkeypatch.setattr(QMessageBox, "exec", exec_)
        monkeypatch.setattr(
            QMessageBox, "clickedButton", lambda box: next(one for one in box.buttons() if one.text() == words)
        )
        return asked

    return answering


@pytest.fixture
def going(root, answer):
    """A run whose process is real and learns nothing: `tests.finetune.pretend`; the window may close meanwhile."""
    answer("Close")

    def start(name="north-1", **plan):
        run = make_run(root, Recipe(name, Base("tiny")), key=None)
        (run.folder / "plan.json").write_text(json.dumps({"steps": 2000, "seconds": 0.02, **plan}))
        process.start(run, key=None, module="tests.finetune.pretend")
        return run

    return start


def test_no_run_yet(page):
    panel = page()
    assert panel.none.isVisible()
    assert "No run is on this computer yet" in panel.none.text()


def test_a_run_is_found_again_watched_and_paused_and_goes_on_when_the_window_closes(going, page, window, qtbot, answer):
    run = going()
    panel = page()
    watching = panel.watching
    qtbot.waitUntil(lambda: watching.run is not None and bool(watching.curves.loss.plotItem.curves), timeout=30_000)
    assert watching.run.name == "north-1"
    assert watching.state == "running"
    assert "goes on when this window is closed" in watching.said.text()
    assert "of 2000" in watching.at.text()
    assert "left" in watching.at.text()
    assert "1.0 GB of main memory" in watching.at.text()
    assert watching.pause.isVisible()
    assert not watching.resume.isVisible()
    asked = answer("Stay")
    assert not may_close(window.bench, parent=window)
    assert "The training “north-1” goes on without the window" in asked[0]
    assert running() == ("north-1",)
    press(watching.pause, qtbot)
    assert "Pausing" in watching.said.text()
    qtbot.waitUntil(lambda: watching.state == "paused", timeout=30_000)
    assert not is_running(run)
    assert standing(run).state == "paused"
    assert watching.resume.isVisible()
    assert [one.state for one in panel.runs] == ["paused"]
    assert may_close(window.bench, parent=window), "nothing is under way"


def test_a_run_is_told_at_start_up(going, window, qtbot):
    going()
    tell_running(window)
    qtbot.waitUntil(lambda: "north-1 is still being trained." in window.notice.text)


def test_a_run_that_was_killed_is_said_to_have_died(going, page, qtbot):
    import psutil

    run = going()
    watching = page().watching
    qtbot.waitUntil(lambda: watching.state == "running", timeout=30_000)
    psutil.Process(standing(run).process).kill()
    qtbot.waitUntil(lambda: watching.state == "died", timeout=30_000)
    assert "without a word" in watching.said.text()
    assert watching.resume.isVisible()
    assert lives("north-1") is False


def test_resuming_without_its_study_says_what_to_do(page, root, window, qtbot):
    from dataclasses import replace

    from finetune.recipe import Data

    run = make_run(root, replace(Recipe("north-1", Base("tiny")), data=Data(study="/clinic/north.vemo")), key=None)
    log = Log(run.log)
    for event in (begun(), stepped(1), Ended("paused", "")):
        log.add(event)
    log.close()
    panel = page()
    panel._select("north-1")
    qtbot.waitUntil(lambda: panel.watching.state == "paused")
    press(panel.watching.resume, qtbot)
    qtbot.waitUntil(lambda: "learns from the study north, which is not open" in window.notice.text, timeout=60_000)
    assert not is_running(find_run(root, "north-1"))


def test_what_a_log_tells_is_drawn(logged, page, qtbot):
    logged(*WHOLE, Ended("failed", "The disk is full. Free some space."))
    panel = page()
    panel._select("north-1")
    watching = panel.watching
    qtbot.waitUntil(lambda: "The disk is full." in watching.said.text())
    assert watching.state == "failed"
    assert watching.said.property("bad")
    names = {item.name() for item in watching.curves.loss.plotItem.items if getattr(item, "name", None) and item.name()}
    assert names == {"attributes", "attributes, other people", "displayed emotion"}
    score = next(item for item in watching.curves.scores.plotItem.items if getattr(item, "xData", None) is not None)
    assert list(score.yData) == [0.25, 0.4, 0.75]
    assert watching.notes.text().splitlines() == [
        "The same recording is on both sides.", "The stage attribute falls by 3.0 points."
    ]  # fmt: skip
    rows = [
        [watching.curves.figures.item(row, column).text() for column in range(4)]
        for row in range(watching.curves.figures.rowCount())
    ]
    assert rows == [
        ["displayed emotion", "0.250", "0.750", "8"],
        ["displayed emotion / emotion-7", "0.250", "0.750", "0"],
    ]
    assert not watching.outcome.isVisible()
    assert watching.resume.isVisible()


def test_a_long_log_is_taken_in_without_holding_the_window_up(logged, page, qtbot):
    logged(begun(steps=20_000), *(stepped(step, steps=20_000) for step in range(1, 20_001)))
    panel = page()
    panel._select("north-1")
    story = panel.watching._story
    turns: list[int] = []
    read = story.read

    def counted():
        began = time.thread_time()
        more = read()
        turns.append(time.thread_time() - began)
        return more

    story.read = counted
    qtbot.waitUntil(lambda: story.step == 20_000, timeout=60_000)
    assert len(turns) > 10, "in many parts"
    assert max(turns) < 0.25, "processor time of one part, with room for a slow computer"


def test_the_page_is_left_and_a_run_is_forgotten_for_a_new_one(logged, page, window, qtbot):
    logged(*WHOLE)
    panel = page()
    panel._select("north-1")
    assert panel._pages.currentIndex() == 1
    press(panel.new, qtbot)
    assert panel._pages.currentIndex() == 0
    press(panel.back, qtbot)
    assert window.start.isVisible()


@pytest.fixture
def adapter(own_home):
    """An adapter of that run, in the registry."""
    assert own_home.name == "home"
    about = adapters.About(adapters.Base("tiny", "b" * 64), "r" * 64, "d" * 64, "", better=False)
    return adapters.add(
        "north-1", config={"r": 4}, weights=b"weights", about=about, lineage=adapters.Lineage(), key=None
    )


@pytest.fixture
def outcome(bench, adapter, qtbot, tmp_path):
    """What came of the run, shown."""

    def shown(*, better):
        made = Outcome(bench)
        qtbot.addWidget(made)
        told = {"text": ended(better).text, "adapter": adapter.name, "better": better, "table": ended(better).table}
        made.show_end(told, folder=tmp_path)
        made.show()
        qtbot.waitUntil(lambda: bool(made.state.text()))
        return made

    return shown


def test_a_better_adapter_is_proposed_and_can_be_taken_back(outcome, adapter, qtbot):
    shown = outcome(better=True)
    assert shown.verdict.text().startswith("Better")
    assert shown.adopt.text() == "Adopt"
    assert shown.adopt.property("primary")
    rows = [[shown.table.item(row, column).text() for column in range(5)] for row in range(2)]
    assert rows == [
        ["displayed emotion", "25.0", "75.0", "+50.0", "+10.0 – +80.0"],
        ["mean over the stages", "25.0", "75.0", "+50.0", "–"],
    ]
    assert not shown.report.isVisible(), "this run has none"
    press(shown.adopt, qtbot)
    qtbot.waitUntil(lambda: "is adopted" in shown.state.text())
    assert adopted(adapter.about.base).name == "north-1"
    assert not shown.adopt.isVisible()
    press(shown.back, qtbot)
    qtbot.waitUntil(lambda: "not adopted" in shown.state.text())
    assert adopted(adapter.about.base) is None


@pytest.mark.parametrize(("better", "said"), [(False, "Not better"), (None, "cannot be judged")])
def test_what_is_not_better_is_not_the_default(outcome, adapter, answer, qtbot, better, said):
    shown = outcome(better=better)
    assert said in shown.verdict.text()
    assert not shown.adopt.property("primary")
    assert shown.adopt.text() == "Adopt nevertheless…"
    asked = answer("Leave it as it is")
    press(shown.adopt, qtbot)
    assert "not shown to read held-out people better" in asked[0]
    assert adopted(adapter.about.base) is None
    answer("Adopt nevertheless")
    press(shown.adopt, qtbot)
    qtbot.waitUntil(lambda: "is adopted" in shown.state.text())


def test_a_reinforcement_names_the_adapter_that_it_goes_on_from(logged, page, own_home, qtbot):
    about = adapters.About(
        adapters.Base("tiny", "b" * 64), "r" * 64, "d" * 64, "", better=True, parent="north-1", parent_digest="p" * 64
    )
    adapters.add("north-2", config={"r": 4}, weights=b"w", about=about, lineage=adapters.Lineage(), key=None)
    done = Ended("done", "Better.", adapter="north-2", better=True, table=ended(better=True).table)
    events = (begun(steps=60), evaluated("before", 0, 0.4), *(reinforced(step) for step in range(1, 30)))
    logged(*events, rewarded(25, 0.5), evaluated("reinforcement", 29, 0.6), done, name="north-2")
    panel = page()
    panel._select("north-2")
    outcome = panel.watching.outcome
    qtbot.waitUntil(lambda: outcome.of.isVisible())
    assert outcome.of.text() == "This is a reinforcement of the adapter north-1: “before” is how that one reads."
    assert outcome.adopt.text() == "Adopt"
    rows = panel.watching.curves.figures
    assert [rows.item(0, column).text() for column in range(3)] == ["displayed emotion", "0.400", "0.600"]


def drawn(plot):
    """Names in a plot's legend."""
    return [label.text for _, label in plot.plotItem.legend.items]


def test_rewards_are_drawn_with_what_is_good_and_what_is_bad(logged, page, qtbot):
    steps = [reinforced(step, reward=0.3 + step / 200, truncated=step / 40) for step in range(1, 41)]
    looks = [rewarded(1, 0.30), rewarded(20, 0.45), rewarded(40, 0.40, best=False)]
    logged(begun(steps=60), *steps[:1], looks[0], *steps[1:20], looks[1], *steps[20:], looks[2])
    panel = page()
    panel._select("north-1")
    curves = panel.watching.curves
    qtbot.waitUntil(lambda: curves.rewards is not None and curves.rewards.isVisible())
    shown = curves.rewards
    assert "reinforcement" in panel.watching.at.text() or panel.watching.state == "died"
    assert shown.said.text() == (
        "Other people: 0.30 at the beginning, 0.45 at best (step 20), 0.40 now. The best weights are kept."
    )
    assert drawn(shown.overview) == [
        "people it learns from", "other people", "other people, if it always named the commonest tree"
    ]  # fmt: skip
    qtbot.waitUntil(lambda: "alike" in shown.multiples)
    there = [name for name, one in shown.multiples.items() if one.isVisible()]
    assert there == ["rewards/tree", "rewards/form", "kl", "entropy", "length", "truncated", "alike"]
    assert shown.multiples["length"].now.text() == "40"
    cut_off, alike = shown.multiples["truncated"], shown.multiples["alike"]
    assert "let a new run's answers be longer" in cut_off.about.text()
    assert cut_off.about.property("warn")
    assert alike.about.text().startswith("▼ Less is better.")
    assert not alike.about.property("warn")
    assert not curves.loss.isVisible()
    assert not curves.scores.isVisible()
    again = Reinforcement()
    qtbot.addWidget(again)
    again.show_story(panel.watching._story)
    made = [len(again.multiples)]
    while again._due:
        again._draw_next()
        made.append(len(again.multiples))
    assert made == list(range(8)), "one at a turn, so that the window has a turn after each"


@pytest.mark.parametrize(("value", "top"), [(0.001, 0.001), (0.045, 0.05), (1.4, 2.0), (5.0, 5.0), (62.0, 100.0)])
def test_a_plot_without_limits_ends_at_a_round_number(value, top):
    assert rounded_up(value) == pytest.approx(top)


@pytest.mark.parametrize(
    ("looks", "said", "tone"),
    [
        ((), "were not asked yet", "quiet"),
        (((1, 0.30, True), (25, 0.34, True)), "no more than always naming the commonest tree", "bad"),
        (((1, 0.50, True), (25, 0.45, False)), "did not get better", "warn"),
        (((1, 0.40, True), (25, 0.55, True)), "0.55 now.", "good"),
    ],
)
def test_what_other_people_earn_is_said(logged, looks, said, tone):
    run = logged(begun(steps=60), *(reinforced(step) for step in (1, 2)), *(rewarded(*look) for look in looks))
    story = Story(run.log)
    story.read()
    words, found = told(story)
    assert said in words
    assert found == tone


def test_where_nobody_is_left_to_ask_meanwhile_that_is_said(logged):
    story = Story(logged(begun(steps=60, validated=0), reinforced(1)).log)
    story.read()
    words, found = told(story)
    assert "told at the end alone" in words
    assert found == "warn"


def test_an_adapter_is_discarded_for_good_after_a_question(outcome, answer, qtbot):
    shown = outcome(better=False)
    answer("Leave it as it is")
    press(shown.discard, qtbot)
    assert adapters.adapters()
    answer("Discard")
    press(shown.discard, qtbot)
    qtbot.waitUntil(lambda: "no longer on this computer" in shown.state.text())
    assert adapters.adapters() == ()
    assert not shown.discard.isVisible()


def test_a_run_that_goes_on_elsewhere_is_seen_when_the_page_is_shown_again(going, page, window, qtbot):
    import finetune.runs

    run = going()
    panel = page()
    qtbot.waitUntil(lambda: panel.watching.state == "running", timeout=30_000)
    press(panel.back, qtbot)
    finetune.runs.ask(run, "pause")
    qtbot.waitUntil(lambda: not is_running(run), timeout=30_000)
    window.actions_.start("study.train")
    qtbot.waitUntil(lambda: panel.watching.state == "paused", timeout=30_000)
    process.start(run, key=None, module="tests.finetune.pretend")
    qtbot.waitUntil(lambda: panel.watching.state == "running", timeout=30_000)


def test_what_is_looked_over_is_given_up_when_the_page_is_left(page, window, qtbot):
    panel = page()
    from app.training.process import RoomProcess

    waiting = RoomProcess("window", bench=window.bench)
    panel.beginning._process = waiting
    qtbot.waitUntil(lambda: waiting._process.processId() > 0)
    with qtbot.waitSignal(waiting.destroyed, timeout=30_000):
        press(panel.back, qtbot)
    assert panel.beginning._process is None
