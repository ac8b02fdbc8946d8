"""The runs on this computer as the window lists them. In: their folder. Out: names, whether a process has one.

How a run stands is told by `videmo train list`; whether its process still lives, by its lock, which is cheap to ask.
"""

from dataclasses import dataclass
from pathlib import Path

from app.translation import QT_TRANSLATE_NOOP, translate
from core.project.holder import NoLockError, holder_of
from core.settings import home

LOG, LOCK = "log.jsonl", "run"
"""Of a run's folder."""
STATES = {
    "made": QT_TRANSLATE_NOOP("TrainingRuns", "not begun yet"),
    "running": QT_TRANSLATE_NOOP("TrainingRuns", "running"),
    "pausing": QT_TRANSLATE_NOOP("TrainingRuns", "pausing: it stops when where it stands is kept"),
    "stopping": QT_TRANSLATE_NOOP("TrainingRuns", "stopping: it stops when where it stands is kept"),
    "paused": QT_TRANSLATE_NOOP("TrainingRuns", "paused"),
    "stopped": QT_TRANSLATE_NOOP("TrainingRuns", "stopped"),
    "failed": QT_TRANSLATE_NOOP("TrainingRuns", "failed"),
    "died": QT_TRANSLATE_NOOP(
        "TrainingRuns", "its process ended without a word; it can go on from its last checkpoint"
    ),
    "done": QT_TRANSLATE_NOOP("TrainingRuns", "done"),
}
MOVING = ("running", "pausing", "stopping")
"""States in which a process has it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A run."""

    name: str
    state: str
    base: str
    made: str

    @property
    def words(self) -> str:
        """Its state for people."""
        return state_words(self.state)


def state_words(state: str) -> str:
    """A state for people."""
    return translate("TrainingRuns", STATES[state]) if state in STATES else state


def runs_folder() -> Path:
    """Where runs lie."""
    return home() / "runs"


def log_of(name: str) -> Path:
    """A run's log."""
    return runs_folder() / name / LOG


def lives(name: str) -> bool | None:
    """Whether a process has the run now; None where that cannot be told."""
    try:
        return holder_of(runs_folder() / name / LOCK) is not None
    except NoLockError:
        return None


def running() -> tuple[str, ...]:
    """Names of the runs that a process has now."""
    return tuple(sorted(path.parent.name for path in runs_folder().glob(f"*/{LOG}") if lives(path.parent.name)))
