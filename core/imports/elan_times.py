"""Times of ELAN's time slots. Comes in: slots, some without a time, and the annotations of one tier. Goes out: times.

A slot without a time belongs to an annotation of a time subdivision whose borders nobody set: ELAN spreads them evenly
between the neighbours that have a time. Must not know: XML, labels.
"""

from collections.abc import Sequence
from fractions import Fraction

from core.imports.source import ForeignFileError, Source

Slots = dict[str, Fraction | None]
"""Milliseconds by slot, None where the file gives none."""
SAVE_AGAIN = "Open the file in ELAN, give the annotation a time, save it and import that."


def slot_times(slots: Slots, ends: Sequence[tuple[str, str, int]], source: Source) -> tuple[dict[str, Fraction], int]:
    """The milliseconds of the slots that `ends` (first slot, last slot, line of the annotation) name, and how many of
    them were spread. Raises `ForeignFileError` for a slot that is not there or cannot be placed."""
    for first, last, line in ends:
        for name in (first, last):
            if name not in slots:
                raise source.error(f"the time slot {name} is not there.", remedy=SAVE_AGAIN, line=line)
    times = {
        name: value
        for first, last, _ in ends
        for name, value in ((first, slots[first]), (last, slots[last]))
        if value is not None
    }
    following = {first: (last, line) for first, last, line in ends}
    spread = 0
    for first, (last, line) in following.items():
        if first not in times or last in times:
            continue
        run = {last: None}  # a dict keeps the order and finds a circle at once
        here = last
        while here not in times:
            here, _ = following.get(here, (first, line))
            if here == first or here in run:
                raise _unplaced(source, line)
            run[here] = None
        start, end = times[first], times[here]
        for place, name in enumerate(list(run)[:-1], start=1):
            times[name] = start + (end - start) * place / len(run)
            spread += 1
    for first, last, line in ends:
        if first not in times or last not in times:
            raise _unplaced(source, line)
    return times, spread


def _unplaced(source: Source, line: int) -> ForeignFileError:
    return source.error("an annotation has no time, nor have its neighbours.", remedy=SAVE_AGAIN, line=line)
