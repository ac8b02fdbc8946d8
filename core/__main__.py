"""The command `videmo`. Comes in: a command line. Goes out: an exit code. Loads a verb's module only to run it.

The one place that turns failures into words: an expected one into a sentence and what to do, a fault of the program
into its traceback with the assurance that nothing left the computer.
"""

import argparse
import importlib
import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, cast

from core import __version__
from core.errors import ExpectedError

EXIT_INTERRUPTED = 130
EXIT_PIPE_CLOSED = 141
EXIT_FAULT = 70

INTENDED_USE = (
    "Documentation and research aid; describes visible facial behaviour; not for diagnosis, treatment, risk or "
    "credibility decisions."
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A word after `videmo` and the module that carries it out."""

    name: str
    module: str
    help: str


VERBS = (
    # A new verb is a line here, a module with `add_arguments` and `run`, and a row in README.md.
    Verb("analyse", "core.commands.analyse", "read the faces of a recording and write the report"),
    Verb("ask", "core.commands.ask", "put one published question to a language model about a recording"),
    Verb("probe", "core.commands.probe", "tell what a recording holds"),
    Verb("check", "core.commands.check", "tell how long an hour of video takes on this computer and what is missing"),
    Verb("study", "core.commands.study", "keep sessions, analyses and reviews in one encrypted file"),
    Verb("open", "core.commands.open", "open the window, with a study if one is named"),
    Verb("imports", "core.commands.imports", "tell what an annotation file of another tool holds"),
    Verb("statistics", "core.commands.statistics", "compare coders whose files other tools wrote"),
    Verb("train", "core.commands.train", "teach a language model from corrected sessions, pause it, compare results"),
    Verb("adapters", "core.commands.adapters", "list, compare, adopt, export or remove adapters that training gave"),
    Verb("models", "core.commands.models", "list, fetch, verify or import models and samples"),
)


class VerbModule(Protocol):
    """What a module in `core.commands` offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Describes the verb's arguments, each with its help."""
        ...

    def run(self, args: argparse.Namespace) -> int:
        """Carries the verb out and returns the exit code."""
        ...


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    return guarded(lambda: _run(words))


def guarded(work: Callable[[], int]) -> int:
    """Runs a command and turns whatever goes wrong into words; returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a name in a script the console lacks must not end the run
            stream.reconfigure(errors="replace")
    try:
        code = work()
        sys.stdout.flush()
        return code
    except ExpectedError as failure:
        print(f"videmo: {failure.problem}\nWhat to do: {failure.remedy}", file=sys.stderr)
        return failure.exit_code
    except KeyboardInterrupt:
        print("\nvidemo: stopped as you asked. What was finished before is kept.", file=sys.stderr)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # The reader (head, less) went away; without this Python complains once more while it shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_PIPE_CLOSED
    except SystemExit as end:  # argparse: 0 after --help, 2 after a wrong argument
        return end.code if isinstance(end.code, int) else 0
    except Exception:
        traceback.print_exc()
        print(
            f"\nvidemo: this is a fault in VidEmo Studio {__version__}, not in what you did. "
            "Nothing was sent anywhere.\nWhat to do: copy the lines above into an issue where you got VidEmo Studio "
            "from; look through them first, they may name your files.",
            file=sys.stderr,
        )
        return EXIT_FAULT


def parser_for(verb: str | None) -> argparse.ArgumentParser:
    """The parser of the whole command line, with the arguments of `verb` filled in. Loads that verb's module only."""
    parser = argparse.ArgumentParser(
        prog="videmo",
        description="Reads displayed emotion in recordings on this computer, with reasons that can be checked.",
        epilog=INTENDED_USE,
    )
    parser.add_argument("--version", action="version", version=f"VidEmo Studio {__version__}", help="show the version")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for known in VERBS:
        below = verbs.add_parser(known.name, help=known.help, description=known.help.capitalize() + ".")
        if known.name == verb:
            _load(known).add_arguments(below)
    return parser


def _run(words: Sequence[str]) -> int:
    named = next((word for word in words if not word.startswith("-")), None)
    parser = parser_for(named)
    if not words:
        parser.print_help()
        return 0
    args = parser.parse_args(words)
    verb = next(known for known in VERBS if known.name == args.verb)
    return _load(verb).run(args)


def _load(verb: Verb) -> VerbModule:
    return cast("VerbModule", importlib.import_module(verb.module))


if __name__ == "__main__":
    sys.exit(main())
