"""What was found in the data before a run: each thing with what to do about it. In: what the process told. Out: rows.

Words of findings come from `finetune`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.look import SPACE
from app.sentences import in_words
from app.training.words import counted
from app.translation import QT_TRANSLATE_NOOP, translate
from app.widgets.parts import Drawn, card, mark, quiet, titled

LEVELS = {
    "error": (QT_TRANSLATE_NOOP("Findings", "error"), "reject", "bad"),
    "warning": (QT_TRANSLATE_NOOP("Findings", "warning"), "warning", "warn"),
    "note": (QT_TRANSLATE_NOOP("Findings", "note"), "about", "quiet"),
    "left out": (QT_TRANSLATE_NOOP("Findings", "left out"), "about", "quiet"),
}
"""Word, icon and tone, the worst first."""
MOST = 60
"""Rows that are shown; more would take longer to paint than anybody reads."""


class Findings(QWidget):
    """A card with a table."""

    def __init__(self) -> None:
        super().__init__()
        self.summary, self.split = QLabel(), quiet("")
        self.summary.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(SPACE)
        self._grid.setColumnStretch(2, 1)
        self.rows: list[tuple[str, str, str]] = []
        """Level, what and remedy of each row that is shown."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card(titled(self.tr("What was found in the data")), self.summary, self.split, self._grid))

    def show_found(self, told: Mapping[str, Any]) -> None:
        """What the process told as `checked`."""
        found = [
            (str(one["level"]), in_words(str(one["what"])), in_words(str(one["remedy"]))) for one in told["findings"]
        ]
        form = self.tr("{what}: {why}")
        found += [
            ("left out", form.format(what=in_words(str(one["what"])), why=in_words(str(one["why"]))), "")
            for one in told["refused"]
        ]
        order = list(LEVELS)
        found.sort(key=lambda row: order.index(row[0]) if row[0] in order else len(order))
        self._fill(found)
        errors = int(told["errors"])
        warnings = sum(level == "warning" for level, _, _ in found)
        if errors:
            form = self.tr("{errors}. Nothing can be started before that is mended.")
            words = form.format(errors=counted(errors, "errors"))
        elif warnings:
            words = self.tr("No errors; {warnings}.").format(warnings=counted(warnings, "warnings"))
        else:
            words = self.tr("No errors and no warnings.")
        self.summary.setText(words)
        mark(self.summary, bad="bad" if errors else "warn" if warnings else "good")
        parts = told["parts"]
        lines = [
            self.tr("Learned from: {train}. To stop in time: {validate}. Held out, to judge: {test}.").format(
                **{name: self._part(parts[name]) for name in ("train", "validate", "test")}
            ),
            *(in_words(str(one)) for one in told["remarks"]),
        ]
        self.split.setText("\n".join(lines))

    def _part(self, part: Mapping[str, int]) -> str:
        """As `12 examples (1 person by name)`."""
        examples = counted(part["examples"], "examples")
        if not part["people"]:
            return examples
        return self.tr("{examples} ({people} by name)").format(
            examples=examples, people=counted(part["people"], "people")
        )

    def _fill(self, found: Sequence[tuple[str, str, str]]) -> None:
        while (taken := self._grid.takeAt(0)) is not None:
            part = taken.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        self.rows = list(found[:MOST])
        for line, (level, what, remedy) in enumerate(self.rows):
            word, drawn, tone = LEVELS.get(level, (level, "about", "quiet"))
            said = QLabel(translate("Findings", word))
            mark(said, bad=tone)
            text = QLabel(what)
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(Drawn(drawn, side=16, tone=tone), 2 * line, 0, top)
            self._grid.addWidget(said, 2 * line, 1, top)
            self._grid.addWidget(text, 2 * line, 2)
            if remedy:
                self._grid.addWidget(quiet(remedy), 2 * line + 1, 2)
        rest = len(found) - len(self.rows)
        if rest > 0:
            more = quiet(self.tr("and {count} more").format(count=rest))
            self._grid.addWidget(more, 2 * len(self.rows), 2)
