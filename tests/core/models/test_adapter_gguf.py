"""PEFT's weights without torch: every kind of number, and what is no such file."""

import pytest

from core.errors import ModelError
from core.models.adapter_gguf import tensors_in, write_adapter

torch = pytest.importorskip("torch")


@pytest.mark.parametrize("kind", [torch.float32, torch.float16, torch.bfloat16])
def test_numbers_are_those_of_torch(kind):
    from safetensors.torch import save

    torch.manual_seed(1)
    tensors = {"a": torch.randn(3, 5).to(kind), "b": torch.tensor([0.0, -0.0, 1e-30, 3e38]).to(kind)}
    read = tensors_in(save(tensors, metadata={"format": "pt"}))
    assert read.keys() == tensors.keys()
    for name, tensor in tensors.items():
        assert torch.equal(torch.from_numpy(read[name].copy()), tensor.float())


@pytest.mark.parametrize("data", [b"", b"PK", bytes(64), b"\x02\0\0\0\0\0\0\0{}"[:9]])
def test_what_is_no_such_file_is_refused(data):
    with pytest.raises(ModelError, match="not a safetensors file"):
        tensors_in(data)


@pytest.mark.parametrize("config", [{"peft_type": "LORA", "use_dora": True}, {"peft_type": "IA3"}])
def test_other_kinds_of_adapters_are_refused(config, tmp_path):
    pytest.importorskip("gguf")
    with pytest.raises(ModelError, match="plain LoRA"):
        write_adapter(config, b"", tmp_path / "a.gguf")


def test_a_place_llama_cpp_does_not_know_is_refused(tmp_path):
    pytest.importorskip("gguf")
    from safetensors.torch import save

    body = save({"base_model.model.model.visual.blocks.0.attn.qkv.lora_A.weight": torch.zeros(2, 2)})
    with pytest.raises(ModelError, match=r"llama\.cpp does not take"):
        write_adapter({"peft_type": "LORA", "r": 2, "lora_alpha": 2}, body, tmp_path / "a.gguf")
