"""Runs as processes: real ones, with real signals. What they do is only to keep checkpoints."""

import io
import json
import multiprocessing
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from core.errors import OutputError, UsageError
from core.sealing import SealError
from finetune import process
from finetune.events import Begun, Ended, Evaluated, Kept, Preparing, Stepped
from finetune.following import follow, wait_for_end
from finetune.log import Log, LogReader, events_of
from finetune.recipe import Base, Recipe
from finetune.runs import (
    ABOUT,
    Run,
    all_runs,
    ask,
    find_run,
    is_running,
    make_run,
    must_be_resumable,
    must_be_running,
    recipe_of,
    standing,
    wish_for,
)
from finetune.tables import comparison_notes, comparison_table, runs_table
from tests.finetune.pretend import SECRET
from tests.finetune.saving import KEY

ROOT = Path(__file__).resolve().parents[2]
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture
def root(tmp_path):
    """The folder of all runs; what still runs at the end is killed."""
    yield tmp_path / "runs"
    for run in all_runs(tmp_path / "runs"):
        if is_running(run):
            psutil.Process(standing(run).process).kill()


def made(root: Path, name: str = "clinic", *, key: bytes | None = None, **plan: object) -> Run:
    run = make_run(root, Recipe(name, Base("videmo-3b")), key=key)
    (run.folder / "plan.json").write_text(json.dumps({"steps": 1000, **plan}))
    return run


def begin(run: Run, key: bytes | None = None) -> None:
    process.start(run, key=key, module="tests.finetune.pretend")


def until(run: Run, step: int) -> None:
    deadline = time.monotonic() + 60
    while standing(run).step < step:
        assert is_running(run), standing(run)
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_run_goes_its_way_and_is_done(root):
    run = made(root, steps=30)
    assert standing(run).state == "made"
    begin(run)
    found = wait_for_end(run)
    assert (found.state, found.step, found.steps) == ("done", 30, 30)
    assert found.ended is not None
    assert found.ended.better is True
    assert found.checkpoints[0] == 30
    assert found.loss == pytest.approx(sum(1 / step for step in range(11, 31)) / 20)
    assert found.tokens_per_s == pytest.approx(10_000)
    kinds = [type(told.event) for told in events_of(run.log)]
    assert kinds[:3] == [Preparing, Begun, Evaluated]
    assert kinds.count(Stepped) == 30
    assert kinds[-1] is Ended
    with pytest.raises(UsageError, match="is done"):
        must_be_resumable(run)


def test_pausing_keeps_where_it_stands_and_resuming_goes_on_there(root):
    run = made(root, steps=60, seconds=0.02)
    begin(run)
    until(run, 12)
    with pytest.raises(UsageError, match=r"is running \(process \d+\)"):
        must_be_resumable(run)
    ask(run, "pause")
    assert standing(run).state in ("pausing", "paused")
    found = wait_for_end(run)
    assert found.state == "paused"
    assert found.checkpoints[0] == found.step < 60
    with pytest.raises(UsageError, match="is not running"):
        must_be_running(run)
    must_be_resumable(run)
    begin(run)
    assert wait_for_end(run).state == "done"
    steps = [told.event.step for told in events_of(run.log) if isinstance(told.event, Stepped)]
    assert steps == list(range(1, 61)), "no step twice and none left out"


def test_stopping(root):
    run = made(root)
    begin(run)
    until(run, 3)
    ask(run, "stop")
    assert wait_for_end(run).state == "stopped"
    assert wish_for(run) == "go", "a wish is granted once"


def test_a_wish_while_clips_are_looked_at_is_granted_at_once(root):
    run = made(root, clips=100_000)
    begin(run)
    ask(run, "pause")
    found = wait_for_end(run)
    assert found.state == "paused"
    assert not any(isinstance(told.event, Begun) for told in events_of(run.log))


@posix
def test_a_run_that_was_killed_is_told_and_goes_on_from_its_checkpoint(root):
    run = made(root, steps=80, seconds=0.02)
    begin(run)
    until(run, 25)
    os.kill(standing(run).process, signal.SIGKILL)
    found = wait_for_end(run)
    assert found.state == "died"
    assert "without a word" in found.sentence
    assert f"checkpoint of step {found.checkpoints[0]}" in found.sentence
    assert found.checkpoints[0] % 10 == 0
    begin(run)
    until(run, found.checkpoints[0] + 1)
    again = wait_for_end(run)
    assert (again.state, again.step) == ("done", 80)


