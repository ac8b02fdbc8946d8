"""The face pass: a whole recording worked in stretches by several workers. In: a video. Out: a `FacePass`.

Stretches are fixed by the recording, and each is followed on its own, so one worker and eight give the same bytes.
The heavy calls (decoder, landmarker) release the interpreter lock, so threads suffice. Must not know: expressions.
"""

import contextlib
import sys
import threading
from collections.abc import Callable, Generator, Iterator, MutableMapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from core.faces.freed import give_back
from core.faces.landmarker import FaceModel
from core.faces.pose import FaceObserver, GazeObserver
from core.faces.rules import FaceRule
from core.faces.stretch import STAGE, Sampling, Stretch, StretchResult, follow_stretch, plan
from core.faces.tracker import join_stretches
from core.progress import Progress, Stage
from core.records.measurement import FacePass
from core.records.moment import Span
from core.records.video import Video

REPORT_EVERY_S = 0.15
"""Seconds of wall time between two reports, each a cancel point."""

_TURN_S = 0.0005

Observers = Callable[[], Sequence[FaceObserver]]
"""Makes one worker's observers."""


@dataclass(frozen=True, slots=True, eq=False)
class _Kit:
    """What one worker holds; lent to one stretch at a time."""

    model: FaceModel
    observers: Sequence[FaceObserver]


@contextlib.contextmanager
def _brief_turns() -> Generator[None]:
    """Python lets a thread keep the interpreter for 5 ms while others wait; a worker needs it for less than one.

    Measured on two cores, 59 s of 720p: 8.7 to 9.1 s with turns of 0.5 ms, 9.5 to 9.9 s without.
    """
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_TURN_S)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


def gaze_only() -> Sequence[FaceObserver]:
    """The default observers: where the eyes look."""
    return (GazeObserver(),)


class _Workers:
    """Follows stretches in threads and counts the seconds of video that are done."""

    def __init__(self, video: Video, *, rule: FaceRule, sampling: Sampling, kits: Sequence[_Kit]) -> None:
        self._video, self._rule, self._sampling = video, rule, sampling
        self._kits: SimpleQueue[_Kit] = SimpleQueue()
        for kit in kits:
            self._kits.put(kit)
        self._stop = threading.Event()
        self._done_s: dict[int, float] = {}
        self._pool = ThreadPoolExecutor(max_workers=len(kits), thread_name_prefix="faces")

    def run(self, stretches: Sequence[Stretch]) -> Iterator[tuple[float, tuple[StretchResult, ...]]]:
        """Yields seconds of video done and newly finished stretches, several times a second, until all are done."""
        waiting: set[Future[StretchResult | None]] = {self._pool.submit(self._work, one) for one in stretches}
        while waiting:
            ready, waiting = wait(waiting, timeout=REPORT_EVERY_S, return_when=FIRST_COMPLETED)
            results = tuple(sorted((r for f in ready if (r := f.result()) is not None), key=lambda one: one.index))
            yield sum(self._done_s.values()), results

    def close(self) -> None:
        """Stops after the frames that are being looked at; returns when no thread runs any more."""
        self._stop.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _work(self, stretch: Stretch) -> StretchResult | None:
        kit = self._kits.get()
        try:
            stage = follow_stretch(
                self._video,
                stretch,
                model=kit.model,
                follow=self._rule.follow,
                discovery=self._rule.discovery,
                sampling=self._sampling,
                observers=kit.observers,
            )
            with contextlib.closing(stage):
                while not self._stop.is_set():
                    try:
                        self._done_s[stretch.index] = next(stage).done
                    except StopIteration as end:
                        self._done_s[stretch.index] = stretch.span.duration_s
                        return end.value
            return None
        finally:
            self._kits.put(kit)


def face_pass(
    video: Video,
    *,
    model: Path,
    rule: FaceRule | None = None,
    sampling: Sampling | None = None,
    observers: Observers = gaze_only,
    span: Span | None = None,
    workers: int = 1,
    kept: MutableMapping[int, StretchResult] | None = None,
) -> Stage[FacePass]:
    """Finds, follows and numbers the faces of a recording; yields `Progress` in seconds of video.

    `model` is the verified `face_landmarker.task`; `workers` threads share the work and do not change the result.
    `kept` holds stretches finished earlier, by index, of the same video, span, rule, sampling and observers (the
    caller answers for that); each new one is put there, and at the end all are taken from there one by one, in the
    thread that runs the stage. A mapping that keeps them elsewhere makes the pass as small for hours as for minutes.
    Closing the stage stops the workers within a frame. Raises `ModelError`, `FootageError`; `ValueError` for fewer
    than one worker.
    """
    if workers < 1:
        raise ValueError(f"a face pass needs at least one worker, not {workers}")
    rule, sampling, kept = rule or FaceRule(), sampling or Sampling(), {} if kept is None else kept
    stretches = plan(video, span=span)
    todo = [stretch for stretch in stretches if stretch.index not in kept]
    total = sum(stretch.span.duration_s for stretch in stretches)
    before = total - sum(stretch.span.duration_s for stretch in todo)
    yield Progress(STAGE, before, total, "s of video")
    with contextlib.ExitStack() as stack:
        kits = [
            _Kit(stack.enter_context(FaceModel(model, rule=rule.landmarker)), observers())
            for _ in range(min(workers, len(todo)))
        ]
        if kits:
            stack.enter_context(_brief_turns())
            team = stack.enter_context(contextlib.closing(_Workers(video, rule=rule, sampling=sampling, kits=kits)))
            for seconds, results in team.run(todo):
                kept.update((result.index, result) for result in results)
                yield Progress(STAGE, min(before + seconds, total), total, "s of video")
    give_back()
    return join_stretches(
        (kept[stretch.index] for stretch in stretches), link=rule.link, quality=rule.quality, shots=rule.shots
    )
