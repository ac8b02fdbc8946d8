"""The action `statistics` of `videmo study`: figures per person and phase, or agreement. Out: lines, or JSON."""

import argparse
import dataclasses
import json
from collections.abc import Mapping, Sequence
from typing import Any, cast

from core.commands.statistics import print_agreement, said
from core.commands.study_access import add_study, opened
from core.commands.times import seconds
from core.errors import UsageError
from core.figures.agreeing import session_agreement
from core.figures.coded import MODEL, Choices, Source
from core.figures.session import Asked, PersonFigures, SessionFigures, session_figures
from core.project.analyses import analyses
from core.project.media import recordings
from core.project.sessions import session_named, sessions
from core.project.study import Study
from core.records.moment import Moment, Span
from core.records.study import Session
from core.statistics.agreement import Agreement, AgreementRules
from core.statistics.conclusion import Refusal
from core.statistics.latency import Latency
from core.statistics.phases import PhaseFigures
from core.statistics.transitions import Transitions


def _describe_statistics(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("--session", metavar="NAME", help="which session (default: every one that is analysed)")
    parser.add_argument("--analysis", type=int, action="append", default=[], metavar="N", help="not the latest, but N")
    parser.add_argument(
        "--source",
        action="append",
        default=[],
        metavar="WHO",
        help="whose labels: model, rater:NAME or track:N (default: model; with --agreement repeat it, default: all)",
    )
    parser.add_argument("--phases", action="store_true", help="each marked phase besides the whole session")
    parser.add_argument("--baseline", metavar="PHASE", help="compare the phases with this one (default: baseline)")
    parser.add_argument("--after", metavar="EVENT", help="how long after the event each label is displayed")
    parser.add_argument("--within", type=seconds, default=30.0, metavar="T", help="look T after it (default: 30)")
    parser.add_argument("--agreement", action="store_true", help="compare the sources instead")
    parser.add_argument(
        "--step", type=float, default=0.5, metavar="S", help="agreement: every S seconds (default: 0.5)"
    )
    parser.add_argument("--iou", type=float, default=0.5, metavar="X", help="agreement: least overlap (default: 0.5)")
    parser.add_argument("--between", metavar="LABEL", help="what gaps of a track mean; left out: nobody looked there")
    parser.add_argument(
        "--same", action="append", default=[], metavar="THEIRS=OURS", help="their word and ours, as joy=happiness"
    )
    parser.add_argument("--code", metavar="LABEL", help="look only at whether this label is given or not")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    parser.set_defaults(run_action=_statistics)


def _statistics(args: argparse.Namespace) -> int:
    named = [_source(text) for text in cast("list[str]", args.source)]
    if len(named) > 1 and not args.agreement:
        raise UsageError("Figures are of one source at a time.", remedy="Name one --source, or add --agreement.")
    choices = Choices(between=args.between, same=_same(args.same), code=args.code)
    asked = Asked(phases=args.phases, baseline=args.baseline, after=args.after, window_s=args.within)
    rules = AgreementRules(step_s=args.step, iou=args.iou)
    plain: list[object] = []
    with opened(args) as study:
        for session, numbers in _chosen(study, args.session, args.analysis):
            found: SessionFigures | tuple[Agreement, ...]
            if args.agreement:
                found = session_agreement(
                    study, session.id, named, analyses_asked=numbers, choices=choices, rules=rules
                )
            else:
                source = named[0] if named else MODEL
                found = session_figures(study, session.id, source, analyses_asked=numbers, asked=asked, choices=choices)
            plain.append({"session": session.name, "choices": as_plain(choices), "found": as_plain(found)})
            if not args.json:
                _print(session, found)
    if args.json:
        print(json.dumps(plain, indent=2, ensure_ascii=False, allow_nan=False))
    return 0


def _source(text: str) -> Source:
    kind, _, name = text.partition(":")
    if kind == "model" and not name:
        return MODEL
    if kind in ("rater", "track") and name:
        return Source(kind, name)
    raise UsageError(f"There is no source {text}.", remedy="Write model, rater:NAME or track:N.")


def _same(pairs: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in pairs:
        theirs, _, ours = pair.partition("=")
        if not theirs or not ours:
            raise UsageError(f"{pair!r} says of no word which other it equals.", remedy="Write --same joy=happiness.")
        found[theirs] = ours
    return found


def _chosen(study: Study, name: str | None, numbers: Sequence[int]) -> list[tuple[Session, tuple[int, ...]]]:
    """The sessions to look at, each with the analyses that were asked for there. Raises `UsageError`."""
    wanted = sessions(study) if name is None else (session_named(study, name),)
    known = {
        session.id: [
            row.id for recording in recordings(study, session.id) for row in analyses(study, recording=recording.id)
        ]
        for session in wanted
    }
    found = [
        (session, tuple(number for number in numbers if number in known[session.id]))
        for session in wanted
        if (set(numbers) & set(known[session.id]) if numbers else known[session.id])
    ]
    missing = sorted(set(numbers) - {number for _, own in found for number in own})
    if missing or not found:
        what = f"Analysis {missing[0]} is not here." if missing else "Nothing is analysed here."
        raise UsageError(what, remedy="`videmo study list` shows what is analysed.")
    return found


def _print(session: Session, found: SessionFigures | tuple[Agreement, ...]) -> None:
    if isinstance(found, tuple):
        for one in found:
            print(f"session {session.name}, {one.person}: agreement")
            print_agreement(one)
        return
    who = "the model reads it" if found.source == MODEL else f"{found.coder} says"
    print(f"session {session.name}: displayed, as {who}")
    for person in found.people:
        _print_person(person)


def _print_person(person: PersonFigures) -> None:
    standing = person.coded.standing
    name = person.coded.person + (f" ({standing.name})" if standing.name != standing.person else "")
    if not person.coded.track.pieces:
        print(f"{name}: nothing is said of this person")
        return
    for figures, chain in zip(person.phases, person.transitions, strict=True):
        _print_phase(name, figures)
        _print_transitions(chain.found)
    _print_changes(person)
    for one in person.latencies:
        _print_latency(one)


def _print_phase(name: str, found: PhaseFigures) -> None:
    print(
        f"{name}, {found.phase.name} ({found.phase.span.start_s:g} to {found.phase.span.end_s:g} s): "
        f"{found.assessable_s:.1f} s of {found.phase_s:.1f} s assessable ({found.coverage:.0%}), "
        f"{found.not_assessable_s:.1f} s not assessable, {found.untold_s:.1f} s without word on who speaks"
        + (f", {found.failed_s:.1f} s not read by the model" if found.failed_s else "")
    )
    if found.verdict is not None:
        print(f"  nothing is concluded: {found.verdict.reason}")
    for part in found.parts:
        if part.assessable_s == 0 and part.part != "all":
            print(f"  {part.part}: 0.0 s assessable")
            continue
        print(f"  {part.part}: {part.assessable_s:.1f} s assessable")
        refused = part.labels[0].share if part.labels else None
        if found.verdict is None and isinstance(refused, Refusal):
            print(f"    nothing is concluded: {refused.reason}")
        for row in part.labels:
            if row.number == 0:
                continue
            print(f"    {row.label}: {row.number} times ({row.begun} begun here), {row.total_s:.1f} s")
            if not isinstance(row.share, Refusal):
                print(f"      share of {part.assessable_s:.1f} s: {said(row.share)}")
                print(f"      rate per minute: {said(row.rate_per_min)}")
                print(f"      mean length in s: {said(row.mean_s)}")
                print(f"      median length in s: {said(row.median_s)}")
        never = [row.label for row in part.labels if row.number == 0]
        if never:
            print(f"    looked for and not displayed: {', '.join(never)}")


def _print_transitions(found: Transitions) -> None:
    told = [
        f"{label} to {other} {count}"
        for label, row in zip(found.labels, found.counts, strict=True)
        for other, count in zip(found.labels, row, strict=True)
        if count
    ]
    print(f"  transitions: {', '.join(told) or 'none'}; {found.interrupted} interrupted by missing time")
    for label, shares in found.shares.items():
        if not isinstance(shares, Refusal):
            parts = ", ".join(
                f"{share:.0%} to {other}" for other, share in zip(found.labels, shares, strict=True) if share
            )
            print(f"    after {label}: {parts}")


def _print_changes(person: PersonFigures) -> None:
    """A line per label that the person displays at all; one line where a whole part allows no figure."""
    shown = {piece.label for piece in person.coded.track.pieces}
    told: set[str] = set()
    for one in person.changes:
        head = f"  {one.phase} minus {one.baseline}, {one.part}"
        if isinstance(one.share, Refusal):
            if head not in told:
                told.add(head)
                print(f"{head}: {said(one.share)}")
        elif one.label in shown:
            print(f"{head}, {one.label}: share {said(one.share)}, rate per minute {said(one.rate_per_min)}")


def _print_latency(one: Latency) -> None:
    found = "" if one.outcome == "onset" else f"{one.outcome}, "
    when = "no onset" if one.seconds is None else f"onset after {one.seconds:.2f} s"
    print(
        f"  after {one.event.name} at {one.event.moment.seconds:g} s, {one.label}: {found}{when} "
        f"({one.unseen_s:.1f} s without a reading, looked for {one.window_s:g} s)"
    )


def as_plain(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """Figures as JSON values: a figure that is refused as `{"refused": why}`, times in seconds."""
    if isinstance(value, Refusal):
        return {"refused": value.reason}
    if isinstance(value, Span):
        return {"start_s": value.start_s, "end_s": value.end_s}
    if isinstance(value, Moment):
        return value.seconds
    if dataclasses.is_dataclass(value):
        return {field.name: as_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): as_plain(item) for key, item in cast("Mapping[object, object]", value).items()}
    if isinstance(value, tuple | list):
        return [as_plain(item) for item in cast("Sequence[object]", value)]
    return value


ACTIONS = (
    ("statistics", _describe_statistics, "figures per person and phase, or how far raters, model and tracks agree"),
)
