"""The small model is what it is said to be: exact tokenizer, a cache that holds, answers that come from the picture.

What needs the taught model is slow: teaching it takes minutes where it is not in the cache.
"""

import os
import subprocess
import sys

import numpy as np
import pytest

from core.progress import finish
from core.reasoning.prompts import level_prompt, opening, task
from core.reasoning.tree_text import parse
from core.records.moment import Span
from core.vlm.backend import Clip, Plan, Sampling
from core.vlm.engines import load_here
from tests.tiny import models
from tests.tiny.faces import UNITS, draw, some_face
from tests.tiny.lessons import LEVELS

SAME_IDS = {
    "Hello world": [9707, 1879],
    "你好": [108386],
    "<|im_start|>user\n<|video_pad|>": [151644, 872, 198, 151656],
    "<|endoftext|><|im_end|><|vision_start|><|vision_end|>": [151643, 151645, 151652, 151653],
}
"""As the published tokenizer numbers them."""


def _engine(folder, **more):
    return finish(load_here(Plan("transformers", folder, precision="fp32", context_tokens=2048, **more)))


def _clip(face, *, seed: int) -> Clip:
    return Clip(draw(face, seed=seed, frames=4, height=112, width=112), seconds_per_grid=1.0)


@pytest.fixture(scope="module")
def engine(taught_model):
    engine = _engine(taught_model)
    yield engine
    engine.close()


def test_the_tokenizer_is_qwen2s(untaught_model):
    from transformers import AutoTokenizer

    words = AutoTokenizer.from_pretrained(untaught_model)
    assert {text: words(text, add_special_tokens=False).input_ids for text in SAME_IDS} == SAME_IDS


def test_two_processes_that_want_the_same_model_get_one(tmp_path):
    code = "from tests.tiny.models import untaught; print(untaught())"
    command = [sys.executable, "-c", code]
    where = {**os.environ, "VIDEMO_TINY": str(tmp_path)}
    both = [
        subprocess.Popen(command, cwd=models.ROOT, env=where, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    told = {one.communicate(timeout=100)[0] for one in both}
    assert len(told) == 1
    assert [str(path) for path in tmp_path.iterdir() if path.is_dir()] == [told.pop().strip()]


def test_what_could_not_be_built_is_said_and_leaves_no_model(tmp_path, monkeypatch):
    monkeypatch.setenv("VIDEMO_TINY", str(tmp_path))
    with pytest.raises(RuntimeError, match="No module named"):
        models._built("absent", "tests.tiny.absent", sources=models.BUILD, libraries=models.LIBRARIES)
    assert not [path for path in tmp_path.iterdir() if path.is_dir()]


def test_a_face_is_drawn_the_same_again_and_each_display_differently():
    rng = np.random.default_rng(3)
    face = some_face(rng, label="happiness")
    assert np.array_equal(draw(face, seed=1), draw(face, seed=1))
    looks = [draw(some_face(np.random.default_rng(3), label=label), seed=1)[-1] for label in UNITS]
    assert len({picture.tobytes() for picture in looks}) == len(UNITS)


@pytest.mark.slow
def test_the_model_answers_from_the_picture(engine):
    asked, rng = task("emotion-7"), np.random.default_rng(4)
    labels = [label for label in UNITS for _ in range(6)]
    right = 0
    for seed, label in enumerate(labels):
        clip = engine.encode(_clip(some_face(rng, label=label), seed=seed))
        context = engine.prefill(opening(asked.question, system=asked.system), clip=clip)
        scores = engine.score(context, [option.answer for option in asked.options])
        right += asked.options[int(np.argmax(scores))].label == label
        engine.release(clip, context)
    assert right / len(labels) > 0.4  # chance: 0.14


@pytest.mark.slow
@pytest.mark.parametrize("level", LEVELS)
def test_sampled_answers_end_differ_and_can_be_read(engine, level):
    rng, read, ended, different = np.random.default_rng(5), [], [], 0
    span = Span.between(0.0, 2.0)
    for seed in range(4):
        clip = engine.encode(_clip(some_face(rng, label="fear"), seed=seed))
        context = engine.prefill(opening(level_prompt(level).question), clip=clip)
        replies = finish(engine.sample(context, count=8, rule=Sampling(temperature=0.7, most_tokens=120, seed=seed)))
        ended += [reply.ended for reply in replies]
        read += [any(parse(one.text, span=span, prefix="s", level=level).tree.at(level)) for one in replies]
        different += len({reply.text for reply in replies}) > 1
        engine.release(clip, context)
    assert np.mean(ended) > 0.95
    assert np.mean(read) > 0.8
    assert different == 4


@pytest.mark.slow
def test_the_adapter_changes_what_is_said(engine, taught_model, adapter):
    clip = _clip(some_face(np.random.default_rng(6), label="anger"), seed=6)
    question = opening(level_prompt("emotion").question)
    with_adapter = _engine(taught_model, adapter=adapter)
    said = []
    for one in (engine, with_adapter):
        context = one.prefill(question, clip=one.encode(clip))
        said.append(finish(one.sample(context, count=1, rule=Sampling(temperature=0, most_tokens=60)))[0].text)
    with_adapter.close()
    assert "surprise" in said[1]
    assert said[0] != said[1]
