"""The contract of the reader, held by every container: numbers painted into the frames are read back."""

from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.footage.reader import FrameReader, probe
from core.records.moment import Moment
from core.records.video import Video
from tests import media

Numbered = tuple[Path, media.Clip]
exact_media = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


@cache
def one_pass(path: Path) -> tuple[Video, list[tuple[Fraction, int]]]:
    """The probed clip, and time and number of each frame; clips of the session are never changed."""
    video = probe(path)
    return video, numbers(video)


def numbers(video: Video, start: Moment | None = None, end: Moment | None = None) -> list[tuple[Fraction, int]]:
    with FrameReader(video) as reader:
        return [(f.moment.exact, media.number_in(f.rgb())) for f in reader.frames(start, end)]


def test_one_pass_gives_every_frame_once_in_order_at_its_time(numbered: Numbered):
    path, clip = numbered
    video, found = one_pass(path)
    assert [number for _, number in found] == list(range(clip.frames))
    assert video.frames == clip.frames
    # Containers round times to their own grid: Matroska to milliseconds, GIF to hundredths.
    assert [float(t) for t, _ in found] == pytest.approx([float(t) for t in clip.times()], abs=0.0051)


def test_probe_tells_what_the_clip_is_like(numbered: Numbered):
    path, clip = numbered
    video = probe(path)
    aspect = clip.aspect or 1
    assert (video.width, video.height) == (round(clip.width * aspect), clip.height)
    assert video.rotation == clip.rotation
    assert video.variable_frame_rate == (len(set(clip.ticks)) > 1)
    assert video.interlaced == ("interlaced" in clip.name)
    assert video.duration_s == pytest.approx(
        float(sum(clip.ticks[n % len(clip.ticks)] for n in range(clip.frames)) * clip.time_base), abs=0.25
    )
    assert not video.still
    assert video.audio is None


def test_frames_stand_upright_at_the_probed_size(numbered: Numbered):
    path, _ = numbered
    video = probe(path)
    with FrameReader(video) as reader:
        frame = next(reader.frames())
        whole, small, luma = frame.rgb(), frame.rgb(longest_side=96), frame.luma(2)
    assert whole.shape == (video.height, video.width, 3)
    assert whole.dtype == np.uint8
    assert whole.flags.c_contiguous
    assert max(small.shape[:2]) == 96
    assert small.flags.c_contiguous
    assert luma.dtype == np.uint8
    assert (luma.shape[0] > luma.shape[1]) == (video.height > video.width)


@exact_media
@given(st.floats(-0.2, 1.4))
def test_the_frame_at_a_time_is_the_one_shown_then(numbered: Numbered, at: float):
    video, whole = one_pass(numbered[0])
    moment = Moment.at(at)
    with FrameReader(video) as reader:
        frame = reader.frame_at(moment)
        shown = [number for time, number in whole if time <= moment.exact]
        assert media.number_in(frame.rgb()) == (shown[-1] if shown else 0)


@exact_media
@given(st.lists(st.floats(-0.1, 1.6), min_size=1, max_size=4).map(sorted))
def test_stretches_join_to_exactly_one_pass(numbered: Numbered, borders: list[float]):
    video, whole = one_pass(numbered[0])
    ends = [None, *(Moment.at(border) for border in borders), None]
    with FrameReader(video) as reader:
        parts = [
            (frame.moment.exact, media.number_in(frame.rgb()))
            for start, end in pairwise(ends)
            for frame in reader.frames(start, end)
        ]
    assert parts == whole


def test_a_border_on_a_frame_belongs_to_the_later_stretch(numbered: Numbered):
    video, whole = one_pass(numbered[0])
    with FrameReader(video) as reader:
        for time, number in whole[1::6]:
            border = Moment(time.numerator, Fraction(1, time.denominator))
            *_, last = reader.frames(None, border)
            first = next(reader.frames(border, None))
            assert media.number_in(last.rgb()) == number - 1
            assert media.number_in(first.rgb()) == number


def test_threads_change_nothing(tmp_path: Path):
    video = probe(media.build(tmp_path, b_frames=3))
    with FrameReader(video, threads="auto") as reader:
        assert [media.number_in(f.rgb()) for f in reader.frames()] == list(range(video.frames))


