"""Finds the frame shown at a time as fast as it can be had. In: a `Video` and times. Out: pictures, best at hand first.

A frame that is decoded already is shown at once. Else the nearest one at hand is shown, with its own time, while the
decoder goes on from where it stands, or from a key frame, to the one that was asked for. On its way it keeps what the
next wishes will need: every frame shortly before the one that was asked for, and one in a while of the others.

Times are ticks of the recording's time base after its first frame. Knows nothing of clocks and threads.
"""

import math
from collections.abc import Callable
from fractions import Fraction

from core.footage.cursor import Cursor
from core.footage.frame_cache import FrameCache, Picture, distance
from core.footage.picture import Frame
from core.records.video import Video

BACK_S = 0.5
"""So much before a frame that was asked for is kept, for steps back …"""
READY_S = 0.3
"""… and so much must be there; else it is decoded while nothing is asked for."""
SPARSE_S = 0.25
"""On the way to a frame one picture in so much time is kept, to have something near at the next wish."""
NEAR_S = 0.1
"""Where the decoder stands nearer than this nothing else is shown meanwhile: the frame itself is there as soon."""


class Scrubber:
    """A recording's decoder and what it decoded lately. For one thread; close it."""

    def __init__(
        self, video: Video, *, budget: int, show: Callable[[Picture, bool], None], newer: Callable[[], bool]
    ) -> None:
        """`budget`: bytes of pictures. `show` gets a picture and whether it is the one that was asked for.

        `newer` says whether something else is asked for by now.
        """
        self.video = video
        self.longest_side: int | None = None
        self.cache = FrameCache(budget=budget)
        self.at: Picture | None = None
        """The last frame that was shown because it was asked for."""
        self.end = math.ceil(Fraction(video.duration_s) / video.time_base)
        self._budget = budget
        self._show, self._newer = show, newer
        self._cursor: Cursor | None = None
        self._prepared: int | None = None

    def close(self) -> None:
        """Closes the file; it is opened again when it is needed."""
        if self._cursor is not None:
            self._cursor.close()
            self._cursor = None

    def present(self, picture: Picture, *, exact: bool = True) -> None:
        """Shows a picture."""
        if exact:
            self.at = picture
        self._show(picture, exact)

    def go_to(self, ticks: int, *, show: bool = True, patient: bool = False) -> Picture | None:
        """The frame at a time, the nearest one being shown meanwhile; None when something else was asked for.

        `show=False` shows nothing; `patient` goes to the end whatever is asked for, and shows that one alone. Raises
        `FootageError`.
        """
        known = self.cache.at(ticks)
        if known is None:
            cursor = self._cursor_for(ticks)
            stands = cursor.held
            if show and not patient and stands is not None and ticks - stands.moment.pts > self.ticks(NEAR_S):
                self._show_nearest(stands, ticks)
            known = self._decode_to(ticks, cursor, patient=patient)
        if known is not None and show:
            self.present(known)
        return known

    def prepare(self) -> bool:
        """Decodes what the next step back will need. Returns whether there may be more to do. Raises `FootageError`."""
        at = self.at
        if at is None or self.video.still:
            return False
        limit = max(0, at.start - self.ticks(min(READY_S, self.room_s(8))))
        first = self.cache.covered_from(at.start, limit=limit)
        if first <= limit or first == self._prepared:
            return False
        self._prepared = first
        if self.go_to(first - 1, show=False) is None:
            self._prepared = None
            return True
        # And stands behind the frame that is shown again, for the next step on.
        while self._cursor is not None and self._cursor.held is not None and self._cursor.held.moment.pts < at.end:
            self._cursor.step()
            if self._newer():
                break
        return True

    def decode_one(self, wanted: int) -> tuple[Frame, int]:
        """The next frame on the way to a time, with its end. Raises `FootageError`."""
        return self._cursor_for(wanted).step()

    def take(self, frame: Frame, end: int) -> Picture:
        """A decoded frame as a picture, kept from now on."""
        known = self.cache.at(frame.moment.pts)
        if known is not None and known.start == frame.moment.pts:
            return known
        picture = Picture(frame.moment.pts, end, frame.rgb(longest_side=self.longest_side))
        self.cache.put(picture)
        return picture

    def ticks(self, seconds: float) -> int:
        """Seconds as ticks, rounded up."""
        return math.ceil(Fraction(seconds) / self.video.time_base)

    def room_s(self, parts: int) -> float:
        """How many seconds of pictures fill one of so many parts of the budget; two frames at least."""
        each = self.at.pixels.nbytes if self.at is not None else 3 * self.video.width * self.video.height
        return max(2, self._budget // parts // max(1, each)) / float(self.video.average_rate or 25)

    def _decode_to(self, ticks: int, cursor: Cursor, *, patient: bool) -> Picture | None:
        back, sparse = self.ticks(min(BACK_S, self.room_s(4))), self.ticks(SPARSE_S)
        kept_at = -sparse
        while True:
            frame, end = cursor.step()
            start = frame.moment.pts
            # Before the first readable frame, and behind the last, the neighbour is shown.
            last = end > ticks or cursor.held is None
            if last or ticks - start <= back or start - kept_at >= sparse:
                kept_at = start
                picture = self.take(frame, end)
                if last:
                    return picture
            if not patient and self._newer():
                return None

    def _show_nearest(self, stands: Frame, ticks: int) -> None:
        near = self.cache.nearest(ticks)
        if near is None or distance(near, ticks) > ticks - stands.moment.pts:
            # Its end is not known before the next frame is decoded, so it is not kept.
            near = Picture(stands.moment.pts, stands.moment.pts + 1, stands.rgb(longest_side=self.longest_side))
        self.present(near, exact=False)

    def _cursor_for(self, ticks: int) -> Cursor:
        if self._cursor is None:
            self._cursor = Cursor(self.video)
        if not self._cursor.reaches(ticks):
            self._cursor.seek(ticks)
        return self._cursor
