"""The actions of `videmo study` on the file as a whole: make, open, lock, back up, verify, export, delete."""

import argparse
from pathlib import Path

from core.commands.progress_bar import show
from core.commands.study_access import (
    ENVIRONMENT,
    ENVIRONMENT_NEW,
    EXPORTED,
    NO_PICTURES,
    add_study,
    new_passphrase,
    opened,
    secret_for,
)
from core.errors import UsageError
from core.project.backups import backing_up, list_backups
from core.project.exchange import export_json, import_json
from core.project.jobs import unfinished_jobs
from core.project.keys import (
    Rewrapped,
    change_passphrase,
    delete_study,
    forget_in_keychain,
    new_recovery_key,
    remember_in_keychain,
)
from core.project.opening import Circumstances, check_purpose, create_study, restore_study
from core.project.sessions import participants, sessions
from core.project.study import Study
from core.project.verify import end_of_log, verifying
from core.records.consent import PURPOSES

RECOVERY = (
    "Recovery key (shown this once; write it down and keep it away from the computer; it opens the study when the "
    "passphrase is forgotten):"
)
OPEN_STUDY = "This study is NOT encrypted, as you asked: whoever has the file can read it."


def _describe_create(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("study", type=Path, metavar="STUDY", help="the new file, NAME.vemo")
    parser.add_argument("--name", default="", help="what the study is called (default: the file's name)")
    parser.add_argument(
        "--purpose",
        required=True,
        metavar="PURPOSE",
        help="what it is for: " + ", ".join(PURPOSES) + "; workplace and education are refused (EU AI Act, Art. 5)",
    )
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help=f"else ${ENVIRONMENT}, else a question")
    parser.add_argument("--not-encrypted", action="store_true", help="make it without encryption: anyone can read it")
    parser.add_argument("--who", default="", metavar="NAME", help="who is working, for the history")
    parser.set_defaults(run_action=_create)


def _create(args: argparse.Namespace) -> int:
    _announce(_made(args))
    return 0


def _made(args: argparse.Namespace) -> tuple[Study, str | None]:
    check_purpose(args.purpose)  # before anybody has to think of a passphrase
    passphrase = None if args.not_encrypted else new_passphrase(args.passphrase_file, environment=ENVIRONMENT)
    made = create_study(
        args.study,
        name=args.name or args.study.stem,
        purpose=args.purpose,
        passphrase=passphrase,
        circumstances=Circumstances(who=args.who),
    )
    return made.study, made.recovery_key


def _announce(made: tuple[Study, str | None]) -> None:
    study, recovery = made
    study.close()
    print(f"made {study.path}")
    if recovery is None:
        print(OPEN_STUDY)
    else:
        print(RECOVERY)
        print(f"    {recovery}")


