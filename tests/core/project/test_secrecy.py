"""None of fifty planted words is found in any file, while a job runs, after it was killed, and afterwards."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from core.project import keys, sessions
from core.project.analyses import save_analysis
from core.project.backups import backups_folder, keep_backup
from core.project.foreign import add_foreign, tie_track
from core.project.jobs import StudyPieces
from core.project.media import add_recording
from core.project.opening import open_study
from core.project.people import correct_people
from core.project.reviews import desk
from core.project.thumbnails import keep_thumbnails
from core.records.foreign import ForeignAnnotation, ForeignTrack, Imported, Origin
from core.records.moment import Span
from core.records.review import Correction
from core.records.study import Name
from tests.core.project.builders import PASSPHRASE, QUICK, SHA, analysis, circumstances, new_study

PLANTED = tuple(
    f"{word}{number:02d}Planted" for number, word in enumerate(["Erika", "Note", "Label", "Comment", "Path"] * 10)
)
"""Fifty words that no program writes by itself."""


def plant(study, *, words: tuple[str, ...] = PLANTED) -> None:
    """Puts the words wherever a user's words go."""
    words_left = list(words)
    take = words_left.pop
    client = sessions.add_participant(study, take(), remark=take())
    session = sessions.add_session(study, take(), setting=take(), participants=(client,))
    recording = add_recording(study, study.folder / f"{take()}.mp4", session=session, sha256=SHA)
    whole = analysis(length_s=20.0)
    first = replace(
        whole.segments[0],
        tree=replace(
            whole.segments[0].tree,
            clues=tuple(replace(clue, text=take(), name=take()) for clue in whole.segments[0].tree.clues),
        ),
    )
    whole = replace(whole, segments=(first, *whole.segments[1:]), notes=(take(), take()))
    number = save_analysis(study, whole, recording=recording)
    desk(study, take()).review(
        analysis=number, segment="S1", verdict="correct", correction=Correction(label=take()), comment=take()
    )
    correct_people(study, number, Name("P1", take()))
    sessions.add_marker(study, session=session, kind="event", label=take(), start_s=1.0, comment=take())
    sessions.set_setting(study, take(), take())
    origin = Origin("ELAN", take(), SHA, take(), take())
    coded = ForeignAnnotation(Span.between(0, 1), take(), (take(),))
    file = add_foreign(study, Imported((ForeignTrack(origin, take(), (coded,)),), (take(),)), session=session)
    tie_track(study, file, analysis=number, person="P1")
    keep_thumbnails(study, {take(): take().encode() * 50})
    pieces = StudyPieces(study, take())
    pieces.begin(take(), resume=False)
    pieces.add(0, take().encode() * 50)
    while words_left:
        sessions.add_note(study, session=session, text=" ".join(take() for _ in range(min(4, len(words_left)))))


def found_in(folder: Path) -> list[str]:
    """Planted words in any file below the folder, in the spellings a program might use."""
    hits: list[str] = []
    for path in folder.rglob("*"):
        if not path.is_file():
            continue
        data = path.read_bytes()
        hits += [
            f"{word} in {path.name}"
            for word in PLANTED
            for spelled in (word.encode(), word.encode("utf-16-le"), word.lower().encode())
            if spelled in data
        ]
        hits += [f"{word} in the name {path.name}" for word in PLANTED if word in path.name]
    return hits


def test_the_search_finds_what_is_not_encrypted(tmp_path):
    with new_study(tmp_path, passphrase=None).study as study:
        plant(study)
    assert len(found_in(tmp_path)) > 20


def break_off(study, folder: Path) -> None:
    """A change so long that its pages go to the disk early, and that is given up then."""
    with study.change("add note", PLANTED[0]) as pen:
        pen.connection.execute("UPDATE segment SET label = ?", (PLANTED[1],))
        for number in range(200):
            pen.insert("note", {"session": 1, "at_s": None, "text": f"{PLANTED[2]} {number}" * 99})
        pen.connection.cache_flush()
        assert Path(f"{study.path}-journal").stat().st_size > 0
        assert not found_in(folder)
        raise ZeroDivisionError


def test_nothing_is_found_in_study_journal_backups_and_temp(tmp_path, monkeypatch):
    temp = tmp_path / "temp"
    temp.mkdir()
    monkeypatch.setenv("TMPDIR", str(temp))
    with new_study(tmp_path).study as study:
        plant(study)
        keep_backup(study)
        with pytest.raises(ZeroDivisionError):
            break_off(study, tmp_path)
        keys.change_passphrase(study, "another passphrase", strength=QUICK)
        assert not found_in(tmp_path)
    assert backups_folder(study.path).is_dir()
    assert not found_in(tmp_path)


WORKER = """
import sys, time
from pathlib import Path
from core.project.backups import keep_backup
from core.project.opening import open_study
from tests.core.project.builders import PASSPHRASE, circumstances
from tests.core.project.test_secrecy import PLANTED, plant
with open_study(Path(sys.argv[1]), secret=PASSPHRASE, circumstances=circumstances(who=PLANTED[-1])) as study:
    plant(study)
    keep_backup(study)
    with study.change("add note", PLANTED[0]) as pen:
        for number in range(500):
            pen.insert("note", {"session": 1, "at_s": None, "text": f"{PLANTED[number % 50]} {number}" * 99})
        pen.connection.execute("UPDATE segment SET label = ?", (PLANTED[1],))
        pen.connection.cache_flush()
        print("running", flush=True)
        time.sleep(60)
"""


def test_nothing_is_found_while_a_job_runs_and_after_it_was_killed(tmp_path):
    temp = tmp_path / "temp"
    temp.mkdir()
    new_study(tmp_path).study.close()
    path = tmp_path / "study.vemo"
    root = Path(__file__).resolve().parents[3]
    environment = os.environ | {"TMPDIR": str(temp), "SQLITE_TMPDIR": str(temp)}
    command = [sys.executable, "-c", WORKER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root, env=environment) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == b"running\n"
        journal = Path(f"{path}-journal")
        assert journal.stat().st_size > 0
        assert not found_in(tmp_path)
        os.kill(worker.pid, signal.SIGKILL)
    assert journal.exists()
    assert not found_in(tmp_path)
    with open_study(path, secret=PASSPHRASE, circumstances=circumstances()) as study:
        assert len(sessions.notes(study, 1)) < 50  # the half change is gone, what was acknowledged is there
        assert not found_in(tmp_path)
    assert not journal.exists()
