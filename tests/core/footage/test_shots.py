"""Cuts at the exact frame, none where there is none, and the same cuts however the recording is split."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.footage.reader import FrameReader, probe
from core.footage.shots import LAGS, ShotMeter, ShotSignal, cuts, difference, joined, step_for, thumbnail
from core.records.moment import Moment
from tests import media

RATE = 25


def measured(path: Path) -> ShotSignal:
    video = probe(path)
    meter = ShotMeter()
    with FrameReader(video) as reader:
        for frame in reader.frames():
            meter.add(frame.moment, frame.luma(step_for(video.width, video.height)))
    return meter.signal()


@cache
def scene(seed: int, frames: int, *, motion: float = 1.0) -> list[np.ndarray]:
    """Luma of a smooth random picture that drifts, with camera noise."""
    chance = np.random.default_rng(seed)
    rough = np.kron(chance.integers(20, 235, (6, 10)), np.ones((20, 20)))
    pictures = []
    for number in range(frames):
        moved = np.roll(rough, round(number * motion), axis=1)[:90, :160]
        pictures.append((moved + chance.normal(0, 6, moved.shape)).clip(0, 255).astype(np.uint8))
    return pictures


def signal_of(pictures: list[np.ndarray], *, rate: float = RATE) -> ShotSignal:
    meter = ShotMeter()
    for number, picture in enumerate(pictures):
        meter.add(Moment.at(number / rate), picture)
    return meter.signal()


@cache
def film() -> ShotSignal:
    return signal_of(scene(1, 31) + scene(2, 1) + scene(3, 28) + scene(4, 20))


def found(pictures: list[np.ndarray]) -> list[int]:
    return [round(time * RATE) for time in cuts(signal_of(pictures))]


def test_a_cut_is_at_the_first_frame_of_the_new_shot():
    assert found(scene(1, 30) + scene(2, 25) + scene(3, 40)) == [30, 55]


def test_a_cut_to_black_and_back_to_another_picture():
    black = [np.zeros((90, 160), np.uint8)] * 20
    assert found(scene(1, 30) + black + scene(2, 30)) == [30, 50]


@pytest.mark.parametrize("length", [1, 2, 3, 4])
def test_a_flash_or_a_blackout_is_no_cut(length: int):
    for value in (255, 0):
        pictures = list(scene(1, 60))
        pictures[30 : 30 + length] = [np.full((90, 160), value, np.uint8)] * length
        assert found(pictures) == []


def test_lamp_camera_noise_and_darkness_are_no_cut():
    lit = [(p * (1.0 if n % 20 < 10 else 0.5)).astype(np.uint8) for n, p in enumerate(scene(1, 60))]
    assert found(lit) == []
    chance = np.random.default_rng(0)
    noisy = [(p + chance.normal(0, 30, p.shape)).clip(0, 255).astype(np.uint8) for p in scene(1, 60)]
    assert found(noisy) == []
    dark = [chance.integers(0, 8, (90, 160)).astype(np.uint8) for _ in range(60)]
    assert found(dark) == []


def test_a_whip_pan_is_no_cut():
    assert found(scene(1, 30, motion=0) + scene(1, 20, motion=15) + scene(1, 30, motion=0)[1:]) in ([], [50])


def test_a_change_in_the_last_frame_is_not_lasting():
    assert found([*scene(1, 30), np.zeros((90, 160), np.uint8)]) == []


def test_the_size_may_change_and_be_tiny():
    meter = ShotMeter()
    for number, shape in enumerate([(90, 160), (45, 80), (1, 1), (3, 500), (90, 160)]):
        meter.add(Moment.at(number), np.full(shape, 99, np.uint8))
    assert cuts(meter.signal()) == ()


def test_nothing_in_nothing_out():
    assert cuts(ShotMeter().signal()) == ()
    assert cuts(joined([])) == ()
    assert cuts(joined([ShotMeter().signal(), signal_of(scene(1, 3))])) == ()


def test_the_difference_is_symmetric_and_zero_for_the_same_picture():
    one, other = (thumbnail(scene(seed, 1)[0]) for seed in (1, 2))
    assert difference(one, one) == pytest.approx(0, abs=1e-6)
    assert difference(one, other) == pytest.approx(difference(other, one))
    assert difference(one, other) > 0.5


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.lists(st.integers(0, 80), max_size=6).map(sorted))
def test_stretches_joined_equal_one_run(borders: list[int]):
    pictures = scene(1, 31) + scene(2, 1) + scene(3, 28) + scene(4, 20)
    whole = film()
    ends = [0, *borders, len(pictures)]
    parts: list[ShotSignal] = []
    for start, end in pairwise(ends):
        meter = ShotMeter()
        for number in range(start, end):
            meter.add(Moment.at(number / RATE), pictures[number])
        parts.append(meter.signal())
    together = joined(parts)
    assert np.array_equal(together.times_s, whole.times_s)
    assert np.array_equal(together.differences, whole.differences, equal_nan=True)
    assert np.array_equal(together.head, whole.head)
    assert np.array_equal(together.tail, whole.tail)
    assert cuts(together) == cuts(whole)
    assert whole.differences.shape == (len(pictures), LAGS)


@pytest.mark.parametrize(
    "name", ["expressive_1.mp4", "expressive_2.mp4", "single_face.mp4", "no_face.mp4", "speech_one_person.mp4"]
)
def test_real_clips_without_a_cut_have_none(footage: Path, name: str):
    assert cuts(measured(footage / name)) == ()


def test_real_clips_with_a_cut_have_it_there(footage: Path):
    # Seen in the frames: at 2.400 s one black frame, then a cartoon; the other is a straight cut.
    assert cuts(measured(footage / "face_noface.mov")) == pytest.approx([2.400], abs=0.001)
    assert cuts(measured(footage / "noface_face.mov")) == pytest.approx([3.945], abs=0.001)


@pytest.mark.parametrize(("rate", "size"), [(30, (480, 270)), (12, (320, 180)), (50, (320, 240)), (25, (270, 480))])
def test_real_clips_played_one_after_another(footage: Path, tmp_path: Path, rate: int, size: tuple[int, int]):
    names = ["expressive_1.mp4", "single_face.mp4", "expressive_2.mp4", "speech_one_person.mp4", "no_face.mp4"]
    film, starts = media.concatenate(
        [footage / n for n in names], tmp_path / "film.mp4", rate=rate, size=size, seconds=1
    )
    assert len(starts) == 4
    assert cuts(measured(film)) == pytest.approx(starts, abs=1e-4)
