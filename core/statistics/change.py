"""Change from a person's own baseline. Comes in: a label track, two phases. Goes out: differences with intervals.

The rules for seconds, shares and coverage are those of `core.statistics.phases`. Must not know: what made the change.
"""

from collections.abc import Sequence

import numpy as np

from core.statistics.bootstrap import Sums, generator, interval_of, ratio, resampled_sums
from core.statistics.conclusion import Conclusion, Estimate, Refusal
from core.statistics.phases import (
    Part,
    Phase,
    PhaseRules,
    block_sums,
    check_phase,
    pieces_of,
    seconds_of,
    verdict_on,
    verdict_on_part,
)
from core.statistics.tracks import LabelTrack, clipped


def change_from_baseline(
    track: LabelTrack,
    *,
    baseline: Phase,
    phase: Phase,
    label: str,
    part: Part = "all",
    rules: PhaseRules | None = None,
) -> tuple[Conclusion, Conclusion]:
    """The label's share and its rate per minute in `phase` minus those in `baseline`.

    With `part`, of what was spoken or silent in both phases: each must then hold enough of it. The two phases are
    resampled independently of each other, so they must not overlap.
    """
    rules = rules or PhaseRules()
    if max(baseline.span.start, phase.span.start) < min(baseline.span.end, phase.span.end):
        refusal = Refusal(f"No change: {phase.name} and {baseline.name} overlap.")
        return refusal, refusal
    sums: list[Sums] = []
    for one in (baseline, phase):
        check_phase(track, one, None)
        seen = [piece for piece in clipped(track.pieces, one.span) if piece.label is not None]
        own = pieces_of(seen, part)
        verdict = verdict_on(one, seconds_of(seen), rules=rules)
        verdict = verdict or verdict_on_part(one, part, seconds_of(own), rules=rules)
        if verdict is not None:
            return verdict, verdict
        sums.append(block_sums(own, one, labels=[label], block_s=rules.block_s))
    names = (baseline.name, phase.name, part, label)
    return _change(sums, 1, track, names=names, rules=rules), _change(sums, 2, track, names=names, rules=rules)


def _change(
    sums: Sequence[Sums], column: int, track: LabelTrack, *, names: tuple[str, ...], rules: PhaseRules
) -> Conclusion:
    how = rules.resampling
    factor = 60.0 if column == 2 else 1.0
    ends = [float(ratio(one.sum(axis=0)[column], one.sum(axis=0)[0])) * factor for one in sums]
    units = min(len(one) for one in sums)
    spread = np.empty(0)
    if units >= how.least_units:
        random = generator(how.seed, track.person, *names, f"change {column}")
        drawn = [resampled_sums(one, how=how, random=random) for one in sums]
        spread = factor * (ratio(drawn[1][:, column], drawn[1][:, 0]) - ratio(drawn[0][:, column], drawn[0][:, 0]))
    what = f"blocks of {rules.block_s:g} s in the shorter phase"
    return Estimate(ends[1] - ends[0], interval_of(spread, units=units, what=what, how=how))
