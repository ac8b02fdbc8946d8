"""Finds phrases among tokens. Comes in: a sentence's tokens and a table. Goes out: where its phrases stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from core.reasoning.lexicon import Table
from core.reasoning.tokens import Token

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """Tokens `start` up to `end` are a phrase that stands for `value`."""

    start: int
    end: int
    value: T


def find(tokens: Sequence[Token], table: Table[T]) -> Iterator[Match[T]]:
    """The phrases in order, none within another: at each place the longest."""
    at = 0
    while at < len(tokens):
        match = match_at(tokens, at, table)
        if match is None:
            at += 1
        else:
            yield match
            at = match.end


def match_at(tokens: Sequence[Token], at: int, table: Table[T]) -> Match[T] | None:
    """The longest phrase that begins at one place."""
    here = tuple(token.text for token in tokens[at : at + table.longest])
    for length in range(len(here), 0, -1):
        value = table.entries.get(here[:length])
        if value is not None:
            return Match(at, at + length, value)
    return None
