"""Checkpoints survive being killed, cut off, flipped and a full disk: what was promised is there, whole."""

import errno
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
import torch
from safetensors.torch import save

from core.errors import OutputError
from core.sealing import SealError
from finetune.checkpoint import MANIFEST, STATE, TENSORS, CheckpointError, Checkpoints, must_belong
from finetune.workspace import Workspace
from tests.finetune.saving import KEY, tensors

ROOT = Path(__file__).resolve().parents[2]
SECRET = "depressed lip corners of person seven"
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="victims are forks")


@pytest.fixture(params=[None, KEY], ids=["open", "sealed"])
def key(request):
    return request.param


@pytest.fixture
def workspace(tmp_path, key):
    return Workspace(tmp_path / "run", key)


def killed(*arguments: object, key: bytes | None) -> list[int]:
    words = [str(one) for one in arguments] + (["sealed"] if key else [])
    done = subprocess.run(
        [sys.executable, "-m", "tests.finetune.saving", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return [int(word) for word in done.stdout.split()]


@forks
def test_killed_at_random_moments_nothing_promised_is_lost(tmp_path, key):
    step, inside = killed("moments", tmp_path, 30, 1, key=key)
    # How many depends on what else the computer does; every single change of the files is met further below.
    assert step >= 1
    assert inside >= 1, "a moment must fall into saving"


@pytest.mark.slow
@forks
@pytest.mark.parametrize("seed", range(10))
def test_killed_at_many_random_moments(tmp_path, key, seed):
    step, inside = killed("moments", tmp_path, 200, seed, key=key)
    assert step > 5
    assert inside > 5


@forks
def test_killed_before_every_change_of_the_file_system(tmp_path, key):
    (places,) = killed("steps", tmp_path, 100, key=key)
    assert places > 8


def test_what_is_kept_comes_back_bit_for_bit(workspace):
    given = {
        "nan": torch.tensor([float("nan"), float("-inf"), -0.0]),
        "half": torch.arange(7, dtype=torch.bfloat16),
        "bytes": torch.arange(256, dtype=torch.uint8),
        "turned": torch.arange(6.0).reshape(2, 3).T,
        "none": torch.zeros(0, 4),
        "learned": torch.nn.Parameter(torch.ones(2)),
        "whole": torch.tensor(2**62),
    }
    state = {"rng": [2**64 + 1, 0.1, None], "best": float("inf"), "stage": "emotion"}
    Checkpoints(workspace, keep=2).save(7, given, state)
    found = Checkpoints(workspace, keep=2).newest()
    assert found is not None
    assert found.step == 7
    assert found.state == state
    assert set(found.tensors) == set(given)
    for name, value in given.items():
        assert found.tensors[name].dtype == value.dtype
        assert save({name: found.tensors[name]}) == save({name: value.detach().contiguous()})


def test_nothing_kept_is_none(workspace):
    assert Checkpoints(workspace, keep=2).newest() is None
    assert Checkpoints(workspace, keep=2).best() is None
    assert Checkpoints(workspace, keep=2).steps() == ()


def test_the_newest_and_the_best_stay(workspace):
    kept = Checkpoints(workspace, keep=2)
    for step in range(1, 7):
        kept.save(step, tensors(step, 10), {"step": step}, best=step in (1, 2))
    assert kept.steps() == (6, 5, 2)
    best = kept.best()
    assert best is not None
    assert best.step == 2
    assert len(list((workspace.root / "checkpoints").iterdir())) == 3


def newest_folder(workspace) -> Path:
    return max((workspace.root / "checkpoints").iterdir())


@pytest.mark.parametrize("file", [TENSORS, STATE, MANIFEST])
@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "gone", "longer"])
def test_a_damaged_one_is_passed_over_for_the_next_older(workspace, file, damage):
    kept = Checkpoints(workspace, keep=3)
    for step in (1, 2, 3):
        kept.save(step, tensors(step, 100), {"step": step})
    path = newest_folder(workspace) / file
    data = bytearray(path.read_bytes())
    if damage == "flipped":
        # Of the manifest a digit of a hash, as a flipped bracket is plainer to see.
        place = data.index(b'sha256": "') + 12 if file == MANIFEST else len(data) // 2
        data[place] = ord("0") if data[place] != ord("0") else ord("1")
    changed = {"cut": data[: len(data) // 2], "empty": b"", "longer": data + b"\0"}.get(damage, data)
    path.unlink() if damage == "gone" else path.write_bytes(changed)
    again = Checkpoints(workspace, keep=3)
    found = again.newest()
    assert found is not None
    assert found.step == 2
    assert len(found.passed_over) == 1
    assert "step 3 is damaged" in found.passed_over[0]
    # Going on, the damaged one makes room and takes none of the places of whole ones.
    again.save(4, tensors(4, 100), {"step": 4})
    assert again.steps() == (4, 2, 1)


def test_what_is_kept_after_an_older_one_was_gone_on_from_is_the_newest(workspace):
    kept = Checkpoints(workspace, keep=3)
    for step in (10, 20):
        kept.save(step, tensors(step, 10), {"step": step})
    (newest_folder(workspace) / STATE).unlink()
    again = Checkpoints(workspace, keep=3)
    assert again.newest().step == 10  # type: ignore[union-attr]
    again.save(15, tensors(15, 10), {"step": 15})
    assert Checkpoints(workspace, keep=3).newest().step == 15  # type: ignore[union-attr]


def test_where_none_is_whole_it_is_said_and_nothing_begins_anew(workspace):
    kept = Checkpoints(workspace, keep=2)
    for step in (1, 2):
        kept.save(step, tensors(step, 10), {"step": step})
        (newest_folder(workspace) / MANIFEST).unlink()
    with pytest.raises(CheckpointError, match="None of the 2 checkpoints"):
        kept.newest()


@pytest.mark.parametrize(("what", "told"), [("recipe", "another recipe"), ("data", "another data set"),
                                            ("base", "another base model")])  # fmt: skip
def test_one_of_another_recipe_data_set_or_base_is_refused(workspace, what, told):
    digests = {"recipe": "r", "data": "d", "base": "b"}
    kept = Checkpoints(workspace, keep=2)
    kept.save(1, tensors(1, 10), digests)
    saved = kept.newest()
    assert saved is not None
    must_belong(saved, **digests)
    with pytest.raises(CheckpointError, match=told):
        must_belong(saved, **digests | {what: "x"})


def test_sealed_ones_hold_nothing_in_the_clear_and_need_their_key(tmp_path):
    sealed = Workspace(tmp_path, KEY)
    Checkpoints(sealed, keep=2).save(1, {"a": torch.frombuffer(bytearray(SECRET.encode()), dtype=torch.uint8)},
                                     {"said": SECRET})  # fmt: skip
    sealed.write("recipe.toml", SECRET.encode())
    for path in tmp_path.rglob("*"):
        assert path.is_dir() or b"lip" not in path.read_bytes(), path
    for key in (None, bytes(32)):
        with pytest.raises(SealError):
            Checkpoints(Workspace(tmp_path, key), keep=2).newest()
        with pytest.raises(SealError):
            Workspace(tmp_path, key).read("recipe.toml")
    assert sealed.read("recipe.toml") == SECRET.encode()


@contextmanager
def small_disk(folder: Path):
    """A disk of 1 MB, or None where this process may not have one."""
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True,
                             check=False) if shutil.which("mount") and sys.platform == "linux" else None  # fmt: skip
    if mounted is None or mounted.returncode:
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_a_sentence_and_older_ones_stay(tmp_path, key, monkeypatch):
    with small_disk(tmp_path / "disk") as disk:
        workspace = Workspace(disk or tmp_path / "run", key)
        kept = Checkpoints(workspace, keep=2)
        kept.save(1, tensors(1, 50_000), {"step": 1})
        workspace.write("note", b"first")
        if disk is None:  # where no small disk can be had, the write itself fails half way
            real = os.fsync

            def full(handle: int) -> None:
                if os.fstat(handle).st_size > 500_000:
                    raise OSError(errno.ENOSPC, "No space left on device")
                real(handle)

            monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(OutputError, match="The disk is full: the checkpoint of step 2 was not kept") as caught:
            kept.save(2, tensors(2, 400_000), {"step": 2})
        assert "Free some space" in caught.value.remedy
        with pytest.raises(OutputError, match="The disk is full: note was not kept"):
            workspace.write("note", bytes(2_000_000))
        assert workspace.read("note") == b"first"
        assert not [path for path in workspace.root.rglob(".unfinished-*")]
        found = kept.newest()
        assert found is not None
        assert found.step == 1
        assert torch.equal(found.tensors["a"], tensors(1, 50_000)["a"])
        kept.save(3, tensors(3, 50_000), {"step": 3})
        assert kept.steps() == (3, 1)


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path):
    (tmp_path / "run").write_text("a file stands where the folder would be")
    with pytest.raises(OutputError, match="cannot be written"):
        Checkpoints(Workspace(tmp_path / "run", None), keep=2).save(1, tensors(1, 10), {})
    with pytest.raises(OutputError, match="cannot be read"):
        Workspace(tmp_path, None).read("nothing")


