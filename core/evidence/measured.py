"""The built-in analyst: segments of one person and their affective trees, from measurements alone.

Comes in: one person's grid, baseline, movements, speech and the shot cuts. Goes out: segments with readings and trees.
Knows nothing of files, pictures or models; every threshold is handed in.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.evidence.action_units import codes, intensities
from core.evidence.baseline import Baseline, BaselineRule, take_baseline
from core.evidence.check import SupportRule
from core.evidence.clues import ClueRule, Rows, grow_tree
from core.evidence.grid import STEP_S, PersonGrid, smooth
from core.evidence.movement import Movement, MovementRule, movements, who_speaks
from core.evidence.prototypes import appearance_scores, unit_scores
from core.evidence.reading import ReadingRule, read_rows
from core.footage.segments import Cut, SegmentRule, cut_segments
from core.records.analysis import EMOTIONS, PersonSummary, Reading, Segment
from core.records.measurement import Measurements, Quality, Speech
from core.records.moment import Span
from core.records.tree import AffectiveTree


@dataclass(frozen=True, slots=True)
class MeasuredRules:
    """Every threshold of the built-in analyst."""

    baseline: BaselineRule = field(default_factory=BaselineRule)
    movement: MovementRule = field(default_factory=MovementRule)
    segment: SegmentRule = field(default_factory=SegmentRule)
    reading: ReadingRule = field(default_factory=ReadingRule)
    clue: ClueRule = field(default_factory=ClueRule)
    support: SupportRule = field(default_factory=SupportRule)
    least_coverage: float = 0.5
    """A segment with a smaller share of usable time is not assessable."""
    smoothing_s: float = 0.3
    """Action units and appearance are averaged over this long before anything is cut or read."""
    unit_noise: float = 0.12
    """What an action unit's intensity does by itself within a steady display: one unit of the cutting rule."""
    score_noise: float = 0.8
    """The same for the log-scores of the emotions."""


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """One person, measured and compared with the own neutral. Rows as in the grid."""

    grid: PersonGrid
    baseline: Baseline
    values: NDArray[np.float64]
    """(n, c) smoothed measured columns, NaN where not usable."""
    units: NDArray[np.float64]
    """(n, k) intensities in [0, 1], NaN where not usable."""
    appearance: NDArray[np.float64]
    """(n, 7) smoothed probabilities, NaN where not usable."""
    movement: Movement
    speaking: NDArray[np.bool_] | None
    """(n,) or None where the recording has no sound."""

    @property
    def talking(self) -> NDArray[np.bool_]:
        """(n,) whether the mouth talks: speech and a moving mouth, or a moving mouth alone where there is no sound."""
        return self.movement.mouth_moves if self.speaking is None else self.speaking


def measure_people(grids: Sequence[PersonGrid], *, speech: Speech | None, rules: MeasuredRules) -> tuple[Person, ...]:
    """Action units against each person's own baseline, movements and who speaks."""
    found = tuple(movements(grid, rules.movement) for grid in grids)
    speaking = who_speaks(tuple(grids), found, speech)
    people: list[Person] = []
    for grid, movement, speaks in zip(grids, found, speaking, strict=True):
        values = smooth(grid.values, rules.smoothing_s)
        appearance = smooth(grid.appearance, rules.smoothing_s)
        quiet = grid.usable & ~(movement.mouth_moves if speaks is None else speaks)
        baseline = take_baseline(
            values,
            appearance=appearance,
            quiet=quiet,
            step_s=STEP_S,
            rule=rules.baseline,
        )
        units = intensities(values, neutral=baseline.neutral, trust=baseline.trust)
        people.append(Person(grid, baseline, values, units, appearance, movement, speaks))
    return tuple(people)


def analyse_person(
    person: Person,
    *,
    cuts_s: tuple[float, ...],
    end_s: float,
    rules: MeasuredRules,
    first_number: int,
    seed: int,
) -> tuple[Segment, ...]:
    """The person's segments in time, numbered from `first_number` on. `end_s` is where the analysed part ends."""
    cuts = cut_segments(
        _signals(person, rules),
        step_s=STEP_S,
        start_s=person.grid.start_s,
        present=person.grid.present,
        usable=person.grid.usable,
        cuts_s=cuts_s,
        rule=rules.segment,
    )
    return tuple(
        _segment(person, cut, number=first_number + place, end_s=end_s, rules=rules, seed=seed)
        for place, cut in enumerate(cuts)
    )


def summarise(person: Person, spans: tuple[Span, ...]) -> PersonSummary:
    """The person through the recording, for lanes and curves. `spans`: where the face is in the picture."""
    grid = person.grid
    curves = {code: person.units[:, place].astype(np.float32) for place, code in enumerate(codes())}
    for place, name in enumerate(("yaw_deg", "pitch_deg", "roll_deg")):
        curves[name] = grid.pose[:, place].astype(np.float32)
    for place, name in enumerate(("gaze_left_deg", "gaze_up_deg")):
        curves[name] = grid.gaze[:, place].astype(np.float32)
    curves["eye_closure"] = grid.blendshape("eyeBlink*").astype(np.float32)
    curves["mouth_open"] = person.movement.mouth_open.astype(np.float32)
    for name, rows in (("nod", person.movement.nod), ("head_shake", person.movement.shake)):
        curves[name] = np.where(grid.present, rows, np.nan).astype(np.float32)
    for place, emotion in enumerate(EMOTIONS):
        curves[f"appearance_{emotion}"] = person.appearance[:, place].astype(np.float32)
    return PersonSummary(
        id=grid.person,
        spans=spans,
        coverage=float(grid.usable.sum() / max(1, grid.present.sum())),
        baseline=person.baseline.rule,
        times_s=grid.times_s,
        curves=curves,
        baseline_curves=_neutral_units(person.baseline),
        quality=grid.quality,
    )


