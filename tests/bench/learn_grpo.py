"""Whether reinforcement teaches, and which tree reward: the small model after the curriculum, people held out, seeds.

`python tests/bench/learn_grpo.py --out FOLDER` takes the adapter that the curriculum of `learn_curriculum.py` made with
each seed (and makes it where FOLDER has none) and reinforces it with each tree reward of the paper's ablation on people
whom the curriculum did not learn from, as answers learned by heart cannot become better. Nothing is chosen
while it learns: the last weights are judged. Others, whom nothing was ever chosen on, are asked before and after, in
two ways: answers drawn as they are while it learns, whose mean reward is what reinforcement is to raise, and the most
probable answer. Prints JSON: what trees earn by one measure for all ways (ours, and as published), the UAR of the
displays, and what would show that a reward is gamed. It goes on where it was stopped.
"""

import argparse
import json
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import torch

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from core.progress import finish
from core.vlm.backend import Plan, Sampling
from finetune.checkpoint import Checkpoints
from finetune.course import Material
from finetune.evaluate import Judge
from finetune.events import Reinforced, Warned
from finetune.examples import Split, dataset_digest
from finetune.features import FeatureStore
from finetune.from_files import read_file
from finetune.prepare import held_by, prepared
from finetune.recipe import Base, Grpo, Judging, Recipe, Rewards, Sft
from finetune.reinforce import reinforce
from finetune.rewards.dispatch import Rewarder
from finetune.rollout import Question, answers_to, seed_of
from finetune.trunk import open_trunk
from finetune.workspace import Workspace
from finetune.world import World
from tests.bench.learn_curriculum import LORA, PICTURES, learned
from tests.tiny import models
from tests.tiny.clinic import Size, write

TREES = ("none", "overlap", "published", "default")
TASKS = ("search-attribute", "search-expression", "search-emotion", "emotion-7", "action-units")
"""Three questions whose answer is a tree and two that are right or wrong."""
GRPO = Grpo(steps=40, answers=8, questions_per_step=16, most_tokens=64, learning_rate=5e-4, kl_weight=0.0, patience=0,
            advantage="group", loss="dr_grpo")  # fmt: skip
JUDGING = Judging(most_per_task=1, most_tokens=64, bootstrap=200)
"""Of the run itself, whose verdict on single answers is not used here."""
ASKED = 40
"""Questions of each task to those who judge."""
CURRICULUM, REINFORCED, JUDGED = 30, 150, 40
"""People of the curriculum's experiment, whom reinforcement learns from, and who judge."""
TREE_TASKS = TASKS[:3]
DRAWN = 4
"""Answers to each question of those who judge."""


def start_of(out, seed):
    """The curriculum's weights."""
    saved = Checkpoints(Workspace(out / "runs" / f"curriculum-{seed}", None), 1).best()
    return {name.removeprefix("adapter/"): one for name, one in saved.tensors.items() if name.startswith("adapter/")}


def parts_of(examples):
    """Who is learned from and who judges; those of the curriculum are in neither."""
    places = range(len(examples))
    return Split(
        by="person",
        train=tuple(at for at in places if CURRICULUM <= number_of(examples[at]) < CURRICULUM + REINFORCED),
        validate=(),
        test=tuple(at for at in places if number_of(examples[at]) >= CURRICULUM + REINFORCED),
        remarks=(),
    )


def asked_of(examples, split, rewarder):
    """Places of what those who judge are asked: as many of each task whose answers are trees or displays."""
    order = np.random.default_rng(20250).permutation(len(split.test))
    chosen = {task: [] for task in (*TREE_TASKS, "emotion-7")}
    for place in (split.test[at] for at in order):
        own = chosen.get(examples[place].task)
        if own is not None and len(own) < ASKED and rewarder.suits(place):
            own.append(place)
    return sorted(place for own in chosen.values() for place in own)


def number_of(example):
    return int(example.person.removeprefix("person "))


