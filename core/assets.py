"""The only way to a file of `resources/`: in the source tree, in an installed package, in a frozen program."""

import sys
from pathlib import Path


def resource(relative: str) -> Path:
    """The path of a file or folder below `resources/`. Raises `FileNotFoundError` when the installation lacks it."""
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    roots = [here / "_resources", here.parent / "resources"]
    if frozen is not None:
        roots.insert(0, Path(str(frozen)) / "core" / "_resources")
    for root in roots:
        if (root / relative).exists():
            return root / relative
    raise FileNotFoundError(f"resource {relative} is missing from this installation")
