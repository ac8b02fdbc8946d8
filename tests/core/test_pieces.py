"""Finished pieces below an output folder."""

import errno
from pathlib import Path

import pytest

from core.errors import OutputError
from core.pieces import UNFINISHED, FolderPieces


def test_pieces_are_there_for_the_same_job_alone(tmp_path):
    first = FolderPieces(tmp_path)
    assert first.begin("k1", resume=True) == ()
    first.add(0, b"zero")
    first.add(10, b"ten")
    first.add(10, b"ten again")
    again = FolderPieces(tmp_path)
    assert again.begin("k1", resume=True) == (0, 10)
    assert (again.read(0), again.read(10)) == (b"zero", b"ten again")
    assert FolderPieces(tmp_path).begin("k2", resume=True) == ()
    assert FolderPieces(tmp_path).begin("k1", resume=True) == ()  # another job took the place
    first.add(1, b"one")
    assert FolderPieces(tmp_path).begin("k1", resume=False) == ()
    first.clear()
    assert not list(tmp_path.iterdir())


def test_a_full_disk_is_said_and_no_half_piece_stays(tmp_path, monkeypatch):
    pieces = FolderPieces(tmp_path)
    pieces.begin("k", resume=False)
    pieces.add(0, b"zero")

    def full(_: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, f"No space left on device for {target}")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        with pytest.raises(OutputError, match="No space left"):
            pieces.add(1, b"one")
    assert [path.name for path in (tmp_path / UNFINISHED).rglob("*") if path.is_file()] == ["0.piece"]
    assert FolderPieces(tmp_path).begin("k", resume=True) == (0,)


def test_a_file_in_the_way_is_said(tmp_path):
    (tmp_path / UNFINISHED).write_text("mine")
    with pytest.raises(OutputError, match="cannot be kept"):
        FolderPieces(tmp_path).begin("k", resume=False)
    assert (tmp_path / UNFINISHED).read_text() == "mine"
