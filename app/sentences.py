"""Sentences of `core` and `finetune` in the user's language. In: English, values filled in. Out: words.

Both rooms know nothing of languages. What they can say is collected from their source (`packaging/core_texts.py`) into
`resources/translations/core.txt`, a template a line; a sentence is translated by the template that it fits, the one
with the most fixed letters first, and its values likewise, as they are often sentences themselves. What fits none
stays English. In English nothing is looked up.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from string import Formatter

from PySide6.QtCore import QLocale

from app.translation import translate
from core.assets import resource

CONTEXT = "Core"
OTHER_CONTEXTS = ("Words", "Help")
"""Where names stand that `core` puts into its sentences."""
LONGEST_PHRASE = 10
"""Words."""
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?]) (?=[A-Z“`(])")
_NEXT_SENTENCE = r"(?![.!?] [“`(]?[A-Z])"
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_NAME = re.compile(r"[^\n]*\.\w{2,5}|([A-Za-z]:)?[\\/~].*|[\d\W]*")
"""A file, a path, a number: nothing to translate."""
_LEFT_AS_IT_IS = re.compile(r"(s|min|h|ms|kB|MB|GB|MiB|GiB|[A-Z]+\d+|[a-z]+-\d+)\b")
"""Units and codes, in a list of known words."""
_BETWEEN = ((", ", "、"), (": ", "："), (" (", "（"), (")", "）"))


@dataclass(frozen=True)
class Template:
    """One text of `core.txt`."""

    text: str
    """As `str.format` takes it."""

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The fixed texts, with a hole between each and the next."""
        parts = [""]
        for fixed, name, _, _ in Formatter().parse(self.text):
            parts[-1] += fixed
            if name is not None:
                parts.append("")
        return tuple(parts)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its fixed words."""
        return tuple(word for part in self.parts for word in _WORD.findall(part))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Those that no value can grow together with."""
        return tuple(re.findall(rf"(?<![\w'’\0-]){_WORD.pattern}(?![\w'’\0-])", "\0".join(self.parts)))

    @property
    def fixed(self) -> int:
        """Fixed letters: the more, the better it tells a sentence."""
        return sum(map(len, self.parts))

    @cached_property
    def form(self) -> re.Pattern[str]:
        """Fits what was made of it."""
        last = len(self.parts) - 1
        form = re.escape(self.parts[0])
        for place in range(1, last + 1):
            before, after = self.parts[place - 1], self.parts[place]
            if len(self.words) < 2:
                hole = r"(?:(?![.;:!?](?:\s|$)).){0,80}?"
            elif place == last and not after and before[-2:] not in (": ", ". "):
                hole = r"(?s:.*?)(?<!\.)"  # what is no sentence ends without a point
            elif (place == last and not after) or re.match(r" [A-Z]|\)", after) or before.endswith("("):
                hole = r"(?s:.*?)"  # where other sentences are put in
            elif before.endswith(": "):
                hole = f"(?:{_NEXT_SENTENCE}.)*?"  # a list
            else:
                hole = f"(?:{_NEXT_SENTENCE}{'(?![;:] )' if not before else '(?!; )'}.)*?"
            form += f"({hole}){re.escape(after)}" + (r"(?!\d)" if after == "." else "")
        return re.compile(form)


def templates() -> tuple[Template, ...]:
    """Every template."""
    told = resource("translations/core.txt").read_text(encoding="utf-8")
    return tuple(Template(line) for line in told.split("\n") if line)


def in_words(text: str) -> str:
    """What `core` or `finetune` said, in the user's language; as it is in English and where it is not known."""
    if QLocale().language() in (QLocale.Language.English, QLocale.Language.C) or not _WORD.search(text):
        return text
    return _told(text, QLocale().name())


@lru_cache(maxsize=4096)
def _told(text: str, _language: str) -> str:
    return "\n".join(_text(line) for line in text.split("\n"))


def fitting(text: str) -> tuple[Template, tuple[str, ...]] | None:
    """The template that a text was made of, and the values in it."""
    found = _candidates()
    here = {one for word in {"", *_WORD.findall(text)} for one in found.get(word, ())}
    for one in sorted(here, key=lambda one: (-one.fixed, len(one.parts))):
        if (fits := one.form.fullmatch(text)) and all(map(_balanced, fits.groups())):
            return one, fits.groups()
    return None


def _balanced(value: str) -> bool:
    """Whether each bracket in it is closed in it: else it holds more than one value."""
    depth = 0
    for sign in value:
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return False
    return depth == 0


@cache
def _candidates() -> dict[str, tuple[Template, ...]]:
    """Templates by their rarest word; those without one under an empty one."""
    every = templates()
    count = Counter(word for one in every for word in set(one.keys))
    by_word: defaultdict[str, list[Template]] = defaultdict(list)
    for one in every:
        by_word[min(one.keys, key=lambda word: (count[word], word), default="")].append(one)
    return {word: tuple(found) for word, found in by_word.items()}


