"""Lanes and jobs: what leaves the window's thread comes back in it, can be paused and cancelled, and ends with it."""

import sys
import threading

import pytest
from PySide6.QtCore import QObject

from app.jobs import Job, Lane
from core.errors import UsageError
from core.progress import Progress


@pytest.fixture
def lane(qapp):
    made = Lane("test")
    yield made
    made.close()


def counting(job, *, total=1000, gate=None):
    for done in range(total):
        if gate is not None:
            gate.wait(5)
        yield Progress("counting", done, total, "steps")
    return total


def test_an_answer_comes_in_the_windows_thread(lane, qtbot):
    where = {}
    lane.ask(
        lambda: where.setdefault("work", threading.current_thread().name),
        then=lambda _: where.setdefault("then", threading.current_thread()),
    )
    qtbot.waitUntil(lambda: "then" in where)
    assert where["work"].startswith("test")
    assert where["then"] is threading.main_thread()


def test_an_expected_failure_goes_to_who_asked(lane, qtbot):
    failures = []

    def work():
        raise UsageError("No.", remedy="Ask otherwise.")

    lane.ask(work, failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert failures[0].remedy == "Ask otherwise."


def test_a_fault_reaches_the_excepthook(lane, qtbot, monkeypatch):
    seen = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, fault, trace: seen.append(fault))
    lane.ask(lambda: 1 / 0)
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], ZeroDivisionError)


def test_nothing_is_called_once_the_owner_is_gone(lane, qtbot):
    called, owner, gate = [], QObject(), threading.Event()
    lane.ask(lambda: gate.wait(5), then=called.append, owner=owner)
    import shiboken6

    shiboken6.delete(owner)
    gate.set()
    reached = []
    lane.ask(lambda: None, then=lambda _: reached.append(True))
    qtbot.waitUntil(lambda: bool(reached))
    assert not called


def test_a_job_tells_its_progress_and_result(lane, qtbot):
    job = lane.run("count", counting)
    with qtbot.waitSignal(job.state_changed, check_params_cb=lambda state: state == "done"):
        pass
    assert job.result == 1000
    assert lane.jobs == ()


def test_jobs_of_a_lane_wait_for_one_another(lane, qtbot):
    gate = threading.Event()
    first = lane.run("first", lambda job: counting(job, total=2, gate=gate))
    second = lane.run("second", counting)
    qtbot.waitUntil(lambda: first.state == "running")
    assert second.state == "waiting"
    gate.set()
    qtbot.waitUntil(lambda: second.state == "done")
    assert first.state == "done"


def test_pause_holds_the_stage_and_whatever_works_for_it(lane, qtbot):
    steps, told = [], []

    def stage(job):
        job.hold(lambda: told.append("stop"), lambda: told.append("go on"))
        for done in range(10**6):
            steps.append(done)
            yield Progress("counting", done, 10**6, "steps")

    job = lane.run("long", stage)
    qtbot.waitUntil(lambda: len(steps) > 10)
    job.pause()
    qtbot.waitUntil(lambda: job.state == "paused")
    qtbot.wait(50)
    held = len(steps)
    qtbot.wait(50)
    assert len(steps) == held
    job.resume()
    qtbot.waitUntil(lambda: len(steps) > held)
    assert told == ["stop", "go on"]
    job.cancel()
    qtbot.waitUntil(lambda: job.state == "cancelled")


def test_cancelling_lets_the_stage_clean_up(lane, qtbot):
    cleaned = threading.Event()

    def stage(_):
        try:
            while True:
                yield Progress("turning", 0, 1, "turns")
        finally:
            cleaned.set()

    job = lane.run("endless", stage)
    qtbot.waitUntil(lambda: job.state == "running")
    job.cancel()
    qtbot.waitUntil(lambda: job.state == "cancelled")
    assert cleaned.is_set()


def test_a_job_cancelled_while_it_waits_never_starts(lane, qtbot):
    gate, started = threading.Event(), []
    first = lane.run("first", lambda job: counting(job, total=2, gate=gate))

    def stage(_):
        started.append(True)
        yield Progress("x", 0, 1, "x")

    second = lane.run("second", stage)
    second.cancel()
    gate.set()
    qtbot.waitUntil(lambda: second.state == "cancelled")
    assert first.state == "done"
    assert not started


def test_time_left_follows_the_pace_and_leaves_out_pauses(qapp, monkeypatch):
    now = [100.0]
    monkeypatch.setattr("app.jobs.time.monotonic", lambda: now[0])
    job = Job("count")
    job.go("running")
    job.step(Progress("counting", 0, 100, "steps"))
    assert job.left_s is None
    now[0] += 10
    job.step(Progress("counting", 25, 100, "steps"))
    assert job.left_s == pytest.approx(30)
    job.pause()
    now[0] += 1000
    assert job.left_s == pytest.approx(30)
    job.resume()
    now[0] += 10
    job.step(Progress("counting", 50, 100, "steps"))
    assert job.left_s == pytest.approx(20)


def test_closing_ends_a_paused_job(qapp, qtbot):
    lane = Lane("closing")
    job = lane.run("long", lambda job: counting(job, total=10**7))
    qtbot.waitUntil(lambda: job.state == "running")
    job.pause()
    lane.close()
    assert not [one for one in threading.enumerate() if one.name.startswith("closing")]
