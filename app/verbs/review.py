"""Verdicts on what the model reads. In: the selected segment or clue. Out: a new record in the study.

A verdict is about the selected clue where one is selected, else about the segment's reading as a whole.
"""

from typing import TYPE_CHECKING

from app.workbench import Workbench
from core.records.review import Correction, Verdict
from core.records.study import SegmentRow

if TYPE_CHECKING:
    from app.window import MainWindow

DOUBTFUL = 0.6
"""A reading below this probability is among those to check."""


def wire(window: "MainWindow") -> None:
    """Says what each does."""
    bench, actions = window.bench, window.actions_
    actions.on("review.agree", lambda: judge(bench, "agree"))
    actions.on("review.reject", lambda: judge(bench, "disagree"))
    actions.on("review.unsure", lambda: judge(bench, "unsure"))
    actions.on("review.undo", lambda: undo(bench))
    actions.on("review.redo", lambda: redo(bench))
    actions.on("review.next", lambda: go_to_next(bench))


def judge(bench: Workbench, verdict: Verdict, *, correction: Correction | None = None, comment: str = "") -> None:
    """Records a verdict on what is selected."""
    from core.project.reviews import desk

    row, clue, rater = bench.session.row, bench.session.clue, bench.rater
    if row is None:
        return
    bench.do(
        lambda study: desk(study, rater).review(
            analysis=row.analysis,
            segment=row.segment,
            clue=clue,
            verdict=verdict,
            correction=correction,
            comment=comment,
        )
    )


def undo(bench: Workbench) -> None:
    """Takes the last change of the study back and says which it was."""
    from core.project import history

    bench.do(history.undo, then=lambda change: bench.tell(bench.tr("Undone: {what}").format(what=change.summary)))


def redo(bench: Workbench) -> None:
    """Does again what was undone last."""
    from core.project import history

    bench.do(history.redo, then=lambda change: bench.tell(bench.tr("Done again: {what}").format(what=change.summary)))


def to_check(bench: Workbench) -> list[SegmentRow]:
    """Segments worth a second look that the rater has not judged yet, in order of time: unclear or improbable ones."""
    scene = bench.session.scene
    if scene is None:
        return []
    mine = {(r.analysis, r.segment) for r in scene.reviews if r.rater == bench.rater and r.clue is None}
    rows = [row for row in scene.segments if row.assessable and (row.analysis, row.segment.split("/")[0]) not in mine]
    if scene.blind:
        return rows
    return [row for row in rows if row.probability is None or row.label == "unclear" or row.probability < DOUBTFUL]


def go_to_next(bench: Workbench) -> None:
    """Selects the next segment to check behind the playhead, or the first one."""
    rows, session = to_check(bench), bench.session
    if not rows:
        bench.tell(bench.tr("Nothing is left to check in this session."), tone="done")
        return
    now = session.row.start_s if session.row is not None else session.playhead_s - 1e-6
    row = next((one for one in rows if one.start_s > now), rows[0])
    session.select(row)
    session.seek(row.start_s)
