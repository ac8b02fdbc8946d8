"""What a run has to do, counted before it begins. In: examples, who is learned from, the recipe, the base's tokenizer.

Goes out: tokens, clips, steps. The same plan is laid down as when it is learned; only how many tokens a clip becomes is
told from its span and shape, for no clip is opened. Of reinforcement nobody knows which answers will be drawn: they are
counted as long as the true ones are, and memory as for the longest there may be. The tokenizer needs the extra `local`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.vlm.checkpoint import model_at
from core.vlm.frames import CELL, PAIR, Vision, frame_count, target_size
from finetune.conversation import Conversation, Speller
from finetune.evaluate import Judge
from finetune.examples import ClipPlace, Example, Split
from finetune.packing import Shown
from finetune.plan import Book, plan_of
from finetune.recipe import Recipe

_SQUARE = 1000
"""Side of the picture that stands for one whose shape nobody has looked at."""


@dataclass(frozen=True, slots=True)
class Workload:
    """Counts. Tokens are those of rows: a clip's once for all questions that are learned in one step."""

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
    sizes = {one.key: one.grid[0] for one in book.shown if one is not None}
    stages = plan_of(book, split, recipe.sft, seed=recipe.seed)
    groups = [group for stage in stages for step in stage.steps for group in step]
    looks = [len(stage.steps) // stage.validate_every for stage in stages]
    single = max(_length(book.conversations[place]) for group in groups for place in group.places)
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
        asked_tokens=sum(_length(book.conversations[place]) for place in asked),
        looks=1 + len(stages),
        stages=len(stages),
    )


def _length(conversation: Conversation) -> int:
    return len(conversation.prefix) + len(conversation.suffix)
