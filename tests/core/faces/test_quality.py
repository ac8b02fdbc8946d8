import numpy as np
import pytest
from PIL import Image, ImageFilter

from core.faces.crops import square
from core.faces.quality import QUALITY_VALUES, QualityRule, agreement, judge, off_angle
from core.faces.surface import USED_CELLS, pattern_of, surface_of
from core.records.face import FaceBox
from core.records.measurement import Quality

RULE = QualityRule()
CELLS = len(USED_CELLS)


def judged(count=60, *, height=200.0, **changes):
    """One person's sightings, all usable but for the changes."""
    rng = np.random.default_rng(3)
    usual = rng.integers(60, 200, CELLS)
    values = {
        "times_s": np.arange(count) / 10,
        "boxes": np.tile(np.array([10, 10, 150, height], np.float32), (count, 1)),
        "pose": np.zeros((count, 3), np.float32),
        "pattern": np.clip(usual + rng.normal(0, 4, (count, CELLS)), 0, 255).astype(np.uint8),
        "brightness": np.full(count, 120, np.float32),
        "score": np.full(count, 0.93, np.float32),
        "sharpness": np.full(count, 0.3, np.float32),
    }
    return judge(**(values | changes), rule=RULE)


def column(values, name):
    return values[:, QUALITY_VALUES.index(name)]


def test_a_usable_face_has_no_flag():
    flags, values = judged()
    assert flags.dtype == np.uint8
    assert (flags == 0).all()
    assert values.shape == (60, len(QUALITY_VALUES))


@pytest.mark.parametrize(
    ("changes", "flag", "name", "threshold"),
    [
        ({"height": 32.0}, Quality.SMALL, "height_px", RULE.small_px),
        ({"sharpness": np.full(60, 0.005, np.float32)}, Quality.BLURRED, "sharpness", RULE.blurred_sharpness),
        ({"brightness": np.full(60, 20, np.float32)}, Quality.DARK, "brightness", RULE.dark_brightness),
        (
            {"pose": np.tile(np.array([50, 5, 0], np.float32), (60, 1))},
            Quality.OFF_ANGLE,
            "off_angle_deg",
            RULE.off_angle_deg,
        ),
        (
            {"pose": np.tile(np.array([0, -48, 0], np.float32), (60, 1))},
            Quality.OFF_ANGLE,
            "off_angle_deg",
            RULE.off_angle_deg,
        ),
    ],
)
def test_each_flag_has_its_number(changes, flag, name, threshold):
    flags, values = judged(**changes)
    assert (flags == flag).all()
    decided = column(values, name)
    assert (decided > threshold if flag is Quality.OFF_ANGLE else decided < threshold).all()
    assert threshold in RULE.thresholds().values()


def test_roll_alone_is_not_off_angle():
    assert np.allclose(off_angle(np.array([[0, 0, 45], [30, 0, 0], [30, 30, 0]], np.float32)), (0, 30, 41.4), atol=0.1)


def test_a_drop_of_the_detectors_score_is_occlusion_where_the_pattern_is_doubtful_too():
    rng = np.random.default_rng(3)
    pattern = np.clip(rng.integers(60, 200, CELLS) + rng.normal(0, 4, (60, CELLS)), 0, 255)
    pattern[25:30] = np.clip(pattern[25:30] + rng.normal(0, 26, CELLS), 0, 255)
    score = np.full(60, 0.93, np.float32)
    score[20:30] = 0.84
    flags, values = judged(pattern=pattern.astype(np.uint8), score=score)
    assert RULE.occluded_agreement < column(values, "agreement")[25:30].min()
    assert column(values, "agreement")[25:30].max() < RULE.doubtful_agreement
    assert np.flatnonzero(flags == Quality.OCCLUDED).tolist() == list(range(25, 30))


def test_a_covered_half_is_occlusion_and_darker_light_is_not():
    rng = np.random.default_rng(3)
    pattern = np.clip(rng.integers(60, 200, CELLS) + rng.normal(0, 4, (100, CELLS)), 0, 255)
    lower = USED_CELLS // 8 >= 4
    pattern[40:50, lower] = 150 + rng.normal(0, 4, (10, lower.sum()))
    pattern[70:] *= 0.5
    score = np.full(100, 0.93, np.float32)
    score[40:50] = 0.9
    flags, values = judged(100, pattern=pattern.astype(np.uint8), score=score)
    assert np.flatnonzero(flags).tolist() == list(range(40, 50))
    assert column(values, "agreement")[:40].min() > 0.9


def test_nothing_to_compare_with_says_nothing():
    for count in (0, 1, 2):
        agrees = agreement(
            np.zeros((count, CELLS), np.uint8),
            times_s=np.arange(count, dtype=np.float64),
            score=np.full(count, 0.9, np.float32),
            angle=np.zeros(count, np.float32),
            rule=RULE,
        )
        assert agrees.shape == (count,)
        assert np.isfinite(agrees).all()
    assert (judged(1)[0] == 0).all()


def test_a_hand_before_the_face_is_seen(passed, sample_video):
    (person,) = passed(sample_video).people
    times = person.measurements.times_s
    occluded = (person.measurements.quality & Quality.OCCLUDED) > 0
    # Looked at: the hand comes up at 2.45 s (first to lip and chin only) and is gone at 9.6 s.
    assert occluded[(times > 3.8) & (times < 9.2)].mean() > 0.9
    assert occluded[(times > 2.45) & (times < 3.8)].mean() > 0.5
    assert occluded[(times < 2.4) | (times > 9.8)].mean() < 0.02


@pytest.mark.parametrize("name", ["single_face.mp4", "speech_one_person.mp4", "expressive_2.mp4"])
def test_talking_and_grimacing_hide_nothing(passed, footage, name):
    (person,) = passed(footage / name).people
    assert (person.measurements.quality == 0).mean() > 0.98


def test_blur_darkness_and_size_are_measured_on_a_real_face(model, footage):
    clear = Image.open(footage / "single_face.jpg").convert("RGB")
    face = model.read(np.asarray(clear), FaceBox(0, 0, *clear.size))

    def sharpness(radius: float) -> float:
        picture = np.asarray(clear.filter(ImageFilter.GaussianBlur(radius * face.box.height)))
        return surface_of(face, picture).sharpness

    assert sharpness(0) > 5 * RULE.blurred_sharpness
    assert sharpness(0.02) < RULE.blurred_sharpness
    dark = np.asarray(clear.point(lambda value: value * 0.15))
    assert pattern_of(face, np.asarray(clear))[1] > RULE.dark_brightness > pattern_of(face, dark)[1]
    share = 50 / face.box.height
    small = np.asarray(clear.resize((round(clear.width * share), round(clear.height * share))))
    again = model.read(small, square(FaceBox(*(v * share for v in _values(face.box))), margin=2.0))
    assert surface_of(again, small).sharpness > RULE.blurred_sharpness  # small is not blurred


def _values(box):
    return box.x, box.y, box.width, box.height
