"""One table says what supports a statement and what contradicts it."""

import pytest

from core.evidence.check import SupportRule, support

THRESHOLD = {"AU1": 0.3, "AU6": 0.3, "AU12": 0.3}


@pytest.mark.parametrize(
    ("needs", "intensity", "hidden", "expected"),
    [
        ([["AU12"]], {"AU12": 0.5}, (), "supported"),
        ([["AU12"]], {"AU12": 0.05}, (), "contradicted"),
        ([["AU12"]], {"AU12": 0.2}, (), "not_measurable"),
        ([["AU12"]], {"AU12": 0.05}, ("AU12",), "not_measurable"),
        ([["AU6", "AU12"]], {"AU6": 0.5, "AU12": 0.05}, (), "contradicted"),
        ([["AU6", "AU12"]], {"AU6": 0.5, "AU12": 0.6}, ("AU6",), "not_measurable"),
        ([["AU1"], ["AU12"]], {"AU1": 0.0, "AU12": 0.9}, (), "supported"),
        ([["AU1"], ["AU12"]], {"AU1": 0.0, "AU12": 0.0}, (), "contradicted"),
        ([["AU1"], ["AU12"]], {"AU1": 0.0, "AU12": 0.2}, (), "not_measurable"),
        ([], {}, (), "not_measurable"),
    ],
)
def test_support(needs, intensity, hidden, expected):
    verdict = support(
        needs,
        intensity={"AU1": 0.0, "AU6": 0.0, "AU12": 0.0} | intensity,
        threshold=THRESHOLD,
        hidden=frozenset(hidden),
        rule=SupportRule(),
    )
    assert verdict == expected
