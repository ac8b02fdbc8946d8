"""The visible span: zooming keeps what is under the pointer, nothing leaves the session."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.timeline.bounds import Edit, Grid
from app.timeline.view import LEAST_S, TimeView
from core.records.study import SegmentRow


@pytest.fixture
def view():
    made = TimeView()
    made.set_width(1000)
    made.set_length(3600.0, keep=False)
    return made


def test_a_new_session_is_shown_whole(view):
    assert (view.start_s, view.end_s) == (0.0, 3600.0)
    assert view.whole


def test_zooming_keeps_what_is_under_the_pointer(view):
    view.show(1000.0, 1100.0)
    before = view.cut().x(1030.0)
    view.zoom(0.5, around_s=1030.0)
    assert view.cut().x(1030.0) == pytest.approx(before)
    assert view.span_s == pytest.approx(50.0)


@given(moves=st.lists(st.tuples(st.floats(0.01, 50), st.floats(-1, 2), st.floats(-9000, 9000)), max_size=12))
def test_nothing_leaves_the_session(moves):
    view = TimeView()
    view.set_width(1000)
    view.set_length(3600.0, keep=False)
    for factor, share, seconds in moves:
        view.zoom(factor, around_s=view.start_s + share * view.span_s)
        view.pan(seconds)
        assert view.start_s >= -1e-6
        assert view.end_s <= 3600.0 + 1e-6
        assert view.span_s >= LEAST_S - 1e-6


def test_panning_goes_by_whole_pixels(view):
    view.show(1000.0, 1010.0)
    view.pan(0.0234)
    assert (view.start_s - 1000.0) / (10 / 1000) == pytest.approx(2.0)


def test_a_growing_session_stays_where_it_was(view):
    view.show(100.0, 200.0)
    view.set_length(7200.0, keep=True)
    assert (view.start_s, view.end_s) == (100.0, 200.0)


ROW = SegmentRow(1, "S1", "P1", 10.0, 20.0, True, None, "fear", 0.5, ())
GRID = Grid(2.0, 0.04, 62.0)


def edit(side):
    return Edit(ROW, side, 10.0, 20.0, grid=GRID, before_s=(10.0, 20.0))


def test_a_border_lands_on_a_frame():
    moved = edit("end").dragged(21.013, playhead_s=0.0, catch_s=0.05)
    assert (moved.end_s - 2.0) / 0.04 == pytest.approx(round((moved.end_s - 2.0) / 0.04))
    assert moved.end_s == pytest.approx(21.0, abs=0.04)
    assert moved.start_s == 10.0


def test_a_border_jumps_to_the_playhead_when_it_is_near():
    assert edit("start").dragged(9.97, playhead_s=9.9876, catch_s=0.05).start_s == 9.9876


def test_a_segment_never_turns_over_nor_leaves_its_recording():
    assert edit("end").dragged(3.0, playhead_s=0.0, catch_s=0.0).end_s == pytest.approx(10.1)
    assert edit("start").dragged(-4.0, playhead_s=50.0, catch_s=0.0).start_s == 2.0
    assert edit("end").dragged(900.0, playhead_s=50.0, catch_s=0.0).end_s == 62.0