def reinforced(tree, seed, *, told, base, examples, measures):
    """Answers before and after of one run, and its curve; kept, so that it is made once."""
    kept = told.out / f"grpo-{tree}-{seed}.json"
    if kept.exists():
        return json.loads(kept.read_text())
    grpo = replace(GRPO, steps=told.steps, learning_rate=told.rate)
    recipe = Recipe(
        "learn",
        Base(str(base), precision="fp32", device="cpu"),
        method="grpo",
        pictures=PICTURES,
        lora=LORA,
        sft=Sft(tokens_per_row=2048, recompute=False),
        grpo=grpo,
        rewards=Rewards(tree=tree),
        judging=JUDGING,
        seed=seed,
    )
    split = parts_of(examples)
    workspace = Workspace(told.out / "runs" / kept.stem, None)
    material = Material(recipe, kept.stem, examples, dataset_digest(tuple(examples)), split,
                        Plan("transformers", base, precision="fp32"), start=start_of(told.out, seed))  # fmt: skip
    about = {"told": told, "base": base, "examples": examples, "measures": measures}
    before = before_of(seed, **about)
    began, curve = time.process_time(), []
    run = reinforce(
        material,
        workspace=workspace,
        store=FeatureStore(told.out / "features", most_bytes=4 << 30, key=None),
        checkpoints=Checkpoints(workspace, 1),
        judge=Judge(examples, split.test, rule=JUDGING, seed=20250),
        rewarder=Rewarder(examples, learned=split.train, rule=recipe.rewards),
        wishes=lambda: "go",
        world=World(),
    )
    while True:
        try:
            event = next(run)
        except StopIteration as end:
            done = end.value
            break
        if isinstance(event, Reinforced):
            curve.append({"step": event.step, "reward": event.reward, "rewards": event.rewards, "kl": event.kl,
                          "entropy": event.entropy, "length": event.length, "truncated": event.truncated,
                          "alike": event.alike, "baseline": event.baseline, "seconds": event.seconds})  # fmt: skip
            if event.step % 10 == 0:
                print(f"{kept.stem}: step {event.step}: reward {event.reward:.3f}, kl {event.kl:.4f}, alike "
                      f"{event.alike:.2f}, length {event.length:.0f}", file=sys.stderr, flush=True)  # fmt: skip
        elif isinstance(event, Warned):
            print(event, file=sys.stderr, flush=True)
    result = {"tree": tree, "seed": seed, "steps": done.steps, "cpu_s": round(time.process_time() - began, 1),
              "curve": curve, "before": before, "after": asked(done.tensors, **about)}  # fmt: skip
    kept.write_text(json.dumps(result))
    return result


def asked(weights, *, told, base, examples, measures):
    """What those who judge are told with those weights, and what each answer earns: drawn, and the most probable."""
    trunk = finish(open_trunk(Plan("transformers", base, precision="fp32"), lora=LORA, seed=1))
    trunk.put(weights)
    places = asked_of(examples, parts_of(examples), measures["default"])
    wanted = [examples[place] for place in places]
    store = FeatureStore(told.out / "features", most_bytes=4 << 30, key=None)
    ready = finish(prepared(trunk, wanted, vision=PICTURES.vision, store=store, world=World()))
    shown_to = partial(held_by, features=ready.features, trunk=trunk, vision=PICTURES.vision)
    found = {"drawn": [], "most probable": []}
    for number, (place, example) in enumerate(zip(places, wanted, strict=True)):
        question = Question(place, example, ready.book.conversations[number].question(), ready.book.shown[number])
        kind = "tree" if example.task in TREE_TASKS else "answer"
        for how, count, temperature in (("drawn", DRAWN, GRPO.temperature), ("most probable", 1, 0.0)):
            rule = Sampling(temperature=temperature, most_tokens=GRPO.most_tokens, seed=seed_of(7, place))
            for said in answers_to(question, trunk, shown_to=shown_to, count=count, rule=rule):
                earned = {
                    name: one.reward(place, said.text, ended=said.ended).parts[kind] for name, one in measures.items()
                }
                found[how].append({"person": example.person, "task": example.task, "label": example.answer,
                                   "letters": len(said.text), **earned})  # fmt: skip
    return found


def before_of(seed, *, told, **about):
    """The curriculum's answers; kept, as every way has the same."""
    kept = told.out / f"before-{seed}.json"
    if not kept.exists():
        kept.write_text(json.dumps(asked(start_of(told.out, seed), told=told, **about)))
    return json.loads(kept.read_text())


def tree_reward(answers, people, *, measure="default"):
    """Mean over the answers of those people, one of them as often as it is named."""
    by_person = {}
    for one in answers:
        if one["task"] in TREE_TASKS:
            by_person.setdefault(one["person"], []).append(one[measure])
    return 100 * float(np.mean([value for person in people for value in by_person.get(person, [])]))


