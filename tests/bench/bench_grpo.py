"""Reinforcement against the plain way and against TRL's trainer: the same model, question and answers, one run.

`python tests/bench/bench_grpo.py --out FOLDER` prints JSON. Each way has a process of its own; seconds are of a clock
and of the processor, which a busy computer changes less; memory is the peak from the first measured moment on, in all
and beyond what was loaded by then (Linux tells it).

- `learning`: one step from answers that are there already. The group as one row; the same with a row for each answer;
  and the plainest way, one padded batch of whole conversations through transformers' own forward, with all logits.
- `step`: answers are drawn, rewarded and learned from. Ours, and TRL's `GRPOTrainer` on the clip's pictures as images,
  its only way to show a clip: all of them (twice the visual tokens, as pictures are not joined in pairs), and every
  second one (as many tokens as ours); each with all answers as one batch, and one at a time with gradients added up.
- `waiting`: the share of a run's steps that is spent waiting for rewards, on the small model that answers.

The model is random and small, its head as large a part of it as the 3B's, so sizes are to be read as ratios. The end of
an answer is ruled out in drawing, so that all have the same length. What random answers earn is computed, and then
replaced by the same spread for all ways: nothing would be learned otherwise.
"""

import argparse
import json
import multiprocessing
import os
import shutil
import sys
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from core.progress import finish
from core.reasoning.prompts import level_prompt, opening
from core.vlm.backend import Clip, Plan, Sampling, Turn
from core.vlm.patches import patches_of
from core.vlm.peak import most_memory
from finetune.events import Reinforced
from finetune.examples import ClipPlace, Example
from finetune.grpo import Reinforcer, Rewarded, Tokens, objective
from finetune.optimising import Optimising
from finetune.packing import Shown
from finetune.recipe import Grpo, Lora, Rewards, Sft
from finetune.rewards.dispatch import Reward, Rewarder
from finetune.rollout import Question, Said, answers_to
from finetune.trunk import open_trunk
from finetune.world import World
from tests.tiny import build, models
from tests.tiny.faces import some_face
from tests.tiny.lessons import level_answer

os.environ["HF_HUB_OFFLINE"] = "1"
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
RATE = 1e-5
SEED = 3


def small(folder, told):
    """A random model with the tokenizer's first entries alone."""
    import transformers

    words = build.tokenizer()
    kept = json.loads(words.backend_tokenizer.to_str())["model"]
    entries = told.vocabulary - len(build.SPECIAL_TOKENS)
    vocabulary = {text: number for text, number in kept["vocab"].items() if number < entries}
    numbers = {text: entries + at for at, text in enumerate(build.SPECIAL_TOKENS)}
    words = transformers.Qwen2Tokenizer(
        vocab=vocabulary | numbers,
        merges=[(left, right) for left, right in kept["merges"] if left + right in vocabulary],
        eos_token="<|im_end|>", pad_token="<|endoftext|>", additional_special_tokens=build.SPECIAL_TOKENS[1:14],
        model_max_length=131072, chat_template=build.CHAT_TEMPLATE,
    )  # fmt: skip
    config = build.configuration()
    text = config.text_config
    text.vocab_size, text.hidden_size, text.intermediate_size = told.vocabulary, told.width, told.inner
    text.num_hidden_layers, text.layer_types = told.layers, ["full_attention"] * told.layers
    text.num_attention_heads, text.num_key_value_heads = told.width // 64, max(1, told.width // 256)
    text.rope_parameters = {"rope_type": "default", "rope_theta": 1e6, "mrope_section": [8, 12, 12]}
    text.initializer_range = 0.02
    text.bos_token_id = text.pad_token_id = numbers["<|endoftext|>"]
    text.eos_token_id = numbers["<|im_end|>"]
    config.vision_config.out_hidden_size, config.pad_token_id = told.width, numbers["<|endoftext|>"]
    for name in ("image", "video"):
        setattr(config, f"{name}_token_id", numbers[f"<|{name}_pad|>"])
    config.vision_start_token_id, config.vision_end_token_id = numbers["<|vision_start|>"], numbers["<|vision_end|>"]
    torch.manual_seed(SEED)
    build.save(transformers.Qwen2_5_VLForConditionalGeneration(config), words, folder)
    ends = {"bos_token_id": text.bos_token_id, "eos_token_id": [text.eos_token_id, text.bos_token_id],
            "pad_token_id": text.pad_token_id}  # fmt: skip
    (folder / "generation_config.json").write_text(json.dumps(ends))
    return folder


