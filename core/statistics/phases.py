"""Figures per person and phase. Comes in: a label track and phases. Goes out: seconds, shares, rates with intervals.

Rules, the same as the report's (`core.export.totals`): shares are of assessable time, which stands beside them; missing
is kept apart and is never 0; a label without a second is a row with 0 s, since it was looked for. A piece that crosses
a phase's border is cut there and counts, with the length inside, in every phase that it reaches. Speaking and silent
time are also kept apart: speech moves the mouth. Must not know: how a label was found, how a figure is printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil, fsum
from statistics import fmean, median
from typing import Literal

import numpy as np

from core.errors import UsageError
from core.records.moment import Span
from core.statistics.bootstrap import Resampling, Sums, concluded, generator, interval_of, ratio
from core.statistics.conclusion import Conclusion, Estimate, Refusal
from core.statistics.tracks import LabelTrack, Piece, clipped

Part = Literal["all", "silent", "speaking"]
PARTS: tuple[Part, ...] = ("all", "silent", "speaking")
SPEAKING_OF = {"silent": False, "speaking": True}


@dataclass(frozen=True, slots=True)
class Phase:
    """A named stretch of a session, as `baseline` or `exposure`."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class PhaseRules:
    """The thresholds below which nothing is concluded, and how intervals are made."""

    least_coverage: float = 0.5
    """Share of the phase in which the person must be assessable."""
    least_assessable_s: float = 10.0
    """And for at least this long."""
    block_s: float = 10.0
    """Length of a bootstrap block. An assumption, printed with the interval: longer than most displays last."""
    resampling: Resampling = field(default_factory=Resampling)

    def __post_init__(self) -> None:
        if not 0 <= self.least_coverage <= 1 or self.block_s <= 0:
            raise UsageError(
                "The least coverage is a share from 0 to 1, and a bootstrap block has a length above 0 s.",
                remedy="Correct the two values or leave them out.",
            )


@dataclass(frozen=True, slots=True)
class LabelFigures:
    """One label in one part of a phase."""

    label: str
    number: int
    """Pieces, those cut at a border included."""
    begun: int
    """Those of them that begin inside the phase."""
    total_s: float
    mean_s: Conclusion
    """Mean length of the pieces in seconds, bootstrapped over the pieces."""
    median_s: Conclusion
    share: Conclusion
    """Of the part's assessable seconds, in [0, 1], bootstrapped over blocks of time."""
    rate_per_min: Conclusion
    """`number` per minute of the part's assessable time, bootstrapped over blocks of time."""


@dataclass(frozen=True, slots=True)
class PartFigures:
    """All of a phase, or what was spoken or silent of it."""

    part: Part
    assessable_s: float
    labels: tuple[LabelFigures, ...]


@dataclass(frozen=True, slots=True)
class PhaseFigures:
    """One person in one phase. All lengths in seconds."""

    person: str
    coder: str
    phase: Phase
    phase_s: float
    assessable_s: float
    failed_s: float
    """Assessable, but the model failed to read it: in no share, and no label's."""
    not_assessable_s: float
    """Looked at without a usable face. The rest of the phase was not looked at, or the person was not in view."""
    untold_s: float
    """Assessable seconds in which it cannot be told whether the person speaks; in `all` only."""
    coverage: float
    """Assessable share of the phase, in [0, 1]."""
    verdict: Refusal | None
    """Why nothing is concluded from this phase; None where conclusions may be drawn."""
    parts: tuple[PartFigures, ...]
    """In the order of `PARTS`."""


