"""Times as people write them, in dialogs. In: text or seconds. Out: the other."""

import re

_CLOCK = re.compile(r"(?:(?:(\d+):)?(\d{1,2}):)?(\d+(?:[.,]\d+)?)")


def seconds_of(text: str) -> float | None:
    """Seconds from `83.5`, `1:23.5` or `0:01:23.5`; None for anything else."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes, rest = match.groups()
    if minutes is not None and (not re.match(r"[0-5]\d(?:\D|$)", rest) or (hours is not None and int(minutes) > 59)):
        return None
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(rest.replace(",", "."))


def clock(seconds: float) -> str:
    """As `1:23.5`, or `1:02:03.5` from an hour on; to the millisecond, without zeros at the end."""
    whole, rest = divmod(round(max(0.0, seconds) * 1000), 1000)
    hours, minutes = divmod(whole // 60, 60)
    text = f"{hours}:{minutes:02d}:{whole % 60:02d}" if hours else f"{minutes}:{whole % 60:02d}"
    return f"{text}.{rest:03d}".rstrip("0") if rest else text
