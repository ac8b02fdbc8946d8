"""What a recording holds, as its container and its first frames tell. Opened by `core.footage.reader`, nowhere else."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Literal

from core.records.moment import Moment

Rotation = Literal[0, 90, 180, 270]


@dataclass(frozen=True, slots=True)
class AudioStream:
    """The first audio track."""

    codec: str
    sample_rate: int
    channels: int


@dataclass(frozen=True, slots=True)
class Video:
    """A probed recording. Widths, heights and all coordinates are those of the upright picture."""

    path: Path
    sha256: str
    container: str
    codec: str
    pixel_format: str
    width: int
    """Pixels of the upright picture: rotation and pixel aspect are applied."""
    height: int
    rotation: Rotation
    """Degrees clockwise that the stored picture was turned to stand upright."""
    time_base: Fraction
    start: Moment
    """Presentation time of the first frame. Times in every record count from here, not from the container's zero."""
    duration_s: float
    """From the first frame's start to the last frame's end."""
    frames: int
    """Frames counted by reading every packet; 1 for a still image."""
    average_rate: Fraction | None
    """Frames per second over the whole recording, for display only; None for a still image."""
    variable_frame_rate: bool
    interlaced: bool
    audio: AudioStream | None
    key_frames: tuple[int, ...] = ()
    """Where decoding can begin, in ticks of `time_base` after the first frame, in order; empty where nothing says."""
    notes: tuple[str, ...] = ()
    """Sentences for the user about what is unusual: truncated, no index, broken frames."""

    @property
    def still(self) -> bool:
        """Whether this is one picture rather than a moving one."""
        return self.frames == 1
