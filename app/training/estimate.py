"""What a run will take, before it begins. In: what the process estimated. Out: a verdict in words, figures, a change.

Sentences come from `finetune`.
"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import fits
from app.look import SPACE
from app.sentences import in_words
from app.training.words import duration
from app.translation import QT_TRANSLATE_NOOP, translate
from app.widgets.parts import Drawn, card, mark, titled

VERDICTS = {
    "green": (QT_TRANSLATE_NOOP("Estimate", "Can be done on this computer (green)"), "tick", "good"),
    "amber": (QT_TRANSLATE_NOOP("Estimate", "Can just be done on this computer (amber)"), "warning", "warn"),
    "red": (QT_TRANSLATE_NOOP("Estimate", "Cannot be done on this computer as it stands (red)"), "reject", "bad"),
}
CHANGES = {
    "tokens_per_row": QT_TRANSLATE_NOOP("Estimate", "shorter rows, {what} tokens; this changes nothing but the time"),
    "recompute": QT_TRANSLATE_NOOP("Estimate", "activations computed twice: less memory, a third more time"),
    "optimiser": QT_TRANSLATE_NOOP("Estimate", "the optimiser's numbers in 8 bits"),
    "quantisation": QT_TRANSLATE_NOOP("Estimate", "the base model's weights in 4 bits; this costs some accuracy"),
    "rank": QT_TRANSLATE_NOOP("Estimate", "a narrower adapter, rank {what}"),
    "most_frames": QT_TRANSLATE_NOOP("Estimate", "fewer pictures of a clip, {what}; this costs some accuracy"),
}


class EstimateCard(QWidget):
    """A card."""

    measure_wanted = Signal()
    changes_wanted = Signal(object)
    """A tuple of changes as the estimate tells them."""

    def __init__(self) -> None:
        super().__init__()
        self.colour, self._changes = "", tuple[str, ...]()
        self._drawn, self.verdict = Drawn("tick"), titled("")
        self.figures = QFormLayout()
        self.figures.setHorizontalSpacing(2 * SPACE)
        self.sentences, self.change = QLabel(), QLabel()
        for label in (self.sentences, self.change):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.measure, self.apply = QPushButton(self.tr("Measure three steps")), QPushButton(self.tr("Change it so"))
        self.measure.setToolTip(self.tr("Loads the model and times three steps: the figures are then within a tenth."))
        for button in (self.measure, self.apply):
            button.setAutoDefault(False)
        self.measure.clicked.connect(self.measure_wanted)
        self.apply.clicked.connect(lambda: self.changes_wanted.emit(self._changes))
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self._drawn)
        head.addWidget(self.verdict, 1)
        verbs = QHBoxLayout()
        verbs.addWidget(self.measure)
        verbs.addWidget(self.apply)
        verbs.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        parts = (head, self.figures, self.sentences, self.change, verbs)
        column.addWidget(card(titled(self.tr("What it will take")), *parts))

    def show_estimate(self, told: Mapping[str, Any]) -> None:
        """What the process told as `estimated`."""
        self.colour = str(told["colour"])
        words, drawn, tone = VERDICTS[self.colour]
        self.verdict.setText(translate("Estimate", words))
        mark(self.verdict, bad=tone)
        self._drawn.show_as(drawn, tone=tone)
        while self.figures.rowCount():
            self.figures.removeRow(0)
        need = told["need"]
        for name, value in self._figures(need):
            self.figures.addRow(name, QLabel(value))
        self.measure.setVisible(not need["measured"] and self.colour != "red")
        basis = (
            self.tr("Memory and time were measured in three steps of the run itself.")
            if need["measured"]
            else self.tr("This is computed and not measured; three measured steps make it exact.")
        )
        self.sentences.setText("\n".join((*(in_words(str(one)) for one in told["sentences"]), basis)))
        self._changes = tuple(map(str, told["changes"]))
        self.change.setText(
            self.tr("What would help: {changes}.").format(changes="; ".join(map(change_words, self._changes)))
        )
        for part in (self.change, self.apply):
            part.setVisible(bool(self._changes))

    def _figures(self, need: Mapping[str, Any]) -> list[tuple[str, str]]:
        rows = [
            (self.tr("Graphics memory"), fits.size(need["device"]["together"]) if need["device"] else ""),
            (self.tr("Main memory"), fits.size(need["main"]["together"])),
            (self.tr("Disk"), fits.size(sum(need["disk"].values()))),
            (
                self.tr("Time"),
                duration(3600 * need["hours"]["together"]) if need["hours"] else self.tr("cannot be told yet"),
            ),
        ]
        return [(name, value) for name, value in rows if value]


def change_words(change: str) -> str:
    """A change for people; as it is where there are no words for it."""
    name, _, what = change.partition(" ")
    form = CHANGES.get(name)
    return translate("Estimate", form).format(what=what) if form is not None else change
