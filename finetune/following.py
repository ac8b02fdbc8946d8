"""Watches a run in a terminal. In: a run. Out: a line that is rewritten, sentences, and how it ended.

Must not know: how a run is done; it reads the log and the lock.
"""

import contextlib
import sys
import time
from typing import TextIO

from core.commands.progress_bar import Line, duration
from finetune.events import Begun, Ended, Evaluated, Event, Preparing, Reinforced, Rewarded, Stepped, Warned
from finetune.log import LogReader
from finetune.runs import Run, Standing, ask, is_running, standing
from finetune.tables import rewards_told, scores_table, verdict_table, when_asked

LOOK_EVERY_S = 0.2
EXIT_PAUSED = 130


def follow(run: Run, reader: LogReader, *, pausing: bool, stream: TextIO | None = None) -> int:
    """Shows a run until its process ends, and how it ended; returns the exit code.

    `reader`: where to read on. Ctrl-C pauses the run where `pausing`, and a second one leaves it to itself; else the
    first one leaves it running.
    """
    shown = _Shown(stream or sys.stderr)
    interrupted = False
    while True:
        try:
            alive = is_running(run)
            for told in reader.new():
                shown.tell(told.event)
            if not alive:
                return shown.end(standing(run)) or (EXIT_PAUSED if interrupted else 0)
            time.sleep(LOOK_EVERY_S)
        except KeyboardInterrupt:
            shown.clear()
            if not pausing or interrupted:
                shown.say(f"The run goes on by itself: `videmo train status {run.name}`.")
                return EXIT_PAUSED
            interrupted = True
            ask(run, "pause")
            shown.say("Pausing; where it stands is kept. Ctrl-C once more does not wait for it.")


def wait_for_end(run: Run) -> Standing:
    """How a run stands once no process has it."""
    with contextlib.suppress(KeyboardInterrupt):
        while is_running(run):
            time.sleep(LOOK_EVERY_S)
    return standing(run)


def progress_line(event: Preparing | Stepped | Reinforced) -> str:
    """What a run is doing, in a line."""
    left = f", {duration(event.left_s)} left" if event.left_s is not None else ""
    if isinstance(event, Preparing):
        amount = f": {event.done} of {event.total}" if event.total > 1 else ""
        return f"{event.what}{amount}{left}"
    if isinstance(event, Reinforced):
        beside = "" if event.baseline is None else f" (commonest tree {event.baseline:.3f})"
        parts = ", ".join(rewards_told(event.rewards))
        return f"step {event.step} of {event.steps}, reward {event.reward:.3f}{beside}: {parts}{left}"
    pace = f", {event.tokens / event.seconds:.0f} tokens/s" if event.seconds > 0 else ""
    return f"{event.stage}: step {event.step} of {event.steps}, loss {event.loss:.3f}{pace}{left}"


class _Shown:
    """What stands in the terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._line = Line(stream, time.monotonic)

    def tell(self, event: Event) -> None:
        match event:
            case Preparing() | Stepped() | Reinforced():
                if self._line.due:
                    self._line.draw(progress_line(event))
            case Begun():
                many = ", ".join(
                    f"{event.examples.get(part, 0)} examples of {event.people.get(part, 0)} people to {what}"
                    for part, what in (("train", "learn from"), ("validate", "validate"), ("test", "judge"))
                )
                self.say(f"{many}; {event.steps} steps on {event.device}.")
                for remark in event.remarks:
                    self.say(f"note: {remark}")
            case Warned():
                self.say(f"note: {event.text}")
            case Evaluated():
                when = when_asked(event)
                self.say(f"{when[0].upper()}{when[1:]}, held-out people are read so:\n{scores_table(event)}")
            case Rewarded():
                beside = "" if event.baseline is None else f"; the commonest true tree would earn {event.baseline:.3f}"
                best = ", the best so far" if event.best else ""
                parts = ", ".join(rewards_told(event.rewards))
                self.say(f"At step {event.step} other people earn {event.reward:.3f}{best} ({parts}{beside}).")
            case _:
                pass

    def say(self, text: str) -> None:
        self._line.end()
        self._stream.write(text + "\n")
        self._stream.flush()

    def clear(self) -> None:
        self._line.end()

    def end(self, found: Standing) -> int:
        """Tells how it ended; 2 where it failed."""
        self.say(found.sentence)
        if isinstance(found.ended, Ended) and found.ended.table:
            self.say(verdict_table(found.ended))
        if found.state in ("failed", "died", "paused", "stopped", "made"):
            self.say(f"Go on with it: `videmo train resume {found.name}`.")
        return 2 if found.state in ("failed", "died", "made") else 0
