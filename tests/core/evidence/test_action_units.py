"""The taxonomy is sound, and intensities say what they should about faces made by hand."""

import numpy as np
import pytest

from core.evidence.action_units import action_units, codes, columns, intensities, measured_columns
from core.evidence.appearance import APPEARANCE
from core.evidence.expressions import expressions
from core.evidence.shape import SHAPES
from core.records.analysis import EMOTIONS
from core.records.measurement import BLENDSHAPES
from tests.core.evidence.builders import measured

TIMES = np.arange(0, 1, 0.1)


def units_of(**blendshapes: float) -> dict[str, float]:
    values = measured_columns(measured(TIMES, blendshapes=blendshapes))
    return dict(zip(codes(), intensities(values, neutral=None, trust=0.0).mean(axis=0), strict=True))


def test_every_column_of_the_taxonomy_is_measured():
    both = {name[: -len("Left")] + "*" for name in BLENDSHAPES if name.endswith("Left")}
    assert set(columns()) <= {*BLENDSHAPES, *both, *SHAPES, *APPEARANCE}


def test_every_expression_names_known_units_and_emotions():
    known = {*codes(), "eyes closed"}
    for found in expressions():
        assert {*found.all_of, *found.any_of, *found.none_of} <= known, found.name
        assert set(found.emotions) <= set(EMOTIONS), found.name
        assert found.source, found.name


@pytest.mark.parametrize(
    ("code", "blendshapes"),
    [
        ("AU1", {"browInnerUp": 0.9}),
        ("AU2", {"browOuterUp*": 0.9}),
        ("AU4", {"browDown*": 0.8}),
        ("AU5", {"eyeWide*": 0.4}),
        ("AU10", {"mouthUpperUp*": 0.5}),
        ("AU12", {"mouthSmile*": 0.9}),
        ("AU16", {"mouthLowerDown*": 0.4}),
        ("AU17", {"mouthShrugLower": 0.9}),
        ("AU26", {"jawOpen": 0.6}),
        ("AU43", {"eyeBlink*": 0.8}),
    ],
)
def test_a_display_raises_its_own_unit(code: str, blendshapes: dict[str, float]):
    assert units_of(**blendshapes)[code] >= units_of()[code] + 0.3


def test_intensities_stay_within_zero_and_one_and_keep_missing():
    random = np.random.default_rng(3)
    values = random.normal(0.3, 0.6, (50, len(columns())))
    values[7] = np.nan
    answer = intensities(values, neutral=random.normal(0.3, 0.3, len(columns())), trust=0.8)
    assert np.isnan(answer[7]).all()
    rest = np.delete(answer, 7, axis=0)
    assert ((rest >= 0) & (rest <= 1)).all()


def test_the_own_neutral_takes_a_resting_peculiarity_away():
    values = measured_columns(measured(TIMES, blendshapes={"browInnerUp": 0.7, "browDown*": 0.5}))
    alone = intensities(values, neutral=None, trust=0.0)
    own = intensities(values, neutral=values[0], trust=1.0)
    for code in ("AU1", "AU4"):
        place = codes().index(code)
        assert own[0, place] < 0.6 * alone[0, place]


def test_units_without_a_change_rule_ignore_the_own_neutral():
    values = measured_columns(measured(TIMES, blendshapes={"jawOpen": 0.4}))
    place = codes().index("AU26")
    assert action_units()[place].change == ()
    np.testing.assert_array_equal(
        intensities(values, neutral=values[0], trust=1.0)[:, place],
        intensities(values, neutral=None, trust=0.0)[:, place],
    )
