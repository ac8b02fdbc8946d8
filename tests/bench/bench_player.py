"""Measures the player in its panel: from an input to the picture on the screen, play, memory. Prints JSON.

    xvfb-run -a python tests/bench/bench_player.py [--seconds 20]

The recording is 720p H.264 with a key frame every 10 s, made here. Scrubbing drags the playhead at 30 updates a second,
once through the whole minute, once to anywhere, once to and fro within a group. `to picture` is the time from the wish
to the first picture painted for it or a later one; `to exact` until the wished frame itself is painted, for wishes that
were not overtaken.
"""

import argparse
import json
import os
import random
import sys
import tempfile
import time
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
if "DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import psutil
from PySide6.QtCore import QEventLoop, QTimer

from app.actions import Actions
from app.application import application
from app.look import LIGHT, wear
from app.panels.player import PlayerPanel
from app.preferences import Preferences
from app.workbench import Workbench
from core.footage.probe import probe
from core.project import sessions
from core.project.media import add_recording
from core.project.opening import Circumstances, create_study, open_study
from tests import media

UPDATES = 30
RATE = 30


def turn(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def spread(values: list[float]) -> dict[str, float]:
    points = np.percentile(np.array(values or [np.nan]) * 1000, (50, 95, 99))
    return {name: round(float(value), 1) for name, value in zip(("p50", "p95", "p99"), points, strict=True)}


class Bench:
    def __init__(self, panel: PlayerPanel, bench: Workbench) -> None:
        self.panel, self.bench = panel, bench
        self.waiting: list[tuple[float, float]] = []
        self.first: list[float] = []
        self.exact: list[float] = []
        self.last: tuple[float, float] | None = None
        panel.view.painted.connect(self.painted)

    def painted(self) -> None:
        now, frame = time.perf_counter(), self.panel.deck.current
        self.first += [now - at for at, _ in self.waiting]
        self.waiting.clear()
        if self.last is not None and frame is not None and frame.shown.exact:
            at, wanted = self.last
            if frame.shown.moment.seconds <= wanted < frame.shown.end.seconds:
                self.exact.append(now - at)
                self.last = None

    def scrub(self, times: list[float]) -> dict[str, object]:
        self.first, self.exact = [], []
        begun = time.perf_counter()
        for place, wanted in enumerate(times):
            left = begun + place / UPDATES - time.perf_counter()
            turn(max(left, 0.001))
            self.last = (time.perf_counter(), wanted)
            self.waiting.append(self.last)
            self.bench.session.seek(wanted)
        turn(2.0)
        return {
            "updates": len(times),
            "unanswered": len(self.waiting),
            "to picture ms": spread(self.first),
            "to exact ms": spread(self.exact),
            "reached exactly": len(self.exact),
        }

    def play(self, seconds: float, speed: int) -> dict[str, object]:
        seen: list[tuple[float, float]] = []
        self.panel.transport.speed.setCurrentIndex(speed)
        self.bench.session.seek(1.0)
        turn(1.0)

        def note() -> None:
            frame = self.panel.deck.current
            if frame is not None:
                seen.append((time.perf_counter(), frame.shown.moment.seconds))

        self.panel.view.painted.connect(note)
        self.panel.deck.play()
        turn(seconds)
        self.panel.deck.toggle()
        self.panel.view.painted.disconnect(note)
        turn(0.3)
        times = sorted({round(at * RATE) for _, at in seen})
        due = times[-1] - times[0] + 1 if times else 0
        gaps = np.diff([at for at, _ in seen])
        return {
            "speed": self.panel.deck.speed,
            "frames due": due,
            "frames painted": len(times),
            "longest gap ms": round(float(gaps.max()) * 1000, 1) if len(gaps) else None,
        }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--clip", type=Path, help="kept here, so that a second run need not make it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.clip or Path(folder) / "hd.mp4"
        if not path.exists():
            clip = media.Clip(
                path.name, frames=60 * RATE, width=1280, height=720, gop=10 * RATE, time_base=Fraction(1, RATE),
                ticks=(1,), options={"preset": "veryfast"},
            )  # fmt: skip
            media.build(path.parent, clip)
        video = probe(path)
        study_path = Path(folder) / "bench.vemo"
        circumstances = Circumstances(who="bench")
        with create_study(
            study_path, name="bench", purpose="research", passphrase=None, circumstances=circumstances
        ).study as study:
            session = sessions.add_session(study, "bench")
            add_recording(study, path, session=session, sha256=video.sha256, video=video)
        wear_application = application()
        wear(LIGHT)
        bench = Workbench(Preferences(Path(folder) / "window.ini"))
        panel = PlayerPanel(bench, Actions(bench), speaker=None)
        panel.resize(820, 560)
        panel.show()
        bench.open(lambda: open_study(study_path, secret=None, circumstances=circumstances))
        turn(3.0)
        measured = Bench(panel, bench)
        draw = random.Random(1)
        count = round(options.seconds * UPDATES)
        length_s = video.duration_s - 0.1
        process = psutil.Process()
        found: dict[str, object] = {"load": os.getloadavg()[0], "cores": os.cpu_count()}
        found["memory before MiB"] = round(process.memory_info().rss / 2**20)
        found["drag"] = measured.scrub([place / count * length_s for place in range(count)])
        found["anywhere"] = measured.scrub([draw.uniform(0, length_s) for _ in range(count)])
        swing = [length_s / 2 + 4.5 * np.sin(place / 12) for place in range(count)]
        found["to and fro"] = measured.scrub([float(one) for one in swing])
        found["play"] = [measured.play(options.seconds / 2, 3), measured.play(options.seconds / 4, 8)]
        found["memory after MiB"] = round(process.memory_info().rss / 2**20)
        bench.close()
        wear_application.processEvents()
        print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
