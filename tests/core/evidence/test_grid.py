"""The grid makes what follows independent of frame rates, and keeps missing missing."""

import numpy as np

from core.evidence.grid import smooth, to_grid
from core.records.measurement import Quality
from tests.core.evidence.builders import measured


def opening(times_s: np.ndarray) -> np.ndarray:
    return np.clip((times_s - 1.0) / 2.0, 0.0, 0.8)


def test_frame_rate_does_not_change_the_rows():
    by_rate = []
    for rate in (10, 25, 30, 60):
        times = np.arange(0, 4, 1 / rate)
        grid = to_grid(measured(times, blendshapes={"jawOpen": opening(times)}), person="P1", start_s=0, end_s=4)
        by_rate.append(grid.blendshape("jawOpen"))
    for rows in by_rate[1:]:
        assert np.abs(rows - by_rate[0]).max() < 0.05


def test_a_gap_is_missing_and_never_zero():
    times = np.concatenate([np.arange(0, 1, 0.1), np.arange(2, 3, 0.1)])
    grid = to_grid(measured(times), person="P1", start_s=0, end_s=3)
    assert grid.present.tolist() == [True] * 10 + [False] * 10 + [True] * 10
    assert np.isnan(grid.values[10:20]).all()
    assert (grid.quality[10:20] == Quality.LOST).all()
    assert np.isfinite(grid.values[grid.present]).all()


def test_a_single_dropped_sample_is_bridged():
    times = np.delete(np.arange(0, 2, 0.1), 7)
    grid = to_grid(measured(times), person="P1", start_s=0, end_s=2)
    assert grid.present.all()
    assert np.isfinite(grid.values).all()


def test_a_bad_face_is_present_but_not_usable():
    times = np.arange(0, 2, 0.1)
    quality = np.where(times < 1, int(Quality.BLURRED | Quality.SMALL), 0)
    grid = to_grid(measured(times, quality=quality), person="P1", start_s=0, end_s=2)
    assert grid.present.all()
    assert grid.usable.tolist() == [False] * 10 + [True] * 10
    assert np.isnan(grid.appearance[:10]).all()
    assert (grid.quality[:10] == Quality.BLURRED | Quality.SMALL).all()
    assert np.isfinite(grid.pose).all()


def test_smoothing_keeps_missing_and_means():
    values = np.array([1.0, np.nan, 3.0, 3.0, 3.0])
    answer = smooth(values, 0.3)
    assert np.isnan(answer[1])
    np.testing.assert_allclose(answer[[0, 2, 3, 4]], [1.0, 3.0, 3.0, 3.0])


def test_a_still_image_is_one_row():
    grid = to_grid(measured(np.array([0.0])), person="P1", start_s=0, end_s=0.04)
    assert grid.present.tolist() == [True]
    assert grid.usable.tolist() == [True]
