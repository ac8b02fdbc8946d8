"""How near `videmo analyse` comes to the machine's limit, and how fast the default setting is. Prints JSON.

    python tests/bench/bench_analyse.py [VIDEO] [--seconds 175] [--workers N]

Without VIDEO the catalogue's sample is re-encoded to 1280 x 720 at 30 frames a second and repeated to three minutes.
The limit is cores divided by the CPU seconds that one frame costs in decoding, colour conversion and the landmarker,
each measured alone in this run; the landmarker is called as MediaPipe's own guide does (whole picture, one face), not
as this program does.
"""

import argparse
import json
import os
import platform
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

from bench_memory import repeated

from core.footage.reader import FrameReader, probe
from core.models import locate
from core.pipeline import Request, analyse
from core.progress import finish
from tests.media import re_encode


def cpu_s() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def per_frame(path: Path, frames: int) -> dict[str, float]:
    """CPU seconds per frame of decoding, of colour conversion and of MediaPipe's landmarker, each alone."""
    import mediapipe as mp
    from mediapipe.tasks.python import BaseOptions, vision

    video = probe(path)
    begun, count = cpu_s(), 0
    with FrameReader(video) as reader:
        for _ in reader.frames():
            count += 1
            if count == frames:
                break
    decode = (cpu_s() - begun) / count
    pictures = []
    begun = cpu_s()
    with FrameReader(video) as reader:
        for number, frame in enumerate(reader.frames()):
            if number == count:
                break
            picture = frame.rgb()
            if number % 10 == 0:
                pictures.append(picture)
    convert = max(0.0, (cpu_s() - begun) / count - decode)
    found: dict[str, float] = {}
    for mode in ("IMAGE", "VIDEO"):
        options = vision.FaceLandmarkerOptions(
            base_options=BaseOptions(model_asset_path=str(locate("face-landmarker"))),
            running_mode=getattr(vision.RunningMode, mode),
            output_face_blendshapes=True,
            output_facial_transformation_matrixes=True,
        )
        with vision.FaceLandmarker.create_from_options(options) as landmarker:
            images = [mp.Image(image_format=mp.ImageFormat.SRGB, data=picture) for picture in pictures]
            call = landmarker.detect if mode == "IMAGE" else landmarker.detect_for_video
            call(*((images[0],) if mode == "IMAGE" else (images[0], 0)))
            begun = cpu_s()
            for number, image in enumerate(images, start=1):
                call(*((image,) if mode == "IMAGE" else (image, number * 333)))
            found[mode.lower()] = (cpu_s() - begun) / len(images)
    return {"decode": decode, "convert": convert, "landmarker": found["image"], "landmarker_video_mode": found["video"]}


def timed(path: Path, *, every_frame: bool, workers: int, seconds: float) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as folder:
        begun, cpu = time.perf_counter(), cpu_s()
        request = Request(path, Path(folder), end_s=seconds, every_frame=every_frame, workers=workers)
        outcome = finish(analyse(request))
        wall = time.perf_counter() - begun
    segments = [
        (s.person, s.span.start_s, s.span.end_s, s.reading.label if s.reading else "not assessable")
        for s in outcome.analysis.segments
    ]
    return {"wall_s": wall, "cpu_s": cpu_s() - cpu, "segments": segments}


def agreement(one: list, other: list, step_s: float = 0.1) -> float:
    """Share of time in which two results give the same person the same label."""

    def labels(segments: list) -> dict[tuple[str, int], str]:
        return {
            (person, place): label
            for person, start, end, label in segments
            for place in range(round(start / step_s), round(end / step_s))
        }

    first, second = labels(one), labels(other)
    return sum(first[key] == second.get(key) for key in first) / max(1, len(first))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("video", type=Path, nargs="?")
    parser.add_argument("--seconds", type=float, default=175.0)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = args.video
        if path is None:
            once = re_encode(locate("sample"), Path(folder) / "once.mp4", rate=30, size=(1280, 720))
            path = repeated(once, Path(folder) / "three.mp4", minutes=3)
        video = probe(path)
        seconds = min(args.seconds, video.duration_s)
        frames = video.frames * seconds / video.duration_s
        timed(path, every_frame=False, workers=args.workers, seconds=1.0)
        costs = per_frame(path, min(300, int(frames)))
        limit = args.workers / (costs["decode"] + costs["convert"] + costs["landmarker"])
        limit_video_mode = args.workers / (costs["decode"] + costs["convert"] + costs["landmarker_video_mode"])
        full = timed(path, every_frame=True, workers=args.workers, seconds=seconds)
        single = timed(path, every_frame=True, workers=1, seconds=seconds)
        default = timed(path, every_frame=False, workers=args.workers, seconds=seconds)
        print(
            json.dumps(
                {
                    "machine": {"cores": os.cpu_count(), "cpu": platform.processor() or platform.machine()},
                    "video": {"width": video.width, "height": video.height, "frames": frames, "seconds": seconds},
                    "cpu_ms_per_frame": {name: round(1000 * value, 2) for name, value in costs.items()},
                    "limit_frames_per_s": round(limit, 1),
                    "limit_frames_per_s_video_mode": round(limit_video_mode, 1),
                    "every_frame": {
                        "frames_per_s": round(frames / full["wall_s"], 1),
                        "share_of_limit": round(frames / full["wall_s"] / limit, 3),
                        "share_of_limit_video_mode": round(frames / full["wall_s"] / limit_video_mode, 3),
                        "speed_up_over_one_worker": round(single["wall_s"] / full["wall_s"], 2),
                        "equals_one_worker": full["segments"] == single["segments"],
                    },
                    "default": {
                        "times_real_time": round(seconds / default["wall_s"], 2),
                        "same_labels_as_every_frame": round(agreement(default["segments"], full["segments"]), 3),
                        "segments": default["segments"],
                    },
                    "every_frame_segments": full["segments"],
                },
                indent=2,
            )
        )


if __name__ == "__main__":
    main()
