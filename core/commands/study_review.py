"""The action `review` of `videmo study`: a human's verdict on segments and clues; a second rater can work blind."""

import argparse
from dataclasses import replace
from typing import cast, get_args

from core.commands.study_access import add_study, opened
from core.commands.times import seconds
from core.errors import UsageError
from core.export.look import key_of
from core.project.resolved import original_name
from core.project.reviews import Desk, desk, last_words, set_rater
from core.records.moment import Span
from core.records.review import Correction, Verdict
from core.records.tree import Clue, Level


def _describe_review(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("analysis", type=int, nargs="?", metavar="ANALYSIS", help="number of the analysis")
    parser.add_argument("segment", nargs="?", metavar="SEGMENT", help="id of the segment (default: list them)")
    parser.add_argument("--rater", metavar="NAME", help="who reviews (default: --who or your login)")
    parser.add_argument("--blind", action="store_true", help="from now on this rater sees no readings and no reviews")
    parser.add_argument("--unblind", action="store_true", help="from now on this rater sees everything")
    verdict = parser.add_mutually_exclusive_group()
    verdict.add_argument("--agree", action="store_const", dest="verdict", const="agree", help="the reading fits")
    verdict.add_argument("--disagree", action="store_const", dest="verdict", const="disagree", help="it does not")
    verdict.add_argument("--unsure", action="store_const", dest="verdict", const="unsure", help="cannot tell")
    parser.add_argument("--label", metavar="LABEL", help="correct: another label")
    parser.add_argument("--span", nargs=2, type=seconds, metavar=("FROM", "TO"), help="correct: another span")
    parser.add_argument("--remove-clue", metavar="ID", help="correct: this clue is not there")
    parser.add_argument(
        "--add-clue", nargs=3, metavar=("LEVEL", "NAME", "TEXT"), help="correct: a clue that was missed"
    )
    parser.add_argument("--clue", metavar="ID", help="the verdict is on this clue, not on the whole segment")
    parser.add_argument("--comment", default="", help="why")
    parser.set_defaults(run_action=_review)


def _review(args: argparse.Namespace) -> int:
    correction = _correction(args)
    with opened(args) as study:
        rater = args.rater or args.who or study.who
        if args.blind and args.unblind:
            raise UsageError("--blind and --unblind exclude each other.", remedy="Give one of them.")
        if args.blind or args.unblind:
            set_rater(study, rater, blind=args.blind)
            print(f"{rater} {'rates blind from now on' if args.blind else 'sees everything from now on'}")
        if args.analysis is None:
            return 0
        seat = desk(study, rater)
        if args.verdict or correction or args.add_clue:
            _record(seat, args, correction)
        else:
            _show(seat, args)
    return 0


def _correction(args: argparse.Namespace) -> Correction | None:
    if args.label is None and args.span is None and args.remove_clue is None:
        return None
    span = None
    if args.span is not None:
        if args.span[1] <= args.span[0]:
            raise UsageError("A span ends after it starts.", remedy="Give --span FROM TO.")
        span = Span.between(*args.span)
    return Correction(label=args.label, span=span, removed=args.remove_clue)


def _record(seat: Desk, args: argparse.Namespace, correction: Correction | None) -> None:
    if args.segment is None:
        raise UsageError("Say which segment.", remedy="`videmo study review STUDY ANALYSIS` lists them.")
    if args.add_clue is not None:
        correction = replace(correction or Correction(added=_clue(seat, args)), added=_clue(seat, args))
    if correction is not None and args.verdict is not None:
        raise UsageError("A correction is a verdict of its own.", remedy=f"Leave out --{args.verdict}.")
    number = seat.review(
        analysis=args.analysis,
        segment=args.segment,
        verdict=cast(Verdict, "correct" if correction is not None else args.verdict),
        clue=args.clue,
        correction=correction,
        comment=args.comment,
    )
    print(f"review {number}")


def _clue(seat: Desk, args: argparse.Namespace) -> Clue:
    """A clue that a human saw: over the whole segment, with no measurement behind it."""
    level, name, text = args.add_clue
    if level not in get_args(Level):
        raise UsageError(f"There is no level {level}.", remedy="Levels are: " + ", ".join(get_args(Level)) + ".")
    span = seat.segment(analysis=args.analysis, segment=args.segment).span
    number = sum(1 for one in seat.reviews(analysis=args.analysis) if one.correction and one.correction.added) + 1
    return Clue(f"{seat.rater}-{number}", level, name, "present", text, span, 1.0, "not_measurable", ())


def _show(seat: Desk, args: argparse.Namespace) -> None:
    if args.segment is not None:
        _show_segment(seat, args)
        return
    words = last_words(seat.reviews(analysis=args.analysis))
    for segment in seat.analysis(args.analysis).segments:
        label = "" if seat.blind else key_of(segment)
        given = ", ".join(
            f"{one.rater}: {one.verdict}"
            + (f" {one.correction.label}" if one.correction and one.correction.label else "")
            for one in words.values()
            if one.segment == original_name(segment.id) and one.clue is None
        )
        line = f"{segment.id}  {segment.person}  {segment.span.start_s:9.2f} to {segment.span.end_s:9.2f} s  {label}"
        print(f"{line}  [{given}]" if given else line)


def _show_segment(seat: Desk, args: argparse.Namespace) -> None:
    segment = seat.segment(analysis=args.analysis, segment=args.segment)
    if segment.failure:
        print(f"not read: {segment.failure}")
    for clue in segment.tree.clues:
        print(f"{clue.id}  {clue.level}: {clue.text} ({clue.support}, {clue.score:.2f})")
    for one in seat.reviews(analysis=args.analysis):
        if one.segment == original_name(args.segment):
            node = "" if one.clue is None else f" on {one.clue}"
            print(f"{one.at}  {one.rater}{' (blind)' if one.blind else ''}: {one.verdict}{node} {one.comment}".rstrip())


ACTIONS = (("review", _describe_review, "agree, disagree, correct or be unsure; rate blind; or list"),)
