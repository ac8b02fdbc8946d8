"""One card per segment. Comes in: an `Analysis` and key frames. Goes out: what each card of the report shows.

A long session has thousands of segments: then only the least certain and the longest open up, the others are a row,
and the pictures stop at a budget. Must not know: HTML elements.
"""

import base64
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from core.export.clock import amount, time_code
from core.export.look import LOOKS, key_of, shares_in_words, steadiness, why_missing
from core.export.observations import top_two
from core.export.said import Said, said
from core.export.trees import Curve, Node, curves, nested
from core.records.analysis import EMOTIONS, UNCLEAR, Analysis, PersonSummary, Segment

MOST_OPEN = 240
"""So many segments open up at most; a session below it shows all."""
PICTURE_BYTES = 5 * 1024 * 1024
"""Of JPEG; a third more in the page."""


@dataclass(frozen=True, slots=True)
class Share:
    """A coloured part of a bar, in percent as text."""

    key: str
    left: str
    width: str
    title: str


@dataclass(frozen=True, slots=True)
class Signal:
    """What one kind of evidence alone says."""

    name: str
    says: str
    bar: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """What a card shows when it is opened."""

    picture: str | None
    """A data URI."""
    picture_note: str
    """When it is from, or why there is none."""
    signals: tuple[Signal, ...]
    top: tuple[Node, ...]
    rest: tuple[Node, ...]
    curves: tuple[Curve, ...]
    facts: tuple[tuple[str, str], ...]
    said: Said | None
    """What a vision language model said; None where none was asked, or nothing of it could be used."""


@dataclass(frozen=True, slots=True)
class Card:
    """One segment."""

    anchor: str
    segment: Segment
    when: str
    length: str
    key: str
    """Label, or `not assessable` or `not read`: chooses colour and hatching."""
    letter: str
    headline: str
    probability: float | None
    """Of the label, of the most probable emotion where unclear; None without a reading."""
    next: str
    """The alternatives in words."""
    contradicted: int
    speaking: str
    doubt: float
    """1 minus the highest probability; what has no reading sorts last with -1."""
    detail: Detail | None
    """None for the short row of a long session."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """The cards of one stretch of a long session; a short one has a single chapter without a name."""

    name: str
    count: int
    cards: Iterator[Card]
    """Made one at a time, and once: a card with its tree and curves is a hundred times the size of its segment."""


def anchors(analysis: Analysis) -> dict[str, str]:
    """The page's anchor of each segment id (ids may hold any characters, anchors may not)."""
    return {segment.id: f"seg-{n}" for n, segment in enumerate(analysis.segments, start=1)}


