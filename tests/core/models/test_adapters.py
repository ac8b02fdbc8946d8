"""The registry of adapters: whole or not at all, verified, sealed where the study is, and found after a withdrawal."""

import json
from dataclasses import replace

import pytest

from core.errors import ModelError, UsageError
from core.models import adapters
from core.models.adapters import About, Base, Lineage, add, affected_by, find, lineage_of, named, remove, rename
from core.models.adopted import adopt, adopted, roll_back, steps
from core.progress import finish
from core.sealing import SealError

BASE = Base("videmo-3b", "d" * 64, "m" * 64)
ABOUT = About(BASE, "r" * 64, "e" * 64, "study-1", {"mean": {"before": 0.3, "after": 0.5}}, True, ("Better.",))
KEY = bytes(range(32))
WEIGHTS = b"weights of a person's face " * 100
LINEAGE = Lineage(("C-014",), (1, 2), (7,), ("session one",))
pytestmark = pytest.mark.usefixtures("own_home")


def grown(name="clinic", *, key=None, about=ABOUT, lineage=LINEAGE, weights=WEIGHTS):
    return add(name, config={"peft_type": "LORA", "r": 4}, weights=weights, about=about, lineage=lineage, key=key)


def everything_on_disk():
    return b"".join(path.read_bytes() for path in adapters.adapters_folder().rglob("*") if path.is_file())


@pytest.mark.parametrize("key", [None, KEY])
def test_what_is_added_is_found_again(key):
    made = grown(key=key)
    found = finish(find("clinic"))
    assert found == made
    assert found.about == ABOUT
    assert lineage_of(found, key=key) == LINEAGE
    assert adapters.opened(adapters.weights_place(found.folder), key=key) == WEIGHTS
    assert [one.name for one in adapters.adapters()] == ["clinic"]


def test_a_sealed_adapter_shows_nobody_and_no_weights():
    sealed = grown(key=KEY)
    on_disk = everything_on_disk()
    assert b"C-014" not in on_disk
    assert WEIGHTS[:40] not in on_disk
    for key in (None, bytes(32)):
        with pytest.raises(SealError):
            lineage_of(sealed, key=key)
    grown("open")
    assert b"C-014" in everything_on_disk(), "the search finds what is not sealed"


@pytest.mark.parametrize("name", ["adapter_config.json", "adapter_model.safetensors", "lineage.json"])
def test_a_changed_or_lost_file_is_refused(name):
    path = grown().folder / name
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(ModelError, match="not the file that was taken in"):
        finish(find("clinic"))
    path.unlink()
    with pytest.raises(ModelError, match="missing"):
        finish(find("clinic"))


def test_a_name_is_taken_once_and_never_by_a_crash(monkeypatch):
    grown()
    with pytest.raises(UsageError, match="already"):
        grown()

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(adapters, "sync", full)
    with pytest.raises(ModelError, match="full"):
        grown("second")
    assert [path.name for path in adapters.adapters_folder().iterdir()] == ["clinic"]


@pytest.mark.parametrize("name", ["none", "adopted", "../up", "Large", ""])
def test_names_that_mean_something_else_or_nothing(name):
    with pytest.raises(UsageError, match="cannot be called"):
        grown(name)


def test_a_manifest_that_is_none_is_passed_over_and_explained():
    folder = grown().folder
    (folder / "adapter.json").write_text(json.dumps({"format": 99}))
    assert adapters.adapters() == ()
    with pytest.raises(ModelError, match="cannot be read"):
        named("clinic")
    with pytest.raises(ModelError, match="Adapters that are here: none"):
        named("other")


def test_removing_and_renaming():
    made = grown()
    rename("clinic", to="clinic-b")
    assert finish(find("clinic-b")).digest == made.digest
    grown("other")
    with pytest.raises(UsageError, match="already"):
        rename("other", to="clinic-b")
    assert remove("clinic-b") == made.bytes
    assert [one.name for one in adapters.adapters()] == ["other"]


def test_a_withdrawal_finds_who_learned_and_what_was_made_from_it():
    first = grown("first", key=KEY)
    grown("untouched", key=KEY, lineage=replace(LINEAGE, consents=(8,)), weights=b"b")
    grown("elsewhere", about=replace(ABOUT, study="study-2"), weights=b"c")
    child = grown("child", about=replace(ABOUT, study="", parent="first", parent_digest=first.digest), weights=b"d")
    grown("grandchild", about=replace(ABOUT, study="", parent="child", parent_digest=child.digest), weights=b"e")

    def names(**asked):
        return [one.name for one in affected_by(study="study-1", key=KEY, **asked)]

    assert names(consents=[7], session=None) == ["child", "first", "grandchild"]
    assert names(consents=[7], session=2) == ["child", "first", "grandchild"]
    assert names(consents=[7], session=3) == []
    assert names(consents=[9], session=None) == []
    unopened = affected_by(study="study-1", consents=[9], session=None, key=bytes(32))
    assert [one.name for one in unopened] == ["child", "first", "grandchild", "untouched"]


def test_adopting_and_rolling_back_keeps_the_history():
    first, second = grown("first"), grown("second", weights=b"b")
    other = grown("other", about=replace(ABOUT, base=Base("another", "a" * 64)), weights=b"c")
    assert adopted(BASE) is None
    adopt(first)
    adopt(second)
    adopt(other)
    assert adopted(BASE) == second
    with pytest.raises(UsageError, match="already"):
        adopt(second)
    rename("first", to="renamed")
    assert roll_back(BASE) == named("renamed")
    assert roll_back(BASE) is None
    assert adopted(other.about.base) == other
    with pytest.raises(UsageError, match="No adapter"):
        roll_back(BASE)
    assert [(step.what, step.name) for step in steps()] == [
        ("adopted", "first"),
        ("adopted", "second"),
        ("adopted", "other"),
        ("rolled back", "second"),
        ("rolled back", "renamed"),
    ]


def test_an_adapter_that_was_removed_does_not_stand():
    first, second = grown("first"), grown("second", weights=b"b")
    adopt(first)
    adopt(second)
    remove("second")
    assert adopted(BASE) == first
    assert roll_back(BASE) is None


def test_a_base_is_the_same_by_either_digest_and_never_by_two_unknown_ones():
    gguf = Base("videmo-3b-q4_k_m", "", BASE.model)
    assert BASE.is_same(gguf)
    assert BASE.is_same(Base("a copy elsewhere", BASE.digest))
    assert not Base("x", "").is_same(Base("x", ""))
    assert not BASE.is_same(Base("videmo-3b", "e" * 64, "n" * 64))
