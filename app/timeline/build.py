"""From a scene to lanes. In: a scene, what is switched on. Out: the lanes from top to bottom.

A lane of labelled spans from any source is a `SpanLane`: speech, other raters, other programs' tracks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from app import words
from app.timeline.curves import CurveLane, Wanted
from app.timeline.distribution import DistributionLane
from app.timeline.explain import About
from app.timeline.lane import Lane
from app.timeline.segments import SegmentLane
from app.timeline.strips import Labelled, QualityStrip, SpanLane
from app.timeline.verdicts import Key, Standing, verdict_on
from core.project.scene import Scene, ScenePerson
from core.records.study import SegmentRow


@dataclass(frozen=True, slots=True)
class Lanes:
    """What is drawn, and the lanes of each kind."""

    all: tuple[Lane, ...] = ()
    segments: tuple[SegmentLane, ...] = ()
    distributions: tuple[DistributionLane, ...] = ()
    curves: tuple[CurveLane, ...] = ()


def lanes_of(
    scene: Scene,
    about: About,
    *,
    rater: str,
    distribution: bool,
    curves: Sequence[Wanted],
    foreign: Sequence[Lane] = (),
) -> Lanes:
    """The lanes of a session as `rater` sees it; none of readings for a rater who works blind."""
    rows: dict[tuple[int, str], list[SegmentRow]] = {person.key: [] for person in scene.people}
    for (analysis, person), some in groupby(scene.segments, key=lambda row: (row.analysis, row.person)):
        rows.setdefault((analysis, person), []).extend(some)
    own = about.verdicts.get(rater, {})
    everything: list[Lane] = []
    segments: list[SegmentLane] = []
    distributions: list[DistributionLane] = []
    drawn: list[CurveLane] = []
    for person in scene.people:
        strip = QualityStrip(person)
        lane = SegmentLane(person, rows[person.key], own=own, about=about, quality=strip)
        lane.detail = _described(person)
        segments.append(lane)
        everything += [lane, strip]
        if scene.blind:
            continue
        if distribution:
            distributions.append(DistributionLane(person, rows[person.key]))
            everything.append(distributions[-1])
        for code in (code for key, code in curves if key == person.key):
            drawn.append(CurveLane(person, code))
            everything.append(drawn[-1])
        everything += [
            SpanLane("", spans, detail=name)
            for name, given in about.verdicts.items()
            if name != rater and (spans := _rated(rows[person.key], given))
        ]
    everything += foreign
    if scene.speech_s is not None:
        speech = [Labelled(start_s, end_s, None) for start_s, end_s in scene.speech_s]
        everything.append(SpanLane(QCoreApplication.translate("Timeline", "Speech"), speech, speech=True))
    return Lanes(tuple(everything), tuple(segments), tuple(distributions), tuple(drawn))


def _described(person: ScenePerson) -> str:
    usable = QCoreApplication.translate("Timeline", "{share} % assessable").format(share=round(person.coverage * 100))
    role = person.standing.role
    return usable if role is None else f"{words.role(role)} · {usable}"


def _rated(rows: Sequence[SegmentRow], given: Mapping[Key, Standing]) -> list[Labelled]:
    """What another rater says of the segments of one person."""
    found: list[Labelled] = []
    for row in rows:
        standing = verdict_on(row, given)
        if standing is None:
            continue
        start_s, end_s = standing.span_s or (row.start_s, row.end_s)
        label = standing.label or row.label
        said = words.verdict(standing.verdict)
        remark = f"{said}: {standing.comment}" if standing.comment else said
        if standing.verdict == "agree" or standing.label is not None:
            found.append(Labelled(start_s, end_s, label, missing=label is None, remark=remark))
        else:
            found.append(Labelled(start_s, end_s, words.verdict(standing.verdict), pale=True, remark=remark))
    return found
