from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.faces.quality import QualityRule
from core.faces.stretch import StretchResult
from core.faces.surface import USED_CELLS
from core.faces.tracker import LinkRule, join_stretches
from core.footage.shots import LAGS, ShotSignal
from core.records.measurement import BLENDSHAPES

ROWS = 18 * 32
RED, BLUE, GREEN = (
    np.tile(np.array(colour, np.float32), (4, 1)) for colour in ((0.4, -0.2, 5.0), (0.1, 0.3, 4.6), (-0.2, -0.3, 4.8))
)


def shots(times, *, cuts=()):
    """A shot signal with these frame times and a change of the whole picture at each cut."""
    differences = np.zeros((len(times), LAGS), np.float32)
    differences[:LAGS][np.arange(LAGS)[None] >= np.arange(len(times[:LAGS]))[:, None]] = np.nan
    for cut in cuts:
        at = int(np.searchsorted(times, cut - 1e-9))
        for k in range(LAGS):
            differences[at + k : at + k + 1, k:] = 1.0
    flat = np.zeros((LAGS, ROWS), np.float32)
    return ShotSignal(np.asarray(times), differences, flat, flat)


def stretch(tracks, *, index=0, start=0.0, end=10.0, cuts=()):
    """A finished stretch at 10 Hz; each track is (first s, last s, x, colours, number)."""
    sampled = np.round(np.arange(start, end - 1e-9, 0.1), 6)
    rows = sorted(
        (time, number, x, colours)
        for first, last, x, colours, number in ((*t[:3], tuple(map(tuple, t[3])), t[4]) for t in tracks)
        for time in sampled
        if first - 1e-9 <= time <= last + 1e-9
    )
    n = len(rows)
    return StretchResult(
        index=index,
        start_s=start,
        end_s=end,
        broken_frames=0,
        sampled_s=sampled,
        times_s=np.array([row[0] for row in rows], np.float64),
        track=np.array([row[1] for row in rows], np.int32),
        boxes=np.array([(row[2], 100, 80, 100) for row in rows], np.float32).reshape(n, 4),
        blendshapes=np.zeros((n, len(BLENDSHAPES)), np.float32),
        pose=np.zeros((n, 3), np.float32),
        observed=np.zeros((n, 0), np.float32),
        observed_names=(),
        pattern=np.full((n, len(USED_CELLS)), 100, np.uint8),
        brightness=np.full(n, 100, np.float32),
        score=np.full(n, 0.9, np.float32),
        sharpness=np.full(n, 0.3, np.float32),
        colours=np.array([row[3] for row in rows], np.float32).reshape(n, 4, 3),
        shots=shots(sampled, cuts=cuts),
    )


def joined(*results):
    return join_stretches(results, link=LinkRule(), quality=QualityRule())


def places(result):
    """For each person, where they are: runs of (first s, last s, x)."""
    runs = []
    for person in result.people:
        times, xs = person.measurements.times_s, person.measurements.boxes[:, 0]
        breaks = np.flatnonzero((np.diff(times) > 0.15) | (np.diff(xs) != 0)) + 1
        runs.append(
            [
                (round(float(times[r[0]]), 1), round(float(times[r[-1]]), 1), float(xs[r[0]]))
                for r in np.split(np.arange(len(times)), breaks)
            ]
        )
    return runs


def test_numbers_follow_the_order_of_appearance_then_left_to_right():
    result = joined(stretch([(2, 9, 50, RED, 0), (0, 9, 500, BLUE, 1), (0, 9, 300, GREEN, 2)]))
    assert [person.person for person in result.people] == ["P1", "P2", "P3"]
    assert places(result) == [[(0, 9, 300)], [(0, 9, 500)], [(2, 9, 50)]]


def test_stretches_are_stitched_whatever_their_track_numbers():
    one = stretch([(0, 4.9, 50, RED, 0), (0, 4.9, 400, RED, 1)], end=5)
    two = stretch([(5, 9.9, 400, RED, 0), (5, 9.9, 55, RED, 1)], index=1, start=5)
    assert places(joined(two, one)) == [[(0, 4.9, 50), (5, 9.9, 55)], [(0, 9.9, 400)]]


