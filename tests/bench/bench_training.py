"""Training against the plain way: the same examples, the same model, Hugging Face's Trainer with a collator of ours.

`python tests/bench/bench_training.py --out FOLDER [--model FOLDER] [--pixels N]` learns one epoch of the same examples
by both ways in one run and prints JSON: seconds, tokens of conversations per second, peak of memory, passes of the
vision tower per clip. The plain way reads every conversation in a padded row of its own, pixels through the tower each
time, and all logits. Memory is each way's own process' peak.
"""

import argparse
import json
import multiprocessing
import sys
import time
from pathlib import Path

import torch

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from core.progress import finish
from core.vlm.backend import Plan
from core.vlm.patches import patches_of
from core.vlm.peak import most_memory
from finetune.clips import pictures_of
from finetune.examples import Split
from finetune.features import FeatureStore
from finetune.from_files import read_file
from finetune.optimising import Optimising
from finetune.plan import plan_of
from finetune.prepare import prepared
from finetune.recipe import Lora, Pictures, Sft, StageRule
from finetune.sft import Learner, rate_at
from finetune.trunk import open_trunk
from finetune.world import World
from tests.tiny import models
from tests.tiny.clinic import Size, write

LORA = Lora(rank=16, alpha=32)


def opened(model, precision):
    device = "cuda" if torch.cuda.is_available() else "cpu"
    return finish(open_trunk(Plan("transformers", model, precision=precision, device=device), lora=LORA, seed=1))


def ours(told, examples, pictures):
    trunk = opened(told.model, told.precision)
    levels = tuple(StageRule(level, told.epochs, 1e-3) for level in ("attribute", "expression", "emotion"))
    rule = Sft(stages=levels, mixed=True, tokens_per_step=told.tokens, tokens_per_row=told.row, patience=0,
               recompute=told.recompute)  # fmt: skip
    world = World()
    looking = time.perf_counter()
    store = FeatureStore(told.out / "features", most_bytes=8 << 30, key=None)
    ready = finish(prepared(trunk, examples, vision=pictures.vision, store=store, world=world))
    looking = time.perf_counter() - looking
    trunk.forget_tower()
    everyone = Split("person", tuple(range(len(examples))), (), (), ())
    (stage,) = plan_of(ready.book, everyone, rule, seed=1)
    learner = Learner(Optimising(trunk, rule, world=world), features=ready.features)
    learner.step(stage.steps[0], rate=0.0)  # what is paid once is not counted, in either way
    began = time.perf_counter()
    losses: list[float] = []
    for at, step in enumerate(stage.steps):
        rate = rate_at(at, len(stage.steps), peak=1e-3, warmup_share=0.03)
        losses.append(learner.step(step, rate=rate).loss)
    seconds = time.perf_counter() - began
    lengths = [len(one.prefix) + len(one.suffix) for one in ready.book.conversations]
    return {"learning_s": seconds, "looking_s": looking, "steps": len(stage.steps),
            "tokens": sum(lengths) * told.epochs,
            "through the trunk": stage.tokens, "passes": trunk.passes, "loss": losses[-1],
            "memory": most_memory(), "device": trunk.device_bytes()}  # fmt: skip


