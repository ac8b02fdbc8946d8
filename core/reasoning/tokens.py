"""Words and sentences of a model's text. Comes in: any text. Goes out: sentences of tokens. Knows no vocabulary.

"a", "the", "her" and the like are no tokens of their own: the token behind them keeps them as its `lead`, so that a
phrase is found whatever stands between its words. Linear in the length of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LEADS = frozenset(
    [
        "a",
        "an",
        "the",
        "his",
        "her",
        "their",
        "its",
        "person's",
        "man's",
        "woman's",
        "individual's",
        "subject's",
        "boy's",
        "girl's",
        "speaker's",
    ]
)
ENDS = frozenset(".!?\n")
_TOKEN = re.compile(
    r"(?:au|action units?)[ -]?\d{1,2}(?:/\d{1,2})*(?![\d:.]\d)|\d{1,3}(?::\d{2}){0,2}(?:\.\d{1,9})?"
    r"|[^\W\d_]+(?:[-'][^\W\d_]+)*|[.,;:!?()\n\"-]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, or a mark, in small letters."""

    text: str
    lead: tuple[str, ...]
    """Articles and possessives before it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it was written, and its tokens without the mark at its end."""

    text: str
    tokens: tuple[Token, ...]


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, in order; those without any word are left out."""
    plain = text.translate(_MARKS).lower()
    if len(plain) != len(text):  # a letter whose small form is longer: places would no longer be those of the text
        text = plain
    found: list[Token] = []
    lead: list[str] = []
    start = 0
    for match in _TOKEN.finditer(plain):
        word = match.group()
        if word in ENDS:
            if found:
                yield Sentence(text[start : match.end()].strip(), tuple(found))
            found, lead, start = [], [], match.end()
        elif word in LEADS:
            lead.append(word)
        else:
            found.append(Token(_normal(word), tuple(lead)))
            lead = []
    if found:
        yield Sentence(text[start:].strip(), tuple(found))


def words(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase of the vocabulary, spelled as those of a text."""
    return tuple(token.text for sentence in sentences(phrase) for token in sentence.tokens)


def _normal(word: str) -> str:
    """`action unit 12`, `au-12` and `au 12` are one word."""
    if word[-1].isdigit() and word[0] == "a":
        return "au" + re.sub(r"^[^\d]+", "", word)
    return word


_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": ",", "\r": "\n", "_": " "})
