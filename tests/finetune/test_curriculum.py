import json
import os
import signal
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from finetune.events import Begun, Evaluated, Kept, Preparing, Stepped, Validated, Warned

torch = pytest.importorskip("torch")

ROOT = Path(__file__).resolve().parents[2]


def alone(folder, model, *further, **environment):
    """A process of its own; its exit code."""
    command = [sys.executable, "-m", "tests.finetune.small_run", str(folder), str(model), *further]
    return subprocess.run(command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False)


def told(folder, kind, *, rank=0):
    lines = [json.loads(line) for line in (folder / f"events-{rank}.jsonl").read_text().splitlines()]
    return [line for line in lines if line["kind"] == kind]


def curve(folder):
    """Step, loss and gradient of the last time each step was made."""
    return {line["step"]: (line["loss"], line["gradient"], line["learning_rate"]) for line in told(folder, "Stepped")}


@pytest.fixture(scope="module")
def whole(tmp_path_factory, untaught_model):
    from tests.finetune.small_run import run

    folder = tmp_path_factory.mktemp("whole")
    events, outcome = run(folder, untaught_model)
    return folder, events, outcome


def test_every_stage_is_learned_judged_and_kept(whole):
    _, events, outcome = whole
    stages = ["attribute", "expression", "emotion"]
    assert list(dict.fromkeys(one.stage for one in events if isinstance(one, Stepped))) == stages
    assert [one.after for one in events if isinstance(one, Evaluated)] == ["before", *stages]
    assert {one.stage for one in events if isinstance(one, Validated)} == set(stages)
    assert sum(isinstance(one, Kept) for one in events) >= 4
    (begun,) = [one for one in events if isinstance(one, Begun)]
    assert begun.people == {"train": 3, "validate": 1, "test": 1}
    assert all(torch.isfinite(one).all() for one in outcome.tensors.values())
    assert outcome.comparison.better is None, "of one held-out person nothing can be said"


def test_each_clip_goes_through_the_tower_once(whole):
    folder, events, outcome = whole
    clips = 10
    assert outcome.passes == clips
    assert len(list((folder / "features").glob("*.features"))) == clips
    assert max(one.done for one in events if isinstance(one, Preparing) and one.what == "looking at clips") == clips


def test_earlier_stages_come_along(whole):
    _, events, _ = whole
    last = [one for one in events if isinstance(one, Stepped) and one.stage == "emotion"]
    tasks = set().union(*(one.losses for one in last))
    assert tasks & {"hair", "head-pose", "search-attribute"}
    assert tasks & {"action-units", "emotion-7", "search-expression"}


@pytest.mark.parametrize("step", [pytest.param(1, marks=pytest.mark.slow), 4])
def test_a_run_that_was_killed_goes_on_as_if_it_had_not_been(tmp_path, untaught_model, whole, step):
    folder, _, outcome = whole
    from tests.finetune.small_run import run

    killed = alone(tmp_path, untaught_model, str(step))
    assert killed.returncode == -signal.SIGKILL, killed.stderr[-3000:]
    _, done = run(tmp_path, untaught_model)
    assert curve(tmp_path) == curve(folder)
    assert all(torch.equal(done.tensors[name], one) for name, one in outcome.tensors.items())
    begun = told(tmp_path, "Begun")
    assert [one["step"] for one in begun] == [0, step - 1]
    assert sum(one["what"] == "looking at clips" and one["done"] == 0 for one in told(tmp_path, "Preparing")) == 1


@pytest.mark.slow
def test_pausing_keeps_what_was_learned(tmp_path, untaught_model, whole):
    from tests.finetune.small_run import run

    folder, _, outcome = whole
    asked = iter(["go", "go", "pause"])
    events, how = run(tmp_path, untaught_model, wishes=lambda: next(asked))
    assert how == "paused"
    assert isinstance(events[-1], Kept)
    _, done = run(tmp_path, untaught_model)
    assert curve(tmp_path) == curve(folder)
    assert all(torch.equal(done.tensors[name], one) for name, one in outcome.tensors.items())


@pytest.mark.slow
def test_two_processes_learn_what_one_does(tmp_path, untaught_model, whole):
    """As `accelerate launch --num_processes 2` starts them."""
    folder, _, _ = whole
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    shared = os.environ | {"WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": port}
    command = [sys.executable, "-m", "tests.finetune.small_run", str(tmp_path), str(untaught_model)]
    from tests.tiny.clinic import Size, write

    write(tmp_path / "clinic", Size(people=5, clips=2))
    others = [
        subprocess.Popen(command, cwd=ROOT, env=shared | {"RANK": str(rank)}, stdout=subprocess.DEVNULL)
        for rank in (0, 1)
    ]
    assert [one.wait(300) for one in others] == [0, 0]
    one, two = curve(folder), curve(tmp_path)
    assert one.keys() == two.keys()
    first = told(folder, "Stepped")[0]
    again = told(tmp_path, "Stepped")[0]
    assert again["loss"] == pytest.approx(first["loss"], rel=1e-5)
    assert again["losses"] == pytest.approx(first["losses"], rel=1e-5)
    assert not told(tmp_path, "Evaluated", rank=1), "the first process alone judges"


def test_a_stage_that_gets_no_better_ends_early(tmp_path, untaught_model):
    from tests.finetune.small_run import SFT, run

    stages = tuple(replace(stage, learning_rate=0.0, epochs=3.0) for stage in SFT.stages[:1])
    events, _ = run(tmp_path, untaught_model, sft=replace(SFT, stages=stages, patience=2))
    assert sum(isinstance(one, Stepped) for one in events) < next(one for one in events if isinstance(one, Begun)).steps
    assert any("ended early" in one.text for one in events if isinstance(one, Warned))


def test_another_data_set_is_not_gone_on_with(untaught_model, whole, monkeypatch):
    from finetune.checkpoint import CheckpointError
    from tests.finetune import small_run

    folder, _, _ = whole
    monkeypatch.setattr(small_run, "dataset_digest", lambda _: "another")
    with pytest.raises(CheckpointError, match="another data set"):
        small_run.run(folder, untaught_model)
