"""A recipe: everything a run needs, as its author wrote it. The same recipe and data give the same run.

Must not know: where runs lie, how anything is done.
"""

from dataclasses import dataclass, field
from typing import Literal

from core.records.tree import Level
from core.vlm.backend import Device
from core.vlm.frames import Vision


@dataclass(frozen=True, slots=True)
class Base:
    """The model that is adapted."""

    model: str
    """A name of the catalogue, or a folder."""
    quantisation: Literal["none", "nf4"] = "none"
    precision: Literal["bf16", "fp32"] = "bf16"
    device: Device | None = None
    """None: the graphics card where torch can use one."""
    adapter: str = ""
    """An adapter of the registry to go on from; empty for a new one."""


@dataclass(frozen=True, slots=True)
class Data:
    """Where examples come from: a study, or files."""

    study: str = ""
    sessions: tuple[str, ...] = ()
    """Of the study, by name; empty for all that allow training."""
    files: tuple[str, ...] = ()
    """Emo-CFG JSON, JSONL or CSV."""


@dataclass(frozen=True, slots=True)
class SplitRule:
    """Who judges."""

    by: Literal["person", "session", "file", "random"] = "person"
    test_share: float = 0.2
    """Of the people, rounded to whole ones, one at least."""
    validate_share: float = 0.1
    """Likewise; none where fewer than four people are there."""
    confirmed: str = ""
    """For `random`: the words "the same face may be on both sides", typed."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """How clips are shown; the names are those of `core.vlm.frames.Vision`."""

    variant: Literal["published", "corrected"] = "published"
    per_second: float = 2.0
    most_frames: int = 16
    smallest_pixels: int = 100_352
    largest_pixels: int = 100_352
    cache_gb: float = 40.0
    """The most that features of clips may take on the disk."""

    @property
    def vision(self) -> Vision:
        """The same for those who make clips."""
        return Vision(
            variant=self.variant,
            per_second=self.per_second,
            most=self.most_frames,
            smallest=self.smallest_pixels,
            largest=self.largest_pixels,
        )


@dataclass(frozen=True, slots=True)
class Lora:
    """The adapter's shape. It stands on every linear layer of the language model, and nowhere else."""

    rank: int = 16
    alpha: int = 32
    dropout: float = 0.0
    """Above 0 a step that is repeated for lack of memory, or shared by several processes, draws other masks."""


@dataclass(frozen=True, slots=True)
class StageRule:
    """One stage of the curriculum."""

    level: Level
    epochs: float = 1.0
    learning_rate: float = 2e-4


STAGES = (
    StageRule("attribute", epochs=1.0, learning_rate=2e-4),
    StageRule("expression", epochs=1.0, learning_rate=1.5e-4),
    StageRule("emotion", epochs=2.0, learning_rate=1e-4),
)


@dataclass(frozen=True, slots=True)
class Sft:
    """How it is learned."""

    stages: tuple[StageRule, ...] = STAGES
    mixed: bool = False
    """All stages' examples shuffled together in one, at the first stage's rate: the control experiment."""
    replay_share: float = 0.10
    """Examples of every earlier stage that come along, as a share of that stage's own."""
    replay_least: int = 64
    """At least so many, or all there are."""
    text_share: float = 0.0
    """Examples of words alone that come along, as a share of the stage's own."""
    questions_at_once: int = 8
    """Examples about one clip that are learned in one step at most: its tokens are read once for all of them."""
    most_per_task: int = 0
    """No task brings more examples than this into a stage's epoch; 0 for no limit."""
    tokens_per_step: int = 16_384
    tokens_per_row: int = 8_192
    """What is read at once. Halved when memory runs out, which changes nothing but time."""
    warmup_share: float = 0.03
    weight_decay: float = 0.0
    largest_gradient: float = 1.0
    """Norm at which gradients are cut."""
    patience: int = 3
    """Evaluations on the people of `validate` without a better loss after which a stage ends; 0 for never."""
    evaluations_per_epoch: int = 4
    """Of that loss."""
    optimiser: Literal["adamw", "adamw_8bit"] = "adamw"
    recompute: bool = True
    """Activations are computed again in the backward pass: less memory, a third more time."""


