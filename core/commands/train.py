"""`videmo train`: starts, watches and steers training. The work is done by `python -m finetune`, another room.

Comes in: a command line. Goes out: that process' exit code. Imports nothing of training: a base installation has none
of it, and the process says what is missing.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import core

ROOM = "finetune"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its actions."""
    verbs = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    sft = verbs.add_parser("sft", help="learn from corrected sessions or labelled clips, stage after stage")
    grpo = verbs.add_parser("grpo", help="reinforce an adapter that went through that: it answers, and is rewarded")
    for method, beginning in (("sft", sft), ("grpo", grpo)):
        _recipe(beginning)
        beginning.set_defaults(method=method)
        beginning.add_argument("--name", default="", help="of the run and its adapter (default: the recipe's)")
        beginning.add_argument("--anyway", action="store_true", help="start it although the estimate is red")
        _following(beginning)
    sft.add_argument("--for-accelerate", action="store_true", help="make the run and say how several processes or "
                     "computers begin it, instead of beginning it here")  # fmt: skip
    estimating = verbs.add_parser("estimate", help="tell memory, disk and hours before anything is started")
    _recipe(estimating)
    estimating.add_argument("--probe", action="store_true", help="load the model and measure some steps")
    _json(estimating)
    checking = verbs.add_parser("check", help="look over the data that a recipe names, and tell what to mend")
    _recipe(checking)
    for looking in (estimating, checking):
        looking.add_argument("--method", choices=("sft", "grpo"), default="", help="for which of both (default: the "
                             "recipe's)")  # fmt: skip
    _json(checking)
    status = _one(verbs.add_parser("status", help="tell how a run stands"))
    status.add_argument("--follow", action="store_true", help="watch it until it ends; Ctrl-C leaves it running")
    _json(status)
    for action, told in (("pause", "keep where a run stands and end its process"), ("stop", "the same, for good")):
        steering = _one(verbs.add_parser(action, help=told))
        steering.add_argument("--no-wait", action="store_true", help="do not wait until it has ended")
    resume = _one(verbs.add_parser("resume", help="go on with a run that was paused or broke off"))
    _secret(resume)
    _following(resume)
    _json(verbs.add_parser("list", help="show every run on this computer"))
    comparing = verbs.add_parser("compare", help="put what two runs reached side by side")
    comparing.add_argument("name", metavar="A", help="a run")
    comparing.add_argument("other", metavar="B", help="another run")
    _json(comparing)
    sampling = _one(verbs.add_parser("samples", help="show what the model said of held-out people, before and after, "
                        "where its tree differs from the true one, and what it earned"))  # fmt: skip
    sampling.add_argument("--look", type=int, default=None, metavar="STEP", help="of reinforcement: what was said and "
                          "earned at this step")  # fmt: skip
    sampling.add_argument("--task", default="", metavar="TASK", help="of one task alone")
    sampling.add_argument("--most", type=int, default=3, metavar="N", help="of each task (default: 3)")
    _secret(sampling)
    _json(sampling)


def run(args: argparse.Namespace) -> int:
    """Runs one action in a process of its own and returns its exit code."""
    asked = json.dumps({name: value for name, value in vars(args).items() if name != "verb"}, default=str)
    process = subprocess.Popen([sys.executable, "-P", "-m", ROOM, "asked", asked], env=environment())
    # Whoever interrupts this interrupts that process as well: it says what becomes of the run, and ends.
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return process.wait()
    finally:
        signal.signal(signal.SIGINT, heard)


def environment() -> dict[str, str]:
    """The environment in which `python -P -m finetune` finds this very program, wherever it was started from."""
    further = [str(Path(one).absolute()) for one in os.environ.get("PYTHONPATH", "").split(os.pathsep) if one]
    root = str(Path(core.__file__).resolve().parents[1])
    return os.environ | {"PYTHONPATH": os.pathsep.join([root, *further])}


def _recipe(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("recipe", nargs="?", type=Path, metavar="RECIPE", help="a recipe, NAME.toml; or name a study")
    parser.add_argument("--study", type=Path, metavar="FILE", help="learn from this study's sessions that allow it")
    parser.add_argument("--session", action="append", default=[], metavar="NAME", help="only from this one; may be "
                        "repeated")  # fmt: skip
    parser.add_argument("--preset", default="", metavar="P", help="sizes for a graphics card: tiny, 8gb, 12gb, 16gb, "
                        "24gb or 40gb")  # fmt: skip
    parser.add_argument("--adapter", default="", metavar="NAME", help="go on from this adapter, as `videmo adapters "
                        "list` names it (default: the recipe's)")  # fmt: skip
    _secret(parser)


def _secret(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help="read the study's passphrase from this "
                        "file's first line (default: $VIDEMO_PASSPHRASE, the keychain, or a question)")  # fmt: skip
    parser.add_argument("--who", default="", metavar="NAME", help="who is working, for the study's history")


def _following(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--detach", action="store_true", help="start it and return at once; it goes on by itself")


def _one(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("name", metavar="NAME", help="of the run, as `videmo train list` shows it")
    return parser


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON for other programs")
