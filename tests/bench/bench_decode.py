"""How fast one answer is drawn by the engine llama_cpp, against llama.cpp alone on the same file.

    python tests/bench/bench_decode.py FOLDER [--tokens 64] [--rounds 5] [--llama-bench BINARY]

FOLDER holds a text GGUF and its mmproj. "llama.cpp alone" is the loop of its own benchmark (llama-bench, test_gen: a
token read, logits waited for, the next token by chance) over the same library, threads and weights; with
`--llama-bench` its binary is run as well. The two take turns, so that what else the computer does falls on both; a
ratio is of the two halves of one round. Prints JSON.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.vlm.child_work import SPINS

os.environ.setdefault("GOMP_SPINCOUNT", SPINS)  # as in the engine's own process; for both sides

import llama_cpp
import numpy as np

from core.progress import finish
from core.vlm.backend import Plan, Sampling, Turn
from core.vlm.llama_cpp_ import load
from core.vlm.llama_model import _threads


class Alone:
    """llama.cpp with nothing around it."""

    def __init__(self, text: Path, threads: int) -> None:
        rule = llama_cpp.llama_model_default_params()
        rule.n_gpu_layers = 0
        rule.use_extra_bufts = b"AMX_INT8 = 1" not in llama_cpp.llama_print_system_info()
        self.model = llama_cpp.llama_model_load_from_file(os.fsencode(text), rule)
        rule = llama_cpp.llama_context_default_params()
        rule.n_ctx, rule.n_threads, rule.n_threads_batch = 2048, threads, threads
        self.context = llama_cpp.llama_init_from_model(self.model, rule)
        self.words = llama_cpp.llama_vocab_n_tokens(llama_cpp.llama_model_get_vocab(self.model))
        self.batch = llama_cpp.llama_batch_init(512, 0, 1)

    def read(self, tokens: list[int], first: int) -> None:
        for place, token in enumerate(tokens):
            self.batch.token[place], self.batch.pos[place] = token, first + place
            self.batch.n_seq_id[place], self.batch.seq_id[place][0] = 1, 0
            self.batch.logits[place] = place == len(tokens) - 1
        self.batch.n_tokens = len(tokens)
        assert llama_cpp.llama_decode(self.context, self.batch) == 0
        llama_cpp.llama_synchronize(self.context)

    def seconds(self, prompt: int, tokens: int) -> float:
        """Of one token, behind a prompt of that length."""
        llama_cpp.llama_memory_clear(llama_cpp.llama_get_memory(self.context), False)
        self.read([random.randrange(self.words) for _ in range(prompt)], 0)
        began = time.perf_counter()
        for step in range(tokens):
            self.read([random.randrange(self.words)], prompt + step)
        return (time.perf_counter() - began) / tokens

    def close(self) -> None:
        llama_cpp.llama_batch_free(self.batch)
        llama_cpp.llama_free(self.context)
        llama_cpp.llama_model_free(self.model)


def ours(engine, context, tokens: int) -> float:
    """Seconds of one token. The first costs no reading, so that as many tokens are read as are counted."""
    work = engine.sample(context, count=1, rule=Sampling(temperature=0.7, most_tokens=tokens + 1, seed=time.time_ns()))
    next(work)
    began, drawn = time.perf_counter(), 0
    for _ in work:
        drawn += 1
    return (time.perf_counter() - began) / max(1, drawn)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tokens", type=int, default=64)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--llama-bench", type=Path)
    args = parser.parse_args()
    plan = Plan(engine="llama_cpp", model=args.folder, context_tokens=2048, most_candidates=1)
    with closing(finish(load(plan))) as engine:
        context = engine.prefill([Turn("user", "Which emotion does the face of this person display?")], clip=None)
        text = next(path for path in args.folder.glob("*.gguf") if not path.name.startswith("mmproj"))
        with closing(Alone(text, _threads())) as alone:
            ours(engine, context, 2), alone.seconds(context.tokens, 2)
            rounds = [
                (ours(engine, context, args.tokens), alone.seconds(context.tokens, args.tokens))
                for _ in range(args.rounds)
            ]
        result = {
            "file": text.name,
            "bytes": text.stat().st_size,
            "quantisation": engine.about.quantisation,
            "threads": _threads(),
            "load_average": os.getloadavg()[0],
            "tokens_per_second": 1 / statistics.median(one for one, _ in rounds),
            "llama_cpp_tokens_per_second": 1 / statistics.median(other for _, other in rounds),
            "ratio_of_times": {
                "median": statistics.median(one / other for one, other in rounds),
                "each": np.round([one / other for one, other in rounds], 3).tolist(),
            },
            "system": llama_cpp.llama_print_system_info().decode(),
        }
    if args.llama_bench:
        command = [args.llama_bench, "-m", text, "-p", "0", "-n", str(args.tokens), "-t", str(_threads()), "-o", "json"]
        told = json.loads(subprocess.run([*map(str, command)], capture_output=True, text=True, check=True).stdout)
        result["llama_bench_tokens_per_second"] = told[0]["avg_ts"]
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