@dataclass(frozen=True, slots=True)
class Grpo:
    """Reinforcement: answers are drawn, rewarded and learned from against one another. Sizes of rows, optimiser,
    warm-up and the norm at which gradients are cut are those of `Sft`."""

    steps: int = 300
    answers: int = 8
    """Drawn to each question: the group."""
    questions_per_step: int = 4
    updates: int = 1
    """Steps of the optimiser from the same answers."""
    levels: tuple[Level, ...] = ("attribute", "expression", "emotion")
    """Whose questions are asked."""
    most_tokens: int = 384
    """Of an answer; what is cut off there is not learned from."""
    temperature: float = 1.0
    """Of drawing, and of the probabilities that are learned."""
    learning_rate: float = 1e-5
    loss: Literal["grpo", "dr_grpo", "dapo"] = "dr_grpo"
    """How tokens are averaged: within answers first; over the longest answer there may be; over all tokens."""
    ratio: Literal["token", "sequence"] = "token"
    """What is compared with the probability at drawing: each token, or an answer as a whole."""
    clip_low: float = 0.2
    clip_high: float = 0.28
    """How far the ratio counts below and above 1."""
    kl_weight: float = 0.01
    """Beta: of the divergence from the adapter at the beginning; 0 leaves it out."""
    advantage: Literal["group", "none", "each"] = "none"
    """Rewards less their group's mean: divided by the group's spread, as they are, or each reward by itself."""
    evaluate_every: int = 25
    """Steps between two looks at the rewards on the people of `validate`."""
    evaluate_most: int = 64
    """Questions of that look; 0 for all."""
    patience: int = 3
    """Such looks without a better reward after which it ends; 0 for never."""


@dataclass(frozen=True, slots=True)
class Rewards:
    """What an answer earns: the weighted mean of those rewards that suit its question, each in [0, 1]."""

    tree: Literal["default", "published", "overlap", "none"] = "default"
    """Of the affective tree: ours, exp(-sharpness * edit distance) as published, overlap of sets, or not at all."""
    sharpness: float = 2.0
    """Lambda. In `default` of the distance as a share of the true tree."""
    by_rarity: bool = True
    """In `default`: what nearly every true tree holds weighs less."""
    caption: Literal["mix", "self"] = "mix"
    """Of prose: measures on the processor, or the base model without its adapter as judge."""
    entailment: str = ""
    """For `mix`: folder of a sequence classifier that tells entailment and contradiction; empty leaves it out."""
    embedding: str = ""
    """For `mix`: folder of a sentence encoder; empty leaves it out."""
    answer_weight: float = 1.0
    """Of answers that are right or wrong."""
    tree_weight: float = 1.0
    caption_weight: float = 1.0
    evidence_weight: float = 0.0
    """Of the agreement of a tree with what was measured, where anything was."""
    form_weight: float = 0.1
    length_weight: float = 0.1

    @property
    def weights(self) -> dict[str, float]:
        """By reward."""
        return {
            "answer": self.answer_weight,
            "tree": self.tree_weight,
            "caption": self.caption_weight,
            "evidence": self.evidence_weight,
            "form": self.form_weight,
            "length": self.length_weight,
        }


@dataclass(frozen=True, slots=True)
class Keeping:
    """Checkpoints."""

    every_minutes: float = 10.0
    keep: int = 2
    """Newest ones; the best one beside them."""


@dataclass(frozen=True, slots=True)
class Judging:
    """Evaluation on held-out people, before, after every stage and at the end."""

    most_per_task: int = 200
    """Examples of a task that are asked, the same ones each time; 0 for all."""
    bootstrap: int = 1000
    """Re-samplings of people for the intervals."""
    most_tokens: int = 192
    """Of an answer in prose."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """The whole."""

    name: str
    """Of the run, and of the adapter it gives: lower-case letters, digits, `-`, `_` and `.`."""
    base: Base
    method: Literal["sft", "grpo"] = "sft"
    """What the run does: the curriculum, or reinforcement of an adapter that went through it."""
    data: Data = field(default_factory=Data)
    split: SplitRule = field(default_factory=SplitRule)
    pictures: Pictures = field(default_factory=Pictures)
    lora: Lora = field(default_factory=Lora)
    sft: Sft = field(default_factory=Sft)
    grpo: Grpo = field(default_factory=Grpo)
    rewards: Rewards = field(default_factory=Rewards)
    keeping: Keeping = field(default_factory=Keeping)
    judging: Judging = field(default_factory=Judging)
    seed: int = 20250
