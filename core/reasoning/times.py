"""References to time in a sentence. Comes in: its tokens. Goes out: which stretch of the pictures is meant.

Times are those of the pictures the model was shown, from 0 at the first. A single second stands for one second from it
on, as the model sees one pair of pictures a second; "at first", "then" and "in the end" stand for a third each, for
nothing published says how long they are: both are ours.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.reasoning.lexicon import lexicon
from core.reasoning.scan import find
from core.reasoning.tokens import Token
from core.records.moment import MICROSECOND, Moment, Span

_UNITS = frozenset(("s", "sec", "secs", "second", "seconds"))
_NUMBERS = {
    word: Fraction(value)
    for value, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
} | {"half": Fraction(1, 2)}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)")
_STAGES = {"first": (0, 1), "middle": (1, 2), "last": (2, 3)}


@dataclass(frozen=True, slots=True)
class TimeReference:
    """Tokens `start` up to `end` of a sentence name a time."""

    start: int
    end: int
    span: Span | None
    """None for all of the time, and for what lies outside of it."""
    exact: bool
    """Told by a clock, not by a word."""


def time_references(tokens: Sequence[Token], within: Span) -> list[TimeReference]:
    """The references in a sentence, in order, as parts of `within`."""
    found: list[TimeReference] = []
    stages = {match.start: match for match in find(tokens, lexicon().stages)}
    at = 0
    while at < len(tokens):
        read = _clock(tokens, at, within)
        if read is not None:
            found.append(read)
            at = read.end
        elif at in stages:
            match = stages[at]
            span = None if match.value == "all" else _third(within, *_STAGES[match.value])
            found.append(TimeReference(at, match.end, span, exact=False))
            at = match.end
        else:
            at += 1
    return found


def relative(span: Span, within: Span) -> tuple[str, str]:
    """Start and end of `span` in seconds from the start of `within`, as decimals that are read back exactly."""
    start, end = (round((edge.exact - within.start.exact) * 10**7) for edge in (span.start, span.end))
    return _decimal(start), _decimal(end)


def _decimal(ticks: int) -> str:
    whole, rest = divmod(ticks, 10**7)
    return f"{whole}.{rest:07d}".rstrip("0").rstrip(".")


def _clock(tokens: Sequence[Token], at: int, within: Span) -> TimeReference | None:
    """A time told by a clock, with the words before it that say how it is meant."""
    word = tokens[at].text
    if word in ("first", "last"):  # "in the first two seconds"
        length = _time(tokens, at + 1)
        if length is None:
            return None
        seconds, end = length
        total = Fraction(within.end.exact - within.start.exact)
        return _reference(at, end, (Fraction(0), seconds) if word == "first" else (total - seconds, None), within)
    first = at + 1 if word in _BEFORE else at
    read = _time(tokens, first, bare=word in ("from", "between"))
    if read is None:
        return None
    start_s, end = read
    if word in ("from", "between") or word not in _BEFORE:
        joined = end < len(tokens) and tokens[end].text in ("to", "and", "-", "until")
        other = _time(tokens, end + 1) if joined else None
        if other is not None and (word != "between" or tokens[end].text in ("and", "-")):
            return _reference(at, other[1], (start_s, other[0]), within)
    if not _told(tokens, first, end):
        return None
    if word in ("until", "before"):
        return _reference(at, end, (Fraction(0), start_s), within)
    if word in ("after", "from", "since"):
        return _reference(at, end, (start_s, None), within)
    return _reference(at, end, (start_s, start_s + 1), within)


_BEFORE = frozenset(["at", "around", "about", "by", "from", "between", "after", "since", "until", "before"])


def _told(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether it is surely a time: it has a colon or a unit."""
    return any(":" in token.text or token.text in _UNITS for token in tokens[first:end])


def _time(tokens: Sequence[Token], at: int, *, bare: bool = False) -> tuple[Fraction, int] | None:
    """Seconds, and the token behind them; a number alone counts where `bare` or where a unit follows."""
    if at >= len(tokens):
        return None
    word = tokens[at].text
    clock = _CLOCK.fullmatch(word)
    if clock is not None:
        hours, minutes, seconds = clock.groups()
        end = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text in _UNITS else at + 1
        return int(hours or 0) * 3600 + int(minutes) * 60 + Fraction(seconds), end
    number = _NUMBERS.get(word)
    if number is None and _NUMBER.fullmatch(word):
        number = Fraction(word)
    if number is None:
        return None
    if at + 1 < len(tokens) and tokens[at + 1].text in _UNITS:
        return number, at + 2
    return (number, at + 1) if bare else None


def _reference(start: int, end: int, seconds: tuple[Fraction, Fraction | None], within: Span) -> TimeReference:
    low, high = (None if edge is None else _moment(within, edge) for edge in seconds)
    low = within.start if low is None else low
    high = within.end if high is None else high
    if low >= within.end or high <= low or (low <= within.start and high >= within.end):
        return TimeReference(start, end, None, exact=True)
    return TimeReference(start, end, Span(low, high), exact=True)


def _moment(within: Span, offset: Fraction) -> Moment:
    """The moment that many seconds after the start; the span's own edges where it falls on them."""
    exact = within.start.exact + offset
    if exact <= within.start.exact + MICROSECOND / 2:
        return within.start
    return within.end if exact >= within.end.exact - MICROSECOND / 2 else Moment.at(exact)


def _third(within: Span, low: int, high: int) -> Span | None:
    third = (within.end.exact - within.start.exact) / 3
    start, end = _moment(within, third * low), _moment(within, third * high)
    return Span(start, end) if end > start else None
