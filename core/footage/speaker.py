"""Sound as the clock: what is heard now says what time it is. In: a `Video`, a loudspeaker. Out: a `Clock`.

A thread fills a short queue; the loudspeaker asks for samples and says when they will be heard. Where it runs dry it
plays silence and the recording's time waits, so that sound and picture never part. Knows nothing of pictures.
"""

import importlib
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from core.errors import ExpectedError, FootageError
from core.footage.clock import Course
from core.footage.sound import CHANNELS, RATE, Samples, SoundTrack
from core.records.video import Video

QUEUE_S = 0.4
"""Sound that is decoded ahead."""
READY_S = 0.15
"""As much must be there before it begins …"""
PATIENCE_S = 1.5
"""… but it begins after this in any case."""
LOST_S = 2.0
"""A loudspeaker that asks for nothing for so long is gone."""
REMEMBERED_S = 5.0

Fill = Callable[[Samples, float], None]
"""Called with a (n, 2) block to fill and the time, on the loudspeaker's clock, when its first sample will be heard."""


class SoundError(ExpectedError):
    """There is no loudspeaker, or it stopped."""


class Speaker(Protocol):
    """Asks for samples at `RATE` and plays them."""

    def start(self, fill: Fill) -> None:
        """Begins to ask, from a thread of its own. Raises `SoundError`."""
        ...

    def stop(self) -> None:
        """Asks no more; what was given is dropped."""
        ...

    def seconds(self) -> float:
        """The time now, on the clock that `fill` is told of."""
        ...


class DeviceSpeaker:
    """The computer's usual loudspeaker, through PortAudio."""

    def __init__(self) -> None:
        """Raises `SoundError` where PortAudio or a loudspeaker is missing."""
        try:
            self._audio: Any = importlib.import_module("sounddevice")
        except (ImportError, OSError) as failure:  # OSError: the package is there, the PortAudio library is not
            raise _no_speaker() from failure
        try:
            self._audio.query_devices(kind="output")
        except (self._audio.PortAudioError, ValueError) as failure:
            raise _no_speaker() from failure
        self._stream: Any = None

    def start(self, fill: Fill) -> None:
        """See `Speaker`."""

        def asked(out: Samples, _: int, when: Any, __: object) -> None:  # noqa: ANN401 (a C structure)
            heard = float(when.outputBufferDacTime)
            # Some drivers state none; then the stream's own latency is the best there is.
            fill(out, heard if heard > 0 else self.seconds() + float(self._stream.latency))

        self.stop()
        try:
            self._stream = self._audio.OutputStream(
                samplerate=RATE, channels=CHANNELS, dtype="float32", latency="high", callback=asked
            )
            self._stream.start()
        except self._audio.PortAudioError as failure:
            self._stream = None
            raise _no_speaker() from failure

    def stop(self) -> None:
        """See `Speaker`."""
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.abort(ignore_errors=True)
            stream.close(ignore_errors=True)

    def seconds(self) -> float:
        """See `Speaker`."""
        return float(self._stream.time) if self._stream is not None else 0.0


def _no_speaker() -> SoundError:
    return SoundError(
        "No loudspeaker could be opened: recordings play without sound.",
        remedy="Connect one and open the session again, if you need to hear it.",
    )


@dataclass(frozen=True, slots=True)
class _Heard:
    """Samples that were handed to the loudspeaker."""

    at: float
    """When the first is heard, on the loudspeaker's clock."""
    media_s: float
    length_s: float
    speed: float


