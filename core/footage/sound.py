"""A recording's sound for the loudspeaker. In: a `Video` and a time. Out: stereo samples, none missing, none too many.

The sample `k` of a stretch is heard `k / RATE` seconds after it begins and belongs to `start + k / RATE * speed`
seconds after the first frame: gaps in the track become silence and overlaps are cut, so that sound and picture share
one time. Other speeds keep the pitch (FFmpeg's `atempo`, which looks for the best joint within about 40 ms).
"""

import math
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
from av import error
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.filter import Graph
from numpy.typing import NDArray

from core.errors import FootageError
from core.footage.container import open_container, packets_of
from core.records.video import Video

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import InputContainer

Samples = NDArray[np.float32]

RATE = 48_000
CHANNELS = 2
SLIP_S = 0.02
"""A stated time that is off by more than this is believed; less is rounding."""
WARM_UP_S = 0.15
"""Decoded before the stretch begins: codecs need the packet before, and an edge would click."""
MOST_BROKEN = 200
"""Pieces in a row, without a sound between, after which the track counts as unreadable."""
BLOCK = 4096


class SoundTrack:
    """The first sound track of a recording. A stretch at a time; for one thread; close it."""

    def __init__(self, video: Video) -> None:
        """Raises `FootageError` where there is no sound or it cannot be opened."""
        self._video = video
        self.broken = 0
        """Pieces that could not be decoded so far; they are silent."""
        self._container = open_container(video.path)
        tracks = [one for one in self._container.streams.audio if getattr(one, "codec_context", None) is not None]
        if not tracks:
            self._container.close()
            raise FootageError(f"“{video.path}” holds no sound that can be decoded.", remedy="It plays without sound.")
        self._stream = tracks[0]

    def close(self) -> None:
        """Closes the file."""
        self._container.close()

    def stretch(self, start_s: float, end_s: float, *, speed: float = 1.0) -> Iterator[Samples]:
        """Blocks of (n, 2) samples in [-1, 1] from `start_s` to `end_s`, seconds after the first frame.

        Together exactly `(end_s - start_s) / speed * RATE` samples, rounded. Raises `FootageError` when nothing of the
        track can be decoded.
        """
        wanted = round((end_s - start_s) / speed * RATE)
        plain = self._plain(start_s, end_s)
        for block in plain if speed == 1.0 else _at_speed(plain, speed):
            if wanted <= 0:
                return
            block = block[:wanted]
            wanted -= len(block)
            yield block
        while wanted > 0:
            silence = np.zeros((min(wanted, BLOCK), CHANNELS), np.float32)
            wanted -= len(silence)
            yield silence

    def _plain(self, start_s: float, end_s: float) -> Iterator[Samples]:
        """The stretch at its own speed, without a gap, up to where the track ends."""
        heard = 0
        for at_s, samples in self._pieces(max(0.0, start_s - WARM_UP_S)):
            place = round((at_s - start_s) * RATE)
            if abs(place - heard) <= SLIP_S * RATE and heard:
                place = heard
            if place < heard:
                samples = samples[heard - place :]
            while place > heard and heard < (end_s - start_s) * RATE:
                silence = np.zeros((min(place - heard, BLOCK), CHANNELS), np.float32)
                heard += len(silence)
                yield silence
            if len(samples):
                heard += len(samples)
                yield samples
            if heard >= (end_s - start_s) * RATE:
                return

    def _pieces(self, from_s: float) -> Iterator[tuple[float, Samples]]:
        """Start in seconds after the first frame and samples of each decoded piece from about `from_s` on."""
        zero_s = self._video.start.seconds
        _seek(self._container, self._stream, from_s + zero_s)
        resampler, form, at_s, failures = _resampler(), None, from_s, 0
        for packet in packets_of(self._container, self._stream):
            try:
                frames = self._stream.decode(packet) if packet is not None else None
            except error.FFmpegError:
                frames = None
            if frames is None:
                self.broken += 1
                failures += 1
                if failures >= MOST_BROKEN:
                    raise FootageError(
                        f"The sound of “{self._video.path}” cannot be decoded.", remedy="It plays without sound."
                    )
                continue
            for frame in frames:
                failures = 0
                if frame.pts is not None and frame.time_base is not None:
                    at_s = float(frame.pts * frame.time_base) - zero_s
                if form != (form := (frame.format.name, frame.layout.name, frame.sample_rate)):
                    resampler = _resampler()
                try:
                    parts = [part.to_ndarray() for part in resampler.resample(frame)]
                except (error.FFmpegError, ValueError):
                    self.broken += 1
                    resampler = _resampler()
                    continue
                for part in parts:
                    yield at_s, _tidy(part.reshape(-1, CHANNELS))
                    at_s += part.size / CHANNELS / RATE


def _at_speed(blocks: Iterator[Samples], speed: float) -> Iterator[Samples]:
    """The same sound in `1 / speed` of the time, at its own pitch."""
    graph = Graph()
    graph.threads = 1
    source = graph.add_abuffer(sample_rate=RATE, format="flt", layout="stereo", time_base=Fraction(1, RATE))
    steps = [graph.add("atempo", f"{factor:.6f}") for factor in _tempos(speed)]
    graph.link_nodes(source, *steps, graph.add("abuffersink")).configure()
    heard = 0
    for block in blocks:
        frame = AudioFrame.from_ndarray(np.ascontiguousarray(block).reshape(1, -1), format="flt", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = RATE, heard, Fraction(1, RATE)
        heard += len(block)
        graph.push(frame)
        yield from _pulled(graph)
    graph.push(None)
    yield from _pulled(graph)


def _pulled(graph: Graph) -> Iterator[Samples]:
    while True:
        try:
            frame = graph.pull()
        except (error.BlockingIOError, error.EOFError):
            return
        if isinstance(frame, AudioFrame):
            yield _tidy(frame.to_ndarray().reshape(-1, CHANNELS))


def _tempos(speed: float) -> list[float]:
    """Factors of at least a half each, as `atempo` wants them."""
    steps = max(1, math.ceil(-math.log2(speed)))
    return [speed ** (1 / steps)] * steps


def _tidy(samples: NDArray[np.generic]) -> Samples:
    """Damaged sound decodes to infinities, and those would hurt."""
    return np.clip(np.nan_to_num(samples.astype(np.float32), posinf=0.0, neginf=0.0), -1, 1)


def _resampler() -> AudioResampler:
    return AudioResampler(format="flt", layout="stereo", rate=RATE)


def _seek(container: "InputContainer", stream: "AudioStream", at_s: float) -> None:
    base = stream.time_base or Fraction(1, RATE)
    try:
        container.seek(round(at_s / base), stream=stream, backward=True)
    except (error.FFmpegError, OverflowError):
        container.seek(0, backward=True)