def test_a_frame_stays_usable_after_the_reader_moved_on_and_closed(tmp_path: Path):
    video = probe(media.build(tmp_path))
    with FrameReader(video) as reader:
        kept = list(reader.frames())
    assert [media.number_in(f.rgb()) for f in kept] == list(range(video.frames))


def test_an_iteration_that_was_overtaken_says_so(tmp_path: Path):
    with FrameReader(probe(media.build(tmp_path))) as reader:
        first = reader.frames()
        next(first)
        reader.frame_at(Moment.at(0.5))
        with pytest.raises(RuntimeError, match="ended"):
            next(first)


def test_a_rotation_in_the_track_header_is_followed(tmp_path: Path):
    plain = media.build(tmp_path)
    turned = probe(media.with_rotation(plain, tmp_path / "turned.mp4", degrees=90))
    assert (turned.rotation, turned.width, turned.height) == (90, 108, 192)
    with FrameReader(probe(plain)) as a, FrameReader(turned) as b:
        one, other = a.frame_at(Moment.at(0)), b.frame_at(Moment.at(0))
        assert np.array_equal(np.rot90(one.rgb(), k=-1), other.rgb())
        assert np.array_equal(np.rot90(one.luma(3), k=-1), other.luma(3))


@pytest.mark.parametrize("ending", ["png", "jpg", "webp", "bmp", "tiff"])
def test_a_still_image_is_a_video_of_one_frame(tmp_path: Path, ending: str):
    path = media.still(tmp_path / f"still.{ending}", media.numbered(1234, width=200, height=150))
    video = probe(path)
    assert video.still
    assert video.average_rate is None
    assert not video.variable_frame_rate
    assert video.duration_s > 0
    with FrameReader(video) as reader:
        assert [media.number_in(f.rgb()) for f in reader.frames()] == [1234]
        assert media.number_in(reader.frame_at(Moment.at(5)).rgb()) == 1234


def test_a_stream_that_changes_its_size_keeps_the_probed_one(tmp_path: Path):
    large = media.build(tmp_path, name="a.h264", frames=8, time_base=Fraction(1, 25), ticks=(1,))
    small = media.build(tmp_path, name="b.h264", frames=8, width=96, height=54, time_base=Fraction(1, 25), ticks=(1,))
    both = tmp_path / "both.h264"
    both.write_bytes(large.read_bytes() + small.read_bytes())
    with FrameReader(probe(both)) as reader:
        pictures = [(f.rgb(), f.luma(2)) for f in reader.frames()]
    assert {rgb.shape for rgb, _ in pictures} == {(108, 192, 3)}
    assert [media.number_in(rgb) for rgb, _ in pictures] == [*range(8), *range(8)]


def test_what_is_transparent_becomes_grey(tmp_path: Path):
    picture = np.zeros((60, 80, 4), np.uint8)
    picture[:, :40] = (200, 30, 90, 255)
    picture[:, 40:60] = (0, 0, 0, 0)
    picture[:, 60:] = (255, 255, 255, 128)
    with FrameReader(probe(media.still(tmp_path / "alpha.png", picture))) as reader:
        seen = reader.frame_at(Moment.at(0)).rgb()
    assert seen[30, 20].tolist() == pytest.approx([200, 30, 90], abs=2)
    assert seen[30, 50].tolist() == pytest.approx([128, 128, 128], abs=2)
    assert seen[30, 70].tolist() == pytest.approx([192, 192, 192], abs=2)