class SoundClock:
    """A `Clock` that is heard. `start` and `stop` from one thread, `now` and `volume` from any."""

    def __init__(self, video: Video, speaker: Speaker, *, failed: Callable[[ExpectedError], None]) -> None:
        """`failed` is told, from the decoding thread, that the sound cannot be decoded or has broken places."""
        self.volume = 1.0
        """0 to 1."""
        self._video, self._speaker, self._failed = video, speaker, failed
        self._lock = threading.Lock()
        self._filled = threading.Condition(self._lock)
        self._queue: deque[tuple[float, Samples]] = deque()
        self._queued = 0
        self._marks: deque[_Heard] = deque()
        self._course = Course(0.0, 0.0)
        self._feeder: threading.Thread | None = None
        self._stop = threading.Event()
        self._asked_at = 0.0
        self._said = False

    def start(self, course: Course) -> None:
        """See `Clock`. Raises `SoundError` when the loudspeaker cannot be opened."""
        self.stop()
        self._course, self._stop = course, threading.Event()
        self._feeder = threading.Thread(target=self._feed, args=(course, self._stop), name="sound")
        self._feeder.start()
        with self._filled:
            self._filled.wait_for(lambda: self._queued >= READY_S * RATE or self._stop.is_set(), PATIENCE_S)
        self._asked_at = time.monotonic()
        try:
            self._speaker.start(self._fill)
        except SoundError:
            self.stop()
            raise

    def stop(self) -> None:
        """See `Clock`."""
        at_s = self.now()
        self._speaker.stop()
        self._stop.set()
        with self._filled:
            self._filled.notify_all()
        if self._feeder is not None:
            self._feeder.join()
            self._feeder = None
        with self._lock:
            self._queue.clear()
            self._marks.clear()
            self._queued = 0
            self._course = Course(at_s, self._course.end_s)

    def now(self) -> float:
        """See `Clock`: the time of the sample that is heard at this moment."""
        seconds = self._speaker.seconds() if self._feeder is not None else 0.0
        with self._lock:
            heard = next((one for one in reversed(self._marks) if one.at <= seconds), None)
            if heard is None:
                return self._course.start_s
            return heard.media_s + min(seconds - heard.at, heard.length_s) * heard.speed

    @property
    def lost(self) -> bool:
        """Whether the loudspeaker has stopped asking."""
        return self._feeder is not None and time.monotonic() - self._asked_at > LOST_S

    def _fill(self, out: Samples, at: float) -> None:
        self._asked_at = time.monotonic()
        done = 0
        with self._filled:
            while done < len(out) and self._queue:
                media_s, samples = self._queue.popleft()
                count = min(len(samples), len(out) - done)
                out[done : done + count] = samples[:count] * self.volume
                speed = self._course.speed
                self._marks.append(_Heard(at + done / RATE, media_s, count / RATE, speed))
                if count < len(samples):
                    self._queue.appendleft((media_s + count / RATE * speed, samples[count:]))
                done += count
            self._queued -= done
            while self._marks and self._marks[0].at < at - REMEMBERED_S:
                self._marks.popleft()
            self._filled.notify_all()
        out[done:] = 0

    def _feed(self, course: Course, stop: threading.Event) -> None:
        try:
            track = SoundTrack(self._video)
        except FootageError as failure:
            self._give_up(failure)
            self._silence(course, stop)
            return
        at_s = course.start_s
        try:
            while not stop.is_set():
                loop = course.loop if course.loop is not None and at_s < course.loop[1] else None
                end_s = loop[1] if loop is not None else course.end_s
                for block in track.stretch(at_s, end_s, speed=course.speed):
                    if not self._give(at_s, block, stop):
                        return
                    at_s += len(block) / RATE * course.speed
                    if track.broken and not self._said:
                        self._said = True
                        self._failed(_broken_places())
                if loop is None:
                    return
                at_s = loop[0]
        except FootageError as failure:
            self._give_up(failure)
            self._silence(Course(at_s, course.end_s, course.speed, course.loop), stop)
        finally:
            track.close()

    def _give_up(self, failure: ExpectedError) -> None:
        if not self._said:
            self._said = True
            self._failed(failure)

    def _silence(self, course: Course, stop: threading.Event) -> None:
        """Keeps time where there is nothing to be heard."""
        count = 0
        block = np.zeros((RATE // 50, CHANNELS), np.float32)
        while course.after(count / RATE) < course.end_s and self._give(course.after(count / RATE), block, stop):
            count += len(block)

    def _give(self, at_s: float, block: Samples, stop: threading.Event) -> bool:
        with self._filled:
            self._filled.wait_for(lambda: self._queued < QUEUE_S * RATE or stop.is_set())
            if stop.is_set():
                return False
            self._queue.append((at_s, block))
            self._queued += len(block)
            self._filled.notify_all()
        return True


def _broken_places() -> SoundError:
    return SoundError(
        "Parts of the sound of this recording cannot be decoded; they are silent.",
        remedy="If the original plays, copy it again.",
    )
