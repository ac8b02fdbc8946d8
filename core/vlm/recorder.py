"""Records what an engine says, for `scripted` to replay. In: any engine and a path. Out: the same engine, and a file.

The file holds what a model said of a person: it is as private as a report. Must not know: what the words mean.
"""

import json
from collections.abc import Generator, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.vlm.backend import About, Backend, Clip, Context, Encoded, Reply, Sampling, Token, Turn, Usage
from core.vlm.recorded import FORMAT, Conversation, Key, Match, Spoken, clip_digest, plain


class Recorder:
    """An engine that passes everything on to another and keeps what it said; `close` writes the file."""

    def __init__(self, backend: Backend, path: Path, *, match: Match = "exact") -> None:
        self._backend = backend
        self._path = path
        self._match: Match = match
        self._clips: dict[int, str] = {}
        self._contexts: dict[int, Conversation] = {}
        self._recorded: dict[Key, Conversation] = {}
        self._written = False

    @property
    def about(self) -> About:
        """See `Backend`."""
        return self._backend.about

    def encode(self, clip: Clip) -> Encoded:
        """See `Backend`."""
        encoded = self._backend.encode(clip)
        self._clips[encoded.handle] = clip_digest(clip)
        return encoded

    def prefill(self, turns: Sequence[Turn], *, clip: Encoded | None) -> Context:
        """See `Backend`."""
        context = self._backend.prefill(turns, clip=clip)
        return self._keep(context, tuple(turns), "" if clip is None else self._clips[clip.handle])

    def fork(self, context: Context) -> Context:
        """See `Backend`."""
        old = self._contexts[context.handle]
        return self._keep(self._backend.fork(context), old.turns, old.clip)

    def extend(self, context: Context, *, reply: Reply, question: str) -> Context:
        """See `Backend`."""
        old = self._contexts[context.handle]
        turns = (*old.turns, Turn("assistant", reply.text), Turn("user", question))
        return self._keep(self._backend.extend(context, reply=reply, question=question), turns, old.clip)

    def sample(self, context: Context, *, count: int, rule: Sampling) -> Generator[Token, None, tuple[Reply, ...]]:
        """See `Backend`. What is cancelled is not recorded."""
        pieces: list[list[str]] = [[] for _ in range(count)]
        drawing = self._backend.sample(context, count=count, rule=rule)
        try:
            while True:
                try:
                    token = next(drawing)
                except StopIteration as end:
                    replies: tuple[Reply, ...] = end.value
                    break
                pieces[token.answer].append(token.text)
                yield token
        finally:
            drawing.close()
        draws = self._contexts[context.handle].draws
        if len(draws.get(rule, ())) < count:
            draws[rule] = tuple(Spoken(tuple(p), reply) for p, reply in zip(pieces, replies, strict=True))
        return replies

    def score(self, context: Context, answers: Sequence[str]) -> NDArray[np.float64]:
        """See `Backend`."""
        scores = self._backend.score(context, answers)
        self._contexts[context.handle].scores.update(zip(answers, scores.tolist(), strict=True))
        return scores

    def release(self, *held: Encoded | Context) -> None:
        """See `Backend`."""
        self._backend.release(*held)

    def usage(self) -> Usage:
        """See `Backend`."""
        return self._backend.usage()

    def close(self) -> None:
        """Writes the file, then closes the engine. Raises `OSError` where it cannot be written."""
        if not self._written:
            document = {
                "format": FORMAT,
                "match": self._match,
                "about": asdict(self.about) | {"libraries": dict(self.about.libraries)},
                "conversations": [plain(one) for one in self._recorded.values()],
            }
            beside = self._path.with_name(self._path.name + ".partial")
            beside.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
            beside.replace(self._path)
            self._written = True
        self._backend.close()

    def _keep(self, context: Context, turns: tuple[Turn, ...], clip: str) -> Context:
        kept = self._recorded.setdefault((turns, clip), Conversation(turns, clip, context.tokens))
        self._contexts[context.handle] = kept
        return context
