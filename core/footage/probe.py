"""Looks into a recording. Comes in: a path. Goes out: a `Video`, or one sentence why it cannot be read.

Every packet is read once and one frame is decoded; nothing is assumed of frame rates or of what headers promise.

Stated rules:
- **Time zero** is the first frame that can be decoded; packets shown before it do not count.
- **Frames** are the picture's packets that are meant to be shown; **duration** runs to the end of the last one.
- **Variable frame rate**: more than 2 % of the intervals (and at least two) differ from the median interval by more
  than 10 % and by more than two ticks of the time base, which is what rounding can do.
- **Interlaced**: the stream says so, or its first frame does.
- **Broken time**: after a gap of more than an hour the rest is left out; no camera pauses so within one file.
"""

import hashlib
import statistics
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from av import error

from core.errors import FootageError
from core.footage.container import LARGEST_PIXELS, open_container, packets_of, picture_stream
from core.records.moment import Moment
from core.records.video import AudioStream, Rotation, Video

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

VARIABLE_SHARE = 0.02
VARIABLE_BY = 0.10
LONGEST_GAP_S = 3600
SHORT_BY_S = 0.25
SHORT_BY_SHARE = 0.03
"""A file is called cut off when it ends this much, in seconds and as a share, before the time its header states."""
ASSUMED_RATE = Fraction(25)
WIDEST_PIXEL = 8
_INTERLACED_ORDERS = frozenset({2, 3, 4, 5})  # AV_FIELD_TT, BB, TB, BT


@dataclass(frozen=True, slots=True)
class _Look:
    """What the first frame that can be decoded shows."""

    size: tuple[int, int]
    """Width and height as stored."""
    pixel_format: str
    start: int | None
    """Its time in ticks, None where the container states none."""
    rotation: Rotation
    aspect: Fraction | None
    interlaced: bool
    notes: list[str]


@dataclass(slots=True)
class _Packets:
    """What one pass over the packets and the headers gave; times in ticks of the picture's time base."""

    container: str
    codec: str
    time_base: Fraction
    rate: Fraction
    audio: AudioStream | None
    promised_s: Fraction | None
    """The length the headers state."""
    promised_frames: int
    """The frames the headers state, 0 where they state none."""
    notes: list[str]
    shown: list[int] = field(default_factory=list[int])
    keys: list[int] = field(default_factory=list[int])
    ends: dict[int, int] = field(default_factory=dict[int, int])
    hidden: int = 0
    untimed: int = 0
    last_s: Fraction = Fraction(0)
    """The end of the last packet of any track, in seconds."""
    failed: bool = False


def probe(path: Path) -> Video:
    """Reads what a recording holds. Raises `FootageError`, one sentence, when no frame of it can be shown."""
    with open_container(path) as container:
        look = _first_look(container, path)
    with open_container(path) as container:
        packets = _read_packets(container, path)
    notes = [*look.notes, *packets.notes]
    start = look.start
    if not packets.shown:  # a raw stream: no packet states a time
        start, step = 0, max(1, round(1 / (packets.rate * packets.time_base)))
        packets.shown = [number * step for number in range(packets.untimed)]
        notes.append(f"It states no times; {float(packets.rate):g} frames per second are assumed.")
    times = _timeline(packets, start=start, notes=notes)
    step = _median_step(times)
    stated_end = packets.ends.get(times[-1], 0)
    end = stated_end if stated_end > times[-1] else times[-1] + max(step, 1)
    duration = (end - times[0]) * packets.time_base
    notes += _losses(packets)
    width, height = _upright(look, notes=notes)
    return Video(
        path=path,
        sha256=_sha256(path),
        container=packets.container,
        codec=packets.codec,
        pixel_format=look.pixel_format,
        width=width,
        height=height,
        rotation=look.rotation,
        time_base=packets.time_base,
        start=Moment(times[0], packets.time_base),
        duration_s=float(duration),
        frames=len(times),
        average_rate=None if len(times) == 1 else (len(times) / duration).limit_denominator(100_000),
        variable_frame_rate=_varies(times, step),
        interlaced=look.interlaced,
        audio=packets.audio,
        key_frames=tuple(at - times[0] for at in sorted(packets.keys) if times[0] <= at <= times[-1]),
        notes=tuple(notes),
    )


def _first_look(container: "InputContainer", path: Path) -> _Look:
    stream = picture_stream(container, path)
    picture, undecodable = _first_picture(container, stream, path)
    notes: list[str] = []
    if undecodable:
        notes.append(f"Its first {undecodable} packets cannot be decoded; time counts from the first frame that can.")
    clockwise = -picture.rotation % 360
    nearest = round(clockwise / 90) * 90 % 360
    if clockwise % 90:
        notes.append(f"It asks to be turned by {clockwise} degrees; {nearest} are applied.")
    return _Look(
        size=(picture.width, picture.height),
        pixel_format=picture.format.name,
        start=picture.pts,
        rotation=90 if nearest == 90 else 180 if nearest == 180 else 270 if nearest == 270 else 0,
        aspect=stream.sample_aspect_ratio or stream.codec_context.sample_aspect_ratio,
        interlaced=stream.codec_context.field_order in _INTERLACED_ORDERS or picture.interlaced_frame,
        notes=notes,
    )


