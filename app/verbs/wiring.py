"""Says of every verb of the table what it does. In: the main window. Each kind of verb has its own file beside this."""

from typing import TYPE_CHECKING

from app.verbs import analyse, help, people, review, session, study, training, view

if TYPE_CHECKING:
    from app.window import MainWindow


def wire(window: "MainWindow") -> None:
    """Connects the table of verbs. Panels connect those that are about playing and drawing when they are made."""
    for kind in (study, session, analyse, review, people, view, training, help):
        kind.wire(window)
