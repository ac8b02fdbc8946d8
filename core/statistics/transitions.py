"""What follows what. Comes in: a label track. Goes out: how often one displayed label gave way to another.

A transition is counted where an episode of one label touches an episode of another. Time that was not assessable, or
not looked at, breaks the chain: what came between is not known, so it is counted as interrupted and not as a
transition. Must not know: the meaning of a label.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.records.moment import Span
from core.statistics.conclusion import Refusal
from core.statistics.tracks import LabelTrack, clipped, episodes


@dataclass(frozen=True, slots=True)
class Transitions:
    """Counts from label (row) to label (column) of one person."""

    person: str
    labels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    """(labels, labels); the diagonal is 0 because touching pieces of one label are one episode."""
    shares: Mapping[str, tuple[float, ...] | Refusal]
    """Per row, the share of its transitions that lead to each label; refused below `least` transitions."""
    interrupted: int
    """Episodes after which the face was lost or nobody looked."""
    least: int


def transitions(track: LabelTrack, *, labels: Sequence[str], within: Span | None = None, least: int = 5) -> Transitions:
    """The transitions of a track, or of the part of it `within` a span, among `labels`; other labels are left out."""
    pieces = track.pieces if within is None else clipped(track.pieces, within)
    chain = episodes(pieces)
    place = {label: index for index, label in enumerate(labels)}
    counts = [[0] * len(labels) for _ in labels]
    interrupted = 0
    for before, after in pairwise(chain):
        if before.label is None or before.label not in place:
            continue
        if after.label is None or after.span.start != before.span.end:
            interrupted += 1
        elif after.label in place:
            counts[place[before.label]][place[after.label]] += 1
    shares: dict[str, tuple[float, ...] | Refusal] = {}
    for label, row in zip(labels, counts, strict=True):
        total = sum(row)
        if total < max(1, least):
            shares[label] = Refusal(f"{label} gave way {total} times; a share needs at least {max(1, least)}.")
        else:
            shares[label] = tuple(count / total for count in row)
    return Transitions(track.person, tuple(labels), tuple(map(tuple, counts)), shares, interrupted, least)
