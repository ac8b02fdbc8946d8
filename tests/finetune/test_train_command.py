"""`videmo train` from its words to an adapter: real processes, the small model, a study with its key."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from core.__main__ import main, parser_for
from core.commands import train
from core.commands.study_access import ENVIRONMENT
from core.errors import UsageError
from core.models import adapters
from core.models.adapters import About, Lineage
from core.models.store import models_folder
from core.progress import finish
from core.project.consents import withdraw_consent
from core.project.opening import open_study
from core.sealing import is_sealed
from core.vlm.base import base_at
from finetune import __main__ as room
from finetune.events import Ended, Reinforced, Stepped
from finetune.log import Log, events_of, lasting
from finetune.material import NEEDED, must_be_installed
from finetune.runs import all_runs, find_run, is_running, standing
from tests import media
from tests.core.project.builders import PASSPHRASE, new_study
from tests.finetune.test_from_study import Clinic
from tests.tiny.clinic import Size, write

ROOT = Path(__file__).resolve().parents[2]
QUICKLY = """
[pictures]
most_frames = 4
smallest_pixels = 784
largest_pixels = 3136
[sft]
recompute = false
tokens_per_step = 1024
tokens_per_row = 1024
[judging]
most_per_task = 1
most_tokens = 4
bootstrap = 20
"""
REINFORCED = """
[grpo]
steps = 4
answers = 4
questions_per_step = 2
most_tokens = 16
evaluate_every = 2
evaluate_most = 2
learning_rate = 1e-3
"""
EMOTION = "[[sft.stages]]\nlevel = 'emotion'\nepochs = 1.0\n"


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home with the models that are here; what still runs at the end is killed."""
    real = models_folder()
    place = tmp_path / "home"
    place.mkdir()
    (place / "models").symlink_to(real, target_is_directory=True)
    monkeypatch.setenv("VIDEMO_HOME", str(place))
    monkeypatch.chdir(tmp_path)
    yield place
    for run in all_runs(place / "runs"):
        if is_running(run):
            psutil.Process(standing(run).process).kill()


@pytest.fixture
def said(home, capsys) -> Callable[..., str]:
    """What an action says, here in this process, and that its exit code is as expected."""
    assert home.is_dir()

    def run(*words: object, code: int = 0) -> str:
        args = parser_for("train").parse_args(["train", *map(str, words)])
        told = {name: value for name, value in vars(args).items() if name != "verb"}
        assert room.main(["asked", json.dumps(told, default=str)]) == code
        seen = capsys.readouterr()
        assert "Traceback" not in seen.err
        return seen.out + seen.err

    return run


def videmo(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "core", "train", *map(str, words)],
        cwd=ROOT,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def recipe(folder: Path, base: Path, more: str = "", *, name: str = "clinic", data: str = "") -> Path:
    path = folder / f"{name}.toml"
    model = f'[base]\nmodel = "{base}"\nprecision = "fp32"\ndevice = "cpu"\n'
    path.write_text(f'name = "{name}"\n{model}{data}{QUICKLY}{more}')
    return path


def ended_within(run_name: str, home: Path, seconds: float = 300) -> None:
    until = time.monotonic() + seconds
    while is_running(find_run(home / "runs", run_name)):
        assert time.monotonic() < until
        time.sleep(0.1)


def test_without_runs(said):
    assert "There are no runs yet" in said("list")
    assert said("list", "--json") == "[]\n"
    for words in (["status", "x"], ["pause", "x"], ["stop", "x"], ["resume", "x"], ["compare", "x", "y"]):
        assert "There is no run called x. \nWhat to do: Runs are: none." in said(*words, code=2).replace(
            "called x.\n", "called x. \n"
        )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["sft"], "Name a recipe's file, or a study with --study and a --preset."),
        (["sft", "r.toml", "--preset", "8gb"], "Name a recipe's file, or a study"),
        (["check", "r.toml"], "The recipe r.toml cannot be read"),
        (["check", "--preset", "9gb"], "There is no preset '9gb'"),
        (["check", "--preset", "8gb"], "The recipe names no data"),
        (["check", "--preset", "8gb", "--session", "first"], "Sessions are of a study"),
        (["grpo"], "Name a recipe's file, or a study with --study and a --preset."),
        (["grpo", "--preset", "8gb"], "The recipe names no data"),
        (["check", "--preset", "8gb", "--study", "none.vemo"], "none.vemo"),
    ],
)
def test_what_cannot_be_begun_is_a_sentence(said, words, told):
    assert told in said(*words, code=2)


