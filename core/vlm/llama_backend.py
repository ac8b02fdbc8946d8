"""A Qwen2.5-VL in llama.cpp behind the protocol. Imports llama.cpp; imported by `llama_cpp_` alone.

Each context is a sequence in one cache; what contexts have in common is held once. Candidates and given answers are
sequences that begin as their context and are read in one batch.
"""

import codecs
import importlib.metadata
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.vlm.answer_tree import answer_tree, told_apart
from core.vlm.backend import (
    About,
    Clip,
    Context,
    Encoded,
    EngineError,
    OutOfMemoryError,
    Plan,
    Quantisation,
    Reply,
    Sampling,
    Token,
    Turn,
    Usage,
)
from core.vlm.chat import CLIP_TOKEN, END_OF_TEXT, END_OF_TURN, clip_text, follow_up_text, prompt_text
from core.vlm.checkpoint import Checkpoint
from core.vlm.frames import CELL, PAIR
from core.vlm.held import Held, must_fit
from core.vlm.llama_model import MOST_OUTPUTS, SEQUENCES, LlamaModel, Placed
from core.vlm.patches import Grid
from core.vlm.peak import most_memory
from core.vlm.positions import prompt_positions
from core.vlm.sampling import draw, generator, log_softmax

TIME_POSITIONS = 2.0
"""Positions in time that one second takes: `tokens_per_second` of every published Qwen2.5-VL; no GGUF says it."""


@dataclass(frozen=True, slots=True, eq=False)
class _Pictures:
    seen: NDArray[np.float32]
    """(tokens, width)"""
    grid: Grid
    seconds_per_grid: float


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """A context."""

    sequence: int
    logits: NDArray[np.float32]
    """(V,) of what comes next."""
    tokens: int
    next_position: int


@dataclass(slots=True, eq=False)
class _Answer:
    """An answer while it is drawn."""

    number: int
    random: np.random.Generator
    sequence: int
    letters: codecs.IncrementalDecoder
    ids: list[int] = field(default_factory=list[int])
    log_probabilities: list[float] = field(default_factory=list[float])
    ended: bool = False


