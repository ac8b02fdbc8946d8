"""What is asked about a reviewed segment and what is answered: conversations for every stage.

Comes in: a label and a tree as humans left them. Goes out: conversations. Each question is asked by itself, so that
nothing right stands before it when held-out people are judged: the three of the search, the published ones on seven
emotions and on action units, the one that asks for everything, answered with the whole tree, and as a second turn the
one for reasons. Must not know: clips, people, the study.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.reasoning.prompts import Task, level_prompt, opening, rationale_prompt, single_prompt, task
from core.reasoning.tree_text import print_tree
from core.records.moment import Span
from core.records.tree import AffectiveTree, Level
from core.vlm.backend import Turn
from finetune.examples import LEVELS
from finetune.questions import SEARCH, answer_of

EMOTION_TASK = "emotion-7"
UNITS_TASK = "action-units"


@dataclass(frozen=True, slots=True)
class Lesson:
    """One conversation with its answer."""

    stage: Level
    task: str
    turns: tuple[Turn, ...]
    labels: tuple[str, ...] = ()


def lessons_of(label: str, tree: AffectiveTree | None, span: Span) -> Iterator[Lesson]:
    """What can be learned; `span` is what the pictures show. Nothing is asked whose answer nobody gave."""
    closed = task(EMOTION_TASK)
    if any(option.label == label for option in closed.options):
        yield _closed(closed, (label,))
    if tree is None:
        return
    units = _units(tree, task(UNITS_TASK))
    if units:
        yield _closed(task(UNITS_TASK), units)
    for level in LEVELS:
        answer = print_tree(tree, within=span, levels=(level,))
        if answer:
            yield Lesson(level, SEARCH + level, _asked(level_prompt(level).question, answer))
    if tree.at("emotion") and any(clue.level != "emotion" for clue in tree.clues):
        whole = single_prompt()
        turns = _asked(whole.question, print_tree(tree, within=span), system=whole.system)
        yield Lesson(whole.level, whole.id, turns)
    reasons = _reasons(tree, span)
    if reasons:
        emotion = print_tree(tree, within=span, levels=("emotion",))
        first = _asked(level_prompt("emotion").question, emotion)
        why = rationale_prompt()
        yield Lesson(why.level, why.id, (*first, Turn("user", why.question), Turn("assistant", reasons)))


def _closed(asked: Task, labels: Sequence[str]) -> Lesson:
    turns = _asked(asked.question, answer_of(asked, labels), system=asked.system)
    return Lesson(asked.level, asked.id, turns, tuple(labels))


def _asked(question: str, answer: str, *, system: str | None = None) -> tuple[Turn, ...]:
    return (*opening(question, system=system), Turn("assistant", answer))


def _units(tree: AffectiveTree, asked: Task) -> tuple[str, ...]:
    """The displayed units of the task's list, in its order; none where the tree leaves open which of two it is."""
    told = [clue.name for clue in tree.at("attribute") if clue.name.startswith("AU") and clue.value != "absent"]
    listed = [option.label for option in asked.options]
    if any("/" in name for name in told):
        return ()
    return tuple(name for name in listed if name in told)


def _reasons(tree: AffectiveTree, span: Span) -> str:
    """What the emotions were concluded from, with its own reasons in turn; empty where no reason is told."""
    emotions = {clue.id for clue in tree.at("emotion")}
    reasons = {edge.source for edge in tree.edges if edge.target in emotions}
    below = {edge.source for edge in tree.edges if edge.target in reasons}
    clues = tuple(clue for clue in tree.clues if clue.id in reasons | below)
    edges = tuple(edge for edge in tree.edges if edge.target in reasons)
    return print_tree(AffectiveTree(clues, edges), within=span, levels=("attribute", "expression"))
