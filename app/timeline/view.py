"""Which part of the session is visible. In: gestures. Out: a span of time over a width. Must not know: any lane."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

LEAST_S = 0.4
"""The shortest span that fills the width: a dozen frames."""
STEP = 1.25
"""One notch of the wheel, one press of a key twice."""


@dataclass(frozen=True)
class Cut:
    """A span of time laid over a width: what one painting works with."""

    start_s: float
    end_s: float
    width: int
    """Device-independent pixels."""
    scale: float
    """Device pixels per pixel."""

    @property
    def per_px(self) -> float:
        """Seconds per pixel."""
        return (self.end_s - self.start_s) / max(1, self.width)

    @cached_property
    def edges(self) -> NDArray[np.float64]:
        """(columns + 1,) seconds: the borders of the device's pixel columns."""
        columns = math.ceil(self.width * self.scale)
        return np.arange(columns + 1, dtype=np.float64) * (self.per_px / self.scale) + np.float64(self.start_s)

    @property
    def first_column(self) -> int:
        """Number of the first device column, counted from the session's zero: patterns stay with their time."""
        return round(self.start_s / self.per_px * self.scale)

    def x(self, time_s: float) -> float:
        """Pixels from the left border."""
        return (time_s - self.start_s) / self.per_px

    def time(self, x: float) -> float:
        """Seconds after the session's zero."""
        return self.start_s + x * self.per_px


class TimeView(QObject):
    """The visible span. Zooming keeps what is under the pointer in its place."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.length_s = 0.0
        self.start_s = 0.0
        self.end_s = 1.0
        self.width = 1
        """Pixels the span is laid over."""

    def cut(self, scale: float = 1.0) -> Cut:
        """What is visible now."""
        return Cut(self.start_s, self.end_s, self.width, scale)

    @property
    def span_s(self) -> float:
        """Length of what is visible."""
        return self.end_s - self.start_s

    @property
    def whole(self) -> bool:
        """Whether everything is visible."""
        return self.start_s <= 0 and self.end_s >= self.length_s

    def set_length(self, length_s: float, *, keep: bool) -> None:
        """Another session's length, shown whole; or (`keep`) the same session, which may have grown."""
        was_whole, self.length_s = self.whole, length_s
        if keep and not was_whole:
            self.show(self.start_s, self.end_s)
        else:
            self.show(0.0, max(length_s, LEAST_S))

    def set_width(self, width: int) -> None:
        """The width in pixels; the span stays."""
        if width != self.width:
            self.width = max(1, width)
            self.changed.emit()

    def show(self, start_s: float, end_s: float) -> None:
        """Shows a span, kept within the session and no shorter than `LEAST_S`."""
        longest = max(self.length_s, LEAST_S)
        length = min(max(end_s - start_s, LEAST_S), longest)
        middle = (start_s + end_s) / 2
        start = min(max(0.0, middle - length / 2), longest - length)
        if (start, start + length) != (self.start_s, self.end_s):
            self.start_s, self.end_s = start, start + length
            self.changed.emit()

    def zoom(self, factor: float, *, around_s: float) -> None:
        """Makes the span `factor` times as long; `around_s` stays where it is."""
        length = min(max(self.span_s * factor, LEAST_S), max(self.length_s, LEAST_S))
        share = (around_s - self.start_s) / self.span_s
        start = around_s - share * length
        self.show(start, start + length)

    def pan(self, seconds: float) -> None:
        """Moves the span by whole pixels, so that nothing shimmers."""
        per_px = self.span_s / self.width
        moved = round(seconds / per_px) * per_px
        self.show(self.start_s + moved, self.end_s + moved)

    def reveal(self, start_s: float, end_s: float) -> None:
        """Brings a span into view where it is not; the length of what is visible stays where it can."""
        if self.start_s <= start_s and min(end_s, start_s + self.span_s) <= self.end_s:
            return
        middle = (start_s + end_s) / 2 if end_s - start_s < self.span_s else start_s + self.span_s * 0.4
        self.show(middle - self.span_s / 2, middle + self.span_s / 2)
