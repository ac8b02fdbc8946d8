"""From mentions to statements: at which level each is meant, what is given as a reason for what, and what is the same.

Comes in: the mentions of every sentence. Goes out: statements in order of their first mention, and the
reasons between them.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.reasoning.lexicon import lexicon
from core.reasoning.mentions import Mention
from core.reasoning.scan import find
from core.reasoning.tokens import Token
from core.records.moment import Span
from core.records.tree import Level

LEVELS: tuple[Level, ...] = ("attribute", "expression", "emotion")
_REASONS = 12
"""Mentions on either side of a word of cause that it can join."""


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence about the person."""

    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    heading: Level | None
    """The level that was asked or that a heading names."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a clue says, without its place in a tree."""

    level: Level
    name: str
    value: str
    time: Span | None


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement, where it was said."""

    statement: Statement
    score: float
    text: str


@dataclass(frozen=True, slots=True)
class Reason:
    """`source` is given as a reason for `target`, one level or more up."""

    source: Statement
    target: Statement
    words: str
    """The word of cause."""


@dataclass(frozen=True, slots=True)
class Statements:
    """What a text says."""

    sayings: tuple[Saying, ...]
    """Each statement once, in order of its first mention within each level."""
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Sides:
    reasons: tuple[int, ...]
    results: tuple[int, ...]
    words: str


def statements(text: Sequence[Said]) -> Statements:
    """Everything that is said, each thing once."""
    raw: list[tuple[Statement, float, str]] = []
    pairs: list[tuple[Statement, Statement, str]] = []
    last: list[Statement] = []
    earlier: dict[Level, deque[Statement]] = {level: deque(maxlen=_REASONS) for level in LEVELS}
    for said in text:
        sides = _sides(said)
        levels = _levels(said, sides)
        spoken = [tuple(_statements_of(mention, level)) for mention, level in zip(said.mentions, levels, strict=True)]
        for mention, many in zip(said.mentions, spoken, strict=True):
            raw += [(one, mention.score, said.text) for one in many]
        for side in sides:
            below = [one for place in side.reasons for one in spoken[place]]
            above = [one for place in side.results for one in spoken[place]]
            if not below:
                below = _referred(said, last, earlier, above)
            joined = list(_joined(below, above)) or list(_joined(above, below))
            pairs += [(source, target, side.words) for source, target in joined]
        last = [one for many in spoken for one in many]
        for one in last:
            earlier[one.level].append(one)
    same = _unified([one for one, _, _ in raw])
    sayings: dict[Statement, Saying] = {}
    for one, score, sentence in raw:
        kept = same[one]
        if kept not in sayings:
            sayings[kept] = Saying(kept, score, sentence)
        elif score > sayings[kept].score:
            sayings[kept] = Saying(kept, score, sayings[kept].text)
    reasons: dict[tuple[Statement, Statement], Reason] = {}
    for source, target, words in pairs:
        reasons.setdefault((same[source], same[target]), Reason(same[source], same[target], words))
    ordered = sorted(sayings.values(), key=lambda saying: LEVELS.index(saying.statement.level))
    return Statements(tuple(ordered), tuple(reasons.values()))


def _statements_of(mention: Mention, level: Level) -> Iterable[Statement]:
    for name in mention.sense.names(level):
        value = mention.value if level == "attribute" else ""
        if value:
            value = f"not {value}" if mention.absent else value
        else:
            value = "absent" if mention.absent else mention.degree or "present"
        yield Statement(level, name, value, mention.time)


def _sides(said: Said) -> list[_Sides]:
    """For every word of cause the mentions before and behind it, up to the next such word or a new clause."""
    hard, back = lexicon().marks["borders.hard"], lexicon().marks["cause.back"]
    borders = [at for at, token in enumerate(said.tokens) if token.text in hard or token.text == ";"]
    starts = [mention.start for mention in said.mentions]
    causes = list(find(said.tokens, lexicon().causes))
    found: list[_Sides] = []
    for number, match in enumerate(causes):
        low = causes[number - 1].end if number else 0
        high = causes[number + 1].start if number + 1 < len(causes) else len(said.tokens)
        last, following = bisect_left(borders, match.start), bisect_left(borders, match.end)
        low = max(low, borders[last - 1] if last else 0)
        high = min(high, borders[following] if following < len(borders) else high)
        before = range(bisect_left(starts, low), bisect_left(starts, match.start))
        behind = range(bisect_left(starts, match.end), bisect_left(starts, high))
        if match.value.direction == "up":
            reasons, results = before[-_REASONS:], behind[:_REASONS]
            referring = match.start > 0 and said.tokens[match.start - 1].text in back
            if referring and number and causes[number - 1].value.direction == "down":
                reasons = found[-1].results  # "A is shown by B, which suggests C": A suggests it
        elif before:
            reasons, results = behind[:_REASONS], before[-_REASONS:]
        else:  # "Because the brows are lowered, …"
            comma = next((at for at in range(match.end, high) if said.tokens[at].text == ","), high)
            cut = bisect_left(starts, comma)
            reasons, results = behind[: cut - behind.start][-_REASONS:], behind[cut - behind.start :][:_REASONS]
        found.append(_Sides(tuple(reasons), tuple(results), match.value.text))
    return found


def _levels(said: Said, sides: Sequence[_Sides]) -> list[Level]:
    """The level each mention is meant at."""
    chosen: dict[int, Level] = {}
    for side in sides:
        emotion = any(_can(said.mentions[place], "emotion") for place in side.results)
        for place in side.results:
            if not emotion and _can(said.mentions[place], "expression") and side.reasons:
                chosen.setdefault(place, "expression")
        expression = any(_can(said.mentions[place], "expression") for place in side.results)
        for place in side.reasons:
            if emotion and _can(said.mentions[place], "expression"):
                chosen[place] = "expression"
            elif expression and _can(said.mentions[place], "attribute"):
                chosen.setdefault(place, "attribute")
    levels: list[Level] = []
    for place, mention in enumerate(said.mentions):
        able = [level for level in LEVELS if _can(mention, level)]
        below: Level | None = "expression" if said.heading == "emotion" else None
        wanted = (mention.level, chosen.get(place), said.heading, below)
        fitting: list[Level] = [level for level in wanted if level is not None and level in able]
        levels.append(fitting[0] if fitting else mention.sense.usual)
    return levels


def _can(mention: Mention, level: Level) -> bool:
    return bool(mention.sense.names(level))


def _referred(
    said: Said, last: Sequence[Statement], earlier: Mapping[Level, Sequence[Statement]], above: Sequence[Statement]
) -> list[Statement]:
    """What "this" or "taken together" stands for: what the sentence before said, or all before at the next level."""
    marks = lexicon().marks
    if not said.tokens or not above:
        return []
    first = [token.text for token in said.tokens[:2]]
    if " ".join(first) in marks["cause.together"] or first[0] in marks["cause.together"]:
        level = max(LEVELS.index(one.level) for one in above)
        return list(earlier[LEVELS[level - 1]]) if level else []
    return list(last[-_REASONS:]) if first[0] in marks["cause.back"] else []


def _joined(below: Sequence[Statement], above: Sequence[Statement]) -> Iterable[tuple[Statement, Statement]]:
    """Each reason with what it is nearest below of: an attribute with expressions, failing these with emotions."""
    for source in below:
        higher = [one for one in above if LEVELS.index(one.level) > LEVELS.index(source.level)]
        nearest = min((LEVELS.index(one.level) for one in higher), default=0)
        for target in higher:
            if LEVELS.index(target.level) == nearest:
                yield source, target


def _unified(said: Iterable[Statement]) -> dict[Statement, Statement]:
    """Each statement, and the more exact one that says it too: "she smiles" goes up in "she smiles broadly at 0:03"."""
    groups: dict[tuple[Level, str, bool], list[Statement]] = {}
    for one in dict.fromkeys(said):
        groups.setdefault((one.level, one.name, _plain(one.value)), []).append(one)
    same: dict[Statement, Statement] = {}
    for many in groups.values():
        exact = [one for one in many if one.time is not None and one.value != "present"]
        by_value: dict[str, Statement] = {}
        by_time: dict[Span | None, Statement] = {}
        for one in many:
            if one.time is not None:
                by_value.setdefault(one.value, one)
            if one.value != "present":
                by_time.setdefault(one.time, one)
        for one in many:
            kept: Statement | None = one
            if one.value == "present" and one.time is None:
                kept = exact[0] if exact else by_time.get(None) or by_value.get("present")
            elif one.value == "present":
                kept = by_time.get(one.time)
            elif one.time is None:
                kept = by_value.get(one.value)
            same[one] = kept or one
    for one, kept in same.items():
        same[one] = same[kept]
    return same


def _plain(value: str) -> bool:
    """Whether values are degrees of one thing; a colour or a side, and what is absent, stand by themselves."""
    return value in ("present", "slight", "marked")
