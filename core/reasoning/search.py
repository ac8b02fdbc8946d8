"""The affective-tree search: attributes, expressions, emotion, at each level the best of n answers.

Comes in: an engine, the pictures of one person in one segment, a check against measurements. Goes out: what the model
said, the tree that was read out of it, and its reading.

The authors publish the idea, its three levels and the gain; not the prompts, the scorer, whether winners are fed
forward, nor the temperature. We ask one conversation: the pictures are encoded and read once, each level's n answers
are drawn from there, and the winner stands before the next question as the model's own answer. The reading's
probabilities come from the same conversation: how likely the model holds each option of the published closed question
to be its whole answer. Must not know: which engine it is, how things are measured.
"""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.progress import Progress, Stage
from core.reasoning.closed import Calibration, distribution_of, emotions_of, votes
from core.reasoning.prompts import (
    Spelling,
    Task,
    judge_question,
    level_prompt,
    opening,
    rationale_prompt,
    single_prompt,
)
from core.reasoning.score import Weights, agreement, combined, consensus, likelihood, mean_log_probability
from core.reasoning.tree_text import join_trees, parse
from core.records.account import Account, Candidate, LevelAccount
from core.records.analysis import EMOTIONS, UNCLEAR, Reading
from core.records.moment import Span
from core.records.tree import AffectiveTree, Clue, Level
from core.vlm.backend import Backend, Clip, Context, Encoded, EngineError, OutOfMemoryError, Reply, Sampling

Check = Callable[[AffectiveTree], AffectiveTree]
Signals = Mapping[str, Mapping[str, float]]
LEVELS: tuple[Level, ...] = ("attribute", "expression", "emotion")
READING = "the model reads"
MODEL = "language model"
"""Name of the model's own distribution among a reading's signals."""
YES, NO = "Yes", "No"


@dataclass(frozen=True, slots=True)
class SearchRule:
    """How a segment is searched. Every switch is an ablation."""

    mode: Literal["single", "levels", "search"] = "search"
    """`single`: one answer that says everything. `levels`: one answer at each level. `search`: the best of several."""
    candidates: int = 4
    """At each level, for `search`."""
    sampling: Sampling = field(default_factory=Sampling)
    """For `search`; the other modes and the rationale take the most probable token always."""
    weights: Weights = field(default_factory=Weights)
    feed_forward: bool = True
    """Whether the winner of a level stands before the next question; without, each question is asked by itself."""
    rationale: bool = True
    """Whether reasons are asked for after the last answer, as published."""
    spelling: Spelling = "newline"
    calibration: Calibration = field(default_factory=Calibration)
    votes: int = 8
    """Closed answers that are drawn where the engine cannot score them."""
    least_probability: float = 0.34
    """Below this the most probable emotion is not named, as for the built-in analyst."""
    least_lead: float = 0.08
    """Nor is it when the next one is this close."""
    least_stability: float = 0.5
    """Nor when fewer of several candidates than this name it."""

    @property
    def drawn(self) -> int:
        """Answers at each level."""
        return self.candidates if self.mode == "search" else 1


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of one segment."""

    account: Account
    tree: AffectiveTree
    """Checked; empty where there is no reading."""
    reading: Reading | None
    """None where `account.failure` says why."""


class _UnusableError(Exception):
    """The model's answers cannot be used; its text says why, as a sentence."""

    def __init__(self, why: str, level: LevelAccount | None = None) -> None:
        super().__init__(why)
        self.level = level
        """The answers themselves, where they are those of a level."""


@dataclass(frozen=True, slots=True)
class _Question:
    level: Level
    name: str
    text: str


def read_clip(
    backend: Backend,
    clip: Clip,
    *,
    span: Span,
    prefix: str,
    rule: SearchRule,
    check: Check,
    measured: Signals | None = None,
) -> Stage[Finding]:
    """Reads one person in one segment. Every yield is a cancel point.

    `span` is what the pictures show, `prefix` begins the ids of clues, `check` sets the support of a tree's clues;
    `measured` are the distributions of the measurements, kept among the reading's signals. Answers that cannot be used
    make a finding that failed. Raises `EngineError`; `OutOfMemoryError` where not even one candidate fits.
    """
    search = _Search(backend, span=span, prefix=prefix, rule=rule, check=check)
    try:
        return (yield from search.run(clip, measured or {}))
    finally:
        search.release()


