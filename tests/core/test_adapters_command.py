"""Adapters from the command line: chosen by name, held against the model, compared on a clip, adopted and removed."""

import json
import shutil
from contextlib import closing

import numpy as np
import pytest

from core.__main__ import main
from core.adapter_choice import adapted
from core.by_model import LanguageModel, checked_plan, opened_model
from core.errors import ModelError, UsageError
from core.models.adapters import About, Lineage, adapters, add
from core.models.adopted import adopt
from core.models.importing import import_model
from core.progress import finish
from core.provenance import provenance
from core.sealing import SealError
from core.vlm.backend import Plan
from core.vlm.base import base_at

torch = pytest.importorskip("torch")
pytestmark = pytest.mark.usefixtures("own_home")
KEY = bytes(range(32))


def weights(seed=1):
    """A LoRA adapter on the untaught model that changes its answers."""
    from safetensors.torch import save

    made = torch.Generator().manual_seed(seed)
    name = "base_model.model.model.language_model.layers.{}.self_attn.q_proj.lora_{}.weight"
    shapes = {"A": (4, 64), "B": (64, 4)}
    return save(
        {
            name.format(layer, part): torch.randn(shape, generator=made)
            for layer in range(4)
            for part, shape in shapes.items()
        }
    )


CONFIG = {"peft_type": "LORA", "r": 4, "lora_alpha": 8, "target_modules": r".*language_model.*\.q_proj"}


def grown(name, base, *, key=None, better=True, seed=1):
    about = About(base, "r" * 64, "e" * 64, "study-1", better=better, words=("It is so.",))
    return add(name, config=CONFIG, weights=weights(seed), about=about, lineage=Lineage(("C-1",)), key=key)


@pytest.fixture
def base(untaught_model):
    return finish(base_at(untaught_model))


def test_an_adapter_goes_by_name_with_its_model_alone(base, untaught_model, tmp_path):
    made = grown("clinic", base)
    chosen = LanguageModel(str(untaught_model), adapter="clinic")
    assert finish(checked_plan(chosen)).adapter == made.folder
    other = shutil.copytree(untaught_model, tmp_path / "other")
    (other / "generation_config.json").write_text("{}")
    with pytest.raises(ModelError, match=rf"clinic is for {base.name} .* not for other"):
        finish(checked_plan(LanguageModel(str(other), adapter="clinic")))
    with pytest.raises(ModelError, match=r"No adapter of .* is adopted"):
        finish(checked_plan(LanguageModel(str(untaught_model), adapter="adopted")))
    adopt(made)
    assert finish(checked_plan(LanguageModel(str(untaught_model), adapter="adopted"))).adapter == made.folder
    (made.folder / "adapter_config.json").write_text("{}")
    with pytest.raises(ModelError, match="not the file that was taken in"):
        finish(checked_plan(chosen))


def test_a_gguf_is_held_against_what_it_was_made_from(own_home, untaught_model, untaught_gguf):
    store = finish(import_model(untaught_model, name="small"))
    base = finish(base_at(store.folder))
    assert base.model == store.digest
    made = grown("clinic", base)
    with pytest.raises(ModelError, match="nobody knows what gguf was made from"):
        finish(adapted(Plan("llama_cpp", shutil.copytree(untaught_gguf, own_home / "gguf")), "clinic", key=None))
    small = finish(import_model(untaught_gguf, name="small-q"))
    manifest = small.folder / "videmo-manifest.json"
    told = json.loads(manifest.read_text())
    told["origin"] |= {"base": "small", "base_digest": store.digest}
    manifest.write_text(json.dumps(told))
    assert finish(adapted(Plan("llama_cpp", small.folder), "clinic", key=None)).adapter == made.folder


def test_a_sealed_adapter_needs_its_key_before_anything_is_loaded(base, untaught_model):
    grown("clinic", base, key=KEY)
    chosen = LanguageModel(str(untaught_model), adapter="clinic")
    assert finish(checked_plan(chosen, adapter_key=KEY)).adapter_key == KEY
    for key in (None, bytes(32)):
        with pytest.raises(SealError):
            finish(checked_plan(chosen, adapter_key=key))


def test_a_server_is_given_no_adapter():
    with pytest.raises(UsageError, match="server"):
        opened_model(LanguageModel("m", address="http://localhost:1/v1", adapter="clinic"))


def test_the_provenance_names_the_adapter_and_its_digest_and_no_key(base, untaught_model):
    made = grown("clinic", base, key=KEY)
    chosen = LanguageModel(str(untaught_model), adapter="clinic")
    with closing(opened_model(chosen, adapter_key=KEY)) as loaded:
        finish(loaded.ready(print))
        record = loaded.named_in(provenance(analyst="measured", models={}, rules={}, seed=1))
    assert record.models["adapter clinic"] == made.digest
    assert record.settings["engine"]["adapter"] == "clinic"
    assert KEY.hex() not in repr(record)
    assert "adapter_key" not in repr(finish(checked_plan(chosen, adapter_key=KEY)))


def test_a_day_with_adapters(base, capsys):
    grown("clinic", base)
    grown("worse", base, better=False, seed=2)
    assert main(["adapters", "list"]) == 0
    assert "clinic  for" in capsys.readouterr().out
    assert main(["adapters", "adopt", "worse"]) == 2
    assert "not proposed for adoption" in capsys.readouterr().err
    assert main(["adapters", "adopt", "clinic"]) == 0
    assert main(["adapters", "adopt", "worse", "--although-not-better"]) == 0
    assert "worse stands in place of clinic" in capsys.readouterr().out
    assert main(["adapters", "rollback", "worse"]) == 0
    assert f"{base.name}: clinic stands" in capsys.readouterr().out
    assert main(["adapters", "rename", "clinic", "ours"]) == 0
    assert main(["adapters", "show", "ours"]) == 0
    shown = capsys.readouterr().out
    assert "learned from C-1" in shown
    assert "adopted" in shown
    assert main(["adapters", "remove", "ours"]) == 2
    assert "asks first" in capsys.readouterr().err
    assert main(["adapters", "remove", "ours", "--yes"]) == 0
    assert [one.name for one in adapters()] == ["worse"]


def test_the_people_of_a_sealed_adapter_are_not_shown_without_its_study(base, capsys):
    grown("clinic", base, key=KEY)
    assert main(["adapters", "show", "clinic"]) == 0
    shown = capsys.readouterr().out
    assert "C-1" not in shown
    assert "who are encrypted" in shown


@pytest.mark.slow
def test_an_adapter_and_the_model_alone_on_one_clip(own_home, base, untaught_model, sample_video, face_model, capsys):
    (own_home / "models").mkdir(parents=True)
    shutil.copy(face_model, own_home / "models")
    grown("clinic", base)
    call = ["adapters", "compare", str(sample_video), "--to", "1", "--model", str(untaught_model)]
    assert main([*call, "--device", "cpu", "--mode", "single", "--tokens", "8", "--adapters", "none", "clinic"]) == 0
    alone, ours = capsys.readouterr().out.split("\nclinic\n")
    assert "the model alone" in alone
    for side in (alone, ours):
        assert "emotion-7: " in side
        assert "action-units: " in side
        assert "search: " in side
    shares = [[line for line in side.splitlines() if "emotion-7" in line] for side in (alone, ours)]
    assert shares[0] != shares[1]
    assert np.array(shares).shape == (2, 1)
