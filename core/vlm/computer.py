"""How much memory this computer has, main and on the graphics card. Out: bytes. Loads no library of an engine."""

import contextlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib import metadata

from core.vlm.backend import Device

SHARED_SHARE = 2 / 3
"""Of the main memory of an Apple computer, what its graphics card may have; Metal's own figure is this or more."""
DRIVER = "nvidia-smi"
PATIENCE_S = 10.0


@dataclass(frozen=True, slots=True)
class Computer:
    """Memory in bytes; None where it cannot be told, or where there is no device."""

    main: int | None
    """Free."""
    device: int | None = None
    """Free."""
    kind: Device = "cpu"
    """Of the device: `mps` shares the main memory."""
    main_total: int | None = None
    device_total: int | None = None


def this_computer() -> Computer:
    """Memory now. Asks the system and the driver's own program: torch, which would know, takes seconds to load."""
    main, total = _main_memory()
    kind = device_here()
    if kind == "mps":
        shared = None if total is None else int(total * SHARED_SHARE)
        free = shared if main is None or shared is None else min(main, shared)
        return Computer(main, free, kind, total, shared)
    if kind == "cuda":
        free, whole = _card_memory()
        return Computer(main, free, kind, total, whole)
    return Computer(main, main_total=total)


def device_here() -> Device:
    """The device that torch can use here, told without loading it."""
    if sys.platform == "darwin" and platform.machine() == "arm64":
        return "mps"
    with contextlib.suppress(metadata.PackageNotFoundError):
        if shutil.which(DRIVER) is not None and "+cpu" not in metadata.version("torch"):
            return "cuda"
    return "cpu"


def _main_memory() -> tuple[int | None, int | None]:
    """Free and in all."""
    if importlib.util.find_spec("psutil") is not None:
        import psutil

        found = psutil.virtual_memory()
        return int(found.available), int(found.total)
    names = getattr(os, "sysconf_names", ())
    pages = [os.sysconf(name) if name in names else None for name in ("SC_AVPHYS_PAGES", "SC_PHYS_PAGES")]
    free, total = (None if one is None else one * os.sysconf("SC_PAGE_SIZE") for one in pages)
    return free, total


def _card_memory() -> tuple[int | None, int | None]:
    """Free and in all, of the first card that torch sees; None where the driver does not tell."""
    card = os.environ.get("CUDA_VISIBLE_DEVICES", "0").split(",")[0].strip()
    asked = [DRIVER, "--query-gpu=memory.free,memory.total", "--format=csv,noheader,nounits", "-i", card]
    try:
        told = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=PATIENCE_S).stdout
        free, whole = (int(float(one) * 2**20) for one in told.splitlines()[0].split(","))
    except (OSError, ValueError, IndexError, subprocess.TimeoutExpired):
        return None, None
    return free, whole
