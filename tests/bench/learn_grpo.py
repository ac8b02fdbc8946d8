"""Whether reinforcement teaches, and which tree reward: the small model after the curriculum, people held out, seeds.

`python tests/bench/learn_grpo.py --out FOLDER` takes the adapter that the curriculum of `learn_curriculum.py` made with
each seed (and makes it where FOLDER has none) and reinforces it with each tree reward of the paper's ablation on people
whom the curriculum did not learn from, as answers that were learned by heart cannot become better. The people it was
judged on are those of `validate`: on them the best weights are chosen. Others, whom nothing was ever chosen on, are
asked before and after. Prints JSON: scores over seeds, the reward of the affective tree on held-out people by one
measure for all ways (ours, and as published), and what would show that a reward is gamed. It goes on where it was
stopped.
"""

import argparse
import json
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from core.progress import finish
from core.vlm.backend import Plan
from finetune.checkpoint import Checkpoints
from finetune.course import Material
from finetune.evaluate import Judge
from finetune.events import Reinforced, Warned
from finetune.events import Rewarded as Looked
from finetune.examples import Split, dataset_digest
from finetune.features import FeatureStore
from finetune.from_files import read_file
from finetune.recipe import Base, Grpo, Judging, Recipe, Rewards, Sft, SplitRule
from finetune.reinforce import reinforce
from finetune.rewards.dispatch import Rewarder
from finetune.split import split_of
from finetune.workspace import Workspace
from finetune.world import World
from tests.bench.learn_curriculum import LORA, PICTURES, learned
from tests.tiny import models
from tests.tiny.clinic import Size, write

TREES = ("none", "overlap", "published", "default")
TASKS = ("search-attribute", "search-expression", "search-emotion", "emotion-7", "action-units")
"""Three questions whose answer is a tree and two that are right or wrong."""
GRPO = Grpo(steps=24, answers=8, questions_per_step=8, most_tokens=64, learning_rate=2e-4, kl_weight=0.0, patience=0,
            evaluate_every=12, evaluate_most=90, advantage="group", loss="dr_grpo")  # fmt: skip
JUDGING = Judging(most_per_task=30, most_tokens=64, bootstrap=200)
CURRICULUM, REINFORCED, JUDGED = 30, 25, 15
"""People of the curriculum's experiment, whom reinforcement learns from, and who judge."""
LEVELS = ("attribute", "expression", "emotion")


def start_of(out, seed):
    """The curriculum's weights."""
    saved = Checkpoints(Workspace(out / "runs" / f"curriculum-{seed}", None), 1).best()
    return {name.removeprefix("adapter/"): one for name, one in saved.tensors.items() if name.startswith("adapter/")}


def parts_of(examples):
    """Who is learned from, validated on (whom the curriculum was judged on) and judged on."""
    clinic = tuple(one for one in examples if number_of(one) < CURRICULUM)
    first = split_of(clinic, SplitRule(test_share=0.3, validate_share=0.0), seed=20250)
    judged = {clinic[place].person for place in first.test}
    places = range(len(examples))
    return Split(
        by="person",
        train=tuple(at for at in places if CURRICULUM <= number_of(examples[at]) < CURRICULUM + REINFORCED),
        validate=tuple(at for at in places if examples[at].person in judged),
        test=tuple(at for at in places if number_of(examples[at]) >= CURRICULUM + REINFORCED),
        remarks=(),
    )


def number_of(example):
    return int(example.person.removeprefix("person "))


def reinforced(tree, seed, *, told, base, examples, measures):
    """Scores and rewards before and after of one run; kept, so that it is made once."""
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
    began, curve, looks = time.process_time(), [], []
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
        elif isinstance(event, Looked):
            looks.append([event.step, event.reward, event.rewards, event.baseline, event.best])
            print(f"{kept.stem}: look {event.step}: {event.reward:.3f} {event.rewards}", file=sys.stderr, flush=True)
        elif isinstance(event, Warned):
            print(event, file=sys.stderr, flush=True)
    result = {"tree": tree, "seed": seed, "steps": done.steps, "cpu_s": round(time.process_time() - began, 1),
              "curve": curve, "looks": looks, "verdict": done.comparison.words,
              "before": told_of(done.before, measures), "after": told_of(done.after, measures)}  # fmt: skip
    kept.write_text(json.dumps(result))
    return result


