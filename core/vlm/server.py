"""Any OpenAI-compatible server (vLLM, llama-server). In: its address as the plan's model. Out: the protocol.

Nothing connects unless a plan with the engine `server` is loaded. What differs from an engine on this computer:

- Pictures go as PNG, without loss, one by one: the server sees pictures, not a video, so pairs are not merged and a
  clip costs up to twice the tokens.
- The server keeps no contexts for us. Each call sends the whole conversation, pictures included, and the server finds
  what it has read already; `usage` counts as read what the server does not say it found.
- Answer i is drawn with a seed of its own, either by the server (`n`) or by requests side by side.
- Tokens' numbers and the log-probability of the end are told where the server tells them, and left out where not.
- `score` knows the first token alone: the log-probability that the answer begins as given. That tells closed answers
  apart where their first tokens differ.

Must not know: prompts' wording, studies, consent; who calls has asked before.
"""

import base64
import io
import time
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

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
from core.vlm.chat import follow_up_text, prompt_text
from core.vlm.server_address import address_of, server_key
from core.vlm.server_answers import Answer, Step, cached, choices, count, names, scored
from core.vlm.server_link import BusyError, Limits, Link, RefusedError

READY_S = 300.0
"""A server that is still loading its model is waited for so long."""
ASK_AGAIN_S = 1.0
TOP = (100, 20, 5, 0)
"""Alternatives of a token asked for, the first number the server grants: llama-server any, vLLM 20, others 5."""
CHAT = "chat/completions"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Habits:
    """What the server was found to grant."""

    model: str
    top: int
    plain: bool
    """It takes the settings that switch its own defaults for drawing off."""
    served_by: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """A conversation as it is sent."""

    messages: tuple[Json, ...]
    pictures: int
    """Visual tokens; 0 without pictures."""
    tokens: int
    first: tuple[Step, ...]
    """Most probable first tokens of the answer."""


def load(plan: Plan) -> Stage[Backend]:
    """Connects to the server and tries what it grants. Raises `EngineError`."""
    yield from ()
    return (yield from connect(plan, key=server_key(), limits=Limits()))


def connect(plan: Plan, *, key: str, limits: Limits, ready_s: float = READY_S) -> Stage[Backend]:
    """The same with a key and limits of the caller's. Raises `EngineError`."""
    begun = time.perf_counter()
    link = Link(address_of(str(plan.model)), key=key, limits=limits)
    loaded = False
    try:
        step = Progress(f"asking the server {link.host}", 0, ready_s, "s")
        yield step
        model, served_by = _served(link, plan.model_name)
        while True:
            try:
                link.post(CHAT, _trial(model, 0, plain=False), tries=1)
                break
            except BusyError:
                waited = time.perf_counter() - begun
                if waited > ready_s:
                    raise
                yield Progress(f"waiting for the server {link.host}", waited, ready_s, "s")
                time.sleep(ASK_AGAIN_S)
        habits = _habits(link, model, served_by)
        engine = Server(plan, link, habits, load_s=time.perf_counter() - begun)
        loaded = True
        return engine
    finally:
        if not loaded:
            link.close()


def _served(link: Link, wanted: str) -> tuple[str, str]:
    """The model's name on the server, and what serves it."""
    listed = link.get("models")
    found = names(listed, link.host)
    if wanted in found or (not wanted and len(found) == 1):
        return wanted or next(iter(found)), found[wanted or next(iter(found))]
    told = ", ".join(list(found)[:5]) or "none"
    problem = f"does not serve a model named {wanted}" if wanted else "serves more than one model or none"
    raise EngineError(
        f"The server {link.host} {problem}. It names: {told}.", remedy="Name one of its models in the settings."
    )


def _trial(model: str, top: int, *, plain: bool) -> Json:
    told: Json = {"logprobs": True, "top_logprobs": top} if top else {}
    return {
        **{"model": model, "messages": [{"role": "user", "content": "Yes or no?"}], "max_tokens": 1},
        **{"temperature": 0.0, **(_PLAIN if plain else {}), **told},
    }


_PLAIN: Json = {"top_k": 0, "min_p": 0.0, "repetition_penalty": 1.0}
"""A server brings its own habits of drawing; these switch them off where it knows them."""


def _habits(link: Link, model: str, served_by: str) -> _Habits:
    for plain in (True, False):
        for top in TOP:
            try:
                told = link.post(CHAT, _trial(model, top, plain=plain), tries=1)
            except (RefusedError, BusyError):
                continue
            found = choices(told, link.host)
            granted = top if found and len(found[0].first) > 1 else 0
            return _Habits(model, granted, plain, served_by)
    raise EngineError(
        f"The server {link.host} refuses the simplest question.",
        remedy="See what it logged, and which model it serves.",
    )


