"""The shape of the tree: what may stand where, how long a file may be, what no tracked file may say."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
AT_ROOT = {
    "pyproject.toml",
    "README.md",
    "app",
    "core",
    "finetune",
    "resources",
    "tests",
    "packaging",
    ".ci",
    ".gitignore",
    ".gitattributes",
}
NO_PACKAGE = ("packaging", "resources", "tests")
LINES = 500
LONGER: dict[str, str] = {}
"""Files that may be longer, each with the reason. Only shrinks."""
JUNK_DRAWERS = {"utils", "util", "misc", "helpers", "helper", "common", "manager"}
NETWORK_MODULES = {
    "socket",
    "ssl",
    "urllib",
    "http",
    "ftplib",
    "smtplib",
    "socketserver",
    "requests",
    "httpx",
    "aiohttp",
}
MAY_CONNECT = {"core/models/download.py", "core/vlm/server_link.py"}
"""The first where the user fetches a model, the second where a plan names a server that runs one."""


def tracked() -> list[str]:
    """Every file git would take, tracked or new."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return sorted(name for name in set(listed.stdout.split("\0")) if name and (ROOT / name).is_file())


def sources(*rooms: str) -> list[str]:
    return [name for name in tracked() if name.endswith(".py") and name.split("/")[0] in rooms]


def parsed(name: str) -> ast.Module:
    return ast.parse((ROOT / name).read_text(encoding="utf-8"))


def imports(name: str) -> set[str]:
    """Top-level names of everything a file imports, wherever in the file."""
    found: set[str] = set()
    for node in ast.walk(parsed(name)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def test_only_the_agreed_entries_stand_at_the_root():
    assert {name.split("/")[0] for name in tracked()} <= AT_ROOT


@pytest.mark.parametrize("room", NO_PACKAGE)
def test_no_init_that_would_hide_a_real_package(room):
    assert not [name for name in tracked() if name.startswith(f"{room}/") and name.endswith("__init__.py")]


def test_resources_hold_no_python():
    assert not sources("resources")


def test_a_file_is_read_in_one_sitting():
    lengths = {
        name: len((ROOT / name).read_text(encoding="utf-8").splitlines())
        for name in sources("app", "core", "finetune", "tests", "packaging")
    }
    too_long = {name: lines for name, lines in lengths.items() if lines > LINES and name not in LONGER}
    assert not too_long, f"cut along a seam, the limit is {LINES} lines"


def test_no_junk_drawers():
    parts = {name: set(re.split(r"[/._]", name)) for name in sources("app", "core", "finetune", "packaging")}
    assert not [name for name, words in parts.items() if words & JUNK_DRAWERS]


def test_a_module_says_what_it_is_for():
    silent = [
        name
        for name in sources("app", "core", "finetune", "packaging")
        if len((ast.get_docstring(parsed(name)) or "").split()) < 6
    ]
    assert not silent, "what comes in, what goes out, what it must not know"


def test_two_files_open_connections():
    found = {name: imports(name) & NETWORK_MODULES for name in sources("app", "core", "finetune")}
    assert {name for name, modules in found.items() if modules} == MAY_CONNECT


def test_one_file_starts_pip():
    texts = {name: (ROOT / name).read_text(encoding="utf-8") for name in sources("app", "core", "finetune")}
    assert [name for name, text in texts.items() if '"pip"' in text] == ["core/models/wheel.py"]


def test_set_up_needs_the_standard_library_only():
    own = {Path(name).stem for name in sources("packaging")}
    for name in sources("packaging"):
        assert imports(name) <= sys.stdlib_module_names | own, name


def test_no_path_of_a_machine_and_no_registry_host():
    # Cut in two so that this file does not hold what it looks for.
    forbidden = ["/wo" + "rk/", "/fa" + "rm/", "pypi" + ".org", "files.python" + "hosted", "registry.npm" + "js"]
    forbidden += ["deb.debian" + ".org", "/root" + "/.", "hugging" + "face.co/"]
    found = []
    for name in tracked():
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{name}: {word}" for word in forbidden if word in text]
    assert not found


def test_nothing_reads_like_unfinished_work():
    words = re.compile(
        r"\bTO"
        + r"DO\b|\bFIX"
        + r"ME\b|\bXX"
        + r"X\b|coming so"
        + r"on|not (yet )?implem"
        + "ented|NotImplementedError\\("
    )
    names = [*sources("app", "core", "finetune", "packaging"), *(name for name in tracked() if name.endswith(".md"))]
    found = [name for name in names if words.search((ROOT / name).read_text(encoding="utf-8"))]
    assert not found


def test_the_changelog_knows_the_current_version():
    version = re.search(r'__version__ = "([^"]+)"', (ROOT / "core/__init__.py").read_text(encoding="utf-8"))
    assert version is not None
    assert f"## {version[1]}\n" in (ROOT / "resources/CHANGELOG.md").read_text(encoding="utf-8")


def test_the_licence_is_whole_and_named():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license"] == "Apache-2.0"
    text = (ROOT / "packaging/LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert all((ROOT / name).is_file() for name in project["license-files"])


def test_ci_runs_what_the_readme_says():
    script = ROOT / ".ci/run"
    assert script.stat().st_mode & 0o111, ".ci/run has no executable bit"
    command = "python3 packaging/dev.py test"
    assert command in script.read_text(encoding="utf-8")
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")
