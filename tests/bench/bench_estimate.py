"""How far the estimate of training is from what is taken: memory of a row, and a whole run after its probe.

`python tests/bench/bench_estimate.py rows` measures, each in a process of its own whose freed memory goes back at once,
the peak of learning from one row on models of several widths, and prints it beside the arithmetic. `… run` estimates a
run on the small model by arithmetic, then with its probe, then runs it, and prints all three. On a processor; what is
said of time means something on an idle computer only.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import warnings
from datetime import datetime
from itertools import pairwise
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
most_per_task = 6
most_tokens = 24
bootstrap = 100
"""


def row(layers, hidden, inner, tokens, recompute, precision):
    """Bytes beyond the loaded model, and by the arithmetic."""
    import torch
    import transformers

    from core.vlm.model_shape import Shape, Transformer
    from core.vlm.peak import most_memory
    from finetune.estimate import adapter_parameters, row_bytes
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
    model.set_attn_implementation("sdpa")
    _with_adapter(model, Lora(rank=RANK), seed=1)
    learned = [one for one in model.parameters() if one.requires_grad]
    optimiser = torch.optim.AdamW(learned, lr=1e-4)
    loaded = next(int(line.split()[1]) * 1024 for line in Path("/proc/self/status").read_text().splitlines()
                  if line.startswith("VmRSS"))  # fmt: skip
    model.train()
    if recompute:
        model.model.language_model.activation_checkpointing_enable({"use_reentrant": False})
    mask = torch.tril(torch.ones(tokens, tokens, dtype=torch.bool))[None, None]
    for _ in range(2):
        states = model.model(
            input_ids=torch.randint(0, 1000, (1, tokens)),
            position_ids=torch.arange(tokens)[None, None].expand(3, 1, tokens),
            attention_mask={"full_attention": mask},
            use_cache=False,
        ).last_hidden_state[0, -tokens // 8 :]
        Unlikely.apply(states, model.lm_head.weight, torch.randint(0, 1000, (tokens // 8,))).mean().backward()
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


def run():
    from finetune.events import Evaluated, Preparing, Stepped
    from finetune.log import events_of
    from tests.tiny import models
    from tests.tiny.clinic import Size, write

    with tempfile.TemporaryDirectory() as folder:
        os.environ["VIDEMO_HOME"] = f"{folder}/home"
        recipe = Path(folder) / "bench.toml"
        recipe.write_text(RECIPE.format(base=models.taught(), data=write(Path(folder) / "clips", Size(16, 7))))

        def videmo(*words):
            done = subprocess.run([sys.executable, "-m", "core", "train", *words], cwd=ROOT, capture_output=True,
                                  text=True, check=False)  # fmt: skip
            return done.stdout

        for probing in ([], ["--probe"]):
            need = json.loads(videmo("estimate", str(recipe), "--json", *probing))["need"]
            print("probe" if probing else "arithmetic", f"{need['main']['together'] / 1e9:.3f} GB",
                  {name: round(3600 * hours) for name, hours in need["hours"].items()}, "s", flush=True)  # fmt: skip
        began = time.monotonic()
        videmo("sft", str(recipe))
        told = events_of(Path(folder) / "home/runs/bench/log.jsonl")
        steps = [one.event for one in told if isinstance(one.event, Stepped)]
        spent: dict[str, float] = {"asking held-out people": 0.0, "looking at clips": 0.0}
        asking = False
        for one, later in pairwise(told):
            took = (datetime.fromisoformat(later.at) - datetime.fromisoformat(one.at)).total_seconds()
            asking = isinstance(one.event, Preparing) and one.event.what != "looking at clips"
            if isinstance(one.event, Preparing) and one.event.what == "looking at clips":
                spent["looking at clips"] += took
            elif asking and isinstance(later.event, Preparing | Evaluated):
                spent["asking held-out people"] += took
        spent["learning"] = sum(one.seconds for one in steps)
        print("run", f"{max(one.memory_bytes for one in steps) / 1e9:.3f} GB", {k: round(v) for k, v in spent.items()},
              f"s, in all {time.monotonic() - began:.0f} s")  # fmt: skip


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("rows", "row", "run"))
    parser.add_argument("shape", nargs="?")
    asked = parser.parse_args()
    if asked.what == "row":
        print(json.dumps(row(*json.loads(asked.shape))))
    else:
        {"rows": rows, "run": run}[asked.what]()