class Asked:
    """A loaded model and a question about a clip of noise."""

    def __init__(self, told):
        rng = np.random.default_rng(SEED)
        plan = Plan("transformers", told.model, precision=told.precision, device=DEVICE)
        self.trunk = finish(open_trunk(plan, lora=Lora(rank=16, alpha=32), seed=1))
        pictures = rng.integers(0, 256, (told.frames, told.side, told.side, 3), dtype=np.uint8)
        self.clip = Clip(pictures, seconds_per_grid=1.0)
        asked, true = level_prompt("emotion").question, level_answer("emotion", some_face(rng), rng)
        turns = (*opening(asked), Turn("assistant", true))
        self.example = Example("emotion", "search-emotion", turns, ClipPlace(Path("clip"), "0" * 64, 0.0, 8.0), "", "")
        self.rewarder = Rewarder([self.example], learned=[0], rule=Rewards())
        self.rule = Grpo(answers=told.answers, most_tokens=told.completion)
        with torch.no_grad():  # an adapter that begins as nothing would be its own reference and skip half the numbers
            for one in self.trunk.parameters:
                one.add_(torch.randn_like(one) * 1e-3)

    def in_a_row(self, *, recompute, tokens_per_row=1 << 20):
        """What learns, and the question, its clip looked at."""
        began = time.process_time()
        kept = self.trunk.look(self.clip)
        self.looking_s = time.process_time() - began
        self.trunk.remember()
        conversation = self.trunk.speller.conversation(self.example, clip_tokens=len(kept.values))
        shown = Shown("clip", kept.grid, kept.seconds_per_grid)
        rule = Sft(tokens_per_row=tokens_per_row, recompute=recompute)
        learner = Reinforcer(
            Optimising(self.trunk, rule, world=World()),
            self.rule,
            weights=Rewards().weights,
            features={"clip": kept},
        )
        return learner, Question(0, self.example, conversation.question(), shown), kept

    def given(self):
        """Answers of equal length."""
        ids = np.random.default_rng(SEED + 1).integers(300, 1500, (self.rule.answers, self.rule.most_tokens - 1))
        return tuple(Said("", (*one, self.trunk.words.end), True) for one in ids.tolist())

    def spread(self):
        """What they are told to earn."""
        return np.linspace(0.0, 1.0, self.rule.answers).tolist()

    def rewarded(self, question, answers):
        return Rewarded(question, answers, tuple(Reward(one, {"tree": one}, True) for one in self.spread()))


@contextmanager
def measured(found):
    """Adds seconds and bytes of what is done inside."""
    linux = sys.platform == "linux"
    if linux:
        Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
        loaded = most_memory()
    if DEVICE == "cuda":
        torch.cuda.reset_peak_memory_stats()
        on_device = torch.cuda.memory_allocated()
    wall, own = time.perf_counter(), time.process_time()
    yield
    found |= {"seconds": time.perf_counter() - wall, "processor_s": time.process_time() - own}
    if linux:
        found |= {"peak": (peak := most_memory()), "beyond": peak - loaded}
    if DEVICE == "cuda":
        found |= {"device": (peak := torch.cuda.max_memory_allocated()), "device beyond": peak - on_device}


def in_rows(told, *, tokens_per_row=1 << 20):
    asked, found = Asked(told), {}
    learner, question, _ = asked.in_a_row(recompute=told.recompute, tokens_per_row=tokens_per_row)
    group = asked.rewarded(question, asked.given())
    with measured(found):
        step = learner.step([group], rate=RATE)
    return found | {"tokens": step.tokens, "prompt": question.tokens, "loss": step.loss, "gradient": step.gradient}


def a_row_each(told):
    return in_rows(told, tokens_per_row=1)