def chapters(analysis: Analysis, *, key_frames: Mapping[str, bytes]) -> tuple[Chapter, ...]:
    """All cards in order of time, then of person."""
    order = _by_need(analysis.segments)[:MOST_OPEN]
    desk = _Desk(
        people={person.id: person for person in analysis.people},
        anchors=anchors(analysis),
        opened=frozenset(segment.id for segment in order),
        key_frames=key_frames,
        pictured=_pictured(order, key_frames=key_frames),
        still=analysis.video.still,
    )
    place = {person.id: number for number, person in enumerate(analysis.people)}
    segments = sorted(analysis.segments, key=lambda s: (s.span.start, place[s.person]))
    if len(segments) <= MOST_OPEN:
        return (Chapter("", len(segments), map(desk.card, segments)),)
    step = next((s for s in (60, 300, 600, 900, 1800) if analysis.span.duration_s / s <= 48), 3600)
    groups: dict[int, list[Segment]] = {}
    for segment in segments:
        groups.setdefault(int(segment.span.start_s // step), []).append(segment)
    return tuple(
        Chapter(
            f"{time_code(n * step, decimals=0)}–{time_code((n + 1) * step, decimals=0)}",
            len(inside),
            map(desk.card, inside),
        )
        for n, inside in groups.items()
    )


@dataclass(frozen=True, slots=True)
class _Desk:
    """What a card is made with."""

    people: Mapping[str, PersonSummary]
    anchors: Mapping[str, str]
    opened: frozenset[str]
    """Ids of the segments that open up."""
    key_frames: Mapping[str, bytes]
    pictured: frozenset[str]
    """Ids of the segments whose picture has room in the page."""
    still: bool

    def card(self, segment: Segment) -> Card:
        """The card of one segment."""
        detail = self._detail(segment) if segment.id in self.opened else None
        return _card(segment, anchor=self.anchors[segment.id], detail=detail, still=self.still)

    def _detail(self, segment: Segment) -> Detail:
        top, rest = nested(segment.tree)
        jpeg = self.key_frames.get(segment.id)
        shown = segment.id in self.pictured
        picture = None
        if jpeg is not None and shown:
            picture = "data:image/jpeg;base64," + base64.b64encode(jpeg).decode("ascii")
        return Detail(
            picture=picture,
            picture_note=_picture_note(segment, given=jpeg is not None, shown=shown, still=self.still),
            signals=_signals(segment),
            top=top,
            rest=rest,
            curves=curves(segment, person=self.people[segment.person]),
            facts=_facts(segment),
            said=said(segment.account) if segment.account is not None and segment.account.levels else None,
        )


def stacked(distribution: Mapping[str, float]) -> tuple[Share, ...]:
    """A distribution as one bar."""
    parts: list[Share] = []
    left = 0.0
    for name in EMOTIONS:
        share = distribution.get(name, 0.0)
        if share > 0:
            parts.append(Share(name, f"{left * 100:.2f}%", f"{share * 100:.2f}%", f"{name} {share:.2f}"))
        left += max(0.0, share)
    return tuple(parts)


def _by_need(segments: Sequence[Segment]) -> list[Segment]:
    """The least certain and the longest in turn, then what has no reading."""
    read = [segment for segment in segments if segment.reading is not None]
    doubtful = sorted(read, key=lambda segment: -_doubt(segment))
    longest = sorted(read, key=lambda segment: -segment.span.duration_s)
    turns = chain.from_iterable(zip_longest(doubtful, longest))
    unique = {segment.id: segment for segment in turns if segment is not None}
    return [*unique.values(), *(segment for segment in segments if segment.reading is None)]


def _pictured(order: Sequence[Segment], *, key_frames: Mapping[str, bytes]) -> frozenset[str]:
    """The segments, first come first served, whose pictures fit into the page together."""
    pictured: set[str] = set()
    left = PICTURE_BYTES
    for segment in order:
        jpeg = key_frames.get(segment.id)
        if jpeg is not None and len(jpeg) <= left:
            left -= len(jpeg)
            pictured.add(segment.id)
    return frozenset(pictured)


def _picture_note(segment: Segment, *, given: bool, shown: bool, still: bool) -> str:
    if segment.key_frame_s is None:
        return "No picture: nothing assessable"
    name = "Key frame" if still else f"Key frame at {time_code(segment.key_frame_s, decimals=2)}"
    if shown:
        return name
    return f"{name} left out to keep this page small" if given else f"{name}, not kept"


def _card(segment: Segment, *, anchor: str, detail: Detail | None, still: bool) -> Card:
    reading = segment.reading
    key = key_of(segment)
    letter, headline, probability, others = "–", key, None, ""
    if reading is None:
        others = why_missing(segment) or "too little of the face was usable"
    else:
        letter = LOOKS[key].letter
        best = top_two(reading.distribution.items())
        if reading.label == UNCLEAR:
            headline, probability = "unclear", best[0][1]
            others = " or ".join(f"{name} {share:.2f}" for name, share in best)
        else:
            headline, probability = f"{reading.label} displayed", reading.distribution[reading.label]
            others = ", ".join(f"{name} {reading.distribution[name]:.2f}" for name in reading.alternatives[:2])
            others = f"next: {others}" if others else ""
    return Card(
        anchor=anchor,
        segment=segment,
        when="still picture" if still else f"{time_code(segment.span.start_s)}–{time_code(segment.span.end_s)}",
        length="" if still else amount(segment.span.duration_s),
        key=key,
        letter=letter,
        headline=headline,
        probability=probability,
        next=others,
        contradicted=sum(clue.support == "contradicted" for clue in segment.tree.clues),
        speaking={True: "speaking", False: "silent", None: ""}[segment.speaking],
        doubt=_doubt(segment),
        detail=detail,
    )


def _signals(segment: Segment) -> tuple[Signal, ...]:
    if segment.reading is None:
        return ()
    together = ("together", segment.reading.distribution)
    alone = [(f"{name} alone", values) for name, values in sorted(segment.reading.signals.items())]
    return tuple(
        Signal(name, ", ".join(f"{label} {share:.2f}" for label, share in top_two(values.items())), stacked(values))
        for name, values in [together, *alone]
    )


def _facts(segment: Segment) -> tuple[tuple[str, str], ...]:
    support = Counter(clue.support for clue in segment.tree.clues)
    facts = [
        ("Begins because of", segment.reason),
        ("Face usable", f"{segment.coverage:.0%} of the span".replace("%", "\N{NO-BREAK SPACE}%")),
        ("Quality", shares_in_words(segment.quality) or "no flag"),
        ("Speech", {True: "the person speaks", False: "silent", None: "cannot be told"}[segment.speaking]),
    ]
    if segment.reading is not None:
        facts.append(("Reading", steadiness(segment)))
        counts = f"{support['supported']} supported, {support['contradicted']} contradicted"
        facts.append(("Clues", f"{counts}, {support['not_measurable']} not measurable"))
    return tuple(facts)


def _doubt(segment: Segment) -> float:
    return 1 - max(segment.reading.distribution.values()) if segment.reading else -1.0