@pytest.mark.usefixtures("home")
def test_a_recipes_mistake_comes_through_the_command(tmp_path):
    (tmp_path / "r.toml").write_text('name = "r"\n[base]\nmodel = "m"\n[keeping]\nevery_seconds = 600\n')
    done = videmo("estimate", tmp_path / "r.toml")
    assert done.returncode == 2
    assert "unknown key, keeping.every_seconds.\nWhat to do: Was keeping.every_minutes meant (minutes)?" in done.stderr


def test_the_base_installation_is_told_which_extra_it_needs():
    must_be_installed()
    with pytest.raises(UsageError, match=r"lacks.*videmo-studio\[local,train\]"):
        must_be_installed(found=lambda _: None)
    with pytest.raises(UsageError, match=r"Training needs sacrebleu.*videmo-studio\[train\]"):
        must_be_installed(found=lambda module: None if NEEDED[module] == "train" else module)


@pytest.mark.parametrize(
    ("people", "clips", "more", "told"),
    [
        (1, 3, "", "one person"),
        (3, 1, "[split]\nby = 'random'\n", "the same face may be on both sides"),
    ],
)
def test_data_that_cannot_be_judged_on_is_a_sentence(said, tmp_path, untaught_model, people, clips, more, told):
    data = write(tmp_path / "clips", Size(people, clips))
    path = recipe(tmp_path, untaught_model, more, data=f'[data]\nfiles = ["{data}"]\n')
    assert told in said("check", path, code=2)


def test_a_clip_that_is_gone_stops_it_before_it_starts(said, tmp_path, home, untaught_model):
    data = write(tmp_path / "clips", Size(3, 1))
    (tmp_path / "clips" / "p001-00.mkv").unlink()
    path = recipe(tmp_path, untaught_model, data=f'[data]\nfiles = ["{data}"]\n')
    table = said("check", path, code=1)
    assert "p001-00.mkv" in table
    assert json.loads(said("check", path, "--json", code=1).splitlines()[0])["findings"][0]["level"] == "error"
    assert "nothing was started" in said("sft", path, code=2)
    assert not (home / "runs").exists()


def test_a_model_that_is_not_here_is_a_sentence(said, tmp_path):
    data = write(tmp_path / "clips", Size(3, 1))
    path = recipe(tmp_path, Path("videmo-30b"), data=f'[data]\nfiles = ["{data}"]\n')
    assert "The model videmo-30b is not on this computer" in said("estimate", path, code=2)


@pytest.mark.slow
@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("method", ["sft", "grpo"])
def test_the_arithmetic_of_memory_is_near_what_a_few_steps_take(tmp_path, untaught_model, method):
    """On the small model libraries are most of it, 18 % too much where rows are as short as these."""
    data = write(tmp_path / "clips", Size(4, 2))
    path = recipe(tmp_path, untaught_model, REINFORCED, data=f'[data]\nfiles = ["{data}"]\n')
    words = ("estimate", path, "--json", "--method", method)
    computed = json.loads(videmo(*words).stdout)
    measured = json.loads(videmo(*words, "--probe").stdout)  # of a process that does nothing else
    assert computed["need"]["main"]["together"] == pytest.approx(measured["need"]["main"]["measured"], rel=0.25)
    assert not computed["need"]["measured"]
    assert measured["need"]["measured"]
    names = ["loading", "learning", "asking held-out people", *(["drawing"] if method == "grpo" else [])]
    assert all(measured["need"]["hours"][name] > 0 for name in names)


