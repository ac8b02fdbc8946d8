"""What is understood of a log that `finetune` writes."""

import json

from app.training import story as story_room
from app.training.plots import smoothed
from app.training.story import Story
from finetune.events import Ended
from finetune.log import Log
from tests.app.training.events import WHOLE, begun, ended, evaluated, reinforced, rewarded, stepped


def test_a_log_is_told_as_far_as_it_goes(logged):
    run = logged(*WHOLE)
    story = Story(run.log)
    assert not story.read()
    assert story.losses == {"attribute": ([1, 2], [2.0, 1.0]), "emotion": ([3, 4], [0.9, 0.7])}
    assert story.validated == {"attribute": ([2], [1.5])}
    assert [(after, seen[0], seen[1]["emotion"]["score"]) for after, seen in story.scores.items()] == [
        ("before", 0, 0.25), ("attribute", 2, 0.4), ("emotion", 4, 0.75)
    ]  # fmt: skip
    assert (story.step, story.steps, story.left_s, story.doing) == (4, 6, 120.0, "emotion")
    assert story.memory_bytes == 1_500_000_000
    assert story.warnings == ["The stage attribute falls by 3.0 points."]
    assert story.remarks == ("The same recording is on both sides.",)
    assert story.ended is None


def test_only_what_is_new_is_read_and_a_half_line_is_waited_for(logged):
    run = logged(begun(), stepped(1))
    story = Story(run.log)
    story.read()
    before = story.version
    story.read()
    assert story.version == before
    with run.log.open("ab") as file:
        file.write(b'{"kind":"warned","at":"2026-11-25T00:00:00","te')
    story.read()
    assert story.version == before
    with run.log.open("ab") as file:
        file.write(b'xt":"Late."}\nno JSON\n{"kind":"unheard of"}\n{"kind":"stepped"}\n')
    story.read()
    assert story.warnings == ["Late."]
    assert story.losses == {"attribute": ([1], [1.0])}


def test_a_long_log_is_read_in_parts(logged, monkeypatch):
    monkeypatch.setattr(story_room, "MOST_BYTES", 1000)
    run = logged(begun(steps=60), *(stepped(step, steps=60) for step in range(1, 61)))
    story = Story(run.log)
    turns = 1
    while story.read():
        assert story.step < 60
        turns += 1
    assert story.step == 60
    assert turns > run.log.stat().st_size // 1000


def test_what_came_after_the_checkpoint_is_done_again(logged):
    run = logged(*WHOLE, Ended("failed", "The disk is full."), begun(step=2))
    story = Story(run.log)
    story.read()
    assert story.losses == {"attribute": ([1, 2], [2.0, 1.0]), "emotion": ([], [])}
    assert set(story.scores) == {"before", "attribute"}
    assert story.ended is None, "it goes on"
    log = Log(run.log)
    for event in (stepped(3, "emotion", 0.5), evaluated("emotion", 3, 0.5), ended(better=True)):
        log.add(event)
    log.close()
    story.read()
    assert story.losses["emotion"] == ([3], [0.5])
    assert story.ended is not None
    assert json.dumps(story.ended["table"]["emotion"]["before"]) == "0.25"


def test_a_reinforcement_is_told_by_reward_and_goes_back_to_its_checkpoint(logged):
    run = logged(
        begun(steps=60), reinforced(1, 0.4), rewarded(1, 0.3), reinforced(2, 0.5, baseline=None, failed=2),
        reinforced(3, 0.6, tokens=0, kl=0.0), rewarded(3, 0.5), reinforced(4, 0.6), rewarded(4, 0.4, best=False),
    )  # fmt: skip
    story = Story(run.log)
    story.read()
    assert story.reinforced["reward"] == ([1, 2, 3, 4], [0.4, 0.5, 0.6, 0.6])
    assert story.reinforced["rewards/tree"] == story.reinforced["reward"]
    assert story.reinforced["spread/tree"][1] == [0.2] * 4
    assert story.reinforced["baseline"] == ([1, 3, 4], [0.3] * 3), "missing is not 0"
    assert story.reinforced["kl"][0] == [1, 2, 4], "where nothing was learned there is none"
    assert sum(story.reinforced["failed"][1]) == 2
    assert story.rewarded["reward"] == ([1, 3, 4], [0.3, 0.5, 0.4])
    assert (story.best, story.doing, story.left_s, story.memory_bytes) == (3, "reinforcement", 240.0, 2_000_000_000)
    log = Log(run.log)
    log.add(begun(step=2, steps=60))
    log.close()
    story.read()
    assert story.reinforced["reward"] == ([1, 2], [0.4, 0.5])
    assert (story.best, story.rewarded["reward"]) == (1, ([1], [0.3]))


def test_no_log_yet(tmp_path):
    story = Story(tmp_path / "log.jsonl")
    assert not story.read()
    assert story.version == 0


def test_the_drawn_loss_is_a_mean_of_the_last_steps():
    assert smoothed([1.0, 3.0]) == [1.0, 2.0]
    assert smoothed([4.0] * 25 + [29.0])[-1] == 5.0
