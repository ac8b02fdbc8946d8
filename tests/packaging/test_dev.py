"""The two set-up commands where things go wrong: every failure is a sentence and what to do, none a traceback."""

import ast
import importlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


@pytest.fixture
def dev(monkeypatch):
    """The files of the set-up commands, imported as `dev.py` finds them: beside itself."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    names = ("dev", "dev_system", "dev_wheels", "dev_environment", "dev_verbs")
    for name in names:
        monkeypatch.delitem(sys.modules, name, raising=False)
    rooms = SimpleNamespace(**{name: importlib.import_module(name) for name in names})
    yield rooms
    for name in names:
        sys.modules.pop(name, None)


@pytest.fixture
def project(dev, tmp_path, monkeypatch):
    """A project folder of its own, with an environment that claims to be complete."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    room = dev.dev_environment
    venv = tmp_path / ".venv"
    monkeypatch.setattr(room, "ROOT", tmp_path)
    monkeypatch.setattr(room, "VENV", venv)
    monkeypatch.setattr(room, "PYTHON", venv / "bin" / "python")
    monkeypatch.setattr(room, "STAMP", venv / "stamp.json")
    monkeypatch.setattr(room, "LOG", venv / "setup.log")
    room.PYTHON.parent.mkdir(parents=True)
    room.PYTHON.touch()
    (venv / "pyvenv.cfg").write_text("version = 3.11.7\n")
    room.STAMP.write_text(json.dumps({"project": room.fingerprint(), "extras": []}))
    return tmp_path


def nothing_may_run(monkeypatch):
    monkeypatch.setattr(subprocess, "run", lambda *a, **_: pytest.fail(f"ran {a}"))
    monkeypatch.setattr(subprocess, "Popen", lambda *a, **_: pytest.fail(f"ran {a}"))


# Any Python may start it


