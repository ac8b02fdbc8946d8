"""`videmo open`: the window is a process of its own; what is missing is a sentence."""

import importlib.util
import subprocess
import sys

import pytest

from core.__main__ import main


@pytest.fixture
def started(monkeypatch):
    calls = []

    def run(command, **_):
        calls.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr("core.commands.open.subprocess.run", run)
    return calls


def test_it_starts_the_window_with_the_study(started, tmp_path, monkeypatch):
    (tmp_path / "clinic.vemo").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    assert main(["open", "clinic.vemo"]) == 0
    assert started == [[sys.executable, "-m", "app", str(tmp_path / "clinic.vemo")]]


def test_it_starts_the_window_on_the_example(started):
    assert main(["open", "--example"]) == 0
    assert started == [[sys.executable, "-m", "app", "--example"]]


def test_a_study_that_is_not_there_is_said_before_anything_starts(started, tmp_path, capsys):
    assert main(["open", str(tmp_path / "gone.vemo")]) == 2
    assert "There is no study" in capsys.readouterr().err
    assert not started


def test_without_the_extra_it_says_what_to_install(started, monkeypatch, capsys):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert main(["open"]) == 2
    said = capsys.readouterr().err
    assert "PySide6" in said
    assert "videmo-studio[window]" in said
    assert not started


@pytest.mark.usefixtures("own_home")
def test_check_speaks_json_to_other_programs(capsys):
    import json

    assert main(["check", "--json"]) == 1, "there is no model in this home"
    looks = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [look["what"] for look in looks] == ["libraries", "computer", "analyst", "analyst", "trial"]
    assert [look["fine"] for look in looks] == [True, True, False, True, False]
