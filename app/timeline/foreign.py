"""What other tools coded, as lanes. In: the study's kept tracks. Out: lanes, beside the people they are about.

A rater who works blind is shown none: it is somebody else's opinion.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.timeline.strips import Labelled, SpanLane
from core.project.foreign import foreign_tracks, ties
from core.project.foreign_screen import ForeignWindow, foreign_screen
from core.project.scene import FOREVER_S
from core.project.study import Study
from core.records.foreign import ForeignRow, StoredTrack


@dataclass(frozen=True, slots=True)
class Opinion:
    """One kept track of annotations."""

    track: StoredTrack
    rows: tuple[ForeignRow, ...]
    about: tuple[tuple[int, str], ...]
    """Keys of the people it is about; empty where nobody said."""

    def lane(self) -> SpanLane:
        """The track as a lane."""
        named = self.track.coder or self.track.person or self.track.place
        spans = [
            Labelled(row.start_s, row.end_s, row.label, remark=" · ".join((*row.detail, self.track.file.name)))
            for row in self.rows
        ]
        return SpanLane("", spans, detail=f"{named} · {self.track.file.tool}" if named else self.track.file.tool)


def read_opinions(study: Study, *, session: int, rater: str, analyses: Sequence[int]) -> tuple[Opinion, ...]:
    """Every kept track of the session that has annotations. Raises `StudyError`."""
    with study.reading():
        shown = foreign_screen(study, ForeignWindow(session, -FOREVER_S, FOREVER_S, rater=rater))
        rows: dict[int, list[ForeignRow]] = {}
        for row in shown.rows:
            rows.setdefault(row.track, []).append(row)
        if not rows:
            return ()
        about: dict[int, list[tuple[int, str]]] = {}
        for analysis in analyses:
            for tie in ties(study, analysis):
                about.setdefault(tie.track, []).append((analysis, tie.person))
        return tuple(
            Opinion(track, tuple(rows[track.id]), tuple(about.get(track.id, ())))
            for track in foreign_tracks(study, session=session)
            if track.id in rows
        )
