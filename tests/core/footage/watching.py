"""What tests of the player stand on: a playback that writes down what it shows, and a loudspeaker that records."""

import threading
import time
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

from core.footage.playback import Playback, Shown
from core.footage.speaker import CHANNELS, RATE
from core.records.moment import Moment
from tests import media

BLOCK = 480


@dataclass
class Watcher:
    """Collects what a playback hands over, with the number that is painted in each picture."""

    shown: list[tuple[float, Shown, int]] = field(default_factory=list)
    """When (steady clock), what, and the number read in it."""
    failures: list = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    news: threading.Condition = field(default_factory=threading.Condition)

    def see(self, shown: Shown) -> None:
        with self.news:
            self.shown.append((time.perf_counter(), shown, media.number_in(shown.pixels)))
            self.news.notify_all()

    def fail(self, failure) -> None:
        with self.news:
            self.failures.append(failure)
            self.news.notify_all()

    def change(self, state: str) -> None:
        with self.news:
            self.states.append(state)
            self.news.notify_all()

    def until(self, condition, *, within_s: float = 20.0) -> None:
        with self.news:
            assert self.news.wait_for(condition, within_s), "nothing of the kind happened"

    @property
    def last(self) -> Shown:
        return self.shown[-1][1]

    def play(self, video, **options) -> Playback:
        return Playback(video, shown=self.see, failed=self.fail, changed=self.change, **options)

    def exact(self, count: int) -> list[tuple[float, Shown, int]]:
        """Waits until so many frames that were asked for have been shown; returns them."""
        self.until(lambda: sum(one[1].exact for one in self.shown) >= count)
        return [one for one in self.shown if one[1].exact]


def numbers_by_time(clip: media.Clip) -> dict[Fraction, int]:
    return {at: number for number, at in enumerate(clip.times())}


def shown_at(clip: media.Clip, moment: Moment) -> int:
    """The number of the frame that is shown at a moment."""
    return max(number for number, at in enumerate(clip.times()) if at <= moment.exact or number == 0)


class RecordingSpeaker:
    """Asks for samples in real time, or `pace` times faster, and keeps them with the time they are heard."""

    def __init__(self, *, delay_s: float = 0.05, pace: float = 1.0) -> None:
        self.heard: list[tuple[float, np.ndarray]] = []
        self.delay_s, self.pace = delay_s, pace
        self.starts = 0
        self._running = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, fill) -> None:
        self.starts += 1
        self._running = threading.Event()
        self._running.set()
        self._thread = threading.Thread(target=self._ask, args=(fill, self._running), name="speaker")
        self._thread.start()

    def stop(self) -> None:
        self._running.clear()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def seconds(self) -> float:
        return time.perf_counter() * self.pace

    def _ask(self, fill, running) -> None:
        at = self.seconds() + self.delay_s
        while running.is_set():
            block = np.zeros((BLOCK, CHANNELS), np.float32)
            fill(block, at)
            self.heard.append((at, block))
            at += BLOCK / RATE
            time.sleep(max(0.0, (at - self.delay_s - self.seconds()) / self.pace))
