"""The beginning of a recording while the rest is looked at. In: stretches as they finish. Out: a `FacePass` so far.

A beginning is shown when the first stretch is there, and again when a third and two thirds are: reading it costs time
that the whole will cost once more. Must not know: what is made of it.
"""

from collections.abc import Mapping, Sequence

from core.faces.rules import FaceRule
from core.faces.stretch import Stretch, StretchResult
from core.faces.tracker import join_stretches
from core.records.measurement import FacePass
from core.records.moment import Span


class Beginnings:
    """Asked again and again while stretches finish, in whatever order."""

    def __init__(
        self, stretches: Sequence[Stretch], kept: Mapping[int, StretchResult], *, rule: FaceRule | None = None
    ) -> None:
        self._stretches, self._kept, self._rule = stretches, kept, rule or FaceRule()
        count = len(stretches)
        self._marks = sorted({1, -(-count // 3), -(-2 * count // 3)} - {count})

    def new(self) -> tuple[FacePass, Span] | None:
        """The faces so far and the span they cover, when that grew past another mark; None otherwise."""
        done = 0
        while done < len(self._stretches) and self._stretches[done].index in self._kept:
            done += 1
        passed = [mark for mark in self._marks if mark <= done]
        if not passed or done == len(self._stretches):
            return None
        self._marks = self._marks[len(passed) :]
        part = self._stretches[:done]
        found = join_stretches(
            (self._kept[stretch.index] for stretch in part),
            link=self._rule.link,
            quality=self._rule.quality,
            shots=self._rule.shots,
        )
        return found, Span(part[0].span.start, part[-1].span.end)
