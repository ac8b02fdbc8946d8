"""The frame that is shown is the frame whose time is shown: after seeks and steps, while playing, at a loop's borders."""

import random
import threading
from fractions import Fraction

import numpy as np
import pytest

from core.footage.clock import Course, SteadyClock
from core.footage.frame_cache import FrameCache, Picture
from core.footage.probe import probe
from core.footage.scrub import Scrubber
from core.records.moment import Moment
from tests import media
from tests.core.footage.watching import Watcher, numbers_by_time, shown_at

STEADY = media.Clip("steady.mp4", frames=500, gop=250, time_base=Fraction(1, 25), ticks=(1,))
"""20 s, a key frame every 10 s."""
VARIABLE = media.Clip("variable.mp4", frames=400, gop=300, ticks=(20, 20, 55, 10, 7, 33))
FRAME = 512
"""Ticks of a frame of the steady clip."""
TURNED = media.Clip("turned.mp4", frames=60, gop=30, rotation=90)
CLIPS = {"steady": STEADY, "variable": VARIABLE, "turned": TURNED}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("playback")
    return {name: probe(media.build(folder, clip)) for name, clip in CLIPS.items()}


@pytest.fixture
def watcher():
    return Watcher()


@pytest.fixture
def watching(watcher, request, made):
    """Opens playbacks that end with the test."""
    opened = []

    def open_(video, **options):
        opened.append(watcher.play(video, **options))
        return opened[-1]

    yield open_
    for one in opened:
        one.close()


def all_agree(clip: media.Clip, watcher: Watcher) -> None:
    numbers = numbers_by_time(clip)
    for _, shown, number in watcher.shown:
        assert numbers[shown.moment.exact] == number


@pytest.mark.parametrize("name", CLIPS)
def test_random_seeks_show_the_frame_of_that_time(name, made, watcher, watching):
    clip, video = CLIPS[name], made[name]
    playback = watching(video)
    draw = random.Random(5)
    for count in range(1, 25):
        moment = Moment.at(draw.uniform(0, video.duration_s - 1e-3))
        playback.seek(moment)
        _, shown, number = watcher.exact(count)[-1]
        assert number == shown_at(clip, moment)
        assert shown.moment <= moment < shown.end
    all_agree(clip, watcher)


@pytest.mark.parametrize("name", CLIPS)
def test_steps_go_one_frame_each_way(name, made, watcher, watching):
    clip, video = CLIPS[name], made[name]
    playback = watching(video)
    playback.seek(Moment(clip.times()[40] and int(clip.times()[40] / video.time_base), video.time_base))
    watcher.exact(1)
    expected, count = 40, 1
    for step in (1, 1, -1, -1, -1, -1, -1, 1, 1, 1, 1, 1, 1, -1):
        playback.step(step)
        expected, count = expected + step, count + 1
        assert watcher.exact(count)[-1][2] == expected
    all_agree(clip, watcher)


def test_steps_that_come_fast_are_all_taken(made, watcher, watching):
    playback = watching(made["steady"])
    playback.seek(Moment.at(4))
    watcher.exact(1)
    for _ in range(7):
        playback.step(1)
    watcher.until(lambda: watcher.shown[-1][2] == 107)
    for _ in range(9):
        playback.step(-1)
    watcher.until(lambda: watcher.shown[-1][2] == 98)


def test_steps_stop_at_both_ends(made, watcher, watching):
    playback = watching(made["steady"])
    playback.step(-1)
    watcher.until(lambda: watcher.shown and watcher.shown[-1][2] == 0)
    playback.seek(Moment.at(1e6))
    watcher.until(lambda: watcher.shown[-1][2] == 499)
    count = len(watcher.exact(1))
    playback.step(3)
    assert watcher.exact(count + 1)[-1][2] == 499


def test_far_into_a_group_the_nearest_frame_is_shown_first_with_its_own_time(made, watcher, watching):
    playback = watching(made["steady"])
    playback.seek(Moment.at(9.5))
    watcher.exact(1)
    first = watcher.shown[0]
    assert not first[1].exact
    assert first[2] == 0
    assert first[1].moment.seconds == 0
    assert watcher.shown[-1][2] == 237


