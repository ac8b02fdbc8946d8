import json
import os
import struct
import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest

from core.errors import ModelError
from core.progress import finish
from core.sealing import SealError, seal
from core.vlm.backend import Clip, EngineError, OutOfMemoryError, Plan, Turn
from core.vlm.llama_cpp_ import load as load_stage
from core.vlm.sampling import log_softmax
from tests.core.vlm.contract import GREEDY, LABELS, PLAN, QUESTION, RANDOM, Contract, drawn, face

pytest.importorskip("llama_cpp")


@pytest.fixture(scope="module", autouse=True)
def one_processor():
    """Threads that wait for one another are slow where other tests run beside."""
    if sys.platform != "linux":
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {sorted(before)[os.getpid() % len(before)]})
    yield
    os.sched_setaffinity(0, before)


def plan(place, **changes):
    return replace(PLAN, **({"engine": "llama_cpp", "model": place, "precision": "fp32"} | changes))


def opened(place, **changes):
    return closing(finish(load_stage(plan(place, **changes))))


class TestLlamaCpp(Contract):
    @pytest.fixture(scope="class")
    @classmethod
    def load(cls, untaught_gguf):
        return lambda: finish(load_stage(plan(untaught_gguf)))


@pytest.fixture(scope="module")
def engine(untaught_gguf):
    with opened(untaught_gguf) as engine:
        yield engine


@pytest.fixture(scope="module")
def reference(untaught_model):
    """The same weights in torch."""
    torch = pytest.importorskip("torch")
    from core.vlm.transformers_ import load

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    with closing(finish(load(Plan(engine="transformers", model=untaught_model, precision="fp32")))) as engine:
        yield engine
    torch.set_num_threads(before)


NEAR = 3e-2
"""Nats, of answers with a log-probability of 25 to 40: ggml rounds what goes into a product with 16-bit weights."""


def begun(engine, clip):
    encoded = engine.encode(clip)
    context = engine.prefill(QUESTION, clip=encoded)
    engine.release(encoded)
    return encoded.tokens, context


# Pairs that fall on one place in time, as in a span under a second, and pairs that lie far apart.
@pytest.mark.parametrize("seconds_per_grid", [0.0, 0.2, 0.5, 1.0, 1.3, 30.0])
def test_a_clip_is_read_as_by_transformers(engine, reference, seconds_per_grid):
    clip = Clip(face(8).frames, seconds_per_grid)
    (ours, context), (theirs, counterpart) = begun(engine, clip), begun(reference, clip)
    assert (ours, context.tokens) == (theirs, counterpart.tokens)
    assert engine.score(context, LABELS) == pytest.approx(reference.score(counterpart, LABELS), abs=NEAR)
    assert drawn(engine, context, count=1, rule=GREEDY)[1][0].ids == (
        drawn(reference, counterpart, count=1, rule=GREEDY)[1][0].ids
    )
    engine.release(context)
    reference.release(counterpart)


def test_the_same_seeds_draw_the_same_answers_as_in_transformers(engine, reference):
    (_, context), (_, counterpart) = begun(engine, face(seed=3)), begun(reference, face(seed=3))
    # Over a whole untaught vocabulary every number lies at the border between two tokens.
    few = replace(RANDOM, top_k=8)
    ours = drawn(engine, context, count=4, rule=few)[1]
    theirs = drawn(reference, counterpart, count=4, rule=few)[1]
    # A number drawn at the very border between two tokens may fall to either.
    alike = [(mine, other) for mine, other in zip(ours, theirs, strict=True) if mine.ids == other.ids]
    assert len(alike) >= 3
    for mine, other in alike:
        assert mine.log_probabilities == pytest.approx(other.log_probabilities, abs=NEAR)
        further = [
            one.extend(place, reply=mine, question="Why?")
            for one, place in ((engine, context), (reference, counterpart))
        ]
        assert further[0].tokens == further[1].tokens
        assert engine.score(further[0], LABELS) == pytest.approx(reference.score(further[1], LABELS), abs=NEAR)


def test_the_next_token_is_distributed_as_in_transformers(untaught_gguf, reference):
    """The divergence over the whole vocabulary, with keys and values in 16 bits."""
    with opened(untaught_gguf, precision="fp16") as engine:
        for seed in range(3):
            _, context = begun(engine, face(seed=seed))
            _, counterpart = begun(reference, face(seed=seed))
            p = log_softmax(reference._held.read(counterpart).logits.numpy())
            q = log_softmax(engine._held.read(context).logits)
            assert (np.exp(p) * (p - q)).sum() < 1e-2


