"""A tree in plain words: what a clue says, what was measured for it, where its curve is. In: clues. Out: sentences.

The person's usual value comes from the analysis' own baseline of each action unit. Contradicted and missing are said as
such. Must not know: widgets, the study.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from app import words
from app.sentences import in_words
from app.translation import translate
from core.evidence.action_units import action_units
from core.records.analysis import Reading, Segment
from core.records.tree import AffectiveTree, Clue, Evidence

RESAMPLINGS_SAID = 8
"""A share of re-samplings is said as "7 of 8"."""
MOST_MEASURES = 3
_COLUMNS = {
    "yaw": "track:pose.yaw",
    "pitch": "track:pose.pitch",
    "roll": "track:pose.roll",
    "share of time with closed eyes": "AU43",
    "share of time with a nod": "track:pose.pitch",
    "share of time with a head shake": "track:pose.yaw",
}
"""Curves behind measures that are not action units."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One measured value that speaks for or against a clue."""

    title: str
    sentence: str
    curve: str | None
    """Name of its curve for `core.project.screen.Window`; None where there is none."""
    threshold: float | None
    usual: float | None
    """The person's own neutral value."""
    degrees: bool
    either_way: bool
    """Whether the threshold counts in both directions."""


def title(clue: Clue) -> str:
    """The clue in a few words: "Lip corners pulled up", "happiness displayed"."""
    if clue.level == "emotion":
        form = {
            "alternative": translate("Reasons", "{emotion} is possible too"),
            "absent": translate("Reasons", "{emotion} not displayed"),
        }.get(clue.value, translate("Reasons", "{emotion} displayed"))
        return form.format(emotion=words.label(clue.name))
    if clue.name == "appearance of the whole face":
        return translate("Reasons", "The whole face looks like {emotion}").format(emotion=words.label(clue.value))
    name = words.unit(clue.name) if clue.level == "attribute" else words.expression(clue.name)
    if clue.value in ("present", "displayed"):
        return _upper(name)
    return translate("Reasons", "{what}, {how}").format(what=_upper(name), how=words.word(clue.value))


def detail(clue: Clue, *, usual: Mapping[str, float], segment: Segment) -> str:
    """What was measured for the clue, in one short line."""
    if clue.support == "contradicted":
        return against(clue)
    if clue.level == "emotion":
        if clue.value == "reading" and segment.reading is not None:
            return translate("Reasons", "probability {share} · {stable}").format(
                share=_two(clue.score), stable=stability(segment)
            )
        if clue.value in ("reading", "alternative"):
            return translate("Reasons", "probability {share}").format(share=_two(clue.score))
        return stability(segment)
    if clue.level == "expression":
        return " · ".join(
            translate("Reasons", "{what} {value}").format(what=_code(e), value=_value(e)) for e in clue.evidence[:4]
        )
    first = clue.evidence[0] if clue.evidence else None
    if first is None:
        return ""
    own = _usual(first, usual)
    if own is None:
        return translate("Reasons", "{what} {value}, counts from {threshold}").format(
            what=_code(first), value=_value(first), threshold=_number(first.threshold, first)
        )
    return translate("Reasons", "{what} {value}, usually {usual}").format(
        what=_code(first), value=_value(first), usual=_number(own, first)
    )


def against(clue: Clue) -> str:
    """Why measurements contradict a clue."""
    if "neutral" in (clue.name, clue.value):
        return translate("Reasons", "movements were measured that a face at rest does not make")
    return translate("Reasons", "no movement that belongs to it was measured")


def stability(segment: Segment) -> str:
    """How often re-samplings give the same most probable emotion, or how far a language model's candidates agree."""
    reading = segment.reading
    if reading is None:
        return ""
    if segment.account is not None:
        return translate("Reasons", "the candidates agree to {share}").format(share=words.percent(reading.stability))
    return translate("Reasons", "same in {same} of {all} re-samplings").format(
        same=round(reading.stability * RESAMPLINGS_SAID), all=RESAMPLINGS_SAID
    )


def disagreement(reading: Reading) -> str:
    """A sentence where the kinds of evidence speak for different emotions; empty where the analyst saw no doubt."""
    if not reading.remark:
        return ""
    if len(reading.signals) < 2:
        return in_words(reading.remark)
    parts: list[str] = []
    for name, shares in reading.signals.items():
        best = max(shares, key=lambda emotion: shares[emotion])
        parts.append(
            translate("Reasons", "{signal} alone: {emotion} {share}").format(
                signal=words.signal(name), emotion=words.label(best), share=_two(shares[best])
            )
        )
    return translate("Reasons", "Two signals disagree: {parts}.").format(parts="; ".join(parts))


