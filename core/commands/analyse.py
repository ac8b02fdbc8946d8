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
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the results")
    parser.add_argument("--analyst", choices=["measured"], default="measured", help="who reads (default: measured)")
    parser.add_argument("--from", dest="start", type=seconds, metavar="T", help="begin here: 83.5 or 1:23.5")
    parser.add_argument("--to", dest="end", type=seconds, metavar="T", help="end here")
    parser.add_argument("--people", type=int, metavar="N", help="report the N people who are seen longest, no more")
    parser.add_argument("--resume", action="store_true", help="go on where an interrupted run of the same call stopped")
    parser.add_argument("--every-frame", action="store_true", help="read every frame instead of ten a second (slower)")
    parser.add_argument("--workers", type=int, metavar="N", help="threads that look for faces (default: one per core)")


def run(args: argparse.Namespace) -> int:
    """Analyses the recording and writes the results."""
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
    prepare_output(request.out)
    try:
        outcome = show(analyse(request))
    except KeyboardInterrupt:
        print("\nFinished stretches are kept; the same call with --resume goes on from there.", file=sys.stderr)
        raise
    for note in outcome.analysis.notes:
        print(f"note: {note}")
    for line in outcome.summary():
        print(line)
    print(f"report: {outcome.report}")
    return 0
