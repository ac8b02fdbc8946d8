"""The fault harness: killed processes, failing disks, lost power. No study and no acknowledged change is lost."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from core.errors import ExpectedError
from core.project import keys, sessions
from core.project.analyses import load_analysis
from core.project.backups import check_copy, keep_backup, list_backups
from core.project.container import system_base
from core.project.failures import WrongPassphraseError
from core.project.history import undo
from core.project.media import add_recording
from core.project.opening import open_study
from core.project.verify import verify_study
from tests.core.project.builders import (
    PASSPHRASE,
    QUICK,
    SHA,
    analysed,
    analysis,
    circumstances,
    new_study,
    same,
    video,
)
from tests.core.project.faulty import FaultyDisk, LosingDisk
from tests.core.project.old_versions import old_study

ROOT = Path(__file__).resolve().parents[3]
KINDS = ("saving", "undo", "migration", "backup", "passphrase")
LONGEST_S = {"saving": 0.12, "undo": 0.08, "migration": 0.45, "backup": 0.15, "passphrase": 0.05}
"""A victim lives this long at most after it has begun: several of its verbs."""


def template(folder: Path, kind: str) -> Path:
    """The study that every victim of a kind begins with."""
    path = folder / f"{kind}.vemo"
    if kind == "migration":
        old_study(path, 1, many=3000)
        return path
    with new_study(folder, name=path.name).study as study:
        session = sessions.add_session(study, "first")
        add_recording(study, folder / "first.mp4", session=session, sha256=SHA, video=video())
    return path


def killed(path: Path, kind: str, seed: int) -> list[str]:
    """Starts a victim, kills it at a random instant, returns what it had acknowledged."""
    command = [sys.executable, "-m", "tests.core.project.victim", kind, str(path), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as victim:
        assert victim.stdout is not None
        first = victim.stdout.readline()
        assert first in (b"open\n", b"begun\n"), first
        time.sleep(random.Random(seed).random() * LONGEST_S[kind])
        os.kill(victim.pid, signal.SIGKILL)
        rest = victim.stdout.read()
    # A line cut by the kill was not acknowledged.
    return rest.decode().split("\n")[:-1]


def lost(path: Path, kind: str, said: list[str]) -> str:
    """What is missing after the kill; empty where nothing is."""
    acknowledged = [line.partition(" ")[::2] for line in said]
    secret = PASSPHRASE
    if kind == "passphrase":
        opens = [text for verb, text in acknowledged if verb == "passphrase"]
        sure = opens[-1] if opens else PASSPHRASE
        maybe = f"new passphrase {len(opens) + 1}"
        working = [one for one in (sure, maybe) if opened(path, one)]
        if len(working) != 1:
            return f"{len(working)} of {sure!r} and {maybe!r} open it"
        if opens and any(opened(path, old) for old in (PASSPHRASE, *opens[:-1])):
            return "an old passphrase opens it"
        secret = working[0]
    with open_study(path, secret=secret, circumstances=circumstances()) as study:
        findings = [one for one in verify_study(study) if not one.fine]
        if kind == "migration":
            findings = [one for one in findings if one.what != "records"]  # the many segments are in no log
            count = study.rows("SELECT count(*), count(label) FROM segment")[0]
            if count != (3004, 3004):
                return f"segments {count}"
        if findings:
            return f"{findings}"
        notes = {note.text for note in sessions.notes(study, 1)}
        for verb, text in acknowledged:
            if verb == "note" and f"note {text}" not in notes:
                return f"note {text}"
            if verb == "analysis" and not same(load_analysis(study, int(text)), analysis(length_s=20.0)):
                return f"analysis {text}"
        backups = [text for verb, text in acknowledged if verb == "backup"]
        if backups and backups[-1] not in [one.name for one in list_backups(path)]:  # older ones make room
            return f"backup {backups[-1]}"
        standing = [int(text) for verb, text in acknowledged if verb == "standing"]
        if standing and abs(len(notes) - standing[-1]) > 1:  # the verb that was killed may have been saved
            return f"{len(notes)} notes stand, not {standing[-1]}"
        for backup in list_backups(path):
            check_copy(backup.path, data_key=study.data_key, end=None, base=system_base())
    return ""


def opened(path: Path, secret: str) -> bool:
    try:
        open_study(path, secret=secret, read_only=True, circumstances=circumstances()).close()
    except WrongPassphraseError:
        return False
    return True


def kill_often(folder: Path, kind: str, *, times: int, first_seed: int) -> Counter[str]:
    """Kills so many victims of a kind; counts kills, acknowledged changes and losses."""
    begin = template(folder, kind)
    table: Counter[str] = Counter()
    for number in range(times):
        work = folder / f"run{number}"
        work.mkdir()
        path = work / "study.vemo"
        shutil.copyfile(begin, path)
        said = killed(path, kind, first_seed + number)
        table["in the middle of a write"] += path.with_name(path.name + "-journal").exists()
        missing = lost(path, kind, said)
        table["killed"] += 1
        table["acknowledged"] += sum(not line.startswith("trying") for line in said)
        if missing:
            table["lost"] += 1
            print(f"{kind}, seed {first_seed + number}: {missing}")  # noqa: T201 - to repeat it
        shutil.rmtree(work)
    return table


@pytest.mark.parametrize("kind", KINDS)
def test_killed_at_a_few_instants(tmp_path, kind):
    assert kill_often(tmp_path, kind, times=4, first_seed=1000)["lost"] == 0


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_killed_at_sixty_instants(tmp_path, kind):
    table = kill_often(tmp_path, kind, times=60, first_seed=5000)
    print(dict(table))  # noqa: T201 - the table of the note
    assert table["lost"] == 0


FAULTY = FaultyDisk("test-faulty")
LOSING = LosingDisk("test-losing")


def work(path: Path, base: str, acknowledged: list[str]) -> None:
    """One of each verb that writes; notes down what was acknowledged. Fails where the disk does."""
    with open_study(path, secret=PASSPHRASE, circumstances=circumstances(base=base)) as study:
        for number in range(2):
            sessions.add_note(study, session=1, text=f"note {number}")
            acknowledged.append(f"note {number}")
        undo(study)
        acknowledged.append("undone")
        keep_backup(study)
        acknowledged.append("backup")
        keys.change_passphrase(study, "a new passphrase", strength=QUICK)
        acknowledged.append("passphrase")
        sessions.add_note(study, session=1, text="last")
        acknowledged.append("last")


def check_after(path: Path, acknowledged: list[str]) -> None:
    """Everything acknowledged is there; at most the verb that failed was saved beyond it."""
    new = opened(path, "a new passphrase")
    assert new or "passphrase" not in acknowledged
    assert new != opened(path, PASSPHRASE)
    secret = "a new passphrase" if new else PASSPHRASE
    with open_study(path, secret=secret, circumstances=circumstances()) as study:
        assert not [one for one in verify_study(study) if not one.fine]
        notes = {note.text for note in sessions.notes(study, 1)}
        assert "note 0" in notes or "note 0" not in acknowledged
        if "undone" in acknowledged:
            assert "note 1" not in notes
        elif "note 1" not in acknowledged:
            assert "undone" not in acknowledged
        assert "last" in notes or "last" not in acknowledged
        assert bool(list_backups(path)) or "backup" not in acknowledged
        for backup in list_backups(path):
            check_copy(backup.path, data_key=study.data_key, end=None, base=system_base())
        sessions.add_note(study, session=1, text="goes on")


@pytest.fixture
def prepared(tmp_path) -> Path:
    with new_study(tmp_path, name="template.vemo").study as study:
        analysed(study, length_s=20.0)
    return study.path


def fresh(template_path: Path) -> Path:
    folder = template_path.parent / "work"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = folder / "study.vemo"
    shutil.copyfile(template_path, path)
    return path


def operations(prepared: Path, disk: FaultyDisk | LosingDisk, name: str) -> int:
    """How many operations the work needs on a disk that never fails."""
    path = fresh(prepared)
    work(path, name, [])
    check_after(path, ["note 0", "undone", "backup", "passphrase", "last"])
    return disk.done


def failure(path: Path, acknowledged: list[str]) -> ExpectedError | None:
    try:
        work(path, "test-faulty", acknowledged)
    except ExpectedError as told:
        return told
    return None


def strike(prepared: Path, places: list[int], how: str) -> Counter[str]:
    """Fails at each place in turn. Some failures cost nothing: a backup's header, which is said, or a tidying up."""
    table: Counter[str] = Counter()
    for place in places:
        path, acknowledged = fresh(prepared), []
        FAULTY.plan(place, how)
        told = failure(path, acknowledged)
        table["went on" if told is None else "told"] += 1
        assert told is None or (told.problem.endswith(".") and told.remedy)
        FAULTY.calm()
        check_after(path, acknowledged)
    return table


