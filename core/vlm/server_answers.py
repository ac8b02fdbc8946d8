"""What a server's JSON says. In: objects of the chat completions interface. Out: choices, counts, scores.

Whatever a server sends is checked here once and trusted after. Must not know: connections.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from core.vlm.backend import EngineError, Reply

Json = Mapping[str, Any]
UNSEEN_SHARE = 0.05
"""Answers the server did not list may hold at most this share of those it listed; else the list is no distribution."""
EMPTY_IN_A_ROW = 200
"""Parts without a word; more of them are no answer that is on its way."""
UP_TO = 1e-3
"""A log-probability is at most 0, rounding aside."""


@dataclass(frozen=True, slots=True)
class Step:
    """One token with its log-probability in nats, as the server tells it; `id` is None where it does not."""

    text: str
    log_probability: float
    id: int | None


@dataclass(frozen=True, slots=True)
class Choice:
    """What one object says of one answer."""

    place: int
    text: str
    finish: str
    """Why it ended; empty as long as it goes on."""
    steps: tuple[Step, ...]
    first: tuple[Step, ...]
    """Alternatives of the first of `steps`, most probable first."""


@dataclass(slots=True)
class Answer:
    """One answer as it comes in."""

    most_tokens: int
    begun: bool = False
    full: bool = False
    """Nothing more of it is wanted, though the server goes on."""
    _parts: list[str] = field(default_factory=list[str])
    _steps: list[Step] = field(default_factory=list[Step])
    _tokens: int = 0
    _empty: int = 0
    _finish: str = ""
    _told: bool = True

    def takes(self, choice: Choice) -> bool:
        """Whether this was a further token of the answer."""
        self.begun = True
        self._finish = choice.finish or self._finish
        if not choice.text and not choice.steps:
            self._empty += 1
            self.full = self.full or self._empty > EMPTY_IN_A_ROW
            return False
        self.full = self.full or self._tokens >= self.most_tokens
        if self.full:
            return False
        self._empty = 0
        self._parts.append(choice.text)
        self._steps += choice.steps
        self._told = self._told and bool(choice.steps)
        self._tokens += max(len(choice.steps), 1)
        return True

    def reply(self, host: str) -> Reply:
        """Raises `EngineError` where the answer neither ended nor was cut off."""
        if self._empty > EMPTY_IN_A_ROW or not (self._finish or self.full):
            raise EngineError(f"The server {host} broke off in the middle of an answer.", remedy="Try again.")
        told = self._told and bool(self._steps)
        ids = [step.id for step in self._steps if step.id is not None]
        return Reply(
            "".join(self._parts),
            tuple(ids) if told and len(ids) == len(self._steps) else (),
            tuple(step.log_probability for step in self._steps) if told else (),
            ended=self._finish == "stop" and not self.full,
        )


def choices(told: Json, host: str) -> tuple[Choice, ...]:
    """The answers, or parts of answers, in an object. Raises `EngineError` where they are not as they should be."""
    try:
        return tuple(_choice(one) for one in told["choices"])
    except (KeyError, TypeError, ValueError, AttributeError) as failure:
        raise nonsense(host, f"an answer without {failure}") from failure


def _choice(one: Any) -> Choice:  # noqa: ANN401 - what JSON holds
    said = one["delta"] if "delta" in one else one["message"]
    text = said.get("content") or ""
    if not isinstance(text, str):
        raise ValueError("words")
    told = (one.get("logprobs") or {}).get("content") or []
    steps = tuple(_step(step) for step in told)
    first = tuple(_step(step) for step in told[0].get("top_logprobs") or ()) if told else ()
    first = tuple(sorted(first, key=lambda step: -step.log_probability))
    return Choice(int(one.get("index") or 0), text, str(one.get("finish_reason") or ""), steps, first)


def _step(told: Any) -> Step:  # noqa: ANN401 - what JSON holds
    score, number = float(told["logprob"]), told.get("id")
    if math.isnan(score) or score > UP_TO:
        raise ValueError("a log-probability")
    return Step(str(told["token"]), score, number if isinstance(number, int) else None)


def count(told: Json, what: str) -> int:
    """One number of the object's usage; 0 where the server does not tell."""
    usage: Any = told.get("usage")
    number: Any = cast("Any", usage).get(what) if isinstance(usage, dict) else None
    return number if isinstance(number, int) and number > 0 else 0


def cached(told: Json) -> int:
    """Tokens of the prompt that the server had read already; 0 where it does not tell."""
    usage: Any = told.get("usage")
    details: Any = cast("Any", usage).get("prompt_tokens_details") if isinstance(usage, dict) else None
    return count({"usage": details}, "cached_tokens")


def names(told: Json, host: str) -> dict[str, str]:
    """Names of the models served, by what. Raises `EngineError` where the list is none."""
    try:
        return {str(one["id"]): str(one.get("owned_by") or "unknown") for one in told["data"]}
    except (KeyError, TypeError, AttributeError) as failure:
        raise nonsense(host, f"a list of models without {failure}") from failure


def scored(first: Sequence[Step], answers: Sequence[str], host: str) -> NDArray[np.float64]:
    """(len(answers),) log-probability, in nats, that an answer begins with the token that is its own.

    An answer's token is the longest listed one that it begins with. One that is not listed gets the least listed
    log-probability, which is the most it can have, as long as all of these together weigh little. Raises `EngineError`
    where two answers begin alike, or where too much is not listed.
    """
    own = [
        max((step for step in first if step.text and answer.startswith(step.text)), key=_length, default=None)
        for answer in answers
    ]
    listed = [step for step in own if step is not None]
    if len({step.text for step in listed}) < len(listed):
        raise EngineError(
            "Some of the answers begin with the same token, and a server tells the first one alone.",
            remedy="Ask for letters, or use a model on this computer.",
        )
    least = min((step.log_probability for step in first), default=0.0)
    known = sum(math.exp(step.log_probability) for step in listed)
    if (len(own) - len(listed)) * math.exp(least) > UNSEEN_SHARE * known:
        raise EngineError(
            f"The server {host} lists {len(first)} tokens, and too few of the answers are among them.",
            remedy="Let it list more (vLLM: --max-logprobs), or use a model on this computer.",
        )
    return np.array([least if step is None else step.log_probability for step in own], np.float64)


def _length(step: Step) -> int:
    return len(step.text)


def nonsense(host: str, what: str) -> EngineError:
    """The sentence for an answer that is not what the interface promises."""
    return EngineError(
        f"The server {host} answers what makes no sense ({what}).",
        remedy="Check that the address is that of an OpenAI-compatible server.",
    )
