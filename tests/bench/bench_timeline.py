"""How fast the timeline is: 60 minutes, 6 people, 9,000 segments; painting measured frame by frame.

    python tests/bench/bench_timeline.py [--folder DIR] [--frames 300] [--width 1400] [--height 420]

Prints JSON. The study is a real one, built at the first run and kept in the folder. `first_paint`: from asking for the
session of the open study to the end of the timeline's first painting. `pan`, `zoom`: from a gesture to the end of the
repaint of lanes, axis and mini-map, at four spans, with and without distributions and curves; `just_opened`: while the
study's lane still reads the doubts of all segments. Run it with QT_QPA_PLATFORM=offscreen, or under Xvfb.
"""

import argparse
import json
import os
import platform
import random
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import bench_study
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from app.actions import Actions
from app.look import LIGHT, wear
from app.panels.timeline import TimelinePanel
from app.preferences import Preferences
from app.workbench import Workbench
from core.project.analyses import save_analysis
from core.project.media import add_recording
from core.project.opening import Circumstances, create_study, open_study
from core.project.reviews import desk
from core.project.sessions import add_marker, add_session
from core.project.vault import Strength
from core.records.measurement import Speech
from core.records.moment import Moment, Span
from core.records.review import Correction

PEOPLE = 6
SEGMENTS = 9000
MINUTES = 60.0
LIMITS = {"first_paint_s": 0.5, "p95_ms": 16.0, "p99_ms": 33.0}
QUICK = Circumstances(who="anna", strength=Strength(n=256))


def build(path: Path) -> None:
    """A study with one session of an hour, six people and nine thousand segments of uneven length."""
    draw, numbers = random.Random(1), np.random.default_rng(2)
    analysis, tracks = bench_study.whole(MINUTES)
    rows, each = int(MINUTES * 600), SEGMENTS // PEOPLE
    people, parts = [], []
    for person in range(PEOPLE):
        name = f"P{person + 1}"
        curves = dict(zip(bench_study.CODES, bench_study.wave(numbers, rows, 20).T.copy(), strict=True))
        quality = np.zeros(rows, np.uint8)
        for _ in range(60):
            start = draw.randrange(rows)
            quality[start : start + draw.randrange(5, 120)] = 1 << draw.randrange(6)
        people.append(
            replace(analysis.people[0], id=name, times_s=np.arange(rows) / 10, curves=curves, quality=quality)
        )
        cuts = np.sort(numbers.random(each - 1)) * MINUTES * 60
        borders = [0, *np.round(cuts * 90000).astype(int).tolist(), round(MINUTES * 60 * 90000)]
        for number in range(each):
            base = analysis.segments[number % len(analysis.segments)]
            beat = base.span.start.time_base
            span = Span(Moment(borders[number], beat), Moment(max(borders[number + 1], borders[number] + 1), beat))
            seen = draw.random() > 0.08
            parts.append(
                replace(
                    base,
                    id=f"S{len(parts) + 1}",
                    person=name,
                    span=span,
                    assessable=seen,
                    reading=base.reading if seen else None,
                )
            )
    speech = Speech(tuple((float(s), float(s) + 4.0) for s in range(3, int(MINUTES * 60) - 5, 9)), "")
    cuts_s = tuple(float(cut) for cut in range(60, int(MINUTES * 60), 90))
    whole = replace(analysis, people=tuple(people), segments=tuple(parts), speech=speech, cuts_s=cuts_s)
    with create_study(
        path, name="bench", purpose="research", passphrase=bench_study.PASSPHRASE, circumstances=QUICK
    ).study as study:
        session = add_session(study, "an hour")
        recording = add_recording(study, path.parent / "hour.mp4", session=session, sha256="ab" * 32, video=whole.video)
        number = save_analysis(study, whole, recording=recording, tracks=tracks)
        for place in range(12):
            add_marker(study, session=session, kind="event", label=f"question {place + 1}", start_s=100.0 + 280 * place)
        seat = desk(study, "anna")
        for place in range(1, 400, 7):
            seat.review(analysis=number, segment=f"S{place}", verdict="correct", correction=Correction(label="fear"))
        for place in range(1500, 2600, 9):
            seat.review(analysis=number, segment=f"S{place}", verdict=draw.choice(["agree", "disagree", "unsure"]))


