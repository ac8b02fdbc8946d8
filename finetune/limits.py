"""What every number of a recipe may be, and what it counts: by its key in the file, `grpo.answers`."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a number may be, ends included, and what it counts."""

    least: float
    most: float
    unit: str


LIMITS: Mapping[str, Limits] = {
    "seed": Limits(0, 2**32 - 1, "a number that starts the random choices"),
    "split.test_share": Limits(0.01, 0.9, "a share of the people, 0.2 for 20 %"),
    "split.validate_share": Limits(0.0, 0.9, "a share of the people, 0.1 for 10 %"),
    "pictures.per_second": Limits(0.1, 60, "pictures a second"),
    "pictures.most_frames": Limits(2, 768, "pictures of a clip, an even number"),
    "pictures.smallest_pixels": Limits(784, 12_845_056, "pixels of a picture"),
    "pictures.largest_pixels": Limits(784, 12_845_056, "pixels of a picture"),
    "pictures.cache_gb": Limits(0.01, 100_000, "GB on the disk"),
    "lora.rank": Limits(1, 512, "columns of each of the adapter's matrices"),
    "lora.alpha": Limits(1, 4096, "the adapter's strength, divided by its rank"),
    "lora.dropout": Limits(0, 0.9, "a share, 0.05 for 5 %"),
    "sft.stages.epochs": Limits(0.001, 1000, "passes over the stage's examples"),
    "sft.stages.learning_rate": Limits(1e-8, 0.1, "as in 2e-4"),
    "sft.replay_share": Limits(0, 10, "a share, 0.1 for 10 %"),
    "sft.replay_least": Limits(0, 1_000_000, "examples"),
    "sft.text_share": Limits(0, 10, "a share, 0.05 for 5 %"),
    "sft.questions_at_once": Limits(1, 10_000, "examples about one clip"),
    "sft.most_per_task": Limits(0, 100_000_000, "examples, 0 for no limit"),
    "sft.tokens_per_step": Limits(64, 16_777_216, "tokens, 16384 for 16 k"),
    "sft.tokens_per_row": Limits(64, 1_048_576, "tokens, 8192 for 8 k"),
    "sft.warmup_share": Limits(0, 0.9, "a share of the steps, 0.03 for 3 %"),
    "sft.weight_decay": Limits(0, 1, "a share a step"),
    "sft.largest_gradient": Limits(0.001, 1_000_000, "the norm at which gradients are cut"),
    "sft.patience": Limits(0, 1000, "evaluations, 0 for never"),
    "sft.evaluations_per_epoch": Limits(0, 1000, "evaluations"),
    "grpo.steps": Limits(1, 10_000_000, "steps"),
    "grpo.answers": Limits(2, 1024, "answers to a question, as they are held against one another"),
    "grpo.questions_per_step": Limits(1, 10_000, "questions"),
    "grpo.updates": Limits(1, 100, "steps of the optimiser from the same answers"),
    "grpo.most_tokens": Limits(1, 32_768, "tokens of an answer"),
    "grpo.temperature": Limits(0.01, 10, "1 leaves the probabilities as they are"),
    "grpo.learning_rate": Limits(1e-8, 0.1, "as in 1e-5"),
    "grpo.clip_low": Limits(0.001, 0.999, "how far below 1 the ratio counts"),
    "grpo.clip_high": Limits(0.001, 1000, "how far above 1 the ratio counts"),
    "grpo.kl_weight": Limits(0, 1000, "weight of a nat, 0 leaves the divergence out"),
    "grpo.evaluate_every": Limits(1, 10_000_000, "steps"),
    "grpo.evaluate_most": Limits(0, 1_000_000, "questions, 0 for all"),
    "grpo.patience": Limits(0, 1000, "looks, 0 for never"),
    "rewards.sharpness": Limits(0.001, 1000, "the more, the less a tree with mistakes earns"),
    "rewards.answer_weight": Limits(0, 1000, "a weight, 0 leaves the reward out"),
    "rewards.tree_weight": Limits(0, 1000, "a weight, 0 leaves the reward out"),
    "rewards.caption_weight": Limits(0, 1000, "a weight, 0 leaves the reward out"),
    "rewards.evidence_weight": Limits(0, 1000, "a weight, 0 leaves the reward out"),
    "rewards.form_weight": Limits(0, 1000, "a weight, 0 leaves the reward out"),
    "rewards.length_weight": Limits(0, 1000, "a weight, 0 leaves the reward out"),
    "keeping.every_minutes": Limits(0.01, 1440, "minutes"),
    "keeping.keep": Limits(1, 1000, "checkpoints"),
    "judging.most_per_task": Limits(0, 1_000_000, "examples, 0 for all"),
    "judging.bootstrap": Limits(1, 1_000_000, "re-samplings"),
    "judging.most_tokens": Limits(1, 4096, "tokens of an answer"),
}
