"""How fast a large study is: 40 sessions of 60 minutes, 60,000 segments, 4.3 million measured rows at 30 Hz.

    python tests/bench/bench_study.py [--sessions 40] [--minutes 60] [--folder DIR] [--keep]

Prints JSON: seconds, percentiles in milliseconds, and each figure's share of its limit (below 1 is within it).
"""

import argparse
import json
import platform
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.project import vault
from core.project.analyses import analyses, load_segment, save_analysis
from core.project.backups import keep_backup
from core.project.chunks import SeriesKey, read_series, read_times
from core.project.history import undo
from core.project.media import add_recording, recordings
from core.project.opening import create_study, open_study
from core.project.people import who_is_who_of
from core.project.reviews import desk
from core.project.screen import Window, screen
from core.project.sessions import add_marker, add_session, markers
from core.project.study import Study
from core.project.verify import verify_study
from core.records.analysis import EMOTIONS, Analysis, PersonSummary, Provenance, Reading, Segment
from core.records.measurement import BLENDSHAPES, Measurements, PersonTrack
from core.records.moment import Moment, Span
from core.records.review import Correction
from core.records.tree import AffectiveTree, Clue, Evidence, RationaleEdge
from core.records.video import Video

RATE = 30
SEGMENT_S = 2.4
CODES = [f"AU{number}" for number in (1, 2, 4, 5, 6, 7, 9, 10, 12, 14, 15, 17, 18, 20, 23, 24, 25, 26, 28, 43)]
PASSPHRASE = "a long enough passphrase"
LIMITS_MS = {"open": 1000.0, "screen": 20.0, "commit": 30.0}


def wave(draw: np.random.Generator, rows: int, columns: int) -> np.ndarray:
    """Smooth movement with the noise of a landmarker on it, in [0, 1]."""
    steps = np.cumsum(draw.normal(scale=0.02, size=(rows, columns)), axis=0)
    return np.abs(np.sin(steps) * 0.6 + draw.normal(scale=0.004, size=(rows, columns))).clip(0, 1).astype(np.float32)


def measured(rows: int, seed: int) -> Measurements:
    draw = np.random.default_rng(seed)
    ticks = np.round(np.arange(rows) / RATE, 6)
    return Measurements(
        times_s=ticks,
        boxes=(wave(draw, rows, 4) * 400 + 100).astype(np.float32),
        blendshapes=wave(draw, rows, len(BLENDSHAPES)),
        pose=(wave(draw, rows, 3) * 40 - 20).astype(np.float32),
        quality=(draw.random(rows) > 0.95).astype(np.uint8) * 2,
        quality_values=wave(draw, rows, 5),
        observed=wave(draw, rows, 2),
        observed_names=("gaze_x_deg", "gaze_y_deg"),
    )


def segment(number: int, draw: random.Random, *, person: int = 1, people: int = 1) -> Segment:
    base = Fraction(1, 90000)
    start = round((number - 1) * SEGMENT_S * 90000)
    span = Span(Moment(start, base), Moment(start + round(SEGMENT_S * 90000), base))
    share = np.array([draw.random() for _ in EMOTIONS])
    share /= share.sum()
    distribution = dict(zip(EMOTIONS, share.tolist(), strict=True))
    label = max(distribution, key=lambda name: distribution[name])
    clues = [
        Clue(
            f"c{n}",
            "attribute",
            CODES[n],
            "present",
            f"{CODES[n]} is shown for most of the span",
            span,
            draw.random(),
            "supported",
            (Evidence(CODES[n], draw.random(), draw.random(), 0.3, "intensity", "above the threshold for 0.5 s"),),
        )
        for n in draw.sample(range(len(CODES)), 6)
    ]
    clues += [
        Clue("e1", "expression", "smile", "marked", "a smile with raised cheeks", span, draw.random(), "supported", ()),
        Clue("m1", "emotion", label, "displayed", f"{label} is displayed", span, draw.random(), "supported", ()),
    ]
    edges = tuple(RationaleEdge(clue.id, "e1", f"{clue.name} belongs to it") for clue in clues[:6])
    reading = Reading(label, distribution, ("neutral", "surprise"), draw.random(), {"appearance": distribution}, "")
    return Segment(
        f"S{(number - 1) * people + person}",
        f"P{person}",
        span,
        "display changes",
        True,
        draw.random(),
        draw.random() > 0.5,
        {"occluded": draw.random()},
        span.start_s,
        reading,
        AffectiveTree(tuple(clues), edges),
    )


