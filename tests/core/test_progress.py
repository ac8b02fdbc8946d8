"""Stages end with their result, can be stopped, and can run beside another."""

import threading
import time

import pytest

from core.errors import FootageError
from core.progress import Beside, Progress, finish


def counting(steps, *, seen=None, fail=None):
    try:
        for number in range(steps):
            if seen is not None:
                seen.append(number)
            if fail is not None and number == fail:
                raise FootageError("broken", remedy="mend it")
            yield Progress("counting", number, steps, "steps")
        return steps
    finally:
        if seen is not None:
            seen.append("closed")


def test_finish_returns_the_result_and_reports_each_step():
    steps = []
    assert finish(counting(3), report=steps.append) == 3
    assert [step.done for step in steps] == [0, 1, 2]


def test_a_stage_beside_gives_its_result():
    with Beside(counting(4)) as beside:
        assert finish(beside.rest()) == 4


def test_a_stage_beside_raises_where_it_is_waited_for():
    with Beside(counting(4, fail=2)) as beside, pytest.raises(FootageError, match="mend it"):
        finish(beside.rest())


def test_leaving_stops_the_stage_and_runs_its_clean_up():
    seen = []
    go = threading.Event()

    def waiting():
        try:
            while True:
                seen.append("step")
                go.set()
                time.sleep(0.001)
                yield Progress("waiting", 0, 1, "steps")
        finally:
            seen.append("closed")

    with Beside(waiting()):
        assert go.wait(5)
    assert seen[-1] == "closed"
