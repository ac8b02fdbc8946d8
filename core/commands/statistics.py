"""`videmo statistics`: agreement between coders whose files other tools wrote. In: tracks. Out: figures or refusals."""

import argparse
from pathlib import Path

from core.commands.progress_bar import show
from core.commands.times import seconds
from core.errors import UsageError
from core.records.foreign import ForeignTrack
from core.records.moment import Moment, Span
from core.statistics.agreement import Agreement, AgreementRules, Coefficient, agreement
from core.statistics.conclusion import Conclusion, Refusal
from core.statistics.matching import SegmentAgreement
from core.statistics.tracks import track_of_annotations


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's arguments."""
    parser.add_argument(
        "tracks",
        nargs="+",
        metavar="FILE[#TIER]",
        help="two or more annotation files; after # the tier, subject or voice, where a file holds several",
    )
    parser.add_argument("--from", dest="start", type=seconds, metavar="T", help="coders looked from here (default: 0)")
    parser.add_argument("--to", dest="end", type=seconds, metavar="T", help="to here (default: the last annotation)")
    parser.add_argument("--between", metavar="LABEL", help="what gaps mean; left out, a gap means not looked at")
    parser.add_argument("--labels", metavar="A,B,…", help="all labels a coder could give, in order where they have one")
    parser.add_argument("--step", type=float, default=0.5, metavar="S", help="compare every S seconds (default: 0.5)")
    parser.add_argument("--iou", type=float, default=0.5, metavar="X", help="least overlap of partners (default: 0.5)")
    parser.add_argument(
        "--weights", choices=["none", "linear", "quadratic"], default="none", help="of Cohen's kappa (default: none)"
    )


def run(args: argparse.Namespace) -> int:
    """Compares the tracks and prints every figure with what it rests on."""
    named: list[str] = args.tracks
    rules = AgreementRules(step_s=args.step, iou=args.iou, weighting=args.weights)
    foreign = [_track(name) for name in named]
    ends = [one.span.end for track in foreign for one in track.annotations]
    end = Moment.at(args.end) if args.end is not None else max(ends, default=Moment.at(0))
    start = Moment.at(args.start or 0)
    if end <= start:
        raise UsageError("There is no time to compare.", remedy="Give --from and --to in order, or leave them out.")
    short = [Path(name).name for name in named]
    coders = short if len(set(short)) == len(named) else named
    coded = [
        track_of_annotations(
            [(one.span, one.label) for one in track.annotations],
            coder=name,
            person="all",
            within=Span(start, end),
            between=args.between,
        )
        for name, track in zip(coders, foreign, strict=True)
    ]
    print_agreement(agreement(coded, labels=args.labels.split(",") if args.labels else None, rules=rules))
    return 0


def print_agreement(found: Agreement) -> None:
    """Prints all figures, base rates first."""
    coders, labels = len(found.coders), ", ".join(found.labels)
    print(f"{found.samples} steps of {found.rules.step_s:g} s; {coders} coders; labels: {labels}")
    given = {rate.label for rate in found.base_rates if rate.seconds}
    if len(given) < len(found.labels):
        print("no time in common under: " + ", ".join(label for label in found.labels if label not in given))
    for rate in found.base_rates:
        if rate.label in given:
            share = "not assessable" if rate.share is None else f"{rate.share:.1%}"
            print(f"base rate  {rate.coder}: {rate.label} {share} ({rate.seconds:g} s)")
    for pair in found.pairs:
        print(f"{pair.first} and {pair.second}")
        for one in (pair.raw, pair.kappa):
            _print_coefficient(one)
        for segments in pair.segments:
            if segments.label is None or segments.label in given:
                _print_segments(segments)
    print("All coders")
    for one in (found.raw, found.fleiss, found.alpha, found.ac1):
        _print_coefficient(one)
    for duration in found.durations:
        if duration.label in given:
            print(f"  ICC(A,1) of seconds of {duration.label}: {said(duration.result)}; {duration.windows} windows")


def _print_segments(found: SegmentAgreement) -> None:
    counts = f"{found.matched} matched, {found.first_only} and {found.second_only} alone"
    left = f", {found.left_out} left out" if found.left_out else ""
    name = f"F1 of segments, {found.label or 'all labels'} (IoU {found.iou:g})"
    print(f"  {name}: {said(found.f1)}; {counts}{left}")


def _print_coefficient(one: Coefficient) -> None:
    print(f"  {one.name}: {said(one.result)}; {one.samples} samples, {one.left_out} left out")


def said(result: Conclusion) -> str:
    """A figure with its interval, or why there is none."""
    if isinstance(result, Refusal):
        return f"no figure ({result.reason})"
    if isinstance(result.interval, Refusal):
        return f"{result.value:.3f} ({result.interval.reason})"
    return f"{result.value:.3f} [{result.interval.low:.3f}, {result.interval.high:.3f}]"


def _track(name: str) -> ForeignTrack:
    from core.imports.reading import read_foreign

    path, _, place = name.partition("#")
    tracks = [track for track in show(read_foreign(Path(path))).tracks if track.samples is None]
    own = [track for track in tracks if not place or place in {track.origin.place, track.person}]
    if len(own) != 1:
        places = ", ".join(track.person or track.origin.place for track in tracks) or "none with labels"
        raise UsageError(
            f"{name} names {len(own)} tracks; one is needed. The file holds: {places}.",
            remedy="Put # and the name of one of them after the file.",
        )
    return own[0]
