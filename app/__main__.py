"""The program `videmo-studio`. In: a command line (a study to open, or nothing). Out: an exit code.

Little is imported before the window is on the screen: `tests/app/test_start.py` holds that.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Opens the window and returns when it is closed."""
    parser = argparse.ArgumentParser(
        prog="videmo-studio", description="Read, doubt and correct displayed emotion in recorded sessions."
    )
    parser.add_argument("study", nargs="?", type=Path, metavar="STUDY", help="a study (*.vemo) to open")
    parser.add_argument("--example", action="store_true", help="open the analysed example")
    parser.add_argument("--session", type=int, metavar="N", help="the session of the study to show, by its number")
    parser.add_argument("--at", type=float, default=0.0, metavar="S", help="the moment of it to show, in seconds")
    args = parser.parse_args(sys.argv[1:] if argv is None else argv)
    from app.application import start

    return start(study=args.study, example=args.example, session=args.session, at_s=args.at)


if __name__ == "__main__":
    sys.exit(main())
