"""Grows the affective tree of one segment: attributes from measurements, expressions from their combinations, and the
emotion they are reasons for.

Comes in: the usable rows of one person in one segment and the reading. Goes out: clues with evidence and support, and
rationale edges. Knows nothing of pictures; it words what was measured and adds nothing. Sentences that come back in
every segment are kept once (`intern`): an hour has thousands.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from sys import intern

import numpy as np
from numpy.typing import NDArray

from core.evidence.action_units import ActionUnit, action_units, codes, columns
from core.evidence.check import SupportRule, support
from core.evidence.expressions import Expression, expressions
from core.evidence.grid import STEP_S
from core.evidence.prototypes import combine
from core.records.analysis import EMOTIONS, UNCLEAR, Reading
from core.records.moment import Span
from core.records.tree import AffectiveTree, Clue, Evidence, RationaleEdge, Support


@dataclass(frozen=True, slots=True)
class ClueRule:
    """Thresholds of what counts as displayed in a segment."""

    quantile: float = 0.75
    """An action unit's value in a segment is this quantile over its usable rows."""
    marked: float = 0.65
    """Intensity from which a display is called marked."""
    pattern: float = 0.35
    """Value from which a combination of units counts as displayed."""
    turned_deg: float = 15.0
    tilted_deg: float = 12.0
    gaze_deg: float = 12.0
    eyes_closed_share: float = 0.4
    """Share of the segment with closed eyes from which they are a clue (blinks are shorter)."""
    alternative: float = 0.15
    """An emotion with at least this probability, next after the first, gets a clue of its own."""


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """n usable rows of one person; fields as in `core.evidence.measured.Person`."""

    times_s: NDArray[np.float64]
    values: NDArray[np.float64]
    neutral: NDArray[np.float64] | None
    units: NDArray[np.float64]
    appearance: NDArray[np.float64]
    pose: NDArray[np.float64]
    gaze: NDArray[np.float64]
    eyes_closed: NDArray[np.bool_]
    nod: NDArray[np.bool_]
    shake: NDArray[np.bool_]
    talking: NDArray[np.bool_]
    trust: float = 0.0
    """In [0, 1]: how far the person's own neutral is known."""


def grow_tree(
    prefix: str, *, span: Span, rows: Rows, reading: Reading, rule: ClueRule, check: SupportRule
) -> AffectiveTree:
    """The tree of one segment; clue ids are `prefix` with a level letter and a number."""
    value = {code: float(np.quantile(rows.units[:, place], rule.quantile)) for place, code in enumerate(codes())}
    attributes = [
        *_unit_clues(prefix, span, rows, value, rule),
        *_movement_clues(prefix, span, rows, rule),
    ]
    displayed = {clue.name: clue for clue in attributes}
    talks = bool(rows.talking.mean() >= 0.5)
    patterns = {
        name
        for name, found in combine(rows.units, rows.talking).items()
        if np.quantile(found, rule.quantile) >= rule.pattern
    }
    built = [(found, _expression_clue(prefix, number, found, displayed, span)) for number, found in
             enumerate(_matching(displayed, patterns, talks), start=1)]  # fmt: skip
    edges = [
        RationaleEdge(displayed[name].id, clue.id, f"{name} is part of this expression ({found.source}).")
        for found, clue in built
        for name in (*found.all_of, *found.any_of)
        if name in displayed
    ]
    look = _appearance_clue(prefix, span, rows, value, check)
    emotions: list[Clue] = []
    for number, emotion in enumerate(_named_emotions(reading, rule), start=1):
        clue = _emotion_clue(prefix, number, emotion, span, reading, value, check)
        emotions.append(clue)
        edges += [
            RationaleEdge(low.id, clue.id, f"{found.name} belongs to displayed {emotion} ({found.source}).")
            for found, low in built
            if emotion in found.emotions
        ]
        if look.value == emotion:
            edges.append(RationaleEdge(look.id, clue.id, "The appearance network's first choice for the whole face."))
    return AffectiveTree((*attributes, *(clue for _, clue in built), look, *emotions), tuple(edges))


def _unit_clues(prefix: str, span: Span, rows: Rows, value: dict[str, float], rule: ClueRule) -> Iterable[Clue]:
    for place, unit in enumerate(action_units()):
        strength = value[unit.code]
        if strength < unit.present:
            continue
        yield Clue(
            id=f"{prefix}-a-{unit.code.replace(' ', '-').replace('/', '-')}",
            level="attribute",
            name=unit.code,
            value="marked" if strength >= rule.marked else "present",
            text=intern(f"{unit.plain[0].upper()}{unit.plain[1:]} ({unit.code}, {unit.name})."),
            span=_where(rows.units[:, place] >= unit.present, rows.times_s, span),
            score=strength,
            support="supported",
            evidence=(
                Evidence(
                    measure=unit.code,
                    value=strength,
                    baseline=None,
                    threshold=unit.present,
                    unit="intensity, 0 to 1",
                    rule=intern(f"{rule.quantile:.0%} quantile over the segment, at least"),
                ),
                *_measured(unit, rows, rule),
            ),
        )


