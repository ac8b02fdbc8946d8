"""Everything that makes training fast gives what the plain way gives: one conversation a row, pixels, all logits."""

from dataclasses import replace

import numpy as np
import pytest

from core.vlm.chat import END_OF_TURN, clip_text, prompt_text
from core.vlm.patches import patches_of
from finetune.packing import rows_of, stretches
from finetune.recipe import Sft
from tests.finetune.lessons import drawn, examples_about, prepared, relative, trunk_on

torch = pytest.importorskip("torch")


@pytest.fixture(scope="module")
def trunk(untaught_model):
    trunk = trunk_on(untaught_model)
    generator = torch.Generator().manual_seed(3)
    with torch.no_grad():  # a new adapter changes nothing: half of it is zero
        for one in trunk.parameters:
            one.copy_(torch.randn(one.shape, generator=generator) * 0.05)
    return trunk


def plainly(trunk, example, clip):
    """transformers as its own documentation uses it: pixels, its own positions' inputs, all logits."""
    texts, rest = prompt_text(example.turns[:2], clip=clip_text(clip.frames.shape[0] // 2 * 16)), example.turns[2:]
    words = trunk.words
    ids, learned = words.tokens(texts), []
    learned += [False] * len(ids)
    for turn in rest:
        if turn.role == "assistant":
            own = words.tokens(turn.text + END_OF_TURN)
            ids, learned = ids + own, learned + [True] * len(own)
        else:
            asked = words.tokens(f"\n<|im_start|>user\n{turn.text}{END_OF_TURN}\n<|im_start|>assistant\n")
            ids, learned = ids + asked, learned + [False] * len(asked)
    patches, grid = patches_of(clip.frames)
    config = trunk.model.config
    kinds = [2 if token == config.video_token_id else 0 for token in ids]
    logits = trunk.model(
        input_ids=torch.tensor([ids]),
        attention_mask=torch.ones(1, len(ids), dtype=torch.long),
        pixel_values_videos=torch.from_numpy(patches),
        video_grid_thw=torch.tensor([grid]),
        second_per_grid_ts=torch.tensor([clip.seconds_per_grid]),
        mm_token_type_ids=torch.tensor([kinds]),
    ).logits[0]
    targets = torch.tensor(ids)[1:]
    chosen = torch.tensor(learned)[1:]
    return torch.nn.functional.cross_entropy(logits[:-1][chosen], targets[chosen], reduction="none")


def by_example(rows, values):
    found = {}
    for row, own in zip(rows, values, strict=True):
        for place in np.unique(row.owners).tolist():
            found[place] = own[torch.from_numpy(row.owners == place)]
    return found


def gradients(trunk, total):
    for one in trunk.parameters:
        one.grad = None
    total.backward()
    return [one.grad.clone() for one in trunk.parameters]


@pytest.mark.parametrize("recompute", [False, True])
def test_packed_rows_with_kept_features_equal_the_plain_way(trunk, recompute):
    examples, groups, features = prepared(trunk, clips=2, words=False)
    trunk.learning(recompute=recompute)
    rows = rows_of(groups, budget=4096, per_second=trunk.per_second)
    assert len(rows) == 1, "everything fits into one row"
    values = [trunk.unlikely(row, features) for row in rows]
    ours = by_example(rows, values)
    our_gradients = gradients(trunk, sum(one.sum() for one in values) / 30)
    trunk.model.eval()
    theirs = [
        plainly(trunk, example, drawn(number // 3, frames=2 + 2 * (number // 3 % 2))[0])
        for number, example in enumerate(examples)
    ]
    for place, one in enumerate(theirs):
        torch.testing.assert_close(ours[place], one, atol=1e-5, rtol=0)
    assert relative(our_gradients, gradients(trunk, sum(one.sum() for one in theirs) / 30)) < 1e-5


def test_how_rows_are_filled_changes_nothing(trunk):
    _, groups, features = prepared(trunk, clips=3, words=True)
    trunk.learning(recompute=False)
    found = {}
    for budget in (1, 150, 4096):
        rows = rows_of(groups, budget=budget, per_second=trunk.per_second)
        values = [trunk.unlikely(row, features) for row in rows]
        found[budget] = by_example(rows, values), gradients(trunk, sum(one.sum() for one in values)), len(rows)
    assert found[1][2] > found[150][2] > found[4096][2]
    for budget in (1, 150):
        for place, one in found[4096][0].items():
            torch.testing.assert_close(found[budget][0][place], one, atol=1e-5, rtol=0)
        assert relative(found[budget][1], found[4096][1]) < 1e-5


def test_kept_features_are_the_pixels_features_to_the_bit(trunk):
    clip, _ = drawn(4)
    patches, grid = patches_of(clip.frames)
    with torch.no_grad():
        plain = trunk.model.model.visual(torch.from_numpy(patches), grid_thw=torch.tensor([grid])).pooler_output
    assert torch.equal(trunk.look(clip).values, plain)


def test_the_head_in_pieces_equals_the_head_at_once(trunk):
    from finetune.trunk import ROWS_AT_ONCE, Unlikely

    head = trunk.model.lm_head.weight.detach()
    generator = torch.Generator().manual_seed(1)
    states = torch.randn(ROWS_AT_ONCE + 7, head.shape[1], generator=generator)
    targets = torch.randint(len(head), (len(states),), generator=generator)
    ours, theirs = (states.clone().requires_grad_() for _ in range(2))
    weights = torch.rand(len(states), generator=generator)
    first, _ = Unlikely.apply(ours, head, targets, 1.0, None)
    second = torch.nn.functional.cross_entropy(theirs @ head.T, targets, reduction="none")
    torch.testing.assert_close(first, second, atol=1e-6, rtol=1e-6)
    (first * weights).sum().backward()
    (second * weights).sum().backward()
    torch.testing.assert_close(ours.grad, theirs.grad, atol=1e-6, rtol=1e-5)


class TestFalsifiers:
    """The comparison would notice what usually goes wrong."""

    @pytest.fixture
    def compared(self, trunk):
        _, groups, features = prepared(trunk, clips=2, words=False)
        trunk.model.eval()
        (row,) = rows_of(groups, budget=4096, per_second=trunk.per_second)
        with torch.no_grad():
            right = trunk.unlikely(row, features)
        return row, features, right

    def far(self, trunk, row, features, right):
        with torch.no_grad():
            return float((trunk.unlikely(row, features) - right).abs().max())

    def test_a_mask_that_lets_conversations_see_each_other(self, trunk, compared):
        row, features, right = compared
        assert self.far(trunk, replace(row, branch=np.minimum(row.branch, 1)), features, right) > 1e-3

    def test_positions_of_words_alone(self, trunk, compared):
        row, features, right = compared
        plain = np.broadcast_to(np.arange(len(row.ids)), (3, len(row.ids))).copy()
        assert self.far(trunk, replace(row, positions=plain), features, right) > 1e-3

    def test_another_grid_of_time(self, trunk, compared):
        row, features, right = compared
        times = row.positions.copy()
        times[0] = times[1]
        assert self.far(trunk, replace(row, positions=times), features, right) > 1e-3

    def test_another_clip(self, trunk, compared):
        row, features, right = compared
        other = dict(features)
        other["clip 0"] = replace(features["clip 0"], values=features["clip 0"].values.flip(0))
        assert self.far(trunk, row, other, right) > 1e-3


def test_nothing_but_the_adapter_on_the_language_model_learns(trunk):
    learning = {name for name, one in trunk.model.named_parameters() if one.requires_grad}
    layers = trunk.model.config.text_config.num_hidden_layers
    assert len(learning) == layers * 7 * 2
    assert all(name.startswith("model.language_model.layers.") and "lora_" in name for name in learning)
    before = {name: one.detach().clone() for name, one in trunk.model.named_parameters() if "lora_" not in name}
    from finetune.optimising import Optimising
    from finetune.sft import Learner
    from finetune.world import World

    _, groups, features = prepared(trunk)
    kept = trunk.adapter()
    learner = Learner(Optimising(trunk, Sft(tokens_per_row=512), world=World()), features=features)
    learner.step(groups, rate=1e-2)
    assert any(not torch.equal(kept[name], one) for name, one in trunk.adapter().items())
    for name, one in trunk.model.named_parameters():
        if "lora_" not in name:
            assert torch.equal(one, before[name]), name
    trunk.put(kept)


def test_memory_that_runs_out_halves_the_rows_and_changes_nothing(trunk, monkeypatch):
    from finetune.optimising import Optimising
    from finetune.sft import Learner
    from finetune.world import World

    _, groups, features = prepared(trunk, clips=3)
    kept = trunk.adapter()
    rule = Sft(tokens_per_row=4096, recompute=False)
    plain = Learner(Optimising(trunk, rule, world=World()), features=features).step(groups, rate=1e-3)
    after = trunk.adapter()
    trunk.put(kept)
    original = type(trunk).unlikely

    def short(self, row, features):
        if len(row.ids) > 300:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return original(self, row, features)

    monkeypatch.setattr(type(trunk), "unlikely", short)
    learner = Learner(Optimising(trunk, rule, world=World()), features=features)
    found = learner.step(groups, rate=1e-3)
    assert found.halved
    assert learner.optimising.budget <= 300
    assert found.loss == pytest.approx(plain.loss, abs=1e-6)
    moved = [one - kept[name] for name, one in trunk.adapter().items()]
    assert relative(moved, [after[name] - kept[name] for name in after]) < 1e-3, "Adam divides by what is nearly 0"
    trunk.put(kept)


def test_a_single_conversation_that_does_not_fit_is_a_sentence(trunk, monkeypatch):
    from finetune.optimising import Optimising, StepTooLargeError
    from finetune.sft import Learner
    from finetune.world import World

    _, groups, features = prepared(trunk, clips=1)

    def short(*_):
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(type(trunk), "unlikely", short)
    learner = Learner(Optimising(trunk, Sft(), world=World()), features=features)
    with pytest.raises(StepTooLargeError, match="single conversation"):
        learner.step(groups, rate=1e-3)


def test_what_is_learned_is_what_the_engine_scores(trunk):
    """The engine that answers and the trainer see the same tokens at the same places."""
    clip, face = drawn(0)
    example = examples_about(0, face)[0]
    engine = trunk.engine()
    context = engine.prefill(example.turns[:2], clip=engine.encode(clip))
    scored = float(engine.score(context, [example.answer, f"{example.answer} And"])[0])
    from finetune.packing import Shown, groups_of

    kept = trunk.look(clip)
    conversation = trunk.speller.conversation(example, clip_tokens=len(kept.values))
    groups = groups_of([conversation], [Shown("it", kept.grid, kept.seconds_per_grid)], [0], most=8)
    (row,) = rows_of(groups, budget=4096, per_second=trunk.per_second)
    trunk.model.eval()
    with torch.no_grad():
        ours = -float(trunk.unlikely(row, {"it": kept}).sum())
    assert ours == pytest.approx(scored, abs=1e-4)


def test_a_row_shows_each_token_only_what_it_would_see_alone(trunk):
    _, groups, _ = prepared(trunk, clips=2)
    (row,) = rows_of(groups, budget=4096, per_second=trunk.per_second)
    table = np.zeros((len(row.ids),) * 2, bool)
    for stretch in stretches(row):
        for part in (stretch.beginning, *stretch.branches):
            table[part, stretch.beginning] = table[part, part] = True
    number = np.arange(len(row.ids))
    same = row.group[:, None] == row.group
    own = (row.branch == 0) | (row.branch[:, None] == row.branch)
    np.testing.assert_array_equal(np.tril(table), same & own & (number[:, None] >= number))
