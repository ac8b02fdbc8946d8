from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.footage.reader import probe
from core.progress import finish
from core.vlm.frames import Vision
from finetune.clips import pictures_of
from finetune.duplicates import BITS, alike, look_of
from finetune.examples import ClipPlace
from tests import media
from tests.tiny.faces import Face, Look, draw


def look(path: Path, start_s: float, end_s: float):
    return look_of(pictures_of(ClipPlace(path, probe(path).sha256, start_s, end_s), Vision(fewest=4, most=4)))


def apart(one, other) -> float:
    return float(np.bitwise_count(one ^ other).sum()) / BITS


def groups(looks, lengths=None):
    return finish(alike(np.stack(looks), lengths or [2.0] * len(looks)))


def test_a_clip_encoded_again_is_found_and_another_person_is_not(footage: Path, tmp_path: Path):
    names = ("expressive_1", "expressive_2", "speech_one_person")
    spans = [(0.0, 2.0), (3.0, 5.0)]
    fewer = media.real_clip(rate=15, size=(320, 240))
    copies = [
        media.encode(
            tmp_path / f"{name}.mp4",
            media.sampled(footage / f"{name}.mp4", rate=15, size=(320, 240), seconds=5.5),
            fewer,
        )
        for name in names
    ]
    first = [look(footage / f"{name}.mp4", *span) for name in names for span in spans]
    again = [look(copy, *span) for copy in copies for span in spans]
    found = groups([*first, *again])
    for place in range(len(first)):
        together = next(group for group in found if place in group)
        assert place + len(first) in together
    whose = [place % len(first) // len(spans) for place in range(2 * len(first))]
    assert all(len({whose[place] for place in group}) == 1 for group in found)


def test_drawn_faces_of_several_people_are_kept_apart(tmp_path: Path):
    faces = [
        Face("happiness", "strong", Look(hair=hair, bangs=bool(n)), person=n)
        for n, hair in enumerate(("black", "blonde", "gray"))
    ]
    clip = media.real_clip(rate=8, size=(336, 308))
    paths = [media.encode(tmp_path / f"{n}.mp4", draw(face, seed=n, frames=16), clip) for n, face in enumerate(faces)]
    again = [
        media.encode(tmp_path / f"again{n}.mp4", draw(face, seed=n, frames=16), replace(clip, options={"crf": "30"}))
        for n, face in enumerate(faces)
    ]
    assert groups([look(path, 0, 2) for path in (*paths, *again)]) == ((0, 3), (1, 4), (2, 5))


def test_clips_of_other_lengths_are_not_compared():
    same = np.zeros(16, np.uint64)
    assert groups([same, same, same, same], [2.0, 5.0, 2.2, 9.0]) == ((0, 2),)


def test_a_chain_is_one_group():
    looks = [np.zeros(16, np.uint64) for _ in range(4)]
    for number in range(1, 3):
        looks[number][:number] = np.uint64(0xFFFFFFFF)  # 32 bits further apart each time
    looks[3][:] = np.uint64(0xFFFFFFFF)
    assert apart(looks[0], looks[2]) > 0.05
    assert groups(looks) == ((0, 1, 2),)


@pytest.mark.parametrize("frames", [2, 4, 16])
def test_any_number_of_pictures_has_a_look(frames: int):
    from core.vlm.backend import Clip

    draw_ = np.random.default_rng(1)
    assert look_of(Clip(draw_.integers(0, 256, (frames, 56, 84, 3), np.uint8), 1.0)).shape == (16,)
