"""Taking in a model from a folder: complete, of the right architecture, and unable to run code, or not at all."""

import json
import pickle
import shutil

import pytest

from core.__main__ import main
from core.errors import ModelError, UsageError
from core.models.importing import import_model
from core.models.installed import installed, locate_model
from core.progress import finish
from core.settings import models_folder
from tests.core.models.folders import gguf, safetensors

SECOND = "model-00002-of-00002.safetensors"


def take(folder, **more):
    return finish(import_model(folder, **more))


def test_a_folder_is_copied_and_what_is_no_part_of_it_is_left(bare_model):
    (bare_model / "picture.png").write_bytes(b"png")
    said = []
    model = take(bare_model, remark=said.append)
    assert (model.name, model.kind) == ("bare", "safetensors")
    assert finish(locate_model("bare")) == model
    assert not (model.folder / "picture.png").exists()
    assert "picture.png" in said[0]
    assert [path.name for path in models_folder().iterdir()] == ["bare"]


def test_two_gguf_files_are_told_by_what_they_hold(tmp_path):
    folder = tmp_path / "made"
    folder.mkdir()
    gguf(folder / "b.gguf", "clip")
    gguf(folder / "a.gguf", "qwen2vl")
    model = take(folder, name="made-q8")
    assert (model.kind, model.text.name, model.mmproj.name) == ("gguf", "a.gguf", "b.gguf")


def drop(folder, name):
    (folder / name).unlink()


def other_architecture(folder):
    (folder / "config.json").write_text(json.dumps({"architectures": ["LlamaForCausalLM"]}))


def cut_off(folder):
    path = folder / SECOND
    path.write_bytes(path.read_bytes()[:-1])


def pickle_by_another_name(folder):
    (folder / "vocab.json").write_bytes(pickle.dumps(print, protocol=0))


def weights_as_pickle(folder):
    for path in folder.glob("*.safetensors*"):
        path.unlink()
    (folder / "pytorch_model.bin").write_bytes(pickle.dumps({"a": 1}))


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda folder: drop(folder, SECOND), f"{SECOND} is missing"),
        (lambda folder: drop(folder, "tokenizer.json"), r"tokenizer\.json is missing"),
        (lambda folder: safetensors(folder / SECOND, "model.c"), r"names model\.b in .* does not hold it"),
        (cut_off, "is cut off"),
        (lambda folder: (folder / SECOND).write_bytes(b"no"), "is not a safetensors file"),
        (other_architecture, "another architecture"),
        (lambda folder: (folder / "config.json").write_text("{"), "cannot be read as JSON"),
        (pickle_by_another_name, "is a pickle"),
        (weights_as_pickle, "keeps its weights as a pickle"),
        (lambda folder: gguf(folder / "a.gguf", "llama"), r"another architecture \(llama\)"),
        (lambda folder: gguf(folder / "a.gguf", "qwen2vl"), "vision tower .* is missing"),
    ],
)
def test_what_cannot_be_used_is_named_and_nothing_is_taken(bare_model, spoil, says):
    spoil(bare_model)
    with pytest.raises(ModelError, match=says):
        take(bare_model)
    assert installed() == ()
    assert not models_folder().exists() or list(models_folder().iterdir()) == []


def test_a_name_must_be_a_name(bare_model):
    with pytest.raises(UsageError, match="cannot be called"):
        take(bare_model, name="../elsewhere")
    with pytest.raises(UsageError, match="cannot be called"):
        take(bare_model, name="sample")


def test_a_cancelled_import_leaves_nothing(bare_model):
    stage = import_model(bare_model)
    next(stage)
    stage.close()
    assert list(models_folder().iterdir()) == []


def test_a_manifest_that_comes_along_is_held_to(bare_model, tmp_path):
    model = take(bare_model)
    carried = tmp_path / "stick"
    shutil.copytree(model.folder, carried)
    assert take(carried, name="again").digest == model.digest
    (carried / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelError, match=r"tokenizer\.json is not the file its manifest names"):
        take(carried, name="third")


def test_the_command_lists_verifies_and_removes(bare_model, capsys):
    assert main(["models", "import", str(bare_model), "--name", "mine"]) == 0
    assert main(["models", "verify", "mine"]) == 0
    assert main(["models", "list"]) == 0
    said = capsys.readouterr().out
    assert "mine  (model" in said
    assert "videmo-3b  (model, about 7.5 GB, unknown): not here" in said
    (models_folder() / "mine" / "tokenizer.json").write_text("{}")
    assert main(["models", "verify", "mine"]) == 1
    assert "WRONG, tokenizer.json" in capsys.readouterr().out
    assert main(["models", "remove", "mine"]) == 2
    assert main(["models", "remove", "mine", "--yes"]) == 0
    assert installed() == ()