def whole(minutes: float, *, people: int = 1) -> tuple[Analysis, tuple[PersonTrack, ...]]:
    """An analysis with its tracks: everybody is seen all the time; curves lie on the grid of 0.1 s."""
    rows, draw = int(minutes * 60 * RATE), random.Random(1)
    span = Span.between(0, minutes * 60)
    grid = np.round(np.arange(rows // (RATE // 10)) / 10, 6)
    faces = [measured(rows, 2 + number) for number in range(people)]
    summaries = tuple(
        PersonSummary(
            f"P{number}",
            (span,),
            0.9,
            "the quietest tenth",
            grid,
            dict(zip(CODES, wave(np.random.default_rng(30 + number), len(grid), len(CODES)).T.copy(), strict=True)),
            dict.fromkeys(CODES, 0.1),
            face.quality[:: RATE // 10].copy(),
        )
        for number, face in enumerate(faces, start=1)
    )
    base = Fraction(1, 90000)
    start, rate = Moment(0, base), Fraction(RATE)
    video = Video(
        Path("x.mp4"), "ab" * 32, "mp4", "h264", "yuv420p", 1920, 1080, 0, base, start, minutes * 60, rows, rate,
        False, False, None,
    )  # fmt: skip
    made = Provenance("VidEmo Studio", "0", "release", "measured", {}, {}, {}, {}, 1, "2026-11-23T00:00:00+00:00")
    parts = tuple(
        segment(number, draw, person=person, people=people)
        for number in range(1, round(minutes * 60 / SEGMENT_S) + 1)
        for person in range(1, people + 1)
    )
    tracks = tuple(PersonTrack(f"P{number}", face) for number, face in enumerate(faces, start=1))
    return Analysis(video, span, summaries, parts, (), None, (), made), tracks


def spread(times_ms: list[float], limit_ms: float) -> dict[str, float]:
    ordered = np.sort(times_ms)
    shares = {f"p{q}_ms": round(float(np.percentile(ordered, q)), 2) for q in (50, 95, 99)}
    return shares | {
        "worst_ms": round(float(ordered[-1]), 2),
        "n": len(ordered),
        "p95_of_limit": round(float(np.percentile(ordered, 95)) / limit_ms, 3),
    }


def timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000


def build(path: Path, *, sessions: int, minutes: float) -> dict[str, float]:
    analysis, tracks = whole(minutes)
    (track,) = tracks
    study = create_study(path, name="bench", purpose="research", passphrase=PASSPHRASE).study
    raw = sum(
        getattr(track.measurements, name).nbytes
        for name in ("times_s", "boxes", "blendshapes", "pose", "quality", "quality_values", "observed")
    )
    raw += sum(curve.nbytes for curve in analysis.people[0].curves.values())
    saving: list[float] = []
    for number in range(sessions):
        session = add_session(study, f"session {number + 1}")
        sha = f"{number:064x}"
        recording = add_recording(study, path.parent / f"{number}.mp4", session=session, sha256=sha)
        one = replace(analysis, video=replace(analysis.video, sha256=sha))
        saving.append(timed(lambda one=one, r=recording: save_analysis(study, one, recording=r, tracks=tracks)))
        print(f"session {number + 1}: {saving[-1] / 1000:.1f} s", file=sys.stderr)
    fill_group(study, minutes=minutes)
    study.close()
    size = path.stat().st_size
    return {
        "save_one_analysis_s": round(float(np.median(saving)) / 1000, 2),
        "file_mb": round(size / 1e6, 1),
        "measurements_raw_mb": round(raw * sessions / 1e6, 1),
        "file_of_raw": round(size / (raw * sessions), 3),
    }


GROUP = 6
"""People in the one session that is a group."""


def fill_group(study: Study, *, minutes: float) -> None:
    """A last session of six people with a review on every ninth segment and 60 markers."""
    analysis, tracks = whole(minutes, people=GROUP)
    session = add_session(study, "group")
    recording = add_recording(study, study.folder / "group.mp4", session=session, sha256="f" * 64)
    number = save_analysis(study, analysis, recording=recording, tracks=tracks)
    seat = desk(study, "ben")
    for part in analysis.segments[::9]:
        seat.review(analysis=number, segment=part.id, verdict="agree")
    for at_s in np.linspace(0, minutes * 60 - 1, 60):
        add_marker(study, session=session, kind="event", label="a touch", start_s=float(at_s))


def measure_group(study: Study, *, session: int, minutes: float) -> dict[str, object]:
    """Every query of one screen of the whole group session, each by itself."""
    (recording,) = recordings(study, session)
    analysis = analyses(study, recording=recording.id)[-1].id
    people = [f"P{number}" for number in range(1, GROUP + 1)]

    def shown(*curves: str) -> Callable[[], object]:
        window = Window(session, 0.0, minutes * 60, curves=tuple((who, name) for who in people for name in curves))
        return lambda: screen(study, window)

    def quality() -> None:
        for who in people:
            read_series(study, SeriesKey(analysis, who, "grid:quality"))
            read_times(study, SeriesKey(analysis, who, "grid:times_s"))

    queries: dict[str, Callable[[], object]] = {
        "segments with reviews and markers": shown(),
        "the same and a curve of each": shown(CODES[0]),
        "the same and a measured column of each": shown("track:jawOpen"),
        "quality of each": quality,
        "reviews": lambda: desk(study, "anna").reviews(analysis=analysis),
        "markers": lambda: markers(study, session),
        "who is who": lambda: who_is_who_of(study, analysis),
    }
    return {name: spread([timed(query) for _ in range(200)], LIMITS_MS["screen"]) for name, query in queries.items()}


def measure(path: Path, *, sessions: int, minutes: float) -> dict[str, object]:
    draw = random.Random(7)
    derive = [
        timed(lambda: vault.Strength() and vault.passphrase_slot(bytes(32), PASSPHRASE, study="x")) for _ in range(3)
    ]
    opened: list[float] = []
    for _ in range(5):
        start = time.perf_counter()
        study = open_study(path, secret=PASSPHRASE)
        screen(study, Window(1, 0.0, 60.0))
        opened.append((time.perf_counter() - start) * 1000)
        study.close()
    study = open_study(path, secret=PASSPHRASE)
    curves = tuple(
        ("P1", name)
        for name in (*CODES[:4], "track:mouthSmileLeft", "track:jawOpen", "track:pose.yaw", "track:observed.0")
    )
    screens: dict[str, object] = {}
    for name, length_s in (
        ("10 s", 10.0),
        ("1 min", 60.0),
        ("5 min", 300.0),
        ("20 min", 1200.0),
        ("whole session", minutes * 60),
    ):
        times: list[float] = []
        for _ in range(60):
            start_s = draw.random() * max(0.0, minutes * 60 - length_s)
            window = Window(draw.randint(1, sessions), start_s, start_s + length_s, curves=curves)
            times.append(timed(lambda window=window: screen(study, window)))
        screens[name] = spread(times, LIMITS_MS["screen"])
    seat = desk(study, "anna")
    last = round(minutes * 60 / SEGMENT_S)
    trees = [
        timed(lambda: load_segment(study, analysis=draw.randint(1, sessions), segment=f"S{draw.randint(1, last)}"))
        for _ in range(100)
    ]
    commits = [
        timed(
            lambda: seat.review(
                analysis=draw.randint(1, sessions),
                segment=f"S{draw.randint(1, last)}",
                verdict="correct",
                correction=Correction(label="sadness"),
                comment="a comment of usual length",
            )
        )
        for _ in range(200)
    ]
    undos = [timed(lambda: undo(study)) for _ in range(50)]
    result: dict[str, object] = {
        "open_with_first_screen": spread(opened, LIMITS_MS["open"]),
        "of_which_scrypt_ms": round(min(derive), 1),
        "screen_of_8_curves": screens,
        "whole_session_of_a_group": measure_group(study, session=sessions + 1, minutes=minutes),
        "tree_of_a_segment": spread(trees, LIMITS_MS["screen"]),
        "correction_commit": spread(commits, LIMITS_MS["commit"]),
        "undo_commit": spread(undos, LIMITS_MS["commit"]),
    }
    result["backup_with_verification_s"] = round(timed(lambda: keep_backup(study)) / 1000, 2)
    result["verify_everything_s"] = round(timed(lambda: verify_study(study)) / 1000, 2)
    study.close()
    return result


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=40)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--keep", action="store_true", help="leave the study there, and use it again next time")
    args = parser.parse_args()
    folder = args.folder or Path(tempfile.mkdtemp(prefix="videmo-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "bench.vemo"
    result: dict[str, object] = {"machine": f"{platform.machine()}, {platform.system()} {platform.release()}"}
    result |= {"sessions": args.sessions, "segments": args.sessions * round(args.minutes * 60 / SEGMENT_S)}
    result["rows"] = int(args.sessions * args.minutes * 60 * RATE)
    if not path.exists():
        result["building"] = build(path, sessions=args.sessions, minutes=args.minutes)
    result["using"] = measure(path, sessions=args.sessions, minutes=args.minutes)
    print(json.dumps(result, indent=2))
    if not args.keep:
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
