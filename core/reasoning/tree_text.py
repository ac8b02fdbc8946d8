"""Text to affective tree and back.

Comes in: what a model wrote of one person in one segment. Goes out: clues and rationale edges, and the sentences that
no rule could read. Deterministic: the same text gives the same tree. Knows nothing of measurements: the support of
every clue is "not measurable" until it is checked.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count

from core.evidence.action_units import action_units
from core.evidence.expressions import expressions
from core.reasoning.clauses import Other, Place
from core.reasoning.lexicon import items, lexicon
from core.reasoning.mentions import mentions_of
from core.reasoning.statements import LEVELS, Said, Statement, statements
from core.reasoning.times import relative
from core.reasoning.tokens import Token, sentences
from core.records.moment import Span
from core.records.tree import AffectiveTree, Clue, Level, RationaleEdge

STATED = "stated: "
"""How `why` of an edge begins that the words give; the word of cause follows."""
ASSUMED = "not stated; assumed as "
"""How `why` of an edge begins that the words do not give."""
ABOUT_ANOTHER = "of another person: "
"""How an unread sentence begins that is about somebody else."""
_LETTERS: Mapping[Level, str] = {"attribute": "a", "expression": "x", "emotion": "e"}
_HEADINGS: Mapping[Level, str] = {"attribute": "Attributes", "expression": "Expressions", "emotion": "Emotions"}
_DEGREES = {"present": "", "slight": "slightly ", "marked": "markedly ", "absent": "not "}


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was read out of a text."""

    tree: AffectiveTree
    unread: tuple[str, ...]
    """Sentences in which nothing was found, as they were written; those about others are marked."""


def parse(text: str, *, span: Span, prefix: str, level: Level | None = None, place: Place = "center") -> Parsed:
    """The tree that a text describes.

    `span` is the stretch of time the model was shown: what is said of time is a part of it. `level` is what was asked
    for: it decides where words fit two levels. `place` is where the person who was asked about is in the pictures.
    """
    read: list[Said] = []
    unread: list[str] = []
    before: Other | None = None
    heading = level
    for sentence in sentences(text):
        tokens, mentions, last = mentions_of(sentence, within=span, place=place, before=before)
        named = _heading(tokens)
        heading = named or heading
        own = tuple(mention for mention in mentions if not mention.other)
        before = last if mentions or last is None else before
        if own:
            read.append(Said(sentence.text, tokens, own, heading))
        if len(own) < len(mentions):
            unread.append(f"{ABOUT_ANOTHER}{sentence.text}")
        elif not own and not (named and len(tokens) <= 2):
            unread.append(sentence.text)
    return Parsed(_grown(read, span=span, prefix=prefix), tuple(unread))


def print_tree(tree: AffectiveTree, *, within: Span | None = None, levels: Sequence[Level] = LEVELS) -> str:
    """The tree in canonical sentences, from which `parse` with the same span gives it back, up to scores and wording.

    `within` is the stretch of time the model was shown; left out, it is the one that the clues cover. `levels` are
    printed, with their reasons from below; one alone has no heading, as it answers a question that names it.
    """
    if not tree.clues:
        return ""
    if within is None:
        within = Span(min(clue.span.start for clue in tree.clues), max(clue.span.end for clue in tree.clues))
    by_id = {clue.id: clue for clue in tree.clues}
    below: dict[str, list[Clue]] = {}
    for edge in tree.edges:
        if not edge.why.startswith(ASSUMED):
            below.setdefault(edge.target, []).append(by_id[edge.source])
    lines: list[str] = []
    for level in levels:
        clues = tree.at(level)
        if clues and len(levels) > 1:
            lines.append(f"{_HEADINGS[level]}:")
        for clue in clues:
            reasons = " and ".join(_reason(one, within) for one in below.get(clue.id, ()))
            lines.append(f"{_sentence(clue, within)}{f', as shown by {reasons}' if reasons else ''}.")
    return "\n".join(lines)


def assumed_edges(clues: Sequence[Clue], stated: Iterable[RationaleEdge]) -> tuple[RationaleEdge, ...]:
    """Edges to the next level for clues of which the words do not say what they are a reason for.

    The taxonomy decides: the expressions a movement is part of, the emotions an expression belongs to. A movement that
    is part of none goes to the one statement above at that time, where there is one only. Appearance, and what is
    absent, is given no edge. Where no expression is told at all, a movement goes to the emotion its expression
    belongs to.
    """
    given = {edge.source for edge in stated}
    shown = [clue for clue in clues if clue.value != "absent" and not clue.value.startswith("not ")]
    by_name: dict[tuple[Level, str], list[Clue]] = {}
    for clue in shown:
        by_name.setdefault((clue.level, clue.name), []).append(clue)
    told = {level: [clue for clue in shown if clue.level == level] for level in LEVELS}
    found: list[RationaleEdge] = []
    for clue in shown:
        if clue.id in given or clue.level == "emotion" or clue.name in _phrases():
            continue
        above: Level = "expression" if clue.level == "attribute" else "emotion"
        names = _belongs_to(clue.level).get(clue.name, ())
        why = f"{clue.name} is {'part' if clue.level == 'attribute' else 'a display'} of"
        if clue.level == "attribute" and not told["expression"]:
            above, why = "emotion", f"{clue.name} is part of a display of"
            names = tuple(
                dict.fromkeys(emotion for name in names for emotion in _belongs_to("expression").get(name, ()))
            )
        higher = [one for name in names for one in by_name.get((above, name), ())]
        reasons = [(one, f"{why} {one.name}") for one in higher if _overlap(one.span, clue.span)]
        if not names and len(told[above]) == 1 and _overlap(told[above][0].span, clue.span):
            reasons = [(told[above][0], f"the only {above} that is told")]
        found += [RationaleEdge(clue.id, one.id, f"{ASSUMED}{words}") for one, words in reasons]
    return tuple(found)


