"""What sharing one prompt saves: a search over three levels against plain generation. Prints JSON.

    python tests/bench/bench_search.py [--model FOLDER] [--frames 16] [--candidates 8] [--tokens 64] [--plain 8]

Without `--model` the tests' small untaught model is built. The engine looks once, reads the prompt once, and for each
level draws n candidates in one batch and reads on behind the third. The plain way is one `generate` for each candidate,
pictures through the vision tower and conversation read anew each time, as transformers' documentation has it. Both draw
with `core.vlm.sampling` from the same seeds, in the same precision, so that texts can be compared; transformers is
given the positions of training (`core.vlm.positions`). For a full-size model `--plain 1` runs one plain answer a level,
whose time counts for all of its level. Beside other work the ratio of processor time tells more than that of wall time.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from core.vlm.child_work import SPINS

os.environ.setdefault("GOMP_SPINCOUNT", SPINS)  # as in the engine's own process

import numpy as np
import torch

from core.progress import finish
from core.vlm.backend import Plan, Sampling, Turn
from core.vlm.chat import clip_text, prompt_text
from core.vlm.frames import Vision, clip_of
from core.vlm.patches import patches_of
from core.vlm.positions import prompt_positions
from core.vlm.sampling import draw, generator
from core.vlm.transformers_ import load

QUESTIONS = (
    "\nDescribe the attributes of the face in the video.",
    "Which expressions do these attributes make up?",
    "Which emotion is displayed, and why?",
)
CHOSEN = 2
EMOTIONS = ("Happy", "Sad", "Neutral", "Angry", "Surprise", "Disgust", "Fear")
FURTHER = (*EMOTIONS, "Anxiety", "Contempt", "Helplessness", "Disappointment")
FINE = (
    *(
        f"{name} - {much}"
        for name in (*EMOTIONS[:2], *EMOTIONS[3:], "Contempt")
        for much in ("Weak", "Medium", "Strong")
    ),
    "Neutral",
)


class Drawn:
    """A logits processor that leaves one token: the one that the engine's own rule draws."""

    def __init__(self, rule, *, answer, never):
        self.rule, self.random, self.never = rule, generator(rule, answer=answer), never
        self.log_probabilities = []

    def __call__(self, _ids, scores):
        row = scores[0].float().numpy().copy()
        total = float(scores[0].float().logsumexp(dim=-1))
        row[self.never] = -np.inf
        token = draw(row, rule=self.rule, random=self.random)
        self.log_probabilities.append(float(row[token]) - total)
        return torch.full_like(scores, -torch.inf).index_fill(1, torch.tensor([token]), 0.0)


def conversation(said):
    """Turns up to the next question, with what was said before."""
    turns = [Turn("user", QUESTIONS[0])]
    for reply, question in zip(said, QUESTIONS[1:], strict=False):
        turns += [Turn("assistant", reply), Turn("user", question)]
    return turns


def shared(engine, clip, *, count, rule):
    """Texts and log-probabilities by level, seconds, and what was counted."""
    begun, worked, before = time.perf_counter(), time.process_time(), engine.usage()
    encoded = engine.encode(clip)
    held = [engine.prefill(conversation([]), clip=encoded)]
    levels = []
    for level in range(len(QUESTIONS)):
        work = engine.sample(held[-1], count=count, rule=rule)
        while True:
            try:
                next(work)
            except StopIteration as end:
                levels.append(end.value)
                break
        if level + 1 < len(QUESTIONS):
            held.append(engine.extend(held[-1], reply=levels[-1][CHOSEN], question=QUESTIONS[level + 1]))
    seconds, worked = time.perf_counter() - begun, time.process_time() - worked
    after = engine.usage()
    return (
        levels,
        seconds,
        held[0],
        {
            "cpu_s": worked,
            "vision_passes": after.vision_passes - before.vision_passes,
            "prefills": after.prefills - before.prefills,
            "tokens_read": after.tokens_read - before.tokens_read,
            "seconds": {k: after.seconds[k] - before.seconds.get(k, 0.0) for k in ("encode", "prefill", "sample")},
        },
    )


