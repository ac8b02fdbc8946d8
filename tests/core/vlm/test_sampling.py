import numpy as np
import pytest

from core.vlm.backend import Sampling
from core.vlm.sampling import draw, generator, log_softmax

LOGITS = np.log(np.array([0.5, 0.25, 0.125, 0.125], np.float64))


def shares(logits, rule, *, draws=4000):
    random = generator(rule, answer=0)
    drawn = [draw(logits, rule=rule, random=random) for _ in range(draws)]
    return np.bincount(drawn, minlength=len(logits)) / draws


def test_log_softmax_is_exact_and_keeps_the_impossible():
    result = log_softmax(np.array([1000.0, 999.0, -np.inf]))
    assert result[:2] == pytest.approx([-0.3132616875, -1.3132616875], abs=1e-9)
    assert result[2] == -np.inf


def test_draws_follow_the_probabilities():
    assert shares(LOGITS, Sampling(temperature=1.0)) == pytest.approx([0.5, 0.25, 0.125, 0.125], abs=0.03)


def test_temperature_sharpens():
    powers = np.exp(LOGITS / 0.5)
    assert shares(LOGITS, Sampling(temperature=0.5)) == pytest.approx(powers / powers.sum(), abs=0.03)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_temperature_zero_takes_the_first_of_the_best(dtype):
    logits = np.array([1.0, 3.0, 3.0, -np.inf], dtype)
    assert draw(logits, rule=Sampling(temperature=0.0), random=generator(Sampling(), answer=0)) == 1


def test_top_k_and_top_p_leave_only_the_likely():
    assert shares(LOGITS, Sampling(temperature=1.0, top_k=2)) == pytest.approx([2 / 3, 1 / 3, 0, 0], abs=0.03)
    assert shares(LOGITS, Sampling(temperature=1.0, top_p=0.7)) == pytest.approx([2 / 3, 1 / 3, 0, 0], abs=0.03)
    assert shares(LOGITS, Sampling(temperature=1.0, top_p=0.5)) == pytest.approx([1, 0, 0, 0])
    # Among the two best, 0.6 is reached by the first.
    assert shares(LOGITS, Sampling(temperature=1.0, top_k=2, top_p=0.6)) == pytest.approx([1, 0, 0, 0])


def test_top_p_takes_the_same_tokens_as_sorting_all_of_them():
    random = np.random.default_rng(1)
    logits = random.normal(size=5000) * 3
    rule = Sampling(temperature=1.0, top_p=0.9)
    likely = np.argsort(-logits)
    reached = np.cumsum(np.exp(log_softmax(logits))[likely])
    nucleus = set(likely[: np.searchsorted(reached, 0.9) + 1].tolist())
    draws = generator(rule, answer=0)
    assert {draw(logits, rule=rule, random=draws) for _ in range(3000)} <= nucleus
    kept = np.array(sorted(nucleus))
    exact = np.exp(logits[kept]) / np.exp(logits[kept]).sum()
    best = int(kept[exact.argmax()])
    assert shares(logits, rule)[best] == pytest.approx(exact.max(), abs=0.03)


class Given:
    """Random numbers that are chosen."""

    def __init__(self, share):
        self.share = share

    def random(self):
        return self.share


@pytest.mark.parametrize("tokens", [1, 511, 512, 513, 5000])
def test_a_draw_is_where_the_running_sum_passes_the_random_number(tokens):
    """Also with tokens of no weight at the beginning, at the end and between, and at the borders of what is summed."""
    random = np.random.default_rng(tokens)
    logits = np.where(random.random(tokens) < 0.7, -np.inf, random.normal(size=tokens) * 4)
    logits[tokens // 2] = 0.0
    weights = np.exp(logits - logits.max())
    reached = np.cumsum(weights)
    rule = Sampling(temperature=1.0)
    for share in (0.0, *random.random(400), 1.0 - 2**-53):
        found = draw(logits, rule=rule, random=Given(share))
        assert weights[found] > 0.0
        before = reached[found] - weights[found]
        assert before - 1e-9 <= share * reached[-1] <= reached[found] + 1e-9


def test_the_impossible_is_never_drawn():
    logits = np.array([-np.inf, 0.0, -np.inf], np.float32)
    for rule in (Sampling(temperature=2.0), Sampling(temperature=2.0, top_k=3), Sampling(temperature=2.0, top_p=0.99)):
        assert shares(logits, rule, draws=200)[1] == 1.0


def test_an_answers_random_numbers_depend_on_seed_and_place_alone():
    first = generator(Sampling(seed=7), answer=3).random(5)
    assert (generator(Sampling(seed=7), answer=3).random(5) == first).all()
    assert (generator(Sampling(seed=7), answer=2).random(5) != first).all()
    assert (generator(Sampling(seed=8), answer=3).random(5) != first).all()
