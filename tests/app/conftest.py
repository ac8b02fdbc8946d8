"""The window's tests run without a screen, in a home of their own; a Qt warning fails the test (pyproject.toml)."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def no_dialog_waits(monkeypatch):
    """A message box that nobody answers would hang the run: a test that expects one answers it."""
    from PySide6.QtWidgets import QMessageBox

    def refuse(box, *_):
        pytest.fail(f"a dialog asked and nobody answered: {box.text()}")

    monkeypatch.setattr(QMessageBox, "exec", refuse)


@pytest.fixture
def preferences(own_home):
    """An empty memory of the window."""
    from app.preferences import Preferences

    return Preferences(own_home / "window.ini")


@pytest.fixture
def bench(qapp, preferences):
    """A workbench whose threads end with the test."""
    from app.workbench import Workbench

    made = Workbench(preferences)
    yield made
    made.close()
