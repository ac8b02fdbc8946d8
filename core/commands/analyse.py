"""`videmo analyse`: a recording in, affective trees on a timeline out. In: a command line. Out: the result files."""

import argparse
import sys
from pathlib import Path

from core.commands.progress_bar import show
from core.commands.times import seconds
from core.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's arguments."""
    parser.add_argument("video", type=Path, metavar="VIDEO", help="the recording or picture")
    parser.add_argument("--out", type=Path, metavar="DIR", help="folder for the results")
    parser.add_argument("--study", type=Path, metavar="FILE", help="keep the analysis in this study; --out is optional")
    parser.add_argument("--session", metavar="NAME", help="the session in the study (default: the recording's, or new)")
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help="first line opens the study")
    parser.add_argument("--analyst", choices=["measured"], default="measured", help="who reads (default: measured)")
    parser.add_argument("--from", dest="start", type=seconds, metavar="T", help="begin here: 83.5 or 1:23.5")
    parser.add_argument("--to", dest="end", type=seconds, metavar="T", help="end here")
    parser.add_argument("--people", type=int, metavar="N", help="report the N people who are seen longest, no more")
    parser.add_argument("--resume", action="store_true", help="go on where an interrupted run of the same call stopped")
    parser.add_argument("--every-frame", action="store_true", help="read every frame instead of ten a second (slower)")
    parser.add_argument("--workers", type=int, metavar="N", help="threads that look for faces (default: one per core)")


def run(args: argparse.Namespace) -> int:
    """Analyses the recording and writes the results."""
    if args.out is None and args.study is None:
        raise UsageError("Nowhere to put the results.", remedy="Name a folder with --out, or a study with --study.")
    if args.resume and args.out is None:
        raise UsageError("--resume needs --out: a study keeps no unfinished work.", remedy="Give --out, or start anew.")
    if args.people is not None and args.people < 1:
        raise UsageError("--people needs a number from 1 on.", remedy="Leave it out to report everyone who is seen.")
    if args.workers is not None and args.workers < 1:
        raise UsageError("--workers needs a number from 1 on.", remedy="Leave it out to use every core.")
    from core.pipeline import Request, analyse, prepare_output

    request = Request(
        video=args.video,
        out=args.out,
        analyst=args.analyst,
        start_s=args.start,
        end_s=args.end,
        most_people=args.people,
        every_frame=args.every_frame,
        resume=args.resume,
        workers=args.workers,
    )
    if request.out is not None:
        prepare_output(request.out)
    secret = _may_be_kept(args) if args.study is not None else None
    try:
        outcome = show(analyse(request))
    except KeyboardInterrupt:
        if request.out is not None:
            print("\nFinished stretches are kept; the same call with --resume goes on from there.", file=sys.stderr)
        raise
    for note in outcome.analysis.notes:
        print(f"note: {note}")
    for line in outcome.summary():
        print(line)
    if args.study is not None:
        from core.project.intake import record_analysis

        kept = record_analysis(args.study, outcome.analysis, secret=secret, session=args.session, tracks=outcome.tracks)
        print(f"kept in {args.study.name}: session {kept.session}, analysis {kept.analysis}")
    if outcome.report is not None:
        print(f"report: {outcome.report}")
    return 0


def _may_be_kept(args: argparse.Namespace) -> str | None:
    """The study's secret, once it is sure that the result may and can be kept there. Raises `ExpectedError`."""
    from core.commands.study_access import secret_for
    from core.footage.reader import probe
    from core.project.intake import may_analyse

    secret = secret_for(args.study, args.passphrase_file)
    may_analyse(args.study, secret=secret, sha256=probe(args.video).sha256, session=args.session)
    return secret
