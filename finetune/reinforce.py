"""Reinforcement: an adapter that went through the curriculum goes on learning from its own answers. Imports torch.

Read `reinforce` from top to bottom: load, look at every clip once, ask the held-out people, then step by step: answers
are drawn to a few questions, rewarded in a thread beside the next draw, and learned from; now and then the people of
`validate` are asked and rewarded, and at the end, with the weights that were best on them, the held-out people again.

Everything random comes from the recipe's seed and the step's number, so a run that was killed goes on as if it had not
been. Must not know: the command, the registry, how events are shown.
"""

import json
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from typing import Literal

import numpy as np

from core.errors import UsageError
from core.vlm.backend import Sampling
from finetune.checkpoint import Checkpoints
from finetune.course import BEFORE, Course, Material, Trained, Wish, halved_warning, told
from finetune.evaluate import ASKING as JUDGING
from finetune.evaluate import Judge
from finetune.events import Event, Preparing, Warned
from finetune.events import Rewarded as Looked
from finetune.features import FeatureStore
from finetune.findings import counted
from finetune.grpo import Reinforcer, Rewarded
from finetune.optimising import Optimising
from finetune.plan import NothingToLearnError
from finetune.prepare import Prepared, prepared
from finetune.recipe import Grpo
from finetune.rewards.dispatch import Reward, Rewarder
from finetune.rewards.self_judge import judged
from finetune.rollout import Question, Said, answers_to, seed_of
from finetune.sft import rate_at
from finetune.telling import means_of, told_of
from finetune.trunk import Trunk, open_trunk
from finetune.workspace import Workspace
from finetune.world import World

REINFORCEMENT = "reinforcement"
ASKING = "asking people for their rewards"
LONGEST_STREAK = 20
"""Steps one after another that taught nothing, after which a run ends."""


class RewardsFailedError(UsageError):
    """No answer of a step could be rewarded."""


def reinforce(
    material: Material,
    *,
    workspace: Workspace,
    store: FeatureStore,
    checkpoints: Checkpoints,
    judge: Judge,
    rewarder: Rewarder,
    wishes: Callable[[], Wish],
    world: World,
) -> Generator[Event, None, Trained | Literal["paused", "stopped"]]:
    """Learns, from where the newest checkpoint stands. Every yield is a cancel point that loses at most the steps since
    the last checkpoint. Raises `NothingToLearnError`, `RewardsFailedError` and `ExpectedError`s of what it uses."""
    recipe = material.recipe
    if world.size > 1:
        raise UsageError("Reinforcement goes by one process.", remedy="Start the run without `accelerate launch`.")
    lora = replace(recipe.lora, dropout=0.0)  # what was drawn and what is learned must have the same probabilities
    trunk = yield from told(open_trunk(material.plan, lora=lora, seed=recipe.seed))
    if material.start:
        trunk.put(material.start)
    trunk.remember()
    ready = yield from prepared(trunk, material.examples, vision=recipe.pictures.vision, store=store, world=world)
    trunk.forget_tower()
    optimising = Optimising(trunk, recipe.sft, world=world)
    course = Course(material, optimising, ready, workspace=workspace, checkpoints=checkpoints, judge=judge)
    run = _Run(course, ready, rewarder)
    yield from run.resumed()
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="rewards") as beside:
        return (yield from run.all_steps(wishes, beside))


@dataclass(slots=True)
class _Standing:
    """Where a run stands; with the tensors, all that a checkpoint holds."""

    step: int = 0
    best: float | None = None
    """The highest reward on the people of `validate`."""
    without: int = 0
    """Looks at it since then."""
    asked: bool = False
    """Whether the held-out people were asked before."""
    streak: int = 0
    """Steps one after another that taught nothing."""
    over: bool = False
    """Whether the last step is done."""


