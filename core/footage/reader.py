"""Reads frames out of a recording, by time. Comes in: a probed `Video` and moments. Goes out: `Frame`s, lazily upright.

Knows nothing of faces or shots. No frame rate is used anywhere: a frame has the time its container states.

Stated rules:
- **Time** counts from `Video.start`, the first frame that can be decoded.
- **Order**: frames come in strictly increasing time. One that does not come after its predecessor is passed over
  and counted as broken. In a container that states decoding times alone (H.264 in AVI) the n-th frame shown in a
  group takes the n-th smallest time; where nothing is stated (a raw stream) the stated or assumed rate spaces them.
- **A broken frame costs that frame**: packets the decoder refuses and frames it flags as corrupt are passed over and
  counted; reading goes on.
- **Seeking** goes to a key frame that is shown at or before the wanted time. Pictures that lead such a key frame
  (open groups) are shown before it, so they are never needed. Formats whose key flags mean nothing (GIF, animated
  PNG and WebP) and files that refuse to seek are read from the beginning.
"""

import heapq
import math
from collections.abc import Generator, Iterator
from fractions import Fraction
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from av import error

from core.errors import FootageError
from core.footage.container import open_container, packets_of, picture_stream
from core.footage.picture import Converter, Frame
from core.footage.probe import probe
from core.records.moment import Moment
from core.records.video import Video

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

__all__ = ["Frame", "FrameReader", "probe"]

NO_KEY_FRAMES = frozenset({"gif", "apng", "webp_pipe", "image2", "png_pipe", "jpeg_pipe"})
MOST_HELD_BACK = 17
"""Pictures a decoder may hold back to put them in order (H.264 and HEVC: 16), plus the one it is given."""

_Decoded = tuple[int, "VideoFrame | None"]


