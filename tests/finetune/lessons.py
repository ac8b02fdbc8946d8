"""What the tests of this room learn from: drawn clips and questions about them, without files."""

from pathlib import Path

import numpy as np

from core.progress import finish
from core.reasoning.prompts import opening, rationale_prompt, task
from core.vlm.backend import Clip, Plan, Turn
from finetune.examples import ClipPlace, Example
from finetune.packing import Shown, groups_of
from finetune.recipe import Lora
from finetune.trunk import Trunk, open_trunk
from tests.tiny.faces import draw, some_face

LETTERS = {option.label: option.answer for option in task("emotion-7").options}


def drawn(number: int, *, frames: int = 4, side: int = 112) -> tuple[Clip, object]:
    face = some_face(np.random.default_rng(number))
    pictures = draw(face, seed=number, frames=frames, height=side, width=side)
    return Clip(pictures, seconds_per_grid=1.0), face


def examples_about(number: int, face) -> list[Example]:
    """Three conversations about one clip: an attribute, an emotion with a second turn, a movement."""
    place = ClipPlace(Path(f"clip-{number}.mkv"), f"{number:064x}", 0.0, 2.0)
    person = f"person {face.person}"
    emotion, hair = task("emotion-7"), task("hair")
    asked = [
        ("attribute", "hair", (*opening(hair.question), Turn("assistant", f"The hair is {face.look.hair}."))),
        (
            "expression",
            "emotion-7",
            (
                *opening(emotion.question),
                Turn("assistant", LETTERS[face.label]),
                Turn("user", rationale_prompt().question),
                Turn("assistant", f"The movements {', '.join(face.units) or 'of a face at rest'} indicate it."),
            ),
        ),
        ("emotion", "other", (*opening("What is displayed?"), Turn("assistant", f"The person displays {face.label}."))),
    ]
    return [Example(stage, name, turns, place, person, "", source="drawn") for stage, name, turns in asked]


def trunk_on(folder: Path, *, seed: int = 5, rank: int = 4) -> Trunk:
    plan = Plan("transformers", folder, precision="fp32")
    return finish(open_trunk(plan, lora=Lora(rank=rank, alpha=2 * rank), seed=seed))


def prepared(trunk: Trunk, *, clips: int = 2, words: bool = True, most: int = 8):
    """Examples, groups and features of a few drawn clips."""
    examples, conversations, shown, features = [], [], [], {}
    for number in range(clips):
        clip, face = drawn(number, frames=2 + 2 * (number % 2))
        key = f"clip {number}"
        features[key] = trunk.look(clip)
        for example in examples_about(number, face):
            examples.append(example)
            conversations.append(trunk.speller.conversation(example, clip_tokens=len(features[key].values)))
            shown.append(Shown(key, features[key].grid, features[key].seconds_per_grid))
    if words:
        turns = (Turn("user", "What is a smile?"), Turn("assistant", "Lip corners that are pulled up."))
        examples.append(Example("attribute", "other", turns, None, "", "", source="words"))
        conversations.append(trunk.speller.conversation(examples[-1], clip_tokens=0))
        shown.append(None)
    return examples, groups_of(conversations, shown, list(range(len(examples))), most=most), features


def relative(ours, theirs) -> float:
    """How far tensors are from others, as a share of these."""
    far = sum(float((a - b).square().sum()) for a, b in zip(ours, theirs, strict=True)) ** 0.5
    return far / sum(float(b.square().sum()) for b in theirs) ** 0.5
