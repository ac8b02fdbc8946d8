"""Runs a program of its own process and watches it. Comes in: a command line. Goes out: its exit code and its words.

A program that is no longer waited for is ended: a cancelled stage leaves no process behind.
"""

import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from core.progress import Progress, Stage

GRACE_S = 5.0
"""For the program to end by itself when the user cancels."""
LOOK_EVERY_S = 0.1


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended."""

    code: int
    """Its exit code; below zero where a signal ended it."""
    said: str
    """Everything it wrote, its errors too."""

    @property
    def last_words(self) -> str:
        """The line that tells best why it failed."""
        lines = [line.strip() for line in self.said.splitlines() if line.strip()]
        errors = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR:")]
        told = [line for line in errors if line != "Exception:"]  # pip's heading over a traceback
        return (told or lines or ["it said nothing"])[-1]


def watch(command: Sequence[str], *, environment: Mapping[str, str], progress: Callable[[], Progress]) -> Stage[Ended]:
    """Starts `command` and asks for `progress` until it has ended."""
    # What it says goes to another folder: on a full disk there would be no room for the reason.
    with tempfile.TemporaryFile() as output:
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, env=environment
        )
        try:
            while child.poll() is None:
                yield progress()
                try:
                    child.wait(timeout=LOOK_EVERY_S)
                except subprocess.TimeoutExpired:
                    continue
        finally:
            if child.poll() is None:
                child.terminate()
                try:
                    child.wait(timeout=GRACE_S)
                except subprocess.TimeoutExpired:
                    child.kill()
                    child.wait()
        output.seek(0)
        return Ended(child.returncode, output.read().decode("utf-8", errors="replace"))
