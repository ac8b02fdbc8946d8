"""Processes of `finetune`, started from the window. In: what is asked. Out: what they tell, line by line.

Qt's event loop hears of them, so that nothing waits. The key of a study goes through standard input, never
into arguments, environment or a file. What they write to standard error is dropped: it may tell of people.
"""

import json
import sys
from collections.abc import Callable, Mapping
from typing import Any, cast

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal
from shiboken6 import isValid

from app.translation import translate
from app.workbench import Workbench
from core.commands.train import ROOM, environment
from core.errors import ExpectedError

LONGEST_MS = 10_000
"""A process is waited for when the window closes."""
Told = Mapping[str, Any]


class RoomProcess(QObject):
    """One process; it is over when the window closes."""

    told = Signal(object)
    """A line: a dictionary."""
    ended = Signal(int)
    """Its exit code; -1 where it did not come up or was killed."""

    def __init__(self, *words: str, bench: Workbench, lasting: bool = False) -> None:
        """`lasting`: what it does is waited for where the window closes; else it is ended."""
        super().__init__(bench)
        self._rest = b""
        self._over = False
        self._lasting = lasting
        self._process = QProcess(self)
        self._process.setProgram(sys.executable)
        self._process.setArguments(["-P", "-m", ROOM, *words])
        around = QProcessEnvironment()
        for name, value in environment().items():
            around.insert(name, value)
        self._process.setProcessEnvironment(around)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)
        bench.closing.connect(self._close)
        self._process.start()

    def say(self, line: str) -> None:
        """Writes a line to it."""
        self._process.write(line.encode() + b"\n")

    def end_input(self) -> None:
        """Nothing more will be said to it."""
        self._process.closeWriteChannel()

    def kill(self) -> None:
        """Ends it at once; it tells nothing more."""
        self._over = True
        self._process.kill()

    def _close(self) -> None:
        """The window closes: nobody hears any more."""
        self._over = True
        if not self._lasting:
            self._process.kill()
        self._process.waitForFinished(LONGEST_MS)

    def _read(self) -> None:
        data = self._rest + bytes(self._process.readAllStandardOutput().data())
        whole, _, self._rest = data.rpartition(b"\n")
        for line in whole.splitlines():
            try:
                told = json.loads(line)
            except ValueError:  # a library's word
                continue
            if not self._over:
                self.told.emit(told)

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        self._end(code if status == QProcess.ExitStatus.NormalExit else -1)

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._end(-1)

    def _end(self, code: int) -> None:
        if not self._over:
            self._over = True
            self.ended.emit(code)
        self.deleteLater()


def ask_room(
    asked: Mapping[str, object],
    *,
    bench: Workbench,
    owner: QObject,
    then: Callable[[Any], object],
    failed: Callable[[ExpectedError], object],
) -> None:
    """One action of `videmo train` that answers in JSON, or by its exit code; `then` hears what it told, or None."""
    heard: list[Any] = []
    process = RoomProcess("asked", json.dumps(dict(asked)), bench=bench, lasting=True)

    def ended(code: int) -> None:
        if not isValid(owner):
            return
        if code == 0:
            then(heard[-1] if heard else None)
        else:
            failed(lost(code))

    process.told.connect(heard.append)
    process.ended.connect(ended)
    process.end_input()


def lost(code: int) -> ExpectedError:
    """A process that ended without a word."""
    return ExpectedError(
        translate("Training", "The process of training ended unexpectedly (code {code}).").format(code=code),
        remedy=translate("Training", "Run `videmo train list` in a terminal to see what it says."),
    )


def failure_in(told: Told) -> ExpectedError:
    """What a process told as its failure."""
    return ExpectedError(str(told.get("problem", "")), remedy=str(cast("object", told.get("remedy", ""))))
