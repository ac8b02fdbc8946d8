"""Checks this computer in a process of its own: `videmo check --json`. In: nothing. Out: its looks, as they come.

The trial loads every heavy library and works for some seconds; in the window's own process that would make it stutter.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import core
from app.translation import translate
from core.errors import ExpectedError
from core.progress import Progress, Stage

if TYPE_CHECKING:
    from core.commands.check import Look

LOOK_EVERY_S = 0.1
GRACE_S = 5.0


def checking(found: "Callable[[Look], None]") -> "Stage[tuple[Look, ...]]":
    """Tells each look as it comes. Raises `ExpectedError` where the check itself broke down."""
    from core.commands.check import Look

    looks: list[Look] = []
    # A file and no pipe: reading a pipe would block between two looks, and with it cancelling.
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        command = [sys.executable, "-m", "core", "check", "--json"]
        root = Path(core.__file__).resolve().parents[1]
        nothing = subprocess.DEVNULL
        child = subprocess.Popen(command, stdin=nothing, stdout=output, stderr=nothing, cwd=root)
        try:
            ended = False
            while not ended:
                try:
                    child.wait(timeout=LOOK_EVERY_S)
                    ended = True
                except subprocess.TimeoutExpired:
                    yield Progress("checking this computer", len(looks), 0, "looks")
                output.seek(0)
                for line in output.read().splitlines(keepends=True)[len(looks) :]:
                    if line.endswith("\n"):
                        plain = json.loads(line)
                        look = Look(plain["what"], plain["fine"], plain["text"], tuple(plain["remedy"]))
                        looks.append(look)
                        found(look)
        finally:
            if child.poll() is None:
                child.terminate()
                try:
                    child.wait(timeout=GRACE_S)
                except subprocess.TimeoutExpired:
                    child.kill()
                    child.wait()
    if child.returncode not in (0, 1) or not looks:
        raise ExpectedError(
            translate("Verbs", "The check ended unexpectedly (code {code}).").format(code=child.returncode),
            remedy=translate("Verbs", "Run `videmo check` in a terminal to see what it says."),
        )
    return tuple(looks)
