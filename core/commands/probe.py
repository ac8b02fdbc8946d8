"""`videmo probe`: what a recording holds. Comes in: a file. Goes out: a few lines or JSON."""

import argparse
import json
from pathlib import Path

from core.records.video import Video


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's arguments."""
    parser.add_argument("video", type=Path, metavar="VIDEO", help="the recording or picture")
    parser.add_argument("--json", action="store_true", help="print JSON instead of lines to read")


def run(args: argparse.Namespace) -> int:
    """Prints what the file holds."""
    from core.footage.reader import probe

    video = probe(args.video)
    if args.json:
        print(json.dumps(_fields(video), indent=2, ensure_ascii=False))
        return 0
    for name, value in _fields(video).items():
        if name != "notes":
            print(f"{name.replace('_', ' '):<21} {_words(value)}")
    for note in video.notes:
        print(f"note: {note}")
    return 0


def _fields(video: Video) -> dict[str, object]:
    audio = video.audio
    return {
        "file": video.path.name,
        "sha256": video.sha256,
        "container": video.container,
        "codec": video.codec,
        "pixel_format": video.pixel_format,
        "width": video.width,
        "height": video.height,
        "rotation": video.rotation,
        "duration_s": round(video.duration_s, 3),
        "frames": video.frames,
        "average_rate": None if video.average_rate is None else round(float(video.average_rate), 3),
        "variable_frame_rate": video.variable_frame_rate,
        "interlaced": video.interlaced,
        "audio": None if audio is None else f"{audio.codec}, {audio.sample_rate} Hz, {audio.channels} channel(s)",
        "notes": list(video.notes),
    }


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else str(value)
