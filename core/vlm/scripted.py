"""Replays what a real engine once said. In: a file of recorded replies. Out: the protocol, without a model.

`recorder` writes such a file while a real engine works, so nothing in it is made up; its form is in `recorded`. With
the match "exact" a reply is given to the very conversation, clip and rule it was recorded with; with "question" to the
last question alone, so that the words of each level meet clips that another decoder cut out, as a demonstration needs.

Must not know: what the words mean.
"""

import hashlib
import json
import time
from collections.abc import Generator, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.progress import Progress, Stage
from core.vlm.backend import (
    About,
    Backend,
    Clip,
    Context,
    Encoded,
    EngineError,
    Plan,
    PromptTooLongError,
    Reply,
    Sampling,
    Token,
    Turn,
    Usage,
)
from core.vlm.recorded import FORMAT, Conversation, Key, Match, clip_digest, parsed

_AGAIN = "Record it with the engine, or load a model instead."


def load(plan: Plan) -> Stage[Backend]:
    """Reads the file `plan.model`. Raises `EngineError` where it is not one of recorded replies."""
    path = Path(plan.model)
    yield Progress("reading recorded replies", 0, 1, "files")
    begun = time.perf_counter()
    try:
        body = path.read_bytes()
    except OSError as failure:
        raise EngineError(
            f"The recorded replies {path} cannot be read ({failure.strerror or failure}).", remedy="Check the path."
        ) from failure
    try:
        match, about, conversations = parsed(json.loads(body))
    except (ValueError, KeyError, TypeError) as failure:
        raise EngineError(
            f"{path} does not hold recorded replies of the form {FORMAT} ({type(failure).__name__}: {failure}).",
            remedy="Record it anew.",
        ) from failure
    about = replace(about, engine="scripted", device="cpu", digest=hashlib.sha256(body).hexdigest())
    about = replace(about, context_tokens=min(about.context_tokens, plan.context_tokens))
    return Scripted(match, about, conversations, load_s=time.perf_counter() - begun)


class Scripted:
    """See `Backend`. Counts in `usage` are those the recorded engine would have had, times are those of replaying."""

    def __init__(self, match: Match, about: About, conversations: Iterable[Conversation], *, load_s: float) -> None:
        self._match: Match = match
        self._about = about
        self._recorded: dict[Key, Conversation] = {}
        for one in conversations:
            self._recorded.setdefault(self._key(one.turns, one.clip), one)
        self._clips: dict[int, str] = {}
        self._contexts: dict[int, tuple[tuple[Turn, ...], str, Conversation]] = {}
        self._next = 1
        self._closed = False
        self._seconds = {"load": load_s}
        self._vision_passes = self._prefills = self._read = self._drawn = 0

    @property
    def about(self) -> About:
        """See `Backend`."""
        return self._about

    def encode(self, clip: Clip) -> Encoded:
        """See `Backend`."""
        self._check()
        frames, height, width, _ = clip.frames.shape
        handle = self._handle()
        self._clips[handle] = clip_digest(clip)
        self._vision_passes += 1
        return Encoded(handle, frames // 2 * (height // 28) * (width // 28))

    def prefill(self, turns: Sequence[Turn], *, clip: Encoded | None) -> Context:
        """See `Backend`. Raises `EngineError` where nothing was recorded for this conversation."""
        self._check()
        if clip is not None and clip.handle not in self._clips:
            raise _gone("clip")
        digest = "" if clip is None else self._clips[clip.handle]
        context = self._open(tuple(turns), digest)
        self._prefills += clip is not None
        self._read += context.tokens
        return context

    def fork(self, context: Context) -> Context:
        """See `Backend`."""
        turns, clip, _ = self._found(context)
        return self._open(turns, clip)

    def extend(self, context: Context, *, reply: Reply, question: str) -> Context:
        """See `Backend`. Raises `EngineError` where nothing was recorded for this conversation."""
        turns, clip, _ = self._found(context)
        longer = self._open((*turns, Turn("assistant", reply.text), Turn("user", question)), clip)
        self._read += max(longer.tokens - context.tokens, 0)
        return longer

    def sample(self, context: Context, *, count: int, rule: Sampling) -> Generator[Token, None, tuple[Reply, ...]]:
        """See `Backend`. Raises `EngineError` where fewer answers were recorded."""
        *_, recorded = self._found(context)
        drawn = recorded.draws.get(rule, ())
        if self._match == "question":
            drawn = max(recorded.draws.values(), key=len, default=())
        if len(drawn) < count:
            raise EngineError(
                f"{count} answers were asked for and {len(drawn)} are recorded for: {recorded.turns[-1].text[:200]}",
                remedy=_AGAIN,
            )
        begun = time.perf_counter()
        given = [one.upto(rule.most_tokens) for one in drawn[:count]]
        for place in range(max((len(one.pieces) for one in given), default=0)):
            for number, one in enumerate(given):
                if place < len(one.pieces):
                    self._drawn += 1
                    yield Token(number, one.pieces[place])
        self._took("sample", begun)
        return tuple(one.reply for one in given)

    def score(self, context: Context, answers: Sequence[str]) -> NDArray[np.float64]:
        """See `Backend`. Raises `EngineError` where an answer was not scored when recording."""
        *_, recorded = self._found(context)
        begun = time.perf_counter()
        missing = [answer for answer in answers if answer not in recorded.scores]
        if missing or not self._about.scores:
            raise EngineError(f"No score is recorded for the answers {', '.join(missing)}.", remedy=_AGAIN)
        scores = np.array([recorded.scores[answer] for answer in answers], np.float64)
        self._took("score", begun)
        return scores

    def release(self, *held: Encoded | Context) -> None:
        """See `Backend`."""
        for one in held:
            (self._clips if isinstance(one, Encoded) else self._contexts).pop(one.handle, None)

    def usage(self) -> Usage:
        """See `Backend`."""
        self._check()
        return Usage(self._vision_passes, self._prefills, self._read, self._drawn, dict(self._seconds), 0, 0)

    def close(self) -> None:
        """See `Backend`."""
        self._closed = True
        self._clips.clear()
        self._contexts.clear()

    def _key(self, turns: tuple[Turn, ...], clip: str) -> Key:
        return (turns, clip) if self._match == "exact" else ((turns[-1],), "")

    def _open(self, turns: tuple[Turn, ...], clip: str) -> Context:
        recorded = self._recorded.get(self._key(turns, clip))
        if recorded is None:
            raise EngineError(f"No answer is recorded for: {turns[-1].text[:200]}", remedy=_AGAIN)
        if recorded.tokens > self._about.context_tokens:
            raise PromptTooLongError(
                f"The conversation has {recorded.tokens} tokens, more than the {self._about.context_tokens} planned.",
                remedy="Plan a longer context.",
            )
        handle = self._handle()
        self._contexts[handle] = (turns, clip, recorded)
        return Context(handle, recorded.tokens)

    def _found(self, context: Context) -> tuple[tuple[Turn, ...], str, Conversation]:
        self._check()
        if context.handle not in self._contexts:
            raise _gone("context")
        return self._contexts[context.handle]

    def _handle(self) -> int:
        self._next += 1
        return self._next - 1

    def _took(self, what: str, begun: float) -> None:
        self._seconds[what] = self._seconds.get(what, 0.0) + time.perf_counter() - begun

    def _check(self) -> None:
        if self._closed:
            raise EngineError("The engine is closed.", remedy="Load it again.")


def _gone(what: str) -> EngineError:
    return EngineError(f"The {what} was released.", remedy="Load the engine again; if it happens again, report it.")
