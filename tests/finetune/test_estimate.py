"""What a run will take: the arithmetic against what was measured, and what is said where it is too much."""

from dataclasses import replace

import pytest

from core.vlm.backend import Plan
from core.vlm.computer import Computer
from core.vlm.model_shape import Shape, shape_of
from finetune.drawing_need import drawing_bytes, steps_of
from finetune.estimate import Advice, Probe, adapter_parameters, advise, need_of, row_bytes
from finetune.packing import Group, rows_of
from finetune.recipe import Base, Grpo, Lora, Recipe, Sft
from finetune.recipe_file import preset
from finetune.workload import Drawing, Workload, _group_tokens
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


def drawn(recipe: Recipe, *, length: float = 150.0) -> Workload:
    """Of reinforcement: as long answers as there may be in a row, and shorter ones in the mean."""
    rule, question = recipe.grpo, 64 * recipe.pictures.most_frames + 280
    groups = rule.steps * rule.questions_per_step
    step = rule.questions_per_step * (question + rule.answers * (1 + rule.most_tokens))
    tokens = groups * (question + rule.answers * (1 + length))
    return replace(
        work(recipe), steps=rule.steps, tokens=int(tokens), answers=int(groups * rule.answers * length),
        row=max(question + rule.most_tokens, min(recipe.sft.tokens_per_row, step)), single=question + rule.most_tokens,
        validated=0, looks=2, stages=1,
        drawing=Drawing(groups, 64 * 13, (groups + 64 * 13) * question, length, question),
    )  # fmt: skip


def plan(shape: Shape, recipe: Recipe, device="cuda") -> Plan:
    most = recipe.grpo.answers if recipe.method == "grpo" else 8
    base = recipe.base
    return Plan("transformers", shape.folder, base.quantisation, device, base.precision, most_candidates=most)


def card(gb: float, *, main: float = 32) -> Computer:
    return Computer(int(main * GB), int(gb * GB), "cuda")


def advice(shape: Shape, recipe: Recipe, computer: Computer, *, device="cuda", **known) -> Advice:
    workload = drawn if recipe.method == "grpo" else work
    return advise(
        shape, recipe, plan(shape, recipe, device), computer, workload=workload, **{"free_disk": FREE_DISK, **known}
    )


@pytest.mark.parametrize(
    ("name", "size", "gb"), [("8gb", "3B", 8), ("12gb", "7B", 12), ("16gb", "7B", 16), ("24gb", "7B", 24),
                             ("40gb", "7B", 40)],
)  # fmt: skip
@pytest.mark.parametrize("method", ["sft", "grpo"])
def test_each_preset_fits_the_card_that_it_is_named_after(small, large, name, size, gb, method):
    recipe = replace(preset(name), method=method)
    found = advice(small if size == "3B" else large, recipe, card(0.96 * gb * 2**30 / GB))
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
    (4, 512, 3072, 1024, True, 4, 142e6),
    (4, 512, 3072, 1024, True, 2, 142e6),
    (4, 1024, 1536, 1024, True, 4, 134e6),
    (4, 1024, 1536, 1024, True, 2, 143e6),
    (4, 512, 1536, 2048, True, 4, 171e6),
    (4, 512, 1536, 2048, True, 2, 175e6),
    (4, 512, 1536, 1024, False, 4, 224e6),
    (4, 512, 1536, 1024, False, 2, 211e6),
    (4, 512, 3072, 1024, False, 4, 341e6),
    (4, 512, 3072, 1024, False, 2, 291e6),
    (4, 1024, 1536, 1024, False, 4, 313e6),
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
    busy = advice(large, recipe, card(11.8))
    assert busy.colour == "red"
    assert "of 11.8 GB free" in busy.sentences[0]
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


def test_keys_and_values_of_a_group_by_hand(large):
    rule = Grpo(answers=8, most_tokens=384)
    drawing = Drawing(groups=1200, looked=0, read=0, length=100.0, question=1300)
    one = Plan("transformers", large.folder, "nf4", "cuda", most_candidates=8)
    held = drawing_bytes(large, drawing, rule, one, size=2)
    keys = 28 * 2 * 4 * 128 * 2 * (1300 + 1300 + 8 * 384)
    reading = 1300 * 2 * (8 * 3584 + 3 * 18944)
    assert held == keys + reading
    fewer = drawing_bytes(large, drawing, rule, replace(one, most_candidates=4), size=2)
    assert held - fewer == 28 * 2 * 4 * 128 * 2 * 4 * 384


