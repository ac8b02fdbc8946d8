"""Following faces from one looked-at frame to the next. In: pictures in order of time. Out: faces with track numbers.

A followed face is read in a window around where it last was, so a small face is enlarged and the result depends on the
frame and that window alone. New faces are looked for at intervals of video time, never of frames, and at once when
one was lost or the picture changed as after a cut. Must not know: files, people (a track here ends at each loss).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.faces.crops import cut_native, square
from core.faces.discovery import DiscoveryRule, discover, overlap, same_place, tiles
from core.faces.landmarker import FaceModel
from core.faces.surface import Surface, surface_of
from core.records.face import Face, FaceBox


@dataclass(frozen=True, slots=True)
class FollowRule:
    """How faces are followed. Times in seconds of video."""

    window_margin: float = 2.0
    """Side of the window over the longer side of the last box. Measured from 1.3 to 2.4: detection and jitter hardly
    differ, 2.0 jitters least; it holds a face that moved by half its size."""
    narrow_margin: float = 1.4
    """Second try, where a neighbour's face was found in the wider window."""
    farthest_step: float = 0.8
    """A face found further from the last box than this share of its size is another face."""
    size_step: float = 1.8
    """So is one that is this many times larger or smaller."""
    hold_s: float = 0.5
    """A face not found for longer than this has ended its track; the track's next part is joined to it later."""
    whole_every_s: float = 0.3
    """The whole picture is searched for new faces this often where it changes away from followed people …"""
    whole_unchanged_s: float = 1.0
    """… and this often where it does not."""
    whole_changed_share: float = 0.002
    """The picture counts as changed when more than this share of its pixels did."""
    tiles_every_s: float = 0.5
    """Tiles whose picture changed are searched this often."""
    all_tiles_every_s: float = 15.0
    """All tiles are searched this often, changed or not."""
    settle_s: float = 0.6
    """After a start or a change of the picture all tiles are searched at each look for this long, until a face is
    followed."""
    tile_change: int = 20
    """A thumbnail's pixel counts as changed by more than this many levels of 255."""
    tile_changed_share: float = 0.005
    """A tile counts as changed when more than this share of its pixels did."""
    cut_difference: float = 0.2
    """A frame that differs this much from the one before (`core.footage.shots.difference`) may begin a shot: faces are
    searched for everywhere at the next look. Whether it does is decided later, on the whole recording."""
    check_every_s: float = 0.4
    """Detector score, colours and sharpness of a followed face are taken this often and hold until the next time."""


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """What is looked up about a followed face now and then."""

    score: float
    """The detector's, in [0, 1]; it drops when a hand covers the face."""
    surface: Surface


@dataclass(frozen=True, slots=True, eq=False)
class Sighting:
    """One followed face in one frame."""

    track: int
    """Number of the track, counted from 0 in one `Follower`."""
    face: Face
    check: Check


@dataclass(slots=True)
class _Followed:
    track: int
    box: FaceBox
    seen_s: float
    check: Check | None = None
    checked_s: float = -np.inf


@dataclass(slots=True)
class _Searched:
    """When each kind of search was last made, and what the picture then looked like."""

    whole_s: float = -np.inf
    tiles_s: float = -np.inf
    all_tiles_s: float = -np.inf
    restarted_s: float = -np.inf
    whole: NDArray[np.int16] | None = None
    thumbnails: dict[FaceBox, NDArray[np.int16]] = field(default_factory=dict[FaceBox, NDArray[np.int16]])


def plausible_step(before: FaceBox, after: FaceBox, *, rule: FollowRule) -> bool:
    """Whether a face at `before` can be at `after` at the next look."""
    old, new = max(before.width, before.height), max(after.width, after.height)
    if not 1 / rule.size_step <= new / old <= rule.size_step:
        return False
    (ax, ay), (bx, by) = before.centre, after.centre
    return bool(np.hypot(ax - bx, ay - by) <= rule.farthest_step * max(old, new))


