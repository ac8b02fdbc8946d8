"""What every test stands on: no network, no thread left behind, and the real models where a test asks for them."""

import gc
import ipaddress
import os
import sys
import threading
import time
from pathlib import Path

import pytest

from core.errors import ModelError
from core.models import locate
from tests.tiny import models

ROOT = Path(__file__).resolve().parent.parent
FOOTAGE = ROOT.parent / "shared" / "footage"
THREAD_GRACE_S = 2.0

# Read when torch is first imported, also in processes that tests start. There is a test process for each core, and
# threads that wait for one another where another process has the core cost more than they give.
os.environ["OMP_NUM_THREADS"] = "1"

# Where Python is told to keep nothing compiled, as in many containers, each test process would rewrite every assertion
# anew, for ten seconds, and each child compile the program.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_modifyitems(items):
    """What takes minutes in one piece comes first: the test processes divide what is left among them to the end."""
    items.sort(key=lambda item: item.path.parent.name != "house")


def pytest_collection_finish():
    """What was imported and collected stays to the end: an engine that is closed looks for what is to be freed, and
    would look through all of that, for 0.4 s."""
    gc.collect()
    gc.freeze()


_watching = False
_refused: list[str] = []


class NetworkRefused(BaseException):
    """A test tried to reach another computer. Not an `Exception`: no broad `except` may swallow it."""


def _is_local(host: object) -> bool:
    if host in (None, "", "localhost", b"localhost"):
        return True
    text = host.decode(errors="replace") if isinstance(host, bytes) else str(host)
    try:
        return ipaddress.ip_address(text.partition("%")[0]).is_loopback
    except ValueError:
        return False


def _hook(event: str, args: tuple) -> None:
    if not _watching or not event.startswith("socket."):
        return
    host: object
    if event in ("socket.connect", "socket.sendto"):
        address = args[1]
        if not isinstance(address, tuple):  # AF_UNIX and the like stay on this computer
            return
        host = address[0]
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = args[0]
    else:
        return
    if not _is_local(host):
        _refused.append(f"{event} {host!r}")
        raise NetworkRefused(f"a test may reach this computer only, not {host!r} ({event})")


# An audit hook sees connections made from C as well and cannot be patched away by the code under test.
sys.addaudithook(_hook)


@pytest.fixture(autouse=True)
def no_network(request):
    """Refuses every connection that would leave this computer, and fails the test that tried it all the same."""
    global _watching  # an audit hook cannot be removed, only told to look away
    if request.node.get_closest_marker("network"):
        yield
        return
    _refused.clear()
    _watching = True
    yield
    _watching = False
    if _refused:
        pytest.fail(f"the test tried to leave this computer: {'; '.join(_refused)}")


@pytest.fixture(autouse=True)
def no_thread_left():
    """Fails a test that ends while a thread it started, and that would keep the program alive, still runs."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + THREAD_GRACE_S
    while left := [one for one in threading.enumerate() if one not in before and not one.daemon and one.is_alive()]:
        gc.collect()  # a pool that an exception's traceback still held ends its threads once it is collected
        if time.monotonic() > deadline:
            pytest.fail(f"the test left running: {', '.join(one.name for one in left)}")
        time.sleep(0.01)


@pytest.fixture
def own_home(tmp_path, monkeypatch) -> Path:
    """A home of its own for a test that writes: nothing of it reaches the user's models."""
    home = tmp_path / "home"
    monkeypatch.setenv("VIDEMO_HOME", str(home))
    return home


def _real(name: str) -> Path:
    try:
        return locate(name)
    except ModelError as failure:
        pytest.fail(f"{failure.problem} {failure.remedy} (or: python3 packaging/dev.py test)", pytrace=False)


@pytest.fixture(scope="session")
def face_model() -> Path:
    """Face Landmarker's model file."""
    return _real("face-landmarker")


@pytest.fixture(scope="session")
def expression_model() -> Path:
    """The expression network's model file."""
    return _real("expression-network")


@pytest.fixture(scope="session")
def sample_video() -> Path:
    """A woman crying, then laughing: 640x360, 19.7 s, with sound."""
    return _real("sample")


@pytest.fixture(scope="session")
def untaught_model() -> Path:
    """A small Qwen2.5-VL with random weights, as a Hugging Face folder."""
    return models.untaught()


@pytest.fixture(scope="session")
def untaught_gguf(untaught_model) -> Path:
    """The same for llama.cpp: a folder with text.gguf and mmproj.gguf."""
    return models.gguf(untaught_model)


@pytest.fixture(scope="session")
def taught_model() -> Path:
    """A small Qwen2.5-VL that answers in the published forms about drawn faces, as a Hugging Face folder."""
    return models.taught()


@pytest.fixture(scope="session")
def taught_gguf(taught_model) -> Path:
    """The same for llama.cpp: a folder with text.gguf and mmproj.gguf."""
    return models.gguf(taught_model)


@pytest.fixture(scope="session")
def adapter(taught_model) -> Path:
    """A folder with a LoRA adapter on the taught model, as PEFT writes it, and adapter.gguf."""
    return models.adapter(taught_model)


@pytest.fixture(scope="session")
def footage() -> Path:
    """The folder of real clips that stands beside the checkout where the project is developed."""
    if not FOOTAGE.is_dir():
        pytest.skip("the clips of shared/footage are not beside this checkout")
    return FOOTAGE
