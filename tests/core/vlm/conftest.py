import numpy as np
import pytest


@pytest.fixture(scope="session")
def quantised_gguf(untaught_gguf, tmp_path_factory):
    """The same with the language model in eight bits."""
    from core.models.convert import quantise
    from core.progress import finish

    folder = tmp_path_factory.mktemp("quantised")
    finish(quantise(untaught_gguf / "text.gguf", folder / "text-q8_0.gguf", to="q8_0"))
    (folder / "mmproj.gguf").symlink_to(untaught_gguf / "mmproj.gguf")
    return folder


@pytest.fixture(scope="session")
def adapters(tmp_path_factory):
    """LoRA adapters as GGUF: `good` fits the untaught model, `other` and `wide` do not, `missing` is not there."""
    gguf = pytest.importorskip("gguf")
    folder, random = tmp_path_factory.mktemp("adapters"), np.random.default_rng(7)
    for name, architecture, width in (("good", "qwen2vl", 64), ("other", "llama", 64), ("wide", "qwen2vl", 96)):
        writer = gguf.GGUFWriter(folder / f"{name}.gguf", arch=architecture)
        writer.add_type(gguf.GGUFType.ADAPTER)
        writer.add_string(gguf.Keys.Adapter.TYPE, "lora")
        writer.add_float32(gguf.Keys.Adapter.LORA_ALPHA, 16.0)
        for layer in range(4):
            for part, shape in (("a", (8, width)), ("b", (width, 8))):
                tensor = random.normal(0.0, 0.3, shape).astype(np.float32)
                writer.add_tensor(f"blk.{layer}.attn_q.weight.lora_{part}", tensor)
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
    return {name: folder / f"{name}.gguf" for name in ("good", "other", "wide", "missing")}
