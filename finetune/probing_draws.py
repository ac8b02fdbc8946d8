"""Two groups of answers as a probe of reinforcement. In: a loaded trunk, the run's questions. Out: pace as measured.

The longest question comes first, then one of the middle. Answers are drawn as the run draws them and learned from at a
rate of 0. What they earn is made up, for rewards take no part in memory, and a model that was not taught yet may earn
nothing at all; for the same reason they are learned from at the length they may have at most, cut off or not. Torch
comes with what this imports.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.progress import Progress, Stage
from core.vlm.backend import Encoded, Sampling
from core.vlm.torch_backend import TorchBackend
from finetune.examples import Example
from finetune.features import Shelf
from finetune.grpo import Reinforcer, Rewarded
from finetune.optimising import Optimising
from finetune.recipe import Recipe
from finetune.rewards.dispatch import Reward
from finetune.rollout import Question, Said, answers_to

PROBING = "measuring two groups of answers"


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was measured of drawing and learning."""

    seconds_once: float
    """What the first of everything takes more."""
    seconds_per_drawn: float
    """Of a token of every answer at once, with the share of reading the question."""
    seconds_per_token: float
    """Of learning."""
    steps: int
    tokens: int
    """Learned from."""


def drawn_and_learned(
    questions: Sequence[Question],
    recipe: Recipe,
    *,
    optimising: Optimising,
    features: Shelf,
    shown_to: Callable[[TorchBackend, Example], Encoded | None],
) -> Stage[Drawn]:
    """Measures. The trunk must remember its reference. Raises what drawing and learning do."""
    rule = recipe.grpo
    learner = Reinforcer(optimising, rule, weights={"made up": 1.0}, features=features)
    draws: list[tuple[float, int]] = []
    steps: list[tuple[float, int]] = []
    for number, question in enumerate(questions):
        yield Progress(PROBING, number, len(questions), "groups")
        began = time.perf_counter()
        drawing = Sampling(temperature=rule.temperature, most_tokens=rule.most_tokens, seed=recipe.seed)
        said = answers_to(question, optimising.trunk, shown_to=shown_to, count=rule.answers, rule=drawing)
        draws.append((time.perf_counter() - began, max(len(one.ids) for one in said)))
        answers = tuple(_as_long_as_may_be(one, rule.most_tokens) for one in said)
        rewards = tuple(_made_up(place / (len(answers) - 1)) for place in range(len(answers)))
        step = learner.step([Rewarded(question, answers, rewards)], rate=0.0)
        steps.append((step.seconds, step.tokens))
    draw_once, per_drawn = paced(draws)
    learn_once, per_token = paced(steps)
    return Drawn(draw_once + learn_once, per_drawn, per_token, len(steps), sum(tokens for _, tokens in steps))


def paced(taken: Sequence[tuple[float, int]]) -> tuple[float, float]:
    """Seconds that the first took beyond its pace, and the pace of the later ones."""
    later = taken[1:] or taken
    pace = sum(seconds for seconds, _ in later) / max(1, sum(amount for _, amount in later))
    return max(0.0, taken[0][0] - pace * taken[0][1]), pace


def _as_long_as_may_be(said: Said, most: int) -> Said:
    ids = (said.ids * (most // len(said.ids) + 1))[:most]
    return Said(said.text, ids, ended=True)


def _made_up(value: float) -> Reward:
    return Reward(value, {"made up": value}, read=True)
