"""Verbs about the window itself. In: the main window. Those about one panel are connected by that panel."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.window import MainWindow


def wire(window: "MainWindow") -> None:
    """Says what each does."""
    actions = window.actions_
    actions.on("view.reset", window.arrange)
    actions.on("app.quit", window.close)
    actions.on("study.start", window.show_start)
    actions.on("session.queue", lambda: show_dock(window, "queue"))


def show_dock(window: "MainWindow", name: str) -> None:
    """Brings a panel to the front."""
    if window.docks:
        window.docks[name].show()
        window.docks[name].raise_()
