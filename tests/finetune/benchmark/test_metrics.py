"""Figures against worked examples, by hand, and what must hold for any answers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from finetune.benchmark.metrics import (
    accuracy,
    confusion,
    ece,
    macro_f1,
    recalls,
    reliability,
    sample_f1,
    uar,
    war,
)

LABELS = ("anger", "fear", "neutral")
answered = st.lists(st.tuples(st.sampled_from(LABELS), st.sampled_from((*LABELS, None))), min_size=1, max_size=40)


def test_a_worked_example_with_a_missing_answer():
    truth = ["anger", "anger", "anger", "anger", "fear", "fear", "neutral", "neutral"]
    answers = ["anger", "anger", "fear", None, "fear", "anger", "neutral", "neutral"]
    table = confusion(truth, answers)
    assert table.labels == LABELS
    assert table.counts.tolist() == [[2, 1, 0, 1], [1, 1, 0, 0], [0, 0, 2, 0]]
    assert table.missing == 1
    assert recalls(table) == {"anger": 2 / 4, "fear": 1 / 2, "neutral": 1.0}
    assert accuracy(table) == 5 / 8
    assert uar(table) == pytest.approx((0.5 + 0.5 + 1.0) / 3)
    # anger: 2 right, 1 wrongly said, 2 not found; fear: 1, 1, 1; neutral: 2, 0, 0.
    assert macro_f1(table) == pytest.approx((4 / 7 + 2 / 4 + 1.0) / 3)


def test_the_answer_nobody_displayed_counts_against_f1_and_not_for_recall():
    table = confusion(["anger", "anger"], ["anger", "fear"])
    assert uar(table) == 0.5
    assert macro_f1(table) == pytest.approx((2 / 3 + 0.0) / 2)


def test_of_nothing_there_is_no_figure():
    empty = confusion([], [])
    assert (accuracy(empty), uar(empty), war(empty), macro_f1(empty), ece(reliability([], []))) == (None,) * 5


def test_pairs_must_be_pairs():
    with pytest.raises(ValueError, match="argument"):
        confusion(["anger"], [])


@given(answered)
def test_weighted_recall_is_accuracy_and_all_figures_lie_in_their_range(pairs):
    truth, answers = [true for true, _ in pairs], [answer for _, answer in pairs]
    table = confusion(truth, answers)
    assert war(table) == pytest.approx(accuracy(table))
    assert accuracy(table) == pytest.approx(np.mean([true == answer for true, answer in pairs]))
    assert table.counts.sum() == len(pairs)
    for figure in (accuracy(table), uar(table), macro_f1(table)):
        assert figure is not None
        assert 0 <= figure <= 1


@given(answered)
def test_a_missing_answer_is_never_better_than_a_wrong_one_nor_left_out(pairs):
    truth = [true for true, _ in pairs]
    silent = [None for _ in pairs]
    table = confusion(truth, silent)
    assert (accuracy(table), uar(table), macro_f1(table)) == (0, 0, 0)
    assert table.missing == len(pairs)


@given(answered)
def test_the_order_of_examples_does_not_matter(pairs):
    tables = [confusion([a for a, _ in some], [b for _, b in some]) for some in (pairs, pairs[::-1])]
    assert tables[0].labels == tables[1].labels
    assert (tables[0].counts == tables[1].counts).all()


@pytest.mark.parametrize(
    ("truth", "answer", "score"),
    [
        ((), (), 1.0),  # the published harness gives 0
        ((), ("AU1",), 0.0),
        (("AU1",), (), 0.0),
        (("AU1", "AU4"), ("AU1", "AU4"), 1.0),
        (("AU1", "AU4"), ("AU1",), 2 / 3),
        (("AU1", "AU4"), ("AU1", "AU4", "AU6", "nonsense"), 4 / 6),
        (("AU1",), None, 0.0),
        ((), None, 0.0),
    ],
)
def test_f1_of_one_example(truth, answer, score):
    assert sample_f1(truth, answer) == pytest.approx(score)


def test_calibration_of_a_worked_example():
    points = reliability([0.15, 0.85, 0.85, 0.95, 0.95], [False, True, False, True, True])
    assert [(point.low, point.count) for point in points if point.count] == [
        (pytest.approx(0.1), 1),
        (pytest.approx(0.8), 2),
        (pytest.approx(0.9), 2),
    ]
    assert ece(points) == pytest.approx((1 * 0.15 + 2 * abs(0.85 - 0.5) + 2 * 0.05) / 5)


def test_borders_belong_to_the_bin_below():
    points = reliability([0.0, 0.5, 1.0], [True, True, True], bins=2)
    assert [point.count for point in points] == [2, 1]


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_what_is_no_probability_is_refused(confidence):
    with pytest.raises(ValueError, match="probability"):
        reliability([confidence], [True])


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60), st.integers(1, 20))
def test_every_answer_is_in_one_bin_and_the_error_is_in_range(told, bins):
    points = reliability([sure for sure, _ in told], [right for _, right in told], bins=bins)
    assert sum(point.count for point in points) == len(told)
    assert all(point.low - 1e-9 <= point.confidence <= point.high + 1e-9 for point in points if point.count)
    error = ece(points)
    assert error is not None
    assert 0 <= error <= 1
