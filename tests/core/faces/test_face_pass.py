"""The whole pass over real clips. What the clips show was looked at frame by frame and stands beside each check."""

import threading
from contextlib import closing

import numpy as np
import pytest
from PIL import Image, ImageFilter

from core.errors import ModelError, OutputError
from core.faces.face_pass import face_pass
from core.faces.kept import KeptStretches
from core.faces.stretch import Sampling, follow_stretch
from core.footage.reader import probe
from core.pieces import FolderPieces
from core.progress import finish
from core.records.measurement import FacePass
from core.records.moment import Span
from tests import media

ARRAYS = ("times_s", "boxes", "blendshapes", "pose", "quality", "quality_values", "observed")
RATE = 10


def same(one: FacePass, other: FacePass) -> bool:
    return (
        one.sampled_s.tobytes() == other.sampled_s.tobytes()
        and one.cuts_s == other.cuts_s
        and [person.person for person in one.people] == [person.person for person in other.people]
        and all(
            getattr(a.measurements, name).tobytes() == getattr(b.measurements, name).tobytes()
            for a, b in zip(one.people, other.people, strict=True)
            for name in ARRAYS
        )
    )


def runs(person, longest_gap=0.35):
    """Spans in which a person is seen: (first s, last s, mean centre x)."""
    times, boxes = person.measurements.times_s, person.measurements.boxes
    x = boxes[:, 0] + boxes[:, 2] / 2
    jumps = (np.diff(times) > longest_gap) | (np.abs(np.diff(x)) > boxes[1:, 2])
    return [
        (float(times[r[0]]), float(times[r[-1]]), float(x[r].mean()))
        for r in np.split(np.arange(len(times)), np.flatnonzero(jumps) + 1)
    ]


@pytest.mark.parametrize(
    ("name", "first", "last", "cut"),
    # The last frame with the face is at 2.37 s, the first with it at 3.95 s and the last at 6.32 s.
    [("face_noface.mov", 0.0, 2.37, 2.40), ("noface_face.mov", 3.95, 6.32, 3.95)],
)
def test_the_face_is_there_when_it_is_seen(passed, footage, name, first, last, cut):
    result = passed(footage / name)
    (person,) = result.people
    ((begin, end, _),) = runs(person)
    assert begin == pytest.approx(first, abs=0.15)
    assert end == pytest.approx(last, abs=0.15)
    assert any(abs(at - cut) < 0.1 for at in result.cuts_s)


def test_nobody_where_nobody_is(passed, footage):
    result = passed(footage / "no_face.mp4")
    assert result.people == ()
    assert len(result.sampled_s) == 40
    assert result.broken_frames == 0


def test_a_still_picture_has_its_people(passed, footage):
    people = passed(footage / "multi_face.jpg").people
    assert [person.person for person in people] == ["P1", "P2", "P3", "P4", "P5"]
    assert all(len(person.measurements) == 1 for person in people)


@pytest.mark.parametrize("name", ["single_face.mp4", "speech_one_person.mp4", "expressive_1.mp4", "expressive_2.mp4"])
def test_one_person_all_through(passed, footage, name):
    result = passed(footage / name, 5.0 if name == "expressive_1.mp4" else 10.0)
    (person,) = result.people
    assert np.array_equal(person.measurements.times_s, result.sampled_s)
    assert result.cuts_s == ()


@pytest.fixture(scope="session")
def panels(footage):
    """Seven seconds of a man and two women, each (240, 240) at `RATE`, and an empty place."""
    names = {"man": "expressive_1.mp4", "woman": "expressive_2.mp4", "speaker": "speech_one_person.mp4"}
    pictures = {
        name: list(media.sampled(footage / file, rate=RATE, size=(240, 240), seconds=7.0))
        for name, file in names.items()
    }
    noise = np.random.default_rng(0).normal(0, 4, (240, 240, 3))
    pictures["nobody"] = [np.clip(150 + noise, 0, 255).astype(np.uint8)] * 70
    return pictures


def montage(folder, panels, *rows):
    """A clip of panels side by side: each row is (until s, names from left to right)."""
    pictures = []
    for number in range(70):
        names = next(names for until, names in rows if number < round(until * RATE))
        pictures.append(np.hstack([panels[name][number] for name in names]))
    size = (pictures[0].shape[1], pictures[0].shape[0])
    return media.encode(folder / "montage.mp4", pictures, media.real_clip(rate=RATE, size=size))


