"""What must be there before pip can do its work: a usable Python and a few shared libraries of the system.

Comes in: this computer. Goes out: nothing when all is well, else what was installed through apt, or a `SetupError`
with the exact command. Standard library only; knows nothing of this project's packages but what they link against.
"""

import ctypes
import importlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class SetupError(Exception):
    """Why the set-up cannot go on, and what to do about it."""

    def __init__(self, problem: str, *, remedy: str) -> None:
        super().__init__(f"{problem} {remedy}")
        self.problem = problem
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Library:
    """A shared library that wheels expect to find on the system."""

    soname: str
    package: str
    """Its package on Debian and Ubuntu."""
    needed_by: str
    extra: str = ""
    """The extra it comes with; empty for the base installation."""


LIBRARIES = (
    Library("libstdc++.so.6", "libstdc++6", "mediapipe, ai-edge-litert, matplotlib"),
    Library("libgcc_s.so.1", "libgcc-s1", "mediapipe, numpy"),
    Library("libz.so.1", "zlib1g", "av, pillow"),
    *(
        Library(soname, package, "the window", extra="window")
        for soname, package in (
            ("libEGL.so.1", "libegl1"),
            ("libGL.so.1", "libgl1"),
            ("libglib-2.0.so.0", "libglib2.0-0"),
            ("libfontconfig.so.1", "libfontconfig1"),
            ("libfreetype.so.6", "libfreetype6"),
            ("libdbus-1.so.3", "libdbus-1-3"),
            ("libxkbcommon.so.0", "libxkbcommon0"),
            ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
            ("libX11-xcb.so.1", "libx11-xcb1"),
            ("libxcb-cursor.so.0", "libxcb-cursor0"),
            ("libxcb-icccm.so.4", "libxcb-icccm4"),
            ("libxcb-image.so.0", "libxcb-image0"),
            ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
            ("libxcb-randr.so.0", "libxcb-randr0"),
            ("libxcb-render-util.so.0", "libxcb-render-util0"),
            ("libxcb-shape.so.0", "libxcb-shape0"),
            ("libxcb-xkb.so.1", "libxcb-xkb1"),
            ("libportaudio.so.2", "libportaudio2"),
        )
    ),
)
"""Read off the loader (LD_DEBUG=libs) while Face Landmarker, the expression network, PyAV and matplotlib worked, and
off ldd for Qt's own libraries and its X11 plugin. mediapipe 0.10.31 on the CPU asks for no OpenGL."""


def check_platform() -> None:
    """Raises `SetupError` on systems for which there are no wheels."""
    if sys.platform.startswith("linux") and platform.libc_ver()[0] not in ("glibc", ""):
        raise SetupError("The packages are built for glibc, which this Linux does not use.", remedy=_OTHER_SYSTEM)
    if sys.platform.startswith("linux") and Path("/etc/alpine-release").exists():
        raise SetupError("Alpine Linux has no glibc, for which the packages are built.", remedy=_OTHER_SYSTEM)
    if sys.maxsize < 2**32:
        raise SetupError("This is a 32-bit Python.", remedy="Install a 64-bit Python 3.11 or newer and try again.")


def ensure_venv_module() -> list[str]:
    """Makes sure Python can make environments. Returns the packages that had to be installed for it."""
    if _has_venv():
        return []
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    install([package], why="This Python cannot make environments: its venv module is a package of its own.")
    importlib.invalidate_caches()
    if not _has_venv():
        raise SetupError(
            "This Python still cannot make environments.",
            remedy="Install Python 3.11 or newer from python.org, or your system's python3-venv, and try again.",
        )
    return [package]


def ensure_libraries(extras: Sequence[str] = ()) -> list[str]:
    """Makes sure the shared libraries are there. Returns the packages that had to be installed."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = (library for library in LIBRARIES if library.extra in ("", *extras))
    missing = [library for library in wanted if not _loads(library.soname)]
    if not missing:
        return []
    names = ", ".join(f"{library.soname} (for {library.needed_by})" for library in missing)
    packages = [library.package for library in missing]
    install(packages, why=f"Shared libraries are missing: {names}.")
    return packages


def install(packages: Sequence[str], *, why: str) -> None:
    """Installs packages of the system when that is allowed without asking, else says how to."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not _is_debian() or shutil.which("apt-get") is None:
        raise SetupError(
            why, remedy=f"Install what your system calls {' '.join(packages)} (Debian's names) and run this again."
        )
    if os.name == "nt" or os.geteuid() != 0:
        raise SetupError(why, remedy=f"Run this, then the same command again: sudo {' '.join(command)}")
    print(f"{why} Installing {' '.join(packages)} with apt-get.", flush=True)
    if not _apt(command) and not (_apt(["apt-get", "update"]) and _apt(command)):
        raise SetupError(
            f"{why} apt-get could not install {' '.join(packages)}.",
            remedy=f"See what it says: {' '.join(command)}",
        )


def _apt(command: Sequence[str]) -> bool:
    # Another apt may be at work on a machine that has just started: wait for it rather than fail.
    waiting = [command[0], "-o", "DPkg::Lock::Timeout=120", "-qq", *command[1:]]
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(waiting, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return done.returncode == 0


def _has_venv() -> bool:
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def _is_debian() -> bool:
    try:
        words = Path("/etc/os-release").read_text(encoding="utf-8").replace('"', "").split()
    except OSError:
        return False
    return any(word in ("ID=debian", "ID=ubuntu", "debian", "ubuntu", "ID_LIKE=debian") for word in words)


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


_OTHER_SYSTEM = "Use Debian, Ubuntu, Fedora or another Linux with glibc, or macOS or Windows."
