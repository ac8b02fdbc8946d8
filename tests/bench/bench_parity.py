"""How far the engine llama_cpp is from transformers in fp32 on the same weights and clips.

    python tests/bench/bench_parity.py HUB_FOLDER GGUF_FOLDER... [--clips 8] [--tokens 24]

Clips of noise, of several lengths and time grids. An answer of the reference is drawn and both engines read its
beginnings and a question: the divergence KL(transformers || llama.cpp) of the next token over the whole vocabulary
behind each, and how often the most probable token is the same. Prints JSON.
"""

import argparse
import json
import sys
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np

from core.progress import finish
from core.vlm import llama_cpp_, transformers_
from core.vlm.backend import Clip, Plan, Reply, Sampling, Turn
from core.vlm.sampling import log_softmax

QUESTION = [Turn("user", "Which emotion does the face of this person display?")]


def clips(count: int):
    draw = np.random.default_rng(5)
    for number in range(count):
        frames, side = 2 * int(draw.integers(1, 5)), 28 * int(draw.integers(4, 12))
        pixels = draw.integers(0, 256, (frames, side, side, 3), dtype=np.uint8)
        yield Clip(pixels, seconds_per_grid=(1.0, 0.3, 2.5)[number % 3])


def begun(engine, clip):
    encoded = engine.encode(clip)
    context = engine.prefill(QUESTION, clip=encoded)
    engine.release(encoded)
    return encoded.tokens, context


def drawn(engine, context, tokens: int) -> Reply:
    work = engine.sample(context, count=1, rule=Sampling(temperature=1.0, most_tokens=tokens))
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value[0]


def rows(engine, context, reply: Reply) -> np.ndarray:
    """(places, V) log-probabilities behind the prompt and behind the answer read on with a question."""
    found = [engine._held.read(context).logits]
    for length in range(4, len(reply.ids) + 1, 4):
        part = Reply("", reply.ids[:length], (), ended=True)
        further = engine.extend(context, reply=part, question="Why?")
        found.append(engine._held.read(further).logits)
        engine.release(further)
    return log_softmax(np.stack([np.asarray(one) for one in found]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("hub", type=Path)
    parser.add_argument("gguf", type=Path, nargs="+")
    parser.add_argument("--clips", type=int, default=8)
    parser.add_argument("--tokens", type=int, default=24)
    args = parser.parse_args()
    wanted = []
    with closing(finish(transformers_.load(Plan("transformers", args.hub, precision="fp32")))) as engine:
        for clip in clips(args.clips):
            count, context = begun(engine, clip)
            reply = drawn(engine, context, args.tokens)
            wanted.append((clip, count, context.tokens, reply, rows(engine, context, reply)))
            engine.release(context)
    result = {}
    for folder in args.gguf:
        with closing(finish(llama_cpp_.load(Plan("llama_cpp", folder)))) as engine:
            kl, same, counts = [], [], []
            for clip, count, tokens, reply, expected in wanted:
                ours, context = begun(engine, clip)
                counts.append((ours, context.tokens) == (count, tokens))
                found = rows(engine, context, reply)
                kl += (np.exp(expected) * (expected - found)).sum(axis=-1).tolist()
                same += (found.argmax(axis=-1) == expected.argmax(axis=-1)).tolist()
                engine.release(context)
            result[str(folder.name)] = {
                "quantisation": engine.about.quantisation,
                "same_token_counts": all(counts),
                "places": len(kl),
                "kl_mean": float(np.mean(kl)),
                "kl_most": float(np.max(kl)),
                "top_1_agreement": float(np.mean(same)),
            }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