def test_an_old_python_can_read_the_first_file():
    ast.parse((PACKAGING / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_without_a_new_enough_python_it_says_what_to_install(dev, monkeypatch, capsys):
    monkeypatch.setattr(dev.dev, "newer_pythons", lambda: [["/nowhere/python3.11"]])
    assert dev.dev.hand_over() == 1
    said = capsys.readouterr().err
    assert "needs Python 3.11" in said
    assert "What to do: install" in said


def test_it_hands_over_to_a_newer_python(dev, monkeypatch):
    started = []
    monkeypatch.setattr(dev.dev, "newer_pythons", lambda: [["/nowhere/python3.12"], [sys.executable]])
    monkeypatch.setattr(sys, "argv", ["dev.py", "test", "-q"])
    real = subprocess.call

    def call(command, **more):
        if "-c" in command:
            return real(command, **more)
        started.append(command)
        return 7

    monkeypatch.setattr(subprocess, "call", call)
    assert dev.dev.hand_over() == 7
    assert started == [[sys.executable, "dev.py", "test", "-q"]]


# The environment


def test_the_second_run_starts_nothing(dev, project, monkeypatch):
    nothing_may_run(monkeypatch)
    assert dev.dev_environment.ensure() == project / ".venv" / "bin" / "python"


@pytest.mark.parametrize("change", ["dependency", "python", "place", "extra"])
def test_a_change_that_matters_installs_again(dev, project, monkeypatch, change):
    room = dev.dev_environment
    installed = []
    monkeypatch.setattr(room, "_install", installed.append)
    monkeypatch.setattr(room, "_works", lambda _: True)
    match change:
        case "dependency":
            text = (project / "pyproject.toml").read_text()
            (project / "pyproject.toml").write_text(text.replace('"numpy>=2.1,<3"', '"numpy>=2.2,<3"'))
        case "python":
            (project / ".venv/pyvenv.cfg").write_text("version = 3.12.1\n")
        case "place":
            moved = project.with_name("moved")
            moved.mkdir()
            shutil.copy(ROOT / "pyproject.toml", moved)
            monkeypatch.setattr(room, "ROOT", moved)
        case _:
            pass
    extras = ("dev",) if change == "extra" else ()
    room.ensure(extras=extras)
    assert installed == [list(extras)]
    nothing_may_run(monkeypatch)
    room.ensure(extras=extras)
    room.ensure()
    assert len(installed) == 1


def test_a_change_of_lint_rules_installs_nothing(dev, project, monkeypatch):
    text = (project / "pyproject.toml").read_text()
    (project / "pyproject.toml").write_text(text.replace("line-length = 120", "line-length = 100"))
    nothing_may_run(monkeypatch)
    dev.dev_environment.ensure()


def test_a_folder_that_is_no_environment_is_left_alone(dev, project):
    room = dev.dev_environment
    (project / ".venv/pyvenv.cfg").unlink()
    with pytest.raises(dev.dev_system.SetupError, match="is not a Python environment"):
        room._ensure_venv()
    assert room.PYTHON.exists()


def test_a_full_disk_is_told_before_anything_is_made(dev, project, monkeypatch):
    room = dev.dev_environment
    room.STAMP.unlink()
    usage = shutil.disk_usage(project)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=50_000_000))
    nothing_may_run(monkeypatch)
    with pytest.raises(dev.dev_system.SetupError, match=r"needs about 0\.9 GB .* 0\.1 GB are free"):
        room.ensure()


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk is full"),
        (
            "WARNING: Retrying ... NewConnectionError: Failed to establish a new connection: [Errno -2] Name or "
            "service not known\nERROR: No matching distribution found for hatchling>=1.27",
            "cannot be reached",
        ),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "not trusted"),
        ("ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407", "proxy does not let"),
        ("ERROR: Could not install packages: [Errno 13] Permission denied: '/x'", "may not be written"),
        ("ERROR: No matching distribution found for mediapipe==0.10.31", "not offered for this Python"),
        ("ERROR: something new", "something new"),
    ],
)
def test_what_pip_says_becomes_a_sentence(dev, project, monkeypatch, said, problem):
    room = dev.dev_environment
    script = project / "pip.py"
    script.write_text(f"print({said!r}); raise SystemExit(1)")
    real = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda _, **more: real([sys.executable, str(script)], **more))
    with pytest.raises(dev.dev_system.SetupError, match=problem) as failure:
        room._install([])
    assert str(room.LOG) in failure.value.remedy


# What has to be built


def test_what_was_built_once_is_taken_from_the_cache(dev, project, monkeypatch):
    room = dev.dev_wheels
    monkeypatch.setattr(room, "cache_folder", lambda: project / "cache")
    ran = []

    def pip(arguments, doing):
        ran.append((arguments[:2], doing))
        (Path(arguments[-1]) / "llama_cpp_python-0.3.36-py3-none-any.whl").write_bytes(b"wheel")

    asked = {"extras": ("window", "llama"), "pip": pip, "otherwise": project / "wheels"}
    first = room.wheels(project, **asked)
    assert ran == [(["wheel", "llama-cpp-python==0.3.36"], "building")]
    assert room.wheels(project, **asked) == first
    assert len(ran) == 1
    assert [path.name for path in first[0].parent.iterdir()] == [first[0].name]
    assert project / "cache" in first[0].parents


def test_a_build_that_fails_leaves_nothing(dev, project, monkeypatch):
    room = dev.dev_wheels
    monkeypatch.setattr(room, "cache_folder", lambda: project / "cache")

    def pip(arguments, _):
        (Path(arguments[-1]) / "half").write_bytes(b"x")
        raise dev.dev_system.SetupError("pip could not.", remedy="Nothing.")

    with pytest.raises(dev.dev_system.SetupError):
        room.wheels(project, extras=("llama",), pip=pip, otherwise=project / "wheels")
    assert not [path for path in (project / "cache").rglob("*") if path.is_file()]


