"""The server and the package folder the tests of the catalogue fetch from. Nothing here reaches the user's models."""

import os
import threading

import pytest

from core.models import download as download_room
from tests.core.models.folders import bare
from tests.core.models.hub_serving import Hub
from tests.core.models.serving import CONTENT, Server


@pytest.fixture(autouse=True)
def own_models(own_home):
    """Every test of this room writes to a home of its own."""
    return own_home


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setattr(download_room, "PAUSE_S", 0.0)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    serving = Server(CONTENT)
    thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield serving
    serving.shutdown()
    thread.join()
    serving.server_close()


@pytest.fixture
def packages(tmp_path, monkeypatch):
    """A folder pip takes packages from, and nowhere else."""
    folder = tmp_path / "packages"
    folder.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    return folder


@pytest.fixture(scope="session")
def small_model(tmp_path_factory):
    """A small Qwen2.5-VL with random weights, as a folder of the hub's."""
    from tests.tiny.build import build

    return build(tmp_path_factory.mktemp("small") / "small")


@pytest.fixture
def bare_model(tmp_path):
    """The least that counts as a complete model: heads and texts are real, the weights are two numbers."""
    return bare(tmp_path / "bare")


@pytest.fixture
def hub(bare_model, monkeypatch):
    monkeypatch.setattr(download_room, "PAUSE_S", 0.0)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    serving = Hub(bare_model)
    thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield serving
    serving.shutdown()
    thread.join()
    serving.server_close()