def test_a_step_back_needs_no_decoding(made):
    shown, frames = [], []
    scrubber = Scrubber(made["steady"], budget=10**8, show=lambda *one: shown.append(one), newer=lambda: False)
    scrubber.go_to(230 * FRAME)
    decode, scrubber._decode_to = scrubber._decode_to, lambda *a, **k: frames.append(a) or decode(*a, **k)
    for back in range(1, 8):
        scrubber.go_to((230 - back) * FRAME)
    assert not frames
    scrubber.go_to(180 * FRAME)
    frames.clear()
    while scrubber.prepare():
        pass
    frames.clear()
    scrubber.go_to(scrubber.at.start - 1)
    assert not frames
    scrubber.close()


def test_the_newest_wish_counts(made, watcher, watching):
    playback = watching(made["steady"])
    for place in range(60):
        playback.seek(Moment.at(19.9 - place * 0.3))
    watcher.until(lambda: watcher.shown and watcher.last.exact and watcher.last.moment.seconds == pytest.approx(2.2))
    assert len([one for one in watcher.shown if one[1].exact]) < 60


@pytest.mark.parametrize("speed", [0.5, 1.0, 4.0])
def test_playing_shows_due_frames_in_order(speed, made, watcher, watching):
    playback = watching(made["steady"])
    playback.set_speed(speed)
    playback.seek(Moment.at(1))
    playback.play()
    watcher.until(lambda: len(watcher.shown) > 20)
    playback.pause()
    watcher.until(lambda: watcher.states == ["playing", "paused"])
    numbers = [number for _, _, number in watcher.exact(1)]
    assert numbers[0] == 25
    assert numbers == sorted(numbers)
    all_agree(STEADY, watcher)
    began, ended = watcher.exact(1)[1], watcher.exact(1)[-1]
    passed = (ended[0] - began[0]) * speed
    assert ended[1].moment.seconds - began[1].moment.seconds <= passed + 0.25 * speed, "never ahead of the clock"


def test_a_variable_rate_plays_true(made, watcher, watching):
    playback = watching(made["variable"])
    playback.play()
    watcher.until(lambda: len(watcher.shown) > 40)
    playback.pause()
    all_agree(VARIABLE, watcher)


def test_a_loop_keeps_within_its_borders(made, watcher, watching):
    playback = watching(made["steady"])
    playback.set_loop((8.0, 8.4))
    playback.seek(Moment.at(8.1))
    playback.play()

    def rounds():
        numbers = [number for _, shown, number in watcher.shown if shown.exact]
        return sum(later < earlier for earlier, later in zip(numbers, numbers[1:], strict=False))

    watcher.until(lambda: rounds() >= 4)
    playback.pause()
    exact = [number for _, _, number in watcher.exact(1)]
    assert set(exact) <= set(range(200, 210))
    assert {200, 209} <= set(exact) or len(set(exact)) >= 5
    all_agree(STEADY, watcher)


def test_at_the_end_it_stays_on_the_last_frame_and_play_begins_anew(made, watcher, watching):
    playback = watching(made["turned"])
    playback.seek(Moment.at(1.8))
    playback.play()
    watcher.until(lambda: "ended" in watcher.states)
    watcher.until(lambda: watcher.shown[-1][2] == 59)
    playback.play()
    watcher.until(lambda: watcher.shown[-1][2] < 20)
    playback.pause()


def test_a_file_that_vanishes_is_a_sentence_and_comes_back(tmp_path, watcher, watching):
    path = media.build(tmp_path, STEADY, name="gone.mp4", frames=300)
    video = probe(path)
    playback = watching(video)
    away = path.with_suffix(".away")
    path.rename(away)
    playback.seek(Moment.at(1))
    watcher.until(lambda: watcher.failures)
    assert "gone.mp4" in watcher.failures[0].problem
    away.rename(path)
    playback.seek(Moment.at(1))
    assert watcher.exact(1)[-1][2] == 25


def test_a_file_that_is_cut_while_playing_is_a_sentence(tmp_path, watcher, watching):
    path = media.build(tmp_path, STEADY, name="cut.ts", frames=400, width=640, height=360)
    playback = watching(probe(path))
    playback.seek(Moment.at(1))
    watcher.exact(1)
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 4)
    playback.seek(Moment.at(14))
    watcher.until(lambda: watcher.failures)
    assert "no longer" in watcher.failures[0].problem


