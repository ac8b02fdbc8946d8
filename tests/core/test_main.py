"""The command line: what it loads, what it says when something fails, and how it shows progress."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

import core.__main__ as command
from core import __version__
from core.commands.progress_bar import duration, show
from core.errors import FootageError
from core.progress import Progress

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("mediapipe", "torch", "transformers", "PySide6", "av", "matplotlib", "PIL", "ai_edge_litert", "socket", "ssl")


def python(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "statement",
    [
        "import core.records",
        "import core.__main__; core.__main__.main(['--help'])",
        "import core.__main__; core.__main__.main(['--version'])",
        "import core.__main__; core.__main__.main(['models', 'list'])",
    ],
)
def test_light_commands_load_nothing_heavy(statement):
    question = f"import sys; {statement}; print('loaded:', *[n for n in {HEAVY!r} if n in sys.modules])"
    done = python("-c", question)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].strip() == "loaded:"


def test_help_stands_without_numpy():
    done = python("-c", "import sys; from core.__main__ import main; main(['--help']); print('numpy' in sys.modules)")
    assert done.stdout.splitlines()[-1] == "False"


def test_version_and_help(capsys):
    assert command.main(["--version"]) == 0
    assert __version__ in capsys.readouterr().out
    assert command.main(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(f"    {verb.name}" in said and verb.help.split()[0] in said for verb in command.VERBS)
    assert "not for diagnosis" in " ".join(said.split())
    assert command.main([]) == 0


@pytest.mark.parametrize("words", [["dance"], ["models", "dance"], ["models", "list", "--loud"], ["models"]])
def test_a_wrong_argument_is_exit_code_2(words, capsys):
    assert command.main(words) == 2
    assert "usage: videmo" in capsys.readouterr().err


class Verb:
    """A verb that does what it is told."""

    def __init__(self, does):
        self.does = does

    def add_arguments(self, parser):
        pass

    def run(self, _):
        return self.does()


@pytest.fixture
def verb(monkeypatch):
    def set_verb(does):
        monkeypatch.setattr(command, "_load", lambda _: Verb(does))

    return set_verb


def fail(failure):
    raise failure


def test_an_expected_failure_is_two_lines(verb, capsys):
    verb(lambda: fail(FootageError("There is no picture in it.", remedy="Choose a video.")))
    assert command.main(["models"]) == 2
    assert capsys.readouterr().err == "videmo: There is no picture in it.\nWhat to do: Choose a video.\n"


def test_an_interrupt_is_one_sentence(verb, capsys):
    verb(lambda: fail(KeyboardInterrupt()))
    assert command.main(["models"]) == 130
    assert capsys.readouterr().err.strip().startswith("videmo: stopped")


def test_a_fault_keeps_its_traceback_and_says_that_nothing_was_sent(verb, capsys):
    verb(lambda: fail(ZeroDivisionError("the marker")))
    assert command.main(["models"]) == 70
    said = capsys.readouterr().err
    assert all(words in said for words in ("Traceback", "the marker", "Nothing was sent", __version__))


def test_the_exit_code_is_the_verbs(verb):
    verb(lambda: 5)
    assert command.main(["models"]) == 5


@pytest.mark.skipif(os.name == "nt", reason="the shell's pipe is tried on POSIX systems")
def test_a_reader_that_goes_away_is_no_failure(own_home):
    script = f"{sys.executable} -m core models list | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode in (0, 141), "0 where the list was written before the reader left"
    assert not own_home.exists()


# `videmo models`


def test_models_verify_says_what_is_missing_and_how_to_mend_it(own_home, capsys):
    assert command.main(["models", "verify"]) == 0
    said = capsys.readouterr().out
    assert "face-landmarker: not here (videmo models fetch face-landmarker)" in said
    assert command.main(["models", "verify", "sample"]) == 1
    folder = own_home / "models"
    folder.mkdir(parents=True)
    (folder / "face_landmarker.task").write_bytes(b"something else")
    assert command.main(["models", "verify"]) == 1
    said = capsys.readouterr().out
    assert "face-landmarker: WRONG FILE" in said
    assert "mend it: videmo models fetch face-landmarker" in said


def test_models_import_takes_from_a_folder(own_home, tmp_path, capsys, expression_model):
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "any name").write_bytes(expression_model.read_bytes())
    assert command.main(["models", "import", str(stick)]) == 0
    said = capsys.readouterr().out
    assert "expression-network: taken" in said
    assert "sample: not in that folder" in said
    assert (own_home / "models" / expression_model.name).read_bytes() == expression_model.read_bytes()
    empty = tmp_path / "empty"
    empty.mkdir()
    assert command.main(["models", "import", str(empty)]) == 1


@pytest.mark.usefixtures("own_home")
@pytest.mark.parametrize("words", [[], ["sample", "--all"], ["nothing-of-the-kind"]])
def test_models_fetch_asks_what_is_meant(words, capsys):
    assert command.main(["models", "fetch", *words]) == 2
    assert "What to do:" in capsys.readouterr().err


# The progress bar


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


class Terminal(io.StringIO):
    def isatty(self):
        return True


def steps(clock, *, count=10, seconds=4.0, closed=None):
    try:
        for number in range(count + 1):
            yield Progress("looking for faces", number, count, "s of video")
            clock.now += seconds
    finally:
        if closed is not None:
            closed.append(clock.now)
    return "the result"


def test_a_log_gets_a_line_every_ten_seconds_with_the_time_left():
    clock, log = Clock(), io.StringIO()
    assert show(steps(clock), stream=log, clock=clock) == "the result"
    lines = log.getvalue().splitlines()
    assert lines[0] == "looking for faces: 30%, 3.0 of 10.0 s of video, 28 s left"
    assert len(lines) == 3
    assert "\r" not in log.getvalue()


@pytest.mark.parametrize(
    ("columns", "bar"), [(100, "[############............]"), (80, "looking for faces [########"), (60, "faces  50%")]
)
def test_a_terminal_has_one_line_that_is_cleared_in_the_end(monkeypatch, columns, bar):
    monkeypatch.setenv("COLUMNS", str(columns))
    clock, screen = Clock(), Terminal()
    show(steps(clock), stream=screen, clock=clock)
    drawn = screen.getvalue()
    assert "\n" not in drawn
    assert bar in drawn
    assert "50% 5.0 of 10.0 s of video, 20 s left" in drawn
    assert max(len(line) for line in drawn.split("\r")) < columns
    assert drawn.endswith("\r")
    assert drawn.split("\r")[-2].strip() == ""


def test_a_stage_without_a_known_end_shows_a_count():
    clock, screen = Clock(), Terminal()

    def counting():
        yield Progress("looking through the folder", 7, 0, "files")

    show(counting(), stream=screen, clock=clock)
    assert "looking through the folder: 7 files" in screen.getvalue()


def test_an_interrupt_closes_the_stage_first():
    clock, closed = Clock(), []

    def stops(_):
        raise KeyboardInterrupt

    screen = Terminal()
    screen.write = stops
    stage = steps(clock, closed=closed)
    with pytest.raises(KeyboardInterrupt):
        show(stage, stream=screen, clock=clock)
    assert closed == [0.0]


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 s"), (59.4, "59 s"), (59.6, "1 min 00 s"), (200, "3 min 20 s"), (3900, "1 h 05 min")]
)
def test_times_are_for_people(seconds, words):
    assert duration(seconds) == words
