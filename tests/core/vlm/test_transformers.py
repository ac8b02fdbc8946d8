from dataclasses import replace

import numpy as np
import pytest

from core.progress import finish
from core.vlm.backend import Clip, Reply, Sampling, Turn
from core.vlm.chat import clip_text, prompt_text
from core.vlm.patches import patches_of
from core.vlm.transformers_ import load as load_stage
from tests.core.vlm.contract import GREEDY, LABELS, PLAN, QUESTION, RANDOM, Contract, drawn, face

torch = pytest.importorskip("torch")


def plan(folder, **changes):
    return replace(PLAN, model=folder, precision="fp32", **changes)


class TestTransformers(Contract):
    @pytest.fixture(scope="class")
    @classmethod
    def load(cls, untaught_model):
        return lambda: finish(load_stage(plan(untaught_model)))


class Plain:
    """transformers as its own documentation uses it: everything read anew, pictures included, for every call."""

    def __init__(self, folder):
        from transformers import Qwen2_5_VLForConditionalGeneration, Qwen2Tokenizer

        self.model = Qwen2_5_VLForConditionalGeneration.from_pretrained(folder, dtype=torch.float32).eval()
        self.tokenizer = Qwen2Tokenizer.from_pretrained(folder)

    def inputs(self, text, clip, *, further=()):
        patches, grid = patches_of(clip.frames)
        ids = [*self.tokenizer(text)["input_ids"], *further]
        kinds = [2 if token == self.model.config.video_token_id else 0 for token in ids]
        return {
            "input_ids": torch.tensor([ids]),
            "pixel_values_videos": torch.from_numpy(patches),
            "video_grid_thw": torch.tensor([grid]),
            "second_per_grid_ts": torch.tensor([clip.seconds_per_grid]),
            "mm_token_type_ids": torch.tensor([kinds]),
        }

    def log_probabilities(self, text, clip, tokens):
        """Of each of `tokens` behind the text."""
        with torch.inference_mode():
            logits = self.model(**self.inputs(text, clip, further=tokens)).logits[0].double()
        begin = len(logits) - len(tokens) - 1
        return torch.log_softmax(logits, dim=-1)[begin + np.arange(len(tokens)), list(tokens)].numpy()


@pytest.fixture(scope="module")
def plain(untaught_model):
    return Plain(untaught_model)


@pytest.fixture(scope="module")
def engine(untaught_model):
    engine = finish(load_stage(plan(untaught_model)))
    yield engine
    engine.close()


# Two pairs of pictures: places in time stay within those in height and width, where transformers and training agree.
CLIP = face(4, seconds=2.0)


def begun(engine, clip=CLIP):
    encoded = engine.encode(clip)
    return engine.prefill(QUESTION, clip=encoded), prompt_text(QUESTION, clip=clip_text(encoded.tokens))


def test_the_same_greedy_tokens_as_plain_generation(engine, plain):
    context, text = begun(engine)
    reply = drawn(engine, context, count=1, rule=Sampling(temperature=0.0, most_tokens=24))[1][0]
    markers = [*range(151644, 151936)]
    markers.remove(151645)
    whole = plain.model.generate(
        **plain.inputs(text, CLIP), max_new_tokens=24, do_sample=False, suppress_tokens=markers
    )[0]
    assert reply.ids == tuple(whole[-24:].tolist())


def test_log_probabilities_are_those_of_reading_everything_anew(engine, plain):
    context, text = begun(engine)
    for reply in drawn(engine, context, count=3, rule=RANDOM)[1]:
        assert reply.log_probabilities == pytest.approx(plain.log_probabilities(text, CLIP, reply.ids), abs=1e-4)
    labels = [*LABELS, "A, B"]
    for label, score in zip(labels, engine.score(context, labels), strict=True):
        # "A, B" goes on from "A", whose end tells them apart.
        tokens = [*plain.tokenizer(label)["input_ids"], *([151645] if label == "A" else [])]
        assert score == pytest.approx(plain.log_probabilities(text, CLIP, tokens).sum(), abs=1e-4)


def test_a_context_read_on_is_the_longer_conversation(engine, plain):
    context, _ = begun(engine)
    for reply in (
        Reply("A smile, and raised brows.", (), (), True),
        drawn(engine, context, count=1, rule=GREEDY)[1][0],
    ):
        further = engine.extend(context, reply=reply, question="Why?")
        turns = [*QUESTION, Turn("assistant", reply.text), Turn("user", "Why?")]
        text = prompt_text(turns, clip=clip_text(engine.encode(CLIP).tokens))
        tokens = plain.tokenizer("B")["input_ids"]
        if not reply.ids:  # drawn tokens need not be those that their text would be cut into
            assert engine.score(further, ["B"])[0] == pytest.approx(
                plain.log_probabilities(text, CLIP, tokens).sum(), abs=1e-4
            )
            assert further.tokens == len(plain.tokenizer(text)["input_ids"])
        again = drawn(engine, further, count=2, rule=RANDOM)[1]
        third = engine.extend(further, reply=again[1], question="And?")
        assert third.tokens > further.tokens


def test_what_is_seen_and_when_matters(engine):
    """The pictures and the time between them reach the answer."""
    scores = [
        engine.score(begun(engine, clip)[0], LABELS)
        for clip in (CLIP, face(4, seconds=2.0, seed=9), Clip(CLIP.frames, seconds_per_grid=2.0))
    ]
    assert np.abs(scores[0] - scores[1]).max() > 1e-3
    assert np.abs(scores[0] - scores[2]).max() > 1e-4


def test_released_memory_is_free(engine):
    def live():
        import gc

        gc.collect()
        tensors = [one for one in gc.get_objects() if type(one) is torch.Tensor]
        return sum({one.untyped_storage().data_ptr(): one.untyped_storage().nbytes() for one in tensors}.values())

    before = live()
    encoded = engine.encode(face())
    context = engine.prefill(QUESTION, clip=encoded)
    fork = engine.fork(context)
    held = live() - before
    assert held > 100_000
    assert live() - before == held  # a fork takes nothing more
    engine.release(context, encoded)
    assert 0 < live() - before < held
    engine.release(fork)
    assert live() == before
