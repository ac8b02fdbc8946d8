"""Clips that several tests of the room read: built once a session, never changed."""

from fractions import Fraction
from pathlib import Path

import pytest

from tests import media

CFR = {"time_base": Fraction(1, 25), "ticks": (1,)}
CLIPS: dict[str, media.Clip] = {
    "mp4": media.Clip("plain.mp4"),
    "mp4 with spaces and 漢字": media.Clip("a session, 第一回 é%03d [x].mp4"),
    "open groups": media.Clip("open.mp4", b_frames=3, options={"x264-params": "open-gop=1:keyint=10:min-keyint=10"}),
    "hevc open groups": media.Clip(
        "hevc.mp4", codec="libx265", options={"x265-params": "open-gop=1:keyint=10:bframes=3:log-level=none:pools=1"}
    ),
    "no key frames": media.Clip("refresh.mkv", b_frames=0, options={"x264-params": "intra-refresh=1:keyint=10"}),
    "variable rate": media.Clip("vfr.mkv", ticks=(20, 20, 55, 10, 7, 133)),
    "variable rate mp4": media.Clip("vfr.mp4", ticks=(20, 20, 55, 10, 7, 133)),
    "starts late": media.Clip("late.mkv", start_ticks=777),
    "turned 90": media.Clip("r90.mp4", rotation=90),
    "turned 180": media.Clip("r180.mov", rotation=180),
    "turned 270": media.Clip("r270.mp4", rotation=270, width=108, height=192),
    "odd size": media.Clip("odd.mkv", width=193, height=107, pixel_format="yuv444p"),
    "wide pixels": media.Clip("aspect.mp4", aspect=Fraction(4, 3)),
    "10 bit": media.Clip("ten.mkv", pixel_format="yuv420p10le"),
    "interlaced": media.Clip("interlaced.mkv", height=112, options={"x264-params": "interlaced=1:tff=1"}),
    "alpha": media.Clip("alpha.mov", codec="qtrle", pixel_format="argb", **CFR),
    "webm": media.Clip("plain.webm", codec="libvpx-vp9", **CFR),
    "avi": media.Clip("plain.avi", codec="mpeg4", **CFR),
    "avi without presentation times": media.Clip("dts.avi", **CFR),
    "transport stream": media.Clip("plain.ts", codec="mpeg2video", **CFR),
    "raw stream": media.Clip("plain.h264", **CFR),
    "gif": media.Clip("plain.gif", codec="gif", pixel_format="rgb8", **CFR),
    "every frame a key": media.Clip("plain.mkv", codec="mjpeg", pixel_format="yuvj420p", **CFR),
}


@pytest.fixture(scope="session")
def media_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("media")


@pytest.fixture(scope="session", params=CLIPS.items(), ids=list(CLIPS))
def numbered(request: pytest.FixtureRequest, media_folder: Path) -> tuple[Path, media.Clip]:
    """Every kind of clip in turn: its file and what it is like."""
    _, clip = request.param
    path = media_folder / clip.name
    return (path if path.exists() else media.build(media_folder, clip)), clip


@pytest.fixture(scope="session")
def footage() -> Path:
    """The folder of real clips."""
    if not media.FOOTAGE.is_dir():
        pytest.skip(f"the real clips are not on this machine ({media.FOOTAGE})")
    return media.FOOTAGE
