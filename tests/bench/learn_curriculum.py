"""Whether the curriculum teaches: the small model, a generated clinic, people held out, several seeds.

`python tests/bench/learn_curriculum.py --out FOLDER` trains an adapter by each way (the whole curriculum, each stage
alone, everything shuffled into one stage) with the same number of examples for the whole and the shuffled one, asks the
same held-out people before and after, and prints JSON: scores by stage over seeds, differences with intervals over
people and seeds. It goes on where it was stopped.
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
from finetune.curriculum import train
from finetune.evaluate import Judge
from finetune.events import Evaluated, Stepped, Validated, Warned
from finetune.examples import dataset_digest
from finetune.features import FeatureStore
from finetune.from_files import read_file
from finetune.recipe import Base, Judging, Lora, Pictures, Recipe, Sft, SplitRule, StageRule
from finetune.split import split_of
from finetune.workspace import Workspace
from finetune.world import World
from tests.tiny import models
from tests.tiny.clinic import Size, write

LEVELS = ("attribute", "expression", "emotion")
SHARES = {"attribute": 1, "expression": 3, "emotion": 6}
"""Of the clips of those who are learned from, every third has questions on expressions and every sixth on emotion:
there is least of what is hardest, as in Emo-CFG (1.6 M, 0.35 M and 0.2 M examples in its table 7)."""
PICTURES = Pictures(most_frames=4, smallest_pixels=112 * 112, largest_pixels=2 * 112 * 112)
LORA = Lora(rank=16, alpha=32)
SFT = Sft(tokens_per_step=4096, tokens_per_row=2048, replay_share=0.1, replay_least=16, patience=0, recompute=False)
STAGES = (StageRule("attribute", 2.0, 4e-3), StageRule("expression", 4.0, 4e-3), StageRule("emotion", 8.0, 3e-3))


def epochs(*counts):
    return tuple(replace(stage, epochs=count) for stage, count in zip(STAGES, counts, strict=True))


WAYS = {
    "curriculum": replace(SFT, stages=STAGES),
    "attribute only": replace(SFT, stages=STAGES[:1]),
    "expression only": replace(SFT, stages=STAGES[1:2]),
    "emotion only": replace(SFT, stages=STAGES[2:]),
    # As many examples in all as the curriculum with its replay shows, and then each as often as there.
    "shuffled": replace(SFT, stages=epochs(4.0, 4.0, 4.0), mixed=True),
    "shuffled, as often": replace(SFT, stages=epochs(3.2, 4.9, 8.0), mixed=True),
}


def thinned(split, examples):
    """The split with less to learn from, by clip."""
    clips = sorted({examples[place].clip.key for place in split.train})
    number = {key: at for at, key in enumerate(clips)}
    kept = [place for place in split.train if number[examples[place].clip.key] % SHARES[examples[place].stage] == 0]
    return replace(split, train=tuple(kept))


def learned(way, seed, *, base, examples, out):
    """Scores before and after of one run; kept, so that it is made once."""
    told = out / f"{way.replace(' ', '-')}-{seed}.json"
    if told.exists():
        return json.loads(told.read_text())
    judging = Judging(most_per_task=42, most_tokens=48, bootstrap=200)
    recipe = Recipe(
        "learn",
        Base(str(base), precision="fp32", device="cpu"),
        split=SplitRule(test_share=0.3, validate_share=0.0),
        pictures=PICTURES,
        lora=LORA,
        sft=WAYS[way],
        judging=judging,
        seed=seed,
    )
    split = thinned(split_of(examples, recipe.split, seed=20250), examples)
    workspace = Workspace(out / "runs" / told.stem, None)
    material = Material(recipe, told.stem, examples, dataset_digest(tuple(examples)), split,
                        Plan("transformers", base, precision="fp32"))  # fmt: skip
    began, curve, evaluations = time.process_time(), [], {}
    run = train(
        material,
        workspace=workspace,
        store=FeatureStore(out / "features", most_bytes=4 << 30, key=None),
        checkpoints=Checkpoints(workspace, 1),
        judge=Judge(examples, split.test, rule=judging, seed=20250),
        wishes=lambda: "go",
        world=World(),
    )
    while True:
        try:
            event = next(run)
        except StopIteration as end:
            done = end.value
            break
        if isinstance(event, Stepped):
            curve.append([event.step, event.stage, round(event.loss, 4)])
        elif isinstance(event, Evaluated):
            evaluations[event.after] = event.scores
            means = [f"{name} {100 * own['score']:.1f}" for name, own in event.scores.items() if "/" not in name]
            print(f"{told.stem}: {event.after}: {', '.join(means)}", file=sys.stderr, flush=True)
        elif isinstance(event, Validated | Warned):
            print(event, file=sys.stderr, flush=True)
    people = {}
    for name, found in (("before", done.before), ("after", done.after)):
        for one in found.asked:
            people.setdefault(one.person, {}).setdefault(one.stage, {}).setdefault(name, []).append(one.score)
    result = {
        "way": way,
        "seed": seed,
        "steps": done.steps,
        "passes": done.passes,
        "cpu_s": round(time.process_time() - began, 1),
        "evaluations": evaluations,
        "curve": curve,
        "people": people,
        "verdict": done.comparison.words,
    }
    told.write_text(json.dumps(result))
    return result


def spread(values):
    """Mean over seeds and standard deviation, which one seed has none of."""
    return [round(float(np.mean(values)), 1), round(float(np.std(values, ddof=1)), 1) if len(values) > 1 else None]


def table(results):
    """By way: the mean over seeds of each stage's score and of their mean."""
    rows = {}
    for way in WAYS:
        own = [one for one in results if one["way"] == way]
        if not own:
            continue
        last = [one["evaluations"][list(one["evaluations"])[-1]] for one in own]
        stages = {level: [100 * scores[level]["score"] for scores in last] for level in LEVELS}
        means = np.mean(list(stages.values()), axis=0)
        rows[way] = {
            **{level: spread(values) for level, values in stages.items()},
            "mean": spread(means),
            "seeds": len(own),
            "emotion-7 uar": round(float(np.mean([100 * scores["expression/emotion-7"]["uar"] for scores in last])), 1),
        }  # fmt: skip
    before = results[0]["evaluations"]["before"]
    rows["before"] = {level: round(100 * before[level]["score"], 1) for level in LEVELS}
    rows["before"]["mean"] = round(float(np.mean(list(rows["before"].values()))), 1)
    rows["before"]["emotion-7 uar"] = round(100 * before["expression/emotion-7"]["uar"], 1)
    return rows


