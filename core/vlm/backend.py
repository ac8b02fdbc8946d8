"""The one protocol of every engine that runs a vision language model.

Comes in: pictures of one face, questions. Goes out: sampled answers and log-probabilities of given answers. Must not
know: segments, trees, prompts' wording. Nothing heavy is imported here.

An engine works for one caller at a time, in one thread. What it holds for the caller (an encoded clip, a context) is
named by a handle that stays valid until `release` or `close`; nothing a caller does with one handle changes another.
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from core.errors import ExpectedError

EngineName = Literal["transformers", "llama_cpp", "server", "scripted"]
Quantisation = Literal["none", "nf4", "int8", "q4_k_m", "q5_k_m", "q8_0"]
Device = Literal["cuda", "mps", "cpu", "remote"]


class EngineError(ExpectedError):
    """An engine that cannot be loaded or has failed. After it, the engine may only be closed."""


class OutOfMemoryError(EngineError):
    """There was not enough memory for the call; the engine still answers smaller ones."""


class PromptTooLongError(EngineError):
    """A context would grow beyond what the engine was loaded for; the engine still answers."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to load and how."""

    engine: EngineName
    model: Path | str
    """Folder of the model; for `server` its address, for `scripted` a file of recorded replies."""
    quantisation: Quantisation = "none"
    device: Device = "cpu"
    precision: Literal["bf16", "fp16", "fp32"] = "bf16"
    """Of what is not quantised."""
    context_tokens: int = 8192
    """The longest context, pictures and answers included."""
    most_candidates: int = 8
    """How many continuations are sampled at once at most."""
    adapter: Path | None = None
    """A LoRA adapter: a PEFT folder, its weights sealed or not, or a GGUF file for llama.cpp."""
    adapter_key: bytes | None = field(default=None, repr=False)
    """What opens a sealed adapter; it is never written anywhere."""
    model_name: str = ""
    """For `server`: the name under which it serves the model."""


@dataclass(frozen=True, slots=True, eq=False)
class Clip:
    """Pictures of one face in order of time, at the size at which the model sees them."""

    frames: NDArray[np.uint8]
    """(n, height, width, 3) RGB; n even and at least 2, height and width multiples of 28."""
    seconds_per_grid: float
    """Time that one pair of pictures stands for, in seconds: the time grid of the rotary positions."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A clip after the vision tower."""

    handle: int
    tokens: int
    """Visual tokens, a quarter of the patches of each pair of pictures."""


@dataclass(frozen=True, slots=True)
class Context:
    """A prompt, read and kept, that answers can be continued from."""

    handle: int
    tokens: int


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a conversation. The clip, if any, belongs to the first turn of the user, before its text."""

    role: Literal["system", "user", "assistant"]
    text: str


@dataclass(frozen=True, slots=True)
class Sampling:
    """How answers are drawn."""

    temperature: float = 0.7
    """0 takes the most probable token always."""
    top_p: float = 1.0
    top_k: int = 0
    """0 for no limit."""
    most_tokens: int = 512
    seed: int = 20250
    """Answer i of a call draws from its own sequence of random numbers, made from (seed, i)."""


@dataclass(frozen=True, slots=True)
class Token:
    """One step of one answer, as it is drawn."""

    answer: int
    text: str
    """May be empty: a letter can take several tokens."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer."""

    text: str
    ids: tuple[int, ...]
    """Its tokens without the end of turn; empty where the engine does not tell."""
    log_probabilities: tuple[float, ...]
    """Of each of `ids` and of the end, in nats, at temperature 1; empty where the engine does not tell."""
    ended: bool
    """False where it was cut off at `most_tokens`."""
    end: int | None = None
    """The token it ended with; None where it was cut off or the engine does not tell."""


@dataclass(frozen=True, slots=True)
class About:
    """What is loaded."""

    engine: EngineName
    model: str
    """Its name, as a reader knows it."""
    digest: str
    """SHA-256 over the hashes of its files, with that of the adapter; empty for a server."""
    quantisation: Quantisation
    device: Device
    precision: str
    adapter: str
    """The adapter's name; empty without."""
    libraries: Mapping[str, str]
    """Versions of the libraries that touch the numbers."""
    context_tokens: int
    scores: bool
    """Whether `score` works; a server may not give log-probabilities."""
    adapter_digest: str = ""
    """SHA-256 over the names and hashes of the adapter's files; empty without."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What was done since loading."""

    vision_passes: int
    """Clips that went through the vision tower."""
    prefills: int
    """Prompts with a clip that were read from the start."""
    tokens_read: int
    """Tokens of prompts and of answers fed back, visual ones included."""
    tokens_drawn: int
    seconds: Mapping[str, float]
    """By `load`, `encode`, `prefill`, `sample`, `score`; absent for what was not done."""
    memory_bytes: int
    """The most main memory of the engine's process so far."""
    device_bytes: int
    """The most memory of the device so far; 0 without one."""


class Backend(Protocol):
    """A loaded model."""

    @property
    def about(self) -> About:
        """What is loaded."""
        ...

    def encode(self, clip: Clip) -> Encoded:
        """Runs the vision tower once."""
        ...

    def prefill(self, turns: Sequence[Turn], *, clip: Encoded | None) -> Context:
        """Reads a conversation that ends with the user's turn; answers go on from it. Raises `PromptTooLongError`."""
        ...

    def fork(self, context: Context) -> Context:
        """A second context that begins as this one, without reading anything again."""
        ...

    def extend(self, context: Context, *, reply: Reply, question: str) -> Context:
        """A new context: the old one, `reply` as the assistant's turn, and the user's next question.

        Only the reply and the question are read; `context` stays as it is.
        """
        ...

    def sample(self, context: Context, *, count: int, rule: Sampling) -> Generator[Token, None, tuple[Reply, ...]]:
        """Draws `count` answers in one batch. Every yield is a cancel point; closing the generator ends the work.

        The same seed gives the same answer i whatever `count` is, as far as the engine's arithmetic allows.
        """
        ...

    def score(self, context: Context, answers: Sequence[str]) -> NDArray[np.float64]:
        """(len(answers),) log-probability, in nats, that the assistant's turn begins with that answer.

        Where another of the answers goes on from it, that the turn ends there too; so no reply counts for two.
        Raises `EngineError` where `about.scores` is false.
        """
        ...

    def release(self, *held: Encoded | Context) -> None:
        """Gives back what the handles hold. Unknown ones are passed over."""
        ...

    def usage(self) -> Usage:
        """Counts, times and memory since loading."""
        ...

    def close(self) -> None:
        """Frees the model. May be called twice; anything else afterwards raises `EngineError`."""
        ...


class Comparable(Backend, Protocol):
    """A local engine, which can be held against another on the same words."""

    def distributions(self, context: Context, ids: Sequence[int]) -> NDArray[np.float32]:
        """(len(ids) + 1, V) log-probabilities of what comes next: behind the context, and behind each of `ids`."""
        ...
