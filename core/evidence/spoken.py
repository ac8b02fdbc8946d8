"""A model's words against the measurements: is what it says was displayed supported, contradicted, or not measurable?

Comes in: a tree whose clues were read out of text, and the usable rows of that person in that segment. Goes out: the
same tree, each clue with its support and the measured values that decided. Knows nothing of who said it, or how.

Every threshold is in `CheckRule`. What counts as displayed is the taxonomy's own (`present` of each action unit, the
angles of `ClueRule`), so that the model's words and the built-in analyst's are held to one measure.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from core.evidence.action_units import ActionUnit, action_units, codes
from core.evidence.check import SupportRule
from core.evidence.clues import NEEDS, ClueRule, Rows
from core.evidence.expressions import Expression, expressions
from core.evidence.prototypes import appearance_scores, combine, to_distribution, unit_scores
from core.records.analysis import EMOTIONS
from core.records.moment import Span
from core.records.tree import AffectiveTree, Clue, Evidence, Support


@dataclass(frozen=True, slots=True)
class CheckRule:
    """Thresholds of the check of a model's words."""

    clue: ClueRule = field(default_factory=ClueRule)
    """What counts as displayed, as for the built-in analyst."""
    support: SupportRule = field(default_factory=SupportRule)
    fewest_rows: int = 3
    """Usable rows of 0.1 s below which nothing is said about a span."""
    slight: float = 0.6
    """What is called slight needs this share of a threshold."""
    marked: float = 1.4
    """What is called marked, broad or strong needs this many times a threshold."""
    eyes_open: float = 0.05
    """Share of closed eyes below which "the eyes are closed" is contradicted: a blink lasts 0.1 to 0.4 s."""
    pattern_absent: float = 0.1
    """Value below which a combination of units is not displayed."""
    likely: float = 0.25
    """Probability by all measurements from which a named emotion is supported, if its movements are not missing."""
    unlikely: float = 0.06
    """Probability below which it is contradicted; one in seven would be chance."""


@dataclass(frozen=True, slots=True)
class _Finding:
    support: Support
    evidence: tuple[Evidence, ...]


_NOTHING = _Finding("not_measurable", ())
_ANGLES = {
    "head turned": ("yaw", "pose", 0, "to the person's left", "to the person's right"),
    "head raised or lowered": ("pitch", "pose", 1, "up", "down"),
    "head tilted": ("roll", "pose", 2, "to the person's right", "to the person's left"),
    "gaze to the side": ("gaze, horizontal", "gaze", 0, "to the person's left", "to the person's right"),
    "gaze up or down": ("gaze, vertical", "gaze", 1, "up", "down"),
}
"""By movement: the measure, its rows and column, and the sides of a positive and a negative angle."""
_AGAINST = {
    "AU12": ("AU15",),
    "AU15": ("AU12",),
    "AU2": ("AU4",),
    "AU4": ("AU2",),
    "AU5": ("AU43",),
    "AU43": ("AU5",),
    "AU23/24": ("AU25", "AU26"),
    "AU25": ("AU23/24",),
    "AU26": ("AU23/24",),
}
"""Movements that pull against each other (FACS Investigator's Guide, 2002, on co-occurring units): where one is plainly
displayed, the other, itself undecided, is taken as contradicted."""
_MOVES = {"nod": "head shake", "head shake": "nod"}
_NOT = "not "
"""How a value begins that is denied: "not down"."""
_WHOSE = ("left", "right")
"""Sides of which the words do not say whether they are the person's own: a turn to the other side denies nothing."""
_FLIPPED: Mapping[Support, Support] = {
    "supported": "contradicted",
    "contradicted": "supported",
    "not_measurable": "not_measurable",
}


def check_tree(tree: AffectiveTree, rows: Rows, *, rule: CheckRule) -> AffectiveTree:
    """The tree with support and evidence of every clue; nothing else of it changes.

    `rows` are the usable rows of the segment. A clue is held against those in its own span. What no measurement is
    about (a colour of hair, contempt) is not measurable, and so is everything where too few rows are usable.
    """
    return AffectiveTree(tuple(_checked(clue, rows, rule) for clue in tree.clues), tree.edges)


