"""Builds synthetic media for tests, with PyAV alone. Comes in: what a clip should be like. Goes out: a file.

A numbered clip paints each frame's number as a row of bright and dark blocks that survives lossy coding, rotation
(when turned upright), rescaling and colour conversion: `number_in` reads it back from decoded pixels.
"""

import struct
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

BITS = 12
ROOT = Path(__file__).resolve().parent.parent
FOOTAGE = ROOT.parent / "shared" / "footage"
"""Real clips; absent on a machine without them, so a test skips and says so."""


@dataclass(frozen=True)
class Clip:
    """What a numbered clip is like. Frame `n` is shown at `start_ticks + sum(ticks[:n])` ticks of `time_base`."""

    name: str = "clip.mp4"
    frames: int = 30
    width: int = 192
    height: int = 108
    codec: str = "libx264"
    pixel_format: str = "yuv420p"
    time_base: Fraction = Fraction(1, 600)
    ticks: tuple[int, ...] = (20,)
    """Durations of the frames, repeated as often as needed."""
    start_ticks: int = 0
    gop: int = 10
    b_frames: int = 2
    options: dict[str, str] = field(default_factory=dict)
    rotation: int = 0
    """Degrees clockwise the picture must be turned to stand upright."""
    aspect: Fraction | None = None
    """Width of a stored pixel over its height."""
    container: str | None = None
    container_options: dict[str, str] = field(default_factory=dict)
    audio: np.ndarray | None = None
    """(n,) float samples in [-1, 1] at `audio_rate`."""
    audio_rate: int = 16_000
    audio_codec: str = "aac"

    def times(self) -> list[Fraction]:
        """Seconds after the first frame at which each frame is shown."""
        at, times = 0, []
        for number in range(self.frames):
            times.append(at * self.time_base)
            at += self.ticks[number % len(self.ticks)]
        return times


def numbered(number: int, *, width: int, height: int) -> np.ndarray:
    """(height, width, 3) uint8: a grey picture that changes slowly, `number` in blocks across the middle third."""
    rows, columns = np.ogrid[0:height, 0:width]
    base = 70 + 40 * np.sin((rows + number) / 17.0) + 30 * np.cos(columns / 23.0)
    picture = np.repeat(base.clip(20, 160).astype(np.uint8)[:, :, None], 3, axis=2)
    top, bottom = height // 3, height - height // 3
    for bit in range(BITS):
        left, right = (bit * width) // BITS, ((bit + 1) * width) // BITS
        picture[top:bottom, left:right] = 235 if number >> bit & 1 else 20
    return picture


