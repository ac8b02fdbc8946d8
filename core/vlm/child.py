"""Any engine in a process of its own, behind the same protocol. In: a plan and what loads it. Out: an engine.

A crash, a kill for lack of memory and a silence that lasts too long become an `EngineError` here, and the caller's
process lives on; `restart` loads the engine again. The child ends by itself when its parent is gone, however that
ended. Must not know: which engine it is.
"""

import contextlib
import multiprocessing
import signal
import time
from collections.abc import Callable, Generator, Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.progress import Progress, Stage, finish
from core.vlm.backend import (
    About,
    Backend,
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
from core.vlm.child_work import SMALLER, Loader, Message, Request, work

SILENCE_S = 900.0
"""An engine that says nothing for so long, no progress, no token, no answer, is taken for hung. Sixteen pictures take
two minutes to read on two old cores; a computer that is also busy may need several times that."""
LOOK_EVERY_S = 0.1
PATIENCE_S = 5.0


class FaultInEngine(Exception):
    """A fault of the program in the engine's process; its text is the traceback from there."""


def load_apart(plan: Plan, loader: Loader, *, silence_s: float = SILENCE_S) -> Stage[Backend]:
    """Loads an engine in a child process. Raises what `loader` raises, or `EngineError` where the child is lost."""
    engine = Apart(plan, loader, silence_s=silence_s)
    yield from engine.restart()
    return engine


class Apart:
    """See `Backend`; runs nothing itself. Not loaded before `restart` was run to its end."""

    def __init__(self, plan: Plan, loader: Loader, *, silence_s: float = SILENCE_S) -> None:
        self._plan = plan
        self._loader = loader
        self._silence_s = silence_s
        self._pipe: Connection[Any, Any] | None = None
        self._child: BaseProcess | None = None
        self._about: About | None = None
        self._held: dict[int, Encoded | Context] = {}
        self._handle = 0
        self._number = 0

    @property
    def about(self) -> About:
        """See `Backend`."""
        if self._about is None:
            raise _not_running()
        return self._about

    @property
    def process(self) -> int | None:
        """The child's process id; None where there is none."""
        return None if self._child is None else self._child.pid

    def restart(self) -> Stage[None]:
        """Ends the child, if there is one, and loads again; what handles held is gone. Closing the stage ends it."""
        self._end()
        spawn = multiprocessing.get_context("spawn")
        self._pipe, far = spawn.Pipe()
        child = spawn.Process(target=work, args=(far, self._plan, self._loader), name="videmo-engine", daemon=True)
        self._child, ready = child, False
        try:
            child.start()
            far.close()
            step = Progress("starting the engine", 0, 1, "engines")
            yield step
            while True:
                message = yield from self._waiting(0, step)
                if message.kind == "progress":
                    step = message.body
                    yield step
                    continue
                self._about = self._value(message)
                ready = True
                return
        finally:
            if not ready:
                self._end()

    def encode(self, clip: Clip) -> Encoded:
        """See `Backend`."""
        frames = np.ascontiguousarray(clip.frames)
        number = self._send("encode", frames.shape, clip.seconds_per_grid)
        self._push(lambda pipe: pipe.send_bytes(frames.data.cast("B")))
        encoded: Encoded = self._value(self._receive(number))
        return Encoded(self._keep(encoded), encoded.tokens)

    def prefill(self, turns: Sequence[Turn], *, clip: Encoded | None) -> Context:
        """See `Backend`."""
        return self._context("prefill", tuple(turns), None if clip is None else self._far(clip))

    def fork(self, context: Context) -> Context:
        """See `Backend`."""
        return self._context("fork", self._far(context))

    def extend(self, context: Context, *, reply: Reply, question: str) -> Context:
        """See `Backend`."""
        return self._context("extend", self._far(context), reply, question)

    def sample(self, context: Context, *, count: int, rule: Sampling) -> Generator[Token, None, tuple[Reply, ...]]:
        """See `Backend`. Closing it waits until the child has drawn its current token and stopped."""
        number = self._send("sample", self._far(context), count, rule)
        drawing = True
        try:
            while True:
                message = self._receive(number)
                drawing = message.kind == "token"
                if not drawing:
                    return self._value(message)
                yield message.body
        finally:
            if drawing and self._pipe is not None:
                with contextlib.suppress(EngineError):  # a child lost meanwhile is told by the next call
                    self._push(lambda pipe: pipe.send(Request(number, "stop")))
                    while self._receive(number).kind == "token":
                        pass

    def score(self, context: Context, answers: Sequence[str]) -> NDArray[np.float64]:
        """See `Backend`."""
        return self._ask("score", self._far(context), tuple(answers))

    def distributions(self, context: Context, ids: Sequence[int]) -> NDArray[np.float32]:
        """See `Comparable`; an engine that is none cannot be asked."""
        return self._ask("distributions", self._far(context), tuple(ids))

    def release(self, *held: Encoded | Context) -> None:
        """See `Backend`."""
        far = [self._held.pop(one.handle) for one in held if one.handle in self._held]
        if far and self._pipe is not None:
            self._ask("release", *far)

    def usage(self) -> Usage:
        """See `Backend`."""
        return self._ask("usage")

    def close(self) -> None:
        """See `Backend`."""
        if self._pipe is not None:
            with contextlib.suppress(OSError):
                self._pipe.send(Request(0, "close"))
        self._end()

    def _ask(self, call: Any, *given: object) -> Any:  # noqa: ANN401 - what a pipe gives
        return self._value(self._receive(self._send(call, *given)))

    def _context(self, call: Any, *given: object) -> Context:  # noqa: ANN401 - one of the names of `Request`
        context: Context = self._ask(call, *given)
        return Context(self._keep(context), context.tokens)

    def _keep(self, far: Encoded | Context) -> int:
        """A handle of our own: the child's begin anew after a restart, and an old one must not name a new thing."""
        self._handle += 1
        self._held[self._handle] = far
        return self._handle

    def _far(self, held: Encoded | Context) -> Any:  # noqa: ANN401 - the child's handle of the same kind
        if self._pipe is None:
            raise _not_running()
        if held.handle not in self._held:
            raise EngineError(
                "What was prepared for the model is gone: it was released, or the engine was started anew.",
                remedy="Prepare it again.",
            )
        return self._held[held.handle]

    def _send(self, call: Any, *given: object) -> int:  # noqa: ANN401 - one of the names of `Request`
        self._number += 1
        request = Request(self._number, call, given)
        self._push(lambda pipe: pipe.send(request))
        return self._number

    def _push(self, send: "Callable[[Connection[Any, Any]], None]") -> None:
        if self._pipe is None:
            raise _not_running()
        try:
            send(self._pipe)
        except OSError as error:
            raise self._lost() from error

    def _receive(self, number: int) -> Message:
        return finish(self._waiting(number, Progress("", 0, 1, "")))

    def _waiting(self, number: int, step: Progress) -> Stage[Message]:
        """The next message about a request; what is left over from one that was given up is thrown away."""
        since = time.monotonic()
        while True:
            if self._pipe is None:
                raise _not_running()
            try:
                # Asked once more after the silence: this process may have been the one that slept.
                if self._pipe.poll(LOOK_EVERY_S) or (self._silent(since) and self._pipe.poll(0)):
                    message: Message = self._pipe.recv()
                    if message.number == number:
                        return message
                    since = time.monotonic()
                    continue
            except (EOFError, OSError) as error:
                raise self._lost() from error
            if self._silent(since):
                if self._child is not None:
                    self._child.kill()
                self._end()
                raise EngineError(
                    f"The engine has said nothing for {self._silence_s:.0f} s and was ended.",
                    remedy="Start it again; if it happens again, choose a smaller model or fewer pictures.",
                )
            yield step

    def _silent(self, since: float) -> bool:
        return time.monotonic() - since > self._silence_s

    def _value(self, message: Message) -> Any:  # noqa: ANN401 - what a pipe gives
        match message.kind:
            case "value":
                return message.body
            case "failed":
                kind, problem, remedy = message.body
                raise kind(problem, remedy=remedy)
            case _:
                raise FaultInEngine(message.body)

    def _lost(self) -> EngineError:
        """Clears up behind a child that is gone, and says how it ended."""
        child = self._child
        if child is not None:
            child.join(PATIENCE_S)
        code = None if child is None else child.exitcode
        self._end()
        if code == -getattr(signal, "SIGKILL", 9):
            return EngineError(
                "The engine was killed (SIGKILL), as the system does when memory runs out.", remedy=SMALLER
            )
        how = f"code {code}"
        if code is not None and code < 0:
            with contextlib.suppress(ValueError):
                how = signal.Signals(-code).name
        return EngineError(
            f"The engine ended unexpectedly ({how}).",
            remedy="Start it again; if it happens again, try another engine or quantisation.",
        )

    def _end(self) -> None:
        """Ends the child and reaps it."""
        self._held.clear()
        pipe, self._pipe = self._pipe, None
        child, self._child = self._child, None
        if pipe is not None:
            pipe.close()
        if child is None or child.pid is None:
            return
        child.join(PATIENCE_S if self._about is not None else 0)
        for end in (child.terminate, child.kill):
            if child.is_alive():
                end()
                child.join(PATIENCE_S)
        child.close()


def _not_running() -> EngineError:
    return EngineError("The engine is not running.", remedy="Start it again.")