def _checked(clue: Clue, rows: Rows, rule: CheckRule) -> Clue:
    own = _inside(rows, clue.span)
    denied = clue.value == "absent" or clue.value.startswith(_NOT)
    value = clue.value.removeprefix(_NOT)
    found = _NOTHING if len(own.times_s) < rule.fewest_rows else _find(replace(clue, value=value), own, rule)
    support = _FLIPPED[found.support] if denied else found.support
    if denied and support == "contradicted" and value in _WHOSE:
        support = "not_measurable"
    return replace(clue, support=support, evidence=found.evidence)


def _find(clue: Clue, rows: Rows, rule: CheckRule) -> _Finding:
    """What the measurements say of the clue as if it were said to be there."""
    if clue.level == "emotion":
        return _emotion(clue.name, rows, rule)
    if clue.name in codes():
        return _unit(clue.name, rows, rule, degree=_degree(clue.value, rule))
    if clue.name in _ANGLES:
        return _angle(clue.name, clue.value, rows, rule)
    if clue.name == "eyes closed":
        return _eyes(rows, rule)
    if clue.name in _MOVES:
        return _movement(clue.name, rows)
    known = next((one for one in expressions() if one.name == clue.name), None)
    return _NOTHING if known is None else _expression(known, rows, rule, degree=_degree(clue.value, rule))


def _degree(value: str, rule: CheckRule) -> float:
    return {"slight": rule.slight, "marked": rule.marked}.get(value, 1.0)


def _unit(code: str, rows: Rows, rule: CheckRule, *, degree: float) -> _Finding:
    unit = _known(code)
    strength = _strength(code, rows, rule)
    threshold = unit.present * degree
    words = f"{rule.clue.quantile:.0%} quantile over the clue's span, at least"
    evidence = Evidence(code, strength, None, threshold, "intensity, 0 to 1", words)
    # A stronger word asks for more before it is supported; it is contradicted only where the movement is missing.
    absent_below = rule.support.contradicted_below * unit.present * min(degree, 1.0)
    support = _between(strength, supported=threshold, contradicted=absent_below)
    against = [other for other in _AGAINST.get(code, ()) if _strength(other, rows, rule) >= _known(other).present]
    if support == "not_measurable" and strength < unit.present and against:
        other = against[0]
        words = f"{rule.clue.quantile:.0%} quantile over the clue's span; it pulls the other way, from"
        opposed = Evidence(other, _strength(other, rows, rule), None, _known(other).present, "intensity, 0 to 1", words)
        return _Finding("contradicted", (evidence, opposed))
    return _Finding(support, (evidence,))


def _known(code: str) -> ActionUnit:
    return next(one for one in action_units() if one.code == code)


def _strength(code: str, rows: Rows, rule: CheckRule) -> float:
    return float(np.quantile(rows.units[:, codes().index(code)], rule.clue.quantile))


def _angle(name: str, value: str, rows: Rows, rule: CheckRule) -> _Finding:
    measure, kind, column, positive, negative = _ANGLES[name]
    degrees: NDArray[np.float64] = getattr(rows, kind)[:, column]
    threshold = {"pose": rule.clue.turned_deg, "gaze": rule.clue.gaze_deg}[kind]
    if name == "head tilted":
        threshold = rule.clue.tilted_deg
    # The farthest it goes for a quarter of the span, to the side that is said.
    high, low = (float(np.quantile(degrees, share)) for share in (rule.clue.quantile, 1 - rule.clue.quantile))
    reached = {positive: high, negative: -low}.get(value, max(high, -low))
    if not np.isfinite(reached):
        return _NOTHING
    side = value if value in (positive, negative) else "either direction"
    words = f"reached for {1 - rule.clue.quantile:.0%} of the clue's span, {side}, at least"
    evidence = Evidence(measure, reached, None, threshold, "degrees", words)
    absent_below = rule.support.contradicted_below * threshold
    return _Finding(_between(reached, supported=threshold, contradicted=absent_below), (evidence,))


def _eyes(rows: Rows, rule: CheckRule) -> _Finding:
    share = float(rows.eyes_closed.mean())
    threshold = rule.clue.eyes_closed_share
    evidence = Evidence("share of time with closed eyes", share, None, threshold, "share", "at least")
    return _Finding(_between(share, supported=threshold, contradicted=rule.eyes_open), (evidence,))


