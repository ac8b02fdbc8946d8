"""Analyses as jobs: in a process of their own, kept piece by piece, the same numbers as the command's."""

import os
import signal
from dataclasses import replace

import psutil
import pytest

from app.verbs.analyse import Choices, analyse, resume
from core.__main__ import main
from core.footage.reader import probe
from core.project.analyses import analyses, load_analysis
from core.project.jobs import unfinished_jobs
from core.project.media import add_recording
from core.project.opening import open_study
from core.project.sessions import add_session
from tests.core.project.builders import PASSPHRASE, circumstances, new_study, same

PATIENCE_MS = 60_000


@pytest.fixture
def opened(bench, tmp_path, sample_video, qtbot, monkeypatch):
    """A study that holds the sample, not analysed yet. The models stay where they are."""
    monkeypatch.delenv("VIDEMO_HOME")
    with new_study(tmp_path).study as study:
        session, found = add_session(study, "first"), probe(sample_video)
        add_recording(study, sample_video, session=session, sha256=found.sha256, video=found)
    bench.open(lambda: open_study(tmp_path / "study.vemo", secret=PASSPHRASE, circumstances=circumstances()))
    qtbot.waitUntil(lambda: bench.session.scene is not None)
    return bench


def recording(bench):
    return bench.session.scene.recordings[0]


def child():
    return next(
        (one for one in psutil.Process().children() if "spawn_main" in " ".join(one.cmdline())),
        None,
    )


def asked(bench, question, qtbot):
    answers = []
    bench.ask(question, then=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def test_the_window_and_the_command_give_identical_analyses(opened, qtbot, tmp_path, sample_video):
    job = analyse(opened, recording(opened), choices=Choices(end_s=4.0))
    qtbot.waitUntil(lambda: job.ended, timeout=PATIENCE_MS)
    assert job.state == "done", job.failure
    qtbot.waitUntil(lambda: bool(opened.session.scene.analyses))
    by_window = asked(opened, lambda study: load_analysis(study, job.result), qtbot)
    with new_study(tmp_path, name="command.vemo", passphrase=None).study:
        pass
    where = tmp_path / "command.vemo"
    assert main(["analyse", str(sample_video), "--study", str(where), "--to", "4"]) == 0
    with open_study(where, secret=None) as study:
        by_command = load_analysis(study, analyses(study)[0].id)

    def without_clock(analysis):
        return replace(analysis, provenance=replace(analysis.provenance, created=""))

    assert same(without_clock(by_window), without_clock(by_command))
    assert asked(opened, unfinished_jobs, qtbot) == ()


def test_a_killed_process_is_told_and_the_job_goes_on_from_its_pieces(opened, qtbot):
    told = []
    opened.told.connect(lambda *what: told.append(what))
    job = analyse(opened, recording(opened))
    qtbot.waitUntil(lambda: any(one.pieces for one in asked(opened, unfinished_jobs, qtbot)), timeout=PATIENCE_MS)
    os.kill(child().pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: job.ended, timeout=PATIENCE_MS)
    assert job.state == "failed"
    assert "ended unexpectedly" in told[0][0]
    (left,) = asked(opened, unfinished_jobs, qtbot)
    assert left.pieces >= 1
    resume(opened, recording(opened).id)
    qtbot.waitUntil(lambda: len(opened.queue) == 2)
    again = opened.queue[1]
    reached = []
    again.progressed.connect(lambda step: reached.append(step.done) if step.unit == "s of video" else None)
    qtbot.waitUntil(lambda: again.ended, timeout=PATIENCE_MS)
    assert again.state == "done", again.failure
    assert reached[0] > 0, "what was finished is not worked again"
    assert len(opened.session.scene.segments) > 2


def test_pausing_stops_the_process_and_cancelling_ends_it(opened, qtbot):
    job = analyse(opened, recording(opened))
    qtbot.waitUntil(lambda: job.progress is not None and job.progress.done > 0, timeout=PATIENCE_MS)
    process = child()
    job.pause()
    qtbot.waitUntil(lambda: process.status() == psutil.STATUS_STOPPED)
    spent = sum(process.cpu_times()[:2])
    qtbot.wait(300)
    assert sum(process.cpu_times()[:2]) == pytest.approx(spent, abs=0.05)
    job.resume()
    qtbot.waitUntil(lambda: process.status() != psutil.STATUS_STOPPED)
    job.cancel()
    qtbot.waitUntil(lambda: job.state == "cancelled", timeout=PATIENCE_MS)
    assert not process.is_running()
    assert not opened.session.scene.analyses


def test_first_results_appear_while_the_job_runs(opened, qtbot):
    seen = []
    opened.session.scene_changed.connect(
        lambda: seen.append((opened.session.provisional, len(opened.session.scene.segments)))
    )
    job = analyse(opened, recording(opened))
    qtbot.waitUntil(lambda: job.ended, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bool(seen) and not seen[-1][0])
    provisional = [count for early, count in seen if early]
    assert provisional
    assert provisional[0] > 0
    assert seen[-1][1] > 0


def test_a_recording_that_is_gone_is_a_sentence(opened, qtbot, tmp_path):
    told = []
    opened.told.connect(lambda *what: told.append(what))
    gone = replace(recording(opened), path="nowhere.mp4")
    job = analyse(opened, gone)
    qtbot.waitUntil(lambda: job.ended)
    assert job.state == "failed"
    assert "not where the study says" in told[0][0]


def test_a_file_that_changed_is_not_taken_for_the_recording(opened, qtbot, footage):
    other = replace(recording(opened), path=str(footage / "no_face.mp4"))
    job = analyse(opened, other)
    qtbot.waitUntil(lambda: job.ended, timeout=PATIENCE_MS)
    assert job.state == "failed"
    assert "its content changed" in job.failure.problem
    assert asked(opened, lambda study: analyses(study), qtbot) == ()
