"""Speech is heard, what is not speech is not, and damaged sound is no disaster."""

from pathlib import Path

import numpy as np
import pytest

from core.footage.reader import probe
from core.footage.speech import RATE, SpeechRule, detect_speech
from core.progress import Progress, finish
from core.records.measurement import Speech
from core.records.moment import Span
from tests import media


def heard(path: Path, span: Span | None = None) -> Speech | None:
    return finish(detect_speech(probe(path), span=span))


def clip_with(folder: Path, samples: np.ndarray, *, name: str = "clip.mp4", **changes: object) -> Path:
    return media.build(folder, name=name, frames=int(len(samples) / RATE * 30), audio=samples, **changes)


@pytest.fixture(scope="module")
def spoken(footage: Path) -> np.ndarray:
    """Eight seconds of a speech, 16 kHz mono."""
    return media.sound_of(footage / "speech_one_person.mp4", rate=RATE)


def test_a_speech_is_heard(footage: Path):
    speech = heard(footage / "speech_one_person.mp4")
    assert speech is not None
    assert sum(end - start for start, end in speech.spans_s) > 6
    assert "Silero" in speech.rule


def test_speech_is_placed_in_time(tmp_path: Path, spoken: np.ndarray):
    quiet = np.random.default_rng(0).normal(0, 0.003, 3 * RATE)
    path = clip_with(tmp_path, np.concatenate([quiet, spoken[: 4 * RATE], quiet]))
    speech = heard(path)
    assert speech is not None
    assert speech.spans_s[0][0] == pytest.approx(3.1, abs=0.2)
    assert speech.spans_s[-1][1] == pytest.approx(7.0, abs=0.3)


def test_spans_are_in_order_and_apart(tmp_path: Path, spoken: np.ndarray):
    rule = SpeechRule()
    pause = np.zeros(RATE)
    path = clip_with(tmp_path, np.concatenate([spoken[:RATE], pause, spoken[RATE : 2 * RATE], pause]))
    speech = heard(path)
    assert speech is not None
    assert len(speech.spans_s) == 2
    for start, end in speech.spans_s:
        assert end - start >= rule.least_s
    assert speech.spans_s[1][0] - speech.spans_s[0][1] >= rule.gap_s


def test_time_counts_from_the_first_frame(tmp_path: Path, spoken: np.ndarray):
    quiet = np.full(RATE, 0.0)
    samples = np.concatenate([quiet, spoken[: 3 * RATE]])
    on_time = heard(clip_with(tmp_path, samples, name="a.mkv"))
    late = heard(clip_with(tmp_path, samples, name="b.mkv", start_ticks=300))
    assert on_time is not None
    assert late is not None
    assert late.spans_s[0][0] == pytest.approx(on_time.spans_s[0][0] - 0.5, abs=0.1)


def test_a_span_is_listened_to_alone(footage: Path):
    path = footage / "speech_one_person.mp4"
    speech = heard(path, Span.between(5, 7))
    assert speech is not None
    assert speech.spans_s[0][0] == pytest.approx(5.2, abs=0.2)
    assert speech.spans_s[-1][1] == pytest.approx(7, abs=0.05)


@pytest.mark.parametrize("kind", ["noise", "tone", "chords", "clicks", "hum"])
def test_what_is_not_speech_is_not_heard(tmp_path: Path, kind: str):
    time = np.arange(4 * RATE) / RATE
    chance = np.random.default_rng(0)
    samples = {
        "noise": chance.normal(0, 0.1, time.size),
        "tone": 0.3 * np.sin(2 * np.pi * 440 * time),
        "chords": sum(np.sin(2 * np.pi * f * 2 ** (np.floor(time * 2) % 3 / 12) * time) for f in (220, 277, 330)) * 0.1,
        "clicks": (chance.random(time.size) > 0.9995) * 0.8,
        "hum": 0.05 * np.sin(2 * np.pi * 50 * time) + chance.normal(0, 0.01, time.size),
    }[kind]
    speech = heard(clip_with(tmp_path, np.asarray(samples)))
    assert speech is not None
    assert speech.spans_s == ()


def test_no_sound_and_a_muted_track_say_nothing(tmp_path: Path):
    assert heard(media.build(tmp_path, name="none.mp4")) is None
    assert heard(clip_with(tmp_path, np.zeros(RATE), name="muted.mp4")) is None


def test_a_still_image_says_nothing(tmp_path: Path):
    assert heard(media.still(tmp_path / "a.png", media.numbered(1, width=64, height=48))) is None


def test_sound_that_breaks_off_is_heard_as_far_as_it_goes(tmp_path: Path, spoken: np.ndarray):
    whole = clip_with(tmp_path, spoken, name="whole.mkv", width=64, height=48)
    speech = heard(media.cut_off(whole, tmp_path / "cut.mkv", share=0.6))
    assert speech is not None
    assert speech.spans_s[0][0] < 0.5
    assert 3 < speech.spans_s[-1][1] < 6.5


def test_listening_reports_progress_and_can_be_ended(tmp_path: Path, spoken: np.ndarray):
    path = clip_with(tmp_path, np.tile(spoken[: 7 * RATE], 3), width=64, height=48)
    steps: list[Progress] = []
    finish(detect_speech(probe(path)), report=steps.append)
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[-1].done == steps[-1].total
    assert len(steps) >= 3
    stage = detect_speech(probe(path))
    next(stage)
    stage.close()
