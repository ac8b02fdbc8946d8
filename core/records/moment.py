"""Time as a type. Comes in: a presentation time stamp with its time base. Goes out: exact comparison and spans.

Knows nothing of frame rates: a moment is what the container says, never an index times a rate.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import total_ordering

MICROSECOND = Fraction(1, 1_000_000)


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """A point in a recording: `pts` ticks of `time_base` seconds after the recording's zero. Compared exactly."""

    pts: int
    time_base: Fraction

    def __post_init__(self) -> None:
        if self.time_base <= 0:
            raise ValueError(f"a time base is positive, not {self.time_base}")

    @classmethod
    def at(cls, seconds: float | Fraction) -> "Moment":
        """The moment nearest to `seconds` on a grid of microseconds."""
        return cls(round(Fraction(seconds) / MICROSECOND), MICROSECOND)

    @property
    def exact(self) -> Fraction:
        """Seconds since the recording's zero, exactly."""
        return self.pts * self.time_base

    @property
    def seconds(self) -> float:
        """Seconds since the recording's zero, as the nearest float."""
        return float(self.exact)

    def __eq__(self, other: object) -> bool:
        return self.exact == other.exact if isinstance(other, Moment) else NotImplemented

    def __lt__(self, other: "Moment") -> bool:
        return self.exact < other.exact

    def __hash__(self) -> int:
        return hash(self.exact)


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` up to, not including, `end`. Raises `ValueError` when it would run backwards."""

    start: Moment
    end: Moment

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a span cannot end ({self.end.seconds} s) before it starts ({self.start.seconds} s)")

    @classmethod
    def between(cls, start_s: float, end_s: float) -> "Span":
        """The span between two times in seconds, on a grid of microseconds."""
        return cls(Moment.at(start_s), Moment.at(end_s))

    @property
    def start_s(self) -> float:
        """Start in seconds."""
        return self.start.seconds

    @property
    def end_s(self) -> float:
        """End in seconds, not included."""
        return self.end.seconds

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return float(self.end.exact - self.start.exact)

    def __contains__(self, moment: Moment) -> bool:
        return self.start <= moment < self.end