def plain(told):
    """One padded batch from pixels with all logits; the same objective, optimiser and reference."""
    asked, found = Asked(told), {}
    learner, question, _ = asked.in_a_row(recompute=told.recompute)
    trunk, answers, rule = asked.trunk, asked.given(), asked.rule
    before = [*question.asked.prefix, *question.asked.suffix]
    ids = torch.tensor([[*before, *one.ids] for one in answers], device=DEVICE)
    patches, grid = patches_of(asked.clip.frames)
    shown = {
        "input_ids": ids,
        "attention_mask": torch.ones_like(ids),
        "pixel_values_videos": torch.from_numpy(patches).to(DEVICE).repeat(len(answers), 1),
        "video_grid_thw": torch.tensor([grid] * len(answers), device=DEVICE),
        "second_per_grid_ts": torch.ones(len(answers), device=DEVICE),
        "mm_token_type_ids": (ids == trunk.model.config.video_token_id).int() * 2,
    }
    drawn = ids[:, len(before) :]
    never = torch.tensor(trunk.words.never_said(trunk.model.config.text_config.vocab_size), device=DEVICE)

    def probabilities():
        logits = trunk.model(**shown, use_cache=False).logits[:, len(before) - 1 : -1].float() / rule.temperature
        shares = logits.index_fill(-1, never, -torch.inf).log_softmax(dim=-1)
        return shares.gather(-1, drawn[..., None])[..., 0].flatten()

    count = drawn.numel()
    worth = torch.tensor(asked.spread(), device=DEVICE)
    with measured(found):
        trunk.learning(recompute=told.recompute)
        with trunk.as_remembered():
            reference = probabilities()
        now = probabilities()
        tokens = Tokens(
            owners=torch.arange(len(answers), device=DEVICE).repeat_interleave(drawn.shape[1]),
            advantages=(worth - worth.mean()).repeat_interleave(drawn.shape[1]),
            weights=torch.full((count,), 1 / count, device=DEVICE),
            old=now.detach(),
            reference=reference,
        )
        loss, _, _ = objective(now, tokens, rule)
        loss.backward()
        gradient = learner.optimising.apply(RATE)
    return found | {"tokens": ids.numel(), "prompt": len(before), "loss": float(loss.detach()), "gradient": gradient}


def our_step(told):
    asked, found = Asked(told), {}
    learner, question, kept = asked.in_a_row(recompute=told.recompute)
    engine = asked.trunk.engine()
    engine._never = torch.cat([engine._never, torch.tensor(sorted(asked.trunk.words.ends), device=DEVICE)])

    def shown_to(engine, _):
        return engine.keep(kept.values, kept.grid, seconds_per_grid=kept.seconds_per_grid)

    drawing = Sampling(temperature=asked.rule.temperature, most_tokens=asked.rule.most_tokens, seed=SEED)
    with measured(found):
        began = time.process_time()
        drawn = answers_to(question, asked.trunk, shown_to=shown_to, count=asked.rule.answers, rule=drawing)
        draw = time.process_time()
        earned = [asked.rewarder.reward(0, one.text, ended=True) for one in drawn]
        reward = time.process_time()
        ended = tuple(replace(one, ids=(*one.ids[:-1], asked.trunk.words.end), ended=True) for one in drawn)
        step = learner.step([asked.rewarded(question, ended)], rate=RATE)
    assert {len(one.ids) for one in drawn} == {asked.rule.most_tokens}
    assert len(earned) == asked.rule.answers
    parts = {"draw": draw - began, "reward": reward - draw, "learn": time.process_time() - reward}
    return found | {"parts": parts, "looking_s": asked.looking_s, "prompt": question.tokens, "gradient": step.gradient}


def trl_step(told, *, every, batch):
    """TRL on every `every`th picture, `batch` answers at a time."""
    import warnings

    import datasets
    import transformers
    from PIL import Image
    from trl import GRPOConfig, GRPOTrainer

    warnings.simplefilter("ignore")
    datasets.disable_progress_bars()
    asked, found, rule = Asked(told), {}, Grpo()
    answers, completion = asked.rule.answers, asked.rule.most_tokens

    def reward(completions, completion_ids, **_):
        for one in completions:
            asked.rewarder.reward(0, one[0]["content"], ended=True)
        assert {len(ids) for ids in completion_ids} == {completion}
        return asked.spread()

    class Timing(transformers.TrainerCallback):
        def on_step_begin(self, *_, **__):
            self.inside = measured(found)
            self.inside.__enter__()

        def on_step_end(self, *_, **__):
            self.inside.__exit__(None, None, None)

    pictures = [Image.fromarray(one) for one in asked.clip.frames[::every]]
    prompt = [{"role": turn.role, "content": turn.text} for turn in asked.example.turns[:-1]]
    trainer = GRPOTrainer(
        model=asked.trunk._adapted,
        reward_funcs=[reward],
        args=GRPOConfig(
            output_dir=str(told.out / "trl"), max_steps=1, learning_rate=RATE, report_to="none", save_strategy="no",
            logging_strategy="no", disable_tqdm=True, use_cpu=DEVICE == "cpu", bf16=told.precision == "bf16",
            per_device_train_batch_size=batch, gradient_accumulation_steps=answers // batch,
            activation_checkpointing=told.recompute, num_generations=answers, max_completion_length=completion,
            generation_kwargs={"min_new_tokens": completion}, temperature=rule.temperature, beta=rule.kl_weight,
            loss_type=rule.loss, scale_rewards="none", epsilon=rule.clip_low, epsilon_high=rule.clip_high,
            dataloader_pin_memory=False,
        ),
        train_dataset=datasets.Dataset.from_dict({"prompt": [prompt], "images": [pictures]}),
        processing_class=transformers.AutoProcessor.from_pretrained(told.model, padding_side="left"),
        callbacks=[Timing()],
    )  # fmt: skip
    trainer.train()
    whole = trainer.state.num_input_tokens_seen // answers
    return found | {"prompt": whole - completion, "tokens": whole * answers, "batch": batch, "images": len(pictures)}


