"""From tracks to people. In: finished stretches. Out: people P1, P2 … in order of appearance.

A track is cut in parts at shot cuts; parts are joined where one goes on from the other, else where position and
coarse colours say it is the same person come back. Two parts that overlap in time are never one person, so nobody
has two faces in one frame. Must not know: files, pixels, models.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.faces.assignment import assign
from core.faces.quality import QualityRule, judge
from core.faces.stretch import StretchResult
from core.footage.shots import SHOT_RULE, ShotRule, ShotSignal, cuts, joined
from core.records.measurement import FacePass, Measurements, PersonTrack


@dataclass(frozen=True, slots=True)
class LinkRule:
    """When two parts are the same person. Times in seconds of video, lengths in sizes of the face."""

    gap_s: float = 2.0
    """A part that begins within this time after another's end, near by and in the same shot, goes on from it."""
    gap_distance: float = 0.6
    """Near by: centres closer than this …"""
    gap_speed: float = 1.5
    """… and this much further for each second of the gap."""
    gap_size: float = 1.7
    """Neither is more than this many times larger."""
    colour_weights: tuple[float, float, float] = (3.0, 3.0, 0.7)
    """Weights of ln(R/G), ln(B/G), ln(brightness) in the distance of two colours: light changes more than hue."""
    same_colours: float = 0.33
    """Mean distance over the regions both parts show. Measured: one person over a clip 0.05 to 0.21, two people 0.47
    to 0.75."""
    continued_colours: float = 0.5
    """The same for parts that go on from one another, where position speaks too."""
    place_weight: float = 0.3
    """How much being far from the last place (a face size or more) adds to the distance, in `same_colours`."""
    come_back: float = 0.7
    """How much a part that does not go on from the person's last one is held to be less likely, in `same_colours`."""
    shortest_s: float = 0.3
    """A person seen for less than this altogether is dropped as a false find, unless the whole span is shorter."""
    least_score: float = 0.6
    """So is one of whom the detector is never surer than this."""


@dataclass(slots=True)
class _Part:
    """A run of sightings of one track within one shot."""

    rows: NDArray[np.intp]
    start_s: float
    end_s: float
    shot: int
    first_box: NDArray[np.float32]
    last_box: NDArray[np.float32]
    colours: NDArray[np.float32]
    """(4, 3) median."""


@dataclass(slots=True)
class _Person:
    parts: list[_Part] = field(default_factory=list[_Part])

    def free(self, part: _Part) -> bool:
        """Whether the person is nowhere else while `part` runs."""
        return all(other.end_s < part.start_s or part.end_s < other.start_s for other in self.parts)

    def last_before(self, part: _Part) -> _Part:
        """The person's latest part that ended before `part` began, else the first one."""
        earlier = [other for other in self.parts if other.end_s < part.start_s]
        return max(earlier, key=lambda other: other.end_s) if earlier else self.parts[0]

    def colours(self) -> NDArray[np.float32]:
        """(4, 3) mean over the parts, weighted by their number of sightings; NaN where none shows a region."""
        stack = np.stack([part.colours for part in self.parts])
        weights = np.array([len(part.rows) for part in self.parts], np.float64)[:, None, None] * ~np.isnan(stack)
        total = weights.sum(axis=0)
        sums = (np.nan_to_num(stack) * weights).sum(axis=0)
        return np.where(total > 0, sums / np.maximum(total, 1), np.nan).astype(np.float32)


def colour_distance(one: NDArray[np.float32], other: NDArray[np.float32], *, rule: LinkRule) -> float:
    """Mean distance over the regions both show, (4, 3) each; skin is always among them."""
    distances = np.linalg.norm((one - other) * np.array(rule.colour_weights, np.float32), axis=1)
    shown = ~np.isnan(distances)
    return float(distances[shown].mean()) if shown.any() else float("inf")


