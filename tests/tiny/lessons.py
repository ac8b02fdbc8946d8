"""What the small model is taught to answer: each published question and each question of the search, for a drawn face.

What a drawing shows is answered by what was drawn; what it cannot show (age, or whether two people are one) by lot, in
the right form. Wordings vary, so that sampled answers differ as those of a large model do.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from core.reasoning.prompts import Task, level_prompt, opening, task, tasks
from core.records.tree import Level
from core.vlm.backend import Turn
from tests.tiny.faces import Face

LEVELS: tuple[Level, ...] = ("attribute", "expression", "emotion")
MOVEMENTS = {
    "AU1": "inner brows are raised",
    "AU2": "outer brows are raised",
    "AU4": "brows are drawn together",
    "AU5": "eyes are opened wide",
    "AU6": "cheeks are raised",
    "AU7": "lids are tightened",
    "AU9": "nose is wrinkled",
    "AU10": "upper lip is raised",
    "AU12": "lip corners are pulled up",
    "AU15": "lip corners are pulled down",
    "AU20": "lips are stretched",
    "AU23": "lips are pressed",
    "AU25": "lips are parted",
    "AU26": "jaw is dropped",
}
EXPRESSIONS = {
    "happiness": (("smile with raised cheeks", ("AU6", "AU12")), ("open laugh", ("AU12", "AU25"))),
    "sadness": (("inner brows raised and drawn together", ("AU1", "AU4")), ("lip corners down", ("AU15",))),
    "anger": (("brows lowered with tense eyes", ("AU4", "AU7")), ("pressed lips", ("AU23",))),
    "surprise": (("brows raised with wide eyes", ("AU2", "AU5")), ("brows raised with dropped jaw", ("AU2", "AU26"))),
    "disgust": (("wrinkled nose", ("AU9",)), ("raised upper lip", ("AU10",))),
    "fear": (("brows raised and drawn together", ("AU1", "AU4")), ("wide eyes with stretched lips", ("AU5", "AU20"))),
    "neutral": (),
}
"""Names of resources/taxonomy/expressions.toml with the movements that are given as their reason."""
ACTIONS = {
    "happiness": ("smile",),
    "sadness": ("frown", "weep"),
    "anger": ("frown", "glare"),
    "surprise": ("gaze",),
    "disgust": ("sneer",),
    "fear": ("gaze",),
    "neutral": (),
}
NEGATIVE = ("sadness", "anger", "disgust", "fear")
POSES = {
    "front": ("Front",),
    "left": ("Left 30 degrees",),
    "right": ("Right 30 degrees",),
    "up": ("Up",),
    "down": ("Down",),
}


@dataclass(frozen=True, slots=True)
class Conversation:
    """Turns that begin with a question under a clip, each question with its answer."""

    opening: tuple[Turn, ...]
    questions: tuple[str, ...]
    """From the second turn on."""
    answers: tuple[str, ...]
    """One more than `questions`."""


def search_conversation(face: Face, rng: np.random.Generator) -> Conversation:
    """The levels bottom up, the emotion in words or as the closed task scored in its place, then the reasons."""
    asked = [level_prompt(level).question for level in LEVELS]
    answers = [level_answer(level, face, rng) for level in LEVELS]
    closed, reasons = level_prompt("emotion").closed, task("rationale")
    if closed is not None and rng.random() < 0.5:
        asked[-1], answers[-1] = closed.question, answer(closed, face, rng)
    return Conversation(opening(asked[0]), (*asked[1:], reasons.question), (*answers, answer(reasons, face, rng)))


def conversation(first: Task | Level, face: Face, rng: np.random.Generator) -> Conversation:
    """One question, and now and then a closed task after a level, as the search scores it, or the reasons."""
    if not isinstance(first, Task):
        start, answers = opening(level_prompt(first).question), [level_answer(first, face, rng)]
        follow = [level_prompt("emotion").closed]
    else:
        start, answers = opening(first.question, system=first.system), [answer(first, face, rng)]
        follow = [task("rationale")] if rng.random() < 0.3 else []
    asked = [one for one in follow if one is not None]
    return Conversation(
        start, tuple(one.question for one in asked), (*answers, *(answer(one, face, rng) for one in asked))
    )


def first_questions() -> tuple[Task | Level, ...]:
    """Everything that may be asked first."""
    return *(one for one in tasks() if not one.second_turn), *LEVELS


def level_answer(level: Level, face: Face, rng: np.random.Generator) -> str:
    """What is said at one level of the search."""
    if level == "attribute":
        seen = [_hair(face, rng), *_worn(face, rng)]
        return " ".join([*seen, *_movements(face, rng)])
    if level == "expression":
        return _expressions(face, rng)
    return _emotion(face, rng)


def answer(asked: Task, face: Face, rng: np.random.Generator) -> str:
    """The answer to a published task in its published form."""
    if asked.answer == "prose":
        return _PROSE[asked.id](face, rng)
    if asked.answer == "names":
        said = _NAMES[asked.id](face)
        return ",".join(option.answer for option in asked.options if option.answer in said) or "None"
    wanted = _LABELS[asked.id](face) if asked.id in _LABELS else ()
    fitting = [option.answer for option in asked.options if option.label in wanted]
    return fitting[0] if fitting else str(rng.choice([option.answer for option in asked.options]))


def _one(rng: np.random.Generator, wordings: Sequence[str]) -> str:
    return wordings[rng.integers(len(wordings))]


def _hair(face: Face, rng: np.random.Generator) -> str:
    look = face.look
    length = "long" if look.long_hair else "short"
    bangs = "with bangs" if look.bangs else "without bangs"
    return _one(
        rng, (f"The hair is {look.hair}, {length}, and {bangs}.", f"The person has {length} {look.hair} hair, {bangs}.")
    )


def _worn(face: Face, rng: np.random.Generator) -> list[str]:
    said = []
    if face.look.eyeglasses:
        said.append(_one(rng, ("The person wears eyeglasses.", "The person is wearing eyeglasses.")))
    if face.look.beard:
        said.append("The person has a beard.")
    return said


def _movements(face: Face, rng: np.random.Generator) -> list[str]:
    if not face.units:
        return [_one(rng, ("The face is at rest.", "The face does not move."))]
    degree = {"weak": "slightly ", "medium": "", "strong": ""}[face.strength]
    said = [MOVEMENTS[unit].replace("are ", f"are {degree}").replace("is ", f"is {degree}") for unit in face.units]
    return [f"The {words}." for words in said]


def _expressions(face: Face, rng: np.random.Generator) -> str:
    shown = [(name, why) for name, why in EXPRESSIONS[face.label] if set(why) <= set(face.units)]
    if not shown:
        return "No expression is visible."
    sentences = []
    for name, why in shown:
        reason = " and the ".join(MOVEMENTS[unit] for unit in why)
        sentences.append(
            _one(
                rng,
                (
                    f"There is {_article(name)}, because the {reason}.",
                    f"The {reason}, which indicates {_article(name)}.",
                ),
            )
        )
    return " ".join(sentences)


def _article(name: str) -> str:
    return f"a {name}" if name.startswith("smile") else f"an {name}" if name.startswith("open") else name


def _emotion(face: Face, rng: np.random.Generator) -> str:
    if face.label == "neutral":
        return _one(rng, ("The person displays a neutral state.", "The face is neutral."))
    name, _ = EXPRESSIONS[face.label][0]
    return _one(
        rng,
        (
            f"The person displays {face.label}, because of {_article(name)}.",
            f"The {name} suggests {face.label}.",
        ),
    )


def _reasons(face: Face, rng: np.random.Generator) -> str:
    if not face.units:
        return "The face is at rest, which suggests a neutral state."
    first, last = face.units[0], face.units[-1]
    return _one(
        rng,
        (
            f"The {MOVEMENTS[first]} and the {MOVEMENTS[last]}. Taken together, these suggest {face.label}.",
            f"The {MOVEMENTS[first]}, which suggests {face.label}.",
        ),
    )


def _caption(face: Face, rng: np.random.Generator) -> str:
    name = face.label if face.label != "neutral" else "neutrality"
    return _one(
        rng, (f"All the while this person keeps a face of {name}.", f"The person keeps an expression of {name}.")
    )


def _actions(face: Face, _: np.random.Generator) -> str:
    doing = {"smile": "smiles", "frown": "frowns", "gaze": "gazes", "sneer": "sneers"}
    said = [doing[one] for one in ACTIONS[face.label] if one in doing]
    return f"The person {said[0] if said else 'looks ahead'} for a long time."


def _description(face: Face, rng: np.random.Generator) -> str:
    return " ".join([_hair(face, rng), *_movements(face, rng)[:2], _emotion(face, rng)])


_PROSE: dict[str, Callable[[Face, np.random.Generator], str]] = {
    "appearance-caption": lambda face, rng: " ".join([_hair(face, rng), *_worn(face, rng)]),
    "action-caption": _actions,
    "eyebrow-color": lambda face, _: f"The eyebrow color is {face.look.hair}.",
    "hair": _hair,
    "emotion-caption": _caption,
    "expression-caption": _caption,
    "description": _description,
    "rationale": _reasons,
}


def _appearance(face: Face) -> set[str]:
    look = face.look
    said = {f"{look.hair}_hair", "goatee" if look.beard else "no_beard"}
    return said | {
        name
        for name, seen in (("long_hair", look.long_hair), ("bangs", look.bangs), ("eyeglasses", look.eyeglasses))
        if seen
    }


_NAMES: dict[str, Callable[[Face], set[str]]] = {
    "appearance": _appearance,
    "action": lambda face: {*ACTIONS[face.label], *(("turn",) if face.look.pose in ("left", "right") else ())},
    "action-units": lambda face: set(face.units),
}


def _sentiment(face: Face) -> tuple[str, ...]:
    side = "positive" if face.label == "happiness" else "negative" if face.label in NEGATIVE else "neutral"
    degree = {"weak": ", weak", "medium": "", "strong": ", strong"}[face.strength]
    return (f"{side}{degree}" if side != "neutral" else side,)


_LABELS: dict[str, Callable[[Face], tuple[str, ...]]] = {
    "head-pose": lambda face: POSES[face.look.pose],
    "eye-bags": lambda face: ("with bags",) if "AU6" in face.units else ("without bags",),
    "lip-color": lambda _: ("red lips",),
    "emotion-7": lambda face: (face.label,),
    "emotion-11": lambda face: (face.label,),
    "emotions-11": lambda face: (face.label,),
    "emotion-22": lambda face: (f"{face.label}, {face.strength}", face.label),
    "sentiment-3": lambda face: (_sentiment(face)[0].split(",")[0],),
    "sentiment-7": _sentiment,
    "micro-expression": lambda face: (face.label if face.label in ("happiness", "disgust", "surprise") else "others",),
}
"""Of a closed task the label, or labels of which one is offered, that the drawing shows."""
