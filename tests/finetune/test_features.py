"""Features come back bit for bit or not at all; what is good is never removed, and what a run asked for never makes
room for others."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from core.errors import OutputError
from core.progress import finish
from core.sealing import SealError
from core.vlm.backend import Plan
from finetune.features import CacheFullError, CacheLostError, FeatureStore, Shelf
from finetune.from_files import read_file
from finetune.prepare import Prepared, prepared
from finetune.recipe import Lora, Pictures
from finetune.trunk import Features, open_trunk
from finetune.world import World
from tests.tiny.clinic import Size, write

KEY = bytes(range(32))
SIZE = 4096
"""Bytes of a file of `features`, about."""


@pytest.fixture(params=[None, KEY], ids=["open", "sealed"])
def key(request):
    return request.param


def features(seed: int = 0, *, dtype: torch.dtype = torch.bfloat16, bytes_: int = SIZE) -> Features:
    generator = torch.Generator().manual_seed(seed)
    values = torch.randn(bytes_ // 16 // dtype.itemsize, 16, generator=generator).to(dtype)
    values[0, :3] = torch.tensor([float("nan"), float("-inf"), -0.0])
    return Features(values, (2, 8, 6), 1 / 3)


def bits(values: torch.Tensor) -> bytes:
    return values.contiguous().view(torch.uint8).numpy().tobytes()


def same(found: Features | None, given: Features) -> bool:
    return (
        found is not None
        and found.values.dtype == given.values.dtype
        and found.values.shape == given.values.shape
        and bits(found.values) == bits(given.values)
        and (found.grid, found.seconds_per_grid) == (given.grid, given.seconds_per_grid)
    )


def store(folder: Path, key: bytes | None = None, *, most: int = 1 << 30) -> FeatureStore:
    return FeatureStore(folder, most_bytes=most, key=key)


def kept(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def used_in_order(folder: Path, *names: str) -> None:
    """The first one was used longest ago."""
    for second, name in enumerate(names):
        os.utime(folder / f"{name}.features", (1_000_000 + second,) * 2)


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16, torch.float32])
def test_they_come_back_bit_for_bit(tmp_path, key, dtype):
    given = features(dtype=dtype)
    store(tmp_path, key).put("one", given)
    assert same(store(tmp_path, key).get("one"), given)
    turned = Features(given.values.T, given.grid, given.seconds_per_grid)
    store(tmp_path, key).put("turned", turned)
    assert same(store(tmp_path, key).get("turned"), turned)
    assert sorted(kept(tmp_path)) == ["one.features", "turned.features"]
    assert store(tmp_path, key).get("never") is None
    assert not store(tmp_path, key).has("never")


def test_nothing_of_a_sealed_one_lies_in_the_clear(tmp_path):
    given = features()
    store(tmp_path, KEY).put("one", given)
    (body,) = kept(tmp_path).values()
    assert bits(given.values)[:64] not in body
    assert b"seconds_per_grid" not in body


@pytest.mark.parametrize("damage", ["cut", "empty", "longer", "zeros"])
def test_a_spoilt_one_is_none_and_made_anew(tmp_path, key, damage):
    given = features()
    store(tmp_path, key).put("one", given)
    path = tmp_path / "one.features"
    body = path.read_bytes()
    path.write_bytes(
        {"cut": body[: len(body) // 2], "empty": b"", "longer": body + b"\0", "zeros": bytes(len(body))}[damage]
    )
    again = store(tmp_path, key)
    assert again.get("one") is None
    assert not again.has("one")
    again.put("one", given)
    assert same(again.get("one"), given)


def test_a_flipped_bit_is_noticed_wherever_it_lies(tmp_path, key):
    """In the head, in the values, in what is told beside them."""
    given = features(bytes_=256)
    store(tmp_path, key).put("one", given)
    path = tmp_path / "one.features"
    body = path.read_bytes()
    for place in range(len(body)):
        path.write_bytes(body[:place] + bytes([body[place] ^ 1]) + body[place + 1 :])
        assert store(tmp_path, key).get("one") is None, place
        assert not path.exists()


def test_one_under_another_key_is_none_and_made_anew(tmp_path):
    given = features()
    store(tmp_path, bytes(32)).put("one", given)
    assert store(tmp_path, KEY).get("one") is None
    store(tmp_path, KEY).put("one", given)
    assert same(store(tmp_path, KEY).get("one"), given)


def test_a_key_of_another_length_is_a_fault_and_no_reason_to_remove(tmp_path):
    store(tmp_path, KEY).put("one", features())
    with pytest.raises(ValueError, match="32 bytes"):
        store(tmp_path, b"short").get("one")
    assert store(tmp_path, KEY).has("one")


def test_a_disk_that_does_not_answer_is_a_sentence_and_the_file_stays(tmp_path, key, monkeypatch):
    given = features()
    store(tmp_path, key).put("one", given)

    def fails(path: Path) -> bytes:
        raise OSError(5, "Input/output error", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", fails)
        with pytest.raises(OutputError, match=r"cannot be read \(Input/output error\)"):
            store(tmp_path, key).get("one")
    assert same(store(tmp_path, key).get("one"), given)


def test_without_the_library_that_unseals_the_file_stays(tmp_path, monkeypatch):
    given = features()
    store(tmp_path, KEY).put("one", given)
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "cryptography.hazmat.primitives.ciphers.aead", None)
        with pytest.raises(SealError, match="the library cryptography is missing"):
            store(tmp_path, KEY).get("one")
    assert same(store(tmp_path, KEY).get("one"), given)


def test_what_was_used_longest_ago_goes_first(tmp_path, key):
    before = store(tmp_path, key)
    for name in ("a", "b", "c", "d"):
        before.put(name, features())
    size = (tmp_path / "a.features").stat().st_size
    used_in_order(tmp_path, "b", "d", "a", "c")
    assert store(tmp_path, key).get("b") is not None  # and with that it was used last
    store(tmp_path, key, most=4 * size).put("e", features())
    assert sorted(kept(tmp_path)) == ["a.features", "b.features", "c.features", "e.features"]
    store(tmp_path, key, most=4 * size).put("f", features(bytes_=SIZE * 2 - 600))
    assert sorted(kept(tmp_path)) == ["b.features", "e.features", "f.features"]


def test_nothing_goes_while_there_is_room(tmp_path, key):
    own = store(tmp_path, key, most=40 * SIZE)
    names = [f"{number:02}" for number in range(30)]
    for name in names:
        own.put(name, features())
    assert sorted(kept(tmp_path)) == [f"{name}.features" for name in names]


def test_what_other_runs_wrote_meanwhile_counts_when_the_room_is_used_up(tmp_path):
    one, two = store(tmp_path, most=10 * SIZE), store(tmp_path, most=10 * SIZE)
    for number in range(8):
        two.put(f"two{number}", features())
    used_in_order(tmp_path, *(f"two{number}" for number in range(8)))
    for number in range(6):
        one.put(f"one{number}", features())
    assert sum(map(len, kept(tmp_path).values())) <= 10 * SIZE
    assert all(one.has(f"one{number}") for number in range(6))
    assert two.has("two7")
    assert not two.has("two0")


def test_processes_that_share_a_run_use_no_more_than_there_is(tmp_path, monkeypatch):
    monkeypatch.setenv("WORLD_SIZE", "4")
    earlier = store(tmp_path)
    for number in range(30):
        earlier.put(f"earlier{number}", features())
    size = (tmp_path / "earlier0.features").stat().st_size
    four = [store(tmp_path, most=60 * size) for _ in range(4)]
    for number in range(12):  # all look through the folder while half of it is free
        for rank, each in enumerate(four):
            each.put(f"own{rank}-{number}", features())
            assert len(kept(tmp_path)) <= 60
    assert sum(name.startswith("own") for name in kept(tmp_path)) == 48


@pytest.mark.parametrize("how", ["needs", "get", "put", "shelf"])
def test_what_this_run_asked_for_never_goes(tmp_path, key, how):
    before = store(tmp_path, key)
    for name in ("a", "b"):
        before.put(name, features())
    size = (tmp_path / "a.features").stat().st_size
    own = store(tmp_path, key, most=2 * size)
    match how:
        case "needs":
            own.needs(["a"])
        case "get":
            own.get("a")
        case "put":
            own.put("a", features())
        case _:
            Shelf(own, ["a", "c"])
    used_in_order(tmp_path, "a", *(["b"] if own.has("b") else []))
    own.put("c", features())
    assert sorted(kept(tmp_path)) == ["a.features", "c.features"]
    with pytest.raises(CacheFullError, match=r"need more than the [0-9.e-]+ GB"):
        own.put("d", features())


def test_where_the_room_does_not_do_everything_stays_as_it_was(tmp_path, key):
    """Others' too: they would be removed for nothing."""
    before = store(tmp_path, key)
    for name in ("a", "b", "c"):
        before.put(name, features())
    own = store(tmp_path, key, most=3 * (tmp_path / "a.features").stat().st_size)
    own.needs(["a"])
    held = kept(tmp_path)
    with pytest.raises(CacheFullError):
        own.put("d", features(bytes_=3 * SIZE))
    assert kept(tmp_path) == held
    own.put("d", features())  # one of the size of the others still finds its place
    assert own.has("a")
    assert own.has("d")


