"""A language model as the analyst, around a recording: what it may change, and what an engine's failures lead to."""

import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core import by_model
from core.by_model import LanguageModel, opened_model, plan_of
from core.errors import ModelError, UsageError
from core.export.document import analysis_json
from core.pieces import FolderPieces
from core.pipeline import Request, analyse
from core.progress import finish
from core.project.analyses import analyses, load_analysis
from core.project.jobs import unfinished_jobs
from core.project.opening import open_study
from core.reasoning.analyst import EngineLostError, ModelRule, clip_of_segment
from core.reasoning.kept import FIRST, KeptSegments, Told
from core.records.measurement import PersonTrack
from core.records.moment import Span
from core.vlm.backend import EngineError, OutOfMemoryError, PromptTooLongError
from core.vlm.frames import Vision
from tests.core.project.builders import PASSPHRASE, circumstances, new_study, same
from tests.core.reasoning.talker import Script

START_S, END_S = 9.4, 14.0
"""Four segments of the sample, all of them assessable."""
CHOSEN = LanguageModel(__file__, engine="scripted", candidates=2)


def request_of(video, **more):
    return Request(video, None, start_s=START_S, end_s=END_S, model=CHOSEN, workers=1, **more)


@pytest.fixture(scope="module")
def measured(sample_video):
    return finish(analyse(replace(request_of(sample_video), model=None)))


@pytest.fixture(scope="module")
def looked(sample_video, tmp_path_factory):
    """Pieces of a run that found the faces and whose engine then read nothing."""
    folder = tmp_path_factory.mktemp("looked")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(by_model, "open_engine", Script(trouble=fails_at(1, 2, 3)).open)
        with pytest.raises(EngineLostError):
            finish(analyse(request_of(sample_video), pieces=FolderPieces(folder)))
    return folder


@pytest.fixture
def begun(looked, sample_video, tmp_path):
    """Begins an analysis of which nothing but the faces was found before: looking for them takes longest."""

    def begin():
        folder = tmp_path / f"begun {len(list(tmp_path.iterdir()))}"
        shutil.copytree(looked, folder)
        return analyse(request_of(sample_video, resume=True), pieces=FolderPieces(folder))

    return begin


@pytest.fixture
def script(monkeypatch):
    def begin(**how):
        made = Script(**how)
        monkeypatch.setattr(by_model, "open_engine", made.open)
        return made

    return begin


def without_clock(analysis):
    return analysis_json(replace(analysis, provenance=replace(analysis.provenance, created="2026-01-01T00:00:00")))


def fails_at(*clips, error=EngineError):
    def trouble(clip):
        if clip in clips:
            raise error("The engine broke.", remedy="Start it again.")

    return trouble


def test_the_model_gives_readings_and_the_measurements_everything_else(script, measured, sample_video):
    told = script()
    shown, filled = [], []
    outcome = finish(
        analyse(
            request_of(sample_video),
            first=shown.append,
            filled=lambda place, segment: filled.append((place, segment)),
        )
    )
    found, before = outcome.analysis, measured.analysis
    assert len(found.segments) == len(before.segments) >= 4
    for one, other in zip(found.segments, before.segments, strict=True):
        assert replace(one, reading=None, tree=other.tree, account=None) == replace(other, reading=None)
        assert (one.account is not None) == one.assessable
        if one.account is not None:
            assert one.reading is not None
            assert one.account.frames == 4
            assert one.tree is not other.tree
    assert same(found.people, before.people)
    assert same(outcome.tracks, measured.tracks)
    assert shown[-1].segments == before.segments, "measured readings are shown before the model begins"
    assert shown[-1].provenance.analyst == "measured"
    assert [segment for _, segment in filled] == [one for one in found.segments if one.assessable]
    known = found.provenance
    assert (known.analyst, known.models["talker"], known.libraries["talker"]) == ("videmo", "ab" * 32, "1")
    assert known.settings["language model"]["search.candidates"] == 2
    assert known.settings["language model"]["vision.variant"] == "published"
    assert known.settings["engine"]["quantisation"] == "none"
    assert any(name.startswith("search/") for name in known.settings["engine"]["prompts"])
    (engine,) = told.engines
    assert engine.closed
    assert not engine.held, "every clip and context is released"


