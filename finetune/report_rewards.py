"""What an adapter was reinforced with, for the report: rewards, their curves. In: a recipe, a run's events. Out: words,
figures, a drawing. Nobody is named. Must not know: pages, where they are kept.
"""

import base64
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from core.export.look import ACCENT, HATCH_COLOUR
from finetune.events import Reinforced, Rewarded
from finetune.recipe import Recipe
from finetune.rewarding import rewarding

Axes = Any
"""A `matplotlib.axes.Axes`."""
TREES = {
    "default": "ours: less than an empty tree earns nothing, levels weighted{rarity}, sharpness {sharpness:g}",
    "published": "exp(-{sharpness:g} · edit distance), as published",
    "overlap": "overlap of statements (F1)",
    "none": "none: trees are rewarded as prose",
}
MIX = ("likeness of what is read out of both", "likeness of letters")
SMOOTHED = 10
"""Steps that a curve is a mean over."""


@dataclass(frozen=True, slots=True)
class Reinforcement:
    """What a page tells of it."""

    sentences: tuple[str, ...]
    rows: tuple[tuple[str, str, str, str], ...]
    """Reward, its weight, what people who are not learned from earned at the first look and at the best."""
    drawing: str
    """PNG as a data address."""
    words: str
    """What is drawn, for who does not see it."""


def reinforcement(recipe: Recipe, events: Sequence[object]) -> Reinforcement | None:
    """Out of the events that last; None where nothing was reinforced."""
    steps = [one for one in events if isinstance(one, Reinforced)]
    looks = [one for one in events if isinstance(one, Rewarded)]
    if not steps:
        return None
    drawing = "data:image/png;base64," + base64.b64encode(_drawn(steps, looks)).decode("ascii")
    words = (
        "What answers earned over the steps, beside what the commonest true tree would earn; each reward by itself; "
        "the divergence from the beginning and the entropy; the length of answers and how many were cut off."
    )
    return Reinforcement(_sentences(recipe, steps, looks), _rows(recipe, looks), drawing, words)


def _sentences(recipe: Recipe, steps: Sequence[Reinforced], looks: Sequence[Rewarded]) -> tuple[str, ...]:
    rule, rewards = recipe.grpo, recipe.rewards
    seen = rewarding(steps, looks, recent=len(steps))
    assert seen is not None
    rarity = ", rare statements weigh more" if rewards.by_rarity else ""
    models = [name for name in ("entailment", "embedding") if getattr(rewards, name)]
    prose = "the base model as judge" if rewards.caption == "self" else ", ".join([*MIX, *models])
    told = [
        f"{len(steps)} steps; {rule.answers} answers were drawn to each of {rule.questions_per_step} questions a step, "
        f"at temperature {rule.temperature:g}, and learned from against one another ({rule.loss}, divergence weighted "
        f"{rule.kl_weight:g}).",
        f"Trees are rewarded so: {TREES[rewards.tree].format(rarity=rarity, sharpness=rewards.sharpness)}. Prose: "
        f"{prose}.",
        f"{seen.truncated:.0%} of the answers were cut off and not learned from; to {seen.alike:.0%} of the questions "
        "all answers earned the same, which teaches nothing.",
    ]
    if seen.failed:
        told.append(f"{seen.failed} questions were left out, as a reward failed.")
    if seen.best is not None:
        told.append(
            f"The weights kept are those of step {seen.best.step}, the best on people who are not learned from."
        )
    return tuple(told)


def _rows(recipe: Recipe, looks: Sequence[Rewarded]) -> tuple[tuple[str, str, str, str], ...]:
    first = looks[0] if looks else None
    best = max(looks, key=lambda look: look.reward, default=None)

    def cells(figure: Callable[[Rewarded], float | None]) -> tuple[str, str]:
        values = [None if look is None else figure(look) for look in (first, best)]
        return "–" if values[0] is None else f"{values[0]:.3f}", "–" if values[1] is None else f"{values[1]:.3f}"

    rows = [
        (name, f"{weight:g}", *cells(lambda look, name=name: look.rewards.get(name)))
        for name, weight in recipe.rewards.weights.items()
        if any(name in look.rewards for look in looks)
    ]
    whole = ("all together", "", *cells(lambda look: look.reward))
    return (*rows, whole, ("the commonest true tree", "", *cells(lambda look: look.baseline)))


def _drawn(steps: Sequence[Reinforced], looks: Sequence[Rewarded]) -> bytes:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 7.5), dpi=110, layout="constrained")
    (whole, parts), (drift, length) = figure.subplots(2, 2)
    numbers = [one.step for one in steps]
    mean = _smooth([one.reward for one in steps])
    spread = _smooth([one.spread.get("all", 0.0) for one in steps])
    whole.fill_between(numbers, [m - s for m, s in zip(mean, spread, strict=True)],
                       [m + s for m, s in zip(mean, spread, strict=True)], color=ACCENT, alpha=0.15)  # fmt: skip
    whole.plot(numbers, mean, color=ACCENT, label="drawn answers (± spread within a question)")
    based = [(one.step, one.baseline) for one in steps if one.baseline is not None]
    if based:
        whole.plot([at for at, _ in based], _smooth([value for _, value in based]), color=HATCH_COLOUR,
                   linestyle=":", label="the commonest true tree")  # fmt: skip
    if looks:
        whole.plot([one.step for one in looks], [one.reward for one in looks], color=ACCENT, marker="o", linestyle="",
                   label="other people, most probable answers")  # fmt: skip
    _named(whole, "what answers earn", top=1.0)
    for name in dict.fromkeys(name for one in steps for name in one.rewards):
        own = [(one.step, one.rewards[name]) for one in steps if name in one.rewards]
        if own:
            parts.plot([at for at, _ in own], _smooth([value for _, value in own]), linewidth=1, label=name)
    _named(parts, "each reward", top=1.0)
    learned = [one for one in steps if one.tokens]
    at = [one.step for one in learned]
    drift.plot(at, _smooth([one.kl for one in learned]), color=ACCENT, label="distance (divergence): 0 is no change")
    drift.plot(at, _smooth([one.entropy for one in learned]), color=HATCH_COLOUR, label="variety of answers (entropy)")
    _named(drift, "how far from the beginning, nats a token")
    longest = max(one.length for one in steps) or 1.0
    length.plot(numbers, _smooth([one.length / longest for one in steps]), color=ACCENT,
                label=f"length, 1 is {longest:.0f} tokens")  # fmt: skip
    length.plot(numbers, _smooth([one.truncated for one in steps]), color=HATCH_COLOUR, label="share cut off")
    _named(length, "length of answers", top=1.0)
    body = io.BytesIO()
    figure.savefig(body, format="png")
    return body.getvalue()


def _named(axes: Axes, title: str, *, top: float | None = None) -> None:
    axes.set_title(title, fontsize=9)
    axes.set_xlabel("step", fontsize=8)
    axes.tick_params(labelsize=7)
    axes.set_ylim(0, top)
    if axes.lines:
        axes.legend(fontsize=7)


def _smooth(values: Sequence[float]) -> list[float]:
    """Each a mean over the last few."""
    return [sum(own := values[max(0, at - SMOOTHED + 1) : at + 1]) / len(own) for at in range(len(values))]
