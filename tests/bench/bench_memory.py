"""Whether minute 60 costs more memory than minute 10. Prints JSON.

    python tests/bench/bench_memory.py [--minutes 10 60]

The sample's packets are repeated (no new encoding) until the film is long enough; each length is analysed in a process
of its own, whose peak resident memory the operating system tells.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import av

from core.models import locate


def repeated(source: Path, target: Path, *, minutes: float) -> Path:
    """The first video stream of `source`, over and over, without decoding."""
    with av.open(str(source)) as first:
        stream = first.streams.video[0]
        length = stream.duration or 0
        times = max(1, round(minutes * 60 / float(length * stream.time_base)))
    with av.open(str(target), "w") as out:
        template = None
        for turn in range(times):
            with av.open(str(source)) as again:
                stream = again.streams.video[0]
                template = template or out.add_stream_from_template(stream)
                for packet in again.demux(stream):
                    if packet.dts is None:
                        continue
                    packet.pts, packet.dts = packet.pts + turn * length, packet.dts + turn * length
                    packet.stream = template
                    out.mux(packet)
    return target


def measure(video: Path, out: Path) -> dict[str, float]:
    """Wall seconds and peak resident MiB of one analysis in a process of its own."""
    code = (
        "import resource, sys; from core.__main__ import main; code = main(sys.argv[1:]);"
        "print('PEAK', resource.getrusage(resource.RUSAGE_SELF).ru_maxrss); sys.exit(code)"
    )
    begun = time.perf_counter()
    command = [sys.executable, "-c", code, "analyse", str(video), "--out", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    peak = int(done.stdout.rsplit("PEAK", 1)[1])
    return {"wall_s": round(time.perf_counter() - begun, 1), "peak_mib": round(peak / 1024, 1)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, nargs="+", default=[10, 60])
    args = parser.parse_args()
    found: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for minutes in args.minutes:
            video = repeated(locate("sample"), Path(folder) / f"{minutes:g}.mp4", minutes=minutes)
            found[f"{minutes:g} min"] = measure(video, Path(folder) / f"out{minutes:g}")
    peaks = [entry["peak_mib"] for entry in found.values()]
    print(json.dumps({"runs": found, "last_over_first": round(peaks[-1] / peaks[0], 3)}, indent=2))


if __name__ == "__main__":
    main()
