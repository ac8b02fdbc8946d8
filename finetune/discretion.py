"""Keeps names out of what a run says in the open. In: sentences, a data set. Out: sentences without its names.

A run's log and an adapter's remarks can be read without a key. Where the study is encrypted, whatever in them is a
person, a session, a recording or where an example comes from is left out. Must not know: who writes the sentences.
"""

import dataclasses
import re
from collections.abc import Generator, Iterable
from typing import TypeVar, cast

from core.errors import ExpectedError
from finetune.events import Ended, Event
from finetune.examples import Example

LEFT_OUT = "[…]"
_TEXTS = ("text", "what", "remarks")
"""Fields of events that hold sentences; all others are numbers and words of ours."""
E = TypeVar("E", bound=Event)


class Discretion:
    """What must not be said."""

    def __init__(self, examples: Iterable[Example], *, further: Iterable[str] = ()) -> None:
        names = set(further)
        for one in examples:
            names |= {one.person, one.session, one.source, *one.person.split("/")}
            if one.clip is not None:
                video = one.clip.video
                names |= {str(video), video.as_posix(), str(video.parent), video.name, video.stem}
        longest_first = sorted((name for name in names if name.strip(" ./")), key=len, reverse=True)
        # Whole words alone: a person called A must not empty every sentence.
        self._names = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest_first))
        self._any = bool(longest_first)

    def text(self, sentence: str) -> str:
        """A sentence without names."""
        return self._names.sub(LEFT_OUT, sentence) if self._any else sentence

    def event(self, event: E) -> E:
        """An event without names."""
        changed: dict[str, object] = {}
        for name in _TEXTS:
            value = getattr(event, name, None)
            if isinstance(value, str):
                changed[name] = self.text(value)
            elif isinstance(value, tuple):
                changed[name] = tuple(self.text(one) for one in cast("tuple[str, ...]", value))
        return dataclasses.replace(event, **changed) if changed else event

    def events(self, events: Generator[Event, None, Ended]) -> Generator[Event, None, Ended]:
        """All of them, and the sentence of an expected failure."""
        try:
            while True:
                try:
                    event = next(events)
                except StopIteration as end:
                    return self.event(cast(Ended, end.value))
                yield self.event(event)
        except ExpectedError as failure:
            return Ended("failed", self.text(f"{failure.problem} {failure.remedy}"))
        finally:
            events.close()