class Plain:
    """transformers alone."""

    def __init__(self, folder, precision):
        from transformers import Qwen2_5_VLForConditionalGeneration, Qwen2Tokenizer

        dtype = {"fp32": torch.float32, "bf16": torch.bfloat16}[precision]
        self.model = Qwen2_5_VLForConditionalGeneration.from_pretrained(
            folder, dtype=dtype, use_safetensors=True
        ).eval()
        self.tokenizer = Qwen2Tokenizer.from_pretrained(folder)
        self.calls = {"vision_passes": 0, "tokens_read": 0}
        added = self.tokenizer.get_added_vocab().values()
        beyond = range(len(self.tokenizer), self.model.config.text_config.vocab_size)
        self.never = sorted({*added, *beyond} - {151645, 151643})

        def counted(*_):
            self.calls["vision_passes"] += 1

        self.model.model.visual.register_forward_hook(counted)

    def answer(self, ids, clip, *, rule, number):
        """The drawn tokens and their log-probabilities."""
        patches, grid = patches_of(clip.frames)
        kinds = [2 if token == self.model.config.video_token_id else 0 for token in ids]

        def taught_positions(*_, **__):
            places = prompt_positions(
                len(ids), clip_at=kinds.index(2), grid=grid, seconds_per_grid=clip.seconds_per_grid,
                per_second=self.model.config.vision_config.tokens_per_second,
            )  # fmt: skip
            return torch.tensor(places)[:, None], torch.tensor([[int(places.max()) + 1 - len(ids)]])

        self.model.model.get_rope_index = taught_positions
        drawn = Drawn(rule, answer=number, never=self.never)
        self.calls["tokens_read"] += len(ids)
        whole = self.model.generate(
            input_ids=torch.tensor([ids]), pixel_values_videos=torch.from_numpy(patches),
            video_grid_thw=torch.tensor([grid]), second_per_grid_ts=torch.tensor([clip.seconds_per_grid]),
            mm_token_type_ids=torch.tensor([kinds]), attention_mask=torch.ones(1, len(ids), dtype=torch.long),
            do_sample=False, max_new_tokens=rule.most_tokens, logits_processor=[drawn],
        )[0, len(ids) :].tolist()  # fmt: skip
        return [token for token in whole if token not in (151645, 151643)], drawn.log_probabilities

    def search(self, levels, clip, *, count, rule, tokens):
        """The same search without anything shared; goes on behind the engine's own choice, token by token."""
        begun, worked = time.perf_counter(), time.process_time()
        ids = self.tokenizer(prompt_text(conversation([]), clip=clip_text(tokens)))["input_ids"]
        told = []
        for level, replies in enumerate(levels):
            told.append([self.answer(ids, clip, rule=rule, number=number) for number in range(count)])
            if level + 1 < len(levels):
                tail = prompt_text(conversation([""] * (level + 1))).rsplit("<|im_start|>assistant\n", 2)[1]
                ids = [*ids, *replies[CHOSEN].ids, *self.tokenizer(tail + "<|im_start|>assistant\n")["input_ids"]]
        return told, time.perf_counter() - begun, time.process_time() - worked


def agreement(levels, told):
    """How many answers are the same, and the largest difference of log-probabilities up to where two part."""
    same, worst = 0, 0.0
    for replies, plain in zip(levels, told, strict=True):
        for reply, (ids, log_probabilities) in zip(replies, plain, strict=False):
            same += list(reply.ids) == ids
            alike = next((i for i, (a, b) in enumerate(zip(reply.ids, ids, strict=False)) if a != b), len(reply.ids))
            pairs = zip(reply.log_probabilities[:alike], log_probabilities[:alike], strict=True)
            worst = max([worst, *(abs(a - b) for a, b in pairs)])
    return same, worst


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=Path)
    parser.add_argument("--precision", default="fp32", choices=["fp32", "bf16"])
    parser.add_argument("--frames", type=int, default=16)
    parser.add_argument("--candidates", type=int, default=8)
    parser.add_argument("--tokens", type=int, default=64)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--plain", type=int, help="plain answers a level; all candidates without")
    chosen = parser.parse_args()
    torch.set_num_threads(chosen.threads)
    folder = chosen.model
    if folder is None:
        from tests.tiny.build import build

        folder = build(Path(tempfile.mkdtemp()) / "untaught")
    pixels = np.random.default_rng(1).integers(0, 256, (chosen.frames, 200, 200, 3), dtype=np.uint8)
    clip = clip_of(list(pixels), chosen.frames / 2, Vision(most=chosen.frames))
    rule = Sampling(temperature=0.7, most_tokens=chosen.tokens)
    plan = Plan(engine="transformers", model=folder, precision=chosen.precision, most_candidates=chosen.candidates)
    engine = finish(load(plan))
    shared(engine, clip, count=CHOSEN + 1, rule=Sampling(most_tokens=2))  # warm-up
    levels, seconds, context, counts = shared(engine, clip, count=chosen.candidates, rule=rule)
    distributions = {}
    for name, answers in {
        "7 letters": "ABCDEFG", "11 letters": "ABCDEFGHIJK", "22 letters": "ABCDEFGHIJKLMNOPQRSTUV",
        "7 words": EMOTIONS, "11 words": FURTHER, "22 words": FINE,
    }.items():  # fmt: skip
        begun = time.perf_counter()
        engine.score(context, list(answers))
        distributions[name] = time.perf_counter() - begun
    tokens = engine.encode(clip).tokens
    engine.close()
    plain = Plain(folder, chosen.precision)
    plain.answer(plain.tokenizer(prompt_text(conversation([]), clip=clip_text(tokens)))["input_ids"], clip,
                 rule=Sampling(most_tokens=2), number=0)  # fmt: skip
    plain.calls = dict.fromkeys(plain.calls, 0)
    count = chosen.plain or chosen.candidates
    told, plain_seconds, plain_cpu = plain.search(levels, clip, count=count, rule=rule, tokens=tokens)
    same, worst = agreement(levels, told)
    answers, more = len(QUESTIONS) * chosen.candidates, chosen.candidates / count
    print(
        json.dumps(
            {
                "model": folder.name, "precision": chosen.precision, "threads": chosen.threads,
                "visual_tokens": tokens, "answers": answers, "tokens_an_answer": chosen.tokens,
                "shared": {"wall_s": seconds, **counts},
                "plain": {"answers": 3 * count, "wall_s": plain_seconds, "cpu_s": plain_cpu, **plain.calls},
                "wall_ratio": seconds / (plain_seconds * more),
                "cpu_ratio": counts["cpu_s"] / (plain_cpu * more),
                "load_average": os.getloadavg()[0],
                "same_answers": f"{same} of {len(QUESTIONS) * count}",
                "largest_log_probability_difference": worst,
                "distribution_share_of_segment": {name: spent / seconds for name, spent in distributions.items()},
            },
            indent=1,
        )
    )  # fmt: skip


if __name__ == "__main__":
    main()
