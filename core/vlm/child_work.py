"""What an engine's own process does. In: a pipe, a plan and what loads it. Out: messages over the pipe.

Answers one request after the other, sends each token as it is drawn, and ends by itself when the other end of the pipe
or the parent is gone. Must not know: which engine it is.
"""

import contextlib
import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable, Generator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Literal, cast

import numpy as np

from core.errors import ExpectedError
from core.progress import Stage, finish
from core.vlm.backend import About, Backend, Clip, Comparable, EngineError, OutOfMemoryError, Plan, Reply, Token

Loader = Callable[[Plan], Stage[Backend]]
"""A function of an importable module: the child imports it by its name."""
SMALLER = (
    "Choose a smaller quantisation, fewer candidates or fewer pictures, or close other programs; `videmo check` says "
    "what fits."
)


@dataclass(frozen=True, slots=True)
class Request:
    """What the parent asks. A stop asks the child to give up the request of that number."""

    number: int
    call: Literal[
        "encode", "prefill", "fork", "extend", "sample", "score", "distributions", "release", "usage", "close", "stop"
    ]
    given: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """What the child says; `number` is that of the request, 0 while loading."""

    number: int
    kind: Literal["progress", "token", "value", "failed", "fault"]
    body: Any


SPINS = "1000"
"""How long a thread of GNU's OpenMP looks for more work before it sleeps: some 50 microseconds. Unless told it looks
300,000 times, and where the thread it waits for gets no processor, everything takes ten times as long."""


def work(pipe: "Connection[Any, Any]", plan: Plan, loader: Loader) -> None:
    """What the child does. Ends by itself when the other end of the pipe is gone."""
    os.environ.setdefault("GOMP_SPINCOUNT", SPINS)  # read when torch or llama.cpp is first imported, which is later
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        engine: list[Backend] = []

        def load() -> About:
            engine.append(finish(loader(plan), report=lambda step: pipe.send(Message(0, "progress", step))))
            return engine[0].about

        if not _told(pipe, 0, load):
            return
        with contextlib.closing(engine[0]):
            while (request := pipe.recv()).call != "close":
                if request.call != "stop":  # one that came after the last token
                    _told(pipe, request.number, lambda: _done(engine[0], pipe, request))


def _told(pipe: "Connection[Any, Any]", number: int, call: Callable[[], Any]) -> bool:
    """Sends what a call gives, or why it gives nothing; whether it gave."""
    try:
        value = call()
    except ExpectedError as failure:
        pipe.send(Message(number, "failed", (_kind(failure), failure.problem, failure.remedy)))
    except MemoryError:
        problem = "There is not enough memory for this."
        pipe.send(Message(number, "failed", (OutOfMemoryError, problem, SMALLER)))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise
    except Exception:
        pipe.send(Message(number, "fault", traceback.format_exc()))
    else:
        pipe.send(Message(number, "value", value))
        return True
    return False


def _kind(failure: ExpectedError) -> type[ExpectedError]:
    """The class that both ends know: one of an engine's own file may not be there at the other end."""
    known = (ExpectedError.__module__, EngineError.__module__)
    return next(one for one in type(failure).__mro__ if one.__module__ in known)


def _done(engine: Backend, pipe: "Connection[Any, Any]", request: Request) -> Any:  # noqa: ANN401 - as the call gives
    match request.call, request.given:
        case "encode", (shape, seconds_per_grid):
            frames = np.empty(shape, np.uint8)
            pipe.recv_bytes_into(frames.data.cast("B"))
            return engine.encode(Clip(frames, seconds_per_grid))
        case "prefill", (turns, clip):
            return engine.prefill(turns, clip=clip)
        case "fork", (context,):
            return engine.fork(context)
        case "extend", (context, reply, question):
            return engine.extend(context, reply=reply, question=question)
        case "sample", (context, count, rule):
            return _sampled(engine.sample(context, count=count, rule=rule), pipe, request.number)
        case "distributions", (context, ids):
            return cast("Comparable", engine).distributions(context, ids)
        case "score", (context, answers):
            return engine.score(context, answers)
        case "release", held:
            return engine.release(*held)
        case _:
            return engine.usage()


def _sampled(
    drawing: Generator[Token, None, tuple[Reply, ...]], pipe: "Connection[Any, Any]", number: int
) -> tuple[Reply, ...]:
    """Sends the tokens; nothing is drawn any more once the parent has said stop."""
    with contextlib.closing(drawing):
        while True:
            try:
                token = next(drawing)
            except StopIteration as end:
                return end.value
            pipe.send(Message(number, "token", token))
            if pipe.poll(0):
                pipe.recv()  # nothing but a stop is sent before the answer is there
                return ()


def _end_with_parent() -> None:
    """Waits for the parent's end, which a pipe tells too, but not to an engine in the middle of a long call."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
