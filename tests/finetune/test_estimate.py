"""What a run will take: the arithmetic against what was measured, and what is said where it is too much."""

from dataclasses import replace

import pytest

from core.vlm.backend import Plan
from core.vlm.computer import Computer
from core.vlm.model_shape import Shape, shape_of
from finetune.estimate import Advice, Probe, adapter_parameters, advise, need_of, row_bytes
from finetune.recipe import Base, Lora, Recipe, Sft
from finetune.recipe_file import preset
from finetune.workload import Workload
from tests.core.vlm.test_memory import LARGE, SMALL, folder

GB = 1e9
FREE_DISK = 10**12


@pytest.fixture
def small(tmp_path) -> Shape:
    return folder(tmp_path, "3B", SMALL)


@pytest.fixture
def large(tmp_path) -> Shape:
    return folder(tmp_path, "7B", LARGE)


def work(recipe: Recipe, *, clips: int = 2000) -> Workload:
    clip = 64 * recipe.pictures.most_frames
    return Workload(
        clips=clips, clip_tokens=clips * clip, longest_clip=clip, steps=700, tokens=10_000_000, answers=1_000_000,
        row=max(clip + 400, recipe.sft.tokens_per_row), single=clip + 400, validated=500_000, asked=600,
        asked_tokens=600 * (clip + 200), looks=4, stages=3,
    )  # fmt: skip


def plan(shape: Shape, recipe: Recipe, device="cuda") -> Plan:
    return Plan("transformers", shape.folder, recipe.base.quantisation, device, recipe.base.precision)


def card(gb: float, *, main: float = 32) -> Computer:
    return Computer(int(main * GB), int(gb * GB), "cuda")


def advice(shape: Shape, recipe: Recipe, computer: Computer, *, device="cuda", **known) -> Advice:
    return advise(
        shape, recipe, plan(shape, recipe, device), computer, workload=work, **{"free_disk": FREE_DISK, **known}
    )


@pytest.mark.parametrize(
    ("name", "size", "gb"), [("8gb", "3B", 8), ("12gb", "7B", 12), ("16gb", "7B", 16), ("24gb", "7B", 24),
                             ("40gb", "7B", 40)],
)  # fmt: skip
def test_each_preset_fits_the_card_that_it_is_named_after(small, large, name, size, gb):
    found = advice(small if size == "3B" else large, preset(name), card(0.96 * gb * 2**30 / GB))
    assert found.colour == "green", found


def test_the_tiny_preset_needs_no_card(untaught_model):
    shape, recipe = shape_of(untaught_model), preset("tiny")
    found = advice(shape, recipe, Computer(8 * 10**9), device="cpu", flops=5e10)
    assert found.colour == "green", found
    assert "arithmetic" in found.sentences[-1]


def test_an_adapters_weights_are_those_that_peft_makes(large):
    # 40.37 million parameters at rank 16 on the 7B, as a trainer of others reports for the same layers.
    assert adapter_parameters(large, 16) == pytest.approx(40.37e6, rel=1e-3)


MEASURED = [
    # Layers, width, inner width, tokens, recomputed, bytes of a number: bytes beside weights, by bench_estimate.py.
    (4, 512, 3072, 1024, True, 4, 141e6),
    (4, 512, 3072, 1024, True, 2, 137e6),
    (4, 1024, 1536, 1024, True, 4, 131e6),
    (4, 1024, 1536, 1024, True, 2, 141e6),
    (4, 512, 1536, 2048, True, 4, 181e6),
    (4, 512, 1536, 2048, True, 2, 177e6),
    (4, 512, 1536, 1024, False, 4, 227e6),
    (4, 512, 1536, 1024, False, 2, 211e6),
    (4, 512, 3072, 1024, False, 4, 344e6),
    (4, 512, 3072, 1024, False, 2, 290e6),
    (4, 1024, 1536, 1024, False, 4, 309e6),
    (4, 1024, 1536, 1024, False, 2, 307e6),
]


