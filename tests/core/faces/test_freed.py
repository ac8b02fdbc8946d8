"""Idle memory goes back to the system."""

import platform
import resource
from pathlib import Path

import pytest

from core.faces import freed
from core.faces.freed import give_back


def resident_mib() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="asks how much glibc keeps")
def test_what_lies_between_blocks_in_use_is_given_back():
    blocks = [bytes(60_000) if number % 16 else b"x" * 60_000 for number in range(2048)]
    full = resident_mib()
    blocks = [block for block in blocks if block[:1] == b"x"]
    give_back()
    assert len(blocks) == 128
    assert resident_mib() < full - 60


def test_another_c_library_is_left_alone(monkeypatch):
    monkeypatch.setattr(freed.platform, "libc_ver", lambda: ("", ""))
    monkeypatch.setattr(freed.ctypes, "CDLL", lambda _name: pytest.fail("a foreign C library was called"))
    give_back()
