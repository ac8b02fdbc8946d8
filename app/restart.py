"""Starts the program anew where the user was, as another language needs. In: the window. Out: another process.

Everything is saved when it is done, so nothing is lost; an encrypted study asks for its passphrase again.
"""

import sys
from pathlib import Path
from typing import cast

from PySide6.QtCore import QProcess, QProcessEnvironment, QTimer

from app.verbs.opening import open_study
from app.window import MainWindow
from core.commands.train import environment


def restart(window: MainWindow) -> bool:
    """Closes the window and starts the program anew; False where a job goes on and the window stays."""
    arguments = where(window)
    return window.close() and begin(arguments)


def begin(arguments: list[str]) -> bool:
    """Starts the program in a process of its own; False where it did not come up."""
    process = QProcess()
    process.setProgram(sys.executable)
    process.setArguments(["-P", "-m", "app", *arguments])
    around = QProcessEnvironment()
    for name, value in environment().items():
        around.insert(name, value)
    process.setProcessEnvironment(around)
    told = cast("object", process.startDetached())  # by the release of PySide6 alone, or with the process' number
    return told is True or (isinstance(told, tuple) and told[:1] == (True,))


def where(window: MainWindow) -> list[str]:
    """The study, session and moment that are on the screen, as arguments of the program."""
    study, session = window.bench.study, window.bench.session
    if study is None:
        return []
    if session.scene is None:
        return [str(study.path)]
    return [str(study.path), "--session", str(session.scene.session.id), "--at", f"{session.playhead_s:.3f}"]


def return_to(window: MainWindow, study: Path, *, session: int | None = None, at_s: float = 0.0) -> None:
    """Opens a study, at a session and a moment of it (seconds) where one is named."""
    shown = window.bench.session

    def came() -> None:
        if shown.scene is not None and shown.scene.session.id == session:
            shown.opened.disconnect(came)
            QTimer.singleShot(0, window, lambda: shown.seek(at_s))

    def opened() -> None:
        if session is not None:
            shown.opened.connect(came)
            window.bench.show_session(session)

    open_study(window, study, then=opened)