def _describe_open(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("--read-only", action="store_true", help="change nothing, not even the audit log")
    parser.set_defaults(run_action=_open)


def _open(args: argparse.Namespace) -> int:
    with opened(args, read_only=args.read_only) as study:
        print(f"{study.meta('name')}: {study.meta('purpose')}, made {study.meta('created')}")
        print("encrypted" if study.header.encrypted else OPEN_STUDY)
        print(f"{'open for reading and writing' if study.writable else 'open for reading only'}")
        print(f"{len(participants(study))} participants, {len(sessions(study))} sessions")
        backups = list_backups(study.path)
        print(f"{len(backups)} backups" + (f", the newest of {backups[-1].made:%Y-%m-%d %H:%M} UTC" if backups else ""))
        for job in unfinished_jobs(study):
            print(
                f"unfinished: {job.name}, {job.pieces} pieces are done; the same `videmo analyse` with --resume goes on"
            )
    return 0


def _describe_backup(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("--list", action="store_true", help="show the backups instead of making one")
    parser.set_defaults(run_action=_backup)


def _backup(args: argparse.Namespace) -> int:
    if args.list:
        for backup in list_backups(args.study):
            print(f"{backup.made:%Y-%m-%d %H:%M:%S} UTC  {backup.entries:6d} log entries  {backup.why}  {backup.path}")
        return 0
    with opened(args) as study:
        backup = show(backing_up(study))
        print(f"made and read back to its last page: {backup.path}")
    return 0


def _describe_restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("study", type=Path, metavar="STUDY", help="the study's file; it need not be whole, or there")
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help=f"else ${ENVIRONMENT}, else a question")
    parser.add_argument(
        "--from", dest="backup", type=Path, metavar="FILE", help="this backup (default: newest whole one)"
    )
    parser.add_argument("--who", default="", metavar="NAME", help="who is working, for the history")
    parser.set_defaults(run_action=_restore)


def _restore(args: argparse.Namespace) -> int:
    choices = [args.backup] if args.backup is not None else [one.path for one in list_backups(args.study)[::-1]]
    if not choices:
        raise UsageError(f"There is no backup of {args.study.name}.", remedy="Name a copy with --from.")
    secret = secret_for(choices[0], args.passphrase_file)
    chosen, aside = restore_study(
        args.study, secret=secret, backup=args.backup, circumstances=Circumstances(who=args.who)
    )
    print(f"restored {args.study} from {chosen}")
    if aside is not None:
        print(f"the file that stood there is kept: {aside}")
    return 0


def _describe_verify(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("--witness", default="", metavar="COUNT:HASH", help="what an earlier verification printed")
    parser.set_defaults(run_action=_verify)


def _verify(args: argparse.Namespace) -> int:
    with opened(args, read_only=True) as study:
        findings = show(verifying(study, witness=args.witness))
        for finding in findings:
            print(f"{'ok' if finding.fine else 'NOT OK'}  {finding.what}: {finding.text}")
        print(f"witness {end_of_log(study)} (write it down elsewhere; --witness compares with it later)")
    return 0 if all(finding.fine for finding in findings) else 1


def _describe_delete(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("study", type=Path, metavar="STUDY", help="the study's file")
    parser.add_argument("--yes", action="store_true", help="do not ask; it cannot be undone")
    parser.set_defaults(run_action=_delete)


def _delete(args: argparse.Namespace) -> int:
    if not args.yes:
        answer = input(f"Delete {args.study} and all its backups for good? Type its file name to go on: ")
        if answer.strip() != args.study.name:
            print("Nothing was deleted.")
            return 1
    print(delete_study(args.study))
    return 0


def _describe_export(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("target", type=Path, metavar="FILE", help="a new file; it will NOT be encrypted")
    parser.set_defaults(run_action=_export)


def _export(args: argparse.Namespace) -> int:
    with opened(args) as study:
        rows = export_json(study, args.target)
    print(f"{rows} rows in {args.target}. This file is NOT encrypted: keep it as safe as the people in it deserve.")
    return 0


def _describe_report(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("analysis", type=int, metavar="ANALYSIS", help="its number, as `videmo study list` shows it")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the files")
    parser.add_argument("--no-pictures", action="store_true", help=NO_PICTURES)
    parser.set_defaults(run_action=_report)


def _report(args: argparse.Namespace) -> int:
    from core.results import export_analysis

    with opened(args) as study:
        show(export_analysis(study, args.analysis, out=args.out, pictures=not args.no_pictures))
        print(f"{EXPORTED}: {args.out}")
    return 0


def _describe_import(parser: argparse.ArgumentParser) -> None:
    _describe_create(parser)
    parser.add_argument("source", type=Path, metavar="FILE", help="what `videmo study export-json` wrote")
    parser.set_defaults(run_action=_import)


def _import(args: argparse.Namespace) -> int:
    if not args.source.is_file():
        raise UsageError(f"{args.source} is no file.", remedy="Name what `videmo study export-json` wrote.")
    study, recovery = _made(args)
    try:
        rows = import_json(study, args.source)
    except BaseException:
        study.close()
        study.path.unlink()  # made a moment ago, and nothing came into it
        raise
    _announce((study, recovery))
    print(f"{rows} rows from {args.source}")
    return 0


def _describe_lock(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--recovery-key", action="store_true", help="make a new recovery key instead")
    what.add_argument("--remember", action="store_true", help="let this computer's keychain open the study")
    what.add_argument("--forget", action="store_true", help="let the keychain open it no more")
    parser.add_argument(
        "--new-passphrase-file", type=Path, metavar="FILE", help=f"else ${ENVIRONMENT_NEW}, else a question"
    )
    parser.set_defaults(run_action=_lock)


def _lock(args: argparse.Namespace) -> int:
    with opened(args) as study:
        if args.remember:
            remember_in_keychain(study)
            print("The keychain of this computer opens the study from now on.")
        elif args.forget:
            forget_in_keychain(study)
            print("The keychain opens the study no more.")
        elif args.recovery_key:
            recovery, outcome = new_recovery_key(study)
            print(RECOVERY)
            print(f"    {recovery}")
            _warn(outcome)
        else:
            passphrase = new_passphrase(args.new_passphrase_file, environment=ENVIRONMENT_NEW)
            _warn(change_passphrase(study, passphrase))
            print("The new passphrase opens the study and its backups; the old one opens neither.")
            print("Copies made elsewhere before still open with the old one.")
    return 0


def _warn(outcome: Rewrapped) -> None:
    for name in outcome.backups_left:
        print(f"note: the backup {name} could not be changed and still opens with the old one")


ACTIONS = (
    ("create", _describe_create, "make a study, encrypted unless you say otherwise"),
    ("open", _describe_open, "say what a study is and whether it can be changed"),
    ("passphrase", _describe_lock, "change the passphrase, the recovery key or the use of the keychain"),
    ("backup", _describe_backup, "make a backup and read it back, or list the backups"),
    ("restore", _describe_restore, "put a backup in the study's place; the file that stood there is kept"),
    ("verify", _describe_verify, "check every page, the audit log and every record"),
    ("delete", _describe_delete, "destroy the key, then remove the study and its backups"),
    ("export-json", _describe_export, "write everything in it as JSON, not encrypted"),
    ("export-report", _describe_report, "write the report and tables of one analysis into a folder"),
    ("import-json", _describe_import, "make a study from exported JSON"),
)