def _place_distance(one: NDArray[np.float32], other: NDArray[np.float32]) -> tuple[float, float]:
    """Distance of two boxes' centres in sizes of the larger face, and how many times larger that is."""
    sizes = sorted((float(one[2:].max()), float(other[2:].max())))
    centres = np.hypot(*(one[:2] + one[2:] / 2 - other[:2] - other[2:] / 2))
    return float(centres) / max(sizes[1], 1e-6), sizes[1] / max(sizes[0], 1e-6)


def _cost(person: _Person, part: _Part, *, rule: LinkRule) -> float:
    """How unlikely it is that `part` is `person`: unlike colours, a far place, a long gap. Infinite: cannot be."""
    if not person.free(part):
        return float("inf")
    before = person.last_before(part)
    gap = part.start_s - before.end_s
    distance, ratio = _place_distance(before.last_box, part.first_box)
    nearest = min(
        colour_distance(person.colours(), part.colours, rule=rule),
        *(colour_distance(other.colours, part.colours, rule=rule) for other in person.parts[-8:]),
    )
    reach = rule.gap_distance + rule.gap_speed * gap
    near = 0 <= gap <= rule.gap_s and distance <= reach and ratio <= rule.gap_size
    if before.shot == part.shot and near and nearest <= rule.continued_colours:
        return nearest / rule.same_colours + rule.place_weight * distance / reach
    if nearest > rule.same_colours:
        return float("inf")
    return nearest / rule.same_colours + rule.come_back + rule.place_weight * min(distance, 1.0)


def _parts(whole: StretchResult, stretch: NDArray[np.int32], cuts_s: Sequence[float]) -> list[_Part]:
    """Runs of sightings by stretch, track and shot, in order of their beginning, then from left to right."""
    shot = np.searchsorted(np.asarray(cuts_s, np.float64), whole.times_s, side="right")
    keys = np.stack([stretch, whole.track, shot], axis=1)
    parts: list[_Part] = []
    _, number = np.unique(keys, axis=0, return_inverse=True)
    order = np.argsort(number, kind="stable")
    for rows in np.split(order, np.flatnonzero(np.diff(number[order])) + 1) if len(order) else ():
        times, boxes = whole.times_s[rows], whole.boxes[rows]
        colours = whole.colours[rows]
        empty = np.isnan(colours).mean(axis=0) > 0.5
        colours = np.where(empty, np.float32(np.nan), _median(colours))
        parts.append(_Part(rows, float(times[0]), float(times[-1]), int(shot[rows[0]]), boxes[0], boxes[-1], colours))
    return sorted(parts, key=lambda part: (part.start_s, float(part.first_box[0]), float(part.first_box[1])))


