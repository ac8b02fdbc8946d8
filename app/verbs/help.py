"""Verbs that help: finding an action, keys, words, the tour, this computer, settings, models, about."""

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.window import MainWindow

TOUR_SEEN = "tour_seen"


def wire(window: "MainWindow") -> None:
    """Says what each does."""
    actions = window.actions_
    actions.on("help.palette", partial(show_palette, window))
    actions.on("help.keys", partial(show_keys, window))
    actions.on("help.glossary", partial(show_glossary, window))
    actions.on("help.tour", partial(start_tour, window))
    actions.on("help.check", partial(check_computer, window))
    actions.on("help.about", partial(show_about, window))
    actions.on("app.settings", partial(show_settings, window))
    actions.on("app.models", partial(show_models, window))


def show_palette(window: "MainWindow") -> None:
    """Finds an action, a person, a moment, an event or a session by a few letters."""
    from app.dialogs.palette import Palette

    Palette(window).open()


def show_keys(window: "MainWindow") -> None:
    """Lists every key."""
    from app.dialogs.keys import KeysDialog

    KeysDialog(parent=window).open()


def show_glossary(window: "MainWindow") -> None:
    """Explains the words and measures."""
    from app.dialogs.glossary import GlossaryDialog

    GlossaryDialog(parent=window).open()


def start_tour(window: "MainWindow") -> None:
    """Shows the session page step by step, on the example where no session is shown."""
    from app.widgets.tour import Tour

    if window.bench.session.scene is None:
        window.bench.preferences.keep_flag(TOUR_SEEN, on=False)
        window.actions_.start("study.example")
        return
    window.show_session()
    window.bench.preferences.keep_flag(TOUR_SEEN, on=True)
    Tour(window).begin()


def tour_if_new(window: "MainWindow") -> None:
    """Starts the tour where nobody has seen it yet."""
    if not window.bench.preferences.flag(TOUR_SEEN, default=False) and window.bench.session.scene is not None:
        start_tour(window)


def check_computer(window: "MainWindow") -> None:
    """Says what is missing on this computer and how long an hour of video takes."""
    from app.dialogs.check import CheckDialog

    CheckDialog(window, parent=window).open()


def show_about(window: "MainWindow") -> None:
    """Says what the program is for, and what it is not."""
    from app.dialogs.about import AboutDialog

    AboutDialog(parent=window).open()


def show_settings(window: "MainWindow") -> None:
    """What can be chosen on this computer."""
    from app.dialogs.settings import SettingsDialog

    SettingsDialog(window.bench, parent=window).open()


def show_models(window: "MainWindow") -> None:
    """Which models and samples there are, and how they get here."""
    from app.dialogs.models import ModelsDialog

    ModelsDialog(window.bench, parent=window).open()
