"""What humans say is displayed in a segment: the label they agree on and the tree as they leave it.

Comes in: a segment as a model read it and each rater's last words on it. Goes out: label and tree, or why there is
nothing to learn. Must not know: the study, clips, questions.

A segment is learned from when somebody agreed with its reading or corrected it. Rejected or unsure, or raters who do
not say the same: it is left out. What a rater took away, rejected or doubts is left out of the tree, what one added is
in it; what measurements contradict only where a rater agreed with it. Of emotions the tree keeps the label alone and
what a rater agreed with or added: a reading's alternatives are no statements. A statement that the program could not
read back out of its own words is not learned, as the network's impression of the whole face.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from core.evidence.expressions import expressions
from core.reasoning.tree_text import parse, print_tree
from core.records.analysis import Segment
from core.records.moment import Moment, Span
from core.records.review import Review
from core.records.tree import AffectiveTree, Clue, Level, RationaleEdge

WHOLE_SHARE = 0.8
"""A statement about more than this share of the segment is one about all of it: no times are learned then."""
_STEP = Fraction(1, 10)
"""Times are learned on whole tenths of a second; the model sees two pictures a second."""
_CANONICAL = {"displayed": "present", "reading": "present"}
"""Values of a measured tree that the words do not have."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What humans say of a segment."""

    label: str
    """An emotion, or `unclear`, or what else a rater wrote."""
    tree: AffectiveTree | None
    """None where only blind raters judged: nobody has seen it."""
    span: Span | None
    """Where a rater corrected it."""
    raters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Why a reviewed segment is not learned from, in words."""

    why: str


def settled(segment: Segment, words: Iterable[Review]) -> Settled | Unsettled | None:
    """What the last words on a segment and its clues come to; None where nobody judged it as a whole."""
    words = tuple(words)
    whole = [word for word in words if word.clue is None]
    if not whole:
        return None
    said = {word.rater: _label(word, segment) for word in whole}
    labels = set(said.values())
    label = next(iter(labels))
    if len(labels) > 1 or label is None:
        told = ", ".join(f"{word.rater} {_in_words(word, said[word.rater])}" for word in whole)
        return Unsettled(f"raters contradict each other: {told}" if len(labels) > 1 else told)
    spans = [word.correction.span for word in whole if word.correction is not None and word.correction.span is not None]
    seen = any(not word.blind for word in whole)
    tree = _corrected(segment, words, label=label) if seen else None
    return Settled(label, tree, spans[-1] if spans else None, tuple(said))


def timed(tree: AffectiveTree, within: Span) -> AffectiveTree:
    """The tree with times as they are learned: parts of `within` on tenths of a second from its start.

    Clues of another time are left out; emotions are those of the whole.
    """
    clues = tuple(
        replace(clue, span=within if clue.level == "emotion" else _rounded(clue.span, within))
        for clue in tree.clues
        if clue.level == "emotion" or (clue.span.start < within.end and within.start < clue.span.end)
    )
    left = {clue.id for clue in clues}
    return AffectiveTree(clues, tuple(edge for edge in tree.edges if {edge.source, edge.target} <= left))


def _label(word: Review, segment: Segment) -> str | None:
    own = None if word.blind or segment.reading is None else segment.reading.label
    if word.verdict == "correct" and word.correction is not None:
        return word.correction.label or own
    return own if word.verdict == "agree" else None


def _in_words(word: Review, label: str | None) -> str:
    if label is not None:
        return f"says {label}"
    return {"disagree": "rejects the reading", "unsure": "is unsure"}.get(word.verdict, "names no label")


def _corrected(segment: Segment, words: Sequence[Review], *, label: str) -> AffectiveTree:
    """The tree as its raters leave it, in values that can be said."""
    gone, agreed, renamed = set[str](), set[str](), dict[str, str]()
    added: list[Clue] = []
    for word in words:
        if word.blind:
            continue
        if word.clue is not None and word.verdict in ("disagree", "unsure"):
            gone.add(word.clue)
        if word.clue is not None and word.verdict == "agree":
            agreed.add(word.clue)
        if word.correction is not None:
            gone |= {word.correction.removed} if word.correction.removed else set()
            added += [word.correction.added] if word.correction.added else []
            if word.clue is not None and word.correction.label is not None:
                renamed[word.clue] = word.correction.label
                agreed.add(word.clue)
    kept = [
        _said(replace(clue, name=renamed.get(clue.id, clue.name)))
        for clue in segment.tree.clues
        if clue.id not in gone
        and (clue.support != "contradicted" or clue.id in agreed)
        and (clue.level != "emotion" or clue.name == label or clue.id in agreed)
    ]
    kept += [_said(clue) for clue in added if clue.id not in gone]
    if not any(clue.level == "emotion" and clue.name == label and clue.value != "absent" for clue in kept):
        text = f"Displayed {label}."
        kept.append(
            Clue(f"{segment.id}-label", "emotion", label, "present", text, segment.span, 1.0, "not_measurable", ())
        )
    clues = tuple(clue for clue in kept if _readable(clue.level, clue.name, clue.value))
    return AffectiveTree(clues, _edges(segment.tree.edges, clues))


def _said(clue: Clue) -> Clue:
    """A clue with a value that the words have."""
    if clue.level == "emotion" and clue.value == "alternative":
        return replace(clue, value="present")
    value = _CANONICAL.get(clue.value, clue.value)
    if not _readable(clue.level, clue.name, value) and _readable(clue.level, clue.name, "present"):
        value = "present"
    return replace(clue, value=value)


@cache
def _readable(level: Level, name: str, value: str) -> bool:
    """Whether the statement is read back out of the sentence that says it."""
    span = Span.between(0.0, 1.0)
    clue = Clue("1", level, name, value, "", span, 1.0, "not_measurable", ())
    read = parse(
        print_tree(AffectiveTree((clue,), ()), within=span, levels=(level,)), span=span, prefix="", level=level
    )
    return [(one.level, one.name, one.value) for one in read.tree.clues] == [(level, name, value)]


def _edges(edges: Iterable[RationaleEdge], clues: Sequence[Clue]) -> tuple[RationaleEdge, ...]:
    """The edges between what is left, and to an emotion without any those that the taxonomy gives."""
    by_id: Mapping[str, Clue] = {clue.id: clue for clue in clues}
    kept = [edge for edge in edges if edge.source in by_id and edge.target in by_id]
    reached = {edge.target for edge in kept}
    for clue in clues:
        if clue.level != "emotion" or clue.id in reached or clue.value == "absent":
            continue
        for low in clues:
            found = _expressions().get(low.name) if low.level == "expression" and low.value != "absent" else None
            if found is not None and clue.name in found[0]:
                kept.append(
                    RationaleEdge(low.id, clue.id, f"{low.name} belongs to displayed {clue.name} ({found[1]}).")
                )
    return tuple(kept)


@cache
def _expressions() -> Mapping[str, tuple[tuple[str, ...], str]]:
    return {one.name: (one.emotions, one.source) for one in expressions()}


def _rounded(span: Span, within: Span) -> Span:
    start, end = max(span.start.exact, within.start.exact), min(span.end.exact, within.end.exact)
    length = within.end.exact - within.start.exact
    first = round((start - within.start.exact) / _STEP)
    last = min(round((end - within.start.exact) / _STEP), length // _STEP)
    if last <= first or (end - start) >= Fraction(WHOLE_SHARE) * length:
        return within
    return Span(*(_exactly(within.start.exact + tenths * _STEP) for tenths in (first, last)))


def _exactly(seconds: Fraction) -> Moment:
    return Moment(seconds.numerator, Fraction(1, seconds.denominator))
