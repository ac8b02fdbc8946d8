"""`videmo study`: make, fill, correct, secure and move studies. In: a command line. Out: lines to read."""

import argparse
from collections.abc import Callable

from core.commands import study_content, study_file, study_people, study_review, study_statistics, study_tracks

Run = Callable[[argparse.Namespace], int]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One parser for each action, filled in by the module that carries it out."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for module in (study_file, study_content, study_review, study_people, study_tracks, study_statistics):
        for name, describe, help_text in module.ACTIONS:
            describe(actions.add_parser(name, help=help_text, description=help_text.capitalize() + "."))


def run(args: argparse.Namespace) -> int:
    """Runs one action and returns the exit code."""
    action: Run = args.run_action
    return action(args)
