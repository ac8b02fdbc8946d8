"""Reviews. In: a rater's verdict on a node. Out: a new record; the analysis and every earlier review stay.

A blind rater is registered as such; as long as that stands, everything they ask for through a `Desk` shows spans and
people, their own reviews and nothing else, and their reviews carry the mark `blind`. This keeps an honest rater from
seeing by accident; it cannot keep somebody who has the passphrase from opening the study under another name, which the
audit log would show.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from core.errors import UsageError
from core.project import audit
from core.project.analyses import load_segment, load_segments
from core.project.codec import UnreadableError, canonical, from_plain, to_plain
from core.project.failures import BlindError, damaged
from core.project.people import who_is_who_of
from core.project.resolved import original_name, resolve_segment, resolved_analysis
from core.project.standing import standing
from core.project.study import Study
from core.records.analysis import Analysis, Segment
from core.records.review import Annotation, Correction, Rater, Review, Verdict
from core.records.study import SegmentRow
from core.records.tree import AffectiveTree

_COLUMNS = "v.id, v.analysis, v.segment, v.clue, v.verdict, v.correction, v.rater, v.blind, v.at, v.comment"


def set_rater(study: Study, name: str, *, blind: bool) -> None:
    """Registers a rater, or changes whether they work blind. Not undoable: what was seen was seen.

    Raises `UsageError` where a rater who could see everything would become blind.
    """
    name = name.strip()
    if not name:
        raise UsageError("A rater needs a name.", remedy="Initials are enough.")
    known = {rater.name: rater for rater in raters(study)}
    if blind and name in known and not known[name].blind:
        raise UsageError(
            f"{name} could see the model's readings and cannot be made blind again.",
            remedy="Let somebody else rate blind, under another name.",
        )
    if blind and study.rows(f"SELECT 1 FROM {standing('review', 'v')} WHERE v.rater = ? LIMIT 1", (name,)):
        seen = study.rows(f"SELECT 1 FROM {standing('review', 'v')} WHERE v.rater = ? AND v.blind = 0", (name,))
        if seen:
            raise UsageError(f"{name} has reviewed without being blind.", remedy="Use another name.")
    with study.change("rater", f"rater {name}, {'blind' if blind else 'not blind'}", undoable=False) as pen:
        pen.insert("rater", {"name": name, "blind": int(blind)})


def raters(study: Study) -> tuple[Rater, ...]:
    """Every registered rater as they stand. Raises `StudyError`."""
    rows = study.rows(f"SELECT r.name, r.blind FROM {standing('rater', 'r')} ORDER BY r.id")
    latest = {str(name): bool(blind) for name, blind in rows}
    return tuple(Rater(name, blind) for name, blind in latest.items())


def desk(study: Study, rater: str) -> "Desk":
    """What `rater` sees and does. Raises `StudyError`."""
    blind = any(known.blind for known in raters(study) if known.name == rater)
    return Desk(study, rater, blind)


class Desk:
    """One rater's view of a study."""

    def __init__(self, study: Study, rater: str, blind: bool) -> None:
        self._study = study
        self.rater = rater
        self.blind = blind

    def analysis(self, number: int) -> Analysis:
        """The analysis with people put right; for a blind rater without readings, trees and curves."""
        found = resolved_analysis(self._study, number)
        if not self.blind:
            return found
        people = tuple(replace(person, curves={}, baseline_curves={}, baseline="") for person in found.people)
        segments = tuple(_hidden(segment) for segment in found.segments)
        return replace(found, people=people, segments=segments, notes=())

    def segment(self, *, analysis: int, segment: str) -> Segment:
        """One stored segment; for a blind rater without its reading, tree and account. Raises `NotFoundError`."""
        found = load_segment(self._study, analysis=analysis, segment=original_name(segment))
        return _hidden(found) if self.blind else found

    def reviews(self, *, analysis: int | None = None, rater: str | None = None) -> tuple[Review, ...]:
        """Reviews in force, oldest first. Raises `BlindError` where a blind rater asks for another rater's."""
        if self.blind and rater not in (None, self.rater):
            raise BlindError(
                f"{self.rater} rates blind and may not see {rater}'s reviews.",
                remedy="End the blind rating first: `videmo study review --unblind`.",
            )
        return _reviews(self._study, analysis=analysis, rater=self.rater if self.blind else rater)

    def review(
        self,
        *,
        analysis: int,
        segment: str,
        verdict: Verdict,
        clue: str | None = None,
        correction: Correction | None = None,
        comment: str = "",
    ) -> int:
        """Records a verdict. Raises `UsageError`, `BlindError`, `NotFoundError` or `StudyError`."""
        if (verdict == "correct") != (correction is not None):
            raise UsageError(
                "A correction comes with the verdict `correct`, and with no other.",
                remedy="Give another label, span or clue with `correct`.",
            )
        if self.blind and verdict in ("agree", "disagree"):
            raise BlindError(
                f"{self.rater} rates blind: there is nothing shown to agree or disagree with.",
                remedy="Give a label with `correct`, or say `unsure`.",
            )
        if self.blind and clue is not None:
            raise BlindError(f"{self.rater} rates blind and is shown no clues.", remedy="Rate the segment.")
        name = original_name(segment)
        stored = load_segment(self._study, analysis=analysis, segment=name)
        _check_clues(stored, clue, correction)
        values = {
            "analysis": analysis,
            "segment": name,
            "clue": clue,
            "verdict": verdict,
            "correction": None if correction is None else canonical(to_plain(correction)),
            "rater": self.rater,
            "blind": int(self.blind),
            "at": audit.stamp(self._study.now()),
            "comment": comment,
        }
        with self._study.change("review", f"{verdict} on segment {name} of analysis {analysis}") as pen:
            pen.detail["rater"] = self.rater
            return pen.insert("review", values)