def trl_all(told):
    return trl_step(told, every=1, batch=told.answers)


def trl_all_singly(told):
    return trl_step(told, every=1, batch=1)


def trl_half(told):
    return trl_step(told, every=2, batch=told.answers)


def trl_half_singly(told):
    return trl_step(told, every=2, batch=1)


def waiting(told):
    """A real run on the small model that answers, with the default rewards."""
    from tests.finetune.small_run import GRPO, run

    folder = told.out / "waiting"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    grpo = replace(GRPO, steps=told.steps, answers=8, most_tokens=96, evaluate_every=told.steps, patience=0)
    events, _ = run(folder, models.taught(), grpo=grpo)
    steps = [one for one in events if isinstance(one, Reinforced)]
    spent = {name: sum(one.seconds[name] for one in steps) for name in ("draw", "wait", "learn")}
    return {"steps": len(steps), "spent": spent, "share": spent["wait"] / sum(spent.values())}


WAYS = {
    "learning": {"one row": in_rows, "a row each": a_row_each, "plain": plain},
    "step": {"ours": our_step, "trl, same pictures": trl_all, "trl, same pictures, singly": trl_all_singly,
             "trl, same tokens": trl_half, "trl, same tokens, singly": trl_half_singly},
    "waiting": {"run": waiting},
}  # fmt: skip
DIFFERS = [
    "TRL's way is told everything of the recipe's defaults: dr_grpo, no division by the spread, limits, beta.",
    "TRL reads every clip's pixels again in each pass; ours looked at them once, beforehand (looking_s).",
    "The end of an answer is ruled out in both; ours puts it in the place of the last token.",
    "TRL sees pictures one by one: of the same pictures it has twice the visual tokens.",
]


def apart(way, told, pipe):
    torch.set_num_threads(told.threads)
    pipe.send(way(told))


def ratios(found):
    """How many times as much the others take."""
    own, *others = found
    named = ("seconds", "processor_s", "tokens", "peak", "beyond", "device", "device beyond")
    return {
        other: {name: round(found[other][name] / found[own][name], 2) for name in named
                if found[own].get(name) and found[other].get(name)}
        for other in others
    }  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--parts", nargs="+", choices=list(WAYS), default=list(WAYS))
    parser.add_argument("--model", type=Path, help="a model's folder; without it a random one is made")
    parser.add_argument("--layers", type=int, default=1)
    parser.add_argument("--width", type=int, default=1024)
    parser.add_argument("--inner", type=int, default=5504)
    parser.add_argument("--vocabulary", type=int, default=2048)
    parser.add_argument("--frames", type=int, default=16)
    parser.add_argument("--side", type=int, default=336)
    parser.add_argument("--completion", type=int, default=200)
    parser.add_argument("--answers", type=int, default=8)
    parser.add_argument("--steps", type=int, default=6, help="of the run that tells how long rewards are waited for")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--precision", default="fp32")
    parser.add_argument("--recompute", action=argparse.BooleanOptionalAction, default=True)
    told = parser.parse_args()
    told.out.mkdir(parents=True, exist_ok=True)
    if told.model is None:
        folder = told.out / f"random-{told.layers}-{told.width}-{told.inner}-{told.vocabulary}"
        told.model = folder if (folder / "generation_config.json").exists() else small(folder, told)
    context = multiprocessing.get_context("spawn")
    result = {"device": DEVICE, "threads": told.threads, "precision": told.precision, "recompute": told.recompute,
              "differs": DIFFERS}  # fmt: skip
    for part in told.parts:
        found = result[part] = {}
        for name, way in WAYS[part].items():
            here, there = context.Pipe()
            child = context.Process(target=apart, args=(way, told, there))
            child.start()
            there.close()
            found[name] = here.recv()
            child.join()
            print(part, name, json.dumps(found[name]), file=sys.stderr, flush=True)
        if len(found) > 1:
            result[f"{part}: times ours"] = ratios(found)
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
