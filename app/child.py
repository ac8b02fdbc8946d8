"""An analysis in a process of its own. In: a task and a place for pieces. Out: what `core.pipeline.analyse` gives.

The window keeps its thread's time and its memory, and lives on when a decoder or a model brings the process down: what
was finished is in the pieces. The study never leaves the window's process: the child sends pieces over a pipe and waits
until they are kept. Must not know: Qt.
"""

import contextlib
import multiprocessing
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import psutil

from core.errors import ExpectedError
from core.pieces import Pieces
from core.progress import Progress, Stage
from core.records.analysis import Analysis, Segment
from core.records.measurement import PersonTrack

if TYPE_CHECKING:
    from core.by_model import LanguageModel

LOOK_EVERY_S = 0.1
PATIENCE_S = 5.0


class ProcessLostError(ExpectedError):
    """The process that analysed is gone."""


class FaultInChild(Exception):
    """A fault of the program in the child; its text is the child's traceback."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be analysed; the fields of `core.pipeline.Request` that the window offers."""

    video: Path
    model: "LanguageModel | None" = None
    start_s: float | None = None
    end_s: float | None = None
    most_people: int | None = None
    every_frame: bool = False
    resume: bool = True
    adapter_key: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A finished analysis and the measurements behind it."""

    analysis: Analysis
    tracks: tuple[PersonTrack, ...]


@dataclass(frozen=True, slots=True)
class _Message:
    """What goes over the pipe."""

    kind: Literal["progress", "begin", "read", "piece", "clear", "partial", "done", "failed", "fault"]
    body: Any


class _FarPieces:
    """`Pieces` whose place is at the other end of a pipe."""

    def __init__(self, pipe: "Connection[Any, Any]") -> None:
        self._pipe = pipe

    def begin(self, key: str, *, resume: bool) -> tuple[int, ...]:
        """See `Pieces`."""
        found: tuple[int, ...] = self._asked(_Message("begin", (key, resume)))
        return found

    def read(self, ordinal: int) -> bytes:
        """See `Pieces`."""
        found: bytes = self._asked(_Message("read", ordinal))
        return found

    def add(self, ordinal: int, body: bytes) -> None:
        """See `Pieces`."""
        self._asked(_Message("piece", (ordinal, body)))

    def clear(self) -> None:
        """See `Pieces`."""
        self._asked(_Message("clear", None))

    def _asked(self, message: _Message) -> Any:  # noqa: ANN401 - what a pipe gives
        self._pipe.send(message)
        value, refusal = self._pipe.recv()
        if refusal is not None:
            problem, remedy = refusal
            raise ExpectedError(problem, remedy=remedy)
        return value


def work(pipe: "Connection[Any, Any]", task: Task) -> None:
    """What the child does. Ends by itself when the other end of the pipe is gone."""
    from core.pipeline import Request, analyse

    try:
        request = Request(out=None, **{field.name: getattr(task, field.name) for field in fields(task)})
        found = analyse(
            request,
            pieces=_FarPieces(pipe),
            first=lambda part: pipe.send(_Message("partial", part)),
            filled=lambda _, segment: pipe.send(_Message("partial", segment)),
        )
        with contextlib.closing(found) as stage:
            while True:
                try:
                    step = next(stage)
                except StopIteration as end:
                    pipe.send(_Message("done", Found(end.value.analysis, end.value.tracks)))
                    return
                pipe.send(_Message("progress", step))
    except (BrokenPipeError, EOFError):
        return
    except ExpectedError as failure:
        pipe.send(_Message("failed", (failure.problem, failure.remedy)))
    except Exception:
        pipe.send(_Message("fault", traceback.format_exc()))


def analyse_apart(
    task: Task,
    *,
    pieces: Pieces,
    hold: Callable[[Callable[[], None], Callable[[], None]], None] | None = None,
    first: Callable[[Analysis | Segment], None] | None = None,
) -> Stage[Found]:
    """Runs an analysis in a child process; yields its `Progress`. Closing the stage ends the child at once.

    `hold` is told how to stop and continue the child while it works, `first` the results so far: whole analyses, and
    then each segment that a language model has read. Raises
    `ExpectedError` as the analysis does, or `ProcessLostError` when the child died; `FaultInChild` for a fault of the
    program.
    """
    spawn = multiprocessing.get_context("spawn")
    pipe, far = spawn.Pipe()
    child = spawn.Process(target=work, args=(far, task), name="videmo-analysis", daemon=False)
    child.start()
    far.close()
    try:
        process = psutil.Process(child.pid)
        if hold is not None:
            hold(_quietly(process.suspend), _quietly(process.resume))
        step = Progress("starting", 0, 1, "files")
        yield step
        while True:
            try:
                if not pipe.poll(LOOK_EVERY_S):
                    yield step
                    continue
                message: _Message = pipe.recv()
            except (EOFError, OSError) as error:
                child.join(PATIENCE_S)
                raise ProcessLostError(
                    f"The process that analysed the recording ended unexpectedly (code {child.exitcode}).",
                    remedy="What was finished is kept: resume the job. If it ends at the same place again, analyse "
                    "the parts before and after that place.",
                ) from error
            match message.kind:
                case "progress":
                    step = message.body
                    yield step
                case "partial":
                    if first is not None:
                        first(message.body)
                case "done":
                    return message.body
                case "failed":
                    problem, remedy = message.body
                    raise ExpectedError(problem, remedy=remedy)
                case "fault":
                    raise FaultInChild(message.body)
                case _:
                    pipe.send(_answer(pieces, message))
    finally:
        pipe.close()
        with contextlib.suppress(psutil.NoSuchProcess):
            psutil.Process(child.pid).resume()
        child.terminate()
        child.join(PATIENCE_S)
        if child.is_alive():
            child.kill()
            child.join()


def _answer(pieces: Pieces, message: _Message) -> tuple[object, tuple[str, str] | None]:
    """What the child is told: a value, or why a piece could not be kept, which is then its own failure."""
    try:
        match message.kind:
            case "begin":
                key, resume = message.body
                return pieces.begin(key, resume=resume), None
            case "read":
                return pieces.read(message.body), None
            case "piece":
                ordinal, body = message.body
                pieces.add(ordinal, body)
            case _:
                pieces.clear()
    except ExpectedError as failure:
        return None, (failure.problem, failure.remedy)
    return None, None


def _quietly(call: Callable[[], None]) -> Callable[[], None]:
    def done() -> None:
        with contextlib.suppress(psutil.NoSuchProcess):
            call()

    return done
