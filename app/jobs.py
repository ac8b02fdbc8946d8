"""The one place where work leaves the window's thread. In: a question or a stage. Out: Qt signals in that thread.

A `Lane` is a queue worked off by its own thread. `ask` is for what takes milliseconds (a query, a saved change), `run`
for a stage of `core` that yields `Progress`: every yield is a point where it can be paused or cancelled. Answers come
back as calls in the window's thread. An expected failure goes to whoever asked; a fault of the program goes to
`sys.excepthook`, which shows the crash dialog. Must not know: what the work is.
"""

import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Literal, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from core.errors import ExpectedError
from core.progress import Progress, Stage

T = TypeVar("T")

State = Literal["waiting", "running", "paused", "done", "failed", "cancelled"]

ENDED: tuple[State, ...] = ("done", "failed", "cancelled")
REPORT_EVERY_S = 0.05
"""A stage may yield a thousand times a second; the window hears of it twenty times."""


class _Post(QObject):
    """Carries calls into the thread it was made in."""

    posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.delivers = True
        """False once nobody wants to hear of anything any more."""
        self.posted.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _call(self, call: Callable[[], object]) -> None:
        if self.delivers:
            call()


class Job(QObject):
    """A stage on its way. Lives in the window's thread."""

    progressed = Signal(object)
    """`Progress`, at most twenty times a second."""
    state_changed = Signal(str)
    """One of `State`."""
    given = Signal(object)
    """A first result, before the whole is there."""

    def __init__(self, title: str, *, subject: int | None = None) -> None:
        super().__init__()
        self.title = title
        self.subject = subject
        """Id of the recording it is about."""
        self.about = ""
        """Name of the language model it is about."""
        self.told = ""
        """What came of it, in words, once the state is `done`; empty where the result speaks for itself."""
        self.state: State = "waiting"
        self.progress: Progress | None = None
        self.result: Any = None
        """What the stage returned, once the state is `done`."""
        self.failure: ExpectedError | None = None
        """Why it failed, once the state is `failed`; None for a fault of the program."""
        self.may_run = threading.Event()
        """Clear while it is paused."""
        self.may_run.set()
        self.cancelled = threading.Event()
        self.again: Callable[[], object] | None = None
        """Queues the same work once more; None where it cannot be taken up."""
        self._begun: float | None = None
        self._worked_s = 0.0
        self._on_pause: Callable[[], None] | None = None
        self._on_resume: Callable[[], None] | None = None

    @property
    def ended(self) -> bool:
        """Whether nothing more will come."""
        return self.state in ENDED

    @property
    def left_s(self) -> float | None:
        """Seconds it will take at the pace so far; None where that cannot be told yet."""
        step = self.progress
        if self._begun is None or step is None or step.total <= 0 or step.done / step.total < 0.02:
            return None
        worked = self._worked_s + (time.monotonic() - self._begun if self.state == "running" else 0.0)
        return worked * (step.total - step.done) / step.done

    def pause(self) -> None:
        """Stops at the next yield until `resume`."""
        self.may_run.clear()
        if self._on_pause is not None:
            self._on_pause()
        if self.state == "running":
            self._worked_s += time.monotonic() - (self._begun or time.monotonic())
            self.go("paused")

    def resume(self) -> None:
        """Goes on after `pause`."""
        if self.state == "paused":
            self._begun = time.monotonic()
            self.may_run.set()
            self.go("running")
        if self._on_resume is not None:
            self._on_resume()
        self.may_run.set()

    def hold(self, stop: Callable[[], None], go_on: Callable[[], None]) -> None:
        """Said by a stage whose work goes on elsewhere (a child process) and must be held there too."""
        self._on_pause, self._on_resume = stop, go_on

    def give(self, partial: object) -> None:
        """Hands over a first result; called by the stage, in its thread."""
        self.given.emit(partial)

    def cancel(self) -> None:
        """Ends it at the next yield; the stage cleans up after itself."""
        self.cancelled.set()
        self.may_run.set()

    def go(self, state: State) -> None:
        """Another state; said by the lane."""
        if state == "running" and not self.may_run.is_set():
            state = "paused"  # asked for between the lane's beginning and its telling so
        if not self.ended:
            self.state = state
            self.state_changed.emit(state)

    def step(self, step: Progress) -> None:
        """How far the stage is; said by the lane."""
        if self.progress is None or self.progress.stage != step.stage:
            self._begun, self._worked_s = time.monotonic(), 0.0
        self.progress = step
        self.progressed.emit(step)

    def end(self, state: State, *, result: object = None, failure: ExpectedError | None = None) -> None:
        """The stage is over; said by the lane."""
        self.result, self.failure = result, failure
        self.go(state)