class Clips(torch.utils.data.Dataset):
    def __init__(self, trunk, examples, pictures):
        self.trunk, self.examples, self.vision = trunk, examples, pictures.vision
        self.clips = {one.clip.key: pictures_of(one.clip, self.vision) for one in examples}
        self.passes = 0

    def __len__(self):
        return len(self.examples)

    def __getitem__(self, place):
        example = self.examples[place]
        clip = self.clips[example.clip.key]
        patches, grid = patches_of(clip.frames)
        one = self.trunk.speller.conversation(example, clip_tokens=grid[0] * grid[1] * grid[2] // 4)
        return {"ids": [*one.prefix, *one.suffix], "learned": [*[False] * len(one.prefix), *one.learned],
                "patches": patches, "grid": grid, "seconds": clip.seconds_per_grid}  # fmt: skip

    def collated(self, rows):
        self.passes += len(rows)
        longest = max(len(row["ids"]) for row in rows)
        pad = self.trunk.words.end
        ids = torch.tensor([row["ids"] + [pad] * (longest - len(row["ids"])) for row in rows])
        labels = ids.clone()
        for row, told in zip(labels, rows, strict=True):
            row[: len(told["ids"])][~torch.tensor(told["learned"])] = -100
            row[len(told["ids"]) :] = -100
        mask = torch.tensor([[1] * len(row["ids"]) + [0] * (longest - len(row["ids"])) for row in rows])
        return {
            "input_ids": ids,
            "labels": labels,
            "attention_mask": mask,
            "pixel_values_videos": torch.cat([torch.from_numpy(row["patches"]) for row in rows]),
            "video_grid_thw": torch.tensor([row["grid"] for row in rows]),
            "second_per_grid_ts": torch.tensor([row["seconds"] for row in rows]),
            "mm_token_type_ids": (ids == self.trunk.model.config.video_token_id).int() * 2,
        }


def plain(told, examples, pictures):
    trunk = opened(told.model, told.precision)
    from transformers import Trainer, TrainingArguments  # only now can torchvision be imported

    data = Clips(trunk, examples, pictures)
    lengths = [len(data[place]["ids"]) for place in range(0, len(data), 7)]
    batch = max(1, min(told.batch, told.tokens // max(lengths)))
    accumulated = max(1, round(told.tokens / (batch * sum(lengths) / len(lengths))))
    arguments = TrainingArguments(
        output_dir=str(told.out / "plain"), per_device_train_batch_size=batch, gradient_accumulation_steps=accumulated,
        num_train_epochs=told.epochs, learning_rate=1e-3, lr_scheduler_type="cosine", warmup_steps=0.03,
        report_to=[],
        save_strategy="no", logging_strategy="no", remove_unused_columns=False, dataloader_pin_memory=False,
        activation_checkpointing=told.recompute, use_cpu=not torch.cuda.is_available(), disable_tqdm=True,
        weight_decay=0.0,
    )  # fmt: skip
    trunk.model.train()
    trainer = Trainer(model=trunk.model, args=arguments, train_dataset=data, data_collator=data.collated)
    data.passes = 0
    began = time.perf_counter()
    found = trainer.train()
    seconds = time.perf_counter() - began
    return {"learning_s": seconds, "looking_s": 0.0, "steps": found.global_step, "batch": batch,
            "tokens": told.epochs * sum(len(data[place]["ids"]) for place in range(len(data))), "passes": data.passes,
            "loss": found.training_loss, "memory": most_memory(), "device": trunk.device_bytes()}  # fmt: skip


def apart(way, told, examples, pictures, pipe):
    torch.set_num_threads(told.threads)
    pipe.send(way(told, examples, pictures))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--people", type=int, default=6)
    parser.add_argument("--frames", type=int, default=4)
    parser.add_argument("--pixels", type=int, default=112 * 112)
    parser.add_argument("--epochs", type=float, default=1.0)
    parser.add_argument("--tokens", type=int, default=4096)
    parser.add_argument("--row", type=int, default=2048)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--precision", default="fp32")
    parser.add_argument("--recompute", action="store_true")
    told = parser.parse_args()
    told.model = told.model or models.untaught()
    data = told.out / "clinic"
    if not (data / "clinic.json").exists():
        write(data, Size(people=told.people, clips=7))
    examples = finish(read_file(data / "clinic.json"))
    pictures = Pictures(most_frames=told.frames, smallest_pixels=told.pixels, largest_pixels=2 * told.pixels)
    context, found = multiprocessing.get_context("spawn"), {}
    for name, way in (("ours", ours), ("plain", plain)):
        here, there = context.Pipe()
        child = context.Process(target=apart, args=(way, told, examples, pictures, there))
        child.start()
        there.close()
        found[name] = here.recv()
        child.join()
        one = found[name]
        one["tokens per second"] = one["tokens"] / one["learning_s"]
        one["passes per clip and epoch"] = one["passes"] / len({example.clip.key for example in examples}) / told.epochs
    own, other = found["ours"], found["plain"]
    found["ratios"] = {
        "tokens per second": own["tokens per second"] / other["tokens per second"],
        "with looking once": (own["tokens"] / (own["learning_s"] + own["looking_s"])) / other["tokens per second"],
        "peak of memory": own["memory"] / other["memory"],
        "tokens through the trunk": own["through the trunk"] / own["tokens"],
    }
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
