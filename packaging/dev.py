"""The two set-up commands: `python3 packaging/dev.py demo` and `python3 packaging/dev.py test`.

Comes in: a fresh checkout and whatever Python started this file. Goes out: a working `.venv`, and then a report of
the sample or the outcome of the tests. Standard library only. This file itself is written so that Python 3.6 can
read it (annotations stand in quotes): it finds a newer one and hands over; all else is in the files beside it.
"""

import os
import shutil
import subprocess
import sys

NEEDED = (3, 11)
MINORS = (11, 12, 13, 14)
"""Looked for in this order: the tests run on 3.11, so it comes first."""


def newer_pythons() -> "list[list[str]]":
    """Command lines that may start a new enough Python, best first. Whether they do is tried by the caller."""
    found = []
    for minor in MINORS:
        path = shutil.which(f"python3.{minor}")
        if path:
            found.append([path])
        if os.name == "nt" and shutil.which("py"):
            found.append(["py", f"-3.{minor}"])
    return found


def is_new_enough(command: "list[str]") -> bool:
    """Whether a command really starts a Python that will do: version managers leave shims that start nothing."""
    question = f"import sys; raise SystemExit(sys.version_info[:2] < {NEEDED})"
    nothing = subprocess.DEVNULL
    try:
        return subprocess.call([*command, "-c", question], stdin=nothing, stdout=nothing, stderr=nothing) == 0
    except OSError:
        return False


def hand_over() -> int:
    """Starts this file again with a newer Python, or says what to install."""
    for command in newer_pythons():
        if is_new_enough(command):
            return subprocess.call([*command, *sys.argv])
    sys.stderr.write(
        f"VidEmo Studio needs Python 3.11 or newer; this is {sys.version_info[0]}.{sys.version_info[1]}, and no newer "
        "one was found.\nWhat to do: install one and run this command again. Debian and Ubuntu: apt-get install "
        "python3.11 python3.11-venv; Fedora: dnf install python3.11; macOS and Windows: the installer of python.org.\n"
    )
    return 1


if __name__ == "__main__":
    if sys.version_info[:2] < NEEDED:
        sys.exit(hand_over())
    import dev_verbs

    sys.exit(dev_verbs.main(sys.argv[1:]))
