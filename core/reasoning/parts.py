"""What is said of the parts of a face: "furrowed brows", "the brows are slightly furrowed".

Comes in: a sentence's tokens and the phrases found in it. Goes out: the words that say something of a part.
"""

from collections.abc import Sequence

from core.reasoning.lexicon import Entry, Lexicon, Part, Sense, lexicon
from core.reasoning.scan import Match, match_at
from core.reasoning.tokens import Token

_BEHIND = 10
"""Tokens behind a part in which something is said of it."""
_UNSAID = 3
"""Tokens behind a part after which a comma ends it, where nothing was said of it yet."""
_LIST = frozenset((",", "and", "or"))


def said_of_parts(tokens: Sequence[Token], matches: Sequence[Match[Entry]]) -> list[Match[Sense]]:
    """The words that say something of the parts among `matches`, part by part; none is used twice."""
    words = lexicon()
    taken: set[int] = set()
    said: list[list[Match[Sense]]] = []
    for number, match in enumerate(matches):
        if not isinstance(match.value, Part):
            said.append([])
            continue
        low = matches[number - 1].end if number else 0
        following = matches[number + 1] if number + 1 < len(matches) else None
        claims = _before(tokens, match.start, low, match.value, taken, words)
        claims += _behind(tokens, match, following, taken, words)
        taken.update(at for claim in claims for at in range(claim.start, claim.end))
        said.append(claims)
    _share(tokens, matches, said)
    return [claim for claims in said for claim in claims]


def _before(
    tokens: Sequence[Token], part: int, low: int, said: Part, taken: set[int], words: Lexicon
) -> list[Match[Sense]]:
    claims: list[Match[Sense]] = []
    at = part
    while at > max(low, part - _BEHIND) and at - 1 not in taken:
        length = next(
            (
                size
                for size in range(min(said.says.longest, at - low), 0, -1)
                if tuple(token.text for token in tokens[at - size : at]) in said.says.entries
            ),
            0,
        )
        if length:
            sense = said.says.entries[tuple(token.text for token in tokens[at - length : at])]
            claims.append(Match(at - length, at, sense))
            at -= length
            continue
        word = tokens[at - 1].text
        adverb = word.endswith("ly") or (word,) in words.degrees.entries
        if not (adverb or (claims and word in _LIST)):
            break
        at -= 1
    return claims


def _behind(
    tokens: Sequence[Token], part: Match[Entry], following: Match[Entry] | None, taken: set[int], words: Lexicon
) -> list[Match[Sense]]:
    assert isinstance(part.value, Part)
    stop = min(part.end + _BEHIND, len(tokens) if following is None else following.start)
    hard = words.marks["borders.hard"]
    claims: list[Match[Sense]] = []
    at = part.end
    while at < stop:
        word = tokens[at].text
        match = match_at(tokens, at, part.value.says)
        if match is not None and match.end <= stop and at not in taken:
            claims.append(match)
            at = match.end
            continue
        if word in hard or word in (";", "(", ")", "he", "she", "they") or match_at(tokens, at, words.causes):
            break
        if word == "," and not claims and at - part.end > _UNSAID:
            break
        if claims and not _goes_on(tokens, at, part.value, words):
            break
        at += 1
    if following is not None and claims and claims[-1].end == following.start:
        last = tuple(token.text for token in tokens[claims[-1].start : claims[-1].end])
        own = isinstance(following.value, Part) and last in following.value.says.entries
        if own or (isinstance(following.value, Sense) and last in words.degrees.entries):
            claims.pop()
    return claims


def _goes_on(tokens: Sequence[Token], at: int, part: Part, words: Lexicon) -> bool:
    """Whether a list of what is said of a part goes on at this token: "brown, short, and without bangs"."""
    word = tokens[at].text
    if word in _LIST and at + 1 < len(tokens):
        return match_at(tokens, at + 1, part.says) is not None or not tokens[at + 1].lead
    return word.endswith("ly") or (word,) in words.degrees.entries or (word,) in words.negations.entries


def _share(tokens: Sequence[Token], matches: Sequence[Match[Entry]], said: list[list[Match[Sense]]]) -> None:
    """Parts that are named together share what is said of one: "the brows and lids are raised"."""
    for number in range(len(matches) - 1):
        first, second = matches[number], matches[number + 1]
        if not isinstance(first.value, Part) or not isinstance(second.value, Part):
            continue
        between = [token.text for token in tokens[first.end : second.start]]
        if not between or any(word not in _LIST for word in between):
            continue
        for to, giver in ((number, number + 1), (number + 1, number)):
            part = matches[to].value
            if said[to] or not isinstance(part, Part):
                continue
            for claim in said[giver]:
                again = match_at(tokens, claim.start, part.says)
                if again is not None and again.end == claim.end:
                    said[to].append(again)
