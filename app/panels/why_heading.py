"""The head of "Why this reading": who, when, what the model reads, how sure, and where its signals disagree."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from app import reasons, words
from app.look import SPACE, theme
from app.widgets.distribution import Distribution
from app.widgets.label_icon import paint_label
from core.project.scene import ScenePerson
from core.records.analysis import UNCLEAR, Reading, Segment
from core.records.study import SegmentRow

SIDE = 40

WORTH_NAMING = 0.01
"""An alternative below this probability would be printed as 0.00 or 0.01: it says nothing."""


class LabelChip(QWidget):
    """A label's colour and letter."""

    def __init__(self, side: int = SIDE) -> None:
        super().__init__()
        self._label, self._side = UNCLEAR, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_label(self, label: str) -> None:
        """Shows another label."""
        self._label = label
        self.setAccessibleName(words.label(label))
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The letter on its colour."""
        del event
        painter = QPainter(self)
        paint_label(painter, QRectF(self.rect()), self._label, line=theme().line)
        painter.end()


class WhyHeading(QWidget):
    """One reading."""

    def __init__(self) -> None:
        super().__init__()
        self._chip = LabelChip()
        self.reading, self.sure, self.where, self.doubt = QLabel(), QLabel(), QLabel(), QLabel()
        self._bars = Distribution()
        self.reading.setProperty("title", True)
        self._enlarge()
        self.where.setProperty("quiet", True)
        self.doubt.setProperty("warn", True)
        for label in (self.sure, self.doubt, self.where):
            label.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE + 2)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._chip, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.reading, 0, 1)
        grid.addWidget(self.where, 1, 1)
        grid.addWidget(self.sure, 2, 0, 1, 2)
        grid.addWidget(self._bars, 0, 2, 3, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.doubt, 3, 0, 1, 3)
        grid.setColumnStretch(1, 1)

    def changeEvent(self, event: QEvent) -> None:
        """Keeps the large line large in another font."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._enlarge()
        super().changeEvent(event)

    def show_reading(self, row: SegmentRow, segment: Segment, reading: Reading, person: ScenePerson | None) -> None:
        """Shows another reading."""
        self._chip.show_label(reading.label)
        self._bars.show_shares(reading.distribution)
        shares = reading.distribution
        following = ", ".join(
            self.tr("{emotion} {share}").format(emotion=words.label(name), share=f"{shares[name]:.2f}")
            for name in reading.alternatives
            if shares[name] >= WORTH_NAMING or reading.label == UNCLEAR
        )
        if reading.label == UNCLEAR:
            self.reading.setText(self.tr("unclear"))
            self.sure.setText(
                self.tr("{stable} · most probable: {list}").format(stable=reasons.stability(segment), list=following)
            )
        else:
            self.reading.setText(
                self.tr("{emotion} displayed · {share}").format(
                    emotion=words.label(reading.label), share=f"{shares[reading.label]:.2f}"
                )
            )
            stable = reasons.stability(segment)
            form = self.tr("{stable} · next: {list}") if following else self.tr("{stable} · no other comes near")
            self.sure.setText(form.format(stable=stable, list=following))
        self.where.setText(self._where(row, segment, person))
        self.doubt.setText(reasons.disagreement(reading))
        self.doubt.setVisible(bool(reading.remark))

    def _enlarge(self) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self.reading.setFont(font)

    def _where(self, row: SegmentRow, segment: Segment, person: ScenePerson | None) -> str:
        speaking = {True: self.tr("speaking"), False: self.tr("silent"), None: ""}[row.speaking]
        parts = (
            words.person(person.standing) if person is not None else row.person,
            words.span(row.start_s, row.end_s),
            speaking,
            self.tr("{share} assessable").format(share=words.percent(segment.coverage)),
        )
        return " · ".join(part for part in parts if part)
