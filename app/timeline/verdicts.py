"""Verdicts as lanes need them. In: a scene's reviews. Out: each rater's last word on each segment as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.project.scene import Scene
from core.records.review import Verdict
from core.records.study import SegmentRow


@dataclass(frozen=True, slots=True)
class Standing:
    """A rater's last word on a segment."""

    verdict: Verdict
    label: str | None
    """The label put in the place of the model's."""
    span_s: tuple[float, float] | None
    """The span put in the place of the segment's, in the session's time."""
    comment: str


Key = tuple[int, str]
"""Analysis and segment."""


def key_of(row: SegmentRow) -> Key:
    """What reviews of a row point at."""
    return row.analysis, row.segment.split("/")[0]


def standing_verdicts(scene: Scene) -> dict[str, dict[Key, Standing]]:
    """By rater, each segment's standing verdict."""
    offsets = {one.id: one.offset_s for one in scene.recordings}
    shift = {row.id: offsets.get(row.recording, 0.0) for row in scene.analyses}
    found: dict[str, dict[Key, Standing]] = {}
    for review in scene.reviews:
        if review.clue is not None or review.analysis not in shift:
            continue
        fixed = review.correction
        span = fixed.span if fixed is not None else None
        offset_s = shift[review.analysis]
        found.setdefault(review.rater, {})[review.analysis, review.segment] = Standing(
            review.verdict,
            fixed.label if fixed is not None else None,
            None if span is None else (span.start_s + offset_s, span.end_s + offset_s),
            review.comment,
        )
    return found


def verdict_on(row: SegmentRow, given: Mapping[Key, Standing]) -> Standing | None:
    """A rater's standing verdict on a row."""
    return given.get(key_of(row))
