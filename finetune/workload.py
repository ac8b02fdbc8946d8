"""What a run has to do, counted before it begins. In: examples, who is learned from, the recipe, the base's tokenizer.

Goes out: tokens, clips, steps. The same plan is laid down as when it is learned; only how many tokens a clip becomes is
told from its span and shape, for no clip is opened. Of reinforcement nobody knows which answers will be drawn: they are
counted as long as the true ones are, and memory as for the longest there may be. The tokenizer needs the extra `local`.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.vlm.checkpoint import model_at
from core.vlm.frames import CELL, PAIR, Vision, frame_count, target_size
from finetune.conversation import Conversation, Speller
from finetune.evaluate import Judge
from finetune.examples import ClipPlace, Example, Split
from finetune.packing import Shown
from finetune.plan import Book, NothingToLearnError, plan_of
from finetune.recipe import Recipe

_SQUARE = 1000
"""Side of the picture that stands for one whose shape nobody has looked at."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Answers that reinforcement draws in all its steps and looks."""

    groups: int
    """Questions that are learned from."""
    looked: int
    """Questions to people who are not, each with one answer."""
    read: int
    """Tokens of all these questions."""
    length: float
    """Of an answer, in tokens: as the true ones are, cut off where drawn ones would be."""
    question: int
    """The longest one, in tokens."""


@dataclass(frozen=True, slots=True)
class Workload:
    """Counts. Tokens are those of rows: a clip's once for all questions that are learned in one step, a question's once
    for all its answers."""

    clips: int
    clip_tokens: int
    """Of all clips, each once."""
    longest_clip: int
    steps: int
    tokens: int
    """Read in all steps."""
    answers: int
    """Of them learned."""
    row: int
    """The longest row, in tokens."""
    single: int
    """The longest single conversation: no row can be shorter."""
    validated: int
    """Tokens read, in all, for the loss on the people of `validate`."""
    asked: int
    """Examples that held-out people are asked, each time."""
    asked_tokens: int
    """Tokens of what they are asked, clip included, each time."""
    looks: int
    """How often they are asked."""
    stages: int
    drawing: Drawing | None = None
    """Of reinforcement alone."""


def speller_at(folder: Path) -> Speller:
    """Of the base in a folder. Raises `EngineError` where it holds none."""
    from core.vlm.words import Words

    words = Words(model_at(folder))
    return Speller(words.tokens, lambda text: words.tokens(text, markers=False), words.end)


def clip_tokens(place: ClipPlace, vision: Vision) -> int:
    """How many tokens a clip becomes."""
    frames = frame_count(place.end_s - place.start_s, vision)
    height = width = float(_SQUARE)
    if place.boxes:
        width = max(1.0, sum(box[3] for box in place.boxes) / len(place.boxes))
        height = max(1.0, sum(box[4] for box in place.boxes) / len(place.boxes))
    rows, columns = target_size(round(height), round(width), frames, vision)
    return frames // PAIR * (rows // CELL) * (columns // CELL)


def book_of(examples: Sequence[Example], recipe: Recipe, *, speller: Speller) -> Book:
    """The examples as tokens, clips about as large as they will be. Raises `UsageError` where one cannot be spelled."""
    vision = recipe.pictures.vision
    shown: dict[str, Shown] = {}
    conversations: list[Conversation] = []
    for one in examples:
        if one.clip is not None and one.clip.key not in shown:
            shown[one.clip.key] = Shown(one.clip.key, (clip_tokens(one.clip, vision), 1, 1), 1.0)
        size = 0 if one.clip is None else shown[one.clip.key].grid[0]
        conversations.append(speller.conversation(one, clip_tokens=size))
    return Book(examples, conversations, [None if one.clip is None else shown[one.clip.key] for one in examples])


