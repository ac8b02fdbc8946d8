"""A run's process: started here, and lived here. In: a run, its key, work as a generator of events. Out: a log.

The process has a session of its own, so that closing the window, the terminal or the command ends nothing. It holds the
run's lock from its first moment, gets the study's key through its standard input, and ends by itself: done, as it was
wished, or failed with a sentence. Must not know: what the work is.
"""

import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Generator
from contextlib import suppress
from pathlib import Path
from types import FrameType

from core.commands.study_access import ENVIRONMENT, ENVIRONMENT_NEW
from core.commands.train import environment
from core.errors import ExpectedError, OutputError, UsageError
from core.project.holder import HeldError, NoLockError, WriteLock
from finetune.events import Ended, Evaluated, Event, Kept, Preparing, Reinforced, Rewarded, Stepped
from finetune.log import Log
from finetune.runs import Run, Wish, ask, is_running, wish_for
from finetune.workspace import cannot_keep
from finetune.world_size import processes

OUTPUT = "output.txt"
"""What libraries write to the standard error of a run that is not sealed."""
EXIT_FAILED, EXIT_FAULT = 2, 70
BEGIN_S = 60.0
"""A process that has not taken the lock by then is hung."""
LOOK_EVERY_S = 0.05
LOCK_TRIES = 40
"""Whoever asks how a run stands takes its lock for an instant."""

_UNKEPT = (Stepped, Evaluated, Reinforced, Rewarded)
"""What a run would have to do again until it keeps where it stands."""
Work = Callable[[Callable[[], Wish]], Generator[Event, None, Ended]]
"""Makes the events of a run from a function that tells what is wished."""


def start(run: Run, *, key: bytes | None, module: str = "finetune") -> None:
    """Starts the run's process and returns when it has the run. Raises `OutputError` where it does not come up."""
    ask(run, "go")
    output = subprocess.DEVNULL if run.sealed else (run.folder / OUTPUT).open("ab")
    try:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", module, "run", str(run.folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=output,
            cwd=run.folder,
            env={name: value for name, value in environment().items() if name not in (ENVIRONMENT, ENVIRONMENT_NEW)},
            start_new_session=True,
            creationflags=getattr(subprocess, "DETACHED_PROCESS", 0)
            | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
    except OSError as failure:
        raise OutputError(
            f"The process of the run {run.name} cannot be started ({failure.strerror or failure}).",
            remedy="Close other programs and try again.",
        ) from failure
    finally:
        if not isinstance(output, int):
            output.close()
    assert process.stdin is not None
    with suppress(BrokenPipeError):  # it ended already: told below
        process.stdin.write(b"" if key is None else key.hex().encode())
        process.stdin.close()
    until = time.monotonic() + BEGIN_S
    while process.poll() is None and not is_running(run):
        if time.monotonic() > until:
            process.kill()
            process.wait()
            break
        time.sleep(LOOK_EVERY_S)
    # The process is not waited for: from here on its lock tells whether it lives. Popen would warn of that.
    process.returncode = process.returncode if process.returncode is not None else 0
    if process.returncode not in (0, EXIT_FAILED, EXIT_FAULT):
        raise OutputError(
            f"The process of the run {run.name} did not come up.",
            remedy="Try again." if run.sealed else f"See the last lines of {run.folder / OUTPUT}.",
        )


def follow_first(work: Work) -> int:
    """The life of one of several processes that share a run, but the first: it takes no lock and tells nothing."""
    for _ in work(lambda: "go"):
        pass
    return 0


def read_key() -> bytes | None:
    """The key on standard input; None where there is none. Raises `UsageError`."""
    told = sys.stdin.buffer.read().decode("ascii", "replace").strip()
    try:
        return bytes.fromhex(told) if told else None
    except ValueError as failure:
        raise UsageError("Standard input holds no key.", remedy="Start runs with `videmo train`.") from failure


def live(run: Run, work: Work) -> int:
    """The whole life of a run's process; returns its exit code. Raises `OutputError` where another one has the run."""
    lock = _lock(run)
    try:
        log = Log(run.log)
        try:
            return _ended(_drive(run, work, log), log)
        finally:
            log.close()
    finally:
        with suppress(OutputError):
            ask(run, "go")
        lock.release()


def _drive(run: Run, work: Work, log: Log) -> Ended:
    terminated: list[int] = []

    def terminate(number: int, _frame: FrameType | None) -> None:
        terminated.append(number)

    def wished() -> Wish:
        return "pause" if terminated else wish_for(run)

    before = signal.signal(signal.SIGTERM, terminate)  # as when the computer is shut down: what there is, is kept
    try:
        log.add(Preparing("starting", 0, 1, None))
        run.workspace(None).sweep()
        return _told(work(wished), log, wished)
    except ExpectedError as failure:
        return Ended("failed", f"{failure.problem} {failure.remedy}")
    except MemoryError:
        return Ended("failed", "There was not enough main memory. Close other programs, or choose a smaller preset.")
    except OSError as failure:  # of a disk, above all; in a sealed run without the file's name
        place = Path(str(failure.filename)) if failure.filename and not run.sealed else run.folder
        refused = cannot_keep(place, failure)
        return Ended("failed", f"{refused.problem} {refused.remedy}")
    except Exception as fault:  # a run's last line: any fault of the program must reach the log, which all watch
        if not run.sealed:
            traceback.print_exc()
        return Ended("failed", _fault(run, fault))
    finally:
        signal.signal(signal.SIGTERM, before)


def _told(events: Generator[Event, None, Ended], log: Log, wished: Callable[[], Wish]) -> Ended:
    """Writes events down. A wish that comes while nothing can be lost is granted at once, else by the work itself."""
    unkept = False
    shared = processes() > 1  # then the others must hear of it too, which the work sees to
    try:
        while True:
            try:
                event = next(events)
            except StopIteration as end:
                return end.value
            log.add(event)
            unkept = isinstance(event, _UNKEPT) or (unkept and not isinstance(event, Kept))
            if not shared and isinstance(event, Preparing) and not unkept and (wish := wished()) != "go":
                return Ended("paused" if wish == "pause" else "stopped", "")
    finally:
        events.close()


def _fault(run: Run, fault: Exception) -> str:
    """A fault of the program in words that hold nothing of the data: an exception's text may."""
    frames = traceback.extract_tb(fault.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    told = "" if run.sealed else f" The whole of it is in {run.folder / OUTPUT}."
    return f"This is a fault of the program, not of what you did ({type(fault).__name__} in {where}).{told}"


def _ended(ended: Ended, log: Log) -> int:
    log.add(ended)
    return EXIT_FAILED if ended.how == "failed" else 0


def _lock(run: Run) -> WriteLock:
    for last in [False] * LOCK_TRIES + [True]:
        try:
            return WriteLock(run.lock)
        except HeldError as failure:
            if last:
                raise OutputError(
                    f"The run {run.name} is running already ({failure.holder}).",
                    remedy="Wait for it, or pause it first.",
                ) from failure
            time.sleep(LOOK_EVERY_S)
        except NoLockError as failure:
            raise OutputError(
                f"The folder {run.folder} cannot be locked ({failure}).", remedy="Choose a disk that knows locks."
            ) from failure
    raise AssertionError("unreachable")