def _check_clues(segment: Segment, clue: str | None, correction: Correction | None) -> None:
    known = {one.id for one in segment.tree.clues}
    for wanted in (clue, correction.removed if correction else None):
        if wanted is not None and wanted not in known:
            raise UsageError(f"Segment {segment.id} has no clue {wanted}.", remedy="Look at the tree again.")
    if correction and correction.added and correction.added.id in known:
        raise UsageError(f"Segment {segment.id} has a clue {correction.added.id} already.", remedy="Use another id.")


def _hidden(segment: Segment) -> Segment:
    return replace(segment, reading=None, tree=AffectiveTree((), ()), account=None, key_frame_s=None, reason="start")


def _reviews(study: Study, *, analysis: int | None, rater: str | None) -> tuple[Review, ...]:
    rows = study.rows(
        f"SELECT {_COLUMNS} FROM {standing('review', 'v')} WHERE (?1 IS NULL OR v.analysis = ?1) "
        "AND (?2 IS NULL OR v.rater = ?2) ORDER BY v.id",
        (analysis, rater),
    )
    try:
        return tuple(
            Review(
                *row[:5],
                correction=None if row[5] is None else from_plain(json.loads(row[5]), Correction),
                rater=row[6],
                blind=bool(row[7]),
                at=row[8],
                comment=row[9],
            )
            for row in rows
        )
    except (ValueError, UnreadableError) as error:
        raise damaged(study.path, "a review cannot be read") from error


def last_words(reviews: Iterable[Review]) -> dict[tuple[str, str, str | None], Review]:
    """The last review of each rater on each node: by rater, segment and clue."""
    return {(one.rater, one.segment, one.clue): one for one in reviews}