def test_an_engine_that_breaks_costs_its_segment_and_no_other(script, begun):
    told = script(trouble=fails_at(2))
    found = finish(begun()).analysis
    seen = [one for one in found.segments if one.assessable]
    assert [bool(one.failure) for one in seen] == [False, True] + [False] * (len(seen) - 2)
    assert seen[1].failure == "The engine broke."
    assert (seen[1].reading, seen[1].tree.clues) == (None, ())
    assert len(told.engines) == 2
    assert all(one.closed for one in told.engines)
    assert any(f"failed to read 1 of {len(seen)} assessable segments" in note for note in found.notes)


def test_failures_in_a_row_stop_the_work_and_what_was_read_is_kept(script, sample_video, tmp_path):
    pieces = FolderPieces(tmp_path)
    told = script(trouble=fails_at(2, 3, 4))
    with pytest.raises(EngineLostError, match="3 segments in a row: The engine broke") as failure:
        finish(analyse(request_of(sample_video), pieces=pieces))
    assert "--resume" in failure.value.remedy
    assert all(one.closed for one in told.engines)
    again = script()
    resumed = finish(analyse(request_of(sample_video, resume=True), pieces=pieces)).analysis
    assert len(again.clips) == sum(one.assessable for one in resumed.segments) - 1, "the first was read before"
    script()
    assert without_clock(resumed) == without_clock(finish(analyse(request_of(sample_video))).analysis)


def test_a_segment_that_failed_is_tried_again(script, sample_video, tmp_path):
    pieces = FolderPieces(tmp_path)
    script(trouble=fails_at(1))
    finish(analyse(request_of(sample_video), pieces=pieces))
    again = script()
    found = finish(analyse(request_of(sample_video, resume=True), pieces=pieces)).analysis
    assert len(again.clips) == 1
    assert not any(one.failure for one in found.segments)


def test_short_memory_halves_the_plan_and_says_so(script, begun):
    told = script(trouble=fails_at(1, error=OutOfMemoryError))
    found = finish(begun()).analysis
    assert not any(one.failure for one in found.segments)
    assert any("Memory was short: 1 of" in note for note in found.notes)
    first = next(one for one in found.segments if one.assessable)
    assert {len(level.candidates) for level in first.account.levels} == {1}
    assert len(told.engines) == 1, "an engine without memory still answers smaller calls"
    told = script(trouble=fails_at(1, 2, error=OutOfMemoryError))
    found = finish(begun()).analysis
    assert next(one for one in found.segments if one.assessable).failure == "The engine broke."
    assert len(told.engines) == 1


def test_a_prompt_that_is_too_long_costs_its_segment_alone(script, begun):
    told = script(trouble=fails_at(1, error=PromptTooLongError))
    found = finish(begun()).analysis
    assert [bool(one.failure) for one in found.segments if one.assessable].count(True) == 1
    assert len(told.engines) == 1


def test_it_stops_between_two_tokens(script, begun):
    told = script(words=" ".join(["word"] * 400))
    with closing(begun()) as stage:
        while not told.tokens:
            next(stage)
        for _ in range(5):
            next(stage)
    assert told.tokens < 100
    (engine,) = told.engines
    assert engine.closed
    assert not engine.held


def test_progress_counts_segments(script, begun):
    script()
    steps = []
    finish(begun(), report=steps.append)
    reading = [step for step in steps if step.stage == "the model reads"]
    done = [step.done for step in reading]
    assert done == sorted(done)
    assert reading[-1].done == reading[-1].total


