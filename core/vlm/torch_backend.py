"""A Qwen2.5-VL in torch behind the protocol. Imports torch.

A prompt is read once, into a cache of keys and values that nobody changes afterwards: reading on means concatenating,
so contexts share what they have in common. Candidates and given answers stand behind it in one row, each looking at
the prompt and at itself through the attention mask; so the prompt's cache is held and read once, not once for each.
"""

import gc
import importlib.metadata
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray

from core.vlm.answer_tree import answer_tree, told_apart
from core.vlm.backend import (
    About,
    Clip,
    Context,
    Encoded,
    EngineError,
    Plan,
    Reply,
    Sampling,
    Token,
    Turn,
    Usage,
)
from core.vlm.chat import clip_text, follow_up_text, prompt_text
from core.vlm.checkpoint import Checkpoint
from core.vlm.held import Held, must_fit
from core.vlm.patches import Grid
from core.vlm.peak import most_memory
from core.vlm.positions import prompt_positions, text_positions
from core.vlm.sampling import draw, generator
from core.vlm.torch_loading import Model, load_model
from core.vlm.torch_model import Cache, TorchModel, keep_only, shared
from core.vlm.words import Words


@dataclass(frozen=True, slots=True, eq=False)
class _Pictures:
    features: torch.Tensor
    """(tokens, hidden)"""
    grid: Grid
    seconds_per_grid: float


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """A context: never changed once made."""

    cache: Cache
    logits: torch.Tensor
    """(V,) float32, of what comes next."""
    tokens: int
    next_position: int


@dataclass(slots=True, eq=False)
class _Answer:
    """An answer while it is drawn."""

    number: int
    random: np.random.Generator
    ids: list[int] = field(default_factory=list[int])
    log_probabilities: list[float] = field(default_factory=list[float])
    told: int = 0
    """How many of its tokens were given out as text."""
    end: int | None = None