def _neutral_units(baseline: Baseline) -> dict[str, float]:
    """Each unit's intensity in the person's own neutral; empty where there is none."""
    if baseline.neutral is None:
        return {}
    rest = intensities(baseline.neutral[None, :], neutral=baseline.neutral, trust=baseline.trust)[0]
    return {code: float(value) for code, value in zip(codes(), rest, strict=True)}


def _signals(person: Person, rules: MeasuredRules) -> NDArray[np.float64]:
    """What the cutting rule sees: log-scores of the emotions and action units, each in units of its own noise."""
    by_units = unit_scores(person.units, person.talking, own=person.baseline.trust)
    scores = by_units + appearance_scores(person.appearance)
    centred = scores - scores.mean(axis=1, keepdims=True)
    return np.concatenate([centred / rules.score_noise, person.units / rules.unit_noise / 4.0], axis=1)


def _segment(person: Person, cut: Cut, *, number: int, end_s: float, rules: MeasuredRules, seed: int) -> Segment:
    grid = person.grid
    low = round((cut.span.start_s - grid.start_s) / STEP_S)
    high = round((cut.span.end_s - grid.start_s) / STEP_S)
    span = Span.between(cut.span.start_s, min(cut.span.end_s, end_s))
    rows = np.arange(low, high)
    used = rows[grid.usable[rows]]
    coverage = len(used) / len(rows)
    assessable = coverage >= rules.least_coverage
    speaking = person.speaking
    reading: Reading | None = None
    tree = AffectiveTree((), ())
    key: float | None = None
    if assessable:
        talks = person.talking[used]
        units, appearance = person.units[used], person.appearance[used]
        own = person.baseline.trust
        reading = read_rows(units, appearance, talking=talks, own=own, rule=rules.reading, seed=seed)
        seen = _rows(person, used)
        tree = grow_tree(f"s{number}", span=span, rows=seen, reading=reading, rule=rules.clue, check=rules.support)
        scores = unit_scores(units, talks, own=own) + appearance_scores(appearance)
        key = _key_time(reading, scores, grid.times_s[used])
    return Segment(
        id=f"s{number}",
        person=grid.person,
        span=span,
        reason=cut.reason,
        assessable=assessable,
        coverage=coverage,
        speaking=None if speaking is None else bool(speaking[rows].mean() >= 0.5),
        quality=_shares(grid.quality[rows]),
        key_frame_s=key,
        reading=reading,
        tree=tree,
    )


def rows_in(person: Person, span: Span) -> Rows:
    """The usable rows of a person in a span, begun ones included: what a statement about it is checked against."""
    grid = person.grid
    low = max(0, math.floor((span.start_s - grid.start_s) / STEP_S + 1e-6))
    high = min(len(grid.times_s), math.ceil((span.end_s - grid.start_s) / STEP_S - 1e-6))
    rows = np.arange(low, high)
    return _rows(person, rows[grid.usable[rows]])


def _rows(person: Person, used: NDArray[np.intp]) -> Rows:
    grid, movement = person.grid, person.movement
    return Rows(
        times_s=grid.times_s[used],
        units=person.units[used],
        values=person.values[used],
        neutral=person.baseline.neutral,
        appearance=person.appearance[used],
        pose=grid.pose[used],
        gaze=grid.gaze[used],
        eyes_closed=movement.eyes_closed[used],
        nod=movement.nod[used],
        shake=movement.shake[used],
        talking=person.talking[used],
        trust=person.baseline.trust,
    )


def _shares(quality: NDArray[np.uint8]) -> dict[str, float]:
    shares = {str(flag.name).lower(): float(np.mean((quality & flag) > 0)) for flag in Quality}
    return {name: share for name, share in shares.items() if share > 0}


def _key_time(reading: Reading, scores: NDArray[np.float64], times_s: NDArray[np.float64]) -> float:
    """The row in which the most probable emotion leads most, by (n, 7) `scores`."""
    place = EMOTIONS.index(max(reading.distribution, key=lambda emotion: reading.distribution[emotion]))
    lead = scores[:, place] - np.log(np.exp(scores).sum(axis=1))
    return float(times_s[int(np.argmax(lead))])


def spans_of_presence(measurements: Measurements, *, longest_gap_s: float, end_s: float) -> tuple[Span, ...]:
    """Spans in which the face is in the picture; gaps up to `longest_gap_s` are bridged.

    A span ends one typical step after its last sample, for that long the last frame was shown, and never after `end_s`.
    """
    times = measurements.times_s
    step = float(np.median(np.diff(times))) if len(times) > 1 else end_s - float(times[0])
    breaks = np.flatnonzero(np.diff(times) > longest_gap_s)
    starts = np.concatenate([[0], breaks + 1])
    ends = np.concatenate([breaks, [len(times) - 1]])
    return tuple(
        Span.between(float(times[a]), min(float(times[b]) + step, end_s)) for a, b in zip(starts, ends, strict=True)
    )