def _text(text: str) -> str:
    for way in (_exact, _listed, _fitted, _with_commas, _one_by_one, _behind_a_name, _phrases):
        if (told := way(text)) is not None:
            return told
    return text


def _whole(text: str) -> str | None:
    """As one sentence."""
    return told if (told := _exact(text)) is not None else _fitted(text)


def _fitted(text: str) -> str | None:
    """By one template."""
    fits = fitting(text)
    if fits is None:
        return None
    template, values = fits
    if len(template.words) < 2 and any(map(_WORD.search, values)) and (told := _phrases(text)) is not None:
        return told  # "face covered 80 %" is no face by name
    return _filled(translate(CONTEXT, template.text), [_value(one) for one in values])


def _filled(form: str, values: list[str]) -> str:
    """With a space between Chinese letters and others, where a value begins or ends."""
    told = ""
    for fixed, name, _, _ in Formatter().parse(form):
        told += " " + fixed if _apart(told, fixed) else fixed
        if name is not None:
            value = values[int(name)]
            told += " " + value if _apart(told, value) else value
    return told


def _apart(before: str, after: str) -> bool:
    ends = before[-1:], after[:1]
    return any(map(_CHINESE.match, ends)) and any(one.isascii() and one.isalnum() for one in ends)


def _exact(text: str) -> str | None:
    """A text without values; as the beginning of a line too."""
    for one in (text, text[:1].lower() + text[1:]):
        template = one.replace("{", "{{").replace("}", "}}")
        if (told := translate(CONTEXT, template)) != template:
            return told.format()
        for context in OTHER_CONTEXTS:
            if (told := translate(context, one)) != one:
                return told
    return None


def _value(text: str) -> str:
    """What stood in a hole."""
    inner = text.strip()
    if not inner or _NAME.fullmatch(inner):
        return text
    told = _text(inner)
    if told == inner and not inner.endswith("."):  # a sentence whose end was cut off
        told = _text(inner + ".").removesuffix("。").removesuffix(".")
    return text if told == inner else told


def _listed(text: str) -> str | None:
    """Several in a list."""
    return _apart_by(text, "; ", "；")


def _with_commas(text: str) -> str | None:
    """Likewise."""
    return _apart_by(text, ", ", "、")


def _apart_by(text: str, mark: str, chinese: str) -> str | None:
    parts = text.split(mark)
    if len(parts) == 1:
        return None
    told = [one for part in parts if (one := _whole(part)) is not None]
    return chinese.join(told) if len(told) == len(parts) else None


def _one_by_one(text: str) -> str | None:
    """Several sentences, each by its own template; the most at once."""
    ends = [found.start() for found in _SENTENCE_ENDS.finditer(text)]
    for end in reversed(ends):
        if (told := _whole(text[:end])) is not None:
            return _joined(told, _text(text[end + 1 :]))
    if not ends:
        return None
    return _joined(text[: ends[0]], _text(text[ends[0] + 1 :]))


def _joined(first: str, second: str) -> str:
    return first + second if first.endswith(("。", "！", "？", "：")) else f"{first} {second}"


def _behind_a_name(text: str) -> str | None:
    """A sentence behind the name of what it is about."""
    head, mark, rest = text.partition(": ")
    if not mark:
        return None
    told = _text(rest)
    return None if told == rest else f"{_value(head)}：{told}"


def _phrases(text: str) -> str | None:
    """Known words in a row, with numbers and units between them; None where another word is among them."""
    found = [] if _CHINESE.search(text) else list(_WORD.finditer(text))
    told, at, place = "", 0, 0
    while place < len(found):
        gap = text[at : found[place].start()]
        for end, words in _longer(text, found, place):
            if (known := _exact(words)) is not None:
                told += (" " if gap == " " and _apart(told, known) else _gap(gap)) + known
                at, place = found[end].end(), end + 1
                break
        else:
            if not _LEFT_AS_IT_IS.match(text, found[place].start()):
                return None
            told += _gap(gap) + found[place].group()
            at, place = found[place].end(), place + 1
    return told + _gap(text[at:]) if told else None


def _longer(text: str, found: list[re.Match[str]], place: int) -> Iterator[tuple[int, str]]:
    """Words from one on, the longest row first: the last one's place, and the row."""
    for end in range(min(len(found), place + LONGEST_PHRASE) - 1, place - 1, -1):
        yield end, text[found[place].start() : found[end].end()]


def _gap(text: str) -> str:
    if text == " ":
        return ""
    for english, chinese in _BETWEEN:
        text = text.replace(english, chinese)
    return re.sub(r"\.$", "。", text)
