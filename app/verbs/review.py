"""Verdicts on what the model reads. In: the selected segment or clue. Out: a new record in the study.

A verdict is about the selected clue where one is selected, else about the segment's reading as a whole. A correction is
about the segment: it may name a clue that is not there, or add one.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from app import sentences
from app.translation import translate
from app.workbench import Workbench
from core.records.review import Correction, Review, Verdict
from core.records.study import SegmentRow

if TYPE_CHECKING:
    from app.window import MainWindow

DOUBTFUL = 0.6
"""A reading below this probability is among those to check."""
Why = Literal["failed", "contradicted", "signals", "unclear", "improbable", "unrated"]


def wire(window: "MainWindow") -> None:
    """Says what each does."""
    bench, actions = window.bench, window.actions_
    actions.on("review.agree", lambda: judge(bench, "agree"))
    actions.on("review.correct", lambda: correct(window))
    actions.on("review.reject", lambda: judge(bench, "disagree"))
    actions.on("review.unsure", lambda: judge(bench, "unsure"))
    actions.on("review.comment", lambda: comment(window))
    actions.on("review.rater", lambda: choose_rater(window))
    actions.on("review.undo", lambda: undo(bench))
    actions.on("review.redo", lambda: redo(bench))
    actions.on("review.next", lambda: go_to_next(bench))


def judge(
    bench: Workbench,
    verdict: Verdict,
    *,
    correction: Correction | None = None,
    comment: str = "",
    whole: bool = False,
) -> None:
    """Records a verdict on what is selected; with `whole` on the segment even where a clue is selected."""
    from core.project.reviews import desk

    row, clue, rater = bench.session.row, None if whole else bench.session.clue, bench.rater
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


def correct(window: "MainWindow") -> None:
    """Asks what is displayed instead, and records that."""
    from app.dialogs.correct import CorrectDialog

    bench = window.bench

    def save(correction: Correction, remark: str) -> None:
        judge(bench, "correct", correction=correction, comment=remark, whole=True)

    if bench.session.row is not None:
        dialog = CorrectDialog(bench, parent=window)
        dialog.saved.connect(save)
        dialog.open()


def comment(window: "MainWindow") -> None:
    """Asks for a comment and records it with a verdict."""
    from app.dialogs.comment import CommentDialog

    bench = window.bench
    row = bench.session.row
    if row is None:
        return
    standing = bench.session.standing_review(row, rater=bench.rater, clue=bench.session.clue)
    dialog = CommentDialog(standing, blind=bench.session.scene is not None and bench.session.scene.blind, parent=window)

    def save(verdict: Verdict, correction: Correction | None, text: str) -> None:
        judge(bench, verdict, correction=correction, comment=text)

    dialog.saved.connect(save)
    dialog.open()


def choose_rater(window: "MainWindow") -> None:
    """Asks under whose name reviews are given and whether they are given blind."""
    from app.dialogs.rater import RaterDialog

    def save(name: str, blind: bool) -> None:
        set_rater(window.bench, name, blind=blind)

    dialog = RaterDialog(window.bench, parent=window)
    dialog.saved.connect(save)
    dialog.open()


def set_rater(bench: Workbench, name: str, *, blind: bool) -> None:
    """Reviews are given under this name from now on; the study keeps whether that rater works blind."""
    from core.project.reviews import raters
    from core.project.reviews import set_rater as register
    from core.project.study import Study

    def work(study: Study) -> None:
        known = {one.name: one.blind for one in raters(study)}
        if known.get(name, False) != blind:
            register(study, name, blind=blind)

    def done(_: None) -> None:
        bench.preferences.rater = name
        scene = bench.session.scene
        if scene is not None:
            bench.show_session(scene.session.id)  # anew: nothing that the one saw is left for the other
        said = (
            translate("Review", "{name} reviews now, blind.") if blind else translate("Review", "{name} reviews now.")
        )
        bench.tell(said.format(name=name), tone="done")

    bench.do(work, then=done)


def undo(bench: Workbench) -> None:
    """Takes the last change of the study back and says which it was."""
    from core.project import history

    bench.do(
        history.undo,
        then=lambda change: bench.tell(
            translate("Review", "Undone: {what}").format(what=sentences.in_words(change.summary))
        ),
    )


def redo(bench: Workbench) -> None:
    """Does again what was undone last."""
    from core.project import history

    bench.do(
        history.redo,
        then=lambda change: bench.tell(
            translate("Review", "Done again: {what}").format(what=sentences.in_words(change.summary))
        ),
    )


def why_check(bench: Workbench, row: SegmentRow) -> Why | None:
    """Why a segment is worth a second look; None where it is not. To a blind rater every segment is."""
    scene = bench.session.scene
    if scene is None or not row.assessable:
        return None
    if scene.blind:
        return "unrated"
    if row.unread:
        return "failed"
    doubt = bench.session.doubts.get((row.analysis, row.segment.split("/")[0]))
    if doubt is not None and doubt.contradicted:
        return "contradicted"
    if doubt is not None and doubt.signals_disagree:
        return "signals"
    if row.label == "unclear":
        return "unclear"
    return "improbable" if row.probability is None or row.probability < DOUBTFUL else None


def why_in_words(why: Why) -> str:
    """Why a segment is worth a second look, as the end of a sentence."""
    return {
        "failed": translate("Review", "the model failed to read it"),
        "contradicted": translate("Review", "a reason is contradicted by what was measured"),
        "signals": translate("Review", "two signals disagree"),
        "unclear": translate("Review", "the reading is unclear"),
        "improbable": translate("Review", "the reading is not very probable"),
        "unrated": translate("Review", "you have not rated it yet"),
    }[why]


def to_check(bench: Workbench) -> list[SegmentRow]:
    """Segments worth a second look that the rater has not judged as a whole yet, in order of time."""
    scene = bench.session.scene
    if scene is None:
        return []
    rater = bench.rater
    mine = {(r.analysis, r.segment) for r in scene.reviews if r.rater == rater and r.clue is None}
    return [
        row
        for row in scene.segments
        if (row.analysis, row.segment.split("/")[0]) not in mine and why_check(bench, row) is not None
    ]


def next_to_check(bench: Workbench, left: Sequence[SegmentRow]) -> SegmentRow | None:
    """Of what is left, the next one behind the selected segment or the playhead, else the first one; None without."""
    chosen = bench.session.row
    here = (chosen.start_s, chosen.person) if chosen is not None else (bench.session.playhead_s - 1e-6, "")
    others = (row for row in left if chosen is None or not _same(row, chosen))
    behind = (row for row in left if (row.start_s, row.person) > here and (chosen is None or not _same(row, chosen)))
    return next(behind, next(others, None))


def go_to_next(bench: Workbench) -> None:
    """Selects the next segment to check."""
    row = next_to_check(bench, to_check(bench))
    if row is None:
        bench.tell(translate("Review", "Nothing else is left to check in this session."), tone="done")
        return
    bench.session.select(row)
    bench.session.seek(row.start_s)


def in_words(review: Review) -> str:
    """A verdict in a few words: "anna corrects to fear"."""
    from app import words

    label = review.correction.label if review.correction is not None else None
    form = (
        translate("Review", "{who} corrects to {label}")
        if label is not None
        else translate("Review", "{who} {verdict}")
    )
    told = form.format(
        who=review.rater,
        label=words.label(label) if label is not None else "",
        verdict=words.verdict(review.verdict),
    )
    return translate("Review", "{what} (blind)").format(what=told) if review.blind else told


def _same(one: SegmentRow, other: SegmentRow) -> bool:
    return (one.analysis, one.segment, one.start_s) == (other.analysis, other.segment, other.start_s)
