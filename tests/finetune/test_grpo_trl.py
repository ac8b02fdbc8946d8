"""Our advantages and our objective are those of TRL's own code on the same rewards and the same log-probabilities.

A real `GRPOTrainer` is given answers, rewards and log-probabilities (by its `rollout_func`, its reward functions and
the one method that would ask the model) and does all the rest itself.
"""

from dataclasses import dataclass, replace
from itertools import product

import numpy as np
import pytest

from finetune.recipe import Grpo

torch = pytest.importorskip("torch")

# TRL 1.16 and PEFT 0.21 ask transformers 5.23 by names that it will drop.
pytestmark = pytest.mark.filterwarnings("ignore:.*gradient_checkpointing.* is deprecated:FutureWarning")

GROUPS, ANSWERS = 2, 4
WEIGHTS = {"tree": 1.0, "form": 0.5, "answer": 0.25}
PARTS = (("tree", "form"), ("answer", "form"))
"""Of each group: rewards that do not apply are left out, there and here."""
LENGTHS = (3, 7, 1, 12, 5, 12, 9, 2)
CUT_OFF = 5
END, PAD, WORD = 1, 0, 5
RULE = Grpo(answers=ANSWERS, most_tokens=12, loss="dr_grpo", advantage="group", kl_weight=0.05)
EACH = [
    replace(RULE, loss=loss, ratio=ratio, kl_weight=beta, advantage=advantage)
    for loss, ratio, beta, advantage in product(
        ("grpo", "dr_grpo", "dapo"), ("token", "sequence"), (0.0, 0.05), ("group", "none", "each")
    )
]


@dataclass(frozen=True)
class Given:
    """What both are told of 8 answers, padded to the longest: log-probabilities (8, 12), which tokens count (8, 12)."""

    now: object
    old: object
    reference: object
    learned: object
    parts: tuple
    """Of each group by name, (4,)."""


@pytest.fixture(scope="module")
def given():
    random = np.random.default_rng(5)
    shape = (GROUPS * ANSWERS, max(LENGTHS))

    def floats(middle, spread):
        return torch.from_numpy(random.normal(middle, spread, shape)).float()

    old = floats(-2.0, 0.7)
    learned = torch.arange(shape[1])[None] < torch.tensor(LENGTHS)[:, None]
    learned[CUT_OFF] = False
    parts = tuple({name: random.integers(0, 64, ANSWERS) / 64 for name in names} for names in PARTS)
    return Given(old + floats(0.0, 0.3), old, old + floats(0.0, 0.2), learned, parts)


def totals(parts):
    """(4,) as a run has them."""
    return sum(WEIGHTS[name] * own for name, own in parts.items()) / sum(WEIGHTS[name] for name in parts)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A model and a tokenizer for a trainer to be made with: neither is asked anything."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HF_HUB_OFFLINE", "1")
        patch.setenv("TRL_EXPERIMENTAL_SILENCE", "1")
        from huggingface_hub import constants

        # Its libraries report their use; what their variables say is read once, when they are first imported.
        patch.setattr(constants, "HF_HUB_DISABLE_TELEMETRY", True)
        from core.vlm.torch_loading import settle_torchvision

        settle_torchvision()
        from tokenizers import Tokenizer, models
        from transformers import LlamaConfig, PreTrainedTokenizerFast

        words = {"[pad]": PAD, "[end]": END, **{f"w{number}": number for number in range(2, 16)}}
        speller = PreTrainedTokenizerFast(
            tokenizer_object=Tokenizer(models.WordLevel(words, "[pad]")), pad_token="[pad]", eos_token="[end]"
        )
        config = LlamaConfig(
            vocab_size=16, hidden_size=8, intermediate_size=8, num_hidden_layers=1, num_attention_heads=1,
            num_key_value_heads=1, bos_token_id=None, eos_token_id=END,
        )  # fmt: skip
        yield config, speller, tmp_path_factory.mktemp("trl")


def theirs(rule, given, small, **further):
    """TRL's advantages (8,), loss, its gradient by the log-probabilities (8, 12), and the trainer."""
    from datasets import Dataset
    from peft import LoraConfig
    from transformers import LlamaForCausalLM
    from trl import GRPOConfig, GRPOTrainer

    config, speller, folder = small
    now = given.now.clone().requires_grad_()
    asked = [given.old, *([given.reference] if rule.kl_weight else []), now]

    class Told(GRPOTrainer):
        def _get_per_token_logps_and_entropies(self, *_, **__):
            return asked.pop(0), torch.zeros_like(given.now), None

    def drawn(prompts, _):
        ids = [[WORD] * (length - 1) + [END if number != CUT_OFF else WORD] for number, length in enumerate(LENGTHS)]
        return {"prompt_ids": [[WORD]] * len(prompts), "completion_ids": ids, "logprobs": None}

    def rewarding(name):
        def reward(**_):
            return [float(one) for group in given.parts for one in group.get(name, [np.nan] * ANSWERS)]

        reward.__name__ = name
        return reward

    def total(**_):
        return [float(one) for group in given.parts for one in totals(group)]

    each = rule.advantage == "each"
    trainer = Told(
        model=LlamaForCausalLM(config),
        reward_funcs=[rewarding(name) for name in WEIGHTS] if each else [total],
        args=GRPOConfig(
            output_dir=str(folder), use_cpu=True, bf16=False, report_to="none", activation_checkpointing=False,
            per_device_train_batch_size=len(LENGTHS), gradient_accumulation_steps=1, steps_per_generation=1,
            num_iterations=2, num_generations=ANSWERS, max_completion_length=rule.most_tokens,
            loss_type=rule.loss, importance_sampling_level=rule.ratio, epsilon=rule.clip_low,
            epsilon_high=rule.clip_high, beta=rule.kl_weight, mask_truncated_completions=True,
            scale_rewards="none" if rule.advantage == "none" else "group",
            multi_objective_aggregation="normalize_then_sum" if each else "sum_then_normalize",
            reward_weights=list(WEIGHTS.values()) if each else None, **further,
        ),
        train_dataset=Dataset.from_dict({"prompt": ["w5"] * GROUPS}),
        processing_class=speller,
        peft_config=LoraConfig(r=1, target_modules=["q_proj"]),
        rollout_func=drawn,
    )  # fmt: skip
    trainer.model.train()
    trainer.current_gradient_accumulation_steps = 1  # told by the loop that is not run here
    batch = trainer._generate_and_score_completions([{"prompt": "w5"}] * len(LENGTHS))
    assert torch.equal(batch["completion_mask"].bool(), given.learned), "answers that were cut off"
    loss = trainer._compute_loss(trainer.model, batch)
    loss.backward()
    assert not asked, "all log-probabilities were asked for"
    return batch["advantages"], loss.detach(), now.grad, trainer


