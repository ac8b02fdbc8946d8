"""One person's distributions, stacked over time. In: rows and what has been read of them. Out: a lane."""

from collections.abc import Mapping, Sequence
from html import escape

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QPainter

from app import words
from app.timeline import raster
from app.timeline.lane import Lane
from app.timeline.palette import CODES, Palette
from app.timeline.view import Cut
from core.export.clock import time_code
from core.project.scene import ScenePerson
from core.records.analysis import EMOTIONS
from core.records.study import SegmentRow

Known = Mapping[tuple[int, str], NDArray[np.float32]]


class DistributionLane(Lane):
    """Probabilities of the seven emotions, one upon the other; open where nothing is assessable or read yet."""

    height = 34
    above = 4

    def __init__(self, person: ScenePerson, rows: Sequence[SegmentRow]) -> None:
        self.person = person
        self.detail = QCoreApplication.translate("Timeline", "distribution")
        self._rows = tuple(row for row in rows if row.label is not None)
        starts = np.array([row.start_s for row in self._rows])
        ends = np.array([row.end_s for row in self._rows])
        if len(starts) > 1:
            ends = np.minimum(ends, np.append(starts[1:], np.inf))
        self._starts_s, self._ends_s = starts, ends
        self._shares = np.zeros((len(self._rows), len(EMOTIONS)))
        self._known = np.zeros(len(self._rows), bool)
        self._sum()

    def visible(self, start_s: float, end_s: float) -> tuple[SegmentRow, ...]:
        """The rows whose distribution is on the screen."""
        first = int(np.searchsorted(self._ends_s, start_s, "right"))
        last = int(np.searchsorted(self._starts_s, end_s, "left"))
        return self._rows[first:last]

    def take(self, known: Known) -> None:
        """More distributions have been read, or others."""
        for place, row in enumerate(self._rows):
            shares = known.get((row.analysis, row.segment))
            self._known[place] = shares is not None
            self._shares[place] = 0.0 if shares is None else shares
        self._sum()

    def paint(self, painter: QPainter, cut: Cut, palette: Palette) -> None:
        """Each column shows the mean over its time."""
        painter.fillRect(QRectF(0, 0, cut.width, self.height), QColor(palette.theme.raised))
        if len(self._knots):
            edges = cut.edges
            width = edges[1] - edges[0]
            shares = np.stack([np.diff(np.interp(edges, self._knots, one)) / width for one in self._sums])
            colours = np.array([palette.fill[CODES[name]] for name in EMOTIONS], np.uint32)
            rows = round(self.height * cut.scale)
            raster.draw(painter, raster.stacked(shares, colours, rows=rows), x=0, y=0, scale=cut.scale)

    def tip(self, time_s: float, *, per_px: float) -> str:
        """The whole distribution at a time."""
        del per_px
        place = int(np.searchsorted(self._starts_s, time_s, "right")) - 1
        if place < 0 or time_s >= self._ends_s[place]:
            return ""
        head = f"<b>{escape(self.person.standing.name)}</b> · {time_code(time_s)}"
        if not self._known[place]:
            return head + "<br>" + escape(QCoreApplication.translate("Timeline", "The distribution is being read."))
        order = np.argsort(-self._shares[place])
        lines = [f"{escape(words.label(EMOTIONS[n]))} {self._shares[place][n]:.2f}" for n in order]
        return "<br>".join([head, *lines])

    def _sum(self) -> None:
        if not len(self._rows):
            self._knots, self._sums = np.zeros(0), np.zeros((len(EMOTIONS), 0))
            return
        self._knots = np.stack([self._starts_s, self._ends_s], axis=1).ravel()
        after = np.cumsum(self._shares * (self._ends_s - self._starts_s)[:, None], axis=0)
        before = np.vstack([np.zeros(len(EMOTIONS)), after[:-1]])
        self._sums = np.stack([before, after], axis=1).reshape(-1, len(EMOTIONS)).T.copy()
