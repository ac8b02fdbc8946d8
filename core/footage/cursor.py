"""Where a decoder stands in a recording. In: a `FrameReader` and times. Out: frames one by one, each with its end.

It goes on from where it stands where that is the shorter way, and seeks otherwise. Times are ticks of the recording's
time base after its first frame. Knows nothing of what is done with the frames.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator
from fractions import Fraction
from types import TracebackType
from typing import Literal, Self

from core.errors import FootageError
from core.footage.picture import Frame
from core.footage.reader import FrameReader
from core.records.moment import Moment
from core.records.video import Video

SHORT_BY_S = 1.0
"""Frames that end this much before the recording does were cut off while it was being read."""


class Cursor:
    """A decoder's position. A context manager; for one thread."""

    def __init__(self, video: Video, *, threads: int | Literal["auto"] = "auto") -> None:
        """Raises `FootageError` when the recording cannot be opened."""
        self.video = video
        self.end = math.ceil(Fraction(video.duration_s) / video.time_base)
        """Ticks: where the last frame ends."""
        self._reader = FrameReader(video, threads=threads)
        self._bytes = self._size()
        self._run: Iterator[Frame] | None = None
        self.held: Frame | None = None
        """The frame that `step` gives next; None before the first `seek` and behind the last frame."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self._reader.close()

    def reaches(self, ticks: int) -> bool:
        """Whether going on from here leads to the frame shown at a time, and no seek would be shorter."""
        if self.held is None or self.held.moment.pts > ticks:
            return False
        keys = self.video.key_frames
        behind = bisect_right(keys, ticks) - bisect_right(keys, self.held.moment.pts)
        return not self._reader.seekable or behind == 0

    def seek(self, ticks: int) -> Frame:
        """Stands on a frame from which the one shown at `ticks` is reached. Raises `FootageError` where none is."""
        self._run = self._reader.frames_from(Moment(ticks, self.video.time_base))
        self.held = next(self._run, None)
        if self.held is None:
            self._check()
            raise FootageError(
                f"No frame of “{self.video.path}” can be decoded at {float(ticks * self.video.time_base):.2f} s.",
                remedy="Copy the file again; if it stays so, the recording is damaged there.",
            )
        return self.held

    def step(self) -> tuple[Frame, int]:
        """The held frame and its end, and goes on to the next. Raises `FootageError` when the file is gone."""
        frame, run = self.held, self._run
        if frame is None or run is None:
            raise RuntimeError("a cursor is put somewhere by `seek` first")
        self.held = next(run, None)
        if self.held is not None:
            return frame, self.held.moment.pts
        self._run = None
        if (self.end - frame.moment.pts) * self.video.time_base > SHORT_BY_S:
            self._check()
        return frame, max(self.end, frame.moment.pts + 1)

    def _check(self) -> None:
        if self._size() < self._bytes:
            raise FootageError(
                f"“{self.video.path}” can no longer be read: it was moved, removed or cut while it was open.",
                remedy="Look whether its disk or share is connected, then open the session again.",
            )

    def _size(self) -> int:
        try:
            return self.video.path.stat().st_size
        except OSError:
            return -1
