"""A whole run of reinforcement, on the small model that answers in the published forms, with the real rewards."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import ExpectedError
from finetune.events import Begun, Evaluated, Kept, Reinforced, Rewarded, Warned

torch = pytest.importorskip("torch")

ROOT = Path(__file__).resolve().parents[2]


def run(folder, model, **further):
    from tests.finetune.small_run import GRPO
    from tests.finetune.small_run import run as whole

    return whole(folder, model, grpo=replace(GRPO, **further.pop("grpo", {})), **further)


@pytest.fixture(scope="module")
def whole(tmp_path_factory, taught_model):
    folder = tmp_path_factory.mktemp("whole")
    events, outcome = run(folder, taught_model)
    return folder, events, outcome


def only(events, kind):
    return [one for one in events if isinstance(one, kind)]


def curve(folder):
    lines = [json.loads(line) for line in (folder / "events-0.jsonl").read_text().splitlines()]
    keys = ("reward", "rewards", "kl", "entropy", "loss", "gradient", "length", "by_task")
    return {line["step"]: {key: line[key] for key in keys} for line in lines if line["kind"] == "Reinforced"}


def test_answers_are_drawn_rewarded_and_learned_from(whole):
    _, events, outcome = whole
    steps = only(events, Reinforced)
    assert [one.step for one in steps] == list(range(1, 5))
    assert all(0 <= one.reward <= 1 and one.length > 0 and one.entropy > 0 for one in steps if one.tokens)
    assert any(one.tokens > 0 and one.gradient > 0 for one in steps)
    assert steps[0].kl == pytest.approx(0, abs=1e-6), "it begins as its own reference"
    assert steps[-1].kl > 0
    assert {"answer", "tree"} <= set().union(*(one.rewards for one in steps))
    assert [one.after for one in only(events, Evaluated)] == ["before", "reinforcement"]
    assert [one.step for one in only(events, Rewarded)] == [0, 2, 4]
    assert all(torch.isfinite(one).all() for one in outcome.tensors.values())
    assert only(events, Begun)[0].steps == 4


def test_what_other_people_were_asked_is_kept(whole):
    folder, events, _ = whole
    for step in (0, 2, 4):
        samples = json.loads((folder / "run" / "samples" / f"{step:06d}.json").read_text())
        assert len(samples) == 4
        assert {"place", "said", "ended", "reward", "rewards"} == set(samples[0])
        (event,) = [one for one in only(events, Rewarded) if one.step == step]
        assert event.reward == pytest.approx(sum(one["reward"] for one in samples) / 4)


def test_the_best_weights_on_other_people_are_what_comes_of_it(whole):
    _, events, _ = whole
    looks = only(events, Rewarded)
    best = max(one.reward for one in looks)
    assert [one.best for one in looks] == [
        one.reward > max((other.reward for other in looks[:at]), default=-1) for at, one in enumerate(looks)
    ]
    assert any(one.best and one.reward == best for one in looks)


def test_a_run_that_was_killed_goes_on_as_if_it_had_not_been(tmp_path, taught_model, whole):
    folder, _, outcome = whole
    command = [sys.executable, "-m", "tests.finetune.small_run", str(tmp_path), str(taught_model), "3"]
    environment = os.environ | {"METHOD": "grpo"}
    killed = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr[-2000:]
    events, done = run(tmp_path, taught_model)
    assert [one.step for one in only(events, Reinforced)] == [3, 4], "from the last step that was kept"
    assert curve(tmp_path) == curve(folder)
    assert all(torch.equal(done.tensors[name], one) for name, one in outcome.tensors.items())


def test_pausing_in_the_middle_of_drawing_loses_nothing(tmp_path, taught_model, whole):
    folder, _, _ = whole
    wishes = iter(["go"] * 3 + ["pause"])
    events, how = run(tmp_path, taught_model, wishes=lambda: next(wishes))
    assert how == "paused"
    assert isinstance(events[-1], Kept)
    assert len(only(events, Reinforced)) == 1
    run(tmp_path, taught_model, wishes=iter(["go"] * 2 + ["stop"]).__next__)
    first = dict(list(curve(folder).items())[:2])
    assert dict(list(curve(tmp_path).items())[:2]) == first


class Failing:
    """The real rewards, but for a question whose reward raises."""

    def __init__(self, rewarder, fails):
        self._rewarder, self._fails = rewarder, fails

    def __getattr__(self, name):
        return getattr(self._rewarder, name)

    def reward(self, place, said, **told):
        if self._fails(place):
            raise ZeroDivisionError("a fault in a reward")
        return self._rewarder.reward(place, said, **told)


@pytest.fixture
def rewarder(whole):
    from core.progress import finish
    from finetune.from_files import read_file
    from finetune.recipe import Rewards, SplitRule
    from finetune.rewards.dispatch import Rewarder
    from finetune.split import split_of

    folder, _, _ = whole
    examples = finish(read_file(folder / "clinic" / "clinic.json"))
    split = split_of(examples, SplitRule(test_share=0.2, validate_share=0.2), seed=7)
    return Rewarder(examples, learned=split.train, rule=Rewards()), split


def test_a_reward_that_fails_is_told_and_its_group_left_out(tmp_path, taught_model, rewarder):
    own, split = rewarder
    asked = []

    def fails(place):
        if place in split.train and place not in asked:
            asked.append(place)
        return place in asked[:1]

    events, _ = run(tmp_path, taught_model, grpo={"steps": 1, "evaluate_every": 99}, rewarder=Failing(own, fails))
    (step,) = only(events, Reinforced)
    assert step.failed == 1
    assert any("ZeroDivisionError" in one.text for one in only(events, Warned))


def test_a_step_without_any_reward_ends_the_run(tmp_path, taught_model, rewarder):
    own, split = rewarder
    with pytest.raises(ExpectedError, match="could be rewarded"):
        run(tmp_path, taught_model, rewarder=Failing(own, lambda place: place in split.train))


def test_answers_that_never_end_teach_nothing_and_the_run_says_so(tmp_path, taught_model, monkeypatch):
    monkeypatch.setattr("finetune.reinforce.LONGEST_STREAK", 2)
    events, outcome = run(tmp_path, taught_model, grpo={"most_tokens": 1, "levels": ("emotion",)})
    steps = only(events, Reinforced)
    assert len(steps) == 2
    assert all(one.truncated == 1.0 and one.tokens == 0 for one in steps)
    [told] = [one.text for one in only(events, Warned) if "taught nothing" in one.text]
    assert "grpo" not in told, "the window shows it to people who never saw a recipe"
    assert all(not one.any() for name, one in outcome.tensors.items() if "lora_B" in name), "nothing was learned"


def test_rewards_that_stop_rising_end_the_run_with_the_best_weights(tmp_path, taught_model):
    events, outcome = run(tmp_path, taught_model, grpo={"evaluate_every": 1, "patience": 1, "learning_rate": 0.0})
    assert len(only(events, Reinforced)) == 1
    assert any("ended early" in one.text for one in only(events, Warned))
    assert outcome.steps == 1


def test_memory_that_runs_out_while_drawing_draws_fewer_and_the_same(tmp_path, taught_model, whole, monkeypatch):
    from core.vlm.backend import OutOfMemoryError
    from core.vlm.torch_backend import TorchBackend

    folder, _, _ = whole
    original = TorchBackend._drawn

    def short(self, begun, answers, **told):
        if len(answers) > 2:
            raise OutOfMemoryError("There was not enough memory to draw answers.", remedy="Choose fewer.")
        return (yield from original(self, begun, answers, **told))

    monkeypatch.setattr(TorchBackend, "_drawn", short)
    run(tmp_path, taught_model, wishes=iter(["go"] * 2 + ["stop"]).__next__)
    first, other = curve(folder)[1], curve(tmp_path)[1]
    assert other["reward"] == pytest.approx(first["reward"])
    assert other["loss"] == pytest.approx(first["loss"], abs=1e-5)


def test_questions_without_room_for_an_answer_are_left_out_and_told(tmp_path, taught_model, whole):
    _, events, _ = whole
    with pytest.raises(ExpectedError, match="has a question"):
        run(tmp_path / "none", taught_model, context_tokens=90)
    events, _ = run(tmp_path, taught_model, context_tokens=200, grpo={"steps": 1, "evaluate_every": 99})
    assert any("would not fit behind" in one.text for one in only(events, Warned))
    assert only(events, Reinforced)
