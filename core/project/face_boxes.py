"""Where the followed faces are in the picture, by name. In: an analysis and a window of time. Out: boxes and curves.

Every followed face is there, those that a correction excludes too: whoever blurs faces must know of all of them. Times
are seconds after the recording's first frame, coordinates are pixels of the upright picture. Knows nothing of drawing.
"""

from bisect import bisect_right
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.project.analyses import BOX, CURVE, GRID, TRACK, load_outline
from core.project.chunks import SeriesKey, names_of, read_series, read_times
from core.project.failures import damaged
from core.project.people import Stretch, who_is_who_of
from core.project.study import Study
from core.records.face import FaceBox
from core.records.study import PersonStanding

GAP_S = 0.6
"""Between two boxes further apart than this nobody knows where the face is."""
HOLD_S = 0.5
"""Before the first box and behind the last one the face may be there already, or still."""
UNIT_GAP_S = 0.15
"""A curve's value counts for a moment at most this far away."""


@dataclass(frozen=True, slots=True, eq=False)
class FollowedFace:
    """One face as the analysis followed it."""

    times_s: NDArray[np.float64]
    """(n,) increasing."""
    boxes: NDArray[np.float32]
    """(n, 4) x, y, width, height in pixels of the upright picture."""
    quality: NDArray[np.uint8]
    """(n,) `Quality` flags."""
    spans_s: tuple[tuple[float, float], ...]
    """Where the analysis says that the face is in the picture, over the whole recording."""
    stretches: tuple[Stretch, ...]
    """Who it is, and when."""
    standings: dict[str, PersonStanding]
    unit_times_s: NDArray[np.float64]
    """(m,) the grid of the action units."""
    units: dict[str, NDArray[np.float32]]
    """(m,) by code, in [0, 1], NaN where not assessable; empty where they were not asked for."""

    def person(self, time_s: float) -> PersonStanding | None:
        """Who it is at a time; None where that is excluded."""
        for stretch in self.stretches:
            if stretch.start_s <= time_s < stretch.end_s:
                who = stretch.person
                return None if who is None else self.standings.get(who, PersonStanding(who, who, None, None))
        return None

    def box(self, time_s: float) -> FaceBox | None:
        """Where the face is, between two measured boxes; None where none is near enough."""
        place = bisect_right(self.times_s, time_s)
        before, after = self._beside(place)
        if before is None or after is None or self.times_s[after] - self.times_s[before] > GAP_S:
            near = self._nearest(before, after, time_s)
            return None if near is None else _as_box(self.boxes[near])
        width = float(self.times_s[after] - self.times_s[before])
        share = (time_s - float(self.times_s[before])) / width if width > 0 else 0.0
        return _as_box((1 - share) * self.boxes[before] + share * self.boxes[after])

    def cover(self, time_s: float) -> tuple[FaceBox, ...]:
        """All places where the face may be at a time: the measured boxes around it and the one between them."""
        box = self.box(time_s)
        if box is None:
            return ()
        before, after = self._beside(bisect_right(self.times_s, time_s))
        beside = [one for one in (before, after) if one is not None and abs(self.times_s[one] - time_s) <= GAP_S]
        return (box, *(_as_box(self.boxes[one]) for one in beside))

    def lost(self, time_s: float) -> bool:
        """Whether the face is in the picture, or may be, and nobody knows where."""
        within = any(start - HOLD_S <= time_s <= end + HOLD_S for start, end in self.spans_s)
        return within and self.box(time_s) is None

    def flagged(self, time_s: float) -> bool:
        """Whether the nearest measured face was not fully usable."""
        near = self._nearest(*self._beside(bisect_right(self.times_s, time_s)), time_s)
        return near is None or bool(self.quality[near])

    def units_at(self, time_s: float) -> dict[str, float]:
        """The action units at a time by code, NaN where not assessable; empty where there are none."""
        if not len(self.unit_times_s):
            return {}
        near = int(np.argmin(np.abs(self.unit_times_s - time_s)))
        if abs(float(self.unit_times_s[near]) - time_s) > UNIT_GAP_S:
            return {}
        return {code: float(values[near]) for code, values in self.units.items()}

    def _beside(self, place: int) -> tuple[int | None, int | None]:
        return (place - 1 if place else None), (place if place < len(self.times_s) else None)

    def _nearest(self, before: int | None, after: int | None, time_s: float) -> int | None:
        near = [
            (abs(float(self.times_s[one]) - time_s), one)
            for one in (before, after)
            if one is not None and abs(float(self.times_s[one]) - time_s) <= HOLD_S
        ]
        return min(near)[1] if near else None


@dataclass(frozen=True, slots=True, eq=False)
class FacesOf:
    """The followed faces of an analysis within a window of time."""

    analysis: int
    start_s: float
    end_s: float
    analysed_s: tuple[float, float]
    """What of the recording was analysed; beyond it nothing is known."""
    faces: tuple[FollowedFace, ...]

    def knows(self, time_s: float) -> bool:
        """Whether the window reaches over a time and the analysis does too."""
        first, last = self.analysed_s
        return self.start_s <= time_s < self.end_s and first <= time_s <= last


def faces_of(study: Study, analysis: int, *, start_s: float, end_s: float, units: bool) -> FacesOf:
    """The followed faces around a window of time. `units`: their action units too, never for a blind rater.

    Raises `StudyError`.
    """
    with study.reading():
        outline = load_outline(study, analysis)
        who = who_is_who_of(study, analysis)
        found: list[FollowedFace] = []
        for person in outline.people:

            def series(name: str, own: str = person.id) -> NDArray[np.generic]:
                key = SeriesKey(analysis, own, name)
                return read_series(study, key, start_s=start_s - GAP_S, end_s=end_s + GAP_S)

            def times(grid: str, own: str = person.id) -> NDArray[np.float64]:
                key = SeriesKey(analysis, own, grid + "times_s")
                return read_times(study, key, start_s=start_s - GAP_S, end_s=end_s + GAP_S)

            times_s = times(TRACK)
            boxes = np.stack([series(f"{TRACK}box.{name}") for name in BOX], axis=1).astype(np.float32)
            quality = series(TRACK + "quality").astype(np.uint8, copy=False)
            if not len(times_s) == len(boxes) == len(quality):
                raise damaged(study.path, f"the boxes of {person.id} do not fit their times")
            names = names_of(study, analysis=analysis, person=person.id, prefix=CURVE + "AU") if units else ()
            codes = tuple(f"AU{name}" for name in names)
            found.append(
                FollowedFace(
                    times_s=times_s,
                    boxes=boxes,
                    quality=quality,
                    spans_s=tuple((span.start_s, span.end_s) for span in person.spans),
                    stretches=who.stretches.get(person.id, ()),
                    standings=who.standings,
                    unit_times_s=times(GRID) if units else np.zeros(0),
                    units={code: series(CURVE + code).astype(np.float32, copy=False) for code in codes},
                )
            )
        span = (outline.span.start_s, outline.span.end_s)
    return FacesOf(analysis, start_s, end_s, span, tuple(found))


def _as_box(values: NDArray[np.float32]) -> FaceBox:
    x, y, width, height = (float(value) for value in values)
    return FaceBox(x, y, width, height)