class Follower:
    """Follows all faces of one stretch, frame by frame."""

    def __init__(self, model: FaceModel, *, rule: FollowRule, discovery: DiscoveryRule) -> None:
        self._model = model
        self._rule = rule
        self._discovery = discovery
        self._followed: list[_Followed] = []
        self._tracks = 0
        self._searched = _Searched()
        self._thumbnail: NDArray[np.int16] = np.zeros((0, 0), np.int16)

    def look(self, picture: NDArray[np.uint8], *, at_s: float, changed: bool) -> tuple[Sighting, ...]:
        """The faces in the next picture, in order of track number. `at_s` increases from call to call.

        `changed`: the picture may have changed altogether since the last call, as at a cut.
        """
        step = max(1, min(picture.shape[:2]) // 90)
        self._thumbnail = picture[::step, ::step, 1].astype(np.int16)  # green is near enough to brightness
        if changed:
            self._searched = _Searched(restarted_s=at_s)
        seen = self._read_followed(picture, at_s=at_s)
        for one in self._followed:
            if one.track in seen:
                one.box, one.seen_s = seen[one.track].box, at_s
        self._search(picture, at_s=at_s, seen=seen)
        self._followed = [one for one in self._followed if at_s - one.seen_s <= self._rule.hold_s]
        if changed:
            for one in self._followed:
                one.check = None
        return tuple(
            Sighting(one.track, seen[one.track], self._checked(one, seen[one.track], picture, at_s=at_s))
            for one in sorted(self._followed, key=lambda one: one.track)
            if one.track in seen
        )

    def _read_followed(self, picture: NDArray[np.uint8], *, at_s: float) -> dict[int, Face]:
        """Reads each followed face near its last place.

        Where two tracks come upon one face, or one comes upon the place of another that found nothing, somebody passed
        in front of somebody: place cannot tell who it is. Both tracks end and a new one begins; whose it is is decided
        by looks when tracks are joined. (Measured: giving the face to the nearer track swaps two people who cross.)
        """
        claims = [(one, face) for one in self._followed if (face := self._read_near(picture, one.box)) is not None]
        found = {one.track for one, _ in claims}
        ended: set[int] = set()
        unclear: list[Face] = []
        for number, (one, face) in enumerate(claims):
            rivals = [
                other.track
                for other, theirs in claims[number + 1 :]
                if same_place(theirs.box, face.box, rule=self._discovery)
            ]
            rivals += [
                other.track
                for other in self._followed
                if other.track not in found and overlap(other.box, face.box) > max(0.1, overlap(one.box, face.box))
            ]
            if rivals:
                if one.track not in ended:
                    unclear.append(face)
                ended.update((one.track, *rivals))
        self._followed = [one for one in self._followed if one.track not in ended]
        seen = {one.track: face for one, face in claims if one.track not in ended}
        seen.update((self._begin(face, at_s=at_s).track, face) for face in unclear)
        return seen

    def _begin(self, face: Face, *, at_s: float) -> _Followed:
        """A new track."""
        one = _Followed(self._tracks, face.box, at_s)
        self._tracks += 1
        self._followed.append(one)
        return one

    def _read_near(self, picture: NDArray[np.uint8], box: FaceBox) -> Face | None:
        for margin in (self._rule.window_margin, self._rule.narrow_margin):
            face = self._model.read(picture, square(box, margin=margin))
            if face is not None and plausible_step(box, face.box, rule=self._rule):
                return face
        return None

    def _search(self, picture: NDArray[np.uint8], *, at_s: float, seen: dict[int, Face]) -> None:
        """Looks for faces nobody follows and for those just lost; adds what it finds to `seen`."""
        rule, searched = self._rule, self._searched
        lost = [one for one in self._followed if one.track not in seen]
        settling = at_s - searched.restarted_s <= rule.settle_s and not seen
        tiles_due = settling or at_s - searched.tiles_s >= rule.tiles_every_s
        elsewhere = self._elsewhere(seen, width=picture.shape[1])
        if not (lost or tiles_due or self._whole_due(at_s, elsewhere)):
            return
        searched.whole_s, searched.whole = at_s, self._thumbnail
        windows = [square(one.box, margin=2 * rule.window_margin) for one in lost]
        if tiles_due:
            all_due = settling or at_s - searched.all_tiles_s >= rule.all_tiles_every_s
            windows += self._tiles(picture, changed_only=not all_due, elsewhere=elsewhere)
            searched.tiles_s = at_s
            if all_due:
                searched.all_tiles_s = at_s
        known = [face.box for face in seen.values()]
        for face in discover(self._model, picture, windows=windows, known=known, rule=self._discovery):
            again = [one for one in lost if one.track not in seen and plausible_step(one.box, face.box, rule=rule)]
            if again:
                one = max(again, key=lambda one: overlap(one.box, face.box))
                one.box, one.seen_s = face.box, at_s
            else:
                one = self._begin(face, at_s=at_s)
            seen[one.track] = face

    def _whole_due(self, at_s: float, elsewhere: NDArray[np.bool_]) -> bool:
        """Whether the whole picture is to be searched again."""
        since, before = at_s - self._searched.whole_s, self._searched.whole
        if since < self._rule.whole_every_s or before is None or since >= self._rule.whole_unchanged_s:
            return since >= self._rule.whole_every_s
        moved = (np.abs(self._thumbnail - before) > self._rule.tile_change) & elsewhere
        return float(moved.mean()) > self._rule.whole_changed_share

    def _elsewhere(self, seen: Mapping[int, Face], *, width: int) -> NDArray[np.bool_]:
        """The thumbnail's pixels away from followed heads and bodies, which may move without anybody having come."""
        elsewhere = np.ones(self._thumbnail.shape, np.bool_)
        scale = self._thumbnail.shape[1] / width
        for face in seen.values():
            around = square(face.box, margin=self._rule.window_margin)
            left, top, side = (int(length * scale) for length in (around.x, around.y, around.width))
            elsewhere[max(0, top) :, max(0, left) : max(0, left + side + 1)] = False
        return elsewhere

    def _tiles(
        self, picture: NDArray[np.uint8], *, changed_only: bool, elsewhere: NDArray[np.bool_]
    ) -> Sequence[FaceBox]:
        """The tiles to search, noting what they look like; only changes `elsewhere` count."""
        thumbnail, kept = self._thumbnail, self._searched.thumbnails
        height, width = picture.shape[:2]
        scale = thumbnail.shape[1] / width
        chosen: list[FaceBox] = []
        for tile in tiles(width, height, rule=self._discovery):
            left, top, side = (int(length * scale) for length in (tile.x, tile.y, tile.width))
            part = slice(top, top + side + 1), slice(left, left + side + 1)
            now, before = thumbnail[part], kept.get(tile)
            if changed_only and before is not None:
                moved = (np.abs(now - before) > self._rule.tile_change) & elsewhere[part]
                if float(moved.mean()) <= self._rule.tile_changed_share:
                    continue
            kept[tile] = now
            chosen.append(tile)
        return chosen

    def _checked(self, one: _Followed, face: Face, picture: NDArray[np.uint8], *, at_s: float) -> Check:
        if one.check is None or at_s - one.checked_s >= self._rule.check_every_s:
            pixels, (left, top) = cut_native(picture, square(face.box, margin=self._rule.window_margin))
            place = FaceBox(face.box.x - float(left), face.box.y - float(top), face.box.width, face.box.height)
            scores = (
                found.score
                for found in self._model.detect(pixels)
                if same_place(found.box, place, rule=self._discovery)
            )
            one.check = Check(score=max(scores, default=0.0), surface=surface_of(face, picture))
            one.checked_s = at_s
        return one.check
