"""Taking files from a stick, and disks that are full or may not be written."""

import errno
import os
import shutil

import pytest

from core.errors import ModelError, UsageError
from core.models import Address, import_folder, locate
from core.models.store import path_of, writing
from core.progress import finish
from tests.core.models.serving import CONTENT, build_wheel, get, leftovers, make


def test_a_stick_gives_files_by_hash_and_out_of_packages(tmp_path):
    stick = tmp_path / "stick" / "deep" / "folder"
    stick.mkdir(parents=True)
    (stick / "renamed.dat").write_bytes(CONTENT)
    boxed = make(content=b"boxed" * 100, name="boxed", file="boxed.bin")
    build_wheel(stick, member="anything/else.bin", content=b"boxed" * 100)
    plain = make()
    absent = make(content=b"absent", name="absent", file="absent.bin")
    (stick / "absent.bin").write_bytes(b"other!")
    (stick / "broken.whl").write_bytes(b"PK\x03\x04 not a package")
    result = finish(import_folder(tmp_path / "stick", entries=[plain, boxed, absent]))
    assert {item.name for item in result.taken} == {"thing", "boxed"}
    assert result.looked_at == 4
    (refused,) = result.refused
    assert "absent.bin" in refused
    assert locate("thing", entries=[plain]).read_bytes() == CONTENT
    assert locate("boxed", entries=[boxed]).read_bytes() == b"boxed" * 100
    assert not path_of(absent).exists()
    again = finish(import_folder(tmp_path / "stick", entries=[plain, boxed]))
    assert (len(again.taken), len(again.already)) == (0, 2)
    assert leftovers(plain) == ["boxed.bin"]


def test_a_folder_that_is_none_is_told(tmp_path):
    with pytest.raises(UsageError, match="is not a folder"):
        finish(import_folder(tmp_path / "nowhere", entries=[make()]))


def test_a_home_that_cannot_be_written_is_told(tmp_path, monkeypatch, server):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("VIDEMO_HOME", str(tmp_path / "file" / "home"))
    with pytest.raises(ModelError, match="Nothing can be written to") as failure:
        get(make(Address(server.address)))
    assert "VIDEMO_HOME" in failure.value.remedy


def test_a_disk_without_room_is_told_before_anything_is_asked(own_home, server, monkeypatch):
    usage = shutil.disk_usage(own_home.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1_000_000))
    with pytest.raises(ModelError, match="only 1 MB are free"):
        get(make(Address(server.address)))
    assert server.ranges == []


@pytest.mark.parametrize(
    ("number", "says"), [(errno.ENOSPC, "is full"), (errno.EROFS, "Nothing can be written"), (errno.EACCES, "Nothing")]
)
def test_a_write_that_fails_is_a_sentence(tmp_path, number, says):
    with pytest.raises(ModelError, match=says), writing(tmp_path):
        raise OSError(number, os.strerror(number))