def settle(app: QApplication, done: object = None, *, seconds: float = 0.3) -> None:
    """Lets the event loop run."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if callable(done) and done():
            return


def spread(times_ms: list[float]) -> dict[str, object]:
    share = {f"p{q}_ms": round(float(np.percentile(times_ms, q)), 2) for q in (50, 95, 99)}
    fine = share["p95_ms"] < LIMITS["p95_ms"] and share["p99_ms"] < LIMITS["p99_ms"]
    return share | {"worst_ms": round(max(times_ms), 2), "frames": len(times_ms), "within": fine}


def repaint(panel: TimelinePanel) -> None:
    """Paints at once what a view change would paint at the next turn of the loop."""
    panel.canvas.repaint()
    panel.axis.repaint()
    panel.minimap.repaint()


def gestures(panel: TimelinePanel, app: QApplication, *, frames: int) -> dict[str, object]:
    """Pans and zooms at several spans, each frame painted at once; the loop turns between two frames."""
    view, draw, found = panel.view, random.Random(3), {}
    for name, span_s in (("whole", MINUTES * 60), ("10 min", 600.0), ("1 min", 60.0), ("10 s", 10.0)):
        view.show(1000.0, 1000.0 + span_s)
        settle(app, seconds=0.1)
        pan, zoom = [], []
        way = 1
        for _ in range(frames):
            if view.end_s >= view.length_s or view.start_s <= 0:
                way = -way
            start = time.perf_counter()
            view.pan(way * view.span_s * draw.uniform(0.003, 0.03))
            repaint(panel)
            pan.append((time.perf_counter() - start) * 1000)
            app.processEvents()
        for turn in range(frames):
            start = time.perf_counter()
            view.zoom(1.12 if turn % 2 else 1 / 1.12, around_s=view.start_s + view.span_s * draw.random())
            repaint(panel)
            zoom.append((time.perf_counter() - start) * 1000)
            app.processEvents()
        found[name] = {"pan": spread(pan), "zoom": spread(zoom)}
    return found


def playing(panel: TimelinePanel, bench: Workbench, app: QApplication, *, frames: int) -> dict[str, object]:
    """The playhead runs through a minute; the view follows."""
    panel.view.show(600.0, 660.0)
    bench.session.show(600.0)
    times = []
    for frame in range(frames * 3):
        start = time.perf_counter()
        bench.session.show(600.0 + frame / 30 * 2)
        app.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    return spread(times)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "videmo-bench-timeline")
    parser.add_argument("--frames", type=int, default=200)
    parser.add_argument("--width", type=int, default=1400)
    parser.add_argument("--height", type=int, default=420)
    parser.add_argument("--picture", type=Path, help="saves what was painted there")
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    path = args.folder / "hour.vemo"
    if not path.exists():
        print("building the study once", file=sys.stderr)
        build(path)
    app = QApplication(["bench"])
    wear(LIGHT)
    preferences = Preferences(args.folder / "window.ini")
    preferences.rater = "anna"
    bench = Workbench(preferences)
    actions = Actions(bench)
    panel = TimelinePanel(bench, actions)
    panel.resize(args.width, args.height)
    panel.show()
    settle(app)
    opened: list[float] = []
    bench.session.opened.connect(lambda: opened.append(time.perf_counter()))
    firsts = []
    for _ in range(5):
        bench.open(
            lambda: open_study(path, secret=bench_study.PASSPHRASE, circumstances=QUICK),
            session=-1,
            failed=lambda _: None,
        )
        settle(app, lambda: bench.study is not None, seconds=10)
        settle(app, seconds=0.2)
        opened.clear()
        start = time.perf_counter()
        bench.show_session(1)
        settle(app, lambda: bool(opened), seconds=20)
        repaint(panel)
        firsts.append(time.perf_counter() - start)
        bench.close_study()
        settle(app, seconds=0.2)
    bench.open(lambda: open_study(path, secret=bench_study.PASSPHRASE, circumstances=QUICK), session=1)
    settle(app, lambda: bench.session.scene is not None, seconds=20)
    scene = bench.session.scene
    start = time.perf_counter()
    bench.session.refresh(scene)
    repaint(panel)
    refresh_ms = (time.perf_counter() - start) * 1000
    busy = gestures(panel, app, frames=args.frames // 4)
    settle(app, seconds=5)
    result: dict[str, object] = {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
        "platform": app.platformName(),
        "scale": panel.devicePixelRatioF(),
        "size": [args.width, args.height],
        "segments": len(scene.segments),
        "people": len(scene.people),
        "first_paint_s": [round(one, 3) for one in firsts],
        "first_paint_within": float(np.median(firsts)) < LIMITS["first_paint_s"],
        "scene_replaced_ms": round(refresh_ms, 1),
        "just_opened": busy["whole"],
        "lanes": gestures(panel, app, frames=args.frames),
        "playing": playing(panel, bench, app, frames=args.frames),
    }
    actions.start("view.distribution")
    panel._show_curves(tuple((person.key, code) for person in scene.people[:2] for code in ("AU12", "AU4")))
    panel.view.show(0, MINUTES * 60)
    settle(
        app, lambda: len(bench.session.distributions) >= sum(r.label is not None for r in scene.segments), seconds=60
    )
    result["with_distributions_and_curves"] = gestures(panel, app, frames=args.frames // 2)
    if args.picture:
        panel.view.show(1000, 1040)
        settle(app, seconds=0.5)
        panel.grab().save(str(args.picture))
    print(json.dumps(result, indent=2))
    panel.close()
    bench.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
