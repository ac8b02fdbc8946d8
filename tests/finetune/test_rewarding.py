"""How a run of reinforcement stands: what its log tells, added up and in words."""

import io
from dataclasses import replace

import pytest

from core.project.codec import canonical, to_plain
from finetune.discretion import Discretion
from finetune.events import Begun, Ended, Evaluated, Kept, Preparing, Reinforced, Rewarded, Warned
from finetune.following import follow, progress_line
from finetune.log import Log, LogReader, events_of, lasting
from finetune.process import live
from finetune.recipe import Base, Recipe
from finetune.runs import ask, make_run, standing, wish_for
from finetune.tables import comparison_notes, comparison_table, runs_table, status_text
from tests.finetune.makers import example


def begun(step=0, *, data="d"):
    return Begun("north", "r" * 64, data * 64, "b" * 64, {"train": 3}, {"train": 30}, step, 60, (), "cpu", {})


def reinforced(step, reward=0.4, **more):
    told = {
        "step": step, "steps": 60, "reward": reward, "rewards": {"tree": reward, "form": 0.9},
        "spread": {"all": 0.1, "tree": 0.2, "form": 0.0}, "by_task": {"search-emotion": reward}, "baseline": 0.3,
        "kl": 0.02, "entropy": 1.5, "length": 40.0, "truncated": 0.1, "alike": 0.25, "clipped": 0.01, "failed": 0,
        "loss": 0.1, "learning_rate": 1e-5, "gradient": 0.5, "tokens": 900, "drawn": 300,
        "seconds": {"draw": 2.0, "wait": 0.5, "learn": 1.5}, "left_s": 240.0, "memory_bytes": 2 * 10**9,
        "device_bytes": 0,
    }  # fmt: skip
    return Reinforced(**told | more)


def looked(step, reward, *, best, baseline=0.35):
    return Rewarded(step, reward, {"tree": reward}, baseline, best)


def scored(after, score):
    return Evaluated(after, 0, {"emotion": {"score": score, "examples": 8.0}})


@pytest.fixture
def told(tmp_path):
    """A run with a log of these events."""

    def make(*events, name="north"):
        run = make_run(tmp_path / "runs", Recipe(name, Base("tiny"), method="grpo"), key=None)
        log = Log(run.log)
        for event in events:
            log.add(event)
        log.close()
        return run

    return make


WHOLE = (
    begun(), scored("before", 0.4), looked(0, 0.35, best=True), reinforced(1, 0.2),
    reinforced(2, 0.6, rewards={"answer": 0.5, "form": 1.0}, spread={"all": 0.3}, baseline=None,
               by_task={"emotion-7": 0.6}, failed=1),
    reinforced(3, 0.1, tokens=0, kl=0.0, entropy=0.0, clipped=0.0, alike=1.0),
    looked(3, 0.5, best=True), reinforced(4, 0.3), looked(4, 0.45, best=False), scored("reinforcement", 0.7),
)  # fmt: skip


def test_figures_are_means_of_the_last_steps(told):
    found = standing(told(*WHOLE))
    assert (found.doing, found.step, found.steps) == ("reinforcement", 4, 60)
    assert found.loss is None
    assert found.tokens_per_s == pytest.approx((3 * 1200 + 300) / 16)
    seen = found.rewards
    assert seen is not None
    assert seen.reward == pytest.approx(0.3)
    assert seen.rewards == {
        "answer": 0.5, "form": pytest.approx((0.9 * 3 + 1.0) / 4), "tree": pytest.approx((0.2 + 0.1 + 0.3) / 3)
    }  # fmt: skip
    assert seen.spread["all"] == pytest.approx(0.15)
    assert seen.spread["tree"] == pytest.approx(0.2)
    assert seen.by_task["emotion-7"] == 0.6
    assert seen.baseline == pytest.approx(0.3)
    assert seen.kl == pytest.approx(0.02), "a step that taught nothing diverged from nothing"
    assert seen.alike == pytest.approx((0.25 * 3 + 1) / 4)
    assert seen.failed == 1
    assert seen.best is not None
    assert seen.best.step == 3
    plain = to_plain(found)
    assert plain["rewards"]["looks"][1]["reward"] == 0.5
    assert canonical(plain)


