"""How far the estimate of training is from what is taken: memory of a row, and a whole run after its probe.

`python tests/bench/bench_estimate.py rows` measures, each in a process of its own whose freed memory goes back at once,
the peak of learning from one row on models of several widths, and prints it beside the arithmetic. `… run` estimates a
run on the small model by arithmetic, then with its probe, then runs it, and prints all three. On a processor; time is
that of one thread on it.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
ROWS = [
    (4, 512, 3072, 1024, True),
    (4, 1024, 1536, 1024, True),
    (4, 512, 1536, 2048, True),
    (4, 512, 1536, 1024, False),
    (4, 512, 3072, 1024, False),
    (4, 1024, 1536, 1024, False),
]
"""Layers, width, inner width, tokens, recomputed."""
GIVES_BACK = {"MALLOC_MMAP_THRESHOLD_": "65536", "MALLOC_TRIM_THRESHOLD_": "65536", "MALLOC_MMAP_MAX_": "1000000"}
VOCABULARY, RANK = 8000, 16
ASKING = ("asking held-out people", "the model answers")
RECIPE = """
name = "bench"
[base]
model = "{base}"
precision = "fp32"
device = "cpu"
[data]
files = ["{data}"]
[split]
test_share = 0.3
[pictures]
most_frames = 4
smallest_pixels = 12544
largest_pixels = 25088
[sft]
tokens_per_step = 4096
tokens_per_row = 2048
recompute = false
patience = 0
[judging]
most_per_task = 3
most_tokens = 16
bootstrap = 100
"""


def row(layers, hidden, inner, tokens, recompute, precision):
    """Bytes beyond the loaded model, and by the arithmetic."""
    import torch
    import transformers

    from core.vlm.model_shape import Shape, Transformer
    from core.vlm.peak import most_memory
    from finetune.attention import by_stretches
    from finetune.estimate import adapter_parameters, row_bytes
    from finetune.packing import Stretch
    from finetune.recipe import Base, Lora, Recipe, Sft
    from finetune.trunk import Unlikely, _with_adapter
    from tests.tiny import build

    warnings.simplefilter("ignore")
    config = build.configuration()
    text = config.text_config
    text.vocab_size, text.hidden_size, text.intermediate_size = VOCABULARY, hidden, inner
    text.num_hidden_layers, text.layer_types = layers, ["full_attention"] * layers
    text.num_attention_heads, text.num_key_value_heads = hidden // 64, max(1, hidden // 256)
    text.rope_parameters = {"rope_type": "default", "rope_theta": 1e6, "mrope_section": [16, 8, 8]}
    config.vision_config.out_hidden_size, config.pad_token_id = hidden, 0
    torch.set_default_dtype(torch.bfloat16 if precision == "bf16" else torch.float32)
    model = transformers.Qwen2_5_VLForConditionalGeneration(config)
    torch.set_default_dtype(torch.float32)
    by_stretches(model)
    _with_adapter(model, Lora(rank=RANK), seed=1)
    learned = [one for one in model.parameters() if one.requires_grad]
    optimiser = torch.optim.AdamW(learned, lr=1e-4)
    loaded = next(int(line.split()[1]) * 1024 for line in Path("/proc/self/status").read_text().splitlines()
                  if line.startswith("VmRSS"))  # fmt: skip
    model.train()
    if recompute:
        model.model.language_model.activation_checkpointing_enable({"use_reentrant": False})
    middle, eighth = tokens // 2, tokens // 8
    behind = tuple(slice(start, start + eighth) for start in range(middle, tokens, eighth))
    seen = (Stretch(slice(0, middle), behind),)
    for _ in range(2):
        states = model.model(
            input_ids=torch.randint(0, 1000, (1, tokens)),
            position_ids=torch.arange(tokens)[None, None].expand(3, 1, tokens),
            attention_mask={"full_attention": seen},
            use_cache=False,
        ).last_hidden_state[0, -tokens // 8 :]
        Unlikely.apply(states, model.lm_head.weight, torch.randint(0, 1000, (tokens // 8,)), 1.0, None)[
            0
        ].mean().backward()
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
    told = Transformer(layers, hidden, inner, hidden // 64, max(1, hidden // 256))
    shape = Shape(Path(), told, told, VOCABULARY, tied=False)
    size = 2 if precision == "bf16" else 4
    computed = row_bytes(shape, Recipe("r", Base("m"), sft=Sft(recompute=recompute)), tokens, size=size, heap=1.0)
    return most_memory() - loaded, computed + 12 * adapter_parameters(shape, RANK)


def rows():
    for shape in ROWS:
        for precision in ("fp32", "bf16"):
            words = [sys.executable, __file__, "row", json.dumps([*shape, precision])]
            done = subprocess.run(words, env=os.environ | GIVES_BACK, capture_output=True, text=True, check=True)
            measured, computed = json.loads(done.stdout.splitlines()[-1])
            print(*shape, precision, f"{measured / 1e6:.0f} MB, computed {computed / 1e6:.0f} MB "
                  f"({computed / measured - 1:+.0%})", flush=True)  # fmt: skip


def run(people: int, clips: int):
    from tests.tiny import models
    from tests.tiny.clinic import Size, write

    with tempfile.TemporaryDirectory() as folder:
        recipe = Path(folder) / "bench.toml"
        recipe.write_text(RECIPE.format(base=models.taught(), data=write(Path(folder) / "clips", Size(people, clips))))
        for part in ("arithmetic", "probe", "learn"):
            words = [sys.executable, __file__, part, str(recipe)]
            environment = os.environ | {"VIDEMO_HOME": f"{folder}/home"}
            done = subprocess.run(words, env=environment, stdout=subprocess.PIPE, text=True, check=True)
            print(part, done.stdout.splitlines()[-1], flush=True)


def part_of_run(part: str, recipe_file: Path):
    """GB of main memory at most, and seconds of a processor by what for."""
    import torch

    from core.progress import finish
    from core.vlm.peak import most_memory
    from finetune.checkpoint import Checkpoints
    from finetune.course import Material
    from finetune.curriculum import train
    from finetune.evaluate import Judge
    from finetune.events import Evaluated, Preparing, Stepped, Validated
    from finetune.features import FeatureStore
    from finetune.material import base_plan, gathered
    from finetune.recipe_file import read_recipe, recipe_digest
    from finetune.starting import estimated
    from finetune.workspace import Workspace
    from finetune.world import World

    # One thread's time on the processor is the same on a busy computer, as far as caches are not fought over.
    torch.set_num_threads(1)
    time.perf_counter = time.process_time
    recipe = read_recipe(recipe_file)
    frozen = finish(gathered(recipe, study=None))
    if part != "learn":
        # The run begins without what the probe has looked at, for both are to look at all.
        need = finish(estimated(recipe, frozen, key=None, probing=part == "probe")).need
        told = {name: 3600 * hours for name, hours in need.hours.items() if name != "together"}
        return need.main["together"] / 1e9, told
    home = recipe_file.parent
    workspace = Workspace(home / "run", None)
    material = Material(recipe, recipe_digest(recipe), frozen.dataset.examples, frozen.dataset.digest, frozen.split,
                        base_plan(recipe))  # fmt: skip
    spent = {"loading": 0.0, "looking at clips": 0.0, "learning": 0.0, "asking held-out people": 0.0}
    before, looking = time.process_time(), False
    for event in train(
        material,
        workspace=workspace,
        store=FeatureStore(home / "home/features/open", most_bytes=10**9, key=None),
        checkpoints=Checkpoints(workspace, 2),
        judge=Judge(material.examples, frozen.split.test, rule=recipe.judging, seed=recipe.seed),
        wishes=lambda: "go",
        world=World(),
    ):
        took, before = time.process_time() - before, time.process_time()
        if isinstance(event, Stepped | Validated):
            spent["learning"] += took
        elif isinstance(event, Preparing) and event.what == "looking at clips" and looking:
            spent["looking at clips"] += took
        elif isinstance(event, Evaluated) or (isinstance(event, Preparing) and event.what in ASKING):
            spent["asking held-out people"] += took
        else:
            spent["loading"] += took
        looking = isinstance(event, Preparing) and event.what == "looking at clips"
    return most_memory() / 1e9, spent


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("rows", "row", "run", "arithmetic", "probe", "learn"))
    parser.add_argument("given", nargs="?")
    parser.add_argument("--people", type=int, default=16)
    parser.add_argument("--clips", type=int, default=7)
    asked = parser.parse_args()
    match asked.what:
        case "rows":
            rows()
        case "row":
            print(json.dumps(row(*json.loads(asked.given))))
        case "run":
            run(asked.people, asked.clips)
        case part:
            memory, spent = part_of_run(part, Path(asked.given))
            told = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in spent.items())
            print(f"{memory:.3f} GB; {told}; together {sum(spent.values()):.1f} s")
