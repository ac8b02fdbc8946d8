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
    data: Data = field(default_factory=Data)
    split: SplitRule = field(default_factory=SplitRule)
    pictures: Pictures = field(default_factory=Pictures)
    lora: Lora = field(default_factory=Lora)
    sft: Sft = field(default_factory=Sft)
    keeping: Keeping = field(default_factory=Keeping)
    judging: Judging = field(default_factory=Judging)
    seed: int = 20250
