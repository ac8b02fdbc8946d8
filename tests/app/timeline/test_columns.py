"""Spans as pixel columns: the majority of time is drawn, what is missing is never lost."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.timeline.columns import NONE, Spans

MISSING = 8


def edges(start_s: float, end_s: float, columns: int) -> np.ndarray:
    return np.linspace(start_s, end_s, columns + 1)


def test_wide_spans_are_drawn_where_they_are():
    spans = Spans([0.0, 4.0], [4.0, 10.0], [1, 2], [0.5, 0.9], missing=MISSING)
    shown = spans.columns(edges(0, 12, 12))
    assert shown.code.tolist() == [1] * 4 + [2] * 6 + [NONE] * 2
    assert shown.height[:4].tolist() == [0.5] * 4
    assert shown.first.tolist() == [4]
    assert shown.last.tolist() == [9]


def test_the_code_with_most_of_a_columns_time_is_drawn():
    starts = np.arange(0, 10, 0.1)
    codes = [2 if n % 10 < 3 else 1 for n in range(100)]
    spans = Spans(starts, starts + 0.1, codes, [0.4] * 100, missing=MISSING)
    shown = spans.columns(edges(0, 10, 10))
    assert set(shown.code.tolist()) == {1}
    np.testing.assert_allclose(shown.height, 0.4, atol=1e-6)


def test_one_missing_span_among_ten_thousand_is_told():
    starts = np.arange(10_000) * 0.36
    codes = [1] * 10_000
    codes[5_432] = MISSING
    spans = Spans(starts, starts + 0.36, codes, [0.5] * 10_000, missing=MISSING)
    shown = spans.columns(edges(0, 3600, 1200))
    column = int(starts[5_432] / 3)
    assert shown.missing[column] > 0.1
    assert np.count_nonzero(shown.missing) <= 2
    assert shown.code[column] == 1


def test_a_later_span_cuts_an_earlier_one_short():
    spans = Spans([0.0, 2.0], [5.0, 4.0], [1, 2], [1, 1], missing=MISSING)
    assert spans.at(3.0) == 1
    assert spans.at(4.5) is None


@given(
    lengths=st.lists(st.floats(0.01, 5.0), min_size=1, max_size=60),
    columns=st.integers(1, 300),
    seed=st.integers(0, 9),
)
def test_shares_are_those_of_the_time(lengths, columns, seed):
    borders = np.concatenate([[0.0], np.cumsum(lengths)])
    codes = np.random.default_rng(seed).choice([1, 2, MISSING], len(lengths)).tolist()
    spans = Spans(borders[:-1], borders[1:], codes, [1.0] * len(lengths), missing=MISSING)
    shown = spans.columns(edges(0, float(borders[-1]), columns))
    missing_s = sum(length for length, code in zip(lengths, codes, strict=True) if code == MISSING)
    step = borders[-1] / columns
    if min(lengths) < 1.5 * step:
        assert shown.missing.sum() * step == np.float64(missing_s).item() or np.isclose(
            shown.missing.sum() * step, missing_s, rtol=1e-3, atol=1e-3
        )
    assert not (shown.code == NONE).any()


def test_an_empty_lane_has_nothing():
    assert set(Spans([], [], [], [], missing=MISSING).columns(edges(0, 10, 5)).code.tolist()) == {NONE}