def _median(colours: NDArray[np.float32]) -> NDArray[np.float32]:
    """Median over the first axis that passes over NaN and gives 0 where nothing else is there."""
    ordered = np.sort(colours, axis=0)  # NaN sorts last
    count = (~np.isnan(colours)).sum(axis=0)
    middle = np.take_along_axis(ordered, np.maximum(count - 1, 0)[None] // 2, axis=0)[0]
    return np.nan_to_num(middle)


def _people(parts: Sequence[_Part], *, rule: LinkRule) -> list[_Person]:
    """Gives each part to a person; parts that begin together are given out together, at the least total cost."""
    people: list[_Person] = []
    at = 0
    while at < len(parts):
        together = [part for part in parts[at:] if part.start_s <= parts[at].start_s + rule.shortest_s]
        # Only those that overlap compete; a short one that already ended may be the same person's beginning.
        together = together[: max(1, sum(part.start_s <= parts[at].end_s for part in together))]
        costs = np.array([[_cost(person, part, rule=rule) for person in people] for part in together], np.float64)
        pairs = dict(assign(costs.reshape(len(together), len(people)), limit=10.0))
        for row, part in enumerate(together):
            if row in pairs:
                people[pairs[row]].parts.append(part)
            else:
                people.append(_Person([part]))
        at += len(together)
    return people


def _joined(results: Iterable[StretchResult]) -> tuple[StretchResult, NDArray[np.int32]]:
    """All stretches as one, in order of time, and each row's stretch; takes them one by one and keeps none."""
    arrays = ("sampled_s", "times_s", "track", "boxes", "blendshapes", "pose", "observed", "pattern", "brightness")
    pieces: dict[str, list[NDArray[np.generic]]] = {name: [] for name in (*arrays, "score", "sharpness", "colours")}
    stretch: list[NDArray[np.int32]] = []
    shots: list[ShotSignal] = []
    names: set[tuple[str, ...]] = set()
    bounds: list[tuple[float, float]] = []
    broken_frames = 0
    for result in results:
        for name, parts in pieces.items():
            parts.append(getattr(result, name))
        stretch.append(np.full(len(result.times_s), result.index, np.int32))
        shots.append(result.shots)
        names.add(result.observed_names)
        bounds.append((result.start_s, result.end_s))
        broken_frames += result.broken_frames
    if not bounds:
        raise ValueError("there is no stretch to join")
    if len(names) > 1:
        raise ValueError("the stretches were read by different observers")
    values = {name: np.concatenate(pieces.pop(name)) for name in tuple(pieces)}
    whole = StretchResult(
        index=0,
        start_s=bounds[0][0],
        end_s=bounds[-1][1],
        broken_frames=broken_frames,
        observed_names=names.pop(),
        shots=joined(shots),
        **values,  # pyright: ignore[reportArgumentType]
    )
    return whole, np.concatenate(stretch)


def _measured(whole: StretchResult, person: _Person, *, quality: QualityRule) -> Measurements:
    rows = np.concatenate([part.rows for part in person.parts])
    rows = rows[np.argsort(whole.times_s[rows], kind="stable")]
    flags, values = judge(
        times_s=whole.times_s[rows],
        boxes=whole.boxes[rows],
        pose=whole.pose[rows],
        pattern=whole.pattern[rows],
        brightness=whole.brightness[rows],
        score=whole.score[rows],
        sharpness=whole.sharpness[rows],
        rule=quality,
    )
    return Measurements(
        times_s=whole.times_s[rows],
        boxes=whole.boxes[rows],
        blendshapes=whole.blendshapes[rows],
        pose=whole.pose[rows],
        quality=flags,
        quality_values=values,
        observed=whole.observed[rows],
        observed_names=whole.observed_names,
    )


def _believable(whole: StretchResult, person: _Person, *, rule: LinkRule) -> bool:
    """Whether a person was seen long and surely enough."""
    rows = np.concatenate([part.rows for part in person.parts])
    sampled = whole.sampled_s
    step = float(np.median(np.diff(sampled))) if len(sampled) > 1 else rule.shortest_s
    covered = float(sampled[-1] - sampled[0]) + step if len(sampled) else 0.0
    return (
        len(rows) * step >= min(rule.shortest_s, covered) - 1e-6 and float(whole.score[rows].max()) >= rule.least_score
    )


def join_stretches(
    results: Iterable[StretchResult], *, link: LinkRule, quality: QualityRule, shots: ShotRule = SHOT_RULE
) -> FacePass:
    """Joins finished stretches of one recording, handed over in order of time.

    Raises `ValueError` for none, or when their columns differ.
    """
    whole, stretch = _joined(results)
    cuts_s = cuts(whole.shots, shots)
    people = [
        person for person in _people(_parts(whole, stretch, cuts_s), rule=link) if _believable(whole, person, rule=link)
    ]
    return FacePass(
        sampled_s=whole.sampled_s,
        people=tuple(
            PersonTrack(f"P{number}", _measured(whole, person, quality=quality))
            for number, person in enumerate(people, start=1)
        ),
        cuts_s=tuple(cuts_s),
        broken_frames=whole.broken_frames,
    )
