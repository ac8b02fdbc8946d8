"""Better or not, in words: the rule on made evaluations."""

import pytest

from finetune.comparison import compare, fallen
from finetune.evaluate import Asked, evaluation_from, evaluation_of

STAGES = ("attribute", "expression", "emotion")


def evaluation(shares, *, people=6, clips=10, answer=("x",)):
    """Of each stage the share of right answers, the same for each person but one clip more or less."""
    asked = []
    for stage, share in zip(STAGES, shares, strict=True):
        for who in range(people):
            right = round(share * clips) + (who % 2 if 0 < share < 1 else 0)
            asked += [
                Asked(
                    len(asked) + at, "t", stage, f"p{who}", float(at < right), ("x",), answer if at < right else ("y",),
                    None, "",
                )
                for at in range(clips)
            ]  # fmt: skip
    return evaluation_of(asked)


def test_better_on_all_stages_is_better():
    found = compare(evaluation((0.3, 0.3, 0.3)), evaluation((0.6, 0.6, 0.6)), bootstrap=300, seed=1)
    assert found.better is True
    assert found.mean.difference == pytest.approx(0.3)
    assert found.words[0].startswith("Better on held-out people: the mean over stages goes from 35.0 to 65.0 of 100")
    assert set(found.table) == {*STAGES, "mean"}
    assert found.table["mean"]["low"] > 0
    assert found.people == 6


def test_a_stage_that_is_forgotten_is_not_outweighed():
    found = compare(evaluation((0.6, 0.3, 0.3)), evaluation((0.5, 0.9, 0.9)), bootstrap=300, seed=1)
    assert found.mean.difference > 0.3
    assert found.better is False
    assert found.words[0].startswith("Not better, for a stage was forgotten")
    assert "The stage attribute falls by 10.0 points, from 65.0 to 55.0" in found.words[1]


def test_two_points_are_not_yet_forgetting():
    before, after = evaluation((0.52, 0.3, 0.3), clips=100), evaluation((0.50, 0.9, 0.9), clips=100)
    assert not fallen(before, after)
    assert compare(before, after, bootstrap=100, seed=1).better is True
    worse = evaluation((0.49, 0.9, 0.9), clips=100)
    assert len(fallen(before, worse)) == 1


def test_no_change_is_not_better():
    same = evaluation((0.4, 0.4, 0.4))
    found = compare(same, same, bootstrap=100, seed=1)
    assert found.better is False
    assert "may be chance" in found.words[0]


@pytest.mark.parametrize(("shares", "better"), [((0.9, 0.9, 0.9), None), ((0.1, 0.9, 0.9), False)])
def test_two_people_judge_nothing_but_forgetting(shares, better):
    found = compare(evaluation((0.4,) * 3, people=2), evaluation(shares, people=2), bootstrap=100, seed=1)
    assert found.better is better
    assert "2 people" in found.words[0]
    assert "low" not in found.table["mean"]


def test_nobody_held_out_judges_nothing():
    nothing = evaluation_of([])
    found = compare(nothing, nothing, bootstrap=100, seed=1)
    assert found.better is None
    assert "Nobody was held out" in found.words[0]


def test_other_examples_are_no_comparison():
    with pytest.raises(ValueError, match="same examples"):
        compare(evaluation((0.4,) * 3), evaluation((0.4,) * 3, people=5), bootstrap=10, seed=1)


def test_missing_answers_are_told():
    before, after = evaluation((0.4,) * 3), evaluation((0.4,) * 3, answer=None)
    missing = sum(one.answer is None for one in after.asked)
    assert missing > 0
    assert compare(before, after, bootstrap=10, seed=1).words[-1].startswith(f"{missing} of 180 answers are missing")


def test_an_evaluation_survives_being_written_down():
    before = evaluation((0.4, 0.5, 0.6))
    assert evaluation_from(before.as_json()) == before