def test_a_text_model_is_named_where_a_folder_holds_several(untaught_gguf, tmp_path):
    for path in untaught_gguf.iterdir():
        (tmp_path / path.name).symlink_to(path)
    (tmp_path / "other.gguf").symlink_to(untaught_gguf / "text.gguf")
    with pytest.raises(EngineError, match="more than one text model"):
        finish(load_stage(plan(tmp_path)))
    with opened(tmp_path / "text.gguf") as engine:
        assert engine.about.model == "text"


def test_it_says_how_the_file_is_quantised_and_refuses_another_promise(quantised_gguf):
    with opened(quantised_gguf, quantisation="q8_0", precision="bf16") as engine:
        about = engine.about
        assert (about.quantisation, about.precision) == ("q8_0", "fp16")
        assert drawn(engine, begun(engine, face())[1], count=2, rule=GREEDY)[1]
    with pytest.raises(EngineError, match="as q8_0, not as q4_k_m"):
        finish(load_stage(plan(quantised_gguf, quantisation="q4_k_m")))
    with pytest.raises(EngineError, match="no quantisation nf4"):
        finish(load_stage(plan(quantised_gguf, quantisation="nf4")))


def test_an_adapter_changes_the_answers(untaught_gguf, engine, adapters):
    with opened(untaught_gguf, adapter=adapters["good"]) as adapted:
        assert adapted.about.adapter == "good"
        assert adapted.about.digest != engine.about.digest
        clip = face()
        plain, changed = (one.score(begun(one, clip)[1], LABELS) for one in (engine, adapted))
        assert np.abs(plain - changed).max() > 1e-2


def written_by_peft(folder, *, key=None):
    """A LoRA adapter on the untaught model as PEFT writes it; with a key its weights are sealed."""
    numpy = pytest.importorskip("safetensors.numpy")
    random, folder = np.random.default_rng(7), folder / "grown"
    folder.mkdir()
    tensors = {
        f"base_model.model.model.language_model.layers.{layer}.self_attn.q_proj.lora_{part}.weight": random.normal(
            0.0, 0.3, shape
        ).astype(np.float32)
        for layer in range(4)
        for part, shape in (("A", (8, 64)), ("B", (64, 8)))
    }
    config = {"peft_type": "LORA", "r": 8, "lora_alpha": 16, "target_modules": r".*language_model.*\.q_proj"}
    (folder / "adapter_config.json").write_text(json.dumps(config))
    body = numpy.save(tensors)
    if key is None:
        (folder / "adapter_model.safetensors").write_bytes(body)
    else:
        (folder / "adapter_model.sealed").write_bytes(seal(key, body))
    return folder


def test_an_adapter_of_peft_s_is_read_as_torch_reads_it(untaught_gguf, untaught_model, engine, tmp_path):
    pytest.importorskip("torch")
    from core.vlm.transformers_ import load

    folder, clip = written_by_peft(tmp_path), face()
    with opened(untaught_gguf, adapter=folder) as adapted:
        assert adapted.about.adapter == "grown"
        told = adapted.score(begun(adapted, clip)[1], LABELS)
        digest = adapted.about.adapter_digest
    with closing(finish(load(replace(PLAN, model=untaught_model, adapter=folder, precision="fp32")))) as torch_one:
        assert torch_one.about.adapter_digest == digest
        expected = torch_one.score(begun(torch_one, clip)[1], LABELS)
    plain = engine.score(begun(engine, clip)[1], LABELS)
    assert np.abs(told - plain).max() > 0.1
    assert np.abs(told - expected).max() < 0.1 * np.abs(told - plain).max()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is no file without a place on the disk")
def test_a_sealed_adapter_never_lies_on_the_disk(untaught_gguf, tmp_path, monkeypatch):
    key, clip = bytes(range(32)), face()
    scratch = tmp_path / "temporary"
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    with opened(untaught_gguf, adapter=written_by_peft(tmp_path / "a")) as adapted:
        expected = adapted.score(begun(adapted, clip)[1], LABELS)
    scratch.rmdir()
    sealed = written_by_peft(tmp_path / "b", key=key)
    with opened(untaught_gguf, adapter=sealed, adapter_key=key) as adapted:
        assert np.array_equal(adapted.score(begun(adapted, clip)[1], LABELS), expected)
    with pytest.raises(SealError):
        finish(load_stage(plan(untaught_gguf, adapter=sealed, adapter_key=bytes(32))))
    monkeypatch.setattr("sys.platform", "darwin")
    with pytest.raises(ModelError, match="may not lie on the disk"):
        finish(load_stage(plan(untaught_gguf, adapter=sealed, adapter_key=key)))


