"""A whole run on a generated clinic, as a process of its own: `python -m tests.finetune.small_run FOLDER MODEL [STEP]`.

With METHOD=grpo in its environment it is one of reinforcement.
Events go to FOLDER/events.jsonl, one a line. At step STEP the process kills itself as a power cut would. Started by
`accelerate launch` or with WORLD_SIZE set, several processes share the run.
"""

import dataclasses
import json
import os
import signal
import sys
from pathlib import Path

import torch

from core.progress import finish
from core.vlm.backend import Plan
from finetune.checkpoint import Checkpoints
from finetune.course import Material
from finetune.curriculum import train
from finetune.evaluate import Judge
from finetune.events import Reinforced, Stepped
from finetune.examples import dataset_digest
from finetune.features import FeatureStore
from finetune.from_files import read_file
from finetune.recipe import Base, Grpo, Judging, Keeping, Lora, Pictures, Recipe, Sft, SplitRule, StageRule
from finetune.reinforce import reinforce
from finetune.rewards.dispatch import Rewarder
from finetune.split import split_of
from finetune.workspace import Workspace
from finetune.world import World
from tests.tiny.clinic import Size, write

SFT = Sft(
    stages=(StageRule("attribute", 1.0, 3e-3), StageRule("expression", 1.0, 3e-3), StageRule("emotion", 1.0, 3e-3)),
    replay_least=2,
    tokens_per_step=700,
    tokens_per_row=400,
    evaluations_per_epoch=2,
)


GRPO = Grpo(
    steps=4,
    answers=4,
    questions_per_step=2,
    most_tokens=48,
    learning_rate=3e-3,
    evaluate_every=2,
    evaluate_most=4,
    advantage="group",
)


def run(
    folder: Path,
    model: Path,
    *,
    kill_at: int | None = None,
    sft: Sft = SFT,
    grpo: Grpo | None = None,
    wishes=lambda: "go",
    test_share=0.2,
    rewarder=None,
    context_tokens=8192,
):
    """The events, and what came of it; `folder` may hold a run that broke off. With `grpo`: reinforcement of the model
    as it is."""
    data = folder / "clinic"
    if not (data / "clinic.json").exists():
        write(data, Size(people=5, clips=2))
    examples = finish(read_file(data / "clinic.json"))
    recipe = Recipe(
        "small",
        Base(str(model), precision="fp32", device="cpu"),
        split=SplitRule(test_share=test_share, validate_share=0.2),
        pictures=Pictures(most_frames=4, smallest_pixels=112 * 112, largest_pixels=2 * 112 * 112),
        lora=Lora(rank=4, alpha=8, dropout=0.1),
        method="sft" if grpo is None else "grpo",
        sft=sft,
        grpo=grpo or Grpo(),
        keeping=Keeping(every_minutes=0.0, keep=2),
        judging=Judging(most_per_task=2, bootstrap=20, most_tokens=4),
        seed=7,
    )
    split = split_of(examples, recipe.split, seed=7)
    workspace = Workspace(folder / "run", None)
    world = World()
    events = []
    plan = Plan("transformers", model, precision="fp32", context_tokens=context_tokens)
    material = Material(recipe, "a recipe", examples, dataset_digest(examples), split, plan)
    told = {
        "workspace": workspace,
        "store": FeatureStore(folder / "features", most_bytes=1 << 30, key=None),
        "checkpoints": Checkpoints(workspace, 2),
        "judge": Judge(examples, split.test, rule=recipe.judging, seed=7),
        "wishes": wishes,
        "world": world,
    }
    if grpo is None:
        training = train(material, **told)
    else:
        rewarder = rewarder or Rewarder(examples, learned=split.train, rule=recipe.rewards)
        training = reinforce(material, rewarder=rewarder, **told)
    with (folder / f"events-{world.rank}.jsonl").open("a") as log:
        while True:
            try:
                event = next(training)
            except StopIteration as end:
                world.close()
                return events, end.value
            events.append(event)
            log.write(json.dumps({"kind": type(event).__name__, **dataclasses.asdict(event)}) + "\n")
            log.flush()
            if isinstance(event, Stepped | Reinforced) and event.step == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    torch.set_num_threads(1)
    run(
        Path(sys.argv[1]),
        Path(sys.argv[2]),
        kill_at=int(sys.argv[3]) if len(sys.argv) > 3 else None,
        grpo=GRPO if os.environ.get("METHOD") == "grpo" else None,
    )