KILLED = """
import os, signal, sys
from pathlib import Path
from core import by_model
from core.__main__ import main
from tests.core.reasoning.talker import Script
def trouble(clip):
    if clip == 3:
        os.kill(os.getpid(), signal.SIGKILL)
by_model.open_engine = Script(words="ABRAKADABRA is what I say. The person shows happiness.", trouble=trouble).open
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_killed_run_goes_on_inside_an_encrypted_study(script, sample_video, tmp_path):
    new_study(tmp_path).study.close()
    (tmp_path / "secret").write_text(PASSPHRASE)
    call = ["analyse", str(sample_video), "--study", str(tmp_path / "study.vemo"), "--analyst", "videmo"]
    call += ["--model", __file__, "--engine", "scripted", "--candidates", "2", "--from", str(START_S)]
    call += ["--to", str(END_S), "--workers", "1", "--passphrase-file", str(tmp_path / "secret"), "--resume"]
    killed = subprocess.run([sys.executable, "-c", KILLED, *call], cwd=Path.cwd(), capture_output=True, check=False)
    assert killed.returncode == -9, killed.stderr.decode()
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or b"ABRAKADABRA" not in file.read_bytes(), file
    with open_study(tmp_path / "study.vemo", secret=PASSPHRASE, circumstances=circumstances()) as study:
        (left,) = unfinished_jobs(study)
        assert left.pieces >= 3, "a stretch of the face pass and two segments"
    again = script(words="ABRAKADABRA is what I say. The person shows happiness.")
    from core.__main__ import main

    assert main(call) == 0
    with open_study(tmp_path / "study.vemo", secret=PASSPHRASE, circumstances=circumstances()) as study:
        assert unfinished_jobs(study) == ()
        (row,) = analyses(study)
        found = load_analysis(study, row.id)
    assert row.source == "videmo"
    assert len(again.clips) == sum(one.assessable for one in found.segments) - 2


def test_a_kept_segment_that_was_damaged_is_read_again(measured, tmp_path):
    segment = next(one for one in measured.analysis.segments if one.assessable)
    pieces = FolderPieces(tmp_path)
    pieces.begin("key", resume=False)
    kept = KeptSegments(pieces, ())
    kept.add(0, Told(segment, halved=True))
    numbers = pieces.begin("key", resume=True)
    assert numbers == (FIRST,)
    assert KeptSegments(pieces, numbers).get(0, segment) == Told(segment, halved=True)
    moved = replace(segment, span=Span.between(segment.span.start_s, segment.span.end_s + 1))
    assert KeptSegments(pieces, numbers).get(0, moved) is None
    pieces.add(FIRST, b"nonsense")
    assert KeptSegments(pieces, numbers).get(0, segment) is None


@pytest.mark.parametrize(("start_s", "end_s"), [(10.0, 10.05), (10.0, 10.3), (9.5, 18.0)])
@pytest.mark.parametrize("variant", ["published", "corrected"])
def test_any_length_of_segment_becomes_a_clip(measured, start_s, end_s, variant):
    vision, rule = Vision(variant), ModelRule()
    (track,) = measured.tracks
    clip = clip_of_segment(Span.between(start_s, end_s), track, video=measured.analysis.video, vision=vision, rule=rule)
    frames, height, width, _ = clip.frames.shape
    assert frames % 2 == 0
    assert 2 <= frames <= 16
    assert height == width
    assert height % 28 == 0
    assert clip.frames.std() > 5, "a picture, not a plain field"


def test_a_face_of_five_pixels_and_one_that_is_not_there(measured):
    (track,) = measured.tracks
    boxes = track.measurements.boxes.copy()
    boxes[:, :2] += boxes[:, 2:] / 2 - 2.5
    boxes[:, 2:] = 5.0
    tiny = PersonTrack(track.person, replace(track.measurements, boxes=boxes))
    rule = ModelRule()
    span = Span.between(10.0, 10.6)
    clip = clip_of_segment(span, tiny, video=measured.analysis.video, vision=rule.vision, rule=rule)
    assert np.prod(clip.frames.shape[1:3]) >= 128 * 28 * 28
    nowhere = Span.between(100.0, 101.0)
    assert clip_of_segment(nowhere, track, video=measured.analysis.video, vision=rule.vision, rule=rule) is None


def test_a_model_that_is_not_here_is_a_sentence_that_offers_the_built_in_analyst(tmp_path):
    with pytest.raises(ModelError, match="not on this computer") as failure:
        opened_model(LanguageModel("no-such-model"))
    assert "--analyst measured" in failure.value.remedy
    with pytest.raises(ModelError) as failure:
        plan_of(LanguageModel("no-such-model"))
    assert "--analyst" not in failure.value.remedy, "a question has no other analyst"
    with pytest.raises(UsageError, match="address"):
        plan_of(LanguageModel("x", engine="server"))
    (tmp_path / "text.gguf").touch()
    assert plan_of(LanguageModel(str(tmp_path))).engine == "llama_cpp"
    assert plan_of(LanguageModel(str(tmp_path / "text.gguf"))).engine == "llama_cpp"
    with pytest.raises(ModelError, match="no adapter called"):
        plan_of(LanguageModel(str(tmp_path), adapter=str(tmp_path / "none")))
    far = plan_of(LanguageModel("m", address="http://localhost:1/v1"))
    assert (far.engine, far.model, far.model_name) == ("server", "http://localhost:1/v1", "m")