class LlamaBackend:
    """`core.vlm.backend.Backend` on llama.cpp."""

    def __init__(
        self,
        plan: Plan,
        *,
        checkpoint: Checkpoint,
        quantisation: Quantisation,
        adapter: Checkpoint | None,
        adapter_file: Path | None,
        adapter_digest: str,
        digest: str,
        began: float,
    ) -> None:
        text, pictures = checkpoint.files
        model = LlamaModel(plan, text=text, pictures=pictures, adapter=adapter_file)
        self._model: LlamaModel | None = model
        self._most_candidates = min(plan.most_candidates, MOST_OUTPUTS)
        self._clip, self._end = self._one(CLIP_TOKEN), self._one(END_OF_TURN)
        self._ends = frozenset({self._end, self._one(END_OF_TEXT)})
        self._never = model.never_said(but=self._ends)
        self._held: Held[_Pictures, _Read] = Held()
        self._free = list(range(SEQUENCES))
        self._vision_passes = self._prefills = self._tokens_read = self._tokens_drawn = 0
        self._seconds: dict[str, float] = {"load": time.perf_counter() - began}
        self._about = About(
            engine="llama_cpp",
            model=checkpoint.name,
            digest=digest,
            quantisation=quantisation,
            device=plan.device,
            # Of the context's keys and values; the weights are as their file has them.
            precision="fp32" if plan.precision == "fp32" else "fp16",
            adapter=adapter.name if adapter is not None else "",
            libraries={"llama-cpp-python": importlib.metadata.version("llama-cpp-python")},
            context_tokens=model.longest,
            scores=True,
            adapter_digest=adapter_digest,
        )

    @property
    def about(self) -> About:
        """What is loaded."""
        return self._about

    def encode(self, clip: Clip) -> Encoded:
        """Runs the vision tower once. Raises `OutOfMemoryError`."""
        frames, height, width = clip.frames.shape[:3]
        grid: Grid = (frames // PAIR, height // (CELL // 2), width // (CELL // 2))
        with self._working("encode") as model:
            seen = model.look(clip.frames)
        if len(seen) != grid[0] * grid[1] * grid[2] // 4:
            raise EngineError(
                f"llama.cpp made {len(seen)} visual tokens of pictures that have {grid[0] * grid[1] * grid[2] // 4}.",
                remedy="Choose the engine transformers for this model.",
            )
        self._vision_passes += 1
        return self._held.add_pictures(_Pictures(seen, grid, clip.seconds_per_grid), tokens=len(seen))

    def prefill(self, turns: Sequence[Turn], *, clip: Encoded | None) -> Context:
        """Reads a conversation. Raises `PromptTooLongError`, `OutOfMemoryError` and, for markers, `UsageError`."""
        with self._working("prefill") as model:
            text = prompt_text(turns, clip="" if clip is None else clip_text(clip.tokens))
            ids = model.tokens(text, markers=True)
            self._must_fit(len(ids))
            with self._sequence() as sequence:
                if clip is None:
                    begun, at, first = 0, 0, len(ids)
                    positions = np.broadcast_to(np.arange(len(ids)), (3, len(ids)))
                else:
                    pictures = self._held.pictures(clip)
                    at = first = ids.index(self._clip)
                    begun = at + clip.tokens
                    positions = prompt_positions(
                        len(ids),
                        clip_at=at,
                        grid=pictures.grid,
                        seconds_per_grid=pictures.seconds_per_grid,
                        per_second=TIME_POSITIONS,
                    )
                    model.read(self._placed(ids[:at], positions[0, :at], sequence=sequence, wanted=False))
                    model.read_pictures(pictures.seen, positions[:, at:begun], sequence=sequence)
                    first = len(ids)
                rest = self._placed(ids[begun:first], positions[0, begun:first], sequence=sequence, wanted=True)
                logits = model.read(rest)[-1]
        self._prefills += clip is not None
        self._tokens_read += len(ids)
        return self._context(_Read(sequence, logits, len(ids), int(positions.max()) + 1))

    def fork(self, context: Context) -> Context:
        """A second context that begins as this one; they share the cells of the cache."""
        model, begun = self._open(), self._held.read(context)
        with self._sequence() as sequence:
            model.copy(of=begun.sequence, to=sequence)
        return self._context(_Read(sequence, begun.logits, begun.tokens, begun.next_position))

    def extend(self, context: Context, *, reply: Reply, question: str) -> Context:
        """Reads a reply and the next question. Raises as `prefill` does."""
        with self._working("prefill") as model:
            begun = self._held.read(context)
            ids = list(reply.ids) or model.tokens(reply.text, markers=False)
            ids += model.tokens(follow_up_text(question), markers=True)
            self._must_fit(begun.tokens + len(ids))
            with self._sequence() as sequence:
                model.copy(of=begun.sequence, to=sequence)
                positions = np.arange(begun.next_position, begun.next_position + len(ids))
                logits = model.read(self._placed(ids, positions, sequence=sequence, wanted=True))[-1]
        self._tokens_read += len(ids)
        return self._context(_Read(sequence, logits, begun.tokens + len(ids), begun.next_position + len(ids)))

    def sample(self, context: Context, *, count: int, rule: Sampling) -> Generator[Token, None, tuple[Reply, ...]]:
        """Draws answers, at most the plan's `most_candidates` in one batch.

        Raises `OutOfMemoryError`, and `PromptTooLongError` where there is no room for a single token; an answer is cut
        off where room ends.
        """
        model, begun = self._open(), self._held.read(context)
        self._must_fit(begun.tokens + 1)
        most = min(rule.most_tokens, self._about.context_tokens - begun.tokens)
        replies: list[Reply] = []
        for first in range(0, count, self._most_candidates):
            numbers = range(first, min(first + self._most_candidates, count))
            sequences = self._taken(len(numbers))
            decoder = codecs.getincrementaldecoder("utf-8")
            answers = [
                _Answer(number, generator(rule, answer=number), sequence, decoder("replace"))
                for number, sequence in zip(numbers, sequences, strict=True)
            ]
            try:
                for one in answers:
                    model.copy(of=begun.sequence, to=one.sequence)
                yield from self._drawn(begun, answers, rule=rule, most=most)
            finally:
                self._give_back(sequences)
            replies += [
                Reply(self._text(one.ids), tuple(one.ids), tuple(one.log_probabilities), one.ended) for one in answers
            ]
        return tuple(replies)

    def score(self, context: Context, answers: Sequence[str]) -> NDArray[np.float64]:
        """Log-probabilities of answers. Raises `PromptTooLongError` and `OutOfMemoryError`."""
        with self._working("score") as model:
            begun = self._held.read(context)
            told = told_apart([model.tokens(one, markers=False) for one in answers], end=self._end)
            self._must_fit(begun.tokens + max((len(one) - 1 for one in told), default=0))
            found = [0.0] * len(told)
            room = max(1, len(self._free) - 1)
            for first in range(0, len(told), room):
                self._score(model, begun, told[first : first + room], into=found, first=first)
        return np.array(found)

    def distributions(self, context: Context, ids: Sequence[int]) -> NDArray[np.float32]:
        """See `Comparable`. Raises as `score` does."""
        with self._working("score") as model:
            begun = self._held.read(context)
            self._must_fit(begun.tokens + len(ids))
            rows = [begun.logits]
            (sequence,) = self._taken(1)
            try:
                model.copy(of=begun.sequence, to=sequence)
                placed = [
                    Placed(token, begun.next_position + place, sequence, wanted=True) for place, token in enumerate(ids)
                ]
                for first in range(0, len(placed), MOST_OUTPUTS):
                    rows += list(model.read(placed[first : first + MOST_OUTPUTS]))
            finally:
                self._give_back([sequence])
        return np.stack([log_softmax(row) for row in rows]).astype(np.float32)

    def release(self, *held: Encoded | Context) -> None:
        """Gives back what the handles hold; contexts that share it keep their part."""
        self._open()
        for one in held:
            known = self._held.drop(one)
            if known is not None:
                self._give_back([known.sequence])

    def usage(self) -> Usage:
        """Counts, times and memory since loading. llama.cpp does not tell the memory of a graphics card."""
        self._open()
        return Usage(
            vision_passes=self._vision_passes,
            prefills=self._prefills,
            tokens_read=self._tokens_read,
            tokens_drawn=self._tokens_drawn,
            seconds=dict(self._seconds),
            memory_bytes=most_memory(),
            device_bytes=0,
        )

    def close(self) -> None:
        """Frees the model and everything held."""
        model, self._model = self._model, None
        if model is not None:
            self._held.clear()
            model.close()

    def _drawn(self, begun: _Read, answers: list[_Answer], *, rule: Sampling, most: int) -> Generator[Token]:
        """Draws one batch of answers to their ends."""
        going, rows = answers, np.broadcast_to(begun.logits, (len(answers), len(begun.logits)))
        for step in range(most):
            with self._working("sample"):
                self._draw(going, rows, rule=rule)
            last = step == most - 1
            for one in going:
                text = one.letters.decode(b"" if one.ended else self._open().piece(one.ids[-1]), one.ended or last)
                if text or not one.ended:
                    yield Token(one.number, text)
            going = [one for one in going if not one.ended]
            if last or not going:
                return
            place = begun.next_position + step
            with self._working("sample") as model:
                rows = model.read([Placed(one.ids[-1], place, one.sequence, wanted=True) for one in going])

    def _draw(self, answers: list[_Answer], rows: NDArray[np.float32], *, rule: Sampling) -> None:
        """One more token for each answer. Log-probabilities are the model's own, before any token is ruled out."""
        for one, row in zip(answers, rows, strict=True):
            top = row.max()
            total = float(top) + float(np.log(np.exp(row - top).sum(dtype=np.float64)))
            allowed = row.copy()
            allowed[self._never] = -np.inf
            token = draw(allowed, rule=rule, random=one.random)
            one.log_probabilities.append(float(row[token]) - total)
            one.ended = token in self._ends
            if not one.ended:
                one.ids.append(token)
        self._tokens_drawn += len(answers)

    def _score(self, model: LlamaModel, begun: _Read, told: list[list[int]], *, into: list[float], first: int) -> None:
        """The answers as a tree: each is a sequence, and what several begin with is read in the first of them."""
        tree = answer_tree(told)
        logits = [begun.logits]
        leaves = self._taken(len(told)) if len(tree.tokens) else []
        try:
            for sequence in leaves:
                model.copy(of=begun.sequence, to=sequence)
            owners = _owners(tree.paths, tree.steps, nodes=len(tree.tokens))
            depth = 0
            while (level := np.flatnonzero(tree.depths == depth)).size:
                placed = [
                    Placed(int(tree.tokens[node]), begun.next_position + depth, leaves[owners[node][0]], wanted=True)
                    for node in level
                ]
                for start in range(0, len(placed), MOST_OUTPUTS):
                    logits += list(model.read(placed[start : start + MOST_OUTPUTS]))
                for node in level:
                    for other in owners[node][1:]:
                        model.copy_place(
                            of=leaves[owners[node][0]], to=leaves[other], position=begun.next_position + depth
                        )
                self._tokens_read += len(level)
                depth += 1
        finally:
            self._give_back(leaves)
        order = [-1, *(int(node) for depth in range(int(tree.depths.max(initial=-1)) + 1)
                       for node in np.flatnonzero(tree.depths == depth))]  # fmt: skip
        known = {node: log_softmax(row) for node, row in zip(order, logits, strict=True)}
        steps = np.array([known[int(node)][int(token)] for node, token in tree.steps])
        for place, path in enumerate(tree.paths):
            into[first + place] = float(steps[list(path)].sum())

    def _placed(self, ids: Sequence[int], positions: NDArray[np.int64], *, sequence: int, wanted: bool) -> list[Placed]:
        """Tokens of one sequence; the logits behind the last, if any."""
        last = len(ids) - 1
        return [
            Placed(token, int(position), sequence, wanted and place == last)
            for place, (token, position) in enumerate(zip(ids, positions, strict=True))
        ]

    def _text(self, ids: Sequence[int]) -> str:
        model = self._open()
        return b"".join(model.piece(token) for token in ids).decode("utf-8", "replace")

    def _one(self, marker: str) -> int:
        tokens = self._open().tokens(marker, markers=True)
        if len(tokens) != 1:
            raise EngineError(
                f"The model's tokenizer does not know the marker {marker}.", remedy="Choose a Qwen2.5-VL model."
            )
        return tokens[0]

    # What is held.

    @contextmanager
    def _working(self, kind: str) -> Generator[LlamaModel]:
        model = self._open()
        began = time.perf_counter()
        try:
            yield model
        finally:
            self._seconds[kind] = self._seconds.get(kind, 0.0) + time.perf_counter() - began

    @contextmanager
    def _sequence(self) -> Generator[int]:
        """A free sequence, given back where the work on it fails."""
        (sequence,) = self._taken(1)
        try:
            yield sequence
        except BaseException:
            self._give_back([sequence])
            raise

    def _taken(self, count: int) -> list[int]:
        if len(self._free) < count:
            raise OutOfMemoryError(
                "Too many contexts are held at once.", remedy="Release what is not needed, or use fewer candidates."
            )
        taken, self._free = self._free[:count], self._free[count:]
        return taken

    def _give_back(self, sequences: Sequence[int]) -> None:
        for sequence in sequences:
            if self._model is not None:
                self._model.drop(sequence)
            self._free.append(sequence)

    def _open(self) -> LlamaModel:
        if self._model is None:
            raise EngineError("The model was closed.", remedy="Load it again.")
        return self._model

    def _must_fit(self, tokens: int) -> None:
        must_fit(tokens, longest=self._about.context_tokens)

    def _context(self, read: _Read) -> Context:
        return self._held.add_read(read, tokens=read.tokens)


def _owners(paths: Sequence[Sequence[int]], steps: NDArray[np.int64], *, nodes: int) -> list[list[int]]:
    """For each node of an answer tree the answers that go through it."""
    owners: list[list[int]] = [[] for _ in range(nodes)]
    for answer, path in enumerate(paths):
        for step in path:
            node = int(steps[step][0])
            if node >= 0:
                owners[node].append(answer)
    return owners