def test_a_gap_is_survived_in_place_even_with_changed_light():
    dimmer = RED - np.array([0, 0, 0.6], np.float32)
    assert places(joined(stretch([(0, 3, 50, RED, 0), (4.5, 9, 90, dimmer, 1)]))) == [[(0, 3, 50), (4.5, 9, 90)]]


def test_somebody_else_in_the_same_place_is_somebody_else():
    assert places(joined(stretch([(0, 3, 50, RED, 0), (4, 9, 50, BLUE, 1)]))) == [[(0, 3, 50)], [(4, 9, 50)]]


def test_coming_back_on_the_other_side_of_the_picture():
    result = joined(stretch([(0, 9.9, 300, BLUE, 0), (0, 3, 600, RED, 1), (6, 9, 20, RED, 2)]))
    assert places(result) == [[(0, 9.9, 300)], [(0, 3, 600), (6, 9, 20)]]


def test_changing_places_over_a_cut_while_the_tracks_go_on():
    # The follower takes the face at the same place for the same track; the cut tells otherwise.
    left = [(0, 4.9, 50, RED, 0), (5, 9.9, 50, BLUE, 0)]
    right = [(0, 4.9, 500, BLUE, 1), (5, 9.9, 500, RED, 1)]
    result = joined(stretch([*left, *right], cuts=(5.0,)))
    assert result.cuts_s == (5.0,)
    assert places(result) == [[(0, 4.9, 50), (5, 9.9, 500)], [(0, 4.9, 500), (5, 9.9, 50)]]


def test_two_who_look_alike_keep_their_places():
    # Same colours, so place decides; never both to one person.
    tracks = [(0, 3, 50, RED, 0), (0, 3, 500, RED, 1), (7, 9, 480, RED, 2), (7, 9, 60, RED, 3)]
    assert places(joined(stretch(tracks))) == [[(0, 3, 50), (7, 9, 60)], [(0, 3, 500), (7, 9, 480)]]


def test_false_finds_are_dropped_but_not_in_a_still_picture():
    flicker = stretch([(0, 9.9, 50, RED, 0), (4, 4.1, 500, BLUE, 1)])
    assert places(joined(flicker)) == [[(0, 9.9, 50)]]
    unsure = stretch([(0, 9.9, 50, RED, 0)])
    assert joined(replace(unsure, score=np.full(100, 0.5, np.float32))).people == ()
    still = stretch([(0, 0, 50, RED, 0), (0, 0, 500, RED, 1)], end=0.05)
    assert len(joined(still).people) == 2


def test_nothing_to_join():
    assert joined(stretch([])).people == ()
    with pytest.raises(ValueError, match="no stretch"):
        joined()
    other = stretch([], index=1, start=10, end=20)
    other = replace(other, observed=np.zeros((0, 1), np.float32), observed_names=("a",))
    with pytest.raises(ValueError, match="different observers"):
        joined(stretch([]), other)


TRACK = st.tuples(st.integers(0, 95), st.integers(1, 99), st.integers(0, 900), st.sampled_from([RED, BLUE, GREEN]))


@settings(max_examples=150, deadline=None)
@given(st.lists(TRACK, max_size=9), st.lists(st.integers(1, 98).map(lambda n: n / 10), max_size=2, unique=True))
def test_never_two_faces_of_one_person_in_a_frame(drawn, cuts):
    tracks = [
        (first / 10, min(9.9, (first + length) / 10), x, colours, number)
        for number, (first, length, x, colours) in enumerate(drawn)
    ]
    whole = stretch(tracks, cuts=tuple(sorted(cuts)))
    result = joined(whole)
    for person in result.people:
        assert (np.diff(person.measurements.times_s) > 0).all()
        assert len(person.measurements) * 0.1 >= LinkRule().shortest_s - 1e-6
    starts = [person.measurements.times_s[0] for person in result.people]
    assert starts == sorted(starts)
    assert sum(len(person.measurements) for person in result.people) <= len(whole.times_s)
    assert np.array_equal(result.sampled_s, whole.sampled_s)
