"""Plays and scrubs a recording, frame-true. In: a `Video` and wishes. Out: pictures with their own times.

Every picture is handed over with the time of its own frame, so that time and picture agree whatever is asked for. The
newest wish counts. While it plays, the clock (what is heard, or the computer's own) says which frame is due, and
decoding runs ahead of it into the cache. All work is done in a thread of its own.

Times are `Moment`s after the recording's first frame, ticks of its time base inside. Knows nothing of widgets.
"""

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.errors import ExpectedError, FootageError
from core.footage.clock import Clock, Course, Loop, SteadyClock
from core.footage.frame_cache import Picture
from core.footage.scrub import Scrubber
from core.footage.speaker import SoundClock, SoundError, Speaker
from core.records.moment import Moment
from core.records.video import Video

BUDGET = 150_000_000
"""Bytes of decoded pictures."""
AHEAD_S = 0.4
"""Decoded ahead while it plays, at speed 1."""
LATE_S = 0.15
"""A computer that is too slow shows late frames, with their own times, at least so often …"""
HOLD_S = 1.0
"""… and when it is behind by more the clock waits for it."""
LOOP_KEPT_S = 2.0
"""The beginning of a loop stays in the cache: it plays while the decoder goes back."""
LONGEST_WAIT_S = 0.05
SHORTEST_LOOP_S = 0.05
END_S = 0.002
"""The clock counts samples; so near the end it is there."""

State = Literal["paused", "playing", "ended"]


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A frame on its way to the screen."""

    moment: Moment
    """When it begins, after the recording's first frame."""
    end: Moment
    """When the next frame takes its place."""
    pixels: NDArray[np.uint8]
    """(h, w, 3) uint8 RGB, upright."""
    exact: bool
    """Whether it is the one that was asked for; False for the nearest one that was there."""


@dataclass(slots=True)
class _Wish:
    """What is asked for and not done yet."""

    target: int | None = None
    steps: int = 0


