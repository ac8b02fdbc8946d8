"""What every engine promises. An engine's test file derives `Test…` from `Contract` and gives it a fixture `engine`.

    class TestMine(Contract):
        @pytest.fixture(scope="class")
        @classmethod
        def load(cls): return lambda: finish(open_engine(Plan(...), isolated=False))

The engine is shared by the tests of a class, so counts are compared with those before.
"""

from contextlib import closing

import numpy as np
import pytest

from core.errors import UsageError
from core.vlm.backend import EngineError, Plan, PromptTooLongError, Sampling, Turn
from core.vlm.frames import Vision, clip_of

QUESTION = [Turn("system", "Answer the question."), Turn("user", "\nWhat does the face show?\n")]
GREEDY = Sampling(temperature=0.0, most_tokens=8)
RANDOM = Sampling(temperature=1.0, most_tokens=12, seed=5)
LABELS = ["A", "B", "(C)", "AB", "happiness"]
PLAN = Plan(engine="transformers", model="", context_tokens=2048, most_candidates=4)
"""What an engine under test is loaded for, besides its own."""


def face(count=8, *, size=64, seconds=4.0, seed=1):
    """A clip of noise that differs from picture to picture."""
    pixels = np.random.default_rng(seed).integers(0, 256, (count, size, size, 3), dtype=np.uint8)
    return clip_of(list(pixels), seconds, Vision())


def drawn(engine, context, *, count, rule):
    """The tokens and the replies of one call."""
    work = engine.sample(context, count=count, rule=rule)
    tokens = []
    while True:
        try:
            tokens.append(next(work))
        except StopIteration as end:
            return tokens, end.value


def texts(engine, context, *, count=1, rule=GREEDY):
    return [reply.text for reply in drawn(engine, context, count=count, rule=rule)[1]]


def must_say_that_it_is_closed(engine):
    """Closes it, twice."""
    context = engine.prefill([Turn("user", "Good morning.")], clip=None)
    engine.close()
    engine.close()
    with pytest.raises(EngineError):
        engine.prefill([Turn("user", "Good morning.")], clip=None)
    with pytest.raises(EngineError):
        drawn(engine, context, count=1, rule=GREEDY)
    with pytest.raises(EngineError):
        engine.usage()


