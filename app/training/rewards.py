"""Curves of a reinforcement: rewards, and whether answers stay sound. In: a story. Out: small plots and words.

In all of them a line in a band is a mean over drawn answers with the spread within a group, marks on a dashed line are
people who are not learned from, and a dotted line is what the commonest true tree would earn. Each says what is good.
"""

import math

import pyqtgraph as pg
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.look import SPACE
from app.training.plots import Look, Plot, colour_of, smoothed
from app.training.reward_figures import FIGURES, Figure
from app.training.story import Curve, Story
from app.translation import translate
from app.widgets.parts import mark, quiet, titled

LEARNED: Look = ("#2f66a8", "#7fb0ea", Qt.PenStyle.SolidLine, "o")
OTHERS: Look = ("#a05a00", "#e0a526", Qt.PenStyle.DashLine, "s")
BASELINE: Look = ("#6a655c", "#a8a298", Qt.PenStyle.DotLine, "x")
BAND = 60
"""Of 255: how much of its colour a band has."""
WINDOW = 10
"""Steps that a drawn curve is a mean over."""
HEIGHT, WIDE_HEIGHT, WIDTH = 112, 210, 290
MOST_COLUMNS = 3
LEAST = 1e-3
"""Top of a plot in which all is 0."""
SEEN = 0.005
"""Less is no difference in the figures that are shown."""
TURN_MS = 10
MANY = 0.5
"""A share that deserves a warning."""


class RewardPlot(Plot):
    """All rewards together: what is drawn, other people, and what the commonest tree would earn."""

    def __init__(self) -> None:
        super().__init__(
            translate("Rewards", "Reward by step"),
            left=translate("Rewards", "reward (0 to 1)"),
            bottom=translate("Rewards", "step"),
            height=WIDE_HEIGHT,
        )
        self.getAxis("left").setTicks([[(tenth / 5, f"{tenth / 5:.1f}") for tenth in range(6)]])

    def _draw(self, story: Story) -> None:
        learned = story.reinforced.get("reward", ([], []))
        with_band(self, learned, story.reinforced.get("spread/all"), told=translate("Rewards", "people it learns from"))
        others = story.rewarded.get("reward", ([], []))
        if others[0]:
            told = translate("Rewards", "other people")
            self.curve(_floats(others[0]), others[1], look=OTHERS, told=told, marks=True)
        if (baseline := story.rewarded.get("baseline")) is not None:
            told = translate("Rewards", "other people, if it always named the commonest tree")
            self.curve(*_across(baseline, learned[0]), look=BASELINE, told=told)
        self.getViewBox().setRange(yRange=(0.0, 1.25), padding=0.02)
        self.enableAutoRange("x")


class SmallPlot(Plot):
    """One figure."""

    def __init__(self, figure: Figure) -> None:
        super().__init__(translate("Rewards", figure.title), height=HEIGHT)
        self._figure = figure
        self.getAxis("left").setWidth(38)

    def _draw(self, story: Story) -> None:
        figure = self._figure
        learned = story.reinforced.get(figure.name, ([], []))
        with_band(self, learned, story.reinforced.get(figure.spread))
        others = story.rewarded.get(figure.name)
        if others is not None:
            self.curve(_floats(others[0]), others[1], look=OTHERS, marks=True)
        top = 1.0 if figure.share else rounded_up(max((*learned[1], LEAST)))
        self.getAxis("left").setTicks([[(part * top, f"{part * top:.4g}") for part in (0.0, 0.5, 1.0)]])
        self.getViewBox().setRange(yRange=(0.0, top), padding=0.06)
        self.enableAutoRange("x")


