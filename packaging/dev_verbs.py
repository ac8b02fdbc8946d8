"""`demo` and `test`: what `dev.py` does once a new enough Python runs it.

Comes in: the command line. Goes out: an exit code; every failure is one sentence and what to do. The work itself is
done by the window, `videmo` and pytest inside the environment.
"""

import argparse
import os
import subprocess
import sys
import webbrowser
from collections.abc import Sequence
from pathlib import Path

import dev_environment
from dev_system import SetupError

ROOT = dev_environment.ROOT
MODELS = ("face-landmarker", "expression-network")
SAMPLE = "sample"
TEST_EXTRAS = ("dev", "window", "local", "llama", "convert", "server", "train")
EXIT_FAILED = 1
EXIT_INTERRUPTED = 130


def main(argv: Sequence[str]) -> int:
    """Runs a verb and returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python3 packaging/dev.py",
        description="Sets VidEmo Studio up in .venv, then shows it at work or tests it. The second run starts at once.",
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    demo = verbs.add_parser("demo", help="open the window on the analysed example, or analyse a video of your own")
    demo.add_argument("--video", type=Path, metavar="PATH", help="a video of your own instead of the sample")
    demo.add_argument("--out", type=Path, metavar="DIR", help="where the results go (default: below videmo-out)")
    demo.add_argument("--no-open", action="store_true", help="open nothing: write the report and say where it is")
    verbs.add_parser("test", help="run every check and test; what follows is handed to pytest")
    args, rest = parser.parse_known_args(argv)
    if rest and args.verb == "demo":
        parser.error(f"demo does not know {' '.join(rest)}")
    try:
        if args.verb == "demo":
            return run_demo(video=args.video, out=args.out, opens=not args.no_open)
        return run_tests(rest)
    except SetupError as failure:
        print(f"Set-up stopped: {failure.problem}\nWhat to do: {failure.remedy}", file=sys.stderr)
    except OSError as failure:
        print(
            f"Set-up stopped: {failure.strerror or failure} ({failure.filename or ROOT}).\n"
            "What to do: check that the disk has room and that the project folder belongs to you, then run this again.",
            file=sys.stderr,
        )
    except KeyboardInterrupt:
        print("\nStopped as you asked. Run the same command again to go on.", file=sys.stderr)
        return EXIT_INTERRUPTED
    return EXIT_FAILED


def run_demo(*, video: Path | None, out: Path | None, opens: bool) -> int:
    """Opens the window on the example; with a video, a folder, or no display it writes the report instead."""
    if video is not None and not video.is_file():
        raise SetupError(f"There is no video at {video}.", remedy="Check the path after --video.")
    opens = opens and has_display()
    if opens and video is None and out is None:
        python = dev_environment.ensure(extras=("window",))
        fetch(python, (*MODELS, SAMPLE))
        print("The window opens on the example.", flush=True)
        return subprocess.run([python, "-m", "app", "--example"], cwd=ROOT, check=False).returncode
    python = dev_environment.ensure()
    fetch(python, MODELS if video else (*MODELS, SAMPLE))
    chosen = video.resolve() if video else sample(python)
    folder = out.resolve() if out else ROOT / "videmo-out" / chosen.stem
    print(f"Analysing {chosen}", flush=True)
    code = subprocess.run([python, "-m", "core", "analyse", chosen, "--out", folder], cwd=ROOT, check=False).returncode
    if code != 0:
        return code
    report = folder / "report.html"
    if opens and report.exists() and webbrowser.open(report.as_uri()):
        print("The report opens in your browser.", flush=True)
    return 0


def run_tests(arguments: Sequence[str]) -> int:
    """Runs pytest, which holds every check of the house: layout, contracts, ruff, pyright, documentation, tests."""
    python = dev_environment.ensure(extras=TEST_EXTRAS)
    fetch(python, (*MODELS, SAMPLE))
    spread = () if arguments else ("-n", "auto", "--dist", "worksteal")  # somebody who picks tests gets them one by one
    return subprocess.run([python, "-m", "pytest", *spread, *arguments], cwd=ROOT, check=False).returncode


def fetch(python: Path, names: Sequence[str]) -> None:
    """Makes sure the models are on this computer: whoever runs `demo` or `test` asks for them."""
    catalogue = [python, "-m", "core", "models"]
    here = subprocess.run([*catalogue, "verify", *names], cwd=ROOT, capture_output=True, check=False).returncode == 0
    if here:
        return
    print(f"Models: fetching {', '.join(names)} (about 15 MB), as this command asks for them.", flush=True)
    # The results are silent here, progress and remarks are not.
    done = subprocess.run(
        [*catalogue, "fetch", *names], cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False
    )
    if done.returncode != 0:
        raise SetupError(
            "The models could not be fetched, for the reason above.",
            remedy=f"Mend that, or bring them on a USB stick: {python} -m core models import FOLDER. "
            "Then run this again.",
        )


def sample(python: Path) -> Path:
    """Where the sample clip is kept."""
    question = f"from core.models import locate; print(locate({SAMPLE!r}))"
    told = subprocess.run([python, "-c", question], cwd=ROOT, capture_output=True, text=True, check=False)
    if told.returncode != 0:
        raise SetupError("The sample clip cannot be read.", remedy=f"Run: {python} -m core models verify {SAMPLE}")
    return Path(told.stdout.strip())


def has_display() -> bool:
    """Whether a window would be seen by the person who runs this."""
    if os.environ.get("CI") or os.environ.get("SSH_CONNECTION"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
