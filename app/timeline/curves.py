"""Action-unit curves: lanes, and the reading of what is on the screen. In: chosen curves, the view. Out: drawn lanes.

Only the visible span and as much again beside it is read, one question at a time; while the answer is on its way the
view may move on, and the next question is about where it stands then.
"""

from html import escape

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPolygonF

from app import words
from app.timeline.lane import Lane, line
from app.timeline.palette import Palette
from app.timeline.view import Cut, TimeView
from app.workbench import Workbench
from core.export.clock import time_code
from core.project.scene import ScenePerson
from core.project.screen import DrawnCurve, Screen, Window, screen
from core.project.study import Study

Wanted = tuple[tuple[int, str], str]
"""A person's key and the code of an action unit."""


class CurveLane(Lane):
    """One action unit of one person, in [0, 1]."""

    height = 30
    above = 4

    def __init__(self, person: ScenePerson, code: str) -> None:
        self.person, self.code = person, code
        self.wanted: Wanted = (person.key, code)
        self.detail = words.unit(code)
        self._drawn: DrawnCurve | None = None
        self._lines: list[tuple[float, float, QPolygonF]] = []
        """First and last moment, and the line between them."""
        self._asked = False

    def take(self, drawn: DrawnCurve | None) -> None:
        """What was read; None where this was not measured."""
        self._drawn, self._lines, self._asked = drawn, [], True
        if drawn is None or not len(drawn.times_s):
            return
        whole = bool((drawn.low == drawn.high).all() or np.isnan(drawn.low).all())
        there = ~np.isnan(drawn.low)
        step = float(np.median(np.diff(drawn.times_s))) if len(drawn.times_s) > 1 else 0.0
        breaks = np.flatnonzero(~there[1:] | ~there[:-1] | (np.diff(drawn.times_s) > 3 * step)) + 1
        for piece in np.split(np.arange(len(there)), breaks):
            piece = piece[there[piece]]
            if not len(piece):
                continue
            times, low, high = drawn.times_s[piece], drawn.low[piece], drawn.high[piece]
            if whole:
                points = zip(times.tolist(), low.tolist(), strict=True)
            else:
                both = np.stack([low, high], axis=1).ravel().tolist()
                points = zip(np.repeat(times, 2).tolist(), both, strict=True)
            made = QPolygonF([QPointF(at, value) for at, value in points])
            self._lines.append((float(times[0]), float(times[-1]), made))

    def paint(self, painter: QPainter, cut: Cut, palette: Palette) -> None:
        """The curve over a line at 0; broken where the face could not be read."""
        theme = palette.theme
        painter.fillRect(QRectF(0, self.height - 1, cut.width, 1), QColor(theme.line))
        if self._asked and not self._lines:
            painter.setPen(QColor(theme.quiet))
            text = QCoreApplication.translate("Timeline", "not measured here")
            painter.drawText(QRectF(4, 0, cut.width, self.height), Qt.AlignmentFlag.AlignVCenter, text)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(line(theme.accent, 1.0))  # Qt draws a wider smooth line fifty times as slowly
        painter.scale(1 / cut.per_px, -(self.height - 3))
        painter.translate(-cut.start_s, -(self.height - 1) / (self.height - 3))
        for first_s, last_s, polygon in self._lines:
            if last_s >= cut.start_s and first_s <= cut.end_s:
                painter.drawPolyline(polygon)
        painter.restore()

    def tip(self, time_s: float) -> str:
        """The measured value at a time."""
        head = f"<b>{escape(self.person.standing.name)}</b> · {escape(self.code)} {escape(words.unit(self.code))}"
        drawn = self._drawn
        if drawn is None or not len(drawn.times_s):
            return head
        place = int(np.abs(drawn.times_s - time_s).argmin())
        value = float(drawn.high[place])
        said = (
            QCoreApplication.translate("Timeline", "The face could not be read here.")
            if np.isnan(value)
            else QCoreApplication.translate("Timeline", "Measured intensity {value} of 1.").format(value=f"{value:.2f}")
        )
        return f"{head}<br>{time_code(time_s)} · {escape(said)}"


class CurveFeed(QObject):
    """Reads the curves that are on the screen."""

    came = Signal()

    def __init__(self, bench: Workbench, view: TimeView, parent: QObject) -> None:
        super().__init__(parent)
        self._bench, self._view = bench, view
        self._lanes: tuple[CurveLane, ...] = ()
        self._have: tuple[float, float, float] | None = None
        self._under_way = False
        self._turn = 0
        self._soon = QTimer(self, singleShot=True, interval=30)
        self._soon.timeout.connect(self._ask)
        view.changed.connect(self._look)

    def show(self, lanes: tuple[CurveLane, ...]) -> None:
        """Other lanes are on the screen."""
        self._lanes, self._have = lanes, None
        self._turn += 1
        self._look()

    def _look(self) -> None:
        view, have = self._view, self._have
        if not self._lanes or self._soon.isActive():
            return
        if have is not None:
            start_s, end_s, per_px = have
            inside = start_s <= max(0.0, view.start_s) and end_s >= min(view.end_s, view.length_s)
            if inside and 0.5 <= (view.span_s / view.width) / per_px <= 1.6:
                return
        self._soon.start()

    def _ask(self) -> None:
        scene = self._bench.session.scene
        if self._under_way or scene is None or scene.blind or not self._lanes:
            return
        view, turn = self._view, self._turn
        start_s, end_s = view.start_s - view.span_s, view.end_s + view.span_s
        per_px = view.span_s / view.width
        chosen: dict[int, list[tuple[str, str]]] = {}
        for lane in self._lanes:
            (analysis, person), code = lane.wanted
            chosen.setdefault(analysis, []).append((person, code))
        session, width = scene.session.id, view.width * 3

        def read(study: Study) -> dict[Wanted, DrawnCurve]:
            found: dict[Wanted, DrawnCurve] = {}
            for analysis, curves in chosen.items():
                window = Window(session, start_s, end_s, curves=tuple(curves), width=width, analyses=(analysis,))
                drawn: Screen = screen(study, window)
                found.update({((analysis, one.person), one.name): one for one in drawn.curves})
            return found

        def came(found: dict[Wanted, DrawnCurve]) -> None:
            self._under_way = False
            if turn == self._turn:
                self._have = (start_s, end_s, per_px)
                for lane in self._lanes:
                    lane.take(found.get(lane.wanted))
                self.came.emit()
            self._look()

        self._under_way = True
        self._bench.ask(read, then=came, failed=self._failed, owner=self)

    def _failed(self, failure: Exception) -> None:
        from core.errors import ExpectedError

        self._under_way = False
        self._lanes = ()
        if isinstance(failure, ExpectedError):
            self._bench.failed(failure)
