import json
import shutil
import struct

import pytest

from core.progress import finish
from core.vlm.backend import EngineError
from core.vlm.checkpoint import adapter_at, digest_of, model_at


def weights(path, *, numbers=4):
    """A safetensors file with one tensor of zeros."""
    header = json.dumps({"w": {"dtype": "F32", "shape": [numbers], "data_offsets": [0, 4 * numbers]}}).encode()
    path.write_bytes(struct.pack("<Q", len(header)) + header + bytes(4 * numbers))


@pytest.fixture
def folder(tmp_path):
    """A folder laid out as a small published checkpoint of two files of weights."""
    folder = tmp_path / "VidEmo-3B"
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps({"architectures": ["Qwen2_5_VLForConditionalGeneration"]}))
    (folder / "tokenizer.json").write_text("{}")
    places = {"a": "model-00001-of-00002.safetensors", "b": "model-00002-of-00002.safetensors"}
    (folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": places}))
    for name in places.values():
        weights(folder / name)
    return folder


def change(folder, **entries):
    path = folder / "config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | entries))


def test_a_whole_folder_is_taken_with_all_that_decides(folder):
    checkpoint = model_at(folder)
    assert checkpoint.name == "VidEmo-3B"
    assert {path.name for path in checkpoint.files} == {path.name for path in folder.iterdir()}


@pytest.mark.parametrize(
    "name", ["config.json", "tokenizer.json", "model-00002-of-00002.safetensors"], ids=["config", "words", "weights"]
)
def test_what_is_missing_is_named(folder, name):
    (folder / name).unlink()
    named = "vocab.json" if name == "tokenizer.json" else name
    with pytest.raises(EngineError, match=f"{named} is missing"):
        model_at(folder)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(EngineError, match="no model at"):
        model_at(tmp_path / "nowhere")


@pytest.mark.parametrize("length", [0, 5, 30, -1])
def test_weights_that_are_cut_off_are_named(folder, length):
    path = folder / "model-00001-of-00002.safetensors"
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(EngineError, match=f"{path.name} is .*cut off"):
        model_at(folder)


def test_a_pickled_checkpoint_is_refused(folder):
    for path in folder.glob("model*"):
        path.unlink()
    (folder / "pytorch_model.bin").write_bytes(b"\x80\x02.")
    with pytest.raises(EngineError, match=r"pytorch_model\.bin is a pickled file.*not opened"):
        model_at(folder)


@pytest.mark.parametrize("architectures", [["LlamaForCausalLM"], [], None, "Qwen2_5_VLForConditionalGeneration"])
def test_another_architecture_is_refused(folder, architectures):
    change(folder, architectures=architectures)
    with pytest.raises(EngineError, match="another architecture"):
        model_at(folder)


def test_what_the_engine_would_read_wrongly_is_refused(folder):
    change(folder, quantization_config={"quant_method": "awq"})
    with pytest.raises(EngineError, match="another tool"):
        model_at(folder)
    (folder / "config.json").write_text(
        json.dumps(
            {"architectures": ["Qwen2_5_VLForConditionalGeneration"], "text_config": {"use_sliding_window": True}}
        )
    )
    with pytest.raises(EngineError, match="sliding window"):
        model_at(folder)


@pytest.mark.parametrize("text", ["", "[]", "{"])
def test_a_config_that_is_none_is_named(folder, text):
    (folder / "config.json").write_text(text)
    with pytest.raises(EngineError, match=r"config\.json"):
        model_at(folder)


def test_a_name_that_leads_out_of_the_folder_is_not_followed(folder):
    outside = folder.parent / "weights.safetensors"
    weights(outside)
    (folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": {"a": "../weights.safetensors"}}))
    with pytest.raises(EngineError, match=r"weights\.safetensors is missing"):
        model_at(folder)


def test_the_digest_tells_every_file_and_not_the_folder(folder):
    first = finish(digest_of(model_at(folder)))
    moved = shutil.copytree(folder, folder.parent / "moved")
    assert finish(digest_of(model_at(moved))) == first
    weights(moved / "model-00001-of-00002.safetensors", numbers=5)
    assert finish(digest_of(model_at(moved))) != first


def test_an_adapter_is_lora_in_safetensors(tmp_path):
    with pytest.raises(EngineError, match=r"adapter_config\.json is missing"):
        adapter_at(tmp_path)
    (tmp_path / "adapter_config.json").write_text(json.dumps({"peft_type": "LORA"}))
    with pytest.raises(EngineError, match=r"adapter_model\.safetensors is missing"):
        adapter_at(tmp_path)
    (tmp_path / "adapter_model.bin").write_bytes(b"\x80\x02.")
    with pytest.raises(EngineError, match="pickled"):
        adapter_at(tmp_path)
    weights(tmp_path / "adapter_model.safetensors")
    assert len(adapter_at(tmp_path).files) == 2
    (tmp_path / "adapter_config.json").write_text(json.dumps({"peft_type": "PREFIX_TUNING"}))
    with pytest.raises(EngineError, match="not a LoRA"):
        adapter_at(tmp_path)
