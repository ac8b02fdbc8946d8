"""Keeps native libraries from writing into the user's terminal. Comes in: nothing. Goes out: a context manager."""

import contextlib
import os
import threading
from collections.abc import Generator

_lock = threading.Lock()


@contextlib.contextmanager
def quiet_stderr() -> Generator[None]:
    """Hides what MediaPipe's C++ prints while a task starts; it heeds no log level before 1.x.

    Works on the file descriptor, so it is held as short as possible; errors still arrive as exceptions.
    """
    with _lock:
        try:
            kept = os.dup(2)
        except OSError:  # a windowed program on Windows has no descriptor 2
            yield
            return
        try:
            with open(os.devnull, "wb") as sink:  # noqa: PTH123 (a descriptor is wanted, not a path)
                os.dup2(sink.fileno(), 2)
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)
