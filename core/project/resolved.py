"""An analysis after all corrections of people. In: an `Analysis` and who is who. Out: an `Analysis` anew.

Statistics, exports and screens read this one; the stored analysis stays. A segment that a correction cuts in two keeps
its reading in both parts, as that is what the model said about the whole; the parts are called `S7/1`, `S7/2`, and
`original_name` leads back to the segment that reviews point at. Excluded time belongs to nobody: it is neither assessed
nor counted.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.project.analyses import load_analysis
from core.project.people import Stretch, WhoIsWho, who_is_who_of
from core.project.study import Study
from core.records.analysis import Analysis, PersonSummary, Segment
from core.records.measurement import Quality
from core.records.moment import Moment, Span


def resolved_analysis(study: Study, analysis: int) -> Analysis:
    """A stored analysis with every correction of people: what statistics and exports read. Raises `StudyError`."""
    return resolve(load_analysis(study, analysis), who_is_who_of(study, analysis))


def resolve(analysis: Analysis, who: WhoIsWho) -> Analysis:
    """The analysis with every correction of people applied. The same object where there is none."""
    if all(len(own) == 1 and own[0].person == person for person, own in who.stretches.items()):
        return analysis
    segments = [part for segment in analysis.segments for part in resolve_segment(segment, who)]
    people = [_person(person, analysis, who) for person in who.people]
    segments.sort(key=lambda segment: (segment.span.start, segment.person))
    return replace(analysis, people=tuple(people), segments=tuple(segments))


def resolve_segment(segment: Segment, who: WhoIsWho) -> tuple[Segment, ...]:
    """The segment as it belongs to people after corrections: none, one or several parts."""
    parts: list[tuple[Span, str]] = []
    for stretch in who.stretches.get(segment.person, (Stretch(-np.inf, np.inf, segment.person),)):
        span = clipped(segment.span, stretch)
        if span is None or stretch.person is None:
            continue
        if parts and parts[-1][1] == stretch.person and parts[-1][0].end == span.start:
            parts[-1] = (Span(parts[-1][0].start, span.end), stretch.person)
        else:
            parts.append((span, stretch.person))
    if len(parts) == 1 and parts[0][0] == segment.span:
        return (replace(segment, person=parts[0][1]),)
    return tuple(
        _part(segment, span, person, number if len(parts) > 1 else None)
        for number, (span, person) in enumerate(parts, start=1)
    )


def original_name(segment: str) -> str:
    """The id of the stored segment that a part belongs to."""
    return segment.split("/", 1)[0]


def clipped(span: Span, stretch: Stretch) -> Span | None:
    """The part of the span within the stretch; None where there is none. Ends that are not cut stay exact."""
    start, end = span.start, span.end
    if stretch.start_s > span.start_s:
        start = Moment.at(stretch.start_s) if np.isfinite(stretch.start_s) else span.end
    if stretch.end_s < span.end_s:
        end = Moment.at(stretch.end_s) if np.isfinite(stretch.end_s) else span.start
    return Span(start, end) if start < end else None


def _part(segment: Segment, span: Span, person: str, number: int | None) -> Segment:
    key = segment.key_frame_s
    if key is not None and not span.start_s <= key < span.end_s:
        key = None
    name = segment.id if number is None else f"{segment.id}/{number}"
    return replace(segment, id=name, person=person, span=span, key_frame_s=key)


def _person(person: str, analysis: Analysis, who: WhoIsWho) -> PersonSummary:
    sources = [
        (own, stretch)
        for own in analysis.people
        for stretch in who.stretches.get(own.id, ())
        if stretch.person == person
    ]
    # The person whose own curves these are gives the baseline; for a new person, the one they were split from.
    first = next((own for own, _ in sources if own.id == person), sources[0][0])
    spans = [
        span for own, stretch in sources for span in (clipped(part, stretch) for part in own.spans) if span is not None
    ]
    whole = all(own is first for own, _ in sources) and len(sources) == len(who.stretches.get(first.id, ()))
    times_s = _grid([own for own, _ in sources])
    quality = np.full(len(times_s), int(Quality.LOST), np.uint8)
    names = {name: None for own, _ in sources for name in own.curves}
    curves = {name: np.full(len(times_s), np.nan, np.float32) for name in names}
    # Whose curves come last wins where two faces were followed as the same person at once: the person's own.
    for own, stretch in sorted(sources, key=lambda pair: pair[0].id == person):
        within = (own.times_s >= stretch.start_s) & (own.times_s < stretch.end_s)
        within &= (own.quality & int(Quality.LOST)) == 0
        rows = np.searchsorted(times_s, own.times_s[within])
        quality[rows] = own.quality[within]
        for name, values in own.curves.items():
            curves[name][rows] = values[within]
    baseline = first.baseline if whole else f"{first.baseline} Taken from {first.id} before people were put right."
    return replace(
        first,
        id=person,
        spans=joined(spans),
        coverage=_coverage(joined(spans), times_s, quality),
        baseline=baseline,
        times_s=times_s,
        curves=curves,
        quality=quality,
    )


def _grid(people: list[PersonSummary]) -> NDArray[np.float64]:
    first = people[0].times_s
    if all(np.array_equal(first, other.times_s) for other in people[1:]):
        return first
    return np.unique(np.concatenate([person.times_s for person in people]))


def joined(spans: list[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap made one."""
    result: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def _coverage(spans: tuple[Span, ...], times_s: NDArray[np.float64], quality: NDArray[np.uint8]) -> float:
    within = np.zeros(len(times_s), bool)
    for span in spans:
        within |= (times_s >= span.start_s) & (times_s < span.end_s)
    if not within.any():
        return 0.0
    return float(np.mean(quality[within] == int(Quality.GOOD)))
