"""Curves of a run: the loss of each stage by step, how held-out people are read after each; what all plots share.

Stages differ in colour, line and mark. No plot zooms or pans; a long curve is drawn with as many points as pixels.
"""

from abc import abstractmethod
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor

from app.look import theme
from app.training import words
from app.training.story import BEFORE, STAGES, Story

HEIGHT = 210
ROOM = 0.25
"""Of the height, for the names above the curves."""
WINDOW = 25
"""Steps that the drawn loss is a mean over: single steps read different tasks."""
Look = tuple[str, str, Qt.PenStyle, str]
"""Colour in the light and in the dark theme, line, mark."""
LOOKS: dict[str, Look] = {
    "attribute": ("#2f66a8", "#7fb0ea", Qt.PenStyle.SolidLine, "o"),
    "expression": ("#a05a00", "#e0a526", Qt.PenStyle.DashLine, "s"),
    "emotion": ("#8b3a8f", "#d59be0", Qt.PenStyle.DashDotLine, "t"),
}


class Plot(pg.PlotWidget):
    """What all have in common."""

    _story: Story | None = None
    """Qt tells of a change before the plot is made."""

    def __init__(self, name: str, *, left: str = "", bottom: str = "", height: int = HEIGHT) -> None:
        super().__init__(enableMenu=False)
        self.setAccessibleName(name)
        self.setFixedHeight(height)
        self.setMouseEnabled(False, False)
        self.hideButtons()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._labels = {side: label for side, label in (("left", left), ("bottom", bottom)) if label}
        self._legend = self.addLegend(offset=(-8, 2), labelTextSize="9pt", colCount=3)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._story is not None:
            self.show_story(self._story)

    def wheelEvent(self, ev: Any) -> None:  # noqa: ANN401 - pyqtgraph gives it no type
        """Scrolls the page and not the plot."""
        ev.ignore()

    def show_story(self, story: Story) -> None:
        """Draws in the colours of the theme."""
        self._story = story
        self.clear()
        look = theme()
        self.setBackground(QColor(look.card))
        for side in ("left", "bottom"):
            self.getAxis(side).setPen(QColor(look.line))
            self.getAxis(side).setTextPen(QColor(look.quiet))
        for side, label in self._labels.items():
            self.setLabel(side, label, color=look.quiet)
        self._legend.setLabelTextColor(QColor(look.text))
        self._draw(story)

    @abstractmethod
    def _draw(self, story: Story) -> None:
        """Adds the curves."""

    def curve(
        self, xs: list[float], ys: list[float], *, look: Look, told: str = "", marks: bool = False, line: bool = True
    ) -> None:
        """Adds a curve; `told`: its words in the legend."""
        _, _, style, mark = look
        colour = colour_of(look)
        # pyqtgraph counts a line's width in pixels of the screen, and a mark's in the window's.
        pen = pg.mkPen(colour, width=2 * self.devicePixelRatioF(), style=style) if line else None
        made = pg.PlotDataItem(
            xs,
            ys,
            pen=pen,
            name=told or None,
            symbol=mark if marks else None,
            symbolSize=8,
            symbolBrush=colour,
            symbolPen=None,
        )
        made.setDownsampling(auto=not marks, method="mean")
        self.addItem(made)


class LossPlot(Plot):
    """The loss, less is better: a line for each stage, and marks for people who are not learned from."""

    def __init__(self) -> None:
        super().__init__(self.tr("Loss by step"), left=self.tr("loss (nats)"), bottom=self.tr("step"))

    def _draw(self, story: Story) -> None:
        seen: list[float] = []
        for stage in STAGES:
            steps, losses = story.losses.get(stage, ([], []))
            if steps:
                xs, ys = [float(one) for one in steps], smoothed(losses)
                seen += ys
                self.curve(xs, ys, look=LOOKS[stage], told=words.name(stage), marks=len(xs) < 3)
            steps, losses = story.validated.get(stage, ([], []))
            if steps:
                seen += losses
                told = self.tr("{stage}, other people").format(stage=words.name(stage))
                self.curve([float(one) for one in steps], losses, look=LOOKS[stage], told=told, marks=True, line=False)
        low, high = min(seen, default=0.0), max(seen, default=1.0)
        self.getViewBox().setRange(yRange=(low, high + ROOM * max(high - low, 1e-3)), padding=0.04)
        self.enableAutoRange("x")


class ScorePlot(Plot):
    """How held-out people are read, more is better, before and after each stage."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Held-out people, after each stage"), left=self.tr("score (0 to 1)"), bottom=self.tr("after")
        )
        self.getAxis("left").setTicks([[(tenth / 5, f"{tenth / 5:.1f}") for tenth in range(6)]])

    def _draw(self, story: Story) -> None:
        afters = [name for name in (BEFORE, *STAGES) if name in story.scores]
        names = [words.name(name) for name in afters]
        self.getAxis("bottom").setTicks([list(enumerate(names))])
        self.getViewBox().setRange(xRange=(-0.5, len(STAGES) + 1.0), yRange=(0.0, 1.0 + ROOM), padding=0.04)
        for stage in STAGES:
            seen = [
                (float(place), float(story.scores[after][1][stage]["score"]))
                for place, after in enumerate(afters)
                if "score" in story.scores[after][1].get(stage, {})
            ]
            if seen:
                xs, ys = [x for x, _ in seen], [y for _, y in seen]
                self.curve(xs, ys, look=LOOKS[stage], told=words.name(stage), marks=True)


def colour_of(look: Look) -> QColor:
    """Of the theme that is worn."""
    return QColor(look[1] if theme().name == "dark" else look[0])


def smoothed(values: list[float], *, over: int = WINDOW) -> list[float]:
    """The mean of the last `over` values at each place."""
    together = np.concatenate(([0.0], np.cumsum(values)))
    end = np.arange(1, len(values) + 1)
    begin = np.maximum(0, end - over)
    return ((together[end] - together[begin]) / (end - begin)).tolist()
