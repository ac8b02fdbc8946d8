"""Frames that were decoded lately, at the size of the display. In: pictures. Out: the one shown at a time.

Bounded in bytes; the picture that was used least lately goes first, but not one in the span that is to be kept. Times
are ticks of the recording's time base after its first frame. Knows nothing of decoding.
"""

from bisect import bisect_right, insort
from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A frame ready to be painted."""

    start: int
    """Ticks of the recording's time base after its first frame: when it is shown …"""
    end: int
    """… and when the next readable frame takes its place."""
    pixels: NDArray[np.uint8]
    """(h, w, 3) uint8 RGB, upright."""


class FrameCache:
    """Pictures by the time they are shown. For one thread."""

    def __init__(self, *, budget: int) -> None:
        """`budget`: bytes of pixels."""
        self._budget = budget
        self._bytes = 0
        self._starts: list[int] = []
        self._pictures: OrderedDict[int, Picture] = OrderedDict()
        self.keep: tuple[int, int] | None = None
        """Pictures that start in this span stay as long as others can go; at most half the budget should lie in it."""

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def size(self) -> int:
        """Bytes of pixels held now."""
        return self._bytes

    def at(self, ticks: int) -> Picture | None:
        """The picture shown at a time."""
        place = bisect_right(self._starts, ticks) - 1
        if place < 0:
            return None
        picture = self._pictures[self._starts[place]]
        if picture.end <= ticks:
            return None
        self._pictures.move_to_end(picture.start)
        return picture

    def nearest(self, ticks: int) -> Picture | None:
        """The picture shown at a time, else the one that is nearest to it."""
        place = bisect_right(self._starts, ticks)
        near = [self._pictures[start] for start in self._starts[max(0, place - 1) : place + 1]]
        return min(near, key=lambda one: distance(one, ticks), default=None)

    def covered_until(self, ticks: int, *, limit: int) -> int:
        """The end of the unbroken run of pictures from a time on, looked at up to `limit`; the time itself for none."""
        while ticks < limit:
            picture = self.at(ticks)
            if picture is None:
                break
            ticks = picture.end
        return ticks

    def covered_from(self, ticks: int, *, limit: int) -> int:
        """The start of the unbroken run of pictures up to the one shown at a time, looked at down to `limit`."""
        picture = self.at(ticks)
        while picture is not None:
            ticks = picture.start
            if ticks <= limit:
                break
            picture = self.at(ticks - 1)
        return ticks

    def put(self, picture: Picture) -> None:
        """Takes a picture in, and lets others go where the budget asks for it."""
        known = self._pictures.pop(picture.start, None)
        if known is None:
            insort(self._starts, picture.start)
        else:
            self._bytes -= known.pixels.nbytes
        self._pictures[picture.start] = picture
        self._bytes += picture.pixels.nbytes
        while self._bytes > self._budget and len(self._pictures) > 1:
            self._drop(next((start for start in self._pictures if not self._kept(start)), next(iter(self._pictures))))

    def clear(self) -> None:
        """Forgets all."""
        self._starts.clear()
        self._pictures.clear()
        self._bytes = 0

    def _kept(self, start: int) -> bool:
        return self.keep is not None and self.keep[0] <= start < self.keep[1]

    def _drop(self, start: int) -> None:
        self._bytes -= self._pictures.pop(start).pixels.nbytes
        del self._starts[bisect_right(self._starts, start) - 1]


def distance(picture: Picture, ticks: int) -> int:
    """How far a time is from when the picture is shown; 0 while it is."""
    return max(picture.start - ticks, ticks - picture.end + 1, 0)
