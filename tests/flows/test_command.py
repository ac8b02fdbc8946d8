"""The command as its user runs it: real recordings, bad input, interruption and resumption."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.__main__ import main
from core.pieces import UNFINISHED
from tests import media

ROOT = Path(__file__).resolve().parents[2]


def videmo(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "core", *(str(word) for word in words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)


def without_time_stamp(folder: Path) -> dict[str, object]:
    document = json.loads((folder / "analysis.json").read_text(encoding="utf-8"))
    document["provenance"].pop("created")
    return document


@pytest.fixture(scope="module")
def clip(tmp_path_factory, sample_video) -> Path:
    """Twelve seconds of the sample, small."""
    target = tmp_path_factory.mktemp("clip") / "Sitzung 3 – 会谈 😀.mp4"
    return media.re_encode(sample_video, target, rate=25, size=(480, 270))


def test_analyse_from_the_shell(clip, tmp_path):
    done = videmo("analyse", clip, "--out", tmp_path / "out", "--from", "10", "--to", "0:13.5")
    assert done.returncode == 0, done.stderr
    assert "happiness" in done.stdout
    assert "Traceback" not in done.stderr
    document = without_time_stamp(tmp_path / "out")
    assert document["segments"][0]["start_s"] == pytest.approx(10.0)
    assert document["segments"][-1]["end_s"] == pytest.approx(13.5)


def test_the_same_input_gives_the_same_bytes_with_one_worker_or_three(clip, tmp_path):
    for workers in (1, 3):
        words = ["analyse", str(clip), "--out", str(tmp_path / str(workers)), "--to", "7", "--workers", str(workers)]
        assert main(words) == 0
    assert without_time_stamp(tmp_path / "1") == without_time_stamp(tmp_path / "3")
    for name in ("segments.csv", "measurements.csv", "timeline.png"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "3" / name).read_bytes()


def test_people_keeps_those_seen_longest(footage, tmp_path):
    assert main(["analyse", str(footage / "multi_face.jpg"), "--out", str(tmp_path), "--people", "2"]) == 0
    assert len(without_time_stamp(tmp_path)["people"]) == 2


INTERRUPTED = """
import os, signal, sys
from core.__main__ import main
from core.pieces import FolderPieces
add = FolderPieces.add
def interrupted(pieces, ordinal, body):
    add(pieces, ordinal, body)
    os.kill(os.getpid(), signal.SIGINT)
FolderPieces.add = interrupted
sys.exit(main(sys.argv[1:]))
"""
"""As Ctrl-C does once a piece is kept, however slow or quick the computer is."""


@pytest.mark.skipif(os.name == "nt", reason="sends an interrupt the POSIX way")
def test_an_interrupted_run_keeps_what_is_done_and_resumes(sample_video, tmp_path):
    out = tmp_path / "out"
    part = ["analyse", str(sample_video), "--to", "12"]
    words = [*part, "--out", str(out), "--workers", "1"]
    running = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    said = running.stderr
    assert running.returncode == 130
    assert "--resume" in said
    assert "Traceback" not in said
    kept = {path.name: path.stat().st_mtime_ns for path in out.glob(f"{UNFINISHED}/*/*.piece")}
    assert kept
    assert not (out / "analysis.json").exists()
    done = videmo(*words, "--resume")
    assert done.returncode == 0, done.stderr
    assert (out / "report.html").exists()
    assert not (out / UNFINISHED).exists()
    assert main([*part, "--out", str(tmp_path / "whole")]) == 0
    assert without_time_stamp(out) == without_time_stamp(tmp_path / "whole")


@pytest.fixture(scope="module")
def bad(tmp_path_factory, footage) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("bad")
    text = folder / "text.mp4"
    text.write_text("no video\n" * 50)
    empty = folder / "empty.mp4"
    empty.touch()
    sound = media.audio_only(folder / "sound.m4a", media.sound_of(footage / "speech_one_person.mp4", rate=16_000))
    headless = folder / "headless.mp4"
    whole = (footage / "single_face.mp4").read_bytes()
    headless.write_bytes(whole[: whole.index(b"moov")] if b"moov" in whole else whole[:100])
    return {
        "missing": folder / "missing.mp4",
        "empty": empty,
        "folder": folder,
        "text": text,
        "sound": sound,
        "headless": headless,
    }


@pytest.mark.parametrize("verb", ["probe", "analyse"])
@pytest.mark.parametrize("kind", ["missing", "empty", "folder", "text", "sound", "headless"])
def test_bad_input_is_one_sentence_and_a_remedy(verb, kind, bad, tmp_path, capsys):
    words = [verb, str(bad[kind])] + (["--out", str(tmp_path / "out")] if verb == "analyse" else [])
    assert main(words) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 2
    assert said.startswith("videmo: ")
    assert "What to do: " in said
    assert not (tmp_path / "out" / "analysis.json").exists()


def test_an_output_that_is_a_file_is_refused_before_any_work(clip, tmp_path, capsys):
    place = tmp_path / "out"
    place.write_text("mine")
    assert main(["analyse", str(clip), "--out", str(place)]) == 2
    assert place.read_text() == "mine"
    assert "file" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [["--from", "50"], ["--from", "3", "--to", "2"], ["--people", "0"], ["--workers", "0"]],
)
def test_requests_that_make_no_sense(clip, tmp_path, capsys, words):
    assert main(["analyse", str(clip), "--out", str(tmp_path / "out"), *words]) == 2
    assert "What to do: " in capsys.readouterr().err


def test_the_last_third_gone_reads_the_rest_and_says_so(sample_video, tmp_path, capsys):
    streamable = media.re_encode(sample_video, tmp_path / "whole.mkv", rate=25, size=(480, 270))
    short = media.cut_off(streamable, tmp_path / "short.mkv", share=2 / 3)
    assert main(["analyse", str(short), "--out", str(tmp_path / "out")]) == 0
    assert "note: " in capsys.readouterr().out
    document = without_time_stamp(tmp_path / "out")
    assert 8 < document["video"]["duration_s"] < 17
    assert document["segments"]


@pytest.mark.usefixtures("sample_video")
def test_check_times_this_computer(capsys):
    assert main(["check"]) == 0
    said = capsys.readouterr().out
    assert "an hour of such video takes about" in said
    assert "memory" in said


@pytest.mark.usefixtures("own_home")
def test_check_without_models_says_what_mends_it(capsys):
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "videmo models fetch face-landmarker" in said


def test_probe_as_json(footage, capsys):
    assert main(["probe", str(footage / "face_noface.mov"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["variable_frame_rate"] is True
    assert (told["width"], told["height"]) == (960, 540)


def test_an_analysis_is_kept_in_an_encrypted_study_and_nowhere_else(footage, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("VIDEMO_PASSPHRASE", "a passphrase for this test")
    study = tmp_path / "clinic.vemo"
    assert main(["study", "create", str(study), "--name", "Clinic", "--purpose", "therapy"]) == 0
    assert main(["analyse", str(footage / "single_face.mp4"), "--study", str(study)]) == 0
    assert "kept in clinic.vemo" in capsys.readouterr().out
    assert main(["study", "verify", str(study)]) == 0
    assert main(["study", "list", str(study)]) == 0
    assert "analysis 1: measured" in capsys.readouterr().out
    assert b"single_face" not in study.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clinic.vemo", "clinic.vemo.backups"]


def test_nowhere_to_put_the_results(footage, capsys):
    assert main(["analyse", str(footage / "single_face.mp4")]) == 2
    assert "--out" in capsys.readouterr().err
