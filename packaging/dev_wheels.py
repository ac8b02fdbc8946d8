"""Wheels that the package index does not have: built once, then kept in the user's cache folder.

Comes in: the extras wanted. Goes out: paths of wheels that pip installs beside the project. Building one takes minutes,
so it lies outside `.venv` and the next environment finds it. Standard library only.
"""

import os
import platform
import shutil
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

import dev_system
from dev_system import SetupError

BUILT = {"llama": "llama-cpp-python"}
"""The package that has to be built, by the extra it comes with."""
COMPILERS = ("c++", "g++", "clang++", "cl")

Pip = Callable[[Sequence[str], str], None]
"""Runs pip with arguments, and says something to the user while it runs. Raises `SetupError`."""


def wheels(root: Path, *, extras: Sequence[str], pip: Pip, otherwise: Path) -> list[Path]:
    """The wheels of `extras`; what is not in the cache is built. `otherwise` takes them where nothing can be cached."""
    found: list[Path] = []
    for extra in extras:
        if extra not in BUILT:
            continue
        requirement = _requirement(root, extra)
        version = requirement.rpartition("==")[2]
        folder = _writable(cache_folder() / f"wheels-{platform.machine()}", otherwise=otherwise)
        pattern = f"{BUILT[extra].replace('-', '_')}-{version}-*.whl"
        if not any(folder.glob(pattern)):
            _ensure_compiler(BUILT[extra])
            _build(requirement, folder=folder, pip=pip)
        found.append(next(iter(sorted(folder.glob(pattern)))))
    return found


def cache_folder() -> Path:
    """Where this program keeps what it can make again."""
    if os.name == "nt":
        local = os.environ.get("LOCALAPPDATA", "")
        return (Path(local) if local else Path.home() / "AppData/Local") / "videmo-studio" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/videmo-studio"
    chosen = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(chosen) if chosen else Path.home() / ".cache") / "videmo-studio"


def _requirement(root: Path, extra: str) -> str:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return next(line for line in project["optional-dependencies"][extra] if line.startswith(BUILT[extra]))


def _writable(folder: Path, *, otherwise: Path) -> Path:
    for one in (folder, otherwise):
        try:
            one.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(one, os.W_OK):
            return one
    raise SetupError(f"Nothing can be written to {otherwise}.", remedy="Make the folder writable and run this again.")


def _build(requirement: str, *, folder: Path, pip: Pip) -> None:
    scratch = folder / f"building-{os.getpid()}"
    scratch.mkdir()
    print(f"Packages: {requirement} is built from source, about eight minutes on two cores; once.", flush=True)
    try:
        pip(["wheel", requirement, "--no-deps", "--wheel-dir", str(scratch)], "building")
        for wheel in scratch.glob("*.whl"):
            wheel.replace(folder / wheel.name)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _ensure_compiler(package: str) -> None:
    """Makes sure there is a C++ compiler; cmake and ninja come from the package index where they are missing."""
    if os.environ.get("CXX") or any(shutil.which(name) for name in COMPILERS):
        return
    why = f"{package} is built from source, and no C++ compiler was found."
    if sys.platform.startswith("linux"):
        dev_system.install(["build-essential"], why=why)
        return
    remedy = (
        "Install the command line tools (xcode-select --install) and run this again."
        if sys.platform == "darwin"
        else "Install Visual Studio Build Tools with “Desktop development with C++” and run this again."
    )
    raise SetupError(why, remedy=remedy)
