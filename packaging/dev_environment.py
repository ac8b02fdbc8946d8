"""The environment `.venv`: made once, remembered by a stamp, mended when the project or the Python changed.

Comes in: the project folder and the extras wanted. Goes out: the environment's Python. Standard library only.
"""

import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import dev_system
import dev_wheels
from dev_system import SetupError

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "videmo-setup.json"
LOG = VENV / "videmo-setup.log"
BEAT_S = 15.0
ROOM_BYTES = {"": 900_000_000, "window": 1_500_000_000, "dev": 1_900_000_000, "local": 4_500_000_000}
"""Free disk an installation needs, pip's own temporary copies included, by extra. `local` with torch for the CPU; the
index's own torch for Linux brings the libraries of CUDA, some 5 GB more, and pip says so when they do not fit."""
FULL_BYTES = 50_000_000

REASONS = (
    (
        r"No space left|Errno 28|not enough space",
        "The disk is full.",
        "Free about 5 GB and run this again.",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError",
        "The connection to the package index is not trusted, as behind a company's proxy.",
        "Ask your network's people for their certificate and name it in PIP_CERT, then run this again.",
    ),
    (
        r"ProxyError|Cannot connect to proxy",
        "The proxy does not let pip through.",
        "Set HTTPS_PROXY to the address your network's people give you, then run this again.",
    ),
    (
        r"Temporary failure in name resolution|Name or service not known|getaddrinfo failed|nodename nor servname"
        r"|NewConnectionError|ConnectTimeout|Network is unreachable|Read timed out|Failed to establish",
        "The package index cannot be reached.",
        "Check the network, or set PIP_INDEX_URL to the index you may use, then run this again.",
    ),
    (
        r"Permission denied|Errno 13|Access is denied",
        "The project folder may not be written.",
        "Check that it belongs to you and that no program uses .venv, then run this again.",
    ),
    (
        r"No matching distribution found",
        "A package is not offered for this Python or this system.",
        "Use Python 3.11, 3.12 or 3.13 on 64-bit Linux, macOS (Apple silicon) or Windows, then run this again.",
    ),
)
"""What pip's own words mean and what to do, the first match counts."""


def ensure(*, extras: Sequence[str] = ()) -> Path:
    """The environment's Python, with the project and `extras` installed. Takes milliseconds when nothing changed."""
    begun = time.monotonic()
    recorded = _recorded()
    if PYTHON.exists() and recorded.get("project") == fingerprint() and set(extras) <= _extras(recorded):
        return PYTHON
    dev_system.check_platform()
    _need_room(extras, had=_extras(recorded))
    _ensure_venv()
    wanted = sorted(_extras(recorded) | set(extras))
    installed = dev_system.ensure_libraries(wanted)
    if installed:
        print(f"System libraries: {' '.join(installed)} installed.", flush=True)
    _install(wanted)
    STAMP.write_text(json.dumps({"project": fingerprint(), "extras": wanted}), encoding="utf-8")
    print(f"Environment: ready in {time.monotonic() - begun:.0f} s.", flush=True)
    return PYTHON


def fingerprint() -> str:
    """Changes when an installation would: what pyproject says about packages, the Python, the system, the place."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    parts = {key: project.get(key) for key in ("build-system", "project")} | {"hatch": project["tool"]["hatch"]}
    try:
        made_by = (VENV / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        made_by = ""
    text = json.dumps([parts, made_by, platform.system(), platform.machine(), str(ROOT)], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _recorded() -> dict[str, object]:
    try:
        return cast("dict[str, object]", json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def _extras(recorded: dict[str, object]) -> set[str]:
    return set(cast("list[str]", recorded.get("extras", [])))


def _need_room(extras: Sequence[str], *, had: set[str]) -> None:
    missing = [extra for extra in extras if extra not in had]
    if STAMP.exists() and not missing:  # most of it is there already
        return
    base = () if STAMP.exists() else ("",)
    needed = max(ROOM_BYTES.get(extra, 0) for extra in (*base, *missing))
    free = shutil.disk_usage(ROOT).free
    if free < needed:
        raise SetupError(
            f"The environment needs about {needed / 1e9:.1f} GB in {ROOT}; {free / 1e9:.1f} GB are free.",
            remedy="Free some space, or move the project to a larger disk, and run this again.",
        )


def _ensure_venv() -> None:
    """Makes `.venv`, or makes it anew where it no longer starts (its Python was removed, a making was broken off)."""
    if _works(PYTHON):
        return
    dev_system.ensure_venv_module()
    if VENV.exists() and any(VENV.iterdir()) and not (VENV / "pyvenv.cfg").exists():
        raise SetupError(
            f"{VENV} exists and is not a Python environment.", remedy="Move it elsewhere and run this again."
        )
    print(f"Environment: making .venv with Python {platform.python_version()}.", flush=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode != 0:
        said = (made.stdout + made.stderr).strip().splitlines()
        shutil.rmtree(VENV, ignore_errors=True)
        raise _explained("\n".join(said), f"The environment could not be made ({said[-1] if said else 'no reason'}).")


def _works(python: Path) -> bool:
    question = "import pip, sys; raise SystemExit(sys.version_info[:2] < (3, 11))"
    try:
        return subprocess.run([python, "-c", question], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _install(extras: Sequence[str]) -> None:
    target = f"{ROOT}[{','.join(extras)}]" if extras else str(ROOT)
    built = dev_wheels.wheels(ROOT, extras=extras, pip=_pip, otherwise=VENV / "wheels")
    heavy = "local" in extras
    print(
        f"Packages: installing with pip; the first time takes {'three to six' if heavy else 'one to three'} minutes.",
        flush=True,
    )
    _pip(["install", "--editable", target, *map(str, built)], "still at it")


def _pip(arguments: Sequence[str], doing: str) -> None:
    """Runs the environment's pip and says every few seconds that it is still `doing`. Raises `SetupError`."""
    command = [
        *(str(PYTHON), "-m", "pip", *arguments),
        *("--disable-pip-version-check", "--no-input", "--progress-bar=off", "--no-color"),
    ]
    # As a variable it also reaches the pip that pip starts for the build; five tries each make an offline user wait.
    patience = {"PIP_RETRIES": "1"} | os.environ
    begun = time.monotonic()
    with LOG.open("wb") as log:
        child = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, env=patience
        )
        try:
            while True:
                try:
                    code = child.wait(timeout=BEAT_S)
                    break
                except subprocess.TimeoutExpired:
                    print(f"Packages: {doing}, {time.monotonic() - begun:.0f} s.", flush=True)
        finally:
            if child.poll() is None:
                child.terminate()
                child.wait()
    if code != 0:
        text = LOG.read_text(encoding="utf-8", errors="replace")
        said = re.findall(r"^\s*(?:ERROR: |error: |\w*Error: )(.+)$", text, flags=re.MULTILINE)
        last = said[0] if said else "it does not say why"
        raise _explained(text, f"pip could not install the packages ({last}).")


def _explained(output: str, otherwise: str) -> SetupError:
    for folder in (ROOT, Path(tempfile.gettempdir())):
        if shutil.disk_usage(folder).free < FULL_BYTES:  # then pip's own words may not have fitted on it either
            return SetupError(f"The disk that holds {folder} is full.", remedy="Free about 5 GB and run this again.")
    for pattern, problem, remedy in REASONS:
        if re.search(pattern, output):
            return SetupError(problem, remedy=f"{remedy} What pip said: {LOG}" if LOG.exists() else remedy)
    return SetupError(otherwise, remedy=f"Read {LOG}." if LOG.exists() else "Check the folder and run this again.")