@pytest.mark.parametrize(
    ("name", "words"),
    [("other", "another architecture"), ("wide", "cannot load the adapter wide"), ("missing", "There is no file")],
)
def test_an_adapter_that_does_not_fit(untaught_gguf, adapters, name, words):
    with pytest.raises(EngineError, match=words):
        finish(load_stage(plan(untaught_gguf, adapter=adapters[name])))
    with pytest.raises(EngineError, match="not a LoRA adapter"):
        finish(load_stage(plan(untaught_gguf, adapter=untaught_gguf / "text.gguf")))


def rewritten(source, target, old, new):
    """A copy with one value of its head changed to another of the same length."""
    assert len(old) == len(new)
    data = source.read_bytes()
    assert old in data[:5_000_000]
    target.write_bytes(data.replace(old, new, 1))


def spoilt(kind, folder):
    text, pictures = folder / "text.gguf", folder / "mmproj.gguf"
    match kind:
        case "missing":
            return folder / "nothing"
        case "text missing":
            text.unlink()
        case "pictures missing":
            pictures.unlink()
        case "text cut off in its weights":
            text.write_bytes(text.read_bytes()[:-1000])
        case "pictures cut off in their weights":
            pictures.write_bytes(pictures.read_bytes()[:-1000])
        case "pictures cut off in their head":
            pictures.write_bytes(pictures.read_bytes()[:2000])
        case "empty":
            text.write_bytes(b"")
        case "no GGUF":
            pictures.write_bytes(b"PK\3\4" * 1000)
        case "a head that lies about its length":
            text.write_bytes(b"GGUF" + struct.pack("<IQQ", 3, 1, 1) + b"\xff" * 500)
        case "another architecture":
            rewritten(text, text, b"qwen2vl", b"qwen3vl")
        case "another vision tower":
            rewritten(pictures, pictures, b"qwen2.5vl_merger", b"qwen2.6vl_merger")
        case "a vision tower of another width":
            key = b"clip.vision.projection_dim" + struct.pack("<I", 4)
            rewritten(pictures, pictures, key + struct.pack("<I", 64), key + struct.pack("<I", 96))
    return folder


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("missing", "no model at"),
        ("text missing", "None of the GGUF files"),
        ("pictures missing", "mmproj.* is missing"),
        ("text cut off in its weights", "text.gguf is cut off"),
        ("pictures cut off in their weights", "mmproj.gguf is cut off"),
        ("pictures cut off in their head", "mmproj.gguf is cut off"),
        ("empty", "text.gguf is not a GGUF file"),
        ("no GGUF", "mmproj.gguf is not a GGUF file"),
        ("a head that lies about its length", "text.gguf is cut off or damaged"),
        ("another architecture", "None of the GGUF files"),
        ("another vision tower", "does not belong"),
        ("a vision tower of another width", "does not belong"),
    ],
)
def test_bad_files_are_refused_before_llama_cpp_opens_them(untaught_gguf, tmp_path, kind, words):
    for path in untaught_gguf.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with pytest.raises(EngineError, match=words):
        finish(load_stage(plan(spoilt(kind, tmp_path))))


def test_a_card_that_this_build_cannot_use_is_said(untaught_gguf):
    import llama_cpp

    if llama_cpp.llama_supports_gpu_offload():
        pytest.skip("this build of llama.cpp can use a graphics card")
    with pytest.raises(EngineError, match="processor only"):
        finish(load_stage(plan(untaught_gguf, device="cuda")))


def test_a_full_cache_is_said_and_what_is_held_stays(untaught_gguf):
    with opened(untaught_gguf, context_tokens=1024, most_candidates=1) as engine:
        words = [Turn("user", "word " * 900)]
        held = [engine.prefill(words, clip=None)]
        before = drawn(engine, held[0], count=1, rule=GREEDY)[1]
        held.append(engine.prefill(words, clip=None))
        with pytest.raises(OutOfMemoryError):
            engine.prefill(words, clip=None)
        engine.release(held[1])
        assert drawn(engine, held[0], count=1, rule=GREEDY)[1] == before
        assert engine.prefill(words, clip=None).tokens == held[0].tokens


def test_nothing_is_printed_and_the_interpreter_ends_quietly(untaught_gguf):
    code = f"""
from core.progress import finish
from core.vlm.llama_cpp_ import load
from core.vlm.backend import *
engine = finish(load(Plan(engine="llama_cpp", model={str(untaught_gguf)!r}, context_tokens=512, most_candidates=2)))
context = engine.prefill([Turn("user", "Hello")], clip=None)
work = engine.sample(context, count=2, rule=Sampling())
next(work)
try:
    engine.prefill([Turn("user", "word " * 600)], clip=None)
except PromptTooLongError:
    pass
"""
    for ending in ("", "engine.close()\n"):
        done = subprocess.run([sys.executable, "-c", code + ending], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
