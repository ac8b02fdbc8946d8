"""Analyses as jobs: in a process of their own, kept piece by piece, the same numbers as the command's."""

import os
import signal
from dataclasses import replace

import psutil
import pytest

from app.verbs.analyse import Choices, analyse, resume
from core.__main__ import main
from core.by_model import LanguageModel
from core.footage.reader import probe
from core.job_key import asked_in
from core.pipeline import Request
from core.project.analyses import analyses, load_analysis
from core.project.jobs import unfinished_jobs
from core.project.media import add_recording
from core.project.opening import open_study
from core.project.sessions import add_session
from tests.core.project.builders import PASSPHRASE, circumstances, new_study, same
from tests.core.reasoning.talker import recorded

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
    living = (one for one in psutil.Process().children() if one.status() != psutil.STATUS_ZOMBIE)
    return next((one for one in living if "spawn_main" in " ".join(one.cmdline())), None)


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


START_S, END_S = 9.4, 14.0
"""Segments of the sample that are all assessable."""


@pytest.fixture(scope="module")
def replies(sample_video, tmp_path_factory):
    """The choice of a scripted model that has an answer to everything it is asked in that part of the sample."""
    asked = LanguageModel(__file__, engine="scripted", candidates=2)
    request = Request(sample_video, None, start_s=START_S, end_s=END_S, model=asked)
    return recorded(tmp_path_factory.mktemp("replies") / "replies.json", request)


def test_a_language_model_fills_in_and_gives_what_the_command_gives(opened, qtbot, tmp_path, sample_video, replies):
    session, seen = opened.session, []

    def look():
        rows = [row for row in session.scene.segments if row.assessable]
        told = [session._first.get((row.analysis, row.segment)) for row in rows]
        seen.append((session.provisional, len(rows), sum(one is not None and one.account is not None for one in told)))

    session.scene_changed.connect(look)
    job = analyse(opened, recording(opened), choices=Choices(START_S, END_S, model=replies))
    qtbot.waitUntil(lambda: job.ended, timeout=PATIENCE_MS)
    assert job.state == "done", job.failure
    qtbot.waitUntil(lambda: bool(session.scene.analyses) and not session.provisional)
    by_window = asked(opened, lambda study: load_analysis(study, job.result), qtbot)
    filled = [told for early, count, told in seen if early and count]
    assert filled[0] == 0, "measured readings come first"
    assert filled == sorted(filled)
    assert max(filled) == sum(one.assessable for one in by_window.segments) >= 4
    with new_study(tmp_path, name="command.vemo", passphrase=None).study:
        pass
    where = tmp_path / "command.vemo"
    call = ["analyse", str(sample_video), "--study", str(where), "--from", str(START_S), "--to", str(END_S)]
    call += ["--analyst", "videmo", "--model", replies.model, "--engine", "scripted", "--candidates", "2"]
    assert main(call) == 0
    with open_study(where, secret=None) as study:
        (row,) = analyses(study)
        by_command = load_analysis(study, row.id)
    assert row.source == "videmo"

    def without_clock(analysis):
        return replace(analysis, provenance=replace(analysis.provenance, created=""))

    assert same(without_clock(by_window), without_clock(by_command))
    assert all(one.account is not None for one in by_window.segments if one.assessable)


def test_an_interrupted_job_is_taken_up_with_its_choices(opened, qtbot, replies):
    wanted = Choices(START_S, END_S, 3, model=replies)
    job = analyse(opened, recording(opened), choices=wanted)
    qtbot.waitUntil(lambda: bool(asked(opened, unfinished_jobs, qtbot)), timeout=PATIENCE_MS)
    job.cancel()
    qtbot.waitUntil(lambda: job.ended, timeout=PATIENCE_MS)
    (left,) = asked(opened, unfinished_jobs, qtbot)
    known = asked_in(left.key)
    assert Choices(known.start_s, known.end_s, known.most_people, known.every_frame, known.model) == wanted
    resume(opened, recording(opened).id)
    qtbot.waitUntil(lambda: len(opened.queue) == 2)
    again = opened.queue[1]
    qtbot.waitUntil(lambda: again.ended, timeout=PATIENCE_MS)
    assert again.state == "done", again.failure
    found = asked(opened, lambda study: load_analysis(study, again.result), qtbot)
    assert (found.provenance.analyst, found.span.start_s) == ("videmo", START_S)


def test_a_model_that_is_gone_is_a_sentence_and_nothing_is_read_instead(opened, qtbot):
    gone = LanguageModel("no-such-model")
    job = analyse(opened, recording(opened), choices=Choices(model=gone))
    qtbot.waitUntil(lambda: job.ended, timeout=PATIENCE_MS)
    assert job.state == "failed"
    assert "not on this computer" in job.failure.problem
    assert asked(opened, lambda study: analyses(study), qtbot) == ()


def test_pictures_for_a_server_elsewhere_wait_for_consent(opened, qtbot):
    far = LanguageModel("videmo-3b", address="https://lab.example/v1")
    job = analyse(opened, recording(opened), choices=Choices(model=far))
    qtbot.waitUntil(lambda: job.ended, timeout=PATIENCE_MS)
    assert job.state == "failed"
    assert "share excerpts" in job.failure.problem


def test_a_killed_process_is_told_and_the_job_goes_on_from_its_pieces(opened, qtbot):
    told = []
    opened.told.connect(lambda *what: told.append(what))
    job = analyse(opened, recording(opened), choices=Choices(end_s=12.0))
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
    qtbot.waitUntil(lambda: len(opened.session.scene.segments) > 2, timeout=PATIENCE_MS)  # read from the study


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
