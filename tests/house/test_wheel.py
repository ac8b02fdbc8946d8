"""What is shipped: the wheel holds the three layers and the resources, and runs without the checkout."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
START = """
import runpy, sys
sys.path.insert(0, sys.argv[1])
sys.argv = ["videmo", *sys.argv[2:]]
import core
assert core.__file__.startswith(sys.path[0]), core.__file__
runpy.run_module("core", run_name="__main__", alter_sys=True)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    # hatchling's own command builds in place: no build environment, no network.
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    (path,) = out.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--quiet", "--target", str(target)]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True, cwd=target)
    return target


def test_the_wheel_holds_the_three_layers_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as opened:
        names = opened.namelist()
    top = {name.split("/")[0] for name in names}
    (info,) = (name for name in top if name.endswith(".dist-info"))
    assert top - {info} == {"app", "core", "finetune"}
    assert "core/_resources/models.toml" in names
    assert "core/_resources/CHANGELOG.md" in names
    assert {f"{info}/licenses/packaging/LICENSE", f"{info}/licenses/packaging/THIRD-PARTY.md"} <= set(names)
    assert not [name for name in names if name.startswith("core/_resources/") and name.endswith(".py")]


@pytest.mark.parametrize(("words", "said"), [(["--help"], "models"), (["models", "list"], "face-landmarker")])
def test_the_installed_wheel_runs_without_the_checkout(installed, own_home, words, said):
    # -I: neither the working folder nor PYTHONPATH may lend it the checkout.
    done = subprocess.run(
        [sys.executable, "-I", "-c", START, str(installed), *words],
        cwd=installed,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert said in done.stdout
    assert not own_home.exists(), "listing must not create anything"
