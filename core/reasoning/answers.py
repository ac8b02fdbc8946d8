"""A model's reply to a closed task as labels. In: text and the task. Out: labels, or why it is no answer.

Forms that are plainly an answer are read whatever their spelling; anything else is no answer. A sentence that happens
to hold an option's word is never taken for that option.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.reasoning.prompts import Option, Task

_LETTER = re.compile(r"\(\s*([a-z])\s*\)|\b([a-z])(?:\s*[.):]|(?![\w'-]))", re.IGNORECASE)
_LEAD = re.compile(r"(?:the\s+)?(?:correct\s+|best\s+)?(?:answer|option)s?\s*(?:is|are|:)+\s*", re.IGNORECASE)
_JOINED = re.compile(r"[A-Z]{2,26}")
_UNIT = re.compile(r"au[\s_-]*0*(\d{1,2})(?!\d)", re.IGNORECASE)
_NONE = frozenset(("none", "none observed", "none of them", "none of the above"))
_EDGES = " \t\r\n.!\"'`*[]"


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply that is an answer."""

    options: tuple[Option, ...]
    """Those that were chosen, in the order of the task; empty for "None"."""
    unknown: tuple[str, ...] = ()
    """Names that the list does not have: wrong ones, where the answer is scored."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The chosen options in our words."""
        return tuple(option.label for option in self.options)


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """A reply that is none."""

    text: str
    reason: str
    """Why, as a sentence."""


def read_answer(text: str, task: Task) -> Answer | NoAnswer:
    """What a reply chooses. Raises `ValueError` for a task that is answered in prose.

    Read are `B`, `(B)`, `B.`, `b)`, an option's text, both together where they agree, `BF`, `A,B,F`, `A and B`,
    `AU6, AU12`, `au06 au12`, names in any case with spaces or underscores, `None`, and "The answer is" before these.
    """
    if task.answer == "prose":
        raise ValueError(f"{task.name} is answered in prose")
    told = _LEAD.sub("", text.strip(), count=1).strip(_EDGES) if _LEAD.match(text.strip()) else text.strip(_EDGES)
    if not told:
        return NoAnswer(text, "The reply is empty.")
    if task.answer == "yes_no":
        return _yes_no(text, told, task)
    if task.answer == "names":
        return _names(text, told, task)
    if _plain(told) in _NONE and task.answer == "letters":
        return Answer(())
    chosen = _lettered(told, task)
    if not chosen:
        return NoAnswer(text, "The reply is not among the options.")
    if task.answer == "letter" and len(chosen) > 1:
        return NoAnswer(text, f"The reply names {len(chosen)} options where one was asked for.")
    return Answer(tuple(option for option in task.options if option in chosen))


def _yes_no(text: str, told: str, task: Task) -> Answer | NoAnswer:
    found = re.fullmatch(r"(yes|no)(?:[.,;:!].*)?", told, re.IGNORECASE | re.DOTALL)
    if found is None:
        return NoAnswer(text, "The reply is neither yes nor no.")
    return Answer(tuple(option for option in task.options if option.label == found[1].lower()))


def _lettered(told: str, task: Task) -> frozenset[Option]:
    """The options of a reply that consists of letters and options' texts alone; none where anything is left over."""
    by_letter = {option.answer: option for option in task.options}
    by_text = {_plain(option.text): option for option in task.options}
    if _plain(told) in by_text:
        return frozenset((by_text[_plain(told)],))
    if _JOINED.fullmatch(told) and len(set(told)) == len(told):
        return frozenset(by_letter[letter] for letter in told) if set(told) <= by_letter.keys() else frozenset()
    found: set[Option] = set()
    for piece in re.split(r"\s*(?:,|;|\n|/|\band\b)\s*|(?<=\))\s*(?=\()", told):
        chosen = _one(piece.strip(_EDGES), by_letter, by_text)
        if chosen is None:
            return frozenset()
        found |= chosen
    return frozenset(found)


def _one(piece: str, by_letter: Mapping[str, Option], by_text: Mapping[str, Option]) -> set[Option] | None:
    """The option of one piece: a letter, a text, or both where they agree. None where it is neither."""
    if not piece:
        return set()
    if _plain(piece) in by_text:
        return {by_text[_plain(piece)]}
    match = _LETTER.match(piece)
    option = by_letter.get((match[1] or match[2]).upper()) if match else None
    if match is None or option is None:
        letters = piece.split()
        alone = all(len(letter) == 1 and letter.upper() in by_letter for letter in letters)
        return {by_letter[letter.upper()] for letter in letters} if alone else None
    rest = piece[match.end() :].strip(_EDGES + "-:")
    if not rest or _plain(rest) == _plain(option.text):
        return {option}
    others = rest.split()
    if all(len(one) == 1 and one.upper() in by_letter for one in others):
        return {option, *(by_letter[one.upper()] for one in others)}
    return None


def _names(text: str, told: str, task: Task) -> Answer | NoAnswer:
    if _plain(told) in _NONE:
        return Answer(())
    by_name = {_plain(option.answer): option for option in task.options}
    units = all(option.answer.startswith("AU") for option in task.options)
    pieces = _unit_names(told) if units else [_plain(piece) for piece in re.split(r"[,;\n]|\band\b", told)]
    pieces = [piece for piece in pieces if piece]
    chosen = {by_name[piece] for piece in pieces if piece in by_name}
    unknown = tuple(dict.fromkeys(piece for piece in pieces if piece not in by_name))
    if not chosen:
        return NoAnswer(text, "The reply names nothing of the list.")
    return Answer(tuple(option for option in task.options if option in chosen), unknown)


def _unit_names(told: str) -> Sequence[str]:
    """The codes of action units; what explains a code, as "AU12 (lip corner puller)", adds nothing."""
    return [f"au{code}" for code in _UNIT.findall(told)]


def _plain(words: str) -> str:
    """Small letters, single spaces, no marks: how texts and names are compared."""
    return " ".join(re.sub(r"[^0-9a-z]+", " ", words.lower()).split())
