"""Long work as generators: a stage yields `Progress`, returns its result, and every yield is a cancel point."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one stage is."""

    stage: str
    """In words for the user, as "looking for faces"."""
    done: float
    total: float
    unit: str
    """What `done` and `total` count: "s of video", "segments", "MB"."""


Stage = Generator[Progress, None, T]


def finish(stage: Stage[T], *, report: Callable[[Progress], None] | None = None) -> T:
    """Runs a stage to its end and returns its result; `report` sees each step."""
    while True:
        try:
            step = next(stage)
        except StopIteration as end:
            return end.value
        if report is not None:
            report(step)
