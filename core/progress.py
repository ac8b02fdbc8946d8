"""Long work as generators: a stage yields `Progress`, returns its result, and every yield is a cancel point."""

import threading
from collections.abc import Callable, Generator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from contextlib import closing
from dataclasses import dataclass
from types import TracebackType
from typing import Generic, Self, TypeVar

T = TypeVar("T")

LOOK_EVERY_S = 0.2


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one stage is."""

    stage: str
    """In words for the user, as "looking for faces"."""
    done: float
    total: float
    unit: str
    """What `done` and `total` count: "s of video", "segments", "MB"."""


Stage = Generator[Progress, None, T]


def finish(stage: Stage[T], *, report: Callable[[Progress], None] | None = None) -> T:
    """Runs a stage to its end and returns its result; `report` sees each step."""
    while True:
        try:
            step = next(stage)
        except StopIteration as end:
            return end.value
        if report is not None:
            report(step)


class Beside(Generic[T]):
    """Runs one stage in a thread beside another. A context manager: leaving it stops the stage at its next yield."""

    def __init__(self, stage: Stage[T]) -> None:
        self._stop = threading.Event()
        self._last: Progress | None = None
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="beside")
        self._future: Future[T] = self._pool.submit(self._work, stage)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._stop.set()
        self._pool.shutdown(wait=True)

    def rest(self) -> Stage[T]:
        """Waits for the stage's end as a stage of its own; returns its result or raises what it raised."""
        while not wait([self._future], timeout=LOOK_EVERY_S).done:
            if self._last is not None:
                yield self._last
        return self._future.result()

    def _work(self, stage: Stage[T]) -> T:
        with closing(stage):
            while not self._stop.is_set():
                try:
                    self._last = next(stage)
                except StopIteration as end:
                    return end.value
        raise CancelledError
