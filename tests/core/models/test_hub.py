"""Fetching models of several files: hashes decide, what arrived stays, nothing half is ever a model."""

import pytest

from core.errors import ModelError, UsageError
from core.models.entries import HubModel, hub_models
from core.models.hub import fetch_model
from core.models.installed import installed, leftovers, locate_model, remove
from core.progress import finish
from core.settings import models_folder
from tests.core.models.hub_serving import COMMIT

SMALL = HubModel("small", "Small", "For tests.", "team/small", "main", 600_000, "MIT", "Made for a test.")
FIRST = "model-00001-of-00002.safetensors"


def get(hub, wanted=SMALL, **more):
    return finish(fetch_model(wanted, hub=hub.address, **more))


def test_a_model_comes_whole_with_its_manifest(hub):
    hub.files["README.md"] = b"# Small"
    hub.files["model.bin"] = b"\x80\x04not wanted"
    model = get(hub)
    assert (model.kind, model.origin.source, model.origin.revision) == ("safetensors", "team/small", COMMIT)
    assert {one.name: one.sha256 for one in model.files}[FIRST] == hub.told_sha[FIRST]
    assert (model.folder / "README.md").read_bytes() == b"# Small"
    assert not (model.folder / "model.bin").exists()
    assert installed() == (model,)
    asked = len(hub.asked)
    assert get(hub) == model
    assert len(hub.asked) == asked


def test_a_broken_download_goes_on_where_it_stopped(hub):
    hub.cut_after = [10_000] * 50
    stage = fetch_model(SMALL, hub=hub.address)
    for step in stage:
        if FIRST in step.stage and step.done > 0.05:
            break
    stage.close()
    assert installed() == ()
    assert len(leftovers("small")) == 1
    hub.cut_after = []
    small_ones = [name for name, _ in hub.asked if name.endswith(".json")]
    get(hub)
    assert [ranged for name, ranged in hub.asked if name == FIRST][-1] not in (None, "bytes=0-")
    assert [name for name, _ in hub.asked if name == "config.json"] == ["config.json"]
    assert small_ones
    assert leftovers("small") == ()


def test_another_commit_never_goes_on_with_older_files(hub):
    stage = fetch_model(SMALL, hub=hub.address)
    for step in stage:
        if FIRST in step.stage:
            break
    stage.close()
    hub.commit = COMMIT[::-1]
    assert get(hub).origin.revision == COMMIT[::-1]
    assert leftovers("small") == ()


@pytest.mark.parametrize("name", [FIRST, "config.json"])
def test_a_file_with_another_hash_is_refused_by_name(hub, name):
    listed = hub.tree()
    hub.tree = lambda: listed
    content = bytearray(hub.files[name])
    content[-1] ^= 1
    hub.files[name] = bytes(content)
    with pytest.raises(ModelError, match=f"{name} is not the file the hub names"):
        get(hub)
    assert installed() == ()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"commit": "main"}, "its answer is not that of a hub"),
        ({"files": {"pytorch_model.bin": b"\x80\x04x", "config.json": b"{}"}}, "no weights as safetensors or GGUF"),
        ({"told_sha": {FIRST: "", "model-00002-of-00002.safetensors": ""}}, f"tells no SHA-256 of {FIRST}"),
    ],
)
def test_a_hub_that_answers_oddly_is_told(hub, change, says):
    for name, value in change.items():
        setattr(hub, name, value)
    with pytest.raises(ModelError, match=says):
        get(hub)


def test_a_pinned_commit_must_be_the_one_that_comes(hub):
    pinned = HubModel("small", "Small", "For tests.", "team/small", "f" * 40, 1, "MIT", "Test.")
    with pytest.raises(ModelError, match="404"):
        get(hub, pinned)


def test_an_address_that_is_no_mirror_is_refused():
    with pytest.raises(UsageError, match="not an address of a hub"):
        finish(fetch_model(SMALL, hub="http://mirror.example"))


def test_an_incomplete_model_of_the_hub_is_no_model(hub):
    del hub.files["preprocessor_config.json"]
    with pytest.raises(ModelError, match=r"preprocessor_config\.json is missing"):
        get(hub)
    assert installed() == ()


def test_a_changed_file_is_found_at_the_next_load_and_mended(hub):
    model = get(hub)
    assert finish(locate_model("small")) == model
    path = model.folder / FIRST
    path.write_bytes(path.read_bytes()[:-1] + b"\x01")
    with pytest.raises(ModelError, match=f"{FIRST} is not the file that was taken in"):
        finish(locate_model("small"))
    said = []
    assert get(hub, remark=said.append).digest == model.digest
    assert FIRST in said[0]
    finish(locate_model("small"))


def test_removing_frees_what_it_says(hub):
    model = get(hub)
    assert remove("small") >= model.bytes
    assert list(models_folder().iterdir()) == []
    with pytest.raises(ModelError, match="is not on this computer"):
        remove("small")


def test_the_catalogue_names_the_models():
    assert {one.name: one.repository for one in hub_models()} == {
        "videmo-3b": "KlingTeam/VidEmo-3B",
        "videmo-7b": "KlingTeam/VidEmo-7B",
        "qwen2.5-vl-3b": "Qwen/Qwen2.5-VL-3B-Instruct",
        "qwen2.5-vl-7b": "Qwen/Qwen2.5-VL-7B-Instruct",
    }
