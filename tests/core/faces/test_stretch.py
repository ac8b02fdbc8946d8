import io
from dataclasses import fields, replace
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.faces.discovery import DiscoveryRule
from core.faces.follow import FollowRule
from core.faces.pose import GazeObserver
from core.faces.stretch import Sampling, StretchResult, follow_stretch, plan
from core.footage.reader import probe
from core.footage.shots import ShotSignal
from core.progress import finish
from core.records.moment import Moment, Span


@pytest.fixture(scope="session")
def video(footage):
    return probe(footage / "face_noface.mov")


@settings(max_examples=200, deadline=None)
@given(st.floats(0.01, 20_000), st.none() | st.tuples(st.floats(0, 20_000), st.floats(0.001, 20_000)))
def test_stretches_lie_end_to_end(video, duration_s, part):
    span = None if part is None else Span.between(part[0], part[0] + part[1])
    stretches = plan(replace(video, duration_s=duration_s), span=span)
    assert [stretch.index for stretch in stretches] == list(range(len(stretches)))
    assert all(one.span.end == other.span.start for one, other in pairwise(stretches))
    assert all(0 < stretch.span.duration_s <= 61 or span is not None for stretch in stretches)
    assert stretches[0].span.start == (Moment.at(0) if span is None else span.start)
    if span is None:
        assert duration_s < stretches[-1].span.end_s < duration_s + 0.01
    else:
        assert stretches[-1].span.end == span.end


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([15, 23.976, 25, 29.97, 30, 50, 60]), st.sampled_from([2.0, 5.0, 10.0, 12.5]))
def test_sampling_is_regular_whatever_the_frame_rate(fps, rate):
    step = 1 / Fraction(fps).limit_denominator(1001)
    moments = [Moment(number, step) for number in range(round(fps * 4))]
    cells = [Sampling(rate).cell(moment) for moment in moments]
    chosen = [
        moment.seconds for moment, cell, before in zip(moments, cells, [None, *cells], strict=False) if cell != before
    ]
    for number in range(int(rate * 3.5)):
        inside = [second for second in chosen if number / rate - 1e-9 <= second < (number + 1) / rate - 1e-9]
        assert len(inside) == 1
        assert inside[0] - number / rate < step + 1e-9


def test_every_frame_without_a_rate():
    assert Sampling(None).cell(Moment.at(1.5)) is None


@pytest.fixture(scope="session")
def result(model, video):
    (stretch,) = [one for one in plan(video, span=Span.between(1.6, 3.0))]
    stage = follow_stretch(
        video,
        stretch,
        model=model,
        follow=FollowRule(),
        discovery=DiscoveryRule(),
        sampling=Sampling(10.0),
        observers=(GazeObserver(),),
    )
    return finish(stage)


def test_one_stretch_as_arrays(result):
    assert len(result.sampled_s) == 14
    assert (result.track == 0).all()
    assert abs(result.times_s[-1] - 2.37) < 0.11  # looked at: the face's last frame
    assert result.observed_names == ("gaze_x_deg", "gaze_y_deg")
    assert np.abs(result.observed).max() < 15
    assert len(result.shots.times_s) > 2 * len(result.sampled_s)
    assert result.blendshapes.dtype == result.boxes.dtype == np.float32


def test_two_observers_may_not_share_a_column(model, video):
    stretch = plan(video)[0]
    stage = follow_stretch(
        video,
        stretch,
        model=model,
        follow=FollowRule(),
        discovery=DiscoveryRule(),
        sampling=Sampling(10.0),
        observers=(GazeObserver(), GazeObserver()),
    )
    with pytest.raises(ValueError, match="same column"):
        next(stage)


def test_a_kept_stretch_is_read_back_byte_for_byte(result):
    again = StretchResult.from_bytes(result.to_bytes())
    for one, other, kind in ((result, again, StretchResult), (result.shots, again.shots, ShotSignal)):
        for field in fields(kind):
            value, kept = getattr(one, field.name), getattr(other, field.name)
            if isinstance(value, np.ndarray):
                assert value.dtype == kept.dtype
                assert value.tobytes() == kept.tobytes()
            elif field.name != "shots":
                assert value == kept


def test_damaged_bytes_are_no_stretch(result):
    whole = result.to_bytes()
    other = io.BytesIO()
    np.savez(other, index=1)
    middle = len(whole) // 2
    turned = whole[:middle] + bytes([whole[middle] ^ 255]) + whole[middle + 1 :]
    for content in (b"", b"text", whole[:middle], whole[:-30], turned, other.getvalue()):
        with pytest.raises(ValueError, match="not a finished stretch"):
            StretchResult.from_bytes(content)
