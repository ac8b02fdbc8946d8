"""Studies to learn from, runs with logs as `finetune` writes them, and the page about both."""

import shutil

import psutil
import pytest

from core.progress import finish
from core.project import sessions
from core.project.consents import give_consent, withdraw_consent
from core.project.opening import open_study
from finetune.log import Log
from finetune.recipe import Base, Recipe
from finetune.runs import all_runs, is_running, make_run, standing
from tests import media
from tests.core.project.builders import PASSPHRASE, circumstances, new_study
from tests.finetune.test_from_study import Clinic


@pytest.fixture
def clinic_file(tmp_path, own_home):
    """An encrypted study: `first` may be learned from, three other sessions may not, each for another reason."""
    assert own_home.name == "home"
    (tmp_path / "media").mkdir()
    footage = media.build(tmp_path / "media", frames=120, ticks=(60,))
    with new_study(tmp_path, name="clinic-north.vemo").study as study:
        clinic = Clinic(study, footage)
        for segment in ("S1", "S2", "S3", "S4"):
            clinic.review(segment, "agree")
        for name, scopes in (("second", ()), ("third", ("analyse", "train")), ("fourth", ("analyse",))):
            person = sessions.add_participant(study, f"of-{name}")
            sessions.add_session(study, name, participants=(clinic.participant, person))
            if scopes:
                give_consent(study, participant=person, scopes=scopes, given_on="2026-11-02", text_version="1")
            if name == "third":
                withdraw_consent(study, participant=person, given_on="2026-11-20")
        sessions.add_session(study, "fifth")
    return tmp_path / "clinic-north.vemo"


@pytest.fixture
def open_clinic(window, clinic_file, qtbot):
    """Opens that study in the window."""

    def opened(**changes):
        window.bench.open(lambda: open_study(clinic_file, secret=PASSPHRASE, circumstances=circumstances(), **changes))
        qtbot.waitUntil(lambda: window.bench.session.scene is not None)
        return window

    return opened


@pytest.fixture
def page(window, qtbot):
    """The training page, shown, its list read."""

    def shown():
        window.actions_.start("study.train")
        panel = window.training
        qtbot.waitUntil(lambda: not panel._listing, timeout=30_000)
        qtbot.waitUntil(lambda: panel.beginning.choosing._computer is not None)
        return panel

    return shown


@pytest.fixture
def tiny_here(own_home, untaught_model):
    """The untaught model in the store, called as the preset for trying out calls it."""
    from core.models.importing import import_model

    assert own_home.name == "home"
    return finish(import_model(untaught_model, name="tiny"))


@pytest.fixture
def root(own_home):
    """The folder of all runs; what still runs at the end is killed."""
    yield own_home / "runs"
    for run in all_runs(own_home / "runs"):
        if is_running(run):
            psutil.Process(standing(run).process).kill()
    shutil.rmtree(own_home / "runs", ignore_errors=True)


@pytest.fixture
def logged(root):
    """A run whose log holds these events."""

    def made(*events, name="north-1"):
        run = make_run(root, Recipe(name, Base("tiny")), key=None)
        log = Log(run.log)
        for event in events:
            log.add(event)
        log.close()
        return run

    return made
