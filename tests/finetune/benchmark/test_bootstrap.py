"""Intervals over people: seeded, honest about few people, and wider than intervals over clips."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.statistics.conclusion import Interval, Refusal
from finetune.benchmark.bootstrap import Scored, difference, paired_interval, paired_mean_interval

some = st.lists(
    st.builds(Scored, st.sampled_from("ab"), st.sampled_from("pqrst"), st.floats(0, 1), st.floats(0, 1)),
    min_size=1,
    max_size=30,
)


def of_people(changes, *, clips=4):
    return [Scored("t", f"p{who}", 0.5, 0.5 + change) for who, change in enumerate(changes) for _ in range(clips)]


def test_groups_weigh_alike_whatever_their_size():
    scored = [Scored("a", "p", 0.0, 1.0), *(Scored("b", "p", 0.5, 0.5) for _ in range(9))]
    assert difference(scored) == pytest.approx((0.25, 0.75))


def test_the_interval_is_that_of_every_draw_of_three_people():
    changes = (0.0, 0.1, 0.4)
    draws = [np.mean(draw) for draw in itertools.product(changes, repeat=3)]
    found = paired_interval(of_people(changes), resamples=20_000, seed=1, what="mean")
    assert isinstance(found, Interval)
    assert (found.low, found.high) == pytest.approx(tuple(np.quantile(draws, [0.025, 0.975], method="inverted_cdf")))
    assert found.rule == "Paired bootstrap over 3 people."


def test_people_are_drawn_and_not_clips():
    """The same differences, all clips of one person alike: many clips do not make it surer."""
    changes = (-0.2, -0.1, 0.0, 0.2, 0.3)
    few = paired_interval(of_people(changes, clips=1), resamples=2000, seed=3, what="x")
    many = paired_interval(of_people(changes, clips=50), resamples=2000, seed=3, what="x")
    assert isinstance(few, Interval)
    assert isinstance(many, Interval)
    assert (many.low, many.high) == pytest.approx((few.low, few.high))


@pytest.mark.parametrize(("people", "told"), [(1, "one person"), (2, "2 people")])
def test_fewer_than_three_people_carry_no_interval(people, told):
    found = paired_interval(of_people([0.2] * people, clips=30), resamples=100, seed=1, what="x")
    assert found == Refusal(f"No interval: {told} to judge by, and it takes 3.")


def test_the_same_seed_gives_the_same_interval_and_the_order_does_not_matter():
    scored = of_people((0.1, -0.3, 0.2, 0.5))
    first, second = (paired_interval(one, resamples=500, seed=7, what="x") for one in (scored, scored[::-1]))
    other = paired_interval(scored, resamples=500, seed=8, what="x")
    assert first == second
    assert first != other


def test_a_stage_that_few_people_were_asked_is_left_out_of_a_draw_without_them():
    one_person = [Scored("rare", "p0", 0.0, 1.0)]
    found = paired_mean_interval([of_people((0.0,) * 6), one_person], resamples=4000, seed=2, what="mean")
    assert isinstance(found, Interval)
    assert (found.low, found.high) == (0.0, 0.5)
    assert isinstance(paired_interval(one_person, resamples=10, seed=1, what="x"), Refusal)


@given(some)
def test_an_adapter_that_changes_nothing_has_an_interval_of_nothing(scored):
    same = [Scored(one.group, one.person, one.before, one.before) for one in scored]
    found = paired_interval(same, resamples=50, seed=1, what="x")
    assert isinstance(found, Refusal) or (found.low, found.high) == pytest.approx((0, 0))


@given(some)
def test_before_and_after_swapped_swap_the_difference(scored):
    swapped = [Scored(one.group, one.person, one.after, one.before) for one in scored]
    assert difference(swapped) == pytest.approx(difference(scored)[::-1])
    one, other = (paired_interval(way, resamples=64, seed=5, what="x") for way in (scored, swapped))
    if isinstance(one, Interval) and isinstance(other, Interval):
        assert (one.low, one.high) == pytest.approx((-other.high, -other.low))
