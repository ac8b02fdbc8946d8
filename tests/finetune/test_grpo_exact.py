"""A group as one row learns what one answer a row would; the objective is TRL's own; what usually goes wrong shows."""

from dataclasses import replace

import numpy as np
import pytest

from core.vlm.backend import Sampling
from core.vlm.chat import clip_text, prompt_text
from core.vlm.patches import patches_of
from finetune.packing import Shown, rows_of
from finetune.recipe import Grpo, Sft
from tests.finetune.lessons import drawn, examples_about, relative, trunk_on

torch = pytest.importorskip("torch")

ANSWERS = 8
RULE = Grpo(answers=ANSWERS, most_tokens=24, temperature=0.9, kl_weight=0.05, loss="dapo", advantage="group")


@pytest.fixture(scope="module")
def trunk(untaught_model):
    trunk = trunk_on(untaught_model)
    shaken(trunk, seed=3)
    trunk.remember()
    shaken(trunk, seed=4, scale=0.02)
    return trunk


def shaken(trunk, *, seed, scale=0.05):
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for one in trunk.parameters:
            one.add_(torch.randn(one.shape, generator=generator) * scale)


@pytest.fixture(scope="module")
def features(trunk):
    return {f"clip {number}": trunk.look(drawn(number, frames=2 + 2 * number)[0]) for number in range(2)}


@pytest.fixture(scope="module")
def groups(trunk, features):
    """Two questions with eight answers each, of different lengths: the first says nothing, the last was cut off."""
    from finetune.grpo import Rewarded
    from finetune.rewards.dispatch import Reward
    from finetune.rollout import Question, Said

    random = np.random.default_rng(11)
    found = []
    for number in range(2):
        example = examples_about(number, drawn(number)[1])[number + 1]
        kept = features[f"clip {number}"]
        conversation = trunk.speller.conversation(example, clip_tokens=len(kept.values))
        question = Question(
            number, example, conversation.question(), Shown(f"clip {number}", kept.grid, kept.seconds_per_grid)
        )
        answers, rewards = [], []
        for at in range(ANSWERS):
            ids = tuple(random.integers(300, 40_000, size=2 * at).tolist())
            ended = at < ANSWERS - 1
            answers.append(Said("", (*ids, trunk.words.end) if ended else ids, ended))
            total = float(random.random())
            rewards.append(Reward(total, {"tree": total}, True))
        found.append(Rewarded(question, tuple(answers), tuple(rewards)))
    return found


def reinforcer(trunk, features, *, rule=RULE, rows=4096, recompute=False):
    from finetune.grpo import Reinforcer
    from finetune.optimising import Optimising
    from finetune.world import World

    optimising = Optimising(trunk, Sft(tokens_per_row=rows, recompute=recompute, largest_gradient=1e9), world=World())
    return Reinforcer(optimising, rule, weights={"tree": 1.0}, features=features)


def packed(groups):
    from finetune.packing import Group

    return [
        Group(
            one.question.shown,
            tuple(one.question.asked.answered(said.ids) for said in one.answers),
            tuple(range(number * ANSWERS, number * ANSWERS + len(one.answers))),
        )
        for number, one in enumerate(groups)
    ]


