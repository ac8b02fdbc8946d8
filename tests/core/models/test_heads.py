"""Heads of files: what a real GGUF file and a real safetensors file say, and what is refused."""

import json
import struct

import numpy as np
import pytest

from core.errors import ModelError
from core.models.contents import contents_of
from core.models.heads import Tensor, gguf_head, json_at, safetensors_head
from tests.core.models.folders import safetensors


@pytest.fixture
def written(tmp_path):
    """A file by the library that llama.cpp's converter uses."""
    gguf = pytest.importorskip("gguf")
    path = tmp_path / "text.gguf"
    writer = gguf.GGUFWriter(path, arch="qwen2vl")
    writer.add_uint32("qwen2vl.block_count", 36)
    writer.add_float32("qwen2vl.rope.freq_base", 1e6)
    writer.add_array("tokenizer.ggml.tokens", ["a", "ü", ""])
    writer.add_array("qwen2vl.rope.dimension_sections", [16, 24, 24])
    writer.add_tensor("token_embd.weight", np.zeros((4, 8), np.float32))
    writer.add_tensor("output.weight", np.zeros((2, 34), np.uint8), raw_dtype=gguf.GGMLQuantizationType.Q8_0)
    for write in (writer.write_header_to_file, writer.write_kv_data_to_file, writer.write_tensors_to_file):
        write()
    writer.close()
    return path


def test_a_gguf_file_tells_values_lengths_and_names(written):
    head = gguf_head(written)
    assert (head.architecture, head.number("qwen2vl.block_count")) == ("qwen2vl", 36)
    assert head.values["qwen2vl.rope.freq_base"] == 1e6
    assert head.lengths == {"tokenizer.ggml.tokens": 3, "qwen2vl.rope.dimension_sections": 3}
    assert head.tensors == {"token_embd.weight", "output.weight"}
    assert head.number("nothing") == 0


@pytest.mark.parametrize("kept", [3, 20, 60, 200, -40])
def test_a_gguf_file_that_is_cut_off_is_refused_also_at_import(written, kept):
    written.write_bytes(written.read_bytes()[:kept])
    with pytest.raises(ModelError, match=r"text\.gguf is (cut off|not a GGUF)"):
        gguf_head(written)
    with pytest.raises(ModelError, match=r"text\.gguf is (cut off|not a GGUF)"):
        contents_of(written.parent)


def test_a_type_of_weights_that_is_not_known_is_said(written):
    place = written.read_bytes().index(b"output.weight") + len(b"output.weight") + 4 + 2 * 8
    with written.open("r+b") as file:
        file.seek(place)
        file.write(struct.pack("<I", 23))
    with pytest.raises(ModelError, match="types that are not known"):
        gguf_head(written)


def test_a_gguf_file_that_is_not_there(tmp_path):
    with pytest.raises(ModelError, match="There is no file"):
        gguf_head(tmp_path / "text.gguf")


def test_a_safetensors_file_tells_counts_and_bytes(tmp_path):
    path = safetensors(tmp_path / "m.safetensors", "a", "b")
    assert safetensors_head(path) == {"a": Tensor(2, 4), "b": Tensor(2, 4)}
    path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(ModelError, match="cut off"):
        safetensors_head(path)


@pytest.mark.parametrize("body", [b"", b"\xff" * 8, struct.pack("<Q", 2) + b"[]", struct.pack("<Q", 9) + b'{"a": {}}'])
def test_what_is_no_safetensors_file_is_refused(tmp_path, body):
    path = tmp_path / "m.safetensors"
    path.write_bytes(body)
    with pytest.raises(ModelError, match="not a safetensors file"):
        safetensors_head(path)


@pytest.mark.parametrize(("text", "problem"), [("{", "as JSON"), (json.dumps([1]), "does not describe")])
def test_a_description_that_is_none(tmp_path, text, problem):
    (tmp_path / "config.json").write_text(text)
    with pytest.raises(ModelError, match=problem):
        json_at(tmp_path / "config.json")
