"""Clips that look the same, though their files or spans differ: re-encoded copies, and moments in which nothing moves.

Comes in: pictures of clips. Goes out: groups. A look is a difference hash (16 x 16 differences of neighbours in each of
four pictures), 1024 bits: what is brighter than what, nothing that would find a person elsewhere; it is kept in memory
alone. Measured on the real clips of the tests, spans of two seconds: re-encoded at another size and rate at most 4.3 %
of the bits differ (at 160 x 120 and low quality 7.3 %), two moments of one person 5.3 % at least, two people 38 %.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.progress import Progress, Stage
from core.vlm.backend import Clip

SIDE = 16
PICTURES = 4
BITS = PICTURES * SIDE * SIDE
WORDS = BITS // 64
_LEAST_STEP = 1
"""A neighbour is brighter from this many of 255 on: below, in even areas, it is noise."""
ALIKE_SHARE = 0.05
"""Looks that differ in at most this share of their bits are the same."""
SAME_LENGTH_S = 0.25
"""Only clips whose lengths differ by less are compared: a copy is as long, to within some frames."""
_EVERY = 256


def look_of(clip: Clip) -> NDArray[np.uint64]:
    """(16,) the look of a clip: four of its pictures, the first and the last among them."""
    chosen = np.round(np.linspace(0, len(clip.frames) - 1, PICTURES)).astype(np.intp)
    bits: list[NDArray[np.bool_]] = []
    for frame in clip.frames[chosen]:
        small = Image.fromarray(frame).convert("L").resize((SIDE + 1, SIDE), Image.Resampling.BOX)
        grey = np.asarray(small, np.int16)
        bits.append((grey[:, 1:] > grey[:, :-1] + _LEAST_STEP).reshape(-1))
    return np.packbits(np.concatenate(bits)).view(np.uint64)


def alike(looks: NDArray[np.uint64], lengths_s: Sequence[float]) -> Stage[tuple[tuple[int, ...], ...]]:
    """Groups of places whose (n, 16) looks are the same, through others where need be; in order, alone in none."""
    order = np.argsort(np.array(lengths_s), kind="stable")
    lengths = np.array(lengths_s, np.float64)[order]
    sorted_looks = looks[order]
    ends = np.searchsorted(lengths, lengths + SAME_LENGTH_S, side="right")
    group = list(range(len(order)))

    def root(place: int) -> int:
        while group[place] != place:
            group[place] = group[group[place]]
            place = group[place]
        return place

    for row in range(len(order)):
        if row % _EVERY == 0:
            yield Progress("comparing clips", row, len(order), "clips")
        others = sorted_looks[row + 1 : ends[row]]
        apart = np.bitwise_count(others ^ sorted_looks[row]).sum(axis=1, dtype=np.int64)
        for other in np.flatnonzero(apart <= ALIKE_SHARE * BITS).tolist():
            first, last = sorted((root(row), root(row + 1 + other)))
            group[last] = first
    found: dict[int, list[int]] = {}
    for row, place in enumerate(order.tolist()):
        found.setdefault(root(row), []).append(place)
    return tuple(sorted(tuple(sorted(places)) for places in found.values() if len(places) > 1))
