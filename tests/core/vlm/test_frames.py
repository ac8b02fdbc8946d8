import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.vlm.frames import Vision, clip_of, frame_count, target_size

PUBLISHED, CORRECTED = Vision(), Vision(variant="corrected")


def pictures(count, *, height=40, width=40):
    """Pictures of one grey each, which resizing keeps: picture i is i everywhere."""
    return [np.full((height, width, 3), index % 256, np.uint8) for index in range(count)]


@pytest.mark.parametrize(
    ("seconds", "count"),
    [(0.0, 4), (0.5, 4), (2.4, 4), (3.0, 6), (3.4, 6), (3.99, 6), (4.0, 8), (8.0, 16), (600.0, 16)],
)
def test_two_pictures_a_second_even_and_within_limits(seconds, count):
    assert frame_count(seconds, PUBLISHED) == count


def test_the_effective_cap_is_not_the_stated_one():
    # Enlarged to whole cells, rounded up: 12 x 12 cells are 112,896 pixels, beyond even the effective cap of 105,369.
    assert target_size(200, 200, 16, PUBLISHED) == (336, 336)
    # 256 x 448 would give 9 x 16 cells = 112,896 pixels: over 105,369, so it shrinks and may lie below the floor.
    assert target_size(256, 448, 16, PUBLISHED) == (224, 420)
    # 11 x 12 cells = 103,488 pixels: over the stated 100,352 and kept, for the effective cap is 105,369.
    assert target_size(308, 336, 16, PUBLISHED) == (308, 336)


@given(st.integers(1, 3000), st.integers(1, 3000), st.integers(1, 8))
def test_sizes_are_whole_cells_and_bounded(height, width, pairs):
    rows, columns = target_size(height, width, 2 * pairs, PUBLISHED)
    assert rows % 28 == 0
    assert columns % 28 == 0
    assert rows >= 28
    assert columns >= 28
    ratio = max(height, width) / min(height, width)
    if ratio < 4:
        assert 60_000 < rows * columns < 140_000


def test_pictures_are_taken_evenly_from_first_to_last():
    clip = clip_of(pictures(100), 5.0, PUBLISHED)
    assert clip.frames.shape == (10, 336, 336, 3)
    assert clip.frames[:, 0, 0, 0].tolist() == np.linspace(0, 99, 10).round().astype(int).tolist()


def test_the_published_time_grid_is_constant_and_the_corrected_one_true():
    assert clip_of(pictures(600), 20.0, PUBLISHED).seconds_per_grid == 1.0
    # 16 of 600 pictures in 20 s: the chosen lie 599 / 15 pictures of 1/30 s apart, a pair twice that.
    assert clip_of(pictures(600), 20.0, CORRECTED).seconds_per_grid == pytest.approx(2 * 599 / 15 / 30)


def test_a_single_picture_is_repeated():
    clip = clip_of(pictures(1), 0.1, CORRECTED)
    assert clip.frames.shape == (2, 336, 336, 3)
    assert clip.seconds_per_grid == 0.0


def test_no_picture_is_invented_where_few_are_at_hand():
    assert clip_of(pictures(3), 5.0, PUBLISHED).frames[:, 0, 0, 0].tolist() == [0, 2]


def test_a_face_of_five_pixels_is_enlarged():
    assert clip_of(pictures(4, height=5, width=5), 2.0, PUBLISHED).frames.shape == (4, 336, 336, 3)


def test_pictures_of_several_sizes_come_to_the_size_of_the_largest():
    mixed = [*pictures(3, height=30, width=30), *pictures(1, height=100, width=200)]
    assert clip_of(mixed, 2.0, PUBLISHED).frames.shape[1:3] == target_size(100, 200, 4, PUBLISHED)


def test_no_picture_at_all_is_a_fault():
    with pytest.raises(ValueError, match="at least one"):
        clip_of([], 1.0, PUBLISHED)
