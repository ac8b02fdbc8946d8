import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.faces.crops import CropRule, cut, cut_native, face_crops, square, steady_boxes
from core.footage.reader import FrameReader, probe
from core.records.face import FaceBox
from core.records.moment import Span

PICTURE = np.random.default_rng(5).integers(0, 256, (23, 37, 3), dtype=np.uint8)
EDGE = st.floats(-60, 90, allow_nan=False)
SIDE = st.floats(0.1, 60)


@settings(max_examples=300, deadline=None)
@given(EDGE, EDGE, SIDE, SIDE)
def test_over_the_border_the_nearest_edge_is_repeated(x, y, width, height):
    pixels, (left, top) = cut_native(PICTURE, FaceBox(x, y, width, height))
    assert left <= x
    assert top <= y
    assert left + pixels.shape[1] >= x + width
    assert top + pixels.shape[0] >= y + height
    rows = np.clip(np.arange(int(top), int(top) + pixels.shape[0]), 0, PICTURE.shape[0] - 1)
    columns = np.clip(np.arange(int(left), int(left) + pixels.shape[1]), 0, PICTURE.shape[1] - 1)
    assert np.array_equal(pixels, PICTURE[rows[:, None], columns])


@settings(max_examples=100, deadline=None)
@given(EDGE, EDGE, SIDE, st.floats(1, 3), st.integers(1, 40))
def test_a_crop_is_square_and_never_black(x, y, side, margin, size):
    bright = np.full((23, 37, 3), 200, np.uint8)
    box = square(FaceBox(x, y, side, side / 2), margin=margin)
    assert box.width == box.height
    assert np.allclose(box.centre, FaceBox(x, y, side, side / 2).centre)
    crop = cut(bright, box, size=size)
    assert crop.shape == (size, size, 3)
    assert (crop == 200).all()


def test_a_cut_inside_copies_nothing():
    pixels, _ = cut_native(PICTURE, FaceBox(3, 4, 10, 10))
    assert np.shares_memory(pixels, PICTURE)


def test_a_ramp_is_resampled_in_place():
    ramp = np.repeat(np.arange(200, dtype=np.uint8)[None, :, None], 200, axis=0).repeat(3, axis=2)
    crop = cut(ramp, FaceBox(50.5, 20, 100, 100), size=50)
    expected = 50.5 + (np.arange(50) + 0.5) * 2 - 0.5
    assert np.abs(crop[25, 2:-2, 0] - expected[2:-2]).max() <= 1.01


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 30), st.floats(10, 300), st.integers(0, 2**32 - 1))
def test_steady_boxes_follow_without_lag(count, size, seed):
    noise = np.random.default_rng(seed).normal(0, size / 50, (count, 2))
    times = np.arange(count) / 10
    centres = np.stack([100 + 2 * np.arange(count), 50 - np.arange(count)], axis=1)
    boxes = np.concatenate([centres + noise - size / 2, np.full((count, 2), size)], axis=1).astype(np.float32)
    steady = steady_boxes(times, boxes)
    assert steady.shape == (count, 4)
    assert np.allclose(steady[:, 2], steady[:, 3])
    assert np.allclose(steady[:, 2], size * CropRule().margin, rtol=1e-3)
    off = steady[:, :2] + steady[:, 2:] / 2 - centres
    assert np.abs(off).max() <= np.abs(noise).max() + 1e-2


def test_a_jump_is_not_smoothed_over():
    boxes = np.array([[0, 0, 50, 50]] * 5 + [[400, 0, 50, 50]] * 5, np.float32)
    steady = steady_boxes(np.arange(10) / 10, boxes)
    assert np.allclose(steady[:5, 0] + steady[:5, 2] / 2, 25)
    assert np.allclose(steady[5:, 0] + steady[5:, 2] / 2, 425)


def test_crops_of_a_track_are_spread_and_show_the_face(passed, footage):
    video = probe(footage / "face_noface.mov")
    track = passed(video.path).people[0]
    crops = list(face_crops(video, track, span=Span.between(0.5, 6.0), count=4, size=96))
    seconds = [crop.moment.seconds for crop in crops]
    assert len(crops) == 4
    assert all(crop.pixels.shape == (96, 96, 3) for crop in crops)
    assert all(np.isclose(track.measurements.times_s, second, atol=1e-6).any() for second in seconds)
    assert 0.5 <= seconds[0] < 1.0
    assert 1.8 < seconds[-1] < 2.45
    with FrameReader(video) as reader:
        again = cut(reader.frame_at(crops[2].moment).rgb(), crops[2].box, size=96)
    assert np.array_equal(again, crops[2].pixels)


def test_no_crops_where_nobody_is(passed, footage):
    video = probe(footage / "face_noface.mov")
    track = passed(video.path).people[0]
    assert list(face_crops(video, track, span=Span.between(4, 6), count=4, size=96)) == []
    with pytest.raises(ValueError, match="at least one"):
        list(face_crops(video, track, span=Span.between(0, 1), count=0, size=96))


def test_crops_of_a_span_are_those_of_the_whole_track(passed, sample_video):
    video = probe(sample_video)
    track = passed(video.path).people[0]
    times = track.measurements.times_s
    span = Span.between(float(times[len(times) // 2]), float(times[len(times) // 2 + 8]))
    assert times[-1] - span.end_s > 2
    steady = steady_boxes(times, track.measurements.boxes)
    for crop in face_crops(video, track, span=span, count=3, size=32):
        row = int(np.argmin(np.abs(times - crop.moment.seconds)))
        assert (crop.box.x, crop.box.y, crop.box.width) == tuple(float(value) for value in steady[row, :3])
