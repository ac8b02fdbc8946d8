"""Who is learned from and who judges: by person, so that nobody is on two sides.

Comes in: examples and a rule. Goes out: the places of those that train, validate and test. The same examples, in
whatever order, rule and seed give the same split. Must not know: pictures, models.

What is kept together is a unit: a person; where nobody is named, whatever shares the session, else the recording, with
everybody named there, since it may be one of them. Words alone go with the person they name, and where they name nobody
or a person without clips they are learned from. Parts are filled unit by unit, the largest first, each into the part
that it brings nearest to its share of every label (as `StratifiedGroupKFold` of scikit-learn does for folds); how many
units a part gets is decided before.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from core.errors import UsageError
from finetune.examples import Example, Part, Split
from finetune.recipe import SplitRule

CONFIRMATION = "the same face may be on both sides"
"""What has to be typed for a random split."""
RANDOM = "The split is random: the same face may be on both sides, so results look better than they are for new people."
PARTS: tuple[Part, ...] = ("train", "validate", "test")
FEWEST_TO_VALIDATE = 4
"""Units; with fewer nobody is kept for validation."""
_NAMED_AT_MOST = 5
"""Things that a sentence lists."""
By = Literal["person", "session", "file", "random"]
_SINGULAR = {"person": "person", "session": "session", "file": "recording", "random": "example"}
_PLURAL = {"person": "people", "session": "sessions", "file": "recordings", "random": "examples"}


def split_of(
    examples: Sequence[Example],
    rule: SplitRule,
    *,
    seed: int,
    alike: Iterable[Sequence[int]] = (),
    remarks: Sequence[str] = (),
) -> Split:
    """The split, with what leaks between its sides among the remarks, behind those of the data set.

    `alike` are places of clips that look the same (`finetune.duplicates`), group by group.
    Raises `UsageError` for a random split without its words, for shares that leave nobody to learn from, and where
    there is but one unit.
    """
    _check(rule)
    by, told = _by(examples, rule.by)
    units = _units(examples, by)
    counts = _sizes(len(units), rule, by)
    parts = _dealt(examples, units, counts, seed=seed)
    sides = _sides(len(examples), units, parts)
    told += [RANDOM] if by == "random" else []
    told += _unbalanced(examples, sides)
    told += _leaks(examples, sides, by=by, alike=alike)
    if not counts["validate"] and rule.validate_share:
        told.append(f"There are too few {_PLURAL[by]} to keep some for early stopping.")
    places: dict[Part, tuple[int, ...]] = {
        part: tuple(place for place, side in enumerate(sides) if side == part) for part in PARTS
    }
    return Split(by, places["train"], places["validate"], places["test"], (*remarks, *told))


def _check(rule: SplitRule) -> None:
    if rule.by == "random" and rule.confirmed != CONFIRMATION:
        raise UsageError(
            "A random split shows the model the faces that judge it.",
            remedy=f'Split by person, or confirm with confirmed = "{CONFIRMATION}".',
        )
    within = 0 < rule.test_share < 1 and 0 <= rule.validate_share < 1 and rule.test_share + rule.validate_share < 1
    if not within:
        raise UsageError(
            f"The shares for test ({rule.test_share:g}) and validation ({rule.validate_share:g}) leave nobody to learn "
            "from, or nobody to judge.",
            remedy="Take shares such as 0.2 and 0.1.",
        )


def _by(examples: Sequence[Example], wanted: By) -> tuple[By, list[str]]:
    """What can be kept together of what is wanted, and the sentences that say so."""
    shown = [one for one in examples if one.clip is not None]
    by = wanted
    if by == "person" and shown and not any(one.person for one in shown):
        by = "session"
    if by == "session" and shown and not any(one.session for one in shown):
        by = "file"
    remarks: list[str] = []
    if by != wanted:
        lacking = "person" if wanted == "person" else "session"
        remarks.append(f"No {lacking} is named: the split is by {by}, and the same face may be on both sides.")
    nameless = sum(not (one.person if by == "person" else one.session) for one in shown)
    if nameless and by in ("person", "session"):
        kept = "session or recording" if by == "person" else "recording"
        remarks.append(f"{nameless} examples name no {by}; they are kept together by {kept}.")
    return by, remarks


# ------------------------------------------------------------------------------------------------------------- units


class _Joined:
    """Names that belong together, each set called by the first of its names."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, name: str) -> str:
        while (above := self._above.setdefault(name, name)) != name:
            self._above[name] = self._above[above]
            name = above
        return name

    def join(self, one: str, other: str) -> None:
        first, last = sorted((self.root(one), self.root(other)))
        self._above[last] = first


def _units(examples: Sequence[Example], by: By) -> list[tuple[str, list[int]]]:
    """What may not be torn apart: names that do not depend on the examples' order, and places.

    Words alone that go with nobody are in none of them.
    """
    joined = _Joined()
    open_to_all: set[str] = set()
    for one in examples:
        if one.clip is not None and not _name(one, by):
            for meeting in _meetings(one, by):
                joined.join(_meetings(one, by)[0], meeting)
                open_to_all.add(meeting)
    for one in examples:
        if one.clip is not None and (name := _name(one, by)):
            for meeting in open_to_all.intersection(_meetings(one, by)):
                joined.join(name, meeting)
    shown = {_name(one, by) for one in examples if one.clip is not None}
    found: dict[str, list[int]] = {}
    for place, one in enumerate(examples):
        name = _name(one, by)
        if one.clip is not None or (name and name in shown):
            found.setdefault(joined.root(name or _meetings(one, by)[0]), []).append(place)
    return sorted(found.items())


def _name(one: Example, by: By) -> str:
    """Who or what an example is of; empty where it is not named."""
    told = {"person": one.person, "session": one.session, "file": one.recording, "random": one.key}[by]
    return f"{by} {told}" if told else ""


