"""An engine that says what it is told to and fails where it is told to: for what must happen around an engine.

It keeps the protocol's promises and counts, so that what a caller forgets to release or to close shows.
"""

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from core import by_model
from core.by_model import LanguageModel
from core.pipeline import Request, analyse
from core.progress import Progress, Stage, finish
from core.vlm.backend import About, Clip, Context, Encoded, Plan, Reply, Sampling, Token, Turn, Usage
from core.vlm.recorder import Recorder

WORDS = "The corners of the mouth are raised. The person shows happiness."
ABOUT = About(
    "scripted", "talker", "ab" * 32, "none", "cpu", "fp32", "", {"talker": "1"}, context_tokens=8192, scores=True
)


class Talker:
    """See `Backend`. `trouble` is called with the number of each clip, over all engines of one script, from 1 on."""

    def __init__(self, script: "Script") -> None:
        self._script = script
        self.held: set[int] = set()
        self.closed = False
        self._next = 0

    @property
    def about(self) -> About:
        return ABOUT

    def encode(self, clip: Clip) -> Encoded:
        self._script.clips.append(clip)
        self._script.trouble(len(self._script.clips))
        return Encoded(self._handle(), 100)

    def prefill(self, turns: Sequence[Turn], *, clip: Encoded | None) -> Context:
        assert clip is None or clip.handle in self.held
        assert turns[-1].role == "user"
        return Context(self._handle(), 100)

    def fork(self, context: Context) -> Context:
        return Context(self._handle(), context.tokens)

    def extend(self, context: Context, *, reply: Reply, question: str) -> Context:
        assert context.handle in self.held
        return Context(self._handle(), context.tokens + len(reply.ids) + len(question))

    def sample(self, context: Context, *, count: int, rule: Sampling) -> Generator[Token, None, tuple[Reply, ...]]:
        assert context.handle in self.held
        words = self._script.words.split(" ")[: rule.most_tokens]
        for number, word in enumerate(words):
            for answer in range(count):
                self._script.tokens += 1
                yield Token(answer, f"{' ' if number else ''}{word}")
        ids = tuple(range(len(words)))
        return (Reply(self._script.words, ids, (-0.5,) * (len(words) + 1), True),) * count

    def score(self, context: Context, answers: Sequence[str]) -> np.ndarray:
        assert context.handle in self.held
        return -np.arange(1.0, len(answers) + 1)

    def release(self, *held: Encoded | Context) -> None:
        self.held -= {one.handle for one in held}

    def usage(self) -> Usage:
        return Usage(0, 0, 0, self._script.tokens, {}, 0, 0)

    def close(self) -> None:
        self.closed = True

    def _handle(self) -> int:
        self._next += 1
        self.held.add(self._next)
        return self._next


class Script:
    """What the engines of one test say, and what became of them."""

    def __init__(self, *, words: str = WORDS, trouble: Callable[[int], object] = bool) -> None:
        self.words, self.trouble = words, trouble
        self.clips: list[Clip] = []
        self.engines: list[Talker] = []
        self.tokens = 0

    def open(self, plan: Plan) -> Stage[Talker]:
        """Stands in the place of `core.vlm.engines.open_engine`."""
        del plan
        yield Progress("loading", 0, 1, "engines")
        self.engines.append(Talker(self))
        return self.engines[-1]


def recorded(path: Path, request: Request, *, words: str = WORDS) -> LanguageModel:
    """The choice of a model that replays what a talker says to this request's questions, from a file made here."""
    script, chosen = Script(words=words), request.model
    assert chosen is not None

    def opening(plan: Plan) -> Stage[Recorder]:
        talker = yield from script.open(plan)
        return Recorder(talker, path)

    before = by_model.open_engine
    by_model.open_engine = opening
    try:
        finish(analyse(request))
    finally:
        by_model.open_engine = before
    return replace(chosen, model=str(path))
