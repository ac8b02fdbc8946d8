"""A few steps of a run as a probe of this computer. In: what the run learns from. Out: pace and memory as measured.

Three steps, the fullest of the whole run first, or of reinforcement two groups of answers (`finetune.probing_draws`);
nothing is learned (the rate is 0), and two held-out examples of each task are asked. What was looked at stays kept, so
that the run need not look again. Torch comes with what this imports.
"""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from core.progress import Progress, Stage
from core.vlm.backend import Encoded
from core.vlm.peak import most_memory
from core.vlm.torch_backend import TorchBackend
from finetune.clips import pictures_of
from finetune.course import Material
from finetune.estimate import Probe
from finetune.evaluate import Judge
from finetune.examples import Example
from finetune.features import FeatureStore, Shelf
from finetune.optimising import Optimising
from finetune.packing import Shown
from finetune.plan import Book, plan_of
from finetune.prepare import held_by, name_of
from finetune.probing_draws import Drawn, drawn_and_learned, paced
from finetune.rollout import Question
from finetune.sft import Learner
from finetune.trunk import Trunk, open_trunk
from finetune.workload import book_of, length_of, nothing_to_ask
from finetune.world import World

STEPS = 3
ASKED = 2
"""Examples of each task."""
PROBING = "measuring three steps"


def probe(material: Material, *, store: FeatureStore, world: World) -> Stage[Probe]:
    """Measures. Raises what the run itself would: `EngineError`, `FootageError`, `StepTooLargeError`, …"""
    began = time.perf_counter()
    lora = material.recipe.lora
    if material.recipe.method == "grpo":
        lora = replace(lora, dropout=0.0)  # as the run itself
    trunk = yield from open_trunk(material.plan, lora=lora, seed=material.recipe.seed)
    return (yield from _Probing(material, trunk, store, world).measured(time.perf_counter() - began))