def _meetings(one: Example, by: By) -> list[str]:
    """What an example without a name shares with others."""
    session = [f"meeting {one.session}"] if one.session and by == "person" else []
    return [*session, f"recording {one.recording}"]


def _sizes(units: int, rule: SplitRule, by: By) -> dict[Part, int]:
    """How many units each part gets."""
    if units < 2:
        raise UsageError(
            f"There is {'only one' if units else 'no'} {_SINGULAR[by]}: nobody is left to judge the result.",
            remedy="Add recordings of other people." if by == "person" else "Add other recordings.",
        )
    test = min(max(1, round(rule.test_share * units)), units - 1)
    validate = 0
    if rule.validate_share and units >= FEWEST_TO_VALIDATE:
        validate = min(max(1, round(rule.validate_share * units)), units - 1 - test)
    return {"train": units - test - validate, "validate": validate, "test": test}


# ----------------------------------------------------------------------------------------------------------- dealing


def _dealt(
    examples: Sequence[Example], units: Sequence[tuple[str, list[int]]], counts: Mapping[Part, int], *, seed: int
) -> dict[str, Part]:
    """The part of each unit."""
    held = {name: Counter(what for place in places for what in _told(examples[place])) for name, places in units}
    whole = sum(held.values(), Counter[tuple[str, str]]())
    wanted: dict[Part, dict[tuple[str, str], float]] = {
        part: {what: number * counts[part] / len(units) for what, number in whole.items()} for part in PARTS
    }
    have: dict[Part, Counter[tuple[str, str]]] = {part: Counter() for part in PARTS}
    left = dict(counts)
    parts: dict[str, Part] = {}

    def cost(name: str, part: Part) -> float:
        """By how much chi-square between what the part has and what it should have grows."""
        return sum(
            number * (number + 2 * (have[part][what] - wanted[part][what])) / wanted[part][what]
            for what, number in held[name].items()
        )

    def order(name: str) -> tuple[int, str]:
        return -held[name].total(), hashlib.sha256(f"{seed} {name}".encode()).hexdigest()

    for name in sorted(held, key=order):
        costs: dict[Part, float] = {part: cost(name, part) for part in PARTS if left[part]}
        part = min(costs, key=lambda one: costs[one])
        parts[name] = part
        have[part] += held[name]
        left[part] -= 1
    return parts


def _told(one: Example) -> tuple[tuple[str, str], ...]:
    """What an example counts as: its task with each of its labels."""
    return tuple((one.task, label) for label in one.labels) or ((one.task, ""),)


def _sides(count: int, units: Iterable[tuple[str, list[int]]], parts: Mapping[str, Part]) -> list[Part]:
    """The part of each example; words alone that go with nobody are learned from."""
    sides: list[Part] = ["train"] * count
    for name, places in units:
        for place in places:
            sides[place] = parts[name]
    return sides


# ----------------------------------------------------------------------------------------------------------- remarks


def _leaks(examples: Sequence[Example], sides: Sequence[Part], *, by: By, alike: Iterable[Sequence[int]]) -> list[str]:
    """Sentences on what is on two sides and should not be."""
    found: list[str] = []
    people = _torn((one.person for one in examples), sides)
    if people:
        listed = _first(people)
        found.append(
            f"1 person ({listed}) is on both sides."
            if len(people) == 1
            else f"{len(people)} people ({listed}) are on both sides."
        )
    sessions = _torn((one.session for one in examples), sides)
    if sessions and by != "person":
        listed = _first(sessions)
        found.append(
            f"1 session ({listed}) is on both sides."
            if len(sessions) == 1
            else f"{len(sessions)} sessions ({listed}) are on both sides."
        )
    recordings = _torn((one.recording for one in examples), sides)
    if recordings:
        number = len(recordings)
        shows = "1 recording is" if number == 1 else f"{number} recordings are"
        others = ", of different people" if by == "person" else ""
        found.append(f"{shows} on both sides{others}: light and place may tell.")
    crossing = [group for group in alike if len({sides[place] for place in group}) > 1]
    if crossing:
        first = crossing[0]
        other = next(place for place in first if sides[place] != sides[first[0]])
        found.append(
            f"Leakage: {len(crossing)} near-duplicate clips are on both sides, as {examples[first[0]].source} and "
            f"{examples[other].source}."
        )
    return found


def _torn(names: Iterable[str], sides: Sequence[Part]) -> list[str]:
    there: dict[str, set[Part]] = {}
    for name, side in zip(names, sides, strict=True):
        if name:
            there.setdefault(name, set()).add(side)
    return sorted(name for name, found in there.items() if len(found) > 1)


def _first(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMED_AT_MOST]) + (", …" if len(names) > _NAMED_AT_MOST else "")


def _unbalanced(examples: Sequence[Example], sides: Sequence[Part]) -> list[str]:
    """Labels that only one side has."""
    there: dict[tuple[str, str], set[Part]] = {}
    for one, side in zip(examples, sides, strict=True):
        for label in one.labels:
            there.setdefault((one.task, label), set()).add(side)
    unjudged = sorted(f"{label} ({task})" for (task, label), found in there.items() if "test" not in found)
    unlearned = sorted(f"{label} ({task})" for (task, label), found in there.items() if "train" not in found)
    found: list[str] = []
    if unjudged:
        found.append(f"Nobody who judges shows {_listed(unjudged)}: nothing is told about that.")
    if unlearned:
        found.append(f"Only held-out clips show {_listed(unlearned)}: that is not learned.")
    return found


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMED_AT_MOST]) + (
        f" and {len(names) - _NAMED_AT_MOST} more" * (len(names) > _NAMED_AT_MOST)
    )