def test_where_no_cache_can_be_kept_the_environment_keeps_it(dev, project, monkeypatch):
    room = dev.dev_wheels
    (project / "file").write_bytes(b"")
    monkeypatch.setattr(room, "cache_folder", lambda: project / "file" / "below")

    def pip(arguments, _):
        (Path(arguments[-1]) / "llama_cpp_python-0.3.36-py3-none-any.whl").write_bytes(b"wheel")

    found = room.wheels(project, extras=("llama",), pip=pip, otherwise=project / "wheels")
    assert found[0].parent == project / "wheels"


def test_without_a_compiler_it_is_installed_or_said(dev, project, monkeypatch):
    room = dev.dev_wheels
    monkeypatch.setattr(room, "cache_folder", lambda: project / "cache")
    monkeypatch.delenv("CXX", raising=False)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    asked = {"extras": ("llama",), "pip": lambda *_: pytest.fail("built"), "otherwise": project / "wheels"}
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev.dev_system, "_is_debian", lambda: False)
    with pytest.raises(dev.dev_system.SetupError, match="no C\\+\\+ compiler was found") as failure:
        room.wheels(project, **asked)
    assert "build-essential" in failure.value.remedy
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(dev.dev_system.SetupError) as failure:
        room.wheels(project, **asked)
    assert "xcode-select" in failure.value.remedy


def test_the_demo_needs_no_torch_and_the_tests_have_everything(dev):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(dev.dev_verbs.TEST_EXTRAS) == set(project["optional-dependencies"]) - {"keychain"}


# The system


def test_a_missing_library_is_installed_through_apt_where_that_is_allowed(dev, monkeypatch):
    room = dev.dev_system
    ran = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(room, "_loads", lambda soname: soname != "libz.so.1")
    monkeypatch.setattr(room, "_is_debian", lambda: True)
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(room, "_apt", lambda command: bool(ran.append(list(command))) or True)
    assert room.ensure_libraries() == ["zlib1g"]
    assert ran == [["apt-get", "install", "-y", "--no-install-recommends", "zlib1g"]]


@pytest.mark.parametrize(
    ("debian", "user", "remedy"),
    [
        (True, 1000, "sudo apt-get install -y --no-install-recommends libstdc++6 libgcc-s1 zlib1g"),
        (False, 0, "Install what your system calls libstdc++6 libgcc-s1 zlib1g"),
    ],
)
def test_where_it_may_not_it_prints_the_exact_command(dev, monkeypatch, debian, user, remedy):
    room = dev.dev_system
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(room, "_loads", lambda _: False)
    monkeypatch.setattr(room, "_is_debian", lambda: debian)
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    nothing_may_run(monkeypatch)
    with pytest.raises(room.SetupError) as failure:
        room.ensure_libraries()
    assert remedy in failure.value.remedy
    assert "libz.so.1 (for av, pillow)" in failure.value.problem


def test_the_libraries_are_all_here(dev):
    assert dev.dev_system.ensure_libraries(("window",)) == []


def test_the_windows_libraries_come_with_its_extra_only(dev, monkeypatch):
    room = dev.dev_system
    asked = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(room, "_loads", lambda soname: "xcb" not in soname)
    monkeypatch.setattr(room, "install", lambda packages, **_: asked.append(list(packages)))
    room.ensure_libraries(("dev",))
    assert asked == []
    room.ensure_libraries(("dev", "window"))
    assert "libxcb-cursor0" in asked[0]


def test_a_python_without_venv_gets_its_package(dev, monkeypatch):
    room = dev.dev_system
    answers = iter([False, True])
    asked = []
    monkeypatch.setattr(room, "_has_venv", lambda: next(answers))
    monkeypatch.setattr(room, "install", lambda packages, **_: asked.extend(packages))
    room.ensure_venv_module()
    assert asked == [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]


# The verbs


