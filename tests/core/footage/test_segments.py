"""Segments cover a person's time, cut where the display changes, and keep the reason."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.footage.segments import Cut, SegmentRule, cut_segments

RULE = SegmentRule()
STEP = 0.1


def cut(signals, *, present=None, usable=None, cuts_s=(), start_s=0.0) -> tuple[Cut, ...]:
    rows = len(signals)
    return cut_segments(
        np.asarray(signals, dtype=np.float64),
        step_s=STEP,
        start_s=start_s,
        present=np.ones(rows, dtype=bool) if present is None else present,
        usable=np.ones(rows, dtype=bool) if usable is None else usable,
        cuts_s=cuts_s,
        rule=RULE,
    )


def borders(cuts: tuple[Cut, ...]) -> list[float]:
    return [round(piece.span.start_s, 3) for piece in cuts]


def steps(*parts: tuple[int, float]) -> np.ndarray:
    return np.concatenate([np.full((rows, 2), value) for rows, value in parts])


def test_a_change_of_level_is_cut_where_it_happens():
    cuts = cut(steps((20, 0.0), (17, 6.0), (25, 0.0)))
    assert borders(cuts) == [0.0, 2.0, 3.7]
    assert [piece.reason for piece in cuts] == ["start", "display changes", "display changes"]


def test_noise_alone_is_not_cut():
    noise = np.random.default_rng(1).normal(0, 1, (70, 5))
    assert len(cut(noise)) == 1


def test_a_long_steady_span_is_divided_into_equal_parts():
    cuts = cut(steps((200, 1.0)))
    assert [round(piece.span.duration_s, 3) for piece in cuts] == [6.6, 6.7, 6.7]
    assert [piece.reason for piece in cuts] == ["start", "longest length", "longest length"]


def test_a_shot_cut_begins_a_segment_at_the_first_row_after_it():
    cuts = cut(steps((60, 1.0)), cuts_s=(2.34,))
    assert borders(cuts) == [0.0, 2.4]
    assert cuts[1].reason == "shot cut"


def test_a_face_that_leaves_and_returns_cuts_and_the_gap_is_kept_as_absent():
    present = np.ones(60, dtype=bool)
    present[20:35] = False
    signals = steps((60, 1.0))
    signals[~present] = np.nan
    cuts = cut(signals, present=present, usable=present)
    assert [(round(c.span.start_s, 2), c.reason, c.present) for c in cuts] == [
        (0.0, "start", True),
        (2.0, "face leaves", False),
        (3.5, "face appears", True),
    ]


def test_a_short_gap_does_not_cut():
    present = np.ones(60, dtype=bool)
    present[20:23] = False
    assert len(cut(steps((60, 1.0)), present=present, usable=present)) == 1


def test_an_unusable_stretch_is_its_own_segment():
    usable = np.ones(60, dtype=bool)
    usable[20:40] = False
    assert [c.reason for c in cut(steps((60, 1.0)), usable=usable)] == [
        "start",
        "visibility changes",
        "visibility changes",
    ]


def test_times_count_from_the_start_of_the_part():
    assert borders(cut(steps((20, 0.0), (20, 9.0)), start_s=100.0)) == [100.0, 102.0]


def test_nobody_gives_no_segment():
    assert cut(steps((30, 0.0)), present=np.zeros(30, dtype=bool)) == ()


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000), rows=st.integers(1, 240), cuts=st.lists(st.floats(0, 24), max_size=4))
def test_segments_cover_presence_without_gap_or_overlap(seed: int, rows: int, cuts: list[float]):
    random = np.random.default_rng(seed)
    levels = np.repeat(random.normal(0, 4, (rows // 10 + 1, 3)), 10, axis=0)[:rows]
    present = np.repeat(random.random(rows // 7 + 1) > 0.2, 7)[:rows]
    found = cut(levels, present=present, usable=present, cuts_s=tuple(cuts))
    if not present.any():
        assert found == ()
        return
    first, last = np.flatnonzero(present)[[0, -1]]
    assert found[0].span.start_s == pytest.approx(first * STEP)
    assert found[-1].span.end_s == pytest.approx((last + 1) * STEP)
    for before, after in pairwise(found):
        assert before.span.end == after.span.start
    assert all(piece.span.duration_s <= RULE.longest_s + 1e-6 for piece in found)
    assert found == cut(levels, present=present, usable=present, cuts_s=tuple(cuts))