def _first_picture(container: "InputContainer", stream: "VideoStream", path: Path) -> "tuple[VideoFrame, int]":
    """The first frame that can be decoded, and how many packets before it could not."""
    failed = 0
    last: error.FFmpegError | None = None
    for packet in packets_of(container, stream):
        try:
            pictures = stream.decode(packet) if packet is not None else []
        except error.FFmpegError as failure:
            failed, last = failed + 1, failure
            continue
        for picture in pictures:
            if not picture.is_corrupt and picture.width * picture.height <= LARGEST_PIXELS:
                return picture, failed
    raise FootageError(
        f"No frame of “{path}” can be decoded ({stream.codec_context.name}).",
        remedy="Copy the file again from the camera; if it stays so, the recording is damaged.",
    ) from last


def _read_packets(container: "InputContainer", path: Path) -> _Packets:
    stream = picture_stream(container, path)
    notes: list[str] = []
    if len(container.streams.video) > 1:
        notes.append(f"It holds {len(container.streams.video)} picture tracks; the first that can be decoded is read.")
    found = _Packets(
        container=container.format.name,
        codec=stream.codec_context.name,
        time_base=stream.time_base or Fraction(1, 1000),
        rate=stream.guessed_rate or ASSUMED_RATE,
        audio=_audio(container, notes=notes),
        # From zero or from the first packet, by format; compared with the end from zero, so never crying wolf.
        promised_s=Fraction(container.duration, 1_000_000) if container.duration else None,
        promised_frames=stream.frames,
        notes=notes,
    )
    ends: dict[int, int] = {}
    for packet in packets_of(container):
        if packet is None:
            found.failed = True
            continue
        at = packet.dts if packet.pts is None else packet.pts
        track = packet.stream_index
        if at is not None:
            ends[track] = max(ends.get(track, 0), at + (packet.duration or 0))
        if track != stream.index or not packet.size:
            continue
        if packet.is_discard:
            found.hidden += 1
        elif at is None:
            found.untimed += 1
        else:
            found.shown.append(at)
            if packet.is_keyframe:
                found.keys.append(at)
            found.ends[at] = at + (packet.duration or 0)
    found.shown.sort()
    for track, end in ends.items():
        found.last_s = max(found.last_s, end * (container.streams[track].time_base or Fraction(0)))
    return found


def _timeline(packets: _Packets, *, start: int | None, notes: list[str]) -> list[int]:
    """The frames' times from the first decodable one on, without repeats, up to a gap no camera makes."""
    first = packets.shown[0] if start is None else start
    times = [at for at in packets.shown if at >= first] or [first]
    unique = sorted(set(times) | {first})
    if len(times) > len(unique):
        notes.append(f"{len(times) - len(unique)} of its frames repeat the time of another; one of each is read.")
    longest = LONGEST_GAP_S / packets.time_base
    for index, (before, after) in enumerate(pairwise(unique), start=1):
        if after - before > longest:
            notes.append(f"Its times jump by over an hour; the {len(unique) - index} frames after that are left out.")
            return unique[:index]
    return unique


def _losses(packets: _Packets) -> list[str]:
    """Sentences about frames that are not there or not shown."""
    notes: list[str] = []
    if packets.hidden:
        notes.append(f"An edit list hides {packets.hidden} of its frames; they are not read.")
    promised, read = packets.promised_s or Fraction(0), len(packets.shown) + packets.hidden
    if promised - packets.last_s > max(Fraction(SHORT_BY_S), promised * Fraction(SHORT_BY_SHARE)):
        notes.append(f"It is cut off: it promises {float(promised):.1f} s, {float(packets.last_s):.1f} s can be read.")
    elif packets.promised_frames > read * (1 + SHORT_BY_SHARE) + 1:
        notes.append(f"It is cut off: it promises {packets.promised_frames} frames, {read} can be read.")
    elif packets.failed:
        notes.append("Parts of it cannot be read; the rest is used.")
    return notes


def _median_step(times: list[int]) -> int:
    if len(times) < 2:
        return 0
    return int(statistics.median_low([after - before for before, after in pairwise(times)]))


def _varies(times: list[int], step: int) -> bool:
    steps = [after - before for before, after in pairwise(times)]
    odd = sum(abs(each - step) > max(step * VARIABLE_BY, 2) for each in steps)
    return odd >= 2 and odd > VARIABLE_SHARE * len(steps)


def _upright(look: _Look, *, notes: list[str]) -> tuple[int, int]:
    """Width and height of the picture that is seen."""
    width, height = look.size
    if look.aspect and not Fraction(1, WIDEST_PIXEL) <= look.aspect <= WIDEST_PIXEL:
        notes.append(f"Its pixel aspect of {look.aspect} cannot be meant; square pixels are assumed.")
    elif look.aspect:
        width = max(1, round(width * look.aspect))
    return (height, width) if look.rotation in (90, 270) else (width, height)


def _audio(container: "InputContainer", *, notes: list[str]) -> AudioStream | None:
    tracks = container.streams.audio
    if not tracks:
        return None
    context = getattr(tracks[0], "codec_context", None)
    if context is None:
        notes.append("Its sound is packed with a codec that this program cannot decode.")
        return None
    return AudioStream(codec=context.name, sample_rate=context.sample_rate, channels=context.channels)


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as failure:
        raise FootageError(
            f"“{path}” could not be read to its end ({failure}).",
            remedy="Check that the drive is connected and healthy, then try again.",
        ) from failure