class Multiple(QWidget):
    """A small plot with its title, its value now, and what it means."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self.figure, self.plot = figure, SmallPlot(figure)
        self.now, self.about = QLabel(), quiet("")
        self.now.setProperty("title", True)
        head = QHBoxLayout()
        head.addWidget(titled(translate("Rewards", figure.title)), 1)
        head.addWidget(self.now, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.plot)
        column.addWidget(self.about)
        column.addStretch(1)

    def show_story(self, story: Story) -> None:
        """The curve, and its mean over the last steps."""
        self.plot.show_story(story)
        _, values = story.reinforced.get(self.figure.name) or story.rewarded[self.figure.name]
        now = smoothed(values, over=WINDOW)[-1]
        self.now.setText(f"{now:.2f}" if self.figure.name != "length" else f"{now:.0f}")
        about = translate("Rewards", self.figure.about)
        warned = self.figure.name in ("truncated", "alike") and now > MANY
        if warned and self.figure.name == "truncated":
            about = translate("Rewards", "Most answers are cut off: let a new run's answers be longer.")
        elif warned:
            about = translate("Rewards", "Little is learned: most answers to a question earn the same.")
        about = f"{translate('Rewards', self.figure.good)} {about}"
        self.about.setText(about)
        mark(self.about, bad="warn" if warned else "quiet")
        self.plot.setToolTip(about)
        self.plot.setAccessibleDescription(f"{self.now.text()}. {about}")


class Reinforcement(QWidget):
    """The overview, a sentence on it, and small plots in as many columns as there is room for.

    Small plots are made and drawn one at a turn of the event loop: a dozen at once would hold the window for 0.3 s.
    """

    def __init__(self) -> None:
        super().__init__()
        self.overview, self.said = RewardPlot(), QLabel()
        self.said.setWordWrap(True)
        self.multiples: dict[str, Multiple] = {}
        """By the name of their figure, as far as they have been made."""
        self._story: Story | None = None
        self._due: list[Figure] = []
        """Still to be drawn."""
        self._turn = QTimer(self, singleShot=True, interval=TURN_MS)
        self._turn.timeout.connect(self._draw_next)
        self._grid, self._columns = QGridLayout(), 0
        self._grid.setHorizontalSpacing(3 * SPACE)
        self._grid.setVerticalSpacing(SPACE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        about = translate(
            "Rewards",
            "▲ More is better. The line is the mean of all answers that are drawn, the band how far answers to one "
            "question differ, marks are people it does not learn from: only where they rise too is anything gained.",
        )
        for part in (self.said, self.overview, quiet(about)):
            column.addWidget(part)
        column.addLayout(self._grid)

    def show_story(self, story: Story) -> None:
        """Draws what there is, what waits since the last story first."""
        self._story = story
        self.overview.show_story(story)
        words, tone = told(story)
        self.said.setText(words)
        mark(self.said, bad=tone)
        there = [figure for figure in FIGURES if figure.name in story.reinforced or figure.name in story.rewarded]
        waiting = [figure for figure in self._due if figure in there]
        self._due = [*waiting, *(figure for figure in there if figure not in waiting)]
        names = {figure.name for figure in there}
        for name, one in self.multiples.items():
            one.setVisible(name in names)
        self._turn.start()

    def _draw_next(self) -> None:
        if self._story is None or not self._due:
            return
        figure = self._due.pop(0)
        fresh = figure.name not in self.multiples
        if fresh:
            self.multiples[figure.name] = Multiple(figure)
        one = self.multiples[figure.name]
        one.show_story(self._story)
        self._place(force=fresh)
        one.show()
        if self._due:
            self._turn.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        self._place()

    def _place(self, *, force: bool = False) -> None:
        columns = max(1, min(MOST_COLUMNS, self.width() // WIDTH))
        if columns == self._columns and not force:
            return
        self._columns = columns
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        made = [self.multiples[figure.name] for figure in FIGURES if figure.name in self.multiples]
        story = self._story
        shown = [one for one in made if story is not None and one.figure.name in (story.reinforced | story.rewarded)]
        for place, one in enumerate(shown):
            self._grid.addWidget(one, place // columns, place % columns)


def told(story: Story) -> tuple[str, str]:
    """How it stands with other people's reward, in a sentence, and its tone."""
    steps, values = story.rewarded.get("reward", ([], []))
    if not steps and story.begun is not None and not story.begun["examples"].get("validate", 0):
        return translate(
            "Rewards", "There are too few people to ask others meanwhile: whether it helps is told at the end alone."
        ), "warn"
    if not steps:
        return translate("Rewards", "Other people were not asked yet: whether it helps cannot be told."), "quiet"
    best = story.best
    first, now, high = values[0], values[-1], values[steps.index(best)] if best in steps else values[-1]
    form = translate("Rewards", "Other people: {first} at the beginning, {high} at best (step {best}), {now} now.")
    words = form.format(first=f"{first:.2f}", high=f"{high:.2f}", best=best, now=f"{now:.2f}")
    baseline = story.rewarded.get("baseline", ([], []))[1]
    if baseline and high <= baseline[-1]:
        more, tone = translate("Rewards", "That is no more than always naming the commonest tree would earn."), "bad"
    elif high - first < SEEN:
        more, tone = translate("Rewards", "So far it did not get better."), "warn"
    elif high - now >= SEEN:
        more, tone = translate("Rewards", "The best weights are kept."), ""
    else:
        more, tone = "", "good"
    return f"{words} {more}".strip(), tone


def rounded_up(value: float) -> float:
    """The next of 1, 2, 5, 10, …, of whatever power of ten; for a value above 0."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= value * (1 - 1e-9))


def with_band(plot: Plot, learned: Curve, spread: Curve | None, *, told: str = "") -> None:
    """Adds a smoothed curve, and the spread around it as a band within 0 and 1."""
    steps, values = learned
    if not steps:
        return
    xs, means = _floats(steps), smoothed(values, over=WINDOW)
    if spread is not None and spread[0] == steps:
        half = smoothed(spread[1], over=WINDOW)
        low = pg.PlotCurveItem(xs, [max(0.0, mean - one) for mean, one in zip(means, half, strict=True)])
        high = pg.PlotCurveItem(xs, [min(1.0, mean + one) for mean, one in zip(means, half, strict=True)])
        colour = QColor(colour_of(LEARNED))
        colour.setAlpha(BAND)
        plot.addItem(pg.FillBetweenItem(low, high, brush=colour))
    plot.curve(xs, means, look=LEARNED, told=told, marks=len(xs) < 3)


def _across(curve: Curve, steps: list[int]) -> tuple[list[float], list[float]]:
    """The last value as a line from the first step to the last one."""
    ends = [*steps[:1], *steps[-1:], *curve[0][:1], *curve[0][-1:]]
    return [float(min(ends)), float(max(ends))], [curve[1][-1]] * 2


def _floats(steps: list[int]) -> list[float]:
    return [float(one) for one in steps]
