"""What came of a run: held-out people before and after, the verdict, the adapter. In: how it ended. Out: a decision.

An adapter that does not read better is never the default. The verdict's words come from `finetune`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from app.look import SPACE
from app.sentences import in_words
from app.training import words
from app.training.story import STAGES
from app.widgets.parts import Drawn, card, mark, quiet, titled
from app.widgets.table import Table
from app.workbench import Workbench

if TYPE_CHECKING:
    from core.models.adapters import Adapter

REPORT = "report.html"
ROWS = (*STAGES, "mean")
TABLE_HEIGHT = 170


@dataclass(frozen=True, slots=True)
class _Here:
    """The adapter as it stands on this computer."""

    adapter: "Adapter | None"
    """None where it was removed."""
    adopted: bool


class Outcome(QWidget):
    """A card."""

    changed = Signal()
    """The adapter was adopted, taken back or removed."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._name, self._better, self._reinforced = "", None, False
        self._report: Path | None = None
        self._drawn, self.verdict, self.told = Drawn("tick"), titled(""), QLabel()
        self.told.setWordWrap(True)
        self.state, self.of = quiet(""), QLabel()
        self.of.setWordWrap(True)
        self.of.hide()
        self.table = Table(
            self.tr("Held-out people before and after"),
            [self.tr("Stage"), self.tr("Before"), self.tr("After"), self.tr("Difference"), self.tr("95 % interval")],
        )
        self.table.setFixedHeight(TABLE_HEIGHT)
        self.adopt = self._button(self.tr("Adopt"), self._adopt)
        self.back = self._button(self.tr("Take the adoption back"), self._roll_back)
        self.discard = self._button(self.tr("Discard…"), self._discard)
        self.report = self._button(self.tr("Open the report"), self._open_report)
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self._drawn)
        head.addWidget(self.verdict, 1)
        verbs = QHBoxLayout()
        for button in (self.adopt, self.back, self.discard, self.report):
            verbs.addWidget(button)
        verbs.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        title = titled(self.tr("What came of it"))
        column.addWidget(card(title, head, self.told, self.of, self.table, self.state, verbs))

    def show_end(self, told: Mapping[str, Any], *, folder: Path, reinforced: bool = False) -> None:
        """How a run ended that is done; `reinforced`: it went on from an adapter, which is what was read before."""
        self._name, self._better, self._reinforced = str(told["adapter"]), told["better"], reinforced
        if self._better:
            verdict, drawn, tone = self.tr("Better: held-out people are read better than before."), "tick", "good"
        elif self._better is None:
            verdict, drawn, tone = (
                self.tr("Whether it is better cannot be judged; it is not proposed."),
                "about",
                "warn",
            )
        else:
            verdict, drawn, tone = self.tr("Not better: it is not proposed."), "reject", "bad"
        self.verdict.setText(verdict)
        mark(self.verdict, bad=tone)
        self._drawn.show_as(drawn, tone=tone)
        self.told.setText(in_words(str(told["text"])))
        rows = [(name, told["table"][name]) for name in ROWS if name in told["table"]]
        self.table.fill([_row(name, row) for name, row in rows])
        self.table.setVisible(bool(rows))
        self._report = folder / REPORT
        self.report.setVisible(self._report.is_file())
        self._look()

    def _look(self) -> None:
        name = self._name
        self._bench.free_lane.ask(lambda: _here(name), then=self._show_here, failed=self._bench.failed, owner=self)

    def _show_here(self, here: _Here) -> None:
        adapter = here.adapter
        self.adopt.setText(self.tr("Adopt") if self._better else self.tr("Adopt nevertheless…"))
        self.adopt.setProperty("primary", bool(self._better))
        self.adopt.style().unpolish(self.adopt)
        self.adopt.style().polish(self.adopt)
        self.adopt.setVisible(adapter is not None and not here.adopted)
        self.back.setVisible(adapter is not None and here.adopted)
        self.discard.setVisible(adapter is not None)
        parent = "" if adapter is None or not self._reinforced else adapter.about.parent
        self.of.setText(
            self.tr("This is a reinforcement of the adapter {name}: “before” is how that one reads.").format(
                name=parent
            )
        )
        self.of.setVisible(bool(parent))
        if adapter is None:
            words_ = self.tr("The adapter {name} is no longer on this computer.").format(name=self._name)
        elif here.adopted:
            words_ = self.tr("{name} is adopted: it stands for {base} from now on.").format(
                name=self._name, base=adapter.about.base.name
            )
        else:
            words_ = self.tr("The adapter {name} is here and not adopted; it is used only where it is named.").format(
                name=self._name
            )
        self.state.setText(words_)

    def _adopt(self) -> None:
        from core.models.adapters import named
        from core.models.adopted import adopt

        name = self._name
        if not self._better and not self._sure(
            self.tr("Adopt {name} nevertheless?").format(name=name),
            self.tr("It was not shown to read held-out people better. It would be used wherever its base model is."),
            self.tr("Adopt nevertheless"),
        ):
            return
        self._do(lambda: adopt(named(name)))

    def _roll_back(self) -> None:
        from core.models.adapters import named
        from core.models.adopted import roll_back

        name = self._name
        self._do(lambda: roll_back(named(name).about.base))

    def _discard(self) -> None:
        from core.models.adapters import remove

        name = self._name
        if self._sure(
            self.tr("Discard {name}?").format(name=name),
            self.tr("The adapter is deleted for good. The run's log stays."),
            self.tr("Discard"),
        ):
            self._do(lambda: remove(name))

    def _do(self, work: Callable[[], object]) -> None:
        def done(_: object) -> None:
            self._look()
            self.changed.emit()

        self._bench.free_lane.ask(work, then=done, failed=self._bench.failed, owner=self)

    def _sure(self, question: str, more: str, yes: str) -> bool:
        asked = QMessageBox(self)
        asked.setIcon(QMessageBox.Icon.Question)
        asked.setWindowTitle(question)
        asked.setText(question)
        asked.setInformativeText(more)
        go = asked.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        stay = asked.addButton(self.tr("Leave it as it is"), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(stay)
        asked.setEscapeButton(stay)
        asked.exec()
        return asked.clickedButton() is go

    def _open_report(self) -> None:
        if self._report is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._report)))

    def _button(self, text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        return button


def _row(name: str, row: Mapping[str, float]) -> list[str]:
    between = f"{100 * row['low']:+.1f} – {100 * row['high']:+.1f}" if {"low", "high"} <= set(row) else "–"
    difference = f"{100 * (row['after'] - row['before']):+.1f}"
    return [words.name(name), f"{100 * row['before']:.1f}", f"{100 * row['after']:.1f}", difference, between]


def _here(name: str) -> _Here:
    from core.models.adapters import adapters
    from core.models.adopted import adopted

    adapter = next((one for one in adapters() if one.name == name), None)
    standing = None if adapter is None else adopted(adapter.about.base)
    return _Here(adapter, standing is not None and adapter is not None and standing.digest == adapter.digest)