def workload_of(examples: Sequence[Example], split: Split, recipe: Recipe, *, speller: Speller) -> Workload:
    """Raises `NothingToLearnError`, `UsageError` for an example that cannot be spelled."""
    book = book_of(examples, recipe, speller=speller)
    if recipe.method == "grpo":
        return _of_reinforcement(book, split, recipe)
    sizes = {one.key: one.grid[0] for one in book.shown if one is not None}
    stages = plan_of(book, split, recipe.sft, seed=recipe.seed)
    groups = [group for stage in stages for step in stage.steps for group in step]
    looks = [len(stage.steps) // stage.validate_every for stage in stages]
    single = max(length_of(book.conversations[place]) for group in groups for place in group.places)
    step = max(sum(group.tokens for group in groups) for stage in stages for groups in stage.steps)
    asked = Judge(examples, split.test, rule=recipe.judging, seed=recipe.seed).places
    return Workload(
        clips=len(sizes),
        clip_tokens=sum(sizes.values()),
        longest_clip=max(sizes.values(), default=0),
        steps=sum(len(stage.steps) for stage in stages),
        tokens=sum(stage.tokens for stage in stages),
        answers=sum(one.answers for group in groups for one in group.conversations),
        row=max(single, min(recipe.sft.tokens_per_row, step)),
        single=single,
        validated=sum(
            count * sum(group.tokens for group in stage.validation) for count, stage in zip(looks, stages, strict=True)
        ),
        asked=len(asked),
        asked_tokens=sum(length_of(book.conversations[place]) for place in asked),
        looks=1 + len(stages),
        stages=len(stages),
    )


def nothing_to_ask(levels: Sequence[str]) -> NothingToLearnError:
    """The sentence for a data set without a question of these levels."""
    return NothingToLearnError(
        f"Nobody who is learned from has a question of the recipe's levels ({', '.join(levels)}).",
        remedy="Correct more sessions, or name other levels in grpo.levels.",
    )


def _of_reinforcement(book: Book, split: Split, recipe: Recipe) -> Workload:
    """Questions that no reward will suit are counted too, as rewards are not asked here."""
    rule, sft = recipe.grpo, recipe.sft
    learned, held = (
        [_question(book.conversations[place]) for place in places if book.examples[place].stage in rule.levels]
        for places in (split.train, split.validate)
    )
    if not learned:
        raise nothing_to_ask(rule.levels)
    groups = rule.steps * rule.questions_per_step
    question = sum(asked for asked, _ in learned) / len(learned)
    length = sum(min(rule.most_tokens, answer) for _, answer in learned) / len(learned)
    looked = min(rule.evaluate_most or len(held), len(held)) * (1 + math.ceil(rule.steps / rule.evaluate_every))
    of_held = sum(asked for asked, _ in held) / max(1, len(held))
    longest = max(asked for asked, _ in learned + held)
    asked = Judge(book.examples, split.test, rule=recipe.judging, seed=recipe.seed).places
    asked_tokens = [length_of(book.conversations[place]) for place in asked]
    single = max(longest + rule.most_tokens, *asked_tokens, 0)
    step = rule.questions_per_step * (longest + rule.answers * (1 + rule.most_tokens))
    sizes = {one.key: one.grid[0] for one in book.shown if one is not None}
    return Workload(
        clips=len(sizes),
        clip_tokens=sum(sizes.values()),
        longest_clip=max(sizes.values(), default=0),
        steps=rule.steps,
        tokens=round(rule.updates * groups * _group_tokens(question, length, rule.answers, budget=sft.tokens_per_row)),
        answers=round(rule.updates * groups * rule.answers * length),
        row=max(single, min(sft.tokens_per_row, step)),
        single=single,
        validated=0,
        asked=len(asked),
        asked_tokens=sum(asked_tokens),
        looks=2,
        stages=1,
        drawing=Drawing(groups, looked, round(groups * question + looked * of_held), length, longest),
    )


def _group_tokens(question: float, length: float, answers: int, *, budget: int) -> float:
    """Of a group in its rows: the question, and behind it the answers, each with the question's last token again. Where
    that is more than a row's, answers are halved (`finetune.packing`) and the question is there for each part."""
    parts = 1
    while parts < answers and question + math.ceil(answers / parts) * (1 + length) > budget:
        parts *= 2
    return min(parts, answers) * question + answers * (1 + length)


def _question(conversation: Conversation) -> tuple[int, int]:
    """Tokens of a question with its clip, and of its true answer."""
    asked = length_of(conversation.question())
    return asked, length_of(conversation) - asked


def length_of(conversation: Conversation) -> int:
    """Its tokens, those of the clip included."""
    return len(conversation.prefix) + len(conversation.suffix)
