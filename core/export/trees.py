"""An affective tree as a reader walks it: from the emotion down to what was measured.

Comes in: an `AffectiveTree` and a person's curves. Goes out: nested nodes with their values in words, small curves.
Must not know: HTML (a curve is a list of points in a unit square).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.export.clock import time_code
from core.records.analysis import PersonSummary, Segment
from core.records.tree import AffectiveTree, Clue, Evidence, Level

MOST_CURVES = 6
CURVE_POINTS = 120
LEVELS: tuple[Level, ...] = ("emotion", "expression", "attribute")


@dataclass(frozen=True, slots=True)
class Measured:
    """One measured value in words, and as a gauge where it lies on a scale from 0 to 1."""

    text: str
    rule: str
    gauge: tuple[float, float | None, float] | None
    """Value, baseline and threshold in [0, 1]; None where the scale is another one or the value is missing."""


@dataclass(frozen=True, slots=True)
class Node:
    """A clue with the clues given as its reasons."""

    clue: Clue
    when: str
    measured: tuple[Measured, ...]
    why: str
    """Why it is given as a reason for the node above; empty at the top."""
    shown_above: bool
    """It already stands further up with everything below it."""
    reasons: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """One action unit around a segment. All x and y in [0, 1], y upwards."""

    name: str
    lines: tuple[tuple[tuple[float, float], ...], ...]
    """Points of each stretch without a gap."""
    shaded: tuple[float, float]
    """The segment's own left and right border."""
    baseline: float | None
    peak: float | None
    """Largest value inside the segment; None where nothing was measured."""


def nested(tree: AffectiveTree) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The nodes with their reasons below them: first the emotions, second what nothing above refers to."""
    by_id = {clue.id: clue for clue in tree.clues}
    reasons: dict[str, list[tuple[Clue, str]]] = {}
    used: set[str] = set()
    for edge in tree.edges:
        if edge.source in by_id and edge.target in by_id:
            reasons.setdefault(edge.target, []).append((by_id[edge.source], edge.why))
            used.add(edge.source)
    shown: set[str] = set()

    def node(clue: Clue, why: str) -> Node:
        again = clue.id in shown
        shown.add(clue.id)
        below = () if again else tuple(node(source, reason) for source, reason in reasons.get(clue.id, ()))
        start, end = time_code(clue.span.start_s), time_code(clue.span.end_s)
        when = f"{start}–{end}" if start != end else ""
        return Node(clue, when, tuple(measured_in_words(e) for e in clue.evidence), why, again, below)

    ordered = [clue for level in LEVELS for clue in tree.at(level) if clue.id not in used]
    top = tuple(node(clue, "") for clue in ordered if clue.level == "emotion")
    rest = tuple(node(clue, "") for clue in ordered if clue.level != "emotion")
    return top, rest


def measured_in_words(evidence: Evidence) -> Measured:
    """ "AU12: measured 0.71; own baseline 0.06; counts from 0.30", and where that lies on a scale from 0 to 1."""
    scaled = evidence.unit in {"", "intensity", "probability", "share"} or evidence.unit.endswith("0 to 1")
    unit = "" if scaled else "°" if evidence.unit in {"degrees", "deg", "°"} else f" {evidence.unit}"
    parts = [f"measured {_number(evidence.value, unit)}" if math.isfinite(evidence.value) else "could not be measured"]
    if evidence.baseline is not None and math.isfinite(evidence.baseline):
        parts.append(f"own baseline {_number(evidence.baseline, unit)}")
    if math.isfinite(evidence.threshold):
        parts.append(f"counts from {_number(evidence.threshold, unit)}")
    numbers = (evidence.value, evidence.baseline or 0.0, evidence.threshold)
    on_scale = scaled and all(math.isfinite(number) and 0 <= number <= 1 for number in numbers)
    gauge = (evidence.value, evidence.baseline, evidence.threshold) if on_scale else None
    return Measured(f"{evidence.measure}: {'; '.join(parts)}", evidence.rule, gauge)


def curves(segment: Segment, *, person: PersonSummary) -> tuple[Curve, ...]:
    """The curves that the segment's clues rest on, in the order in which the tree names them, at most six."""
    names = dict.fromkeys(item.measure for clue in segment.tree.clues for item in clue.evidence)
    wanted = [name for name in names if name in person.curves][:MOST_CURVES]
    length = segment.span.duration_s
    if not length or not len(person.times_s):
        return ()
    margin = max(1.5, length * 0.4)
    left = max(float(person.times_s[0]), segment.span.start_s - margin)
    right = min(float(person.times_s[-1]), segment.span.end_s + margin)
    if right <= left:
        return ()
    first, last = np.searchsorted(person.times_s, (left, right + 1e-9))
    picked = np.unique(np.linspace(first, last - 1, min(CURVE_POINTS, int(last - first))).astype(int))
    times = person.times_s[picked]
    own = (person.times_s >= segment.span.start_s) & (person.times_s < segment.span.end_s)
    shaded = (
        max(0.0, (segment.span.start_s - left) / (right - left)),
        min(1.0, (segment.span.end_s - left) / (right - left)),
    )
    drawn: list[Curve] = []
    for name in wanted:
        inside = person.curves[name][own]
        inside = inside[np.isfinite(inside)]
        xs = ((times - left) / (right - left)).tolist()
        ys = person.curves[name][picked].tolist()
        baseline = person.baseline_curves.get(name)
        peak = float(inside.max()) if len(inside) else None
        drawn.append(Curve(name, _stretches(list(zip(xs, ys, strict=True))), shaded, baseline, peak))
    return tuple(drawn)


def _stretches(points: Sequence[tuple[float, float]]) -> tuple[tuple[tuple[float, float], ...], ...]:
    lines: list[list[tuple[float, float]]] = [[]]
    for x, y in points:
        if math.isfinite(y):
            lines[-1].append((x, min(1.0, max(0.0, y))))
        elif lines[-1]:
            lines.append([])
    return tuple(tuple(line) for line in lines if len(line) > 1)


def _number(value: float, unit: str) -> str:
    return f"{value:.{1 if unit == '°' else 2}f}{unit}"
