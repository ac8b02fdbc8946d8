"""How fast a screen shows what other tools coded: an hour with four tiers of 1,500 labels and a table at 30 Hz.

    python tests/bench/bench_foreign.py [--minutes 60] [--sessions 10]

Prints JSON: milliseconds by length of the window, and each p95's share of its limit of 20 ms (below 1 is within it).
"""

import argparse
import json
import random
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.project.foreign import add_foreign
from core.project.foreign_screen import ForeignWindow, foreign_screen
from core.project.opening import create_study, open_study
from core.project.sessions import add_session
from core.records.foreign import ForeignAnnotation, ForeignTrack, Imported, Origin, Samples
from core.records.moment import Span

RATE, TIERS, LABELS, COLUMNS, CURVES = 30, 4, 1500, 37, 8
LIMIT_MS = 20.0
PASSPHRASE = "a long enough passphrase"


def file(minutes: float, seed: int) -> Imported:
    draw, length_s = np.random.default_rng(seed), minutes * 60
    tracks: list[ForeignTrack] = []
    for tier in range(TIERS):
        edges = np.sort(draw.random(LABELS + 1)) * length_s
        labels = tuple(
            ForeignAnnotation(Span.between(a, b), f"label {n % 7}") for n, (a, b) in enumerate(pairwise(edges))
        )
        tracks.append(ForeignTrack(Origin("ELAN", "c.eaf", f"{seed:064x}", f"tier {tier}", "AB"), "Client", labels))
    rows = int(length_s * RATE)
    values = np.cumsum(draw.normal(scale=0.02, size=(rows, COLUMNS)), axis=0)
    samples = Samples(np.round(np.arange(rows) / RATE, 3), tuple(f"AU{n:02d}_r" for n in range(COLUMNS)), values)
    tracks.append(ForeignTrack(Origin("OpenFace", "o.csv", f"{seed:064x}", "face 0", ""), "face 0", samples=samples))
    return Imported(tuple(tracks))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--sessions", type=int, default=10)
    args = parser.parse_args()
    draw, result = random.Random(7), {}
    with tempfile.TemporaryDirectory(prefix="videmo-bench-") as folder:
        path = Path(folder) / "bench.vemo"
        saving: list[float] = []
        with create_study(path, name="bench", purpose="research", passphrase=PASSPHRASE).study as study:
            for number in range(args.sessions):
                session = add_session(study, f"session {number}")
                imported = file(args.minutes, number)
                begun = time.perf_counter()
                add_foreign(study, imported, session=session)
                saving.append(time.perf_counter() - begun)
                del imported  # a window holds no such heap, which the garbage collector would walk through
        result["import_s"] = round(float(np.median(saving)), 2)
        result["file_mb"] = round(path.stat().st_size / 1e6, 1)
        with open_study(path, secret=PASSPHRASE) as study:
            for name, length_s in (("10 s", 10.0), ("1 min", 60.0), ("5 min", 300.0), ("whole", args.minutes * 60)):
                times: list[float] = []
                for _ in range(60):
                    number = draw.randrange(args.sessions)
                    start_s = draw.random() * max(0.0, args.minutes * 60 - length_s)
                    track = (number + 1) * (TIERS + 1)
                    curves = tuple((track, f"AU{n:02d}_r") for n in range(CURVES))
                    window = ForeignWindow(number + 1, start_s, start_s + length_s, curves=curves)
                    begun = time.perf_counter()
                    shown = foreign_screen(study, window)
                    times.append((time.perf_counter() - begun) * 1000)
                    assert len(shown.curves) == CURVES
                p50, p95 = np.percentile(times, [50, 95])
                result[name] = {
                    "p50_ms": round(float(p50), 2),
                    "p95_ms": round(float(p95), 2),
                    "worst_ms": round(max(times), 2),
                    "p95_of_limit": round(float(p95) / LIMIT_MS, 3),
                }
    print(json.dumps(result, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