@pytest.mark.skipif(sys.platform != "linux", reason="names of open files are read from /proc")
def test_everything_has_reached_the_disk_before_it_gets_its_name(workspace, monkeypatch):
    """A power cut may lose what was not waited for: at the rename every file and the folder were."""
    waited: set[str] = set()
    renamed: list[str] = []
    real_fsync, real_rename, real_replace = os.fsync, Path.rename, Path.replace

    def fsync(handle: int) -> None:
        real_fsync(handle)
        waited.add(str(Path(f"/proc/self/fd/{handle}").readlink()))

    def moved(path: Path, target: Path) -> None:
        if Path(target).name.startswith(".unfinished-"):  # taken away
            return
        inside = [str(one) for one in path.rglob("*")] if path.is_dir() else []
        assert {str(path), *inside} <= waited, "given its name before the disk had it"
        renamed.append(str(target))
        waited.discard(str(path.parent))

    def rename(path: Path, target: Path) -> Path:
        moved(path, target)
        return real_rename(path, target)

    def replace(path: Path, target: Path) -> Path:
        moved(path, target)
        return real_replace(path, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "rename", rename)
    monkeypatch.setattr(Path, "replace", replace)
    kept = Checkpoints(workspace, keep=1)
    for step in (1, 2):
        kept.save(step, tensors(step, 1000), {"step": step})
    workspace.write("features/one", b"x")
    assert len(renamed) == 3
    for target in renamed:
        assert str(Path(target).parent) in waited, "the folder's entry was not waited for"


def test_what_a_crash_left_half_written_is_swept(workspace):
    workspace.write("features/one", b"x")
    (workspace.root / "features/.unfinished-1a-two").write_bytes(b"half")
    workspace.sweep()
    assert [path.name for path in workspace.folder("features").iterdir()] == ["one"]
    assert workspace.exists("features/one")
