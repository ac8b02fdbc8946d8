"""Times as a reader says them. Comes in: seconds after the first frame. Goes out: `mm:ss.s` and round axis steps."""

import math

STEPS_S = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400)


def time_code(seconds: float, *, decimals: int = 1) -> str:
    """`mm:ss.s`, from an hour on `h:mm:ss.s`, rounded to `decimals`. Never shows 60 seconds."""
    scale = 10**decimals
    ticks = round(abs(seconds) * scale)
    whole, fraction = divmod(ticks, scale)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    tail = f".{fraction:0{decimals}d}" if decimals else ""
    head = f"{hours}:{minute:02d}" if hours else f"{minute:02d}"
    return f"{'-' if seconds < 0 and ticks else ''}{head}:{second:02d}{tail}"


def amount(seconds: float) -> str:
    """A length of time in words: `0 s`, `0.04 s`, `12.4 s`, `3 min 05 s`, `1 h 05 min`."""
    if seconds == 0:
        return "0 s"
    if seconds < 0.095:
        return f"{seconds:.2f} s"
    if seconds < 119.95:
        return f"{seconds:.1f} s"
    if seconds < 3599.5:
        minutes, second = divmod(round(seconds), 60)
        return f"{minutes} min {second:02d} s"
    hours, minute = divmod(round(seconds / 60), 60)
    return f"{hours} h {minute:02d} min"


def axis_ticks(start_s: float, end_s: float, *, most: int = 10) -> tuple[tuple[float, str], ...]:
    """Round times between `start_s` and `end_s` with their labels, at most `most` steps apart; empty for no length."""
    length = end_s - start_s
    if length <= 0:
        return ()
    step = next((step for step in STEPS_S if length / step <= most), STEPS_S[-1])
    first = math.ceil(start_s / step - 1e-9)
    last = math.floor(end_s / step + 1e-9)
    stride = max(1, math.ceil((last - first) / (most + 1)))
    decimals = 1 if step < 1 else 0
    return tuple((n * step, time_code(n * step, decimals=decimals)) for n in range(first, last + 1, stride))
