"""Shows a running stage in a terminal, with the time left. Comes in: a stage. Goes out: its result.

On a terminal one line is rewritten; elsewhere (a log, CI) a line is written every ten seconds. Knows no stage.
"""

import shutil
import sys
import time
from collections.abc import Callable
from typing import TextIO, TypeVar

from core.progress import Progress, Stage, finish

T = TypeVar("T")

REDRAW_S = 0.1
LINE_EVERY_S = 10.0
SETTLE_S = 2.0
"""No time left is shown before a stage has run this long: the first steps tell little."""
BAR = 24


def show(stage: Stage[T], *, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> T:
    """Runs a stage to its end and returns its result. An interrupt or an error closes the stage before it goes on."""
    bar = _Bar(stream or sys.stderr, clock)
    try:
        return finish(stage, report=bar.step)
    finally:
        # Closing here, not at some later garbage collection, runs the stage's own clean-up before anything is printed.
        stage.close()
        bar.end()


def duration(seconds: float) -> str:
    """A time for people: `40 s`, `3 min 20 s`, `1 h 05 min`."""
    whole = max(0, round(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"


class Line:
    """One line that is rewritten on a terminal; elsewhere, as in a log, a new one every ten seconds."""

    def __init__(self, stream: TextIO, clock: Callable[[], float]) -> None:
        self._stream = stream
        self._clock = clock
        self.rewrites = stream.isatty()
        self._drawn: float | None = None
        self._dirty = False

    @property
    def due(self) -> bool:
        """Whether the last drawing is old enough for another."""
        every = REDRAW_S if self.rewrites else LINE_EVERY_S
        return self._drawn is None or self._clock() - self._drawn >= every

    def draw(self, text: str) -> None:
        """Shows the text in place of the last one."""
        self._drawn = self._clock()
        if self.rewrites:
            width = _width()
            self._stream.write("\r" + text[:width].ljust(width))
            self._dirty = True
        else:
            self._stream.write(text + "\n")
        self._stream.flush()

    def begin(self) -> None:
        """Something new is told: it is drawn at once, but in a log what is over within ten seconds leaves no line."""
        self.end()
        self._drawn = None if self.rewrites else self._clock()

    def end(self) -> None:
        """Clears the line that was being rewritten."""
        if self._dirty:
            self._stream.write("\r" + " " * _width() + "\r")
            self._stream.flush()
            self._dirty = False


class _Bar:
    """One stage may rename itself as it goes: each name is timed on its own."""

    def __init__(self, stream: TextIO, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._line = Line(stream, clock)
        self._name = ""
        self._begun = 0.0
        self._begun_at = 0.0

    def step(self, progress: Progress) -> None:
        """Draws, unless the last drawing is too fresh."""
        now = self._clock()
        if progress.stage != self._name:
            self._line.begin()
            self._name, self._begun, self._begun_at = progress.stage, now, progress.done
        if self._line.due:
            self._line.draw(self._text(progress, now))

    def end(self) -> None:
        """Clears the line that was being rewritten."""
        self._line.end()

    def _text(self, progress: Progress, now: float) -> str:
        if progress.total <= 0:
            return f"{progress.stage}: {progress.done:.0f} {progress.unit}"
        share = min(1.0, max(0.0, progress.done / progress.total))
        digits = 0 if progress.total >= 100 else 1
        amount = f"{progress.done:.{digits}f} of {progress.total:.{digits}f} {progress.unit}"
        spent = now - self._begun
        gained = progress.done - self._begun_at
        left = ""
        if spent >= SETTLE_S and gained > 0:
            left = f", {duration(spent * (progress.total - progress.done) / gained)} left"
        if not self._line.rewrites:
            return f"{progress.stage}: {share:.0%}, {amount}{left}"
        words = f" {share:4.0%} {amount}{left}"
        bar = min(BAR, _width() - len(progress.stage) - len(words) - len(" []"))
        if bar < 4:  # a narrow terminal: the words matter more
            return progress.stage + words
        filled = round(share * bar)
        return f"{progress.stage} [{'#' * filled}{'.' * (bar - filled)}]{words}"


def _width() -> int:
    return max(20, shutil.get_terminal_size().columns - 1)