@posix
def test_a_run_that_was_killed_before_its_first_word_is_told(root):
    run = made(root, clips=10_000)
    begin(run)
    os.kill(standing(run).process, signal.SIGKILL)
    assert wait_for_end(run).state == "died"


@posix
def test_the_end_of_the_computer_pauses(root):
    run = made(root)
    begin(run)
    until(run, 5)
    os.kill(standing(run).process, signal.SIGTERM)
    found = wait_for_end(run)
    assert found.state == "paused"
    assert found.checkpoints == (found.step,)


def test_an_expected_failure_is_a_sentence(root):
    run = made(root, fails=15)
    begin(run)
    found = wait_for_end(run)
    assert found.state == "failed"
    assert "The disk is full. Free some space." in found.sentence
    assert found.checkpoints == (10,)
    must_be_resumable(run)


def test_a_full_disk_is_a_sentence(root):
    run = made(root, key=KEY, full=3)
    begin(run, KEY)
    found = wait_for_end(run)
    assert found.state == "failed"
    assert "The disk is full" in found.sentence
    assert SECRET not in run.log.read_text()


def test_a_fault_of_the_program_names_the_place_and_nothing_of_the_data(root):
    run = made(root, breaks=3)
    begin(run)
    found = wait_for_end(run)
    assert found.state == "failed"
    assert "KeyError in pretend.py:" in found.sentence
    assert SECRET not in run.log.read_text()
    assert SECRET in (run.folder / "output.txt").read_text()