def _movement(name: str, rows: Rows) -> _Finding:
    """A nod that was not found may still have been there; one that was found as a shake was none."""
    found = {"nod": rows.nod, "head shake": rows.shake}
    share, other = float(found[name].mean()), float(found[_MOVES[name]].mean())
    evidence = Evidence(f"share of time with a {name}", share, None, 0.0, "share", "above")
    if share > 0:
        return _Finding("supported", (evidence,))
    if other > 0:
        against = Evidence(f"share of time with a {_MOVES[name]}", other, None, 0.0, "share", "above speaks against it")
        return _Finding("contradicted", (evidence, against))
    return _Finding("not_measurable", (evidence,))


def _expression(known: Expression, rows: Rows, rule: CheckRule, *, degree: float) -> _Finding:
    """All of its parts, one of its alternatives, its combination, and nothing that only looks like it.

    Units it must be without are not held against it: a model's "smile" says nothing of the cheeks.
    """
    parts = [_part(name, rows, rule, degree=degree) for name in known.all_of]
    others = [_part(name, rows, rule, degree=degree) for name in known.any_of]
    if others:
        parts.append(_Finding(_any([one.support for one in others]), tuple(e for one in others for e in one.evidence)))
    for name in known.no_pattern:
        value = _pattern(name, rows, rule)
        if value >= rule.clue.pattern:
            words = f"{rule.clue.quantile:.0%} quantile over the clue's span; it looks like this and is not, from"
            mistaken = Evidence(f"combination: {name}", value, None, rule.clue.pattern, "0 to 1", words)
            parts.append(_Finding("contradicted", (mistaken,)))
    if known.pattern:
        value = _pattern(known.pattern, rows, rule)
        words = f"{rule.clue.quantile:.0%} quantile over the clue's span, at least"
        evidence = Evidence(f"combination: {known.pattern}", value, None, rule.clue.pattern, "0 to 1", words)
        parts.append(
            _Finding(
                _between(value, supported=rule.clue.pattern, contradicted=rule.pattern_absent),
                (evidence,),
            )
        )
    return _Finding(_all([one.support for one in parts]), tuple(e for one in parts for e in one.evidence))


def _pattern(name: str, rows: Rows, rule: CheckRule) -> float:
    return float(np.quantile(combine(rows.units, rows.talking)[name], rule.clue.quantile))


def _part(name: str, rows: Rows, rule: CheckRule, *, degree: float) -> _Finding:
    if name == "eyes closed":
        return _eyes(rows, rule)
    return _unit(name, rows, rule, degree=degree) if name in codes() else _NOTHING


def _emotion(name: str, rows: Rows, rule: CheckRule) -> _Finding:
    """By everything that was measured, as the built-in analyst weighs it, and by the movements that belong to it."""
    if name not in EMOTIONS:
        return _NOTHING
    scores = unit_scores(rows.units, rows.talking, own=rows.trust) + appearance_scores(rows.appearance)
    probability = float(to_distribution(scores.mean(axis=0))[EMOTIONS.index(name)])
    evidence = [
        Evidence(
            f"all measurements: {name}", probability, None, rule.likely, "probability", "mean over the clue's span"
        )
    ]
    support = _between(probability, supported=rule.likely, contradicted=rule.unlikely)
    if name in NEEDS:
        needs = [[_unit(code, rows, rule, degree=1.0) for code in units] for units in NEEDS[name]]
        evidence += [item for units in needs for one in units for item in one.evidence]
        moved = _any([_all([one.support for one in units]) for units in needs])
        if moved == "contradicted" and support == "supported":
            support = "not_measurable"
    return _Finding(support, tuple(evidence))


def _between(value: float, *, supported: float, contradicted: float) -> Support:
    if value >= supported:
        return "supported"
    return "contradicted" if value < contradicted else "not_measurable"


def _all(supports: list[Support]) -> Support:
    if "contradicted" in supports:
        return "contradicted"
    return "not_measurable" if not supports or "not_measurable" in supports else "supported"


def _any(supports: list[Support]) -> Support:
    if "supported" in supports:
        return "supported"
    return "not_measurable" if not supports or "not_measurable" in supports else "contradicted"


def _inside(rows: Rows, span: Span) -> Rows:
    """The rows of a span; a row stands for the tenth of a second from its time on."""
    kept = (rows.times_s >= span.start_s - 1e-6) & (rows.times_s < span.end_s - 1e-6)
    if kept.all():
        return rows
    taken = ("times_s", "values", "units", "appearance", "pose", "gaze", "eyes_closed", "nod", "shake", "talking")
    return replace(rows, **{name: getattr(rows, name)[kept] for name in taken})
