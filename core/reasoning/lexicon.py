"""The vocabulary a model's text is read with: `resources/taxonomy`, unfolded into phrases.

Comes in: attributes.toml, lexicon.toml, and the names of action units and expressions. Goes out: tables from phrases to
what they stand for. Knows nothing of sentences.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any, Generic, Literal, TypeVar

from core.assets import resource
from core.evidence.action_units import action_units
from core.evidence.expressions import expressions
from core.reasoning.tokens import words
from core.records.tree import Level

T = TypeVar("T")

SIDED = ("head turned", "head tilted", "gaze to the side")
"""Movements whose value may be a side."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a phrase stands for: the same movement may be meant as attributes or as one expression."""

    attribute: tuple[str, ...] = ()
    """Names of attributes."""
    expression: str = ""
    emotion: str = ""
    value: str = ""
    """The attribute's value (`brown`, `down`); empty where it is there or not."""
    usual: Level = "attribute"
    """What is meant where nothing else tells."""

    def names(self, level: Level) -> tuple[str, ...]:
        """Its names at one level; empty where it has none there."""
        if level == "attribute":
            return self.attribute
        name = self.expression if level == "expression" else self.emotion
        return (name,) if name else ()


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """Phrases, as tokens, and what they stand for."""

    entries: Mapping[tuple[str, ...], T]
    longest: int
    """Tokens of the longest phrase."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the face, with the words that say something of it."""

    says: Table[Sense]


Entry = Sense | Part


@dataclass(frozen=True, slots=True)
class Item:
    """An attribute of appearance."""

    name: str
    phrase: str
    """How it is called in a sentence."""
    values: tuple[str, ...]
    """Empty where it is there or not."""


@dataclass(frozen=True, slots=True)
class Cause:
    """A word that gives reasons: `up` where they stand before it, `down` where behind."""

    direction: Literal["up", "down"]
    text: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything a text is read with."""

    entries: Table[Entry]
    degrees: Table[str]
    hedges: Table[float]
    causes: Table[Cause]
    stages: Table[str]
    negations: Table[str]
    """`forward`, `backward` or `not_one`."""
    marks: Mapping[str, frozenset[str]]
    """Sets of single words by `table.name`: `borders.hard`, `person.nouns`, …"""
    headings: Mapping[str, Level]


@cache
def lexicon() -> Lexicon:
    """The vocabulary, unfolded once."""
    raw = _table("lexicon")
    return Lexicon(
        entries=_table_of(_entries(raw).items()),
        degrees=_phrases(raw["degree"]),
        hedges=_table_of(
            (tokens, float(score)) for score, many in raw["hedge"].items() for one in many for tokens in unfold(one)
        ),
        causes=_table_of(
            (tokens, Cause(direction, " ".join(tokens)))
            for direction in ("up", "down")
            for one in raw["cause"][direction]
            for tokens in unfold(one)
        ),
        stages=_phrases(raw["time"]),
        negations=_phrases({kind: raw["negation"][kind] for kind in ("forward", "backward", "not_one")}),
        marks={
            f"{table}.{kind}": frozenset(" ".join(tokens) for one in many for tokens in unfold(one))
            for table in ("borders", "person", "negation", "cause", "things")
            for kind, many in raw[table].items()
        },
        headings={word: level for level, many in raw["headings"].items() for word in many},
    )


@cache
def items() -> tuple[Item, ...]:
    """The attributes of appearance, in the taxonomy's order."""
    return tuple(
        Item(
            _name(entry),
            entry["words"][0].replace("~", "") if entry["kind"] == "presence" else _called(entry),
            tuple(entry.get("values", ())),
        )
        for entry in _table("attributes")["item"]
    )


@cache
def movements() -> tuple[str, ...]:
    """Names of attributes that are no action units and not of appearance, in the lexicon's order."""
    raw = _table("lexicon")
    codes = {unit.code for unit in action_units()}
    named = [name for entry in (*raw["frame"], *raw["term"]) for name in entry.get("units", entry.get("attribute", ()))]
    return tuple(dict.fromkeys(name for name in named if name not in codes))


@cache
def emotions() -> tuple[str, ...]:
    """Names of the emotions, in the lexicon's order."""
    return tuple(_table("lexicon")["emotion"])


@cache
def expression_of(units: frozenset[str]) -> str:
    """The expression that these attributes alone make up; empty where there is none."""
    for found in expressions():
        if frozenset(found.all_of) == units and not found.any_of and not found.pattern:
            return found.name
    return ""