def measures(clue: Clue, tree: AffectiveTree, *, usual: Mapping[str, float], person: str) -> tuple[Measure, ...]:
    """What was measured for a clue; for an emotion, for the clues that are given as its reasons. Curves first."""
    found: dict[str, Measure] = {}
    for evidence in _evidence(clue, tree):
        if evidence.measure not in found:
            found[evidence.measure] = _measure(evidence, usual=usual, person=person)
    return tuple(sorted(found.values(), key=lambda one: one.curve is None))


def _evidence(clue: Clue, tree: AffectiveTree) -> list[Evidence]:
    """The clue's own, then that of its reasons, the strongest first."""
    found = list(clue.evidence)
    if clue.level == "attribute":
        return found
    by_id = {one.id: one for one in tree.clues}
    below = [by_id[edge.source] for edge in tree.edges if edge.target == clue.id and edge.source in by_id]
    for one in sorted(below, key=lambda reason: -reason.score):
        if one.support != "contradicted":
            found += [evidence for evidence in one.evidence if _curve(evidence.measure) is not None]
    return found


def _measure(evidence: Evidence, *, usual: Mapping[str, float], person: str) -> Measure:
    own, what = _usual(evidence, usual), words.unit(evidence.measure)
    degrees = evidence.unit == "degrees"
    values = {
        "what": _upper(_plain(evidence.measure)),
        "value": _value(evidence),
        "threshold": _number(evidence.threshold, evidence),
        "person": person,
        "usual": "" if own is None else _number(own, evidence),
    }
    if not math.isfinite(evidence.value):
        form = translate("Reasons", "{what}: could not be measured.")
    elif evidence.unit == "intensity, 0 to 1" and own is not None:
        form = translate(
            "Reasons", "{what}: {value}, from 0 (not there) to 1 (fully there); usual for {person}: {usual}."
        )
    elif evidence.unit == "intensity, 0 to 1":
        form = translate("Reasons", "{what}: {value}, from 0 (not there) to 1 (fully there); counts from {threshold}.")
    elif evidence.unit == "probability":
        form = translate("Reasons", "{what}: probability {value}.")
    elif own is not None:
        form = translate("Reasons", "{what}: {value}; counts from {threshold}; usual for {person}: {usual}.")
    else:
        form = translate("Reasons", "{what}: {value}; counts from {threshold}.")
    curve = _curve(evidence.measure)
    shares = evidence.unit == "share"
    return Measure(
        title=_upper(what if curve is None or not shares else _plain(evidence.measure)),
        sentence=form.format(**values),
        curve=curve,
        threshold=evidence.threshold if curve is not None and not shares else None,
        usual=usual.get(curve) if curve is not None else own,
        degrees=degrees or (curve or "").startswith("track:pose"),
        either_way=degrees,
    )


def _plain(measure: str) -> str:
    """A measure's name for a reader; signals and emotions inside it are translated too."""
    head, separator, tail = measure.partition(": ")
    if separator:
        alone = head.removesuffix(" alone")
        if alone != head:
            return translate("Reasons", "{signal} alone, {emotion}").format(
                signal=words.signal(alone), emotion=words.label(tail)
            )
        return translate("Reasons", "{signal}, {emotion}").format(signal=words.signal(head), emotion=words.label(tail))
    return words.unit(measure)


def _curve(measure: str) -> str | None:
    if any(unit.code == measure for unit in action_units()):
        return measure
    return _COLUMNS.get(measure)


def _code(evidence: Evidence) -> str:
    return _plain(evidence.measure) if ": " in evidence.measure else words.word(evidence.measure)


def _usual(evidence: Evidence, usual: Mapping[str, float]) -> float | None:
    own = evidence.baseline if evidence.baseline is not None else usual.get(evidence.measure)
    return own if own is not None and math.isfinite(own) else None


def _value(evidence: Evidence) -> str:
    return _number(evidence.value, evidence)


def _number(value: float, evidence: Evidence) -> str:
    if not math.isfinite(value):
        return "–"
    if evidence.unit == "degrees":
        return f"{value:.0f}°"
    if evidence.unit == "share":
        return f"{value:.0%}".replace("%", "\N{NO-BREAK SPACE}%")
    return _two(value)


def _two(value: float) -> str:
    return f"{value:.2f}"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
