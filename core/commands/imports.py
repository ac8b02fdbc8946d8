"""`videmo imports`: what a file of another tool holds. Comes in: a file. Goes out: a line per track, or JSON."""

import argparse
import json
from pathlib import Path

from core.commands.progress_bar import show
from core.records.foreign import ForeignTrack


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a file of ELAN, BORIS, py-feat, OpenFace, VTT or SRT")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")


def run(args: argparse.Namespace) -> int:
    """Reads the file whole and prints what it holds."""
    from core.imports.reading import read_foreign

    found = show(read_foreign(args.file))
    if args.json:
        plain = {"tracks": [_fields(track) for track in found.tracks], "notes": list(found.notes)}
        print(json.dumps(plain, indent=2, ensure_ascii=False))
        return 0
    for track in found.tracks:
        who = f", {track.person}" if track.person else ""
        print(f"{track.origin.tool}: {track.origin.place}{who}: {_amount(track)}")
    for note in found.notes:
        print(f"note: {note}")
    return 0


def _amount(track: ForeignTrack) -> str:
    if track.samples is not None:
        return f"{len(track.samples.times_s)} samples of {', '.join(track.samples.names)}"
    labels = dict.fromkeys(one.label for one in track.annotations)
    return f"{len(track.annotations)} annotations, {len(labels)} labels"


def _fields(track: ForeignTrack) -> dict[str, object]:
    samples = track.samples
    return {
        "tool": track.origin.tool,
        "file": track.origin.file,
        "sha256": track.origin.sha256,
        "place": track.origin.place,
        "coder": track.origin.coder,
        "clock": track.origin.clock,
        "media": [{"name": one.name, "offset_s": one.offset_s} for one in track.origin.media],
        "person": track.person,
        "vocabulary": list(track.vocabulary),
        "annotations": [
            {"start_s": one.span.start_s, "end_s": one.span.end_s, "label": one.label, "detail": list(one.detail)}
            for one in track.annotations
        ],
        "samples": None if samples is None else {"count": len(samples.times_s), "names": list(samples.names)},
    }
