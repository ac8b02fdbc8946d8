"""Every action of `videmo study` from the command line."""

import io
import json
from pathlib import Path

import pytest

from core.__main__ import main
from core.commands import study_access, study_file
from core.project import vault
from core.project.intake import record_analysis
from core.project.opening import open_study
from tests.core.imports.samples import EAF
from tests.core.project.builders import PASSPHRASE, QUICK, analysed, analysis, circumstances, recorded


@pytest.fixture
def cli(tmp_path, monkeypatch, capsys):
    """Runs one action in the folder; returns its exit code and what it said."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(study_access.ENVIRONMENT, PASSPHRASE)
    monkeypatch.setattr(vault.Strength, "__init__", _weak)

    def run(*words: object) -> tuple[int, str]:
        code = main(["study", *map(str, words)])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


def _weak(self: vault.Strength, *_: int) -> None:
    for name, value in (("n", QUICK.n), ("r", QUICK.r), ("p", QUICK.p)):
        object.__setattr__(self, name, value)


def good(cli, *words: object) -> str:
    code, said = cli(*words)
    assert code == 0, said
    return said


def bad(cli, *words: object) -> str:
    code, said = cli(*words)
    assert code == 2, said
    assert "What to do:" in said
    assert "Traceback" not in said
    return said


def made(cli) -> str:
    return good(cli, "create", "s.vemo", "--purpose", "therapy", "--who", "anna")


def test_a_day_with_a_study(cli):
    assert "Recovery key" in made(cli)
    assert good(cli, "add", "s.vemo", "participant", "C-1", "--remark", "since May") == "participant 1\n"
    good(cli, "add", "s.vemo", "session", "first", "--date", "2026-11-01", "--participant", "C-1")
    good(cli, "add", "s.vemo", "note", "hands", "--session", "first", "--at", "1:05")
    with open_study(Path("s.vemo"), secret=PASSPHRASE, circumstances=circumstances()) as study:
        record_analysis(study, analysis(), session="first")
    said = good(cli, "list", "s.vemo")
    for words in ("C-1 since May", "session 1: first 2026-11-01", "MISSING", "analysis 1: measured", "at 65 s by"):
        assert words in said
    good(cli, "events", "s.vemo", "--session", "first", "--event", "silence", "--at", "3")
    good(cli, "events", "s.vemo", "--session", "first", "--phase", "talk", "--from", "0", "--to", "1:00")
    assert "phase 2: talk, 0 s to 60 s" in good(cli, "events", "s.vemo")
    good(cli, "events", "s.vemo", "--remove", 1)
    assert "silence" not in good(cli, "events", "s.vemo")
    assert "undid: took back marker 1" in good(cli, "undo", "s.vemo")
    assert "silence" in good(cli, "events", "s.vemo")
    assert "did again" in good(cli, "redo", "s.vemo")
    history = good(cli, "history", "s.vemo")
    assert "took back marker 1" in history
    assert "undid" in history
    assert "opened" in good(cli, "history", "s.vemo", "--audit", "--last", 5)
    said = good(cli, "verify", "s.vemo")
    assert "NOT OK" not in said
    witness = said.split("witness ")[1].split()[0]
    assert "ok  witness" in good(cli, "verify", "s.vemo", "--witness", witness)
    code, said = cli("verify", "s.vemo", "--witness", "3:beef")
    assert code == 1
    assert "NOT OK  witness" in said
    assert "open for reading and writing" in good(cli, "open", "s.vemo")
    assert "open for reading only" in good(cli, "open", "s.vemo", "--read-only")


def test_reviews_and_people(cli):
    made(cli)
    with open_study(Path("s.vemo"), secret=PASSPHRASE, circumstances=circumstances()) as study:
        record_analysis(study, analysis())
    assert "S1  P1       0.00 to     10.00 s  happiness" in good(cli, "review", "s.vemo", 1)
    good(cli, "review", "s.vemo", 1, "S1", "--agree", "--rater", "anna", "--comment", "clear")
    good(cli, "review", "s.vemo", 1, "S1", "--clue", "c1", "--disagree", "--rater", "anna")
    good(cli, "review", "s.vemo", 1, "S2", "--label", "fear", "--span", "1", "9", "--rater", "anna")
    good(cli, "review", "s.vemo", 1, "S4", "--add-clue", "attribute", "AU4", "the brows are drawn", "--rater", "anna")
    bad(cli, "review", "s.vemo", 1, "S4", "--add-clue", "feeling", "AU4", "sad", "--rater", "anna")
    said = good(cli, "review", "s.vemo", 1)
    assert "[anna: agree]" in said
    assert "[anna: correct fear]" in said
    assert "disagree on c1" in good(cli, "review", "s.vemo", 1, "S1")
    good(cli, "review", "s.vemo", "--rater", "ben", "--blind")
    hidden = good(cli, "review", "s.vemo", 1, "--rater", "ben")
    assert "happiness" not in hidden
    assert "anna" not in hidden
    assert "blind" in bad(cli, "review", "s.vemo", 1, "S1", "--agree", "--rater", "ben")
    good(cli, "review", "s.vemo", 1, "S1", "--unsure", "--rater", "ben")
    good(cli, "people", "s.vemo", 1, "--split", "P1", "25", "P3")
    good(cli, "people", "s.vemo", 1, "--swap", "P1", "P2", "0:50")
    good(cli, "people", "s.vemo", 1, "--merge", "P1", "P3")
    good(cli, "people", "s.vemo", 1, "--exclude", "all", "0", "5", "--why", "greeting")
    good(cli, "people", "s.vemo", 1, "--name", "P1", "Client")
    said = good(cli, "people", "s.vemo", 1, "--role", "P1", "client")
    assert "P1: Client, client" in said
    assert "S1  P1       5.00 to     10.00 s" in good(cli, "review", "s.vemo", 1)
    bad(cli, "people", "s.vemo", 1, "--merge", "P1", "P9")
    bad(cli, "people", "s.vemo", 1, "--split", "P1", "soon", "P4")
    bad(cli, "people", "s.vemo", 7)
    bad(cli, "review", "s.vemo", 1, "S99", "--agree")
    bad(cli, "review", "s.vemo", 1, "--agree")
    bad(cli, "review", "s.vemo", 1, "S1", "--agree", "--label", "fear")
    bad(cli, "review", "s.vemo", 1, "S1", "--span", "9", "1")


def test_consent(cli):
    made(cli)
    good(cli, "add", "s.vemo", "participant", "C-1")
    good(cli, "add", "s.vemo", "session", "first", "--participant", "C-1")
    assert "C-1 has given no consent" in bad(cli, "consent", "s.vemo", "--check", "train")
    good(cli, "consent", "s.vemo", "C-1", "--scope", "train", "--scope", "analyse", "--date", "2026-10-01")
    assert "by consents 1" in good(cli, "consent", "s.vemo", "--check", "train", "--session", "first")
    good(cli, "consent", "s.vemo", "C-1", "--withdraw", "--date", "2026-11-01")
    assert "WITHDRAWN" in good(cli, "consent", "s.vemo")
    assert "withdrew" in bad(cli, "consent", "s.vemo", "--check", "analyse")
    bad(cli, "consent", "s.vemo", "C-9", "--scope", "train", "--date", "2026-10-01")
    bad(cli, "consent", "s.vemo", "C-1", "--scope", "train")


def test_backup_restore_lock_export_import_delete(cli, tmp_path, monkeypatch):
    made(cli)
    good(cli, "add", "s.vemo", "session", "first")
    assert "last page" in good(cli, "backup", "s.vemo")
    assert "by-hand" in good(cli, "backup", "s.vemo", "--list")
    good(cli, "add", "s.vemo", "session", "second")
    assert "is kept" in good(cli, "restore", "s.vemo")
    assert "second" not in good(cli, "list", "s.vemo")
    assert "NOT OK" not in good(cli, "verify", "s.vemo")
    assert "NOT encrypted" in good(cli, "export-json", "s.vemo", "all.json")
    bad(cli, "export-json", "s.vemo", "all.json")
    good(cli, "import-json", "new.vemo", "all.json", "--purpose", "therapy")
    assert "session 1: first" in good(cli, "list", "new.vemo")
    (tmp_path / "broken.json").write_text(json.dumps({"format": "else"}))
    bad(cli, "import-json", "other.vemo", "broken.json", "--purpose", "therapy")
    assert not (tmp_path / "other.vemo").exists()
    monkeypatch.setenv(study_access.ENVIRONMENT_NEW, "an entirely new one")
    assert "the old one opens neither" in good(cli, "passphrase", "s.vemo")
    assert "does not open" in bad(cli, "list", "s.vemo")
    (tmp_path / "pass.txt").write_text("an entirely new one\nsecond line", encoding="utf-8")
    good(cli, "list", "s.vemo", "--passphrase-file", "pass.txt")
    recovery = good(cli, "passphrase", "s.vemo", "--passphrase-file", "pass.txt", "--recovery-key").split("\n    ")[1]
    (tmp_path / "pass.txt").write_text(recovery, encoding="utf-8")
    good(cli, "list", "s.vemo", "--passphrase-file", "pass.txt")
    monkeypatch.setattr("builtins.input", lambda _: "no")
    assert cli("delete", "new.vemo")[0] == 1
    monkeypatch.setattr("builtins.input", lambda _: "new.vemo")
    assert "solid-state" in good(cli, "delete", "new.vemo")
    good(cli, "delete", "s.vemo", "--yes")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.json", "broken.json", "pass.txt"]


def test_what_goes_wrong_is_a_sentence(cli, tmp_path, monkeypatch):
    assert "AI Act" in bad(cli, "create", "s.vemo", "--purpose", "workplace")
    bad(cli, "create", "s.txt", "--purpose", "therapy")
    made(cli)
    bad(cli, "create", "s.vemo", "--purpose", "therapy")
    bad(cli, "list", "gone.vemo")
    bad(cli, "add", "s.vemo", "note", "text")
    bad(cli, "add", "s.vemo", "session", "x", "--date", "soon")
    bad(cli, "events", "s.vemo", "--event", "e", "--session", "none", "--at", "1")
    bad(cli, "list", "s.vemo", "--passphrase-file", "gone.txt")
    bad(cli, "list", "s.vemo", "--take-back", "consent", "1")
    bad(cli, "restore", "other.vemo")
    (tmp_path / "other.vemo").write_bytes(b"SQLite format 3\0" * 999)
    assert "SQLite database" in bad(cli, "open", "other.vemo")
    monkeypatch.delenv(study_access.ENVIRONMENT)
    monkeypatch.setattr("sys.stdin", io.StringIO())  # as when started by another program
    assert study_access.ENVIRONMENT in bad(cli, "list", "s.vemo")


def test_a_study_without_encryption_says_so_every_time(cli):
    assert "NOT encrypted" in good(cli, "create", "s.vemo", "--purpose", "research", "--not-encrypted")
    assert "NOT encrypted" in good(cli, "open", "s.vemo")


def test_a_backup_that_fails_is_said_and_the_change_is_kept(cli, monkeypatch):
    from core.project.failures import StudyError

    made(cli)

    def fails(*_: object, **__: object) -> None:
        raise StudyError("The disk is full.", remedy="Make room.")

    monkeypatch.setattr(study_access, "backing_up", fails)
    assert "no backup was made: The disk is full." in good(cli, "add", "s.vemo", "session", "first")
    assert "first" in good(cli, "list", "s.vemo")


SRT = "".join(
    f"{n + 1}\n00:00:{n * 10:02d},000 --> 00:00:{n * 10 + 9:02d},999\n{label}\n\n"
    for n, label in enumerate(("joy", "sadness", "joy", "joy", "joy", "sadness"))
)


def with_analysis(cli, tmp_path) -> None:
    made(cli)
    with open_study(Path("s.vemo"), secret=PASSPHRASE, circumstances=circumstances()) as study:
        analysed(study)
    (tmp_path / "coder.srt").write_text(SRT, encoding="utf-8")


def test_a_track_of_another_tool(cli, tmp_path):
    with_analysis(cli, tmp_path)
    said = good(cli, "import", "s.vemo", "coder.srt", "--recording", 1, "--offset=-0.5")
    assert "file 1, -0.5 s later" in said
    assert "track 1: SubRip cues: 6 annotations, from -0.5 s" in said
    assert "already, as file 1" in bad(cli, "import", "s.vemo", "coder.srt", "--recording", 1)
    bad(cli, "import", "s.vemo", "gone.srt", "--recording", 1)
    bad(cli, "import", "s.vemo", "coder.srt", "--session", "none")
    bad(cli, "import", "s.vemo", "coder.srt", "--recording", 9)
    assert "about P1 of analysis 1" in good(cli, "tracks", "s.vemo", "--tie", 1, "P1")
    assert "joy, sadness" in good(cli, "tracks", "s.vemo", "--session", "first")
    bad(cli, "tracks", "s.vemo", "--tie", 1, "P9")
    bad(cli, "tracks", "s.vemo", "--tie", "x", "P1")
    bad(cli, "tracks", "s.vemo", "--tie", 9, "P1")
    assert "file 1, track 1: SubRip cues" in good(cli, "list", "s.vemo")
    assert "about" not in good(cli, "tracks", "s.vemo", "--untie", 1)
    assert "about P1" in (good(cli, "undo", "s.vemo") + good(cli, "tracks", "s.vemo"))
    assert "NOT OK" not in good(cli, "verify", "s.vemo")
    assert "track 1" not in good(cli, "list", "s.vemo", "--take-back", "foreign_file", "1")


def test_an_offset_that_the_file_itself_names(cli, tmp_path):
    made(cli)
    with open_study(Path("s.vemo"), secret=PASSPHRASE, circumstances=circumstances()) as study:
        recorded(study, session="side")
    (tmp_path / "coded.eaf").write_text(EAF, encoding="utf-8")
    # The document's first recording begins at 1.5 s of it, side.mp4 at 0 s.
    assert "from -1.5 s" in good(cli, "import", "s.vemo", "coded.eaf", "--recording", 1)


def test_statistics_of_a_study(cli, tmp_path):
    with_analysis(cli, tmp_path)
    good(cli, "import", "s.vemo", "coder.srt", "--recording", 1)
    good(cli, "tracks", "s.vemo", "--tie", 1, "P1")
    for name, start, end in (("baseline", 0, 20), ("work", 30, 60)):
        good(cli, "events", "s.vemo", "--session", "first", "--phase", name, "--from", start, "--to", end)
    good(cli, "events", "s.vemo", "--session", "first", "--event", "door", "--at", 35)
    said = good(cli, "statistics", "s.vemo", "--phases", "--after", "door")
    for words in (
        "displayed, as the model reads it",
        "P1, whole session (0 to 60 s): 50.0 s of 60.0 s assessable (83%), 10.0 s not assessable",
        "happiness: 2 times (2 begun here), 20.0 s",
        "share of 50.0 s: 0.400",
        "work minus baseline, all, happiness: share -0.167",
        "work minus baseline, speaking: no figure",
        "after door at 35 s, happiness: onset after 5.00 s",
        "transitions: happiness to sadness 2",
        "looked for and not displayed: neutral, anger",
    ):
        assert words in said, words
    said = good(cli, "statistics", "s.vemo", "--source", "track:1", "--same", "joy=happiness")
    assert "as SubRip (track 1) says" in said
    assert "happiness: 4 times" in said
    assert "P2: nothing is said of this person" in said
    good(cli, "review", "s.vemo", 1, "S1", "--agree", "--rater", "anna")
    good(cli, "review", "s.vemo", 1, "S3", "--agree", "--rater", "anna")
    said = good(cli, "statistics", "s.vemo", "--agreement", "--same", "joy=happiness")
    assert "3 coders" in said
    assert "model and SubRip (track 1)\n  raw agreement: 0.800" in said
    for name in ("Cohen's kappa", "Fleiss' kappa", "Krippendorff's alpha", "Gwet's AC1", "F1 of segments", "ICC(A,1)"):
        assert name in said
    ((session,),) = [json.loads(good(cli, "statistics", "s.vemo", "--json", "--analysis", 1))]
    happy = session["found"]["people"][0]["phases"][0]["parts"][0]["labels"][0]
    assert happy["share"]["value"] == pytest.approx(0.4)
    assert "refused" in happy["mean_s"]["interval"]
    two = ("--source", "model", "--source", "rater:anna")
    (session,) = json.loads(good(cli, "statistics", "s.vemo", "--json", "--agreement", *two))
    assert session["found"][0]["coders"] == ["model", "anna"]
    bad(cli, "statistics", "s.vemo", *two)
    bad(cli, "statistics", "s.vemo", "--source", "everybody")
    bad(cli, "statistics", "s.vemo", "--same", "joy")
    bad(cli, "statistics", "s.vemo", "--after", "nothing")
    bad(cli, "statistics", "s.vemo", "--analysis", 9)
    good(cli, "review", "s.vemo", "--rater", "ben", "--blind")
    assert "rates blind" in bad(cli, "statistics", "s.vemo", "--who", "ben")


def test_statistics_of_an_empty_study(cli):
    made(cli)
    assert "Nothing is analysed" in bad(cli, "statistics", "s.vemo")


def test_every_action_of_the_issue_is_there():
    from core.commands import study_content, study_people, study_review, study_statistics, study_tracks

    names = {
        name
        for module in (study_file, study_content, study_review, study_people, study_tracks, study_statistics)
        for name, *_ in module.ACTIONS
    }
    asked = "create open add list review people events consent undo redo history backup restore verify delete"
    asked += " import tracks statistics"
    assert {*asked.split(), "export-json", "import-json"} <= names
