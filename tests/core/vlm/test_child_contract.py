"""A real model in a process of its own keeps every promise, and what was estimated is near what it used."""

import os
import signal

import pytest

from core.progress import finish
from core.vlm.backend import EngineError, Plan, Sampling
from core.vlm.engines import open_engine
from core.vlm.memory import compare, estimate
from core.vlm.model_shape import shape_of
from tests.core.vlm.contract import GREEDY, QUESTION, Contract, face, must_say_that_it_is_closed, texts


@pytest.fixture(scope="module")
def plan(untaught_model):
    return Plan("transformers", untaught_model, precision="fp32", context_tokens=2048, most_candidates=4)


class TestApart(Contract):
    @pytest.fixture(scope="class")
    @classmethod
    def load(cls, plan):
        return lambda: finish(open_engine(plan))

    def test_it_runs_elsewhere(self, engine):
        assert engine.process not in (None, os.getpid())

    def test_the_estimate_is_near_what_is_used(self, engine, context, plan):
        texts(engine, context, count=4)
        told = compare(estimate(shape_of(plan.model), plan, frames=8), engine.usage())
        assert abs(told.error) < 0.35, told.sentence

    def test_a_closed_engine_says_so(self, engine):
        """Last of all. Before, it is killed in the middle of an answer and started again: starting takes seconds."""
        context = engine.prefill(QUESTION, clip=engine.encode(face()))
        answer = texts(engine, context)
        sampling = engine.sample(context, count=4, rule=Sampling(temperature=1.0, most_tokens=500))
        next(sampling)
        os.kill(engine.process, signal.SIGKILL)
        with pytest.raises(EngineError, match="SIGKILL"):
            list(sampling)
        finish(engine.restart())
        again = engine.prefill(QUESTION, clip=engine.encode(face()))
        assert texts(engine, again, rule=GREEDY) == answer
        must_say_that_it_is_closed(engine)
