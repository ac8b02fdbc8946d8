"""The sessions of the open study, to be ticked; those that may not be learned from cannot be. In: candidates."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.look import SPACE
from app.training.consent import Candidate
from app.widgets.parts import Scroll, quiet

INDENT = 22


class SessionList(Scroll):
    """A box and a sentence for each session."""

    changed = Signal(bool)
    """A box was ticked, or not."""

    def __init__(self) -> None:
        super().__init__(self.tr("Sessions to learn from"))
        self.boxes: dict[str, QCheckBox] = {}
        """By the session's name."""
        self.show_candidates(())

    @property
    def chosen(self) -> tuple[str, ...]:
        """Names of the sessions that are ticked."""
        return tuple(name for name, box in self.boxes.items() if box.isChecked())

    def show_candidates(self, found: tuple[Candidate, ...]) -> None:
        """Shows these; what was ticked stays so, what is new and allowed is ticked."""
        before = {name: box.isChecked() for name, box in self.boxes.items() if box.isEnabled()}
        self.boxes = {}
        rows: list[QWidget] = []
        for one in found:
            box = QCheckBox(f"{one.session.name}   {one.session.held_on}".strip())
            box.setEnabled(one.allowed)
            box.setChecked(one.allowed and before.get(one.session.name, True))
            box.setAccessibleDescription(one.words)
            box.toggled.connect(self.changed)
            why = quiet(one.words)
            why.setContentsMargins(INDENT, 0, 0, 0)
            row = QWidget()
            column = QVBoxLayout(row)
            column.setContentsMargins(0, 0, 0, SPACE // 2)
            column.setSpacing(0)
            column.addWidget(box)
            column.addWidget(why)
            self.boxes[one.session.name] = box
            rows.append(row)
        self.fill(rows)