def seats(result):
    return [[(round(begin, 1), round(end, 1), int(x // 240)) for begin, end, x in runs(p)] for p in result.people]


def test_two_side_by_side_never_swap(passed, panels, tmp_path):
    clip = montage(tmp_path, panels, (7, ("man", "woman")))
    assert seats(passed(clip)) == [[(0.0, 6.9, 0)], [(0.0, 6.9, 1)]]


def test_one_leaves_and_comes_back_on_the_other_side(passed, panels, tmp_path):
    clip = montage(
        tmp_path,
        panels,
        (2, ("nobody", "man", "woman")),
        (4, ("nobody", "man", "nobody")),
        (7, ("woman", "man", "nobody")),
    )
    (man, woman) = seats(passed(clip, 5.0))
    assert man == [(0.0, 6.8, 1)]
    assert woman == [(0.0, 1.8, 2), (4.0, 6.8, 0)]


def test_after_both_left_each_is_known_again(passed, panels, tmp_path):
    clip = montage(tmp_path, panels, (2, ("woman", "speaker")), (4, ("nobody", "nobody")), (7, ("speaker", "woman")))
    assert seats(passed(clip, 5.0)) == [[(0.0, 1.8, 0), (4.0, 6.8, 1)], [(0.0, 1.8, 1), (4.0, 6.8, 0)]]


def test_one_walks_through_the_picture_before_the_other(passed, panels, tmp_path):
    """She goes from the right to the left before him: from 2.6 to 3.9 s he is hidden or half hidden."""
    pictures = []
    for number in range(70):
        picture = np.hstack([panels["nobody"][0]] * 3)
        picture[:, 220:460] = panels["man"][number]
        x = int(np.clip(480 - (number / RATE - 2) * 200, 0, 480))
        picture[:, x : x + 240] = panels["woman"][number]
        pictures.append(picture)
    clip = media.encode(tmp_path / "cross.mp4", pictures, media.real_clip(rate=RATE, size=(720, 240)))
    man, woman = passed(clip).people
    assert all(abs(x - 340) < 25 for _, _, x in runs(man, longest_gap=2.0))
    her = woman.measurements
    assert np.array_equal(her.times_s, passed(clip).sampled_s)
    assert (
        np.abs(her.boxes[:, 0] + her.boxes[:, 2] / 2 - np.clip(480 - (her.times_s - 2) * 200, 0, 480) - 120).max() < 25
    )
    assert man.measurements.times_s[-1] == pytest.approx(6.9)


def test_small_faces_in_a_wide_room(passed, panels, footage, tmp_path):
    """Faces of 70 by 95 pixels in 1280 by 720, one from the start, one from 1.5 s on."""
    first = next(iter(media.sampled(footage / "no_face.mp4", rate=1, size=(1280, 720))))
    room = np.asarray(Image.fromarray(first).filter(ImageFilter.GaussianBlur(3))).astype(np.int16)
    rng = np.random.default_rng(1)
    pictures = []
    grain = rng.integers(-6, 7, room.shape, dtype=np.int16)
    for number in range(30):
        picture = np.clip(room + np.roll(grain, 97 * number), 0, 255).astype(np.uint8)
        for name, x, since in (("man", 200 + number, 0), ("speaker", 900, 15)):
            if number >= since:
                picture[300:456, x : x + 156] = np.asarray(Image.fromarray(panels[name][number]).resize((156, 156)))
        pictures.append(picture)
    clip = media.encode(tmp_path / "room.mp4", pictures, media.real_clip(rate=RATE, size=(1280, 720)))
    one, two = passed(clip).people
    for person, begin in ((one, 0.0), (two, 1.5)):
        ((first_s, last_s, _),) = runs(person)
        assert first_s == pytest.approx(begin, abs=0.35)
        assert last_s == pytest.approx(2.9, abs=0.01)
        assert 60 < np.median(person.measurements.boxes[:, 2]) < 90


@pytest.mark.parametrize(
    ("name", "ending", "rate", "size", "rotation"),
    [("single_face.mp4", "webm", 15, (480, 270), 0), ("speech_one_person.mp4", "mp4", 50, (360, 360), 90)],
)
def test_frame_rate_size_rotation_and_container_do_not_matter(
    passed, footage, tmp_path, name, ending, rate, size, rotation
):
    source = footage / name
    clip = media.re_encode(source, tmp_path / f"again.{ending}", rate=rate, size=size, rotation=rotation)
    (before,), (after,) = passed(source).people, passed(clip, 5.0).people
    was, now = before.measurements, after.measurements
    share = size[0] / probe(source).width
    for column in range(3):
        expected = np.interp(now.times_s, was.times_s, was.boxes[:, column]) * share
        assert np.abs(now.boxes[:, column] - expected).mean() < 6
    for shape in np.flatnonzero(was.blendshapes.std(axis=0) > 0.1):
        expected = np.interp(now.times_s, was.times_s, was.blendshapes[:, shape])
        assert np.corrcoef(expected, now.blendshapes[:, shape])[0, 1] > 0.8


def test_the_number_of_workers_changes_nothing_nor_does_going_on_later(face_model, footage):
    video = probe(footage / "noface_face.mov")
    kept = {}
    alone = finish(face_pass(video, model=face_model, workers=1, kept=kept))
    assert sorted(kept) == [0, 1]
    assert same(alone, finish(face_pass(video, model=face_model, workers=3)))
    half = {0: kept[0]}
    assert same(alone, finish(face_pass(video, model=face_model, workers=2, kept=half)))
    assert half[0] is kept[0]
    assert sorted(half) == [0, 1]
    assert same(alone, finish(face_pass(video, model=face_model, workers=2, kept=half)))


def test_stretches_kept_in_a_folder_are_taken_up_later_and_damage_is_said(face_model, footage, tmp_path):
    video = probe(footage / "expressive_1.mp4")
    pieces = FolderPieces(tmp_path)
    alone = finish(
        face_pass(video, model=face_model, workers=2, kept=KeptStretches(pieces, pieces.begin("job", resume=True)))
    )
    numbers = pieces.begin("job", resume=True)
    assert numbers == (0, 1, 2, 3)
    pieces.add(1, b"cut short")
    again = KeptStretches(pieces, numbers)
    assert list(again) == [0, 2, 3]
    assert same(alone, finish(face_pass(video, model=face_model, workers=1, kept=again)))
    for path in tmp_path.rglob("*.piece"):
        path.unlink()
    with pytest.raises(OutputError, match="no longer"):
        finish(face_pass(video, model=face_model, kept=again))


def test_a_part_of_the_recording(face_model, footage):
    video = probe(footage / "face_noface.mov")
    part = finish(face_pass(video, model=face_model, span=Span.between(1.0, 3.0), sampling=Sampling(5.0)))
    assert part.sampled_s[0] == pytest.approx(1.0, abs=0.05)
    assert part.sampled_s[-1] < 3.0
    ((begin, end, _),) = runs(part.people[0])
    assert begin == part.sampled_s[0]
    assert end == pytest.approx(2.3, abs=0.2)


def test_progress_grows_and_closing_stops_the_workers(face_model, footage, monkeypatch):
    looked: list[None] = []

    def watched(*given, **more):
        with closing(follow_stretch(*given, **more)) as stage:
            while True:
                try:
                    step = next(stage)
                except StopIteration as end:
                    return end.value
                looked.append(None)
                yield step

    monkeypatch.setattr("core.faces.face_pass.follow_stretch", watched)
    stage = face_pass(probe(footage / "expressive_1.mp4"), model=face_model, workers=2)
    steps = [next(stage) for _ in range(6)]
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert 0 < steps[-1].done < steps[-1].total == pytest.approx(19.57, abs=0.1)
    assert {(step.stage, step.unit) for step in steps} == {("looking for faces", "s of video")}
    before = len(looked)
    stage.close()
    assert len(looked) < before + 20, "two workers were at a frame each; of 197 most are left"
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("faces")]


def test_what_cannot_be_done_is_said(tmp_path, footage, face_model):
    video = probe(footage / "single_face.mp4")
    with pytest.raises(ModelError):
        finish(face_pass(video, model=tmp_path / "missing.task"))
    with pytest.raises(ValueError, match="at least one worker"):
        finish(face_pass(video, model=face_model, workers=0))
