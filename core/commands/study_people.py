"""The action `people` of `videmo study`: who is who in an analysis, put right by a human."""

import argparse

from core.commands.study_access import add_study, opened
from core.commands.times import seconds
from core.errors import UsageError
from core.project.people import as_role, correct_people, people_corrections, who_is_who_of
from core.project.sessions import participant_named
from core.project.study import Study
from core.records.study import Appoint, Exclude, Merge, Name, PeopleOperation, Split, Swap

EVERYBODY = "all"


def _describe_people(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("analysis", type=int, metavar="ANALYSIS", help="number of the analysis")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--merge", nargs=2, metavar=("KEEP", "GONE"), help="GONE is the same person as KEEP")
    what.add_argument("--split", nargs=3, metavar=("P", "T", "NEW"), help="from T on, P is somebody else: NEW")
    what.add_argument("--swap", nargs=3, metavar=("A", "B", "T"), help="from T on, A and B are each other")
    what.add_argument("--name", nargs=2, metavar=("P", "NAME"), help="call P so")
    what.add_argument("--role", nargs=2, metavar=("P", "ROLE"), help="therapist, client or bystander")
    what.add_argument("--exclude", nargs=3, metavar=("P", "FROM", "TO"), help="leave a span out; P may be `all`")
    parser.add_argument("--participant", metavar="PSEUDONYM", help="with --name: P is this participant of the study")
    parser.add_argument("--why", default="", help="with --exclude: the reason")
    parser.set_defaults(run_action=_people)


def _people(args: argparse.Namespace) -> int:
    given = [args.merge, args.split, args.swap, args.name, args.role, args.exclude]
    changing = any(value is not None for value in given)
    with opened(args) as study:
        if changing:
            number = correct_people(study, args.analysis, _operation(study, args))
            print(f"correction {number}")
        who = who_is_who_of(study, args.analysis)
        for person, standing in who.standings.items():
            role = f", {standing.role}" if standing.role else ""
            participant = f", participant {standing.participant}" if standing.participant else ""
            print(f"{person}: {standing.name}{role}{participant}")
        for one in people_corrections(study, args.analysis):
            print(f"  correction {one.id}: {_words(one.operation)}")
    return 0


def _operation(study: Study, args: argparse.Namespace) -> PeopleOperation:
    if args.merge is not None:
        return Merge(*args.merge)
    if args.split is not None:
        person, at, new = args.split
        return Split(person, _time(at), new)
    if args.swap is not None:
        first, second, start = args.swap
        return Swap(first, second, _time(start))
    if args.name is not None:
        person, name = args.name
        participant = None if args.participant is None else participant_named(study, args.participant).id
        return Name(person, name, participant)
    if args.role is not None:
        person, role = args.role
        return Appoint(person, as_role(role))
    person, start, end = args.exclude
    return Exclude(None if person == EVERYBODY else person, _time(start), _time(end), args.why)


def _words(operation: PeopleOperation) -> str:
    match operation:
        case Merge(keep, gone):
            return f"{gone} is {keep}"
        case Split(person, at_s, new):
            return f"from {at_s:g} s on, {person} is {new}"
        case Swap(first, second, from_s):
            return f"from {from_s:g} s on, {first} and {second} are each other"
        case Name(person, name, participant):
            return f"{person} is called {name}" + (f", participant {participant}" if participant else "")
        case Appoint(person, role):
            return f"{person} is {role}"
        case Exclude(person, start_s, end_s, why):
            return f"{person or 'everybody'} is left out from {start_s:g} s to {end_s:g} s {why}".rstrip()


def _time(text: str) -> float:
    try:
        return seconds(text)
    except argparse.ArgumentTypeError as error:
        raise UsageError(f"{error}.", remedy="Seconds count from the recording's first frame.") from error


ACTIONS = (("people", _describe_people, "merge, split, swap, name, appoint or exclude people of an analysis"),)
