"""`videmo analyse`: a recording in, affective trees on a timeline out. In: a command line. Out: files, or a study."""

import argparse
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from core.commands.model_choice import add_model, chosen_model, clear_where_pictures_go, say, study_key
from core.commands.progress_bar import show
from core.commands.study_access import EXPORTED, NO_PICTURES, opened
from core.commands.times import seconds
from core.errors import UsageError

if TYPE_CHECKING:
    from core.pipeline import Outcome, Request


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's arguments."""
    parser.add_argument("video", type=Path, metavar="VIDEO", help="the recording or picture")
    parser.add_argument("--out", type=Path, metavar="DIR", help="folder for the results")
    parser.add_argument("--study", type=Path, metavar="FILE", help="keep the analysis in this study; --out is optional")
    parser.add_argument("--session", metavar="NAME", help="the session in the study (default: the recording's, or new)")
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help="first line opens the study")
    parser.add_argument("--who", default="", metavar="NAME", help="who is working, for the study's history")
    parser.add_argument("--no-pictures", action="store_true", help=NO_PICTURES)
    parser.add_argument("--analyst", choices=["measured", "videmo"], default="measured", help="who reads: measurements "
                        "alone, or a language model on top of them (default: measured)")  # fmt: skip
    add_model(parser)
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
    if args.no_pictures and args.study is None:
        raise UsageError("--no-pictures is about what leaves a study.", remedy="Leave it out, or name a --study.")
    if args.people is not None and args.people < 1:
        raise UsageError("--people needs a number from 1 on.", remedy="Leave it out to report everyone who is seen.")
    if args.workers is not None and args.workers < 1:
        raise UsageError("--workers needs a number from 1 on.", remedy="Leave it out to use every core.")
    from core.pieces import FolderPieces
    from core.pipeline import Request, analyse
    from core.results import prepare_output

    request = Request(
        video=args.video,
        out=None if args.study is not None else args.out,
        model=chosen_model(args),
        adapter_key=study_key(args.adapter_study, None),
        start_s=args.start,
        end_s=args.end,
        most_people=args.people,
        every_frame=args.every_frame,
        resume=args.resume,
        workers=args.workers,
    )
    if request.model is not None:
        clear_where_pictures_go(args, request.model.address)
    if args.study is not None:
        return _into_study(args, request)
    out = cast("Path", args.out)
    prepare_output(out)
    with _saying_how_to_go_on():
        outcome = show(analyse(request, pieces=FolderPieces(out), remark=say))
    _tell(outcome)
    print(f"report: {outcome.report}")
    return 0


def _into_study(args: argparse.Namespace, request: "Request") -> int:
    """Keeps the result and all unfinished work in the study; files go to --out as an export does."""
    from core.by_model import server_of
    from core.footage.reader import probe
    from core.pipeline import analyse
    from core.project.intake import begin_analysis, record_analysis
    from core.results import export_analysis, prepare_output

    pictures = args.out is not None and not args.no_pictures
    with opened(args) as study:
        if request.adapter_key is None:
            request = replace(request, adapter_key=study.training_key)
        pieces = begin_analysis(
            study, probe(args.video), session=args.session, pictures=pictures, server=server_of(request.model)
        )
        if args.out is not None:
            prepare_output(args.out)
        with _saying_how_to_go_on():
            outcome = show(analyse(request, pieces=pieces, remark=say))
        kept = record_analysis(study, outcome.analysis, session=args.session, tracks=outcome.tracks, pieces=pieces)
        _tell(outcome)
        print(f"kept in {args.study.name}: session {kept.session}, analysis {kept.analysis}")
        if args.out is not None:
            show(export_analysis(study, kept.analysis, out=args.out, pictures=pictures))
            print(f"{EXPORTED}: {args.out}")
    return 0


@contextmanager
def _saying_how_to_go_on() -> Generator[None]:
    try:
        yield
    except KeyboardInterrupt:
        print("\nFinished work is kept; the same call with --resume goes on from there.", file=sys.stderr)
        raise


def _tell(outcome: "Outcome") -> None:
    for note in outcome.analysis.notes:
        print(f"note: {note}")
    for line in outcome.summary():
        print(line)