def test_answers_that_are_drawn_in_two_goes_take_twice_the_steps(large):
    rule = Grpo(answers=8, most_tokens=120)
    drawing = Drawing(groups=10, looked=0, read=0, length=60.0, question=1300)
    one = Plan("transformers", large.folder, most_candidates=8)
    assert steps_of(drawing, rule, one) == 10 * 90
    assert steps_of(drawing, rule, replace(one, most_candidates=4)) == 2 * 10 * 90
    assert steps_of(drawing, replace(rule, most_tokens=70), one) == 10 * 70, "no longer than there is room"


@pytest.mark.parametrize("budget", [400, 800, 1600, 5000])
def test_a_groups_tokens_are_those_of_its_rows(budget):
    from finetune.conversation import Conversation

    asked = Conversation(tuple(range(300)), (7,), (False,))
    group = Group(None, tuple(asked.answered([9] * 80) for _ in range(8)), tuple(range(8)))
    tokens = sum(len(row.ids) for row in rows_of([group], budget=budget, per_second=1.0))
    assert _group_tokens(300, 80, 8, budget=budget) == tokens


def test_reinforcement_holds_its_reference_and_draws(large):
    recipe = replace(preset("16gb"), method="grpo")
    need = need_of(large, recipe, drawn(recipe), plan(large, recipe), flops=1e14)
    taught = need_of(large, preset("16gb"), work(preset("16gb")), plan(large, preset("16gb")))
    adapter = adapter_parameters(large, 16)
    assert need.device["adapter and optimiser"] - taught.device["adapter and optimiser"] == 4 * adapter
    assert 0 < need.device["drawing"] < need.device["a row"]
    assert need.hours["drawing"] > need.hours["learning"] > 0
    without = replace(recipe, grpo=replace(recipe.grpo, kl_weight=0.0))
    assert need_of(large, without, drawn(without), plan(large, without), flops=1e14).hours["learning"] < need.hours[
        "learning"
    ]  # fmt: skip
    found = advice(large, recipe, card(16), flops=1e14)
    assert "nothing was measured: --probe measures two groups of answers" in found.sentences[-1]
    assert found.sentences[-1].endswith("Hours are for answers as long as the true ones.")


def test_an_adapter_that_is_gone_on_from_keeps_its_shape(large):
    recipe = replace(preset("40gb"), method="grpo")
    wide = advice(large, recipe, card(10))
    assert any(one.startswith("rank") for one in wide.changes)
    kept = replace(recipe, base=replace(recipe.base, adapter="clinic"))
    assert not any(one.startswith("rank") for one in advice(large, kept, card(10)).changes)


def test_fewer_answers_help_where_shorter_rows_do_not(large):
    recipe = replace(preset("16gb"), method="grpo", grpo=Grpo(answers=64, most_tokens=2048))
    recipe = replace(recipe, sft=replace(recipe.sft, tokens_per_row=2048))
    need = need_of(large, recipe, drawn(recipe), plan(large, recipe))
    assert need.device["drawing"] > need.device["a row"]
    assert advice(large, recipe, card(17)).changes == ("answers 64 -> 32",)


def test_a_probe_of_groups_tells_what_drawing_takes(large):
    recipe = replace(preset("16gb"), method="grpo")
    own = drawn(recipe)
    probe = Probe(
        seconds_once=20.0, seconds_per_token=1e-3, seconds_per_clip=0.5, seconds_per_asked=2.0, memory_bytes=4 * 10**9,
        device_bytes=12 * 10**9, clips_kept=2000, steps=2, tokens=9_000, seconds_per_drawn=0.05,
    )  # fmt: skip
    need = need_of(large, recipe, own, plan(large, recipe), probe=probe)
    assert need.hours["drawing"] == pytest.approx(0.05 * 1200 * 225 / 3600)
    assert need.hours["learning"] == pytest.approx(1e-3 * own.tokens / 3600)
    assert need.hours["asking held-out people"] == pytest.approx(2.0 * (600 * 2 + 64 * 13) / 3600)
