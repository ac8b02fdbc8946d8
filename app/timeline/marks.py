"""The signs of verdicts, drawn as lines so that no font decides how they look. In: a place. Out: strokes."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from core.records.review import Verdict

SIDE = 9
"""Width and height of a sign, in device-independent pixels."""

_STROKES: dict[Verdict, tuple[tuple[tuple[float, float], ...], ...]] = {
    "agree": (((1, 5), (3.5, 7.5), (8, 1.5)),),
    "disagree": (((1.5, 1.5), (7.5, 7.5)), ((7.5, 1.5), (1.5, 7.5))),
    "correct": (((1, 8), (1.5, 6), (6.5, 1), (8, 2.5), (3, 7.5), (1, 8)),),
    "unsure": (((1, 5.5), (2.5, 3.5), (4.5, 4.5), (6.5, 5.5), (8, 3.5)),),
}


def sign(painter: QPainter, verdict: Verdict, *, x: float, y: float, ink: QColor) -> None:
    """Tick, cross, pencil or wave, with its upper left corner at (x, y)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in _STROKES[verdict]:
        painter.drawPolyline(QPolygonF([QPointF(x + across, y + down) for across, down in stroke]))
    painter.restore()
