"""What a run tells, one JSON object per line of its log. Numbers and sentences of ours; never a word about a person.

The window and the command read these lines and nothing else of a run. A line that a crash cut off is passed over.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Begun:
    """A process began or went on with the run."""

    run: str
    recipe: str
    """SHA-256 of the recipe."""
    data: str
    """SHA-256 of the data set."""
    base: str
    """Digest of the base model."""
    people: Mapping[str, int]
    """How many in `train`, `validate`, `test`."""
    examples: Mapping[str, int]
    """Likewise."""
    step: int
    """Done before."""
    steps: int
    remarks: tuple[str, ...]
    device: str
    libraries: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Preparing:
    """Clips are looked at once, before the first step."""

    what: str
    done: int
    total: int
    left_s: float | None


@dataclass(frozen=True, slots=True)
class Stepped:
    """One step of the optimiser."""

    stage: str
    step: int
    """Of the whole run, from 1."""
    steps: int
    """In all, as planned now."""
    loss: float
    """Mean over the tokens of answers, in nats."""
    losses: Mapping[str, float]
    """The same by task."""
    learning_rate: float
    gradient: float
    """Norm before it is cut."""
    tokens: int
    """Read in this step, shared ones once."""
    answers: int
    """Tokens learned."""
    seconds: float
    left_s: float
    """For the rest of the run."""
    memory_bytes: int
    device_bytes: int


@dataclass(frozen=True, slots=True)
class Validated:
    """The loss on the people of `validate`."""

    stage: str
    step: int
    loss: float
    best: bool


@dataclass(frozen=True, slots=True)
class Reinforced:
    """One step of reinforcement: answers were drawn, rewarded and learned from. Rewards are in [0, 1]."""

    step: int
    """From 1."""
    steps: int
    reward: float
    """Mean over all answers."""
    rewards: Mapping[str, float]
    """The same by reward: `answer`, `tree`, `caption`, `evidence`, `form`, `length`, where any question had it."""
    spread: Mapping[str, float]
    """Standard deviation within a group, mean over groups, likewise, and of the whole under `all`."""
    by_task: Mapping[str, float]
    """Mean reward by task."""
    baseline: float | None
    """What the commonest true tree of the training people would earn on the same questions; None without a tree."""
    kl: float
    """Divergence from the adapter at the beginning, nats a token; 0 where it is not asked for."""
    entropy: float
    """Of the next token, nats, mean over drawn tokens."""
    length: float
    """Tokens of an answer, mean."""
    truncated: float
    """Share of answers that were cut off."""
    alike: float
    """Share of groups whose answers all earned the same: nothing is learned from them."""
    clipped: float
    """Share of learned tokens whose ratio was beyond its limits."""
    failed: int
    """Groups that were left out as a reward failed."""
    loss: float
    learning_rate: float
    gradient: float
    """Norm before it is cut."""
    tokens: int
    """Read while learning, shared ones once."""
    drawn: int
    """Tokens drawn."""
    seconds: Mapping[str, float]
    """`draw`, `wait` (for rewards, after the last draw), `learn`."""
    left_s: float
    """For the rest of the run."""
    memory_bytes: int
    device_bytes: int


@dataclass(frozen=True, slots=True)
class Rewarded:
    """The people of `validate` were asked and rewarded, the most probable answers."""

    step: int
    reward: float
    """Mean over their questions."""
    rewards: Mapping[str, float]
    """By reward."""
    baseline: float | None
    """What the commonest true tree would earn there; None without a tree."""
    best: bool


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The held-out people were asked."""

    after: str
    """`before`, or the stage that has just ended."""
    step: int
    scores: Mapping[str, Mapping[str, float]]
    """By stage and by `stage/task`: `score` in [0, 1], `uar`, `accuracy`, `f1`, `ece`, `examples`, where defined."""


@dataclass(frozen=True, slots=True)
class Warned:
    """A sentence the user should see."""

    text: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A checkpoint is on the disk."""

    step: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Ended:
    """The process ends. `done`: the adapter is in the registry. `paused` and `stopped`: resumable."""

    how: str
    """`done`, `paused`, `stopped`, `failed`."""
    text: str
    """For `failed` the sentence and the remedy; for `done` what came of it, in words."""
    adapter: str = ""
    better: bool | None = None
    """For `done`: whether held-out people are read better; None where that could not be judged."""
    table: Mapping[str, Mapping[str, float]] = field(default_factory=dict[str, Mapping[str, float]])
    """Before and after by stage: `before`, `after`, `low`, `high` (of the difference, 95 %)."""


Event = Begun | Preparing | Stepped | Validated | Reinforced | Rewarded | Evaluated | Warned | Kept | Ended
"""In the log: its fields, `kind` (the name in lower case) and `at` (UTC, ISO 8601)."""
