"""Twenty reviewed segments of four seconds, without recordings: two thirds displayed happiness, as clinics have it."""

from pathlib import Path

from core.records.moment import Span
from core.records.tree import AffectiveTree, Clue, RationaleEdge
from finetune.examples import ClipPlace, Example
from finetune.lessons import lessons_of

SPAN = Span.between(0.0, 4.0)
HAPPY = ("AU12 marked", "AU6/7", "AU25", "AU4 absent", "AU1 absent"), ("smile with raised cheeks",), "happiness"
SMILING = ("AU12", "AU25", "AU26", "AU4 absent", "AU6/7"), ("open laugh",), "happiness"
SAD = ("AU1", "AU4 slight", "AU15", "AU17", "AU25 absent"), ("inner brows raised and drawn together",), "sadness"
ANGRY = ("AU4 marked", "AU23/24", "AU5", "AU25 absent", "AU12 absent"), ("brows lowered",), "anger"
AFRAID = ("AU1", "AU2", "AU4", "AU20", "AU25"), ("brows raised and drawn together",), "fear"
LEARNED = (HAPPY, SMILING, HAPPY, SMILING, HAPPY, SMILING, HAPPY, SMILING, SAD, ANGRY, AFRAID, SAD)
HELD_OUT = (HAPPY, SMILING, SAD, ANGRY, AFRAID, SMILING, SAD, HAPPY)

Display = tuple[tuple[str, ...], tuple[str, ...], str]


def clue_of(number: str, level, name: str, value: str = "present") -> Clue:
    return Clue(number, level, name, value, "", SPAN, 1.0, "not_measurable", ())


def tree_of(display: Display) -> AffectiveTree:
    """The tree of one display; each attribute is a reason for the expression, and that for the emotion."""
    attributes, expressions, emotion = display
    clues: list[Clue] = []
    for number, told in enumerate(attributes):
        name, _, value = told.partition(" ")
        clues.append(clue_of(f"a{number}", "attribute", name, value or "present"))
    clues += [clue_of(f"x{number}", "expression", name) for number, name in enumerate(expressions)]
    clues.append(clue_of("e0", "emotion", emotion))
    edges = [RationaleEdge("a0", "x0", ""), RationaleEdge("x0", "e0", "")]
    return AffectiveTree(tuple(clues), tuple(edges))


def lessons_about(display: Display, *, number: int) -> list[Example]:
    """Everything that is asked about one segment."""
    clip = ClipPlace(Path(f"{number}.mp4"), f"{number:064x}", 0.0, 4.0)
    return [
        Example(one.stage, one.task, one.turns, clip, f"person {number}", "", one.labels)
        for one in lessons_of(display[2], tree_of(display), SPAN)
    ]


EXAMPLES = tuple(
    example for number, display in enumerate((*LEARNED, *HELD_OUT)) for example in lessons_about(display, number=number)
)
LEARNED_PLACES = tuple(
    place for place, one in enumerate(EXAMPLES) if int(one.person.removeprefix("person ")) < len(LEARNED)
)


def held_out(task: str) -> list[int]:
    """The places of the held-out people's examples of a task."""
    return [place for place, one in enumerate(EXAMPLES) if place not in LEARNED_PLACES and one.task == task]
