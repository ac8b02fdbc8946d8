"""Starts the application: colours, language, the crash dialog, the window. In: what to open. Out: an exit code."""

import signal
import sys
import threading
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from app.look import DARK, LIGHT, system_theme, wear
from app.preferences import Preferences
from app.window import MainWindow
from app.workbench import Workbench
from core import __version__
from core.assets import resource

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
"""Languages that are complete, each in its own words."""


def application() -> QApplication:
    """The one application, made at the first call."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    made = QApplication(["videmo-studio"])
    made.setApplicationName("videmo-studio")
    made.setApplicationDisplayName("VidEmo Studio")
    made.setApplicationVersion(__version__)
    made.setDesktopFileName("videmo-studio")
    return made


def dress(made: QApplication, preferences: Preferences) -> None:
    """Puts theme and language on the application."""
    wear({"light": LIGHT, "dark": DARK}.get(preferences.theme) or system_theme())
    speak(made, preferences.language or QLocale.system().name())


def speak(made: QApplication, language: str) -> None:
    """Installs the translations of a language; English needs none."""
    for old in made.findChildren(QTranslator):
        made.removeTranslator(old)
        old.setParent(None)
    code = next((one for one in LANGUAGES if language.split("_")[0] == one.split("_")[0]), "en")
    QLocale.setDefault(QLocale(code))
    if code == "en":
        return
    folders = (str(resource("translations")), QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for name, folder in zip((f"videmo_{code}", f"qtbase_{code}"), folders, strict=True):
        translator = QTranslator(made)
        if translator.load(name, folder):
            made.installTranslator(translator)


def start(*, study: Path | None, example: bool, session: int | None = None, at_s: float = 0.0) -> int:
    """Opens the window, with a session of the study at a moment (seconds), and returns when it is closed."""
    made = application()
    preferences = Preferences()
    dress(made, preferences)
    window = MainWindow(Workbench(preferences))
    sys.excepthook = lambda kind, fault, trace: _crashed(window, kind, fault, trace)
    threading.excepthook = partial(_crashed_beside, window)
    # Ctrl-C in the terminal: Qt's loop must give Python a turn to notice it.
    signal.signal(signal.SIGINT, lambda _number, _frame: window.close())
    turn = QTimer(made, interval=250)
    turn.timeout.connect(lambda: None)
    turn.start()
    window.show()
    if study is not None:
        from app.restart import return_to

        QTimer.singleShot(0, window, lambda: return_to(window, study, session=session, at_s=at_s))
    elif example:
        window.actions_.start("study.example")
    return made.exec()


def _crashed_beside(window: MainWindow, told: threading.ExceptHookArgs) -> None:
    """A fault in a thread that is no lane's, as the player's: shown in the window's own thread."""
    fault = told.exc_value
    if fault is not None:
        QTimer.singleShot(0, window, partial(sys.excepthook, told.exc_type, fault, told.exc_traceback))


def _crashed(window: MainWindow, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    from app.dialogs.crash import show_crash

    sys.__excepthook__(kind, fault, trace)
    show_crash(fault, parent=window)