class _Search:
    """One conversation about one clip."""

    def __init__(self, backend: Backend, *, span: Span, prefix: str, rule: SearchRule, check: Check) -> None:
        self._backend, self._span, self._prefix = backend, span, prefix
        self._rule, self._check = rule, check
        self._held: list[Encoded | Context] = []
        single = single_prompt()
        prompts = [level_prompt(level) for level in LEVELS]
        self._questions = [_Question(prompt.level, prompt.name, prompt.question) for prompt in prompts]
        if rule.mode == "single":
            self._questions = [_Question("emotion", single.name, single.question)]
        closed = level_prompt("emotion").closed
        if closed is None:
            raise ValueError("the emotion has no closed question")
        self._closed_task: Task = closed
        self._steps, self._step = len(self._questions) + 1 + rule.rationale, 0

    def run(self, clip: Clip, measured: Signals) -> Stage[Finding]:
        """The whole search."""
        encoded = self._backend.encode(clip)
        self._held.append(encoded)
        yield self._progress(0.0)
        levels: list[LevelAccount] = []
        context: Context | None = None
        winner: Reply | None = None
        shares: NDArray[np.float64] | None = None
        rationale = ""
        try:
            for question in self._questions:
                if question.level == "emotion" and context is not None:
                    # Before its own words on the emotion, so that these cannot be what the closed question asks about.
                    shares = yield from self._closed(encoded, context, winner)
                context = self._asked(encoded, context, winner, question.text)
                account, winner = yield from self._level(question, context)
                levels.append(account)
            if shares is None:
                shares = yield from self._closed(encoded, context, winner)
            if self._rule.rationale and context is not None and winner is not None:
                reasons = self._keep(self._backend.extend(context, reply=winner, question=rationale_prompt().question))
                (answer,) = yield from self._drawn(reasons, count=1)
                rationale = answer.text.strip()
        except _UnusableError as failure:
            levels += [] if failure.level is None else [failure.level]
            account = Account(tuple(levels), "", (), str(failure), len(clip.frames))
            return Finding(account, AffectiveTree((), ()), None)
        return self._concluded(levels, shares, rationale, measured=measured, frames=len(clip.frames))

    def release(self) -> None:
        """Gives everything back; an engine that failed has nothing to give."""
        with contextlib.suppress(EngineError):
            self._backend.release(*self._held)

    # Asking.

    def _asked(self, encoded: Encoded, context: Context | None, winner: Reply | None, question: str) -> Context:
        """The conversation with the next question at its end."""
        if context is None or winner is None or not self._rule.feed_forward:
            turns = opening(question, spelling=self._rule.spelling)
            return self._keep(self._backend.prefill(turns, clip=encoded))
        return self._keep(self._backend.extend(context, reply=winner, question=question))

    def _level(self, question: _Question, context: Context) -> Stage[tuple[LevelAccount, Reply]]:
        """Draws, reads, checks and ranks the answers of one level."""
        replies = yield from self._drawn(context, count=self._rule.drawn)
        level = None if self._rule.mode == "single" else question.level
        trees = [
            self._check(parse(reply.text, span=self._span, prefix=self._prefix, level=level).tree) for reply in replies
        ]
        alike = consensus(trees)
        candidates: list[Candidate] = []
        for reply, tree, common in zip(replies, trees, alike, strict=True):
            found = {
                "consensus": common,
                "agreement": agreement(tree),
                "likelihood": likelihood(reply),
                "judge": self._judged(context, reply) if self._rule.weights.judge else None,
            }
            parts = {name: value for name, value in found.items() if value is not None}
            candidates.append(
                Candidate(
                    reply.text,
                    tree,
                    combined(parts, self._rule.weights),
                    parts,
                    mean_log_probability(reply),
                    len(reply.ids),
                    reply.ended,
                )
            )
        # An answer that was cut off never wins over one that ended; the first of equals wins.
        chosen = max(range(len(candidates)), key=lambda one: (candidates[one].ended, candidates[one].score, -one))
        stability = alike[chosen] if len(candidates) > 1 else None
        account = LevelAccount(question.level, question.name, tuple(candidates), chosen, stability)
        if not any(reply.text.strip() for reply in replies):
            raise _UnusableError(f"The model gave an empty answer about the {question.level}.", account)
        if not any(reply.ended for reply in replies):
            most = self._rule.sampling.most_tokens
            why = f"The model's answer about the {question.level} did not end within {most} tokens."
            raise _UnusableError(why, account)
        return account, replies[chosen]

    def _drawn(self, context: Context, *, count: int, rule: Sampling | None = None) -> Stage[tuple[Reply, ...]]:
        """Answers, drawn in one batch; fewer where memory does not suffice, one at least."""
        greedy = replace(self._rule.sampling, temperature=0.0)
        rule = rule or (self._rule.sampling if count > 1 else greedy)
        while True:
            try:
                replies = yield from self._drawn_at_once(context, count=count, rule=rule)
            except OutOfMemoryError:
                if count == 1:
                    raise
                count //= 2
                continue
            self._step += 1
            yield self._progress(0.0)
            return replies

    def _drawn_at_once(self, context: Context, *, count: int, rule: Sampling) -> Stage[tuple[Reply, ...]]:
        drawing = self._backend.sample(context, count=count, rule=rule)
        drawn = 0
        with contextlib.closing(drawing):
            while True:
                try:
                    next(drawing)
                except StopIteration as end:
                    return end.value
                drawn += 1
                yield self._progress(min(1.0, drawn / (count * rule.most_tokens)))

    def _closed(self, encoded: Encoded, context: Context | None, winner: Reply | None) -> Stage[NDArray[np.float64]]:
        """(7,) the distribution over the emotions: scored, or where the engine cannot, shares of drawn answers."""
        task = self._closed_task
        asked = self._asked(encoded, context, winner, task.question)
        if self._backend.about.scores:
            scores = self._backend.score(asked, [option.answer for option in task.options])
            shares = distribution_of(scores, emotions_of(task), calibration=self._rule.calibration)
            self._step += 1
            yield self._progress(0.0)
            if shares is None:
                raise _UnusableError("The model's probabilities are not numbers.")
            return shares
        rule = replace(self._rule.sampling, most_tokens=min(16, self._rule.sampling.most_tokens))
        replies = yield from self._drawn(asked, count=self._rule.votes, rule=rule)
        counted = votes(replies, task)
        if counted is None:
            raise _UnusableError("None of the model's answers to the closed question was one of its options.")
        return counted

    def _judged(self, context: Context, reply: Reply) -> float:
        """The model's probability that its own answer is right, as it says so."""
        asked = self._backend.extend(context, reply=reply, question=judge_question())
        try:
            yes, no = self._backend.score(asked, [YES, NO])
        finally:
            self._backend.release(asked)
        return float(1.0 / (1.0 + np.exp(np.clip(no - yes, -50.0, 50.0))))

    # Concluding.

    def _concluded(
        self,
        levels: Sequence[LevelAccount],
        shares: NDArray[np.float64],
        rationale: str,
        *,
        measured: Signals,
        frames: int,
    ) -> Finding:
        winners = [level.candidates[level.chosen] for level in levels]
        unread = tuple(
            sentence
            for level, winner in zip(levels, winners, strict=True)
            for sentence in parse(winner.text, span=self._span, prefix=self._prefix, level=self._as(level)).unread
        )
        if not any(winner.tree.clues for winner in winners):
            failure = "Nothing could be read out of the model's words."
            return Finding(Account(tuple(levels), rationale, unread, failure, frames), AffectiveTree((), ()), None)
        order = np.argsort(-shares, kind="stable")
        names = [EMOTIONS[int(place)] for place in order]
        stability = _naming(levels[-1].candidates, names[0])
        several = len(levels[-1].candidates) > 1
        clear = (
            shares[order[0]] >= self._rule.least_probability
            and shares[order[0]] - shares[order[1]] >= self._rule.least_lead
            and (not several or stability >= self._rule.least_stability)
        )
        label = names[0] if clear else UNCLEAR
        distribution = {emotion: float(shares[place]) for place, emotion in enumerate(EMOTIONS)}
        remarks = [_in_words(winners[-1].tree, names[0]), _against(measured, names[0])]
        reading = Reading(
            label=label,
            distribution=distribution,
            alternatives=tuple(names[1:3] if clear else names[:2]),
            stability=stability,
            signals={**measured, MODEL: distribution},
            remark=" ".join(one for one in remarks if one),
        )
        joined = join_trees(
            [*(winner.tree for winner in winners), self._named(label, distribution)], prefix=self._prefix
        )
        clues = tuple(_weighed(clue, reading) for clue in joined.clues)
        tree = self._check(AffectiveTree(clues, joined.edges))
        if any(clue.value == "reading" and clue.support == "contradicted" for clue in tree.clues):
            # What measurements contradict is shown with its reasons and named nowhere else: summaries count labels.
            remarks.append(f"The model names {label}, which the measurements contradict.")
            taken = [replace(one, value="alternative") if one.value == "reading" else one for one in tree.clues]
            tree = AffectiveTree(tuple(taken), tree.edges)
            reading = replace(
                reading, label=UNCLEAR, alternatives=tuple(names[:2]), remark=" ".join(one for one in remarks if one)
            )
        return Finding(Account(tuple(levels), rationale, unread, "", frames), tree, reading)

    def _as(self, level: LevelAccount) -> Level | None:
        """For which level an answer is read: one that says everything is read for all."""
        return None if self._rule.mode == "single" else level.level

    def _named(self, label: str, distribution: Mapping[str, float]) -> AffectiveTree:
        """The closed answer as a clue: it is the model's statement too."""
        if label == UNCLEAR:
            return AffectiveTree((), ())
        text = f"Displayed {label}, as the model reads it ({distribution[label]:.2f})."
        clue = Clue("named", "emotion", label, "present", text, self._span, 1.0, "not_measurable", ())
        return AffectiveTree((clue,), ())

    # What is held.

    def _keep(self, context: Context) -> Context:
        self._held.append(context)
        return context

    def _progress(self, part: float) -> Progress:
        return Progress(READING, min(self._step + part, self._steps), self._steps, "answers")