def test_one_picture_is_shown_and_stays(tmp_path, watcher, watching):
    path = media.still(tmp_path / "one.png", media.numbered(7, width=192, height=108))
    playback = watching(probe(path))
    playback.seek(Moment.at(0))
    watcher.exact(1)
    playback.step(1)
    watcher.exact(2)
    assert {number for _, _, number in watcher.shown} == {7}
    playback.play()
    watcher.until(lambda: "ended" in watcher.states)


def test_broken_frames_are_passed_over(tmp_path, made, watcher, watching):
    whole = media.build(tmp_path, STEADY, name="whole.mkv", frames=60, gop=12, b_frames=0)
    path = media.one_broken_frame(whole, tmp_path / "broken.mkv", number=30)
    playback = watching(probe(path))
    for number in (28, 29, 40):
        playback.seek(Moment(number * 40, Fraction(1, 1000)))
    watcher.until(lambda: watcher.shown and watcher.last.exact and watcher.shown[-1][2] == 40)


def test_pictures_are_as_large_as_wanted(made, watcher, watching):
    playback = watching(made["steady"], longest_side=96)
    playback.seek(Moment.at(3))
    assert watcher.exact(1)[-1][1].pixels.shape == (54, 96, 3)
    playback.set_longest_side(144)
    watcher.until(lambda: watcher.last.pixels.shape == (81, 144, 3))
    assert watcher.shown[-1][2] == 75


def test_closing_ends_the_thread_in_the_middle_of_playing(made, watcher):
    playback = watcher.play(made["steady"])
    playback.play()
    watcher.exact(3)
    playback.close()
    assert not any(thread.name == "frames" for thread in threading.enumerate())


def test_memory_stays_within_the_budget(made, watcher, watching):
    budget = 60 * 192 * 108 * 3
    playback = watching(made["steady"], budget=budget)
    draw = random.Random(1)
    for count in range(1, 60):
        playback.seek(Moment.at(draw.uniform(0, 19.9)))
        watcher.exact(count)
        assert playback.cached_bytes <= budget


def test_a_cache_forgets_what_was_used_least_lately_but_not_what_is_to_stay():
    cache = FrameCache(budget=5 * 12)

    def put(start):
        cache.put(Picture(start, start + 10, np.zeros((2, 2, 3), np.uint8)))

    cache.keep = (0, 20)
    for start in range(0, 80, 10):
        put(start)
    assert [start for start in range(0, 80, 10) if cache.at(start)] == [0, 10, 50, 60, 70]
    assert cache.at(55).start == 50
    assert cache.nearest(36).start == 50
    assert cache.covered_until(50, limit=1000) == 80
    assert cache.covered_from(75, limit=0) == 50
    assert cache.at(35) is None


def test_the_steady_clock_loops_and_stops_at_the_end():
    now = [100.0]
    clock = SteadyClock(lambda: now[0])
    clock.start(Course(1.0, 9.0, speed=2.0))
    now[0] += 1.5
    assert clock.now() == 4.0
    now[0] += 10
    assert clock.now() == 9.0
    clock.start(Course(2.5, 9.0, loop=(2.0, 3.0)))
    now[0] += 1.75
    assert clock.now() == pytest.approx(2.25)
    clock.stop()
    now[0] += 5
    assert clock.now() == pytest.approx(2.25)


@pytest.mark.slow
def test_thousands_of_seeks_and_plays_leave_memory_flat(made, watcher, watching):
    import psutil

    process = psutil.Process()
    playback = watching(made["steady"])
    draw = random.Random(2)
    sizes = []
    for count in range(1, 6001):
        playback.seek(Moment.at(draw.uniform(0, 19.9)))
        if count % 5 == 0:
            playback.step(draw.choice((-1, 1)))
        if count % 50 == 0:
            playback.play()
        if count % 20 == 0:
            watcher.until(lambda: watcher.shown and watcher.last.exact)
            watcher.shown.clear()
        if count % 500 == 0:
            sizes.append(process.memory_info().rss)
    assert max(sizes[4:]) - sizes[3] < 20e6, sizes