class FrameReader:
    """Decodes stretches of one recording. A context manager; one iteration at a time; not shared between threads."""

    def __init__(self, video: Video, *, threads: int | Literal["auto"] = 1) -> None:
        """`threads`: decoder threads; 1 suits stretches that are read in parallel, "auto" a single pass.

        Raises `FootageError` when the recording cannot be opened any more.
        """
        self.video = video
        self.broken_frames = 0
        """Frames passed over so far in the stretches that were asked for."""
        self._threads: int | Literal["auto"] = threads
        self._converter = Converter(video)
        self._start = video.start.pts
        self._end = self._start + math.ceil(Fraction(video.duration_s) / video.time_base)
        self._second = math.ceil(1 / video.time_base)
        rate = video.average_rate or Fraction(25)
        self._step = max(1, round(1 / (rate * video.time_base)))
        self._turn = 0
        self._container, self._stream = self._opened()
        name = self._container.format.name
        self._seekable = name not in NO_KEY_FRAMES
        self._decoding_times = name == "avi" and video.codec in {"h264", "hevc"}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file. Frames already handed out stay usable."""
        self._turn += 1
        self._container.close()

    def frames(self, start: Moment | None = None, end: Moment | None = None) -> Iterator[Frame]:
        """Every readable frame with start <= time < end, in increasing time; to the borders where None is given.

        Stretches that share a border give together exactly the frames of one pass. Starting a new iteration ends
        the one before (`RuntimeError` when that is continued).
        """
        first = self._start if start is None else self._ticks(start, up=True)
        last = self._end if end is None else self._ticks(end, up=True)
        turn = self._next_turn()
        for ticks, picture in self._decoded_from(first):
            if picture is None:
                self.broken_frames += first <= ticks < last
                continue
            if ticks >= last:
                return
            if ticks < first:
                continue
            yield self._frame(ticks, picture)
            if turn != self._turn:
                raise RuntimeError("this iteration was ended: the reader was closed or asked for other frames")

    @property
    def seekable(self) -> bool:
        """Whether decoding can begin elsewhere than at the file's beginning."""
        return self._seekable

    def frames_from(self, moment: Moment) -> Iterator[Frame]:
        """Every readable frame from where decoding must begin to reach `moment`, those that lead up to it included.

        The first one is shown at or before `moment`, or is the first of all. Otherwise as `frames`.
        """
        turn = self._next_turn()
        for ticks, picture in self._decoded_from(max(self._ticks(moment, up=False), self._start)):
            if picture is None:
                continue
            if ticks >= self._end:
                return
            if ticks < self._start:
                continue
            yield self._frame(ticks, picture)
            if turn != self._turn:
                raise RuntimeError("this iteration was ended: the reader was closed or asked for other frames")

    def frame_at(self, moment: Moment) -> Frame:
        """The frame shown at `moment`: the last readable one that begins at or before it, else the first of all.

        Raises `FootageError` when no frame can be decoded.
        """
        wanted = self._ticks(moment, up=False)
        self._next_turn()
        shown: Frame | None = None
        for ticks, picture in self._decoded_from(max(wanted, self._start)):
            if picture is None:
                continue
            if shown is not None and ticks > wanted:
                break
            shown = self._frame(ticks, picture)
        if shown is None:
            raise FootageError(
                f"No frame of “{self.video.path}” can be decoded at {moment.seconds:.2f} s.",
                remedy="Copy the file again; if it stays so, the recording is damaged there.",
            )
        return shown

    def _frame(self, ticks: int, picture: "VideoFrame") -> Frame:
        return Frame(Moment(ticks - self._start, self.video.time_base), picture, self._converter)

    def _ticks(self, moment: Moment, *, up: bool) -> int:
        exact = moment.exact / self.video.time_base
        return self._start + (math.ceil(exact) if up else math.floor(exact))

    def _next_turn(self) -> int:
        self._turn += 1
        return self._turn

    def _opened(self) -> "tuple[InputContainer, VideoStream]":
        container = open_container(self.video.path)
        try:
            stream = picture_stream(container, self.video.path)
            stream.thread_type = "NONE" if self._threads == 1 else "AUTO"
            stream.thread_count = 0 if self._threads == "auto" else self._threads
        except BaseException:
            container.close()
            raise
        self._untouched = True
        return container, stream

    def _decoded_from(self, ticks: int) -> Generator[_Decoded]:
        """Decoded frames from one at or before `ticks` on, or from the first there is."""
        back = 0
        while True:
            beginning = self._jump(ticks - back)
            run = self._decoded(not_after=None if beginning else ticks)
            try:
                early: list[_Decoded] = []
                for item in run:
                    early.append(item)
                    if item[1] is not None:
                        break
                if beginning or (early and early[-1][1] is not None and early[-1][0] <= ticks):
                    yield from early
                    yield from run
                    return
            finally:
                run.close()
            # The key frame there is broken, or shown after the wanted time: try one further back.
            back = max(self._second, back * 4)

    def _jump(self, ticks: int) -> bool:
        """Puts the file's position before `ticks`. Returns whether that is its beginning."""
        if self._seekable and ticks > self._start:
            self._untouched = False  # A seek that fails moves the position all the same.
            try:
                self._container.seek(ticks, stream=self._stream, backward=True)
            except (error.FFmpegError, OverflowError):
                self._seekable = False
            else:
                return False
        if not self._untouched:
            self._container.close()
            self._container, self._stream = self._opened()
        self._untouched = False
        return True

    def _decoded(self, *, not_after: int | None) -> Generator[_Decoded]:
        """Time in ticks and picture, None for a broken one, in increasing time, from the present position.

        With `not_after`, decoding begins at a key frame, and ends at once when that is shown later.
        """
        held: list[int] = []
        previous: int | None = None
        waiting = not_after is not None
        for packet in packets_of(self._container, self._stream):
            if waiting and packet is not None:
                shown = packet.dts if packet.pts is None else packet.pts
                if not packet.is_keyframe and packet.size:
                    continue
                if shown is None or not_after is None or shown > not_after:
                    return
                waiting = False
            at = packet.pts if packet is not None else None
            try:
                pictures = self._stream.decode(packet) if packet is not None else []
            except error.FFmpegError:
                pictures = None
            if packet is None or pictures is None:
                yield (self._start if previous is None else previous + self._step) if at is None else at, None
                continue
            if self._decoding_times and at is not None and packet.size:
                heapq.heappush(held, at)
            for picture in pictures:
                stated = picture.pts
                if self._decoding_times and held:
                    stated = heapq.heappop(held)
                ticks = self._time_of(stated, previous)
                if previous is not None and ticks <= previous:
                    yield previous, None
                    continue
                previous = ticks
                yield ticks, None if picture.is_corrupt else picture
            while len(held) > MOST_HELD_BACK:
                heapq.heappop(held)

    def _time_of(self, stated: int | None, previous: int | None) -> int:
        if stated is not None:
            return stated
        return self._start if previous is None else previous + self._step
