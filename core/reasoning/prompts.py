"""What a model is asked: the published tasks and the questions of our search, as data with versions.

Comes in: `resources/prompts`. Goes out: questions, their forms of answer, conversations. Must not know: engines, trees.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from core.assets import resource
from core.errors import UsageError
from core.records.tree import Level
from core.vlm.backend import Turn

AnswerKind = Literal["letter", "letters", "names", "yes_no", "prose"]
"""`letter`: one option. `letters`: letters joined, as `BF`. `names`: names with commas, or `None`."""
Wording = Literal["verbatim", "completed", "ours"]
Picture = Literal["face", "pair", "frame"]
Spelling = Literal["newline", "dot"]
SPELLINGS: tuple[Spelling, ...] = get_args(Spelling)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a closed task."""

    answer: str
    """What the model writes: a letter, or a name."""
    text: str
    """As it stands in the question."""
    label: str
    """In our words: `happiness`; for an intensity `anger, weak`."""


@dataclass(frozen=True, slots=True)
class Task:
    """A published question."""

    id: str
    version: int
    level: Level
    title: str
    """What is asked, in a few words."""
    system: str
    question: str
    """Without the video's tag."""
    answer: AnswerKind
    options: tuple[Option, ...]
    """Empty for prose."""
    picture: Picture
    """Crops of one face, two people's side by side, or the whole picture."""
    second_turn: bool
    """Whether it asks about an answer given before."""
    wording: Wording
    """How much of the question is published."""
    source: str
    note: str
    """What was filled in, and from where; empty where nothing was."""

    @property
    def name(self) -> str:
        """Name and version, for the provenance."""
        return f"{self.id}@{self.version}"

    @property
    def closed(self) -> bool:
        """Whether exactly one of the options is the whole answer, so that a distribution over them can be scored."""
        return self.answer in ("letter", "yes_no")


@dataclass(frozen=True, slots=True)
class LevelPrompt:
    """What the search asks at one level."""

    name: str
    """Name and version, as `search/attributes@1`."""
    level: Level
    question: str
    closed: Task | None
    """The closed task that may be asked in its place, to score a list of answers; None where there is none."""


def tasks() -> tuple[Task, ...]:
    """Every task, in the order of the file: attributes, expressions, understanding."""
    return tuple(_tasks().values())


def task(name: str) -> Task:
    """One task by its id. Raises `UsageError` for an unknown one."""
    found = _tasks().get(name)
    if found is None:
        raise UsageError(f"There is no task {name!r}.", remedy=f"Name one of: {', '.join(_tasks())}.")
    return found


@cache
def level_prompt(level: Level) -> LevelPrompt:
    """The question of one level."""
    entry = _table("search")["level"][level]
    closed = entry.get("closed")
    name = f"search/{entry['name']}@{entry['version']}"
    return LevelPrompt(name, level, entry["question"], None if closed is None else task(closed))


def rationale_prompt() -> Task:
    """The published question for reasons, asked as the turn after an answer."""
    return task(_table("search")["rationale"]["task"])


def single_prompt() -> Task:
    """The published question that is asked where one answer has to say everything."""
    return task(_table("search")["single"]["task"])


def judge_question() -> str:
    """What a model is asked of its own answer where it is to judge candidates."""
    return _table("search")["judge"]["question"]


def default_system() -> str:
    """The system line of every task that has none of its own, and of the search."""
    return _table("tasks")["default_system"]


def opening(question: str, *, system: str | None = None, spelling: Spelling = "newline") -> tuple[Turn, ...]:
    """The conversation that begins with `question` under the pictures: the system's turn and the user's.

    Later questions are put as they are: the video's tag stands in the first alone.
    """
    tag = _table("search")["spelling"][spelling]
    text = f"{tag['before']}{question}{tag['after']}"
    return Turn("system", default_system() if system is None else system), Turn("user", text)


@cache
def _tasks() -> Mapping[str, Task]:
    table = _table("tasks")
    return {name: _task(name, entry, table) for name, entry in table["task"].items()}


def _task(name: str, entry: Mapping[str, Any], table: Mapping[str, Any]) -> Task:
    asked = table["task"][entry["same_as"]] if "same_as" in entry else entry
    options = _options(entry["answer"], asked)
    listed = f"[{','.join(repr(option.text) for option in options)}]"
    lettered = " ".join(f"({option.answer}) {option.text}" for option in options)
    return Task(
        id=name,
        version=entry["version"],
        level=entry["level"],
        title=entry["title"],
        system=entry.get("system", table["default_system"]),
        question=asked["question"].replace("{list}", listed).replace("{options}", lettered),
        answer=entry["answer"],
        options=options,
        picture=entry.get("picture", "face"),
        second_turn=entry.get("second_turn", False),
        wording=entry["wording"],
        source=entry["source"],
        note=entry.get("note", ""),
    )


def _options(answer: AnswerKind, asked: Mapping[str, Any]) -> tuple[Option, ...]:
    if answer == "names":
        return tuple(Option(name, name, name) for name in asked["names"])
    if answer == "yes_no":
        return Option("Yes", "Yes", "yes"), Option("No", "No", "no")
    return tuple(
        Option(option["letter"], option["text"], option.get("label", option["text"]))
        for option in asked.get("options", ())
    )


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resource(f"prompts/{name}.toml").read_text(encoding="utf-8"))
