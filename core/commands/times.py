"""Times as people write them on a command line. Comes in: text. Goes out: seconds."""

import argparse
import re

_CLOCK = re.compile(r"(?:(?:(\d+):)?(\d{1,2}):)?(\d+(?:\.\d+)?)")


def seconds(text: str) -> float:
    """Seconds from `83.5`, `1:23.5` or `0:01:23.5`. Raises `argparse.ArgumentTypeError` for anything else."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no time; write seconds as 83.5 or a clock as 1:23.5")
    hours, minutes, rest = match.groups()
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(rest)