def uar(answers, people):
    """Mean recall over the displays that those people show."""
    right = {}
    for person in people:
        for one in answers:
            if one["person"] == person and one["task"] == "emotion-7":
                right.setdefault(one["label"], []).append(one["default"])
    return 100 * float(np.mean([np.mean(own) for own in right.values()]))


FIGURES = {
    "tree": tree_reward,
    "tree as published": partial(tree_reward, measure="published"),
    "uar": uar,
}


def change(results, figure, *, how, of=None, resamples=2000):
    """Mean of after less before (or less `of`'s after), 95 % over people and seeds resampled together."""
    rng = np.random.default_rng(1)
    names = sorted({one["person"] for one in results[0]["after"][how]})
    other = {one["seed"]: one["after"] for one in of} if of else {one["seed"]: one["before"] for one in results}

    def mean(own, people):
        return np.mean([figure(one["after"][how], people) - figure(other[one["seed"]][how], people) for one in own])

    drawn = [
        mean([results[at] for at in rng.integers(len(results), size=len(results))],
             [names[at] for at in rng.integers(len(names), size=len(names))])
        for _ in range(resamples)
    ]  # fmt: skip
    return [round(float(value), 1) for value in (mean(results, names), *np.percentile(drawn, [2.5, 97.5]))]


def table(results):
    """By way of asking and tree reward."""
    rows = {}
    for how in ("drawn", "most probable"):
        own = rows[how] = {}
        for tree in TREES:
            made = [one for one in results if one["tree"] == tree]
            if not made:
                continue
            names = sorted({one["person"] for one in made[0]["after"][how]})
            own.setdefault("before", {
                name: round(float(np.mean([figure(one["before"][how], names) for one in made])), 1)
                for name, figure in FIGURES.items()
            })  # fmt: skip
            own[tree] = {f"{name}, change": change(made, figure, how=how) for name, figure in FIGURES.items()}
            without = [one for one in results if one["tree"] == "none"]
            if tree != "none" and len(without) == len(made):
                own[tree]["tree, lead over none"] = change(made, tree_reward, how=how, of=without)
            for when in ("before", "after"):
                letters = [one["letters"] for run in made for one in run[when][how]]
                own[tree][f"letters {when}"] = round(float(np.mean(letters)), 1)
            own[tree]["seeds"] = len(made)
    for tree in TREES:
        curves = [one["curve"] for one in results if one["tree"] == tree]
        if curves:
            rows.setdefault("while it learns", {})[tree] = {
                name: [
                    round(float(np.mean([step[name] for curve in curves for step in curve[part]])), 3)
                    for part in (slice(5), slice(-5, None))
                ]
                for name in ("reward", "entropy", "length", "truncated", "alike")
            }
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seeds", type=int, nargs="*", default=[0, 1, 2])
    parser.add_argument("--trees", nargs="*", default=list(TREES))
    parser.add_argument("--steps", type=int, default=GRPO.steps)
    parser.add_argument("--rate", type=float, default=GRPO.learning_rate)
    parser.add_argument("--base", type=Path)
    told = parser.parse_args()
    torch.set_num_threads(1)
    data = told.out / "clinic-and-others"
    if not (data / "clinic.json").exists():
        write(data, Size(people=CURRICULUM + REINFORCED + JUDGED, clips=7))
    everything = finish(read_file(data / "clinic.json"))
    base = told.base or models.taught()
    for seed in told.seeds:
        clinic = tuple(one for one in everything if number_of(one) < CURRICULUM)
        learned("curriculum", seed, base=base, examples=clinic, out=told.out)
    examples = tuple(one for one in everything if one.task in TASKS)
    train = parts_of(examples).train
    measures = {name: Rewarder(examples, learned=train, rule=Rewards(tree=name)) for name in ("default", "published")}
    results = [
        reinforced(tree, seed, told=told, base=base, examples=examples, measures=measures)
        for seed in told.seeds
        for tree in told.trees
    ]
    print(
        json.dumps({"table": table(results), "steps": told.steps, "cpu_s": [one["cpu_s"] for one in results]}, indent=1)
    )


if __name__ == "__main__":
    main()
