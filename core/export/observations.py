"""The few sentences on the first page. Comes in: an `Analysis`. Goes out: observations that point at a segment.

A sentence says what is displayed and how probable that is, never what somebody goes through. Only supported clues
are named as reasons. What was not assessable or not read has sentences of its own. Must not know: HTML.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.export.clock import amount, time_code
from core.export.look import key_of, why_missing
from core.records.analysis import EMOTIONS, UNCLEAR, Analysis, Segment
from core.records.tree import Clue

MOST = 5
MOST_MISSING = 4
LEAST_S = 0.5
"""A segment shorter than this is no observation of its own; a still picture's is."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One sentence about one segment."""

    segment: str
    """Id of the segment."""
    label: str
    """The label it is about, or `not assessable` or `not read`."""
    person: str
    when: str
    """Time code."""
    text: str
    probability: float | None
    """Of the label (of the most probable emotion where unclear); None without a reading."""


def observations(analysis: Analysis) -> tuple[Observation, ...]:
    """At most five, in order of time: each person's clearest displays first, then what is unclear or disputed."""
    by_person = {
        person.id: [s for s in analysis.segments if s.person == person.id and s.reading is not None]
        for person in analysis.people
    }
    ranked = [_clearest(segments, least_s=0.0 if analysis.video.still else LEAST_S) for segments in by_person.values()]
    chosen: list[Segment] = []
    for place in range(3):  # everybody's first before anybody's second
        chosen += [ranking[place] for ranking in ranked if place < len(ranking)]
    disputed = [segment for segments in by_person.values() for segment in segments if _disputed(segment)]
    disputed.sort(key=lambda segment: -segment.span.duration_s)
    clear = chosen[: MOST - min(len(disputed), 2)]
    picked = clear + [segment for segment in disputed if segment not in clear][: MOST - len(clear)]
    if not picked:  # only neutral displays: say so rather than nothing
        picked = [max(s, key=lambda segment: segment.span.duration_s) for s in by_person.values() if s][:MOST]
    return tuple(
        _observation(segment, still=analysis.video.still)
        for segment in sorted(picked, key=lambda s: (s.span.start, s.person))
    )


def missing(analysis: Analysis) -> tuple[tuple[Observation, ...], int]:
    """The longest spans without a reading, in order of time, and how many more there are."""
    spans = [segment for segment in analysis.segments if segment.reading is None]
    longest = sorted(spans, key=lambda segment: -segment.span.duration_s)[:MOST_MISSING]
    shown = sorted(longest, key=lambda segment: (segment.span.start, segment.person))
    return tuple(_missing(segment, still=analysis.video.still) for segment in shown), len(spans) - len(shown)


def top_two(distribution: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """The two most probable emotions with their probabilities; equals in the order of `EMOTIONS`."""
    return tuple(sorted(distribution, key=lambda item: (-item[1], EMOTIONS.index(item[0])))[:2])


def _clearest(segments: Sequence[Segment], *, least_s: float) -> list[Segment]:
    """Displays other than neutral, the most probable first, each label once before any label twice."""
    shown = [s for s in segments if s.reading is not None and s.reading.label not in {UNCLEAR, "neutral"}]
    shown = [s for s in shown if s.span.duration_s >= least_s]
    shown.sort(key=lambda segment: -_top(segment)[1])
    seen: set[str] = set()
    first = [s for s in shown if s.reading is not None and not (s.reading.label in seen or seen.add(s.reading.label))]
    return first + [segment for segment in shown if segment not in first]


def _disputed(segment: Segment) -> bool:
    return segment.reading is not None and (segment.reading.label == UNCLEAR or bool(segment.reading.remark))


def _top(segment: Segment) -> tuple[str, float]:
    return top_two(segment.reading.distribution.items())[0] if segment.reading else ("", 0.0)


def _observation(segment: Segment, *, still: bool) -> Observation:
    reading = segment.reading
    if reading is None:
        raise ValueError(f"segment {segment.id} has no reading to observe")
    first, second = top_two(reading.distribution.items())
    length = f" for {amount(segment.span.duration_s)}" if not still else ""
    if reading.label == UNCLEAR:
        text = f"What is displayed is unclear{length}: {first[0]} {first[1]:.2f} or {second[0]} {second[1]:.2f}."
        return _about(segment, label=UNCLEAR, text=text, still=still, probability=first[1])
    reasons = [clue.text.rstrip(".") for clue in _reasons(segment, reading.label)][:2]
    parts = (
        f"The model reads {reading.label} as displayed{length}.",
        f"Reasons: {'. '.join(reasons)}." if reasons else "",
        "The person is speaking, which moves the mouth." if segment.speaking else "",
        reading.remark,
    )
    text = " ".join(part for part in parts if part)
    return _about(segment, label=reading.label, text=text, still=still, probability=reading.distribution[reading.label])


def _reasons(segment: Segment, emotion: str) -> list[Clue]:
    """Supported expressions that the tree gives as reasons for `emotion`."""
    named = {clue.id for clue in segment.tree.at("emotion") if clue.name == emotion}
    given = {edge.source for edge in segment.tree.edges if edge.target in named}
    return [clue for clue in segment.tree.at("expression") if clue.id in given and clue.support == "supported"]


def _missing(segment: Segment, *, still: bool) -> Observation:
    key, why = key_of(segment), why_missing(segment) or "too little of the face was usable"
    text = f"{'' if still else amount(segment.span.duration_s) + ' '}{key}: {why.rstrip('.')}."
    return _about(segment, label=key, text=text, still=still, probability=None)


def _about(segment: Segment, *, label: str, text: str, still: bool, probability: float | None) -> Observation:
    when = f"{time_code(segment.span.start_s)}–{time_code(segment.span.end_s)}"
    if still:
        when = "still picture"
    return Observation(segment.id, label, segment.person, when, text, probability)
