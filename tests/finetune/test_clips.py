from pathlib import Path

import numpy as np
import pytest

from core.errors import FootageError
from core.footage.reader import probe
from core.reasoning.analyst import ModelRule, clip_of_segment
from core.records.measurement import Measurements, PersonTrack
from core.records.moment import Span
from core.vlm.frames import Vision
from finetune.clips import pictures_of
from finetune.examples import ClipPlace
from tests import media

VISION = Vision(most=8)


def placed(path: Path, start_s: float, end_s: float, **changes) -> ClipPlace:
    return ClipPlace(path, probe(path).sha256, start_s, end_s, **changes)


def test_whole_pictures_are_those_of_the_span(tmp_path: Path):
    path = media.build(tmp_path, frames=90, width=336, height=308)
    clip = pictures_of(placed(path, 1.0, 2.0), VISION)
    numbers = [media.number_in(frame) for frame in clip.frames]
    assert len(numbers) == 4
    assert numbers == sorted(numbers)
    assert all(30 <= number < 60 for number in numbers)


def test_a_face_is_shown_as_the_analyst_shows_it(tmp_path: Path):
    path = media.build(tmp_path, frames=90, width=336, height=308)
    times = np.arange(30) / 10
    boxes = np.stack([100 + times * 20, 80 + times * 5, 60 + times, 70 + times], axis=1).astype(np.float32)
    zeros = np.zeros((30, 0), np.float32)
    measured = Measurements(times, boxes, zeros, zeros, np.zeros(30, np.uint8), zeros, zeros, ())
    shown = clip_of_segment(
        Span.between(1.0, 2.5), PersonTrack("P1", measured), video=probe(path), vision=VISION, rule=ModelRule()
    )
    assert shown is not None
    along = tuple((float(time), *map(float, box)) for time, box in zip(times, boxes, strict=True))
    clip = pictures_of(placed(path, 1.0, 2.5, boxes=along), VISION)
    assert np.array_equal(clip.frames, shown.frames)
    assert clip.seconds_per_grid == shown.seconds_per_grid


def test_what_cannot_be_shown_is_a_sentence(tmp_path: Path):
    path = media.build(tmp_path, frames=30)
    place = placed(path, 0.0, 1.0)
    with pytest.raises(FootageError, match="has no length"):
        pictures_of(placed(path, 1.0, 1.0), VISION)
    with pytest.raises(FootageError, match="No picture of the face"):
        pictures_of(placed(path, 0.0, 1.0, boxes=((1.5, 1.0, 1.0, 5.0, 5.0),)), VISION)
    media.build(tmp_path, frames=31)
    with pytest.raises(FootageError, match="its content differs"):
        pictures_of(place, VISION)
    path.unlink()
    with pytest.raises(FootageError, match="cannot be read"):
        pictures_of(place, VISION)
