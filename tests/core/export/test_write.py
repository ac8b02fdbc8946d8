import errno
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from core.errors import OutputError
from core.export import write
from core.export.write import write_outputs

NAMES = set(write.FILES)


def test_five_files_and_nothing_else_in_a_folder_of_any_name(tmp_path, analysis):
    out = tmp_path / "会 谈 😀" / "zweite Sitzung"
    files = write_outputs(analysis, out=out, key_frames={})
    assert {path.name for path in files} == NAMES
    assert all(path.is_file() for path in files)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    assert set(before) == NAMES
    write_outputs(analysis, out=out, key_frames={})
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_a_file_in_the_folders_place(tmp_path, analysis):
    place = tmp_path / "out"
    place.write_text("mine")
    for out in (place, place / "deeper"):
        with pytest.raises(OutputError) as caught:
            write_outputs(analysis, out=out, key_frames={})
        assert str(out) in caught.value.problem
        assert caught.value.remedy
    assert place.read_text() == "mine"


def test_a_folder_in_a_files_place_leaves_no_parts(tmp_path, analysis):
    (tmp_path / "segments.csv").mkdir()
    (tmp_path / "segments.csv" / "keep").touch()
    with pytest.raises(OutputError):
        write_outputs(analysis, out=tmp_path, key_frames={})
    assert [path.name for path in tmp_path.iterdir()] == ["segments.csv"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder(tmp_path, analysis):
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="cannot be written"):
        write_outputs(analysis, out=tmp_path, key_frames={})
    tmp_path.chmod(0o700)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("after", [0, 2])
def test_a_failing_disk_leaves_the_old_files_and_no_parts(tmp_path, analysis, monkeypatch, number, after):
    for name in NAMES:
        (tmp_path / name).write_text("old")
    calls = iter(range(9))

    def fsync(_descriptor):
        if next(calls) >= after:
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(write.os, "fsync", fsync)
    with pytest.raises(OutputError) as caught:
        write_outputs(analysis, out=tmp_path, key_frames={})
    assert str(tmp_path) in caught.value.problem
    assert ("space" in caught.value.remedy) == (number == errno.ENOSPC)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == dict.fromkeys(NAMES, "old")


def test_a_new_folder_goes_again_when_nothing_could_be_written(tmp_path, analysis, monkeypatch):
    def fsync(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(write.os, "fsync", fsync)
    with pytest.raises(OutputError):
        write_outputs(analysis, out=tmp_path / "new", key_frames={})
    assert list(tmp_path.iterdir()) == []


def test_a_fault_while_a_file_is_made_leaves_no_parts(tmp_path, analysis, monkeypatch):
    def halfway(_people):
        yield b"person"
        raise LookupError("a fault")

    monkeypatch.setattr(write, "measurements_csv", halfway)
    with pytest.raises(LookupError):
        write_outputs(analysis, out=tmp_path / "new", key_frames={})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="limits file sizes the Linux way")
def test_a_full_disk_for_real(tmp_path):
    """The operating system itself stops the write in the middle of a file."""
    code = f"""
    import resource, signal, sys
    from pathlib import Path
    from types import SimpleNamespace
    from core.errors import OutputError
    from core.export import write
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    write.json_pieces = lambda analysis: [b"x" * 90_000]
    write.segment_documents = lambda analysis: []
    write.timeline_png = lambda analysis: b"png"
    write.report_html = lambda analysis, **_: [b"html"]
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
    try:
        write.write_outputs(SimpleNamespace(people=()), out=Path({str(tmp_path)!r}), key_frames={{}})
    except OutputError as error:
        sys.exit(0 if "space" in error.remedy else 3)
    sys.exit(4)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=False, cwd=Path.cwd())
    assert done.returncode == 0
    assert list(tmp_path.iterdir()) == []
