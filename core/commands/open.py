"""`videmo open`: starts the window as a process of its own. In: an optional study. Out: the window's exit code.

The command knows nothing of the window but its name: `python -m app`. Where the extra is not installed, it says so.
"""

import argparse
import importlib.util
import subprocess
import sys
from pathlib import Path

import core
from core.errors import ExpectedError, UsageError

NEEDED = ("PySide6", "pyqtgraph")


class NoWindowError(ExpectedError):
    """The window is not installed."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's arguments."""
    parser.add_argument("study", nargs="?", type=Path, metavar="STUDY", help="a study to open (default: start page)")
    parser.add_argument("--example", action="store_true", help="open the analysed example")


def run(args: argparse.Namespace) -> int:
    """Starts the window and returns when it is closed."""
    if args.study is not None and not args.study.is_file():
        raise UsageError(
            f"There is no study {args.study}.", remedy="Look at its path, or start the window without a study."
        )
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise NoWindowError(
            f"The window is not installed ({', '.join(missing)} is missing).",
            remedy="Install it with: python -m pip install 'videmo-studio[window]'",
        )
    command = [sys.executable, "-m", "app"]
    command += [str(args.study.resolve())] if args.study is not None else []
    command += ["--example"] if args.example else []
    # From where `core` lies, `app` lies beside it, whatever is called `app` in the user's folder.
    return subprocess.run(command, check=False, cwd=Path(core.__file__).resolve().parents[1]).returncode
