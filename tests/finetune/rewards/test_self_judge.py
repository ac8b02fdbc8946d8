"""The model as the judge of prose, on a real small one."""

import math
from contextlib import closing

import numpy as np
import pytest

from core.progress import finish
from core.vlm.backend import Plan
from core.vlm.engines import load_here
from finetune.rewards.self_judge import judged


class Watched:
    """The engine, and what was asked of it."""

    def __init__(self, backend):
        self._backend, self.held, self.turns, self.scores = backend, [], [], None

    def prefill(self, turns, *, clip):
        assert clip is None, "the judge sees no pictures"
        self.turns.append(turns)
        self.held.append(self._backend.prefill(turns, clip=None))
        return self.held[-1]

    def score(self, context, answers):
        assert answers == ("Yes", "No")
        found = self._backend.score(context, answers) if self.scores is None else np.array(self.scores)
        self.told = found
        return found

    def release(self, *held):
        self._backend.release(*held)
        self.held = [one for one in self.held if one not in held]


@pytest.fixture(scope="module")
def engine(untaught_model):
    backend = finish(load_here(Plan("transformers", untaught_model, precision="fp32", context_tokens=2048)))
    with closing(backend):
        yield backend


def test_it_is_the_share_of_yes(engine):
    watched = Watched(engine)
    earned = judged(watched, "\nWhat is displayed?\n", "The woman smiles.", "A smile.")
    yes, no = np.exp(watched.told)
    assert earned == pytest.approx(yes / (yes + no))
    assert 0.0 < earned < 1.0
    assert judged(watched, "\nWhat is displayed?\n", "The woman smiles.", "A smile.") == earned
    words = watched.turns[0][-1].text
    assert all(part in words for part in ("What is displayed?", "The woman smiles.", "A smile."))
    assert not watched.held, "what was read is given back"


def test_an_empty_answer_earns_nothing_and_is_not_asked_about(engine):
    watched = Watched(engine)
    assert judged(watched, "What is displayed?", "The woman smiles.", " \n") == 0.0
    assert watched.turns == []


@pytest.mark.parametrize(
    ("scores", "earned"), [((-1.0, -1.0), 0.5), ((-900.0, -902.0), 1 / (1 + math.exp(-2))), ((-1.0, -math.inf), 1.0)]
)
def test_tiny_probabilities_are_compared_too(engine, scores, earned):
    watched = Watched(engine)
    watched.scores = scores
    assert judged(watched, "?", "a", "b") == pytest.approx(earned)


@pytest.mark.parametrize("scores", [(math.nan, -1.0), (-1.0, math.nan), (-math.inf, -math.inf)])
def test_no_number_stays_none(engine, scores):
    watched = Watched(engine)
    watched.scores = scores
    assert math.isnan(judged(watched, "?", "a", "b"))
    assert not watched.held