def test_a_failure_is_two_lines_and_an_exit_code(dev, capsys):
    assert dev.dev_verbs.main(["demo", "--video", "/nowhere/film.mp4"]) == 1
    said = capsys.readouterr().err
    assert said.splitlines() == [
        "Set-up stopped: There is no video at /nowhere/film.mp4.",
        "What to do: Check the path after --video.",
    ]


def test_an_interrupt_and_a_full_disk_are_sentences(dev, monkeypatch, capsys):
    def stop(**_):
        raise KeyboardInterrupt

    monkeypatch.setattr(dev.dev_verbs, "run_demo", stop)
    assert dev.dev_verbs.main(["demo"]) == 130

    def full(**_):
        raise OSError(28, "No space left on device", "somewhere")

    monkeypatch.setattr(dev.dev_verbs, "run_demo", full)
    assert dev.dev_verbs.main(["demo"]) == 1
    said = capsys.readouterr().err
    assert "No space left on device" in said
    assert "Traceback" not in said


def test_what_follows_test_goes_to_pytest(dev, monkeypatch):
    handed = []
    monkeypatch.setattr(dev.dev_verbs, "run_tests", lambda rest: bool(handed.append(rest)) or 3)
    assert dev.dev_verbs.main(["test", "-k", "house", "--durations=3", "tests/core"]) == 3
    assert handed == [["-k", "house", "--durations=3", "tests/core"]]


def test_demo_fetches_analyses_and_opens_the_report(dev, tmp_path, monkeypatch, capsys):
    room = dev.dev_verbs
    video, out = tmp_path / "ein Film ü.mp4", tmp_path / "out"
    video.write_bytes(b"film")
    ran, opened = [], []

    def run(command, **_):
        ran.append([str(word) for word in command[1:]])
        if "analyse" in command:
            out.mkdir()
            (out / "report.html").write_text("report")
        return SimpleNamespace(returncode=1 if "verify" in command else 0)

    monkeypatch.setattr(dev.dev_environment, "ensure", lambda **_: Path("python"))
    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(room.webbrowser, "open", lambda address: bool(opened.append(address)) or True)
    monkeypatch.setattr(room, "has_display", lambda: True)
    assert room.main(["demo", "--video", str(video), "--out", str(out)]) == 0
    assert ran == [
        ["-m", "core", "models", "verify", "face-landmarker", "expression-network"],
        ["-m", "core", "models", "fetch", "face-landmarker", "expression-network"],
        ["-m", "core", "analyse", str(video), "--out", str(out)],
    ]
    assert "opens in your browser" in capsys.readouterr().out
    assert opened == [(out / "report.html").as_uri()]


@pytest.mark.parametrize(
    ("display", "words", "window"),
    [(True, [], True), (False, [], False), (True, ["--no-open"], False), (True, ["--out", "results"], False)],
)
def test_the_demo_opens_the_window_where_there_is_a_display(dev, monkeypatch, display, words, window):
    room = dev.dev_verbs
    ran, extras = [], []

    def run(command, **_):
        ran.append([str(word) for word in command[1:]])
        return SimpleNamespace(returncode=0, stdout="clip.mp4")

    monkeypatch.setattr(dev.dev_environment, "ensure", lambda **more: extras.append(more) or Path("python"))
    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(room, "has_display", lambda: display)
    assert room.main(["demo", *words]) == 0
    assert (["-m", "app", "--example"] in ran) is window
    assert any("analyse" in command for command in ran) is not window
    assert extras == [{"extras": ("window",)} if window else {}]


@pytest.mark.parametrize(
    ("platform", "environment", "seen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":10", "SSH_CONNECTION": "a b"}, False),
        ("darwin", {}, True),
        ("win32", {}, True),
        ("win32", {"CI": "true"}, False),
    ],
)
def test_a_browser_opens_only_where_it_is_seen(dev, monkeypatch, platform, environment, seen):
    for name in ("CI", "SSH_CONNECTION", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert dev.dev_verbs.has_display() is seen
