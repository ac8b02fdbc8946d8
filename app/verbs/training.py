"""Training: its page, and the runs that go on without the window. In: the main window."""

from typing import TYPE_CHECKING

from app.translation import translate

if TYPE_CHECKING:
    from app.window import MainWindow

LOOK_AFTER_MS = 1500


def wire(window: "MainWindow") -> None:
    """Says what each does."""
    window.actions_.on("study.train", window.show_training)


def tell_running(window: "MainWindow") -> None:
    """Says at start-up which runs are going on since the window was closed."""
    from app.training.runs import running

    def found(names: tuple[str, ...]) -> None:
        if names:
            window.bench.tell(
                translate("Training", "{names} is still being trained.").format(names=", ".join(names)),
                translate("Training", "“Training…” in the menu “Study” shows how far it is."),
            )

    window.bench.free_lane.ask(running, then=found, owner=window)
