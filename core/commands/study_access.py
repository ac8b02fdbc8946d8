"""How a verb gets at a study: its arguments, its passphrase, and a backup when one is due. Out: an open `Study`.

A passphrase never comes from the command line, where every user of the computer can read it in the list of processes:
it comes from a file, from the environment, from the system's keychain, or it is asked for without being shown.
"""

import argparse
import getpass
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from core.commands.progress_bar import show
from core.errors import UsageError
from core.project.backups import backing_up, backup_due
from core.project.container import read_header, system_base
from core.project.failures import StudyError
from core.project.keychain import stored_secret
from core.project.opening import Circumstances, open_study
from core.project.study import Study

ENVIRONMENT = "VIDEMO_PASSPHRASE"
ENVIRONMENT_NEW = "VIDEMO_NEW_PASSPHRASE"
NO_PICTURES = "export without pictures of faces, for which nobody has to have allowed to share excerpts"
EXPORTED = "written outside the study, NOT encrypted"


def add_study(parser: argparse.ArgumentParser) -> None:
    """The arguments that every verb on an existing study has."""
    parser.add_argument("study", type=Path, metavar="STUDY", help="the study's file, NAME.vemo")
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help=f"read the passphrase or recovery key from this file's first line (default: ${ENVIRONMENT}, the keychain, "
        "or a question)",
    )
    parser.add_argument(
        "--who", default="", metavar="NAME", help="who is working, for the history (default: your login)"
    )


@contextmanager
def opened(args: argparse.Namespace, *, read_only: bool = False) -> Generator[Study]:
    """The study of a verb, closed at its end; a backup is made before that if one is due.

    Verbs that only show something open it for writing too, so that the audit log says who looked.
    """
    with open_study(
        args.study,
        secret=secret_for(args.study, args.passphrase_file),
        read_only=read_only,
        circumstances=Circumstances(who=args.who),
    ) as study:
        for note in study.notes:
            print(f"note: {note}", file=sys.stderr)
        yield study
        if study.writable and backup_due(study):
            try:
                show(backing_up(study, why="rolling"))
            except StudyError as failure:  # the change itself is saved; that there is no backup must be said
                print(f"note: no backup was made: {failure.problem} {failure.remedy}", file=sys.stderr)


def secret_for(path: Path, file: Path | None, *, environment: str = ENVIRONMENT) -> str | None:
    """The secret that opens a study; None for one without encryption. Raises `UsageError` or `StudyError`."""
    header = read_header(path, base=system_base()).header
    if not header.encrypted:
        return None
    given = _given(file, environment)
    if given is not None:
        return given
    if any(slot.kind == "keychain" for slot in header.slots):
        kept = stored_secret(header.study)
        if kept is not None:
            return kept
    return _asked(f"Passphrase of {path.name}: ", environment)


def new_passphrase(file: Path | None, *, environment: str) -> str:
    """A passphrase for a new lock; asked for twice where it is typed. Raises `UsageError`."""
    given = _given(file, environment)
    if given is not None:
        return given
    first = _asked("New passphrase: ", environment)
    if first != _asked("Once more: ", environment):
        raise UsageError("The two passphrases differ.", remedy="Type it again.")
    return first


def _given(file: Path | None, environment: str) -> str | None:
    if file is not None:
        try:
            text = file.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"The passphrase file {file} cannot be read.", remedy="Look at its path.") from error
        line = text.partition("\n")[0].rstrip("\r")
        if not line:
            raise UsageError(f"The first line of {file} is empty.", remedy="Put the passphrase there.")
        return line
    return os.environ.get(environment) or None


def _asked(prompt: str, environment: str) -> str:
    if not sys.stdin.isatty():
        raise UsageError(
            "A passphrase is needed and nobody is there to type it.",
            remedy=f"Name a file with --passphrase-file or set {environment}.",
        )
    return getpass.getpass(prompt)
