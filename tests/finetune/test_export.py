"""Adapters for other programs: each form whole or not there; leaving the encryption is written down."""

import json
import shutil
from contextlib import closing

import numpy as np
import pytest

from core.__main__ import main
from core.errors import ModelError, OutputError, UsageError
from core.models.adapters import About, Lineage, add
from core.models.contents import tensors_of
from core.models.importing import import_model
from core.progress import finish
from core.project.audit import entries
from core.sealing import SealError
from core.vlm.backend import Plan
from core.vlm.base import base_at
from core.vlm.engines import load_here
from finetune.export import PARITY, Wanted, export
from tests.core.project.builders import new_study
from tests.core.test_adapters_command import CONFIG, weights
from tests.core.vlm.contract import LABELS, QUESTION, face

torch = pytest.importorskip("torch")
pytestmark = [
    pytest.mark.usefixtures("own_home"),
    pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated"),
]
KEY = bytes(range(32))


def grown(model, *, key=None, study="", body=None):
    about = About(finish(base_at(model)), "r" * 64, "e" * 64, study, licence="A note.")
    body = body or weights()
    return add("clinic", config=CONFIG, weights=body, about=about, lineage=Lineage(("C-1",)), key=key)


def exported(adapter, form, model, out, *, study=None, key=None, **more):
    return finish(export(adapter, Wanted(form, out, model, **more), study=study, key=key))


def scores(plan):
    with closing(finish(load_here(plan))) as engine:
        context = engine.prefill(QUESTION, clip=engine.encode(face(4, seconds=2.0)))
        return engine.score(context, LABELS)


def test_a_sealed_adapter_leaves_the_encryption_and_the_log_says_so(untaught_model, tmp_path):
    with new_study(tmp_path).study as study:
        adapter = grown(untaught_model, key=study.training_key, study=study.header.study)
        out = tmp_path / "out"
        with pytest.raises(SealError):
            exported(adapter, "peft", untaught_model, out)
        assert not out.exists()
        lines = exported(adapter, "peft", untaught_model, out, study=study, key=study.training_key)
        assert "left the encryption" in " ".join(lines)
        last = entries(study.connection, last=1)[0]
    assert last.verb == "exported"
    assert json.loads(last.detail) == {
        "what": "adapter clinic as peft", "pictures": False, "session": None, "to": str(out),
    }  # fmt: skip
    assert (out / "adapter_model.safetensors").read_bytes() == weights()
    assert json.loads((out / "adapter_config.json").read_text()) == CONFIG
    told = json.loads((out / "adapter.json").read_text())
    assert told["about"]["licence"] == "A note."
    assert b"C-1" not in b"".join(path.read_bytes() for path in out.iterdir())


def test_the_merged_model_answers_as_the_adapter_beside_its_base(untaught_model, tmp_path):
    from safetensors.torch import load_file, save_file

    single = shutil.copytree(untaught_model, tmp_path / "single")
    tensors = load_file(single / "model.safetensors")
    save_file({name: one.float() for name, one in tensors.items()}, single / "model.safetensors", {"format": "pt"})
    adapter, out = grown(single), tmp_path / "merged"
    exported(adapter, "merged", single, out)
    assert json.loads((out / "config.json").read_text())["use_cache"] is True
    assert tensors_of(out).keys() == tensors_of(single).keys()
    told = [
        scores(Plan("transformers", place, precision="fp32", context_tokens=2048, adapter=beside))
        for place, beside in ((single, adapter.folder), (out, None), (single, None))
    ]
    assert np.abs(told[0] - told[1]).max() < 1e-3
    assert np.abs(told[0] - told[2]).max() > 0.1
    after = load_file(out / "model.safetensors")
    changed = [name for name in after if not torch.equal(after[name], tensors[name].float())]
    assert len(changed) == 4
    assert all("self_attn.q_proj" in name for name in changed)


def test_a_merged_model_keeps_its_bits_to_a_weight(untaught_model, tmp_path):
    from safetensors.torch import load_file

    exported(grown(untaught_model), "merged", untaught_model, tmp_path / "merged")
    before, after = (load_file(one / "model.safetensors") for one in (untaught_model, tmp_path / "merged"))
    assert {one.dtype for one in after.values()} == {one.dtype for one in before.values()} == {torch.bfloat16}


