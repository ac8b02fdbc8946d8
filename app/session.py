"""The session on the screen: its scene, what is selected, where the playhead is. In: records. Out: signals to panels.

Panels read this and listen; they change it through its methods and know none of their neighbours. Times are seconds
after the session's zero. Must not know: files, the study, how anything is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # annotations only: the start page waits for none of these
    import numpy as np
    from numpy.typing import NDArray

    from core.project.doubts import Doubt
    from core.project.scene import Scene, ScenePerson
    from core.records.analysis import Segment
    from core.records.review import Review
    from core.records.study import SegmentRow
    from core.records.tree import Clue

Span = tuple[float, float]


class OpenSession(QObject):
    """One session, or none (`scene` is None)."""

    opened = Signal()
    """Another session, or none: forget what was shown before."""
    scene_changed = Signal()
    """The scene is new (after `opened`, a correction, a finished analysis): draw again, keep the view."""
    sought = Signal(float)
    """Somebody wants to see this moment: the player goes there."""
    moved = Signal(float)
    """The frame that is shown begins at this moment; during playing about as often as frames change."""
    selected = Signal()
    """Another segment or clue, or the tree of the selected segment has come."""
    span_changed = Signal()
    """Another span of time was marked, or none."""
    loop_changed = Signal()
    """Another span is played again and again, or none."""
    distributions_changed = Signal()
    """More distributions have been read."""
    doubts_changed = Signal()
    """More is known of which readings are doubtful."""
    distributions_wanted = Signal(int, object)
    """Analysis and names of segments whose distribution is on the screen and not here yet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scene: Scene | None = None
        self.provisional = False
        """Whether the scene shows the first results of a job that still runs; it cannot be reviewed yet."""
        self.playhead_s = 0.0
        self.row: SegmentRow | None = None
        """The selected segment."""
        self.segment: Segment | None = None
        """The selected segment with its tree, as the model left it (its own times); None until it has been read."""
        self.clue: str | None = None
        """Id of the selected clue of the tree; None for the segment's reading as a whole."""
        self.span: Span | None = None
        self.loop: Span | None = None
        self.distributions: dict[tuple[int, str], NDArray[np.float32]] = {}
        """(7,) in the order of `EMOTIONS` by analysis and segment, as far as they have been read."""
        self.doubts: dict[tuple[int, str], Doubt] = {}
        """By analysis and stored segment, as far as they have been read; one without a doubt has no entry."""
        self._asked: set[tuple[int, str]] = set()
        self._first: dict[tuple[int, str], Segment] = {}

    def open(self, scene: Scene | None) -> None:
        """Shows another session, or none."""
        self.scene, self.provisional = scene, False
        self._first.clear()
        self.row, self.segment, self.clue, self.span, self.loop = None, None, None, None, None
        self.playhead_s = 0.0
        self.distributions.clear()
        self.doubts.clear()
        self._asked.clear()
        for signal in (self.opened, self.scene_changed, self.selected, self.span_changed, self.loop_changed):
            signal.emit()

    def refresh(self, scene: Scene, *, first: Mapping[tuple[int, str], Segment] | None = None) -> None:
        """Shows the same session as it is now. What is selected stays selected where it still is there.

        `first`: the segments, by analysis and id, of a job that still runs, which are in `scene` but in no study.
        """
        before = {row.id for row in self.scene.analyses} if self.scene is not None else set[int]()
        if before != {row.id for row in scene.analyses} or first or self.provisional:
            self.distributions.clear()
            self._asked.clear()
        self.scene, self._first, self.provisional = scene, dict(first or {}), bool(first)
        if first:
            self.segment = None
        self.scene_changed.emit()
        if self.row is not None:
            row = self.find(self.row.analysis, self.row.segment)
            if row is None:
                self.select(None)
            else:
                self.select(row, clue=self.clue)

    def fill_in(self, analysis: int, segment: Segment) -> None:
        """A language model has read a segment of the job whose first results are shown; ignored for any other."""
        from core.project.scene import with_filled

        key = (analysis, segment.id)
        if self.scene is not None and self.provisional and key in self._first:
            self.refresh(with_filled(self.scene, analysis, segment), first={**self._first, key: segment})

    def find(self, analysis: int, segment: str) -> SegmentRow | None:
        """The segment with that id, or its first part where people were put right."""
        rows = self.scene.segments if self.scene is not None else ()
        parts = (row for row in rows if row.analysis == analysis and row.segment == segment)
        return next(parts, None)

    def seek(self, time_s: float) -> None:
        """Asks for a moment, kept within the session."""
        length = self.scene.length_s if self.scene is not None else 0.0
        self.sought.emit(min(max(0.0, time_s), length))

    def show(self, time_s: float) -> None:
        """Says that the frame of this moment is on the screen. The player alone calls this."""
        self.playhead_s = time_s
        self.moved.emit(time_s)

    def select(self, row: SegmentRow | None, *, clue: str | None = None) -> None:
        """Selects a segment, or none; its tree follows when it has been read."""
        if self.row is None or row is None or (row.analysis, row.segment) != (self.row.analysis, self.row.segment):
            self.segment = None
        self.row, self.clue = row, clue if row is not None else None
        if row is not None and self.segment is None:
            self.segment = self._first.get((row.analysis, row.segment))
        self.selected.emit()

    def select_clue(self, clue: str | None) -> None:
        """Selects a clue of the selected segment's tree, or the segment as a whole."""
        self.clue = clue
        self.selected.emit()

    def give_tree(self, segment: Segment, *, analysis: int) -> None:
        """The tree of a segment has been read; ignored when another is selected by now."""
        row = self.row
        if row is not None and (row.analysis, row.segment.split("/")[0]) == (analysis, segment.id):
            self.segment = segment
            self.selected.emit()

    def mark(self, span: Span | None) -> None:
        """Marks a span of time, or none."""
        self.span = span if span is None or span[0] < span[1] else None
        self.span_changed.emit()

    def play_again(self, span: Span | None) -> None:
        """Has a span played again and again, or none."""
        self.loop = span
        self.loop_changed.emit()

    def want_distributions(self, rows: Sequence[SegmentRow]) -> None:
        """Asks for the distributions of segments that are on the screen, each once."""
        if self.provisional:
            return
        fresh: dict[int, list[str]] = {}
        for row in rows:
            key = (row.analysis, row.segment)
            if row.label is not None and key not in self._asked:
                self._asked.add(key)
                fresh.setdefault(row.analysis, []).append(row.segment)
        for analysis, names in fresh.items():
            self.distributions_wanted.emit(analysis, names)

    def give_distributions(self, analysis: int, found: Mapping[str, NDArray[np.float32]]) -> None:
        """Distributions that were asked for."""
        self.distributions.update({(analysis, name): shares for name, shares in found.items()})
        self.distributions_changed.emit()

    def give_doubts(self, analysis: int, found: Mapping[str, Doubt]) -> None:
        """Doubts that have been read."""
        self.doubts.update({(analysis, name): doubt for name, doubt in found.items()})
        self.doubts_changed.emit()

    @property
    def selected_clue(self) -> Clue | None:
        """The selected clue."""
        clues = self.segment.tree.clues if self.segment is not None else ()
        return next((clue for clue in clues if clue.id == self.clue), None)

    @property
    def person(self) -> ScenePerson | None:
        """The person of the selected segment."""
        if self.scene is None or self.row is None:
            return None
        return self.scene.person((self.row.analysis, self.row.person))

    def offset_s(self, analysis: int) -> float:
        """What to add to a time within an analysis' recording to get the session's time."""
        if self.scene is None:
            return 0.0
        recording = next((one.recording for one in self.scene.analyses if one.id == analysis), None)
        return next((one.offset_s for one in self.scene.recordings if one.id == recording), 0.0)

    def standing_review(self, row: SegmentRow, *, rater: str, clue: str | None = None) -> Review | None:
        """The rater's last word on a segment as a whole, or on one of its clues."""
        name = row.segment.split("/")[0]
        found = None
        for review in self.scene.reviews if self.scene is not None else ():
            if (review.analysis, review.segment, review.clue, review.rater) == (row.analysis, name, clue, rater):
                found = review
        return found