class Server:
    """See `Backend`, and the module for what differs."""

    def __init__(self, plan: Plan, link: Link, habits: _Habits, *, load_s: float) -> None:
        self._plan = plan
        self._link = link
        self._habits = habits
        self._clips: dict[int, tuple[Json, ...]] = {}
        self._contexts: dict[int, _Asked] = {}
        self._handle = 0
        self._takes_n = True
        self._closed = False
        self._seconds = {"load": load_s}
        self._vision_passes = self._prefills = self._read = self._drawn = 0

    @property
    def about(self) -> About:
        """See `Backend`. Precision and quantisation are the server's own affair."""
        return About(
            engine="server",
            model=f"{self._habits.model} at {self._link.host}",
            digest="",
            quantisation=self._plan.quantisation,
            device="remote",
            precision="as served",
            adapter="",
            libraries={"server": self._habits.served_by},
            context_tokens=self._plan.context_tokens,
            scores=self._habits.top > 0,
        )

    def encode(self, clip: Clip) -> Encoded:
        """Packs the pictures; they are sent with each request. Tokens are counted as the model's picture input does."""
        self._check()
        begun = time.perf_counter()
        pictures = tuple({"type": "image_url", "image_url": {"url": _uri(frame)}} for frame in clip.frames)
        frames, height, width, _ = clip.frames.shape
        self._handle += 1
        self._clips[self._handle] = pictures
        self._took("encode", begun)
        return Encoded(self._handle, frames * (height // 28) * (width // 28))

    def prefill(self, turns: Sequence[Turn], *, clip: Encoded | None) -> Context:
        """See `Backend`. Draws one token, of which the server tells how long the conversation is."""
        self._check()
        if clip is not None and clip.handle not in self._clips:
            raise _gone()
        prompt_text(turns)  # refuses what a server would not: turns out of order, words that hold a marker
        pictures = () if clip is None else self._clips[clip.handle]
        messages: list[Json] = []
        for turn in turns:
            if turn.role == "user" and pictures:
                messages.append({"role": "user", "content": [*pictures, {"type": "text", "text": turn.text}]})
                pictures = ()
            else:
                messages.append({"role": turn.role, "content": turn.text})
        return self._opened(tuple(messages), 0 if clip is None else clip.tokens)

    def fork(self, context: Context) -> Context:
        """See `Backend`. Nothing is sent."""
        asked = self._found(context)
        return self._keep(asked)

    def extend(self, context: Context, *, reply: Reply, question: str) -> Context:
        """See `Backend`. The whole conversation is sent; a server that keeps what it has read reads the rest alone."""
        asked = self._found(context)
        follow_up_text(question)
        further = {"role": "assistant", "content": reply.text}, {"role": "user", "content": question}
        return self._opened((*asked.messages, *further), asked.pictures)

    def sample(self, context: Context, *, count: int, rule: Sampling) -> Generator[Token, None, tuple[Reply, ...]]:
        """See `Backend`. An answer is closed at `most_tokens` also where the server would go on."""
        asked = self._found(context)
        begun = time.perf_counter()
        answers = [Answer(rule.most_tokens) for _ in range(count)]
        if self._takes_n and count > 1:
            try:
                yield from self._drawing(asked, answers, rule, [tuple(range(count))])
            except RefusedError:
                if any(answer.begun for answer in answers):
                    raise
            self._takes_n = all(answer.begun for answer in answers)
        missing = [place for place, answer in enumerate(answers) if not answer.begun]
        yield from self._drawing(asked, answers, rule, [(place,) for place in missing])
        self._took("sample", begun)
        return tuple(answer.reply(self._link.host) for answer in answers)

    def _drawing(
        self, asked: _Asked, answers: list[Answer], rule: Sampling, shares: list[tuple[int, ...]]
    ) -> Generator[Token, None, None]:
        """Draws answers, each share by one request, side by side."""
        if not shares:
            return
        base = int(np.random.SeedSequence(rule.seed).generate_state(1)[0]) >> 1
        bodies: list[Json] = []
        for share in shares:
            body = self._body(asked) | {"max_tokens": rule.most_tokens, "temperature": rule.temperature}
            body |= {"top_p": rule.top_p, "seed": base + share[0], "stream": True}
            body |= {"stream_options": {"include_usage": True}}
            body |= {"top_k": rule.top_k} if rule.top_k else {}
            body |= {"n": len(share)} if len(share) > 1 else {}
            body |= {"logprobs": True, "top_logprobs": 1} if self._habits.top else {}
            bodies.append(body)
        with self._link.open(CHAT, bodies) as streams:
            for stream, told in streams:
                share = shares[stream]
                for choice in choices(told, self._link.host):
                    if choice.place >= len(share):
                        continue
                    answer = answers[share[choice.place]]
                    if answer.takes(choice):
                        self._drawn += 1
                        yield Token(share[choice.place], choice.text)
                self._count(told, asked.pictures)
                if all(answers[place].full for place in share):
                    streams.drop(stream)

    def score(self, context: Context, answers: Sequence[str]) -> NDArray[np.float64]:
        """See the module. Raises `EngineError` where the first token does not tell the answers apart."""
        asked = self._found(context)
        begun = time.perf_counter()
        if not self._habits.top:
            raise EngineError(
                f"The server {self._link.host} tells no log-probabilities.",
                remedy="Use a model on this computer.",
            )
        scores = scored(asked.first, answers, self._link.host)
        self._took("score", begun)
        return scores

    def release(self, *held: Encoded | Context) -> None:
        """See `Backend`."""
        for one in held:
            (self._clips if isinstance(one, Encoded) else self._contexts).pop(one.handle, None)

    def usage(self) -> Usage:
        """See `Backend`. Requests with pictures whose conversation the server had not read already count as passes.

        Memory is the server's and unknown: 0.
        """
        self._check()
        return Usage(self._vision_passes, self._prefills, self._read, self._drawn, dict(self._seconds), 0, 0)

    def close(self) -> None:
        """See `Backend`."""
        self._closed = True
        self._link.close()
        self._clips.clear()
        self._contexts.clear()

    def _opened(self, messages: tuple[Json, ...], pictures: int) -> Context:
        begun = time.perf_counter()
        asked = _Asked(messages, pictures, 0, ())
        top = self._habits.top
        body = self._body(asked) | {"max_tokens": 1, "temperature": 0.0}
        told = self._link.post(CHAT, body | ({"logprobs": True, "top_logprobs": top} if top else {}))
        found = choices(told, self._link.host)
        if not found:
            raise EngineError(f"The server {self._link.host} gives no answer.", remedy="See what it logged.")
        self._count(told, pictures)
        self._drawn += 1
        tokens = count(told, "prompt_tokens")
        if tokens > self._plan.context_tokens:
            raise PromptTooLongError(
                f"The conversation has {tokens} tokens, more than the {self._plan.context_tokens} planned.",
                remedy="Choose fewer pictures or plan a longer context.",
            )
        self._took("prefill", begun)
        return self._keep(_Asked(messages, pictures, tokens, found[0].first))

    def _body(self, asked: _Asked) -> Json:
        body: Json = {"model": self._habits.model, "messages": asked.messages}
        return body | (_PLAIN if self._habits.plain else {})

    def _keep(self, asked: _Asked) -> Context:
        self._handle += 1
        self._contexts[self._handle] = asked
        return Context(self._handle, asked.tokens)

    def _count(self, told: Mapping[str, Any], pictures: int) -> None:
        """Adds what the server says it read; a chunk in the middle of a stream says nothing."""
        read = count(told, "prompt_tokens")
        if not read:
            return
        found = min(cached(told), read)
        self._read += read - found
        if found < pictures:  # what was found may be the system's turn alone
            self._vision_passes += 1
            self._prefills += 1

    def _found(self, context: Context) -> _Asked:
        self._check()
        if context.handle not in self._contexts:
            raise _gone()
        return self._contexts[context.handle]

    def _took(self, what: str, begun: float) -> None:
        self._seconds[what] = self._seconds.get(what, 0.0) + time.perf_counter() - begun

    def _check(self) -> None:
        if self._closed:
            raise EngineError("The engine is closed.", remedy="Load it again.")


def _gone() -> EngineError:
    return EngineError("What was prepared for the model was released.", remedy="Prepare it again.")


def _uri(frame: NDArray[np.uint8]) -> str:
    """A picture as PNG. Rejected: JPEG, a tenth of the size, for the model would see other pixels than here."""
    body = io.BytesIO()
    Image.fromarray(frame).save(body, "PNG", compress_level=1)
    return "data:image/png;base64," + base64.b64encode(body.getvalue()).decode()
