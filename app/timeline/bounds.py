"""Moving a border of a segment. In: what is dragged. Out: where it lands, on a frame or at the playhead.

Must not know: widgets. What is released becomes a review; the analysis stays as it is.
"""

from dataclasses import dataclass, replace
from typing import Literal

from core.project.scene import Scene
from core.records.study import SegmentRow

Side = Literal["start", "end"]
GRID_S = 0.1
"""Step where frames are not evenly spaced: that of the curves."""
LEAST_S = 0.1
"""No segment becomes shorter."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Where borders may land: `zero_s` plus whole steps, within a recording."""

    zero_s: float
    step_s: float
    end_s: float

    def nearest(self, time_s: float) -> float:
        """The step nearest to a time."""
        inside = min(max(time_s, self.zero_s), self.end_s)
        landed = self.zero_s + round((inside - self.zero_s) / self.step_s) * self.step_s
        return landed if landed <= self.end_s else self.end_s


def grid_of(scene: Scene, row: SegmentRow) -> Grid | None:
    """The grid of the recording a segment lies in; None where its recording is not known."""
    recording = next((one.recording for one in scene.analyses if one.id == row.analysis), None)
    media = next((one for one in scene.recordings if one.id == recording), None)
    if media is None:
        return None
    video = media.video
    end_s = scene.length_s if video is None else media.offset_s + video.duration_s
    steady = video is not None and video.average_rate is not None and not video.variable_frame_rate
    rate = video.average_rate if video is not None and steady else None
    return Grid(media.offset_s, float(1 / rate) if rate else GRID_S, max(end_s, row.end_s))


@dataclass(frozen=True, slots=True)
class Edit:
    """A border on its way."""

    row: SegmentRow
    side: Side
    start_s: float
    end_s: float
    grid: Grid
    before_s: tuple[float, float]

    @property
    def changed(self) -> bool:
        """Whether it lies elsewhere than before."""
        return (self.start_s, self.end_s) != self.before_s

    def dragged(self, time_s: float, *, playhead_s: float, catch_s: float) -> "Edit":
        """The border at a time: at the playhead where that is no further than `catch_s`, else on a frame."""
        near = abs(time_s - playhead_s) <= catch_s
        landed = playhead_s if near else self.grid.nearest(time_s)
        if self.side == "start":
            return replace(self, start_s=max(self.grid.zero_s, min(landed, self.end_s - LEAST_S)))
        return replace(self, end_s=min(self.grid.end_s, max(landed, self.start_s + LEAST_S)))