def test_an_interrupt_is_the_rooms_own_affair():
    """The command waits for the process that was interrupted as well, instead of killing it."""
    script = (
        "import sys; from argparse import Namespace; from core.commands import train\n"
        "train.ROOM = 'tests.finetune.slow_end'; sys.exit(train.run(Namespace(action='x')))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as command:
        assert command.stdout is not None
        assert command.stdout.readline() == "ready\n"
        os.killpg(command.pid, signal.SIGINT)
        assert command.stdout.read() == "ended well\n"
        assert command.wait() == 7


def test_words_reach_the_room_as_they_were_given(monkeypatch):
    seen: list[list[str]] = []

    class Process:
        def __init__(self, words: list[str], **_: object) -> None:
            seen.append(words)

        def wait(self) -> int:
            return 5

    monkeypatch.setattr(train.subprocess, "Popen", Process)
    assert main(["train", "sft", "r.toml", "--name", "two words", "--detach"]) == 5
    told = json.loads(seen[0][-1])
    assert told["recipe"] == "r.toml"
    assert told["name"] == "two words"
    assert told["detach"] is True


@pytest.fixture
def study(tmp_path) -> Path:
    """An encrypted study: two people, a segment of each agreed with."""
    (tmp_path / "media").mkdir()
    footage = media.build(tmp_path / "media", frames=120, ticks=(60,))
    with new_study(tmp_path).study as opened:
        clinic = Clinic(opened, footage)
        for segment in ("S1", "S2", "S3", "S4"):
            clinic.review(segment, "agree")
        return opened.path


def test_from_an_encrypted_study_to_a_sealed_adapter(said, home, tmp_path, study, untaught_model, monkeypatch):
    path = recipe(tmp_path, untaught_model, EMOTION)
    assert "nobody is there to type it" in said("sft", path, "--study", study, code=2)
    monkeypatch.setenv(ENVIRONMENT, PASSPHRASE)
    told = said("sft", path, "--study", study, "--detach")
    assert "is running by itself" in told
    run = find_run(home / "runs", "clinic")
    if sys.platform == "linux":
        assert PASSPHRASE.encode() not in Path(f"/proc/{standing(run).process}/environ").read_bytes()
    # It goes on, pausing and resuming on the way.
    said("pause", "clinic")
    assert standing(run).state == "paused"
    said("resume", "clinic")
    found = standing(run)
    assert found.state == "done", found
    assert found.ended is not None
    adapter = adapters.named(found.ended.adapter)
    assert adapter.sealed
    assert adapter.about.better is None or adapter.about.better is False
    with open_study(study, secret=PASSPHRASE) as opened:
        assert opened.data_key is not None
        key = opened.training_key
        assert adapters.lineage_of(adapter, key=key).people == ("C1", "first/P2")
        assert len(adapters.lineage_of(adapter, key=key).consents) == 1
    # Nothing of a patient lies in the clear: names, words, weights, features.
    for place in home.rglob("*"):
        if place.is_file() and not place.is_relative_to(home / "models"):
            body = place.read_bytes()
            assert not any(word in body for word in (b"first/P2", b"happiness", b"the client", b"lora_A")), place
            assert is_sealed(body) or place.suffix in (".json", ".jsonl"), place
    assert "is done" in said("resume", "clinic", code=2)
    assert "There is a run called clinic already" in said("sft", path, "--study", study, code=2)
    assert "clinic" in said("list")
    assert "Held-out people" in said("status", "clinic")
    assert json.loads(said("status", "clinic", "--json"))["state"] == "done"
    shown = said("samples", "clinic", "--most", "1")
    assert all(word in shown for word in ("emotion/", "  true    ", "  before  ", "  after   "))
    monkeypatch.setenv(ENVIRONMENT, "another passphrase")
    assert "does not open" in said("samples", "clinic", code=2)


@pytest.mark.slow
def test_reinforcement_goes_on_from_an_adapter_of_the_same_study(
    said, home, tmp_path, study, untaught_model, monkeypatch
):
    monkeypatch.setenv(ENVIRONMENT, PASSPHRASE)
    path = recipe(tmp_path, untaught_model, EMOTION + REINFORCED + "[lora]\nrank = 4\nalpha = 8\n")
    said("sft", path, "--study", study, "--detach")
    ended_within("clinic", home)
    path.write_text(path.read_text().replace("rank = 4\nalpha = 8", "rank = 16\nalpha = 32"))
    told = said("grpo", path, "--study", study, "--adapter", "clinic", "--name", "again")
    assert "without the curriculum" not in told
    assert "Nobody is there to validate on" in told
    found = standing(find_run(home / "runs", "again"))
    assert found.state == "done", found
    assert found.rewards is not None
    assert [event.after for event in found.evaluated] == ["before", "reinforcement"]
    assert found.ended is not None
    adapter = adapters.named(found.ended.adapter)
    assert adapter.sealed
    assert adapter.about.parent == "clinic"
    assert adapter.about.parent_digest == adapters.named("clinic").digest
    assert json.loads((adapter.folder / "adapter_config.json").read_text())["r"] == 4, "it keeps its parent's shape"
    run = find_run(home / "runs", "again")
    with open_study(study, secret=PASSPHRASE) as opened:
        assert b"What it was reinforced with" in run.workspace(opened.training_key).read("report.html")
    for place in (home / "runs" / "again").rglob("*"):
        if place.is_file():
            body = place.read_bytes()
            assert not any(word in body for word in (b"first/P2", b"the client", b"lora_A")), place
            assert is_sealed(body) or place.suffix in (".json", ".jsonl"), place
    assert "  after   " in said("samples", "again", "--most", "1")
    assert "again" in said("list")
    told = said("compare", "clinic", "again")
    assert "reward on others" in told
    said("stop", "again", code=2)


def test_an_adapter_that_does_not_suit_is_told_before_anything_is_begun(
    said, home, tmp_path, untaught_model, taught_model
):
    data = write(tmp_path / "clips", Size(3, 1))
    path = recipe(tmp_path, taught_model, data=f'[data]\nfiles = ["{data}"]\n')
    assert "There is no adapter called nobody" in said("grpo", path, "--adapter", "nobody", code=2)
    adapters.add(
        "other",
        config={"r": 16, "lora_alpha": 32},
        weights=b"",
        about=About(base=finish(base_at(untaught_model)), recipe="r" * 64, data="d" * 64, study=""),
        lineage=Lineage(),
        key=None,
    )
    assert "The adapter other is for" in said("grpo", path, "--adapter", "other", code=2)
    assert not (home / "runs").exists()


@pytest.mark.slow
def test_reinforcement_is_begun_paused_resumed_and_looked_into(said, home, tmp_path, taught_model):
    data = write(tmp_path / "clips", Size(5, 1))
    split = "[split]\nvalidate_share = 0.2\n"
    path = recipe(tmp_path, taught_model, split + REINFORCED, data=f'[data]\nfiles = ["{data}"]\n')
    assert "without the curriculum before it did worse" in said("check", path, "--method", "grpo")
    assert "drawing" in said("estimate", path, "--method", "grpo")
    said("grpo", path, "--detach")
    run = find_run(home / "runs", "clinic")
    until = time.monotonic() + 240
    while not (found := standing(run)).rewards and is_running(run):
        assert time.monotonic() < until
        time.sleep(0.1)
    said("pause", "clinic")
    assert standing(run).state == "paused", found
    told = said("samples", "clinic")
    assert "At step 0, people who are not learned from" in told
    said("resume", "clinic")
    found = standing(run)
    assert found.state == "done", found
    assert found.rewards is not None
    assert [look.step for look in found.rewards.looks] == [0, 2, 4]
    steps = [one.event.step for one in lasting(events_of(run.log)) if isinstance(one.event, Reinforced)]
    assert steps == [1, 2, 3, 4]
    (look,) = {one["answers"][0]["when"] for one in json.loads(said("samples", "clinic", "--look", "4", "--json"))}
    assert look == "look"
    assert "Rewards were looked at in step 0, 2, 4" in said("samples", "clinic")
    assert "On other people" in said("status", "clinic")
    assert json.loads(said("status", "clinic", "--json"))["rewards"]["reward"] == pytest.approx(found.rewards.reward)


def test_consent_that_was_withdrawn_stops_a_run_from_going_on(said, home, tmp_path, study, untaught_model, monkeypatch):
    monkeypatch.setenv(ENVIRONMENT, PASSPHRASE)
    said("sft", recipe(tmp_path, untaught_model, EMOTION), "--study", study, "--for-accelerate")
    run = find_run(home / "runs", "clinic")
    log = Log(run.log)
    log.add(Ended("paused", ""))
    log.close()
    assert standing(run).state == "paused"
    with open_study(study, secret=PASSPHRASE) as opened:
        withdraw_consent(opened, participant=1, given_on="2026-11-20")
    assert "withdrew consent" in said("resume", "clinic", code=2)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_run_that_is_killed_again_and_again_learns_the_same_bit_for_bit(said, home, tmp_path, untaught_model):
    data = write(tmp_path / "clips", Size(6, 3))
    often = "[keeping]\nevery_minutes = 0.01\n" + EMOTION.replace("1.0", "3.0")
    for name in ("whole", "killed"):
        said(
            "sft", recipe(tmp_path, untaught_model, often, name=name, data=f'[data]\nfiles = ["{data}"]\n'), "--detach"
        )
        if name == "whole":
            ended_within(name, home, 1800)
    run = find_run(home / "runs", "killed")
    kills = 0
    while standing(run).state != "done":
        until = time.monotonic() + 25
        while is_running(run) and time.monotonic() < until and kills < 6:
            time.sleep(0.1)
        if is_running(run) and kills < 6:
            kills += 1
            psutil.Process(standing(run).process).kill()
            ended_within("killed", home)
            assert standing(run).state == "died"
            said("resume", "killed", "--detach")
        else:
            ended_within("killed", home, 1800)
    assert kills

    def losses(name: str) -> dict[int, float]:
        return {
            told.event.step: told.event.loss
            for told in events_of(home / "runs" / name / "log.jsonl")
            if isinstance(told.event, Stepped)
        }

    assert losses("killed") == losses("whole")
    ends = [events_of(home / "runs" / name / "log.jsonl")[-1].event for name in ("whole", "killed")]
    assert all(isinstance(one, Ended) for one in ends)
    assert ends[0].table == ends[1].table  # type: ignore[union-attr]
    weights = [(adapters.named(one).folder / "adapter_model.safetensors").read_bytes() for one in ("whole", "killed")]
    assert weights[0] == weights[1]