def unfold(phrase: str) -> Iterable[tuple[str, ...]]:
    """Every form of a phrase, as tokens: `~` adds the plural of a word, `+` and `++` the forms of a verb."""
    return (words(" ".join(forms)) for forms in product(*(_forms(word) for word in phrase.split())))


def _forms(word: str) -> Sequence[str]:
    if word.endswith("~"):
        word = word[:-1]
        return word, f"{word}{'es' if word.endswith(('s', 'x', 'ch', 'sh')) else 's'}"
    if word.endswith("++"):
        word = word[:-2]
        return word, f"{word}s", f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"
    if not word.endswith("+"):
        return (word,)
    word = word[:-1]
    if word.endswith("e"):
        return word, f"{word}s", f"{word}d", f"{word[:-1]}ing"
    third = f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"
    return word, third, f"{word}ed", f"{word}ing"


def _entries(raw: Mapping[str, Any]) -> Mapping[tuple[str, ...], Entry]:
    """Phrases that say something by themselves, and parts. What comes first keeps a phrase that two lay claim to."""
    found: dict[tuple[str, ...], Entry] = {}
    for entry in raw["term"]:
        sense = Sense(
            attribute=tuple(entry.get("attribute", ())),
            expression=entry.get("expression", ""),
            value=entry.get("value", ""),
            usual=entry.get("usual", "expression"),
        )
        _add(found, entry["words"], sense)
    for emotion, many in raw["emotion"].items():
        _add(found, many, Sense(emotion=emotion, usual="emotion"))
    for one in expressions():
        alone = not (one.any_of or one.pattern)
        sense = Sense(one.all_of if alone else (), one.name, usual="attribute" if alone else "expression")
        _add(found, [one.name], sense)
    for unit in action_units():
        numbers = [number.removeprefix("AU") for number in unit.code.split("/")] if unit.code[:2] == "AU" else []
        codes = [f"AU{number}" for number in numbers] + ([unit.code] if numbers else [])
        _add(found, codes, Sense((unit.code,)))
        if numbers:
            _add(found, [unit.name], Sense((unit.code,), expression_of(frozenset((unit.code,)))))
    parts: dict[tuple[str, ...], dict[tuple[str, ...], Sense]] = {}
    for entry in _table("attributes")["item"]:
        name = _name(entry)
        if entry["kind"] == "presence":
            _add(found, entry["words"], Sense((name,)))
            continue
        says = {
            tokens: Sense((name,), value=value)
            for value, many in entry["values"].items()
            for one in (value, *many)
            for tokens in unfold(one)
        }
        for one in (_called(entry), *entry.get("part", ())):
            for tokens in unfold(one):
                _merge(parts.setdefault(tokens, {}), says)
        if entry.get("bare", False):
            found |= {tokens: sense for tokens, sense in says.items() if tokens not in found}
    for name, many in raw["part"].items():
        says = {
            tokens: Sense(units, expression_of(frozenset(units)), value=entry.get("value", ""))
            for entry in raw["frame"]
            if entry["part"] == name
            for units in [tuple(entry["units"])]
            for one in entry["words"]
            for tokens in unfold(one)
        }
        for one in many:
            for tokens in unfold(one):
                _merge(parts.setdefault(tokens, {}), says)
    return {tokens: Part(_table_of(says.items())) for tokens, says in parts.items()} | found


def _merge(says: dict[tuple[str, ...], Sense], more: Mapping[tuple[str, ...], Sense]) -> None:
    for tokens, sense in more.items():
        says.setdefault(tokens, sense)


def _add(found: dict[tuple[str, ...], Entry], many: Iterable[str], sense: Sense) -> None:
    for one in many:
        for tokens in unfold(one):
            found.setdefault(tokens, sense)


def _name(entry: Mapping[str, Any]) -> str:
    return f"{entry['aspect']}: {entry['item']}" if "item" in entry else entry["aspect"]


def _called(entry: Mapping[str, Any]) -> str:
    """How a sentence names an item that has values: `hair color`, `face shape`, `age`."""
    item = entry.get("item", "")
    if not item:
        return entry["aspect"]
    return item if entry["aspect"] in ("shape", "mouth") else f"{entry['aspect']} {item}"


def _phrases(table: Mapping[str, Sequence[str]]) -> Table[str]:
    return _table_of((tokens, kind) for kind, many in table.items() for one in many for tokens in unfold(one))


def _table_of(pairs: Iterable[tuple[tuple[str, ...], T]]) -> Table[T]:
    entries: dict[tuple[str, ...], T] = {}
    for tokens, value in pairs:
        entries.setdefault(tokens, value)
    return Table(entries, max(map(len, entries), default=0))


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resource(f"taxonomy/{name}.toml").read_text(encoding="utf-8"))
