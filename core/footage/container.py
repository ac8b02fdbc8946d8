"""Opens a recording with PyAV. Comes in: a path. Goes out: an open container, or one sentence why there is none.

Only local files, and only formats that hold pictures or sound: a playlist (HLS, DASH, concat) would make the
decoder open other files or the network, and FFmpeg renders any text file as a film of a terminal.
Knows nothing of frames, times or what is done with them.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import av
from av import error

from core.errors import FootageError

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.packet import Packet
    from av.stream import Stream
    from av.video.stream import VideoStream

FORMATS = (
    "mov,matroska,webm,avi,mpegts,mpeg,mpegvideo,m4v,h264,hevc,av1,obu,ivf,mjpeg,flv,asf,ogg,rm,mxf,dv,nut,"
    "yuv4mpegpipe,gif,apng,image2,jpeg_pipe,png_pipe,webp_pipe,bmp_pipe,tiff_pipe,"
    "wav,mp3,aac,flac,ac3,aiff,amr,w64"
)
"""The demuxers that may answer; sound formats only so that the sentence can say that there is no picture."""
LARGEST_PIXELS = 2**27
"""A picture beyond this (an 8K frame has 2**25) is a broken header, and decoding it would take gigabytes."""
MOST_READ_ERRORS = 8
"""Errors of the container in a row, without a packet between, after which its end is assumed."""
SOUND_FORMATS = frozenset({"wav", "mp3", "aac", "flac", "ac3", "aiff", "amr", "w64"})
_CONVERT = (
    "Open it in a player to see whether it plays at all; if it does, convert it to MP4 (H.264) and try that file."
)


def open_container(path: Path) -> "InputContainer":
    """Opens `path` for reading. The caller closes it. Raises `FootageError` when it is not a readable recording."""
    check_readable(path)
    try:
        return av.open(
            # Without the prefix a name like "tape:2.mp4" is taken for a network protocol.
            f"file:{path.absolute()}",
            mode="r",
            options={"max_pixels": str(LARGEST_PIXELS)},
            container_options={
                "format_whitelist": FORMATS,
                "protocol_whitelist": "file",
                # A file called "take%03d.jpg" is one picture, not the first of a series.
                "pattern_type": "none",
            },
            metadata_errors="replace",
        )
    except (error.FFmpegError, ValueError) as failure:
        raise _explained(path) from failure


def picture_stream(container: "InputContainer", path: Path) -> "VideoStream":
    """The first moving-picture track (a cover picture is none). Raises `FootageError` when none can be decoded."""
    tracks = [s for s in container.streams.video if not s.disposition & s.disposition.attached_pic]
    if not tracks or container.format.name in SOUND_FORMATS:
        raise FootageError(
            f"“{path}” holds sound but no picture." if container.streams.audio else f"“{path}” holds no picture.",
            remedy="Choose the recording that shows the people; sound alone cannot be read for expressions.",
        )
    for stream in tracks:
        # PyAV gives a stream without a decoder no context, against its own type.
        if getattr(stream, "codec_context", None) is not None and stream.codec_context.width > 0:
            return stream
    raise FootageError(
        f"The picture in “{path}” is packed with a codec that this program cannot decode.",
        remedy="Convert it to MP4 (H.264) with the program that recorded it.",
    )


def packets_of(container: "InputContainer", *streams: "Stream") -> "Iterator[Packet[Stream] | None]":
    """Packets of `streams` (all when none is named), then one empty packet per stream; None for an unreadable place.

    Reading goes on after such a place; after `MOST_READ_ERRORS` in a row the file is taken to end there.
    """
    failures = 0
    while failures < MOST_READ_ERRORS:
        try:
            for packet in container.demux(*streams):
                if packet.size:
                    failures = 0
                yield packet
        except error.FFmpegError:
            failures += 1
            yield None
        except IndexError:
            # WORKAROUND(PyAV 18.1): `demux` ends so when a damaged file reveals a further stream on the way. The
            # streams that were asked for have had their last, empty packet by then.
            return
        else:
            return


def check_readable(path: Path) -> None:
    """Raises `FootageError` unless `path` is a file with content that this user may read."""
    try:
        if path.exists() and not path.is_file() and not path.is_dir():  # Opening a pipe would wait for ever.
            raise FootageError(f"“{path}” is a device or a pipe, not a file.", remedy="Name a recorded video file.")
        with path.open("rb") as file:
            if file.read(1):
                return
    except FileNotFoundError as failure:
        raise FootageError(f"There is no file “{path}”.", remedy="Check the spelling and the folder.") from failure
    except IsADirectoryError as failure:
        raise _folder(path) from failure
    except PermissionError as failure:
        if path.is_dir():  # Windows reports a folder as a missing permission.
            raise _folder(path) from failure
        raise FootageError(
            f"“{path}” cannot be read: this user has no permission.",
            remedy="Allow reading in the file's properties, or copy it to a folder of your own.",
        ) from failure
    except (OSError, ValueError) as failure:  # ValueError: a name with a zero byte
        raise FootageError(
            f"“{path}” cannot be read from its disk ({failure}).",
            remedy="Check that the drive is connected and healthy, then try again.",
        ) from failure
    raise FootageError(f"“{path}” is empty (0 bytes).", remedy="Copy it again from the camera or the original folder.")


def _folder(path: Path) -> FootageError:
    return FootageError(f"“{path}” is a folder, not a recording.", remedy="Name one video file inside it.")


def _explained(path: Path) -> FootageError:
    """Why a file that exists could not be opened, told from its first bytes."""
    with path.open("rb") as file:
        head = file.read(4096)
    if head[4:8] in {b"ftyp", b"mdat", b"wide", b"free", b"skip"}:
        return FootageError(
            f"“{path}” has no readable index: the recording was cut off before it was finished, or is damaged.",
            remedy="Copy it again from the camera; if it is the same there, an MP4 repair program may rescue it.",
        )
    if _is_text(head):
        return FootageError(
            f"“{path}” holds text, not a video, whatever its name says.", remedy="Choose the recording itself."
        )
    return FootageError(f"“{path}” is not a video this program can read, or its beginning is damaged.", remedy=_CONVERT)


def _is_text(head: bytes) -> bool:
    try:
        # The cut at 4096 bytes may fall inside a character.
        text = head.decode("utf-8", errors="strict" if len(head) < 4096 else "ignore")
    except UnicodeDecodeError:
        return False
    return all(character.isprintable() or character in "\t\r\n\f\ufeff" for character in text)
