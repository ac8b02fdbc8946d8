"""The verbs of `people`."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.window import MainWindow


def wire(window: "MainWindow") -> None:
    """Says what each does."""
