"""What an engine on this computer holds for its caller, by handle. In: pictures and contexts. Out: the same again.

Must not know: what they are made of.
"""

from itertools import count
from typing import Generic, TypeVar

from core.vlm.backend import Context, Encoded, PromptTooLongError

P = TypeVar("P")
R = TypeVar("R")


class Held(Generic[P, R]):
    """Encoded pictures (`P`) and contexts that were read (`R`)."""

    def __init__(self) -> None:
        self._pictures: dict[int, P] = {}
        self._read: dict[int, R] = {}
        self._handles = count(1)

    def add_pictures(self, pictures: P, *, tokens: int) -> Encoded:
        """Keeps an encoded clip of that many visual tokens."""
        handle = next(self._handles)
        self._pictures[handle] = pictures
        return Encoded(handle, tokens)

    def add_read(self, read: R, *, tokens: int) -> Context:
        """Keeps a context of that many tokens."""
        handle = next(self._handles)
        self._read[handle] = read
        return Context(handle, tokens)

    def pictures(self, clip: Encoded) -> P:
        """What stands behind a handle. Raises `ValueError` for an unknown one."""
        if clip.handle not in self._pictures:
            raise ValueError(f"{clip} is not held here")
        return self._pictures[clip.handle]

    def read(self, context: Context) -> R:
        """What stands behind a handle. Raises `ValueError` for an unknown one."""
        if context.handle not in self._read:
            raise ValueError(f"{context} is not held here")
        return self._read[context.handle]

    def drop(self, one: Encoded | Context) -> R | None:
        """Lets go of a handle; the context it stood for, so that its memory can be given back. Unknown ones: None."""
        self._pictures.pop(one.handle, None)
        return self._read.pop(one.handle, None)

    def clear(self) -> None:
        """Lets go of everything."""
        self._pictures.clear()
        self._read.clear()


def must_fit(tokens: int, *, longest: int) -> None:
    """Raises `PromptTooLongError` for a context of more tokens than the engine was loaded for."""
    if tokens > longest:
        raise PromptTooLongError(
            f"The prompt would take {tokens} tokens, and the model was loaded for {longest}.",
            remedy="Use fewer pictures or shorter answers, or load the model for a longer context.",
        )
