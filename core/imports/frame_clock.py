"""Times of frame numbers. Comes in: frame numbers with clock readings cut to whole seconds. Goes out: a frame rate.

py-feat 2 writes `approx_time` as mm:ss, which is frame / rate cut to whole seconds. Each reading s of frame f says
s <= f / rate < s + 1, and together they leave a narrow range of rates; a usual rate inside it is taken. For recordings
of variable rate this is wrong: give the times of the frames instead. Must not know: tables.
"""

from collections.abc import Sequence
from fractions import Fraction

USUAL = (
    Fraction(30), Fraction(25), Fraction(30000, 1001), Fraction(24), Fraction(24000, 1001), Fraction(60), Fraction(50),
    Fraction(60000, 1001), Fraction(15), Fraction(20), Fraction(10), Fraction(120),
)  # fmt: skip
"""In the order in which they are preferred where several fit."""


def rate_from_clock(readings: Sequence[tuple[int, int]]) -> tuple[Fraction, Fraction, Fraction | None] | None:
    """The rate to use and the lowest and highest one that fit (None: no upper bound) all (frame, whole seconds).

    None where no rate fits, or where no reading reaches a whole second, which leaves the rate open.
    """
    low, high = Fraction(0), None
    for frame, second in readings:
        low = max(low, Fraction(frame, second + 1))
        if second > 0:
            bound = Fraction(frame, second)
            high = bound if high is None else min(high, bound)
    if high is None or high <= 0 or high < low:
        return None
    usual = next((rate for rate in USUAL if low < rate <= high), None)
    return usual or (low + high) / 2, low, high