def told_of(evaluation, measures):
    """Scores by stage, UAR, and every answer that has a tree with what it earns by each measure."""
    answers = [
        {
            "person": one.person,
            "task": one.task,
            "letters": len(one.said),
            **{
                name: rewarder.reward(one.place, one.said, ended=True).parts.get("tree")
                for name, rewarder in measures.items()
            },
        }
        for one in evaluation.asked
        if one.task.startswith("search-")
    ]
    closed = [
        {"person": one.person, "label": one.label[0], "answer": one.answer[0] if one.answer else None}
        for one in evaluation.asked
        if one.task == "emotion-7"
    ]
    scores = {level: evaluation.scores[level]["score"] for level in LEVELS}
    return {"scores": scores, "answers": answers, "emotion-7": closed}


def tree_reward(told, people, *, measure="default"):
    """Mean over the answers of those people, one of them as often as it is named."""
    by_person = {}
    for one in told["answers"]:
        if one[measure] is not None:
            by_person.setdefault(one["person"], []).append(one[measure])
    return 100 * float(np.mean([value for person in people for value in by_person[person]]))


def uar(told, people):
    """Mean recall over the displays that those people show."""
    right = {}
    for person in people:
        for one in told["emotion-7"]:
            if one["person"] == person:
                right.setdefault(one["label"], []).append(one["label"] == one["answer"])
    return 100 * float(np.mean([np.mean(own) for own in right.values()]))


def change(results, figure, *, of=None, resamples=2000):
    """Mean of after less before (or less `of`'s after), 95 % over people and seeds resampled together."""
    rng = np.random.default_rng(1)
    names = sorted({one["person"] for one in results[0]["after"]["emotion-7"]})
    other = {one["seed"]: one["after"] for one in of} if of else {one["seed"]: one["before"] for one in results}

    def mean(own, people):
        return np.mean([figure(one["after"], people) - figure(other[one["seed"]], people) for one in own])

    drawn = [
        mean([results[at] for at in rng.integers(len(results), size=len(results))],
             [names[at] for at in rng.integers(len(names), size=len(names))])
        for _ in range(resamples)
    ]  # fmt: skip
    return [round(float(value), 1) for value in (mean(results, names), *np.percentile(drawn, [2.5, 97.5]))]


def table(results):
    """By tree reward."""
    rows = {}
    for tree in TREES:
        own = [one for one in results if one["tree"] == tree]
        if not own:
            continue
        names = sorted({one["person"] for one in own[0]["after"]["emotion-7"]})
        if "before" not in rows:
            rows["before"] = {
                "tree": round(float(np.mean([tree_reward(one["before"], names) for one in own])), 1),
                "tree as published": round(
                    float(np.mean([tree_reward(one["before"], names, measure="published") for one in own])), 1
                ),
                "uar": round(float(np.mean([uar(one["before"], names) for one in own])), 1),
                "score": round(100 * float(np.mean([list(one["before"]["scores"].values()) for one in own])), 1),
                "letters": round(float(np.mean([a["letters"] for one in own for a in one["before"]["answers"]])), 1),
            }
        last = [one["curve"][-10:] for one in own]
        rows[tree] = {
            "tree, change": change(own, tree_reward),
            "tree as published, change": change(own, lambda told, who: tree_reward(told, who, measure="published")),
            "uar, change": change(own, uar),
            "score": round(100 * float(np.mean([list(one["after"]["scores"].values()) for one in own])), 1),
            "letters": round(float(np.mean([a["letters"] for one in own for a in one["after"]["answers"]])), 1),
            "entropy at the end": round(float(np.mean([step["entropy"] for curve in last for step in curve])), 3),
            "alike at the end": round(float(np.mean([step["alike"] for curve in last for step in curve])), 2),
            "truncated at the end": round(float(np.mean([step["truncated"] for curve in last for step in curve])), 3),
            "seeds": len(own),
        }
        without = [one for one in results if one["tree"] == "none"]
        if tree != "none" and len(without) == len(own):
            rows[tree]["tree, lead over none"] = change(own, tree_reward, of=without)
            rows[tree]["uar, lead over none"] = change(own, uar, of=without)
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