def phase_figures(
    track: LabelTrack, phase: Phase, *, labels: Sequence[str], rules: PhaseRules | None = None
) -> PhaseFigures:
    """The figures of one person in one phase, a row for each of `labels`.

    Counts and seconds are always given; means, shares and rates are refused below the stated coverage. Raises
    `UsageError` for a phase without length or a track with a label that is not in `labels`.
    """
    rules = rules or PhaseRules()
    check_phase(track, phase, labels)
    pieces = clipped(track.pieces, phase.span)
    seen = [piece for piece in pieces if piece.label is not None]
    assessable_s = seconds_of(seen)
    verdict = verdict_on(phase, assessable_s, rules=rules)
    before = any(piece.span.start < phase.span.start < piece.span.end for piece in track.pieces)
    return PhaseFigures(
        person=track.person,
        coder=track.coder,
        phase=phase,
        phase_s=phase.span.duration_s,
        assessable_s=assessable_s,
        failed_s=seconds_of([piece for piece in pieces if piece.failed]),
        not_assessable_s=seconds_of([piece for piece in pieces if piece.label is None and not piece.failed]),
        untold_s=seconds_of([piece for piece in seen if piece.speaking is None]),
        coverage=assessable_s / phase.span.duration_s,
        verdict=verdict,
        parts=tuple(
            _part(
                part,
                seen,
                labels=labels,
                rules=rules,
                verdict=verdict,
                of=_Where(track.person, phase, part),
                cut=pieces[0] if before else None,
            )
            for part in PARTS
        ),
    )


@dataclass(frozen=True, slots=True)
class _Where:
    """What figures belong to; the seed of their resampling follows from it."""

    person: str
    phase: Phase
    part: Part


def _part(
    part: Part,
    seen: Sequence[Piece],
    *,
    labels: Sequence[str],
    rules: PhaseRules,
    verdict: Refusal | None,
    of: _Where,
    cut: Piece | None,
) -> PartFigures:
    own = pieces_of(seen, part)
    own_s = seconds_of(own)
    verdict = verdict or verdict_on_part(of.phase, part, own_s, rules=rules)
    sums = block_sums(own, of.phase, labels=labels, block_s=rules.block_s)
    found: list[LabelFigures] = []
    for place, label in enumerate(labels):
        same = [piece for piece in own if piece.label == label]
        columns = sums[:, [0, 1 + place, 1 + len(labels) + place]]
        begun = len(same) - any(piece is cut for piece in same)
        found.append(_label(label, same, begun=begun, sums=columns, of=of, rules=rules, verdict=verdict))
    return PartFigures(part=part, assessable_s=own_s, labels=tuple(found))


def _label(
    label: str,
    same: Sequence[Piece],
    *,
    begun: int,
    sums: Sums,
    of: _Where,
    rules: PhaseRules,
    verdict: Refusal | None,
) -> LabelFigures:
    lengths = [piece.span.duration_s for piece in same]
    share: Conclusion
    rate: Conclusion
    if verdict is not None:
        share = rate = mean = middle = verdict
    else:
        how, what = rules.resampling, f"blocks of {rules.block_s:g} s"
        nothing = f"{of.phase.name}, {of.part}: nothing is assessable."
        key = (of.person, of.phase.name, of.part, label)
        share = concluded(
            sums, lambda s: ratio(s[..., 1], s[..., 0]), what=what, undefined=nothing, how=how,
            random=generator(how.seed, *key, "share"),
        )  # fmt: skip
        rate = concluded(
            sums, lambda s: 60 * ratio(s[..., 2], s[..., 0]), what=what, undefined=nothing, how=how,
            random=generator(how.seed, *key, "rate"),
        )  # fmt: skip
        mean, middle = _lengths(lengths, label=label, phase=of.phase, how=how, key=key)
    return LabelFigures(
        label=label,
        number=len(same),
        begun=begun,
        total_s=fsum(lengths),
        mean_s=mean,
        median_s=middle,
        share=share,
        rate_per_min=rate,
    )