class Lane:
    """A queue with its own thread, or several."""

    def __init__(self, name: str, *, threads: int = 1) -> None:
        self._pool = ThreadPoolExecutor(max_workers=threads, thread_name_prefix=name)
        self._post = _Post()
        self._jobs: list[Job] = []
        self._closed = False

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The jobs that wait, run or are paused."""
        return tuple(job for job in self._jobs if not job.ended)

    def ask(
        self,
        work: Callable[[], T],
        *,
        then: Callable[[T], object] | None = None,
        failed: Callable[[ExpectedError], object] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Does a short piece of work; `then` gets its result, `failed` an expected failure, both in this thread.

        Nothing is called once `owner` (a widget, say) is gone. Without `failed` a failure counts as a fault.
        """
        if self._closed:
            return
        self._pool.submit(self._work, work, then, failed, owner)

    def run(self, title: str, stage: Callable[[Job], Stage[T]], *, subject: int | None = None) -> Job:
        """Queues a stage; it is made in the lane's thread, and is told its job."""
        job = Job(title, subject=subject)
        self._jobs = [*self.jobs, job]
        self._pool.submit(self._run, job, stage)
        return job

    def wait_for(self, work: Callable[[], T]) -> T:
        """Does a short piece of work in this lane for another lane's thread, which waits. Raises what it raises.

        Never called in the window's thread.
        """
        return self._pool.submit(work).result()

    def close(self) -> None:
        """Cancels what is under way and returns when no thread works any more. Nothing is called afterwards."""
        self._closed = True
        for job in self._jobs:
            job.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._post.delivers = False

    def finish(self) -> None:
        """Returns when everything that was asked for is done and no thread works any more; calls nothing afterwards."""
        self._closed = True
        self._pool.shutdown(wait=True)
        self._post.delivers = False

    def _send(self, call: Callable[[], object]) -> None:
        self._post.posted.emit(call)

    def _work(
        self,
        work: Callable[[], T],
        then: Callable[[T], object] | None,
        failed: Callable[[ExpectedError], object] | None,
        owner: QObject | None,
    ) -> None:
        def call(what: Callable[[], object]) -> None:
            self._send(lambda: what() if owner is None or isValid(owner) else None)

        try:
            result = work()
        except ExpectedError as failure:
            told = failure
            if failed is not None:
                call(lambda: failed(told))
            else:
                self._fault(failure)
        except Exception as fault:
            self._fault(fault)
        else:
            if then is not None:
                call(lambda: then(result))

    def _run(self, job: Job, make: Callable[[Job], Stage[Any]]) -> None:
        if job.cancelled.is_set():
            self._send(lambda: job.end("cancelled"))
            return
        self._send(lambda: job.go("running"))
        told_at = 0.0
        try:
            stage = make(job)
            try:
                while not job.cancelled.is_set():
                    step = next(stage)
                    now = time.monotonic()
                    if now - told_at >= REPORT_EVERY_S:
                        told_at = now
                        self._send(lambda step=step: job.step(step))
                    job.may_run.wait()
            except StopIteration as end:
                result = end.value
                self._send(lambda: job.end("done", result=result))
                return
            finally:
                stage.close()
            self._send(lambda: job.end("cancelled"))
        except ExpectedError as failure:
            told = failure
            self._send(lambda: job.end("failed", failure=told))
        except Exception as fault:
            self._send(lambda: job.end("failed"))
            self._fault(fault)

    def _fault(self, fault: BaseException) -> None:
        self._send(lambda: sys.excepthook(type(fault), fault, fault.__traceback__))