def test_two_processes_never_have_one_run(root):
    run = made(root, seconds=0.05)
    begin(run)
    done = subprocess.run(
        [sys.executable, "-m", "tests.finetune.pretend", "run", str(run.folder)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "is running already" in done.stderr
    assert standing(run).state == "running"


def test_many_who_ask_how_it_stands_do_not_keep_it_from_starting(root):
    run = made(root, clips=100_000)
    askers = [multiprocessing.get_context("spawn").Process(target=_ask_on, args=(run,)) for _ in range(2)]
    for one in askers:
        one.start()
    try:
        begin(run)
        assert is_running(run)
    finally:
        for one in askers:
            one.kill()
            one.join()


def _ask_on(run: Run) -> None:
    while True:
        is_running(run)


@posix
def test_it_outlives_who_started_it_and_is_found_again(root):
    run = made(root, clips=100_000)
    script = (
        "import sys; from pathlib import Path; from finetune.runs import find_run; from finetune import process\n"
        f"process.start(find_run(Path({str(root)!r}), 'clinic'), key=None, module='tests.finetune.pretend')"
    )
    starter = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, start_new_session=True)
    starter.wait()
    os.killpg(starter.pid, signal.SIGHUP) if psutil.pid_exists(starter.pid) else None
    found = standing(find_run(root, "clinic"))
    assert found.state == "running"
    assert os.getsid(found.process) == found.process, "a session of its own"
    ask(run, "stop")
    assert wait_for_end(run).state == "stopped"


@posix
def test_the_first_interrupt_pauses(root):
    run = made(root, seconds=0.02)
    begin(run)
    until(run, 2)
    out = io.StringIO()
    signal.signal(signal.SIGALRM, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    try:
        code = follow(run, LogReader(run.log), pausing=True, stream=out)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    assert code == 130
    assert "Pausing" in out.getvalue()
    assert "Paused at step" in out.getvalue()
    assert "videmo train resume clinic" in out.getvalue()
    assert re.search(r"^emotion +0\.250 .* 8$", out.getvalue(), flags=re.MULTILINE)


def test_a_sealed_run_keeps_nothing_in_the_clear(root):
    run = made(root, key=KEY, steps=1000, breaks=25)
    begin(run, KEY)
    found = wait_for_end(run)
    assert found.state == "failed"
    assert found.checkpoints == (20, 10)
    for path in run.folder.rglob("*"):
        if path.is_file():
            assert b"person seven" not in path.read_bytes(), path
            assert KEY not in path.read_bytes()
            assert KEY.hex().encode() not in path.read_bytes()
    assert not (run.folder / "output.txt").exists()
    with pytest.raises(SealError):
        recipe_of(run, key=None)
    assert recipe_of(run, key=KEY).name == "clinic"


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_the_key_is_in_neither_arguments_nor_environment(root):
    run = made(root, key=KEY, clips=100_000)
    begin(run, KEY)
    of = Path("/proc") / str(standing(run).process)
    for file in ("cmdline", "environ"):
        assert KEY.hex().encode() not in (of / file).read_bytes()
    ask(run, "stop")
    wait_for_end(run)


def test_a_process_that_does_not_come_up_is_a_sentence(root):
    run = made(root)
    with pytest.raises(OutputError, match="did not come up"):
        process.start(run, key=None, module="tests.finetune.nothing")


def test_a_name_is_given_once(root):
    made(root)
    with pytest.raises(UsageError, match=r"a run called clinic already.*--name"):
        made(root)
    with pytest.raises(UsageError, match=r"no run called other.*Runs are: clinic"):
        find_run(root, "other")
    with pytest.raises(UsageError, match="no run called"):
        find_run(root, "../clinic")


def test_a_run_that_cannot_be_read_is_a_sentence_and_hides_no_other(root):
    made(root)
    other = made(root, "other")
    (other.folder / ABOUT).write_text("{")
    assert [run.name for run in all_runs(root)] == ["clinic"]
    with pytest.raises(OutputError, match=r"run\.json cannot be read"):
        find_run(root, "other")
    other.workspace(None).write(ABOUT, b'{"format": 2}')
    with pytest.raises(OutputError, match="newer VidEmo"):
        find_run(root, "other")


def test_a_recipe_that_was_changed_afterwards_is_refused(root):
    run = made(root)
    path = run.folder / "recipe.toml"
    path.write_text(path.read_text().replace("rank = 16", "rank = 8"))
    with pytest.raises(OutputError, match="not the one that it was begun with"):
        recipe_of(run, key=None)


def test_a_log_that_was_cut_off_is_read_and_gone_on_with(tmp_path):
    path = tmp_path / "log.jsonl"
    log = Log(path)
    log.add(Kept(1, float("nan")))
    log.add(Kept(2, 0.5))
    log.close()
    reader = LogReader(path)
    assert len(reader.new()) == 2
    path.write_bytes(path.read_bytes()[:-9])
    log = Log(path)
    log.add(Kept(3, 0.5))
    log.close()
    assert [told.event.step for told in events_of(path)] == [1, 3]  # type: ignore[union-attr]
    path.write_bytes(path.read_bytes() + b'{"kind": "later", "at": ""}\n[1]\n\xff\n' + b'{"kind": "kept", "at": ""}\n')
    assert len(events_of(path)) == 2


def test_a_reader_waits_for_the_end_of_a_line(tmp_path):
    path = tmp_path / "log.jsonl"
    log = Log(path)
    log.add(Kept(1, 0.5))
    log.close()
    whole = path.read_bytes()
    reader = LogReader(path)
    path.write_bytes(whole[:20])
    assert reader.new() == []
    path.write_bytes(whole)
    assert [told.event for told in reader.new()] == [Kept(1, 0.5)]
    assert reader.new() == []


def test_two_runs_side_by_side(root):
    first, second = made(root, steps=3), made(root, "other", steps=1000)
    begin(first)
    begin(second)
    wait_for_end(first)
    until(second, 2)
    one, other = standing(first), standing(second)
    told = comparison_table(one, other).splitlines()
    assert told[1].split() == ["emotion", "0.250", "0.750", "+0.500", "[+0.400,", "+0.600]", "0.250", "not", "judged",
                               "yet"]  # fmt: skip
    assert comparison_notes(one, other) == []
    assert comparison_notes(one, standing(made(root, "third"))) == ["One of the two has not begun to learn."]
    assert "clinic  done" in runs_table([one, other])


def test_how_runs_stand_is_told_without_torch(root):
    made(root)
    script = (
        "import sys; sys.modules['torch'] = None\n"
        "from pathlib import Path; from finetune.runs import all_runs, standing\n"
        f"print([standing(run).state for run in all_runs(Path({str(root)!r}))])"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['made']"
