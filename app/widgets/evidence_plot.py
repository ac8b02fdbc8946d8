"""One measured curve around a clue: the person's usual value, the threshold, the clue's span, the playhead.

In: a curve on the session's clock, NaN where no usable face. Out: a picture with gaps where nothing was measured.
"""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from app.look import theme
from core.export.clock import axis_ticks, time_code
from core.project.screen import DrawnCurve

HEIGHT = 118


class _Clock(pg.AxisItem):
    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:
        """Round times."""
        ticks = [at for at, _ in axis_ticks(minVal, maxVal, most=max(3, int(size / 55)))]
        return [(ticks[1] - ticks[0] if len(ticks) > 1 else 1.0, ticks)]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """As the rest of the window writes times."""
        del scale
        return [time_code(value, decimals=0 if spacing >= 1 else 1) for value in values]


class EvidencePlot(pg.PlotWidget):
    """Fixed in height; neither zooms nor pans."""

    def __init__(self) -> None:
        super().__init__(axisItems={"bottom": _Clock("bottom")}, enableMenu=False)
        self.setFixedHeight(HEIGHT)
        self.setMouseEnabled(False, False)
        self.hideButtons()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.getAxis("left").setWidth(34)
        self._playhead = pg.InfiniteLine(angle=90)
        self._drawn: (
            tuple[DrawnCurve | None, tuple[float, float], tuple[float, float], tuple[float | None, float | None]] | None
        )
        self._drawn = None
        self._either_way = self._degrees = False

    def show_curve(
        self,
        curve: DrawnCurve | None,
        *,
        window_s: tuple[float, float],
        span_s: tuple[float, float],
        levels: tuple[float | None, float | None],
        degrees: bool = False,
        either_way: bool = False,
    ) -> None:
        """Draws a curve; `levels` are a dashed and a dotted line, `either_way` draws them on both sides of 0."""
        self._drawn, self._degrees, self._either_way = (curve, window_s, span_s, levels), degrees, either_way
        self.draw()

    def draw(self) -> None:
        """Draws in the colours of the theme."""
        self.clear()
        look = theme()
        self.setBackground(QColor(look.card))
        for side in ("left", "bottom"):
            self.getAxis(side).setPen(QColor(look.line))
            self.getAxis(side).setTextPen(QColor(look.quiet))
        if self._drawn is None:
            return
        curve, window_s, span_s, levels = self._drawn
        shade = QColor(look.accent)
        shade.setAlpha(38)
        region = pg.LinearRegionItem(span_s, movable=False, brush=shade, pen=pg.mkPen(None))
        self.addItem(region)
        for place, value in enumerate(levels):
            for signed in () if value is None else (value, -value) if self._either_way else (value,):
                style = Qt.PenStyle.DotLine if place else Qt.PenStyle.DashLine
                pen = pg.mkPen(QColor(look.quiet if place else look.text), width=1.25, style=style)
                self.addItem(pg.InfiniteLine(signed, angle=0, pen=pen))
        if curve is not None and len(curve.times_s):
            pen = pg.mkPen(QColor(look.accent), width=2)
            times, low = _with_gaps(curve.times_s, curve.low)
            self.plot(times, low, pen=pen, connect="finite")
            if not np.array_equal(curve.low, curve.high, equal_nan=True):
                self.plot(*_with_gaps(curve.times_s, curve.high), pen=pen, connect="finite")
        self._playhead.setPen(pg.mkPen(QColor(look.text), width=1.5))
        self.addItem(self._playhead)
        self.getViewBox().setRange(xRange=window_s, padding=0)
        if self._degrees:
            self.enableAutoRange("y")
        else:
            self.getViewBox().setRange(yRange=(0.0, 1.0), padding=0.04)

    def move_playhead(self, time_s: float) -> None:
        """The moment that is shown."""
        self._playhead.setValue(time_s)


def _with_gaps(times_s: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:  # pyright: ignore[reportMissingTypeArgument]
    """A sample that is missing altogether, where nobody was in view, is a gap too."""
    steps = np.diff(times_s)
    if not len(steps):
        return times_s, values
    far = np.flatnonzero(steps > 3 * max(float(np.median(steps)), 1e-3))
    return np.insert(times_s, far + 1, times_s[far] + 1e-6), np.insert(values, far + 1, np.nan)