def _lengths(
    lengths: Sequence[float], *, label: str, phase: Phase, how: Resampling, key: tuple[str, ...]
) -> tuple[Conclusion, Conclusion]:
    if not lengths:
        none = Refusal(f"{phase.name}: no piece of {label}, so there is no length.")
        return none, none
    spreads = (np.empty(0), np.empty(0))
    if len(lengths) >= how.least_units:
        random = generator(how.seed, *key, "length")
        drawn = np.asarray(lengths)[random.integers(0, len(lengths), size=(how.resamples, len(lengths)))]
        spreads = (drawn.mean(axis=1), np.median(drawn, axis=1))
    intervals = [interval_of(spread, units=len(lengths), what="pieces", how=how) for spread in spreads]
    return Estimate(fmean(lengths), intervals[0]), Estimate(median(lengths), intervals[1])


def block_sums(seen: Sequence[Piece], phase: Phase, *, labels: Sequence[str], block_s: float) -> Sums:
    """(blocks, 1 + 2 labels) of the phase: assessable seconds, seconds of each label, pieces of each label by the block
    in which they begin. `seen` are labelled pieces inside the phase. The last block may be shorter."""
    start_s, length_s = phase.span.start_s, phase.span.duration_s
    blocks = max(1, ceil(length_s / block_s - 1e-9))
    place = {label: index for index, label in enumerate(labels)}
    sums = np.zeros((blocks, 1 + 2 * len(labels)))
    for piece in seen:
        first, last = piece.span.start_s - start_s, piece.span.end_s - start_s
        here = min(int(first // block_s), blocks - 1)
        label = place.get(piece.label or "")
        if label is not None:
            sums[here, 1 + len(labels) + label] += 1
        for block in range(here, min(int(last // block_s), blocks - 1) + 1):
            upper = length_s if block == blocks - 1 else (block + 1) * block_s
            inside = max(0.0, min(last, upper) - max(first, block * block_s))
            sums[block, 0] += inside
            if label is not None:
                sums[block, 1 + label] += inside
    return sums


def verdict_on(phase: Phase, assessable_s: float, *, rules: PhaseRules) -> Refusal | None:
    """Why `assessable_s` of the phase are too little to conclude anything; None where they are enough."""
    coverage = assessable_s / phase.span.duration_s
    enough = coverage >= rules.least_coverage - 1e-9 and assessable_s >= rules.least_assessable_s
    if not enough or assessable_s == 0:
        return Refusal(
            f"{phase.name}: {assessable_s:.1f} s of {phase.span.duration_s:.1f} s ({coverage:.0%}) are assessable; "
            f"a conclusion needs {rules.least_coverage:.0%} and {rules.least_assessable_s:g} s."
        )
    return None


def verdict_on_part(phase: Phase, part: Part, assessable_s: float, *, rules: PhaseRules) -> Refusal | None:
    """Why the assessable seconds of a part are too little to conclude anything; None where they are enough."""
    if assessable_s < rules.least_assessable_s or assessable_s == 0:
        return Refusal(
            f"{phase.name}, {part}: {assessable_s:.1f} s are assessable; a conclusion needs "
            f"{rules.least_assessable_s:g} s."
        )
    return None


def pieces_of(pieces: Sequence[Piece], part: Part) -> list[Piece]:
    """The pieces that were spoken or silent, or all of them."""
    return [piece for piece in pieces if part == "all" or piece.speaking is SPEAKING_OF[part]]


def check_phase(track: LabelTrack, phase: Phase, labels: Sequence[str] | None) -> None:
    """Raises `UsageError` for a phase without length or, unless `labels` is None, a label that is not among them."""
    if phase.span.duration_s <= 0:
        raise UsageError(f"The phase {phase.name} has no length.", remedy="Give it an end after its start.")
    unknown = {piece.label for piece in track.pieces} - {None, *labels} if labels is not None else set[str | None]()
    if unknown:
        raise UsageError(
            f"The track of {track.coder} has labels that were not asked for: {', '.join(sorted(map(str, unknown)))}.",
            remedy="Name every label, so that shares of assessable time add up to 1.",
        )


def seconds_of(pieces: Sequence[Piece]) -> float:
    """The lengths of the pieces, added up."""
    return fsum(piece.span.duration_s for piece in pieces)