@pytest.mark.parametrize("how", ["full", "io", "torn"])
def test_a_disk_that_fails_once(prepared, how):
    FAULTY.calm()
    count = operations(prepared, FAULTY, "test-faulty")
    assert strike(prepared, random.Random(3).sample(range(count), 8), how)["told"] >= 6


@pytest.mark.slow
@pytest.mark.parametrize("how", ["full", "io", "torn"])
def test_a_disk_that_fails_at_every_place(prepared, how):
    FAULTY.calm()
    count = operations(prepared, FAULTY, "test-faulty")
    table = strike(prepared, list(range(count)), how)
    print(how, dict(table))  # noqa: T201 - the table of the note
    assert table["told"] > 0.9 * count


def cut(prepared: Path, runs: list[tuple[int, int]]) -> None:
    for place, seed in runs:
        path, acknowledged = fresh(prepared), []
        LOSING.plan(place, seed)
        with pytest.raises(ExpectedError):
            work(path, "test-losing", acknowledged)
        LOSING.power_cut()
        LOSING.plan(-1, 0)
        check_after(path, acknowledged)


def test_power_that_goes(prepared):
    LOSING.plan(-1, 0)
    count = operations(prepared, LOSING, "test-losing")
    draw = random.Random(4)
    cut(prepared, [(draw.randrange(count), draw.randrange(1 << 30)) for _ in range(15)])


@pytest.mark.slow
def test_power_that_goes_often(prepared):
    LOSING.plan(-1, 0)
    count = operations(prepared, LOSING, "test-losing")
    runs = [(place, seed) for place in range(count) for seed in range(3)]
    cut(prepared, runs)
    print("power cuts", len(runs))  # noqa: T201 - the table of the note


def test_a_full_disk_leaves_the_open_study_usable(prepared):
    path = fresh(prepared)
    FAULTY.calm()
    with open_study(path, secret=PASSPHRASE, circumstances=circumstances(base="test-faulty")) as study:
        for place in range(4):
            FAULTY.plan(place, "full")
            with pytest.raises(ExpectedError, match="full"):
                sessions.add_note(study, session=1, text="lost")
        FAULTY.calm()
        sessions.add_note(study, session=1, text="kept")
        assert [note.text for note in sessions.notes(study, 1)] == ["kept"]
