"""How the words around a mention bear on it: clauses, negation, who is meant.

Comes in: a sentence's tokens. Goes out: one value per token. Every walk over the tokens is a single one, so that a text
without any full stop takes no longer than its length asks for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from core.reasoning.lexicon import lexicon
from core.reasoning.scan import find
from core.reasoning.tokens import Token

Place = Literal["center", "left", "right"]
"""Where the person who is asked about is in the pictures."""
_SOFT = frozenset((",", ";", ":", "(", ")"))
_REACH = 4
"""Tokens between a person's noun and the words that say where."""


@dataclass(frozen=True, slots=True)
class Other:
    """The person whom a sentence was about, where it was not the one who is asked about."""

    gender: Literal["male", "female", ""]


def clause_numbers(tokens: Sequence[Token]) -> list[int]:
    """Numbers of the clauses: they end at marks, at words like `but`, and at `and` with a new subject behind it."""
    marks = lexicon().marks
    numbers: list[int] = []
    clause = 0
    for at, token in enumerate(tokens):
        if token.text in _SOFT or token.text in marks["borders.hard"] or _new_subject(tokens, at):
            clause += 1
        numbers.append(clause)
    return numbers


def negated(tokens: Sequence[Token]) -> list[bool]:
    """Whether each token stands under a negation.

    Forward to the end of the clause ("no smile", "does not"), through a list that ends with `or`; back to its beginning
    for "is absent" and "is not visible".
    """
    words = lexicon()
    clauses = clause_numbers(tokens)
    listed = _listed(tokens)
    causes = {match.start for match in find(tokens, words.causes)}
    starts = {match.start: match for match in find(tokens, words.negations)}
    under: list[bool] = []
    back_from: dict[int, int] = {}
    active = False
    for at, token in enumerate(tokens):
        match = starts.get(at)
        border = token.text in words.marks["borders.hard"] or token.text in (";", ":", ")") or at in causes
        if border or (token.text == "," and not listed[at]) or _new_subject(tokens, at):
            active = False
        under.append(active)
        if match is None or match.value == "not_one":
            continue
        copula = any(before.text in words.marks["borders.copula"] for before in tokens[max(0, at - 3) : at])
        behind = [after.text for after in tokens[match.end : match.end + 2]]
        unseen = token.text == "not" and _any(behind, words.marks["negation.seen"])
        if (match.value == "backward" and copula) or (unseen and copula):
            back_from[clauses[at]] = at
        elif match.value == "forward":
            active = True
    return [one or at < back_from.get(clauses[at], -1) for at, one in enumerate(under)]


def others(tokens: Sequence[Token], *, place: Place, before: Other | None) -> tuple[list[bool], Other | None]:
    """Whether each token is about somebody else than the person at `place`, and whom the sentence ends with.

    `before` is whom the last sentence was about.
    """
    marks = lexicon().marks
    about: list[bool] = []
    now = before
    for at, token in enumerate(tokens):
        if token.text in marks["person.nouns"]:
            now = _whom(tokens, at, place=place, before=now)
        elif now is not None and now.gender and token.text in ("he", "she"):
            now = now if (now.gender == "male") == (token.text == "he") else None
        about.append(now is not None)
    return about, now


def _whom(tokens: Sequence[Token], at: int, *, place: Place, before: Other | None) -> Other | None:
    marks = lexicon().marks
    word = tokens[at].text
    gender: Literal["male", "female", ""] = ""
    if word in marks["person.male"]:
        gender = "male"
    elif word in marks["person.female"]:
        gender = "female"
    ahead = tokens[at - 1].text if at else ""
    if ahead in marks["person.other"]:
        return Other(gender)
    named = _place_of(ahead) or _place_behind(tokens, at)
    if named is not None:
        return None if named == place else Other(gender)
    same = before is not None and gender and before.gender in ("", gender)
    return before if same else None


def _place_behind(tokens: Sequence[Token], at: int) -> str | None:
    located = lexicon().marks["person.located"]
    for token in tokens[at + 1 : at + 1 + _REACH]:
        named = _place_of(token.text)
        if named is not None:
            return named
        if token.text not in located:
            return None
    return None


def _place_of(word: str) -> str | None:
    marks = lexicon().marks
    return next((place for place in ("left", "right", "center", "away") if word in marks[f"person.{place}"]), None)


def _new_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether an `and` begins a clause of its own: an article, a pronoun, a verb or a negation follows."""
    if tokens[at].text != "and" or at + 1 == len(tokens):
        return False
    behind = tokens[at + 1]
    words = lexicon()
    verb = behind.text in words.marks["borders.copula"]
    return bool(behind.lead) or verb or (behind.text,) in words.negations.entries


def _listed(tokens: Sequence[Token]) -> list[bool]:
    """Whether `or` or `nor` follows a token before the list it may end breaks off."""
    hard = lexicon().marks["borders.hard"]
    found: list[bool] = []
    ahead = False
    for token in reversed(tokens):
        if token.text in hard or token.text in (";", "and"):
            ahead = False
        found.append(ahead)
        if token.text in ("or", "nor"):
            ahead = True
    return found[::-1]


def _any(words: Sequence[str], among: frozenset[str]) -> bool:
    return any(word in among for word in words)
