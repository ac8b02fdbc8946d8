"""What a model says of one clip with different adapters. In: a clip, a model, adapters. Out: what each said.

Faces are looked for once and every side is shown the same pictures, so that only the adapter differs. Nothing is kept.
"""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from core.asking import Asked, Question, Said, shown_for
from core.by_model import checked_plan, plan_of, rule_of
from core.progress import Stage
from core.reasoning.prompts import task
from core.reasoning.search import Finding, read_clip
from core.records.tree import AffectiveTree
from core.vlm.engines import open_engine

TASKS = ("emotion-7", "action-units")
"""Published tasks that every side is asked, before the search."""


@dataclass(frozen=True, slots=True)
class Side:
    """What came of one adapter."""

    adapter: str
    """Its name; empty for the model alone."""
    said: tuple[Said, ...]
    """In the order of `TASKS`."""
    found: Finding
    """Of the search; its tree is not held against measurements."""


def compare_adapters(question: Question, adapters: Sequence[str | None]) -> Stage[tuple[Side, ...]]:
    """Asks each, one after the other; None is the model alone. Every yield is a cancel point.

    The question's own task and adapter are passed over. Raises as `core.asking.asked`.
    """
    question = replace(question, task=task(TASKS[0]))
    models = [replace(question.model, adapter=adapter) for adapter in adapters]
    for model in models:
        plan_of(model)  # what is not here is told before faces are looked for
    shown = yield from shown_for(question)
    sides: list[Side] = []
    for model in models:
        plan = yield from checked_plan(model, adapter_key=question.adapter_key)
        with closing((yield from open_engine(plan))) as backend:
            asked = Asked(question, backend, shown)
            said: list[Said] = []
            for name in TASKS:
                said.append((yield from asked.answer(heard=_unheard, other=task(name))))
            rule = rule_of(model).search
            rule = replace(rule, sampling=replace(rule.sampling, most_tokens=question.most_tokens))
            found = yield from read_clip(backend, shown.clip, span=shown.span, prefix="c", rule=rule, check=_as_it_is)
            sides.append(Side(backend.about.adapter, tuple(said), found))
    return tuple(sides)


def _unheard(_piece: str) -> None:
    """Answers are told at the end, side by side."""


def _as_it_is(tree: AffectiveTree) -> AffectiveTree:
    """Nobody measured these pictures."""
    return tree