def test_status_says_it_in_words(told):
    text = status_text(standing(told(*WHOLE)))
    for words in (
        "Reward 0.300 ± 0.150",
        "the commonest true tree would earn 0.300",
        "  tree 0.200 ± 0.200",
        "Distance from its beginning (divergence) 0.0200, 0 where it says what it said then; variety of answers "
        "(entropy) 1.50, near 0 where it always says the same; answers of 40 tokens, 10% cut off",
        "to 44% of the questions all answers earned the same",
        "1 questions were left out",
        "On other people 0.450 at step 4 (the commonest true tree: 0.350), at best 0.500 at step 3.",
        "Held-out people after reinforcement:",
    ):
        assert words in text, words


def test_before_its_first_step_a_run_has_looked(told):
    text = status_text(standing(told(begun(), scored("before", 0.4), looked(0, 0.35, best=True))))
    assert "Reward " not in text
    assert "On other people 0.350 at step 0" in text


def test_what_a_crash_lost_does_not_count(told):
    run = told(*WHOLE, begun(step=1), reinforced(2, 0.4), looked(2, 0.2, best=False))
    found = standing(run)
    assert found.step == 2
    assert found.rewards is not None
    assert found.rewards.reward == pytest.approx(0.3)
    assert [look.step for look in found.rewards.looks] == [0, 2]
    assert found.rewards.failed == 0
    kept = [one.event.step for one in lasting(events_of(run.log)) if isinstance(one.event, Reinforced)]
    assert kept == [1, 2]


def test_following_shows_rewards_as_they_come(told):
    run = told(*WHOLE, Warned("The run ended early."), Ended("done", "Better.", table={"emotion": {
        "before": 0.4, "after": 0.7}}))  # fmt: skip
    out = io.StringIO()
    assert follow(run, LogReader(run.log), pausing=False, stream=out) == 0
    text = out.getvalue()
    assert (
        "At step 3 other people earn 0.500, the best so far (tree 0.500; the commonest true tree would earn 0.350)"
        in text
    )
    assert "After reinforcement, held-out people are read so:" in text
    line = progress_line(reinforced(7))
    assert line == "step 7 of 60, reward 0.400 (commonest tree 0.300): form 0.900, tree 0.400, 4 min 00 s left"
    assert "commonest" not in progress_line(reinforced(7, baseline=None))


def test_two_runs_side_by_side(told):
    one, other = standing(told(*WHOLE)), standing(told(begun(), scored("before", 0.4), name="south"))
    rows = [line.split() for line in comparison_table(one, other).splitlines()]
    assert rows[-1] == ["reward", "on", "others", "0.350", "0.500", "+0.150"]
    assert comparison_notes(one, other) == []
    assert comparison_notes(one, one) == ["Rewards compare where both recipes have the same [rewards]."]
    assert "0.300" in runs_table([one, other]).splitlines()[1]


def test_a_wish_in_the_middle_of_a_look_loses_no_step(told):
    run = told()
    asked = Preparing("asking people for their rewards", 0, 3, None)

    def work(wished):
        yield begun()
        yield reinforced(1)
        ask(run, "pause")
        yield asked
        yield looked(1, 0.5, best=True)
        yield asked
        assert wished() == "pause"
        yield Kept(1, 0.1)
        yield asked
        raise AssertionError("what is kept can be left at once")

    assert live(run, work) == 0
    events = [one.event for one in events_of(run.log)]
    assert [type(one) for one in events[-3:]] == [Kept, Preparing, Ended]
    assert events[-1].how == "paused"
    assert wish_for(run) == "go"


def test_rewards_name_nobody():
    names = Discretion([replace(example(person="tree"), session="emotion-7")])
    event = reinforced(1, by_task={"emotion-7": 0.4})
    assert names.event(event) == event, "what rewards and tasks are called are words of ours"
    assert names.event(Warned("The answers about tree failed.")).text == "The answers about […] failed."
