"""One entry of a file as a conversation: its forms, and what is refused.

Comes in: an object or a line that a file holds. Goes out: an `Entry`, whose recording nobody has looked at. The forms
are told in `finetune.from_files`. Raises `UsageError`, which names the place, for everything else.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, cast

from core.errors import UsageError
from core.reasoning.prompts import Task, opening, task
from core.vlm.backend import Turn
from finetune.examples import LEVELS
from finetune.questions import Known, answer_of, labels_of, published, recognised

TAG = "<video>"
LABEL_TASK = "emotion-7"
"""Of a label without a task."""
_CONVERSATION = ("messages", "videos", "source", "person", "session", "start", "end", "task", "stage")
_PLAIN = ("video", "start_s", "end_s", "person", "session", "task", "stage", "question", "answer", "labels")
_UNUSED = ("images", "audios", "objects", "tools")
"""Keys that such files have and that may stand there empty."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One conversation as a file tells it."""

    where: str
    """The file's name and the place in it."""
    known: Known
    turns: tuple[Turn, ...]
    video: Path | None
    start_s: float
    end_s: float | None
    """None: the recording's end."""
    person: str
    session: str


@dataclass(frozen=True, slots=True)
class Told:
    """One object of a file, and how a sentence calls its place."""

    where: str
    held: Mapping[str, Any]

    def refuse(self, problem: str, remedy: str) -> NoReturn:
        """Raises the `UsageError` about this place."""
        raise UsageError(f"{self.where}: {problem}", remedy=remedy)

    def text(self, key: str) -> str:
        """A word or number as text; empty where it is not given."""
        value = self.held.get(key)
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, str | int):
            self.refuse(f"“{key}” is no text.", f'Write it as "{key}": "…".')
        return self.clean(str(value), key)

    def clean(self, text: str, key: str) -> str:
        """Text that can be written as UTF-8 and as the name of a file."""
        try:
            text.encode()
        except UnicodeEncodeError:
            self.refuse(f"“{key}” holds half a letter.", "Write the file as UTF-8.")
        if "\0" in text:
            self.refuse(f"“{key}” holds a zero byte.", "Remove it.")
        return text.strip()

    def seconds(self, key: str) -> float | None:
        """A time in s; None where it is not given."""
        value = self.held.get(key)
        if value in (None, ""):
            return None
        try:
            number = float(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else math.nan
        except (ValueError, OverflowError):
            number = math.nan
        if not math.isfinite(number) or number < 0:
            self.refuse(f"“{key}” is no time.", "Write seconds after the recording's first frame, as 12.5.")
        return number

    def span(self, start: str, end: str) -> tuple[float, float | None]:
        """From when to when, in s."""
        start_s, end_s = self.seconds(start) or 0.0, self.seconds(end)
        if end_s is not None and end_s <= start_s:
            self.refuse(f"“{end}” is not after “{start}”.", "Let the clip end after it starts.")
        return start_s, end_s

    def task(self) -> Task | None:
        """The published task that is named; None where none is."""
        name = self.text("task")
        if not name:
            return None
        try:
            return task(name)
        except UsageError as error:
            raise UsageError(f"{self.where}: {error.problem}", remedy=error.remedy) from error

    def staged(self, known: Known) -> Known:
        """`known`, in the stage that the entry names."""
        name = self.text("stage")
        if name and name not in LEVELS:
            self.refuse(f"there is no stage {name!r}.", f"Stages are: {', '.join(LEVELS)}.")
        return Known(known.task, name, known.labels) if name else known

    def only(self, known: tuple[str, ...]) -> None:
        """Refuses other keys than these."""
        odd = [key for key in self.held if key not in known and not (key in _UNUSED and not self.held[key])]
        if odd:
            self.refuse(f"there is no key {odd[0]!r}.", f"Keys are: {', '.join(known)}.")


def entry_of(held: object, where: str, folder: Path) -> Entry:
    """An object of a JSON file; relative paths start from `folder`."""
    if not isinstance(held, dict):
        raise UsageError(f"{where} is no object.", remedy='Write {"messages": …} or {"video": …}.')
    one = Told(where, cast("dict[str, Any]", held))
    return _conversation(one, folder) if "messages" in held else _plain_object(one, folder)


def row_of(held: Mapping[str, str], where: str, folder: Path) -> Entry:
    """A line of a table by the names of its columns; empty cells are left out."""
    one = Told(where, held)
    path, label = one.text("path"), one.text("label")
    if not path or not label:
        one.refuse(f"“{'label' if path else 'path'}” is empty.", "Every line names a clip and its label.")
    labels = tuple(part.strip() for part in label.split(";") if part.strip())
    known, turns = _asked(one, one.task() or task(LABEL_TASK), answer="", labels=labels)
    return _placed(one, known, turns, video=folder / path, keys=("start_s", "end_s"))


def _placed(one: Told, known: Known, turns: tuple[Turn, ...], *, video: Path | None, keys: tuple[str, str]) -> Entry:
    start_s, end_s = one.span(*keys)
    return Entry(one.where, known, turns, video, start_s, end_s, one.text("person"), one.text("session"))


def _conversation(one: Told, folder: Path) -> Entry:
    one.only(_CONVERSATION)
    video = _only_video(one, folder)
    turns = _turns(one, shown=video is not None)
    given, answer = one.task(), turns[-1].text
    known = recognised(turns[-2].text, answer, source=one.text("source"))
    if given is not None:
        known = Known(given.id, given.level, labels_of(given, answer) or ())
    return _placed(one, one.staged(known), turns, video=video, keys=("start", "end"))


def _only_video(one: Told, folder: Path) -> Path | None:
    held: object = one.held.get("videos") or []
    videos = cast("list[object]", held) if isinstance(held, list) else [held]
    if any(not isinstance(path, str) for path in videos):
        one.refuse("“videos” is no list of paths.", 'Write "videos": ["clip.mp4"].')
    if len(videos) > 1:
        one.refuse(f"{len(videos)} videos stand in one conversation.", "One conversation is about one video.")
    path = one.clean(str(videos[0]), "videos") if videos else ""
    return folder / path if path else None


def _turns(one: Told, *, shown: bool) -> tuple[Turn, ...]:
    messages = one.held["messages"]
    if not isinstance(messages, list) or not all(isinstance(message, dict) for message in cast("list[Any]", messages)):
        one.refuse("“messages” is no list of messages.", 'Write "messages": [{"role": "user", "content": "…"}, …].')
    turns: list[Turn] = []
    for message in cast("list[dict[str, Any]]", messages):
        role, content = message.get("role"), message.get("content")
        if role not in ("system", "user", "assistant") or not isinstance(content, str):
            one.refuse("a message has no role or no words.", "Roles are system, user and assistant; content is text.")
        one.clean(content, "content")
        turns.append(Turn(role, content))
    roles = [turn.role for turn in turns]
    said = roles[1:] if roles[:1] == ["system"] else roles
    if not said or len(said) % 2 or said != ["user", "assistant"] * (len(said) // 2):
        one.refuse("user and assistant do not take turns.", "Let a user begin and an assistant end the conversation.")
    if any(turn.role != "system" and not turn.text.strip().removeprefix(TAG).strip(" .") for turn in turns):
        one.refuse("a turn is empty.", "Give every question and answer its words.")
    first = roles.index("user")
    turns[first] = Turn("user", _without_tag(one, turns[first].text, shown=shown))
    if any(TAG in turn.text for turn in turns):
        one.refuse(f"{TAG} stands elsewhere than at the beginning.", "Let it begin the first words of the user.")
    system = () if roles[0] == "system" else opening("")[:1]
    return (*system, *turns)


def _without_tag(one: Told, text: str, *, shown: bool) -> str:
    """The first words of the user as they stand behind the pictures."""
    words = text.lstrip()
    if words.startswith(TAG):
        if not shown:
            one.refuse(f"{TAG} stands in a conversation without a video.", 'Name it in "videos", or remove the tag.')
        return words.removeprefix(TAG)
    return opening(text.strip())[-1].text if shown else text


def _plain_object(one: Told, folder: Path) -> Entry:
    one.only(_PLAIN)
    path, question, answer, given = one.text("video"), one.text("question"), one.text("answer"), one.task()
    labels = _labels(one)
    if question and given is not None:
        one.refuse("“task” and “question” are both given.", "A task brings its question: give one of the two.")
    if (not answer) == (labels is None):
        one.refuse("one of “answer” and “labels” is needed.", 'Write "answer": "…", or "labels": ["happiness"].')
    if question:
        known = recognised(question, answer or ", ".join(labels or ()))
        own = published(known.task)
        if labels is not None:
            if own is None:
                one.refuse("“labels” needs a published question.", 'Write "answer": "…".')
            known, turns = _asked(one, own, answer="", labels=labels)
        else:
            asked = opening(question, system=None if own is None else own.system)
            turns = (*asked, Turn("assistant", answer))
    else:
        if given is None and labels is None:
            one.refuse("the question is missing.", 'Write "task": "emotion-7", or "question": "…".')
        known, turns = _asked(one, given or task(LABEL_TASK), answer=answer, labels=labels)
    if not path:
        turns = tuple(Turn(turn.role, turn.text.strip()) for turn in turns)
    return _placed(one, one.staged(known), turns, video=folder / path if path else None, keys=("start_s", "end_s"))


def _asked(one: Told, asked: Task, *, answer: str, labels: tuple[str, ...] | None) -> tuple[Known, tuple[Turn, ...]]:
    """The conversation of a published task."""
    if asked.second_turn:
        one.refuse(f"the task {asked.id} asks about an answer given before.", 'Write the whole talk as "messages".')
    if labels is not None:
        if not asked.options:
            one.refuse(f"the task {asked.id} is answered in prose.", 'Write "answer": "…".')
        answer = answer_of(asked, labels)
    turns = (*opening(asked.question, system=asked.system), Turn("assistant", answer))
    return Known(asked.id, asked.level, labels_of(asked, answer) or ()), turns


def _labels(one: Told) -> tuple[str, ...] | None:
    held: object = one.held.get("labels")
    if held is None:
        return None
    labels = cast("list[object]", held) if isinstance(held, list) else [held]
    if any(not isinstance(label, str) or not label.strip() for label in labels):
        one.refuse("“labels” is no list of words.", 'Write "labels": ["happiness"].')
    return tuple(one.clean(str(label), "labels") for label in labels)