def test_a_write_that_fails_leaves_no_half_file(tmp_path, key, monkeypatch):
    given = features()
    own = store(tmp_path, key)
    own.put("one", given)
    held = kept(tmp_path)
    real = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        real(path, data[: len(data) // 2])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        for name in ("one", "two"):
            with pytest.raises(OSError, match="No space left"):
                own.put(name, features(1))
    assert kept(tmp_path) == held
    own.put("two", given)
    assert same(own.get("two"), given)


WRITES_ON = """
import sys
from pathlib import Path
from tests.finetune.test_features import features, store

def stay(path, data):
    path.open("wb").write(data[:100])
    print(path.name, flush=True)
    sys.stdin.read()

Path.write_bytes = stay
store(Path(sys.argv[1])).put("one", features())
"""
ROOT = Path(__file__).resolve().parents[2]


def test_what_a_killed_process_left_half_written_goes_and_what_a_living_one_writes_stays(tmp_path):
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITES_ON, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with writer:
        assert writer.stdout is not None
        part = writer.stdout.readline().strip()
        own = store(tmp_path)
        assert part in kept(tmp_path)
        writer.kill()
        writer.wait()
        assert part in kept(tmp_path)
        own.put("two", features())
        assert part in kept(tmp_path), "looked for when a store is opened, not at every clip"
        store(tmp_path)
    assert sorted(kept(tmp_path)) == ["two.features"]


class CountingStore(FeatureStore):
    """Tells what was read from the disk."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, most_bytes=1 << 30, key=None)
        self.read: list[str] = []

    def get(self, name: str) -> Features | None:
        self.read.append(name)
        return super().get(name)


def test_a_shelf_holds_what_was_wanted_last(tmp_path):
    own = CountingStore(tmp_path)
    given = {name: features(seed) for seed, name in enumerate("abc")}
    for name, one in given.items():
        own.put(name, one)
    shelf = Shelf(own, given, most_held=2)
    for name in "abababcbca":
        assert same(shelf[name], given[name])
    # c drove out a, as b was wanted after it; and a, in the end, b.
    assert own.read == ["a", "b", "c", "a"]
    assert same(shelf["b"], given["b"])
    assert own.read[4:] == ["b"]


def test_a_shelf_knows_its_names_alone_and_what_it_was_given(tmp_path):
    own = CountingStore(tmp_path)
    shelf = Shelf(own, ["a", "b"])
    assert set(shelf) == {"a", "b"}
    assert len(shelf) == 2
    assert "a" in shelf
    assert "c" not in shelf
    assert shelf.find("a") is None
    shelf.add("a", given := features())
    assert shelf["a"] is given
    assert same(store(tmp_path).get("a"), given)
    assert own.read == ["a"]
    for call in (lambda: shelf["c"], lambda: shelf.find("c"), lambda: shelf.add("c", given)):
        with pytest.raises(KeyError, match="c"):
            call()
    assert not own.has("c")


def test_what_is_lost_while_a_run_learns_is_a_sentence(tmp_path, key):
    own = store(tmp_path, key)
    for name in ("gone", "spoilt"):
        own.put(name, features())
    shelf = Shelf(own, ["gone", "spoilt"])
    (tmp_path / "gone.features").unlink()
    (tmp_path / "spoilt.features").write_bytes(b"rubbish")
    for name in ("gone", "spoilt"):
        with pytest.raises(CacheLostError, match="removed or spoilt") as caught:
            shelf[name]
        assert "Resume the run" in caught.value.remedy


def test_before_a_run_each_file_is_read_once_and_what_is_made_not_at_all(tmp_path, untaught_model):
    examples = finish(read_file(write(tmp_path / "clinic", Size(people=2, clips=2))))
    plan = Plan("transformers", untaught_model, precision="fp32", device="cpu")
    vision = Pictures(most_frames=4, smallest_pixels=112 * 112, largest_pixels=2 * 112 * 112).vision
    trunk = finish(open_trunk(plan, lora=Lora(rank=4, alpha=8), seed=7))

    def ready(own: FeatureStore) -> Prepared:
        return finish(prepared(trunk, examples, vision=vision, store=own, world=World()))

    first = CountingStore(tmp_path / "features")
    made = ready(first)
    assert len(made.features) == 4
    assert sorted(first.read) == sorted(made.features), "looked for, and then at hand"
    (spoilt, *_) = (tmp_path / "features").iterdir()
    spoilt.write_bytes(b"rubbish")
    second = CountingStore(tmp_path / "features")
    again = ready(second)
    assert sorted(second.read) == sorted(made.features)
    assert trunk.passes == 5
    assert [one and one.key for one in again.book.shown] == [one and one.key for one in made.book.shown]
    assert all(same(again.features[name], made.features[name]) for name in made.features)
    assert [len(one.prefix) for one in again.book.conversations] == [len(one.prefix) for one in made.book.conversations]
