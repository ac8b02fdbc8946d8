"""Files that cannot be read give one clear sentence; damaged ones give what is readable; none crashes or hangs."""

import multiprocessing
import os
import random
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from core.errors import FootageError
from core.footage.reader import FrameReader, probe
from core.footage.speech import detect_speech
from core.progress import finish
from core.records.moment import Moment
from tests import media

MUTATIONS = 500
WORKERS = 2
HANG_S = 20


def sound(seconds: float) -> np.ndarray:
    return np.sin(np.arange(int(seconds * 16_000)) / 9) * 0.3


def sentence(path: Path) -> str:
    with pytest.raises(FootageError) as caught:
        probe(path)
    error = caught.value
    assert str(path) in error.problem
    assert "\n" not in error.problem + error.remedy
    assert error.problem.endswith(".")
    assert error.remedy.endswith(".")
    return error.problem


def test_a_missing_file(tmp_path: Path):
    assert "There is no file" in sentence(tmp_path / "nowhere.mp4")


def test_an_empty_file(tmp_path: Path):
    path = tmp_path / "empty.mp4"
    path.touch()
    assert "empty" in sentence(path)


def test_a_directory(tmp_path: Path):
    assert "folder" in sentence(tmp_path)


@pytest.mark.parametrize(
    "text", ["hello\n" * 900, "#EXTM3U\n#EXTINF:1,\n/etc/passwd\n", "ffconcat version 1.0\nfile a\n", "é"]
)
def test_a_text_file_called_mp4(tmp_path: Path, text: str):
    path = tmp_path / "text.mp4"
    path.write_text(text, encoding="utf-8")
    assert "text" in sentence(path)


@pytest.mark.parametrize("name", ["list.m3u8", "notes.txt", "list.ffconcat"])
def test_a_playlist_opens_nothing_else(tmp_path: Path, name: str):
    real = media.build(tmp_path)
    path = tmp_path / name
    path.write_text(f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{real}\n#EXT-X-ENDLIST\n")
    assert "text" in sentence(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.mp4")
    assert "pipe" in sentence(tmp_path / "pipe.mp4")


def test_random_bytes(tmp_path: Path):
    path = tmp_path / "noise.mp4"
    path.write_bytes(random.Random(0).randbytes(5000))
    assert "not a video" in sentence(path)


def test_a_recording_without_its_index(tmp_path: Path):
    assert "no readable index" in sentence(media.cut_off(media.build(tmp_path), tmp_path / "cut.mp4", share=2 / 3))


@pytest.mark.parametrize("name", ["sound.m4a", "sound.wav", "sound.mp4", "sound.mka"])
def test_sound_alone(tmp_path: Path, name: str):
    codec = "pcm_s16le" if name.endswith("wav") else "aac"
    assert "no picture" in sentence(media.audio_only(tmp_path / name, sound(1), codec=codec))


def test_a_codec_nobody_knows(tmp_path: Path):
    path = media.with_tag_replaced(media.build(tmp_path), tmp_path / "odd.mp4", old=b"avc1", new=b"zzz9")
    assert "codec" in sentence(path)


def test_a_file_this_user_may_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = media.build(tmp_path)
    monkeypatch.setattr(Path, "open", _refuse)
    assert "permission" in sentence(path)


def test_a_drive_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = media.build(tmp_path)
    monkeypatch.setattr(Path, "open", _fail)
    assert "disk" in sentence(path)


def test_a_picture_of_absurd_size(tmp_path: Path):
    path = media.still(tmp_path / "huge.png", np.zeros((8, 8, 3), np.uint8))
    content = bytearray(path.read_bytes())
    content[16:24] = (60_000).to_bytes(4, "big") * 2
    path.write_bytes(content)
    assert sentence(path)


def test_a_file_that_vanishes_after_it_was_probed(tmp_path: Path):
    video = probe(media.build(tmp_path))
    video.path.unlink()
    with pytest.raises(FootageError, match="There is no file"):
        FrameReader(video)


def test_mutated_files_give_a_sentence_or_a_reading(tmp_path: Path):
    """500 files with bytes flipped, cut out or repeated; in processes of their own, so that a hang is seen as one."""
    originals = [
        media.build(tmp_path, name="a.mp4", frames=12, width=64, height=48, audio=sound(0.4)),
        media.build(tmp_path, name="b.mkv", frames=12, width=64, height=48, audio=sound(0.4)),
        media.build(tmp_path, name="c.avi", frames=12, width=64, height=48, codec="mpeg4", time_base=Fraction(1, 25),
                    ticks=(1,), audio=sound(0.4), audio_codec="pcm_s16le"),
        media.build(tmp_path, name="d.ts", frames=12, width=64, height=48, codec="mpeg2video",
                    time_base=Fraction(1, 25), ticks=(1,), audio=sound(0.4), audio_codec="mp2"),
        media.build(tmp_path, name="e.webm", frames=8, width=64, height=48, codec="libvpx",
                    time_base=Fraction(1, 25), ticks=(1,)),
        media.still(tmp_path / "f.png", media.numbered(5, width=64, height=48)),
        media.still(tmp_path / "g.jpg", media.numbered(5, width=64, height=48)),
    ]  # fmt: skip
    context = multiprocessing.get_context("spawn")
    with context.Pool(WORKERS) as pool:
        waiting = [
            (seed, pool.apply_async(read_mutated, (originals[seed % len(originals)], seed)))
            for seed in range(MUTATIONS)
        ]
        outcomes = [(seed, result.get(timeout=HANG_S)) for seed, result in waiting]
    kinds = {kind for _, kind in outcomes}
    assert kinds == {"read", "sentence"}


def read_mutated(original: Path, seed: int) -> str:
    """Probes, reads and listens to a mutated copy. Any exception but `FootageError` reaches the test."""
    path = original.with_name(f"{seed}{original.suffix}")
    path.write_bytes(mutated(original.read_bytes(), random.Random(seed)))
    try:
        video = probe(path)
        with FrameReader(video) as reader:
            for frame in reader.frames():
                frame.rgb(longest_side=32)
                frame.luma(4)
            previous = -1
            for frame in reader.frames(Moment.at(video.duration_s / 3), Moment.at(video.duration_s)):
                assert frame.moment.seconds > previous
                previous = frame.moment.seconds
            reader.frame_at(Moment.at(video.duration_s / 2))
        finish(detect_speech(video))
    except FootageError as error:
        return "sentence" if str(path) in error.problem else f"a sentence without the file's name: {error}"
    finally:
        path.unlink()
    return "read"


def mutated(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        if not damaged:
            break
        at = chance.randrange(len(damaged))
        length = min(chance.choice((1, 4, 40, 400)), len(damaged) - at)
        match chance.randrange(5):
            case 0:
                damaged[at] ^= 1 << chance.randrange(8)
            case 1:
                damaged[at : at + length] = chance.randbytes(length)
            case 2:
                del damaged[at : at + length]
            case 3:
                damaged[at:at] = damaged[at : at + length]
            case _:
                damaged[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff"))
    if chance.random() < 0.2:
        del damaged[chance.randrange(len(damaged) + 1) :]
    return bytes(damaged)


def _refuse(*_: object) -> None:
    raise PermissionError("no")


def _fail(*_: object) -> None:
    raise OSError(5, "Input/output error")