def join_trees(trees: Iterable[AffectiveTree], *, prefix: str) -> AffectiveTree:
    """One tree from several of one segment, as from the levels of a search: equal clues are one, edges assumed anew."""
    clues: dict[Statement, Clue] = {}
    stated: dict[tuple[Statement, Statement], str] = {}
    for tree in trees:
        by_id = {clue.id: Statement(clue.level, clue.name, clue.value, clue.span) for clue in tree.clues}
        for clue in tree.clues:
            kept = clues.setdefault(by_id[clue.id], clue)
            if clue.score > kept.score:
                clues[by_id[clue.id]] = clue
        for edge in tree.edges:
            if not edge.why.startswith(ASSUMED):
                stated.setdefault((by_id[edge.source], by_id[edge.target]), edge.why)
    return _numbered(clues, stated, prefix=prefix)


def _grown(read: Sequence[Said], *, span: Span, prefix: str) -> AffectiveTree:
    found = statements(read)
    clues = {
        one.statement: Clue(
            id="",
            level=one.statement.level,
            name=one.statement.name,
            value=one.statement.value,
            text=one.text,
            span=one.statement.time or span,
            score=one.score,
            support="not_measurable",
            evidence=(),
        )
        for one in found.sayings
    }
    stated = {(reason.source, reason.target): f"{STATED}{reason.words}" for reason in found.reasons}
    return _numbered(clues, stated, prefix=prefix)


def _numbered(
    clues: Mapping[Statement, Clue], stated: Mapping[tuple[Statement, Statement], str], *, prefix: str
) -> AffectiveTree:
    numbers = {level: count(1) for level in LEVELS}
    ordered: dict[Statement, Clue] = {}
    for level in LEVELS:
        for statement, clue in clues.items():
            if clue.level == level:
                ordered[statement] = Clue(
                    f"{prefix}-{_LETTERS[level]}{next(numbers[level])}",
                    level,
                    clue.name,
                    clue.value,
                    clue.text,
                    clue.span,
                    clue.score,
                    clue.support,
                    clue.evidence,
                )
    edges = [
        RationaleEdge(ordered[source].id, ordered[target].id, why)
        for (source, target), why in stated.items()
        if source != target
    ]
    kept = tuple(ordered.values())
    return AffectiveTree(kept, (*edges, *assumed_edges(kept, edges)))


def _heading(tokens: Sequence[Token]) -> Level | None:
    """The level a sentence opens: "Expressions: …"."""
    words = [token.text for token in tokens[:4] if not token.text[0].isdigit() and token.text != "-"]
    return lexicon().headings.get(words[0]) if len(words) > 1 and words[1] == ":" else None


def _sentence(clue: Clue, within: Span) -> str:
    time = _time(clue.span, within)
    called = _called(clue)
    if clue.value in _DEGREES:
        return f"{_subject(called)} is {_DEGREES[clue.value]}displayed{time}"
    negation, value = ("not ", clue.value[4:]) if clue.value.startswith("not ") else ("", clue.value)
    if clue.name in _with_values():
        return f"{_subject(called)} is {negation}{value}{time}"
    displayed = "" if value in ("up", "down") else "displayed "
    return f"{_subject(called)} is {negation}{displayed}{_towards(value)}{time}"


def _reason(clue: Clue, within: Span) -> str:
    time = _time(clue.span, within)
    called = _called(clue)
    if clue.value in _DEGREES:
        ahead = {"present": "", "absent": "absence of the "}.get(clue.value, f"{clue.value} ")
        return f"the {ahead}{called}{time}"
    negation, value = ("not ", clue.value[4:]) if clue.value.startswith("not ") else ("", clue.value)
    if clue.name in _with_values():
        return f"the {called} {negation}{value}{time}"
    return f"the {'absence of the ' if negation else ''}{called} {_towards(value)}{time}"


def _called(clue: Clue) -> str:
    if clue.level != "attribute":
        return f'{clue.level} "{clue.name}"'
    plain = _plain().get(clue.name)
    if plain is not None:
        return f"{clue.name} ({plain})"
    phrase = _phrases().get(clue.name)
    if phrase is None:
        return f'movement "{clue.name}"'
    return phrase if clue.name in _with_values() else f'attribute "{phrase}"'


def _subject(called: str) -> str:
    return called if called.startswith("AU") else f"The {called}"


def _towards(value: str) -> str:
    """A side or direction as words: `down` → `downwards`, `left` → `to the left`."""
    if value in ("up", "down"):
        return f"{value}wards"
    return value if value.startswith("to ") else f"to the {value}"


def _time(span: Span, within: Span) -> str:
    if span == within:
        return ""
    start, end = relative(span, within)
    return f" from {start} s to {end} s"


@cache
def _plain() -> Mapping[str, str]:
    return {unit.code: unit.plain for unit in action_units() if unit.code.startswith("AU")}


@cache
def _phrases() -> Mapping[str, str]:
    return {item.name: item.phrase for item in items()}


@cache
def _with_values() -> frozenset[str]:
    return frozenset(item.name for item in items() if item.values)


@cache
def _belongs_to(level: Level) -> Mapping[str, tuple[str, ...]]:
    """Expressions by the movements that make them up, or emotions by the expressions that belong to their display."""
    if level == "expression":
        return {one.name: one.emotions for one in expressions() if one.emotions}
    found: dict[str, list[str]] = {}
    for one in expressions():
        for name in (*one.all_of, *one.any_of):
            found.setdefault(name, []).append(one.name)
    return {name: tuple(many) for name, many in found.items()}


def _overlap(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end
