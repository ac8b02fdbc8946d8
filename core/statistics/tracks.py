"""Label tracks: what one coder says is displayed by one person through time.

Comes in: segments of an analysis, or spans with labels from a human or another program. Goes out: `LabelTrack`s with
pieces in order that do not overlap. Time that no piece covers was not looked at: it is missing, as a piece without a
label is ("not assessable", "not read"), and never a label of its own. Must not know: where annotations came from,
statistics.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from core.errors import UsageError
from core.records.analysis import Segment
from core.records.moment import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A span of one person under one label."""

    span: Span
    label: str | None
    """None where the person was not assessable, or was and the model failed to read it."""
    speaking: bool | None = None
    """Whether the person speaks; None where that cannot be told."""
    failed: bool = False
    """Whether the model failed to read it; only without a label."""


@dataclass(frozen=True, slots=True)
class LabelTrack:
    """One coder's labels for one person. Raises `UsageError` when pieces overlap or are out of order."""

    coder: str
    person: str
    pieces: tuple[Piece, ...]

    def __post_init__(self) -> None:
        for before, after in pairwise(self.pieces):
            if after.span.start < before.span.end:
                raise UsageError(
                    f"{self.coder} gives {self.person} two labels at {after.span.start_s:.3f} s: "
                    f"{before.label} and {after.label}.",
                    remedy="Compare one code at a time, or let each moment have one label.",
                )


def track_of_segments(segments: Iterable[Segment], *, coder: str, person: str) -> LabelTrack:
    """The displayed emotion of one person as an analysis reads it. A segment without a reading has no label.

    Labels are readings; clues, contradicted ones among them, enter no figure, as in `core.export.totals`.
    """
    own = sorted((segment for segment in segments if segment.person == person), key=lambda one: one.span.start)
    return LabelTrack(
        coder=coder,
        person=person,
        pieces=tuple(
            Piece(one.span, None if one.reading is None else one.reading.label, one.speaking, bool(one.failure))
            for one in own
            if one.span.start < one.span.end
        ),
    )


def track_of_annotations(
    annotations: Iterable[tuple[Span, str]], *, coder: str, person: str, within: Span, between: str | None
) -> LabelTrack:
    """A track of spans with labels, cut to `within`, the stretch the coder looked at.

    `between` is the label of the time between annotations: a name such as `nothing coded` where leaving a gap was the
    coder's way to say so, None where a gap means "not looked at". Point events (spans without length) leave no piece.
    Raises `UsageError` when annotations overlap.
    """
    cut = sorted(_cut(annotations, within), key=lambda one: one.span.start)
    if between is None:
        return LabelTrack(coder, person, tuple(cut))
    pieces: list[Piece] = []
    here = within.start
    for piece in cut:
        if here < piece.span.start:
            pieces.append(Piece(Span(here, piece.span.start), between))
        pieces.append(piece)
        here = max(here, piece.span.end)
    if here < within.end:
        pieces.append(Piece(Span(here, within.end), between))
    return LabelTrack(coder, person, tuple(pieces))


def presence_track(
    annotations: Iterable[tuple[Span, str]], code: str, *, coder: str, person: str, within: Span
) -> LabelTrack:
    """Whether `code` is on, moment by moment, within the stretch that was looked at: labels `code` and `not code`.

    For coding schemes whose codes overlap, as state events of BORIS do: compare one code at a time.
    """
    merged: list[Piece] = []
    for piece in sorted(_cut((one for one in annotations if one[1] == code), within), key=lambda one: one.span.start):
        if merged and piece.span.start <= merged[-1].span.end:
            end = max(merged[-1].span.end, piece.span.end)
            merged[-1] = Piece(Span(merged[-1].span.start, end), code)
        else:
            merged.append(piece)
    spans = [(piece.span, code) for piece in merged]
    return track_of_annotations(spans, coder=coder, person=person, within=within, between=f"not {code}")


def clipped(pieces: Iterable[Piece], within: Span) -> tuple[Piece, ...]:
    """The pieces cut at the borders of `within`; what has no length left inside is dropped."""
    kept: list[Piece] = []
    for piece in pieces:
        start, end = max(piece.span.start, within.start), min(piece.span.end, within.end)
        if start < end:
            kept.append(replace(piece, span=Span(start, end)))
    return tuple(kept)


def episodes(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Pieces of one label that touch, joined into one; segments are also cut by shots and by their longest length.

    An episode's `speaking` is that of its pieces, None where they differ.
    """
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if (
            last is not None
            and (last.label, last.failed) == (piece.label, piece.failed)
            and last.span.end == piece.span.start
        ):
            speaking = last.speaking if last.speaking is piece.speaking else None
            joined[-1] = replace(last, span=Span(last.span.start, piece.span.end), speaking=speaking)
        else:
            joined.append(piece)
    return tuple(joined)


def _cut(annotations: Iterable[tuple[Span, str]], within: Span) -> tuple[Piece, ...]:
    return clipped((Piece(span, label) for span, label in annotations), within)
