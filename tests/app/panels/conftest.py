"""A study with a real analysis of two people: the sample beside itself, eight seconds later."""

import shutil
from pathlib import Path

import av
import numpy as np
import pytest

from core.footage.probe import probe
from core.pipeline import Request, analyse
from core.project import sessions
from core.project.analyses import save_analysis
from core.project.media import add_recording
from core.project.opening import open_study
from tests.core.project.builders import PASSPHRASE, circumstances, new_study

LENGTH_S = 11.5
LATER_S = 8.0


def side_by_side(source: Path, target: Path) -> Path:
    with av.open(str(source)) as container:
        rate = container.streams.video[0].average_rate
        frames = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    later = round(LATER_S * float(rate))
    height, width = frames[0].shape[:2]
    with av.open(str(target), "w") as container:
        stream = container.add_stream("libx264", rate=rate, options={"preset": "ultrafast", "crf": "20"})
        stream.width, stream.height, stream.pix_fmt = 2 * width, height, "yuv420p"
        for number in range(round(LENGTH_S * float(rate))):
            both = np.concatenate([frames[number], frames[number + later]], axis=1)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(both, format="rgb24")))
        container.mux(stream.encode())
    return target


@pytest.fixture(scope="session")
def analysed_folder(tmp_path_factory, sample_video, face_model, expression_model):
    """A folder with a study and its recording; copy it before changing anything."""
    folder = tmp_path_factory.mktemp("analysed")
    clip = side_by_side(sample_video, folder / "two.mp4")
    stage = analyse(Request(video=clip, out=None, workers=1))
    while True:
        try:
            next(stage)
        except StopIteration as end:
            outcome = end.value
            break
    with new_study(folder).study as study:
        number = sessions.add_session(study, "first", held_on="2026-11-01")
        video = probe(clip)
        recording = add_recording(study, clip, session=number, sha256=video.sha256, video=video)
        save_analysis(study, outcome.analysis, recording=recording, tracks=outcome.tracks)
    return folder


@pytest.fixture
def folder(analysed_folder, tmp_path):
    """A copy of the study and its recording."""
    return Path(shutil.copytree(analysed_folder, tmp_path / "study"))


@pytest.fixture
def opened(bench, folder, qtbot):
    """A workbench with the study open, as the rater anna."""
    bench.preferences.rater = "anna"
    show(bench, folder, qtbot)
    return bench


def show(bench, folder, qtbot):
    with qtbot.waitSignal(bench.session.opened, check_params_cb=lambda: bench.session.scene is not None):
        bench.open(lambda: open_study(folder / "study.vemo", secret=PASSPHRASE, circumstances=circumstances()))


@pytest.fixture
def actions(opened):
    from app.actions import Actions

    return Actions(opened)


@pytest.fixture
def choose(opened, qtbot):
    """Selects a segment that is assessable and waits for its tree."""

    def select(row=None):
        session = opened.session
        row = row or next(one for one in session.scene.segments if one.assessable)
        session.select(row)
        qtbot.waitUntil(lambda: session.segment is not None)
        return row

    return select
