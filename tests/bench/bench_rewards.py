"""What the tree reward of a group costs: 64 answers of 40 nodes against one true tree. Prints JSON.

    python tests/bench/bench_rewards.py [--answers 64] [--nodes 40] [--embedding FOLDER] [--entailment FOLDER]

Times are processor milliseconds for all answers together, the least of the repetitions, all in one run: the default
reward of trees that are read already, with what can be kept of the true tree; the published one, by our own distance of
Zhang and Shasha, by zss and by APTED, which is the baseline; reading the answers' text; and the whole reward from text.
That the three distances give the same number is checked on the way. With a folder of a text model: how well the reward
of prose follows the rated pairs of the tests (Spearman), and its time for one answer.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))


from core.evidence.action_units import codes
from core.evidence.expressions import expressions
from core.reasoning.prompts import opening, single_prompt
from core.reasoning.tree_distance import Costs, ordered_tree, zhang_shasha
from core.reasoning.tree_text import parse, print_tree
from core.records.analysis import EMOTIONS
from core.records.moment import Span
from core.records.tree import AffectiveTree, Clue
from core.vlm.backend import Turn
from finetune.examples import ClipPlace, Example
from finetune.recipe import Rewards
from finetune.rewards.captions import Captions
from finetune.rewards.dispatch import Rewarder
from finetune.rewards.reading import read_prose
from finetune.rewards.trees import TrueTree, default_reward, overlap_reward, published_reward
from tests.core.reasoning.distances import by_apted, by_zss
from tests.finetune.rewards.rated import PAIRS, reward, spearman

SPAN = Span.between(0.0, 4.0)
VOCABULARY = [
    *(("attribute", code) for code in codes()),
    *(("expression", one.name) for one in expressions()),
    *(("emotion", name) for name in EMOTIONS),
]


def drawn(rng: random.Random, nodes: int) -> str:
    """The words of a tree of so many clues."""
    clues = tuple(
        Clue(f"c{n}", level, name, rng.choice(("present", "slight", "marked", "absent")) if level == "attribute" else
             "present", "", SPAN, 1.0, "not_measurable", ())
        for n, (level, name) in enumerate(sorted(rng.sample(VOCABULARY, nodes)))
    )  # fmt: skip
    return print_tree(AffectiveTree(clues, ()), within=SPAN)


def least_ms(work: Callable[[], object], repeats: int) -> float:
    times: list[float] = []
    for _ in range(repeats):
        began = time.process_time()
        work()
        times.append((time.process_time() - began) * 1000)
    return min(times)


def of_prose(*, entailment: str, embedding: str) -> dict[str, float]:
    """Over all rated pairs, and over those that deny nothing."""
    references = [pair["true"] for pair in PAIRS]
    with_models = Captions(entailment=entailment, embedding=embedding, references=references)
    without = Captions(entailment="", embedding="", references=())
    found: dict[str, float] = {}
    for name, measures in (("without models", without), ("with models", with_models)):
        began = time.process_time()
        earned = [reward(measures, pair["said"], pair["true"]) for pair in PAIRS]
        found[f"{name}, ms"] = (time.process_time() - began) * 1000 / len(PAIRS)
        for kind, kept in (("", PAIRS), (" but denials", [pair for pair in PAIRS if not pair.get("contrary")])):
            places = [PAIRS.index(pair) for pair in kept]
            found[f"{name}, all{kind}"] = spearman([pair["rating"] for pair in kept], [earned[one] for one in places])
    return {name: round(value, 3) for name, value in found.items()}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--answers", type=int, default=64)
    asked.add_argument("--nodes", type=int, default=40)
    asked.add_argument("--repeats", type=int, default=7)
    asked.add_argument("--slow-repeats", type=int, default=2, help="of the published distances")
    asked.add_argument("--embedding", default="")
    asked.add_argument("--entailment", default="")
    given = asked.parse_args()
    rng = random.Random(11)
    texts = [drawn(rng, given.nodes) for _ in range(given.answers + 1)]
    turns = (*opening(single_prompt().question), Turn("assistant", texts[0]))
    example = Example("emotion", single_prompt().id, turns, ClipPlace(Path("a.mp4"), "0" * 64, 0.0, 4.0), "p", "")
    read = [read_prose(text, example).tree for text in texts]
    true, said = TrueTree(read[0], Costs()), read[1:]
    nodes = [ordered_tree(tree) for tree in said]
    assert all(len(tree.clues) == given.nodes for tree in read)
    assert all(zhang_shasha(a, true.node) == by_apted(a, true.node) == by_zss(a, true.node) for a in nodes[:8])
    judge = Rewarder([example], learned=[0], rule=Rewards())
    judge.reward(0, texts[1], ended=True)
    fast, slow = given.repeats, given.slow_repeats
    times = {
        "default": least_ms(lambda: [default_reward(one, true, sharpness=2.0) for one in said], fast),
        "overlap": least_ms(lambda: [overlap_reward(one, true) for one in said], fast),
        "published": least_ms(lambda: [published_reward(one, true, sharpness=2.0) for one in said], slow),
        "published by apted": least_ms(lambda: [by_apted(one, true.node) for one in nodes], slow),
        "published by zss": least_ms(lambda: [by_zss(one, true.node) for one in nodes], slow),
        "reading the text": least_ms(lambda: [parse(text, span=SPAN, prefix="t") for text in texts[1:]], fast),
        "whole reward from text": least_ms(lambda: [judge.reward(0, one, ended=True) for one in texts[1:]], fast),
    }
    print(
        json.dumps(
            {
                "answers": given.answers,
                "nodes": given.nodes,
                "edges": sum(len(tree.edges) for tree in said) / len(said),
                "milliseconds": {name: round(value, 2) for name, value in times.items()},
                "apted over default": round(times["published by apted"] / times["default"], 1),
                "apted over published": round(times["published by apted"] / times["published"], 1),
                "under 5 ms": times["default"] < 5.0,
                **(
                    {"prose": of_prose(entailment=given.entailment, embedding=given.embedding)}
                    if given.entailment or given.embedding
                    else {}
                ),
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
