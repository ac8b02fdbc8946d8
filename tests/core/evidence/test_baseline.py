"""A held expression never becomes neutral by being frequent, and a short recording has no usual face."""

import numpy as np
import pytest

from core.evidence.baseline import BaselineRule, take_baseline
from core.records.analysis import EMOTIONS

RULE = BaselineRule()


def looks(rows: int, emotion: str, share: float = 0.8) -> np.ndarray:
    answer = np.full((rows, 7), (1 - share) / 6)
    answer[:, EMOTIONS.index(emotion)] = share
    return answer


def take(values: np.ndarray, appearance: np.ndarray, quiet: np.ndarray | None = None):
    quiet = np.ones(len(values), dtype=bool) if quiet is None else quiet
    return take_baseline(values, appearance=appearance, quiet=quiet, step_s=0.1, rule=RULE)


def test_neutral_moments_win_over_a_long_smile():
    values = np.concatenate([np.full((30, 2), 0.1), np.full((300, 2), 0.9)])
    appearance = np.concatenate([looks(30, "neutral"), looks(300, "happiness")])
    found = take(values, appearance)
    np.testing.assert_allclose(found.neutral, 0.1)
    assert found.trust == pytest.approx(3 / 4)
    assert "3.0 s" in found.rule


def test_a_short_held_expression_gives_no_neutral():
    found = take(np.full((40, 2), 0.9), looks(40, "anger"))
    assert found.neutral is None
    assert found.trust == 0


def test_a_short_clip_that_looks_neutral_throughout_is_hardly_the_own_neutral():
    short = take(np.full((30, 2), 0.9), looks(30, "neutral"))
    assert short.trust < 0.25
    assert "held display" in short.rule
    wavering = take(np.full((60, 2), 0.9), np.concatenate([looks(30, "neutral", 0.52), looks(30, "neutral", 0.48)]))
    assert wavering.trust < 0.25
    with_contrast = take(np.full((60, 2), 0.9), np.concatenate([looks(30, "neutral"), looks(30, "sadness")]))
    assert with_contrast.trust > 0.7
    assert take(np.full((6000, 2), 0.9), looks(6000, "neutral")).trust > 0.95


def test_the_usual_face_stands_in_over_time_and_is_trusted_less():
    found = take(np.full((600, 2), 0.4), looks(600, "sadness"))
    np.testing.assert_allclose(found.neutral, 0.4)
    assert found.trust < take(np.full((600, 2), 0.4), looks(600, "neutral")).trust
    assert "usual face" in found.rule


def test_speaking_and_missing_moments_are_never_neutral():
    values = np.concatenate([np.full((20, 2), 0.8), np.full((20, 2), 0.1), np.full((20, 2), np.nan)])
    quiet = np.arange(60) >= 20
    found = take(values, looks(60, "neutral"), quiet)
    np.testing.assert_allclose(found.neutral, 0.1)
