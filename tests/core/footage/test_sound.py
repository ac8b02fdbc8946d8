"""Sound and picture share one time: by arithmetic, and in a clip whose flashes and beeps fall together."""

import itertools
import threading
from fractions import Fraction

import av
import numpy as np
import pytest

from core.footage.clock import Course
from core.footage.probe import probe
from core.footage.sound import RATE, SoundTrack
from core.footage.speaker import DeviceSpeaker, SoundClock, SoundError
from core.records.moment import Moment
from tests import media
from tests.core.footage.watching import RecordingSpeaker, Watcher

MEDIA_RATE = 48_000
BEEPS_S = (1.0, 2.0, 3.0, 4.0)


def beeps(length_s: float, at: tuple[float, ...] = BEEPS_S) -> np.ndarray:
    time_s = np.arange(int(length_s * MEDIA_RATE)) / MEDIA_RATE
    loud = np.any([(time_s >= one) & (time_s < one + 0.1) for one in at], axis=0)
    return (0.8 * np.sin(2 * np.pi * 1000 * time_s) * loud).astype(np.float32)


def flashing(path, *, start_ticks: int = 0, audio: np.ndarray | None = None):
    """5 s at 25 frames a second: dark, and white for 0.1 s from each beep on."""
    clip = media.Clip(
        path.name, frames=125, gop=125, time_base=Fraction(1, 25), ticks=(1,), start_ticks=start_ticks,
        audio=beeps(5.0) if audio is None else audio, audio_rate=MEDIA_RATE,
    )  # fmt: skip
    bright = [any(one <= number / 25 < one + 0.1 for one in BEEPS_S) for number in range(clip.frames)]
    pictures = (np.full((108, 192, 3), 235 if light else 20, np.uint8) for light in bright)
    return media.encode(path, pictures, clip)


@pytest.fixture(scope="module")
def flashes(tmp_path_factory):
    return probe(flashing(tmp_path_factory.mktemp("sound") / "flashes.mp4"))