@pytest.mark.parametrize(("layers", "hidden", "inner", "tokens", "recompute", "size", "peak"), MEASURED)
def test_a_row_takes_what_was_measured(tmp_path, layers, hidden, inner, tokens, recompute, size, peak):
    text = {
        **{"hidden_size": hidden, "intermediate_size": inner, "num_hidden_layers": layers, "vocab_size": 8000},
        **{"num_attention_heads": hidden // 64, "num_key_value_heads": max(1, hidden // 256)},
    }
    shape = folder(tmp_path, "model", SMALL | text)
    recipe = Recipe("r", Base("m"), sft=Sft(recompute=recompute))
    learned = adapter_parameters(shape, 16) * 12
    assert row_bytes(shape, recipe, tokens, size=size, heap=1.0) + learned == pytest.approx(peak, rel=0.10)


def test_no_card_for_a_large_base_is_a_clear_no_with_what_it_takes(small):
    recipe = Recipe("r", Base("videmo-3b"))
    found = advice(small, recipe, Computer(64 * 10**9), device="cpu")
    assert found.colour == "red"
    assert found.changes == ()
    assert "3.8 billion parameters" in found.sentences[0]
    assert "8 GB (3B) or 12 GB (7B)" in found.sentences[0]
    assert "preset tiny" in found.sentences[0]


def test_a_card_that_other_programs_use_counts_as_what_is_free(large):
    recipe = preset("16gb")
    assert advice(large, recipe, card(16)).colour == "green"
    busy = advice(large, recipe, card(11.4))
    assert busy.colour == "red"
    assert "of 11.4 GB free" in busy.sentences[0]
    assert busy.changes == ("tokens_per_row 8192 -> 4096", "tokens_per_row 4096 -> 2048")


def test_the_change_that_helps_is_the_smallest_one(large):
    assert advice(large, preset("16gb"), card(13.8)).changes == ("tokens_per_row 8192 -> 4096",)
    wide = replace(preset("24gb"), lora=Lora(rank=16))
    assert advice(large, wide, card(12.2)).changes == ("quantisation none -> nf4",)


def test_where_no_change_helps_none_is_told(large):
    found = advice(large, preset("8gb"), card(3))
    assert found.colour == "red"
    assert found.changes == ()


def test_tight_is_amber(large):
    found = advice(large, preset("16gb"), card(14.4))
    assert found.colour == "amber"
    assert "is tight" in found.sentences[0]


def test_free_memory_that_cannot_be_told_is_said(large):
    found = advice(large, preset("16gb"), Computer(None, None, "cuda"))
    assert found.colour == "amber"
    assert "cannot be told" in found.sentences[0]


def test_a_disk_without_room_is_red(small):
    found = advice(small, preset("8gb"), card(8), free_disk=10**9)
    assert found.colour == "red"
    assert any("Disk is not enough" in sentence for sentence in found.sentences)


def test_features_that_may_not_take_their_room_are_told_before(small):
    recipe = preset("8gb")
    recipe = replace(recipe, pictures=replace(recipe.pictures, cache_gb=1.0))
    found = advice(small, recipe, card(8))
    assert found.colour == "red"
    assert "set pictures.cache_gb to 5" in found.sentences[0]


def test_the_optimiser_of_8_bits_needs_a_card(untaught_model):
    recipe = preset("tiny")
    recipe = replace(recipe, sft=replace(recipe.sft, optimiser="adamw_8bit"))
    found = advice(shape_of(untaught_model), recipe, Computer(8 * 10**9), device="cpu")
    assert found.colour == "red"
    assert "set sft.optimiser to adamw" in found.sentences[0]


def test_what_was_measured_takes_the_place_of_what_was_computed(large):
    recipe = preset("16gb")
    probe = Probe(
        seconds_once=20.0, seconds_per_token=1e-3, seconds_per_clip=0.5, seconds_per_asked=2.0, memory_bytes=4 * 10**9,
        device_bytes=15 * 10**9, clips_kept=500, steps=3, tokens=30_000,
    )  # fmt: skip
    own = work(recipe)
    need = need_of(large, recipe, own, plan(large, recipe), probe=probe)
    assert need.measured
    assert need.device["together"] == 15 * GB
    assert need.hours["loading"] == pytest.approx(20 / 3600)
    assert need.hours["looking at clips"] == pytest.approx(0.5 * 1500 / 3600)
    assert need.hours["learning"] == pytest.approx((1e-3 * (10_000_000 + 500_000 / 3)) / 3600)
    assert need.hours["asking held-out people"] == pytest.approx(2.0 * 600 * 4 / 3600)
    found = advice(large, recipe, card(15.6), probe=probe)
    assert found.colour == "amber", "the driver takes its share too"
    assert found.changes == ("tokens_per_row 8192 -> 4096",)
    assert "measured in a probe" in found.sentences[-1]


def test_a_long_run_is_said(large):
    assert any("It takes long" in one for one in advice(large, preset("16gb"), card(16), flops=1e12).sentences)
