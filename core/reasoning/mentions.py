"""What one sentence says, before it is decided at which level: mentions of the vocabulary with what bears on them.

Comes in: a sentence and the stretch of time it is about. Goes out: mentions in order. Knows nothing of trees.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from core.reasoning.clauses import Other, Place, clause_numbers, negated, others
from core.reasoning.lexicon import SIDED, Entry, Lexicon, Sense, lexicon
from core.reasoning.parts import said_of_parts
from core.reasoning.scan import Match, find
from core.reasoning.times import TimeReference, time_references
from core.reasoning.tokens import LEADS, Sentence, Token
from core.records.moment import Span
from core.records.tree import Level

Degree = Literal["", "slight", "marked"]
_SIDE = 7
"""Tokens behind a movement in which its side may stand."""
_NEAR = 3
"""Tokens between a degree and what it belongs to."""
_ADVERBS = frozenset(("somewhat", "little", "bit"))
_SPLITS = frozenset((",", ";", "and"))
_KINDS: dict[str, Level] = {
    "attribute": "attribute",
    "movement": "attribute",
    "expression": "expression",
    "emotion": "emotion",
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A word or phrase of the vocabulary, in a sentence."""

    start: int
    end: int
    """Tokens `start` up to `end`, without those of the part it is said of."""
    sense: Sense
    value: str = ""
    """Value or side; empty where it is there or not."""
    absent: bool = False
    degree: Degree = ""
    score: float = 1.0
    """Below 1 where the wording is weak."""
    time: Span | None = None
    """None where nothing is said of time."""
    other: bool = False
    """Said of another person."""
    level: Level | None = None
    """The level that the words themselves name; None where they do not."""


def mentions_of(
    sentence: Sentence, *, within: Span, place: Place, before: Other | None
) -> tuple[tuple[Token, ...], tuple[Mention, ...], Other | None]:
    """The sentence's tokens without explanations of codes, its mentions, and whom it ends with."""
    words = lexicon()
    tokens = _without_glosses(sentence.tokens)
    matches = list(find(tokens, words.entries))
    said = [
        *(_of_sense(tokens, match) for match in matches if isinstance(match.value, Sense)),
        *(
            Mention(claim.start, claim.end, claim.value, _side(tokens, claim, claim.value) or claim.value.value)
            for claim in said_of_parts(tokens, matches)
        ),
        *_genders(tokens, words),
    ]
    said.sort(key=lambda mention: (mention.start, mention.end))
    away = negated(tokens)
    about, last = others(tokens, place=place, before=before)
    degrees = _degrees(tokens, said, words)
    clauses = clause_numbers(tokens)
    hedges = _hedges(tokens, clauses, said, words)
    times = _times(tokens, said, time_references(tokens, within), words)
    found = tuple(
        replace(
            mention,
            absent=away[mention.start],
            degree="" if mention.value else degree,
            score=hedge * (0.5 if away[mention.start] and degree == "marked" else 1.0),
            time=time,
            other=about[mention.start],
        )
        for mention, degree, hedge, time in zip(said, degrees, hedges, times, strict=True)
    )
    return tokens, found, last