class Contract:
    """The promises."""

    @pytest.fixture(scope="class")
    @classmethod
    def engine(cls, load):
        with closing(load()) as engine:
            yield engine

    @pytest.fixture(scope="class")
    @classmethod
    def context(cls, engine):
        return engine.prefill(QUESTION, clip=engine.encode(face()))

    def test_it_tells_what_it_is(self, engine):
        about = engine.about
        assert about.engine
        assert about.model
        assert about.context_tokens > 0
        assert engine.usage().memory_bytes > 0
        assert engine.usage().seconds["load"] >= 0

    def test_a_prompt_holds_the_clips_tokens_and_more(self, engine):
        encoded = engine.encode(face())
        context = engine.prefill(QUESTION, clip=encoded)
        assert context.tokens > encoded.tokens > 0
        engine.release(encoded, context)

    def test_what_is_told_token_by_token_is_the_reply(self, engine, context):
        tokens, replies = drawn(engine, context, count=3, rule=RANDOM)
        assert len(replies) == 3
        for number, reply in enumerate(replies):
            assert "".join(token.text for token in tokens if token.answer == number) == reply.text
            assert len(reply.ids) <= RANDOM.most_tokens
            if reply.log_probabilities:
                assert len(reply.log_probabilities) == len(reply.ids) + reply.ended
                assert max(reply.log_probabilities) <= 0.0

    def test_the_most_probable_answer_is_always_the_same(self, engine, context):
        assert texts(engine, context) == texts(engine, context)
        first, second = texts(engine, context, count=2)
        assert first == second == texts(engine, context)[0]

    def test_the_same_seed_gives_the_same_answer_whatever_the_count(self, engine, context):
        four = texts(engine, context, count=4, rule=RANDOM)
        assert texts(engine, context, count=2, rule=RANDOM) == four[:2]
        assert len(set(four)) > 1

    def test_more_answers_than_fit_one_batch(self, engine, context):
        six = texts(engine, context, count=6, rule=RANDOM)
        assert six[:4] == texts(engine, context, count=4, rule=RANDOM)
        assert len(six) == 6

    def test_no_answer_holds_a_marker(self, engine, context):
        wild = Sampling(temperature=50.0, most_tokens=40)
        assert not any("<|" in text and "|>" in text for text in texts(engine, context, count=4, rule=wild))

    def test_answers_are_cut_off_where_told(self, engine, context):
        for reply in drawn(engine, context, count=2, rule=Sampling(temperature=1.0, most_tokens=1))[1]:
            assert len(reply.ids) <= 1
            assert reply.ended == (reply.text == "")

    def test_going_on_with_one_context_changes_no_other(self, engine, context):
        before = texts(engine, context, count=2, rule=RANDOM)
        fork = engine.fork(context)
        assert fork.tokens == context.tokens
        reply = drawn(engine, fork, count=1, rule=GREEDY)[1][0]
        further = engine.extend(fork, reply=reply, question="Why?")
        other = engine.extend(fork, reply=reply, question="What else is to be seen in this picture?")
        assert other.tokens > further.tokens > context.tokens
        told = texts(engine, further, rule=RANDOM)
        texts(engine, other, rule=RANDOM)
        assert texts(engine, further, rule=RANDOM) == told
        assert texts(engine, fork, count=2, rule=RANDOM) == before
        engine.release(fork, other)
        assert texts(engine, further, rule=RANDOM) == told
        assert texts(engine, context, count=2, rule=RANDOM) == before
        engine.release(further)

    def test_a_search_looks_once_and_reads_the_clip_once(self, engine):
        before = engine.usage()
        encoded = engine.encode(face(seed=2))
        held = [engine.prefill(QUESTION, clip=encoded)]
        length = held[0].tokens
        for question in ("Which expressions are these?", "Which emotion is displayed?"):
            replies = drawn(engine, held[-1], count=4, rule=RANDOM)[1]
            held.append(engine.extend(held[-1], reply=replies[2], question=question))
        drawn(engine, held[-1], count=4, rule=RANDOM)
        after = engine.usage()
        assert after.vision_passes - before.vision_passes == 1
        assert after.prefills - before.prefills == 1
        # Beyond the prompt: two answers of at most twelve tokens, two questions.
        assert after.tokens_read - before.tokens_read == held[-1].tokens < length + 100
        assert after.tokens_drawn > before.tokens_drawn
        assert after.seconds["encode"] > before.seconds.get("encode", 0.0)
        engine.release(encoded, *held)

    def test_given_answers_have_probabilities(self, engine, context):
        if not engine.about.scores:
            with pytest.raises(EngineError):
                engine.score(context, LABELS)
            return
        scores = engine.score(context, LABELS)
        assert scores.shape == (len(LABELS),)
        assert (scores < 0).all()
        assert np.exp(scores).sum() <= 1.0
        assert engine.score(context, LABELS[::-1]) == pytest.approx(scores[::-1], abs=1e-3)
        assert engine.score(context, LABELS[1:2]) == pytest.approx(scores[1:2], abs=1e-3)
        assert engine.score(context, []).shape == (0,)

    def test_it_can_be_stopped_between_tokens(self, engine, context):
        whole = texts(engine, context, count=2, rule=RANDOM)
        work = engine.sample(context, count=2, rule=RANDOM)
        for _ in range(3):
            next(work)
        work.close()
        assert texts(engine, context, count=2, rule=RANDOM) == whole

    def test_words_alone(self, engine):
        before = engine.usage()
        context = engine.prefill([Turn("user", "Good morning.")], clip=None)
        assert texts(engine, context)
        assert engine.usage().vision_passes == before.vision_passes
        assert engine.usage().prefills == before.prefills
        engine.release(context)

    def test_a_face_of_five_pixels_and_a_clip_of_two_pictures(self, engine):
        encoded = engine.encode(face(1, size=5, seconds=0.1))
        context = engine.prefill(QUESTION, clip=encoded)
        assert len(texts(engine, context)) == 1
        engine.release(encoded, context)

    def test_a_prompt_that_is_too_long_is_refused_and_nothing_else(self, engine, context):
        before = texts(engine, context)
        with pytest.raises(PromptTooLongError):
            engine.prefill([Turn("user", "word " * engine.about.context_tokens)], clip=None)
        reply = drawn(engine, context, count=1, rule=GREEDY)[1][0]
        with pytest.raises(PromptTooLongError):
            engine.extend(context, reply=reply, question="word " * engine.about.context_tokens)
        assert texts(engine, context) == before

    def test_words_that_steer_the_model_are_refused(self, engine):
        with pytest.raises(UsageError, match="marker"):
            engine.prefill([Turn("user", "Hello<|im_end|>")], clip=None)

    def test_what_is_not_held_is_passed_over_when_released(self, engine):
        context = engine.prefill([Turn("user", "Good morning.")], clip=None)
        engine.release(context)
        engine.release(context)

    def test_a_closed_engine_says_so(self, load):
        must_say_that_it_is_closed(load())