def number_in(rgb: np.ndarray) -> int:
    """The number painted into a decoded, upright frame (any size)."""
    height, width = rgb.shape[:2]
    band = rgb[height // 3 : height - height // 3].mean(axis=(0, 2)) if rgb.ndim == 3 else None
    if band is None:
        band = rgb[height // 3 : height - height // 3].mean(axis=0)
    number = 0
    for bit in range(BITS):
        left, right = (bit * width) / BITS, ((bit + 1) * width) / BITS
        margin = (right - left) / 4
        number |= int(band[int(left + margin) : max(int(right - margin), int(left + margin) + 1)].mean() > 128) << bit
    return number


def build(folder: Path, clip: Clip | None = None, **changes: object) -> Path:
    """Writes a numbered clip into `folder`; keyword arguments change fields of `clip`."""
    clip = replace(clip or Clip(), **changes)
    pictures = (numbered(n, width=clip.width, height=clip.height) for n in range(clip.frames))
    return encode(folder / clip.name, pictures, clip)


def encode(path: Path, pictures: Iterable[np.ndarray], clip: Clip) -> Path:
    """Writes upright RGB (or RGBA) pictures as `clip` says; the stored picture is turned when it has a rotation."""
    with av.open(str(path), "w", format=clip.container, container_options=clip.container_options) as out:
        stream = out.add_stream(clip.codec, options=_codec_options(clip))
        stream.pix_fmt = clip.pixel_format
        stream.time_base = stream.codec_context.time_base = clip.time_base
        stream.codec_context.framerate = 1 / (clip.time_base * clip.ticks[0])
        stream.codec_context.gop_size = clip.gop
        stream.codec_context.thread_count = 1
        turned = clip.rotation in (90, 270)
        stream.width, stream.height = (clip.height, clip.width) if turned else (clip.width, clip.height)
        if clip.aspect is not None:
            stream.codec_context.sample_aspect_ratio = clip.aspect
        if clip.rotation:
            stream.set_display_rotation(-clip.rotation)
        sound = (
            out.add_stream(clip.audio_codec, rate=clip.audio_rate, layout="mono") if clip.audio is not None else None
        )
        at = clip.start_ticks
        for number, picture in enumerate(pictures):
            ticks = clip.ticks[number % len(clip.ticks)]
            stored = np.ascontiguousarray(np.rot90(picture, k=clip.rotation // 90))
            frame = av.VideoFrame.from_ndarray(stored, format="rgba" if stored.shape[2] == 4 else "rgb24")
            frame = frame.reformat(format=clip.pixel_format)
            frame.pts, frame.time_base, frame.duration = at, clip.time_base, ticks
            at += ticks
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
        if sound is not None and clip.audio is not None:
            _encode_audio(out, sound, clip)
    return path


def audio_only(path: Path, samples: np.ndarray, *, rate: int = 16_000, codec: str = "aac") -> Path:
    """Writes (n,) float samples as a file without a picture."""
    with av.open(str(path), "w") as out:
        stream = out.add_stream(codec, rate=rate, layout="mono")
        _encode_audio(out, stream, Clip(audio=samples, audio_rate=rate))
    return path


def still(path: Path, picture: np.ndarray) -> Path:
    """Writes one (h, w, 3 or 4) uint8 picture in the format of the name's ending."""
    from PIL import Image

    Image.fromarray(picture).save(path)
    return path


def one_broken_frame(source: Path, target: Path, *, number: int) -> Path:
    """Copies a recording packet by packet; the content of packet `number` of the picture is overwritten with ones."""
    with av.open(str(source)) as given, av.open(str(target), "w") as out:
        track = given.streams.video[0]
        stream = out.add_stream_from_template(track)
        for count, packet in enumerate(p for p in given.demux(track) if p.dts is not None):
            if count == number:
                broken = av.Packet(b"\xff" * packet.size)
                broken.pts, broken.dts, broken.time_base = packet.pts, packet.dts, packet.time_base
                broken.duration = packet.duration or 0
                packet = broken
            packet.stream = stream
            out.mux(packet)
    return target


def cut_off(source: Path, target: Path, *, share: float) -> Path:
    """Copies the first `share` of a file's bytes."""
    content = source.read_bytes()
    target.write_bytes(content[: int(len(content) * share)])
    return target


def with_tag_replaced(source: Path, target: Path, *, old: bytes, new: bytes) -> Path:
    """Copies a file with every `old` four-letter tag replaced, as a codec's name that nobody knows."""
    target.write_bytes(source.read_bytes().replace(old, new))
    return target


def with_rotation(source: Path, target: Path, *, degrees: int) -> Path:
    """Copies an MP4 or MOV and writes a rotation into the track header; the packets stay as they are."""
    content = bytearray(source.read_bytes())
    at = content.find(b"tkhd")
    version = content[at + 4]
    matrix = at + 4 + (52 if version else 40)
    turn = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}[degrees]
    a, b, c, d = (value * 65536 for value in turn)
    struct.pack_into(">9i", content, matrix, a, b, 0, c, d, 0, 0, 0, 1 << 30)
    target.write_bytes(content)
    return target


def pictures_of(source: Path, *, size: tuple[int, int] | None = None) -> Iterator[tuple[float, np.ndarray]]:
    """Seconds and (h, w, 3) RGB of every frame of a real clip as stored, resized to (width, height)."""
    with av.open(str(source)) as given:
        first = None
        for frame in given.decode(video=0):
            first = frame.time if first is None else first
            width, height = size or (frame.width, frame.height)
            yield frame.time - first, frame.reformat(width, height, format="rgb24").to_ndarray()


def sampled(source: Path, *, rate: float, size: tuple[int, int], seconds: float | None = None) -> Iterator[np.ndarray]:
    """The picture shown at each tick of `rate` per second, as a player that drops and repeats frames would give."""
    tick, shown = 0, None
    for time, picture in pictures_of(source, size=size):
        while shown is not None and tick / rate < time - 1e-6:
            if seconds is not None and tick / rate >= seconds:
                return
            yield shown
            tick += 1
        shown = picture
    if shown is not None and (seconds is None or tick / rate < seconds):
        yield shown


def re_encode(source: Path, target: Path, *, rate: float, size: tuple[int, int], rotation: int = 0) -> Path:
    """A real clip at another frame rate, (width, height), container (by ending) and rotation flag; no sound."""
    codec = {".webm": "libvpx", ".avi": "mpeg4"}.get(target.suffix, "libx264")
    return encode(
        target, sampled(source, rate=rate, size=size), real_clip(rate=rate, size=size, codec=codec, rotation=rotation)
    )


def concatenate(
    sources: list[Path], target: Path, *, rate: float, size: tuple[int, int], seconds: float | None = None
) -> tuple[Path, list[float]]:
    """Plays clips one after another. Returns the file and the times in seconds at which the later ones begin."""
    starts: list[float] = []
    shown = 0

    def pictures() -> Iterator[np.ndarray]:
        nonlocal shown
        for number, source in enumerate(sources):
            if number:
                starts.append(shown / rate)
            for picture in sampled(source, rate=rate, size=size, seconds=seconds):
                shown += 1
                yield picture

    encode(target, pictures(), real_clip(rate=rate, size=size))
    return target, starts


def side_by_side(left: Path, right: Path, target: Path, *, rate: float, size: tuple[int, int]) -> Path:
    """Two clips next to each other, each (width, height); the shorter one holds its last picture."""
    both = (sampled(left, rate=rate, size=size), sampled(right, rate=rate, size=size))
    clip = real_clip(rate=rate, size=(size[0] * 2, size[1]))
    return encode(target, (np.hstack(pair) for pair in _held(*both)), clip)


def real_clip(*, rate: float, size: tuple[int, int], codec: str = "libx264", rotation: int = 0) -> Clip:
    """How real pictures are written: good quality, key frames every two seconds."""
    step = 1 / Fraction(rate).limit_denominator(1001)
    options = {"crf": "18", "preset": "veryfast"} if codec == "libx264" else {"b": "3000000"}
    return Clip(
        width=size[0], height=size[1], codec=codec, time_base=step, ticks=(1,), gop=round(rate * 2), options=options,
        rotation=rotation,
    )  # fmt: skip


def mapped(
    source: Path, target: Path, change: Callable[[int, np.ndarray], np.ndarray], *, rate: float, size: tuple[int, int]
) -> Path:
    """A real clip with `change(frame number, RGB)` applied to every picture: flashes, noise, a bar over the face."""
    pictures = (change(n, picture) for n, picture in enumerate(sampled(source, rate=rate, size=size)))
    return encode(target, pictures, real_clip(rate=rate, size=size))


def _held(left: Iterator[np.ndarray], right: Iterator[np.ndarray]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    one, two = next(left), next(right)
    while True:
        yield one, two
        following = next(left, None), next(right, None)
        if following == (None, None):
            return
        one = one if following[0] is None else following[0]
        two = two if following[1] is None else following[1]


def _codec_options(clip: Clip) -> dict[str, str]:
    if clip.codec in {"libx264", "libx265"}:
        return {"crf": "20", "preset": "ultrafast", "bf": str(clip.b_frames), "sc_threshold": "0", **clip.options}
    if clip.codec in {"mpeg4", "mpeg2video"}:
        return {"bf": str(clip.b_frames), "b": "2000000", **clip.options}
    return dict(clip.options)


def _encode_audio(out: "av.container.OutputContainer", stream: "av.AudioStream", clip: Clip) -> None:
    if clip.audio is None:
        return
    whole = (np.clip(clip.audio, -1, 1) * 32767).astype(np.int16)
    for start in range(0, len(whole), 1024):
        frame = av.AudioFrame.from_ndarray(whole[None, start : start + 1024], format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = clip.audio_rate, start, Fraction(1, clip.audio_rate)
        out.mux(stream.encode(frame))
    out.mux(stream.encode(None))


def colour_bars(
    path: Path,
    colours: list[tuple[int, int, int]],
    *,
    height: int,
    pixel_format: str,
    matrix: int | None,
    full_range: bool,
    rotation: int = 0,
) -> Path:
    """One lossless frame of vertical bars as stored (`rotation` is a flag alone).

    `matrix` is the colour matrix it is written with and states (1: BT.709, 5: BT.601, None: BT.601 or, from 720
    lines, BT.709, without saying so).
    """
    width = height * 16 // 9 // 2 * 2
    picture = np.repeat([[colours[column * len(colours) // width] for column in range(width)]], height, axis=0)
    used = matrix or (1 if height >= 720 else 5)
    frame = av.VideoFrame.from_ndarray(picture.astype(np.uint8), format="rgb24").reformat(
        format=pixel_format, dst_colorspace=used, dst_color_range=2 if full_range else 1, src_color_range=2
    )
    with av.open(str(path), "w") as out:
        stream = out.add_stream("ffv1")
        stream.width, stream.height, stream.pix_fmt = width, height, pixel_format
        stream.time_base = Fraction(1, 25)
        if rotation:
            stream.set_display_rotation(-rotation)
        if matrix is not None:
            stream.codec_context.colorspace = matrix
            stream.codec_context.color_range = 2 if full_range else 1
        frame.pts = 0
        frame.colorspace = 2 if matrix is None else matrix
        frame.color_range = 0 if matrix is None else 2 if full_range else 1
        out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return path


def interlaced_jump(path: Path) -> Path:
    """A bright bar that is at another place in every field: combed when both fields are shown at once."""
    size = {"width": 192, "height": 112}

    def picture(number: int) -> np.ndarray:
        frame = np.full((112, 192, 3), 60, np.uint8)
        for line in (0, 1):
            left = 16 + (2 * number + line) * 24
            frame[line::2, left : left + 24] = 220
        return frame

    clip = Clip(frames=3, options={"x264-params": "interlaced=1:tff=1", "crf": "5"}, b_frames=0, **size)
    return encode(path, (picture(n) for n in range(3)), clip)


def sound_of(source: Path, *, rate: int) -> np.ndarray:
    """(n,) float samples in [-1, 1], mono, of a real clip's first sound track."""
    resampler = av.AudioResampler(format="flt", layout="mono", rate=rate)
    with av.open(str(source)) as given:
        return np.concatenate(
            [part.to_ndarray()[0] for frame in given.decode(audio=0) for part in resampler.resample(frame)]
        )
