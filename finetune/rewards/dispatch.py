"""Who judges which question, and what an answer earns in all. In: examples, a rule, drawn answers. Out: rewards.

| question | parts |
|---|---|
| with options | `answer`, `form` (spelled as asked) |
| of the search | `tree`, `evidence` where the face was measured, `form`, `length` |
| description, reasons | the same where the true answer says something of the vocabulary; `caption` for the rest of it |
| other prose | `caption`, `form` where the true answer can be read at all, `length` |

The total is the weighted mean of the parts that apply. An answer that cannot be read earns nothing; of one that is cut
off, or twice as long as the true one, only form counts. A value that is no number, or outside of [0, 1], is a failure:
a reward never stands in for another. Must not know: models of the run, how answers are drawn.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

from core.errors import ExpectedError
from core.reasoning.prompts import Task
from core.reasoning.tree_distance import Costs
from core.records.tree import AffectiveTree
from finetune import recipe
from finetune.examples import Example
from finetune.questions import SEARCH, asks_for_tree, labels_in, published, task_of
from finetune.rewards import trees
from finetune.rewards.answers import answer_reward, spelling_reward, words_reward
from finetune.rewards.captions import Captions
from finetune.rewards.evidence import evidence_reward, supported
from finetune.rewards.form import length_reward
from finetune.rewards.reading import Read, Usual, read_prose, usual_of


class RewardError(ExpectedError):
    """A reward that is none, and may not be learned from."""


@dataclass(frozen=True, slots=True)
class Reward:
    """What one answer earns."""

    total: float
    """In [0, 1]."""
    parts: Mapping[str, float]
    """`answer`, `tree`, `caption`, `evidence`, `form`, `length`, each in [0, 1]; only those that apply."""
    read: bool
    """Whether the answer could be read. One that could not earns nothing."""


NOTHING = trees.TrueTree(AffectiveTree((), ()), Costs())


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question with what all answers to it are compared with."""

    parts: tuple[str, ...]
    """That apply; none where the true answer cannot be read."""
    task: Task | None = None
    """With options that are lettered as ours."""
    true: trees.TrueTree = NOTHING
    readable: float = 0.0
    """Share of the true answer's sentences that can be read."""
    expected: int = 0
    """Clues of the true tree that the measurements support."""