def onsets(samples: np.ndarray) -> np.ndarray:
    """Where each beep begins, in samples."""
    loud = np.flatnonzero(np.abs(samples[:, 0]) > 0.2)
    return loud[np.flatnonzero(np.diff(loud, prepend=-RATE) > RATE // 10)]


def whole(video, start_s: float, end_s: float, speed: float = 1.0) -> np.ndarray:
    track = SoundTrack(video)
    try:
        return np.concatenate(list(track.stretch(start_s, end_s, speed=speed)))
    finally:
        track.close()


@pytest.mark.parametrize("start_s", [0.0, 0.5, 1.95, 3.217])
def test_each_sample_stands_where_its_time_says(flashes, start_s):
    heard = whole(flashes, start_s, 5.0)
    assert len(heard) == round((5.0 - start_s) * RATE)
    expected = [one for one in BEEPS_S if one >= start_s]
    assert onsets(heard) / RATE + start_s == pytest.approx(expected, abs=0.004)


@pytest.mark.parametrize("speed", [0.25, 0.5, 2.0, 4.0])
def test_other_speeds_keep_time_and_pitch(flashes, speed):
    heard = whole(flashes, 0.5, 5.0, speed)
    assert len(heard) == round(4.5 / speed * RATE)
    begins = onsets(heard) / RATE
    assert len(begins) == len(BEEPS_S)
    assert begins * speed + 0.5 == pytest.approx(BEEPS_S, abs=0.05 * max(1.0, speed))
    first = int(begins[0] * RATE)
    beep = heard[first : first + int(0.06 / speed * RATE), 0]
    crossings = np.count_nonzero(np.diff(np.sign(beep)) > 0) / (len(beep) / RATE)
    assert crossings == pytest.approx(1000, rel=0.06)


def test_a_track_that_ends_early_is_silent_to_the_end(tmp_path):
    video = probe(flashing(tmp_path / "short.mp4", audio=beeps(2.5)))
    heard = whole(video, 0.0, 5.0)
    assert len(heard) == 5 * RATE
    assert not heard[3 * RATE :].any()


def test_sound_that_begins_before_the_first_picture_keeps_its_time(tmp_path):
    video = probe(flashing(tmp_path / "late.mkv", start_ticks=10))
    assert onsets(whole(video, 0.0, 4.0)) / RATE == pytest.approx([one - 0.4 for one in BEEPS_S], abs=0.004)


def test_no_sound_is_a_sentence(tmp_path):
    with pytest.raises(Exception, match="no sound"):
        SoundTrack(probe(media.build(tmp_path, name="mute.mp4")))


@pytest.mark.parametrize(("speed", "tolerance_s"), [(1.0, 0.045), (2.0, 0.1)])
def test_beeps_are_heard_when_their_flashes_are_shown(flashes, speed, tolerance_s):
    """Measured at the output callback: when a beep is heard and when its picture is handed over."""
    watcher, speaker = Watcher(), RecordingSpeaker()
    playback = watcher.play(flashes, speaker=lambda: speaker)
    playback.set_speed(speed)
    playback.seek(Moment.at(0.5))
    playback.play()
    watcher.until(lambda: "ended" in watcher.states)
    playback.close()
    start = speaker.heard[0][0]
    heard = np.concatenate([block for _, block in speaker.heard])
    beep_at = start + onsets(heard) / RATE
    light = [(at, bool(shown.pixels.mean() > 128)) for at, shown, _ in watcher.shown]
    flash_at = [at for (_, before), (at, now) in itertools.pairwise(light) if now and not before]
    assert len(beep_at) == len(BEEPS_S)
    # On a busy computer pictures are left out rather than shown late, and a flash may be among them.
    assert 2 <= len(flash_at) <= len(beep_at)
    apart = np.abs(np.array(flash_at)[:, None] - beep_at[None]).min(axis=1)
    assert np.median(apart) < tolerance_s


def test_a_loop_is_heard_without_a_gap(flashes):
    """Beep at 1.0 in a loop of 0.6 s is heard every 0.6 s, to the sample."""
    watcher, speaker = Watcher(), RecordingSpeaker()
    playback = watcher.play(flashes, speaker=lambda: speaker)
    playback.set_loop((0.8, 1.4))
    playback.seek(Moment.at(0.8))
    playback.play()
    watcher.until(lambda: len(speaker.heard) > 250)
    playback.close()
    begins = onsets(np.concatenate([block for _, block in speaker.heard]))
    assert len(begins) >= 3
    assert np.diff(begins[:3]) == pytest.approx(0.6 * RATE, abs=48)
    assert speaker.starts == 1
    assert all(20 <= round(shown.moment.seconds * 25) < 35 for _, shown, _ in watcher.exact(1))


def test_the_clock_says_what_is_heard_and_waits_where_nothing_comes(flashes):
    class Hand:
        """A loudspeaker driven by the test."""

        now = 10.0

        def start(self, fill):
            self.fill = fill

        def stop(self):
            pass

        def seconds(self):
            return self.now

    hand = Hand()
    clock = SoundClock(flashes, hand, failed=pytest.fail)
    clock.start(Course(2.0, 5.0, speed=2.0))
    assert clock.now() == 2.0
    hand.fill(np.zeros((4800, 2), np.float32), 10.5)
    assert clock.now() == 2.0
    hand.now = 10.55
    assert clock.now() == pytest.approx(2.1)
    hand.now = 10.9
    assert clock.now() == pytest.approx(2.2), "what was not given is not heard"
    clock.stop()
    hand.now = 20
    assert clock.now() == pytest.approx(2.2)


def test_without_a_loudspeaker_it_plays_by_the_steady_clock_and_says_so_once(flashes):
    def none():
        raise SoundError("No loudspeaker.", remedy="None.")

    watcher = Watcher()
    playback = watcher.play(flashes, speaker=none)
    for _ in range(3):
        playback.play()
        count = len(watcher.shown)
        watcher.until(lambda count=count: len(watcher.shown) > count + 3)
        playback.pause()
        watcher.until(lambda: watcher.states[-1] == "paused")
    playback.close()
    assert len(watcher.failures) == 1


def test_sound_that_cannot_be_decoded_is_said_once_and_it_plays(tmp_path):
    path = flashing(tmp_path / "broken.mp4")
    content = path.read_bytes()
    with av.open(str(path)) as given:
        for packet in given.demux(given.streams.audio[0]):
            if packet.size > 8:
                content = content.replace(bytes(packet), b"\x55" * packet.size)
    path.write_bytes(content)
    watcher, speaker = Watcher(), RecordingSpeaker()
    playback = watcher.play(probe(path), speaker=lambda: speaker)
    playback.seek(Moment.at(3.8))
    playback.play()
    watcher.until(lambda: "ended" in watcher.states)
    playback.close()
    assert len(watcher.failures) == 1
    assert "sound" in watcher.failures[0].problem.lower()


def test_a_loudspeaker_that_stops_asking_is_replaced(flashes, monkeypatch):
    class Dead(RecordingSpeaker):
        def _ask(self, fill, _):
            fill(np.zeros((480, 2), np.float32), self.seconds())

    monkeypatch.setattr("core.footage.speaker.LOST_S", 0.2)
    watcher, speaker = Watcher(), Dead()
    playback = watcher.play(flashes, speaker=lambda: speaker)
    playback.play()
    watcher.until(lambda: watcher.failures)
    count = len(watcher.shown)
    watcher.until(lambda: len(watcher.shown) > count + 5)
    playback.close()
    assert "stopped" in watcher.failures[0].problem


def test_a_computer_without_portaudio_is_a_sentence(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "sounddevice", None)
    with pytest.raises(SoundError, match="without sound"):
        DeviceSpeaker()


def test_no_thread_is_left(flashes):
    watcher, speaker = Watcher(), RecordingSpeaker()
    playback = watcher.play(flashes, speaker=lambda: speaker)
    playback.play()
    watcher.exact(5)
    playback.close()
    assert not {"frames", "sound", "speaker"} & {thread.name for thread in threading.enumerate()}
