"""What fits a computer: arithmetic on the published sizes, held against what was measured on full-size models."""

import json
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import ModelError
from core.vlm.backend import Plan, Usage
from core.vlm.computer import Computer, this_computer
from core.vlm.fitting import proposals
from core.vlm.memory import compare, context_tokens, estimate
from core.vlm.model_shape import Shape, shape_of

ROOT = Path(__file__).resolve().parents[3]
GIB = 2**30
VISION = {
    **{"depth": 32, "hidden_size": 1280, "intermediate_size": 3420, "num_heads": 16, "out_hidden_size": 2048},
    **{"patch_size": 14, "spatial_merge_size": 2, "temporal_patch_size": 2},
}
SMALL = {
    **{"hidden_size": 2048, "intermediate_size": 11008, "num_attention_heads": 16, "num_key_value_heads": 2},
    **{"num_hidden_layers": 36, "vocab_size": 151936, "tie_word_embeddings": True, "vision_config": VISION},
}
LARGE = {
    **{"hidden_size": 3584, "intermediate_size": 18944, "num_attention_heads": 28, "num_key_value_heads": 4},
    **{"num_hidden_layers": 28, "vocab_size": 152064, "tie_word_embeddings": False, "vision_config": VISION},
}


def folder(tmp_path: Path, name: str, config: dict) -> Shape:
    place = tmp_path / name
    place.mkdir()
    (place / "config.json").write_text(json.dumps(config))
    return shape_of(place)


@pytest.fixture
def small(tmp_path) -> Shape:
    return folder(tmp_path, "3B", SMALL)


@pytest.fixture
def large(tmp_path) -> Shape:
    return folder(tmp_path, "7B", LARGE)


def test_parameters_are_those_published(small, large):
    assert small.parameters == 3_754_622_976  # the sizes that the hub tells for both
    assert large.parameters == 8_292_166_656


def test_both_forms_of_the_description_are_read(tmp_path, small):
    text = {key: value for key, value in SMALL.items() if key not in ("vision_config", "tie_word_embeddings")}
    newer = folder(tmp_path, "newer", {"text_config": text, "vision_config": VISION, "tie_word_embeddings": True})
    assert newer.parameters == small.parameters


@pytest.mark.parametrize(
    ("plan", "frames", "measured"),
    [
        # Full-size random 3B on a processor, one candidate, the most memory of the process.
        (Plan("transformers", "3B", context_tokens=1100, most_candidates=1), 16, 8.3 * GIB),
        (Plan("transformers", "3B", context_tokens=620, most_candidates=1), 8, 8.3 * GIB),
        (Plan("llama_cpp", "3B", "q4_k_m", context_tokens=4096, most_candidates=1), 16, 4.8 * GIB),
    ],
)
def test_the_estimate_is_near_what_was_measured_on_a_full_size_model(small, plan, frames, measured):
    used = Usage(1, 1, 0, 0, {}, int(measured), 0)
    assert abs(compare(estimate(small, plan, frames=frames), used).error) < 0.15


def test_a_quantised_file_is_as_large_as_llama_cpp_made_it(small):
    on_card = estimate(small, Plan("llama_cpp", "3B", "q4_k_m", "cuda"), frames=16)
    assert on_card.weights == pytest.approx(1.80 * GIB + 2 * small.vision_parameters, rel=0.02)


def test_keys_and_values_by_hand(small, large):
    one = Plan("transformers", "3B", context_tokens=1000, most_candidates=1)
    assert estimate(small, one, frames=4).cache == 1000 * 36 * 2 * 2 * 128 * 2
    assert estimate(large, one, frames=4).cache == 1000 * 28 * 2 * 4 * 128 * 2
    eight = Plan("transformers", "3B", context_tokens=1000, most_candidates=8)
    assert estimate(small, eight, frames=4).cache == 8 * estimate(small, one, frames=4).cache
    shared = Plan("llama_cpp", "3B", "q8_0", context_tokens=1000, most_candidates=8)
    assert estimate(small, shared, frames=4).cache < 5 * estimate(small, one, frames=4).cache


