"""The guards of `tests/conftest.py` do fail a test that leaves the computer or leaves a thread behind."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BAD = """
import os, socket, threading, time

def test_connects():
    socket.create_connection(("192.0.2.1", 80), timeout=0.1)

def test_connects_and_swallows_it():
    try:
        socket.create_connection(("192.0.2.1", 80), timeout=0.1)
    except BaseException:
        pass

def test_looks_a_name_up():
    socket.getaddrinfo("example.org", 80)

def test_sends_a_datagram():
    with socket.socket(type=socket.SOCK_DGRAM) as one:
        one.sendto(b"here", ("192.0.2.1", 53))

def test_leaves_a_thread():
    threading.Thread(target=time.sleep, args=(2.5,), name="the forgotten one").start()

def test_may_reach_itself():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
    if hasattr(socket, "AF_UNIX"):
        for one in socket.socketpair():
            one.close()

def test_has_a_home_of_its_own(own_home):
    assert os.environ["VIDEMO_HOME"] == str(own_home)
"""


def test_the_guards_bite(tmp_path):
    shutil.copy(ROOT / "tests/conftest.py", tmp_path)
    (tmp_path / "test_bad.py").write_text(BAD)
    pytest = [sys.executable, "-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider", "--import-mode=importlib"]
    checkout = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*pytest, str(tmp_path)], cwd=tmp_path, env=checkout, capture_output=True, text=True, check=False
    )
    told = {
        line.split("::")[1].split()[0]: line.split()[0] for line in done.stdout.splitlines() if "test_bad.py::" in line
    }
    bad = {name for name, outcome in told.items() if outcome in ("FAILED", "ERROR")}
    assert bad == {
        "test_connects",
        "test_connects_and_swallows_it",
        "test_looks_a_name_up",
        "test_sends_a_datagram",
        "test_leaves_a_thread",
    }, done.stdout
    assert "the forgotten one" in done.stdout
    assert len(told) == 7