@pytest.mark.parametrize("longest_side", [None, 80])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize(
    ("pixel_format", "matrix", "span", "height"),
    [
        ("yuv420p", 5, 1, 120),
        ("yuv420p", 1, 1, 120),
        ("yuv420p", 1, 2, 120),
        ("yuv420p10le", 1, 1, 120),
        ("yuv420p", None, 1, 120),
        ("yuv420p", None, 1, 720),
        ("bgr0", None, 1, 120),
        ("yuv422p", 1, 1, 120),
    ],
)
def test_colours_come_back_as_they_went_in(
    tmp_path: Path,
    pixel_format: str,
    matrix: int | None,
    span: int,
    height: int,
    rotation: int,
    longest_side: int | None,
):
    colours = [(200, 40, 40), (40, 200, 40), (40, 40, 200), (230, 230, 230), (20, 20, 20)]
    path = media.colour_bars(
        tmp_path / "bars.mkv",
        colours,
        height=height,
        pixel_format=pixel_format,
        matrix=matrix,
        full_range=span == 2,
        rotation=rotation,
    )
    with FrameReader(probe(path)) as reader:
        seen = reader.frame_at(Moment.at(0)).rgb(longest_side=longest_side)
    middle = np.rot90(seen, k=rotation // 90)[min(seen.shape[:2]) // 2]
    for number, colour in enumerate(colours):
        assert middle[int((number + 0.5) * len(middle) / len(colours))].tolist() == pytest.approx(list(colour), abs=4)


def test_interlaced_motion_shows_no_comb(tmp_path: Path):
    """A bar that jumps between the two fields: with both fields every other line would differ."""
    path = media.interlaced_jump(tmp_path / "comb.mkv")
    video = probe(path)
    assert video.interlaced
    with FrameReader(video) as reader:
        seen = [f.rgb().astype(int) for f in reader.frames()][1]
    inner = seen[20:-20]
    assert np.abs(np.diff(inner, axis=0)).mean() < 2


def test_a_broken_frame_costs_that_frame(tmp_path: Path):
    broken = media.one_broken_frame(media.build(tmp_path, b_frames=0), tmp_path / "broken.mp4", number=14)
    video = probe(broken)
    with FrameReader(video) as reader:
        found = [f.moment.exact for f in reader.frames()]
        assert reader.broken_frames == 1
    assert len(found) == video.frames - 1
    with FrameReader(video) as halves:
        middle = Moment.at(0.5)
        joined = [f.moment.exact for part in ((None, middle), (middle, None)) for f in halves.frames(*part)]
        assert halves.broken_frames == 1
    assert joined == found


def test_a_broken_key_frame_is_read_around(tmp_path: Path):
    broken = media.one_broken_frame(media.build(tmp_path, b_frames=0), tmp_path / "broken.mp4", number=10)
    with FrameReader(probe(broken)) as reader:
        before = reader.frame_at(Moment.at(10 / 30))
        assert media.number_in(before.rgb()) == 9
        assert [media.number_in(f.rgb()) for f in reader.frames(Moment.at(20 / 30 - 0.001))] == list(range(20, 30))


@pytest.mark.parametrize("name", ["cut.mkv", "cut.avi", "cut.mp4"])
def test_a_file_whose_last_third_is_gone_is_read_as_far_as_it_goes(tmp_path: Path, name: str):
    options = {"movflags": "faststart"} if name.endswith("mp4") else {}
    codec = "mpeg4" if name.endswith("avi") else "libx264"
    whole = media.build(
        tmp_path, name=f"whole_{name}", frames=60, codec=codec, time_base=Fraction(1, 25), ticks=(1,),
        container_options=options,
    )  # fmt: skip
    video = probe(media.cut_off(whole, tmp_path / name, share=2 / 3))
    assert any("cut off" in note for note in video.notes)
    found = [number for _, number in numbers(video)]
    assert len(found) > 25
    assert found[:25] == list(range(25))


def test_real_clips_are_what_their_readme_says(footage: Path):
    assert probe(footage / "face_noface.mov").variable_frame_rate
    assert probe(footage / "noface_face.mov").variable_frame_rate
    assert not probe(footage / "single_face.mp4").variable_frame_rate
    squeezed = probe(footage / "expressive_1.mp4")
    assert (squeezed.width, squeezed.height, squeezed.frames) == (480, 480, 587)
    hidden = probe(footage / "no_face.mp4")
    assert any("edit list" in note for note in hidden.notes)
    with FrameReader(hidden) as reader:
        assert sum(1 for _ in reader.frames()) == hidden.frames
    assert probe(footage / "multi_face.jpg").still


def test_the_same_clip_re_encoded_shows_the_same_at_the_same_time(footage: Path, tmp_path: Path):
    source = footage / "single_face.mp4"
    other = media.re_encode(source, tmp_path / "other.mov", rate=24, size=(480, 270), rotation=90)
    with FrameReader(probe(source)) as a, FrameReader(probe(other)) as b:
        assert b.video.rotation == 90
        for at in (0.3, 1.1, 2.0):
            one, two = (r.frame_at(Moment.at(at)).rgb(longest_side=160).astype(int) for r in (a, b))
            assert one.shape == two.shape
            assert np.abs(one - two).mean() < 6