class TorchBackend:
    """`core.vlm.backend.Backend` on torch."""

    def __init__(
        self,
        plan: Plan,
        *,
        checkpoint: Checkpoint,
        adapter: Checkpoint | None,
        digest: str,
        began: float,
        adapter_digest: str = "",
        loaded: Model = None,
    ) -> None:
        """`loaded`: the model where it is loaded already, as while it learns; None to load it."""
        self._words = Words(checkpoint)
        if loaded is None:
            loaded = load_model(plan, checkpoint, adapter=adapter)
        self._model: TorchModel | None = (model := TorchModel(loaded))
        self._most_candidates = plan.most_candidates
        self._never = torch.tensor(self._words.never_said(model.vocabulary), device=model.device)
        self._held: Held[_Pictures, _Read] = Held()
        self._vision_passes = self._prefills = self._tokens_read = self._tokens_drawn = 0
        libraries = ["torch", "transformers"]
        if plan.quantisation != "none":
            libraries.append("bitsandbytes")
        if adapter is not None:
            libraries.append("peft")
        self._about = About(
            engine="transformers",
            model=checkpoint.name,
            digest=digest,
            quantisation=plan.quantisation,
            device=plan.device,
            precision=plan.precision,
            adapter=adapter.name if adapter is not None else "",
            libraries={name: importlib.metadata.version(name) for name in libraries},
            context_tokens=min(plan.context_tokens, model.longest),
            scores=True,
            adapter_digest=adapter_digest,
        )
        model.seconds["load"] = time.perf_counter() - began

    @property
    def about(self) -> About:
        """What is loaded."""
        return self._about

    def encode(self, clip: Clip) -> Encoded:
        """Runs the vision tower once. Raises `OutOfMemoryError`."""
        with self._working("encode", "look at the pictures") as model:
            features, grid = model.features(clip)
        self._vision_passes += 1
        return self._held.add_pictures(_Pictures(features, grid, clip.seconds_per_grid), tokens=len(features))

    def keep(self, features: torch.Tensor, grid: Grid, *, seconds_per_grid: float) -> Encoded:
        """A clip that went through the same vision tower before: (tokens, hidden) and where they stand."""
        model = self._open()
        return self._held.add_pictures(
            _Pictures(features.to(model.device), grid, seconds_per_grid), tokens=len(features)
        )

    def prefill(self, turns: Sequence[Turn], *, clip: Encoded | None) -> Context:
        """Reads a conversation. Raises `PromptTooLongError`, `OutOfMemoryError` and, for markers, `UsageError`."""
        with self._working("prefill", "read the prompt") as model:
            pictures = None if clip is None else self._held.pictures(clip)
            ids = self._words.tokens(prompt_text(turns, clip="" if clip is None else clip_text(clip.tokens)))
            self._must_fit(len(ids))
            if pictures is None:
                positions = text_positions(len(ids), first=0)
            else:
                positions = prompt_positions(
                    len(ids),
                    clip_at=ids.index(self._words.clip),
                    grid=pictures.grid,
                    seconds_per_grid=pictures.seconds_per_grid,
                    per_second=model.time_positions,
                )
            cache = model.new_cache()
            states = model.read(ids, positions, cache=cache, features=None if pictures is None else pictures.features)
            logits = model.logits(states[-1])
        self._prefills += pictures is not None
        self._tokens_read += len(ids)
        return self._context(_Read(cache, logits, len(ids), int(positions.max()) + 1))

    def fork(self, context: Context) -> Context:
        """A second context that begins as this one; they share all memory."""
        self._open()
        return self._context(self._held.read(context))

    def extend(self, context: Context, *, reply: Reply, question: str) -> Context:
        """Reads a reply and the next question. Raises as `prefill` does."""
        with self._working("prefill", "read the prompt") as model:
            begun = self._held.read(context)
            ids = list(reply.ids) or self._words.tokens(reply.text, markers=False)
            ids += self._words.tokens(follow_up_text(question))
            self._must_fit(begun.tokens + len(ids))
            cache = shared(begun.cache)
            seen = torch.ones(len(ids), len(ids), dtype=torch.bool, device=model.device).tril()
            states = model.read(ids, text_positions(len(ids), first=begun.next_position), cache=cache, seen=seen)
            logits = model.logits(states[-1])
        self._tokens_read += len(ids)
        return self._context(_Read(cache, logits, begun.tokens + len(ids), begun.next_position + len(ids)))

    def sample(self, context: Context, *, count: int, rule: Sampling) -> Generator[Token, None, tuple[Reply, ...]]:
        """Draws answers, at most the plan's `most_candidates` in one batch, so that memory is bounded.

        Raises `OutOfMemoryError`, and `PromptTooLongError` where there is no room for a single token; an answer is cut
        off where room ends.
        """
        self._open()
        begun = self._held.read(context)
        self._must_fit(begun.tokens + 1)
        most = min(rule.most_tokens, self._about.context_tokens - begun.tokens)
        answers = [_Answer(number, generator(rule, answer=number)) for number in range(count)]
        for first in range(0, count, self._most_candidates):
            yield from self._drawn(begun, answers[first : first + self._most_candidates], rule=rule, most=most)
        return tuple(
            Reply(self._words.text(one.ids), tuple(one.ids), tuple(one.log_probabilities), one.end is not None, one.end)
            for one in answers
        )

    def score(self, context: Context, answers: Sequence[str]) -> NDArray[np.float64]:
        """Log-probabilities of answers, read as one tree. Raises `PromptTooLongError` and `OutOfMemoryError`."""
        with self._working("score", "score the answers") as model:
            begun = self._held.read(context)
            told = [self._words.tokens(one, markers=False) for one in answers]
            tree = answer_tree(told_apart(told, end=self._words.end))
            self._must_fit(begun.tokens + len(tree.tokens))
            states = torch.empty(0)
            if len(tree.tokens):
                positions = np.broadcast_to(begun.next_position + tree.depths, (3, len(tree.depths)))
                seen = torch.from_numpy(tree.seen).to(model.device)
                states = model.read(tree.tokens.tolist(), positions, cache=shared(begun.cache), seen=seen)
            steps = model.log_probabilities(tree.steps, first=begun.logits, states=states)
        self._tokens_read += len(tree.tokens)
        return np.array([steps[list(path)].sum() for path in tree.paths])

    def distributions(self, context: Context, ids: Sequence[int]) -> NDArray[np.float32]:
        """See `Comparable`. Raises as `score` does."""
        with self._working("score", "score the answers") as model:
            begun = self._held.read(context)
            self._must_fit(begun.tokens + len(ids))
            rows = begun.logits[None]
            if ids:
                seen = torch.ones(len(ids), len(ids), dtype=torch.bool, device=model.device).tril()
                positions = text_positions(len(ids), first=begun.next_position)
                states = model.read(list(ids), positions, cache=shared(begun.cache), seen=seen)
                rows = torch.cat([rows, model.logits(states)])
            return rows.log_softmax(dim=-1).cpu().numpy()

    def release(self, *held: Encoded | Context) -> None:
        """Gives back what the handles hold; contexts that share it keep their part."""
        self._open()
        for one in held:
            self._held.drop(one)

    def usage(self) -> Usage:
        """Counts, times and memory since loading."""
        model = self._open()
        return Usage(
            vision_passes=self._vision_passes,
            prefills=self._prefills,
            tokens_read=self._tokens_read,
            tokens_drawn=self._tokens_drawn,
            seconds=dict(model.seconds),
            memory_bytes=most_memory(),
            device_bytes=model.most_device_memory(),
        )

    def close(self) -> None:
        """Frees the model and everything held."""
        model, self._model = self._model, None
        if model is not None:
            self._held.clear()
            empty = model.empty_device_cache
            del model
            gc.collect()
            empty()

    def _drawn(self, begun: _Read, answers: list[_Answer], *, rule: Sampling, most: int) -> Generator[Token]:
        """Draws one batch of answers to their ends."""
        device = begun.logits.device
        cache, logits = shared(begun.cache), begun.logits.expand(len(answers), -1)
        owners = torch.empty(0, dtype=torch.long, device=device)
        for step in range(most):
            with self._working("sample", "draw answers"):
                self._draw(answers, logits, rule=rule)
            last = step == most - 1
            for one in answers:
                text = self._new_text(one, whole=one.end is not None or last)
                if text or one.end is None:
                    yield Token(one.number, text)
            going = [one for one in answers if one.end is None]
            if last or not going:
                return
            with self._working("sample", "draw answers") as model:
                numbers = torch.tensor([one.number for one in going], device=device)
                if len(going) < len(answers):
                    kept = torch.isin(owners, numbers)
                    keep_only(cache, kept)
                    owners = owners[kept]
                owners = torch.cat([owners, numbers])
                ids, positions = [one.ids[-1] for one in going], np.full((3, len(going)), begun.next_position + step)
                states = model.read(ids, positions, cache=cache, seen=owners == numbers[:, None])
                logits = model.logits(states)
            answers = going

    def _draw(self, answers: list[_Answer], logits: torch.Tensor, *, rule: Sampling) -> None:
        """One more token for each answer. Log-probabilities are the model's own, before any token is ruled out."""
        totals = logits.logsumexp(dim=-1).cpu().numpy()
        allowed = logits.index_fill(-1, self._never, -torch.inf).cpu().numpy()
        for one, row, total in zip(answers, allowed, totals, strict=True):
            token = draw(row, rule=rule, random=one.random)
            one.log_probabilities.append(float(row[token] - total))
            if token in self._words.ends:
                one.end = token
            else:
                one.ids.append(token)
        self._tokens_drawn += len(answers)

    def _new_text(self, answer: _Answer, *, whole: bool) -> str:
        """What can be told of an answer by now: whole letters, unless it is at its end."""
        text = self._words.text(answer.ids[answer.told :])
        if not whole and text.endswith("\ufffd"):
            return ""
        answer.told = len(answer.ids)
        return text

    @contextmanager
    def _working(self, kind: str, doing: str) -> Generator[TorchModel]:
        model = self._open()
        with model.working(kind, doing):
            yield model

    def _open(self) -> TorchModel:
        if self._model is None:
            raise EngineError("The model was closed.", remedy="Load it again.")
        return self._model

    def _must_fit(self, tokens: int) -> None:
        must_fit(tokens, longest=self._about.context_tokens)

    def _context(self, read: _Read) -> Context:
        return self._held.add_read(read, tokens=read.tokens)
