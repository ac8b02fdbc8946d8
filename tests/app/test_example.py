"""The example: made and analysed by the real pipeline at the first start, simply opened at the second."""

import pytest

from app.verbs.example import example_path
from app.widgets.tour import Tour
from core.settings import models_folder


@pytest.fixture
def with_models(own_home, face_model, expression_model, sample_video):
    """The fetched files in the test's own home."""
    models_folder().mkdir(parents=True)
    for file in (face_model, expression_model, sample_video):
        (models_folder() / file.name).symlink_to(file)
    return own_home


@pytest.mark.usefixtures("with_models")
def test_the_example_is_analysed_once_and_then_only_opened(window, qtbot):
    session = window.bench.session
    window.actions_.start("study.example")
    qtbot.waitUntil(
        lambda: session.scene is not None and bool(session.scene.segments) and not session.provisional, timeout=60_000
    )
    first = session.scene
    assert window.bench.study.path == example_path()
    assert not window.bench.study.encrypted
    assert {row.label for row in first.segments} & {"sadness", "happiness"}
    window.actions_.start("study.close")
    qtbot.waitUntil(lambda: window.bench.study is None and session.scene is None)
    window.bench.preferences.keep_flag("tour_seen", on=False)
    window.actions_.start("study.example")
    qtbot.waitUntil(lambda: session.scene is not None and bool(window.findChildren(Tour)))
    assert [row.segment for row in session.scene.segments] == [row.segment for row in first.segments]
    assert len(window.bench.queue) == 1, "nothing was analysed again"