def _measured(unit: ActionUnit, rows: Rows, rule: ClueRule) -> Iterable[Evidence]:
    """The columns an action unit was taken from, as they were measured."""
    for signal in unit.absolute:
        place = columns().index(signal.column)
        rises = signal.full > signal.none
        quantile = rule.quantile if rises else 1.0 - rule.quantile
        shape = signal.column.startswith("shape: ")
        yield Evidence(
            measure=intern(signal.column.removeprefix("shape: ").replace("*", " (mean of left and right)")),
            value=float(np.quantile(rows.values[:, place], quantile)),
            baseline=None if rows.neutral is None else float(rows.neutral[place]),
            threshold=signal.none + unit.present * (signal.full - signal.none),
            unit="eye-corner distances" if shape else "blendshape, 0 to 1",
            rule=intern(f"{quantile:.0%} quantile over the segment, {'at least' if rises else 'at most'}"),
        )


def _movement_clues(prefix: str, span: Span, rows: Rows, rule: ClueRule) -> Iterable[Clue]:
    yaw, pitch, roll = (float(np.median(rows.pose[:, place])) for place in range(3))
    left, up = (float(np.median(rows.gaze[:, place])) for place in range(2))
    closed = float(rows.eyes_closed.mean())
    angles = (
        (
            "head turned",
            "yaw",
            yaw,
            rule.turned_deg,
            ("to the person's left", "to the person's right"),
            "The head is turned",
        ),
        ("head raised or lowered", "pitch", pitch, rule.turned_deg, ("up", "down"), "The face points"),
        (
            "head tilted",
            "roll",
            roll,
            rule.tilted_deg,
            ("to the person's right", "to the person's left"),
            "The head is tilted",
        ),
        (
            "gaze to the side",
            "gaze, horizontal",
            left,
            rule.gaze_deg,
            ("to the person's left", "to the person's right"),
            "The gaze goes",
        ),
        ("gaze up or down", "gaze, vertical", up, rule.gaze_deg, ("up", "down"), "The gaze goes"),
    )
    for name, measure, angle, threshold, sides, subject in angles:
        if not abs(angle) >= threshold or (closed >= rule.eyes_closed_share and name.startswith("gaze")):
            continue
        side = sides[0] if angle > 0 else sides[1]
        text = f"{subject} {side} ({abs(angle):.0f}°)."
        yield _plain_clue(
            prefix, name, side, text, span, min(1.0, abs(angle) / 45.0),
            Evidence(measure, angle, None, threshold, "degrees", "median over the segment, either direction"),
        )  # fmt: skip
    if closed >= rule.eyes_closed_share:
        yield _plain_clue(
            prefix, "eyes closed", "for most of it" if closed >= 0.7 else "for part of it",
            f"The eyes are closed or lowered for {closed:.0%} of the time.",
            _where(rows.eyes_closed, rows.times_s, span), closed,
            Evidence("share of time with closed eyes", closed, None, rule.eyes_closed_share, "share", "at least"),
        )  # fmt: skip
    for name, text, found in (
        ("nod", "The head nods.", rows.nod),
        ("head shake", "The head is shaken.", rows.shake),
    ):
        share = float(found.mean())
        if share > 0:
            yield _plain_clue(
                prefix, name, "present", text, _where(found, rows.times_s, span), min(1.0, share * 2),
                Evidence(f"share of time with a {name}", share, None, 0.0, "share", "above"),
            )  # fmt: skip


def _plain_clue(prefix: str, name: str, value: str, text: str, span: Span, score: float, evidence: Evidence) -> Clue:
    return Clue(
        id=f"{prefix}-a-{name.replace(' ', '-')}",
        level="attribute",
        name=name,
        value=value,
        text=text,
        span=span,
        score=score,
        support="supported",
        evidence=(evidence,),
    )


def _matching(displayed: dict[str, Clue], patterns: set[str], talks: bool) -> list[Expression]:
    return [
        found
        for found in expressions()
        if all(name in displayed for name in found.all_of)
        and (not found.any_of or any(name in displayed for name in found.any_of))
        and not any(name in displayed for name in found.none_of)
        and (not found.pattern or found.pattern in patterns)
        and patterns.isdisjoint(found.no_pattern)
        and not (talks and found.spoken)
    ]


