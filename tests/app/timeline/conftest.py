"""A real study with verdicts of two raters, opened in a timeline panel that is on the (unseen) screen."""

import pytest

from core.project import sessions
from core.project.opening import open_study
from core.project.reviews import desk
from core.records.moment import Span
from core.records.review import Correction
from tests.core.project.builders import PASSPHRASE, analysed, circumstances, new_study


@pytest.fixture
def study_file(tmp_path):
    with new_study(tmp_path).study as study:
        number = analysed(study)
        sessions.add_marker(study, session=1, kind="event", label="question", start_s=22.0)
        sessions.add_marker(study, session=1, kind="phase", label="after it", start_s=30.0, end_s=52.0)
        anna, ben = desk(study, "anna"), desk(study, "ben")
        anna.review(analysis=number, segment="S1", verdict="agree")
        anna.review(analysis=number, segment="S2", verdict="disagree")
        anna.review(analysis=number, segment="S3", verdict="correct", correction=Correction(label="fear"))
        moved = Correction(label="surprise", span=Span.between(28.0, 37.0))
        anna.review(analysis=number, segment="S7", verdict="correct", correction=moved)
        ben.review(analysis=number, segment="S9", verdict="correct", correction=Correction(label="anger"))
    return tmp_path / "study.vemo"


@pytest.fixture
def actions(bench):
    from app.actions import Actions

    return Actions(bench)


@pytest.fixture
def panel(bench, actions, qtbot):
    """The panel with no study open; a stand-in player shows every moment that is sought."""
    from app.look import LIGHT, wear
    from app.panels.timeline import TimelinePanel

    wear(LIGHT)
    made = TimelinePanel(bench, actions)
    qtbot.addWidget(made)
    made.resize(1200, 420)
    made.show()
    bench.session.sought.connect(bench.session.show)
    return made


@pytest.fixture
def shown(panel, bench, study_file, qtbot):
    """The panel with the study in it, seen by anna."""
    bench.preferences.rater = "anna"
    bench.open(lambda: open_study(study_file, secret=PASSPHRASE, circumstances=circumstances()))
    qtbot.waitUntil(lambda: bench.session.scene is not None)
    return panel
