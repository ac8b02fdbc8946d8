"""Sums per person. Comes in: an `Analysis`. Goes out: seconds and shares of each label, what is missing kept apart.

Shares are of assessable time, which stands beside them; there is no overall score. Contradicted clues are counted as
such and enter nothing else. Must not know: HTML, wording.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from core.export.look import LOOKS
from core.records.analysis import Analysis, PersonSummary, Segment


@dataclass(frozen=True, slots=True)
class LabelTotal:
    """One label of one person."""

    label: str
    segments: int
    seconds: float
    share: float | None
    """Of the person's assessable seconds, in [0, 1]; None where there are none."""
    median_s: float | None
    """Median length of its segments; None without one."""
    silent_s: float
    speaking_s: float
    untold_s: float
    """Seconds in which it cannot be told whether the person speaks."""


@dataclass(frozen=True, slots=True)
class PersonTotals:
    """One person through the analysed stretch. All lengths in seconds."""

    person: str
    coverage: float
    """Share of the time in the picture in which the face was usable, in [0, 1]."""
    analysed_s: float
    """0 for a still picture, whose sums mean nothing."""
    in_picture_s: float
    assessable_s: float
    """Seconds with a reading: what shares are taken of."""
    failed_s: float
    """Assessable seconds that the model failed to read: no emotion's, and in no share."""
    not_assessable_s: float
    silent_s: float
    """Read seconds in which the person is silent."""
    speaking_s: float
    untold_s: float
    segments: int
    labels: tuple[LabelTotal, ...]
    """Every label of `LOOKS`, those without a second included."""
    supported: int
    contradicted: int
    not_measurable: int


def person_totals(analysis: Analysis) -> tuple[PersonTotals, ...]:
    """The sums of each person, in the analysis' order of people."""
    by_person: dict[str, list[Segment]] = {person.id: [] for person in analysis.people}
    for segment in analysis.segments:
        by_person.setdefault(segment.person, []).append(segment)
    analysed_s = 0.0 if analysis.video.still else analysis.span.duration_s
    return tuple(_totals(person, by_person[person.id], analysed_s=analysed_s) for person in analysis.people)


def _totals(person: PersonSummary, segments: Sequence[Segment], *, analysed_s: float) -> PersonTotals:
    assessable = [segment for segment in segments if segment.reading is not None]
    assessable_s = _seconds(assessable)
    support = Counter(clue.support for segment in segments for clue in segment.tree.clues)
    return PersonTotals(
        person=person.id,
        coverage=person.coverage,
        analysed_s=analysed_s,
        in_picture_s=sum(span.duration_s for span in person.spans),
        assessable_s=assessable_s,
        failed_s=_seconds([segment for segment in segments if segment.reading is None and segment.assessable]),
        not_assessable_s=_seconds([segment for segment in segments if not segment.assessable]),
        silent_s=_seconds(assessable, speaking=False),
        speaking_s=_seconds(assessable, speaking=True),
        untold_s=_seconds(assessable, speaking=None),
        segments=len(segments),
        labels=tuple(_label(label, assessable, assessable_s=assessable_s) for label in LOOKS),
        supported=support["supported"],
        contradicted=support["contradicted"],
        not_measurable=support["not_measurable"],
    )


def _label(label: str, assessable: Sequence[Segment], *, assessable_s: float) -> LabelTotal:
    same = [segment for segment in assessable if segment.reading is not None and segment.reading.label == label]
    seconds = _seconds(same)
    return LabelTotal(
        label=label,
        segments=len(same),
        seconds=seconds,
        share=seconds / assessable_s if assessable_s else None,
        median_s=median(segment.span.duration_s for segment in same) if same else None,
        silent_s=_seconds(same, speaking=False),
        speaking_s=_seconds(same, speaking=True),
        untold_s=_seconds(same, speaking=None),
    )


_ANY = object()


def _seconds(segments: Sequence[Segment], *, speaking: object = _ANY) -> float:
    return sum(s.span.duration_s for s in segments if speaking is _ANY or s.speaking is speaking)
