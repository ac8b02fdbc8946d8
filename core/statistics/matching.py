"""Agreement on segments. Comes in: two label tracks. Goes out: how many episodes of one have a partner in the other.

Two episodes of the same label are partners when their intersection over union (IoU) reaches a threshold. Both are
measured on the time that is assessable for both coders, closed up: an episode with less than half of its length there
is left out and counted. Touching pieces of one label are one episode. Must not know: sampling.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.statistics.bootstrap import Resampling, Sums, concluded, generator, ratio
from core.statistics.conclusion import Conclusion
from core.statistics.tracks import LabelTrack, episodes

LEAST_COMMON = 0.5
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class SegmentAgreement:
    """Episodes of two coders, matched one to one. `first` is the reference of precision and recall, F1 is symmetric."""

    first: str
    second: str
    label: str | None
    """One label, or None for all labels together."""
    iou: float
    """The least intersection over union of partners."""
    matched: int
    first_only: int
    second_only: int
    left_out: int
    """Episodes with less than half of their length in time that both coders could assess."""
    precision: Conclusion
    """Share of the second coder's episodes with a partner."""
    recall: Conclusion
    """Share of the first coder's episodes with a partner."""
    f1: Conclusion
    """2 matched / (episodes of both coders), bootstrapped over pairs and single episodes."""
    mean_iou: float | None
    """Of the partners; None without any."""


@dataclass(frozen=True, slots=True)
class _Episode:
    label: str
    start: float
    end: float
    """Seconds of common time."""


def segment_agreement(
    first: LabelTrack, second: LabelTrack, *, iou: float, labels: Sequence[str], how: Resampling
) -> tuple[SegmentAgreement, ...]:
    """All labels together first, then one entry for each of `labels`.

    Episodes of one coder do not overlap, so partners never cross and taking them in order of time gives the largest
    number of pairs at any threshold.
    """
    clock = _CommonTime(first, second)
    sides = [_episodes(track, clock) for track in (first, second)]
    result: list[SegmentAgreement] = []
    for label in (None, *labels):
        own = [[one for one in kept if label is None or one.label == label] for kept, _ in sides]
        out = sum(1 for _, left in sides for one in left if label is None or one == label)
        result.append(_matched(first, second, label, own, iou=iou, left_out=out, how=how))
    return tuple(result)


def _matched(
    first: LabelTrack,
    second: LabelTrack,
    label: str | None,
    own: Sequence[Sequence[_Episode]],
    *,
    iou: float,
    left_out: int,
    how: Resampling,
) -> SegmentAgreement:
    partners = _pairs(own[0], own[1], iou)
    counts = (len(partners), len(own[0]) - len(partners), len(own[1]) - len(partners))
    sums: Sums = np.repeat(np.eye(3), counts, axis=0)
    name = label or "all labels"

    def conclude(what: str, top: Sums, bottom: Sums, whose: str) -> Conclusion:
        return concluded(
            sums,
            lambda s: ratio(s @ top, s @ bottom),
            what="episodes",
            undefined=f"{name}: {whose} has no episode in common assessable time.",
            how=how,
            random=generator(how.seed, "segments", first.person, name, what),
        )

    pair, one, two = np.eye(3)
    return SegmentAgreement(
        first=first.coder,
        second=second.coder,
        label=label,
        iou=iou,
        matched=counts[0],
        first_only=counts[1],
        second_only=counts[2],
        left_out=left_out,
        precision=conclude("precision", pair, pair + two, second.coder),
        recall=conclude("recall", pair, pair + one, first.coder),
        f1=conclude("f1", 2 * pair, 2 * pair + one + two, "neither coder"),
        mean_iou=float(np.mean(partners)) if partners else None,
    )


def _pairs(first: Sequence[_Episode], second: Sequence[_Episode], iou: float) -> list[float]:
    """The IoU of each pair of partners."""
    found: list[float] = []
    free = 0
    for one in first:
        while free < len(second) and second[free].end <= one.start:
            free += 1
        for place in range(free, len(second)):
            other = second[place]
            if other.start >= one.end:
                break
            inside = min(one.end, other.end) - max(one.start, other.start)
            share = inside / (max(one.end, other.end) - min(one.start, other.start))
            if one.label == other.label and share >= iou - ROUNDING:
                found.append(share)
                free = place + 1
                break
    return found


class _CommonTime:
    """Seconds that both coders could assess, counted from the first one on."""

    def __init__(self, first: LabelTrack, second: LabelTrack) -> None:
        seen = [[piece.span for piece in track.pieces if piece.label is not None] for track in (first, second)]
        edges: list[tuple[float, float]] = []
        a = b = 0
        while a < len(seen[0]) and b < len(seen[1]):
            one, two = seen[0][a], seen[1][b]
            start, end = max(one.start, two.start), min(one.end, two.end)
            if start < end:
                edges.append((start.seconds, end.seconds))
            if one.end <= two.end:
                a += 1
            else:
                b += 1
        flat = np.asarray(edges, dtype=np.float64).reshape(-1, 2)
        self._at: NDArray[np.float64] = flat.reshape(-1)
        self._passed = np.zeros(self._at.size)
        lengths = np.cumsum(flat[:, 1] - flat[:, 0])
        self._passed[1::2] = lengths
        self._passed[2::2] = lengths[:-1]

    def passed(self, seconds: float) -> float:
        """Common seconds before `seconds`."""
        return float(np.interp(seconds, self._at, self._passed)) if self._at.size else 0.0


def _episodes(track: LabelTrack, clock: _CommonTime) -> tuple[list[_Episode], list[str]]:
    """The episodes in common time, and the labels of those that are left out."""
    kept: list[_Episode] = []
    left: list[str] = []
    for piece in episodes(track.pieces):
        if piece.label is None:
            continue
        start, end = clock.passed(piece.span.start_s), clock.passed(piece.span.end_s)
        if end > start and end - start >= LEAST_COMMON * piece.span.duration_s - ROUNDING:
            kept.append(_Episode(piece.label, start, end))
        else:
            left.append(piece.label)
    return kept, left
