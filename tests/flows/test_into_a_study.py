"""An analysis into a study: unfinished work in it and nowhere else, consent for pictures, one holder at a time."""

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from queue import SimpleQueue

import pytest

from core.__main__ import main
from core.faces import face_pass
from core.faces.stretch import plan
from core.footage.reader import probe
from core.pieces import UNFINISHED
from core.pipeline import Outcome, Request, analyse
from core.progress import finish
from core.project.analyses import analyses, load_analysis
from core.project.intake import begin_analysis, record_analysis
from core.project.jobs import unfinished_jobs
from core.project.opening import open_study
from tests.core.project.builders import PASSPHRASE, circumstances, new_study
from tests.core.project.test_secrecy import PLANTED, found_in, plant

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def passphrase(monkeypatch) -> None:
    monkeypatch.setenv("VIDEMO_PASSPHRASE", PASSPHRASE)


def nothing_lies_open(folder: Path) -> bool:
    """Whether no file below the folder holds a planted word or an array, and the folder of temporary files is empty."""
    assert not found_in(folder)
    assert not list((folder / "temp").iterdir())
    for path in folder.rglob("*"):
        if path.is_file():
            body = path.read_bytes()
            assert b"NUMPY" not in body
            assert b"PK\x03\x04" not in body
    return True


@pytest.mark.skipif(os.name == "nt", reason="kills the POSIX way")
def test_a_killed_analysis_leaves_its_stretches_in_the_study_and_nothing_else_and_resumes(
    sample_video, tmp_path, monkeypatch
):
    place, temp = tmp_path / "study", tmp_path / "study" / "temp"
    temp.mkdir(parents=True)
    (tmp_path / "media").mkdir()
    recording = shutil.copy(sample_video, tmp_path / "media" / f"{PLANTED[0]}.mp4")
    with new_study(place).study as study:
        path = study.path
        plant(study)
        others = (len(unfinished_jobs(study)), len(analyses(study)))
    words = ["analyse", str(recording), "--study", str(path), "--every-frame", "--to", "11", "--workers", "1"]
    environment = os.environ | {"TMPDIR": str(temp), "SQLITE_TMPDIR": str(temp)}
    running = subprocess.Popen([sys.executable, "-m", "core", *words], cwd=ROOT, env=environment)
    try:
        deadline, before, journal = time.monotonic() + 90, path.stat().st_size, Path(f"{path}-journal")
        while (path.stat().st_size < before + 20_000 or journal.exists()) and time.monotonic() < deadline:
            assert running.poll() is None
            assert nothing_lies_open(place)
            time.sleep(0.05)
    finally:
        running.kill()
        running.wait(30)
    assert nothing_lies_open(place)
    with open_study(path, secret=PASSPHRASE, circumstances=circumstances()) as study:
        assert len(unfinished_jobs(study)) == others[0] + 1
        pieces = unfinished_jobs(study)[-1].pieces
        assert pieces >= 1
        assert len(analyses(study)) == others[1]
    looked_at: list[None] = []
    follow = face_pass.follow_stretch
    monkeypatch.setattr(face_pass, "follow_stretch", lambda *a, **k: looked_at.append(None) or follow(*a, **k))
    assert main([*words, "--resume"]) == 0
    assert nothing_lies_open(place)
    with open_study(path, secret=PASSPHRASE, circumstances=circumstances()) as study:
        assert len(unfinished_jobs(study)) == others[0]
        kept = load_analysis(study, analyses(study)[-1].id)
    assert len(looked_at) == len(plan(kept.video, span=kept.span)) - pieces
    fresh = finish(analyse(Request(sample_video, None, end_s=11.0, every_frame=True)))
    assert kept.segments == fresh.analysis.segments


def test_a_study_that_another_program_holds_is_said_before_the_work_begins(footage, tmp_path, capsys):
    path = tmp_path / "clinic.vemo"
    assert main(["study", "create", str(path), "--purpose", "therapy"]) == 0
    with open_study(path, secret=PASSPHRASE):
        assert main(["analyse", str(footage / "single_face.mp4"), "--study", str(path)]) == 2
    assert "has this study open" in capsys.readouterr().err


def test_pictures_leave_a_study_only_with_consent(footage, tmp_path, capsys):
    path, out = tmp_path / "clinic.vemo", tmp_path / "out"

    def study(action: str, *words: str) -> int:
        return main(["study", action, str(path), *words])

    assert study("create", "--purpose", "therapy") == 0
    words = ["analyse", str(footage / "single_face.mp4"), "--study", str(path), "--out", str(out)]
    assert main(words) == 2
    assert "--no-pictures" in capsys.readouterr().err
    assert not out.exists()
    assert main([*words, "--no-pictures"]) == 0
    assert "data:image/jpeg" not in (out / "report.html").read_text(encoding="utf-8")
    assert not (out / UNFINISHED).exists()
    assert study("export-report", "1", "--out", str(out)) == 2
    assert study("add", "participant", "C1") + study("add", "attendance", "C1", "--session", "session 1") == 0
    scopes = ["--scope", "analyse", "--scope", "share excerpts"]
    assert study("consent", "C1", *scopes, "--date", "2026-11-01", "--text-version", "1") == 0
    assert study("export-report", "1", "--out", str(out)) == 0
    assert "data:image/jpeg" in (out / "report.html").read_text(encoding="utf-8")
    assert study("people", "1", "--split", "P1", "1.0", "Q") == 0
    assert study("export-report", "1", "--out", str(out)) == 0
    written = json.loads((out / "analysis.json").read_text(encoding="utf-8"))
    assert {person["id"] for person in written["people"]} == {"P1", "Q"}
    capsys.readouterr()
    assert study("history", "--audit") == 0
    log = capsys.readouterr().out
    assert log.count("  exported  ") == 3
    assert log.count("  refused  ") == 2
    assert "  analyse  " in log


def test_pieces_are_handed_over_in_the_thread_that_drives_the_stage(sample_video, tmp_path):
    """As a window does: the study belongs to one thread, the stage to another, and pieces are passed between them."""
    made = new_study(tmp_path)
    passed: SimpleQueue[tuple[int, bytes] | Outcome] = SimpleQueue()
    threads: set[int] = set()

    class Passing:
        def __init__(self) -> None:
            self._bodies: dict[int, bytes] = {}

        def begin(self, key: str, *, resume: bool) -> tuple[int, ...]:
            assert key
            assert not resume
            threads.add(threading.get_ident())
            return ()

        def read(self, ordinal: int) -> bytes:
            threads.add(threading.get_ident())
            return self._bodies[ordinal]

        def add(self, ordinal: int, body: bytes) -> None:
            threads.add(threading.get_ident())
            self._bodies[ordinal] = body
            passed.put((ordinal, body))

        def clear(self) -> None: ...

    def work() -> None:
        passed.put(finish(analyse(Request(sample_video, None, end_s=12.0), pieces=Passing())))

    worker = threading.Thread(target=work)
    with made.study as study:
        pieces = begin_analysis(study, probe(sample_video))
        assert pieces.begin("the window's", resume=False) == ()
        worker.start()
        while not isinstance(got := passed.get(timeout=90), Outcome):
            pieces.add(*got)
        worker.join()
        assert threads == {worker.ident}
        assert unfinished_jobs(study)[0].pieces >= 2
        record_analysis(study, got.analysis, tracks=got.tracks, pieces=pieces)
        assert not unfinished_jobs(study)
