"""The list of models: what is here, what was begun, and how far a quantised one is from its base."""

import json
from dataclasses import replace

import pytest

from core.__main__ import main
from core.errors import ModelError
from core.models.hub import fetch_model
from core.models.importing import import_model
from core.models.installed import find, keep_parity, remove
from core.models.known import known_models
from core.models.manifest import MANIFEST, Parity, read_manifest, write_manifest
from core.progress import finish
from core.settings import models_folder
from tests.core.models.test_hub import SMALL

FOUND = Parity(96, 0.0123, 0.41, 0.97)


@pytest.fixture
def quantised(bare_model):
    """A model whose manifest says that it was quantised here."""
    model = finish(import_model(bare_model, name="made"))
    model = replace(model, origin=replace(model.origin, source="small", base="small", level="q4_k_m"))
    write_manifest(model.folder / MANIFEST, model)
    return find("made")


def test_parity_stays_with_a_model_and_is_listed(quantised, capsys):
    assert main(["models", "list"]) == 0
    assert "Not compared with the unquantised model yet" in capsys.readouterr().out
    kept = keep_parity(quantised, FOUND)
    assert find("made") == kept
    assert kept.parity == FOUND
    assert kept.digest == quantised.digest, "the files are the same"
    assert main(["models", "list"]) == 0
    assert "over 96 next tokens: KL 0.0123 nats" in capsys.readouterr().out


def test_parity_travels_with_the_folder(quantised, tmp_path):
    folder = keep_parity(quantised, FOUND).folder.rename(tmp_path / "stick")
    assert finish(import_model(folder, name="again")).parity == FOUND


def test_a_manifest_with_odd_figures_is_told(quantised):
    path = quantised.folder / MANIFEST
    content = json.loads(path.read_text())
    path.write_text(json.dumps(content | {"parity": {"places": 1, "more": 2}}))
    with pytest.raises(ModelError, match="cannot be read"):
        read_manifest(path, name="made")


def test_the_list_has_the_catalogue_then_what_is_here_then_what_was_begun(quantised, hub, capsys):
    assert quantised
    stage = fetch_model(replace(SMALL, name="videmo-3b"), hub=hub.address)
    for step in stage:
        if "model-00001" in step.stage and step.done > 0.1:
            break
    stage.close()
    begun = models_folder() / ".quantise-other-q8_0-0123456789ab"
    begun.mkdir()
    (begun / "text.gguf").write_bytes(bytes(1000))
    found = {one.name: one for one in known_models()}
    assert list(found)[:4] == ["videmo-3b", "videmo-7b", "qwen2.5-vl-3b", "qwen2.5-vl-7b"]
    assert list(found)[4:] == ["made", "other-q8_0"]
    assert (found["videmo-3b"].state, found["made"].state, found["other-q8_0"].state) == ("missing", "here", "missing")
    assert found["videmo-3b"].unfinished > 100_000
    assert found["other-q8_0"].unfinished == 1000
    assert main(["models", "list"]) == 0
    assert capsys.readouterr().out.count("an unfinished try holds") == 2
    assert remove("other-q8_0") == 1000
    assert "other-q8_0" not in {one.name for one in known_models()}