class _Run:
    def __init__(self, course: Course, ready: Prepared, rewarder: Rewarder) -> None:
        recipe = course.material.recipe
        self._course, self._rewarder = course, rewarder
        self._trunk: Trunk = course.trunk
        self._rule: Grpo = recipe.grpo
        weights = recipe.rewards.weights
        self._learner = Reinforcer(course.optimising, recipe.grpo, weights=weights, features=ready.features)
        self._at = _Standing()
        self._pace: float | None = None
        """Seconds for a step, smoothed."""
        self._left_out: list[str] = []
        split = course.material.split
        self._questions = self._those(ready, split.train)
        held = self._those(ready, split.validate)
        order = np.random.default_rng([recipe.seed, 1]).permutation(len(held))
        self._validation = [held[at] for at in sorted(order[: self._rule.evaluate_most or None].tolist())]

    def resumed(self) -> Generator[Event]:
        """Goes on from the newest checkpoint, if there is one. Raises `NothingToLearnError`."""
        if not self._questions:
            levels = ", ".join(self._rule.levels)
            raise NothingToLearnError(
                f"Nobody who is learned from has a question ({levels}) whose answer a reward could judge.",
                remedy="Correct more sessions, or name other levels in grpo.levels.",
            )
        saved = self._course.standing()
        if saved is not None:
            self._at = _Standing(**saved.state["standing"])
        yield from self._course.begun(step=self._at.step, steps=self._rule.steps, saved=saved)
        for sentence in self._left_out if saved is None else ():
            yield Warned(sentence)
        if saved is None and not self._validation:
            yield Warned(
                "There is nobody to validate on, so the run cannot tell when its rewards stop rising, and takes all "
                "its steps."
            )

    def _save(self, *, best: bool = False) -> Generator[Event]:
        yield from self._course.save(self._at.step, asdict(self._at), best=best)

    def all_steps(
        self, wishes: Callable[[], Wish], beside: ThreadPoolExecutor
    ) -> Generator[Event, None, Trained | Literal["paused", "stopped"]]:
        """The steps that are left, and the verdict."""
        if not self._at.asked:
            yield from self._course.ask(BEFORE, step=0)
            yield from self._look()
            self._at.asked = True
            yield from self._save()
        while self._at.step < self._rule.steps and not self._at.over:
            drawn = yield from self._drawn(wishes, beside)
            if isinstance(drawn, str):
                # What was drawn of the step will be drawn again, the very same.
                yield from self._save()
                return "paused" if drawn == "pause" else "stopped"
            yield from self._step(*drawn)
            if self._at.step % self._rule.evaluate_every == 0 or self._at.step == self._rule.steps:
                yield from self._look()
            yield from self._ends_early()
            if self._course.overdue:
                yield from self._save()
        self._at.over = True
        yield Preparing(JUDGING, 0, 1, 0.0)  # no step is left, though fewer were made than were planned
        if self._course.best:
            self._trunk.put(self._course.best)
        yield from self._course.ask(REINFORCEMENT, step=self._at.step, earlier=BEFORE)
        yield from self._save(best=True)
        return self._course.verdict(REINFORCEMENT, steps=self._at.step)

    # One step.

    def _chosen(self) -> list[Question]:
        """The questions of the step that comes: every question once before any comes again."""
        chosen: list[Question] = []
        count = len(self._questions)
        first = self._at.step * self._rule.questions_per_step
        for number in range(first, first + self._rule.questions_per_step):
            order = np.random.default_rng([self._course.material.recipe.seed, 2, number // count]).permutation(count)
            chosen.append(self._questions[int(order[number % count])])
        return chosen

    def _drawn(
        self, wishes: Callable[[], Wish], beside: ThreadPoolExecutor
    ) -> Generator[Event, None, tuple[list[Rewarded], int, dict[str, float]] | Wish]:
        """Answers with their rewards, how many groups failed, seconds of `draw` and `wait`; or a wish, which is asked
        for before every question."""
        began = time.perf_counter()
        rule = self._rule
        waiting: list[tuple[Question, tuple[Said, ...], Future[tuple[Reward, ...]]]] = []
        for number, question in enumerate(self._chosen()):
            if (wish := wishes()) != "go":
                return wish
            seed = seed_of(self._course.material.recipe.seed, self._at.step, number)
            drawing = Sampling(temperature=rule.temperature, most_tokens=rule.most_tokens, seed=seed)
            said = self._answers(question, count=rule.answers, rule=drawing)
            waiting.append((question, said, beside.submit(self._earned, question, said, self._judged(question, said))))
        drawn = time.perf_counter()
        groups: list[Rewarded] = []
        failures: list[Exception] = []
        for question, said, future in waiting:
            try:
                groups.append(Rewarded(question, said, future.result()))
            except Exception as failure:  # noqa: BLE001 - whatever a reward raises fails its group and is told
                failures.append(failure)
                yield Warned(
                    f"The answers to one question of {question.example.task} could not be rewarded "
                    f"({type(failure).__name__}) and were left out."
                )
        if failures and not groups:
            raise RewardsFailedError(
                f"No answer of step {self._at.step + 1} could be rewarded.",
                remedy="Look at [rewards] in the recipe; the run can be resumed from its last checkpoint.",
            ) from failures[0]
        return groups, len(failures), {"draw": drawn - began, "wait": time.perf_counter() - drawn}

    def _step(self, groups: Sequence[Rewarded], failed: int, seconds: Mapping[str, float]) -> Generator[Event]:
        rate = rate_at(
            self._at.step,
            self._rule.steps,
            peak=self._rule.learning_rate,
            warmup_share=self._course.material.recipe.sft.warmup_share,
        )
        found = self._learner.step(groups, rate=rate)
        if found.halved:
            yield halved_warning(self._course.optimising.budget)
        self._at.step += 1
        self._at.streak = self._at.streak + 1 if found.tokens == 0 else 0
        whole = sum(seconds.values()) + found.seconds
        self._pace = whole if self._pace is None else 0.9 * self._pace + 0.1 * whole
        yield told_of(
            groups,
            found,
            step=self._at.step,
            steps=self._rule.steps,
            baseline=self._rewarder.baseline([group.question.place for group in groups]),
            failed=failed,
            rate=rate,
            seconds={**seconds, "learn": found.seconds},
            left_s=self._pace * (self._rule.steps - self._at.step),
        )

    # Rewards.

    def _answers(self, question: Question, *, count: int, rule: Sampling) -> tuple[Said, ...]:
        return answers_to(question, self._trunk, shown_to=self._course.shown_to, count=count, rule=rule)

    def _judged(self, question: Question, said: Sequence[Said]) -> tuple[float | None, ...]:
        """What the base itself says of each answer, where the recipe asks it."""
        if not self._rewarder.wants_judge(question.place):
            return (None,) * len(said)
        asked, true = question.example.turns[-2].text, question.example.answer
        with self._trunk.without_adapter():
            return tuple(judged(self._trunk.engine(), asked, true, one.text) for one in said)

    def _earned(
        self, question: Question, said: Sequence[Said], judgements: Sequence[float | None]
    ) -> tuple[Reward, ...]:
        return tuple(
            self._rewarder.reward(question.place, one.text, ended=one.ended, judged=judgement)
            for one, judgement in zip(said, judgements, strict=True)
        )

    # Looking at other people.

    def _look(self) -> Generator[Event]:
        """The people of `validate`: their most probable answers, what these earn, and what is kept of it."""
        if not self._validation:
            return
        greedy = Sampling(temperature=0.0, most_tokens=self._rule.most_tokens)
        samples: list[dict[str, object]] = []
        earned: list[Reward] = []
        for number, question in enumerate(self._validation):
            yield Preparing(ASKING, number, len(self._validation), None)
            said = self._answers(question, count=1, rule=greedy)
            (reward,) = self._earned(question, said, self._judged(question, said))
            earned.append(reward)
            told = {"place": question.place, "said": said[0].text, "ended": said[0].ended}
            samples.append({**told, "reward": reward.total, "rewards": dict(reward.parts)})
        self._course.workspace.write(f"samples/{self._at.step:06d}.json", json.dumps(samples).encode())
        mean = sum(one.total for one in earned) / len(earned)
        better = self._at.best is None or mean > self._at.best
        if better:
            self._at.best, self._at.without, self._course.best = mean, 0, self._trunk.adapter()
        else:
            self._at.without += 1
        yield Looked(
            step=self._at.step,
            reward=mean,
            rewards=means_of(earned),
            baseline=self._rewarder.baseline([one.place for one in self._validation]),
            best=better,
        )

    def _ends_early(self) -> Generator[Event]:
        done = f"The run ended early, after {self._at.step} of {self._rule.steps} steps: "
        if self._rule.patience and self._at.without >= self._rule.patience and self._at.step < self._rule.steps:
            self._at.over = True
            yield Warned(f"{done}the reward on other people had not risen {self._at.without} times.")
        elif self._at.streak >= LONGEST_STREAK:
            self._at.over = True
            yield Warned(
                f"{done}{self._at.streak} steps in a row taught nothing, as all answers to a question earned the same "
                "or none came to an end. Answers that vary more (a higher temperature) or may be longer would help."
            )

    def _those(self, ready: Prepared, places: Sequence[int]) -> list[Question]:
        """The questions that can be asked and rewarded; why others cannot is noted."""
        book, rule = ready.book, self._rule
        room = self._trunk.engine().about.context_tokens - rule.most_tokens
        found: list[Question] = []
        without = too_long = 0
        for place in places:
            example = book.examples[place]
            if example.stage not in rule.levels:
                continue
            question = Question(place, example, book.conversations[place].question(), book.shown[place])
            if not self._rewarder.suits(place):
                without += 1
            elif question.tokens > room:
                too_long += 1
            else:
                found.append(question)
        if without:
            questions = counted(without, one="One question is", many="{count} questions are")
            self._left_out.append(f"{questions} left out, as no reward can be told from the true answer.")
        if too_long:
            questions = counted(too_long, one="One question is", many="{count} questions are")
            self._left_out.append(f"{questions} left out: an answer of {rule.most_tokens} tokens would not fit behind.")
        return found
