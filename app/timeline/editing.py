"""Borders of segments that are moved. In: the session, a segment. Out: an edit, and when released a review.

The analysis stays as it is: what is moved is a correction of the rater's, undone like any other.
"""

from collections.abc import Sequence

from app.timeline.bounds import Edit, Side, grid_of
from app.timeline.segments import SegmentLane
from app.timeline.verdicts import key_of
from app.verbs.review import judge
from app.workbench import Workbench
from core.records.moment import Span
from core.records.review import Correction
from core.records.study import SegmentRow


def edit_of(bench: Workbench, lanes: Sequence[SegmentLane], row: SegmentRow, side: Side) -> Edit | None:
    """The border of a segment, ready to be moved; None where it cannot be.

    A segment that corrections of people have cut has no borders of its own; first results are in no study yet.
    """
    session, study = bench.session, bench.study
    scene = session.scene
    if scene is None or study is None or not study.writable or session.provisional:
        return None
    analysis, name = key_of(row)
    parts = [one for one in scene.segments if one.segment.startswith(name) and key_of(one) == (analysis, name)]
    grid = grid_of(scene, row)
    if len(parts) != 1 or grid is None:
        return None
    span = shown_span(lanes, row)
    return None if span is None else Edit(row, side, *span, grid=grid, before_s=span)


def shown_span(lanes: Sequence[SegmentLane], row: SegmentRow) -> tuple[float, float] | None:
    """The span in which a segment is drawn."""
    for lane in lanes:
        place = lane.place_of(row)
        if place is not None:
            return lane.bounds(place)
    return None


def keep_edit(bench: Workbench, edit: Edit) -> None:
    """Records the moved border as a correction; a label the rater gave before stays."""
    session = bench.session
    row = session.row
    if row is None or key_of(row) != key_of(edit.row):
        return
    session.select_clue(None)
    offset_s = session.offset_s(row.analysis)
    span = Span.between(edit.start_s - offset_s, edit.end_s - offset_s)
    before = session.standing_review(row, rater=bench.rater)
    fixed = before.correction if before is not None else None
    label = fixed.label if fixed is not None else None
    judge(bench, "correct", correction=Correction(label=label, span=span))