def _expression_clue(prefix: str, number: int, found: Expression, displayed: dict[str, Clue], span: Span) -> Clue:
    parts = [displayed[name] for name in (*found.all_of, *found.any_of) if name in displayed]
    start = max(part.span.start_s for part in parts)
    end = min(part.span.end_s for part in parts)
    return Clue(
        id=f"{prefix}-x{number}",
        level="expression",
        name=found.name,
        value="displayed",
        text=found.text,
        span=Span.between(start, end) if end > start else span,
        score=min(part.score for part in parts),
        support="supported",
        evidence=tuple(part.evidence[0] for part in parts),
    )


def _appearance_clue(prefix: str, span: Span, rows: Rows, value: dict[str, float], check: SupportRule) -> Clue:
    mean = rows.appearance.mean(axis=0)
    place = int(np.argmax(mean))
    emotion, share = EMOTIONS[place], float(mean[place])
    return Clue(
        id=f"{prefix}-look",
        level="expression",
        name="appearance of the whole face",
        value=emotion,
        text=f"To the appearance network the whole face looks like {emotion} ({share:.2f}).",
        span=span,
        score=share,
        support=_support_of(emotion, value, check),
        evidence=(
            Evidence(
                measure=f"appearance: {emotion}",
                value=share,
                baseline=None,
                threshold=1.0 / len(EMOTIONS),
                unit="probability",
                rule="mean over the segment; its support says whether the action units that belong to it were measured",
            ),
        ),
    )


def _named_emotions(reading: Reading, rule: ClueRule) -> tuple[str, ...]:
    others = tuple(name for name in reading.alternatives if reading.distribution[name] >= rule.alternative)
    return others[:2] if reading.label == UNCLEAR else (reading.label, *others[:1])


def _emotion_clue(
    prefix: str,
    number: int,
    emotion: str,
    span: Span,
    reading: Reading,
    value: dict[str, float],
    check: SupportRule,
) -> Clue:
    chosen = emotion == reading.label
    probability = reading.distribution[emotion]
    text = f"Displayed {emotion}, as the model reads it ({probability:.2f})."
    if not chosen:
        text = f"Displayed {emotion} is possible too ({probability:.2f})."
    return Clue(
        id=f"{prefix}-e{number}",
        level="emotion",
        name=emotion,
        value="reading" if chosen else "alternative",
        text=text,
        span=span,
        score=probability,
        support=_support_of(emotion, value, check),
        evidence=tuple(
            Evidence(
                measure=f"{signal} alone: {emotion}",
                value=distribution[emotion],
                baseline=None,
                threshold=1.0 / len(EMOTIONS),
                unit="probability",
                rule="this kind of evidence without the other",
            )
            for signal, distribution in reading.signals.items()
        ),
    )


NEEDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "happiness": (("AU12",),),
    "sadness": (("AU1",), ("AU4",), ("AU15",), ("AU17",), ("AU43",), ("oblique brows",)),
    "anger": (("AU4",), ("AU6/7",), ("AU17",), ("AU23/24",)),
    "surprise": (("AU1",), ("AU2",), ("AU5",), ("AU26",)),
    "disgust": (("AU9",), ("AU10",)),
    "fear": (("AU1",), ("AU4",), ("AU5",), ("AU20",)),
}
"""Movements of which at least one belongs to each displayed emotion; a face at rest belongs to neutral."""


def _support_of(emotion: str, value: dict[str, float], check: SupportRule) -> Support:
    """Whether at least one movement that belongs to the emotion was measured; neutral needs a face at rest."""
    threshold = {unit.code: unit.present for unit in action_units()}
    if emotion == "neutral":
        moved = [unit for unit in action_units() if not unit.spoken and value[unit.code] >= 1.5 * unit.present]
        return "contradicted" if _strong(moved) else "supported"
    return support(NEEDS[emotion], intensity=value, threshold=threshold, hidden=frozenset(), rule=check)


def _strong(moved: list[ActionUnit]) -> bool:
    return any(unit.code not in {"AU43", "AU6/7"} for unit in moved)


def _where(found: NDArray[np.bool_], times_s: NDArray[np.float64], span: Span) -> Span:
    """From the first to the last row in which something is displayed."""
    rows = np.flatnonzero(found)
    if rows.size == 0:
        return span
    start = max(float(times_s[rows[0]]), span.start_s)
    return Span.between(start, max(start, min(float(times_s[rows[-1]]) + STEP_S, span.end_s)))
