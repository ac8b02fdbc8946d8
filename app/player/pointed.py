"""Where the selected reason is seen on the face. In: the session, a frame, measured landmarks. Out: points to mark.

Must not know: how they are drawn.
"""

from collections.abc import Sequence

from app.player.deck import OnScreen
from app.player.landmarks import Points
from app.session import OpenSession
from core.evidence.regions import points_of
from core.records.face import FaceBox

LEEWAY_S = 0.1
"""A reason's span counts in steps of this length."""


def pointed(session: OpenSession, frame: OnScreen) -> tuple[int, ...]:
    """Numbers of the landmarks at which the selected reason is seen; empty outside its span or without a reason."""
    clue, segment = session.selected_clue, session.segment
    if clue is None or segment is None:
        return ()
    inside = clue.span.start_s - LEEWAY_S <= frame.shown.moment.seconds < clue.span.end_s + LEEWAY_S
    return points_of(clue, segment.tree) if inside else ()


def face_in(box: FaceBox, faces: Sequence[Points]) -> Points | None:
    """The (478, 3) landmarks whose middle lies in a box."""
    for points in faces:
        x, y = (float(value) for value in points[:, :2].mean(axis=0))
        if box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height:
            return points
    return None
