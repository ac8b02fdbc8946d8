"""What of a data set answers can be drawn to and rewarded, before a run: rows of the table of findings.

Comes in: examples, who is learned from, the recipe. Goes out: findings. Rewards are asked as the run asks them; how
long questions are is counted where the base is on this computer. Imports no torch unless the recipe names models of
its own. Must not know: clips, runs.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from core.errors import ModelError
from core.progress import Progress, Stage
from core.vlm.backend import Plan
from core.vlm.checkpoint import model_at
from finetune.examples import Example, Split
from finetune.findings import Finding, named
from finetune.questions import published
from finetune.recipe import Recipe
from finetune.rewards.dispatch import Rewarder
from finetune.workload import book_of, length_of, speller_at

_EVERY = 256


def reinforceable(
    examples: Sequence[Example], split: Split, recipe: Recipe, *, plan: Plan | ModelError
) -> Stage[tuple[Finding, ...]]:
    """The table. `plan`: how the base is loaded, or why it cannot be. Every yield is a cancel point.

    Raises `ModelError` where a model of the rewards cannot be loaded.
    """
    found = list(_beginning(recipe))
    rewarder = Rewarder(examples, learned=split.train, rule=recipe.rewards)
    levels = recipe.grpo.levels
    asked = [place for place in (*split.train, *split.validate) if examples[place].stage in levels]
    suited: list[int] = []
    for number, place in enumerate(asked):
        if number % _EVERY == 0:
            yield Progress("looking at questions", number, len(asked), "questions")
        if rewarder.suits(place):
            suited.append(place)
    found += _unsuited(examples, sorted(set(asked) - set(suited)))
    found += _who(examples, split, suited, levels)
    if recipe.rewards.evidence_weight and not any(examples[place].measured is not None for place in suited):
        what = "rewards.evidence_weight has no effect: no face of these examples was measured."
        found.append(Finding("warning", "reward", what, (), "Learn from a study's sessions, or set it to 0."))
    if isinstance(plan, ModelError):
        what = f"How long the questions are was not looked at. {plan.problem}"
        found.append(Finding("note", "tokens", what, (), plan.remedy))
    else:
        found += _long(examples, recipe, plan, [place for place in asked if place in set(suited)])
    return tuple(found)


def room_for_questions(plan: Plan, recipe: Recipe) -> int:
    """Tokens that a question may have, so that the longest answer fits behind it. Raises `EngineError`."""
    assert isinstance(plan.model, Path)
    config = model_at(plan.model).config
    longest = int(config.get("text_config", config)["max_position_embeddings"])
    return min(plan.context_tokens, longest) - recipe.grpo.most_tokens


def _beginning(recipe: Recipe) -> Iterator[Finding]:
    if not recipe.base.adapter:
        what = "No adapter is gone on from: in the paper reinforcement without the curriculum before it did worse."
        yield Finding("warning", "adapter", what, (), "Name one of `videmo adapters list`: --adapter NAME.")


def _unsuited(examples: Sequence[Example], places: Sequence[int]) -> Iterator[Finding]:
    """Questions that will be left out, by task."""
    by_task: dict[str, list[int]] = {}
    for place in places:
        by_task.setdefault(examples[place].task, []).append(place)
    for name, own in by_task.items():
        task = published(name)
        closed = task is not None and task.answer != "prose"
        what = f"{len(own)} questions of {name} are left out, as no reward suits their true answer: "
        remedy = (
            "Write the answer as the question's options are, or give rewards.answer_weight a weight."
            if closed
            else "Write the answer in words of the taxonomy, or give rewards.tree_weight or caption_weight a weight."
        )
        yield Finding("warning", "reward", f"{what}{named(examples, own)}.", tuple(own), remedy)


def _who(examples: Sequence[Example], split: Split, suited: Sequence[int], levels: Sequence[str]) -> Iterator[Finding]:
    """Who has something to learn from, and to judge by."""
    train = set(split.train)
    learned = [place for place in suited if place in train]
    if not learned:
        what = f"Nobody who is learned from has a question ({', '.join(levels)}) whose answer a reward could judge."
        yield Finding("error", "reward", what, (), "Correct more sessions, or name other levels in grpo.levels.")
        return
    people = {examples[place].person for place in split.train} - {""}
    idle = people - {examples[place].person for place in learned}
    if idle:
        what = f"{len(idle)} of the {len(people)} people who are learned from have no such question."
        mine = tuple(place for place in split.train if examples[place].person in idle)
        yield Finding("note", "people", what, mine, "Nothing is learned from them; correct more of their segments.")
    if len(learned) == len(suited):
        what = "Nobody is there to validate on: the run cannot tell when rewards stop rising, and takes all its steps."
        yield Finding("warning", "people", what, (), "Add people, or raise split.validate_share.")


def _long(examples: Sequence[Example], recipe: Recipe, plan: Plan, places: Sequence[int]) -> Iterator[Finding]:
    """Questions behind which an answer would not fit, as clips are about as long as they will be."""
    assert isinstance(plan.model, Path)
    room = room_for_questions(plan, recipe)
    book = book_of([examples[place] for place in places], recipe, speller=speller_at(plan.model))
    over = {
        place: length
        for place, one in zip(places, book.conversations, strict=True)
        if (length := length_of(one.question())) > room
    }
    if over:
        what = (
            f"{len(over)} questions are left out, the longest has {max(over.values())} tokens: behind more than {room} "
            f"an answer of {recipe.grpo.most_tokens} does not fit ({named(examples, tuple(over))})."
        )
        remedy = "Lower grpo.most_tokens, show fewer pictures (pictures.most_frames), or shorten the questions."
        yield Finding("warning", "tokens", what, tuple(over), remedy)
