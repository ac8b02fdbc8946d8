"""Pictures for the report: the right moment, the right place, nothing made up at the border."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core.faces.key_frames import KeyFrameRule, Wanted, inside, key_frames
from core.footage.reader import probe
from core.progress import finish
from core.records.face import FaceBox
from core.records.moment import Moment

SIZES = st.floats(1, 900)


@given(
    x=st.floats(-500, 900), y=st.floats(-500, 900), side=SIZES, width=st.integers(8, 800), height=st.integers(8, 800)
)
def test_the_window_stays_inside_the_picture(x, y, side, width, height):
    found = inside(FaceBox(x, y, side, side), width=width, height=height)
    assert found.width == found.height <= side
    assert found.x >= 0
    assert found.y >= 0
    assert found.x + found.width <= width + 1e-6
    assert found.y + found.height <= height + 1e-6


def test_pictures_show_the_wanted_moments(sample_video):
    video = probe(sample_video)
    box = FaceBox(250, 80, 150, 200)
    wanted = [Wanted("late", Moment.at(14.0), box), Wanted("early", Moment.at(1.0), box)]
    found = finish(key_frames(video, wanted, rule=KeyFrameRule()))
    assert set(found) == {"late", "early"}
    pictures = {name: np.asarray(Image.open(io.BytesIO(data)), np.float64) for name, data in found.items()}
    assert all(picture.shape == (224, 224, 3) for picture in pictures.values())
    assert np.abs(pictures["late"] - pictures["early"]).mean() > 10
    again = finish(key_frames(video, wanted[1:], rule=KeyFrameRule()))
    assert again["early"] == found["early"]


def test_nothing_wanted_gives_nothing(sample_video):
    assert finish(key_frames(probe(sample_video), [], rule=KeyFrameRule())) == {}
    with pytest.raises(StopIteration):
        next(key_frames(probe(sample_video), [], rule=KeyFrameRule()))