class _Probing:
    def __init__(self, material: Material, trunk: Trunk, store: FeatureStore, world: World) -> None:
        self._recipe, self._examples, self._split = material.recipe, material.examples, material.split
        self._trunk, self._store, self._world = trunk, store, world
        self._vision = material.recipe.pictures.vision
        self._names = ["" if one.clip is None else name_of(one.clip, trunk, self._vision) for one in material.examples]
        self._shelf = Shelf(store, set(self._names) - {""})
        self._looked_s: list[float] = []

    def measured(self, once_s: float) -> Stage[Probe]:
        """`once_s`: what loading took; what else is done once comes on top."""
        rule = self._recipe.judging
        judged = Judge(self._examples, self._split.test, rule=rule, seed=self._recipe.seed).places
        tasks = Counter(self._task(place) for place in judged)
        asked = [place for task in tasks for place in [one for one in judged if self._task(one) == task][:ASKED]]
        reinforced = self._recipe.method == "grpo"
        steps = self._chosen_questions() if reinforced else self._chosen()
        yield from self._look([*(place for step in steps for place in step), *asked])
        self._trunk.forget_tower()
        found = yield from self._drawn(steps) if reinforced else self._learned(steps)
        once_s += found.seconds_once
        asking: dict[str, list[float]] = {}
        for number, place in enumerate(asked):
            yield Progress("asking held-out people", number, len(asked), "examples")
            first_s = (yield from self._timed(place)) if number == 0 else 0.0
            again_s = yield from self._timed(place)
            once_s += max(0.0, first_s - again_s)
            asking.setdefault(self._task(place), []).append(again_s)
        asking_s = sum(tasks[task] * sum(own) / len(own) for task, own in asking.items())
        return Probe(
            seconds_once=once_s,
            seconds_per_token=found.seconds_per_token,
            seconds_per_clip=sum(self._looked_s) / len(self._looked_s) if self._looked_s else 0.0,
            seconds_per_asked=asking_s / max(1, len(judged)),
            memory_bytes=most_memory(),
            device_bytes=self._trunk.device_bytes(),
            clips_kept=sum(self._store.has(name) for name in set(self._names) - {""}),
            steps=found.steps,
            tokens=found.tokens,
            seconds_per_drawn=found.seconds_per_drawn,
        )

    def _learned(self, steps: Sequence[Sequence[int]]) -> Stage[Drawn]:
        """Steps of the curriculum: nothing is drawn."""
        learner = Learner(Optimising(self._trunk, self._recipe.sft, world=self._world), features=self._shelf)
        taken: list[tuple[float, int]] = []
        for number, places in enumerate(steps):
            yield Progress(PROBING, number, len(steps), "steps")
            book = self._book(places)
            groups = book.groups(range(len(places)), most=self._recipe.sft.questions_at_once)
            step = learner.step(groups, rate=0.0)
            taken.append((step.seconds, step.tokens))
        once_s, pace = paced(taken)
        return Drawn(once_s, 0.0, pace, len(taken), sum(tokens for _, tokens in taken))

    def _drawn(self, steps: Sequence[Sequence[int]]) -> Stage[Drawn]:
        """Groups of reinforcement."""
        self._trunk.remember()
        places = [place for step in steps for place in step]
        book = self._book(places)
        questions = [
            Question(place, self._examples[place], conversation.question(), shown)
            for place, conversation, shown in zip(places, book.conversations, book.shown, strict=True)
        ]
        optimising = Optimising(self._trunk, self._recipe.sft, world=self._world)
        return (
            yield from drawn_and_learned(
                questions, self._recipe, optimising=optimising, features=self._shelf, shown_to=self._shown_to
            )
        )

    def _task(self, place: int) -> str:
        return f"{self._examples[place].stage}/{self._examples[place].task}"

    def _chosen(self) -> list[list[int]]:
        """The examples of the fullest step of the run, and of two in its middle."""
        book = book_of(self._examples, self._recipe, speller=self._trunk.speller)
        plans = plan_of(book, self._split, self._recipe.sft, seed=self._recipe.seed)
        steps = [step for stage in plans for step in stage.steps]
        by_size = sorted(range(len(steps)), key=lambda at: sum(group.tokens for group in steps[at]))
        wanted = [by_size[-1], by_size[len(by_size) // 2], by_size[(len(by_size) - 1) // 2]][:STEPS]
        return [[place for group in steps[at] for place in group.places] for at in wanted]

    def _chosen_questions(self) -> list[list[int]]:
        """The longest question of the run, and one of the middle. Raises `NothingToLearnError`."""
        rule = self._recipe.grpo
        places = [place for place in self._split.train if self._examples[place].stage in rule.levels]
        if not places:
            raise nothing_to_ask(rule.levels)
        book = book_of([self._examples[place] for place in places], self._recipe, speller=self._trunk.speller)
        lengths = [length_of(one.question()) for one in book.conversations]
        by_size = sorted(range(len(places)), key=lambda at: lengths[at])
        return [[places[at]] for at in (by_size[-1], by_size[len(by_size) // 2])]

    def _look(self, places: Sequence[int]) -> Stage[None]:
        """Looks at the clips of these examples; at one at least, where any of the run's is still to be looked at."""
        wanted: dict[str, Example] = {self._names[place]: self._examples[place] for place in places}
        missing = [name for name in wanted if name and not self._store.has(name)]
        if not missing:
            rest = {name: one for name, one in zip(self._names, self._examples, strict=True) if name}
            missing = [name for name in rest if not self._store.has(name)][:1]
            wanted |= rest
        for number, name in enumerate(missing):
            yield Progress("looking at clips", number, len(missing), "clips")
            clip = wanted[name].clip
            assert clip is not None
            began = time.perf_counter()
            self._store.put(name, self._trunk.look(pictures_of(clip, self._vision)))
            self._looked_s.append(time.perf_counter() - began)
        if len(self._looked_s) > 1:
            del self._looked_s[0]  # it also pays for what is done once

    def _book(self, places: Sequence[int]) -> Book:
        """These examples as the run would have them, with the clips as they turned out."""
        shown: list[Shown | None] = []
        conversations = []
        for place in places:
            name = self._names[place]
            features = self._shelf[name] if name else None
            shown.append(Shown(name, features.grid, features.seconds_per_grid) if features is not None else None)
            length = len(features.values) if features is not None else 0
            conversations.append(self._trunk.speller.conversation(self._examples[place], clip_tokens=length))
        return Book([self._examples[place] for place in places], conversations, shown)

    def _timed(self, place: int) -> Stage[float]:
        began = time.perf_counter()
        yield from self._ask(place)
        return time.perf_counter() - began

    def _ask(self, place: int) -> Stage[None]:
        engine = self._trunk.engine()
        judge = Judge(self._examples, [place], rule=self._recipe.judging, seed=self._recipe.seed)
        yield from judge.judge(engine, lambda example: self._shown_to(engine, example))

    def _shown_to(self, engine: TorchBackend, example: Example) -> Encoded | None:
        return held_by(engine, example, self._shelf, trunk=self._trunk, vision=self._vision)