def test_more_pictures_and_candidates_take_more(small):
    def needs(frames: int, candidates: int) -> float:
        plan = Plan("transformers", "3B", context_tokens=context_tokens(frames), most_candidates=candidates)
        return estimate(small, plan, frames=frames).main

    assert needs(4, 1) < needs(16, 1) < needs(16, 8)


@pytest.mark.parametrize(
    ("computer", "model", "engine", "quantisation", "device"),
    [
        (Computer(int(60e9)), "7B", "llama_cpp", "q8_0", "cpu"),
        (Computer(int(12e9)), "7B", "llama_cpp", "q5_k_m", "cpu"),
        (Computer(int(6.5e9)), "3B", "llama_cpp", "q8_0", "cpu"),
        (Computer(int(60e9), int(80e9), "cuda"), "7B", "transformers", "none", "cuda"),
        (Computer(int(30e9), int(12e9), "cuda"), "7B", "transformers", "nf4", "cuda"),
        (Computer(int(30e9), int(8e9), "cuda"), "3B", "transformers", "int8", "cuda"),
    ],
)
def test_the_best_of_what_fits_is_proposed_first(small, large, computer, model, engine, quantisation, device):
    best = proposals([small, large], computer)[0]
    found = (Path(best.plan.model).name, best.plan.engine, best.plan.quantisation, best.plan.device)
    assert (best.verdict, *found) == ("fits", model, engine, quantisation, device), best.sentence


def test_each_proposal_says_whether_it_fits_and_why(small):
    found = proposals([small], Computer(int(9e9)))
    assert {one.verdict for one in found} >= {"fits", "does not fit"}
    assert [one.verdict for one in found] == sorted(
        (one.verdict for one in found), key=("fits", "tight", "does not fit").index
    )
    assert "of 9.0 GB of main memory" in found[0].sentence
    assert found[0].sentence.endswith("Run `videmo models quantise` first.")
    nothing = proposals([small], Computer(int(1e9)))
    assert {one.verdict for one in nothing} == {"does not fit"}
    assert {one.verdict for one in proposals([small], Computer(None))} == {"unknown"}


def test_the_comparison_is_a_sentence(small):
    need = estimate(small, Plan("transformers", "3B", context_tokens=1000, most_candidates=1), frames=4)
    assert "were expected" in compare(need, Usage(0, 0, 0, 0, {}, int(need.main / 1.1), 0)).sentence
    assert "(+10%)" in compare(need, Usage(0, 0, 0, 0, {}, int(need.main / 1.1), 0)).sentence
    assert "is not told" in compare(need, Usage(0, 0, 0, 0, {}, 0, 0)).sentence


def test_free_memory_is_told_also_without_psutil_and_torch():
    code = (
        "import sys; sys.modules['psutil'] = sys.modules['torch'] = None\n"
        "import importlib.util as u; told = u.find_spec\n"
        "u.find_spec = lambda name, *rest: None if name in ('psutil', 'torch') else told(name, *rest)\n"
        "from core.vlm.computer import this_computer; print(this_computer().main)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    free = None if done.stdout.strip() == "None" else int(done.stdout)
    assert free is None or free > 1e8
    assert this_computer().main > 1e8


@pytest.mark.parametrize("config", ["", "[]", "{}", '{"vision_config": {}}', json.dumps(SMALL | {"hidden_size": "x"})])
def test_a_folder_that_tells_nothing(tmp_path, config):
    (tmp_path / "config.json").write_text(config)
    with pytest.raises(ModelError):
        shape_of(tmp_path)


@pytest.mark.parametrize(
    "body", [b"", b"GGUF", b"PK\x03\x04" + bytes(100), b"GGUF" + struct.pack("<IQQ", 3, 0, 9) + b"\xff" * 40]
)
def test_a_damaged_gguf_file(tmp_path, body):
    (tmp_path / "text.gguf").write_bytes(body)
    with pytest.raises(ModelError):
        shape_of(tmp_path)