def _without_glosses(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Leaves out what stands in brackets behind a code: "AU12 (lip corner puller)" says one thing."""
    kept: list[Token] = []
    skipping = False
    for at, token in enumerate(tokens):
        if token.text == "(" and at and tokens[at - 1].text.startswith("au") and tokens[at - 1].text[-1].isdigit():
            skipping = True
        if not skipping:
            kept.append(token)
        if token.text == ")":
            skipping = False
    return tuple(kept)


def _of_sense(tokens: Sequence[Token], match: Match[Entry]) -> Mention:
    assert isinstance(match.value, Sense)
    sense = match.value
    quoted = match.start >= 2 and tokens[match.start - 1].text == '"'
    level = _KINDS.get(tokens[match.start - 2].text) if quoted else None
    return Mention(match.start, match.end, sense, _side(tokens, match, sense) or sense.value, level=level)


def _genders(tokens: Sequence[Token], words: Lexicon) -> list[Mention]:
    """A person is introduced with "a": "a young man". Later "the man" says nothing new."""
    found: list[Mention] = []
    for at, token in enumerate(tokens):
        for gender in ("male", "female"):
            if token.text not in words.marks[f"person.{gender}"]:
                continue
            leads = next((one.lead for one in reversed(tokens[max(0, at - 4) : at + 1]) if one.lead), ())
            if "a" in leads or "an" in leads:
                found.append(Mention(at, at + 1, Sense(("gender",), value=gender), gender))
    return found


def _side(tokens: Sequence[Token], match: Match[Entry] | Match[Sense], sense: Sense) -> str:
    """The side of a movement that has one; "left" is not said to be the person's own unless the words say so."""
    if not sense.attribute or sense.attribute[0] not in SIDED:
        return ""
    for at in range(match.start, min(match.end + _SIDE, len(tokens))):
        token = tokens[at]
        if token.text in (",", ";", "and") and at >= match.end:
            break
        if token.text in ("left", "right"):
            own = LEADS.difference(("a", "an", "the")).intersection(token.lead) or tokens[at - 1].text == "own"
            return f"to the person's {token.text}" if own else token.text
    return ""


def _degrees(tokens: Sequence[Token], said: Sequence[Mention], words: Lexicon) -> list[Degree]:
    """The degree of each mention: every word of degree belongs to the nearest mention, behind it rather than before."""
    degrees: list[Degree] = ["" for _ in said]
    taken = {at for mention in said for at in range(mention.start, mention.end)}
    clauses = clause_numbers(tokens)
    starts = [mention.start for mention in said]
    for match in find(tokens, words.degrees):
        if match.start in taken:
            continue
        # "A smile under strong light": behind what it belongs to, a degree is an adverb, or next to it or to "is".
        ahead = tokens[match.start - 1].text if match.start else ""
        last = tokens[match.end - 1].text
        follows = last.endswith("ly") or last in _ADVERBS or ahead in words.marks["borders.copula"]
        place = bisect_left(starts, match.start)
        near = [
            (mention.start - match.end if mention.start >= match.end else match.start - mention.end + 0.5, number)
            for number in range(max(0, place - 3), min(len(said), place + 3))
            for mention in [said[number]]
            if clauses[mention.start] == clauses[match.start]
            and (follows or mention.start >= match.end or match.start == mention.end)
        ]
        least = min(near, default=(_NEAR + 1.0, 0))[0]
        if least > _NEAR:
            continue
        for distance, number in near:
            if distance == least and degrees[number] != "slight":
                degrees[number] = "slight" if match.value == "slight" else "marked"
    return degrees


def _hedges(tokens: Sequence[Token], clauses: Sequence[int], said: Sequence[Mention], words: Lexicon) -> list[float]:
    """For each mention the weakest wording before it in its clause; 1 where there is none."""
    weak = {match.start: match.value for match in find(tokens, words.hedges)}
    least: list[float] = []
    clause, now = -1, 1.0
    for at in range(len(tokens)):
        now = min(now if clauses[at] == clause else 1.0, weak.get(at, 1.0))
        clause = clauses[at]
        least.append(now)
    return [least[mention.start] for mention in said]


def _times(
    tokens: Sequence[Token], said: Sequence[Mention], references: Sequence[TimeReference], words: Lexicon
) -> list[Span | None]:
    """The time of each mention: that of its own piece of the sentence, or of a piece before it that begins with one.

    "At first she smiles and shows teeth": both; "she smiles at first and frowns in the end": each its own.
    """
    inside = {at for one in (*references, *said) for at in range(one.start, one.end)}
    hard = words.marks["borders.hard"]
    pieces: list[int] = []
    piece = 0
    begins = {reference.start for reference in references}
    starts = {mention.start for mention in said}
    timed = spoken = False  # whether this piece has a time, and then something that is said
    for at, token in enumerate(tokens):
        if (at in begins and timed and spoken) or (at not in inside and (token.text in _SPLITS or token.text in hard)):
            piece += 1
            timed = spoken = False
        timed = timed or at in begins
        spoken = spoken or at in starts
        pieces.append(piece)
    own: dict[int, TimeReference] = {}
    for reference in references:
        kept = own.get(pieces[reference.start])
        if kept is None or (reference.exact and not kept.exact):
            own[pieces[reference.start]] = reference
    first: dict[int, int] = {}
    for mention in said:
        first.setdefault(pieces[mention.start], mention.start)
    carried: list[Span | None] = []
    time: Span | None = None
    for number in range(piece + 1):
        reference = own.get(number)
        if reference is not None:
            leads = number not in first or reference.start <= first[number]
            time = reference.span if leads else None
            carried.append(reference.span)
        else:
            carried.append(time)
    return [carried[pieces[mention.start]] for mention in said]
