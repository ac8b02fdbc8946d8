"""How quick and how small the whole window is: the example from nothing, silences of its loop, an hour's session.

    QT_QPA_PLATFORM=offscreen python tests/bench/bench_window.py [--folder DIR] [--gestures 600]

Prints JSON. The models and the sample must be there (`videmo models fetch`). `longest_silence_ms`: the longest time
between two ticks of a 2 ms timer in the window's thread, by what went on: the session page being made, a job running,
an hour's session being opened and used. `memory_mib`: resident memory of the window's process.
"""

import argparse
import json
import os
import random
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "videmo-bench-timeline")
    parser.add_argument("--gestures", type=int, default=600)
    args = parser.parse_args()
    from core.settings import models_folder

    models = models_folder()
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / "models").symlink_to(models)
        os.environ["VIDEMO_HOME"] = home
        print(json.dumps(measured(args.folder, args.gestures), indent=2))


def measured(folder: Path, gestures: int) -> dict:
    import psutil
    from PySide6.QtCore import QTimer

    from app.application import application, dress
    from app.preferences import Preferences
    from app.window import MainWindow
    from app.workbench import Workbench

    begun, made = time.perf_counter(), application()
    preferences = Preferences()
    preferences.keep_flag("tour_seen", on=True)
    dress(made, preferences)
    window = MainWindow(Workbench(preferences))
    session, process = window.bench.session, psutil.Process()
    ticks: list[float] = []
    timer = QTimer(interval=2)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))

    def spin(until, *, at_most_s: float = 120.0) -> float:
        start = time.perf_counter()
        while not until() and time.perf_counter() - start < at_most_s:
            made.processEvents()
            time.sleep(0.0005)
        return time.perf_counter() - start

    def rest(seconds: float) -> None:
        end = time.perf_counter() + seconds
        spin(lambda: time.perf_counter() > end)

    def silence() -> dict[str, float]:
        gaps = sorted(1000 * (after - before) for before, after in pairwise(ticks))
        ticks.clear()
        return {"longest": round(gaps[-1], 1), "over_50": sum(gap > 50 for gap in gaps)} if gaps else {}

    def mib() -> float:
        return round(process.memory_info().rss / 2**20, 1)

    window.show()
    result: dict = {"start_page_s": round(time.perf_counter() - begun, 3), "longest_silence_ms": {}, "memory_mib": {}}
    said, memory = result["longest_silence_ms"], result["memory_mib"]
    rest(2.0)
    memory["start page"] = mib()
    timer.start()
    asked = time.perf_counter()
    window.actions_.start("study.example")
    spin(lambda: session.scene is not None)
    rest(0.3)
    said["session page made"] = silence()
    spin(lambda: session.scene is not None and bool(session.scene.analyses) and not session.provisional)
    result["example_shown_s"] = round(time.perf_counter() - asked, 2)
    said["job running"] = silence()
    rest(2.0)
    said["after the job"] = silence()
    memory["example"] = mib()

    import bench_timeline

    from core.project.opening import open_study

    path = folder / "timeline.vemo"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        bench_timeline.build(path)
    window.bench.close_study()
    spin(lambda: session.scene is None)
    rest(0.5)
    silence()
    asked = time.perf_counter()
    window.bench.open(
        lambda: open_study(path, secret=bench_timeline.bench_study.PASSPHRASE, circumstances=bench_timeline.QUICK)
    )
    spin(lambda: session.scene is not None and len(session.scene.segments) > 1000)
    made.processEvents()
    result["hour_first_paint_s"] = round(time.perf_counter() - asked, 3)
    said["an hour opened"] = silence()
    rest(20.0)
    said["the hour's figures and doubts"] = silence()
    memory["an hour"] = mib()
    draw, view = random.Random(3), window.docks["timeline"].widget().view
    halves = []
    for turn in range(gestures):
        at_s = draw.random() * 3600
        view.zoom(draw.choice((0.5, 2.0)), around_s=at_s)
        session.seek(at_s)
        session.select(draw.choice(session.scene.segments))
        rest(0.02)
        if turn in (gestures // 2, gestures - 1):
            halves.append(mib())
    said["the hour used"] = silence()
    memory["an hour, half way and at the end of the gestures"] = halves
    timer.stop()
    window.close()
    result["load_average"] = os.getloadavg()[0]
    return result


if __name__ == "__main__":
    main()