def leads(results, *, resamples=2000):
    """The curriculum's lead over each other way, in points of the mean over stages, with a 95 % interval over people
    and seeds resampled together."""
    rng = np.random.default_rng(1)

    def score(one, people):
        levels = []
        for level in LEVELS:
            values = [value for person in people for value in one["people"][person].get(level, {}).get("after", [])]
            levels.append(np.mean(values))
        return 100 * np.mean(levels)

    found = {}
    for way in WAYS:
        pairs = [
            (a, b)
            for a in results
            for b in results
            if a["way"] == "curriculum" and b["way"] == way and a["seed"] == b["seed"]
        ]
        if way == "curriculum" or not pairs:
            continue
        names = sorted(pairs[0][0]["people"])
        drawn = []
        for _ in range(resamples):
            chosen = [pairs[at] for at in rng.integers(len(pairs), size=len(pairs))]
            people = [names[at] for at in rng.integers(len(names), size=len(names))]
            drawn.append(np.mean([score(a, people) - score(b, people) for a, b in chosen]))
        mean = np.mean([score(a, names) - score(b, names) for a, b in pairs])
        found[way] = [round(float(value), 1) for value in (mean, *np.percentile(drawn, [2.5, 97.5]))]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seeds", type=int, nargs="*", default=[0, 1, 2])
    parser.add_argument("--people", type=int, default=30)
    parser.add_argument("--clips", type=int, default=7)
    parser.add_argument("--base", type=Path)
    parser.add_argument("--ways", nargs="*", default=list(WAYS))
    told = parser.parse_args()
    torch.set_num_threads(1)
    data = told.out / "clinic"
    if not (data / "clinic.json").exists():
        write(data, Size(people=told.people, clips=told.clips))
    examples = finish(read_file(data / "clinic.json"))
    base = told.base or models.taught()
    results = [
        learned(way, seed, base=base, examples=examples, out=told.out) for seed in told.seeds for way in told.ways
    ]
    print(json.dumps({"table": table(results), "lead of the curriculum": leads(results), "examples": len(examples),
                      "cpu_s": [one["cpu_s"] for one in results]}, indent=1))  # fmt: skip


if __name__ == "__main__":
    main()
