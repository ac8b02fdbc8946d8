"""The one answer that is drawn, as a stage. In: what `Backend.sample` gave for one answer. Out: the reply."""

from collections.abc import Callable, Generator
from contextlib import closing

from core.progress import Progress, Stage
from core.vlm.backend import Reply, Token


def drawn(
    drawing: Generator[Token, None, tuple[Reply, ...]],
    *,
    doing: str,
    most: int = 0,
    heard: Callable[[str], None] | None = None,
) -> Stage[Reply]:
    """Draws it to its end; every token is a cancel point. `most`: of its tokens, 0 where nobody knows.

    `doing` is what the user is told meanwhile; `heard` is given the reply piece by piece. Raises what `sample` raises.
    """
    with closing(drawing):
        count = 0
        while True:
            try:
                token = next(drawing)
            except StopIteration as end:
                return end.value[0]
            count += 1
            if heard is not None:
                heard(token.text)
            yield Progress(doing, count, most, "tokens")
