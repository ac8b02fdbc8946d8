"""Corrections of people. In: an analysis and what a human says about who is who. Out: records, and who is who then.

An analysis never changes. A correction is an operation over its people, stored in order; `who_is_who` replays those
that are in force. What core.project.resolved makes of that is what statistics, exports and screens see.
"""

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast, get_args

from core.errors import UsageError
from core.project.codec import UnreadableError, canonical, from_plain, to_plain
from core.project.failures import damaged
from core.project.standing import standing
from core.project.study import Study, unpack_json
from core.records.study import (
    ROLES,
    Appoint,
    Exclude,
    Merge,
    Name,
    PeopleCorrection,
    PeopleOperation,
    PersonStanding,
    Role,
    Split,
    Swap,
)

KINDS: dict[str, type] = {kind.__name__.lower(): kind for kind in get_args(PeopleOperation)}


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start_s` up to `end_s`, what was followed as one person is `person`; None: excluded."""

    start_s: float
    end_s: float
    person: str | None


@dataclass(frozen=True, slots=True)
class WhoIsWho:
    """Who each followed face is at each time."""

    stretches: dict[str, tuple[Stretch, ...]]
    """By the analysis' own person: stretches from the beginning of time to its end, in order, without gaps."""
    standings: dict[str, PersonStanding]

    def at(self, person: str, time_s: float) -> str | None:
        """Who `person` of the analysis is at a time; None where that time is excluded."""
        for stretch in self.stretches.get(person, ()):
            if stretch.start_s <= time_s < stretch.end_s:
                return stretch.person
        return person

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody who is somebody at some time, in the order of the analysis, then of the corrections."""
        found: dict[str, None] = {}
        for stretches in self.stretches.values():
            found |= {one.person: None for one in stretches if one.person is not None}
        return tuple(found)


def correct_people(study: Study, analysis: int, operation: PeopleOperation) -> int:
    """Records one correction. Raises `UsageError` where it makes no sense now, `NotFoundError` or `StudyError`."""
    own, before = _people_of(study, analysis), people_corrections(study, analysis)
    _check(operation, who_is_who(own, (one.operation for one in before)))
    kind = type(operation).__name__.lower()
    with study.change("correct people", f"{kind} in analysis {analysis}") as pen:
        return pen.insert(
            "people_correction", {"analysis": analysis, "kind": kind, "body": canonical(to_plain(operation))}
        )


def people_corrections(study: Study, analysis: int) -> tuple[PeopleCorrection, ...]:
    """The corrections that are in force, in order. Raises `StudyError`."""
    rows = study.rows(
        f"SELECT p.id, p.kind, p.body FROM {standing('people_correction', 'p')} WHERE p.analysis = ? ORDER BY p.id",
        (analysis,),
    )
    try:
        return tuple(
            PeopleCorrection(number, analysis, from_plain(json.loads(body), KINDS[kind])) for number, kind, body in rows
        )
    except (KeyError, ValueError, UnreadableError) as error:
        raise damaged(study.path, "a correction of people cannot be read") from error


def who_is_who_of(study: Study, analysis: int) -> WhoIsWho:
    """`who_is_who` of a stored analysis with the corrections in force. Raises `NotFoundError` or `StudyError`."""
    corrections = people_corrections(study, analysis)
    return who_is_who(_people_of(study, analysis), (one.operation for one in corrections))


def now_called(study: Study, analysis: int, person: str, *, since: int) -> str:
    """What somebody who was `person` at the change `since` is called after the merges that followed it."""
    rows = study.rows(
        f"SELECT p.body FROM {standing('people_correction', 'p')} "
        "WHERE p.analysis = ? AND p.change > ? AND p.kind = 'merge' ORDER BY p.id",
        (analysis, since),
    )
    for (body,) in rows:
        merge = from_plain(json.loads(body), Merge)
        person = merge.keep if merge.gone == person else person
    return person


def excluded_spans(study: Study, analysis: int, person: str) -> tuple[tuple[float, float], ...]:
    """From when to when somebody (as they are called now) is left out, in seconds after the recording's first frame.

    An excluded person who was merged later takes the exclusion along. Raises `StudyError`.
    """
    found: list[tuple[str | None, float, float]] = []
    for correction in people_corrections(study, analysis):
        operation = correction.operation
        if isinstance(operation, Exclude):
            found.append((operation.person, operation.start_s, operation.end_s))
        elif isinstance(operation, Merge):
            gone, keep = operation.gone, operation.keep
            found = [(keep if who == gone else who, start_s, end_s) for who, start_s, end_s in found]
    return tuple((start_s, end_s) for who, start_s, end_s in found if who in (None, person))


def who_is_who(people: Iterable[str], operations: Iterable[PeopleOperation]) -> WhoIsWho:
    """Replays the operations over the people of an analysis."""
    always = (-math.inf, math.inf)
    stretches = {person: [Stretch(*always, person)] for person in people}
    names: dict[str, PersonStanding] = {}

    def standing_of(person: str) -> PersonStanding:
        return names.get(person, PersonStanding(person, person, None, None))

    for operation in operations:
        match operation:
            case Merge(keep, gone):
                stretches = _mapped(stretches, always, {gone: keep})
            case Split(person, at_s, new):
                stretches = _mapped(stretches, (at_s, math.inf), {person: new})
            case Swap(first, second, from_s):
                stretches = _mapped(stretches, (from_s, math.inf), {first: second, second: first})
            case Exclude(person, start_s, end_s):
                everybody = {one.person for own in stretches.values() for one in own if one.person is not None}
                hidden: dict[str, str | None] = {one: None for one in (everybody if person is None else {person})}
                stretches = _mapped(stretches, (start_s, end_s), hidden)
            case Name(person, name, participant):
                old = standing_of(person)
                names[person] = PersonStanding(person, name, old.role, participant or old.participant)
            case Appoint(person, role):
                old = standing_of(person)
                names[person] = PersonStanding(person, old.name, role, old.participant)
    view = WhoIsWho({person: tuple(own) for person, own in stretches.items()}, {})
    return WhoIsWho(view.stretches, {person: standing_of(person) for person in view.people})


def _mapped(
    stretches: dict[str, list[Stretch]], span: tuple[float, float], names: dict[str, str] | dict[str, str | None]
) -> dict[str, list[Stretch]]:
    """Within the span everybody in `names` becomes who it says."""
    start_s, end_s = span
    result: dict[str, list[Stretch]] = {}
    for own, stretch_list in stretches.items():
        fresh: list[Stretch] = []
        for one in stretch_list:
            if one.person not in names or one.end_s <= start_s or one.start_s >= end_s:
                fresh.append(one)
                continue
            inside = (max(one.start_s, start_s), min(one.end_s, end_s))
            if one.start_s < inside[0]:
                fresh.append(Stretch(one.start_s, inside[0], one.person))
            fresh.append(Stretch(*inside, cast("dict[str | None, str | None]", names)[one.person]))
            if inside[1] < one.end_s:
                fresh.append(Stretch(inside[1], one.end_s, one.person))
        result[own] = fresh
    return result


def _people_of(study: Study, analysis: int) -> tuple[str, ...]:
    row = study.one(
        f"SELECT a.body FROM {standing('analysis', 'a')} WHERE a.id = ?", (analysis,), what=f"analysis {analysis}"
    )
    plain = cast(dict[str, Any], json.loads(unpack_json(row[0])))
    return tuple(str(person["id"]) for person in plain["people"])


def _check(operation: PeopleOperation, now: WhoIsWho) -> None:
    known = set(now.people)

    def must_be(person: str) -> None:
        if person not in known:
            raise UsageError(
                f"There is no person {person} in this analysis.",
                remedy="There are: " + (", ".join(sorted(known)) or "none") + ".",
            )

    match operation:
        case Merge(keep, gone):
            must_be(keep)
            must_be(gone)
            _differ(keep, gone)
        case Split(person, at_s, new):
            must_be(person)
            _finite(at_s)
            if not new.strip() or new in known:
                raise UsageError(f"{new!r} cannot name a new person.", remedy="Choose an id that is not in use.")
        case Swap(first, second, from_s):
            must_be(first)
            must_be(second)
            _differ(first, second)
            _finite(from_s)
        case Name(person, name):
            must_be(person)
            if not name.strip():
                raise UsageError("A name has letters.", remedy="Use a pseudonym.")
        case Appoint(person, role):
            must_be(person)
            as_role(role)
        case Exclude(person, start_s, end_s):
            if person is not None:
                must_be(person)
            _finite(start_s)
            _finite(end_s)
            if end_s <= start_s:
                raise UsageError("A span ends after it starts.", remedy="Look at --from and --to.")


def as_role(text: str) -> Role:
    """The role of that name. Raises `UsageError`."""
    for role in ROLES:
        if role == text:
            return role
    raise UsageError(f"There is no role {text}.", remedy="Roles are: " + ", ".join(ROLES) + ".")


def _differ(first: str, second: str) -> None:
    if first == second:
        raise UsageError(f"{first} cannot be put right with themselves.", remedy="Name two people.")


def _finite(time_s: float) -> None:
    if not math.isfinite(time_s):
        raise UsageError("A time must be a number of seconds.", remedy="Write 83.5 or 1:23.5.")