def _naming(candidates: Sequence[Candidate], emotion: str) -> float:
    """Share of the candidates that name an emotion as displayed."""
    named = [
        any(clue.name == emotion and clue.value != "absent" for clue in candidate.tree.at("emotion"))
        for candidate in candidates
    ]
    return sum(named) / len(named)


def _weighed(clue: Clue, reading: Reading) -> Clue:
    """An emotion's clue with its probability, as the reading or as an alternative."""
    if clue.level != "emotion" or clue.value == "absent" or clue.name not in reading.distribution:
        return clue
    value = "reading" if clue.name == reading.label else "alternative"
    return replace(clue, value=value, score=reading.distribution[clue.name])


def _in_words(tree: AffectiveTree, first: str) -> str:
    named = [clue.name for clue in tree.at("emotion") if clue.value != "absent"]
    if not named or first in named:
        return ""
    return f"In its own words the model names {' and '.join(named)}; of the closed list it takes {first}."


def _against(measured: Signals, first: str) -> str:
    """Measurements that speak plainly for another emotion."""
    others = {
        name: max(shares, key=lambda emotion: shares[emotion])
        for name, shares in measured.items()
        if max(shares.values()) >= 0.4
    }
    apart = [f"{name} for {emotion}" for name, emotion in others.items() if emotion != first]
    return f"The measurements disagree: {', '.join(apart)}." if apart else ""
