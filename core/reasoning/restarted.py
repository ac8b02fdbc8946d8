"""An engine that is started anew after it failed. In: how it is opened. Out: the running engine.

Must not know: which engine it is.
"""

from collections.abc import Callable

from core.progress import Stage
from core.vlm.backend import Backend


class RestartedEngine:
    """Opens an engine when it is wanted, and again after it was lost. Closed once, by whoever made it."""

    def __init__(self, opening: Callable[[], Stage[Backend]]) -> None:
        self._opening = opening
        self._backend: Backend | None = None

    def running(self) -> Stage[Backend]:
        """The engine, opened now if need be. Raises `EngineError` where it cannot be."""
        if self._backend is None:
            self._backend = yield from self._opening()
        return self._backend

    @property
    def loaded(self) -> Backend | None:
        """The engine as it is now; None before it was wanted and after it was lost."""
        return self._backend

    def lose(self) -> None:
        """Frees what is left of an engine that failed; the next call of `running` opens another."""
        backend, self._backend = self._backend, None
        if backend is not None:
            backend.close()

    close = lose
