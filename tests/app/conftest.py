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


@pytest.fixture
def window(bench, qtbot):
    """The main window on the workbench, shown; nobody has to see the tour."""
    from app.application import application, dress
    from app.window import MainWindow

    bench.preferences.keep_flag("tour_seen", on=True)
    dress(application(), bench.preferences)
    made = MainWindow(bench)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def study_file(tmp_path):
    """An encrypted study with one analysed session, two participants, an event and a phase."""
    from core.project import sessions
    from tests.core.project.builders import analysed, new_study

    with new_study(tmp_path).study as study:
        analysed(study)
        for name in ("C-014", "T-02"):
            sessions.attend(study, session=1, participant=sessions.add_participant(study, name))
        sessions.add_marker(study, session=1, kind="event", label="question", start_s=10.0)
        sessions.add_marker(study, session=1, kind="phase", label="after", start_s=12.0, end_s=40.0)
    return tmp_path / "study.vemo"


@pytest.fixture
def opened_window(window, study_file, qtbot):
    """The main window with that study open."""
    from core.project.opening import open_study
    from tests.core.project.builders import PASSPHRASE, circumstances

    window.bench.open(lambda: open_study(study_file, secret=PASSPHRASE, circumstances=circumstances()))
    qtbot.waitUntil(lambda: window.player is not None and window.player.isVisible())
    return window


@pytest.fixture
def dialog(window, qtbot):
    """Waits for the dialog of a kind that is open."""

    def find(kind):
        def there():
            return [one for one in window.findChildren(kind) if one.isVisible()]

        qtbot.waitUntil(lambda: bool(there()))
        return there()[-1]

    return find
