"""How soon the start page is painted, against a bare PySide6 window in the same run. Prints JSON.

    xvfb-run -a python tests/bench/bench_start.py [REPEATS]

Each figure is the median, in seconds, from the start of the process to the end of the first paint; the two kinds of
start take turns, so that other work on the computer meets both alike.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WATCH = """
import json, os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType() and not self.seen:
            self.seen = True
            QTimer.singleShot(0, self.told)
        return False
    def told(self):
        heavy = [name for name in HEAVY if name in sys.modules]
        print(json.dumps({"at": time.monotonic(), "heavy": heavy}), flush=True)
        os._exit(0)
HEAVY = ("torch", "mediapipe", "av", "matplotlib", "pyqtgraph", "numpy", "apsw", "PIL", "cv2")
watch = Watch()
watch.seen = False
"""
BARE = (
    WATCH
    + """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
made = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("bare"))
window.centralWidget().installEventFilter(watch)
window.show()
made.exec()
"""
)
OURS = (
    WATCH
    + """
from app.application import application, start
application().installEventFilter(watch)
start(study=None, example=False)
"""
)


def run(script: str, home: str) -> tuple[float, list[str]]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "VIDEMO_HOME": home}
    begun = time.monotonic()
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout.splitlines()[-1])
    return told["at"] - begun, told["heavy"]


def main(repeats: int) -> None:
    bare, ours, heavy = [], [], set()
    with tempfile.TemporaryDirectory() as home:
        run(BARE, home), run(OURS, home)  # once for the caches
        for _ in range(repeats):
            bare.append(run(BARE, home)[0])
            spent, loaded = run(OURS, home)
            ours.append(spent)
            heavy |= set(loaded)
    figures = {
        "bare_s": round(statistics.median(bare), 3),
        "start_page_s": round(statistics.median(ours), 3),
        "ratio": round(statistics.median(ours) / statistics.median(bare), 2),
        "loaded_before_the_first_paint": sorted(heavy),
        "repeats": repeats,
        "load_average": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