class Playback:
    """One recording being watched. Methods return at once and may be called from any thread; `close` ends its thread.

    `shown`, `failed` and `changed` are called from the thread of the playback.
    """

    def __init__(
        self,
        video: Video,
        *,
        shown: Callable[[Shown], None],
        failed: Callable[[ExpectedError], None],
        changed: Callable[[State], None] = lambda _: None,
        speaker: Callable[[], Speaker] | None = None,
        longest_side: int | None = None,
        budget: int = BUDGET,
    ) -> None:
        """`speaker` makes a loudspeaker or raises `SoundError`; None plays without sound. `budget`: bytes of pictures.

        `failed` hears of a file that cannot be read, and once of sound that cannot be had. No picture is shown before
        something is asked for.
        """
        self.video = video
        self._on_shown, self._on_failed, self._on_changed = shown, failed, changed
        self._speaker = speaker
        self._base = video.time_base
        self._lock = threading.Condition()
        self._wish = _Wish()
        self._turn = 0
        """Counts what was asked for."""
        self._done = 0
        """What of it the thread has heard."""
        self._play, self._closed = False, False
        self._speed, self._volume = 1.0, 1.0
        self._loop: Loop | None = None
        self._restart, self._resized = False, False
        self._longest_side = longest_side
        # Of the thread alone from here on.
        self._frames = Scrubber(video, budget=budget, show=self._show, newer=lambda: self._turn != self._done)
        self._frames.longest_side = longest_side
        self._clock: Clock = SteadyClock()
        self._sound: SoundClock | None = None
        self._running = False
        self._state: State = "paused"
        self._shown_at = 0.0
        self._thread = threading.Thread(target=self._work, name="frames")
        self._thread.start()

    def seek(self, moment: Moment) -> None:
        """Shows the frame at a moment; playing goes on from there."""
        with self._lock:
            self._wish = _Wish(min(max(0, math.floor(moment.exact / self._base)), self._frames.end - 1))
            self._tell()

    def step(self, frames: int) -> None:
        """Goes so many frames on, or back; steps that are asked for meanwhile add up. Pauses."""
        with self._lock:
            self._wish.steps += frames
            self._play = False
            self._tell()

    def play(self) -> None:
        """Plays from where it is, or from the beginning when it is at the end."""
        with self._lock:
            self._play = True
            self._tell()

    def pause(self) -> None:
        """Stops on the frame that is shown."""
        with self._lock:
            self._play = False
            self._tell()

    def set_speed(self, speed: float) -> None:
        """Seconds of the recording per second, 0.25 to 4."""
        with self._lock:
            self._speed, self._restart = speed, True
            self._tell()

    def set_loop(self, loop: Loop | None) -> None:
        """Plays from the first time up to the second again and again; None: to the end."""
        if loop is not None:
            loop = max(0.0, loop[0]), min(loop[1], self.video.duration_s)
            loop = loop if loop[1] - loop[0] >= SHORTEST_LOOP_S else None
        with self._lock:
            if loop != self._loop:
                self._loop, self._restart = loop, True
                self._tell()

    def set_volume(self, volume: float) -> None:
        """0 to 1."""
        self._volume = volume
        sound = self._sound
        if sound is not None:
            sound.volume = volume

    def set_longest_side(self, pixels: int) -> None:
        """How large pictures are wanted: no side longer than this."""
        with self._lock:
            if pixels != self._longest_side:
                self._longest_side, self._resized = pixels, True
                self._tell()

    def close(self, *, wait: bool = True) -> None:
        """Ends the thread and closes the file; with `wait` returns when that is done."""
        with self._lock:
            self._closed = True
            self._tell()
        if wait:
            self._thread.join()

    @property
    def cached_bytes(self) -> int:
        """Bytes of pictures held now."""
        return self._frames.cache.size

    def _tell(self) -> None:
        self._turn += 1
        self._lock.notify_all()

    # From here on: the thread.

    def _work(self) -> None:
        wait_s: float | None = None
        while True:
            with self._lock:
                self._lock.wait_for(lambda: self._turn != self._done, wait_s)
                self._done = self._turn
                if self._closed:
                    break
                # What was not reached the last time is still wished for; a newer target replaces it.
                wish, self._wish = self._wish, _Wish()
                resized, restart = self._resized, self._restart
                self._resized = self._restart = False
                playing = self._play
            try:
                wait_s = self._do(wish, playing=playing, resized=resized, restart=restart)
                self._report("playing" if self._play else "paused")
            except FootageError as failure:
                self._pause("paused")
                self._frames.close()
                self._on_failed(failure)
                wait_s = None
        self._stop()
        self._frames.close()
        self._frames.cache.clear()

    def _do(self, wish: _Wish, *, playing: bool, resized: bool, restart: bool) -> float | None:
        """Does what is due. Returns how long there is nothing to do, None for until something is asked for."""
        moving = wish.target is not None or wish.steps != 0
        if self._running and (moving or restart or not playing):
            self._stop()
        if resized:
            self._frames.longest_side = self._longest_side
            self._frames.cache.clear()
        if moving:
            self._move(wish)
            return 0.0
        if playing:
            return self._play_on()
        if resized:
            self._show_again()
        return 0.0 if self._frames.prepare() else None

    def _move(self, wish: _Wish) -> None:
        frames = self._frames
        place, steps = frames.at, wish.steps
        if wish.target is not None or place is None:
            target = wish.target or 0
            place = frames.go_to(target, show=steps == 0)
            if place is None:
                self._wish_again(target, steps)
                return
        direction = 1 if steps > 0 else -1
        for _ in range(abs(steps)):
            beside = place.end if direction > 0 else place.start - 1
            if not 0 <= beside < frames.end:
                frames.present(place)
                return
            place = frames.go_to(beside, patient=True) or place

    def _show_again(self) -> None:
        """The frame that is on the screen, in its new size; until it is there the old picture stays."""
        at = self._frames.at
        picture = self._frames.go_to(at.start, show=False) if at is not None else None
        if picture is not None:
            self._frames.present(picture)
        elif at is not None:
            self._resized = True

    def _wish_again(self, target: int, steps: int = 0) -> None:
        with self._lock:
            if self._wish.target is None:
                self._wish = _Wish(target, steps + self._wish.steps)

    def _play_on(self) -> float:
        frames = self._frames
        if not self._running and not self._begin():
            return 0.0
        if self._sound is not None and self._sound.lost:
            self._lose_sound(
                SoundError("The loudspeaker stopped: playing goes on without sound.", remedy="Connect it again.")
            )
        now = math.floor(Fraction(self._clock.now()) / self._base)
        if now >= frames.end - frames.ticks(END_S) and self._loop_ticks(now) is None:
            self._pause("ended")
            frames.go_to(frames.end - 1, patient=True)
            return 0.0
        due = frames.cache.at(now)
        if due is not None and due is not frames.at:
            frames.present(due)
        wanted = self._wanted(now)
        if wanted is not None:
            self._decode_one(wanted, now, missing=due is None)
            return 0.0
        left_s = 0.0 if due is None else float((due.end - now) * self._base) / self._speed
        return min(max(left_s, 0.001), LONGEST_WAIT_S)

    def _begin(self) -> bool:
        """Starts the clock once the first frame is there. Returns False when something else was asked for."""
        frames, loop = self._frames, self._loop
        at = frames.at.start if frames.at is not None else 0
        if loop is None and frames.at is not None and frames.at.end >= frames.end:
            at = 0
        if loop is not None and not frames.ticks(loop[0]) <= at < frames.ticks(loop[1]):
            at = frames.ticks(loop[0])
        picture = frames.go_to(at)
        if picture is None:
            self._wish_again(at)
            return False
        frames.cache.keep = None
        if loop is not None:
            first = frames.ticks(loop[0])
            shown = frames.cache.at(first)
            kept = first + frames.ticks(min(LOOP_KEPT_S, frames.room_s(2)))
            frames.cache.keep = (first if shown is None else shown.start, kept)
        self._choose_clock()
        start_s = float(max(at, picture.start) * self._base)
        try:
            self._clock.start(Course(start_s, self.video.duration_s, self._speed, loop))
        except SoundError as failure:
            self._lose_sound(failure)
            self._clock.start(Course(start_s, self.video.duration_s, self._speed, loop))
        self._running = True
        self._shown_at = time.monotonic()
        return True

    def _choose_clock(self) -> None:
        if self._sound is not None or self._speaker is None or self.video.audio is None:
            return
        try:
            self._sound = SoundClock(self.video, self._speaker(), failed=self._on_failed)
        except SoundError as failure:
            self._lose_sound(failure)
            return
        self._sound.volume = self._volume
        self._clock = self._sound

    def _lose_sound(self, failure: SoundError) -> None:
        """Goes on by the computer's clock, and says so once."""
        at_s = self._clock.now()
        self._clock.stop()
        self._speaker, self._sound, self._clock = None, None, SteadyClock()
        if self._running:
            self._clock.start(Course(at_s, self.video.duration_s, self._speed, self._loop))
        self._on_failed(failure)

    def _wanted(self, now: int) -> int | None:
        """Where the run of pictures that will be due next ends; None when enough of them is there."""
        frames, loop = self._frames, self._loop_ticks(now)
        ahead = frames.ticks(min(AHEAD_S * max(1.0, self._speed), frames.room_s(4)))
        border = frames.end if loop is None else loop[1]
        limit = min(now + ahead, border)
        covered = frames.cache.covered_until(now, limit=limit)
        if covered < limit:
            return covered
        if loop is None or covered < border:
            return None
        limit = min(loop[0] + ahead, border)
        covered = frames.cache.covered_until(loop[0], limit=limit)
        return covered if covered < limit else None

    def _decode_one(self, wanted: int, now: int, *, missing: bool) -> None:
        frames = self._frames
        frame, end = frames.decode_one(wanted)
        if not missing or end > now:
            if end > wanted:
                frames.take(frame, end)
            return
        if float((now - end) * self._base) > HOLD_S:
            self._stop()
            self._wish_again(now)
        elif time.monotonic() - self._shown_at > LATE_S:
            frames.present(frames.take(frame, end))

    def _loop_ticks(self, now: int) -> tuple[int, int] | None:
        """The loop, where it is under way."""
        if self._loop is None:
            return None
        first, last = self._frames.ticks(self._loop[0]), min(self._frames.ticks(self._loop[1]), self._frames.end)
        return (first, last) if now < last else None

    def _stop(self) -> None:
        """Stops the clock; whether it goes on later is not said."""
        if self._running:
            self._running = False
            self._clock.stop()

    def _pause(self, state: State) -> None:
        self._stop()
        with self._lock:
            self._play = False
        self._report(state)

    def _report(self, state: State) -> None:
        if self._state == "ended" and state == "paused":
            return
        if state != self._state:
            self._state = state
            self._on_changed(state)

    def _show(self, picture: Picture, exact: bool) -> None:
        self._shown_at = time.monotonic()
        start, end = Moment(picture.start, self._base), Moment(picture.end, self._base)
        self._on_shown(Shown(start, end, picture.pixels, exact=exact))