@pytest.mark.parametrize("spoil", ["half", "elsewhere", "wide"])
def test_an_adapter_that_does_not_fit_leaves_nothing(untaught_model, tmp_path, spoil):
    from safetensors.torch import load, save

    tensors = load(weights())
    first = sorted(tensors)[0]
    if spoil == "half":
        del tensors[first]
    elif spoil == "wide":
        tensors[first] = torch.zeros(4, 96)
    else:
        tensors = {name.replace("layers.3.", "layers.33."): one for name, one in tensors.items()}
    adapter = grown(untaught_model, body=save(tensors))
    with pytest.raises(ModelError, match="does not fit the model"):
        exported(adapter, "merged", untaught_model, tmp_path / "out" / "merged")
    assert list((tmp_path / "out").iterdir()) == []


def test_what_makes_no_sense_is_refused_before_anything_is_written(untaught_model, tmp_path):
    adapter = grown(untaught_model)
    (tmp_path / "there").mkdir()
    with pytest.raises(OutputError, match="there already"):
        exported(adapter, "peft", untaught_model, tmp_path / "there")
    with pytest.raises(UsageError, match="quantised"):
        exported(adapter, "merged", untaught_model, tmp_path / "out", level="q8_0")
    other = shutil.copytree(untaught_model, tmp_path / "other")
    (other / "generation_config.json").write_text("{}")
    with pytest.raises(UsageError, match="is for untaught"):
        exported(adapter, "merged", other, tmp_path / "out")
    with new_study(tmp_path).study as study, pytest.raises(UsageError, match="did not learn from that study"):
        exported(adapter, "peft", untaught_model, tmp_path / "out", study=study)
    assert not (tmp_path / "out").exists()


def test_an_adapter_for_llama_cpp_says_that_it_was_not_compared(untaught_model, tmp_path):
    pytest.importorskip("gguf")
    lines = exported(grown(untaught_model), "gguf-lora", untaught_model, tmp_path / "out")
    assert "was not compared" in lines[-1]
    assert (tmp_path / "out" / "adapter.gguf").read_bytes()[:4] == b"GGUF"


@pytest.mark.slow
def test_gguf_is_held_against_what_it_was_made_from(untaught_model, untaught_gguf, sample_video, tmp_path):
    pytest.importorskip("llama_cpp")
    store = finish(import_model(untaught_model, name="small"))
    from safetensors.torch import load, save

    # As strong as the others it saturates the attention, and rounding alone makes 0.04 nats between two engines.
    adapter = grown(store.folder, body=save({name: 0.2 * one for name, one in load(weights()).items()}))
    out = tmp_path / "merged"
    exported(adapter, "gguf", store.folder, out, level="q8_0", video=sample_video)
    assert {path.name for path in out.iterdir()} == {
        "adapter.json", "mmproj-bf16.gguf", PARITY, "text-q8_0.gguf",
    }  # fmt: skip
    assert json.loads((out / PARITY).read_text())["divergence"] < 0.02
    made = finish(import_model(untaught_gguf, name="small-gguf"))
    manifest = made.folder / "videmo-manifest.json"
    told = json.loads(manifest.read_text())
    told["origin"] |= {"base": "small", "base_digest": store.digest}
    manifest.write_text(json.dumps(told))
    lines = exported(adapter, "gguf-lora", store.folder, tmp_path / "lora", video=sample_video)
    assert "KL" in lines[-1]
    assert json.loads((tmp_path / "lora" / PARITY).read_text())["divergence"] < 0.02


def test_the_command_exports(untaught_model, tmp_path, capfd):
    grown(untaught_model)
    out = tmp_path / "out"
    call = ["adapters", "export", "clinic", str(out), "--form", "merged", "--base", str(untaught_model)]
    assert main(call) == 0
    assert str(out) in capfd.readouterr().out
    assert (out / "model.safetensors").is_file()
    assert main(call) == 2
    assert "there already" in capfd.readouterr().err
