"""What time of the recording it is while it plays. In: start, speed, a loop. Out: seconds after the first frame.

Without sound the computer's own steady clock; with sound see `core.footage.speaker`. Knows nothing of pictures.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

Loop = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Course:
    """What is played: from `start_s` on at `speed`, and again and again from `loop[0]` up to `loop[1]`."""

    start_s: float
    end_s: float
    """Where the recording ends."""
    speed: float = 1.0
    """Seconds of the recording per second."""
    loop: Loop | None = None
    """Takes effect where `start_s` lies before its end."""

    def after(self, passed_s: float) -> float:
        """The time of the recording when `passed_s` seconds have been played."""
        at = self.start_s + passed_s * self.speed
        if self.loop is not None and self.start_s < self.loop[1] <= at:
            first, last = self.loop
            return first + (at - last) % (last - first)
        return min(at, self.end_s)


class Clock(Protocol):
    """Runs from `start` to `stop`."""

    def start(self, course: Course) -> None:
        """Begins; a course under way is dropped."""
        ...

    def stop(self) -> None:
        """Stops; `now` stays where it is."""
        ...

    def now(self) -> float:
        """Seconds after the recording's first frame."""
        ...


class SteadyClock:
    """The computer's own clock: for recordings without sound, or computers without a loudspeaker."""

    def __init__(self, seconds: Callable[[], float] = time.perf_counter) -> None:
        self._seconds = seconds
        self._course = Course(0.0, 0.0)
        self._begun: float | None = None

    def start(self, course: Course) -> None:
        """See `Clock`."""
        self._course, self._begun = course, self._seconds()

    def stop(self) -> None:
        """See `Clock`."""
        self._course, self._begun = Course(self.now(), self._course.end_s), None

    def now(self) -> float:
        """See `Clock`."""
        passed = 0.0 if self._begun is None else self._seconds() - self._begun
        return self._course.after(passed)