class Rewarder:
    """The judge of a run. What it says depends on what it was made with alone; it may be asked in any thread."""

    def __init__(self, examples: Sequence[Example], *, learned: Sequence[int], rule: recipe.Rewards) -> None:
        """`learned` are the places of the people who are learned from: what is rare, the majority tree, and how alike
        different answers are, are taken from them alone. Raises `ModelError` where a model of the rule cannot be
        loaded, `RewardError` for a sharpness of nothing."""
        if not 0.0 < rule.sharpness < math.inf:
            raise RewardError(
                f"A sharpness of {rule.sharpness} tells no tree from another.",
                remedy="Give a number above 0; 2 is usual.",
            )
        self._examples, self._learned, self._rule = examples, tuple(learned), rule
        self._weights = rule.weights
        self._by_rarity = rule.by_rarity and rule.tree == "default"
        self._kept: dict[int, _Asked] = {}
        self._blind: dict[int, float] = {}
        """What the majority tree earns, by place."""
        self._usual: Mapping[str, Usual] | None = None
        self._lock = Lock()
        self._captions: Captions | None = None
        if rule.caption == "mix":
            prose = [examples[place].answer for place in self._learned if not _by_options(examples[place])]
            self._captions = Captions(entailment=rule.entailment, embedding=rule.embedding, references=prose)

    def suits(self, place: int) -> bool:
        """Whether answers to the question can be told apart: the true one can be read, and something of it counts."""
        parts = self._asked(place).parts
        return any(self._weights[name] > 0 for name in parts if name not in ("form", "length"))

    def wants_judge(self, place: int) -> bool:
        """Whether `reward` needs what `self_judge.judged` says of the answer."""
        return self._captions is None and self._weights["caption"] > 0 and "caption" in self._asked(place).parts

    def reward(self, place: int, said: str, *, ended: bool, judged: float | None = None) -> Reward:
        """What `said` earns as the answer of the example at `place`; `ended` is False where it was cut off.

        Raises `RewardError` for a value that is no number or outside [0, 1], `ValueError` where `judged` is wanted and
        not given.
        """
        asked, example = self._asked(place), self._examples[place]
        if _by_options(example):
            found = _closed(said, asked, example)
        else:
            found = self._prose(said, asked, example, ended=ended, judged=judged)
        parts = dict.fromkeys(asked.parts, 0.0) if found is None else found
        for name, value in parts.items():
            if not 0.0 <= value <= 1.0:  # which NaN is not either
                raise RewardError(
                    f"The reward “{name}” of an answer to {example.task} is {value}, which is no number from 0 to 1.",
                    remedy="Set its weight in the recipe to 0, or leave its model out.",
                )
        weight = sum(self._weights[name] for name in parts)
        total = sum(self._weights[name] * value for name, value in parts.items()) / weight if weight else 0.0
        return Reward(total, parts, read=found is not None)

    def baseline(self, places: Sequence[int]) -> float | None:
        """The mean reward at `places` of saying what most learned trees of the task say, whatever is shown.

        Left out are places without a true tree or with a judge, and tasks of which no tree was learned; None where
        nothing is left.
        """
        usual = self._learned_trees()
        earned: list[float] = []
        for place in places:
            task = self._examples[place].task
            if "tree" in self._asked(place).parts and not self.wants_judge(place) and task in usual:
                if place not in self._blind:
                    self._blind[place] = self.reward(place, usual[task].said, ended=True).total
                earned.append(self._blind[place])
        return sum(earned) / len(earned) if earned else None

    def _prose(
        self, said: str, asked: _Asked, example: Example, *, ended: bool, judged: float | None
    ) -> dict[str, float] | None:
        """The parts; None where the answer cannot be read."""
        read = read_prose(said, example)
        if not (read.tree.clues if "tree" in asked.parts else said.strip()):
            return None
        length = length_reward(said, example.answer) if ended else 0.0
        found: dict[str, float] = {}
        for name in asked.parts:
            if name == "length":
                found[name] = length
            elif name == "form":
                found[name] = min(1.0, read.readable / asked.readable)
            elif length == 0.0:
                found[name] = 0.0
            elif name == "tree":
                found[name] = self._tree(read, asked.true)
            elif name == "evidence":
                assert example.measured is not None
                found[name] = evidence_reward(read.tree, example.measured, expected=asked.expected)
            else:
                found[name] = self._caption(said, read, asked, example, judged=judged)
        return found

    def _tree(self, said: Read, true: trees.TrueTree) -> float:
        if self._rule.tree == "published":
            return trees.published_reward(said.tree, true, sharpness=self._rule.sharpness)
        if self._rule.tree == "overlap":
            return trees.overlap_reward(said.tree, true)
        return trees.default_reward(said.tree, true, sharpness=self._rule.sharpness)

    def _caption(self, said: str, read: Read, asked: _Asked, example: Example, *, judged: float | None) -> float:
        if self._captions is not None:
            return self._captions.reward(said, example.answer, read=read.tree, true=asked.true.tree)
        if judged is None and self._weights["caption"] > 0:
            raise ValueError("a reward of prose that the model judges needs its judgement")
        return judged or 0.0

    def _asked(self, place: int) -> _Asked:
        found = self._kept.get(place)
        return self._kept.setdefault(place, self._prepared(self._examples[place])) if found is None else found

    def _prepared(self, example: Example) -> _Asked:
        if _by_options(example):
            task = task_of(example)
            return _Asked(("answer",) if task is None else ("answer", "form"), task)
        read, search = read_prose(example.answer, example), example.task.startswith(SEARCH)
        if search and not read.tree.clues:
            return _Asked(())
        by_tree = self._rule.tree != "none" and asks_for_tree(example.task) and bool(read.tree.clues)
        usual = self._learned_trees().get(example.task) if by_tree and self._by_rarity else None
        expected = 0
        if by_tree and example.measured is not None and self._rule.evidence_weight > 0:
            expected = supported(read.tree, example.measured)
        applies = {
            "tree": by_tree,
            "evidence": expected > 0,
            # A tree is all that the search asks for; of other prose the vocabulary may know a part.
            "caption": not by_tree or not (search or read.whole),
            "form": read.readable > 0,
            "length": True,
        }
        return _Asked(
            tuple(name for name, suits in applies.items() if suits),
            true=trees.TrueTree(read.tree, Costs() if usual is None else usual.costs),
            readable=read.readable,
            expected=expected,
        )

    def _learned_trees(self) -> Mapping[str, Usual]:
        with self._lock:
            if self._usual is None:
                self._usual = usual_of([self._examples[place] for place in self._learned])
            return self._usual


def _by_options(example: Example) -> bool:
    known = published(example.task)
    return known is not None and known.answer != "prose"


def _closed(said: str, asked: _Asked, example: Example) -> dict[str, float] | None:
    """The parts of a question with options; None where the answer cannot be read."""
    if asked.task is None:
        value = words_reward(said, example.answer)
        return None if value is None else {"answer": value}
    value = answer_reward(said, asked.task, labels_in(example, asked.task))
    return None if value is None else {"answer": value, "form": spelling_reward(said, asked.task)}