def annotations(study: Study, analysis: int, *, source: str) -> tuple[Annotation, ...]:
    """What `model` or one rater says about each segment, people put right: what agreement is computed from.

    A rater's annotation is their last word on the segment as a whole: their label and span where they corrected, the
    model's label where they agreed, None where they were unsure or disagreed without saying better. Segments they did
    not look at are left out. No two annotations of one person overlap: where two would, a corrected span goes before
    others, the later one first, and then the person's own face before one that was merged into theirs. Raises
    `StudyError`.
    """
    who = who_is_who_of(study, analysis)
    stored = load_segments(study, analysis)
    rows = (
        SegmentRow(
            analysis=analysis,
            segment=part.id,
            person=part.person,
            start_s=part.span.start_s,
            end_s=part.span.end_s,
            assessable=part.assessable,
            speaking=part.speaking,
            label=None if part.reading is None else part.reading.label,
            probability=None,
            verdicts=(),
        )
        for segment in stored
        for part in resolve_segment(segment, who)
    )
    followed = {segment.id: segment.person for segment in stored}
    reviews = _reviews(study, analysis=analysis, rater=None if source == "model" else source)
    return annotated(rows, reviews, source=source, followed=followed)


def annotated(
    rows: Iterable[SegmentRow],
    reviews: Iterable[Review],
    *,
    source: str,
    offset_s: float = 0.0,
    followed: Mapping[str, str] | None = None,
) -> tuple[Annotation, ...]:
    """`annotations` from rows and reviews of one analysis; the rows' clock is `offset_s` ahead of its recording's.

    `followed`: as whom the face of each stored segment was followed, for telling a person's own from merged ones.
    """
    words = last_words(reviews)
    ranked: list[tuple[int, Annotation]] = []
    moved: dict[int, str] = {}
    for row in sorted(rows, key=lambda one: (one.start_s, one.person)):
        name = original_name(row.segment)
        label, start_s, end_s = row.label, row.start_s, row.end_s
        rank = int(followed is not None and followed.get(name) == row.person)
        if source != "model":
            word = words.get((source, name, None))
            if word is None:
                continue
            if word.blind:
                label = None  # what a blind rater did not say, they did not take from the model either
            if word.verdict == "correct" and word.correction is not None:
                label = word.correction.label if word.correction.label is not None else label
                if word.correction.span is not None:
                    if moved.setdefault(word.id, row.segment) != row.segment:
                        continue  # the parts of a cut segment share one corrected span
                    start_s = word.correction.span.start_s + offset_s
                    end_s = word.correction.span.end_s + offset_s
                    rank = 1 + word.id
            elif word.verdict != "agree":
                label = None
        failed = source == "model" and row.unread
        said = Annotation(row.analysis, row.segment, row.person, start_s, end_s, label, source, row.speaking, failed)
        ranked.append((rank, said))
    return _without_overlaps(ranked)


def _without_overlaps(ranked: list[tuple[int, Annotation]]) -> tuple[Annotation, ...]:
    """The annotations in their order, each cut to what no other of its person and of higher rank covers."""
    if not any(_meet(one, other) for one, other in _neighbours([said for _, said in ranked])):
        return tuple(said for _, said in ranked)
    laid: dict[str, list[tuple[float, float]]] = {}
    kept: list[Annotation] = []
    for _, said in sorted(ranked, key=lambda pair: -pair[0]):
        covered = laid.setdefault(said.person, [])
        for start_s, end_s in uncovered((said.start_s, said.end_s), covered):
            kept.append(replace(said, start_s=start_s, end_s=end_s))
            covered.append((start_s, end_s))
    return tuple(sorted(kept, key=lambda one: (one.start_s, one.person)))


def _neighbours(said: list[Annotation]) -> Iterable[tuple[Annotation, Annotation]]:
    return pairwise(sorted(said, key=lambda one: (one.person, one.start_s)))


def _meet(one: Annotation, other: Annotation) -> bool:
    return one.person == other.person and other.start_s < one.end_s


def uncovered(span: tuple[float, float], covers: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """What is left of a span (start, end) without the covers, each of some length, in order."""
    left = [span]
    for start_s, end_s in covers:
        left = [
            part
            for begin_s, stop_s in left
            for part in ((begin_s, min(stop_s, start_s)), (max(begin_s, end_s), stop_s))
            if part[0] < part[1]
        ]
    return left