def ours(rule, given, *, cut_off_too=False):
    """The same of ours, and (n,) which tokens were beyond their limit."""
    from finetune.grpo import Tokens, advantages, objective, token_weights
    from finetune.rewards.dispatch import Reward

    groups = [
        [
            Reward(float(total), {name: float(own[at]) for name, own in parts.items()}, True)
            for at, total in enumerate(totals(parts))
        ]
        for parts in given.parts
    ]
    worth = torch.from_numpy(np.concatenate(advantages(groups, rule=rule, weights=WEIGHTS))).float()
    learned = given.learned.clone()
    if cut_off_too:
        learned[CUT_OFF, : LENGTHS[CUT_OFF]] = True
    counts = token_weights(dict(enumerate(learned.sum(1).tolist())), answers=len(LENGTHS), rule=rule)
    owners = learned.nonzero()[:, 0]
    now = given.now.clone().requires_grad_()
    tokens = Tokens(
        owners=owners,
        advantages=worth[owners],
        weights=torch.tensor([counts[owner] for owner in owners.tolist()]),
        old=given.old[learned],
        reference=given.reference[learned] if rule.kl_weight else None,
    )
    loss, _, beyond = objective(now[learned], tokens, rule)
    loss.backward()
    return worth, loss.detach(), now.grad, beyond


def apart(one, other):
    """The largest difference of advantages, and of losses and gradients."""
    worth, loss, gradient = (float((a - b).abs().max()) for a, b in zip(one[:3], other[:3], strict=True))
    return worth, max(loss, gradient)


def name_of(rule):
    return f"{rule.loss}-{rule.ratio}-{rule.kl_weight}-{rule.advantage}"


@pytest.mark.parametrize("rule", EACH, ids=name_of)
def test_advantages_loss_and_gradient_are_those_of_trl(rule, given, small):
    own, other = ours(rule, given), theirs(rule, given, small)
    assert max(apart(own, other)) < 1e-6
    assert float(other[2].abs().max()) > 1e-3, "there is a gradient to compare"
    if rule.ratio == "token":
        told = other[3]._metrics["train"]
        assert float(own[3].float().mean()) == pytest.approx(told["clip_ratio/region_mean"][-1], abs=1e-6)
        assert told["clip_ratio/low_mean"][-1] > 0
        assert told["clip_ratio/high_mean"][-1] > 0, "both limits hold somewhere"


@pytest.mark.parametrize(("low", "high"), [(0.1, 0.4), (0.3, 0.3), (0.0003, 0.0004)])
@pytest.mark.parametrize("ratio", ["token", "sequence"])
def test_the_limits_are_those_of_trl(low, high, ratio, given, small):
    rule = replace(RULE, ratio=ratio, clip_low=low, clip_high=high)
    assert max(apart(ours(rule, given), theirs(rule, given, small))) < 1e-6


@pytest.mark.parametrize("advantage", ["group", "none", "each"])
@pytest.mark.parametrize("loss", ["grpo", "dr_grpo", "dapo"])
def test_a_group_that_is_all_alike_counts_as_with_trl(loss, advantage, given, small):
    alike = {name: np.full(ANSWERS, 0.5) for name in PARTS[1]}
    told = replace(given, parts=(given.parts[0], alike))
    rule = replace(RULE, loss=loss, advantage=advantage, kl_weight=0.0)
    own, other = ours(rule, told), theirs(rule, told, small)
    assert max(apart(own, other)) < 1e-6
    assert not own[0][ANSWERS:].any()


@pytest.mark.parametrize("wrong", [
    {"clip_low": 0.21}, {"clip_high": 0.27}, {"kl_weight": 0.06}, {"kl_weight": 0.0}, {"most_tokens": 13},
    {"loss": "grpo"}, {"loss": "dapo"}, {"ratio": "sequence"}, {"advantage": "none"}, {"advantage": "each"},
])  # fmt: skip
def test_another_rule_is_told_apart(wrong, given, small):
    _, far = apart(ours(replace(RULE, **wrong), given), theirs(RULE, given, small))
    assert far > 1e-5


def test_other_ways_of_trl_are_told_apart(given, small):
    assert apart(ours(RULE, given), theirs(RULE, given, small, use_bias_correction_kl=False))[1] > 1e-5
    rule = replace(RULE, advantage="group")
    assert apart(ours(replace(rule, advantage="each"), given), theirs(rule, given, small))[0] > 1e-3


def test_learning_from_answers_that_were_cut_off_is_told_apart(given, small):
    for rule in (RULE, replace(RULE, loss="dapo"), replace(RULE, loss="grpo")):
        assert apart(ours(rule, given, cut_off_too=True), theirs(rule, given, small))[1] > 1e-5
