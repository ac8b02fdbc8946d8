"""How a run learns, drawn: losses or rewards, and how held-out people are read. In: a story."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.look import SPACE
from app.training import words
from app.training.plots import LossPlot, ScorePlot
from app.training.rewards import Reinforcement
from app.training.story import Story, by_stage
from app.widgets.parts import card, titled
from app.widgets.table import Table


class Curves(QWidget):
    """Cards below one another; each is there when there is something in it."""

    def __init__(self) -> None:
        super().__init__()
        self.loss, self.scores = LossPlot(), ScorePlot()
        self.rewards: Reinforcement | None = None
        """Made at its first use: a dozen plots take a while."""
        self.figures = Table(
            self.tr("How held-out people are read"),
            [self.tr("Stage and task"), self.tr("Before"), self.tr("Now"), self.tr("Examples")],
            wide=0,
        )
        plots = QHBoxLayout()
        plots.addWidget(self.loss, 1)
        plots.addWidget(self.scores, 1)
        self._earned = QVBoxLayout()
        self._rewards = card(titled(self.tr("What its answers earn")), self._earned)
        self._learning = card(titled(self.tr("How it learns")), plots)
        self._tasks = card(titled(self.tr("How held-out people are read, from 0 to 1")), self.figures)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for part in (self._rewards, self._learning, self._tasks):
            column.addWidget(part)

    def show_story(self, story: Story) -> None:
        """Draws what there is: of each task of the held-out people, before, and as read last."""
        rewards = bool(story.reinforced or story.rewarded)
        scores = bool(story.scores) and not rewards  # a reinforcement is judged twice: the table tells all
        if rewards:
            if self.rewards is None:
                self.rewards = Reinforcement()
                self._earned.addWidget(self.rewards)
            self.rewards.show_story(story)
        for plot, there in ((self.loss, bool(story.losses)), (self.scores, scores)):
            plot.setVisible(there)
            if there:
                plot.show_story(story)
        self._rewards.setVisible(rewards)
        self._learning.setVisible(bool(story.losses) or scores)
        ordered = sorted(story.scores.values(), key=lambda seen: seen[0])
        self._tasks.setVisible(bool(ordered))
        if not ordered:
            return
        first, last = ordered[0][1], ordered[-1][1]
        rows: list[list[str]] = []
        for name in sorted(last, key=by_stage):
            if "score" in last[name]:
                stage, _, task = name.partition("/")
                before = first.get(name, {}).get("score")
                now = f"{last[name]['score']:.3f}" if len(ordered) > 1 else ""
                told = "" if before is None else f"{before:.3f}"
                called = f"{words.name(stage)} / {task}" if task else words.name(stage)
                rows.append([called, told, now, f"{last[name].get('examples', 0):.0f}"])
        self.figures.fill(rows)
        height = sum(self.figures.rowHeight(row) for row in range(len(rows)))
        self.figures.setFixedHeight(height + self.figures.horizontalHeader().sizeHint().height() + 4)