def plainly(trunk, group, said, number):
    """(n,) log-probabilities of an answer by transformers' own forward from pixels, and (n,) entropies."""
    clip, _ = drawn(number, frames=2 + 2 * number)
    turns = group.question.example.turns[:2]
    assert len(group.question.example.turns) in (3, 5)
    ids = trunk.words.tokens(prompt_text(turns, clip=clip_text(clip.frames.shape[0] // 2 * 16)))
    if len(group.question.example.turns) == 5:
        first, second = group.question.example.turns[2:4]
        ids += trunk.words.tokens(f"{first.text}<|im_end|>\n<|im_start|>user\n{second.text}<|im_end|>\n"
                                  "<|im_start|>assistant\n")  # fmt: skip
    whole = [*ids, *said.ids]
    patches, grid = patches_of(clip.frames)
    kinds = [2 if token == trunk.model.config.video_token_id else 0 for token in whole]
    logits = trunk.model(
        input_ids=torch.tensor([whole]),
        attention_mask=torch.ones(1, len(whole), dtype=torch.long),
        pixel_values_videos=torch.from_numpy(patches),
        video_grid_thw=torch.tensor([grid]),
        second_per_grid_ts=torch.tensor([clip.seconds_per_grid]),
        mm_token_type_ids=torch.tensor([kinds]),
    ).logits[0, len(ids) - 1 : -1]
    never = torch.tensor(trunk.words.never_said(logits.shape[1]))
    shares = (logits / RULE.temperature).index_fill(-1, never, -torch.inf).log_softmax(dim=-1)
    entropies = -(shares.exp() * shares.clamp(min=-1e9)).sum(dim=-1)
    return shares.gather(1, torch.tensor(said.ids)[:, None])[:, 0], entropies.detach()


def gradients(trunk):
    return [one.grad.clone() for one in trunk.parameters]


def in_one_row(trunk, groups, features, *, rows=4096, recompute=False):
    """Log-probabilities and entropies by answer, and the gradient of a weighted sum."""
    learner = reinforcer(trunk, features, recompute=recompute)
    trunk.learning(recompute=recompute)
    for one in trunk.parameters:
        one.grad = None
    found, entropies = {}, {}
    made = rows_of(packed(groups), budget=rows, per_second=trunk.per_second)
    for row in made:
        now, spread = learner.probabilities(row)
        sum(
            now[torch.from_numpy(row.owners == owner)].sum() * weight(owner) for owner in set(row.owners.tolist())
        ).backward()
        for owner in set(row.owners.tolist()):
            own = torch.from_numpy(row.owners == owner)
            found[owner], entropies[owner] = now.detach()[own], spread[own]
    return found, entropies, gradients(trunk), len(made)


def weight(owner):
    return 0.1 * (owner % 5 - 2)


@pytest.mark.parametrize("recompute", [False, True])
def test_a_group_as_one_row_equals_one_answer_a_row_from_pixels(trunk, groups, features, recompute):
    ours, entropies, our_gradients, rows = in_one_row(trunk, groups, features, recompute=recompute)
    assert rows == 1
    trunk.model.eval()
    for one in trunk.parameters:
        one.grad = None
    for number, group in enumerate(groups):
        for at, said in enumerate(group.answers):
            owner = number * ANSWERS + at
            plain, spread = plainly(trunk, group, said, number)
            (plain.sum() * weight(owner)).backward()
            torch.testing.assert_close(ours[owner], plain.detach(), atol=1e-5, rtol=0)
            torch.testing.assert_close(entropies[owner], spread, atol=1e-4, rtol=1e-5)
    assert relative(our_gradients, gradients(trunk)) < 1e-5


@pytest.mark.parametrize("change", ["mask", "positions", "time grid", "first tokens", "temperature"])
def test_what_usually_goes_wrong_shows(trunk, groups, features, change):
    (row,) = rows_of(packed(groups), budget=4096, per_second=trunk.per_second)
    learner = reinforcer(trunk, features)
    trunk.model.eval()
    with torch.no_grad():
        right, _ = learner.probabilities(row)
        if change == "mask":
            row = replace(row, branch=np.minimum(row.branch, 1))
        elif change == "positions":  # as of words alone
            row = replace(row, positions=np.broadcast_to(np.arange(len(row.ids)), (3, len(row.ids))).copy())
        elif change == "time grid":
            row = replace(row, positions=np.stack([row.positions[1], *row.positions[1:]]))
        elif change == "first tokens":  # every answer's first token behind the last one of the answer before
            first = np.flatnonzero(np.diff(row.owners, prepend=-1))
            states = row.states.copy()
            states[first[1:]] = states[first[1:] - 1] + 1
            row = replace(row, states=states)
        else:
            learner = reinforcer(trunk, features, rule=replace(RULE, temperature=1.0))
        wrong, _ = learner.probabilities(row)
    assert float((right - wrong).abs().max()) > 1e-3


def test_the_engine_draws_what_the_trainer_learns(trunk, groups, features):
    """Same question, same tokens: what was drawn is as probable for the engine as in the row, markers left out."""
    from finetune.rollout import answers_to

    question = groups[0].question
    kept = features["clip 0"]

    def shown_to(engine, _):
        return engine.keep(kept.values, kept.grid, seconds_per_grid=kept.seconds_per_grid)

    engine = trunk.engine()
    context = engine.prefill(question.example.turns[:-1], clip=shown_to(engine, None))
    assert context.tokens == question.tokens
    rule = Sampling(temperature=1.0, most_tokens=12, seed=5)
    first = answers_to(question, trunk, shown_to=shown_to, count=4, rule=rule)
    assert len({one.ids for one in first}) == 4
    alone = [answers_to(question, trunk, shown_to=shown_to, count=1, rule=replace(rule, temperature=0.0))[0]]
    several = answers_to(question, trunk, shown_to=shown_to, count=3, rule=replace(rule, temperature=0.0))
    assert {one.ids for one in several} == {alone[0].ids}, "the most probable tokens, however many are drawn"
    distributions = engine.distributions(context, first[0].ids[:-1])
    (row,) = rows_of(packed([replace_answers(groups[0], first)]), budget=4096, per_second=trunk.per_second)
    learner = reinforcer(trunk, features, rule=replace(RULE, temperature=1.0))
    trunk.model.eval()
    with torch.no_grad():
        ours = learner.probabilities(row)[0][torch.from_numpy(row.owners == 0)].numpy()
    never = trunk.words.never_said(distributions.shape[1])
    allowed = distributions.astype(np.float64)
    allowed[:, never] = -np.inf
    allowed -= np.log(np.exp(allowed).sum(axis=1, keepdims=True))
    theirs = allowed[np.arange(len(first[0].ids)), list(first[0].ids)]
    np.testing.assert_allclose(ours, theirs, atol=1e-4)


def replace_answers(group, answers):
    from finetune.grpo import Rewarded

    return Rewarded(group.question, answers, group.rewards[: len(answers)])


def moved(trunk, groups, features, *, rows=4096, rule=RULE, rate=1.0):
    """How far a step moves the adapter, which is put back; far enough that rounding of weights is small beside it."""
    kept = trunk.adapter()
    learner = reinforcer(trunk, features, rule=rule, rows=rows)
    # A plain step along the gradient: Adam would divide by what is nearly 0.
    learner.optimising.optimiser = torch.optim.SGD(trunk.parameters, lr=0.0)
    found = learner.step(groups, rate=rate)
    after = trunk.adapter()
    trunk.put(kept)
    return found, [after[name] - kept[name] for name in kept]


@pytest.mark.parametrize("rule", [RULE, replace(RULE, loss="grpo", ratio="sequence", updates=3),
                                  replace(RULE, loss="dr_grpo", advantage="none", updates=2)])  # fmt: skip
def test_one_row_two_rows_or_eight_are_the_same_update(trunk, groups, features, rule):
    whole, far = moved(trunk, groups, features, rule=rule)
    assert whole.gradient > 0
    for rows, least in ((150, 3), (1, 14)):
        assert len(rows_of(packed(groups), budget=rows, per_second=trunk.per_second)) >= least
        found, other = moved(trunk, groups, features, rows=rows, rule=rule)
        assert relative(other, far) < 1e-5
        assert found.loss == pytest.approx(whole.loss, abs=1e-6)
        assert found.kl == pytest.approx(whole.kl, abs=1e-6)


def test_memory_that_runs_out_halves_the_rows_and_changes_nothing(trunk, groups, features, monkeypatch):
    rule = replace(RULE, updates=2)
    _, far = moved(trunk, groups, features, rule=rule)
    original = type(trunk).unlikely_drawn

    def short(self, row, features, *, temperature):
        if len(row.ids) > 250:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return original(self, row, features, temperature=temperature)

    monkeypatch.setattr(type(trunk), "unlikely_drawn", short)
    found, other = moved(trunk, groups, features, rule=rule)
    assert found.halved
    assert relative(other, far) < 1e-5


def test_groups_that_are_all_alike_change_nothing_and_are_not_read(trunk, groups, features):
    same = replace(groups[1], rewards=(groups[1].rewards[0],) * ANSWERS)
    rule = replace(RULE, kl_weight=0.0, loss="dr_grpo")
    both, far = moved(trunk, [groups[0], same], features, rule=rule)
    one, alone = moved(trunk, [groups[0]], features, rule=rule)
    assert both.tokens == one.tokens
    assert relative([2 * part for part in far], alone) < 1e-5, "of twice as many answers"
    none, still = moved(trunk, [same], features, rule=rule)
    assert none.tokens == 0
    assert none.gradient == 0
    assert all(not part.any() for part in still)


def test_answers_that_were_cut_off_are_not_learned_from(trunk, groups, features):
    kept = trunk.adapter()
    cut = replace(groups[0], answers=tuple(replace(one, ended=False) for one in groups[0].answers))
    found, still = moved(trunk, [cut], features)
    assert found.tokens == 0
    assert all(not part.any() for part in still)
    other = replace(groups[0], answers=(*groups[0].answers[:-1], replace(groups[0].answers[-1], ids=(900,) * 9)))
    rule = replace(RULE, loss="dr_grpo")
    assert (
        relative(moved(trunk, [other], features, rule=rule)[1], moved(trunk, [groups[0]], features, rule=rule)[1])
        < 1e-6
    )
    assert all(torch.equal(kept[name], one) for name, one in trunk.adapter().items())


def test_the_reference_stays_and_is_the_adapter_of_the_beginning(untaught_model, features, groups):
    trunk = trunk_on(untaught_model)
    shaken(trunk, seed=9)
    trunk.remember()
    (row,) = rows_of(packed(groups), budget=4096, per_second=trunk.per_second)
    learner = reinforcer(trunk, features)
    trunk.model.eval()
    with torch.no_grad():
        first, _ = learner.probabilities(row)
        with trunk.as_remembered():
            torch.testing.assert_close(learner.probabilities(row)[0], first, atol=0, rtol=0)
    base = {name: one.detach().clone() for name, one in trunk.model.named_parameters() if ".default" not in name}
    learner.step(groups, rate=1e-2)
    with torch.no_grad(), trunk.as_remembered():
        torch.testing.assert_close(learner.probabilities(row)[0], first, atol=0, rtol=0)
    with torch.no_grad():
        assert float((learner.probabilities(row)[0] - first).abs().max()) > 1e-3
        with trunk.without_adapter():
            without, _ = learner.probabilities(row)
    assert float((without - first).abs().max()) > 1e-3
    for name, one in trunk.model.named_parameters():
        assert one.requires_grad == (".default" in name), name
        if ".default" not in name:
            assert torch.equal(one, base[name]), name
